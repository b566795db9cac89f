"""What is published: series of points with their definitions, in datasets with their sender.

A value that is not shown is not here either: a suppressed point cannot hold a number, so no
format can give one away. What may be shown was decided before (`core/disclosure`).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samen.core.errors import BadInput
from samen.core.terms import Direction, FigureMethod

TOTAL = ""
"""The breakdown of a point that counts everything."""


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in the house's two languages; without English the Dutch stands in."""

    nl: str
    en: str = ""

    def said(self, dutch: bool) -> str:
        return self.nl if dutch else self.en or self.nl


@dataclass(frozen=True, slots=True)
class Definition:
    """What a series counts, from a year (0: not told) until a year (0: until now)."""

    version: int
    words: Words
    since: int
    until: int = 0
    note: Words = Words("")
    source: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series, as one publication gave it. until: 0 for one year.

    value: None where the publication has words only, or where it is suppressed.
    """

    year: int
    value: Decimal | None = None
    until: int = 0
    breakdown: str = TOTAL
    words: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    vintage: str = ""
    published_on: date | None = None
    method: FigureMethod = FigureMethod.REPORTED
    definition: int = 0
    suppressed: bool = False
    source: str = ""

    def __post_init__(self) -> None:
        told = [each for each in (self.value, self.low, self.high) if each is not None]
        if self.suppressed and (told or self.words):
            raise BadInput(
                "A value that is not shown came with its number or words.",
                "What is not shown is not handed over either.",
                "Leave value, interval and words empty.",
            )
        if not all(each.is_finite() for each in told):
            raise BadInput("A value of {year} is no number.", "", "Leave it empty.", year=self.year)
        _refuse_interval(self)

    @property
    def period(self) -> str:
        """2020, or 2015-2019."""
        return f"{self.year}-{self.until}" if self.until > self.year else str(self.year)

    @property
    def line(self) -> tuple[str, int, FigureMethod]:
        """Points of one line may be compared; of two lines not without a word."""
        return (self.vintage, self.definition, self.method)


@dataclass(frozen=True, slots=True)
class Target:
    """A value that was aimed at for a year. replaced: another target took its place."""

    year: int
    value: Decimal | None = None
    words: str = ""
    set_by: str = ""
    decided_on: date | None = None
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator with its points. code: its name in an address: letters, digits, - and _."""

    code: str
    title: Words
    unit: Words
    direction: Direction = Direction.NEITHER
    definitions: tuple[Definition, ...] = ()
    points: tuple[Point, ...] = ()
    targets: tuple[Target, ...] = ()
    source: str = ""

    def __post_init__(self) -> None:
        refuse_code(self.code)
        keys = Counter((each.period, each.breakdown, *each.line) for each in self.points)
        twice = [key for key, times in keys.items() if times > 1]
        if twice:
            raise BadInput(
                "Series {code} has two values for {period} in one publication.",
                "One value for a period, a breakdown, a publication, a method and a definition.",
                "Take out the one that was replaced.",
                code=self.code, period=twice[0][0],
            )  # fmt: skip

    def definition(self, version: int) -> Definition | None:
        """The definition with a number; None where nobody said what was counted."""
        return next((each for each in self.definitions if each.version == version), None)

    @property
    def totals(self) -> tuple[Point, ...]:
        """The points of one year that count everything, by year."""
        found = [p for p in self.points if p.breakdown == TOTAL and p.until in (0, p.year)]
        return tuple(sorted(found, key=lambda p: (p.year, str(p.published_on or ""), p.vintage)))


@dataclass(frozen=True, slots=True)
class Sender:
    """Who publishes, and where to ask. uri: its own, where it has one."""

    name: str
    uri: str
    email: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Series that are published together, with what a catalogue wants to know.

    identifier: its own address that stays. licence, theme, frequency: addresses of terms.
    """

    identifier: str
    title: Words
    description: Words
    publisher: Sender
    licence: str
    issued: date
    modified: date
    series: tuple[Series, ...]
    page: str = ""
    keywords: tuple[Words, ...] = ()
    version: str = "1"
    theme: str = "http://publications.europa.eu/resource/authority/data-theme/JUST"
    frequency: str = "http://publications.europa.eu/resource/authority/frequency/ANNUAL"
    spatial: str = "http://publications.europa.eu/resource/authority/country/NLD"
    withdrawn: bool = False

    def __post_init__(self) -> None:
        refuse_twice(each.code for each in self.series)


def refuse_code(code: str) -> None:
    """Raise BadInput at a name that cannot stand in an address or in a drawing."""
    if not code or not all(c.isascii() and (c.isalnum() or c in "-_") for c in code):
        raise BadInput(
            "The name of a series has a sign that an address cannot have.",
            "Letters, digits, - and _.",
            "Name the series by those.",
        )


def refuse_twice(codes: Iterable[str]) -> None:
    """Raise BadInput where two series have one name."""
    twice = [code for code, times in Counter(codes).items() if times > 1]
    if twice:
        raise BadInput("Two series are named {code}.", "", "Give each its own name.", code=twice[0])


def _refuse_interval(point: Point) -> None:
    low, high = point.low, point.high
    inside = [each for each in (low, point.value, high) if each is not None]
    if inside != sorted(inside) or (point.value is None and (low is not None or high is not None)):
        raise BadInput(
            "The interval of {period} does not hold its value.",
            "From below the value to above it.",
            "Look at the estimate again.",
            period=point.period,
        )
