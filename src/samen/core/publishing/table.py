"""A dataset as one table, and what goes with it in words: the same in every file."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samen.core.publishing.nouns import Dataset, Point, Series, Words

type Cell = str | int | Decimal | date | None

VALUE, NOT_SHOWN, IN_WORDS = "value", "not_shown", "words"


@dataclass(frozen=True, slots=True)
class Column:
    """kind: a datatype of CSV on the Web. width: in a workbook, in signs."""

    name: str
    kind: str
    title: Words
    width: float = 14


COLUMNS = (
    Column("series", "string", Words("Reeks", "Series"), 20),
    Column("title", "string", Words("Wat", "What"), 40),
    Column("period", "string", Words("Periode", "Period"), 11),
    Column("year", "gYear", Words("Jaar", "Year"), 8),
    Column("until_year", "gYear", Words("Tot en met jaar", "Until year"), 8),
    Column("breakdown", "string", Words("Uitsplitsing", "Breakdown"), 26),
    Column("status", "string", Words("Toestand", "Status"), 12),
    Column("value", "decimal", Words("Waarde", "Value"), 12),
    Column("low", "decimal", Words("Ondergrens", "Lower limit"), 12),
    Column("high", "decimal", Words("Bovengrens", "Upper limit"), 12),
    Column("words", "string", Words("In woorden", "In words"), 24),
    Column("unit", "string", Words("Eenheid", "Unit"), 12),
    Column("method", "string", Words("Hoe", "How"), 12),
    Column("definition", "integer", Words("Definitie", "Definition"), 10),
    Column("vintage", "string", Words("Publicatie", "Publication"), 26),
    Column("published_on", "date", Words("Gepubliceerd op", "Published on"), 16),
    Column("source", "string", Words("Bron", "Source"), 40),
)
"""status: value, words, or not_shown; a value that is not shown is empty and no zero."""


def rows(dataset: Dataset, *, dutch: bool = True) -> list[tuple[Cell, ...]]:
    """A row for each point, under COLUMNS: by series, year, breakdown and publication."""
    return [_row(series, point, dutch) for series in dataset.series for point in in_order(series)]


def in_order(series: Series) -> list[Point]:
    """Points by year, breakdown as given, publication."""
    groups = {name: n for n, name in enumerate(dict.fromkeys(p.breakdown for p in series.points))}
    return sorted(
        series.points,
        key=lambda p: (p.year, p.until, groups[p.breakdown], str(p.published_on or ""), p.line),
    )


def status(point: Point) -> str:
    """Whether a point has a value, words, or is not shown."""
    return NOT_SHOWN if point.suppressed else IN_WORDS if point.value is None else VALUE


def citation(dataset: Dataset, *, dutch: bool = True) -> str:
    """How to name the dataset in a text of one's own."""
    where = dataset.page or dataset.identifier
    version = f"{'versie' if dutch else 'version'} {dataset.version}"
    day = dataset.modified.isoformat()
    return (
        f"{dataset.publisher.name} ({dataset.modified.year}). {dataset.title.said(dutch)} "
        f"({version}, {day}). {where}"
    )


def about(dataset: Dataset, *, dutch: bool = True) -> list[tuple[str, str]]:
    """What a reader of a file wants to know of it: name and what it says."""
    said = [
        (Words("Titel", "Title"), dataset.title.said(dutch)),
        (Words("Wat het is", "What it is"), dataset.description.said(dutch)),
        (Words("Wie", "Who"), dataset.publisher.name),
        (Words("Vragen", "Questions"), dataset.publisher.email or dataset.publisher.page),
        (Words("Licentie", "Licence"), dataset.licence),
        (Words("Kenmerk", "Identifier"), dataset.identifier),
        (Words("Gepubliceerd", "Issued"), dataset.issued.isoformat()),
        (Words("Gewijzigd", "Modified"), dataset.modified.isoformat()),
        (Words("Versie", "Version"), dataset.version),
        (Words("Zo verwijst u", "How to cite"), citation(dataset, dutch=dutch)),
        (Words("Niet getoond", "Not shown"), HIDDEN.said(dutch)),
    ]
    if dataset.withdrawn:
        said.insert(0, (Words("Ingetrokken", "Withdrawn"), WITHDRAWN.said(dutch)))
    return [(name.said(dutch), words) for name, words in said if words]


HIDDEN = Words(
    "Waar de toestand not_shown is, is er een waarde die niet getoond wordt om personen te "
    "beschermen; leeg is daar niet nul.",
    "Where the status is not_shown there is a value that is not shown, to protect persons; "
    "empty is not zero there.",
)
WITHDRAWN = Words("Gebruik deze cijfers niet meer.", "Do not use these figures any more.")


def _row(series: Series, point: Point, dutch: bool) -> tuple[Cell, ...]:
    return (
        series.code, series.title.said(dutch), point.period, point.year, point.until or None,
        point.breakdown, status(point), point.value, point.low, point.high, point.words,
        series.unit.said(dutch), str(point.method), point.definition or None, point.vintage,
        point.published_on, point.source or series.source,
    )  # fmt: skip
