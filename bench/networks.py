"""Networks of a million nodes: time and memory beside scipy alone and igraph where it is.

    ./samen bench networks [NODES] [EDGES]

Persons (seven in ten) and places; how many share a place has a heavy tail. `build`: from arrays
to what can be asked. `2 hops`: from a thousand nodes; peers only walk, ours has its caps, its
order, its edges and what it left out. Each in a process of its own, for its peak.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from bench.registration import peak
from samen.core.networks.graph import NODE_KINDS, components, graph_of
from samen.core.networks.neighbourhood import neighbourhood
from samen.core.networks.paths import shortest_path
from samen.core.networks.patterns import find, read_patterns
from samen.core.networks.vocabulary import NodeKind
from samen.site.database import ROOT

NODES, EDGES, ASKED = 1_000_000, 5_000_000, 1_000
PERSONS = 0.7
type Arrays = tuple[Any, Any, Any, Any, Any]


def invented(nodes: int, edges: int) -> Arrays:
    """Kinds of nodes, the two ends and the kind of edges, and whom is asked for."""
    chance = np.random.default_rng(6)
    persons = int(nodes * PERSONS)
    kinds = np.zeros(nodes, np.int8)
    kinds[persons:] = NODE_KINDS.index(NodeKind.ADDRESS)
    left = chance.integers(0, persons, edges)
    upto = np.cumsum(chance.pareto(1.5, nodes - persons) + 1)
    right = persons + np.searchsorted(upto / upto[-1], chance.random(edges))
    return (
        kinds,
        left,
        np.minimum(right, nodes - 1),
        np.zeros(edges, np.int8),
        chance.integers(0, persons, ASKED),
    )


def timed[T](what: str, act: Callable[[], T]) -> T:
    """Does it and prints how long it took."""
    start = time.perf_counter()
    made = act()
    print(f"  {what:<24}{time.perf_counter() - start:>8.2f} s", flush=True)
    return made


def ours(kinds: Any, left: Any, right: Any, edge_kinds: Any, asked: Any) -> None:
    days = np.random.default_rng(7).integers(18_000, 19_000, len(left)).astype(np.int32)
    graph = timed("build", lambda: graph_of(kinds, left, right, edge_kinds, days))
    timed("components", lambda: components(graph))
    near = timed("2 hops, 1,000 nodes", lambda: [neighbourhood(graph, int(n)) for n in asked])
    print(f"  {'shown, at the median':<24}{np.median([len(each.nodes) for each in near]):>8.0f}")
    timed("a way between two, 20", lambda: [
        shortest_path(graph, int(a), int(b)) for a, b in zip(asked[:20], asked[20:40], strict=True)
    ])  # fmt: skip
    lines = (ROOT / "data" / "networks" / "patterns.csv").read_text("utf-8").splitlines()
    found = timed("all patterns", lambda: find(graph, read_patterns(lines)))
    print(f"  {'patterns found':<24}{len(found):>8,}")


def scipy_alone(kinds: Any, left: Any, right: Any, _edge_kinds: Any, asked: Any) -> None:
    ends = (np.concatenate([left, right]), np.concatenate([right, left]))
    ones = np.ones(len(ends[0]), np.int8)
    rows = timed("build", lambda: sparse.coo_array((ones, ends), (len(kinds),) * 2).tocsr())
    timed("components", lambda: csgraph.connected_components(rows, directed=False))

    def hops(node: int) -> Any:
        one = rows.indices[rows.indptr[node] : rows.indptr[node + 1]]
        return np.unique(np.concatenate([rows.indices[rows.indptr[n] : rows.indptr[n + 1]]
                                         for n in one] or [one]))  # fmt: skip

    timed("2 hops, 1,000 nodes", lambda: [hops(int(node)) for node in asked])


def igraph(kinds: Any, left: Any, right: Any, _edge_kinds: Any, asked: Any) -> None:
    from igraph import Graph

    pairs = np.column_stack([left, right])
    graph = timed("build", lambda: Graph(n=len(kinds), edges=pairs))
    timed("components", lambda: graph.connected_components().membership)
    timed("2 hops, 1,000 nodes", lambda: [graph.neighborhood(int(n), order=2) for n in asked])


KNOWN = {"samen": ours, "scipy": scipy_alone, "igraph": igraph}


def main(arguments: list[str]) -> int:
    if arguments[:1] and arguments[0] in KNOWN:
        name, nodes, edges = arguments[0], int(arguments[1]), int(arguments[2])
        KNOWN[name](*invented(nodes, edges))
        print(f"  {'peak memory':<24}{peak():>8,} MB", flush=True)
        return 0
    nodes = int(arguments[0]) if arguments else NODES
    edges = int(arguments[1]) if arguments[1:] else EDGES
    print(f"{nodes:,} nodes, {edges:,} edges")
    for name in KNOWN:
        if name == "igraph" and find_spec("igraph") is None:
            print("igraph: not installed here (pip install igraph), so not measured")
            continue
        print(name, flush=True)
        command = [sys.executable, "-m", "bench.networks", name, str(nodes), str(edges)]
        subprocess.run(command, cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
