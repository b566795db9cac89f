"""The cells of a table's line: its parts between wide gaps, tabs or bars, and what a figure is."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from samen.core.reading.headings import has_verb
from samen.core.reading.words import FUNCTION_WORDS

YEAR = r"(?:19|20)\d\d"
NOTE = (
    r"(?: ?(?:\*{1,3}|[¹²³⁴-⁹†‡§ªᵃ-ᶜ])|(?<=\S)(?:\((?:\d{1,2}|[a-e])\)|\[\d{1,2}\])"
    r"|(?<=\d) (?:[a-e](?!\w)|\d\)|\([\da-e]\)))?"
)
"""A marker behind a head or a figure."""
_SIDE = re.compile(
    r"(?:(?:\d{1,2} )?[^\W\d_]{3,14} |Q[1-4] |[1-4]e (?:kwartaal|halfjaar) )?"
    rf"\(?{YEAR}(?:[/-](?:20)?\d\d)?\)?{NOTE}",
    re.IGNORECASE,
)
"""What stands down the side of a turned table: a year, a day, a part of a year."""
_CELL_GAP = re.compile(r"\t|(?<![€ ]) {2,}| ?[|;] ?| ?(?:\.{3,}|…+) ?")
_BAR = re.compile(r" *\| *")
_NUMBER = r"(?:\d{1,3}(?:[. \u00a0\u202f\u2009]\d{3})+|\d{1,7})(?:,\d{1,2})?"
_BEFORE = r"€|[≥≤><±~]|ten minste|minimaal|maximaal|circa|ca\.|ruim|bijna"
_CELL = re.compile(
    rf"(?:(?P<bound>{_BEFORE}) *)?(?P<number>{_NUMBER})(?: ?%| procent)?"
    r"(?: of (?:meer|minder|hoger|lager))?"
    rf"(?: ?\((?:(?:in|stand|per|eind|ultimo) )?(?P<year>{YEAR})\)"
    rf"| +\((?P<share>\d{{1,3}}(?:,\d)?) ?%?\))?{NOTE}"
    r"|[+−–-] ?\d[\d.,]*(?: ?%)?|\(\d[\d.,]*(?: ?%)?\)|(?:€ *)?[-–—]|[x.*↑↓→=]"
    r"|n\.?b\.?|n\.?v\.?t\.?|onbekend|geen|nihil|alle|p\.?m\.?|volgt",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\d{1,3} ?(?:[-–]|t/m|tot) ?\d{1,3}(?: jaar)?|\d{1,3} ?\+")
"""A label of figures: a group of ages or sizes."""
_SHORTENED = re.compile(r"\b(?:e\.[odv]|etc|enz|incl|excl)\.$", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?[.)]?|[a-z][.)]", re.IGNORECASE)
_UNIT = re.compile(r"%|in %|aantal(?:len)?|procent|percentage|#|[^\W\d_]{3,20}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell or a head: `line[start:end]`."""

    text: str
    start: int
    end: int


class Figure(NamedTuple):
    """What a cell says: its digits, what stands before them ("<"), its own year or "", and
    the share in brackets behind it, or "".
    """

    digits: str
    bound: str
    year: str
    share: str = ""


def pieces_of(line: str) -> list[Piece]:
    """The parts of a line between tabs, bars and wide gaps; a tab keeps empty parts."""
    starts = [0]
    ends: list[int] = []
    for gap in (_BAR if line.count("|") > 1 else _CELL_GAP).finditer(line):
        ends.append(gap.start())
        starts.append(gap.end())
    ends.append(len(line))
    parts = [_trimmed(line, start, end) for start, end in zip(starts, ends, strict=True)]
    return parts if "\t" in line else [part for part in parts if part.text]


def _trimmed(line: str, start: int, end: int) -> Piece:
    text = line[start:end]
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    return Piece(text, start + lead, start + lead + len(text))


def is_cell(piece: Piece) -> bool:
    """Whether a part of a line is a figure, or says that there is none."""
    return _CELL.fullmatch(piece.text) is not None


def figure_of(cell: Piece) -> Figure | None:
    """The figure of a cell, or None where it says that there is none."""
    found = _CELL.fullmatch(cell.text)
    if found is None or not found["number"]:
        return None
    return Figure(found["number"], found["bound"] or "", found["year"] or "", found["share"] or "")


def ends_in_cell(label: str) -> bool:
    """Whether the first figure of a row stands in its label, one space behind a long name."""
    before, _, last = label.rpartition(" ")
    return bool(before) and re.fullmatch(_NUMBER, last) is not None


def label_and_cells(line: str, count: int) -> tuple[Piece, list[Piece]]:
    """The label of a row and its cells; a number before the label, a unit behind it, join it."""
    pieces = pieces_of(line)
    label, cells = pieces[0], pieces[1:]
    if len(pieces) - count != 2 or is_cell(pieces[1]):
        return label, cells
    if _LIST_NUMBER.fullmatch(label.text):
        return pieces[1], pieces[2:]
    unit = f" ({pieces[1].text})" if _UNIT.fullmatch(pieces[1].text) else ""
    return Piece(label.text + unit, label.start, label.end), pieces[2:] if unit else cells


def close_cells(line: str, count: int) -> tuple[Piece, list[Piece]]:
    """The label and the cells of a line whose wide gaps were lost; without cells if it is none."""
    words = [Piece(m[0], m.start(), m.end()) for m in re.finditer(r"\S+", line)]
    cells, label = words[-count:], line[: words[-count].start] if len(words) > count else ""
    is_longer = len(words) > count and is_cell(words[-count - 1])
    if is_longer or not all(map(is_cell, cells)) or not is_label(label.strip()):
        return Piece("", 0, 0), []
    return _trimmed(line, 0, len(label)), cells


def is_label(text: str) -> bool:
    """Whether words can name a row: no sentence, and not the front of one."""
    if _GROUP.fullmatch(text):
        return True
    words = text.split()
    is_broken_off = bool(words) and words[-1] in FUNCTION_WORDS
    is_stopped = text.endswith((".", ";")) and not _SHORTENED.search(text)
    is_name = bool(re.search(r"[^\W\d_]{2}", text)) and not is_stopped
    return is_name and not is_broken_off and not has_verb(text)


def is_side(text: str) -> bool:
    """Whether words at the side of a row are its time: a year, a day, a part of a year."""
    return _SIDE.fullmatch(text) is not None
