"""What is past its term goes, by a clock that is handed in; what is not, stays."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from procrastinate.contrib.django import app

from samen.accounts import actions, trail
from samen.accounts.models import User
from samen.accounts.retention import EMPTIED_DOMAIN, years_before
from samen.core.errors import Refused
from samen.programme.actions import make_calendar_address
from samen.site import jobs
from samen.site.retention import keep_terms
from tests.cast import Cast

pytestmark = pytest.mark.django_db
CLOSED = date(2021, 11, 17)
DUE = datetime(2023, 11, 17, 12, tzinfo=UTC)


@pytest.fixture
def closed(cast: Cast) -> User:
    """An account that was closed, with a past in the trail."""
    user = cast["reader"]
    actions.close_account(user=user.pk, today=CLOSED, by=cast["administrator"].pk)
    return user


def names_in_the_trail(user: User) -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select name, email from accounts_userevent where pgh_obj_id = %s", [user.pk]
        )
        return set(cursor.fetchall())


def test_a_closed_account_keeps_its_name_for_two_years(closed: User) -> None:
    assert keep_terms(now=DUE - timedelta(days=1))["accounts"] == 0
    closed.refresh_from_db()
    assert closed.name == "Ties Voorbeeld"


def test_the_calendar_address_goes_when_the_account_closes(cast: Cast) -> None:
    token = make_calendar_address(by=cast["reader"], now=DUE)
    assert keep_terms(now=DUE)["calendars"] == 0
    actions.close_account(user=cast["reader"].pk, today=CLOSED, by=cast["administrator"].pk)
    assert keep_terms(now=DUE)["calendars"] == 1
    assert Client().get(f"/programma/termijnen/{token}.ics").status_code == 404


def test_then_name_and_address_go_from_the_account_and_from_the_trail(closed: User) -> None:
    assert len(names_in_the_trail(closed)) == 1
    assert keep_terms(now=DUE)["accounts"] == 1
    closed.refresh_from_db()
    emptied = (f"account {closed.pk}", f"{closed.pk}@{EMPTIED_DOMAIN}")
    assert (closed.name, closed.email) == emptied
    assert closed.organisation is None
    assert names_in_the_trail(closed) == {emptied}
    assert keep_terms(now=DUE + timedelta(days=1))["accounts"] == 0


def test_the_trail_still_says_that_acts_were_one_persons(closed: User) -> None:
    before = {trace.number for trace in trail.traces() if trace.what == "accounts.User"}
    keep_terms(now=DUE)
    after = {trace.number for trace in trail.traces() if trace.what == "accounts.User"}
    assert str(closed.pk) in before
    assert before <= after
    assert closed.grants.exists()


def test_an_emptied_account_is_not_opened_again(closed: User) -> None:
    keep_terms(now=DUE)
    with pytest.raises(Refused, match="emptied"):
        actions.reopen_account(user=closed.pk)


def test_an_account_that_was_opened_again_keeps_its_name(closed: User) -> None:
    actions.reopen_account(user=closed.pk)
    assert keep_terms(now=DUE)["accounts"] == 0
    closed.refresh_from_db()
    assert (closed.is_active, closed.closed_on) == (True, None)


def test_the_database_empties_no_trail_of_an_open_account(cast: Cast) -> None:
    with (
        pytest.raises(ProgrammingError, match="not closed long enough"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select accounts_empty_trail(%s)", [cast["approver"].pk])
    assert names_in_the_trail(cast["approver"]) == {("Ine Voorbeeld", "approver@voorbeeld.example")}


def test_sessions_go_when_their_time_is_over() -> None:
    for key, days in (("oud", -1), ("jong", 1)):
        Session.objects.create(
            session_key=key, session_data="", expire_date=DUE + timedelta(days=days)
        )
    assert keep_terms(now=DUE)["sessions"] == 1
    assert list(Session.objects.values_list("session_key", flat=True)) == ["jong"]
    assert SessionStore("jong").exists("jong")


def test_counted_tries_go_when_they_have_no_use() -> None:
    cache.set("allauth:rl:login:ip", [1.0], timeout=60)
    assert keep_terms(now=DUE)["tries"] == 0
    assert keep_terms(now=datetime.now(UTC) + timedelta(minutes=2))["tries"] == 1
    assert cache.get("allauth:rl:login:ip") is None


def test_the_worker_keeps_the_terms_every_hour(closed: User) -> None:
    periodic = app.periodic_registry.periodic_tasks
    assert [task.cron for key, task in periodic.items() if key[0] == "site.keep_terms"] == [
        "7 * * * *"
    ]
    run: Callable[..., None] = jobs.keep_terms
    run(timestamp=int(DUE.timestamp()))
    closed.refresh_from_db()
    assert closed.emptied_on == DUE.date()


def test_an_administrator_can_run_them_by_hand(closed: User) -> None:
    told = StringIO()
    call_command("retention", stdout=told)
    assert "1 accounts emptied" in told.getvalue()


def test_a_leap_day_has_a_day_two_years_before() -> None:
    assert years_before(date(2024, 2, 29), 2) == date(2022, 2, 28)
