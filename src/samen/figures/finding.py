"""What a series says in one sentence, from its numbers alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from samen.figures.queries_of_releases import Published
from samen.programme.values import FigureState

WHOLE = ("", "totaal")


@dataclass(frozen=True, slots=True)
class Finding:
    """The last total of a series, and what it was a year before where that can be compared.

    change: in percent of the year before, rounded; None where the two cannot be compared.
    """

    last: FigureState
    before: FigureState | None = None
    change: int | None = None

    @property
    def fewer(self) -> int:
        """How many percent less."""
        return -(self.change or 0)


def finding(values: Sequence[Published]) -> Finding | None:
    """The finding of the newest vintage; None without a total that stands.

    Two years are compared only within one publication, one definition and one method.
    """
    totals = [
        each.figure for each in values
        if not each.is_withdrawn and each.figure.breakdown in WHOLE
        and each.figure.value is not None and each.figure.year == each.figure.until_year
        and each.figure.withdrawn_at is None and each.figure.superseded_by is None
    ]  # fmt: skip
    if not totals:
        return None
    last = max(totals, key=lambda each: (each.year, str(each.published_on or ""), each.id))
    same = [each for each in totals if each.year == last.year - 1 and _alike(each, last)]
    if not same or last.value is None or not same[0].value:
        return Finding(last)
    return Finding(last, same[0], percent(last.value, same[0].value))


def percent(now: Decimal, then: Decimal) -> int:
    """How much more or less, in whole percents of `then`."""
    return round((now - then) / then * 100)


def _alike(one: FigureState, other: FigureState) -> bool:
    return (one.publication, one.vintage, one.definition_version, one.method) == (
        other.publication, other.vintage, other.definition_version, other.method,
    )  # fmt: skip
