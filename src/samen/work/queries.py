"""What may be asked about long work."""

from datetime import datetime, timedelta

from django.db.models import Q

from samen.work.models import LogLine, Work, WorkState

ENDED = (WorkState.DONE, WorkState.FAILED)


def latest(user: int, *, limit: int = 5) -> list[Work]:
    """The latest work that a person started, newest first."""
    return list(Work.objects.filter(started_by=user).order_by("-asked_at")[:limit])


def visible_work(number: int, *, user: int) -> Work | None:
    """One piece of work, for who started it; work of the command line is for everybody."""
    mine = Q(started_by=user) | Q(started_by__isnull=True)
    return Work.objects.filter(mine, pk=number).first()


def log_of(work: Work) -> list[LogLine]:
    """What happened, line by line, the first line first."""
    return list(work.lines.all())


def has_ended(work: Work) -> bool:
    return work.state in ENDED


def time_left(work: Work, *, now: datetime) -> timedelta | None:
    """How long it still takes at the speed so far; None while that cannot be said."""
    if work.state != WorkState.RUNNING or not work.started_at or not work.done:
        return None
    return (now - work.started_at) * ((work.total - work.done) / work.done)
