"""The running lines put together into headings, paragraphs, list items and signatures."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from samen.core.reading import signatures
from samen.core.reading.headings import (
    MARK,
    Gap,
    Neighbours,
    annex_number,
    ends_open,
    has_heading_form,
    has_verb,
    heading_level,
    is_heading,
    is_lettered_heading,
    is_table_row,
)
from samen.core.reading.label_words import is_label
from samen.core.reading.rows import Role, Row
from samen.core.reading.source import Layout
from samen.core.reading.text import BlockKind
from samen.core.reading.words import ends_clause, starts_lower

_BULLET = re.compile(r"\s*(?:[-–—*•‣▪▫◦●○■□►➢➤✓✔·o\ue000-\uf8ff]|\u2023)(?:\s+)(?=\S)")
_ENUMERATED = re.compile(
    r"\s*(?:\(?[a-z]\)|[a-z]\.|\(?\d{1,2}\)|\d{1,2}[.°º]|\(?[ivx]{1,4}\))\s+(?=\S)"
)


@dataclass(slots=True)
class Draft:
    """A block before its characters are laid out."""

    kind: BlockKind
    rows: list[Row]
    level: int = 0
    annex: int = 0
    number: int = 0
    note: int = -1


@dataclass(slots=True)
class _Run:
    """The running rows of a letter, with what parts each from the one before."""

    rows: list[Row]
    texts: list[str]
    gaps: list[Gap]
    widths: list[int]
    drafts: list[Draft] = field(default_factory=list)
    annex: int = 0
    top: int = 1


def draft_blocks(rows: Sequence[Row], layout: Layout) -> list[Draft]:
    """The blocks of the running text, in order."""
    body = [row for row in rows if row.role is Role.BODY and not row.is_blank]
    gaps = _gaps(rows, body, layout)
    texts = [row.plain for row in body]
    run = _Run(body, texts, gaps, _widths(texts), top=_top_level(body))
    place = 0
    while place < len(body):
        place += _take(run, place)
    return run.drafts


def _top_level(body: Sequence[Row]) -> int:
    """The level of the chapters: the highest that more than one heading has."""
    levels = Counter(row.line.heading for row in body if row.line.heading)
    shared = [level for level, count in levels.items() if count > 1]
    return min(shared or levels or [1])


def _gaps(rows: Sequence[Row], body: Sequence[Row], layout: Layout) -> list[Gap]:
    gaps: list[Gap] = []
    last = -1
    is_double = _is_double_spaced(rows)
    for row in body:
        blanks = sum(other.is_blank for other in rows[last + 1 : row.index])
        if layout is Layout.FLOWING:
            gaps.append(Gap.NONE if row.line.continues and gaps else Gap.PARAGRAPH)
        elif row.new_page:
            gaps.append(Gap.PAGE)
        else:
            gaps.append(Gap.BLANK if blanks > is_double else Gap.NONE)
        last = row.index
    return gaps


def _is_double_spaced(rows: Sequence[Row]) -> bool:
    """Whether a blank line follows almost every line, so that it says nothing."""
    pairs = [(a, b) for a, b in pairwise(rows) if not a.is_blank]
    followed = sum(b.is_blank for _, b in pairs)
    open_ends = sum(b.is_blank and not ends_clause(a.text) for a, b in pairs)
    return len(pairs) > 6 and followed > 0.85 * len(pairs) and open_ends > 0.5 * len(pairs)


def _widths(texts: Sequence[str]) -> list[int]:
    """For each row the width of the print around it."""
    lengths = [len(text) for text in texts]
    return [max(lengths[max(0, i - 3) : i + 4]) for i in range(len(lengths))]


def _take(run: _Run, place: int) -> int:
    """Add the block that begins at a row, or lengthen the last one; the rows used."""
    text = run.texts[place]
    if not text:
        return 1
    if _opens_annex(run, place, text):
        return _add_heading(run, run.rows[place], text)
    signed = _signature_rows(run, place, text)
    if signed:
        rows = run.rows[place : place + signed]
        run.drafts.append(Draft(BlockKind.SIGNATURE, rows, annex=run.annex))
        return signed
    return _take_running(run, place, text)


def _take_running(run: _Run, place: int, text: str) -> int:
    """The same for a row that is no annex title and no signature."""
    row = run.rows[place]
    if row.line.heading:
        return _add_known_heading(run, place, text)
    if _starts_item(run, place):
        return _add_item(run, row)
    if is_label(text) and not _goes_on_item(run, place):
        run.drafts.append(Draft(BlockKind.PARAGRAPH, [row], annex=run.annex))
        return 1
    mark = MARK.match(row.text)
    if mark and has_heading_form(row.text[mark.end() :].strip()):
        row.skip = mark.end()
        return _add_heading(run, row, row.plain)
    if is_heading(text, _neighbours(run, place)):
        return _add_heading(run, row, text)
    if _two_line_heading(run, place):
        run.drafts.append(Draft(BlockKind.HEADING, run.rows[place : place + 2], 2, run.annex))
        return 2
    if _joins_last(run, place, text):
        run.drafts[-1].rows.append(row)
    else:
        run.drafts.append(Draft(BlockKind.PARAGRAPH, [row], annex=run.annex))
    return 1


def _last(run: _Run) -> Draft | None:
    return run.drafts[-1] if run.drafts else None


def _is_fresh(run: _Run) -> bool:
    last = _last(run)
    return last is None or last.kind in (BlockKind.HEADING, BlockKind.SIGNATURE)


def _neighbours(run: _Run, place: int) -> Neighbours:
    has_after = place + 1 < len(run.rows)
    return Neighbours(
        before=run.texts[place - 1] if place else "",
        gap_before=run.gaps[place],
        is_fresh=_is_fresh(run),
        after=run.texts[place + 1] if has_after else "",
        gap_after=run.gaps[place + 1] if has_after else Gap.NONE,
        width=run.widths[place],
    )


def _opens_annex(run: _Run, place: int, text: str) -> bool:
    if not annex_number(text, run.annex):
        return False
    around = _neighbours(run, place)
    return _is_fresh(run) or around.gap_before is not Gap.NONE or ends_clause(around.before)


def _add_heading(run: _Run, row: Row, text: str) -> int:
    annex = annex_number(text, run.annex)
    run.annex = annex or run.annex
    last = _last(run)
    if annex:
        level = 1
    elif row.line.heading:
        level = 2 if row.line.heading <= run.top else 3
    elif last and last.kind is BlockKind.HEADING and last.level == 2:
        level = 3
    else:
        level = heading_level(text)
    run.drafts.append(Draft(BlockKind.HEADING, [row], level, run.annex))
    return 1


def _add_known_heading(run: _Run, place: int, text: str) -> int:
    """A heading that the format knows; a further line of the same heading is added to it."""
    row = run.rows[place]
    last = _last(run)
    if last and last.kind is BlockKind.HEADING and run.gaps[place] is Gap.NONE:
        above = last.rows[-1].line
        if (above.heading, above.size) == (row.line.heading, row.line.size):
            last.rows.append(row)
            return 1
    return _add_heading(run, row, text)


def _signature_rows(run: _Run, place: int, text: str) -> int:
    """How many rows an office, a name or a closing takes here; 0 when it is none."""
    last = _last(run)
    is_inside = run.gaps[place] is Gap.NONE and not _is_fresh(run)
    if is_inside and not ends_clause(run.texts[place - 1]):
        return 0
    if signatures.is_closing(text):
        return 1
    is_signed = last is not None and last.kind is BlockKind.SIGNATURE
    if _is_name_over_office(run, place):
        return 1
    if is_signed and place and _is_name_over_office(run, place - 1):
        return 1
    if is_signed and all(signatures.is_name(each) for each in signatures.columns([text])):
        return 1
    if not signatures.is_office(text):
        return 0
    return _office_rows(run, place, text)


def _is_name_over_office(run: _Run, place: int) -> bool:
    """Whether a row is a name with initials, and the next one the office of its bearer."""
    is_close = place + 1 < len(run.texts) and run.gaps[place + 1] is Gap.NONE
    if not is_close or not signatures.has_initials(run.texts[place]):
        return False
    following = run.texts[place + 1]
    return signatures.is_office(following) and not has_verb(following)


def _office_rows(run: _Run, place: int, text: str) -> int:
    """Rows of an office: up to its last comma, or up to the name below it."""
    following = run.texts[place + 1] if place + 1 < len(run.texts) else ""
    is_close = bool(following) and run.gaps[place + 1] is Gap.NONE
    if is_close and following.endswith(",") and len(" ".join(following.split())) < 60:
        is_office = signatures.is_office(following)
        return 2 if not has_verb(following) and not is_office else int(text.endswith(","))
    if text.endswith(","):
        return 1
    if has_verb(text):
        return 0
    return int(bool(following) and signatures.is_name(following) and not is_close)


def _starts_item(run: _Run, place: int) -> bool:
    row = run.rows[place]
    if row.line.list_item:
        return True
    if _BULLET.match(row.text):
        return not _is_dash_in_sentence(run, place)
    if not _ENUMERATED.match(row.text):
        return False
    around = _neighbours(run, place)
    last = _last(run)
    in_list = last is not None and last.kind is BlockKind.LIST_ITEM
    if run.gaps[place] is Gap.NONE and not _is_fresh(run) and not ends_clause(around.before):
        return in_list
    if row.text.lstrip(" (")[:1].islower():
        return in_list or not is_lettered_heading(row.plain, around)
    return not is_heading(row.plain, around) or _is_numbered_on(run, place)


def _is_numbered_on(run: _Run, place: int) -> bool:
    """Whether the next row counts on, so that this one is no numbered heading."""
    following = run.rows[place + 1].text if place + 1 < len(run.rows) else ""
    counts = [text.lstrip(" (")[:1].isdigit() for text in (run.rows[place].text, following)]
    return bool(_ENUMERATED.match(following)) and counts[0] == counts[1]


def _is_dash_in_sentence(run: _Run, place: int) -> bool:
    """Whether a dash at the front of a line goes on with the sentence above it."""
    is_dash = run.rows[place].text.lstrip()[:1] in "-–—o"
    if not is_dash or run.gaps[place] is not Gap.NONE or not place or _is_fresh(run):
        return False
    before = run.texts[place - 1]
    last = _last(run)
    if last and last.kind is BlockKind.LIST_ITEM and _BULLET.match(last.rows[0].text):
        return False
    return not ends_clause(before)


def _add_item(run: _Run, row: Row) -> int:
    found = _BULLET.match(row.text)
    if found:
        row.skip = found.end()
    run.drafts.append(Draft(BlockKind.LIST_ITEM, [row], annex=run.annex))
    return 1


def _two_line_heading(run: _Run, place: int) -> bool:
    """Whether two lines between blank lines are one heading."""
    if place + 2 >= len(run.rows) or run.gaps[place + 1] is not Gap.NONE:
        return False
    first, second, after = run.texts[place : place + 3]
    is_apart = run.gaps[place] is Gap.BLANK and run.gaps[place + 2] is Gap.BLANK
    if not is_apart or not (_is_fresh(run) or ends_clause(run.texts[place - 1])):
        return False
    whole = f"{first} {second}"
    return has_heading_form(whole) and not starts_lower(after) and len(whole) <= 110


def _joins_last(run: _Run, place: int, text: str) -> bool:
    """Whether a row goes on with the last paragraph or list item."""
    last = _last(run)
    if last is None or last.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    before = run.texts[place - 1]
    gap = run.gaps[place]
    if gap is Gap.PARAGRAPH:
        return False
    if is_table_row(text) or is_table_row(before):
        return False
    if gap is Gap.NONE:
        return not _is_last_line(run, place, before, text) and not _leaves_item(last, run, place)
    if ends_clause(before):
        return gap is Gap.PAGE and starts_lower(text)
    return gap is Gap.PAGE or starts_lower(text) or _is_open(before)


def _goes_on_item(run: _Run, place: int) -> bool:
    """Whether a row stands right under a list item."""
    last = _last(run)
    is_item = last is not None and last.kind is BlockKind.LIST_ITEM
    return is_item and run.gaps[place] is Gap.NONE


def _is_last_line(run: _Run, place: int, before: str, text: str) -> bool:
    """Whether the line above closes a paragraph though no blank line follows."""
    is_short = len(before) < 0.65 * run.widths[place - 1]
    is_closed = ends_clause(before) or is_label(before)
    return is_short and is_closed and not starts_lower(text)


def _leaves_item(last: Draft, run: _Run, place: int) -> bool:
    """Whether a row after an indented list item falls back to the margin."""
    if last.kind is not BlockKind.LIST_ITEM or len(last.rows) < 2:
        return False
    return _indent(last.rows[1]) > 1 and _indent(run.rows[place]) < _indent(last.rows[0])


def _indent(row: Row) -> int:
    return len(row.text) - len(row.text.lstrip())


def _is_open(text: str) -> bool:
    return text.endswith((",", "-", "/", "(")) or ends_open(text)
