"""Networks in one open purpose: made from what registrations say, when somebody looks.

Nothing of a network is stored. A person is an entity where links are seen, else a registration.
A way leads from a person to what their registrations name, and from there to whoever else names
it; every step is a question to an index, so that the size of the register does not matter.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.utils.translation import gettext

from samen.accounts.queries import organisation
from samen.core.networks.neighbourhood import MOST_AT_A_PLACE, MOST_NODES
from samen.core.networks.network import Edge, Network, Node
from samen.core.networks.vocabulary import EdgeKind, NodeKind
from samen.core.terms import LogAct, RegistrationKind
from samen.linkage import judging
from samen.linkage.placing import members_of
from samen.linkage.queries import pairs_among
from samen.linkage.queries_of_entities import entities_of
from samen.linkage.values import SUGGESTED
from samen.purposes.inside import Purpose
from samen.register.queries_of_networks import Mention, how_many, mentions, sharing

PERSONS = frozenset({RegistrationKind.VICTIM, RegistrationKind.SUSPECT})
JOINED_BY: Mapping[NodeKind, EdgeKind] = {
    NodeKind.ADDRESS: EdgeKind.SAME_ADDRESS,
    NodeKind.ORGANISATION: EdgeKind.SAME_EMPLOYER,
    NodeKind.PHONE: EdgeKind.SAME_PHONE,
    NodeKind.VEHICLE: EdgeKind.SAME_VEHICLE,
    NodeKind.DOCUMENT: EdgeKind.SAME_DOCUMENT,
    NodeKind.BANK_ACCOUNT: EdgeKind.SAME_ACCOUNT,
    NodeKind.INCIDENT: EdgeKind.NAMED_IN_INCIDENT,
}
SEEN_EDGES = frozenset({*JOINED_BY.values(), EdgeKind.SAME_PERSON})

type At = tuple[NodeKind, UUID]
"""A node by a registration: of whom it is (PERSON), or the place or thing that it names."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A network as a purpose shows it.

    at: where the page of each node is. ends: the nodes asked for. registrations: of which
    something is shown.
    """

    network: Network
    at: Mapping[str, At]
    ends: tuple[str, ...]
    registrations: tuple[UUID, ...]


def around(
    purpose: Purpose, starts: Sequence[At], *, hops: int = 2,
    kinds: Collection[EdgeKind] = SEEN_EDGES, most: int = MOST_NODES,
) -> Seen | None:  # fmt: skip
    """What lies within so many steps of one node, or of two; None for one that is not shown.

    kinds: along which edges to walk. A place that many name is shown with its count, and no
    way leads on from it, unless it is where the walk starts.
    """
    walk = Walk(purpose, kinds)
    walk.load(mentions(purpose, [number for _, number in starts]))
    ends = [walk.found(*start) for start in starts]
    if None in ends:
        return None
    here = tuple(dict.fromkeys(str(end) for end in ends))
    shown, left_out = list(here), 0
    layer: Sequence[str] = here
    for hop in range(hops):
        reached = walk.onward(layer, shown, is_start=hop == 0)
        layer = reached[: most - len(shown)]
        left_out += len(reached) - len(layer)
        shown += layer
    nodes = tuple(walk.node(each) for each in shown)
    edges = (*walk.edges(shown), *_perhaps(walk, shown, kinds))
    network = Network(nodes, edges, here[0], left_out)
    registrations = tuple(walk.registrations(shown))
    purpose.note(LogAct.READ, registrations, ["network"])
    return Seen(network, {each: walk.at(each) for each in shown}, here, registrations)


class Walk:
    """What was read of the register so far on the way through one network."""

    def __init__(self, purpose: Purpose, kinds: Collection[EdgeKind]) -> None:
        self.purpose = purpose
        self.of = [of for of, kind in JOINED_BY.items() if kind in kinds]
        self.said: dict[UUID, Mention] = {}
        self.entity: dict[UUID, UUID] = {}
        self.own: dict[str, list[UUID]] = {}
        self.things: dict[str, tuple[NodeKind, str]] = {}
        self.named: dict[str, UUID] = {}
        self.labels: dict[str, Counter[str]] = {}
        self.counts: dict[str, int] = {}

    def load(self, found: Iterable[Mention]) -> None:
        """Take in registrations, and all others of the same persons."""
        fresh = {each.number: each for each in found if each.number not in self.said}
        persons = [number for number, each in fresh.items() if each.kind in PERSONS]
        entities = set(entities_of(self.purpose, persons).values())
        members = members_of(self.purpose, entities)
        self.entity |= {number: entity for entity, some in members.items() for number in some}
        others = {number for some in members.values() for number in some}
        others -= self.said.keys() | fresh.keys()
        for each in (*fresh.values(), *(mentions(self.purpose, others) if others else ())):
            self._add(each)

    def _add(self, each: Mention) -> None:
        self.said[each.number] = each
        self.own.setdefault(self.owner(each), []).append(each.number)
        for kind, (key, label) in each.places.items():
            thing = self.thing(kind, key)
            self.labels.setdefault(thing, Counter())[label] += 1
            self.things[thing] = (kind, key)
            self.named[thing] = min(each.number, self.named.get(thing, each.number))

    def owner(self, each: Mention) -> str:
        """The node that a registration is of: an entity, a thing, or the registration itself."""
        if each.kind in PERSONS:
            return str(self.entity.get(each.number, each.number))
        kind = NodeKind(each.kind)
        return self.thing(kind, each.places[kind][0]) if kind in each.places else str(each.number)

    def thing(self, kind: NodeKind, key: str) -> str:
        """The id of a place or thing: the same in every network of the processing."""
        return str(uuid5(self.purpose.membership.processing_id, f"{kind} {key}"))

    def found(self, kind: NodeKind, number: UUID) -> str | None:
        """The node at an address; None where it is not shown."""
        said = self.said.get(number)
        if said is None:
            return None
        if kind == NodeKind.PERSON:
            return self.owner(said)
        return self.thing(kind, said.places[kind][0]) if kind in said.places else None

    def onward(self, layer: Sequence[str], shown: Collection[str], *, is_start: bool) -> list[str]:
        """The nodes one step on, those first that few share."""
        for kind in self.of:
            keys = {self.things[each][1]: each for each in layer
                    if each in self.things and self.things[each][0] == kind}  # fmt: skip
            if keys:
                self._ask(kind, keys, is_start=is_start)
        beside = self._beside()
        steps = [(len(beside[each]), each) for each in layer
                 if is_start or each not in self.counts]  # fmt: skip
        reached = [other for _, each in sorted(steps) for other in sorted(beside[each])]
        return [each for each in dict.fromkeys(reached) if each not in set(shown)]

    def _ask(self, kind: NodeKind, keys: Mapping[str, str], *, is_start: bool) -> None:
        most = MOST_AT_A_PLACE
        answers = sharing(self.purpose, kind, keys, most + 1, in_order=is_start)
        many = [key for key, found in answers.items() if len(found) > most]
        if many:
            counted = how_many(self.purpose, kind, many)
            self.counts |= {keys[key]: counted[key] for key in many}
        self.load(
            each for key, found in answers.items() if is_start or key not in many
            for each in found[:most]
        )  # fmt: skip

    def _beside(self) -> dict[str, set[str]]:
        beside: dict[str, set[str]] = {each: set() for each in {*self.own, *self.things}}
        for one, other, _kind, _said in self._joined():
            beside[one].add(other)
            beside[other].add(one)
        return beside

    def _joined(self) -> Iterable[tuple[str, str, NodeKind, Mention]]:
        for owner, numbers in self.own.items():
            for said in (self.said[number] for number in sorted(numbers)):
                for kind in self.of:
                    if kind in said.places:
                        other = self.thing(kind, said.places[kind][0])
                        if other != owner:
                            yield owner, other, kind, said

    def edges(self, shown: Collection[str]) -> list[Edge]:
        """The edges among some nodes, each with the organisations that say so."""
        here = set(shown)
        sources: dict[tuple[str, str, NodeKind], set[int]] = {}
        for one, other, kind, said in self._joined():
            if one in here and other in here:
                sources.setdefault((one, other, kind), set()).add(said.organisation)
        names = {number: str(organisation(number)) for number in set().union(*sources.values())}
        return [
            Edge(one, other, JOINED_BY[kind], kind != NodeKind.INCIDENT,
                 ", ".join(sorted(names[number] for number in numbers)))
            for (one, other, kind), numbers in sources.items()
        ]  # fmt: skip

    def node(self, each: str) -> Node:
        """A node with its name."""
        if each in self.things:
            often = self.labels[each]
            label = min(often, key=lambda one: (-often[one], one))
            return Node(each, self.things[each][0], label, self.counts.get(each, 0))
        said = self.said[min(self.own[each])]
        kind = NodeKind.PERSON if said.kind in PERSONS else NodeKind(said.kind)
        return Node(each, kind, said.name or gettext("no name"))

    def at(self, each: str) -> At:
        """Where the page of a node is."""
        if each in self.things:
            return self.things[each][0], self.named[each]
        return NodeKind.PERSON, min(self.own[each])

    def registrations(self, shown: Iterable[str]) -> list[UUID]:
        """The registrations of which something is shown."""
        of_nodes = {number for each in shown for number in self.own.get(each, ())}
        return sorted(of_nodes | {self.named[each] for each in shown if each in self.named})


def _perhaps(walk: Walk, shown: Sequence[str], kinds: Collection[EdgeKind]) -> list[Edge]:
    """Links between two of the persons that are proposed and that nobody decided on."""
    if EdgeKind.SAME_PERSON not in kinds:
        return []
    of = {number: each for each in shown for number in walk.own.get(each, ())
          if walk.said[number].kind in PERSONS}  # fmt: skip
    different = judging.holding(walk.purpose, judging.among(walk.purpose, of)).different
    proposed = {
        tuple(sorted((of[pair.left_id], of[pair.right_id])))
        for pair in pairs_among(walk.purpose, of)
        if pair.chance >= SUGGESTED and (pair.left_id, pair.right_id) not in different
    }
    return [Edge(one, other, EdgeKind.SAME_PERSON, source=gettext("linkage"))
            for one, other in sorted(proposed) if one != other]  # fmt: skip
