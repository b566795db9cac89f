"""Small invented networks, and slow twins of what core/networks does fast."""

from collections import deque
from collections.abc import Iterable, Sequence

import numpy as np

from samen.core.networks.graph import EDGE_KINDS, NODE_KINDS, Graph, graph_of
from samen.core.networks.network import Edge, Network, Node
from samen.core.networks.vocabulary import EdgeKind, NodeKind

P, A, FIRM, T = NodeKind.PERSON, NodeKind.ADDRESS, NodeKind.ORGANISATION, NodeKind.PHONE
JOINED_BY = {
    A: EdgeKind.SAME_ADDRESS,
    FIRM: EdgeKind.SAME_EMPLOYER,
    T: EdgeKind.SAME_PHONE,
    NodeKind.VEHICLE: EdgeKind.SAME_VEHICLE,
    NodeKind.DOCUMENT: EdgeKind.SAME_DOCUMENT,
    NodeKind.BANK_ACCOUNT: EdgeKind.SAME_ACCOUNT,
    NodeKind.INCIDENT: EdgeKind.NAMED_IN_INCIDENT,
}


def graph(kinds: Sequence[NodeKind], edges: Iterable[tuple[int, int]],
          days: Sequence[int] | None = None) -> Graph:  # fmt: skip
    """A graph of pairs; the kind of an edge follows from what it leads to."""
    pairs = list(edges)
    of = [JOINED_BY.get(kinds[two], JOINED_BY.get(kinds[one], EdgeKind.DECLARED))
          for one, two in pairs]  # fmt: skip
    return graph_of(
        np.array([NODE_KINDS.index(kind) for kind in kinds], dtype=np.int8),
        np.array([one for one, _ in pairs], dtype=np.int32),
        np.array([two for _, two in pairs], dtype=np.int32),
        np.array([EDGE_KINDS.index(kind) for kind in of], dtype=np.int8),
        None if days is None else np.array(days, dtype=np.int32),
    )


def chance_graph(seed: int, nodes: int, edges: int) -> Graph:
    """A graph by chance, persons and addresses in turn, self loops and doubles in it."""
    chance = np.random.default_rng(seed)
    pairs = chance.integers(0, nodes, (edges, 2)).tolist()
    return graph([(P, A)[number % 2] for number in range(nodes)], [(a, b) for a, b in pairs])


def beside(of: Graph) -> list[set[int]]:
    """The neighbours of each node, one by one."""
    found: list[set[int]] = [set() for _ in range(of.nodes)]
    for one, other in zip(of.left.tolist(), of.right.tolist(), strict=True):
        found[one].add(other)
        found[other].add(one)
    return found


def hops(of: Graph, start: int) -> dict[int, int]:
    """How far each node is that can be reached, by walking."""
    near, far, waiting = beside(of), {start: 0}, deque([start])
    while waiting:
        node = waiting.popleft()
        for other in near[node] - far.keys():
            far[other] = far[node] + 1
            waiting.append(other)
    return far


def star(persons: int, labels: Sequence[str] = ()) -> Network:
    """So many persons at one address, which is the centre."""
    names = [*labels, *(f"Persoon {number}" for number in range(len(labels), persons))]
    nodes = [Node("a", A, "Dorpsstraat 1"), *(Node(f"p{n}", P, names[n]) for n in range(persons))]
    edges = [Edge(f"p{n}", "a", EdgeKind.SAME_ADDRESS) for n in range(persons)]
    return Network(tuple(nodes), tuple(edges), "a")
