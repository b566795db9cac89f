"""Figures beside each other: two series, regions on a map, the few numbers that matter."""

from decimal import Decimal

import pytest
from django.test import Client

from samen.accounts.models import User
from samen.core.publishing.nouns import Point, Series, Target, Words
from samen.core.publishing.regions import Level
from samen.figures.key_numbers import key_numbers
from samen.figures.models import Release
from samen.figures.queries_of_releases import State
from samen.figures.regional import Regional, placed
from samen.figures.templatetags.figures_terms import figure_code
from samen.programme.actions import record_figure, record_indicator
from samen.programme.queries import definitions_by_version
from samen.programme.values import FigureFacts, IndicatorFacts, Wording
from tests.cast import make_cast
from tests.figures.people import NOW
from tests.figures.released import make_release, withdraw_it
from tests.register.given_files import Setting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("that_day")]
YEARS = ((2018, 30), (2020, 35))
TWO = "/cijfers/vergelijken/?een=slachtoffers&ander=meldingen"


@pytest.fixture
def reported(team: User) -> int:
    """A series of others: 35 in 2020, and a year that the counted one does not have."""
    made = record_indicator(
        wording=Wording(title="Meldingen"),
        indicator=IndicatorFacts(code="meldingen", unit="personen", definition="Wie belde."),
        by=team, now=NOW,
    )  # fmt: skip
    counts = definitions_by_version(indicator=made)[1]
    for year, value in YEARS:
        figure = FigureFacts(year, "Jaarbeeld", Decimal(value), vintage="Jaarbeeld",
                             definition=counts)  # fmt: skip
        record_figure(indicator=made, figure=figure, by=team, now=NOW)
    return made


@pytest.fixture
def release(setting: Setting, indicator: int, team: User, reported: int) -> Release:
    return make_release(setting, indicator, team, reported=reported)


def read(address: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("release")
def test_two_series_stand_behind_what_differs() -> None:
    page = read(TWO)
    for words in ("Zij tellen niet hetzelfde", "De cijfers kwamen anders tot stand: geteld /",
                  "De cijfers komen uit verschillende publicaties"):  # fmt: skip
        assert page.index(words) < page.index("<svg")
    assert page.count("<svg") == 2, "one picture of both, wide and for a phone"
    assert ">-8<" in page.replace(" ", ""), "35 less 43"
    assert "–" in page


@pytest.mark.usefixtures("release")
@pytest.mark.parametrize("codes", ["een=slachtoffers&ander=slachtoffers", "een=slachtoffers", ""])
def test_one_series_is_not_compared(codes: str) -> None:
    assert "<svg" not in read(f"/cijfers/vergelijken/?{codes}")


@pytest.mark.usefixtures("reported", "indicator")
def test_what_was_not_released_cannot_be_compared() -> None:
    answers = [Client().get(address) for address in (TWO, TWO.replace("meldingen", "niets"))]
    assert [each.status_code for each in answers] == [404, 404]
    assert answers[0].content.replace(b"meldingen", b"niets") == answers[1].content


def test_an_empty_map_says_what_to_do() -> None:
    page = read("/cijfers/kaart/")
    assert "zodra statistici per regio tellen" in page
    assert Client().get("/cijfers/kaart/?tabel=1-1").status_code == 404


def test_a_released_table_by_region_is_a_map_and_a_table(
    setting: Setting, indicator: int, team: User
) -> None:
    made = make_release(setting, indicator, team, region="Limburg-Noord")
    page = read("/cijfers/kaart/")
    assert "Hoogste: 43, Limburg-Noord." in page
    assert "Geen cijfer: 24." in page
    assert page.count("<path") > 24
    assert "CBS / Kadaster" in page
    assert page.count("<tr>") == 26, "a row for each of 25 safety regions"
    assert Client().get("/cijfers/kaart/?jaar=1999").status_code == 404
    withdraw_it(setting, made)
    assert "<svg" not in read("/cijfers/kaart/")


def test_regions_are_found_by_code_or_name_at_the_level_that_has_most() -> None:
    values = {"VR01": Decimal(7), "fryslân": None, "unknown": Decimal(2)}
    found = placed(values, 2021)
    assert found is not None
    assert found.regions.level is Level.SAFETY_REGION
    assert found.values == {"VR01": Decimal(7), "VR02": None}
    assert found.others == {"unknown": Decimal(2)}
    municipal = placed({"GM0344": Decimal(9)}, 2021)
    assert municipal is not None
    assert municipal.regions.level == Level.MUNICIPALITY
    assert len(municipal.shapes.paths) == 342, "the municipalities of 1 January 2023"
    assert municipal.shapes.credit == "CBS / Kadaster"
    assert figure_code("PE05", "region") == "Amsterdam"
    assert placed({"Atlantis": Decimal(1)}, 2021) is None


def test_of_a_table_by_region_and_more_the_totals_are_drawn() -> None:
    rows = [(("2020", "VR01", "female"), 3), (("2020", "VR01", "total"), 8),
            (("2020", "total", "total"), 8)]  # fmt: skip
    table = Regional("1-1", State(Release(), (), {}), {"by": ["region", "sex"], "rows": rows})
    assert table.values(2020) == {"VR01": Decimal(8)}
    assert (table.total(2020), table.total(2021)) == (Decimal(8), None)


def test_a_number_with_a_target_comes_before_a_newer_one() -> None:
    def series(code: str, year: int, *targets: Target) -> Series:
        points = (Point(year, Decimal(1372)),)
        return Series(code, Words(code), Words("personen"), points=points, targets=targets)

    aimed = series("gericht", 2019, Target(2022, Decimal(900)))
    told = key_numbers([series("nieuw", 2021), aimed, series("oud", 2001)], most=2)
    assert [(each.series.code, each.said) for each in told] == [
        ("gericht", "1.372"), ("nieuw", "1.372"),
    ]  # fmt: skip


@pytest.mark.usefixtures("release")
def test_the_first_page_has_the_numbers_and_what_was_released(
    setting: Setting, release: Release
) -> None:
    page = read("/cijfers/")
    assert "43" in page
    assert page.count("<svg") == 2
    assert "Slachtoffers 2019-2020" in page
    withdraw_it(setting, release)
    assert read("/cijfers/").count("<svg") == 1, "what others published stands"


@pytest.mark.usefixtures("reported")
def test_a_member_sees_numbers_that_were_not_released() -> None:
    page = read("/cijfers/overzicht/", make_cast().client("reader"))
    assert "Meldingen" in page
    assert "35" in page
    assert "Meldingen" not in read("/cijfers/")
