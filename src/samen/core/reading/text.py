"""What a letter is after repair: one running text, its parts, and the way back.

`Letter.text` holds the body, then the annexes, then the footnotes, as blocks parted by a
blank line; within a block there are no line ends. Page furniture is gone, footnote markers
are lifted, broken words and numbers are rejoined. `Letter.origin` maps each character to its
offset in `Letter.original`, or -1 where repair inserted it.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

_LEFT_OUT = re.compile(
    r"(?: ?\[\d{1,3}\]| ?[\d\u00b9\u00b2\u00b3\u2070-\u2079]{1,3})?"
    r"[-\u00ad\u200b-\u200f\u2010\u2060\ufeff\x00]{0,3}\s{0,200}"
)
"""What may be missing between two neighbours of the repaired text: a lifted marker, invisible
characters, the hyphen of a word broken at a line end, white space."""


class BlockKind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    SIGNATURE = "signature"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `Letter.text`: `text[start:end]`.

    level: of a heading (1 annex title, 2 heading, 3 heading under it), else 0.
    annex: 0 in the body, else the annex it stands in (also of a footnote: the annex that
    its marker stands in). number: of a footnote, else 0.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    annex: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Marker:
    """Where a footnote hangs: just before `Letter.text[position]`."""

    number: int
    position: int


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the *original* that is no running text, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True)
class Letter:
    """A repaired letter. Offsets are in characters; lines and columns count from 1."""

    original: str
    text: str
    origin: array[int]
    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]
    furniture: tuple[Furniture, ...]
    notes: tuple[str, ...] = ()
    """What repair was unsure of, in words for the reviewer."""

    def block_text(self, block: Block) -> str:
        return self.text[block.start : block.end]

    def original_lines(self, block: Block) -> list[str]:
        """The lines of the original that a block came from, whole, with their spacing."""
        first, last = self.lines(block.start, block.end)
        ends = [*self._line_starts, len(self.original) + 1]
        return [self.original[ends[i - 1] : ends[i] - 1] for i in range(first, last + 1)]

    def block_at(self, position: int) -> Block | None:
        """The block that holds a position of the text."""
        return next((b for b in self.blocks if b.start <= position < b.end), None)

    def footnotes(self) -> Iterator[Block]:
        return (block for block in self.blocks if block.kind is BlockKind.FOOTNOTE)

    def footnote(self, number: int) -> Block | None:
        return next((b for b in self.footnotes() if b.number == number), None)

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of the original that `text[start:end]` came from, in reading order.

        More than one where furniture or a footnote block was taken out of the middle; only
        white space, lifted markers and rejoined hyphens may lie inside a stretch.
        """
        stretches: list[tuple[int, int]] = []
        for place in self.origin[start:end]:
            if place < 0:
                continue
            if stretches and self._joins(stretches[-1][1], place):
                stretches[-1] = (stretches[-1][0], place + 1)
            else:
                stretches.append((place, place + 1))
        return stretches

    def _joins(self, end: int, place: int) -> bool:
        """Whether nothing but white space, a broken hyphen or a marker was left out between."""
        if place < end:
            return place == end - 1
        return place == end or bool(_LEFT_OUT.fullmatch(self.original, end, place))

    def quote(self, start: int, end: int) -> str:
        """The original words of `text[start:end]`, white space folded, in one stretch.

        Where the original is interrupted, the longest stretch; so the quote is always a
        verbatim substring of the white-space folded original.
        """
        stretches = self.pieces(start, end)
        if not stretches:
            return ""
        low, high = max(stretches, key=lambda piece: piece[1] - piece[0])
        return " ".join(self.original[low:high].split())

    def lines(self, start: int, end: int) -> tuple[int, int]:
        """First and last line of the original that `text[start:end]` came from."""
        places = [place for place in self.origin[start:end] if place >= 0]
        if not places:
            return (1, 1)
        return (self.line_of(min(places)), self.line_of(max(places)))

    def line_of(self, offset: int) -> int:
        return bisect_right(self._line_starts, offset)

    def column_of(self, offset: int) -> int:
        return offset - self._line_starts[self.line_of(offset) - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0] + [i + 1 for i, c in enumerate(self.original) if c == "\n"]
