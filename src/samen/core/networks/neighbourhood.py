"""What stands near one node, as much of it as a person can look at, and what was left out."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from samen.core.networks.graph import PERSON, Flags, Graph, Whole, neighbours

MOST_AT_A_PLACE = 60
"""Neighbours above which a node is a hub: it is drawn with its count, and no way leads on."""
MOST_NODES = 500


@dataclass(frozen=True, eq=False, slots=True)
class Neighbourhood:
    """nodes: numbers in the graph, nearest first. hops: how far each is. edges: between them.

    places: each hub that is shown, with how many neighbours it has. left_out: how many nodes
    were found within so many hops and are not shown.
    """

    nodes: Whole
    hops: Whole
    edges: Whole
    places: Mapping[int, int]
    left_out: int


def hubs(graph: Graph, nodes: Whole, most: int = MOST_AT_A_PLACE) -> Flags:
    """Which of some nodes so many share that sharing them says little."""
    return np.asarray(graph.starts[nodes + 1] - graph.starts[nodes] > most)


def neighbourhood(
    graph: Graph, start: int, *, hops: int = 2, most: int = MOST_NODES,
    most_at_a_place: int = MOST_AT_A_PLACE,
) -> Neighbourhood:  # fmt: skip
    """All within so many hops of a node; what few share comes before what many share.

    A hub is not walked through. The start shows as many neighbours as are no hub.
    """
    seen = np.zeros(graph.nodes, dtype=bool)
    seen[start] = True
    layers, left_out, room = [np.array([start])], 0, most - 1
    for hop in range(hops):
        here = layers[-1]
        is_hub = hubs(graph, here, most_at_a_place)
        found = _next(graph, here[~is_hub] if hop else here, seen)
        seen[found] = True
        fits = min(len(found), room if hop else min(room, most_at_a_place))
        layers.append(found[:fits])
        left_out += len(found) - fits
        room -= fits
    nodes = np.concatenate(layers)
    far = np.repeat(np.arange(len(layers)), [len(layer) for layer in layers])
    places = nodes[hubs(graph, nodes, most_at_a_place)]
    counts = (graph.starts[places + 1] - graph.starts[places]).tolist()
    return Neighbourhood(
        nodes, far, edges_among(graph, nodes, most_at_a_place),
        dict(zip(places.tolist(), counts, strict=True)), left_out,
    )  # fmt: skip


def _next(graph: Graph, here: Whole, seen: Flags) -> Whole:
    """Nodes one hop on that were not seen: through the rarest place first, of those the places
    that few share and the persons who share most."""
    through, found, _edges = neighbours(graph, here)
    is_new = ~seen[found]
    through, found = through[is_new], found[is_new]
    shared = graph.starts[through + 1] - graph.starts[through]
    many = graph.starts[found + 1] - graph.starts[found]
    many = np.where(graph.kinds[found] == PERSON, -many, many)
    ordered = found[np.lexsort((found, many, shared))]
    _, first = np.unique(ordered, return_index=True)
    return ordered[np.sort(first)]


def edges_among(graph: Graph, nodes: Whole, most_at_a_place: int = MOST_AT_A_PLACE) -> Whole:
    """The edges that have both ends among some nodes; those of hubs are found from afar."""
    inside = np.zeros(graph.nodes, dtype=bool)
    inside[nodes] = True
    _, ends, edges = neighbours(graph, nodes[~hubs(graph, nodes, most_at_a_place)])
    return np.unique(edges[inside[ends]])
