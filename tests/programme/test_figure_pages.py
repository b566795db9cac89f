"""The page of an indicator: each value once, with all its sources, as far as it is out."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.test import Client, override_settings

from samen.accounts.actions import grant_role
from samen.core.terms import Role
from samen.programme.actions import record_figure, record_indicator, withdraw_figure
from samen.programme.actions.wording import Actor
from samen.programme.values import FigureFacts, IndicatorFacts, Wording

pytestmark = pytest.mark.django_db
PAGE = "/programma/cijfers/meldingen/"
NOW = datetime(2022, 1, 1, tzinfo=UTC)


@pytest.fixture
def team(client: Client, tess: Actor) -> Client:
    grant_role(user=tess.pk, role=Role.PROGRAMME_TEAM, start=date(2020, 1, 1))
    client.force_login(get_user_model().objects.get(pk=tess.pk))
    return client


@pytest.fixture
def counted(tess: Actor) -> int:
    return record_indicator(
        wording=Wording("Meldingen"), indicator=IndicatorFacts(), by=tess, now=NOW
    )


def test_one_value_of_two_sources_stands_once_with_both(
    team: Client, tess: Actor, counted: int
) -> None:
    first, second = (
        record_figure(
            indicator=counted,
            figure=FigureFacts(year=2019, publication=publication, value=Decimal(1372)),
            by=tess,
            now=NOW,
        )
        for publication in ("Jaarbeeld 2020", "Brief 2021")
    )
    page = team.get(PAGE).content.decode().split("<tbody>")[1]
    assert page.count('data-label="Waarde">1.372') == 1
    assert "Jaarbeeld 2020" in page
    assert "Brief 2021" in page
    for figure in (first, second):
        assert page.count(f'id="cijfer-{figure}"') == 1
        assert f'href="{PAGE}cijfer/{figure}/intrekken/"' in page
    withdraw_figure(figure=second, reason="Overgenomen", by=tess, now=NOW)
    page = team.get(PAGE).content.decode().split("<tbody>")[1]
    assert page.count('data-label="Waarde">') == 2, "what was withdrawn stands by itself"


@override_settings(TODAY=date(2022, 11, 15))
def test_what_is_not_out_yet_on_the_day_of_the_pages_is_left_out(
    team: Client, tess: Actor, counted: int
) -> None:
    for year, value, out in (
        (2021, 1111, date(2022, 5, 1)),
        (2022, 2222, date(2023, 5, 1)),
        (2023, 3333, None),
        (2024, 4444, date(2022, 6, 1)),
    ):
        facts = FigureFacts(
            year=year, publication=f"Jaarbeeld {year}", published_on=out, value=Decimal(value)
        )
        record_figure(indicator=counted, figure=facts, by=tess, now=NOW)
    page = team.get(PAGE).content.decode().split("<tbody>")[1]
    shown = {value: value in page for value in ("1.111", "2.222", "3.333", "4.444")}
    assert shown == {"1.111": True, "2.222": False, "3.333": False, "4.444": True}
