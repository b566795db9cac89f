"""Lines that give a number with its name before a colon: "- Aantal meldingen: 412"."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from samen.core.reading.context import Context
from samen.core.reading.quantities import Quantity
from samen.core.reading.sentences import Sentence
from samen.core.reading.table_heads import OF_FIGURES
from samen.core.reading.text import BlockKind
from samen.core.terms import Found

_LONGEST_LIST, _REACH, _LEAD = 15, 90, 300
_NAMED = re.compile(
    r"(?:^|[\d%;] |\d [^\W\d_]{3,20};? )(?P<name>[^\W\d_][^.:;\d]{2,50}?)"
    r"(?: \(?(?P<year>20\d\d)\)?)?: (?:ruim |circa |bijna )?$"
)
_NO_NAME = re.compile(
    r"\b(?:telefoon|tel|fax|kenmerk|dossier|bijlagen?|pagina|datum|artikel|kamer|kosten|budget"
    r"|bedrag|uitgaven|middelen|nummer|postbus|doel\w*|streef\w*|norm)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says that its number counts, and the year of it. start: of its name."""

    name: str
    year: int
    start: int


def named_line(context: Context, found: Found[Quantity], sentence: Sentence) -> Line | None:
    """The name and the year of a number behind a colon, or None.

    The year stands behind the name, or alone in the words that the lines are under.
    """
    begin = max(sentence.start, found.start - _REACH)
    named = _NAMED.search(context.text[begin : found.start])
    if named is None or _NO_NAME.search(named["name"]):
        return None
    lead = _lead(context, sentence)
    if not OF_FIGURES.search(f"{lead} {named['name']}"):
        return None
    years = {named["year"]} if named["year"] else {*_YEAR.findall(lead)}
    year = int(years.pop()) if len(years) == 1 else None
    is_past = year is not None and context.anchor is not None and year <= context.anchor.year
    if year is None or not is_past:
        return None
    return Line(named["name"], year, begin + named.start("name"))


def _lead(context: Context, sentence: Sentence) -> str:
    """The words that a line stands under: those over its list, else its heading."""
    blocks = context.letter.blocks
    index = bisect_right(blocks, sentence.start, key=lambda block: block.start) - 1
    steps = 0
    while index > 0 and blocks[index].kind is BlockKind.LIST_ITEM and steps < _LONGEST_LIST:
        index, steps = index - 1, steps + 1
    if steps and blocks[index].kind is not BlockKind.LIST_ITEM:
        lead = context.letter.block_text(blocks[index])
        if lead.rstrip().endswith(":") or blocks[index].kind is BlockKind.HEADING:
            return lead[-_LEAD:]
    over = context.letter.block_text(blocks[index - 1]).rstrip() if index > 0 else ""
    if len(over) < _REACH and _YEAR.search(over) and not over.endswith((".", ";")):
        return over
    heading = context.heading_at(sentence.start)
    return context.letter.block_text(heading) if heading is not None else ""
