"""An address of a shelter that goes sooner than the day of its key is not opened from a backup."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.db import DatabaseError, connection

from samen.core.errors import CannotRun
from samen.core.terms import Ground
from samen.purposes.actions import end_processing
from samen.register import actions, sealing
from samen.register import actions_of_keeping as keeping
from samen.register.actions_of_shelter import note_shelter, shelter_of
from samen.register.models import Registration
from samen.register.values import NoNeed
from tests.register.given_files import DAY, Setting, csv_file, make_setting, taken
from tests.register.test_apart import GOES, HEAD, apart, keys, row_of, setting, that_day

__all__ = ["setting", "that_day"]
pytestmark = pytest.mark.django_db(transaction=True)
SOON = DAY + timedelta(days=8)
LATER = datetime.now(UTC) + timedelta(days=2)
"""So long after a key was used that nobody uses it without having said so."""


def no_need(made: Setting) -> None:
    with made.inside() as purpose:
        actions.end_necessity(purpose, row_of().pk, NoNeed.REACHED)


def ended(made: Setting) -> None:
    end_processing(processing=made.processing.pk, today=DAY)


def in_backup() -> tuple[bytes, str]:
    """A sealed address as a backup has it, and whose it is."""
    ((sealed, owner),) = apart(
        "select s.sealed, concat_ws('|', s.processing_id, s.organisation_id, r.source_key)"
        " from register_shelteraddress s join register_registration r on r.id = s.registration"
        " where r.source_key = 'id:P1'"
    )
    assert isinstance(sealed, bytes)
    return sealed, str(owner)


@pytest.mark.parametrize("goes", [no_need, ended])
def test_a_backup_of_what_went_sooner_is_opened_by_no_key(
    setting: Setting, goes: Callable[[Setting], None]
) -> None:
    other = make_setting("Opvang")
    with other.inside() as purpose:
        taken(purpose, csv_file(["Q1;Ander;;;Merellaan 3"], HEAD))
    sealed, owner = in_backup()
    goes(setting)
    assert keys() == [f"{GOES}.key"], "both go on one day, and one key seals them"
    assert keeping.destroy_due(today=SOON, now=datetime.now(UTC)) >= 1
    assert keys() == [f"{GOES}.1.key", f"{GOES}.key"], "somebody may be using the earlier one"
    keeping.destroy_due(today=SOON, now=LATER)
    assert keys() == [f"{GOES}.1.key"]
    with pytest.raises(CannotRun):
        sealing.unsealed(sealed, of=owner, day=GOES)
    with other.inside(today=SOON) as purpose:
        row = Registration.objects.get(source_key="id:Q1")
        assert shelter_of(purpose, row) == "Merellaan 3"
        note_shelter(purpose, row.pk, "Merellaan 4")
        assert shelter_of(purpose, row) == "Merellaan 4"
    keeping.destroy_due(today=SOON, now=LATER)
    assert keys() == [f"{GOES}.1.key"], "what stays is sealed once"


def test_a_number_that_becomes_somebody_elses_takes_the_key_too(setting: Setting) -> None:
    with setting.inside() as purpose:
        note_shelter(purpose, row_of("P2").pk, "Merellaan 3")
    sealed, owner = in_backup()
    with setting.inside() as purpose:
        head = "registratienummer;voornaam;achternaam;geboortedatum"
        taken(purpose, csv_file(["P1;Anna;Voorbeeld;01-02-1990"], head))
        taken(purpose, csv_file(["P1;Bo;Heel;03-04-1977"], head))
    assert apart("select count(*) from register_shelteraddress") == [(1,)]
    keeping.destroy_due(today=DAY, now=LATER)
    with pytest.raises(CannotRun):
        sealing.unsealed(sealed, of=owner, day=GOES)
    with setting.inside() as purpose:
        assert shelter_of(purpose, row_of("P2")) == "Merellaan 3"


def test_what_was_sealed_with_the_earlier_key_meanwhile_is_sealed_anew(setting: Setting) -> None:
    """Who noted an address while the key was renewed had the earlier one."""
    with setting.inside() as purpose:
        note_shelter(purpose, row_of("P2").pk, "Merellaan 3")
    first = settings.KEYS / f"{GOES}.key"
    kept = first.read_bytes()
    no_need(setting)
    keeping.destroy_due(today=SOON, now=datetime.now(UTC))
    (settings.KEYS / f"{GOES}.1.key").rename(settings.KEYS / "away")
    with setting.inside(today=SOON) as purpose:
        note_shelter(purpose, row_of("P2").pk, "Merellaan 5")
    (settings.KEYS / "away").rename(settings.KEYS / f"{GOES}.1.key")
    assert first.read_bytes() == kept
    keeping.destroy_due(today=SOON, now=LATER)
    assert keys() == [f"{GOES}.1.key"]
    with setting.inside(today=SOON) as purpose:
        assert shelter_of(purpose, row_of("P2")) == "Merellaan 5"


def test_only_the_keeping_of_terms_asks_of_which_days_something_went(setting: Setting) -> None:
    with (
        setting.inside(ground=Ground.AVG6E), pytest.raises(DatabaseError, match="no order"),
        connection.cursor() as cursor,
    ):  # fmt: skip
        cursor.execute("select register_keys_left()")
