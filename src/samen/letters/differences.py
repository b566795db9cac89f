"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of both texts, or of one of them. change: "", "del" or "ins"."""

    change: str
    text: str


def differences(before: str, after: str) -> list[Piece]:
    """Both texts in one: what stayed, what went and what came, in reading order.

    The pieces without "ins" are the text before, those without "del" the text after.
    """
    return list(_pieces(WORD.findall(before), WORD.findall(after)))


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    for act, low, high, start, end in SequenceMatcher(
        a=before, b=after, autojunk=False
    ).get_opcodes():
        if act == "equal":
            yield Piece("", "".join(before[low:high]))
            continue
        if high > low:
            yield Piece("del", "".join(before[low:high]))
        if end > start:
            yield Piece("ins", "".join(after[start:end]))
