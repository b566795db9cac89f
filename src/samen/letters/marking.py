"""A letter as printed, in numbered lines, with its candidates marked in the text."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SEEN_AS = str.maketrans("\uf0b7\uf0a7\uf076\uf0d8\uf0e0\uf0fc\uf02d", "•▪❖➢→✓–")
"""Signs that Word takes from its fonts of signs, one for one, so that every place stays."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the original that is marked. href: where a press on it leads."""

    id: int
    start: int
    end: int
    kind: str
    title: str
    href: str
    state: str = "open"
    is_current: bool = False

    @property
    def classes(self) -> str:
        state = {"accepted": " is-accepted", "merged": " is-accepted", "rejected": " is-rejected"}
        current = " is-current" if self.is_current else ""
        return f"mark mark--{self.kind}{state.get(self.state, '')}{current}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the letter. furniture: the whole line is no running text."""

    number: int
    html: SafeString
    is_furniture: bool = False


def lines_of(
    original: str, furniture: Sequence[tuple[int, int]], marks: Sequence[Mark]
) -> list[Line]:
    """The lines of a letter with marks around the words of its candidates.

    furniture: stretches of the original. Marks may lie in each other and cross each other:
    each stretch between two borders stands in all its marks, the widest outside.
    """
    borders = _borders(original, furniture, marks)
    sweep, greyed = Sweep(marks), sorted(furniture)
    lines, start = [], 0
    for number, text in enumerate(original.split("\n"), start=1):
        end = start + len(text)
        pieces = [
            _piece(original[low:high], sweep.around(low), sweep, _is_inside(low, high, greyed))
            for low, high in _cut(borders, start, end)
        ]
        is_furniture = bool(text.strip()) and _is_inside(start, end, greyed)
        lines.append(Line(number, format_html_join("", "{}", ((p,) for p in pieces)), is_furniture))
        start = end + 1
    return lines


class Sweep:
    """Goes over the marks from front to back once, and knows which of them have begun."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end), reverse=True)
        self.active: list[Mark] = []
        self.begun: set[int] = set()

    def around(self, at: int) -> list[Mark]:
        """The marks around a character, the widest first. Asked in the order of the text."""
        while self.waiting and self.waiting[-1].start <= at:
            self.active.append(self.waiting.pop())
        self.active = [mark for mark in self.active if mark.end > at]
        return self.active

    def is_first(self, mark: Mark) -> bool:
        """Whether this is the first piece of a mark."""
        is_first = mark.id not in self.begun
        self.begun.add(mark.id)
        return is_first


def _borders(
    original: str, furniture: Sequence[tuple[int, int]], marks: Sequence[Mark]
) -> list[int]:
    edges = {edge for low, high in furniture for edge in (low, high)}
    edges |= {edge for mark in marks for edge in (mark.start, mark.end)}
    return sorted(edge for edge in edges if 0 <= edge <= len(original))


def _cut(borders: Sequence[int], start: int, end: int) -> Iterable[tuple[int, int]]:
    inside = borders[bisect_right(borders, start) : bisect_right(borders, end)]
    edges = [start, *(edge for edge in inside if edge < end), end]
    return [(low, high) for low, high in pairwise(edges) if low < high]


def _piece(text: str, around: Sequence[Mark], sweep: Sweep, is_furniture: bool) -> SafeString:
    text = text.translate(SEEN_AS)
    if not around:
        return format_html('<span class="furniture">{}</span>' if is_furniture else "{}", text)
    inner = around[-1]
    html = format_html('<a href="{}" title="{}">{}</a>', inner.href, inner.title, text)
    for mark in reversed(around):
        html = _wrapped(html, mark, is_first=sweep.is_first(mark))
    return html


def _wrapped(html: SafeString, mark: Mark, *, is_first: bool) -> SafeString:
    """The mark around a piece; only its first piece bears the name that links lead to."""
    name = format_html(' id="k{}"', mark.id) if is_first else ""
    return format_html('<mark class="{}"{}>{}</mark>', mark.classes, name, html)


def _is_inside(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the stretches, sorted and apart, holds this one."""
    at = bisect_right(stretches, (start, float("inf"))) - 1
    return at >= 0 and stretches[at][0] <= start and end <= stretches[at][1]
