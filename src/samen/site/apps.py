from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "samen.site"
    label = "site"

    def ready(self) -> None:
        from samen.site import checks

        self.checks = checks
