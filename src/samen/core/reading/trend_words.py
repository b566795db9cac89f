"""How letters put a development, a share or an aim in words, without a number."""

from dataclasses import dataclass

from samen.core.cued import Cued
from samen.core.reading.series import phrase
from samen.core.terms import ValueKind


@dataclass(frozen=True, slots=True)
class WordValue:
    """A statement without a number.

    The pattern's group `words` stands for the value; without a name its group `name` is it.
    needs_year: it counts only for what the programme counts, in a sentence that gives a year.
    moves: it tells of a rise or a fall, which must be no wish or fear.
    """

    name: str
    unit: str
    kind: ValueKind
    pattern: Cued
    needs_year: bool = False
    moves: bool = False


_MEASURE = (
    r"(?:(?<!een )aantal(?:len)?|aandeel|percentage|in-? en uitstroom|instroom|uitstroom|doorstroom"
    r"|(?:[a-z]+)?(?:bezetting|bezettingsgraad|wachttijd|wachttijden|wachtlijst|wachtlijsten|doorlooptijd"
    r"|doorlooptijden|bereidheid|voorraad|verblijfsduur)"
    r"|(?:[a-z]+)?(?:melding|aangift|verdwijning|vermissing|veroordeling|aanhouding|aanmelding|registratie|zak)en)"
)
"""What rises and falls."""
_MOVES = (
    r"(?:(?:neemt|nemen|nam|namen)\b[^.,;]{0,40}?\b(?:toe|af)"
    r"|(?:loopt|lopen|liep|liepen)\b[^.,;]{0,40}?\b(?:op|terug)"
    r"|(?:stijgt|steeg|stegen|daalt|daalden?|groeit|groeiden?|krimpt|kromp(?:en)?|zakt|zakten?"
    r"|halveert|halveerden?|verdubbelt|verdubbelden?|verdrievoudigt|verdrievoudigden?"
    r"|stabiliseert|stabiliseerden?|fluctueert|fluctueerden?|schommelt|schommelden?)"
    r"|(?:blijft|blijven|bleef|bleven)\b[^.,;]{0,30}?\b(?:gelijk|stabiel|constant|hoog|laag"
    r"|stijgen|dalen|groeien|toenemen|afnemen|oplopen|teruglopen)"
    r"|(?:is|zijn|was|waren|lag|lagen|ligt|liggen|wordt|worden|werd|werden)\b[^.,;]{0,40}?"
    r"\b(?:gestegen|gedaald|toegenomen|afgenomen|gegroeid|gekrompen|opgelopen|teruggelopen"
    r"|gehalveerd|verdubbeld|gestabiliseerd|lager|hoger|groter|kleiner|langer|korter|gelijk"
    r"|stabiel|constant)(?: +dan +in +het +jaar +\w+)?"
    r"|(?:\w+ +)?(?:oploopt|oplopen|toeneemt|toenemen|toenam|toenamen|afneemt|afnemen|afnam|afnamen"
    r"|terugloopt|teruglopen|terugliep|opliep|opliepen))"
)
"""A rise or a fall, in the order of a main clause or of one that hangs on another."""
_TIMES = r"(?:verdubbel|halveer|verdrievoudig|verviervoudig|vervijfvoudig|vertienvoudig)"
MULTIPLIED = (
    rf"(?:(?:bijna|ruim|meer +dan|haast|vrijwel) +)?(?:ge|ver)?{_TIMES}(?:t|d|de|den)?"
    rf"(?: +(?:bijna|ruim|haast))?"
)
"""A rise or a fall that is a value itself, also where the number that it led to is told."""
_TO_NUMBER = (
    r" +dan +(?:beoogd|gewenst)| +dan\b[^.;]{0,40}\(\d|[^.;]{0,25}\b(?:tot|naar|van|met|op)\b"
    r"[^.;]{0,25}(?:\d| half jaar\b)"
)
"""Behind a rise of which the number is told."""
_FOLLOWED = (
    r"(?:[a-z]+)?(?:slachtoffers|meldingen|verdachten|daders|veroordelingen|aangiften|signalen|gemeenten"
    r"|regio['’]s|jongeren|minderjarigen|kinderen|vrouwen|mannen|meisjes|jongens|werknemers|werkgevers|arbeidsmigranten"
    r"|cliënten|mensen|organisaties|professionals|zaken|gezinnen|scholen|bedrijven)"
)
"""The plurals of which more or fewer are told."""

WORD_VALUES = (
    WordValue(
        "gemeenten met beleid tegen mensenhandel",
        "gemeenten",
        ValueKind.TARGET,
        phrase(
            r"\b(?:moeten?|dienen|over(?:een)?gekomen|afspraak|afgesproken|streven)\b[^.]{0,80}"
            r"(?P<words>\balle +gemeenten)\b[^.]{0,60}\b(?:beleid|aanpak)"
        ),
    ),
    WordValue(
        "gemeenten met beleid tegen mensenhandel",
        "gemeenten",
        ValueKind.TREND,
        phrase(
            r"(?P<words>\b(?:meer|steeds meer|minder|veel|(?:bijna|vrijwel|nagenoeg) alle|"
            r"(?:een )?(?:ruime )?meerderheid van de|"
            r"de meeste|de helft van de) +gemeenten)\b[^.]{0,80}"
            r"\b(?:beleid|aanpak|aandachtsfunctionaris)"
        ),
    ),
    WordValue(
        "zaken of verdachten van mensenhandel bij het OM",
        "zaken",
        ValueKind.TREND,
        phrase(r"(?P<words>\b(?:meer|minder) +(?:zaken|verdachten))\b[^.]{0,60}\bOM\b"),
    ),
    WordValue(
        "meldingen van arbeidsuitbuiting",
        "meldingen",
        ValueKind.TREND,
        phrase(
            r"(?P<words>\b(?:meer|minder|stijging van het aantal) +meldingen)\b"
            r"[^.]{0,40}uitbuiting"
        ),
    ),
    WordValue(
        "verdachten van mensenhandel bij het OM",
        "verdachten",
        ValueKind.TREND,
        phrase(
            r"(?P<words>\b(?:\w+ +)?(?:verhoging|stijging|groei|toename|daling|afname)"
            r" +van +het +aantal +(?:OM-)?verdachten)"
        ),
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        phrase(
            rf"\b(?P<name>{_MEASURE}\b(?:(?!{_MEASURE}\b)[^.;:]){{0,90}}?)[ ,]+"
            rf"(?P<words>{_MOVES})(?!\w)(?!{_TO_NUMBER})"
        ),
        moves=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        phrase(
            rf"\b(?P<name>{_MEASURE}\b(?:(?!{_MEASURE}\b)[^.,;:]){{0,90}}?)[ ,]+"
            rf"(?P<words>{MULTIPLIED})(?!\w)"
        ),
        moves=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        phrase(rf"(?P<words>\bsteeds +(?:meer|minder)) +(?P<name>(?:[\w-]+e +)?{_FOLLOWED})\b"),
        moves=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        phrase(
            rf"\b(?P<name>(?:[\w-]+e +)?{_FOLLOWED})\b[^.;,]{{0,80}}?"
            r"(?P<words>\bsteeds +(?:vaker|minder +vaak|jonger|ouder"
            r"|(?:groter|kleiner|hoger|lager)(?: +(?:aan)?deel)?))\b"
        ),
        moves=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        phrase(
            r"(?P<words>\b(?:(?:aanzienlijk|iets|fors|veel|flink|licht|beduidend|aanmerkelijk"
            r"|duidelijk"
            r"|nauwelijks) +)?(?:meer|minder)) +(?P<name>(?:[\w-]+e +)?[\w-]+)\b[^.;]{0,80}?\bdan +"
            r"(?:in|over|een +jaar|het +jaar|vorig|voorgaande)\b"
        ),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TARGET,
        phrase(
            r"\b(?:moet(?:en)?|dien(?:t|en)|stre(?:ef|eft|ven)|bedoeling|doel|ambitie|inzet|afgesproken"
            r"|afspraak|zul(?:len)?|zal|wil(?:len)?)\b"
            r"[^.;]{0,80}?(?P<words>\b(?:alle|iedere|elke|ieder|elk) +(?!twee\b|drie\b|vier\b"
            r"|vijf\b|zes\b|tien\b|elf\b|twaalf\b|\d)"
            r"(?P<name>(?:[\w-]+e +)?[\w-]+))\b"
        ),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TARGET,
        phrase(
            r"(?:(?<![\w,:)] )|\b(?:19|20)\d\d +(?:moeten|dienen|zullen) +)"
            r"(?P<words>\balle +(?P<name>(?:[\w-]+e +)?[\w-]+en))"
            r"(?=[^.;]{0,80}\b(?:moeten|dienen|beschikken|hebben|zijn)\b[^.;]{0,60}\b20\d\d\b"
            r"|\b[^.;]{0,60}\bzo +ver\b)"
        ),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        phrase(
            r"(?P<words>\b(?:een +)?(?:(?:snel|sterk|gestaag|licht) +)?"
            r"(?:groeiend|toenemend|stijgend|oplopend|afnemend|dalend|slinkend) +aantal)"
            r" +(?P<name>(?:[\w-]+e +)?[\w-]+)\b"
        ),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        phrase(
            r"\b(?:zag(?:en)?|zien|ziet|zie)\b[^.;]{0,60}?\bhet +"
            r"(?P<name>aantal(?:len)? +[^.,;]{3,60}?) +"
            r"(?P<words>(?:[\w-]+ +)?(?:oplopen|toenemen|afnemen|stijgen|dalen|groeien|teruglopen"
            r"|verdubbelen|halveren|oplopend|stijgend|dalend))\b"
        ),
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        phrase(
            r"(?P<words>\b(?:komt|komen|kwam(?:en)?) +(?:steeds|almaar|opvallend|veel) +"
            r"(?:minder|meer|vaker|zeldener)(?: +vaak)? +voor)\b(?P<name>)"
        ),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        phrase(
            r"(?P<words>\b(?:bijna|vrijwel|nagenoeg|haast) +(?:niemand|iedereen"
            r"|alle +(?P<name>[\w-]+(?:['’]s)?)))\b"
        ),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        phrase(
            r"(?P<words>\b(?:het +(?:merendeel|leeuwendeel|gros|(?:over)?gro(?:te|otste) +deel)"
            r"|(?:een +)?(?:ruime +|krappe +)?"
            r"(?:meerderheid|minderheid)|(?:slechts +|maar +)?een +(?:klein|beperkt|gering|fors"
            r"|aanzienlijk"
            r"|behoorlijk|groot|groter|kleiner) +deel"
            r"|(?:een|één|twee|drie|vier|zes|zeven|acht|negen|\d) +van +de +(?:twee|drie|vier"
            r"|vijf|tien|\d+)"
            r"(?! +[a-z-]*(?:regio|eenhe|provincie))"
            r"|tweederde|twee +derde)) +(?:van +)?(?:de +|het +|alle +)?(?P<name>[\w-]+)"
        ),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        phrase(
            r"(?P<words>\b(?:een +)?"
            r"(?:[a-z]{3,}e +)?\b(?:toename|afname|stijging|daling|groei|verdubbeling|halvering)) +"
            r"(?:ten +opzichte +van|van +(?:het +aantal +|de +)?"
            r"(?P<name>(?:[\w-]+e +){0,2}[\w-]+))"
        ),
        needs_year=True,
    ),
    WordValue(
        "",
        "",
        ValueKind.TREND,
        phrase(
            r"\b(?P<words>(?:(?:ruim|bijna|krap|(?:iets +)?(?:meer|minder) +dan|nog +geen"
            r"|ongeveer|circa|nagenoeg|zo['’]n) +)?(?:de +helft|driekwart|twee ?derde|"
            r"(?:een|twee) +(?:derde|kwart|vijfde|tiende)"
            r"(?= +(?:van|daarvan|deel|betr(?:of|eft)|was|waren|is|zijn|had(?:den)?|ging(?:en)?"
            r"|leidde|kwam|kwamen|werd(?:en)?|deed|doet)\b|[.,;)])|"
            r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|\d) +op +(?:de|elke|iedere) +\w+)"
            r"|(?:ruim|bijna|krap|ongeveer|circa|(?:meer|minder) +dan|nog +geen) +(?:een +)?"
            r"(?:derde|kwart|vijfde|tiende))"
            r"(?:(?: +van)?(?: +de| +het| +alle)? +(?P<name>[\w-]+))?"
        ),
        needs_year=True,
    ),
)
