"""Reads a Word file back that somebody edited outside, and says what changed.

What comes back is only ever a proposal: a changed number in a field is a question to its
owner, never a new truth. What cannot be taken over is told as well, so that no change
disappears unseen. Formatting and pictures are no words, and are not compared.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, zip_longest

from samen.core.writing.formats.word import mark_of, mark_of_table, to_word
from samen.core.writing.formats.word_parts import Line, joined, read_parts
from samen.core.writing.rendered import RenderedLetter

NO_ROW: tuple[str, ...] = ()
SIMILAR = 0.5
"""Share of a paragraph's words that must be alike to call it the same one, reworded."""


class ChangeKind(StrEnum):
    """What somebody did to the letter outside; only words and titles can be taken over."""

    WORDS = "words"
    ADDED = "added"
    REMOVED = "removed"
    TITLE = "title"
    FIELD = "field"
    HEAD = "head"
    TABLE = "table"
    NOTE = "note"
    REMARK = "remark"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between what was sent out and what came back.

    section: the key of its section, "" outside them. source: of a field, "figure:12". before,
    after: the words then and now.
    """

    kind: ChangeKind
    section: str
    before: str
    after: str
    source: str = ""


type Parts = dict[str, list[Line]]
"""Lines by the mark of the part that they stand in, its heading first; "" is the head."""


def changes_in(content: bytes, sent: RenderedLetter) -> list[Change]:
    """The differences of an edited Word file with the letter as sent.

    Raises Unreadable when the file is no Word document, is damaged or holds macros, and
    TooBig when it is far more than a letter.
    """
    back, ours = read_parts(content), read_parts(to_word(sent))
    parts = _parts(ours.lines, {at: line.mark for at, line in enumerate(ours.lines) if line.mark})
    starts = _starts(parts, back.lines)
    returned = _parts(back.lines, starts)
    keys = {mark_of(section.key): section.key for section in sent.sections}
    found: list[Change] = []
    for mark, lines in parts.items():
        here = returned.get(mark, [])
        if mark in keys:
            found += _in_section(keys[mark], lines, here)
        else:
            found += _told(ChangeKind.HEAD, _texts(lines), _texts(here))
    found += _moved(parts, [mark for mark in starts.values() if mark in keys])
    if mark_of_table(back.rows) not in {line.mark for line in back.lines}:
        found += _in_table(ours.rows, back.rows)
    found += _told(ChangeKind.NOTE, ours.notes, back.notes)
    found += _told(ChangeKind.REMARK, ours.remarks, back.remarks)
    return found


def _texts(lines: Iterable[Line]) -> list[str]:
    return [line.text for line in lines]


def _parts(lines: Sequence[Line], starts: Mapping[int, str]) -> Parts:
    parts: Parts = {"": []}
    mark = ""
    for at, line in enumerate(lines):
        mark = starts.get(at, mark)
        parts.setdefault(mark, []).append(line)
    return parts


def _starts(parts: Parts, back: Sequence[Line]) -> dict[int, str]:
    """The lines with which parts begin: known by their mark, else their words, else order."""
    titles = {mark: lines[0] for mark, lines in parts.items() if mark}
    starts: dict[int, str] = {}
    for at, line in enumerate(back):
        title = titles.get(line.mark)
        if title and (line.is_heading == title.is_heading or line.text == title.text):
            starts[at] = line.mark
            del titles[line.mark]
    for at, line in enumerate(back):
        same = [mark for mark, title in titles.items() if _is_called(title, line)]
        if at not in starts and same:
            starts[at] = same[0]
            del titles[same[0]]
    starts |= _by_order([*parts], starts, [at for at, line in enumerate(back) if line.is_heading])
    return dict(sorted(starts.items()))


def _is_called(title: Line, line: Line) -> bool:
    return (title.text, title.is_heading) == (line.text, line.is_heading)


def _by_order(
    marks: list[str], starts: Mapping[int, str], headings: Iterable[int]
) -> dict[int, str]:
    """Headings without a part paired with the parts that are missing at their place."""

    def between(at: int) -> tuple[str, ...]:
        before = max((place for place in starts if place < at), default=None)
        after = min((place for place in starts if place > at), default=None)
        low = marks.index(starts[before]) + 1 if before is not None else 1
        high = marks.index(starts[after]) if after is not None else len(marks)
        return tuple(mark for mark in marks[low:high] if mark not in starts.values())

    found: dict[int, str] = {}
    for missing, group in groupby((at for at in headings if at not in starts), key=between):
        places = list(group)
        if len(places) == len(missing):
            found |= dict(zip(places, missing, strict=True))
    return found


def _in_section(key: str, sent: Sequence[Line], back: Sequence[Line]) -> Iterator[Change]:
    title = sent[0].text
    if not back:
        yield Change(ChangeKind.PLACE, key, title, "")
    elif back[0].text != title:
        yield Change(ChangeKind.TITLE, key, title, back[0].text)
    before, after = sent[1:], back[1:]
    for a, b, c, d in _differing(_texts(before), _texts(after)):
        for old, new in zip_longest(before[a:b], after[c:d]):
            yield from _reworded(key, old, new)


def _differing(
    before: Sequence[Hashable], after: Sequence[Hashable]
) -> Iterator[tuple[int, int, int, int]]:
    for act, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if act != "equal":
            yield a, b, c, d


def _reworded(key: str, sent: Line | None, back: Line | None) -> Iterator[Change]:
    """Changed fields one by one, and the words when more than a field changed."""
    if sent is None or back is None or not _is_alike(sent.text, back.text):
        if sent is not None:
            yield Change(ChangeKind.REMOVED, key, sent.text, "")
        if back is not None:
            yield Change(ChangeKind.ADDED, key, "", back.text)
        return
    fields = [piece for piece in sent.pieces if piece[0]]
    kept: list[str] = []
    for source, words in back.pieces:
        field = next((each for each in fields if each[0] == source), None) if source else None
        if field is not None:
            fields.remove(field)
            if words != joined(iter(field[1])):
                yield Change(ChangeKind.FIELD, key, field[1], words, source)
        kept.append(words if field is None else field[1])
    if (words := joined(iter(kept))) != sent.text:
        yield Change(ChangeKind.WORDS, key, sent.text, words)


def _is_alike(before: str, after: str) -> bool:
    matcher = SequenceMatcher(a=before.split(), b=after.split(), autojunk=False)
    return matcher.real_quick_ratio() >= SIMILAR and matcher.ratio() >= SIMILAR


def _moved(parts: Parts, came: list[str]) -> Iterator[Change]:
    """The order of the sections, when it is another one."""
    sent = [mark for mark in parts if mark in came]
    if came != sent:
        before, after = (
            " · ".join(parts[mark][0].text for mark in order) for order in (sent, came)
        )
        yield Change(ChangeKind.PLACE, "", before, after)


def _in_table(sent: list[tuple[str, ...]], back: list[tuple[str, ...]]) -> Iterator[Change]:
    """Changed cells one by one; a row that came or went as a whole."""
    for a, b, c, d in _differing(sent, back):
        for old, new in zip_longest(sent[a:b], back[c:d], fillvalue=NO_ROW):
            if len(old) != len(new):
                yield Change(ChangeKind.TABLE, "", " | ".join(old), " | ".join(new))
                continue
            for cell, now in zip(old, new, strict=True):
                if cell != now:
                    yield Change(ChangeKind.TABLE, "", cell, now, f"row:{old[0]}")


def _told(kind: ChangeKind, sent: Sequence[str], back: Sequence[str]) -> Iterator[Change]:
    for a, b, c, d in _differing(sent, back):
        for old, new in zip_longest(sent[a:b], back[c:d], fillvalue=""):
            yield Change(kind, "", old, new)
