"""Long work of this room: estimates, a year at a time, and looks of the gate that take longer than
a page waits."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypedDict, Unpack
from uuid import UUID

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from samen.core.errors import Conflict
from samen.core.estimation.compiled import is_kept
from samen.core.terms import Ground
from samen.figures import actions_of_looks, actions_of_releases, queries
from samen.figures.actions import JOB, count
from samen.figures.actions_of_looks import APPROVE, LOOK, PROPOSE
from samen.figures.forms import ProposalForm, filled
from samen.figures.queries_of_releases import releases_in
from samen.figures.values import Asked
from samen.purposes.inside import Purpose, inside
from samen.work import clock
from samen.work.actions import step
from samen.work.jobs import long_work

YEAR = _("Estimating {year}.")
FIRST = _("Estimating {year}. The first estimate after an update takes a minute longer.")


class Who(TypedDict):
    """Who asked for the work, and in which purpose."""

    membership: str
    user: int
    ground: str


@long_work(JOB)
def estimated(work: int, *, query: int, years: tuple[int, int], **who: Unpack[Who]) -> str:
    """Count and estimate; the page of the estimate says what came of it."""
    words = YEAR if is_kept() else FIRST
    with _telling(work) as tell, _opened(who) as purpose:

        def told(year: str, done: int, total: int) -> None:
            tell(YEAR if done else words, done, total, year=year)

        asked = queries.defined().get(pk=query)
        made = count(purpose, asked, years=(years[0], years[1]), now=clock.now(), told=told)
    return reverse("figures:estimate", args=(who["membership"], who["ground"], made.pk))


@long_work(LOOK)
def looked(work: int, *, asked: Asked, **who: Unpack[Who]) -> str:
    """Let the gate look at what was asked on a page; that page shows what it said."""
    with _telling(work) as told, _opened(who) as purpose:
        found = actions_of_looks.look(
            purpose, _as_asked(purpose, asked).proposal(), asked, now=clock.now(), told=told
        )
    return f"{reverse('figures:propose', args=(who['membership'], who['ground']))}?poort={found}"


@long_work(PROPOSE)
def proposed(_work: int, *, asked: Asked, **who: Unpack[Who]) -> str:
    """Propose what was asked on a page, when the gate finds it safe."""
    with _opened(who) as purpose:
        form = _as_asked(purpose, asked)
        made = actions_of_releases.propose(purpose, form.proposal(), now=clock.now())
    return _release(who, made.number)


@long_work(APPROVE)
def approved(_work: int, *, number: int, **who: Unpack[Who]) -> str:
    """Approve a release, when the gate still finds it safe."""
    with _opened(who) as purpose:
        actions_of_releases.approve(purpose, number, now=clock.now())
    return _release(who, number)


def _as_asked(purpose: Purpose, asked: Asked) -> ProposalForm:
    """What was filled in on a page. Raises Conflict when it cannot be asked any more."""
    form = filled(asked, counts=queries.latest_counts(purpose), releases=releases_in(purpose))
    if not form.is_valid():
        raise Conflict(
            _("What was asked of the gate cannot be asked any more."),
            _("It is asked of counts and releases that stand."),
            _("Ask it anew."),
        )
    return form


def _release(who: Who, number: int) -> str:
    return reverse("figures:release", args=(who["membership"], who["ground"], number))


@contextmanager
def _opened(who: Who) -> Iterator[Purpose]:
    with inside(membership=UUID(who["membership"]), user=who["user"], ground=Ground(who["ground"]),
                today=clock.today()) as purpose:  # fmt: skip
        yield purpose


@contextmanager
def _telling(work: int) -> Iterator[Callable[..., None]]:
    """How far work is, told on a connection of its own: at once, not when the work is kept."""
    with ThreadPoolExecutor(1) as teller:

        def told(words: str, done: int, total: int, **values: str) -> None:
            teller.submit(step, work=work, done=done, total=total, now=clock.now(), words=words,
                          **values)  # fmt: skip

        try:
            yield told
        finally:
            teller.submit(connection.close)
