"""The addresses of asking without names, below /zonder-namen/. A purpose is a membership and a
ground."""

from django.urls import include, path

from samen.exchange.views import agreements, answering, incoming, questions

app_name = "exchange"

inside_patterns = [
    path("", questions.overview, name="overview"),
    path("afspraak/", agreements.propose, name="propose"),
    path("afspraak/<uuid:number>/", agreements.agreement, name="agreement"),
    path("afspraak/<uuid:number>/goedkeuren", agreements.approve, name="approve"),
    path("afspraak/<uuid:number>/beeindigen", agreements.end, name="end"),
    path("vragen/", questions.ask, name="ask"),
    path("vragen/<uuid:number>/", questions.question, name="question"),
    path("vragen/<uuid:number>/antwoorden/", answering.several, name="several"),
    path("vragen/<uuid:number>/<slug:token>/", answering.hit, name="hit"),
]

urlpatterns = [
    path("aan/<uuid:number>/", incoming.incoming, name="incoming"),
    path("<uuid:part>/<slug:ground>/", include(inside_patterns)),
]
