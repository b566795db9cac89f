"""Where the names of nodes stand, so that none stands on another or on a node."""

import unicodedata
from collections.abc import Collection, Sequence

import numpy as np

from samen.core.networks.graph import Whole
from samen.core.networks.layout import Layout

HEIGHT, SIGN, NODE = 15.0, 6.6, 13.0
"""Pixels: of a line, of a narrow sign at most on average, and of half a node."""
CELL = 60.0

type Box = tuple[float, float, float, float]


def label_places(
    place: Layout, labels: Sequence[str], *, first: int, degrees: Whole, hubs: Collection[int] = ()
) -> list[tuple[float, float, str] | None]:
    """For each node where its name stands beside it and which end is there; None: no room.

    The first node has the first choice, then those with most edges. hubs: are drawn larger.
    """
    taken = _Taken(place)
    found: list[tuple[float, float, str] | None] = [None] * len(labels)
    rank = np.lexsort((np.arange(len(labels)), -degrees, np.arange(len(labels)) != first))
    for number in rank.tolist():
        x, y = place.places[number].tolist()
        wide = sum(map(_width, labels[number]))
        out = 25 if number in hubs else 16
        for dx, dy, anchor in ((out, 4, "start"), (-out, 4, "end"), (0, out + 11, "middle"),
                               (0, -out - 1, "middle")):  # fmt: skip
            start = x + dx - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
            box = (start, y + dy - HEIGHT + 3, start + wide, y + dy + 3)
            if box[0] >= 0 and box[2] <= place.width and taken.is_free(box):
                taken.take(box)
                found[number] = (dx, dy, anchor)
                break
    return found


def _width(sign: str) -> float:
    """Of a sign; those of East Asia are twice as wide, marks on letters have none."""
    if unicodedata.combining(sign):
        return 0.0
    return SIGN * (2 if unicodedata.east_asian_width(sign) in "WF" else 1)


class _Taken:
    """Boxes on paper, found by the cells that they touch."""

    def __init__(self, place: Layout) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}
        for x, y in place.places.tolist():
            self.take((x - NODE, y - NODE, x + NODE, y + NODE))

    def take(self, box: Box) -> None:
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)

    def is_free(self, box: Box) -> bool:
        return not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
            for cell in _cells(box)
            for other in self._cells.get(cell, ())
        )


def _cells(box: Box) -> list[tuple[int, int]]:
    left, top, right, bottom = (int(side // CELL) for side in box)
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
