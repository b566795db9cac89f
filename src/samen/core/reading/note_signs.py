"""Marks of notes that are no figures: raised letters, daggers, letters in brackets.

A sign counts only where a letter has it both behind a word and at the begin of a line: "(a)" alone
numbers a list, and "artikel(en)" hangs no note.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from samen.core.reading.rows import Role, Row

_RAISED = "ᵃᵇᶜᵈᵉᶠᵍʰ"
_LETTERS = "abcdefghijklmnopqrst"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_SURELY_ROMAN = frozenset({"ii", "iii", "iv", "vi"})
_DAGGERS = "†‡"
_MARK = (
    rf"[{_RAISED}]|[{_DAGGERS}]|ⁱᵛ|ⁱ{{1,3}}|\[[a-x]{{1,4}}\]|\([a-x]{{1,4}}\)"
    r"|\(\*{1,4}\)|\*{1,4}\)|<\d{1,2}>|\{\d{1,2}\}|\^\d{1,2}"
)
GLUED = re.compile(
    rf"(?<=[^\W\d_]|[.,;:?!)”’\"'])(?P<mark>{_MARK})(?!\w)"
    rf"|(?<=\d)(?P<sign>[{_DAGGERS}{_RAISED}]|\[[a-x]{{1,4}}\]|<\d{{1,2}}>|\^\d{{1,2}})(?!\w)"
    r"|(?<=[^\W\d_]) (?P<apart>\((?:\d{1,2}|[ivx]{1,4})\))(?=[.,;]|$)"
    r"|(?<=\d) (?P<roman>\([ivx]{1,4}\))(?=[.,;]|$)"
)
"""A sign behind a word, a stop or a figure; "(1)" and "(iv)" also with a space, before a stop."""
_START = re.compile(rf"\s*(?P<mark>{_MARK}|\(\d{{1,2}}\)|[a-h](?=[.)]?\s+[A-Z]))[.)]?\s+(?=\S)")


def signs_of(rows: Sequence[Row]) -> dict[str, int]:
    """The signs that mark notes in these rows, each with the number that it stands for."""
    body = [row for row in rows if row.role is Role.BODY and not row.is_blank]
    glued = {mark_of(found) for row in body for found in GLUED.finditer(row.text)}
    if not glued:
        return {}
    starts = {found["mark"] for row in body if (found := _START.match(row.text))}
    used = {mark: _raised(mark) for mark in starts if {mark, _raised(mark)} & glued}
    marks = {*chain.from_iterable(used.items())}
    is_roman = any(_bare(mark) in _SURELY_ROMAN for mark in marks)
    has_stars = any("*" in row.text for row in body)
    numbers = {mark: _number(_bare(mark), is_roman=is_roman, after=has_stars) for mark in marks}
    return {mark: number for mark, number in numbers.items() if number}


def mark_of(found: re.Match[str]) -> str:
    """The sign that GLUED found."""
    return found["mark"] or found["sign"] or found["apart"] or found["roman"]


def start_sign(text: str, signs: Mapping[str, int]) -> tuple[int, int] | None:
    """The number of the sign that a line begins with, and where its words begin."""
    found = _START.match(text) if signs else None
    number = signs.get(found["mark"]) if found else None
    return (number, found.end()) if found and number else None


def _raised(mark: str) -> str:
    """The raised form of a letter that stands alone."""
    return _RAISED[_LETTERS.index(mark)] if mark in _LETTERS[: len(_RAISED)] else mark


def _bare(mark: str) -> str:
    """A mark without its brackets, in plain letters."""
    plain = mark.strip("[](){}<>^").translate(str.maketrans(_RAISED, _LETTERS[: len(_RAISED)]))
    return plain.replace("ⁱ", "i").replace("ᵛ", "v")


def _number(bare: str, *, is_roman: bool, after: bool) -> int:
    """What a bare mark counts; 0 for none. after: daggers come after the star."""
    if bare.isdigit():
        return int(bare)
    if bare[:1] == "*":
        return len(bare)
    if bare in _DAGGERS:
        return _DAGGERS.index(bare) + 1 + after
    if is_roman:
        return _ROMAN.index(bare) + 1 if bare in _ROMAN else 0
    return _LETTERS.index(bare) + 1 if bare in _LETTERS else 0
