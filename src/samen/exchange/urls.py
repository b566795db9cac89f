"""The addresses of asking without names, below /zonder-namen/."""

from django.urls import path

from samen.exchange.views import incoming

app_name = "exchange"

urlpatterns = [
    path("aan/<uuid:number>/", incoming.incoming, name="incoming"),
]
