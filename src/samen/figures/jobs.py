"""Long work of this room: estimates, a year at a time."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from samen.core.estimation.compiled import is_kept
from samen.core.terms import Ground
from samen.figures.actions import JOB, count
from samen.figures.queries import defined
from samen.purposes.inside import inside
from samen.work import clock
from samen.work.actions import step
from samen.work.jobs import long_work

YEAR = _("Estimating {year}.")
FIRST = _("Estimating {year}. The first estimate after an update takes a minute longer.")


@long_work(JOB)
def estimated(work: int, *, membership: str, user: int, ground: str, query: int,
              years: tuple[int, int]) -> str:  # fmt: skip
    """Count and estimate; how far it is is told on a connection of its own, at once."""
    opened = inside(
        membership=UUID(membership), user=user, ground=Ground(ground), today=clock.today()
    )
    words = YEAR if is_kept() else FIRST
    with ThreadPoolExecutor(1) as teller:

        def told(year: str, done: int, total: int) -> None:
            teller.submit(step, work=work, done=done, total=total, now=clock.now(),
                          words=YEAR if done else words, year=year)  # fmt: skip

        try:
            with opened as purpose:
                asked = defined().get(pk=query)
                count(purpose, asked, years=(years[0], years[1]), now=clock.now(), told=told)
        finally:
            teller.submit(connection.close)
    return reverse("figures:overview", args=(membership, ground))
