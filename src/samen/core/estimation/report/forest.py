"""The estimates of all methods under each other, each a point on its interval."""

import math
from collections.abc import Sequence

from samen.core.estimation.answer import Answer
from samen.core.estimation.report import svg
from samen.core.estimation.report.language import Language
from samen.core.estimation.report.lines import Axis, Line, drawing
from samen.core.estimation.rounding import said

WIDEST = 20


def forest(answers: Sequence[Answer], reported: str, registered: int,
           language: Language) -> svg.Drawing:  # fmt: skip
    """answers: in the order shown; one has a total at least. reported: the name of the one told.

    The axis ends at WIDEST times the largest reported limit, so that one wild estimate does not
    press the others together; what lies beyond is an arrow.
    """
    lines = [
        Line(
            language.estimators[answer.name],
            said(answer, language.thousands) if answer.total else language.words["none"],
            answer.total,
            answer.low,
            answer.high,
            answer.name == reported,
        )
        for answer in answers
    ]
    axis = Axis(registered, _end(answers, reported))
    return drawing("forest", language.words["forest"], lines, axis, registered, language)


def _end(answers: Sequence[Answer], reported: str) -> float:
    values = {
        answer.name: max(
            (value for value in (answer.total, answer.high) if value and math.isfinite(value)),
            default=0.0,
        )
        for answer in answers
    }
    return min(max(values.values()), WIDEST * values[reported])
