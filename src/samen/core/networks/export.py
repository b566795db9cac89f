"""A network as a file: GraphML, CSV and FollowTheMoney, each with what it is for in it.

Ids are those of the nodes, and stay. Names go in as they are, without the signs that XML
cannot hold or that nobody sees.
"""

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID, uuid5

from lxml import etree

from samen.core.csv_rows import plain_cell
from samen.core.networks.network import Edge, Network, Node, seen
from samen.core.networks.vocabulary import EdgeKind, NodeKind

MOST_TEXT = 2_000
GRAPHML = "http://graphml.graphdrawing.org/xmlns"
NODE_COLUMNS = ("id", "kind", "label", "count", "detail")
EDGE_COLUMNS = ("left", "right", "kind", "is_derived", "source")
_TYPES = {"count": "int", "is_derived": "boolean"}
_LINKS = UUID("6f1d7a4e-3c0b-5d39-9d0c-6b6b0e2f9a11")
"""The names below which the ids of relations are made."""

type Entity = dict[str, Any]


def graphml(network: Network, note: str) -> bytes:
    """GraphML without directions. note: what it is for, which goes with the graph."""
    root = etree.fromstring(f'<graphml xmlns="{GRAPHML}"/>')
    _key(root, "note", "graph", "string")
    for name in NODE_COLUMNS[1:]:
        _key(root, f"n_{name}", "node", _TYPES.get(name, "string"))
    for name in EDGE_COLUMNS[2:]:
        _key(root, f"e_{name}", "edge", _TYPES.get(name, "string"))
    graph = etree.SubElement(root, f"{{{GRAPHML}}}graph", id="network", edgedefault="undirected")
    _data(graph, "note", note)
    for node in network.nodes:
        element = etree.SubElement(graph, f"{{{GRAPHML}}}node", id=node.id)
        for name in NODE_COLUMNS[1:]:
            _data(element, f"n_{name}", getattr(node, name))
    for number, edge in enumerate(network.edges):
        element = etree.SubElement(graph, f"{{{GRAPHML}}}edge", id=f"e{number}",
                                   source=edge.left, target=edge.right)  # fmt: skip
        for name in EDGE_COLUMNS[2:]:
            _data(element, f"e_{name}", getattr(edge, name))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _key(root: etree._Element, key: str, of: str, kind: str) -> None:
    etree.SubElement(root, f"{{{GRAPHML}}}key", {
        "id": key, "for": of, "attr.name": key.partition("_")[2] or key, "attr.type": kind,
    })  # fmt: skip


def _data(element: etree._Element, key: str, value: object) -> None:
    words = str(value).lower() if isinstance(value, bool) else seen(str(value), MOST_TEXT)
    etree.SubElement(element, f"{{{GRAPHML}}}data", key=key).text = words


def nodes_csv(network: Network, note: str) -> bytes:
    """The nodes for a spreadsheet; what would be a formula there stands as text."""
    return _csv(NODE_COLUMNS, network.nodes, note)


def edges_csv(network: Network, note: str) -> bytes:
    """The edges for a spreadsheet, by the ids of their nodes."""
    return _csv(EDGE_COLUMNS, network.edges, note)


def _csv(columns: tuple[str, ...], rows: tuple[Node | Edge, ...], note: str) -> bytes:
    """UTF-8 with a byte order mark and semicolons; the note stands in a last column."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([*columns, "note"])
    for row in rows:
        cells = [str(getattr(row, name)) for name in columns] + [note]
        writer.writerow([plain_cell(seen(cell, MOST_TEXT)) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def follow_the_money(network: Network, note: str) -> bytes:
    """FollowTheMoney, an entity a line, ordered by id. Source: followthemoney 4, schemata.

    A phone is a property there and no entity, and so is the home of somebody; a document that
    nobody holds says nothing there and is left out.
    """
    made = {node.id: _entity(node, note) for node in network.nodes}
    kinds = {node.id: node.kind for node in network.nodes}
    for edge in network.edges:
        one, other = sorted((edge.left, edge.right), key=lambda end: ORDER.index(kinds[end]))
        JOINED.get(kinds[other], _link)(made, edge, made[one], made[other])
    lines = [
        json.dumps(entity, ensure_ascii=False, sort_keys=True)
        for _id, entity in sorted(made.items())
        if entity["schema"] != "Phone"
        and (entity["schema"] != "Identification" or "holder" in entity["properties"])
    ]
    return "".join(f"{line}\n" for line in lines).encode()


SCHEMATA: Mapping[NodeKind, tuple[str, tuple[str, ...]]] = {
    NodeKind.PERSON: ("Person", ("name",)),
    NodeKind.ORGANISATION: ("Organization", ("name",)),
    NodeKind.ADDRESS: ("Address", ("full",)),
    NodeKind.PHONE: ("Phone", ("phone",)),
    NodeKind.VEHICLE: ("Vehicle", ("name", "registrationNumber")),
    NodeKind.INCIDENT: ("Event", ("name",)),
    NodeKind.DOCUMENT: ("Identification", ("number",)),
    NodeKind.BANK_ACCOUNT: ("BankAccount", ("name", "accountNumber")),
}
"""The schema of a node and its properties that hold the name. Phone is ours, and goes."""
ORDER = (
    *(NodeKind.PERSON, NodeKind.ORGANISATION, NodeKind.VEHICLE, NodeKind.BANK_ACCOUNT),
    *(NodeKind.INCIDENT, NodeKind.DOCUMENT, NodeKind.PHONE, NodeKind.ADDRESS),
)
"""Of two nodes that are joined, the one that comes first here has or does the other."""


def _entity(node: Node, note: str) -> Entity:
    schema, named = SCHEMATA[node.kind]
    said = {name: [seen(node.label, MOST_TEXT) or node.id] for name in named}
    return {"id": node.id, "schema": schema, "properties": {**said, "summary": [note]}}


def _add(entity: Entity, name: str, value: str) -> None:
    values = entity["properties"].setdefault(name, [])
    if value not in values:
        values.append(value)


def _lives(made: dict[str, Entity], edge: Edge, one: Entity, other: Entity) -> None:
    if one["schema"] in {"Identification", "Address", "Phone"}:
        _link(made, edge, one, other)
    else:
        _add(one, "addressEntity", other["id"])


def _calls(_made: dict[str, Entity], _edge: Edge, one: Entity, other: Entity) -> None:
    if one["schema"] in {"Person", "Organization"}:
        _add(one, "phone", other["properties"]["phone"][0])


def _holds(made: dict[str, Entity], edge: Edge, one: Entity, other: Entity) -> None:
    if one["schema"] in {"Person", "Organization"}:
        _add(other, "holder", one["id"])
    else:
        _link(made, edge, one, other)


def _is_named(made: dict[str, Entity], edge: Edge, one: Entity, other: Entity) -> None:
    if one["schema"] in {"Person", "Organization"}:
        _add(other, "involved", one["id"])
    else:
        _link(made, edge, one, other)


def _works(made: dict[str, Entity], edge: Edge, one: Entity, other: Entity) -> None:
    if one["schema"] == "Person" and edge.kind == EdgeKind.SAME_EMPLOYER:
        ends = {"employee": one["id"], "employer": other["id"]}
        _relation(made, edge, "Employment", ends)
    else:
        _link(made, edge, one, other)


def _link(made: dict[str, Entity], edge: Edge, one: Entity, other: Entity) -> None:
    things = {"Person", "Organization", "Vehicle", "Event", "BankAccount"}
    if {one["schema"], other["schema"]} <= things:
        _relation(made, edge, "UnknownLink", {"subject": one["id"], "object": other["id"]})


def _relation(made: dict[str, Entity], edge: Edge, schema: str, ends: Mapping[str, str]) -> None:
    key = str(uuid5(_LINKS, " ".join((schema, edge.kind, *ends.values()))))
    said = {**{name: [end] for name, end in ends.items()}, "role": [str(edge.kind)]}
    made[key] = {"id": key, "schema": schema, "properties": said}


JOINED: Mapping[NodeKind, Callable[[dict[str, Entity], Edge, Entity, Entity], None]] = {
    NodeKind.ADDRESS: _lives,
    NodeKind.PHONE: _calls,
    NodeKind.DOCUMENT: _holds,
    NodeKind.INCIDENT: _is_named,
    NodeKind.ORGANISATION: _works,
}
