"""Neighbourhoods, components, ways and bridges, against slow twins that walk one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.networks.graph import NO_DAY, components, graph_of
from samen.core.networks.neighbourhood import neighbourhood
from samen.core.networks.paths import bridges, shortest_path
from tests.core.networks.invented import A, P, T, beside, chance_graph, graph, hops

SEEDS = range(12)


def test_one_node_without_edges_is_a_network() -> None:
    alone = graph([P], [])
    near = neighbourhood(alone, 0)
    assert (near.nodes.tolist(), near.edges.tolist(), near.left_out) == ([0], [], 0)
    assert components(alone).tolist() == [0]


def test_an_edge_to_oneself_is_none_and_one_said_twice_is_one() -> None:
    said = graph([P, A], [(0, 0), (0, 1), (1, 0), (0, 1)])
    assert (said.edges, said.degrees.tolist()) == (1, [1, 1])


def test_of_an_edge_said_twice_the_first_known_day_stands() -> None:
    none = np.zeros(3, np.int8)
    made = graph_of(none[:2], none, none + 1, none, np.array([30, 20, NO_DAY]))
    assert made.days.tolist() == [20]


def test_two_kinds_of_edge_between_two_nodes_are_two() -> None:
    both = graph_of(np.zeros(2, np.int8), np.array([0, 0]), np.array([1, 1]), np.array([0, 1]))
    assert (both.edges, both.degrees.tolist()) == (2, [2, 2])


@pytest.mark.parametrize(("left", "right"), [([0], [2]), ([-1], [0]), ([0, 1], [1])])
def test_an_edge_without_its_node_is_refused(left: list[int], right: list[int]) -> None:
    with pytest.raises(BadInput):
        graph_of(
            np.zeros(2, np.int8), np.array(left), np.array(right), np.zeros(len(left), np.int8)
        )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_neighbourhood_is_what_walking_finds(seed: int) -> None:
    by_chance = chance_graph(seed, 60, 70)
    for far in (1, 2, 3):
        near = neighbourhood(by_chance, seed, hops=far)
        walked = {node: hop for node, hop in hops(by_chance, seed).items() if hop <= far}
        assert dict(zip(near.nodes.tolist(), near.hops.tolist(), strict=True)) == walked
        inside = [
            edge for edge in range(by_chance.edges)
            if {int(by_chance.left[edge]), int(by_chance.right[edge])} <= walked.keys()
        ]  # fmt: skip
        assert near.edges.tolist() == inside


@pytest.mark.parametrize("seed", SEEDS)
def test_components_are_what_walking_reaches(seed: int) -> None:
    by_chance = chance_graph(seed, 80, 50)
    labels = components(by_chance)
    for start in range(0, 80, 7):
        reached = set(np.flatnonzero(labels == labels[start]).tolist())
        assert reached == hops(by_chance, start).keys()


@pytest.mark.parametrize("many", [61, 10_000])
def test_a_place_that_many_share_is_one_place_with_its_count(many: int) -> None:
    centre = graph([P] * many + [A, T], [*((n, many) for n in range(many)), (0, many + 1),
                                         (1, many + 1)])  # fmt: skip
    near = neighbourhood(centre, 0, hops=4)
    assert near.nodes.tolist() == [0, many + 1, many, 1]
    assert near.places == {many: many}


def test_a_place_asked_for_shows_those_that_share_more_and_counts_the_rest() -> None:
    many = 10_000
    centre = graph([P] * many + [A], [(n, many) for n in range(many)])
    near = neighbourhood(centre, many, hops=1)
    assert (len(near.nodes), near.left_out, near.places) == (61, many - 60, {many: many})


def test_no_more_is_shown_than_a_person_can_look_at() -> None:
    wide = graph([P] * 1000, [(n // 9, n) for n in range(1, 1000)])
    near = neighbourhood(wide, 0, hops=9, most=50)
    assert len(near.nodes) == 50
    assert near.left_out > 0


def test_a_way_goes_through_what_few_share() -> None:
    crowd = 40
    kinds = [P, P, P, T, T, A] + [P] * crowd
    edges = [(0, 3), (2, 3), (2, 4), (1, 4), (0, 5), (1, 5), *((6 + n, 5) for n in range(crowd))]
    assert shortest_path(graph(kinds, edges), 0, 1) == [0, 3, 2, 4, 1]


def test_without_a_way_there_is_none_and_to_oneself_it_is_oneself() -> None:
    apart = graph([P, P, A], [(0, 2)])
    assert shortest_path(apart, 0, 1) is None
    assert shortest_path(apart, 0, 0) == [0]


def test_a_cycle_is_walked_once_and_has_no_bridge() -> None:
    ring = graph([P] * 5, [(n, (n + 1) % 5) for n in range(5)])
    assert sorted(neighbourhood(ring, 0, hops=9).nodes.tolist()) == [0, 1, 2, 3, 4]
    assert bridges(5, [0, 1, 2, 3, 4], [1, 2, 3, 4, 0]) == []


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
def test_a_bridge_is_an_edge_without_which_its_ends_are_apart(pairs: list[tuple[int, int]]) -> None:
    found = bridges(10, [one for one, _ in pairs], [other for _, other in pairs])
    for number, (one, other) in enumerate(pairs):
        without = graph([P] * 10, pairs[:number] + pairs[number + 1 :])
        assert (number in found) == (other not in hops(without, one))


def test_a_chain_as_long_as_a_cluster_can_be_is_all_bridges() -> None:
    many = 5000
    assert bridges(many, range(many - 1), range(1, many)) == list(range(many - 1))


def test_neighbours_are_the_same_from_both_sides() -> None:
    by_chance = chance_graph(3, 40, 60)
    near = beside(by_chance)
    for node in range(40):
        ends = by_chance.ends[by_chance.starts[node] : by_chance.starts[node + 1]]
        assert set(ends.tolist()) == near[node]
