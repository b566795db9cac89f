"""A look of the gate that takes longer than a page waits is long work, and is seen on the page of
the proposal with all that was asked; one that is quick is there at once."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from samen.accounts.models import User
from samen.core.disclosure.program import TimedOut
from samen.core.terms import MemberRole
from samen.figures import actions_of_looks, actions_of_releases
from samen.figures.jobs import approved, looked, proposed
from samen.figures.models import Count, GateReport, Release
from samen.purposes.models import Membership
from samen.work.jobs import run_work
from samen.work.models import LogLine, Work, WorkState
from tests.figures.people import NOW, counted, query, victims
from tests.figures.test_pages import Statistician, asked, text
from tests.figures.test_releasing import BOTH, MANY, of, out, second, shown, table
from tests.register.given_files import Setting

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]
__all__ = ["second"]
JOBS = {"figures.look": looked, "figures.propose": proposed, "figures.approve": approved}
NEW = "vrijgave/nieuw/"
COARSER = "vorm van uitbuiting: overig = arbeidsuitbuiting, gedwongen bedelarij"


@pytest.fixture
def first(setting: Setting) -> Statistician:
    return Statistician(setting.members[MemberRole.STATISTICIAN])


@pytest.fixture
def run(setting: Setting, indicator: int, team: User) -> Count:
    victims(setting, MANY)
    return counted(setting, query(indicator, team, *BOTH))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page waits."""
    for module in (actions_of_looks, actions_of_releases):
        monkeypatch.setattr(module, "SECONDS_AT_ONCE", 0.0)


def worked() -> Work:
    """The work that was asked for last, as a worker did it."""
    job = ProcrastinateJob.objects.latest("pk")
    arguments: dict[str, Any] = dict(job.args)
    number = arguments.pop("work")
    run_work(JOBS[job.task_name], work=number, attempt=0, arguments=arguments)
    return Work.objects.get(pk=number)


@pytest.mark.usefixtures("slow")
def test_a_long_look_leads_to_the_proposal_with_its_answer_and_all_that_was_filled_in(
    first: Statistician, run: Count
) -> None:
    given = asked(str(run.pk), hide="shows", also_by=["sex"], threshold=7, together=COARSER)
    answer = first.client.post(first.place + NEW, given)
    work = Work.objects.get()
    assert answer.headers["Location"] == f"/werk/{work.pk}/"
    done = worked()
    assert (done.state, done.total) == (WorkState.DONE, 4)
    said = {words for line in LogLine.objects.filter(work=done) for words in line.sentences}
    assert "The gate looks at what is asked." in said
    page = first.client.get(done.result_url).content.decode()
    assert "De poort weigert" in page
    assert text(page.encode()).count("Kies dit") == 3
    for field in ('value="sex" id="id_also_by_0" checked', 'value="7"', COARSER,
                  f'value="{run.pk}" selected'):  # fmt: skip
        assert field in re.sub(r"class=\"[^\"]*\" ", "", page), field


def test_a_quick_look_is_there_at_once_and_can_be_seen_again(
    first: Statistician, run: Count
) -> None:
    given = asked(str(run.pk), hide="hides")
    address = first.client.post(first.place + NEW, given).headers["Location"]
    assert not Work.objects.exists()
    for _time in range(2):
        assert "Stel dit voor" in text(first.client.get(address).content)


@pytest.mark.usefixtures("slow")
def test_a_long_look_before_a_proposal_and_an_approval_too(
    first: Statistician, run: Count, second: Membership
) -> None:
    first.client.post(first.place + NEW, asked(str(run.pk), hide="hides", propose=1))
    assert not Release.objects.exists()
    assert worked().result_url == f"{first.place}vrijgave/1/"
    other = Statistician(second)
    answer = other.client.post(f"{other.place}vrijgave/1/goedkeuren")
    assert answer.headers["Location"].startswith("/werk/")
    assert Client().get("/cijfers/vrijgave/1/").status_code == 404
    assert worked().state == WorkState.DONE
    assert Client().get("/cijfers/vrijgave/1/").status_code == 200


def test_what_is_not_safe_any_more_is_not_approved_by_a_worker_either(
    setting: Setting, run: Count, second: Membership
) -> None:
    hidden = frozenset(
        ("2020", sex, form) for sex in ("female", "male") for form in ("begging", "labour")
    )
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        waits = actions_of_releases.propose(purpose, table(run, *BOTH, hidden=hidden), now=NOW)
    assert shown(out(setting, second, table(run, *BOTH)))
    back = f"/cijfers/maken/{second.pk}/avg6e/vrijgave/{waits.number}/"
    with of(second) as purpose:
        actions_of_looks.order(purpose, "figures.approve", now=NOW, back=back, number=waits.number)
    done = worked()
    assert (done.state, done.result_url) == (WorkState.FAILED, back)
    client = Statistician(second).client
    assert "te veel te weten komen" in text(client.get(f"/werk/{done.pk}/").content)
    assert client.get(f"/cijfers/vrijgave/{waits.number}/").status_code == 404


def test_who_waits_is_told_that_it_takes_longer_and_nothing_is_kept_of_half_a_look(
    setting: Setting, run: Count, slow: None
) -> None:
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        with pytest.raises(TimedOut):
            actions_of_looks.look(purpose, table(run, *BOTH), {}, now=NOW, at_once=True)
        assert not GateReport.objects.exists()


def test_a_look_is_seen_only_in_its_purpose_by_who_counts(
    setting: Setting, first: Statistician, run: Count
) -> None:
    given = asked(str(run.pk), hide="hides")
    address = first.client.post(first.place + NEW, given).headers["Location"]
    for role in MemberRole:
        if role != MemberRole.STATISTICIAN:
            other = Statistician(setting.members[role])
            seen = address.replace(first.place, other.place)
            assert other.client.get(seen).status_code == 403
    for number in (uuid4(), "geen-nummer"):
        assert first.client.get(f"{first.place}{NEW}?poort={number}").status_code == 404


def test_a_look_that_something_went_out_since_shows_no_table_and_proposes_nothing(
    setting: Setting, first: Statistician, run: Count, second: Membership
) -> None:
    given = asked(str(run.pk), hide="hides")
    address = first.client.post(first.place + NEW, given).headers["Location"]
    first.send(NEW, **given, propose=1)
    Statistician(second).send("vrijgave/1/goedkeuren")
    said = text(first.client.get(address).content)
    assert "Sindsdien is er iets vrijgegeven" in said
    assert "Zoals het getoond wordt" not in said
    assert "Stel dit voor" not in said


def test_what_was_filled_in_is_read_in_the_language_of_the_reader(
    first: Statistician, run: Count
) -> None:
    given = asked(str(run.pk), by=["exploitation"], hide="shows", together=COARSER)
    address = first.client.post(first.place + NEW, given).headers["Location"]
    first.client.cookies["django_language"] = "en"
    page = text(first.client.get(address).content)
    assert "form of exploitation: overig = forced begging, labour exploitation" in page
