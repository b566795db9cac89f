"""The same rows, read otherwise: what was read wrongly is put right, and nothing comes twice."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from samen.core.registration.dates import DateOrder
from samen.core.terms import ValueState
from samen.register.actions_of_files import Reading, take_in_file
from samen.register.models import Delivery, Registration, RegistrationVersion
from tests.register.given_files import (
    HEAD,
    NOW,
    ROWS,
    Setting,
    csv_file,
    make_setting,
    reading_of,
)

NAMELESS = HEAD.replace("registratienummer", "opmerking")
AMBIGUOUS = ("P1;Anna;Vos;05-07-1988;vrouw;", "P2;Bogdan;Petrov;25-06-1990;man;")


@pytest.fixture
def setting(db: None) -> Setting:
    return make_setting()


def otherwise(reading: Reading, field: str, **changes: Any) -> Reading:
    """The reading with one field read otherwise."""
    columns = tuple(
        replace(each, converter=replace(each.converter, **changes)) if each.field == field else each
        for each in reading.mapping.columns
    )
    return replace(reading, mapping=replace(reading.mapping, columns=columns))


def given(setting: Setting, rows: tuple[str, ...], head: str, reading: Reading) -> Delivery:
    with setting.inside() as purpose:
        now = NOW + timedelta(hours=Delivery.objects.count())
        return take_in_file(
            purpose, stream=csv_file(rows, head), name="m.csv", reading=reading, now=now
        )


@pytest.mark.parametrize("head", [HEAD, NAMELESS], ids=["with numbers", "without"])
def test_days_that_were_read_as_months_are_put_right(setting: Setting, head: str) -> None:
    right = reading_of(csv_file(AMBIGUOUS, head))
    given(setting, AMBIGUOUS[:1], head, otherwise(right, "birth_date", dates=DateOrder.MONTH_FIRST))
    second = given(setting, AMBIGUOUS, head, right)
    assert (second.added, second.changed) == (1, 1)
    with setting.inside():
        anna = Registration.objects.get(given_names="Anna")
        assert anna.birth_from == date(1988, 7, 5)
        assert RegistrationVersion.objects.get().was["birth_from"] == "1988-05-07"


def test_another_meaning_of_an_empty_cell_is_taken_over(setting: Setting) -> None:
    reading = reading_of(csv_file())
    given(setting, ROWS[:2], HEAD, reading)
    second = given(setting, ROWS[:2], HEAD, otherwise(reading, "phone", empty=ValueState.REFUSED))
    assert second.changed == 1, "only of who has no number"
    with setting.inside():
        assert Registration.objects.get(source_key="id:P2").said["phone"]["state"] == "refused"
