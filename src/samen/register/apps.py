from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "samen.register"
    label = "register"
