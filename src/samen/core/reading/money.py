"""Sums of money as they stand in a text: "€ 2 mln.", "twaalf miljoen", cells under "x € 1.000".

A number before "miljoen" without a sign of money is a sum only where its sentence speaks of
money and no counted thing follows. Guilders and dollars are left out: their worth in euro is
not in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from samen.core.numerals import SCALES, parse_number
from samen.core.periods.passage import sentence_span
from samen.core.reading.quantity_numbers import is_denied


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as it stands, before its surroundings are read."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit_stated: bool
    column: str = ""
    """Of a cell in a table: the head of its column, a year or "structureel"."""


_DIGITS = (
    r"\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,2})?|\d{1,3}(?: \d{3}){1,4}(?!\d)(?:,\d{1,2})?"
    r"|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?|\d{1,12}(?:[.,]\d{1,3})?"
)
_WORD = (
    r"(?:een )?half|anderhalf|(?:een |drie ?)kwart|[^\W\d_]{2,6}[eë]nhalf"
    r"|[^\W\d_]{0,20}(?:tien|twintig|[dt]ertig|veertig|vijftig|zestig"
    r"|zeventig"
    r"|tachtig|negentig|honderd|duizend)|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|elf"
    r"|twaalf"
    r"|two|three|four|five|six|seven|eight|nine|ten|one|a|half a"
)
_SCALE = r"(?:miljoen|ton|miljard|mln|mld|million|billion|duizend|thousand|bn|m|k)\b\.?"
_UNIT = r"(?:euro's|euros|euro|eur)\b"
_TO = r" {0,2}(?:à|a|-|tot(?: en met)?|en|to|and) {0,2}"
_SIGNED = re.compile(
    rf"(?:€|\beur\b|\beuro\b) {{0,3}}(?P<low>{_DIGITS})(?!\d)(?: {{0,3}}(?P<scale1>{_SCALE}))?"
    r"(?:,?[-–=]{1,2}(?! ?\d))?"
    rf"(?:{_TO}(?P<sign>€ {{0,3}})?(?P<high>{_DIGITS})(?!\d|[.,]\d)"
    rf"(?: {{0,3}}(?P<scale>{_SCALE})|(?(sign)|(?= ?[.,;)]| per\b|$))))?"
)
_NAMED = re.compile(
    rf"(?<![\w.,€/-])(?!(?:19|20)\d\d {_UNIT} {{0,2}}\d)"
    rf"(?P<low>{_DIGITS}|(?:{_WORD}))(?: (?P<scale1>{_SCALE}))?"
    rf"(?:{_TO}(?P<high>{_DIGITS}|(?:{_WORD})))?(?: {{0,3}}(?P<scale>{_SCALE}))?"
    rf" {{0,3}}(?P<unit>{_UNIT}|€(?! ?\d))"
)
_BARE = re.compile(
    rf"(?<![\w.,€/-])(?P<low>{_DIGITS}|(?:{_WORD}))(?P<scale1>(?!))?(?:{_TO}(?P<high>{_DIGITS}|"
    rf"(?:{_WORD})))?"
    r" {1,3}(?P<scale>miljoen|miljard|mln|mld|million|billion|ton)\b\.?"
)
_SHARED = re.compile(
    rf",? (?:en|of|respectievelijk|resp\.|onderscheidenlijk) € {{0,3}}(?:{_DIGITS})"
    rf" {{0,3}}(?P<scale>{_SCALE})"
)
_OTHER_MONEY = re.compile(r"(?:[$£ƒ]|\b(?:usd|dollar|gulden|nlg|hfl\.?|f)) {0,2}$")
_COST = re.compile(
    r"\b(?:eenmalig|kost\w*|budget\w*|bijdrage\w*|structure(?:el|le)|incidente(?:el|le)|middelen"
    r"|begroting\w*|bedrag\w*"
    r"|subsidie\w*|uitgaven|uitgetrokken|investe\w*|financi\w*|dekking|beschikbaar gesteld"
    r"|gereserveerd"
    r"|vrijgemaakt|bezuinig\w*|enveloppe|fonds|geld\w*|costs?|funding|contribution|grant"
    r"|bijgedragen|uitgegeven|uitgekeerd|gemoeid|besteed|betaald|betaalt|toegekend|toegezegd|gedekt"
    r"|(?:draagt|dragen|droeg|droegen|legt|legde|leggen) (?:\S+ ){1,12}bij"
    r"|(?:trekt|trekken|trok|trokken|keert|keerde|geeft|gaf) (?:\S+ ){1,12}uit"
    r"|(?:maakt|maakte|maken) (?:\S+ ){1,12}vrij|geïnvesteerd|vergt|vergen"
    r"|verstrek(?:t|ken|te|ten))\b"
)
_IS_THAT = re.compile(r"(?:[^.;]{0,40} )?(?:is|was|wordt|werd|zijn|waren|worden) (?:dat|dit|het) ")
"""How a sentence begins that gives the sum told before for another year."""
_THING = re.compile(
    r" {1,3}(?:(?!euro|eur\b|per |aan |voor |in |op |om |en |is |tot |van |naar |word|kunnen|kan "
    r"|moet|zal |zull|hebben|heeft|had|gered|geïnv|ter |ten |bij |door |over |als |ingez|toeg"
    r"|minder|meer |verspr|zijn |gaat|bedra|struct|incid|verg|aan"
    r"|eenm|geld|ingez|gered|ges|overg|overgeh|toeg|besteed|wordt|ontv|in ?gez"
    r"|extra|beschik|nodig|vrij|uit\b|uitg|uitb|te |die |dat |waar|gereserv|gemoeid|jaarl|oplop"
    r"|was |werd"
    r"|kost|budget|subs|bij\b|mee\b|niet |nog |geen |of |zou|(?:\w{2,4})?ge\w+[dtn]\b|[bv]e\w+d\b"
    r"|for |of |per|a |will|has|is|annual|was|by|to |or |and |from |until )[^\W\d_]{3,})"
)
_TABLE = re.compile(
    r"(?:\(|\b)(?:bedragen |in )?(?:x|×|\*) {0,2}(?:€|eur(?:o)?) {0,2}(?P<by>1\.000\.000|1\.000"
    r"|1000"
    r"|1 mln\.?|1 miljoen|mln\.?|miljoen)"
    r"|\bin (?P<word>duizenden|miljoenen|mln\.?|miljoen|duizend) (?:euro'?s?|€)"
    r"|(?:€|\beuro?) {0,2}(?:x|×|\*) {0,2}(?P<by2>1\.000\.000|1\.000|1000|1 mln|1 miljoen)"
    r"|\bin (?:€|euro) {0,2}(?P<by3>mln\.?|miljoen|duizend)|\((?:€|euro) (?P<by4>mln|miljoen)\.?\)"
)
_IN_EURO = re.compile(
    r"\((?:[^()]{1,30}, )?(?:in )?(?:€|euro'?s?)\)"
    r"|\bbedragen in (?:hele )?(?:€|euro'?s?)(?! ?[x×*\d])"
)
_BRACKET = re.compile(r"\(([^()]{1,50})\)")
_UNIT_WORD = re.compile(
    r"alle|bedragen|in|hele|afgerond|nominaal|prijspeil|prijzen|van|20\d\d|euro'?s?|eur|k?€"
    r"|[x×*]|1\.000\.000|1\.?000|1|mln\.?|miljoen(?:en)?|duizend(?:en|tallen)?"
)
_UNIT_OF_MONEY = re.compile(r"€|\beuro?\b|\beuro's")
_MANY = re.compile(r"(?P<million>1\.000\.000|\bmln|\bmiljoen)|1\.?000\b|\bduizend|\bk€")
_SIZES = SCALES | {
    "m": Decimal(10**6), "bn": Decimal(10**9), "k": Decimal(1000), "ton": Decimal(10**5)
}  # fmt: skip
_RUNS_ON = re.compile(r"[.,]?\d|[a-z]\d|\s?[-–]\s{0,3}(?:miljoen|miljard|mln|mld|ton|duizend)\b")
_COUNTED = re.compile(
    r"\b(?:artikel|art\.|zaal|kamer|nrs?\.?|nummer|bijlage|lid|paragraaf|hoofdstuk|dossier"
    r"|kamerstuk|maatregel|actie|tabel|figuur|postbus) $"
)
_MARKS = ("€", "eur", "miljo", "miljar", "mln", "mld", "illion", " ton")
_TABLE_SIZE = {"1.000": 1000, "1000": 1000, "duizenden": 1000, "duizend": 1000}
_NUMBER = r"(?:\d{1,3}(?:\.\d{3}){1,3}|\d{1,6}(?:,\d{1,2})?)(?![\w%/-]|[.,]\d)"
_CELL = re.compile(rf"(?<![\w.,/€-]){_NUMBER}")
_HEAD = r"(?:20\d\d|structureel|incidenteel|eenmalig|totaal)\b"
_COLUMNS = re.compile(rf"{_HEAD}(?:[ |;]{{1,20}}{_HEAD})+")
_ROW = re.compile(rf"(?<![\w.,/€-])(?:{_NUMBER}|-)(?:[ |;]{{1,20}}(?:{_NUMBER}|-(?= |$)))*")


def sums(low: str, *, english: bool, heading: str = "") -> list[Sum]:
    """Every sum in a folded text, in order.

    heading: the folded words above a table; they may give the unit of its cells.
    """
    table = _TABLE.search(low)
    above = _TABLE.search(heading)
    found: list[Sum] = []
    if table or any(mark in low for mark in _MARKS):
        for pattern in (_SIGNED, _NAMED, _BARE):
            found += _scan(low, pattern, english)
    if table:
        low_end, high_end = table.span()
        found = [s for s in found if not low_end <= s.start < high_end]
        found += _cells(low, table.end(), _size(table))
    elif above:
        found += _cells(low, 0, _size(above))
    apart = [s for s in _without_overlap(found, low) if not is_denied(low, s.start, s.end)]
    return _with_shared_scale(apart, low)


def _with_shared_scale(found: list[Sum], low: str) -> list[Sum]:
    """ "€ 2,0 respectievelijk € 2,5 miljoen" are both millions."""
    size: Decimal | None = None
    for place in range(len(found) - 2, -1, -1):
        one, following = found[place : place + 2]
        shared = _SHARED.fullmatch(low, one.end, following.end)
        if shared:
            size = _SIZES[shared["scale"].rstrip(".")]
        elif low[one.end : following.start] != ", " or one.low >= 100:
            size = None
        if size and one.high is None and one.low < 1000 <= following.low:
            found[place] = replace(one, low=one.low * size)
    return found


def _without_overlap(found: list[Sum], low: str) -> list[Sum]:
    """The sums apart; one that is said again in words between brackets counts once."""
    kept: list[Sum] = []
    for one in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or not (one.start < kept[-1].end or _is_said_again(kept[-1], one, low)):
            kept.append(one)
    return kept


def _is_said_again(last: Sum, one: Sum, low: str) -> bool:
    between = low[last.end : one.start].strip(" .,-")
    return one.low == last.low and between in ("(", "(zegge", "(zegge:")


def _scan(low: str, pattern: re.Pattern[str], english: bool) -> Iterator[Sum]:
    position = 0
    while match := pattern.search(low, position):
        position = match.end()
        if _is_torn(low, match) or (pattern is _BARE and not _is_money(low, match)):
            continue
        if match["high"] and not _is_range(low, match):
            position = match.end("scale1") if match["scale1"] else match.end("low")
            found = _first_alone(match, english) if pattern is _SIGNED else None
        else:
            found = _sum(match, english, stated=pattern is not _BARE)
        if found:
            yield found


def _is_torn(low: str, match: re.Match[str]) -> bool:
    """Whether the digits are a part of something else: a wrong sum is worse than none.

    "€ 10.5005", "€ 1.2.3 miljoen", "06-12345678 euro", and the second line of "500" + "000 euro".
    """
    digits, before = match["low"], low[max(0, match.start("low") - 24) : match.start("low")]
    if not digits[0].isdigit():
        return False
    return bool(
        re.match(r"0\d", digits)
        or _RUNS_ON.match(low, match.end("low"))
        or (re.match(r"\d{3}(?!\d)", digits) and re.search(r"\d[.,]\s{1,3}$", before))
        or (" " in digits and _COUNTED.search(before))
    )


def _is_range(low: str, match: re.Match[str]) -> bool:
    """Whether "2 en 3 miljoen" is one range, not two sums or a rise from one to the other.

    In "2 miljoen tot 2030" a year follows.
    """
    if re.fullmatch(r"(?:19|20)\d\d", match["high"]) and not match["scale"]:
        return False
    first_end = max(match.end("low"), match.end("scale1"))
    joint = low[first_end : match.start("high")].strip(" €,-–=")
    before = low[max(0, match.start() - 40) : match.start()]
    if joint in ("en", "and"):
        return bool(re.search(r"\b(?:tussen|between) (?:de )?$", before))
    if joint in ("tot", "tot en met", "to"):
        return not re.search(r"\b(?:oplop|stij|steeg|groei|verho|afbouw|ris|increas)", before)
    return True


def _first_alone(match: re.Match[str], english: bool) -> Sum | None:
    value = _scaled(match["low"], match["scale1"], english)
    end = max(match.end("low"), match.end("scale1"))
    return Sum(match.start(), end, value, None, True) if value is not None else None


def _sum(match: re.Match[str], english: bool, stated: bool) -> Sum | None:
    scale1, scale = match["scale1"], match["scale"]
    low = _scaled(match["low"], scale1 or scale, english)
    high = _scaled(match["high"], scale or scale1, english) if match["high"] else None
    if low is None or (match["high"] and (high is None or high <= low)):
        return None
    end = match.end()
    if match[0].endswith(".") and not re.search(r"(?:mln|mld)\.$", match[0]):
        end -= 1
    while match.string[end - 1] in ",- ":
        end -= 1
    return Sum(match.start(), end, low, high, stated)


def _scaled(number: str, scale: str | None, english: bool) -> Decimal | None:
    plain = number.replace("één", "een").removeprefix("een ") if "half" in number else number
    plain = plain.replace("drie kwart", "driekwart")
    value = parse_number("one" if plain in ("a", "half a") else plain, english=english)
    if value is None:
        return None
    if plain == "half a":
        value /= 2
    return value * _SIZES[scale.rstrip(".")] if scale else value


def _is_money(low: str, match: re.Match[str]) -> bool:
    """Whether "N miljoen" without a unit is money: its sentence says so, and counts nothing.

    A sentence says so by a word of cost, by a sum with its unit before this one, or where it
    gives that of the sentence before for another year.
    """
    if _OTHER_MONEY.search(low, max(0, match.start() - 10), match.start()):
        return False
    end_of_words = match.end("scale")
    if _THING.match(low, end_of_words) or low[end_of_words : end_of_words + 1] == "-":
        return False
    start, end = sentence_span(low, match.start())
    is_told_before = _UNIT_OF_MONEY.search(low, start, match.start())
    if start > 1 and _IS_THAT.match(low, start, match.start()):
        before = sentence_span(low, start - 2)
        is_told_before = is_told_before or _UNIT_OF_MONEY.search(low, *before)
    return bool(is_told_before or _COST.search(low, start, end))


def table_size(low: str) -> int | None:
    """What one stands for in euro, where folded words give the unit of a table."""
    found = _TABLE.search(low)
    return _size(found) if found else _size_in_brackets(low)


def _size_in_brackets(low: str) -> int | None:
    """The unit in brackets that hold nothing else: "(mln. eur)", "(in euro's, prijspeil 2022)"."""
    if _IN_EURO.search(low):
        return 1
    for inside in _BRACKET.findall(low):
        words = re.findall(r"[^\s,;]+", inside)
        if _UNIT_OF_MONEY.search(inside) and all(map(_UNIT_WORD.fullmatch, words)):
            many = _MANY.search(inside)
            return 1 if many is None else 10**6 if many["million"] else 1000
    return None


def _size(table: re.Match[str]) -> int:
    unit = next(said for said in table.groups() if said)
    return _TABLE_SIZE.get(unit, 10**6)


def _cells(low: str, start: int, size: int) -> list[Sum]:
    """The sums in a table whose header gives the unit, up to the next sentence.

    Where the columns have heads, only rows with a cell under each head count.
    """
    stop = re.compile(r"[.!?] {1,3}[^\W\d_]").search(low, start)
    end = stop.start() if stop else len(low)
    columns = _COLUMNS.search(low, start, end)
    if columns is None:
        return [c for m in _CELL.finditer(low, start, end) if (c := _cell(m, size))]
    heads = columns[0].split()
    found: list[Sum] = []
    for row in _ROW.finditer(low, columns.end(), end):
        cells = [*re.compile(r"[^ |;]+").finditer(low, row.start(), row.end())]
        if len(cells) == len(heads):
            found += [c for m, h in zip(cells, heads, strict=True) if (c := _cell(m, size, h))]
    return found


def _cell(match: re.Match[str], size: int, column: str = "") -> Sum | None:
    """One cell; without a head above it a year is no sum."""
    value = parse_number(match[0])
    if value is None or (not column and re.fullmatch(r"(?:19|20)\d\d", match[0])):
        return None
    return Sum(match.start(), match.end(), value * size, None, True, column)
