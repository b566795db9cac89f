"""Consent that is withdrawn, where all rests on it: the registration goes the next day."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from samen.core.errors import Refused
from samen.core.terms import Ground
from samen.purposes.inside import Purpose
from samen.register import actions
from samen.register import actions_of_keeping as keeping
from samen.register.corrections import corrected
from samen.register.models import Registration
from tests.register.given_files import DAY, Setting, csv_file, make_setting, taken
from tests.register.test_bad_input import consenting, shelter
from tests.register.test_keeping import rows_left

__all__ = ["shelter"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]
HEAD = "registratienummer;achternaam;toestemming"
TOMORROW = DAY + timedelta(days=1)
TERM = date(2023, 11, 17)


def by_file(purpose: Purpose, _number: UUID, said: str) -> None:
    taken(purpose, csv_file([f"P1;Vermeulen;{said}", ""], HEAD))


def by_hand(purpose: Purpose, number: UUID, said: str) -> None:
    row = Registration.objects.get(pk=number)
    changes, faults = corrected(row, "consent", said, today=DAY)
    assert not faults
    actions.correct(purpose, number, changes)


def goes() -> tuple[date, date]:
    row = Registration.objects.get()
    return row.remove_due, row.destroy_due


@pytest.mark.parametrize("say", [by_file, by_hand])
@pytest.mark.parametrize("said", ["nee", "geweigerd"])
def test_what_rests_on_consent_goes_the_day_after(
    shelter: Setting, say: Callable[[Purpose, UUID, str], None], said: str
) -> None:
    """It stayed for its whole term, which a file that said so began anew."""
    with shelter.inside(ground=Ground.AVG6A) as purpose:
        number = consenting(purpose, "ja")
        assert goes() == (TERM, TERM)
        say(purpose, number, said)
        assert goes() == (TOMORROW, TOMORROW)
        with pytest.raises(Refused, match="withdrawn the consent"):
            actions.note_necessity(purpose, number)
    with shelter.inside(ground=Ground.AVG6A, today=TOMORROW):
        assert not Registration.objects.exists()
    assert keeping.destroy_due(today=TOMORROW) == 1
    assert rows_left()["registration"] == rows_left()["registrationversion"] == 0


@pytest.mark.parametrize("say", [by_file, by_hand])
def test_what_was_noted_by_mistake_is_put_right_on_the_same_day(
    shelter: Setting, say: Callable[[Purpose, UUID, str], None]
) -> None:
    with shelter.inside(ground=Ground.AVG6A) as purpose:
        number = consenting(purpose, "ja")
        say(purpose, number, "nee")
        say(purpose, number, "ja")
        assert goes() == (TERM, TERM)


def test_on_another_ground_consent_is_one_field_among_others() -> None:
    setting = make_setting()
    with setting.inside() as purpose:
        for said in ("ja", "nee"):
            taken(purpose, csv_file([f"P1;Vermeulen;{said}"], HEAD))
        assert goes() == (TERM, TERM)
