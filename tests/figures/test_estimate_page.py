"""An estimate has a page in its purpose: what may be said of each year, and nothing exact."""

import re

import pytest

from samen.accounts.models import User
from samen.core.terms import FigureMethod, MemberRole
from samen.figures import actions
from samen.figures import actions_of_releases as acts
from samen.figures.estimate_rows import years_of
from samen.figures.models import Count
from samen.figures.values import Proposal, QueryFacts
from tests.figures.people import NOW, victims
from tests.figures.test_pages import Statistician, text
from tests.register.given_files import Setting

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]
MANY = {(2020, "female", "sexual"): 7, (2019, "male", "labour"): 3}


@pytest.fixture
def first(setting: Setting) -> Statistician:
    return Statistician(setting.members[MemberRole.STATISTICIAN])


@pytest.fixture
def estimate(setting: Setting, indicator: int, team: User) -> Count:
    victims(setting, MANY)
    facts = QueryFacts("schatting", "Schatting", indicator, method=FigureMethod.ESTIMATED)
    query = actions.define_query(facts, by=team, now=NOW)
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        return actions.count(purpose, query, years=(2018, 2021), now=NOW)


def test_a_year_without_a_number_says_why_in_the_language_of_the_reader(
    first: Statistician, estimate: Count
) -> None:
    said = first.see(f"telronde/{estimate.pk}/")
    for words in ("2019 – – er kan geen schatting worden gegeven", "ten minste twee lijsten",
                  "Personen die een partner meldde.", "Nog nergens."):  # fmt: skip
        assert words in said
    first.client.cookies["django_language"] = "en"
    assert "--lists" not in said
    assert "at least two lists" in first.see(f"telronde/{estimate.pk}/")


def test_a_year_has_its_number_interval_verdict_model_and_lists(
    first: Statistician, estimate: Count
) -> None:
    estimate.cells = [[["2020", "4+7"], 3], [["2020", "4+9"], 6], [["2020", "7"], 8]]
    estimate.answer = {"2020": {
        "verdict": "indicative", "total": 5100, "low": 3200, "high": 8000, "method": "stepwise",
        "model": "[12,3]", "replicates": 2000, "reasons": ["Zo stond het er {vroeger}."],
    }}  # fmt: skip
    names = {"4": "Politie", "7": "Opvang", "9": "Gemeente"}
    (year,) = years_of(estimate, names)
    assert (year.total, year.low, year.high, year.use) == (5100, 3200, 8000, "indicative")
    assert year.lists == ("Politie", "Opvang", "Gemeente")
    assert year.together == (("Politie", "Opvang"),)
    assert [each.said() for each in year.reasons] == ["Zo stond het er {vroeger}."]
    assert "afhankelijk" in year.way or "verband" in year.way


def test_the_page_tells_no_count_of_persons(first: Statistician, estimate: Count) -> None:
    said = first.see(f"telronde/{estimate.pk}/")
    numbers = set(
        re.findall(
            r"(?<![\w.,-])\d+(?![\w.,-])", said.partition("Per jaar")[2].partition("Waar het is")[0]
        )
    )
    assert not numbers & {"3", "7", "10"}


def test_it_leads_to_its_releases_and_is_counted_again(
    setting: Setting, first: Statistician, estimate: Count
) -> None:
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        acts.propose(purpose, Proposal("Geschat", estimates=(estimate.pk,)), now=NOW)
    said = first.see(f"telronde/{estimate.pk}/")
    assert "1: Geschat : voorgesteld" in said
    assert "byte voor byte" in first.send(f"telronde/{estimate.pk}/opnieuw")
    assert f"/telronde/{estimate.pk}/" in first.client.get(first.place).content.decode()


def test_others_and_counts_have_no_such_page(
    setting: Setting, first: Statistician, estimate: Count
) -> None:
    for role in MemberRole:
        if role != MemberRole.STATISTICIAN:
            Statistician(setting.members[role]).see(f"telronde/{estimate.pk}/", 403)
    answer = first.client.get(f"{first.place}telronde/{setting.processing.pk}/")
    assert answer.status_code == 404
    assert text(answer.content)
