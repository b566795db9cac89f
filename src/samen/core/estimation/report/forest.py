"""The estimates of all methods under each other, each a point on its interval."""

import math
from collections.abc import Sequence

from samen.core.estimation.answer import Answer
from samen.core.estimation.report import svg
from samen.core.estimation.report.language import Language
from samen.core.estimation.report.lines import Axis, Line, drawing
from samen.core.estimation.rounding import as_said, limits_as_said, said

WIDEST = 20


def forest(answers: Sequence[Answer], reported: str, registered: int,
           language: Language) -> svg.Drawing:  # fmt: skip
    """answers: in the order shown; one has a total at least. reported: the name of the one told.

    The axis ends at WIDEST times the largest reported limit, so that one wild estimate does not
    press the others together; what lies beyond is an arrow.
    """
    lines = [_line(answer, answer.name == reported, language) for answer in answers]
    axis = Axis(registered, _end(lines))
    return drawing("forest", lines, axis, registered, language, _found(lines, language))


def _found(lines: Sequence[Line], language: Language) -> str:
    values = [line.value for line in lines if line.value]
    own = next((line.value for line in lines if line.bold and line.value), values[0])
    told = zip(("low", "high", "own"), (min(values), max(values), own), strict=True)
    return language.words["forest_found"].format_map(
        {name: language.whole(value) for name, value in told}
    )


def _line(answer: Answer, bold: bool, language: Language) -> Line:
    """Drawn as it is said: a mark at the exact number would tell its digits."""
    name = language.estimators[answer.name]
    if not answer.total:
        return Line(name, language.words["none"], bold=bold)
    low, high = limits_as_said(answer) or (None, None)
    return Line(name, said(answer, language.thousands), as_said(answer), low, high, bold)


def _end(lines: Sequence[Line]) -> float:
    ends = [max(filter(math.isfinite, (line.value or 0, line.high or 0)), default=0)
            for line in lines]  # fmt: skip
    reported = max(end for line, end in zip(lines, ends, strict=True) if line.bold)
    return min(max(ends), WIDEST * reported)
