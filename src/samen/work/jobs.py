"""Jobs: functions of a room that a worker runs, each behind one piece of work.

    @long_work("letters.read")
    def read(work: int, *, document: int) -> str: ...

The function says how far it is with `actions.step` and returns the address of its result
(or ""). It may be run again from the start when a worker was killed, so what it writes it
writes in one transaction or in a way that can be repeated.
"""

import logging
from collections.abc import Callable

from django.utils.translation import gettext_noop as _
from procrastinate import JobContext
from procrastinate.contrib.django import app

from samen.core.errors import CannotRun, SamenError
from samen.work import actions, clock

MOST_ATTEMPTS = 3
SILENT_SECONDS = 60
log = logging.getLogger(__name__)


def long_work(name: str) -> Callable[[Callable[..., str]], Callable[..., str]]:
    """Register a function as the job behind a kind of work."""

    def register(function: Callable[..., str]) -> Callable[..., str]:
        @app.task(name=name, pass_context=True)
        def run(context: JobContext, /, work: int, **arguments: object) -> None:
            run_work(function, work=work, attempt=context.job.attempts, arguments=arguments)

        return function

    return register


def run_work(
    function: Callable[..., str], *, work: int, attempt: int, arguments: dict[str, object]
) -> None:
    """Run a job's function and end its work; an expected error becomes a sentence."""
    if attempt >= MOST_ATTEMPTS:
        actions.fail(work=work, error=given_up(), now=clock.now())
        return
    actions.begin(work=work, attempt=attempt, now=clock.now())
    try:
        result = function(work, **arguments)
    except SamenError as error:
        actions.fail(work=work, error=error, now=clock.now())
    except Exception:
        actions.fail(work=work, error=broken(), now=clock.now())
        raise
    else:
        actions.finish(work=work, result_url=result or "", now=clock.now())


def given_up() -> CannotRun:
    return CannotRun(
        _("Given up after {attempts} attempts: the work stopped each time."),
        "",
        _("Report it to the administrator."),
        attempts=MOST_ATTEMPTS,
    )


def broken() -> CannotRun:
    return CannotRun(
        _("Something went wrong in the system."),
        "",
        _("Start it anew; if that does not help, report it to the administrator."),
    )


@app.periodic(cron="* * * * *")
@app.task(name="work.take_up_again", pass_context=True)
async def take_up_again(_context: JobContext, /, timestamp: int) -> None:
    """Every minute: give jobs of workers that died to those that live."""
    log.debug("looking for silent workers at %s", timestamp)
    await retry_stalled(SILENT_SECONDS)


async def retry_stalled(silent_seconds: float) -> int:
    """Put jobs back whose worker has been silent; return how many."""
    manager = app.job_manager
    stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=silent_seconds))
    for job in stalled:
        log.warning("job %s of a silent worker is taken up again", job.id)
        await manager.retry_job(job)
    return len(stalled)
