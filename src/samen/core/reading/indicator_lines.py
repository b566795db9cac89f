"""Lines that give a number with its name before a colon: "- Aantal meldingen: 412"."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from samen.core.reading.context import Context
from samen.core.reading.indicator_words import TIME_UNIT
from samen.core.reading.quantities import Quantity
from samen.core.reading.sentences import Sentence
from samen.core.reading.table_heads import OF_FIGURES
from samen.core.reading.text import BlockKind
from samen.core.terms import Found

_LONGEST_LIST, _REACH, _LEAD = 15, 90, 300
_NAMED = re.compile(
    r"(?:^(?:[a-z\d]{1,2}[.)] |[-–•*] )?|[\d%;] "
    r"|\d [^\W\d_]{3,20};? )(?P<name>[^\W\d_][^.:;\d]{2,50}?)"
    r"(?: \(?(?P<year>20\d\d)\)?)?: (?:ruim |circa |bijna )?$"
)
_NO_NAME = re.compile(
    r"^(?:telefoon|tel|fax)\b|\b(?:kenmerk|dossier|bijlagen?|pagina|datum|artikel|kamer|kosten|budget"
    r"|bedrag|uitgaven|middelen|nummer|postbus)\b",
    re.IGNORECASE,
)
_AIM = re.compile(r"\b(?:doel|streef|norm\b)", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")
_BARE = re.compile(r"(?:[-–•*] )?[^\W\d_][^.:;\d]{2,40}: \d[\d.]*[;.]?")
"""An item that holds a name and a number alone: "arbeid: 22;"."""
_OF_YEAR = re.compile(r"[^.:;\d]{3,60} \(?20\d\d\)?: \d[\d.,]*(?: ?%)?[;.]?")
"""A line of a list that gives a number with its name and its year."""
_BESIDE = re.compile(r"(?:^|[\s(;,:|])(?P<year>(?:19|20)\d\d) ?[-–:=] ?$")
_PAIR = re.compile(r"\b(?:19|20)\d\d ?[-–:=] ?(?!(?:19|20)\d\d\b)\d")
_LED_BY_YEAR = re.compile(r"(?:[-–•*] )?(?P<year>(?:19|20)\d\d) ?: ")
_REACH_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says that its number counts, and the year of it. start: of its name."""

    name: str
    year: int
    start: int


def year_beside(context: Context, sentence: Sentence, found: Found[Quantity]) -> int | None:
    """The year that stands right before a number of a row ("2020 - 118, 2021 - 134"), or that
    leads a line of counts ("2023: 2.105 toekenningen, 390 afwijzingen")."""
    text = context.text
    begin = max(sentence.start, found.start - _REACH_OF_YEAR)
    beside = _BESIDE.search(text[begin : found.start])
    if beside and len(_PAIR.findall(text, sentence.start, sentence.end)) > 1:
        return None if named_line(context, found, sentence) else int(beside["year"])
    leads = _LED_BY_YEAR.match(text, sentence.start, found.start)
    is_thing = found.value.unit and not TIME_UNIT.match(found.value.unit)
    is_of_line = leads is not None and not _YEAR.search(text, leads.end(), sentence.end)
    return int(leads["year"]) if leads and is_thing and is_of_line else None


def named_line(context: Context, found: Found[Quantity], sentence: Sentence) -> Line | None:
    """The name and the year of a number behind a colon, or None.

    The year stands behind the name, or alone in the words that the lines are under.
    """
    begin = max(sentence.start, found.start - _REACH)
    named = _NAMED.search(context.text[begin : found.start])
    if named is None or _NO_NAME.search(named["name"]):
        return None
    if (aim := _AIM.search(named["name"])) and not named["year"]:
        return None
    lead = lead_of(context, sentence)
    lead = lead if named["year"] or _YEAR.search(lead) else _lines_above(context, sentence)
    if not (OF_FIGURES.search(f"{lead} {named['name']}") or _is_of_row(context, sentence)):
        return None
    years = {named["year"]} if named["year"] else {*_YEAR.findall(lead)}
    year = int(years.pop()) if len(years) == 1 else None
    is_past = year is not None and context.anchor is not None and year <= context.anchor.year
    if year is None or not (is_past or aim):
        return None
    return Line(named["name"], year, begin + named.start("name"))


def _is_of_row(context: Context, sentence: Sentence) -> bool:
    """Whether an item of a list holds a name and a number alone, as the one beside it does."""
    blocks = context.letter.blocks
    index = bisect_right(blocks, sentence.start, key=lambda block: block.start) - 1
    near = [b for b in blocks[max(0, index - 1) : index + 2] if b.kind is BlockKind.LIST_ITEM]
    bare = [b for b in near if _BARE.fullmatch(context.letter.block_text(b))]
    return len(bare) > 1 and blocks[index] in bare


def _lines_above(context: Context, sentence: Sentence) -> str:
    """The lines above in a list that give a number with its year, which those below have too."""
    blocks = context.letter.blocks
    index = bisect_right(blocks, sentence.start, key=lambda block: block.start) - 1
    above = (
        context.letter.block_text(block)
        for block in blocks[max(0, index - _LONGEST_LIST) : index]
        if block.kind is BlockKind.LIST_ITEM
    )
    return " ".join(line for line in above if _OF_YEAR.fullmatch(line))


def lead_of(context: Context, sentence: Sentence) -> str:
    """The words that a line stands under: those over its list, else its heading."""
    blocks = context.letter.blocks
    index = bisect_right(blocks, sentence.start, key=lambda block: block.start) - 1
    steps, lead = 0, ""
    while index > 0 and blocks[index].kind is BlockKind.LIST_ITEM and steps < _LONGEST_LIST:
        index, steps = index - 1, steps + 1
        lead = context.letter.block_text(blocks[index])
        if lead.rstrip().endswith(":"):
            return lead[-_LEAD:]
    if steps and blocks[index].kind is BlockKind.HEADING:
        return lead[-_LEAD:]
    over = context.letter.block_text(blocks[index - 1]).rstrip() if index > 0 else ""
    if len(over) < _REACH and _YEAR.search(over) and not over.endswith((".", ";")):
        return over
    heading = context.heading_at(sentence.start)
    return context.letter.block_text(heading) if heading is not None else ""
