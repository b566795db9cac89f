"""Published figures as a file writes them, and whether their parts add up."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from samen.core.numerals import say_number
from samen.core.terms import FigureMethod
from samen.programme.values import FigureFacts

_VINTAGE = re.compile(r"(?P<breakdown>.+?) \((?P<vintage>(?:vintage |CoMensha |latere |VNG).*)\)")
_TOTAL = "totaal"


@dataclass(frozen=True, slots=True)
class Published:
    """One line of a file of figures: the name of its series, and the figure."""

    series: str
    figure: FigureFacts


def read_published(row: Mapping[str, str]) -> Published:
    """One line with indicator, year, breakdown, value, source and certainty.

    Raises ValueError or ArithmeticError when year or value has another form.
    """
    years = [int(part) for part in row["year"].split("-")]
    matched = _VINTAGE.fullmatch(row["breakdown"])
    value = row["value"]
    is_estimate = row["indicator"].startswith("Schatting")
    figure = FigureFacts(
        year=years[0],
        until_year=years[-1],
        breakdown=matched["breakdown"] if matched else row["breakdown"],
        value=Decimal(value.strip("%+")),
        words=value if value.startswith("+") else "",
        publication=row["source"],
        vintage=matched["vintage"].removeprefix("vintage ") if matched else "",
        method=FigureMethod.ESTIMATED if is_estimate else FigureMethod.REPORTED,
        certainty=row["certainty"],
        source=row["source"],
    )
    return Published(row["indicator"], figure)


def part_sum_notes(name: str, figures: Iterable[FigureFacts]) -> list[str]:
    """Where the parts of an indicator do not add up to the total that was published.

    Years against a total of years, and breakdowns against a total of the same publication.
    Parts that stay under the total are no fault: a publication may leave parts out.
    """
    known = [figure for figure in figures if figure.value is not None]
    totals = [figure for figure in known if figure.breakdown == _TOTAL]
    return [note for total in totals for note in _notes(name, total, known)]


def _notes(name: str, total: FigureFacts, known: list[FigureFacts]) -> list[str]:
    period = _period(total)
    notes = []
    sums = _sums_of_years(total, known)
    if sums and total.value not in sums:
        told = " of ".join(say_number(each) for each in sorted(sums))
        notes.append(f"{name}, {period}: de jaren tellen op tot {told}, "
                     f"gepubliceerd is {say_number(total.value or Decimal(0))}.")  # fmt: skip
    parts = [
        figure.value
        for figure in known
        if figure.value is not None
        and figure.breakdown != _TOTAL
        and (figure.year, figure.until_year, figure.publication)
        == (total.year, total.until_year, total.publication)
    ]
    whole = sum(parts, Decimal(0))
    if len(parts) > 1 and total.value is not None and whole > total.value:
        notes.append(f"{name}, {period}: de delen tellen op tot {say_number(whole)}, "
                     f"gepubliceerd is {say_number(total.value)}.")  # fmt: skip
    return notes


def _sums_of_years(total: FigureFacts, known: list[FigureFacts]) -> set[Decimal]:
    """The sums that the published values of the single years allow; empty when one lacks."""
    until = total.until_year or total.year
    if until == total.year:
        return set()
    values = [
        {f.value for f in known if f.value is not None and f.breakdown == _TOTAL
         and f.year == year and f.until_year == year}
        for year in range(total.year, until + 1)
    ]  # fmt: skip
    return {sum(chosen, Decimal(0)) for chosen in product(*values)}


def _period(figure: FigureFacts) -> str:
    until = figure.until_year or figure.year
    return str(figure.year) if until == figure.year else f"{figure.year}-{until}"
