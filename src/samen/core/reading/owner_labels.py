"""Who leads what stands under or over a label: "Trekker: VNG" holds for the words around it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from samen.core.reading.action_tables import names_in_cell
from samen.core.reading.context import Context
from samen.core.reading.label_words import LED_BY, is_label
from samen.core.reading.owners import owners_of
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import Block, BlockKind
from samen.core.reading.words import starts_lower

_ITEMS = 20
"""Items of a list to look back for the line over it."""
_LEAD = 80
"""In characters, the longest line that only says who acts in the list under it."""
_AHEAD = re.compile(r"\b(?:zal|zullen|gaat|gaan|ga|wil|willen|voornemens)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Led:
    """A stretch of a letter, and who leads what is told in it."""

    start: int
    end: int
    owners: list[str]


def led_stretches(context: Context) -> list[Led]:
    """The stretches for which a label says who leads, in order.

    A label at the front of its block holds for what follows, up to the next label or heading;
    for what stands above it where the labels of a section close the text; any other label
    holds for its own block.
    """
    found: list[Led] = []
    for match in LED_BY.finditer(context.text):
        place = match.start("who")
        block = context.block_at(place)
        owners = names_in_cell(" ".join(match["who"].split()))
        if block is None or not owners:
            continue
        if context.text[block.start : match.start()].strip():
            found.append(Led(block.start, block.end, owners))
            continue
        top = _top(context, block)
        floor = max(top, found[-1].end if found else 0)
        if any(_is_told(context, each) for each in _blocks_between(context, floor, block.start)):
            found.append(Led(floor, block.end, owners))
            continue
        if found and found[-1].end > block.start:
            found[-1] = Led(found[-1].start, block.start, found[-1].owners)
        found.append(Led(block.start, context.section_end(block.start), owners))
    return found


def leaders_at(stretches: list[Led], position: int) -> list[str]:
    """Who leads what is told at a place; empty where no label says so."""
    index = bisect_right(stretches, position, key=lambda each: each.start) - 1
    held = index >= 0 and position < stretches[index].end
    return stretches[index].owners if held else []


def _top(context: Context, block: Block) -> int:
    heading = context.heading_at(block.start)
    return heading.end if heading is not None else 0


def _blocks_between(context: Context, start: int, end: int) -> Iterator[Block]:
    blocks = context.letter.blocks
    first = bisect_right(blocks, start - 1, key=lambda block: block.start)
    for block in blocks[first:]:
        if block.start >= end:
            return
        yield block


def _is_told(context: Context, block: Block) -> bool:
    """Whether a block is running text: sentences, and no title or label."""
    said = context.letter.block_text(block).rstrip()
    return block.kind is BlockKind.PARAGRAPH and said.endswith(".") and not is_label(said)


def lead_in_owners(context: Context, sentence: Sentence) -> list[str]:
    """Who the words over a list name as the one who acts: "De politie:", "Verder zal de VNG:"."""
    place = _lead_in(context, sentence)
    return owners_of(context, *place) if place else []


def is_led_in_ahead(context: Context, sentence: Sentence) -> bool:
    """Whether the words over a list say that its items are still to be done: "zal de VNG:"."""
    place = _lead_in(context, sentence)
    return place is not None and _AHEAD.search(context.text, *place) is not None


def _lead_in(context: Context, sentence: Sentence) -> tuple[int, int] | None:
    """The last sentence over the list that a sentence is an item of, where it leads the list in."""
    if not starts_lower(context.text[sentence.block.start : sentence.block.end]):
        return None
    blocks = context.letter.blocks
    at = bisect_right(blocks, sentence.start, key=lambda block: block.start) - 1
    for block in reversed(blocks[max(0, at - _ITEMS) : at]):
        leads = context.letter.block_text(block).rstrip().endswith(":")
        if leads or block.kind is not BlockKind.LIST_ITEM:
            if not leads:
                return None
            last = context.sentences_in(block.start, block.end)[-1:]
            place = (last[0].start, last[0].end) if last else (block.start, block.end)
            return place if place[1] - place[0] < _LEAD else None
    return None
