"""The addresses of networks, below /netwerken/. A purpose is a membership and a ground."""

from django.urls import path

from samen.linkage.views import networking

app_name = "networks"

IN_PURPOSE = "<uuid:part>/<slug:ground>/"

urlpatterns = [
    path(IN_PURPOSE + "patronen/", networking.patterns, name="patterns"),
    path(IN_PURPOSE + "<slug:kind>/<uuid:number>/", networking.network, name="network"),
    path(IN_PURPOSE + "<slug:kind>/<uuid:number>/bestand", networking.export, name="export"),
]
