"""Motions of a list or a table: named under a head that says "moties", without the word itself.

The paper tells that it is one; its movers stand right before it, or at the front of its item.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from samen.core.reading import motion_words as words
from samen.core.reading.context import Context
from samen.core.reading.headings import has_verb
from samen.core.reading.motion_codes import coded_rows
from samen.core.reading.motion_mentions import Mention
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import BlockKind
from samen.core.references import Paper
from samen.core.terms import Found

_WIDEST_HEAD = 100
_REACH = 90
"""Characters before a paper in which its movers may stand."""
_OTHER_PAPER = re.compile(
    r"\b(?:\w*brief|rapport\w*|amendement\w*|verslag|toezegging\w*|debat|advies|nota|initiatief\w*"
    r"|wetsvoorstel|verzoek|bijlage|minister|staatssecretaris)\b[^;]*$",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(r"[\s|,:)–-]*(?:\w+ )?[Mm]otie\b")
"""Behind a paper: its item has the word itself."""
_PLAIN_WORD = re.compile(r"(?<![\w’'-])[a-zà-ÿ][\w’'-]*")
"""A capitalised word that the letter also has in small letters is no name."""
_RIGHT_BEFORE = re.compile(
    rf"(?<![\w’'-])(?P<lead>{words.LEDEN})?{words.NAMES}{words.CUM_SUIS}[\s|,:–-]*\(?$"
)
_IN_FRONT = re.compile(
    rf"[\s|]*(?:\d{{1,3}}[.)]? )?(?:(?P<lead>{words.LEDEN})?{words.NAMES}{words.CUM_SUIS})"
    r"(?P<over>\s+(?:over|inzake|m\.b\.t\.)\s|,\s+(?=[a-z]))?"
)
_RIGHT_AFTER = re.compile(
    rf"(?!\)?,?(?: en)? -[A-Z])[\s|,:)–-]*(?:(?P<lead>{words.LEDEN})?{words.NAMES}{words.CUM_SUIS})"
    r"(?P<over>\s+(?:over|inzake|m\.b\.t\.)\s)?"
)


def listed_mentions(context: Context) -> Iterator[Mention]:
    """Every motion under a head of motions or behind "twee moties", by its paper."""
    reached, plain = 0, frozenset(_PLAIN_WORD.findall(context.text))
    for start, end in _stretches(context):
        yield from _rows_by_code(context, max(start, reached), end)
        low = max(start, reached)
        found = context.papers_in(low, end)
        for index, paper in enumerate(found):
            after = islice(found, index + 1, None)
            high = next((each.start for each in after if each.start > paper.start), end)
            mention = _item(context, plain, low, paper, high)
            if mention is not None:
                yield mention
            low = paper.end
        reached = max(reached, end)


def _rows_by_code(context: Context, start: int, end: int) -> Iterator[Mention]:
    """The rows "M24-018 | VVD, PvdA | ... | uitgevoerd" of a table of a council's motions."""
    for place, row in coded_rows(context.text, start, end):
        said = context.text[place : row.end]
        for sentence in context.sentences_around(place)[:1]:
            own = replace(
                sentence, start=place, end=row.end if "|" in said else max(row.end, sentence.end)
            )
            yield Mention(place, row.end, own, row.groups, code=row.code)


def _stretches(context: Context) -> Iterator[tuple[int, int]]:
    """Where motions may be listed: under a head of motions, else behind "moties" in its block."""
    for sentence in context.sentences:
        word = words.MENTION.search(context.text, sentence.start, sentence.end)
        if word is None or sentence.block.kind in (BlockKind.SIGNATURE, BlockKind.FOOTNOTE):
            continue
        said = context.text[sentence.start : sentence.end]
        if _is_head(context, sentence, said):
            yield sentence.end, context.section_end(sentence.start)
        elif words.SEVERAL.search(said):
            yield sentence.start, sentence.block.end


def _is_head(context: Context, sentence: Sentence, said: str) -> bool:
    """Whether a sentence only says that motions follow: a heading, the head of a table, a colon."""
    if context.papers_in(sentence.start, sentence.end):
        return False
    if words.SEVERAL.search(said) and said.endswith(":"):
        return True
    is_whole = sentence.end - sentence.start == len(context.letter.block_text(sentence.block))
    return is_whole and len(said) < _WIDEST_HEAD and said[-1:] != "." and not has_verb(said)


def _item(
    context: Context, plain: frozenset[str], low: int, paper: Found[Paper], high: int
) -> Mention | None:
    """The motion of a paper, if movers stand beside it.

    plain: the words of the letter in small letters. low, high: where the paper before it ends
    and the next begins.
    """
    held = context.sentences_around(paper.start)
    if not held or held[0].block.kind is BlockKind.FOOTNOTE:
        return None
    sentence = held[0]
    low, high = max(low, sentence.block.start), min(high, sentence.end)
    before = context.text[max(low, paper.start - _REACH) : paper.start]
    if _OTHER_PAPER.search(context.text[low : paper.start]) or words.SINGLE.search(before):
        return None
    if _SAYS_SO.match(context.text, paper.end):
        return None
    named = _movers(context, plain, low, paper, high)
    if named is None:
        return None
    start, names, cum_suis = named
    start = min(start, paper.start)
    own = replace(sentence, start=max(start, sentence.start), end=high)
    return Mention(start, paper.end, own, names, cum_suis, paper.value)


def _movers(
    context: Context, plain: frozenset[str], low: int, paper: Found[Paper], high: int
) -> tuple[int, tuple[str, ...], bool] | None:
    """Where the movers of an item begin, who they are, and "c.s." or not."""
    text = context.text
    opens = _opens_line(context, paper.start)
    low = paper.start if opens else low
    forms = (
        _RIGHT_BEFORE.search(text, max(low, paper.start - _REACH), paper.start),
        _IN_FRONT.match(text, low, paper.start),
        _RIGHT_AFTER.match(text, paper.end, high),
    )
    for found in forms:
        if found is None:
            continue
        names = words.surnames(found["movers"])
        is_told = found["lead"] or found["cs"] or len(names) > 1
        is_told = is_told or found.groupdict().get("over") or found is forms[0] or opens
        if names and is_told and names[0].lower() not in plain:
            return found.start("lead" if found["lead"] else "movers"), names, bool(found["cs"])
    return None


def _opens_line(context: Context, place: int) -> bool:
    """Whether a place is the first of a line of the original, as in the row of a table."""
    original, at = context.letter.original, context.letter.origin[place]
    before = original[original.rfind("\n", 0, at) + 1 : at]
    return at >= 0 and not before.strip(" \t|.)-•0123456789")
