"""Bodies that no list has, by the form of their name: "de ambassade in Tunis"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from samen.core.reading import place_names

_CAP = r"[A-Z][\w&’'-]*\w"
_NATION = r"(?!Nederlandse|Europese|Engelse\b)[A-Z][a-zà-ÿ-]{2,}s(?:ch)?e"
_ABROAD = re.compile(
    rf"\b(?:(?P<first>{_NATION})\s+en\s+(?:(?:de|het)\s+)?)?(?P<nation>{_NATION}\s+(?:federale\s+)?(?:autoriteiten|regering|overheid|(?:grens)?politie|justitie"
    r"|voorzitterschap|(?:arbeids)?inspectie|ambassade|ministeries?|douane|grenswacht|kustwacht"
    r"|parket|openbaar\s+ministerie))\b(?!\s+(?:van|voor)\s+[A-Z])"
    rf"|\b(?P<country>regering\s+van\s+(?!Nederland\b)(?:de\s+)?{_CAP})"
    rf"|\b(?:Nederlandse\s+)?(?P<post>(?:[Aa]mbassade(?:s|ur)?|[Cc]onsulaat|[Cc]onsulaten)\s+(?:in|te)"
    rf"\s+{_CAP}(?:\s+{_CAP})?(?:\s+en\s+{_CAP})?)"
)
_OFFICIAL = re.compile(
    r"\b[Mm]inister-president\b|\b(?:(?:Nationale|Gemeentelijke)\s+[Oo]mbudsman|Kinderombudsman)\b"
    rf"|\b(?:Landelijk|Nationaal|Regionaal|Europees|Internationaal|Centraal)\s+(?:Meldpunt|Centrum|Instituut|Bureau|Expertisecentrum|Platform|Netwerk|Steunpunt|Loket)\b(?:\s+{_CAP})*"
    rf"|\b[Ii]nspectie\s+(?:van|voor)\s+(?:(?:de|het)\s+)?{_CAP}(?:\s+en\s+{_CAP})?|\b[Cc]ommissie-{_CAP}"
)
_PROSECUTOR = re.compile(
    r"\b(?:(?:hoofd)?officier(?:en)?\s+van\s+justitie|arrondissementsparket)\b"
)
_IN_TOWN = re.compile(
    rf"\b(?:[Bb]urgemeesters?|[Gg]emeentera(?:ad|den)|[Ww]ethouders?|[Cc]ollege)\s+van\s+"
    rf"(?P<towns>{_CAP}(?:(?:,\s+|\s+en\s+){_CAP}){{0,5}})"
)
_ONE = {
    "burgemeester": "burgemeester", "wethouder": "wethouder", "college": "college",
    "gemeentera": "gemeenteraad",
}  # fmt: skip
"""How one of those is called."""
_HEAD_OF = re.compile(
    r"\b(?:[Pp]olitiechef|[Kk]orpschef|[Hh]oofdofficier(?:\s+van\s+justitie)?|[Ii]nspecteur-generaal|[Cc]ommandant"
    r"|[Dd]irecteur(?:-generaal)?|[Cc]ommissaris\s+van\s+de\s+Koning)\s+(?:van|in)\s+(?:(?:de|het)\s+)?"
    rf"{_CAP}(?:\s+(?:(?:en|van|voor)\s+)?{_CAP}){{0,3}}|\bbrigade\s+{_CAP}(?:\s+{_CAP})?"
)
_PLAIN = re.compile(
    r"(?<![\w-])(?P<body>Rijk|rechtspraak|douane|kustwacht|zeehavenpolitie|taskforce|(?:werk|stuur|regie|project|programma|klankbord|kern)groep"
    r"|(?:programma|project|interventie|kern)team|cliëntenraad|regio['’]s|regio"
    r"|provincies|lidstaten|(?:zorg|opvang)?aanbieders|opvanginstellingen|onderwijsinstellingen"
    r"|werkgevers(?:organisaties)?|werknemersorganisaties|vakbonden|sociale\s+partners"
    r"|branche(?:organisaties|verenigingen)?|woningcorporaties|zorgverzekeraars|ketenpartners"
    r"|centrumgemeenten|platforms|banken|driehoek|inspecteur-generaal|korpschef|korpsleiding|politiechef|hoofdofficier|commandant"
    r"|zorgcoördinator(?:en)?|toezichthouders?|(?:uitvoerings|opvang)organisaties|zorginstellingen|universiteiten|hogescholen"
    r"|wijkagenten|basisteams|(?:programma|project)bureau|secretariaat|kwartiermaker"
    r"|ketenregisseurs?|projectleiders?|programma(?:directeur|manager)"
    r"|maatschappelijke\s+organisaties|raad\s+van\s+toezicht|bestuur|meldpunt|wijkteams"
    r"|leerplichtambtena(?:ar|ren)|burgemeesters|wethouders|uitzendbureaus|hulporganisaties"
    r"|ziekenhuizen|huisartsen|rechtbanken|inspecties|omgevingsdiensten|omgevingsdienst"
    r"|functionaris\s+gegevensbescherming|jeugdbeschermers|handhavers|ambassades?|consulaat|posten)"
    rf"(?:\s+(?P<place>(?-i:{_CAP}(?:\s+(?:(?:van|aan|op)(?:\s+de[nr]?)?|en)\s+{_CAP})?)))?"
    r"(?![\w-])(?!\s+van\b)",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:een|geen|elke?|iedere?|per|onze|mijn|eerste|tweede|derde|extra|nieuwe?)\s+$", re.I
)
"""Words before something that is set up, and acts no more than any other."""
_THESE = re.compile(r"\b(?:de|deze|beide|alle|andere|twee|drie|vier)\s+(?:[a-z]+e\s+)?$", re.I)
_NAMED = re.compile(r"(?<!\w)(?!De|Het|Een|Alle|Ook)[A-Z][\w-]+ $")
"""The front of a name that ends on a body: "Fontys Hogescholen"."""
_BRANCH = re.compile(
    r"(?: \(\w+\)|\))? (?P<place>(?:[A-Z][a-z]+- en )?"
    rf"(?:Den )?{_CAP}(?: (?:Zuid|Noord|Oost|West|Midden))?)(?!\w)"
)
_SHARED = (
    r"\b(?:GGD|RIEC|Regionaa?l\s+Informatie-\s+en\s+Expertise\s?[Cc]entrum|Veilig Thuis"
    r"|Zorg- en Veiligheidshuis|Veiligheidshuis|SHOP|MEE|[Pp]olitie-?eenheid)\b"
)
_WITH_BRANCHES = re.compile(rf"{_SHARED}$")
_POLICE_UNIT = re.compile(
    rf"[Pp]olitie (?:{'|'.join(map(str.strip, place_names.POLICE_UNITS.split(';')))})(?![\w-])"
)
_NO_PLACE = re.compile(r"(?:De|Het|In|Op|Nederland|GHOR|NL)\b")


_TOWN = rf"(?:Den\s+)?{_CAP}(?:\s+(?:aan|op|bij)\s+(?:de[nr]?\s+)?{_CAP})?"
_TOWNS = re.compile(
    rf"\b(?:[a-z]+)?gemeenten\s+(?P<towns>{_TOWN}(?:(?:,\s+|\s+en\s+){_TOWN}){{1,12}})"
)


def bodies_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Countries, posts and authorities abroad, and bodies without a name of their own."""
    yield from _by_one_name(text, start, end)
    for found in _ABROAD.finditer(text, start, end):
        yield from _abroad(found)
    for found in _IN_TOWN.finditer(text, start, end):
        for town in re.finditer(_CAP, found["towns"]):
            low = found.start() if town.start() == 0 else found.start("towns") + town.start()
            body = next((one for many, one in _ONE.items() if many in found.group().lower()), "")
            yield low, found.start("towns") + town.end(), f"{body} van {town.group()}"
    for found in _HEAD_OF.finditer(text, start, end):
        yield found.start(), found.end(), " ".join(found.group().split())
    for found in _PLAIN.finditer(text, start, end):
        before = text[max(0, found.start() - 30) : found.start()]
        if _ANY.search(before) or (found["body"][0].isupper() and _NAMED.search(before)):
            continue
        if found["body"].lower() == "inspecties" and not _THESE.search(before):
            continue  # visits, and no bodies
        is_one = not found["body"].endswith(("s", "en"))
        is_placed = is_one and found["place"] is not None
        is_title = found["body"] == "Rijk" or "-G" in found["body"]
        body = found["body"] if is_title else found["body"].lower()
        name = f"{body} {found['place']}" if is_placed else body
        yield found.start(), found.end("place" if is_placed else "body"), " ".join(name.split())


def _abroad(found: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """A body abroad, or each of "de Franse en de Belgische politie"."""
    name = found["nation"] or found["country"] or found["post"][0].lower() + found["post"][1:]
    low = found.start()
    if found["first"]:
        body = found["nation"].partition(" ")[2]
        yield low, found.end("first"), " ".join(f"{found['first']} {body}".split())
        low = found.start("nation")
    yield low, found.end(), " ".join(name.split())


def municipalities_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Each of "de gemeenten Leiden, Gouda en Delft"."""
    for match in _TOWNS.finditer(text, start, end):
        for town in re.finditer(_TOWN, match["towns"]):
            low = match.start() if town.start() == 0 else match.start("towns") + town.start()
            high = match.start("towns") + town.end()
            yield low, high, f"gemeente {town.group()}"


def _by_one_name(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Countries, authorities and prosecutors, each of which has one name as it stands."""
    for pattern in (_countries(), _OFFICIAL):
        for found in pattern.finditer(text, start, end):
            yield found.start(), found.end(), " ".join(found.group().split())
    for found in _PROSECUTOR.finditer(text, start, end):
        yield found.start(), found.end(), "Openbaar Ministerie"


def branch_at(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the name of a branch ends, and the name: "GGD Drenthe"; "" where it is no branch.

    A bare "GGD" is the one branch that the text names, if it names one only.
    """
    if unit := _POLICE_UNIT.match(text, start):
        return unit.end(), f"p{unit[0][1:]}"
    if not _WITH_BRANCHES.search(text, start, end):
        return end, ""
    place = _place(text, end)
    if place is not None:
        said = re.sub(r"\s*\(\w+\)?", "", text[start : place.end("place")])
        return place.end("place"), " ".join(said.split())
    named = _branches(text).get(text[start:end], frozenset())
    return end, next(iter(named)) if len(named) == 1 else ""


def _place(text: str, end: int) -> re.Match[str] | None:
    place = _BRANCH.match(text, end)
    return place if place and not _NO_PLACE.match(place["place"]) else None


@lru_cache(maxsize=16)
def _branches(text: str) -> dict[str, frozenset[str]]:
    """The branches that a text names, by the name that they share."""
    found: dict[str, frozenset[str]] = {}
    for match in re.finditer(_SHARED, text):
        place = _place(text, match.end())
        if place is not None:
            name = f"{match.group()} {place['place']}"
            found[match.group()] = found.get(match.group(), frozenset()) | {name}
    return found


@cache
def _countries() -> re.Pattern[str]:
    names = [" ".join(name.split()) for name in place_names.COUNTRIES.split(";")]
    longest_first = sorted({*names, "Nederland"}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
