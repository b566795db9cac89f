"""Who decides on what somebody asked is another person, not another account of the same one."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from samen.accounts.actions import invite_user, note_same_person
from samen.accounts.models import User
from samen.accounts.queries import accounts_of_person
from samen.core.errors import Conflict, Refused
from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes import queries
from samen.purposes.actions import Part, add_member
from samen.purposes.inside import inside
from samen.purposes.models import Resolution
from samen.purposes.values import ResolutionOutcome
from samen.register.actions_of_access import approve_access
from samen.register.models import AccessRequest
from samen.register.queries_of_keeping import requests_to_decide
from tests.cast import Cast, make_cast, signed_in
from tests.purposes.test_resolutions import Desk, desk
from tests.register.given_files import DAY, NOW, START, Setting, make_setting
from tests.register.test_access import asked

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["desk"]
TODAY = date(2022, 11, 15)


def invited(name: str, address: str = "twee@voorbeeld.example", same_as: int | None = None) -> User:
    return invite_user(email=address, name=name, same_as=same_as, today=TODAY).user


@pytest.mark.parametrize(
    "name", ["Officier Voorbeeld", "officier  voorbeeld", "Officier-Voorbeeld"]
)
def test_a_name_that_is_known_is_refused_unless_it_is_the_same_person(name: str) -> None:
    first = invited("Officier Voorbeeld", "een@voorbeeld.example")
    with pytest.raises(Conflict, match="account with this name"):
        invited(name)
    with pytest.raises(Conflict, match="account with this name"):
        invited(name, same_as=invited("Ander", "ander@voorbeeld.example").pk)
    second = invited(name, same_as=first.pk)
    assert accounts_of_person(second.pk) == {first.pk, second.pk}


def test_all_accounts_of_one_person_are_hers_however_they_were_noted() -> None:
    first, second, third, other = (
        invited(f"Persoon {n}", f"p{n}@voorbeeld.example") for n in range(4)
    )
    note_same_person(user=second.pk, same_as=third.pk)
    note_same_person(user=third.pk, same_as=first.pk)
    assert accounts_of_person(third.pk) == {first.pk, second.pk, third.pk}
    assert accounts_of_person(other.pk) == {other.pk}
    namesake = User.objects.create_user("n@voorbeeld.example", None, name="persoon 1")
    assert accounts_of_person(namesake.pk) == {first.pk, second.pk, third.pk, namesake.pk}
    User.objects.filter(pk=namesake.pk).update(name="Naamgenoot")
    note_same_person(user=second.pk, same_as=None)
    assert accounts_of_person(second.pk) == {second.pk}
    with pytest.raises(Refused, match="own account"):
        note_same_person(user=third.pk, same_as=None, by=first.pk)


def test_an_administrator_notes_it_on_the_page() -> None:
    cast: Cast = make_cast()
    one, other = cast["approver"], cast["nobody"]
    client = signed_in(cast["administrator"])
    client.post(f"/mensen/{other.pk}/persoon", {"same_as": one.pk})
    assert accounts_of_person(one.pk) == {one.pk, other.pk}
    assert (
        f'<option value="{one.pk}" selected>' in client.get(f"/mensen/{other.pk}/").content.decode()
    )
    client.post("/mensen/uitnodigen", {"name": "Derde Account", "email": "d@voorbeeld.example",
                                       "role": "administrator", "same_as": other.pk})  # fmt: skip
    assert len(accounts_of_person(one.pk)) == 3


def test_a_second_account_of_who_proposed_approves_nothing(desk: Desk) -> None:
    waits = desk.propose()
    note_same_person(user=desk.officer.pk, same_as=desk.by)
    assert queries.approvers(waits, today=TODAY) == frozenset()
    with pytest.raises(Refused, match="may not decide"):
        desk.approve(waits)
    with pytest.raises(IntegrityError), transaction.atomic():
        Resolution.objects.filter(pk=waits.pk).update(
            outcome=ResolutionOutcome.APPROVED, decided_by=desk.officer
        )


def test_nobody_proposes_another_account_of_their_own(desk: Desk) -> None:
    of = desk.opened()
    note_same_person(user=desk.other.pk, same_as=desk.by)
    with pytest.raises(Refused, match="yourself"):
        desk.propose_member(of)


def _second(setting: Setting, name: str) -> tuple[User, Part]:
    person = User.objects.create_user("twee@voorbeeld.example", None, name=name)
    return person, Part(setting.organisation.pk, MemberRole.PRIVACY_OFFICER, Scope.NATIONAL, START)


@pytest.mark.parametrize("is_noted", [True, False])
def test_a_second_account_of_who_noted_a_request_does_not_decide_on_it(is_noted: bool) -> None:
    """It was noted that it is the same person, or it has the same name."""
    setting = make_setting()
    officer = setting.members[MemberRole.PRIVACY_OFFICER]
    name = "Ander Voorbeeld" if is_noted else officer.user.name.upper()
    person, part = _second(setting, name)
    if is_noted:
        note_same_person(user=person.pk, same_as=officer.user_id)
    number = asked(setting)
    member = add_member(part, user=person.pk, processing=setting.processing.pk, today=START)
    opened = inside(membership=member.pk, user=person.pk, ground=Ground.AVG6E, today=DAY)
    with opened as purpose:
        assert list(requests_to_decide(purpose)) == []
        with pytest.raises(Refused, match="noted this request yourself"):
            approve_access(purpose, number, now=NOW)
        mine = AccessRequest.objects.filter(pk=number)
        assert mine.update(approved_by=person.pk, approved_at=NOW) == 0


def test_the_database_says_whose_an_account_is() -> None:
    first = invited("Officier Voorbeeld", "een@voorbeeld.example")
    second = User.objects.create_user("x@voorbeeld.example", None, name="OFFICIER VOORBEELD")
    with connection.cursor() as cursor:
        cursor.execute("select accounts_same_person(%s, %s)", [first.pk, second.pk])
        assert cursor.fetchone() == (True,)
