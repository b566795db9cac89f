"""Amounts of money in a letter: how much, from when until when, how often, and with what cover.

A number before "miljoen" without a sign of money is an amount only where its sentence speaks of
money and no counted thing follows. Whether there is cover is read in the sentence itself and in
the two after it, as far as those hold no other amount.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from samen.core.numerals import SCALES, is_english, parse_number
from samen.core.periods import Period, find_periods
from samen.core.periods.passage import fold, sentence_span
from samen.core.terms import Found, Funded, Precision, Recurrence


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money.

    value: in euro; of a range its low end, then low and high hold both. from_, until: first and
    last day that it is for, where said. unit_stated: whether the text names the euro.
    """

    value: Decimal
    from_: date | None
    until: date | None
    recurrence: Recurrence
    funded: Funded
    words: str
    unit_stated: bool
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class _Sum:
    """A sum as it stands, before its surroundings are read."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit_stated: bool


_DIGITS = r"\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,2})?|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?|\d{1,12}(?:[.,]\d{1,3})?"
_WORD = (
    r"(?:een )?half|anderhalf|[^\W\d_]{0,20}(?:tien|twintig|[dt]ertig|veertig|vijftig|zestig|zeventig"
    r"|tachtig|negentig|honderd|duizend)|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf"
    r"|two|three|four|five|six|seven|eight|nine|ten|one|a|half a"
)
_SCALE = r"(?:miljoen|miljard|mln|mld|million|billion|duizend|thousand|bn|m|k)\b\.?"
_UNIT = r"(?:euro's|euros|euro|eur)\b"
_TO = r" {0,2}(?:à|a|-|tot(?: en met)?|en|to|and) {0,2}"
_SIGNED = re.compile(
    rf"(?:€|\beur\b|\beuro\b) {{0,3}}(?P<low>{_DIGITS})(?!\d)(?: {{0,3}}(?P<scale1>{_SCALE}))?,?-?"
    rf"(?:{_TO}(?:€ {{0,3}})?(?P<high>{_DIGITS})(?!\d)(?: {{0,3}}(?P<scale>{_SCALE})|(?= ?[.,;)]|$)))?"
)
_NAMED = re.compile(
    rf"(?<![\w.,€/-])(?P<low>{_DIGITS}|(?:{_WORD}))(?: (?P<scale1>{_SCALE}))?"
    rf"(?:{_TO}(?P<high>{_DIGITS}|(?:{_WORD})))?(?: {{0,3}}(?P<scale>{_SCALE}))?"
    rf" {{0,3}}(?P<unit>{_UNIT}|€(?! ?\d))"
)
_BARE = re.compile(
    rf"(?<![\w.,€/-])(?P<low>{_DIGITS}|(?:{_WORD}))(?:{_TO}(?P<high>{_DIGITS}|(?:{_WORD})))?"
    r" {1,3}(?P<scale>miljoen|miljard|mln|mld|million|billion)\b\.?"
)
_COST = re.compile(
    r"\b(?:kost\w*|budget\w*|bijdrage\w*|structure(?:el|le)|incidente(?:el|le)|middelen|begroting\w*|bedrag\w*"
    r"|subsidie\w*|uitgaven|uitgetrokken|investe\w*|financi\w*|dekking|beschikbaar gesteld|gereserveerd"
    r"|vrijgemaakt|bezuinig\w*|enveloppe|fonds|geld\w*|costs?|funding|contribution|grant)\b"
)
_THING = re.compile(
    r" {1,3}(?:(?!euro|eur\b|per |aan |voor |in |op |om |en |is |tot |van |naar |wordt|zijn |gaat|bedra|struct|incid"
    r"|extra|beschik|nodig|vrij|uit|te |die |dat |waar|gereserv|gemoeid|jaarl|oplop|was |werd|kost|budget|subs"
    r"|for |of |per|a |will|has|is|annual|was|by|to |or |and |from |until )[^\W\d_]{3,})"
)
_TABLE = re.compile(
    r"(?:\(|\b)(?:bedragen |in )?(?:x|×|\*) {0,2}(?:€|eur(?:o)?) {0,2}(?P<by>1\.000\.000|1\.000|1000"
    r"|1 mln\.?|1 miljoen|mln\.?|miljoen)|\bin (?P<word>duizenden|miljoenen) euro'?s?|\b(?:€|eur) x (?P<by2>1\.000|1000)"
)
_TABLE_SIZE = {"1.000": 1000, "1000": 1000, "duizenden": 1000}
_CELL = re.compile(
    r"(?<![\w.,/€-])(?P<cell>\d{1,3}(?:\.\d{3}){1,3}|\d{1,6}(?:,\d{1,2})?)(?![\w%/-]|[.,]\d)"
)


def find_amounts(text: str, anchor: date | None) -> list[Found[Amount]]:
    """Every amount of money in a block of text, in order.

    anchor: the date of the letter; "vier jaar lang ... per jaar" counts from its year.
    """
    low = fold(text)
    sums = list(_sums(low, is_english(text)))
    if not sums:
        return []
    periods = find_periods(text, anchor)
    surroundings = _Surroundings(low, sums, periods, anchor)
    return [
        Found(found.start, found.end, surroundings.amount(index, text[found.start : found.end]))
        for index, found in enumerate(sums)
    ]


def _sums(low: str, english: bool) -> Iterator[_Sum]:
    table = _TABLE.search(low)
    if not (
        table or any(m in low for m in ("€", "eur", "miljo", "miljar", "mln", "mld", "illion"))
    ):
        return
    found = [s for p in (_SIGNED, _NAMED) for m in p.finditer(low) if (s := _sum(m, english, True))]
    found += [
        s for m in _BARE.finditer(low) if _is_money(low, m) and (s := _sum(m, english, False))
    ]
    if table:
        closed = table.span()
        found = [s for s in found if not closed[0] <= s.start < closed[1]]
        found += _cells(low, table)
    end = -1
    for one in sorted(found, key=lambda s: (s.start, -s.end)):
        if one.start >= end:
            end = one.end
            yield one


def _sum(match: re.Match[str], english: bool, stated: bool) -> _Sum | None:
    groups = match.groupdict()
    scale1, scale = groups.get("scale1"), groups.get("scale")
    low = _scaled(match["low"], scale1 or scale, english)
    high = _scaled(match["high"], scale or scale1, english) if match["high"] else None
    if low is None or (match["high"] and (high is None or high <= low)):
        return None
    end = match.end()
    if match[0].endswith("."):
        end -= not re.search(r"(?:mln|mld)\.$", match[0])
    while match.string[end - 1] in ",- ":
        end -= 1
    return _Sum(match.start(), end, low, high, stated)


def _scaled(number: str, scale: str | None, english: bool) -> Decimal | None:
    plain = number.replace("één", "een").removeprefix("een ") if "half" in number else number
    value = parse_number("one" if plain in ("a", "half a") else plain, english=english)
    if value is None:
        return None
    if plain == "half a":
        value /= 2
    sizes = SCALES | {"m": Decimal(10**6), "bn": Decimal(10**9), "k": Decimal(1000)}
    return value * sizes[scale.rstrip(".")] if scale else value


def _is_money(low: str, match: re.Match[str]) -> bool:
    """Whether "N miljoen" without a unit is money: its sentence says so, and counts nothing."""
    if _THING.match(low, match.end()) or low[match.end() : match.end() + 1] == "-":
        return False
    start, end = sentence_span(low, match.start())
    return bool(_COST.search(low, start, end))


def _cells(low: str, table: re.Match[str]) -> list[_Sum]:
    """The numbers under a table header that gives the unit; years and shares are none."""
    unit = table["by"] or table["by2"] or table["word"]
    size = _TABLE_SIZE.get(unit, 10**6)
    cells: list[_Sum] = []
    for match in _CELL.finditer(low, table.end()):
        number = match["cell"]
        value = parse_number(number)
        if value is None or re.fullmatch(r"(?:19|20)\d\d", number):
            continue
        cells.append(_Sum(match.start(), match.end(), value * size, None, True))
    return cells


_OFTEN: tuple[tuple[Recurrence, re.Pattern[str]], ...] = (
    (Recurrence.RISING, re.compile(r"\b(?:oplopend\w*|loopt op|oploopt|groeiend|rising|increasing)\b")),
    (Recurrence.STRUCTURAL, re.compile(r"\b(?:structure(?:el|le)|structural(?:ly)?)\b")),
    (Recurrence.YEARLY, re.compile(
        r"\b(?:per jaar|jaarlijkse?|ieder jaar|elk jaar|p\.j\.|per annum|a year|per year|annual(?:ly)?)\b")),
    (Recurrence.ONCE, re.compile(r"\b(?:eenmalige?|incidente(?:el|le)|one-off|once)\b")),
)  # fmt: skip
_NO_COVER = re.compile(
    r"\bgeen (?:\w+ ){0,2}(?:ruimte|dekking|middelen|budget|geld)|\b(?:on|niet (?:\w+ ){0,2})gedekt|zonder dekking"
    r"|\bdekking (?:[\w ]{0,40} )?(?:te vinden|vinden|zoeken|gevonden (?:moet|dient)|gezocht|ontbreekt|nodig|ontbreken)"
    r"|ontbreekt (?:[\w ]{0,30} )?dekking|\bniet (?:\w+ ){0,3}(?:beschikbaar|begroot|gereserveerd|voorzien)"
    r"|nog (?:geen|niet) (?:\w+ ){0,3}(?:dekking|gedekt|financiering)|\bno (?:\w+ ){0,2}(?:cover|budget|funding|funds)"
    r"|\bunfunded|not (?:yet )?(?:been )?(?:funded|covered|budgeted)"
)
_COVER = re.compile(
    r"\bbijdrage van|\bbeschikbaar(?! (?:te |kom|zou))|\b(?:ge)?reserve\w*|\btoegekend|\bvrijgemaakt|\bgedekt|\bbegroot"
    r"|opgenomen (?:in|op) de begroting|\bsubsidie van|\binvesteert|\btrekt\b.{0,60}\buit\b|\buitgetrokken"
    r"|\bstelt\b.{0,80}\bbeschikbaar|\btoegezegd|\bcommitted|\ballocated|\bhas been made available|\bis available"
    r"|\bcontribution of|\bgrant of|\bdekking (?:is )?gevonden|\bstak\b|\bbesteedt|\bontvangt|\bontvangen|\bgefinancierd|\bdraagt\b.{0,40}\bbij"
)
_LATER_COVER = re.compile(
    r"\b(?:hiervoor|daarvoor|deze middelen|dit bedrag|het bedrag|deze kosten|dit geld)\b.{0,60}"
    r"\b(?:gedekt|dekking gevonden|beschikbaar|gereserveerd|begroot|opgenomen|vrijgemaakt)"
)
_YEARS_LONG = re.compile(
    r"\b(\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|tien) jaar (?:lang|achtereen)"
    r"|(?:gedurende|voor een periode van|voor de duur van) (\d{1,2}|twee|drie|vier|vijf|zes|tien) jaar"
)


@dataclass(frozen=True)
class _Surroundings:
    """What the words around the sums of a block say about them."""

    low: str
    sums: list[_Sum]
    periods: list[Found[Period]]
    anchor: date | None

    def amount(self, index: int, words: str) -> Amount:
        found = self.sums[index]
        from_, until = self._years(index)
        amount = Amount(
            found.low, from_, until, self._recurrence(index), self._funded(index), words,
            found.unit_stated,
        )  # fmt: skip
        return amount if found.high is None else replace(amount, low=found.low, high=found.high)

    def _clause(self, index: int) -> tuple[int, int]:
        """The stretch of its sentence that belongs to one sum, not to its neighbours."""
        found = self.sums[index]
        start, end = sentence_span(self.low, found.start)
        if index and self.sums[index - 1].end > start:
            start = self._cut(self.sums[index - 1].end, found.start)
        if index + 1 < len(self.sums) and self.sums[index + 1].start < end:
            end = self._cut(found.end, self.sums[index + 1].start)
        return start, max(end, found.end)

    def _cut(self, low: int, high: int) -> int:
        """Where one sum's words end and the next one's begin."""
        cuts = [m.start() for m in re.finditer(r",|;| en | and | waarvan ", self.low[low:high])]
        return low + cuts[-1] if cuts else high

    def _recurrence(self, index: int) -> Recurrence:
        found = self.sums[index]
        start, end = self._clause(index)
        ranked: list[tuple[int, int]] = []
        for rank, (_, pattern) in enumerate(_OFTEN):
            for hit in pattern.finditer(self.low, start, end):
                distance = max(hit.start() - found.end, found.start - hit.end(), 0)
                ranked.append((rank if distance <= 60 else rank + 10, rank))
        if re.match(r"[^.;€]{0,40}\boplopend", self.low[found.end : found.end + 60]):
            return Recurrence.RISING
        return _OFTEN[min(ranked)[1]][0] if ranked else Recurrence.UNKNOWN

    def _funded(self, index: int) -> Funded:
        found = self.sums[index]
        start, end = sentence_span(self.low, found.start)
        clause = self._clause(index)
        for low, high in (clause, (start, end)):
            if _NO_COVER.search(self.low, low, high):
                return Funded.NO
            if _COVER.search(self.low, low, high):
                return Funded.YES
        for low, high in self._next_sentences(end):
            if _NO_COVER.search(self.low, low, high):
                return Funded.NO
            if _LATER_COVER.search(self.low, low, high):
                return Funded.YES
        return Funded.UNKNOWN

    def _next_sentences(self, end: int) -> Iterator[tuple[int, int]]:
        """The two sentences after one, up to a sentence that speaks of another sum."""
        for _ in range(2):
            while end < len(self.low) and self.low[end].isspace():
                end += 1
            if end >= len(self.low):
                return
            start, end = sentence_span(self.low, end)
            if any(start <= other.start < end for other in self.sums):
                return
            yield start, end

    def _years(self, index: int) -> tuple[date | None, date | None]:
        found = self.sums[index]
        start, end = self._clause(index)
        near = [
            p for p in self.periods
            if start <= p.start < end and p.value.precision in _SPENDING and not p.value.in_name
        ]  # fmt: skip
        long = _YEARS_LONG.search(self.low, start, end)
        begun = next((p.value.earliest for p in near if p.value.earliest), None)
        first = begun or (self.anchor.replace(month=1, day=1) if self.anchor else None)
        if long and first:
            count = int(parse_number((long[1] or long[2]).replace("één", "een")) or 1)
            return first, date(first.year + count - 1, 12, 31)
        after = [p for p in near if p.start >= found.end][:2]
        before = [p for p in near if p.end <= found.start][-1:]
        chosen = [p for p in after if p.start - found.end <= 60] or before
        if not chosen:
            return None, None
        ends = [p.value for p in chosen if p is chosen[0] or p.value.precision is Precision.UNTIL]
        return ends[0].earliest, ends[-1].latest


_SPENDING = frozenset(
    {
        Precision.YEAR,
        Precision.SPAN,
        Precision.UNTIL,
        Precision.AFTER,
        Precision.HALF,
        Precision.QUARTER,
    }
)
