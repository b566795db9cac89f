"""A network as arrays: typed nodes, typed edges, and for each node its edges at hand.

A node is a number from 0. Edges have no direction. Who or what a node is stands elsewhere:
a graph of a million nodes holds no names.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from samen.core.errors import BadInput
from samen.core.networks.vocabulary import EdgeKind, NodeKind

type Whole = np.ndarray[Any, np.dtype[np.integer[Any]]]
type Flags = np.ndarray[Any, np.dtype[np.bool_]]
type Shares = np.ndarray[Any, np.dtype[np.float64]]

NODE_KINDS, EDGE_KINDS = tuple(NodeKind), tuple(EdgeKind)
PERSON = NODE_KINDS.index(NodeKind.PERSON)
NO_DAY = np.iinfo(np.int32).min


@dataclass(frozen=True, eq=False, slots=True)
class Graph:
    """kinds: of each node, a place in NODE_KINDS. left, right, edge_kinds, days: of each edge.

    days: since 1970, NO_DAY where nobody knows. The neighbours of node n are
    `ends[starts[n]:starts[n + 1]]`, each by the edge at the same place in `by_edge`.
    """

    kinds: Whole
    left: Whole
    right: Whole
    edge_kinds: Whole
    days: Whole
    starts: Whole
    ends: Whole
    by_edge: Whole

    @property
    def nodes(self) -> int:
        return len(self.kinds)

    @property
    def edges(self) -> int:
        return len(self.left)

    @property
    def degrees(self) -> Whole:
        """How many edges each node has."""
        return np.diff(self.starts)


def graph_of(
    kinds: Whole, left: Whole, right: Whole, edge_kinds: Whole, days: Whole | None = None
) -> Graph:
    """The graph of some edges; an edge from a node to itself, or one said twice, stands once less.

    kinds: shape (nodes,), places in NODE_KINDS. left, right, edge_kinds, days: shape (edges,).
    Of an edge said twice the first day stands. Raises BadInput for an edge without a node.
    """
    nodes = len(kinds)
    days = np.full(len(left), NO_DAY, np.int32) if days is None else days
    _checked(nodes, left, right, edge_kinds, days)
    low, high = np.minimum(left, right), np.maximum(left, right)
    one, days = _each_once(nodes, low, high, edge_kinds, days)
    low, high = low[one].astype(np.int32), high[one].astype(np.int32)
    number = np.arange(len(low), dtype=np.int32)
    both = sparse.coo_array(
        (np.concatenate([number, number]), (np.concatenate([low, high]),
                                            np.concatenate([high, low]))),
        shape=(nodes, nodes),
    )  # fmt: skip
    both.has_canonical_format = True  # else edges of two kinds between two nodes become one
    rows = both.tocsr()
    return Graph(
        kinds.astype(np.int8), low, high, edge_kinds[one].astype(np.int8),
        days.astype(np.int32), rows.indptr, rows.indices, rows.data,
    )  # fmt: skip


def _checked(nodes: int, left: Whole, right: Whole, edge_kinds: Whole, days: Whole) -> None:
    if not len(left) == len(right) == len(edge_kinds) == len(days):
        raise BadInput("The edges have {left} beginnings and {right} ends.",
                       "Every edge has two nodes, a kind and a day.", "Give as many of each.",
                       left=len(left), right=len(right))  # fmt: skip
    if len(left) and not 0 <= min(left.min(), right.min()) <= max(left.max(), right.max()) < nodes:
        raise BadInput("An edge names a node that is not there.", "There are {nodes} nodes.",
                       "Number them from 0.", nodes=nodes)  # fmt: skip


def _each_once(
    nodes: int, low: Whole, high: Whole, kinds: Whole, days: Whole
) -> tuple[Whole, Whole]:
    """The edges that stand, each pair of nodes once for each kind, and their first known days."""
    key = (low.astype(np.int64) * nodes + high) * len(EDGE_KINDS) + kinds
    order = np.argsort(key)
    is_first = np.ones(len(order), dtype=bool)
    is_first[1:] = np.diff(key[order]) != 0
    chosen = order[is_first]
    if len(chosen) < len(order):
        known = np.where(days == NO_DAY, np.iinfo(np.int32).max, days)[order]
        first = np.minimum.reduceat(known, np.flatnonzero(is_first))
        days = np.where(first == np.iinfo(np.int32).max, NO_DAY, first)
    else:
        days = days[chosen]
    stands = low[chosen] != high[chosen]
    return chosen[stands], days[stands]


def components(graph: Graph) -> Whole:
    """The number of each node's component; two nodes share one when a way leads from one to
    the other. Shape (nodes,)."""
    rows = sparse.csr_array((np.ones(len(graph.ends), np.int8), graph.ends, graph.starts),
                            shape=(graph.nodes, graph.nodes))  # fmt: skip
    _count, labels = csgraph.connected_components(rows, directed=False)
    return np.asarray(labels)


def neighbours(graph: Graph, of: Whole) -> tuple[Whole, Whole, Whole]:
    """All neighbours of some nodes: whose they are, who they are, and by which edge."""
    counts = graph.starts[of + 1] - graph.starts[of]
    before = np.cumsum(counts) - counts
    at = np.arange(counts.sum()) - np.repeat(before - graph.starts[of], counts)
    return np.repeat(of, counts), graph.ends[at], graph.by_edge[at]
