from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "samen.figures"
    label = "figures"
