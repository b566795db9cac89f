from django.apps import AppConfig


class LinkageConfig(AppConfig):
    name = "samen.linkage"
    label = "linkage"
