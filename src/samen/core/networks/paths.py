"""The way between two nodes, and the edges on which a whole hangs."""

import heapq
from collections.abc import Iterator, Sequence
from math import log2

import numpy as np

from samen.core.networks.graph import Graph
from samen.core.networks.neighbourhood import MOST_AT_A_PLACE

MOST_VISITED = 20_000


def shortest_path(
    graph: Graph, start: int, end: int, most_visited: int = MOST_VISITED
) -> list[int] | None:
    """The nodes of the way that says most, both ends in it; None where there is no way.

    A place costs more the more share it: a way through a phone of three is shorter than one
    through a reception centre of ten thousand. Through a hub a way leads to the end only, as
    everybody is near everybody there. Looks at so many nodes at most.
    """
    cost, came = {start: 0.0}, {start: start}
    waiting, done = [(0.0, start)], 0
    while waiting and done < most_visited:
        so_far, node = heapq.heappop(waiting)
        if node == end:
            return _back(came, start, end)
        if so_far > cost[node]:
            continue
        done += 1
        onward = so_far + 1 + (_weight_down(graph, node) if node != start else 0)
        for beside in _onward(graph, node, start, end):
            if onward < cost.get(beside, np.inf):
                cost[beside], came[beside] = onward, node
                heapq.heappush(waiting, (onward, beside))
    return None


def _onward(graph: Graph, node: int, start: int, end: int) -> list[int]:
    """The neighbours to which a way may lead from a node."""
    beside = graph.ends[graph.starts[node] : graph.starts[node + 1]]
    if len(beside) <= MOST_AT_A_PLACE or node == start:
        return list(beside.tolist())
    return [end] if end in beside else []


def _weight_down(graph: Graph, node: int) -> float:
    """What passing through a node costs on top: nothing for two that share it."""
    return log2(max(int(graph.starts[node + 1] - graph.starts[node]), 2)) - 1


def _back(came: dict[int, int], start: int, end: int) -> list[int]:
    way = [end]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]


def bridges(nodes: int, left: Sequence[int], right: Sequence[int]) -> list[int]:
    """The edges without which a whole falls apart, as places in the lists; of a cluster, the
    links that one wrong decision hangs on.

    A pair that is said twice is no bridge. Source: Tarjan (1974), A note on finding the
    bridges of a graph.
    """
    beside: list[list[tuple[int, int]]] = [[] for _ in range(nodes)]
    for edge, (one, other) in enumerate(zip(left, right, strict=True)):
        if one != other:
            beside[one].append((other, edge))
            beside[other].append((one, edge))
    order, low = [-1] * nodes, [0] * nodes
    return sorted(edge for root in range(nodes) if order[root] < 0
                  for edge in _walk(root, beside, order, low))  # fmt: skip


def _walk(
    root: int, beside: list[list[tuple[int, int]]], order: list[int], low: list[int]
) -> Iterator[int]:
    """Goes down from a root and back up, without recursion: a chain may be long.

    order: when a node was met; low: the earliest that it reaches another way.
    """
    count = order[root] = low[root] = 0
    stack = [(root, -1, iter(beside[root]))]
    while stack:
        node, by, onward = stack[-1]
        step = next(onward, None)
        if step is None:
            stack.pop()
            if stack:
                above = stack[-1][0]
                low[above] = min(low[above], low[node])
                if low[node] > order[above]:
                    yield by
        elif order[step[0]] < 0:
            count += 1
            order[step[0]] = low[step[0]] = count
            stack.append((step[0], step[1], iter(beside[step[0]])))
        elif step[1] != by:
            low[node] = min(low[node], order[step[0]])
