"""The series that the programme follows, and how letters put a development in words."""

import re
from dataclasses import dataclass

from samen.core.terms import ValueKind


@dataclass(frozen=True, slots=True)
class Series:
    """A followed count. subject: what its sentence says; units: what may be counted."""

    name: str
    unit: str
    subject: re.Pattern[str]
    units: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class WordValue:
    """A statement without a number.

    The pattern's group `words` stands for the value; without a name its group `name` is it.
    needs_year: it counts only for what the programme counts, in a sentence that gives a year.
    """

    name: str
    unit: str
    kind: ValueKind
    pattern: re.Pattern[str]
    needs_year: bool = False


def _p(pattern: str) -> re.Pattern[str]:
    """A pattern in which "[^.]" is anything inside a sentence: the stop in 4.100 is no end."""
    return re.compile(pattern.replace("[^.]", r"(?:[^.]|\.(?=\d))"), re.IGNORECASE)


SERIES = (
    Series(
        "verdachten van mensenhandel bij het OM",
        "verdachten",
        _p(r"\bOM-verdachten|verdachten[^.]{0,80}\b(?:OM|voorgeleid|aangebracht|instro\w+)|"
           r"\b(?:OM|Veiligheidsagenda)\b[^.]{0,120}verdachten|"
           r"verdachten\W+(?:van|wegens) mensenh"),
        _p(r"verdachte|zaken"),
    ),
    Series(
        "meldingen van arbeidsuitbuiting",
        "meldingen",
        _p(r"melding\w*[^.]{0,40}arbeidsuitbuiting"),
        _p(r"melding"),
    ),
    Series(
        "gemelde mogelijke slachtoffers van mensenhandel",
        "slachtoffers",
        _p(r"slachtoffers[^.]{0,80}\b(?:(?:aan)?gemeld\w*|geregistre\w*|meldingen)|"
           r"\b(?:(?:aan)?gemelde|geregistre\w*|CoMensha)\b[^.]{0,80}slachtoffers"),
        _p(r"slachtoffer|melding|persone"),
    ),
    Series(
        "geschatte slachtoffers van mensenhandel per jaar",
        "slachtoffers",
        _p(r"(?:geschat|schatting)[^.]{0,100}slachtoffers|slachtoffers[^.]{0,60}gescha"),
        _p(r"slachtoffer"),
    ),
    Series(
        "gemeenten met beleid tegen mensenhandel",
        "gemeenten",
        _p(r"gemeenten?[^.]{0,100}\b(?:beleid\w*|aandachtsfunctionaris\w*|aanpak)\b"),
        _p(r"gemeente"),
    ),
    Series(
        "veroordelingen voor mensenhandel",
        "veroordelingen",
        _p(r"veroorde\w+[^.]{0,60}mensenhandel|mensenhandel[^.]{0,60}veroorde"),
        _p(r"veroordel|verdachte|dader|za[ka]"),
    ),
)  # fmt: skip

COUNTED = _p(
    r"(?:slachtoffer|melding|verdacht|dader|za(?:ak$|ken$)|veroordel|aangifte|signa(?:al|len)"
    r"|bed(?:den)?$|ple(?:k|kken)$|plaats(?:en)?$|gemeente|inspectie|controle|onderzoek"
    r"|registratie|gesprek|telefoontje|oproep|medewerker|professional|rechercheur|agent"
    r"|bedrij(?:f|ven)$|werkgever|bezoek|vergunning|aanvra(?:ag|gen)$|beschikking|perso(?:on|nen)$"
    r"|mensen$|ontheemde|jongere|minderjarige|kinderen$|vrouwen$|mannen$|cliënt|migrant"
    r"|(?:seks|thuis)werker|asielzoeker|vluchteling|nederlander|ambtena(?:ar|ren)$|hulpverlener"
    r"|zorgverlener|inrichting|pand(?:en)?$|uitzendbureau|prostitu|sanctie|dwangsom|schorsing"
    r"|huisbezoek|bewoner|ondernemer|werknemer|reiziger|gezin(?:nen)?$|adres(?:sen)?$|voertuig"
    r"|schol(?:en)$|artsen$|vrijwilliger|locatie|leerling|student|deelnemer|bezoeker|gebruiker"
    r"|woning|dossier|boete|waarschuwing|overtreding|casus|gevallen$|advertentie|verdwijning|vermissing"
    r"|victim|report|suspect|case|conviction|place|municipalit|inspection|investigation)"
)
"""Nouns of what a programme of this kind counts."""

PARTITIVE = re.compile(
    r"(?:%|procent) +van\b|\b[Vv]an +de\b(?:[^.]|\.(?=\d)){0,60}(?:%|procent)|"
    r"\b[Bb]ij +\d+(?:,\d+)? ?(?:%|procent)|(?:%|procent) +(?:omhoog|omlaag|meer|minder|to|af|ge)"
)

WORD_VALUES = (
    WordValue(
        "gemeenten met beleid tegen mensenhandel",
        "gemeenten",
        ValueKind.TARGET,
        _p(r"\b(?:moeten?|dienen|over(?:een)?gekomen|afspraak|afgesproken|streven)\b[^.]{0,80}"
           r"(?P<words>\balle +gemeenten)\b[^.]{0,60}\b(?:beleid|aanpak)"),
    ),
    WordValue(
        "gemeenten met beleid tegen mensenhandel",
        "gemeenten",
        ValueKind.TREND,
        _p(r"(?P<words>\b(?:meer|steeds meer|minder|veel|(?:bijna|vrijwel|nagenoeg) alle|"
           r"(?:een )?(?:ruime )?meerderheid van de|"
           r"de meeste|de helft van de) +gemeenten)\b[^.]{0,80}"
           r"\b(?:beleid|aanpak|aandachtsfunctionaris)"),
    ),
    WordValue(
        "zaken of verdachten van mensenhandel bij het OM",
        "zaken",
        ValueKind.TREND,
        _p(r"(?P<words>\b(?:meer|minder) +(?:zaken|verdachten))\b[^.]{0,60}\bOM\b"),
    ),
    WordValue(
        "meldingen van arbeidsuitbuiting",
        "meldingen",
        ValueKind.TREND,
        _p(r"(?P<words>\b(?:meer|minder|stijging van het aantal) +meldingen)\b"
           r"[^.]{0,40}uitbuiting"),
    ),
    WordValue(
        "verdachten van mensenhandel bij het OM",
        "verdachten",
        ValueKind.TREND,
        _p(r"(?P<words>\b(?:\w+ +)?(?:verhoging|stijging|groei|toename|daling|afname) +van +het +"
           r"aantal +(?:OM-)?verdachten)"),
    ),
    WordValue(
        "slachtoffers van mensenhandel",
        "slachtoffers",
        ValueKind.TREND,
        _p(r"\baantal\b[^.]{0,40}\bslachtoffers\b[^.]{0,40}"
           r"(?P<words>\b(?:lag|is|was|bleef) +(?:\w+ +)?(?:lager|hoger|gelijk|gedaald|gestegen)"
           r"(?: +dan +in +het +jaar +\w+)?)"),
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        _p(r"\b(?:het|de) +(?P<name>aantal(?:len)? +(?!van\b)(?:[\w-]+ +){1,4}?)"
           r"(?P<words>(?:nam|nemen|namen|is|zijn|steeg|stegen|daalde|daalden|liep|lag|neemt"
           r"|stijgt)\b"
           r"[^.,;]{0,30}?(?:\b(?:af|toe|terug|op|lager|hoger|gestegen|gedaald|toegenomen"
           r"|afgenomen)"
           r"\b|(?<=steeg)|(?<=daalde)|(?<=stijgt))|(?:halveerde|verdubbelde|verdrievoudigde"
           r"|stabiliseerde|fluctueerde|(?:bleef|bleven|blijft)[^.,;]{0,30}?\b(?:gelijk"
           r"|stabiel))\b)"),
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        _p(r"\b(?:een|het) +(?P<name>aantal) +dat\b[^.,;]{0,50}?"
           r"(?P<words>\b(?:\w+ +)?(?:oploopt|toeneemt|afneemt|stijgt|daalt|groeit|terugloopt))\b"),
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        _p(r"(?P<words>\b(?:(?:aanzienlijk|iets|fors|veel|flink|licht|beduidend|aanmerkelijk"
        r"|duidelijk"
           r"|nauwelijks) +)?(?:meer|minder)) +(?P<name>(?:[\w-]+e +)?[\w-]+)\b[^.;]{0,80}?\bdan +"
           r"(?:in|over|een +jaar|het +jaar|vorig|voorgaande)\b"),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TARGET,
        _p(r"\b(?:moeten|dienen|streven|streeft|bedoeling|doel|ambitie|afgesproken|zullen)\b"
           r"[^.;]{0,80}?(?P<words>\b(?:alle|iedere|elke|ieder|elk) +(?!elf\b|twaalf\b|\d)"
           r"(?P<name>(?:[\w-]+e +)?[\w-]+))\b"),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TARGET,
        _p(r"(?:(?<![\w,:)] )|\b(?:19|20)\d\d +(?:moeten|dienen|zullen) +)"
           r"(?P<words>\balle +(?P<name>(?:[\w-]+e +)?[\w-]+en))"
           r"(?=[^.;]{0,80}\b(?:moeten|dienen|beschikken|hebben|zijn)\b[^.;]{0,60}\b20\d\d\b"
           r"|\b[^.;]{0,60}\bzo +ver\b)"),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        _p(r"(?P<words>\b(?:een +)?(?:(?:snel|sterk|gestaag|licht) +)?"
           r"(?:groeiend|toenemend|stijgend|oplopend|afnemend|dalend|slinkend) +aantal)"
           r" +(?P<name>(?:[\w-]+e +)?[\w-]+)\b"),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        _p(r"\b(?:zag(?:en)?|zien|ziet|zie)\b[^.;]{0,60}?\bhet +"
           r"(?P<name>aantal(?:len)? +[^.,;]{3,60}?) +"
           r"(?P<words>(?:[\w-]+ +)?(?:oplopen|toenemen|afnemen|stijgen|dalen|groeien|teruglopen"
           r"|verdubbelen|halveren|oplopend|stijgend|dalend))\b"),
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        _p(r"(?P<words>\b(?:komt|komen|kwam(?:en)?) +(?:steeds|almaar|opvallend|veel) +"
           r"(?:minder|meer|vaker|zeldener)(?: +vaak)? +voor)\b(?P<name>)"),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        _p(r"(?P<words>\b(?:bijna|vrijwel|nagenoeg|haast) +(?:niemand|iedereen"
           r"|alle +(?P<name>[\w-]+(?:['’]s)?)))\b"),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        _p(r"(?P<words>\b(?:het +(?:merendeel|leeuwendeel|gros|(?:over)?gro(?:te|otste) +deel)"
           r"|(?:een +)?(?:ruime +|krappe +)?"
           r"meerderheid|(?:een|één|twee|drie|vier|\d) +van +de +(?:twee|drie|vier|vijf|tien|\d+)"
           r"|tweederde|twee +derde)) +(?:van +)?(?:de +|het +|alle +)?(?P<name>[\w-]+)"),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        _p(r"(?P<words>\b(?:een +)?"
           r"(?:lichte|forse|sterke|kleine|grote|duidelijke|flinke|geringe|verdere)? *"
           r"\b(?:toename|afname|stijging|daling|groei|verdubbeling|halvering) +van +"
           r"(?:het +aantal +|de +)?)(?P<name>(?:[\w-]+e +){0,2}[\w-]+)"),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        _p(r"\b(?P<words>(?:(?:ruim|bijna|krap|(?:iets +)?(?:meer|minder) +dan|nog +geen"
           r"|ongeveer|circa|nagenoeg|zo['’]n) +)?(?:de +helft|driekwart|twee ?derde|"
           r"(?:een|twee) +(?:derde|kwart|vijfde|tiende)"
           r"(?= +(?:van|daarvan|deel|betr(?:of|eft)|was|waren|is|zijn|had(?:den)?|ging(?:en)?"
           r"|leidde|kwam|kwamen|werd(?:en)?|deed|doet)\b|[.,;)])|"
           r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|\d) +op +(?:de|elke|iedere) +\w+)"
           r"|(?:ruim|bijna|krap|ongeveer|circa|(?:meer|minder) +dan|nog +geen) +(?:een +)?"
           r"(?:derde|kwart|vijfde|tiende))"
           r"(?:(?: +van)?(?: +de| +het| +alle)? +(?P<name>[\w-]+))?"),
        needs_year=True,
    ),
)  # fmt: skip
