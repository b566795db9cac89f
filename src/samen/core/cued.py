"""Patterns of many turns of phrase, each tried only where a text holds letters that it needs.

Such a pattern takes long to find that none of its turns is there. Most turns need some letters to
be there as they are ("in kaart", "gestart"), and to look for these takes a tenth of the time.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import import_module
from typing import Any

_parser: Any = import_module("re._parser")
"""How Python itself reads a pattern."""
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]|[^\\()|\[]+", re.DOTALL)
_LONG_ENOUGH = 4
"""Letters beyond which a cue gets no rarer."""
_END = sys.maxsize


class _Turn:
    """One turn of phrase; compiled when a text first holds a cue of it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def cues(self) -> list[str]:
        """Pieces in small letters, one of which every match holds; "" where none is needed."""
        found = _needed(_parser.parse(self.pattern, self.flags)) or {""}
        return sorted(x for x in found if not any(o in x and o != x for o in found))


class Cued:
    """A pattern that finds what `re` finds with it; one that names its groups is one turn."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags
        self._whole = _Turn(pattern, flags)

    @cached_property
    def _cues(self) -> list[tuple[str, _Turn]]:
        """Every cue of every turn, in order."""
        has_names = "(?P<" in self.pattern
        turns = [self._whole] if has_names else [_Turn(t, self.flags) for t in _turns(self.pattern)]
        return [(cue, turn) for turn in turns for cue in turn.cues()]

    def _near(self, low: str) -> list[_Turn]:
        """The turns that a text in small letters has a cue of."""
        return [turn for cue, turn in self._cues if cue in low]

    def search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """The first match; of two at one place that of the turn that is told first."""
        first = None
        for turn in dict.fromkeys(self._near(text[start:end].lower())):
            hit = turn.compiled.search(text, start, end)
            if hit is not None and (first is None or hit.start() < first.start()):
                first = hit
        return first

    def finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        if self._near(text[start:end].lower()):
            yield from self._whole.compiled.finditer(text, start, end)

    def sub(self, by: str, text: str) -> str:
        return self._whole.compiled.sub(by, text) if self._near(text.lower()) else text


def _turns(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern that stand in no brackets."""
    depth, turn = 0, ""
    for piece in _PIECE.findall(pattern):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if piece == "|" and depth == 0:
            yield turn
            turn = ""
        else:
            turn += piece
    yield turn


def _needed(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Of what a row of parts needs, the pieces that are the least likely to be in a text."""
    choices, run = [], ""
    for kind, value in parts:
        if str(kind) == "LITERAL":
            run += chr(value).lower()
        elif str(kind) != "AT":
            choices += [frozenset({run}), _needed_by(str(kind), value)]
            run = ""
    choices.append(frozenset({run}))
    return max((each for each in choices if all(each)), key=_rarity, default=frozenset())


def _needed_by(kind: str, value: Any) -> frozenset[str]:
    """What one part of a pattern needs; nothing where it may be left out or is a class."""
    if kind == "BRANCH":
        each = [_needed(branch) for branch in value[1]]
        return frozenset().union(*each) if all(each) else frozenset()
    if kind == "SUBPATTERN":
        return _needed(value[-1])
    if kind == "MAX_REPEAT" and value[0] > 0:
        return _needed(value[2])
    return frozenset()


def _rarity(cues: frozenset[str]) -> tuple[int, int]:
    shortest = min((len(cue) for cue in cues), default=0)
    return min(_LONG_ENOUGH, shortest), -len(cues)
