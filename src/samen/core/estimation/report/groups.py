"""The estimate by what is known about persons: one row a year, a sex, an age group."""

from collections.abc import Iterable
from dataclasses import dataclass

from samen.core.estimation.answer import Answer
from samen.core.estimation.by import Row
from samen.core.estimation.existence import Status
from samen.core.estimation.report.language import FEWEST, Language
from samen.core.estimation.rounding import said


@dataclass(frozen=True)
class Group:
    """name: of the covariate. registered is a dash where it could give a small number away."""

    name: str
    value: str
    registered: str
    estimate: str


def groups(rows: Iterable[Row], language: Language) -> tuple[Group, ...]:
    """The rows by one covariate.

    When one value of a covariate has fewer than 5 registered persons, those of its other values
    are left out too: the number of all persons less theirs would be the one left out.
    """
    single = [row for row in rows if len(row.covariates) == 1]
    thin = {row.covariates for row in single if row.registered < FEWEST}
    return tuple(
        Group(
            row.covariates[0],
            row.values[0],
            "–" if row.covariates in thin else language.whole(row.registered),
            _estimate(row, language),
        )
        for row in single
    )


def _estimate(row: Row, language: Language) -> str:
    low, high = (row.interval.low, row.interval.high) if row.interval else (None, None)
    if row.estimate is None:
        return language.words["none"]
    if min(row.estimate, row.estimate if low is None else low) < FEWEST:
        return language.words["few_estimated"]
    return said(Answer("", Status.OK, row.estimate, low, high), language.thousands)
