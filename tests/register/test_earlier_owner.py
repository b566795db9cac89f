"""Whose number became somebody else's is told what it said of them, and nothing of the other."""

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client, override_settings

from samen.accounts.models import User
from samen.core.errors import Refused
from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes.actions import Part, add_controller, add_member, remove_controller
from samen.purposes.inside import inside
from samen.purposes.models import Membership
from samen.register import actions, queries
from samen.register import queries_of_keeping as keeping
from samen.register.actions_of_access import Person, approve_access, ask_access
from samen.register.models import Registration
from tests.register.given_files import DAY, NOW, START, Setting, csv_file, make_setting, taken

pytestmark = pytest.mark.django_db(transaction=True)
HEAD = "registratienummer;voornaam;achternaam;geboortedatum;telefoon"
BEFORE, AFTER = (
    "P1;Anna;Vermeulen;17-05-1988;06 11111111",
    "P1;Bogdan;Petrov;03-04-1991;06 22222222",
)
ANNA = Person("Anna", "Vermeulen", date(1988, 5, 17), "2021-12", "paspoort")
BOGDAN = Person("Bogdan", "Petrov", date(1991, 4, 3), "2021-13", "paspoort")


@pytest.fixture
def setting() -> Setting:
    """A number that was Anna's, at which an analyst looked then, and is Bogdan's now."""
    made = make_setting()
    with made.inside() as purpose:
        taken(purpose, csv_file([BEFORE], HEAD))
        number = Registration.objects.get().pk
    with made.inside(MemberRole.ANALYST) as purpose:
        queries.registration(purpose, number)
    with made.inside() as purpose:
        taken(purpose, csv_file([AFTER], HEAD))
    with made.inside(MemberRole.CASE_HOLDER) as purpose:
        queries.registration(purpose, number)
    return made


def second(setting: Setting) -> Membership:
    person = User.objects.create_user("tweede@voorbeeld.example", None, name="Tweede Voorbeeld")
    part = Part(setting.organisation.pk, MemberRole.PRIVACY_OFFICER, Scope.NATIONAL, START)
    return add_member(part, user=person.pk, processing=setting.processing.pk, today=START)


def told(setting: Setting, person: Person) -> tuple[int, UUID, Membership, dict[str, list[Any]]]:
    """How many fit, the request, who approved it, and all that is held."""
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        number = ask_access(purpose, person, now=NOW).pk
        fits = keeping.count_of_person(number)
    other = second(setting)
    opened = inside(membership=other.pk, user=other.user_id, ground=Ground.AVG6E, today=DAY)
    with opened as purpose:
        approve_access(purpose, number, now=NOW)
        return fits, number, other, keeping.about_person(purpose, number)


def test_who_had_the_number_before_finds_what_it_said_and_who_looked_then(setting: Setting) -> None:
    fits, number, officer, held = told(setting, ANNA)
    assert (fits, held["registrations"]) == (1, [])
    assert [each["was"]["given_names"] for each in held["earlier"]] == ["Anna"]
    parts = setting.members
    looked = {each["membership"] for each in held["looks"]}
    assert parts[MemberRole.ANALYST].pk in looked
    assert parts[MemberRole.CASE_HOLDER].pk not in looked
    client = Client()
    client.force_login(officer.user, backend="django.contrib.auth.backends.ModelBackend")
    page = f"/register/{officer.pk}/avg6e/inzage/{number}/overzicht/"
    with override_settings(TODAY=DAY):
        text = client.get(page).content.decode()
    assert "06 11111111" in text
    assert "Registratie die over u ging tot" in text
    assert "Petrov" not in text
    assert "06 22222222" not in text


def test_who_has_the_number_now_is_told_as_before(setting: Setting) -> None:
    fits, _number, _officer, held = told(setting, BOGDAN)
    assert (fits, held["earlier"], held["versions"]) == (1, [], [])
    assert [each["given_names"] for each in held["registrations"]] == ["Bogdan"]


def test_what_was_corrected_of_one_person_is_told_once(setting: Setting) -> None:
    with setting.inside() as purpose:
        actions.correct(purpose, Registration.objects.get().pk, {"city": "Elders"})
    fits, _number, _officer, held = told(setting, BOGDAN)
    assert (fits, held["earlier"], len(held["versions"])) == (1, [], 1)


def test_a_namesake_born_on_another_day_is_told_nothing_of_it(setting: Setting) -> None:
    other = Person("Anna", "Vermeulen", date(1990, 5, 17), "2021-14", "paspoort")
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        number = ask_access(purpose, other, now=NOW).pk
        assert keeping.count_of_person(number) == 0


def test_a_number_of_one_organisation_is_not_that_of_another(setting: Setting) -> None:
    """Each finds what it registered, until it leaves; then that stays for who is left."""
    other, here = make_setting("Ander", "dienst Ander").organisation, setting.processing.pk
    add_controller(processing=here, organisation=other.pk, today=DAY)
    user = User.objects.create_user("r2@voorbeeld.example", None, name="Registrar Twee")
    seat = Part(other.pk, MemberRole.REGISTRAR, Scope.ORGANISATION, START)
    joined = add_member(seat, user=user.pk, processing=here, today=DAY)
    opened = partial(inside, membership=joined.pk, user=user.pk, ground=Ground.AVG6E, today=DAY)
    with opened() as purpose:
        taken(purpose, csv_file(["P1;Chidi;Okonkwo;05-06-1993;"], HEAD))
        assert [each.given_names for each in Registration.objects.all()] == ["Chidi"]
    with setting.inside():
        names = set(Registration.objects.values_list("given_names", "organisation"))
        assert names == {("Bogdan", setting.organisation.pk), ("Chidi", other.pk)}
    remove_controller(processing=here, organisation=other.pk, today=DAY)
    with pytest.raises(Refused, match="does not take part"), opened():
        pass
    with setting.inside():
        assert Registration.objects.count() == 2


def test_the_earlier_owner_is_asked_for_by_an_officer_only(setting: Setting) -> None:
    with setting.inside(MemberRole.ANALYST), connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from register_accessrequest a, register_earlier_of_person(a)"
        )
        assert cursor.fetchone() == (0,)
