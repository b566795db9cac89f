"""What everybody sees of an indicator, what they take with them, and what is kept for the next."""

import json
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.accounts.models import User
from samen.figures.files import FORMS
from samen.figures.models import Release
from samen.programme.actions import record_figure, set_target
from samen.programme.values import FigureFacts, TargetFacts
from tests.figures.people import NOW
from tests.figures.released import withdraw_it
from tests.register.given_files import Setting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("that_day")]
PAGE = "/cijfers/slachtoffers/"
BELOW = ("", "insluiten/", *(f"cijfers.{form}" for form in FORMS))


def seen(address: str = PAGE) -> Any:
    answer = Client().get(address)
    assert answer.status_code == 200, address
    return answer


@pytest.mark.usefixtures("release")
def test_a_page_draws_says_defines_and_cites() -> None:
    page = seen().content.decode()
    assert page.count("<svg") == 6, "the course and two fields, for a screen and for a phone"
    for words in (
        "Van 30 in 2019 naar 43 in 2020: een stijging van 43%.",
        "Personen die een partner meldde.",
        "Mogelijke slachtoffers in het register (versie 1, 2021-11-17)",
        "geslacht: vrouw",
        "Niet getoond, om personen te beschermen",
    ):
        assert words in page


@pytest.mark.usefixtures("release")
@pytest.mark.parametrize("form", FORMS)
def test_each_file_is_there_in_both_languages(form: str) -> None:
    answer = seen(f"{PAGE}cijfers.{form}")
    assert answer["Content-Type"] == FORMS[form].media_type
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.content == seen(f"{PAGE}cijfers.{form}").content
    english = seen(f"{PAGE}cijfers.{form}?taal=en")
    assert (answer["Content-Language"], english["Content-Language"]) == ("nl", "en")
    has_words = form != "png"
    assert (answer.content != english.content) == has_words


@pytest.mark.usefixtures("release")
def test_a_cell_that_is_not_shown_is_no_zero_in_a_file() -> None:
    told = json.loads(seen(f"{PAGE}cijfers.json").content)
    points = told["series"][0]["points"]
    hidden = [each for each in points if each["status"] == "not_shown"]
    assert hidden
    assert {each["value"] for each in hidden} == {None}
    totals = {each["year"]: each["value"] for each in points if not each["breakdown"]}
    assert totals == {2019: "30", 2020: "43"}
    assert all(Decimal(each["value"]) >= 0 for each in points if each["value"])


@pytest.mark.usefixtures("release")
def test_only_the_bare_page_may_stand_inside_another_site() -> None:
    bare, page = seen(f"{PAGE}insluiten/"), seen()
    assert "frame-ancestors *" in bare["Content-Security-Policy"]
    assert "X-Frame-Options" not in bare
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"
    assert f"iframe src=&quot;http://testserver{PAGE}insluiten/" in page.content.decode() or (
        f'iframe src="http://testserver{PAGE}insluiten/' in page.content.decode()
    )


@pytest.mark.usefixtures("release")
def test_a_page_is_made_once_and_anew_when_something_changed(
    setting: Setting, release: Release, indicator: int, team: User
) -> None:
    client = Client()
    first = client.get(PAGE)
    assert first["Cache-Control"] == "max-age=300, public"
    assert not first.cookies
    again = client.get(PAGE, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    set_target(indicator=indicator, target=TargetFacts(year=2022, value=Decimal(5)), by=team,
               now=NOW)  # fmt: skip
    changed = client.get(PAGE, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert "Doel voor 2022: 5." in changed.content.decode()
    withdraw_it(setting, release)
    gone = client.get(PAGE).content.decode()
    assert "gebruik het niet" in gone
    assert "Gebruik deze cijfers niet meer" in client.get(f"{PAGE}cijfers.csv-metadata.json"
                                                          ).content.decode()  # fmt: skip


@pytest.mark.usefixtures("release")
def test_what_was_kept_is_for_visitors_and_not_for_who_signed_in(team: User) -> None:
    visitor, member = Client(), Client()
    member.force_login(team, backend="django.contrib.auth.backends.ModelBackend")
    assert "Aanmelden" in visitor.get(PAGE).content.decode()
    own = member.get(PAGE)
    assert "Team Voorbeeld" in own.content.decode()
    assert own["Cache-Control"] == "max-age=300, private"
    assert "Team Voorbeeld" not in visitor.get(PAGE).content.decode()


def test_what_was_not_released_is_not_there_in_any_form(indicator: int, team: User) -> None:
    record_figure(
        indicator=indicator, figure=FigureFacts(2020, "Brief", Decimal(7919)), by=team, now=NOW
    )
    for end in BELOW:
        unreleased, absent = (
            Client().get(f"/cijfers/{code}/{end}") for code in ("slachtoffers", "bestaat-niet")
        )
        assert (unreleased.status_code, absent.status_code) == (404, 404)
        assert unreleased.content.replace(b"slachtoffers", b"bestaat-niet") == absent.content
        assert dict(unreleased.items()).keys() == dict(absent.items()).keys()


@pytest.mark.parametrize("end", BELOW)
def test_as_much_is_asked_of_the_database_for_what_is_not_released_as_for_what_is_not_there(
    end: str, indicator: int, team: User
) -> None:
    record_figure(
        indicator=indicator, figure=FigureFacts(2020, "Brief", Decimal(7919)), by=team, now=NOW
    )
    asked = []
    for code in ("slachtoffers", "bestaat-niet"):
        with CaptureQueriesContext(connection) as queries:
            Client().get(f"/cijfers/{code}/{end}")
        asked.append([each["sql"].replace(code, "") for each in queries.captured_queries])
    assert asked[0] == asked[1]


@pytest.mark.usefixtures("release")
def test_a_value_that_was_not_released_is_on_no_page(indicator: int, team: User) -> None:
    record_figure(
        indicator=indicator, figure=FigureFacts(2021, "Brief", Decimal(7919)), by=team, now=NOW
    )
    for end in BELOW:
        assert b"7919" not in seen(PAGE + end).content
        assert b"7.919" not in seen(PAGE + end).content


def test_groups_are_drawn_with_their_words_and_their_table(release: Release) -> None:
    told = Client().get("/cijfers/slachtoffers/").content.decode()
    assert "Naar geslacht, 2020" in told
    assert 'id="sex-wide-desc"' in told
    assert "Mogelijke slachtoffers in het register, geslacht (personen), 2020: " in told
    assert "niet getoond" in told.partition("Naar vorm van uitbuiting, 2020")[2]
    for form, head in (("svg", b"<svg"), ("png", b"\x89PNG")):
        answer = Client().get(f"/cijfers/slachtoffers/cijfers.{form}?naar=sex")
        assert answer.content.startswith(head)
        assert b"vrouw" in answer.content or form == "png"
    for path in ("cijfers.svg?naar=age", "cijfers.csv?naar=sex"):
        assert Client().get(f"/cijfers/slachtoffers/{path}").status_code == 404
