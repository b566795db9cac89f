from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "samen.letters"
    label = "letters"
