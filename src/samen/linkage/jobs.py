"""Long work of this room: linking all registrations of a processing."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from samen.core.terms import Ground
from samen.linkage.actions import JOB, STEPS, link_all
from samen.linkage.actions_of_arrivals import link_new
from samen.purposes.inside import inside
from samen.work import clock
from samen.work.actions import step
from samen.work.jobs import long_work

SAID = {
    "read": _("Reading the registrations."),
    "standardise": _("Writing names, dates and addresses alike."),
    "block": _("Looking for pairs."),
    "learn": _("Learning what agreement weighs."),
    "score": _("Weighing the pairs."),
    "write": _("Writing links and entities."),
}
DONE = _("{records} registrations, {entities} persons, {linked} links, {suggested} suggestions.")


@long_work(JOB)
def link(work: int, *, membership: str, user: int, ground: str, new: bool = False) -> str:
    """Link a processing; how far it is is told on a connection of its own, at once.

    new: only what came in since the last run.
    """
    now = clock.now()
    act = link_new if new else link_all
    opened = inside(
        membership=UUID(membership), user=user, ground=Ground(ground), today=clock.today()
    )
    with ThreadPoolExecutor(1) as teller:

        def told(name: str) -> None:
            teller.submit(step, work=work, done=STEPS.index(name), total=len(STEPS),
                          now=clock.now(), words=SAID[name])  # fmt: skip

        try:
            with opened as purpose:
                run = act(purpose, now=now, told=told)
        finally:
            teller.submit(connection.close)
    step(work=work, done=len(STEPS), total=len(STEPS), words=DONE, now=clock.now(),
         records=run.records, entities=run.entities, linked=run.linked,
         suggested=run.suggested)  # fmt: skip
    return reverse("linkage:overview", args=(membership, ground))
