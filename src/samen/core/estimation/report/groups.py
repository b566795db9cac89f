"""The estimate by what is known about persons: a row for a year, a sex, a sex in a year."""

from collections.abc import Iterable
from dataclasses import dataclass

from samen.core.estimation.answer import Answer
from samen.core.estimation.by import Row
from samen.core.estimation.existence import Status
from samen.core.estimation.report.language import FEWEST, Language
from samen.core.estimation.rounding import said


@dataclass(frozen=True)
class Group:
    """name: of the covariate, or of two. registered: a dash where it could tell a small number."""

    name: str
    value: str
    registered: str
    estimate: str
    is_pair: bool = False


def groups(rows: Iterable[Row], language: Language) -> tuple[Group, ...]:
    """The rows by one covariate, then by two together.

    When one value of a covariate has fewer than 5 registered persons, those of its other values
    are left out too: the number of all persons less theirs would be the one left out. So are those
    of every combination in which that covariate takes part.
    """
    chosen = [row for row in rows if row.covariates]
    thin = [frozenset(row.covariates) for row in chosen if row.registered < FEWEST]
    return tuple(
        Group(
            " × ".join(row.covariates),
            " × ".join(row.values),
            "–" if any(each <= {*row.covariates} for each in thin)
            else language.whole(row.registered),
            _estimate(row, language),
            len(row.covariates) > 1,
        )
        for row in chosen
    )  # fmt: skip


def _estimate(row: Row, language: Language) -> str:
    low, high = (row.interval.low, row.interval.high) if row.interval else (None, None)
    if row.estimate is None:
        return language.words["none"]
    if min(row.estimate, row.estimate if low is None else low) < FEWEST:
        return language.words["few_estimated"]
    return said(Answer("", Status.OK, row.estimate, low, high), language.thousands)
