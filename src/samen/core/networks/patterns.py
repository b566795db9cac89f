"""Named patterns: persons who share a home, an employer, a phone, an account.

A pattern says what some persons share and since when, never what one of them is: it has no
score, no rank, and reads nothing of a person but what is shared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from samen.core.csv_rows import csv_rows
from samen.core.networks.graph import EDGE_KINDS, NO_DAY, NODE_KINDS, PERSON, Flags, Graph, Whole
from samen.core.networks.vocabulary import EdgeKind, NodeKind

MOST_MEMBERS = 60
"""Persons above which what is shared is a known large place, such as a reception centre."""
SHARES = tuple(
    EDGE_KINDS.index(kind) for kind in EdgeKind if kind not in {EdgeKind.SAME_PERSON,
                                                                EdgeKind.DECLARED}
)  # fmt: skip

FEWEST = 2

type Shared = tuple[int, ...]
type Since = dict[int, int]


class Held(NamedTuple):
    """Who has what since when, ordered by person."""

    person: Whole
    shared: Whole
    day: Whole


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of `data/networks/patterns.csv`. within_days: 0 for at any time."""

    name: str
    nl: str
    en: str
    shared: tuple[NodeKind, ...]
    persons: int
    suspects: int
    within_days: int
    meaning_nl: str
    meaning_en: str
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A pattern that is there. shared, members: nodes of the graph, in their order.

    first, last: the days since 1970 on which the first and the last of them was registered
    with all of it; NO_DAY where nobody knows.
    """

    pattern: Pattern
    shared: Shared
    members: tuple[int, ...]
    first: int
    last: int


def read_patterns(lines: Iterable[str]) -> list[Pattern]:
    """The patterns of a file. Raises ValueError for a kind of node that there is not."""
    head, *rows = csv_rows(lines)
    found = []
    for row in rows:
        said = dict(zip(head, row, strict=True))
        shared = tuple(NodeKind(kind) for kind in said.pop("shared").split("|"))
        persons, suspects = int(said.pop("persons")), int(said.pop("suspects"))
        within = int(said.pop("within_days"))
        found.append(
            Pattern(shared=shared, persons=persons, suspects=suspects, within_days=within, **said)
        )
    return found


def find(graph: Graph, patterns: Sequence[Pattern], suspects: Flags | None = None) -> list[Finding]:
    """Where patterns are, those that share most first; what a fuller one says is not said again.

    suspects: which nodes are persons registered as a suspect, shape (nodes,).
    """
    held = _held(graph)
    found: list[Finding] = []
    of_shared: dict[int, list[Finding]] = defaultdict(list)
    for pattern in sorted(patterns, key=lambda each: -len(each.shared)):
        for shared, since in _sharing(pattern, held, graph.nodes):
            finding = _finding(pattern, shared, since, suspects)
            if finding and not any(_says_as_much(each, finding) for each in of_shared[shared[0]]):
                found.append(finding)
                for one in shared:
                    of_shared[one].append(finding)
    return found


def _held(graph: Graph) -> dict[NodeKind, Held]:
    """By kind of place or thing, who has which and since when; of what few share only."""
    of_person = graph.kinds[graph.left] == PERSON
    is_pair = of_person ^ (graph.kinds[graph.right] == PERSON)
    person = np.where(of_person, graph.left, graph.right)
    shared = np.where(of_person, graph.right, graph.left)
    few = (graph.degrees >= FEWEST) & (graph.degrees <= MOST_MEMBERS)
    at = np.flatnonzero(is_pair & np.isin(graph.edge_kinds, SHARES) & few[shared])
    at = at[np.lexsort((shared[at], person[at]))]
    kinds = graph.kinds[shared[at]]
    held = {}
    for number, kind in enumerate(NODE_KINDS):
        of = at[kinds == number]
        held[kind] = Held(person[of], shared[of], graph.days[of])
    return held


def _sharing(
    pattern: Pattern, held: Mapping[NodeKind, Held], nodes: int
) -> Iterator[tuple[Shared, Since]]:
    """Each combination that enough persons share, with the day since when each has all of it."""
    first, *others = pattern.shared
    person, shared, day = held[first].person, held[first].shared[:, None], held[first].day
    for place, kind in enumerate(others, start=1):
        keep = _enough(shared, pattern.persons, nodes)
        more = held[kind]
        mine, theirs = _meeting(person[keep], more.person)
        mine = keep[mine]
        if pattern.shared[place - 1] == kind:
            is_other = shared[mine, -1] < more.shared[theirs]
            mine, theirs = mine[is_other], theirs[is_other]
        unknown = (day[mine] == NO_DAY) | (more.day[theirs] == NO_DAY)
        day = np.where(unknown, NO_DAY, np.maximum(day[mine], more.day[theirs]))
        person = person[mine]
        shared = np.column_stack([shared[mine], more.shared[theirs]])
    keep = _enough(shared, pattern.persons, nodes)
    order = keep[np.lexsort((person[keep], *shared[keep].T[::-1]))]
    rows = zip(map(tuple, shared[order].tolist()), person[order].tolist(), day[order].tolist(),
               strict=True)  # fmt: skip
    for combination, together in groupby(rows, key=itemgetter(0)):
        yield combination, {person: day for _, person, day in together}


def _enough(shared: Whole, persons: int, nodes: int) -> Whole:
    """The rows whose combination so many rows have; the numbers of these rows in order."""
    number = shared[:, 0].astype(np.int64)
    for column in shared.T[1:]:
        _, number = np.unique(number, return_inverse=True)
        number = number * nodes + column
    _, number, counts = np.unique(number, return_inverse=True, return_counts=True)
    return np.flatnonzero(counts[number] >= persons) if len(shared) else np.arange(0)


def _meeting(some: Whole, others: Whole) -> tuple[Whole, Whole]:
    """All pairs of places with the same person. others: in order."""
    begin = np.searchsorted(others, some, side="left")
    many = np.searchsorted(others, some, side="right") - begin
    before = np.cumsum(many) - many
    return (
        np.repeat(np.arange(len(some)), many),
        np.arange(many.sum()) + np.repeat(begin - before, many),
    )


def _finding(
    pattern: Pattern, shared: Shared, since: Since, suspects: Flags | None
) -> Finding | None:
    members = _within(since, pattern.within_days) if pattern.within_days else sorted(since)
    if len(members) < pattern.persons:
        return None
    if pattern.suspects:
        known = 0 if suspects is None else sum(bool(suspects[member]) for member in members)
        if not pattern.suspects <= known < len(members):
            return None
    days = [since[member] for member in members if since[member] != NO_DAY] or [NO_DAY]
    return Finding(pattern, shared, tuple(members), min(days), max(days))


def _within(since: Since, days: int) -> list[int]:
    """The most persons whose days lie within so many days; the earliest of equals."""
    dated = sorted((day, person) for person, day in since.items() if day != NO_DAY)
    best: list[tuple[int, int]] = []
    first = 0
    for last, (day, _person) in enumerate(dated):
        while day - dated[first][0] > days:
            first += 1
        if last + 1 - first > len(best):
            best = dated[first : last + 1]
    return sorted(person for _day, person in best)


def _says_as_much(fuller: Finding, other: Finding) -> bool:
    """Whether all that a finding says stands in one that shares more."""
    return set(other.shared) < set(fuller.shared) and set(other.members) <= set(fuller.members)
