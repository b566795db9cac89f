"""An estimate is long work: whoever asked sees which year it is at, and finds it when done."""

import pytest
from django.test import Client, override_settings

from samen.accounts.models import User
from samen.core.terms import FigureMethod, MemberRole
from samen.figures.actions import define_query
from samen.figures.jobs import estimated
from samen.figures.models import Count
from samen.figures.values import QueryFacts
from samen.work.jobs import run_work
from samen.work.models import LogLine, Work, WorkState
from tests.figures.people import NOW, victims
from tests.register.given_files import DAY, Setting

pytestmark = pytest.mark.django_db(transaction=True)
MANY = {(2020, "female", "sexual"): 4, (2019, "male", "labour"): 2}
BACKEND = "django.contrib.auth.backends.ModelBackend"


def test_an_estimate_is_asked_for_on_the_page_and_made_by_a_worker(
    setting: Setting, indicator: int, team: User
) -> None:
    victims(setting, MANY)
    facts = QueryFacts("schatting", "Schatting", indicator, method=FigureMethod.ESTIMATED)
    query = define_query(facts, by=team, now=NOW)
    member, client = setting.members[MemberRole.STATISTICIAN], Client()
    client.force_login(member.user, backend=BACKEND)
    place = f"/cijfers/maken/{member.pk}/avg6e/"
    with override_settings(TODAY=DAY):
        answer = client.post(f"{place}telling/{query.pk}/tellen", {"first": 2018, "last": 2021})
        work = Work.objects.get()
        assert answer.headers["Location"] == f"/werk/{work.pk}/"
        run_work(estimated, work=work.pk, attempt=0, arguments={
            "membership": str(member.pk), "user": member.user_id, "ground": "avg6e",
            "query": query.pk, "years": [2018, 2021],
        })  # fmt: skip
    done = Work.objects.get()
    assert (done.state, done.total) == (WorkState.DONE, 2)
    with setting.inside(MemberRole.STATISTICIAN):
        assert done.result_url == f"{place}telronde/{Count.objects.get().pk}/"
    said = [line.values for line in LogLine.objects.filter(work=done) if line.values]
    assert said == [{"year": "2019"}, {"year": "2020"}]
    with setting.inside(MemberRole.STATISTICIAN):
        assert set(Count.objects.get().answer or ()) == {"2019", "2020"}
