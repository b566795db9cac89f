"""The characters of the repaired text, laid out block by block, each with its origin."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from samen.core.reading.rows import INVISIBLE, Row
from samen.core.reading.text import Marker
from samen.core.reading.words import SUSPENDED

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ODD = re.compile(f"[{INVISIBLE}\u2010\u2011\ufb00-\ufb06]")
_SAME = {
    "\u2010": "-", "\u2011": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl",
    "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_BREAK = re.compile(r"[^\W\d_]-[ \t]*\n")
_URL = re.compile(r"(?:https?://|www\.)\S*$")
_HYPHENS = "-\u2010\u2011\u00ad"

type Token = tuple[str, int]
"""A word as it stands in the original, and its offset there."""


class Vocabulary:
    """How often words, and words with a hyphen, occur in a letter.

    is_hyphenating: whether the letter breaks words at line ends as a habit.
    """

    def __init__(self, text: str) -> None:
        text = text.casefold()
        self.words = Counter(_WORD.findall(text))
        self.hyphened = Counter(word for word in _COMPOUND.findall(text) if "-" in word)
        breaks = len(_BREAK.findall(text))
        self.is_hyphenating = breaks > 5 and breaks > 0.06 * text.count("\n")

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Whether a hyphen at a line end between two halves belongs to the word."""
        head, tail = _word_at_end(left), _word_at_front(right)
        whole = (head + tail).casefold()
        if not head or not tail or head.isupper():
            return True
        if self.words[whole]:
            return False
        if "-" in left.rstrip(_HYPHENS):
            return True
        if self.hyphened[f"{head}-{tail}".casefold()] or tail[0].isupper():
            return True
        return not self.is_hyphenating and len(tail) > 3 and self.words[tail.casefold()] > 1

    def is_broken(self, left: str, right: str) -> bool:
        """Whether two pieces with wide space between are one word of the letter."""
        if not (left.isalpha() and right[:1].islower()):
            return False
        tail = _word_at_front(right)
        whole = (left + tail).casefold()
        is_known = self.words[whole] > 0
        return is_known and self.words[left.casefold()] == 1 and self.words[tail.casefold()] == 1


def _word_at_end(text: str) -> str:
    words = _WORD.findall(text)
    return words[-1] if words else ""


def _word_at_front(text: str) -> str:
    found = _WORD.match(text)
    return found.group() if found else ""


class Stitcher:
    """Collects the repaired text, its way back to the original, and the markers."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.parts: list[str] = []
        self.origin = array("l")
        self.markers: list[tuple[int, Marker]] = []
        self._vocabulary = vocabulary
        self._block_start = 0

    @property
    def length(self) -> int:
        return len(self.origin)

    def part_blocks(self) -> None:
        """A blank line between two blocks."""
        if self.origin:
            self.parts.append("\n\n")
            self.origin.extend((-1, -1))

    def unpart_blocks(self) -> None:
        """Take the blank line back: the block turned out to hold nothing."""
        if self.parts:
            self.parts.pop()
            del self.origin[-2:]

    def lay(self, rows: Sequence[Row]) -> tuple[int, int]:
        """Append the rows as one block; its start and end."""
        start = self._block_start = self.length
        last: Row | None = None
        for row in rows:
            tokens = list(_tokens(row))
            if tokens and last is not None:
                self._join_rows(last, tokens[0])
            self._lay_row(row, tokens)
            last = row if tokens else last
        if self.length > start and self.parts[-1] == " ":
            self._drop_last()
        return start, self.length

    def _drop_last(self) -> None:
        """Take the last character away."""
        self.parts[-1] = self.parts[-1][:-1]
        if not self.parts[-1]:
            self.parts.pop()
        self.origin.pop()

    def _lay_row(self, row: Row, tokens: Sequence[Token]) -> None:
        cuts = iter(sorted(row.cuts, key=lambda cut: cut.start))
        cut = next(cuts, None)
        for index, (word, place) in enumerate(tokens):
            if index:
                self._space_between(tokens[index - 1], word, place, row)
            begin = place
            while cut is not None and row.start + cut.start <= place + len(word):
                at = min(max(begin, row.start + cut.start), place + len(word))
                self._add(word[begin - place : at - place], begin)
                self.markers.append((cut.note, Marker(cut.number, self.length)))
                begin = max(at, min(row.start + cut.end, place + len(word)))
                cut = next(cuts, None)
            self._add(word[begin - place :], begin)
        while cut is not None:
            self.markers.append((cut.note, Marker(cut.number, self.length)))
            cut = next(cuts, None)

    def _space_between(self, before: Token, word: str, place: int, row: Row) -> None:
        end = before[1] + len(before[0])
        if any(cut.start == place - row.start < cut.end for cut in row.cuts):
            return
        if place - end > 1 and self._vocabulary.is_broken(before[0], word):
            return
        self._add_space(end)

    def _join_rows(self, above: Row, first: Token) -> None:
        """What stands between the last word laid and the first of the next row."""
        left = "".join(self.parts[-1:]) or " "
        stripped = above.text.rstrip()
        end = above.start + len(stripped)
        if stripped.endswith("\u00ad") or left == " ":
            return
        if left[-1] in "-" and len(left) > 1 and _is_glued(left, first[0]):
            if not _URL.search(left) and left[-2].isalpha():
                self._join_halves(left, first[0])
            return
        if not _is_bound(left, first[0]):
            self._add_space(end)

    def _join_halves(self, left: str, right: str) -> None:
        if not self._vocabulary.keeps_hyphen(left, right):
            self._drop_last()

    def _add(self, text: str, place: int) -> None:
        """Append characters of the original from `place` on, odd ones made plain."""
        if not text:
            return
        if not _ODD.search(text):
            self._append(text, range(place, place + len(text)))
            return
        for offset, character in enumerate(text):
            same = "" if character in INVISIBLE else _SAME.get(character, character)
            self._append(same, [place + offset] * len(same))

    def _append(self, text: str, places: Iterable[int]) -> None:
        if text:
            self.parts.append(text)
            self.origin.extend(places)

    def _add_space(self, place: int) -> None:
        """A space, unless the block has just begun or has one already."""
        if self.length > self._block_start and self.parts[-1] != " ":
            self.parts.append(" ")
            self.origin.append(place)


def _is_glued(left: str, right: str) -> bool:
    """Whether a hyphen at a line end binds what follows it."""
    if left[-2].isdigit():
        return right[0].isdigit()
    word = _word_at_front(right)
    return left[-2].isalnum() and right[0].isalnum() and word.casefold() not in SUSPENDED


def _is_bound(left: str, right: str) -> bool:
    """Whether a slash, or a dash between digits, binds what follows it."""
    if len(left) < 2 or not left[-2].isalnum():
        return False
    return left[-1] == "/" or (left[-1] == "–" and left[-2].isdigit() and right[0].isdigit())


def _tokens(row: Row) -> Iterator[Token]:
    for found in _TOKEN.finditer(row.text, row.skip):
        if found.group().strip(INVISIBLE):
            yield found.group(), row.start + found.start()
