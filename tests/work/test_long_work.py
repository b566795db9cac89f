"""Long work: what its page says, and that it goes on after its worker was killed."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from asgiref.sync import async_to_sync
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.types import JSONValue

from samen.core.errors import BadInput
from samen.site.database import with_database
from samen.work import actions, jobs, queries
from samen.work.models import Work, WorkState
from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2021, 11, 17, 10, tzinfo=UTC)


@jobs.long_work("tests.count")
def count(work: int, *, until: int) -> str:
    for done in range(1, until + 1):
        actions.step(work=work, done=done, total=until, words="{n} geteld.", now=NOW, n=done)
    return "/klaar"


@jobs.long_work("tests.stumble")
def stumble(work: int) -> str:
    raise BadInput("Het bestand is leeg.", "", "Kies een ander.")


def begin(job: str, **arguments: JSONValue) -> Work:
    return actions.start_work(
        title="Tellen", job=job, arguments=arguments, started_by=None, now=NOW
    )


def log_of(work: Work) -> str:
    return "\n".join(line.words for line in queries.log_of(work))


def without_a_loop[T](act: Callable[[], T]) -> T:
    """Run `act` in its own thread: a browser test before this one leaves its event loop in ours."""

    def act_and_close() -> T:
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as threads:
        return threads.submit(act_and_close).result()


def run_worker() -> None:
    connector = app.connector
    assert isinstance(connector, DjangoConnector)
    with app.replace_connector(connector.get_worker_connector()) as worker:
        without_a_loop(
            lambda: worker.run_worker(
                wait=False, install_signal_handlers=False, listen_notify=False
            )
        )


def test_a_worker_does_the_work_and_its_page_knows_the_result() -> None:
    work = begin("tests.count", until=3)
    run_worker()
    work.refresh_from_db()
    assert (work.state, work.done, work.total, work.result_url) == (WorkState.DONE, 3, 3, "/klaar")
    assert "3 geteld." in log_of(work)


def test_an_expected_error_is_a_sentence_in_the_log() -> None:
    work = begin("tests.stumble")
    run_worker()
    work.refresh_from_db()
    assert work.state == WorkState.FAILED
    assert "Het bestand is leeg. Kies een ander." in log_of(work)


def jobs_there() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs")
        return int(cursor.fetchone()[0])


def test_work_that_is_rolled_back_has_no_job() -> None:
    before = jobs_there()
    with transaction.atomic():
        begin("tests.count", until=1)
        transaction.set_rollback(True)
    assert jobs_there() == before
    assert not Work.objects.exists()


def test_after_three_attempts_it_is_given_up() -> None:
    work = begin("tests.count", until=1)
    jobs.run_work(count, work=work.pk, attempt=3, arguments={"until": 1})
    work.refresh_from_db()
    assert work.state == WorkState.FAILED


WORKER = textwrap.dedent("""
    import time, django
    django.setup()
    from procrastinate.contrib.django import app
    from samen.work import actions, clock, jobs

    @jobs.long_work("tests.slow")
    def slow(work: int) -> str:
        actions.step(work=work, done=1, total=9, words="Half.", now=clock.now())
        time.sleep(120)
        return ""

    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False)
""")


def test_work_of_a_killed_worker_is_taken_up_again() -> None:
    work = begin("tests.slow_in_time")
    url = with_database(os.environ["DATABASE_OWNER_URL"], connection.settings_dict["NAME"])
    environment = os.environ | {"DATABASE_URL": url, "DATABASE_OWNER_URL": url}
    source = WORKER.replace("tests.slow", "tests.slow_in_time")
    worker = subprocess.Popen([sys.executable, "-c", source], env=environment)
    deadline = time.monotonic() + 40
    while Work.objects.get(pk=work.pk).done == 0 and time.monotonic() < deadline:
        time.sleep(0.2)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    assert Work.objects.get(pk=work.pk).state == WorkState.RUNNING

    @jobs.long_work("tests.slow_in_time")
    def quick(work: int) -> str:
        return "/alsnog"

    assert without_a_loop(lambda: async_to_sync(jobs.retry_stalled)(0)) == 1
    run_worker()
    work.refresh_from_db()
    assert (work.state, work.result_url) == (WorkState.DONE, "/alsnog")
    assert "Opnieuw opgepakt" in log_of(work)


def test_the_time_that_is_left_follows_the_speed() -> None:
    work = Work(state=WorkState.RUNNING, started_at=NOW, done=25, total=100)
    assert queries.time_left(work, now=NOW + timedelta(seconds=10)) == timedelta(seconds=30)
    assert queries.time_left(Work(state=WorkState.WAITING), now=NOW) is None


def test_the_page_asks_again_until_it_has_ended(cast: Cast) -> None:
    work = actions.start_work(
        title="Tellen", job="tests.count", arguments={"until": 2}, now=NOW,
        started_by=cast["reader"].pk,
    )  # fmt: skip
    client = cast.client("reader")
    page = client.get(f"/werk/{work.pk}/").content.decode()
    assert 'hx-trigger="every 2s"' in page
    assert '<noscript><meta http-equiv="refresh"' in page
    run_worker()
    part = client.get(f"/werk/{work.pk}/stand").content.decode()
    assert "hx-trigger" not in part
    assert 'href="/klaar"' in part
    assert cast.client("approver").get(f"/werk/{work.pk}/").status_code == 404


def test_the_log_is_in_the_language_of_who_reads_it(cast: Cast) -> None:
    work = actions.start_work(
        title="Reading {name}", name="a{b}.txt", job="tests.count", arguments={"until": 1},
        started_by=cast["reader"].pk, now=NOW,
    )  # fmt: skip
    jobs.run_work(count, work=work.pk, attempt=jobs.MOST_ATTEMPTS, arguments={"until": 1})
    client = cast.client("reader")
    dutch = client.get(f"/werk/{work.pk}/").content.decode()
    client.cookies["django_language"] = "en"
    english = client.get(f"/werk/{work.pk}/").content.decode()
    assert "Na 3 pogingen opgegeven" in dutch
    assert "a{b}.txt lezen" in dutch
    assert "Given up after 3 attempts" in english
    assert "Reading a{b}.txt" in english


def test_work_goes_ninety_days_after_it_ended() -> None:
    old, young, forgotten, running = (begin("tests.count", until=1) for _ in range(4))
    for work, ended in ((old, NOW), (young, NOW + timedelta(days=1))):
        jobs.run_work(count, work=work.pk, attempt=0, arguments={"until": 1})
        Work.objects.filter(pk=work.pk).update(ended_at=ended)
    Work.objects.filter(pk=running.pk).update(asked_at=NOW + timedelta(days=80))
    later = NOW + timedelta(days=actions.KEPT_DAYS, seconds=1)
    assert actions.remove_old_work(now=later) == 2
    assert set(Work.objects.values_list("pk", flat=True)) == {young.pk, running.pk}
    assert not queries.log_of(old)
    assert actions.remove_old_work(now=later) == 0
    assert forgotten.pk


def test_the_page_of_work_that_stopped_says_why_and_where_to_go_on(cast: Cast) -> None:
    work = actions.start_work(
        title="Tellen", job="tests.stumble", arguments={}, started_by=cast["reader"].pk, now=NOW,
        result_url="/daar",
    )  # fmt: skip
    jobs.run_work(stumble, work=work.pk, attempt=0, arguments={})
    page = cast.client("reader").get(f"/werk/{work.pk}/").content.decode()
    assert '<p class="alert alert--error">Het bestand is leeg. Kies een ander.</p>' in page
    assert "de verwerking gaat door" not in page
    assert 'href="/daar">Naar de pagina waar dit over gaat</a>' in page
