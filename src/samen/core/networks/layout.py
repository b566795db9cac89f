"""Where the nodes of a drawing stand: the same network always in the same places.

Each component is drawn so that distances on paper are like those along edges (stress
majorisation), the components stand side by side, and what stands on each other is moved
apart. There is no chance in it, and no library that sums in an order of its own.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from samen.core.errors import TooBig
from samen.core.networks.graph import Graph, Whole, components

MOST_DRAWN = 500
LENGTH, APART, MARGIN = 92.0, 40.0, 70.0
"""Pixels: of an edge, between two nodes at least, and around the drawing."""
ROUNDS, PUSHES = 60, 24
_GOLDEN = np.pi * (3 - np.sqrt(5))

type Places = np.ndarray[Any, np.dtype[np.floating[Any]]]


@dataclass(frozen=True, eq=False, slots=True)
class Layout:
    """places: shape (nodes, 2), in pixels from the left upper corner."""

    places: Places
    width: int
    height: int


def layout(graph: Graph, centre: int = 0) -> Layout:
    """The places of at most 500 nodes. Raises TooBig for more."""
    if graph.nodes > MOST_DRAWN:
        raise TooBig("This network has {n} nodes.", "A drawing has {most} at most.",
                     "Take fewer steps, or fewer kinds of edges.", n=graph.nodes,
                     most=MOST_DRAWN)  # fmt: skip
    if not graph.nodes:
        return Layout(np.zeros((0, 2)), int(2 * MARGIN), int(2 * MARGIN))
    labels = components(graph)
    drawn: list[tuple[Whole, Places]] = []
    for label in dict.fromkeys([labels[centre], *labels.tolist()]):
        nodes = np.flatnonzero(labels == label)
        first = centre if label == labels[centre] else nodes[np.argmax(graph.degrees[nodes])]
        drawn.append((nodes, _component(graph, nodes, int(np.searchsorted(nodes, first)))))
    return _side_by_side(graph.nodes, drawn)


def _component(graph: Graph, nodes: Whole, first: int) -> Places:
    """The places of one component around its first node."""
    far = _distances(graph, nodes)
    order = np.argsort(np.argsort(far[first], kind="stable"), kind="stable")
    turn = order * _GOLDEN
    places = np.column_stack([np.cos(turn), np.sin(turn)]) * (far[first] + 0.01 * order)[:, None]
    if len(nodes) > 2:
        places = _stress(places, far)
    return _apart(places * LENGTH)


def _distances(graph: Graph, nodes: Whole) -> Places:
    """Along edges, in edges; those of a node that many share are longer, so that all fit around."""
    at = np.full(graph.nodes, -1)
    at[nodes] = np.arange(len(nodes))
    edges = np.flatnonzero(at[graph.left] >= 0)
    left, right = at[graph.left[edges]], at[graph.right[edges]]
    degrees = graph.degrees[nodes]
    length = 1 + np.sqrt(np.maximum(np.maximum(degrees[left], degrees[right]) - 6, 0)) / 5
    rows = sparse.coo_array((length, (left, right)), shape=(len(nodes), len(nodes)))
    rows.has_canonical_format = True  # else the lengths of two edges between two nodes add up
    return np.asarray(csgraph.dijkstra(rows.tocsr(), directed=False))


def _stress(places: Places, far: Places) -> Places:
    """Stress majorisation by Jacobi steps of half a length. Source: Gansner, Koren and North
    (2004), Graph drawing by stress majorization."""
    with np.errstate(divide="ignore"):
        weight = np.where(far > 0, far**-2.0, 0.0).astype(np.float32)
    total, wanted = weight.sum(axis=1), weight * far.astype(np.float32)
    x, y = places.T.astype(np.float32)
    for _ in range(ROUNDS):
        pull = wanted / np.maximum(_gaps(x, y), np.float32(1e-6))
        out = pull.sum(axis=1)
        x = (x + (_summed(weight, x) + out * x - _summed(pull, x)) / total) / 2
        y = (y + (_summed(weight, y) + out * y - _summed(pull, y)) / total) / 2
    return np.column_stack([x, y]).astype(np.float64)


def _summed(weights: Places, values: Places) -> Places:
    """A product of a matrix and a vector whose sums go one way on every machine."""
    return np.asarray(np.einsum("ij,j->i", weights, values))


def _gaps(x: Places, y: Places) -> Places:
    """How far each stands from each."""
    dx, dy = x[:, None] - x, y[:, None] - y
    dx *= dx
    dy *= dy
    dx += dy
    return np.sqrt(dx, out=dx)


def _apart(places: Places) -> Places:
    """The places, moved until no two nodes stand on each other."""
    x, y = places.T.copy()
    turn = np.arange(len(x)) * _GOLDEN
    for _ in range(PUSHES):
        gap = _gaps(x, y)
        one, other = np.nonzero(gap < APART)
        one, other = one[one != other], other[one != other]
        if not len(one):
            break
        gap = gap[one, other]
        on = gap < 1e-6
        dx = np.where(on, np.cos(turn[one]), x[one] - x[other])
        dy = np.where(on, np.sin(turn[one]), y[one] - y[other])
        push = 0.35 * (APART - gap) / np.maximum(gap, 1.0)
        x = x + np.bincount(one, push * dx, len(x))
        y = y + np.bincount(one, push * dy, len(y))
    return np.column_stack([x, y])


def _side_by_side(nodes: int, drawn: list[tuple[Whole, Places]]) -> Layout:
    """Components in rows, the first one first, in a shape that a screen has."""
    boxes = [places.max(axis=0) - places.min(axis=0) + 2 * MARGIN for _, places in drawn]
    widest = max(*(box[0] for box in boxes), 1.4 * np.sqrt(sum(box.prod() for box in boxes)))
    found = np.zeros((nodes, 2))
    left = top = row = right = 0.0
    for (numbers, places), box in zip(drawn, boxes, strict=True):
        if left and left + box[0] > widest:
            left, top, row = 0.0, top + row, 0.0
        found[numbers] = places - places.min(axis=0) + MARGIN + (left, top)
        left, row = left + box[0], max(row, box[1])
        right = max(right, left)
    return Layout(np.round(found, 1), int(np.ceil(right)), int(np.ceil(top + row)))
