"""The estimates of all methods under each other, each a point on its interval."""

import math
from collections.abc import Sequence
from itertools import pairwise

from samen.core.estimation.answer import Answer
from samen.core.estimation.report import svg
from samen.core.estimation.report.language import Language
from samen.core.estimation.rounding import said

TOP, ROW, LEFT, RIGHT = 6, 29, 8, 332
WIDEST = 20
APART = 48
MOST_TICKS = 6


def forest(answers: Sequence[Answer], reported: str, registered: int,
           language: Language) -> svg.Drawing:  # fmt: skip
    """answers: in the order shown; one has a total at least. reported: the name of the one told.

    The axis ends at WIDEST times the largest reported limit, so that one wild estimate does not
    press the others together; what lies beyond is an arrow.
    """
    axis = _Axis(registered, _end(answers, reported))
    height = TOP + ROW * len(answers) + 30
    bottom = height - 22
    parts = axis.drawn(bottom, language)
    told = []
    for at, answer in enumerate(answers):
        name = language.estimators[answer.name]
        words = said(answer, language.thousands) if answer.total else language.words["none"]
        told.append(f"{name}: {words}.")
        bold = answer.name == reported
        y = TOP + ROW * at + 11
        parts += [svg.text(LEFT, y, name, bold=bold),
                  svg.text(RIGHT, y, words, anchor="end", bold=bold)]  # fmt: skip
        parts.append(_registered(axis, y + 8))
        parts += _interval(answer, axis, y + 8, bold=bold)
    return svg.Drawing("forest", language.words["forest"], " ".join(told), height, tuple(parts))


def _end(answers: Sequence[Answer], reported: str) -> float:
    values = {
        answer.name: max(
            (value for value in (answer.total, answer.high) if value and math.isfinite(value)),
            default=0.0,
        )
        for answer in answers
    }
    return min(max(values.values()), WIDEST * values[reported])


class _Axis:
    """A logarithmic scale from the registered number to an end, both a bit away from the edge."""

    def __init__(self, registered: float, end: float) -> None:
        self.registered = registered
        self.low = math.log(max(registered, 1) * 0.93)
        self.high = math.log(max(end * 1.05, registered * 1.5))

    def at(self, value: float) -> float:
        """Where a value stands, kept on the axis."""
        place = (math.log(max(value, 1)) - self.low) / (self.high - self.low)
        return LEFT + min(max(place, 0), 1) * (RIGHT - LEFT)

    def holds(self, value: float) -> bool:
        return math.isfinite(value) and math.log(max(value, 1)) <= self.high

    def ticks(self) -> list[int]:
        """Round numbers: a digit times a power of ten, fewer where they would touch."""
        powers = range(int(self.low / math.log(10)), int(self.high / math.log(10)) + 1)
        for steps in ((1, 2, 3, 4, 5, 6, 8), (1, 2, 5), (1, 3), (1,)):
            ticks = [step * 10**power for power in powers for step in steps
                     if self.low < math.log(step * 10**power) < self.high]  # fmt: skip
            places = [self.at(tick) for tick in ticks]
            if all(after - before > APART for before, after in pairwise(places)):
                return ticks
        return ticks[:: -(-len(ticks) // MOST_TICKS)]

    def drawn(self, bottom: float, language: Language) -> list[str]:
        parts = [svg.line((LEFT, bottom), (RIGHT, bottom), ink=svg.QUIET)]
        for tick in self.ticks():
            x = self.at(tick)
            anchor = "end" if x > RIGHT - 20 else "start" if x < LEFT + 20 else "middle"
            parts += [
                svg.line((x, bottom), (x, bottom + 4), ink=svg.QUIET),
                svg.text(x, bottom + 15, language.whole(tick), anchor=anchor,
                         fill=svg.QUIET, size=10),
            ]  # fmt: skip
        return parts


def _registered(axis: _Axis, y: float) -> str:
    x = axis.at(axis.registered)
    return svg.line((x, y - 5), (x, y + 5), ink=svg.QUIET, width=2)


def _interval(answer: Answer, axis: _Axis, y: float, *, bold: bool) -> list[str]:
    parts = []
    ink = svg.MARK if bold else svg.INK
    if answer.low is not None and answer.high is not None and axis.holds(answer.low):
        start, end = axis.at(answer.low), axis.at(answer.high)
        parts += [svg.line((start, y), (end, y), width=2.5 if bold else 1.2, ink=ink),
                  svg.line((start, y - 4), (start, y + 4), ink=ink)]  # fmt: skip
        if axis.holds(answer.high):
            parts.append(svg.line((end, y - 4), (end, y + 4), ink=ink))
        else:
            parts.append(svg.shape([(end - 6, y - 4), (end, y), (end - 6, y + 4)],
                                   fill=ink, ink=ink))  # fmt: skip
    if answer.total and axis.holds(answer.total):
        x = axis.at(answer.total)
        diamond = [(x - 5, y), (x, y - 5), (x + 5, y), (x, y + 5)]
        parts.append(svg.shape(diamond, fill=ink if bold else "#ffffff", ink=ink))
    return parts
