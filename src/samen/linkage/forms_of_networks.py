"""What may be chosen of a network: how far, along what, and to whom a way is wanted."""

import re
from collections.abc import Iterable
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samen.core.networks.network import Network, seen
from samen.core.networks.vocabulary import EdgeKind, NodeKind
from samen.core.networks.words import EDGES, MANY
from samen.linkage.networks import SEEN_EDGES, At, Seen

PERSON = "persoon"
SLUGS = {
    NodeKind.PERSON: PERSON,
    NodeKind.ORGANISATION: "organisatie",
    NodeKind.ADDRESS: "adres",
    NodeKind.PHONE: "telefoon",
    NodeKind.VEHICLE: "voertuig",
    NodeKind.INCIDENT: "voorval",
    NodeKind.DOCUMENT: "document",
    NodeKind.BANK_ACCOUNT: "rekening",
}
"""What a kind is called in an address."""
OF_SLUG = {slug: kind for kind, slug in SLUGS.items()}
MOST_HOPS, HOPS = 4, 2
_PLACE = re.compile(r"([a-z]+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?(?:[?#].*)?\s*$")


def side() -> int:
    """0 for a reader of Dutch, else 1."""
    return 0 if get_language() == "nl" else 1


class NetworkForm(forms.Form):
    """Part of the address of a page, so that it can be kept; it holds no name of anybody."""

    stappen = forms.TypedChoiceField(
        label=_("Steps"), coerce=int, required=False,
        choices=[(number, str(number)) for number in range(1, MOST_HOPS + 1)],
    )  # fmt: skip
    soort = forms.MultipleChoiceField(
        label=_("Along what"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(kind.value, EDGES[kind][side()]) for kind in EdgeKind
                         if kind in SEEN_EDGES],
    )  # fmt: skip
    naar = forms.CharField(
        label=_("The way to"), required=False, max_length=2000, widget=forms.Select
    )
    ander = forms.CharField(
        label=_("or to the network at this address"), required=False, max_length=2000,
        help_text=_("Copy the address of the page of another person, place or thing."),
    )  # fmt: skip

    def offer(self, nodes: Iterable[tuple[str, list[tuple[str, str]]]]) -> None:
        """Put the nodes to choose from into the form."""
        self.fields["naar"].widget.choices = [("", "–"), *nodes]

    def hops(self) -> int:
        """How many steps."""
        return int(self.cleaned_data.get("stappen") or HOPS)

    def kinds(self) -> frozenset[EdgeKind]:
        """Along which edges; all where none is chosen."""
        chosen = self.cleaned_data.get("soort")
        return frozenset(EdgeKind(kind) for kind in chosen) if chosen else SEEN_EDGES

    def kept(self) -> str:
        """The end of an address that keeps what is chosen, from one node to the next."""
        chosen = [("stappen", str(self.hops()))] if self.hops() != HOPS else []
        chosen += [("soort", kind) for kind in self.cleaned_data.get("soort") or ()]
        return f"?{urlencode(chosen)}" if chosen else ""

    def target(self) -> At | None:
        """To whom a way is wanted."""
        data = self.cleaned_data
        return place_in(data.get("ander") or data.get("naar") or "")


def asked_form(given: QueryDict) -> NetworkForm:
    """The form of a page's address, looked at; two steps where it says nothing."""
    asked = given.copy()
    asked.setdefault("stappen", str(HOPS))
    form = NetworkForm(asked)
    form.is_valid()
    return form


def place_in(words: str) -> At | None:
    """The node that an address of its page names, or the end of one; None for another text."""
    found = _PLACE.search(words)
    kind = OF_SLUG.get(found[1]) if found else None
    return (kind, UUID(found[2])) if found and kind else None


def address(at: At) -> str:
    """A node as an address ends with it."""
    return f"{SLUGS[at[0]]}/{at[1]}"


def choices(seen_network: Seen) -> Iterable[tuple[str, list[tuple[str, str]]]]:
    """The nodes of a network to choose from, by kind."""
    network: Network = seen_network.network
    for kind in network.counts():
        these = [
            (address(seen_network.at[node.id]), seen(node.label))
            for node in network.nodes
            if node.kind == kind and node.id != network.centre
        ]
        if these:
            yield MANY[kind][side()], sorted(these, key=lambda each: each[1])
