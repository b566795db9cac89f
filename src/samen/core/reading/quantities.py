"""Counts and shares in a letter, with their year, base year and direction of change.

A number inside a date, a reference, an article, an amount or a name is no quantity: the caller
hands in those stretches, dates and amounts are found here as well.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from samen.core.numerals import find_numbers
from samen.core.periods import Period, find_periods
from samen.core.periods.passage import fold, sentence_span
from samen.core.reading.amounts import find_amounts
from samen.core.reading.indicator_words import AVERAGE, DIFFERS, TIME_UNIT
from samen.core.reading.quantity_numbers import STOP_WORDS, Closed, is_label, may_count
from samen.core.reading.series import COUNTED
from samen.core.reading.unsure_numbers import unsure_spans
from samen.core.terms import Found, Precision


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or a share.

    value: None only for a range, then low and high hold its ends. unit: what is counted, as the
    text says it. direction: "up", "down" or "". qualifier: "at least", "at most", "about",
    "almost", "more than", "less than" or "". is_percent: value is in percent.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    year: int | None
    base_year: int | None
    direction: str
    qualifier: str
    words: str
    is_percent: bool


_PERCENT = re.compile(r" {0,2}(?:%|procentpunt\w*|procent|per ?cent)")
_QUALIFIERS = (
    ("at least", r"ruim|minstens|minimaal|ten minste|tenminste|in ieder geval|at least"),
    ("at most", r"maximaal|hooguit|ten hoogste|hoogstens|at most|up to"),
    ("more than", r"meer dan|more than|over de"),
    ("less than", r"minder dan|fewer than|less than"),
    ("almost", r"bijna|nagenoeg|vrijwel|almost|nearly|haast"),
    (
        "about",
        r"circa|ca\.|ongeveer|rond de|rond|zo'n|naar schatting|gemiddeld|about|around|some"
        r"|approximately",
    ),
)
_QUALIFIER = re.compile(
    r"\b(?:" + "|".join(f"({words})" for _, words in _QUALIFIERS) + r") {1,3}(?:de |het |een )?$"
)
_UP = re.compile(
    r"\b(?:omhoog|stijg\w*|gestegen|steeg|stegen|toename|toegenomen|toe ?nam|groei\w*|gegroeid"
    r"|verhog\w*|verhoogd"
    r"|increase\w*|rise|rose|risen|grew)\b"
)
_DOWN = re.compile(
    r"\b(?:omlaag|daling\w*|gedaald|daal\w*|afname|(?<!vragenlijst )afgenomen|af ?nam|verminder\w*"
    r"|verlaagd|gekrompen|krimp"
    r"|decrease\w*|fell|fallen|decline\w*|drop\w*)\b"
)
_BASE = re.compile(
    r"(?:opzichte van|t\.o\.v\.|vergeleken (?:met|bij)|in vergelijking met|dan(?: in)?"
    r"|compared (?:to|with)|sinds(?: (?:de|het) [a-z]+ (?:in|van))?|since"
    r"|than in) {1,3}(?:het jaar )?$"
)
_ENDS_RISE = re.compile(r",? (?:naar|tot|via) (?:ruim |circa |bijna )?")
"""Between the year of one number of a rise and the next number, which is of another year."""
_LISTED = re.compile(r"(?:,|,? en)(?: (?:in|bij|voor|uit|te)(?: [^\W\d_]+){1,2})? ")
"""Between two counts of one thing, of different places."""
_AGAINST = re.compile(r"(?:^|,)(?: [^.;:,]{0,40},)? (?:tegen|tegenover) (?:nog |ruim |bijna )?$")
"""Between a count and what it was in another year."""
_UNIT_WORD = re.compile(r" {1,3}([^\W\d_][\w'’-]{1,40})")
_NEXT_HEAD = re.compile(
    r"(?:Realisatie|Begroting|Raming|Prognose|Doel|Streef|Stand|Totaal|Verschil|Mutatie|Norm"
    r"|Aantal|Aandeel)"
)
"""How the head of the next column begins, behind a year."""
_BEFORE_BRACKET = re.compile(r"([^\W\d_]{3,}) \($")
_UNIT_BEFORE = re.compile(r"\b(?:aantal|aantallen|number of) ((?:[^\W\d_][\w'’-]{1,40} ?){1,3})")


def find_quantities(
    text: str, anchor: date | None, taken: Sequence[tuple[int, int]] = ()
) -> list[Found[Quantity]]:
    """Every count and share in a block of text, in order.

    taken: stretches whose numbers are something else (references, articles, footnotes, names).
    """
    low = fold(text)
    numbers = find_numbers(text)
    if not numbers:
        return []
    periods = find_periods(text, anchor)
    spans = [*taken, *((a.start, a.end) for a in find_amounts(text, anchor))]
    is_measure = AVERAGE.search(low) is not None  # then a length of time may be one that counts
    spans += [
        (p.start, p.end)
        for p in periods
        if not (is_measure and p.value.precision is Precision.MONTHS)
    ]
    closed = Closed([*spans, *unsure_spans(low)])
    free = [n for n in numbers if may_count(low, n, closed) and not is_label(text, n.start, n.end)]
    counts = _Counts(text, low, free, periods).read()
    return [found for found in counts if not _is_bare_year(found.value)]


def _is_bare_year(quantity: Quantity) -> bool:
    """Whether a number is a year in the head of a table or a list, which counts nothing."""
    is_of_things = COUNTED.search(quantity.unit) and not _NEXT_HEAD.match(quantity.unit)
    return not is_of_things and bool(re.match(r"(?:19|20)\d\d(?![\w.,])", quantity.words))


@dataclass(frozen=True)
class _Counts:
    """The free numbers of a block and what stands around them."""

    text: str
    low: str
    numbers: list[Found[Decimal]]
    periods: list[Found[Period]]

    def read(self) -> list[Found[Quantity]]:
        found: list[Found[Quantity]] = []
        index = 0
        while index < len(self.numbers):
            high = self._range_with_next(index)
            found.append(self._quantity(index, high))
            index += 1 if high is None else 2
        return self._compared(found)

    def _range_with_next(self, index: int) -> Found[Decimal] | None:
        """The high end of "tussen A en B", "A à B", "A-B"."""
        if index + 1 == len(self.numbers):
            return None
        number, following = self.numbers[index], self.numbers[index + 1]
        joint = self.low[number.end : following.start]
        if following.value <= number.value or not re.fullmatch(
            r" ?(?:%|procent)? ?(?:-|à|a|tot|en|to|and) ?", joint
        ):
            return None
        has_percent = "%" in joint or "procent" in joint
        if has_percent and not _PERCENT.match(self.low, following.end):
            return None
        before = self.low[max(0, number.start - 10) : number.start]
        between = re.search(r"\b(?:tussen|between) (?:de )?$", before)
        if "en" in joint or "and" in joint:
            return following if between else None
        rises = "t" in joint and re.search(r"\bvan $", before) and self._moves(number.start)
        return None if rises else following

    def _moves(self, start: int) -> bool:
        """Whether the words before a number tell of a rise or a fall, not of a range."""
        first, _ = sentence_span(self.low, start, self._reach)
        first = max(first, start - 90)
        return bool(_UP.search(self.low, first, start) or _DOWN.search(self.low, first, start))

    def _quantity(self, index: int, high: Found[Decimal] | None) -> Found[Quantity]:
        number = self.numbers[index]
        end = (high or number).end
        percent = _PERCENT.match(self.low, end)
        end = percent.end() if percent else end
        unit, unit_end = self._unit(number, end, bool(percent))
        year, base = self._years(number.start, end)
        end = max(end, unit_end)
        quantity = Quantity(
            value=None if high else number.value,
            low=number.value if high else None,
            high=high.value if high else None,
            unit=unit,
            year=year,
            base_year=base,
            direction=self._direction(index, end),
            qualifier=self._qualifier(number.start),
            words=self.text[number.start : end],
            is_percent=bool(percent),
        )
        return Found(number.start, end, quantity)

    def _unit(self, number: Found[Decimal], end: int, percent: bool) -> tuple[str, int]:
        """What is counted: the words after the number, else those after "aantal" before it."""
        place = end
        if of := re.match(r" {1,3}van (?:de |het |alle )?", self.low[end : end + 16]):
            fraction = percent or number.value % 1 != 0
            place = end + of.end() - 1 if fraction else end
        words: list[str] = []
        while len(words) < 3 and (match := _UNIT_WORD.match(self.text, place)):
            if match[1].lower() in STOP_WORDS:
                break
            words.append(match[1])
            place = match.end()
            if not match[1].endswith("e") and match[1] != "extra":
                break
        if words and words[0][:1].isupper() and self.low.endswith(": ", 0, number.start):
            return "", end  # The name of the next line begins here.
        if words and not (len(words) == 3 and words[-1].endswith("e")):
            return " ".join(words), place
        if percent:
            return "", end
        return self._unit_of_bracket(number) or self._unit_before(number.start), end

    def _unit_of_bracket(self, number: Found[Decimal]) -> str:
        """What is counted before a number that stands alone in brackets: "vrouwen (489)"."""
        before = _BEFORE_BRACKET.search(self.text, max(0, number.start - 40), number.start)
        is_alone = before is not None and self.text.startswith(")", number.end)
        return before[1] if before and is_alone and COUNTED.search(before[1]) else ""

    def _unit_before(self, start: int) -> str:
        first, _ = sentence_span(self.low, start, self._reach)
        named = [*_UNIT_BEFORE.finditer(self.text, first, start)]
        if not named:
            return ""
        words: list[str] = []
        for word in named[-1][1].split():
            if word.lower() in STOP_WORDS:
                break
            words.append(word)
            if not word.endswith("e"):
                break
        return " ".join(words)

    def _qualifier(self, start: int) -> str:
        match = _QUALIFIER.search(self.low, max(0, start - 30), start)
        if match is None:
            return ""
        return next(name for i, (name, _) in enumerate(_QUALIFIERS, 1) if match[i])

    def _direction(self, index: int, end: int) -> str:
        """The change that the words between this number and its neighbours tell of."""
        start = self.numbers[index].start
        first, last = sentence_span(self.low, start, self._reach)
        first, last = max(first, start - 90), min(last, end + 60)
        if index:
            first = max(first, min(self.numbers[index - 1].end, start - 12))
        following = bisect_left(self._starts, end)
        if following < len(self.numbers):
            last = min(last, self.numbers[following].start)
        up, down = _UP.search(self.low, first, last), _DOWN.search(self.low, first, last)
        if bool(up) == bool(down):
            return ""
        return "up" if up else "down"

    def _years(self, start: int, end: int) -> tuple[int | None, int | None]:
        first, last = sentence_span(self.low, start, self._reach)
        years = [
            p for p in self.periods[self._inside(first, last)]
            if p.value.earliest and (p.value.precision is Precision.YEAR) and not p.value.in_name
        ]  # fmt: skip
        base = [p for p in years if _BASE.search(self.low, max(0, p.start - 30), p.start)]
        base = [p for p in base if p.start >= end and not self._number_between(end, p.start)]
        plain = [p for p in years if p not in base and not self._is_base(p)]
        after = [p for p in plain if p.start >= end and not self._number_between(end, p.start)]
        after = [p for p in after if not self._is_of_next(end, p, last)]
        before = [p for p in plain if p.end <= start and not self._number_between(p.end, start)]
        before = [p for p in before if not self._is_of_rise(p, start)]
        near = (
            [p for p in after if p.start - end <= 40 and self._ties(end, p)]
            or before[-1:]
            or after[:1]
        )
        return _year(near), _year(base)

    def _is_of_next(self, end: int, period: Found[Period], last: int) -> bool:
        """Whether a year opens the next clause, for a number there: "71; in 2019 was het 77"."""
        joint = re.search(r"[,;:]| en | maar | terwijl ", self.low[end : period.start])
        is_apart = joint is not None or self.low.startswith(":", period.end)
        return is_apart and self._number_between(period.end, last)

    def _is_of_rise(self, period: Found[Period], start: int) -> bool:
        """Whether a year is that of the number before it: "van 51 in 2018 naar 33"."""
        index = bisect_left(self._starts, period.start) - 1
        is_tied = index >= 0 and self._ties(self.numbers[index].end, period)
        return is_tied and _ENDS_RISE.fullmatch(self.low, period.end, start) is not None

    def _ties(self, end: int, period: Found[Period]) -> bool:
        """Whether the year right after a number is this number's own."""
        between = self.low[end : period.start]
        return bool(
            re.search(r"(?:^| )(?:in|over|voor|\()(?: het jaar| heel)? ?\(?$", between)
        ) and (not re.search(r"[,;:]| en ", between))

    def _is_base(self, period: Found[Period]) -> bool:
        return bool(_BASE.search(self.low, max(0, period.start - 30), period.start))

    def _number_between(self, low: int, high: int) -> bool:
        index = bisect_left(self._starts, low)
        return index < len(self.numbers) and self.numbers[index].end <= high

    def _inside(self, low: int, high: int) -> slice:
        """Which periods start in a stretch."""
        starts = self._period_starts
        return slice(bisect_left(starts, low), bisect_left(starts, high))

    @property
    def _reach(self) -> int:
        """How far a sentence may reach: a block with hundreds of numbers is a list."""
        return 400 if len(self.numbers) < 300 else 40

    @cached_property
    def _starts(self) -> list[int]:
        return [number.start for number in self.numbers]

    @cached_property
    def _period_starts(self) -> list[int]:
        return [period.start for period in self.periods]

    def _compared(self, found: list[Found[Quantity]]) -> list[Found[Quantity]]:
        """ "van A in Y1 naar B in Y2": the second gets the first's year as its base."""
        for index in range(1, len(found)):
            first, second = found[index - 1], found[index]
            if not re.search(r"\bvan {1,3}$", self.low[max(0, first.start - 8) : first.start]):
                continue
            if DIFFERS.search(self.low, max(0, first.start - 60), first.start):
                continue
            joint = self.low[first.end : second.start]
            if not re.search(r"\b(?:naar|tot|to) {1,3}(?:\w+ {1,3})?$", joint) or len(joint) > 60:
                continue
            found[index - 1], found[index] = _pair(first, second)
        return self._listed(found)

    def _against(self, first: Found[Quantity], second: Found[Quantity]) -> bool:
        """Whether a bare number is told as what another was before: "30 mensen, tegen 20"."""
        is_bare = not (second.value.unit or second.value.is_percent or first.value.is_percent)
        joint = self.low[first.end : min(second.start, first.end + 60)]
        is_thing = first.value.unit and not TIME_UNIT.match(first.value.unit)
        return bool(is_bare and is_thing and _AGAINST.search(joint))

    def _listed(self, found: list[Found[Quantity]]) -> list[Found[Quantity]]:
        """ "in A 640, in B 212 en in C 75 deelnemers": the unit of the last is that of all."""
        for index in range(len(found) - 1, 0, -1):
            first, second = found[index - 1], found[index]
            if self._against(first, second):
                same = replace(second.value, unit=first.value.unit)
                found[index] = Found(second.start, second.end, same)
            if first.value.unit or first.value.is_percent or second.value.is_percent:
                continue
            joint = self.low[first.end : min(second.start, first.end + 60)]
            is_thing = second.value.unit and not TIME_UNIT.match(second.value.unit)
            if is_thing and _LISTED.fullmatch(joint):
                shared = replace(first.value, unit=second.value.unit)
                found[index - 1] = Found(first.start, first.end, shared)
        return found


def _pair(
    first: Found[Quantity], second: Found[Quantity]
) -> tuple[Found[Quantity], Found[Quantity]]:
    before, after = first.value, second.value
    if before.value is None or after.value is None:
        return first, second
    direction = "up" if after.value > before.value else "down" if after.value < before.value else ""
    unit = after.unit or before.unit
    if after.is_percent and not before.unit:
        before = replace(before, is_percent=True)
    return (
        Found(first.start, first.end, _changed(before, before.unit or unit, None, "")),
        Found(second.start, second.end, _changed(after, unit, before.year, direction)),
    )


def _changed(quantity: Quantity, unit: str, base_year: int | None, direction: str) -> Quantity:
    return Quantity(
        quantity.value, quantity.low, quantity.high, unit, quantity.year, base_year, direction,
        quantity.qualifier, quantity.words, quantity.is_percent,
    )  # fmt: skip


def _year(periods: list[Found[Period]]) -> int | None:
    first = periods[0].value.earliest if periods else None
    return first.year if first else None
