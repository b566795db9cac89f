"""Actions in tables and on cards: what, who and when stand in columns or behind labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from samen.core.periods import find_periods
from samen.core.reading import label_words as labels
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.gazetteer import organisation_named
from samen.core.reading.offices import OFFICE, canonical_name, office_name
from samen.core.reading.table_cells import Piece, pieces_of
from samen.core.reading.table_figures import Printed, printed_lines
from samen.core.reading.table_heads import is_rule
from samen.core.terms import ActionStatus, CandidateKind, Precision

_LABELS = {
    "what": labels.WHAT,
    "who": labels.WHO,
    "beside": labels.BESIDE,
    "when": labels.WHEN,
    "state": labels.STATE,
}
_HEADS = {
    name: re.compile(rf"{words}(?: ?\([^()]*\))?:?", re.IGNORECASE)
    for name, words in _LABELS.items()
}
_NUMBER = r"\s*(?:[A-Z]{1,2}[.-]?)?\d{1,3}(?:\.\d{1,2})?[a-z]?"
_CARD = {
    name: re.compile(
        rf"\s*{words}(?:{_NUMBER})?(?::\s*|\.?\s{{2,}}|\t)(?P<value>\S.*)", re.IGNORECASE
    )
    for name, words in _LABELS.items()
}
_NUMBERED = re.compile(rf"\s*{labels.WHAT}{_NUMBER}\.?\s+(?:[–|-]\s+)?(?P<value>\S.*)", re.I)
"""The head of a card by its number: "Maatregel A2. Code voor de tuinbouw"."""
_LED = re.compile(rf"\s*{labels.LEADER}(?::\s|\s{{2,}}|\t)\s*\S", re.IGNORECASE)
_TOTAL = re.compile(r"\W*(?:sub)?totaal\b", re.IGNORECASE)
_FIGURE = re.compile(r"(?<=  )(?:€ *)?\d[\d.,]*(?: ?%)?(?!\S)")
"""A sum or a count in its own cell; a column of them is flush at the right."""
_TITLE = re.compile(
    r"\s*(?:[A-Z]?\d{0,2}(?:\.\d{1,2}){0,2}[a-z]?[.):]?\s+)?(?P<value>[A-ZÀ-Ý].{6,110}[^.:;,\s])\s*"
)
"""The line over a label for who leads, where it is a title and no sentence."""
_LED = re.compile(rf"\s*{labels.LEADER}(?::\s|\s{{2,}}|\t)\s*\S", re.IGNORECASE)
_MOST_LINES = 7
_ORDER = re.compile(r",?\s*(?:in opdracht van|i\.o\.v\.|op verzoek van|namens)\s.*")
_AMONG = re.compile(
    r"\s*[,;/+&]\s*(?:en |met |i\.s\.m\. )?|,? (?:samen )?(?:met|i\.s\.m\.) |\s{2,}"
)
_NOBODY = re.compile(
    r"n\.?v\.?t\.?|n\.?t\.?b\.?|[-–—]|onbekend|volgt|nog .*|alle(?:n| partijen)?", re.I
)
_SAID = (
    (r"\b(?:vervallen|vervalt|geschrapt|stopgezet|ingetrokken|beëindigd)\b", ActionStatus.DROPPED),
    (r"\b(?:vertraagd|vertraging|uitgesteld|loopt uit)\b", ActionStatus.DELAYED),
    (
        r"\b(?:nog te bepalen|n\.?t\.?b|beslis\w*|besluit)\b",
        ActionStatus.UNDECIDED,
    ),
    (r"\b(?:doorlopend|jaarlijks|continu|structureel|permanent)\b", ActionStatus.CONTINUOUS),
    (
        r"\b(?:nog niet (?:gestart|begonnen)|gepland|start|voorgenomen|op schema)\b",
        ActionStatus.PLANNED,
    ),
    (r"\b(?:gereed|afgerond|voltooid|klaar|uitgevoerd|gerealiseerd|afgedaan)\b", ActionStatus.DONE),
    (r"\b(?:loopt|lopend|gestart|begonnen|in uitvoering|bezig)\b", ActionStatus.RUNNING),
)
_STATUS = [(re.compile(words, re.IGNORECASE), status) for words, status in _SAID]
_TOLD = {ActionStatus.DROPPED, ActionStatus.DELAYED, ActionStatus.RUNNING}
"""What the words behind a card are believed to say of it."""
_NO_END = frozenset({Precision.VAGUE, Precision.RECURRING, Precision.AFTER, Precision.MONTHS})


@dataclass(frozen=True, slots=True)
class Entry:
    """An action of a table or a card. lines: the first and the last of it."""

    lines: tuple[int, int]
    what: str
    who: str
    when: str = ""
    state: str = ""
    tail: str = ""
    """The words right behind a card, which may tell how it goes."""


def listed_actions(context: Context) -> list[Candidate]:
    """Every action of a table with a column for who does it, and of a card that names a puller."""
    printed = printed_lines(context)
    lines = [line.text for line in printed]
    entries = [*_of_tables(lines), *_of_cards(lines)]
    found = (_candidate(context, printed, entry) for entry in entries)
    return [each for each in found if each is not None]


def _of_tables(lines: Sequence[str]) -> Iterator[Entry]:
    place = 0
    while place < len(lines):
        columns = _columns(lines[place])
        place += 1
        if columns:
            rows, place = _rows(lines, place, columns)
            yield from rows


def _columns(line: str) -> list[tuple[str, int]]:
    """The name and the begin of each column of a head line; empty where it is none."""
    pieces = [piece for piece in pieces_of(line.replace("\t", "    ")) if piece.text]
    columns = [(_head_of(piece), piece.start) for piece in pieces]
    names = [name for name, _ in columns if name]
    if "who" not in names:
        columns = [("who" if name == "beside" else name, start) for name, start in columns]
        names = [name for name, _ in columns if name]
    is_head = {"what", "who"} <= {*names} and len(names) == len({*names})
    return columns if is_head and len(columns) < 8 else []


def _head_of(piece: Piece) -> str:
    return next((name for name, head in _HEADS.items() if head.fullmatch(piece.text)), "")


def _rows(
    lines: Sequence[str], place: int, columns: list[tuple[str, int]]
) -> tuple[list[Entry], int]:
    """The rows under a head line, and the line where the table ends.

    A row begins where its first column, or else the column of who does it, has words.
    """
    first = columns[0][0] or "number"
    rows, place = rows_under(lines, place, columns, "who" if first == "what" else first)
    entries = [
        Entry(
            (start, end), cells["what"], cells["who"], cells.get("when", ""), cells.get("state", "")
        )
        for start, end, cells in rows
    ]
    return entries, place


def rows_under(
    lines: Sequence[str], place: int, columns: list[tuple[str, int]], key: str
) -> tuple[list[tuple[int, int, dict[str, str]]], int]:
    """The first and last line and the cells of each row under a head, and where the table ends.

    key: the column in which each row has words; other lines go on with the row above.
    """
    rows: list[tuple[int, int, dict[str, str]]] = []
    gap = False
    while place < len(lines):
        line = lines[place]
        if not line.strip():
            if gap or not rows:
                break
            gap = True
        elif not is_rule(line) and not _TOTAL.match(line):
            cells = _cells(line, columns)
            if cells is None or (gap and not cells[key]):
                break
            if cells[key] and (key != "who" or cells["what"]):
                rows.append((place, place, cells))
            elif rows:
                start, _, before = rows[-1]
                rows[-1] = start, place, _added(before, cells)
            else:
                break
            gap = False
        place += 1
    return rows, place


def _added(before: dict[str, str], more: dict[str, str]) -> dict[str, str]:
    return {name: f"{words} {more[name]}".strip() for name, words in before.items()}


def _cells(line: str, columns: list[tuple[str, int]]) -> dict[str, str] | None:
    """The words under each head; None where a line runs through the columns."""
    parts = line.split("\t") if "\t" in line else line.strip().strip("|").split("|")
    if len(parts) == len(columns):
        names = (
            name or f"column {at}" if at else name or "number"
            for at, (name, _) in enumerate(columns)
        )
        return dict(zip(names, (part.strip() for part in parts), strict=True))
    line = line.replace("\t", "    ")
    figures = [each.span() for each in _FIGURE.finditer(line)]
    starts = [0, *(_before(start, figures) for _, start in columns[1:]), len(line) + 1]
    cells: dict[str, str] = {}
    for (name, place), (low, high) in zip(columns, pairwise(starts), strict=True):
        if low and low < len(line) and not line[low - 1].isspace() and line[low - 1] != "|":
            return None
        cells[name or ("number" if not cells else f"column {place}")] = line[low:high].strip(" |")
    return cells


def _before(start: int, figures: Sequence[tuple[int, int]]) -> int:
    """Where a column begins in a line; at a figure that stands out to the left of its head."""
    return next((low for low, high in figures if low < start < high), start)


def _of_cards(lines: Sequence[str]) -> Iterator[Entry]:
    place = 0
    while place < len(lines):
        card = _card(lines, place)
        place = card.lines[1] + 1 if card else place + 1
        if card:
            yield card


def _card(lines: Sequence[str], place: int) -> Entry | None:
    """The card that begins at a line: what, and who behind a label in the lines below."""
    head = _CARD["what"].match(lines[place]) or _NUMBERED.match(lines[place])
    if head is None and place + 1 < len(lines) and _LED.match(lines[place + 1]):
        head = None if _label_of(lines[place]) else _TITLE.fullmatch(lines[place])
    if head is None:
        return None
    values, last, end = {"what": head["value"].strip()}, place, place
    for at in range(place + 1, min(place + _MOST_LINES, len(lines))):
        line = lines[at]
        if not line.strip() or _NUMBERED.match(line):
            break
        named = _label_of(line)
        if named is None:
            end = at
            continue
        name, found = named
        if name in values:
            break
        values[name], last, end = found["value"].strip(), at, at
    who = values.get("who") or values.get("beside")
    if not who:
        return None
    tail = " ".join(lines[last + 1 : end + 1])
    return Entry((place, last), values["what"], who, values.get("when", ""),
                 values.get("state", ""), tail)  # fmt: skip


def _label_of(line: str) -> tuple[str, re.Match[str]] | None:
    """The label that a line begins with, and what stands behind it."""
    return next(((n, m) for n, form in _CARD.items() if (m := form.match(line))), None)


def _candidate(context: Context, printed: Sequence[Printed], entry: Entry) -> Candidate | None:
    first, last = entry.lines
    spans = [line.span for line in printed[first : last + 1] if line.span]
    owners = names_in_cell(entry.who)
    if not spans or not re.search(r"[^\W\d_]{4}", entry.what):
        return None
    due = _due(entry.when, context.anchor)
    detail = {
        "owners": owners,
        "what": " ".join(entry.what.split()),
        "status": _status(entry, due, context.anchor).value,
        "due": due.isoformat() if due else None,
    }
    span = min(low for low, _ in spans), max(high for _, high in spans)
    reason = "rij of kaart met wie het doet"
    return candidate(context, CandidateKind.ACTION, span, 0.9, reason, detail)


def names_in_cell(who: str) -> list[str]:
    """The names in a cell, as the register has them; who only gave the order is none."""
    names: list[str] = []
    for part in _AMONG.split(_ORDER.sub("", who)):
        whole = _named(part)
        halves = [part] if whole or " en " not in part else part.split(" en ")
        halves = [re.sub(r"^\s*(?:de|het) (?=[A-Z])", "", half) for half in halves]
        names += [_named(half) or half.strip(" .") for half in halves]
    return [n for n in dict.fromkeys(names) if len(n) > 1 and not _NOBODY.fullmatch(n)]


def _named(name: str) -> str:
    said = re.sub(r" *\([A-Z]\w+\)$", "", name.strip(" ."))
    office = OFFICE.fullmatch(said)
    known = organisation_named(said)
    return office_name(office) if office else canonical_name(known) if known else ""


def _due(when: str, anchor: date | None) -> date | None:
    ends = [f.value.latest for f in find_periods(when, anchor) if f.value.precision not in _NO_END]
    return next((end for end in reversed(ends) if end), None)


def _status(entry: Entry, due: date | None, anchor: date | None) -> ActionStatus:
    others = {"what": {ActionStatus.DROPPED}, "tail": _TOLD}
    for name in ("state", "when", "what", "tail"):
        for form, status in _STATUS:
            if form.search(getattr(entry, name)) and status in others.get(name, {status}):
                return status
    is_past = due is not None and anchor is not None and due < anchor
    return ActionStatus.DONE if is_past else ActionStatus.PLANNED
