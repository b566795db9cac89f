"""What the sheet of checks says, in one language: the parts that were asked for."""

from dataclasses import dataclass

from samen.core.estimation.estimate import Estimate
from samen.core.estimation.report.known import (
    Known,
    bias_said,
    by_lists,
    by_persons,
    coverage_said,
    known_lists,
)
from samen.core.estimation.report.language import Language
from samen.core.estimation.report.svg import Drawing
from samen.core.estimation.report.sway import tipping_said, tornado
from samen.core.estimation.rounding import beside


@dataclass(frozen=True)
class Checked:
    """tornado: None without sensitivity. The rest is empty without validation, and coverage
    without simulated worlds.
    """

    tornado: Drawing | None = None
    tipping: str = ""
    known: Known | None = None
    bias: str = ""
    paths: tuple[Drawing, ...] = ()
    coverage: str = ""


def checked(found: Estimate, language: Language, *, sizes: bool) -> Checked | None:
    """None when no check was asked for. sizes: whether sizes of lists may be told; if not, known
    lists stay away where they would tell them (see `withheld`)."""
    swayed, tested, answer = found.sensitivity, found.validation, found.answer
    known = sizes or len(found.table.lists) > 3
    if answer.total is None or (swayed is None and tested is None):
        return None

    def told(value: float) -> str:
        return beside(answer, value, language.thousands)

    return Checked(
        tornado(swayed, told, language) if swayed else None,
        tipping_said(swayed, told, language) if swayed else "",
        known_lists(tested.consistency, language, sizes=sizes) if tested and known else None,
        bias_said(tested.consistency, language) if tested and known else "",
        (by_lists(tested, answer, language), by_persons(tested, answer, language))
        if tested
        else (),
        coverage_said(tested.coverage, language) if tested and tested.coverage else "",
    )
