"""Where one goes on from a processing or a registration, into rooms that stand on the register.

The register knows none of these rooms; a room brings its door as a line here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.exchange.views.common import may_see
from samen.figures.queries import may_count
from samen.linkage.forms_of_networks import PERSON
from samen.linkage.holding import may_link
from samen.purposes.inside import Purpose
from samen.register.views.common import READERS

register = template.Library()


def _reads(purpose: Purpose) -> bool:
    return purpose.role in READERS


@dataclass(frozen=True)
class Door:
    """A link to a page of another room, for who may open it. words: the end of its address."""

    label: Promise
    url_name: str
    opens: Callable[[Purpose], bool]
    words: tuple[str, ...] = ()


OF_PROCESSING = (
    Door(_("Count and release figures"), "figures:overview", may_count),
    Door(_("Who is the same person: runs, review, quality"), "linkage:overview", may_link),
    Door(_("Patterns of what people share"), "networks:patterns", _reads),
    Door(_("Asking other organisations without names"), "exchange:overview", may_see),
)
OF_REGISTRATION = (
    Door(_("The person, with all registrations"), "linkage:of_registration", may_link),
    Door(_("The network: who shares what with whom"), "networks:network", _reads, (PERSON,)),
)


@register.simple_tag
def doors(purpose: Purpose, number: object = None) -> list[dict[str, object]]:
    """The doors of a registration, or of the processing when there is no number."""
    words = (purpose.membership.pk, purpose.ground)
    end = (number,) if number else ()
    return [
        {"label": each.label, "address": reverse(each.url_name, args=(*words, *each.words, *end))}
        for each in (OF_REGISTRATION if number else OF_PROCESSING)
        if each.opens(purpose)
    ]
