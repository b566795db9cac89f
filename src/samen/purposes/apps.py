from django.apps import AppConfig


class PurposesConfig(AppConfig):
    name = "samen.purposes"
    label = "purposes"
