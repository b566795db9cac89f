"""A network small enough to look at: nodes with their names, and why they are joined."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from samen.core.errors import BadInput
from samen.core.networks.graph import EDGE_KINDS, NODE_KINDS, Graph, graph_of
from samen.core.networks.vocabulary import EdgeKind, NodeKind
from samen.core.unseen import unseen_signs

MOST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Node:
    """id: stays in every export. count: of a hub, how many share it; else 0.

    since: what a page tells beside the name, such as in how many registrations somebody is.
    """

    id: str
    kind: NodeKind
    label: str
    count: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """left, right: ids of nodes. source: who said so. is_derived: nobody said it, values agree."""

    left: str
    right: str
    kind: EdgeKind
    is_derived: bool = True
    source: str = ""


@dataclass(frozen=True)
class Network:
    """centre: the id of the node that was asked for. left_out: nodes that are near and not here."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    centre: str = ""
    left_out: int = 0

    def __post_init__(self) -> None:
        """Raises BadInput for an id that stands twice or an edge that leads nowhere."""
        ends = {end for edge in self.edges for end in (edge.left, edge.right)}
        if len(self.places) != len(self.nodes) or not ends <= set(self.places):
            raise BadInput("The edges and nodes of this network do not fit.",
                           "Each node has its own id, and each edge joins two of them.",
                           "Give every node once.")  # fmt: skip

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The number of each node, by its id."""
        return {node.id: number for number, node in enumerate(self.nodes)}

    @cached_property
    def graph(self) -> Graph:
        """The same as arrays; a node has the number of its place."""
        return graph_of(
            np.array([NODE_KINDS.index(node.kind) for node in self.nodes], dtype=np.int8),
            np.array([self.places[edge.left] for edge in self.edges], dtype=np.int32),
            np.array([self.places[edge.right] for edge in self.edges], dtype=np.int32),
            np.array([EDGE_KINDS.index(edge.kind) for edge in self.edges], dtype=np.int8),
        )

    def counts(self) -> Mapping[NodeKind, int]:
        """How many nodes of each kind, in the order of the kinds."""
        counted = Counter(node.kind for node in self.nodes)
        return {kind: counted[kind] for kind in NodeKind if counted[kind]}

    def only(self, kinds: Collection[EdgeKind]) -> "Network":
        """The edges of some kinds and the nodes that they join, the centre always."""
        edges = tuple(edge for edge in self.edges if edge.kind in kinds)
        joined = {end for edge in edges for end in (edge.left, edge.right)} | {self.centre}
        nodes = tuple(node for node in self.nodes if node.id in joined)
        return replace(self, nodes=nodes, edges=edges)


def seen(text: str, most: int = MOST_LABEL) -> str:
    """A text as it can be drawn: on one line, without signs that nobody sees, not too long."""
    unseen = {chr(int(sign[2:], 16)) for sign in unseen_signs(text)}
    shown = "".join(" " if sign.isspace() else sign for sign in text
                    if sign not in unseen or sign.isspace())  # fmt: skip
    shown = " ".join(shown.split())
    return shown if len(shown) <= most else f"{shown[: most - 1].rstrip()}…"
