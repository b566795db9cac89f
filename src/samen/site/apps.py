from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "samen.site"
    label = "site"
