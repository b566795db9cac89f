"""Tables of promises: what was promised, to whom, and where it stands, in columns."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samen.core.periods import find_periods
from samen.core.reading import promise_words as words
from samen.core.reading.action_tables import rows_under
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.label_words import STATE, WHEN
from samen.core.reading.offices import signing_offices
from samen.core.reading.promisers import addressee_of
from samen.core.reading.sentences import Sentence
from samen.core.reading.table_cells import pieces_of
from samen.core.reading.table_figures import Printed, printed_lines
from samen.core.terms import CandidateKind, CommitmentStatus, Precision

_HEADS = {
    "what": re.compile(r"(?:omschrijving |onderwerp )?(?:van )?(?:de )?toezegging(?:en)?", re.I),
    "to": re.compile(
        r"(?:toegezegd )?aan(?: wie)?|(?:kamer)?lid|fractie|gedaan aan|gevraagd door", re.I
    ),
    "by": re.compile(r"door|trekker|eigenaar|verantwoordelijk(?:e)?|uitvoering door|wie", re.I),
    "when": re.compile(WHEN, re.I),
    "state": re.compile(rf"{STATE}|afdoening|afgedaan|stavaza|reactie|uitvoering", re.I),
}
_SUBJECT = re.compile(r"onderwerp|omschrijving|inhoud|wat", re.I)
"""The head of what is promised, in a table whose title has the word."""
_TITLE = re.compile(r"^(?:[\d.]+ )?[^\n.]{0,60}\btoezegging(?:en)?\b[^\n.]{0,30}$", re.I | re.M)
_TITLE_REACH = 6
"""Lines over the head of a table in which its title may stand."""
_GAP = r"(?: {3,}|\t|\|)"
_HEAD_LINE = re.compile(rf"{_GAP} *[^\n|]*\btoezegging|\btoezegging(?:en)?[^\n|]*{_GAP}", re.I)
_MOST_COLUMNS = 8
_MOST_ROWS = 40
_PART = re.compile(r"\s*(?P<what>(?:moties|toezeggingen))\s*:?\s*", re.I)
"""A line inside a table of both that says what the rows under it are."""
_MOTION = re.compile(r"\s*(?:(?:de|nader|gewijzigde|aangehouden) )*moties?\b", re.I)
"""How the row of a motion begins, in a table of both."""
_NO_DEADLINE = frozenset({Precision.VAGUE, Precision.RECURRING, Precision.AFTER})


@dataclass(frozen=True, slots=True)
class PromiseTables:
    """The rows of the tables of promises, and the stretches of the text that are theirs."""

    rows: tuple[Candidate, ...]
    spans: tuple[tuple[int, int], ...]

    def outside(self, sentences: Iterable[Sentence]) -> list[Sentence]:
        """The sentences, in order, of which no part stands in such a table."""
        kept: list[Sentence] = []
        at = 0
        for sentence in sentences:
            while at < len(self.spans) and self.spans[at][1] <= sentence.start:
                at += 1
            if at == len(self.spans) or self.spans[at][0] >= sentence.end:
                kept.append(sentence)
        return kept


def read_promise_tables(context: Context) -> PromiseTables:
    """Every table with a column of promises, and one for where they stand or when."""
    original = context.letter.original
    if not (_HEAD_LINE.search(original) or _TITLE.search(original)):
        return PromiseTables((), ())
    found = list(_found(context, printed_lines(context)))
    rows = tuple(each for each in found if isinstance(each, Candidate))
    return PromiseTables(rows, tuple(_span(each) for each in found))


def _span(found: Candidate | tuple[int, int]) -> tuple[int, int]:
    return (found.start, found.end) if isinstance(found, Candidate) else found


def _found(context: Context, printed: list[Printed]) -> Iterator[Candidate | tuple[int, int]]:
    """In order, the stretch of each head line and the rows under it."""
    lines = [line.text for line in printed]
    place = 0
    while place < len(lines):
        over = "\n".join(lines[max(0, place - _TITLE_REACH) : place])
        columns = _columns(lines[place], over)
        place += 1
        if not columns:
            continue
        head = printed[place - 1].span
        yield from [head] if head else []
        rows, place = rows_under(lines, place, columns, _key(columns))
        for first, last, cells in rows:
            if _is_of_motions(lines[:first]) or _MOTION.match(cells["what"]):
                continue
            spans = [line.span for line in printed[first : last + 1] if line.span]
            if spans and re.search(r"[^\W\d_]{4}", cells["what"]):
                span = min(low for low, _ in spans), max(high for _, high in spans)
                yield _candidate(context, span, cells)


def _is_of_motions(above: list[str]) -> bool:
    """Whether the last line of one word over a row says that motions follow."""
    labels = (_PART.fullmatch(line) for line in reversed(above[-_MOST_ROWS:]))
    last = next((label for label in labels if label), None)
    return last is not None and last["what"].lower().startswith("moties")


def _columns(line: str, over: str) -> list[tuple[str, int]]:
    """The name and the begin of each column of the head of such a table; else empty.

    over: the lines over it, of which one may be its title.
    """
    pieces = [piece for piece in pieces_of(line.replace("\t", "    ")) if piece.text]
    is_named = any(_HEADS["what"].fullmatch(piece.text) for piece in pieces)
    is_titled = not is_named and len(pieces) > 2 and _TITLE.search(over) is not None
    heads = _HEADS | ({"what": _SUBJECT} if is_titled else {})
    named = [
        (next((name for name, head in heads.items() if head.fullmatch(piece.text)), ""), piece)
        for piece in pieces
    ]
    names = [name for name, _ in named if name]
    is_head = "what" in names and len(names) == len({*names}) and {"state", "when"} & {*names}
    if not is_head or len(named) > _MOST_COLUMNS:
        return []
    return [(name, piece.start) for name, piece in named]


def _key(columns: list[tuple[str, int]]) -> str:
    """The column in which each row has words: its number, else to whom or when it was promised."""
    names = [name for name, _ in columns]
    if names[0] != "what":
        return names[0] or "number"
    return next((name for name in ("to", "when", "state") if name in names), "what")


def _candidate(context: Context, span: tuple[int, int], cells: dict[str, str]) -> Candidate:
    state = f"{cells.get('when', '')} {cells.get('state', '')}".strip()
    ends = [
        found.value.latest
        for found in find_periods(state, context.anchor)
        if found.value.latest
        and found.value.precision not in _NO_DEADLINE
        and (context.anchor is None or found.value.latest >= context.anchor)
    ]
    status = _status(state, is_ahead=bool(ends))
    due = ends[-1] if ends and status is not CommitmentStatus.KEPT else None
    offices = signing_offices(context)
    detail = {
        "by": cells.get("by", "").strip() or (offices[0] if len(offices) == 1 else ""),
        "to": addressee_of(context, *span),
        "due": due.isoformat() if due else None,
        "status": status.value,
        "about": " ".join(cells["what"].split()),
    }
    reason = "staat in een lijst van toezeggingen"
    return candidate(context, CandidateKind.COMMITMENT, span, 0.8, reason, detail)


def _status(state: str, *, is_ahead: bool) -> CommitmentStatus:
    """Where a promise stands by its cells: kept, given a new time, or open."""
    is_again = is_ahead and words.AHEAD.search(state)
    is_kept = words.KEPT.search(state) or words.DONE.search(state) or words.TOLD_THEM.search(state)
    if is_kept and not (is_again or words.NOT_DONE.search(state)):
        return CommitmentStatus.KEPT
    return CommitmentStatus.REPEATED if is_ahead else CommitmentStatus.OPEN
