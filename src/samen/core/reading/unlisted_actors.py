"""Who acts, where no list has the name: "Divosa schoolt ...", "In mei opent Arnhem ..."."""

import re
from functools import cache, lru_cache

from samen.core.reading import place_names
from samen.core.reading.action_verbs import verb_forms
from samen.core.reading.clauses import AUXILIARIES
from samen.core.reading.lexicon import word_set

_CAP = r"[A-Z][\w&’'-]*\w"
_NAME = rf"(?P<name>{_CAP}(?:\s+(?:(?:van|voor|de|en)\s+){{0,2}}{_CAP}){{0,4}})(?:\s+\([\w-]+\))?"
_PASTS = "|".join(sorted({*verb_forms().pasts, "zal", "wil"}, key=len, reverse=True))
_VERB = rf"(?P<verb>[a-zà-ÿ]{{2,}}(?:t|en)\b|(?:{_PASTS})\b)"
_ITEM = r"^\W*(?:\w{1,2}[.)]\s+)?"
_FIRST = re.compile(rf"{_ITEM}(?:(?:De|Het|de|het)\s+)?{_NAME}\s+{_VERB}\b")
_ROW = re.compile(rf"{_ITEM}(?P<name>{_CAP}(?:,\s+{_CAP}){{1,6}}\s+en\s+{_CAP})\s+{_VERB}\b")
_TURNED = re.compile(
    rf"{_ITEM}(?:[\w’'-]+\s+){{0,8}}?{_VERB}\s+(?:(?:de|het|ook|nu)\s+){{0,2}}{_NAME}(?!\w|[’'-])"
)
_BY = re.compile(rf"\b[Dd]oor\s+(?:(?:de|het|een)\s+)?(?:[a-zà-ÿ-]{{4,}}\s+)?{_NAME}")
_PASSIVE = re.compile(r"\b(?:wordt|worden|werd|werden|is|zijn)\b")
_NO_NAMES = word_set("""
De Het Een Dit Dat Deze Die Er Ook Zo Daarnaast Hier Daar Men Niet Wie Wat Dan Nu Vaak Daarbij
Hierbij Daarmee Hiermee Daarvoor Hiervoor Daartoe Hiertoe Zij Hij Wij Ik Wel Slachtoffers Daders
Klanten Op In Bij Met Voor Aan Van Tot Uit Naar Over Door Om Als Indien Beide Bovendien Verder
Voorts Tevens Echter Allereerst Momenteel Immers Hoewel Omdat Ten Sinds Vanaf Inmiddels Onlangs
Jaarlijks Na Onder Tussen Volgens Tijdens Per Ter Thans Daarom Onderzoek Jongeren Partners Uw
Onze Mijn Hun Alle Enkele Twee Drie Vier Vijf Motie Zodra Toch Zowel Naast Namens Via Gelet
Gezien Daarna Hierna Daarop Vervolgens Intussen Sindsdien Later Eerst Uiteindelijk Hierdoor
Daardoor Mede Vanwege Wegens Ondanks Eind Begin Medio Vorig Volgend Dezelfde Samen Elk Kamer
Kamerstuk Kamerstukken Nederland Nederlandse Europa Europese Roma Covid Staatsblad Staatscourant
Wet Besluit Richtlijn Verdrag Niettemin Desondanks Desalniettemin Overigens Evenwel Daarentegen
Desgevraagd Derhalve Voordien Nadien Tezamen Gezamenlijk Volledigheidshalve Anders Ofschoon
""")
"""Words with a capital that name nobody who acts."""
_THING = re.compile(
    r"[A-Z]?[a-z]*(?i:wet|wetboek|nota|akkoord|heid|begroting|besluit|regeling|verdrag|richtlijn"
    r"|contract|convenant|overeenkomst|subsidie|verlenging|campagne|pilot|proef|rapport|advies"
    r"|evaluatie|onderzoek|werkwijze|instructie)|Haar|Zijn|Corona"
)
"""What is no body, though it opens a clause with a capital: "De Jeugdwet biedt ..."."""
_ACTING = word_set("heeft hebben gaat gaan laat laten wil willen zal zullen")
_NO_VERBS = AUXILIARIES - _ACTING | word_set(
    "dit het want niet met dat uit tot geen een sinds bent binnen buiten tegen tussen"
)


def unlisted_actor(clause: str) -> list[str]:
    """The name that opens a clause, or follows its verb, and does something; none: empty."""
    by = _BY.search(clause) if _PASSIVE.search(clause) else None
    if by and not _is_common(re.sub(r"^(?:De|Het) ", "", by["name"])):
        return [" ".join(by["name"].split())] if by["name"] not in _elsewhere() else []
    if (row := _ROW.match(clause)) and (towns := _towns(row["name"])):
        return towns
    for pattern in (_FIRST, _TURNED):
        match = pattern.match(clause)
        if match is None or not _does_something(match):
            continue
        name = " ".join(match["name"].split())
        if towns := _towns(name):
            return towns
        if not _is_common(name) and name not in _elsewhere():
            are_two = match["verb"].endswith("en")  # "KLM en Transavia leiden op"
            joined = r"\s+en\s+(?:(?:de|het)\s+)?" if are_two else r"\s+en\s+(?:de|het)\s+"
            return re.split(joined, name)
    return []


def town_acts(clause: str) -> bool:
    """Whether a clause opens with municipalities, by their bare names, that do something."""
    match = _ROW.match(clause) or _FIRST.match(clause)
    return match is not None and _does_something(match) and bool(_towns(match["name"]))


def is_sure_name(text: str, clause: str) -> bool:
    """Whether the name that opens a clause of a text is no noun: by its form or its places."""
    match = _FIRST.match(clause)
    name = match["name"] if match else ""
    has_form = " " in name or any(letter.isupper() for letter in name[1:])
    return has_form or name in _names_inside(text)


@lru_cache(maxsize=16)
def _names_inside(text: str) -> frozenset[str]:
    """The words that have a capital inside a sentence of a text."""
    return frozenset(re.findall(rf"(?<=[a-zà-ÿ,] ){_CAP}", text))


def _towns(names: str) -> list[str]:
    """The municipalities of a row of bare names; empty where one of them is none."""
    towns = re.split(r",\s+|\s+en\s+", " ".join(names.split()))
    known = _places(place_names.MUNICIPALITIES).issuperset(towns)
    return [f"gemeente {town}" for town in towns] if known else []


def name_acts(clause: str) -> bool:
    """Whether a clause opens with a name that does something."""
    match = _FIRST.match(clause)
    return match is not None and _does_something(match) and not _is_common(match["name"])


def name_surely_acts(clause: str) -> bool:
    """Whether a clause opens with a name and a verb of work that the lists have."""
    match, forms = _FIRST.match(clause), verb_forms()
    return match is not None and (match["verb"] in forms.finite or match["verb"] in forms.pasts)


def _does_something(match: re.Match[str]) -> bool:
    """Whether a verb goes with a name; a plural noun ("Vermiste reizigers") has no "-t"."""
    forms = verb_forms()
    if match["verb"] in forms.participles and match["verb"] not in forms.finite:
        return False
    is_one = " " not in match["name"].strip()
    return match["verb"] not in _NO_VERBS and not (is_one and match["verb"].endswith("en"))


def _is_common(name: str) -> bool:
    is_thing = _THING.fullmatch(name.split(maxsplit=1)[0]) is not None
    return is_thing or not set(name.split()).isdisjoint(_NO_NAMES)


@cache
def _places(names: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in names.split(";"))


@cache
def _elsewhere() -> frozenset[str]:
    """Areas that do nothing themselves: whoever acts there is not named."""
    return frozenset().union(
        *map(
            _places,
            (
                place_names.COUNTRIES,
                place_names.WORLD_REGIONS,
                place_names.PROVINCES,
                place_names.POLICE_UNITS,
                place_names.OTHER_AREAS,
            ),
        )
    )
