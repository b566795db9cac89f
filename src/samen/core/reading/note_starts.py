"""Which printed lines begin a footnote.

Notes are numbered in order, so the best explanation of a letter is the chain of lines
n, n + 1, n + 2, ... with the most weight, each with a place before it where its marker may
hang. A chain may start again at 1 (notes per annex) and may miss a number, at a cost.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from samen.core.reading.headings import has_heading_form
from samen.core.reading.markers import STARRED, SUPERSCRIPTS, Place
from samen.core.reading.note_signs import start_sign
from samen.core.reading.rows import Role, Row
from samen.core.reading.words import ends_clause, ends_sentence

TITLE = re.compile(r"\s*(?:eind|voet)?noten:?\s*|\s*(?:end|foot)?notes:?\s*", re.IGNORECASE)
"""The line over the notes of a letter."""
_START = re.compile(
    r"\s*(?:\[\^?(?P<bracket>\d{1,3})\]:?|\((?P<round>\d{1,3})\)|"
    r"(?:voet|eind)?noot (?P<word>\d{1,3}) ?[:.]|(?P<super>[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2})|"
    r"(?P<plain>\d{1,3})(?P<stop>[.)]?)|"
    r"(?P<star>\*{1,4})(?=\s))(?P<gap>\s*)(?=\S)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\s*(?:\[\^?(?P<bracket>\d{1,3})\]:?|(?P<super>[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2}))\s*")
"""The mark of a note on a line of its own."""
_MONTH = re.compile(
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    r"december|january|february|march|may|june|july|august|october|miljoen|miljard|procent|"
    r"euro|jaar|maanden|weken|dagen|uur|million|years|months)\b",
    re.IGNORECASE,
)
_SOURCE_WORD = re.compile(
    r"(?:kamerstuk|tweede kamer|eerste kamer|tk\b|ek\b|handelingen|aanhangsel|stcrt|stb|zie\b|"
    r"motie|https?:|www\.|idem|ibid|see\b|brief|rapport|artikel|verordening|richtlijn|pb\b|"
    r"bijlage bij|com\()",
    re.IGNORECASE,
)
_PAPER = re.compile(r"(?:kamerstuk|handelingen|aanhangsel|stcrt|stb)", re.IGNORECASE)
_SECTION = re.compile(r"\s*(\d{1,2})\.\d{1,2}\.?\s+[A-Z]")
_RAISED = re.compile(r"(?<=\S)(?:[¹²³⁴-⁹]|\[\^?\d{1,3}\])")
_IS_RAISED = re.compile(r"\s*(?:[¹²³⁴-⁹]|\[\^?\d)")
_CELLS = re.compile(r"\s*(\d{1,3})[.)]?\s+\S.*?\S(?: {3,}|\t)\s*\S")
"""A numbered line in columns."""
_RESTART = 1.2
_GAP = 2.0


@dataclass(frozen=True, slots=True)
class NoteStart:
    """A line that begins note `number`; its text begins at column `column`."""

    row: int
    number: int
    column: int
    weight: float


@dataclass(frozen=True, slots=True)
class _Chain:
    """The best chain of starts that ends here. marked: offset of its last marker."""

    score: float
    start: NoteStart
    before: "_Chain | None"
    marked: int


def note_starts(
    rows: Sequence[Row], starts: Sequence[NoteStart], places: Mapping[int, Sequence[Place]]
) -> list[NoteStart]:
    """Those of the candidates that begin a note, in order."""
    ends = {number: [place.end for place in found] for number, found in places.items()}
    best: dict[int, _Chain] = {}
    top: _Chain | None = None
    for start in starts:
        chain = _longer(start, best, top, ends.get(start.number, ()), rows)
        if chain is None:
            continue
        known = best.get(start.number)
        if known is None or chain.score >= known.score:
            best[start.number] = chain
        if top is None or chain.score > top.score:
            top = chain
    return _unroll(top) if top and top.score > 0 else []


def _body_size(rows: Sequence[Row]) -> float:
    """The size of most of the print, in points; 0 where the format does not know."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.line.size] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def candidates(rows: Sequence[Row], signs: Mapping[str, int]) -> list[NoteStart]:
    """Every line that has the form of a note's first line. signs: marks that are no figures."""
    body_size = _body_size(rows)
    chapters = _chapters(rows)
    found: list[NoteStart] = []
    before: Row | None = None
    is_apart = True
    has_stars = any(STARRED.search(row.text) for row in rows)
    for row in rows:
        if row.is_blank or row.role is Role.FURNITURE:
            is_apart = True
            continue
        if not has_stars and row.text.lstrip()[:1] == "*":
            before, is_apart = row, False
            continue
        start = _signed(row, before, is_apart, signs) or _candidate(
            row, before, is_apart or row.new_page, body_size
        )
        if start and _is_of_table(rows, row):
            start = None
        if start and _is_chapter(row, chapters):
            start = replace(start, weight=start.weight - 3.0)
        if start:
            found.append(start)
        before, is_apart = row, False
    return _of_one_form(rows, _below_title(rows, found), signs)


def _below_title(rows: Sequence[Row], starts: list[NoteStart]) -> list[NoteStart]:
    """The starts below the line "Noten", where there is one: above it, numbers are of chapters."""
    titles = (row.index for row in rows if row.role is Role.BODY and TITLE.fullmatch(row.text))
    title = next(titles, len(rows))
    below = [start for start in starts if start.row > title]
    return below if below and below[0].number == 1 else starts


def _is_of_table(rows: Sequence[Row], row: Row) -> bool:
    """Whether a line is a numbered row of a table: in columns, as the next or last number is."""
    found = _CELLS.match(row.text)
    if found is None:
        return False
    beside = (_CELLS.match(other.text) for other in rows[max(0, row.index - 3) : row.index + 4])
    return any(other and abs(int(other[1]) - int(found[1])) == 1 for other in beside)


def _chapters(rows: Sequence[Row]) -> set[str]:
    """Numbers of chapters, up to the last whose sections are numbered ("2.1 Opvang" is of 2)."""
    found = (_SECTION.match(row.text) for row in rows if row.role is Role.BODY)
    last = max((int(section[1]) for section in found if section), default=0)
    return {str(number) for number in range(1, last + 1)}


def _is_chapter(row: Row, chapters: set[str]) -> bool:
    """Whether a line is the heading of a chapter: its sections follow, and it is one line."""
    found = _START.match(row.text)
    if found is None or found["plain"] not in chapters:
        return False
    title = row.text[found.end() :].strip()
    is_set_apart = len(found["gap"]) > 2 and not ends_sentence(title)
    return is_set_apart or has_heading_form(title)


def _of_one_form(
    rows: Sequence[Row], starts: list[NoteStart], signs: Mapping[str, int]
) -> list[NoteStart]:
    """The starts in raised or bracketed figures, where these number all the notes there are.

    A letter sets its notes in one way: next to "¹" and "²", a line that begins with a plain
    number is a heading or an item of a list, and a star belongs to a table.
    """
    if any(sign[:1] in "([" and "*" not in sign for sign in signs):
        starts = [s for s in starts if not rows[s.row].text.lstrip().startswith("*")]
    if "(1)" in signs:
        starts = [s for s in starts if not re.match(r"\s*\d", rows[s.row].text)]
    raised = [start for start in starts if _IS_RAISED.match(rows[start.row].text)]
    numbers = [start.number for start in raised]
    runs_on = numbers[:1] == [1] and all(b in (1, a + 1) for a, b in pairwise(numbers))
    above = "\n".join(row.text for row in rows[: raised[0].row]) if raised else ""
    is_marked = runs_on and len(numbers) > 1 and len(_RAISED.findall(above)) > 0
    return raised if is_marked else starts


def _candidate(row: Row, before: Row | None, is_apart: bool, body_size: float) -> NoteStart | None:
    match = _START.match(row.text)
    if match is None:
        return _mark_alone(row, before, is_apart)
    found = match.group("bracket", "round", "word", "super", "plain")
    digits = next((d for d in found if d), str(len(match["star"] or "")))
    digits = digits.translate(SUPERSCRIPTS)
    rest = row.text[match.end() :]
    if digits.startswith("0") or not _can_follow(match, rest):
        return None
    weight = _weight(row, match, rest) + _setting_weight(before, is_apart)
    if weight < 1.0 and _PAPER.match(rest):
        weight += 1.0  # a source below the last line of a page, in the midst of its sentence
    if row.line.size:
        weight += 1.5 if row.line.size < 0.95 * body_size else -1.0
    return NoteStart(row.index, int(digits), match.end(), weight)


def _signed(
    row: Row, before: Row | None, is_apart: bool, signs: Mapping[str, int]
) -> NoteStart | None:
    """A note that begins with a sign: a dagger, a letter."""
    sign = start_sign(row.text, signs)
    if sign is None:
        return None
    return NoteStart(row.index, *sign, 2.5 + _setting_weight(before, is_apart))


def _mark_alone(row: Row, before: Row | None, is_apart: bool) -> NoteStart | None:
    """A note whose mark stands on a line of its own, above its text."""
    match = _ALONE.fullmatch(row.text)
    if match is None:
        return None
    digits = (match["bracket"] or match["super"]).translate(SUPERSCRIPTS)
    return NoteStart(row.index, int(digits), match.end(), 2.5 + _setting_weight(before, is_apart))


def _can_follow(match: re.Match[str], rest: str) -> bool:
    """Whether what follows the number can be a note: not glued, unless the mark is clear."""
    is_glued = match["plain"] is not None and not match["gap"]
    if is_glued and not (rest[0].isupper() and not match["stop"]):
        return False
    return not (is_glued and len(rest) < 12)


def _weight(row: Row, match: re.Match[str], rest: str) -> float:
    weight = 1.0
    if match["plain"] is None and match["round"] is None:
        weight += 1.5
    if match["stop"]:
        weight -= 0.5
    if _MONTH.match(rest):
        weight -= 4.0
    elif _SOURCE_WORD.match(rest):
        weight += 1.5
    elif rest[:1].islower():
        weight -= 1.5
    return weight + (2.0 if any(mark.column == 0 for mark in row.line.marks) else 0.0)


def _setting_weight(before: Row | None, is_apart: bool) -> float:
    if is_apart or before is None:
        return 0.7
    if _START.match(before.text):
        return 0.3
    return 0.0 if ends_clause(before.text) else -2.0


def _longer(
    start: NoteStart,
    best: Mapping[int, _Chain],
    top: _Chain | None,
    ends: Sequence[int],
    rows: Sequence[Row],
) -> _Chain | None:
    """The best chain that this start can close, or None when its weight forbids it."""
    options: list[tuple[float, _Chain | None]] = []
    for step in (1, 2, 3):
        known = best.get(start.number - step)
        if known:
            options.append((known.score - _GAP * (step - 1), known))
    if start.number == 1:
        options.append((0.0, None))
        if top:
            options.append((top.score - _RESTART, top))
    elif not options and (start.number <= 3 or _IS_RAISED.match(rows[start.row].text)):
        options.append((-_GAP * min(start.number - 1, 2), None))
    chains = [_link(score, before, start, ends, rows) for score, before in options]
    return max(chains, key=lambda chain: chain.score, default=None)


def _link(
    score: float,
    before: _Chain | None,
    start: NoteStart,
    ends: Sequence[int],
    rows: Sequence[Row],
) -> _Chain:
    """The chain with this start added; a missing marker costs, a note right above helps."""
    marked = before.marked if before else -1
    if before and start.number == 1:
        marked = rows[before.start.row].start
    place = bisect_right(ends, marked)
    is_marked = place < len(ends) and ends[place] <= rows[start.row].start
    marked = ends[place] if is_marked else marked
    score += start.weight
    if before and _is_right_below(before.start.row, start.row, rows):
        score += 0.5
    if not is_marked:
        is_tight = before is not None and _is_tight(before.start.row, start.row, rows)
        score -= 1.5 if is_tight else 3.0
    return _Chain(score, start, before, marked)


def _is_right_below(above: int, below: int, rows: Sequence[Row]) -> bool:
    return below - above <= 12 and not any(rows[i].new_page for i in range(above + 1, below + 1))


def _is_tight(above: int, below: int, rows: Sequence[Row]) -> bool:
    """Whether only lines of one note lie between, so that a list of notes runs on."""
    return below - above <= 6 and not any(row.is_blank for row in rows[above:below])


def _unroll(chain: _Chain | None) -> list[NoteStart]:
    found: list[NoteStart] = []
    while chain:
        found.append(chain.start)
        chain = chain.before
    return found[::-1]
