"""Under a number that becomes somebody else's nothing stays of the first, and nobody is told it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from samen.accounts.models import Organisation
from samen.core.terms import LogAct, MemberRole, OrganisationKind
from samen.register import actions, queries
from samen.register.actions_of_access import Person
from samen.register.actions_of_keeping import hold
from samen.register.actions_of_shelter import note_shelter, shelter_of
from samen.register.models import Provision, Registration
from samen.register.names import family_key, given_key
from tests.register.given_files import NOW, Setting, csv_file, make_setting, taken
from tests.register.test_apart import apart
from tests.register.test_earlier_owner import told

pytestmark = pytest.mark.django_db(transaction=True)
HEAD = "registratienummer;voornaam;achternaam;geboortedatum;woonplaats"
ANNA = "P1;Anna;Vermeulen;17-05-1988;Utrecht"
BOGDAN = "P1;Bogdan;Petrov;03-04-1991;Utrecht"
CHIDI = "P1;Chidi;Okonkwo;05-06-1993;Utrecht"
OF_BOGDAN = Person("Bogdan", "Petrov", date(1991, 4, 3), "2021-13", "paspoort")


@pytest.fixture
def setting() -> Setting:
    made = make_setting()
    take(made, ANNA)
    return made


def take(setting: Setting, row: str, hours: int = 0, head: str = HEAD) -> UUID:
    """The number of the one registration after a file with this row."""
    with setting.inside() as purpose:
        taken(purpose, csv_file([row], head), now=NOW + timedelta(hours=hours))
        return Registration.objects.get().pk


def provided(setting: Setting, number: UUID, goal: str) -> None:
    """A record of a provision, whatever rule let it go."""
    body, _ = Organisation.objects.get_or_create(name="Zorg", kind=OrganisationKind.AGENCY)
    with setting.inside() as purpose, actions.allowed():
        Provision.objects.create(
            **actions.bound(purpose, actions.dues(purpose)), region="", recipient_id=body.pk,
            rule="proef", article="proef", goal=goal, decision="", about=["person"],
            registrations=[number], sha256="", provided_at=timezone.now(),
        )  # fmt: skip
        purpose.note(LogAct.PROVIDE, [number], ["person"])


def test_the_address_where_the_first_is_sheltered_goes(setting: Setting) -> None:
    with setting.inside() as purpose:
        note_shelter(purpose, Registration.objects.get().pk, "Geheime laan 7")
    number = take(setting, BOGDAN, 1)
    with setting.inside() as purpose:
        assert shelter_of(purpose, Registration.objects.get(pk=number)) is None
    assert apart("select count(*) from register_shelteraddress") == [(0,)]
    _fits, _number, _officer, held = told(setting, OF_BOGDAN)
    assert "Geheime laan" not in str(held)


def test_the_address_stays_where_the_person_does(setting: Setting) -> None:
    with setting.inside() as purpose:
        note_shelter(purpose, Registration.objects.get().pk, "Geheime laan 7")
    number = take(setting, ANNA.replace("Utrecht", "Zeist"), 1)
    with setting.inside() as purpose:
        assert shelter_of(purpose, Registration.objects.get(pk=number)) == "Geheime laan 7"


def test_a_correction_of_the_first_is_not_laid_over_the_second(setting: Setting) -> None:
    with setting.inside() as purpose:
        number = Registration.objects.get().pk
        actions.correct(purpose, number, {"city": "Breda"})
    take(setting, BOGDAN, 1)
    with setting.inside():
        found = Registration.objects.get()
        assert (found.given_names, found.city, found.corrected) == ("Bogdan", "Utrecht", None)


def test_who_has_the_number_now_is_told_nothing_of_the_first(setting: Setting) -> None:
    """To whom the first was provided, who looked then, and why the first was held longer."""
    number = take(setting, ANNA)
    provided(setting, number, "opvang van Anna")
    with setting.inside(MemberRole.ANALYST) as purpose:
        queries.registration(purpose, number)
    with setting.inside() as purpose:
        hold(purpose, number, reason="Anna klaagt")
    take(setting, BOGDAN, 2)
    provided(setting, number, "opvang van Bogdan")
    with setting.inside(MemberRole.CASE_HOLDER) as purpose:
        queries.registration(purpose, number)
    _fits, _number, _officer, held = told(setting, OF_BOGDAN)
    assert [each["goal"] for each in held["provisions"]] == ["opvang van Bogdan"]
    assert "Anna" not in str(held)
    looked = {each["membership"] for each in held["looks"]}
    assert setting.members[MemberRole.CASE_HOLDER].pk in looked
    assert setting.members[MemberRole.ANALYST].pk not in looked


def test_who_had_the_number_in_between_is_told_nothing_of_whom_it_was_before(
    setting: Setting,
) -> None:
    number = take(setting, ANNA)
    provided(setting, number, "opvang van Anna")
    with setting.inside(MemberRole.ANALYST) as purpose:
        queries.registration(purpose, number)
    take(setting, BOGDAN, 2)
    take(setting, CHIDI, 4)
    _fits, _number, _officer, held = told(setting, OF_BOGDAN)
    assert [each["was"]["given_names"] for each in held["earlier"]] == ["Bogdan"]
    assert held["provisions"] == []
    looked = {each["membership"] for each in held["looks"]}
    assert setting.members[MemberRole.ANALYST].pk not in looked


def test_what_a_correction_made_of_somebody_else_is_not_told(setting: Setting) -> None:
    """A row that was Anna's is corrected to Bogdan's, and the number is Chidi's then."""
    with setting.inside() as purpose:
        number = Registration.objects.get().pk
        found: dict[str, Any] = {
            "given_names": "Bogdan", "given_key": given_key("Bogdan"), "family_name": "Petrov",
            "family_key": family_key("Petrov"), "birth_from": date(1991, 4, 3),
            "birth_until": date(1991, 4, 3),
        }  # fmt: skip
        actions.correct(purpose, number, found)
    take(setting, CHIDI, 1)
    fits, _number, _officer, held = told(setting, OF_BOGDAN)
    assert (fits, len(held["earlier"])) == (1, 1)
    assert "Vermeulen" not in str(held["earlier"][0]["was"].get("corrected"))


def test_of_who_has_the_number_again_both_stretches_are_told(setting: Setting) -> None:
    number = take(setting, BOGDAN, 1)
    provided(setting, number, "opvang van Bogdan")
    take(setting, CHIDI, 2)
    provided(setting, number, "opvang van Chidi")
    take(setting, BOGDAN.replace("Utrecht", "Zeist"), 3)
    _fits, _number, _officer, held = told(setting, OF_BOGDAN)
    assert [each["goal"] for each in held["provisions"]] == ["opvang van Bogdan"]
    assert [each["was"]["given_names"] for each in held["versions"]] == ["Bogdan"]
