"""What waits for a person in the processings in which they take part: a line a kind of work.

A room tells how much waits by a count that holds no person, asked inside the person's own
purpose; it brings its work as a line in WORK.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.core.errors import SamenError
from samen.core.terms import Ground
from samen.exchange import queries as exchange
from samen.exchange.holding import may_ask
from samen.figures.queries import may_count
from samen.figures.queries_of_releases import releases_to_decide
from samen.linkage.holding import may_link
from samen.linkage.queries import waits_for_second
from samen.linkage.queries_of_review import MOST_WAITING, ReviewList, suggestions_left
from samen.purposes.inside import Purpose, inside
from samen.purposes.labels import GROUNDS
from samen.purposes.queries import memberships_of
from samen.purposes.templatetags.purposes_terms import region
from samen.register.queries_of_files import to_mend, waiting_files
from samen.register.queries_of_keeping import requests_to_answer, requests_to_decide
from samen.register.views.common import OFFICERS, WRITERS

MOST_OPENED = 8
"""Purposes that the first page opens to count; who has more finds the work in the register."""

type Test = Callable[[Purpose], bool]
type Counted = Callable[[Purpose], int]


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work: what it is called, its page, whose it is, how much waits.

    words: the end of its address. is_of_ground: whether each ground of a law has its own.
    """

    label: Promise
    url_name: str
    is_theirs: Test
    waits: Counted
    words: tuple[str, ...] = ()
    is_of_ground: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """So much of a kind of work waits in a place: a processing, for whom one takes part.

    is_more: more was not counted.
    """

    place: str
    label: Promise
    address: str
    number: int
    is_more: bool


def _writes(purpose: Purpose) -> bool:
    return purpose.role in WRITERS


def _supervises(purpose: Purpose) -> bool:
    return purpose.role in OFFICERS


WORK = (
    Work(_("Files that are not taken in yet"), "register:processing", _writes,
         lambda purpose: waiting_files(purpose).count()),
    Work(_("Files with rows to mend"), "register:processing", _writes,
         lambda purpose: to_mend(purpose).count()),
    Work(_("Suggestions: is this the same person?"), "linkage:review", may_link,
         suggestions_left, (ReviewList.SUGGESTIONS,)),
    Work(_("Pairs that wait for you as the second person"), "linkage:waiting", may_link,
         waits_for_second),
    Work(_("Hits of other organisations that wait for an answer"), "exchange:overview", may_ask,
         lambda purpose: sum(exchange.waiting(purpose).values())),
    Work(_("Agreements to approve"), "exchange:overview", _supervises,
         lambda purpose: exchange.to_approve(purpose).count(), is_of_ground=True),
    Work(_("Requests for access to decide on"), "register:requests", _supervises,
         lambda purpose: requests_to_decide(purpose).count()),
    Work(_("Requests for access to answer"), "register:requests", _supervises,
         lambda purpose: requests_to_answer(purpose).count()),
    Work(_("Releases that wait for a second person"), "figures:overview", may_count,
         releases_to_decide),
)  # fmt: skip


def waiting(user: int, *, on: date, request: str) -> list[Line] | None:
    """What waits for a person on a day, by place; None where too much would be opened."""
    parts = memberships_of(user, on=on).order_by(
        "processing__name", "processing", "organisation__name", "team__name", "region", "pk"
    )
    views = [(part.pk, Ground(ground)) for part in parts for ground in part.processing.grounds]
    if len(views) > MOST_OPENED:
        return None
    told: set[tuple[str, ...]] = set()
    found: list[Line] = []
    for part, ground in views:
        with (
            suppress(SamenError),  # a purpose that does not open holds no work
            inside(membership=part, user=user, ground=ground, today=on, request=request) as purpose,
        ):
            found += _lines(purpose, told)
    return found


def _lines(purpose: Purpose, told: set[tuple[str, ...]]) -> Iterator[Line]:
    """The work of one purpose. told: what was told already, in another role or on another ground
    of the same law."""
    part = purpose.membership
    team = part.team.name if part.team else ""
    names = (part.processing.name, part.organisation.name, team, region(part.region))
    for_whom = ", ".join(filter(None, names))
    grounds = part.processing.grounds
    place = for_whom if len(grounds) == 1 else f"{for_whom}, {GROUNDS[purpose.ground]}"
    for work in WORK:
        its = (for_whom, str(work.label), purpose.ground if work.is_of_ground else purpose.regime)
        if its in told or not work.is_theirs(purpose):
            continue
        told.add(its)
        if number := work.waits(purpose):
            address = reverse(work.url_name, args=(part.pk, purpose.ground, *work.words))
            yield Line(place, work.label, address, number, number == MOST_WAITING)
