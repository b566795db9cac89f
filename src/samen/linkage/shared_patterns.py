"""The patterns of shared places and things in one open purpose, found when somebody looks."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

import numpy as np
from django.conf import settings
from django.utils.translation import gettext

from samen.core.networks.graph import EDGE_KINDS, NODE_KINDS, Flags, Graph, graph_of
from samen.core.networks.patterns import Finding, Pattern, find, read_patterns
from samen.core.networks.vocabulary import NodeKind
from samen.core.networks.words import finding_in_words
from samen.core.terms import LogAct, RegistrationKind
from samen.linkage.networks import JOINED_BY, PERSONS, At
from samen.linkage.placing import open_placements
from samen.purposes.inside import Purpose
from samen.register.queries_of_networks import Mention, every_mention

EPOCH = date(1970, 1, 1)
MOST_TOLD = 50
"""Findings of one pattern that a page tells; the others are counted."""


@dataclass(frozen=True, slots=True)
class Named:
    """A node of a finding: its kind and name, and where its page is."""

    kind: NodeKind
    label: str
    at: At


@dataclass(frozen=True, slots=True)
class Told:
    """One finding in words."""

    sentence: str
    shared: list[Named]
    members: list[Named]


@dataclass(frozen=True, slots=True)
class Kind:
    """One pattern with what was found of it; left_out: findings that are not told here."""

    pattern: Pattern
    found: list[Told]
    left_out: int


@dataclass(frozen=True, slots=True)
class Patterns:
    """What was found. unlinked: registrations of persons that stand in no entity, as far as
    the purpose shows: one person may be several of them."""

    kinds: list[Kind]
    unlinked: int


@cache
def known_patterns() -> tuple[Pattern, ...]:
    """The patterns of `data/networks`, in the order of the file."""
    file = Path(settings.ROOT) / "data" / "networks" / "patterns.csv"
    return tuple(read_patterns(file.read_text("utf-8").splitlines()))


def patterns_found(purpose: Purpose, *, dutch: bool) -> Patterns:
    """Every pattern with its findings among all registrations that the purpose shows."""
    stands = dict(open_placements(purpose).values_list("registration", "entity"))
    nodes = Nodes(stands, every_mention(purpose))
    found = find(nodes.graph(), known_patterns(), nodes.suspects())
    kinds = []
    for pattern in known_patterns():
        these = [each for each in found if each.pattern == pattern]
        told = [nodes.told(each, dutch) for each in these[:MOST_TOLD]]
        kinds.append(Kind(pattern, told, max(0, len(these) - MOST_TOLD)))
    shown = {named.at[1] for kind in kinds for one in kind.found
             for named in (*one.shared, *one.members)}  # fmt: skip
    purpose.note(LogAct.READ, sorted(shown), ["patterns"])
    return Patterns(kinds, nodes.unlinked)


class Nodes:
    """All persons, places and things of a purpose, numbered, and who names what since when."""

    def __init__(self, stands: dict[UUID, UUID], said: Iterable[Mention]) -> None:
        self._numbers: dict[tuple[str, object], int] = {}
        self._named: list[Named] = []
        self._labels: list[Counter[str]] = []
        self._edges: list[tuple[int, int, int, int]] = []
        self._suspects: set[int] = set()
        self.unlinked = 0
        for each in said:
            if each.kind in PERSONS:
                self.unlinked += each.number not in stands
                self._add(each, stands.get(each.number, each.number))

    def _add(self, each: Mention, person: UUID) -> None:
        name = Named(NodeKind.PERSON, each.name or gettext("no name"),
                     (NodeKind.PERSON, each.number))  # fmt: skip
        one = self._number(("person", person), name)
        if each.kind == RegistrationKind.SUSPECT:
            self._suspects.add(one)
        for kind, (key, label) in each.places.items():
            other = self._number((kind, key), Named(kind, label, (kind, each.number)))
            joined = EDGE_KINDS.index(JOINED_BY[kind])
            self._edges.append((one, other, joined, (each.day - EPOCH).days))

    def _number(self, key: tuple[str, object], named: Named) -> int:
        number = self._numbers.setdefault(key, len(self._named))
        if number == len(self._named):
            self._named.append(named)
            self._labels.append(Counter())
        self._labels[number][named.label] += 1
        return number

    def named(self, number: int) -> Named:
        """A node under the name that it has most often."""
        often = self._labels[number]
        return replace(self._named[number], label=min(often, key=lambda one: (-often[one], one)))

    def graph(self) -> Graph:
        """All of it as arrays."""
        columns = np.array(self._edges, dtype=np.int64).reshape(-1, 4).T
        kinds = np.array([NODE_KINDS.index(each.kind) for each in self._named], dtype=np.int8)
        return graph_of(kinds, *columns)

    def suspects(self) -> Flags:
        """Which nodes are persons registered as a suspect."""
        return np.isin(np.arange(len(self._named)), list(self._suspects))

    def told(self, finding: Finding, dutch: bool) -> Told:
        """A finding with the names of its nodes."""
        shared = [self.named(node) for node in finding.shared]
        labels = {node: each.label for node, each in zip(finding.shared, shared, strict=True)}
        sentence = finding_in_words(finding, labels, dutch)
        return Told(sentence, shared, [self.named(node) for node in finding.members])
