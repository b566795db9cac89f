"""Pages of networks: who and what is near somebody, the way between two, patterns, files."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_POST

from samen.core.networks.drawing import drawing, sign
from samen.core.networks.layout import layout
from samen.core.networks.network import Network
from samen.core.networks.paths import shortest_path
from samen.core.networks.vocabulary import NodeKind
from samen.core.networks.words import EDGES, KINDS, counted, path_in_words
from samen.linkage.actions_of_networks import FORMS, take_out
from samen.linkage.forms_of_networks import OF_SLUG, SLUGS, NetworkForm, asked_form, choices, side
from samen.linkage.networks import At, Seen, around
from samen.linkage.shared_patterns import patterns_found
from samen.purposes.inside import Purpose
from samen.register.views.common import READERS, attached, in_purpose, require, shown


@require_GET
@in_purpose
def network(request: HttpRequest, purpose: Purpose, kind: str, number: UUID) -> HttpResponse:
    """The network around one person, place or thing: drawn, as a table, and ways in words."""
    require(purpose, READERS)
    form = asked_form(request.GET)
    found = _around(purpose, form, kind, number)
    if found is None:
        return _missing(request, purpose)
    form.offer(choices(found))
    asked = form.target()
    far = None if asked is None or asked in found.at.values() else asked
    wider = _around(purpose, form, kind, number, far) if far else found
    given: dict[str, Any] = {"form": form, "way": _way(wider, asked), "is_way": asked is not None,
             "slug": kind, "number": number, "asked": request.GET.urlencode()}  # fmt: skip
    given |= _drawn(purpose, found, form)
    return shown(request, purpose, "linkage/network.html", **given)


def _missing(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    return shown(request, purpose, "linkage/network_missing.html", HTTPStatus.NOT_FOUND)


def _around(
    purpose: Purpose, form: NetworkForm, slug: str, number: UUID, target: At | None = None
) -> Seen | None:
    """What is near; None for what the purpose does not show or an address that names nothing."""
    if slug not in OF_SLUG:
        return None
    starts = [(OF_SLUG[slug], number), *([target] if target else [])]
    return around(purpose, starts, hops=form.hops(), kinds=form.kinds())


def _way(found: Seen | None, target: At | None) -> list[str]:
    """The way from the centre to another node, in sentences; none where there is no way."""
    if found is None or target is None:
        return []
    ends = [node for node, at in found.at.items() if at == target] or list(found.ends[1:])
    places = found.network.places
    if not ends:
        return []
    way = shortest_path(found.network.graph, places[found.network.centre], places[ends[0]])
    return path_in_words(found.network, way, dutch=side() == 0) if way else []


def _drawn(purpose: Purpose, found: Seen, form: NetworkForm) -> dict[str, Any]:
    """The drawing, and all that it shows in rows."""
    net = found.network
    links = {node: address_of(purpose, at) + form.kept() for node, at in found.at.items()}
    place = layout(net.graph, net.places[net.centre])
    centre = net.nodes[net.places[net.centre]]
    return {
        "centre": centre, "centre_kind": KINDS[centre.kind][side()],
        "is_person": centre.kind == NodeKind.PERSON, "registration": found.at[net.centre][1],
        "counted": counted(net.counts(), side() == 0), "left_out": net.left_out,
        "hubs": [node for node in net.nodes if node.count],
        "svg": SafeString(
            drawing(net, place, title=centre.label, links=links, dutch=side() == 0)
        ),
        "signs": [(SafeString(sign(kind)), KINDS[kind][side()]) for kind in net.counts()],
        "rows": _rows(net, links), "alone": not net.edges, "forms": list(FORMS),
    }  # fmt: skip


def _rows(net: Network, links: dict[str, str]) -> list[dict[str, Any]]:
    """A row for each edge, those of the nearest first."""

    def end(node: str) -> dict[str, str]:
        named = net.nodes[net.places[node]]
        return {"label": named.label, "called": KINDS[named.kind][side()], "link": links[node]}

    ordered = sorted(net.edges, key=lambda e: (net.places[e.left], net.places[e.right], e.kind))
    return [
        {"left": end(edge.left), "right": end(edge.right), "words": EDGES[edge.kind][side()],
         "is_derived": edge.is_derived, "source": edge.source}
        for edge in ordered
    ]  # fmt: skip


def address_of(purpose: Purpose, at: At) -> str:
    """The address of the network of a node."""
    inside = {"part": purpose.membership.pk, "ground": purpose.ground}
    return reverse("networks:network", kwargs={**inside, "kind": SLUGS[at[0]], "number": at[1]})


@require_POST
@in_purpose
def export(request: HttpRequest, purpose: Purpose, kind: str, number: UUID) -> HttpResponse:
    """The network of a page as a file."""
    require(purpose, READERS)
    form = asked_form(request.GET)
    found, wanted = _around(purpose, form, kind, number), request.POST.get("vorm", "")
    if found is None or wanted not in FORMS:
        return _missing(request, purpose)
    _write, name, content_type = FORMS[wanted]
    return attached(take_out(purpose, found, wanted), name, content_type)


@require_GET
@in_purpose
def patterns(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """The patterns of shared places and things in this processing."""
    require(purpose, READERS)
    found = patterns_found(purpose, dutch=side() == 0)
    told = [
        {"pattern": each.pattern, "name": (each.pattern.nl, each.pattern.en)[side()],
         "meaning": (each.pattern.meaning_nl, each.pattern.meaning_en)[side()],
         "left_out": each.left_out,
         "found": [{"sentence": one.sentence,
                    "shared": [(named, address_of(purpose, named.at)) for named in one.shared],
                    "members": [(named, address_of(purpose, named.at)) for named in one.members]}
                   for one in each.found]}
        for each in found.kinds
    ]  # fmt: skip
    return shown(request, purpose, "linkage/patterns.html", told=told,
                 unlinked=found.unlinked)  # fmt: skip
