from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "samen.work"
    label = "work"
