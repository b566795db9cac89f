"""Who may open what. A line per address; an address without a line fails the tests.

The letters stand for the cast: v visitor, t programme team, o action owner, a approver,
r reader, d administrator, n somebody without a role. Named are those who may; all others
must be refused (a visitor is sent to sign in). `POST` marks an address that only takes forms.
"""

from dataclasses import dataclass

LETTERS = {
    "v": "visitor",
    "t": "programme_team",
    "o": "action_owner",
    "a": "approver",
    "r": "reader",
    "d": "administrator",
    "n": "nobody",
}
ALL, SIGNED_IN, ANY_ROLE, ADMINISTRATOR, NO_ONE = "vtoardn", "toardn", "toard", "d", ""


@dataclass(frozen=True)
class Line:
    """posts: who may send the form of a page; "" where the page takes none."""

    may: str
    method: str = "GET"
    posts: str = ""


# The addresses of allauth guard themselves; tests/accounts tries them one by one.
GUARD_THEMSELVES = ("account/",)

TEAM, APPROVER, TEAM_AND_OWNER, TEAM_AND_ADMINISTRATOR = "t", "a", "to", "td"

PROGRAMME = {
    "zoek": Line(ANY_ROLE, posts=ANY_ROLE),
    "vraag/<str:token>/": Line(ALL, posts=ALL),
    "vraag/<str:token>/blad.xlsx": Line(ALL, posts=ALL),
    "programma/": Line(ANY_ROLE),
    "programma/lijst.<str:form>": Line(ANY_ROLE),
    "programma/termijnen.ics": Line(ANY_ROLE),
    "programma/termijnen/": Line(ANY_ROLE, posts=ANY_ROLE),
    "programma/termijnen/<str:token>.ics": Line(ALL),
    "programma/thema/": Line(ANY_ROLE),
    "programma/thema/<slug:slug>/": Line(ANY_ROLE),
    "programma/thema/<slug:slug>/intrekken/": Line(TEAM, posts=TEAM),
    "programma/thema/<slug:slug>/hernoemen/": Line(TEAM, posts=TEAM),
    "programma/thema/<slug:slug>/samenvoegen/": Line(TEAM, posts=TEAM),
    "programma/thema/<slug:slug>/losmaken/": Line(TEAM, "POST"),
    "programma/thema/<slug:slug>/terugzetten/": Line(TEAM, "POST"),
    "programma/ministerie/<int:number>/": Line(ANY_ROLE),
    "programma/cijfers/": Line(ANY_ROLE),
    "programma/cijfers-inlezen/": Line(TEAM, posts=TEAM),
    "programma/cijfers/<slug:code>/": Line(ANY_ROLE),
    "programma/cijfers/<slug:code>/cijfer/<int:number>/intrekken/": Line(TEAM, posts=TEAM),
    "programma/cijfers/<slug:code>/cijfer/<int:number>/terugzetten/": Line(TEAM, "POST"),
    "programma/cijfers/<slug:code>/doel/<int:number>/intrekken/": Line(TEAM, posts=TEAM),
    "programma/cijfers/<slug:code>/doel/<int:number>/terugzetten/": Line(TEAM, "POST"),
    "programma/uitwisseling/": Line(ANY_ROLE, posts=TEAM),
    "programma/uitwisseling/register.<str:form>": Line(ANY_ROLE),
    "programma/uitwisseling/kamer.json": Line(ANY_ROLE),
    "programma/ronde/": Line(TEAM, posts=TEAM),
    "programma/ronde/<int:number>/": Line(TEAM),
    "programma/ronde/<int:number>/sluiten/": Line(TEAM, posts=TEAM),
    "programma/ronde/<int:number>/heropenen/": Line(TEAM, "POST"),
    "programma/ronde/<int:number>/antwoord/<int:answer>/<str:act>/": Line(TEAM, "POST"),
    "programma/ronde/<int:number>/link/<int:invitation>/": Line(TEAM, "POST"),
    "programma/nieuw/<str:kind>/": Line(TEAM, posts=TEAM),
    "programma/<str:kind>/<int:number>/": Line(ANY_ROLE),
    "programma/<str:kind>/<int:number>/status/": Line(TEAM, posts=TEAM),
    "programma/<str:kind>/<int:number>/status/<int:change>/ongedaan/": Line(TEAM, "POST"),
    "programma/<str:kind>/<int:number>/wijzig/": Line(TEAM, posts=TEAM),
    "programma/<str:kind>/<int:number>/samenvoegen/": Line(TEAM, posts=TEAM),
    "programma/<str:kind>/<int:number>/losmaken/": Line(TEAM, "POST"),
    "programma/<str:kind>/<int:number>/intrekken/": Line(TEAM, posts=TEAM),
    "programma/<str:kind>/<int:number>/terugzetten/": Line(TEAM, "POST"),
    "programma/<str:kind>/<int:number>/koppelen/": Line(TEAM, posts=TEAM),
    "programma/<str:kind>/<int:number>/ontkoppelen/": Line(TEAM, "POST"),
    "programma/<str:kind>/<int:number>/weer-koppelen/": Line(TEAM, "POST"),
    "programma/<str:kind>/<int:number>/bewijs/": Line(TEAM_AND_OWNER, posts=TEAM_AND_OWNER),
    "programma/<str:kind>/<int:number>/bewijs/<int:evidence>/<str:act>/": Line(TEAM, "POST"),
}

LETTERS_ROOM = {
    "brieven/": Line(ANY_ROLE),
    "brieven/inlezen/": Line(TEAM, posts=TEAM),
    "brieven/<int:letter>/": Line(ANY_ROLE),
    "brieven/<int:letter>/datum": Line(TEAM, "POST"),
    "brieven/<int:letter>/lezen": Line(TEAM, "POST"),
    "brieven/<int:letter>/nieuws": Line(ANY_ROLE),
    "brieven/<int:letter>/zeker/": Line(ANY_ROLE),
    "brieven/<int:letter>/zeker/overnemen": Line(TEAM, "POST"),
    "brieven/<int:letter>/ongedaan": Line(TEAM, "POST"),
    "brieven/<int:letter>/kandidaten.json": Line(ANY_ROLE),
    "brieven/<int:letter>/kandidaten.csv": Line(ANY_ROLE),
    "brieven/kandidaat/<int:candidate>/overnemen": Line(TEAM, "POST"),
    "brieven/kandidaat/<int:candidate>/bewerken": Line(TEAM, "POST"),
    "brieven/kandidaat/<int:candidate>/samenvoegen": Line(TEAM, "POST"),
    "brieven/kandidaat/<int:candidate>/verwerpen": Line(TEAM, "POST"),
    "brieven/kandidaat/<int:candidate>/ongedaan": Line(TEAM, "POST"),
    "brieven/nieuw/": Line(TEAM, posts=TEAM),
    "brieven/uit/<int:number>/": Line(ANY_ROLE),
    "brieven/uit/<int:number>/deel/": Line(TEAM, "POST"),
    "brieven/uit/<int:number>/deel/<slug:key>/": Line(TEAM, "POST"),
    "brieven/uit/<int:number>/deel/<slug:key>/ongedaan/": Line(TEAM, "POST"),
    "brieven/uit/<int:number>/deel/<slug:key>/herschrijven/": Line(TEAM, "POST"),
    "brieven/uit/<int:number>/deel/<slug:key>/cijfer/": Line(TEAM, "POST"),
    "brieven/uit/<int:number>/voorbeeld/": Line(TEAM, "POST"),
    "brieven/uit/<int:number>/word/": Line(TEAM, "POST"),
    "brieven/uit/<int:number>/voorstel/<int:proposal>/": Line(TEAM, "POST"),
    "brieven/uit/<int:number>/vaststellen/": Line(APPROVER, posts=APPROVER),
    "brieven/uit/<int:number>/bestand/<str:name>": Line(ANY_ROLE),
}

OF_PROCESSING = "verwerkingen/<uuid:number>/"
PROCESSINGS = {
    "verwerkingen/": Line(ADMINISTRATOR),
    "verwerkingen/nieuw/": Line(ADMINISTRATOR, posts=ADMINISTRATOR),
    "verwerkingen/besluit/<uuid:number>/": Line(ADMINISTRATOR),
    "verwerkingen/besluit/<uuid:number>/<str:act>": Line(ADMINISTRATOR, "POST"),
    OF_PROCESSING: Line(ADMINISTRATOR),
    OF_PROCESSING + "wijzigen/": Line(ADMINISTRATOR, posts=ADMINISTRATOR),
    OF_PROCESSING + "verlengen/": Line(ADMINISTRATOR, posts=ADMINISTRATOR),
    OF_PROCESSING + "toetreden/": Line(ADMINISTRATOR, posts=ADMINISTRATOR),
    OF_PROCESSING + "deelnemer/": Line(ADMINISTRATOR, posts=ADMINISTRATOR),
    OF_PROCESSING + "beeindigen/": Line(ADMINISTRATOR, posts=ADMINISTRATOR),
    OF_PROCESSING + "deelnemer/<uuid:part>/einde": Line(ADMINISTRATOR, "POST"),
    OF_PROCESSING + "deelnemer/<uuid:part>/terug": Line(ADMINISTRATOR, "POST"),
    OF_PROCESSING + "partij/<int:body>/einde": Line(ADMINISTRATOR, "POST"),
}

# Open to members of a processing: nobody of the cast is one (tests/register/test_pages.py).
IN_PURPOSE = "register/<uuid:part>/<slug:ground>/"
REGISTER = {
    "register/": Line(SIGNED_IN),
    IN_PURPOSE: Line(NO_ONE),
    IN_PURPOSE + "zoeken/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "registratie/<uuid:number>/": Line(NO_ONE),
    IN_PURPOSE + "registratie/<uuid:number>/opvangadres/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "registratie/<uuid:number>/corrigeren/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "registratie/<uuid:number>/nodig": Line(NO_ONE, "POST"),
    IN_PURPOSE + "registratie/<uuid:number>/niet-meer-nodig/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "nieuw/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "inlezen/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "inlezen/<uuid:number>/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "levering/<uuid:number>/": Line(NO_ONE),
    IN_PURPOSE + "levering/<uuid:number>/verbeteren": Line(NO_ONE),
    IN_PURPOSE + "bewaren/": Line(NO_ONE),
    IN_PURPOSE + "levering/<uuid:number>/wegleggen": Line(NO_ONE, "POST"),
    IN_PURPOSE + "registratie/<uuid:number>/vasthouden/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "vasthouden/<uuid:number>/opheffen": Line(NO_ONE, "POST"),
    IN_PURPOSE + "toezicht/vasthouden/<uuid:number>/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "verstrekken/": Line(NO_ONE),
    IN_PURPOSE + "verstrekken/protocol.csv": Line(NO_ONE),
    IN_PURPOSE + "registratie/<uuid:number>/verstrekken/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "verstrekken/<uuid:number>/": Line(NO_ONE),
    IN_PURPOSE + "verstrekken/<uuid:number>/gegevens.<str:form>": Line(NO_ONE),
    IN_PURPOSE + "inzage/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "inzage/<uuid:number>/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "inzage/<uuid:number>/weglaten/": Line(NO_ONE, posts=NO_ONE),
    IN_PURPOSE + "inzage/<uuid:number>/overzicht/": Line(NO_ONE),
    IN_PURPOSE + "inzage/<uuid:number>/overzicht.<str:form>": Line(NO_ONE),
    IN_PURPOSE + "toezicht/": Line(NO_ONE),
    IN_PURPOSE + "toezicht/registratie/": Line(NO_ONE),
    IN_PURPOSE + "toezicht/dag/<uuid:member>/<slug:day>/": Line(NO_ONE),
}

NETWORKS_IN_PURPOSE = "netwerken/<uuid:part>/<slug:ground>/"
NETWORKS = {
    NETWORKS_IN_PURPOSE + "patronen/": Line(NO_ONE),
    NETWORKS_IN_PURPOSE + "<slug:kind>/<uuid:number>/": Line(NO_ONE),
    NETWORKS_IN_PURPOSE + "<slug:kind>/<uuid:number>/bestand": Line(NO_ONE, "POST"),
}

LINKS_IN_PURPOSE = "koppelingen/<uuid:part>/<slug:ground>/"
LINKS = {
    LINKS_IN_PURPOSE: Line(NO_ONE),
    LINKS_IN_PURPOSE + "opnieuw": Line(NO_ONE, "POST"),
    LINKS_IN_PURPOSE + "nieuw": Line(NO_ONE, "POST"),
    LINKS_IN_PURPOSE + "besluit/": Line(NO_ONE, posts=NO_ONE),
    LINKS_IN_PURPOSE + "besluit/<uuid:number>/beeindigen": Line(NO_ONE, "POST"),
    LINKS_IN_PURPOSE + "kwaliteit/": Line(NO_ONE),
    LINKS_IN_PURPOSE + "beoordelen/<slug:which>/": Line(NO_ONE),
    LINKS_IN_PURPOSE + "wachtend/": Line(NO_ONE),
    LINKS_IN_PURPOSE + "naast-elkaar/": Line(NO_ONE, posts=NO_ONE),
    LINKS_IN_PURPOSE + "ongedaan": Line(NO_ONE, "POST"),
    LINKS_IN_PURPOSE + "paar/<uuid:one>/<uuid:other>/": Line(NO_ONE, posts=NO_ONE),
    LINKS_IN_PURPOSE + "registratie/<uuid:number>/": Line(NO_ONE),
    LINKS_IN_PURPOSE + "persoon/<uuid:number>/": Line(NO_ONE, posts=NO_ONE),
    LINKS_IN_PURPOSE + "persoon/<uuid:number>/op-dag/": Line(NO_ONE),
    LINKS_IN_PURPOSE + "persoon/<uuid:number>/<uuid:event>/ongedaan": Line(NO_ONE, "POST"),
    LINKS_IN_PURPOSE + "persoon/<uuid:number>/dossier.<str:form>": Line(NO_ONE),
}

NAMELESS_IN_PURPOSE = "zonder-namen/<uuid:part>/<slug:ground>/"
WITHOUT_NAMES = {
    NAMELESS_IN_PURPOSE: Line(NO_ONE),
    NAMELESS_IN_PURPOSE + "afspraak/": Line(NO_ONE, posts=NO_ONE),
    NAMELESS_IN_PURPOSE + "afspraak/<uuid:number>/": Line(NO_ONE, posts=NO_ONE),
    NAMELESS_IN_PURPOSE + "afspraak/<uuid:number>/goedkeuren": Line(NO_ONE, "POST"),
    NAMELESS_IN_PURPOSE + "afspraak/<uuid:number>/beeindigen": Line(NO_ONE, "POST"),
    NAMELESS_IN_PURPOSE + "vragen/": Line(NO_ONE, posts=NO_ONE),
    NAMELESS_IN_PURPOSE + "vragen/<uuid:number>/": Line(NO_ONE, posts=NO_ONE),
    NAMELESS_IN_PURPOSE + "vragen/<uuid:number>/antwoorden/": Line(NO_ONE, posts=NO_ONE),
    NAMELESS_IN_PURPOSE + "vragen/<uuid:number>/<slug:token>/": Line(NO_ONE, posts=NO_ONE),
    # Another house sends here; who it is, its signature says.
    "zonder-namen/aan/<uuid:number>/": Line(ALL, "POST"),
}

RELEASED = (
    "cijfers/<slug:code>/",
    "cijfers/<slug:code>/cijfers.<str:form>",
    "cijfers/<slug:code>/insluiten/",
    "api/v1/datasets/<str:code>",
    "api/v1/series/<str:code>",
    "cijfers/vrijgave/<int:number>/",
    "cijfers/vrijgave/<int:number>.json",
    "cijfers/vrijgave/<int:number>/tabel-<int:place>/<slug:standard>.csv",
    "cijfers/vrijgave/<int:number>/tabel-<int:place>/<slug:standard>-codes.csv",
    # What the API does not have.
    "api/v1/<path:rest>",
)
"""Pages of what was released: here nothing is, and tests/figures/test_pages.py reaches them."""
FIGURES_IN_PURPOSE = "cijfers/maken/<uuid:part>/<slug:ground>/"
FIGURES = {
    "cijfers/": Line(ALL),
    "cijfers/overzicht/": Line(ANY_ROLE),
    "cijfers/vergelijken/": Line(ALL),
    "cijfers/kaart/": Line(ALL),
    "cijfers/open-data/": Line(ALL),
    "cijfers/open-data/alles.zip": Line(ALL),
    "cijfers/open-data/vrijgaven.atom": Line(ALL),
    "cijfers/open-data/catalogus.<str:notation>": Line(ALL),
    "sitemap.xml": Line(ALL),
    "api/v1/openapi.json": Line(ALL),
    "api/v1/datasets": Line(ALL),
    "api/v1/series": Line(ALL),
    "api/v1/releases": Line(ALL),
    "api/v1/<path:rest>": Line(ALL),
    **dict.fromkeys(RELEASED, Line(ALL)),
    FIGURES_IN_PURPOSE: Line(NO_ONE),
    FIGURES_IN_PURPOSE + "indicator/": Line(NO_ONE, posts=NO_ONE),
    FIGURES_IN_PURPOSE + "telling/": Line(NO_ONE, posts=NO_ONE),
    FIGURES_IN_PURPOSE + "telling/<int:number>/tellen": Line(NO_ONE, "POST"),
    FIGURES_IN_PURPOSE + "telronde/<uuid:number>/": Line(NO_ONE),
    FIGURES_IN_PURPOSE + "telronde/<uuid:number>/opnieuw": Line(NO_ONE, "POST"),
    FIGURES_IN_PURPOSE + "vrijgave/nieuw/": Line(NO_ONE, posts=NO_ONE),
    FIGURES_IN_PURPOSE + "vrijgave/<int:number>/": Line(NO_ONE),
    FIGURES_IN_PURPOSE + "vrijgave/<int:number>/<slug:act>": Line(NO_ONE, "POST"),
}

EXPECTED: dict[str, Line] = {
    "": Line(ALL),
    "taal": Line(ALL, "POST"),
    "toetsen": Line(ALL),
    "gezond": Line(ALL),
    "robots.txt": Line(ALL),
    "demo/dag": Line(SIGNED_IN, posts=SIGNED_IN),
    "ik": Line(SIGNED_IN),
    "uitnodiging/<str:number>/<str:token>": Line(ALL, posts=ALL),
    "mensen/": Line(ADMINISTRATOR),
    "mensen/uitnodigen": Line(ADMINISTRATOR, posts=ADMINISTRATOR),
    "mensen/<int:number>/": Line(ADMINISTRATOR, posts=ADMINISTRATOR),
    "mensen/<int:number>/sluiten": Line(ADMINISTRATOR, "POST"),
    "mensen/<int:number>/openen": Line(ADMINISTRATOR, "POST"),
    "mensen/<int:number>/persoon": Line(ADMINISTRATOR, "POST"),
    "mensen/<int:number>/link": Line(ADMINISTRATOR, "POST"),
    "mensen/<int:number>/rol/<int:grant>/einde": Line(ADMINISTRATOR, "POST"),
    "organisaties/": Line(ANY_ROLE, posts=TEAM_AND_ADMINISTRATOR),
    "ambten/": Line(ANY_ROLE, posts=TEAM_AND_ADMINISTRATOR),
    "ambten/<int:number>/": Line(ANY_ROLE, posts=TEAM_AND_ADMINISTRATOR),
    "spoor/": Line(ADMINISTRATOR),
    "spoor.csv": Line(ADMINISTRATOR),
    "werk/<int:number>/": Line(SIGNED_IN),
    "werk/<int:number>/stand": Line(SIGNED_IN),
    **PROGRAMME,
    **LETTERS_ROOM,
    **PROCESSINGS,
    **REGISTER,
    **NETWORKS,
    **LINKS,
    **WITHOUT_NAMES,
    **FIGURES,
}
