"""A network as SVG: what a node is shows by its shape, what nobody said by a broken line.

Colours are attributes, no style and no script. A table is its equal (`rows`).
"""

from collections.abc import Mapping
from html import escape

from samen.core.networks.labels import label_places
from samen.core.networks.layout import Layout
from samen.core.networks.network import Edge, Network, Node, seen
from samen.core.networks.vocabulary import EdgeKind, NodeKind
from samen.core.networks.words import EDGES, KINDS, SHARED_BY, counted

INK, QUIET, MARK, PAPER, SUBTLE = "#1b2b34", "#52606a", "#0b6259", "#ffffff", "#e3f0ee"
MOST_ON_PAPER = 28
"""Signs of a name in the drawing; the table and the title have more."""
HUB = 1.7
"""How much larger a place is drawn that many share."""
SHAPES: Mapping[NodeKind, str] = {
    NodeKind.PERSON: "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0Z",
    NodeKind.ORGANISATION: "M-9 -9H9V9H-9Z",
    NodeKind.ADDRESS: "M-9 9V-2L0 -11L9 -2V9Z",
    NodeKind.PHONE: "M-4 -11H4Q6 -11 6 -9V9Q6 11 4 11H-4Q-6 11 -6 9V-9Q-6 -11 -4 -11Z",
    NodeKind.VEHICLE: "M-13 0L-8 -7H8L13 0L8 7H-8Z",
    NodeKind.INCIDENT: "M0 -11L11 8H-11Z",
    NodeKind.DOCUMENT: "M-8 -10H3L8 -5V10H-8Z",
    NodeKind.BANK_ACCOUNT: "M0 -11L11 0L0 11L-11 0Z",
}
DASHES: Mapping[EdgeKind, str] = {EdgeKind.SAME_PERSON: "1 4"}
"""A link between two persons that nobody decided on is dotted."""


def drawing(
    network: Network, place: Layout, *, title: str, links: Mapping[str, str] | None = None,
    dutch: bool = True,
) -> str:  # fmt: skip
    """The SVG element. links: the address of a node's own page, by its id."""
    side = 0 if dutch else 1
    said = counted(network.counts(), dutch)
    parts = [_edge(network, edge, place, side) for edge in network.edges]
    labels = label_places(
        place, [seen(node.label, MOST_ON_PAPER) for node in network.nodes],
        first=network.places.get(network.centre, 0), degrees=network.graph.degrees,
        hubs={number for number, node in enumerate(network.nodes) if node.count},
    )  # fmt: skip
    beside = _beside(network)
    for number, node in enumerate(network.nodes):
        parts.append(
            _node(number, node, place, labels[number], beside[number],
                  (links or {}).get(node.id, ""), node.id == network.centre, side)
        )  # fmt: skip
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="network" width="{place.width}" '
        f'height="{place.height}" viewBox="0 0 {place.width} {place.height}" role="group" '
        f'font-family="sans-serif" font-size="12" aria-labelledby="network-title network-desc">'
        f'<title id="network-title">{escape(title)}</title>'
        f'<desc id="network-desc">{escape(said)}</desc>{"".join(parts)}</svg>'
    )


def shape(kind: NodeKind, *, scale: float = 1, is_centre: bool = False) -> str:
    """The sign of a kind, around 0, 0."""
    fill = MARK if is_centre else PAPER if kind == NodeKind.PERSON else SUBTLE
    larger = f' transform="scale({scale:g})"' if scale != 1 else ""
    return (
        f'<path d="{SHAPES[kind]}" fill="{fill}" stroke="{INK}" '
        f'stroke-width="{1.6 / scale:.2g}"{larger}/>'
    )


def sign(kind: NodeKind) -> str:
    """The sign of a kind as a small drawing of its own, for a key beside the drawing."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="28" height="24" viewBox="-14 -12 28 24" '
        f'aria-hidden="true">{shape(kind)}</svg>'
    )


def _beside(network: Network) -> list[str]:
    """The numbers of the nodes joined with each, for who walks along edges."""
    beside: list[list[int]] = [[] for _ in network.nodes]
    for edge in network.edges:
        one, other = network.places[edge.left], network.places[edge.right]
        beside[one].append(other)
        beside[other].append(one)
    return [" ".join(map(str, sorted(set(each)))) for each in beside]


def _edge(network: Network, edge: Edge, place: Layout, side: int) -> str:
    (x1, y1), (x2, y2) = (place.places[network.places[end]] for end in (edge.left, edge.right))
    dashes = DASHES.get(edge.kind, "5 4" if edge.is_derived else "")
    broken = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line class="edge" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{QUIET}" stroke-width="1.3"{broken}>'
        f"<title>{EDGES[edge.kind][side]}</title></line>"
    )


def _node(
    number: int, node: Node, place: Layout, label: tuple[float, float, str] | None, beside: str,
    link: str, is_centre: bool, side: int,
) -> str:  # fmt: skip
    x, y = place.places[number]
    name = seen(node.label, 200)
    how_many = f", {SHARED_BY[side].format(n=node.count)}" if node.count else ""
    words = escape(f"{KINDS[node.kind][side]}: {name}{how_many}")
    tag, address = ("a", f' href="{escape(link)}"') if link else ("g", "")
    text = ""
    if label or is_centre:
        dx, dy, anchor = label or (0, 26, "middle")
        weight = ' font-weight="700"' if is_centre else ""
        text = (
            f'<text x="{dx:.1f}" y="{dy:.1f}" text-anchor="{anchor}" fill="{INK}"{weight} '
            f'stroke="{PAPER}" stroke-width="3" paint-order="stroke" direction="ltr" '
            f'unicode-bidi="isolate">{escape(seen(node.label, MOST_ON_PAPER))}</text>'
        )
    scale = HUB if node.count else 1
    count = (
        f'<text y="4" text-anchor="middle" font-size="11" fill="{INK}">{_short(node.count)}</text>'
        if node.count else ""
    )  # fmt: skip
    return (
        f'<{tag} class="node node--{node.kind}" data-node="{number}" data-beside="{beside}" '
        f'transform="translate({x:.1f} {y:.1f})" aria-label="{words}"{address}>'
        f'<title>{words}</title><circle r="13" fill="none" pointer-events="all"/>'
        f"{shape(node.kind, scale=scale, is_centre=is_centre)}"
        f"{count}{text}</{tag}>"
    )


def _short(count: int) -> str:
    """A count that fits into a sign: thousands as k."""
    return str(count) if count < 1000 else f"{count / 1000:.0f}k"
