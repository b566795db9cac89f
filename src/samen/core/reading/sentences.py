"""Sentences of a repaired letter. A sentence never runs over two blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samen.core.reading.text import Block, BlockKind, Letter
from samen.core.reading.words import (
    MAY_BE_LAST,
    OPENERS,
    ends_sentence,
    is_open_abbreviation,
    last_word,
)

_STOP = re.compile(r"(?<![.!?…])(?P<sign>[.!?…]++)[\"'’”»)\]]*(?P<space>\s+)(?=\S)")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `letter.text[start:end]`, in a block."""

    start: int
    end: int
    block: Block


def sentences(letter: Letter) -> list[Sentence]:
    """Every sentence of a letter, in order; headings and signatures are one each."""
    return [
        Sentence(block.start + start, block.start + end, block)
        for block in letter.blocks
        for start, end in _spans(letter, block)
    ]


def _spans(letter: Letter, block: Block) -> Iterator[tuple[int, int]]:
    text = letter.block_text(block)
    if block.kind in (BlockKind.HEADING, BlockKind.SIGNATURE):
        yield (0, len(text))
        return
    yield from split_sentences(text)


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of one paragraph, white space between left out."""
    start = 0
    for stop in _STOP.finditer(text):
        if _is_end(text, start, stop):
            yield (start, stop.start("space"))
            start = stop.end()
    if start < len(text):
        yield (start, len(text))


def _is_end(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a stop closes the sentence that began at `start`."""
    following = text[stop.end() : stop.end() + 40]
    head = following.lstrip("(['\"‘“„«")[:1]
    if not head or head.islower() or head in ",;:)":
        return False
    before = text[max(start, stop.end("sign") - 80) : stop.end("sign")]
    if stop["sign"] != ".":
        return True
    word = last_word(before)
    if _LIST_NUMBER.fullmatch(before.strip()) or is_open_abbreviation(word):
        return False
    if word[:-1].casefold() in MAY_BE_LAST:
        return _opens_sentence(following)
    return ends_sentence(before)


def _opens_sentence(following: str) -> bool:
    found = re.match(r"\W*([^\W\d_]+)", following)
    return bool(found) and found is not None and found.group(1).casefold() in OPENERS
