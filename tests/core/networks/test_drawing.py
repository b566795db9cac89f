"""The drawing: the same bytes for the same network, readable, and safe with any name."""

import time

import numpy as np
import pytest
from lxml import etree

from samen.core.errors import BadInput, TooBig
from samen.core.networks.drawing import drawing, sign
from samen.core.networks.labels import label_places
from samen.core.networks.layout import APART, MOST_DRAWN, layout
from samen.core.networks.network import Edge, Network, Node, seen
from samen.core.networks.paths import shortest_path
from samen.core.networks.vocabulary import EdgeKind, NodeKind
from samen.core.networks.words import EDGES, KINDS, MANY, STEPS, counted, path_in_words
from tests.core.networks.invented import A, P, chance_graph, graph, star

LONG = "Wolfeschlegelsteinhausenbergerdorff" * 15
NAMES = (
    LONG,
    "محمد الوهمي",
    "Nguyễn Thị Hạnh",
    "a\u200bb\u202ec\x00\x0b",
    "<script>&\"'",
    "",
    "=1+1",
)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(network: Network) -> str:
    place = layout(network.graph, network.places.get(network.centre, 0))
    return drawing(network, place, title="Proef", links={node.id: "/x?a=1&b=2" for node in
                                                         network.nodes})  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_the_same_network_is_drawn_in_the_same_bytes_and_apart(seed: int) -> None:
    made = chance_graph(seed, 120, 150)
    first, second = layout(made, 5), layout(made, 5)
    assert first.places.tobytes() == second.places.tobytes()
    gaps = np.hypot(*(first.places[:, None] - first.places).transpose(2, 0, 1))
    np.fill_diagonal(gaps, np.inf)
    assert gaps.min() > APART * 0.8
    assert (first.places > 0).all()
    assert (first.places < [first.width, first.height]).all()


def test_five_hundred_nodes_are_laid_out_at_once() -> None:
    """Under a second: the processor's, since others may work beside it."""
    made = graph([P] * MOST_DRAWN, [(n // 3, n) for n in range(1, MOST_DRAWN)])
    start = time.process_time()
    layout(made)
    assert time.process_time() - start < 1
    with pytest.raises(TooBig):
        layout(graph([P] * (MOST_DRAWN + 1), []))


@pytest.mark.parametrize("network", [
    Network((), ()), Network((Node("p", P, "Anna"),), (), "p"),
    Network((Node("p", P, "Anna"), Node("q", P, "Eva")), (), "p"),
    Network((Node("p", P, "Anna"),), (Edge("p", "p", EdgeKind.DECLARED, False),), "p"),
])  # fmt: skip
def test_next_to_nothing_is_drawn_too(network: Network) -> None:
    root = etree.fromstring(drawn(network).encode())
    assert len(root.findall(f"{SVG}a")) == len(network.nodes)


def test_any_name_makes_a_drawing_that_a_strict_reader_reads() -> None:
    root = etree.fromstring(drawn(star(len(NAMES), NAMES)).encode())
    words = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert "abc" in words
    assert "محمد الوهمي" in words
    assert max(map(len, words)) <= 28
    assert not list(root.iter(f"{SVG}script"))
    assert not [element for element in root.iter() if "style" in element.attrib]


def test_nobody_said_it_is_drawn_broken_and_a_hub_as_a_place_with_its_count() -> None:
    network = Network(
        (Node("p", P, "Anna"), Node("a", A, "Asielzoekerscentrum", 10_000),
         Node("i", NodeKind.INCIDENT, "2021-1")),
        (Edge("p", "a", EdgeKind.SAME_ADDRESS),
         Edge("p", "i", EdgeKind.NAMED_IN_INCIDENT, is_derived=False)), "p",
    )  # fmt: skip
    root = etree.fromstring(drawn(network).encode())
    derived, declared = root.iter(f"{SVG}line")
    assert "stroke-dasharray" in derived.attrib
    assert "stroke-dasharray" not in declared.attrib
    assert "10k" in [element.text for element in root.iter(f"{SVG}text")]
    names = [element.attrib["aria-label"] for element in root.iter(f"{SVG}a")]
    assert "adres: Asielzoekerscentrum, 10000 keer genoemd" in names
    assert root.findtext(f"{SVG}desc") == "1 persoon, 1 adres, 1 voorval"


def test_no_name_stands_on_another() -> None:
    made = chance_graph(1, 150, 200)
    place = layout(made)
    names = [f"Verzonnen Naam {n}" for n in range(150)]
    places = label_places(place, names, first=0, degrees=made.degrees)
    boxes = []
    for (x, y), name, found in zip(place.places.tolist(), names, places, strict=True):
        if found:
            dx, dy, anchor = found
            wide = len(name) * 6
            left = x + dx - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
            boxes.append((left, y + dy - 11, left + wide, y + dy))
    assert len(boxes) > 50
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            assert (one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3]
                    or other[1] >= one[3])  # fmt: skip


def test_a_way_is_told_step_by_step() -> None:
    network = star(2, ["Anna", "Eva"])
    way = shortest_path(network.graph, 1, 2)
    assert way
    assert path_in_words(network, way) == [
        "Anna staat op het adres Dorpsstraat 1.", "Op het adres Dorpsstraat 1 staat ook Eva.",
    ]  # fmt: skip
    assert (
        path_in_words(network, way, dutch=False)[1] == "At the address Dorpsstraat 1 is also Eva."
    )


def test_every_kind_has_its_words_and_its_own_sign() -> None:
    assert set(KINDS) == set(MANY) == set(NodeKind)
    assert set(EDGES) == set(STEPS) == set(EdgeKind)
    assert len({sign(kind) for kind in NodeKind}) == len(NodeKind)
    assert counted({P: 1, A: 2}) == "1 persoon, 2 adressen"


def test_edges_can_be_chosen_by_kind_and_the_centre_stays() -> None:
    network = star(3)
    assert [node.id for node in network.only([EdgeKind.SAME_PHONE]).nodes] == ["a"]
    assert network.only([EdgeKind.SAME_ADDRESS]) == network


def test_a_network_that_does_not_fit_together_is_refused() -> None:
    anna = Node("p", P, "Anna")
    for nodes, edges in (((anna, anna), ()), ((anna,), (Edge("p", "q", EdgeKind.DECLARED),))):
        with pytest.raises(BadInput):
            Network(nodes, edges)


def test_a_name_is_shown_without_what_nobody_sees() -> None:
    assert seen("A\u200bn\u202en\x00a\nB") == "Anna B"
    assert len(seen(LONG)) == 60
