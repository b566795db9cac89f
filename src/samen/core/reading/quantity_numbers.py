"""Which numbers of a text can count something: no label, no time of day, no part of a ratio."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from samen.core.periods.calendar import MONTHS
from samen.core.terms import Found

_NOT_BEFORE = re.compile(
    r"(?:\b(?:week|artikel(?:en)?|art\.|nrs?\.?|nummer|alarmnummer|pagina|blz\.|p\.|bijlage|fase|stap"
    r"|lid|onderdeel|sub"
    r"|paragraaf|hoofdstuk|tabel|figuur|noot|voetnoot|postbus|kenmerk|dossier|kamerstuk\w*|versie"
    r"|route|groep"
    r"|categorie|niveau|level|covid|artikelen|actielijn|actie|spoor|pijler|maatregel|punt|vraag"
    r"|motie)"
    r"|\b[x×] ?€?|\bnr\.? ?:?|\bnrs?\.? \d{1,4}(?:, \d{1,4}){0,2} en|[@#+]|(?:19|20)\d\d ?=) {0,2}$"
)
_NOT_AFTER = re.compile(
    r" {0,2}(?:= ?\d|uur\b|°|⁰|e\b|de lid|ste\b|: )"
    r"|[.,]\d|(?:sr|sv)\b|\.(?= [^\W\d_]).{0}"
    r"(?<=^\d\.)"
)
_DOSSIER = re.compile(r"(?<![\d.,])[1-4]\d \d{3} [ivx]{1,5}\b|\([1-4]\d \d{3}\)")
"""A dossier, by the chapter of the budget behind it or in brackets: "36 800 VI"."""
_DOSSIER_REACH = 8
_SMALL = r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|1)"
_FEW = r"(?:twee|drie|vier|vijf|tien|[2-5])"
_ROUND = (
    r"(?:\d|(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig|vijftig"
    r"|honderd|duizend)\b)"
)
_ONE_IN = re.compile(
    rf"(?:[^\W\d_]{{2,6}}|\d{{1,2}}) op (?:de|elke|iedere) {_ROUND}"
    rf"|{_SMALL} van (?:de|elke) {_FEW}\b(?! [a-z-]*(?:regio|eenhe|provincie))",
    re.IGNORECASE,
)
_IN_ONE = re.compile(
    rf"\b(?:[^\W\d_]{{2,6}}|\d{{1,2}}) op (?:de|elke|iedere) $"
    rf"|\b(?:{_SMALL}|\d{{1,2}}) van (?:de|elke) $",
    re.IGNORECASE,
)
"""Around the two numbers of a ratio: "drie van de vijf"; "3 van de 5" in figures is a count."""
_STOPPING_WORDS = """
reeds daarvan hiervan
nu geschat binnen aangenomen tijdens sinds vanaf zonder tegen al dus want gemiddeld totaal
van in op aan voor met bij door uit over naar om te tot en of is was zijn waren werd werden
wordt worden die dat de het een als maar dan per ten heeft hebben had ook nog meer minder
vóór keer dit deze zal zullen uw ons onze wij ik er hier daar waarvan waarin omhoog omlaag
gestegen gedaald toegenomen afgenomen hoger lager verschillende ruim circa jl of in the for
to from by and were have has which that kan kunnen moet moeten tussen na geleden eerder
onder jaarlijks gaat gaan komt komen bedraagt telt procent percent euro miljoen uitgevoerd
liggen ligt uitkomen uitkomt bedragen belopen nagestreefd voorzien daarvan genoemd
gelijk stabiel vrijwel nagenoeg gestart gevolgd gehaald bereikt behaald geregistreerd waar wie al
mede respectievelijk uiteen
"""
STOP_WORDS = frozenset(_STOPPING_WORDS.split())


_BEFORE_YEAR = re.compile(r"\b(?:in|over|sinds|vanaf|eind|begin|medio|ultimo|jaar|voor) $")
_DENIED = re.compile(r"\bniet (?:om |met |op |van |de |het ){0,2}(?:€ ?)?$")
_INSTEAD = re.compile(r"[^.;:]{0,40}? maar (?:[a-z]+ ){0,3}(?:€ ?)?\d")
"""Around the first number of "niet 40, maar 46", which is not so."""
_SHORT_WORD = re.compile(r" ([a-z]{2})(?!\w)")
_COUNTED_ONE = re.compile(r" (?!(?:van|der|en|keer|op|ander|of|lijn))\w")
_MONTH_AFTER = re.compile(rf" (?:{'|'.join(MONTHS)})\b")


_OF_YEAR = re.compile(r"\b(?:dan in|in|over|opzichte van|vergeleken met|tegenover) (?:19|20)\d\d $")
"""Before a number in brackets that is of this year: "meer dan in 2021 (158)"."""


_WORD_BEFORE = re.compile(r"(?<!\blid)(?<!\bsub)(?<!\bnoot)(?<=[a-z]{3}) $")
"""Before a number of two digits in brackets that counts what stands there: "bewijs (27)"."""


class Closed:
    """Stretches that hold no quantity, merged, for quick looking up."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and start < self._ends[index]


def may_count(low: str, number: Found[Decimal], closed: Closed) -> bool:
    """Whether a number can be a count: not taken, not a label, not a time of day."""
    start, end = number.start, number.end
    if closed.touches(start, end) or _NOT_BEFORE.search(low, max(0, start - 24), start):
        return False
    if _is_half_a_dossier(low, start, end):
        return False
    if re.fullmatch(r"\d{4}", low[start:end]) and (after := _SHORT_WORD.match(low, end)):
        return after[1] in STOP_WORDS  # "1234 ab" is a postal code.
    if start == 0 and re.match(r"[.)] ", low[end : end + 2]):
        return False
    if low[start:end] == "één" and not _COUNTED_ONE.match(low, end):
        return False
    # A day that does not exist is no count of months.
    behind = _MONTH_AFTER.match(low, end) or _NOT_AFTER.match(low, end)
    return not (behind or is_denied(low, start, end) or _is_marked_year(low, start, end))


def _is_half_a_dossier(low: str, start: int, end: int) -> bool:
    around = _DOSSIER.finditer(low, max(0, start - _DOSSIER_REACH), end + _DOSSIER_REACH)
    return any(found.start() <= start and end <= found.end() for found in around)


def is_denied(low: str, start: int, end: int) -> bool:
    """Whether a number is the one that is not so: "niet 40, maar 46"."""
    return bool(_DENIED.search(low, max(0, start - 24), start) and _INSTEAD.match(low, end))


def _is_marked_year(low: str, start: int, end: int) -> bool:
    """Whether a number is a year, or one with the mark of a note glued to it: "in 201922"."""
    is_long = re.fullmatch(r"(?:19|20)\d{3,4}|20[0-4]\d", low[start:end])
    return bool(is_long and _BEFORE_YEAR.search(low, max(0, start - 12), start))


def is_label(text: str, start: int, end: int) -> bool:
    """Whether a number only numbers or is a part of a ratio: "2) hulp", "(4)", "een op de 8"."""
    if text[end : end + 1] == ")":
        opened = text[max(0, start - 80) : start].rpartition("(")
        if end - start > 1 and _OF_YEAR.search(opened[0]) and not opened[2]:
            return False
        is_beside = end - start > 1 and _WORD_BEFORE.search(opened[0]) is not None
        return not opened[1] or ")" in opened[2] or not (opened[2].strip() or is_beside)
    if _ONE_IN.match(text, start) or _IN_ONE.search(text, max(0, start - 24), start):
        return True
    return text[end : end + 2] == ". " and text[end + 2 : end + 3].islower()
