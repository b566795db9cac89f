"""A count that may stand for one person goes with that person, or when nothing needs it."""

from datetime import date, timedelta

import pytest
from django.conf import LazySettings

from samen.accounts.models import User
from samen.figures.actions_of_keeping import destroy_due
from samen.figures.models import Count, CountPart, GateReport
from samen.purposes.actions import end_processing
from samen.purposes.models import Destruction
from samen.register import actions_of_keeping as register
from tests.figures.people import counted, query, victims
from tests.figures.released import make_release
from tests.register.given_files import DAY, Setting, make_setting
from tests.register.test_keeping import everything

pytestmark = pytest.mark.django_db(transaction=True)
GONE = date(2023, 11, 17)


@pytest.fixture(autouse=True)
def signing(settings: LazySettings) -> None:
    settings.CHECKPOINT_KEY = "11" * 32


def parts_with_somebody() -> int:
    """The kept parts that hold a cell, of all processings."""
    with everything() as reading:
        row = reading.execute(
            "select count(*) from figures_countpart where cells <> '[]' or inputs <> ''"
        ).fetchone()
    return int(row[0]) if row else -1


def left(table: type[Count | GateReport | CountPart]) -> int:
    with everything() as reading:
        row = reading.execute(
            {
                Count: "select count(*) from figures_count",
                GateReport: "select count(*) from figures_gatereport",
                CountPart: "select count(*) from figures_countpart",
            }[table]
        ).fetchone()
    return int(row[0]) if row else -1


def test_a_part_that_counted_one_person_goes_when_that_person_does(
    setting: Setting, indicator: int, team: User
) -> None:
    stays = make_setting("Ander", "dienst Ander")
    asked = query(indicator, team, "sex", "exploitation")
    victims(setting, {(2020, "female", "sexual"): 1})
    victims(stays, {(2020, "male", "labour"): 1})
    counted(setting, asked)
    counted(stays, asked)
    assert parts_with_somebody() == 2
    with everything() as writing:
        writing.execute("set session_replication_role = replica")
        writing.execute(
            "update register_registration set destroy_due = '2030-01-01', remove_due = '2030-01-01'"
            " where organisation_id = %s", [stays.organisation.pk],
        )  # fmt: skip
    assert register.destroy_due(today=GONE - timedelta(days=1)) == 0
    assert parts_with_somebody() == 2
    assert register.destroy_due(today=GONE) == 1
    assert parts_with_somebody() == 1


def test_a_count_below_no_release_goes_after_a_year(
    setting: Setting, indicator: int, team: User
) -> None:
    victims(setting, {(2020, "female", "sexual"): 1})
    counted(setting, query(indicator, team, "sex"))
    assert destroy_due(today=date(2022, 11, 17)) == 0
    assert destroy_due(today=date(2022, 11, 18)) == 1
    assert left(Count) == 0
    told = Destruction.objects.get()
    assert (told.table, told.ground, told.reason, told.rows) == (
        "figures_count",
        "avg6e",
        "term",
        1,
    )


def test_what_is_below_a_release_stays_for_the_gate_until_the_processing_ends(
    setting: Setting, indicator: int, team: User
) -> None:
    make_release(setting, indicator, team)
    counts, looks = left(Count), left(GateReport)
    destroy_due(today=date(2023, 6, 1))
    assert left(Count) == counts > 0
    assert left(GateReport) < looks
    end_processing(processing=setting.processing.pk, today=DAY + timedelta(days=1))
    destroy_due(today=DAY + timedelta(days=1))
    assert (left(Count), left(GateReport), left(CountPart)) == (0, 0, 0)
