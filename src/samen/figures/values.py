"""What the rooms and pages hand to figures, and get from them."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from samen.core.errors import SamenError
from samen.core.terms import FigureMethod, RegistrationKind


class ReleaseAct(StrEnum):
    """What happens to a proposal to publish tables and figures."""

    PROPOSED = "proposed"
    RELEASED = "released"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


YEAR, TOTAL, SOURCES = "year", "total", "sources"
type Codes = tuple[str, ...]
type Groups = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By dimension: a coarser code and the codes that it takes together."""
type Only = Mapping[str, tuple[str, ...]]
"""By field: the codes of those who are counted."""
type Asked = dict[str, list[str]]
"""The fields of a proposal as they were filled in, in words that no language changes."""
type Told = dict[str, Any]
"""What an estimate says of a year, as it is kept."""
type Progress = Callable[[str, int, int], None]
"""Told what is being done, how many parts are, and of how many."""


@dataclass(frozen=True, slots=True)
class QueryFacts:
    """A way to count. definition: a version of the indicator's; 0 for the latest. only: by field
    the codes that count; of a field that is not there, all do."""

    name: str
    title: str
    indicator: int
    about: RegistrationKind = RegistrationKind.VICTIM
    persons: bool = True
    by: tuple[str, ...] = ()
    method: FigureMethod = FigureMethod.COUNTED
    definition: int = 0
    only: Only = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A table to publish: of a count, by some of what it was counted by, coarsened or not.

    hidden: what is not shown, codes in the order of year and `by`. None: found by the gate.
    """

    count: UUID
    title: str
    by: tuple[str, ...]
    groups: Groups = field(default_factory=dict)
    hidden: frozenset[Codes] | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to be published together. reported: figures of the programme that go with it."""

    title: str
    tables: tuple[TableFacts, ...] = ()
    estimates: tuple[UUID, ...] = ()
    reported: tuple[int, ...] = ()
    threshold: int = 5
    replaces: UUID | None = None


def say_nothing(_what: str, _done: int, _total: int) -> None:
    """Told how far long work is, where nobody waits."""


def in_parts(error: SamenError) -> dict[str, object]:
    """A sentence as it is kept, to be said in any language."""
    values = {name: value if isinstance(value, int | float) else str(value)
              for name, value in error.values.items()}  # fmt: skip
    return {"found": error.found, "allowed": error.allowed, "todo": error.todo, "values": values}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is so, from where it was kept: sentences with {places}, and their values."""

    found: str
    allowed: str
    todo: str
    values: Mapping[str, Any]

    def said(self, *, with_advice: bool = True) -> str:
        """In the reader's language; with what to do about it, or without."""
        told = (self.found, self.allowed, self.todo if with_advice else "")
        words = (gettext(each) for each in told if each)
        return " ".join(each.format(**self.values) if self.values else each for each in words)


def reason_of(kept: Mapping[str, Any] | str) -> Reason:
    """A reason from where it was kept; earlier counts keep theirs as one sentence."""
    return Reason(kept, "", "", {}) if isinstance(kept, str) else Reason(**kept)


def canonical(value: object) -> bytes:
    """The one way to write a value as JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def rows_of(cells: Mapping[Codes, int]) -> list[list[object]]:
    """Cells as they are kept: sorted, each its codes and its number."""
    return [[list(codes), n] for codes, n in sorted(cells.items())]


def cells_of(rows: Iterable[Any]) -> dict[Codes, int]:
    """Cells from where they were kept."""
    return {tuple(codes): int(n) for codes, n in rows}
