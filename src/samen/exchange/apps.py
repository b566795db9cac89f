from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "samen.exchange"
    label = "exchange"
