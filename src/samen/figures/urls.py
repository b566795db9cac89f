"""The addresses of figures, below /cijfers/. Those below /cijfers/maken/ are inside a purpose."""

from django.urls import include, path

from samen.figures.views import beside, dashboard, making, open_data, proposing, public

app_name = "figures"

inside_patterns = [
    path("", making.overview, name="overview"),
    path("indicator/", making.describe, name="describe"),
    path("telling/", making.define, name="define"),
    path("telling/<int:number>/tellen", making.count, name="count"),
    path("telronde/<uuid:number>/", making.estimate, name="estimate"),
    path("telronde/<uuid:number>/opnieuw", making.recompute, name="recompute"),
    path("vrijgave/nieuw/", proposing.propose, name="propose"),
    path("vrijgave/<int:number>/", proposing.release, name="release"),
    path("vrijgave/<int:number>/<slug:act>", proposing.decide, name="decide"),
]

urlpatterns = [
    path("", public.figures, name="catalogue"),
    path("maken/<uuid:part>/<slug:ground>/", include(inside_patterns)),
    path("overzicht/", dashboard.overview, name="dashboard"),
    path("vergelijken/", beside.two, name="compare"),
    path("kaart/", beside.on_a_map, name="map"),
    path("open-data/", open_data.overview, name="open_data"),
    path("open-data/alles.zip", open_data.bulk, name="bulk"),
    path("open-data/vrijgaven.atom", open_data.feed, name="feed"),
    path("open-data/catalogus.<str:notation>", open_data.catalogue, name="dcat"),
    path("vrijgave/<int:number>/", public.release, name="released"),
    path("vrijgave/<int:number>.json", public.release_file, name="release_file"),
    path(
        "vrijgave/<int:number>/tabel-<int:place>/<slug:standard>-codes.csv",
        open_data.codes,
        name="codes",
    ),
    path(
        "vrijgave/<int:number>/tabel-<int:place>/<slug:standard>.csv",
        open_data.in_standard,
        name="standard",
    ),
    path("<slug:code>/", public.indicator, name="indicator"),
    path("<slug:code>/cijfers.<str:form>", open_data.file, name="file"),
    path("<slug:code>/insluiten/", public.embed, name="embed"),
]
