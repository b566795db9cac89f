"""Networks in words: what a node is called, why two are joined, and the way between two."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from samen.core.networks.graph import NO_DAY
from samen.core.networks.network import Edge, Network
from samen.core.networks.patterns import Finding
from samen.core.networks.vocabulary import EdgeKind, NodeKind
from samen.core.periods.saying import say_date

type Both = tuple[str, str]
"""Dutch and English."""

OF_DE = frozenset({NodeKind.PERSON, NodeKind.ORGANISATION, NodeKind.BANK_ACCOUNT})
"""Kinds with the article "de"; of the others it is "het"."""
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip

KINDS: Mapping[NodeKind, Both] = {
    NodeKind.PERSON: ("persoon", "person"),
    NodeKind.ORGANISATION: ("organisatie", "organisation"),
    NodeKind.ADDRESS: ("adres", "address"),
    NodeKind.PHONE: ("telefoonnummer", "phone number"),
    NodeKind.VEHICLE: ("voertuig", "vehicle"),
    NodeKind.INCIDENT: ("voorval", "incident"),
    NodeKind.DOCUMENT: ("document", "document"),
    NodeKind.BANK_ACCOUNT: ("rekening", "bank account"),
}
MANY: Mapping[NodeKind, Both] = {
    NodeKind.PERSON: ("personen", "persons"),
    NodeKind.ORGANISATION: ("organisaties", "organisations"),
    NodeKind.ADDRESS: ("adressen", "addresses"),
    NodeKind.PHONE: ("telefoonnummers", "phone numbers"),
    NodeKind.VEHICLE: ("voertuigen", "vehicles"),
    NodeKind.INCIDENT: ("voorvallen", "incidents"),
    NodeKind.DOCUMENT: ("documenten", "documents"),
    NodeKind.BANK_ACCOUNT: ("rekeningen", "bank accounts"),
}
SHARED_BY: Both = ("{n} keer genoemd", "named {n} times")
"""Of a place that many share: how often."""
EDGES: Mapping[EdgeKind, Both] = {
    EdgeKind.SAME_ADDRESS: ("zelfde adres", "same address"),
    EdgeKind.SAME_EMPLOYER: ("zelfde werkgever", "same employer"),
    EdgeKind.SAME_PHONE: ("zelfde telefoonnummer", "same phone number"),
    EdgeKind.SAME_VEHICLE: ("zelfde voertuig", "same vehicle"),
    EdgeKind.SAME_DOCUMENT: ("zelfde document", "same document"),
    EdgeKind.SAME_ACCOUNT: ("zelfde rekening", "same bank account"),
    EdgeKind.NAMED_IN_INCIDENT: ("genoemd in voorval", "named in incident"),
    EdgeKind.SAME_PERSON: ("misschien dezelfde persoon", "perhaps the same person"),
    EdgeKind.DECLARED: ("opgegeven relatie", "declared relation"),
}
STEPS: Mapping[EdgeKind, tuple[Both, Both]] = {
    EdgeKind.SAME_ADDRESS: (
        ("{one} staat op het adres {other}.", "{one} is at the address {other}."),
        ("Op het adres {one} staat ook {other}.", "At the address {one} is also {other}."),
    ),
    EdgeKind.SAME_EMPLOYER: (
        ("{one} heeft als werkgever {other}.", "{one} has as employer {other}."),
        ("{one} is ook de werkgever van {other}.", "{one} is also the employer of {other}."),
    ),
    EdgeKind.SAME_PHONE: (
        ("{one} heeft het telefoonnummer {other}.", "{one} has the phone number {other}."),
        ("Het telefoonnummer {one} heeft ook {other}.", "The phone number {one} has also {other}."),
    ),
    EdgeKind.SAME_VEHICLE: (
        ("{one} hoort bij het voertuig {other}.", "{one} goes with the vehicle {other}."),
        ("Bij het voertuig {one} hoort ook {other}.", "With the vehicle {one} goes also {other}."),
    ),
    EdgeKind.SAME_DOCUMENT: (
        ("{one} heeft het document {other}.", "{one} has the document {other}."),
        ("Het document {one} heeft ook {other}.", "The document {one} has also {other}."),
    ),
    EdgeKind.SAME_ACCOUNT: (
        ("{one} heeft de rekening {other}.", "{one} has the bank account {other}."),
        ("De rekening {one} heeft ook {other}.", "The bank account {one} has also {other}."),
    ),
    EdgeKind.NAMED_IN_INCIDENT: (
        ("{one} wordt genoemd in het voorval {other}.", "{one} is named in the incident {other}."),
        ("In het voorval {one} wordt ook genoemd {other}.",
         "In the incident {one} is also named {other}."),
    ),
    EdgeKind.SAME_PERSON: (
        ("{one} is misschien dezelfde als {other}.", "{one} is perhaps the same as {other}."),
        ("{one} is misschien dezelfde als {other}.", "{one} is perhaps the same as {other}."),
    ),
    EdgeKind.DECLARED: (
        ("Van {one} is een relatie opgegeven met {other}.",
         "Of {one} a relation is declared with {other}."),
        ("Van {one} is een relatie opgegeven met {other}.",
         "Of {one} a relation is declared with {other}."),
    ),
}  # fmt: skip
"""Towards a place or thing, and on from it."""


def path_in_words(network: Network, way: Sequence[int], dutch: bool = True) -> list[str]:
    """A way as sentences, one a step. way: numbers of nodes that follow each other."""
    between: dict[frozenset[int], Edge] = {}
    for edge in network.edges:
        ends = frozenset((network.places[edge.left], network.places[edge.right]))
        between.setdefault(ends, edge)
    side = 0 if dutch else 1
    said = []
    for one, other in pairwise(way):
        begin, end = network.nodes[one], network.nodes[other]
        onward = begin.kind != NodeKind.PERSON and end.kind == NodeKind.PERSON
        words = STEPS[between[frozenset((one, other))].kind][onward][side]
        said.append(words.format(one=begin.label, other=end.label))
    return said


def counted(counts: Mapping[NodeKind, int], dutch: bool = True) -> str:
    """How many of each kind: "3 personen, 1 adres"."""
    side = 0 if dutch else 1
    return ", ".join(f"{n} {(KINDS if n == 1 else MANY)[kind][side]}" for kind, n in counts.items())


def finding_in_words(finding: Finding, labels: Mapping[int, str], dutch: bool = True) -> str:
    """Why a pattern is there, as a sentence. labels: the names of what is shared."""
    side = 0 if dutch else 1
    shared = [
        f"{_the(kind, dutch)} {labels[node]}"
        for kind, node in zip(finding.pattern.shared, finding.shared, strict=True)
    ]
    both = (" en ", " and ")[side].join([", ".join(shared[:-1]), shared[-1]][not shared[1:] :])
    many = f"{len(finding.members)} {MANY[NodeKind.PERSON][side]} {('delen', 'share')[side]} {both}"
    if finding.first == NO_DAY:
        return f"{many}."
    first, last = (say_day(day, dutch) for day in (finding.first, finding.last))
    if dutch:
        return f"{many}, geregistreerd van {first} tot en met {last}."
    return f"{many}, registered from {first} to {last}."


def _the(kind: NodeKind, dutch: bool) -> str:
    word = KINDS[kind][0 if dutch else 1]
    return f"{('de' if kind in OF_DE else 'het') if dutch else 'the'} {word}"


def say_day(number: int, dutch: bool = True) -> str:
    """A day since 1970 as people write it."""
    day = date(1970, 1, 1) + timedelta(days=number)
    return say_date(day) if dutch else f"{day.day} {MONTHS[day.month - 1]} {day.year}"
