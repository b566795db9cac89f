"""A paper's text line by line, with the passages that entries hang on marked in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a text that is marked. start, end: in characters of the text."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of one line. passages: those that it is part of, none for plain text."""

    text: str
    passages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text. number: from 1, as evidence counts them."""

    number: int
    parts: tuple[Part, ...]

    @property
    def is_marked(self) -> bool:
        return any(part.passages for part in self.parts)


def line_starts(text: str) -> list[int]:
    """Where each line begins, in characters."""
    return [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]


def span_of_lines(text: str, first: int, last: int) -> tuple[int, int]:
    """The first character of a line and the one after the last character of another.

    Raises IndexError when the text does not have these lines.
    """
    starts = [*line_starts(text), len(text) + 1]
    if not 1 <= first <= last < len(starts):
        raise IndexError(first, last)
    return starts[first - 1], starts[last] - 1


def place_of(text: str, quote: str, start: int, end: int, lines: tuple[int, int]) -> Marked | None:
    """Where a passage stands in a text: its span, where that holds its words; else its lines.

    None when the text has neither.
    """
    if _folded(text[start:end]) == _folded(quote):
        return Marked(0, start, end)
    try:
        return Marked(0, *span_of_lines(text, *lines))
    except IndexError:
        return None


def marked_lines(text: str, marks: Iterable[Marked]) -> list[Line]:
    """Every line of a text, cut where a mark begins or ends."""
    ordered = sorted(marks, key=lambda mark: mark.start)
    lines = []
    for number, (start, content) in enumerate(
        zip(line_starts(text), text.split("\n"), strict=True), start=1
    ):
        end = start + len(content)
        here = [mark for mark in ordered if mark.start < end and mark.end > start]
        lines.append(Line(number, tuple(_parts(text, start, end, here))))
    return lines


def _parts(text: str, start: int, end: int, marks: Sequence[Marked]) -> Iterable[Part]:
    cuts = {start, end}
    for mark in marks:
        cuts |= {max(start, mark.start), min(end, mark.end)}
    places = sorted(cuts)
    for left, right in pairwise(places):
        over = tuple(mark.passage for mark in marks if mark.start < right and mark.end > left)
        yield Part(text[left:right].removesuffix("\r"), over)


def _folded(text: str) -> str:
    return " ".join(text.split())
