"""The addresses of the programme."""

from django.urls import path

from samen.programme.views import entries, exchange, figures, lists, rounds, search

app_name = "programme"
urlpatterns = [
    path("zoek", search.search, name="search"),
    path("vraag/<str:token>/", rounds.owner, name="owner"),
    path("vraag/<str:token>/blad.xlsx", rounds.owner_sheet, name="owner_sheet"),
    path("programma/", lists.home, name="home"),
    path("programma/lijst.<str:form>", lists.list_file, name="list_file"),
    path("programma/termijnen.ics", lists.calendar, name="calendar"),
    path("programma/termijnen/", lists.make_calendar, name="make_calendar"),
    path("programma/termijnen/<str:token>.ics", lists.calendar_feed, name="calendar_feed"),
    path("programma/thema/<slug:slug>/", lists.theme, name="theme"),
    path("programma/ministerie/<int:number>/", lists.organisation, name="organisation"),
    path("programma/cijfers/", figures.indicators, name="indicators"),
    path("programma/cijfers/<slug:code>/", figures.indicator, name="indicator"),
    path("programma/uitwisseling/", exchange.exchange, name="exchange"),
    path("programma/uitwisseling/register.<str:form>", exchange.register, name="register"),
    path("programma/uitwisseling/kamer.json", exchange.house, name="house"),
    path("programma/ronde/", rounds.rounds, name="rounds"),
    path("programma/ronde/<int:number>/", rounds.round_page, name="round"),
    path(
        "programma/ronde/<int:number>/antwoord/<int:answer>/<str:act>/",
        rounds.judge,
        name="judge",
    ),
    path("programma/ronde/<int:number>/link/<int:invitation>/", rounds.new_link, name="new_link"),
    path("programma/nieuw/<str:kind>/", entries.new_entry, name="new_entry"),
    path("programma/<str:kind>/<int:number>/", entries.entry, name="entry"),
    path("programma/<str:kind>/<int:number>/status/", entries.status, name="status"),
    path("programma/<str:kind>/<int:number>/wijzig/", entries.edit, name="edit"),
]
