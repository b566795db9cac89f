"""Exports, each read by a reader that is not ours."""

import csv
import io
import json

import pytest
from lxml import etree

from samen.core.networks.export import edges_csv, follow_the_money, graphml, nodes_csv
from samen.core.networks.network import Edge, Network, Node
from samen.core.networks.vocabulary import EdgeKind, NodeKind
from tests.core.networks.invented import JOINED_BY, star

NOTE = "Proef, grond AVG art. 6"
ODD = ("=HYPERLINK(1)", "+31612345678", "x\x00\x0b\ufffe\ud800y", "<&>\"'", 'a;b\n"c"', "@SUM", "")
KEY = "{http://graphml.graphdrawing.org/xmlns}"
SCHEMATA = {
    "Person": {"name", "phone", "addressEntity", "summary"},
    "Organization": {"name", "phone", "addressEntity", "summary"},
    "Address": {"full", "summary"},
    "Vehicle": {"name", "registrationNumber", "addressEntity", "summary"},
    "Event": {"name", "involved", "addressEntity", "summary"},
    "Identification": {"number", "holder", "summary"},
    "BankAccount": {"name", "accountNumber", "addressEntity", "summary"},
    "Employment": {"employee", "employer", "role"},
    "UnknownLink": {"subject", "object", "role"},
}
"""Of FollowTheMoney 4.11: what of each schema we may use, those it inherits among them."""
ENTITIES = {
    "addressEntity": {"Address"},
    "holder": {"Person", "Organization"},
    "involved": {"Person", "Organization"},
    "employee": {"Person"},
    "employer": {"Organization"},
    "subject": {"Person", "Organization", "Vehicle", "Event", "BankAccount"},
    "object": {"Person", "Organization", "Vehicle", "Event", "BankAccount"},
}
"""Properties that name another entity, and of which schemata."""


def everything() -> Network:
    """A node of each kind, joined with each other by every kind of edge that it can have."""
    nodes = [Node(f"n-{kind}".replace("_", "-"), kind, f"Verzonnen {kind}") for kind in NodeKind]
    nodes += [Node("n-other", NodeKind.PERSON, "Ander"), Node("n-loose", NodeKind.DOCUMENT, "L0")]
    edges = [
        Edge(one.id, other.id,
             JOINED_BY.get(other.kind) or JOINED_BY.get(one.kind, EdgeKind.DECLARED),
             is_derived=number % 2 == 0, source="politie")
        for number, one in enumerate(nodes[:-1]) for other in nodes[:-1] if one.id < other.id
    ]  # fmt: skip
    return Network(tuple(nodes), tuple(edges), "n-person")


@pytest.mark.parametrize("network", [everything(), star(len(ODD), ODD), Network((), ())])
def test_graphml_is_read_back(network: Network) -> None:
    root = etree.fromstring(graphml(network, NOTE))
    keys = {key.get("id"): key.get("attr.name") for key in root.iter(f"{KEY}key")}
    nodes = {
        node.get("id"): {keys[data.get("key")]: data.text or "" for data in node}
        for node in root.iter(f"{KEY}node")
    }
    assert [node.id for node in network.nodes] == list(nodes)
    assert [node.kind for node in network.nodes] == [each["kind"] for each in nodes.values()]
    edges = [(edge.get("source"), edge.get("target")) for edge in root.iter(f"{KEY}edge")]
    assert edges == [(edge.left, edge.right) for edge in network.edges]
    assert root.findtext(f"{KEY}graph/{KEY}data") == NOTE
    if network.nodes[3:4] and network.nodes[3].id == "p2":
        assert nodes["p2"]["label"] == "x y"


@pytest.mark.parametrize("network", [everything(), star(len(ODD), ODD)])
def test_a_spreadsheet_gets_no_formula_and_every_row(network: Network) -> None:
    for rows, given in ((network.nodes, nodes_csv(network, NOTE)),
                        (network.edges, edges_csv(network, NOTE))):  # fmt: skip
        head, *read = csv.reader(io.StringIO(given.decode("utf-8-sig")), delimiter=";")
        assert len(read) == len(rows)
        assert head[-1] == "note"
        assert {row[-1] for row in read} == {NOTE}
        assert not [cell for row in read for cell in row if cell[:1] in tuple("=+-@\t\r")]


@pytest.mark.parametrize("network", [everything(), star(len(ODD), ODD)])
def test_follow_the_money_has_only_what_its_schemata_know(network: Network) -> None:
    lines = follow_the_money(network, NOTE).decode().splitlines()
    entities = {entity["id"]: entity for entity in map(json.loads, lines)}
    assert len(entities) == len(lines)
    for entity in entities.values():
        assert set(entity) == {"id", "schema", "properties"}
        assert entity["properties"].keys() <= SCHEMATA[entity["schema"]]
        for name, values in entity["properties"].items():
            assert values
            assert all(isinstance(value, str) and value for value in values)
            if name in ENTITIES:
                assert {entities[value]["schema"] for value in values} <= ENTITIES[name]


def test_follow_the_money_says_who_lives_works_and_is_named_where() -> None:
    entities = {
        entity["id"]: entity
        for entity in map(json.loads, follow_the_money(everything(), NOTE).decode().splitlines())
    }
    person = entities["n-person"]["properties"]
    assert person["addressEntity"] == ["n-address"]
    assert person["phone"] == ["Verzonnen phone"]
    named = entities["n-incident"]["properties"]["involved"]
    assert sorted(named) == ["n-organisation", "n-other", "n-person"]
    assert "n-loose" not in entities
    works = [each for each in entities.values() if each["schema"] == "Employment"]
    assert {each["properties"]["employer"][0] for each in works} == {"n-organisation"}


def test_ids_stay() -> None:
    assert follow_the_money(everything(), NOTE) == follow_the_money(everything(), NOTE)
    ids = {json.loads(line)["id"] for line in follow_the_money(star(2), NOTE).splitlines()}
    assert ids == {"a", "p0", "p1"}
