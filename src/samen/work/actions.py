"""Starting long work, saying how far it is, and ending it.

`start_work` records the work and defers its job in the transaction of the caller: either
both are there or neither. The words of the log are for the person who waits.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from procrastinate.contrib.django import app
from procrastinate.types import JSONValue

from samen.core.errors import Refused
from samen.work.models import Work, WorkState


@transaction.atomic
def start_work(
    *,
    title: str,
    job: str,
    arguments: dict[str, JSONValue],
    started_by: int | None,
    now: datetime,
    result_url: str = "",
) -> Work:
    """Ask for long work. job: a name given to `samen.work.jobs.long_work`."""
    work = Work.objects.create(
        title=title, started_by_id=started_by, asked_at=now, result_url=result_url
    )
    app.configure_task(job).defer(**{"work": work.pk, **arguments})
    return work


@transaction.atomic
def begin(*, work: int, attempt: int, now: datetime) -> None:
    """Note that a worker took the work up, for the first time or again after a worker died."""
    item = Work.objects.select_for_update().get(pk=work)
    if item.state in (WorkState.DONE, WorkState.FAILED):
        raise Refused(_("This work has ended already."), "", _("Start it anew."))
    words = "Begonnen." if attempt == 0 else "Opnieuw opgepakt na een onderbreking."
    item.state, item.started_at, item.done = WorkState.RUNNING, now, 0
    item.log += _line(words, now)
    item.save()


def step(*, work: int, done: int, total: int, words: str = "", now: datetime) -> None:
    """Say how far the work is; the page shows it at its next look."""
    changes: dict[str, object] = {"done": min(done, total), "total": total}
    if words:
        changes["log"] = Concat(F("log"), Value(_line(words, now)))
    Work.objects.filter(pk=work, state=WorkState.RUNNING).update(**changes)


def finish(*, work: int, words: str = "", result_url: str = "", now: datetime) -> None:
    """End the work well."""
    item = Work.objects.get(pk=work)
    item.total = max(item.total, 1)
    item.state, item.ended_at, item.done = WorkState.DONE, now, item.total
    item.result_url = result_url or item.result_url
    item.log += _line(words or "Klaar.", now)
    item.save()


def fail(*, work: int, words: str, now: datetime) -> None:
    """End the work because it cannot go on. words: what to do, for the person who waits."""
    item = Work.objects.get(pk=work)
    item.state, item.ended_at = WorkState.FAILED, now
    item.log += _line(words, now)
    item.save()


def _line(words: str, now: datetime) -> str:
    return f"{timezone.localtime(now):%H:%M:%S}  {words}\n"
