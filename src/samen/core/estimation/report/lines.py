"""Numbers under each other on one scale: each a name, what it says, and a mark on its interval."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from samen.core.estimation.report import svg
from samen.core.estimation.report.language import Language

TOP, ROW, LEFT, RIGHT = 6, 29, 8, 332
APART = 48
MOST_TICKS = 6


@dataclass(frozen=True)
class Line:
    """said: the number in words. value, low and high: None where there is none to draw; a range
    without a value in it is a bar.
    """

    name: str
    said: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bold: bool = False


def drawing(name: str, lines: Sequence[Line], axis: "Axis", grey: float, language: Language,
            finding: str) -> svg.Drawing:  # fmt: skip
    """name: also of the words of its title. grey: where a short mark stands on every line, to
    compare with. finding: what the drawing shows, in a sentence.
    """
    height = TOP + ROW * len(lines) + 30
    parts = axis.drawn(height - 22, language)
    for at, line in enumerate(lines):
        y = TOP + ROW * at + 11
        x = axis.at(grey)
        parts += [svg.text(LEFT, y, line.name, bold=line.bold),
                  svg.text(RIGHT, y, line.said, anchor="end", bold=line.bold),
                  *_interval(line, axis, y + 8),
                  svg.line((x, y + 4), (x, y + 13), ink=svg.QUIET, width=2)]  # fmt: skip
    rows = tuple((line.name, line.said) for line in lines)
    title = language.words[name.replace("-", "_")]
    return svg.Drawing(name, title, rows, height, tuple(parts), finding)


def path_said(lines: Sequence[Line], language: Language) -> str:
    """From where to where the first and the last line go."""
    first, last = lines[0], lines[-1]
    return language.words["path_found"].format(
        first=first.said, start=first.name, last=last.said, end=last.name
    )


class Axis:
    """A logarithmic scale from one number to another, both a bit away from the edge."""

    def __init__(self, start: float, end: float) -> None:
        self.low = math.log(max(start, 1) * 0.93)
        self.high = math.log(max(end * 1.05, start * 1.5))

    def at(self, value: float) -> float:
        """Where a value stands, kept on the axis."""
        place = (math.log(max(value, 1)) - self.low) / (self.high - self.low)
        return LEFT + min(max(place, 0), 1) * (RIGHT - LEFT)

    def holds(self, value: float) -> bool:
        return math.isfinite(value) and math.log(max(value, 1)) <= self.high

    def ticks(self) -> list[int]:
        """Round numbers: one digit or 15, then zeros; fewer where they would touch."""
        powers = range(int(self.low / math.log(10)), int(self.high / math.log(10)) + 1)
        for steps in ((10, 15, 20, 30, 40, 50, 60, 80), (10, 20, 50), (10, 30), (10,)):
            ticks = [step * 10**power // 10 for power in powers for step in steps
                     if self.low < math.log(step * 10**power / 10) < self.high]  # fmt: skip
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


def _interval(line: Line, axis: Axis, y: float) -> list[str]:
    parts = []
    ink = svg.MARK if line.bold else svg.INK
    if line.low is not None and line.high is not None and axis.holds(line.low):
        start, end = axis.at(line.low), axis.at(line.high)
        if line.value is None:
            return [svg.line((start, y), (end, y), width=5, ink=svg.MARK)]
        parts += [svg.line((start, y), (end, y), width=2.5 if line.bold else 1.2, ink=ink),
                  svg.line((start, y - 4), (start, y + 4), ink=ink)]  # fmt: skip
        if axis.holds(line.high):
            parts.append(svg.line((end, y - 4), (end, y + 4), ink=ink))
        else:
            parts.append(svg.shape([(end - 6, y - 4), (end, y), (end - 6, y + 4)],
                                   fill=ink, ink=ink))  # fmt: skip
    if line.value and axis.holds(line.value):
        x = axis.at(line.value)
        diamond = [(x - 5, y), (x, y - 5), (x + 5, y), (x, y + 5)]
        parts.append(svg.shape(diamond, fill=ink if line.bold else "#ffffff", ink=ink))
    return parts
