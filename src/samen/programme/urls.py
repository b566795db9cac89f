"""The addresses of the programme."""

from django.urls import path

from samen.programme.views import (
    entries,
    evidence,
    exchange,
    figures,
    linking,
    lists,
    merging,
    rounds,
    search,
    withdrawing,
)

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
    path("programma/thema/", lists.themes, name="themes"),
    path("programma/thema/<slug:slug>/", lists.theme, name="theme"),
    path("programma/thema/<slug:slug>/intrekken/", withdrawing.theme, name="withdraw_theme"),
    path(
        "programma/thema/<slug:slug>/terugzetten/",
        withdrawing.restore_theme,
        name="restore_theme",
    ),
    path("programma/ministerie/<int:number>/", lists.organisation, name="organisation"),
    path("programma/cijfers/", figures.indicators, name="indicators"),
    path("programma/cijfers/<slug:code>/", figures.indicator, name="indicator"),
    path(
        "programma/cijfers/<slug:code>/cijfer/<int:number>/intrekken/",
        withdrawing.figure,
        name="withdraw_figure",
    ),
    path(
        "programma/cijfers/<slug:code>/cijfer/<int:number>/terugzetten/",
        withdrawing.restore_figure,
        name="restore_figure",
    ),
    path(
        "programma/cijfers/<slug:code>/doel/<int:number>/intrekken/",
        withdrawing.target,
        name="withdraw_target",
    ),
    path(
        "programma/cijfers/<slug:code>/doel/<int:number>/terugzetten/",
        withdrawing.restore_target,
        name="restore_target",
    ),
    path("programma/uitwisseling/", exchange.exchange, name="exchange"),
    path("programma/uitwisseling/register.<str:form>", exchange.register, name="register"),
    path("programma/uitwisseling/kamer.json", exchange.house, name="house"),
    path("programma/ronde/", rounds.rounds, name="rounds"),
    path("programma/ronde/<int:number>/", rounds.round_page, name="round"),
    path("programma/ronde/<int:number>/sluiten/", rounds.close, name="close_round"),
    path("programma/ronde/<int:number>/heropenen/", rounds.reopen, name="reopen"),
    path(
        "programma/ronde/<int:number>/antwoord/<int:answer>/<str:act>/",
        rounds.judge,
        name="judge",
    ),
    path("programma/ronde/<int:number>/link/<int:invitation>/", rounds.new_link, name="new_link"),
    path("programma/nieuw/<str:kind>/", entries.new_entry, name="new_entry"),
    path("programma/<str:kind>/<int:number>/", entries.entry, name="entry"),
    path("programma/<str:kind>/<int:number>/status/", entries.status, name="status"),
    path(
        "programma/<str:kind>/<int:number>/status/<int:change>/ongedaan/",
        entries.take_back_status,
        name="take_back_status",
    ),
    path("programma/<str:kind>/<int:number>/wijzig/", entries.edit, name="edit"),
    path("programma/<str:kind>/<int:number>/samenvoegen/", merging.merge, name="merge"),
    path("programma/<str:kind>/<int:number>/losmaken/", merging.part, name="part"),
    path("programma/<str:kind>/<int:number>/intrekken/", withdrawing.entry, name="withdraw"),
    path("programma/<str:kind>/<int:number>/terugzetten/", withdrawing.restore, name="restore"),
    path("programma/<str:kind>/<int:number>/koppelen/", linking.link, name="link"),
    path("programma/<str:kind>/<int:number>/ontkoppelen/", linking.unlink, name="unlink"),
    path("programma/<str:kind>/<int:number>/weer-koppelen/", linking.relink, name="relink"),
    path("programma/<str:kind>/<int:number>/bewijs/", evidence.propose, name="propose"),
    path(
        "programma/<str:kind>/<int:number>/bewijs/<int:evidence>/<str:act>/",
        evidence.judge,
        name="judge_evidence",
    ),
]
