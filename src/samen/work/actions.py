"""Starting long work, saying how far it is, ending it, and removing it when its term is over.

`start_work` records the work and defers its job in the transaction of the caller: either
both are there or neither. The words of the log are for the person who waits: sentences with
{places} for the values that are given by name.
"""

from datetime import datetime, timedelta

from asgiref.sync import async_to_sync
from django.db import transaction
from django.utils.translation import gettext_noop as _
from procrastinate.contrib.django import app
from procrastinate.types import JSONValue

from samen.core.errors import Refused, SamenError
from samen.work.models import LogLine, Work, WorkState

KEPT_DAYS = 90


@transaction.atomic
def start_work(
    *,
    title: str,
    job: str,
    arguments: dict[str, JSONValue],
    started_by: int | None,
    now: datetime,
    result_url: str = "",
    **values: object,
) -> Work:
    """Ask for long work. job: a name given to `samen.work.jobs.long_work`."""
    work = Work.objects.create(
        sentence=title,
        values=_plain(values),
        started_by_id=started_by,
        asked_at=now,
        result_url=result_url,
    )
    app.configure_task(job).defer(**{"work": work.pk, **arguments})
    return work


@transaction.atomic
def begin(*, work: int, attempt: int, now: datetime) -> None:
    """Note that a worker took the work up, for the first time or again after a worker died."""
    item = Work.objects.select_for_update().get(pk=work)
    if item.state in (WorkState.DONE, WorkState.FAILED):
        raise Refused(_("This work has ended already."), "", _("Start it anew."))
    item.state, item.started_at, item.done = WorkState.RUNNING, now, 0
    item.save()
    _say(work, now, _("Begun.") if attempt == 0 else _("Taken up again after an interruption."))


def step(
    *, work: int, done: int, total: int, words: str = "", now: datetime, **values: object
) -> None:
    """Say how far the work is; the page shows it at its next look."""
    running = Work.objects.filter(pk=work, state=WorkState.RUNNING)
    if running.update(done=min(done, total), total=total) and words:
        _say(work, now, words, **values)


@transaction.atomic
def finish(*, work: int, result_url: str = "", now: datetime) -> None:
    """End the work well."""
    item = Work.objects.get(pk=work)
    item.total = max(item.total, 1)
    item.state, item.ended_at, item.done = WorkState.DONE, now, item.total
    item.result_url = result_url or item.result_url
    item.save()
    _say(work, now, _("Done."))


@transaction.atomic
def fail(*, work: int, error: SamenError, now: datetime) -> None:
    """End the work because it cannot go on; the error tells the person who waits what to do."""
    item = Work.objects.get(pk=work)
    item.state, item.ended_at = WorkState.FAILED, now
    item.save()
    _say(work, now, error.found, error.allowed, error.todo, **error.values)


@transaction.atomic
def remove_old_work(*, now: datetime) -> int:
    """Remove work that ended, or was asked for in vain, ninety days ago; return how much."""
    before = now - timedelta(days=KEPT_DAYS)
    ended = Work.objects.filter(ended_at__lt=before)
    forgotten = Work.objects.filter(ended_at__isnull=True, asked_at__lt=before)
    gone = list((ended | forgotten).values_list("pk", flat=True))
    Work.objects.filter(pk__in=gone).delete()
    return len(gone)


def remove_old_jobs() -> None:
    """Remove what the queue remembers of jobs that ended ninety days ago, by its own clock."""
    async_to_sync(app.job_manager.delete_old_jobs)(
        nb_hours=KEPT_DAYS * 24, include_failed=True, include_cancelled=True, include_aborted=True
    )


def _say(work: int, now: datetime, *sentences: str, **values: object) -> None:
    LogLine.objects.create(
        work_id=work, at=now, sentences=[each for each in sentences if each], values=_plain(values)
    )


def _plain(values: dict[str, object]) -> dict[str, str | int | float]:
    """The values as JSON can keep them."""
    return {
        name: value if isinstance(value, int | float) else str(value)
        for name, value in values.items()
    }
