"""Two who ask for the same at once: one gets it, the other is told."""

from collections.abc import Callable

import pytest

from samen.accounts import actions
from samen.accounts.models import Organisation, User
from samen.core.errors import Conflict, Refused
from samen.core.terms import OrganisationKind, Role
from samen.work import clock
from tests.cast import PASSWORD, make_cast
from tests.two_at_once import while_first_acts

pytestmark = pytest.mark.django_db(transaction=True)


def invites() -> object:
    return actions.invite_user(
        email="fenna@voorbeeld.example", name="Fenna Voorbeeld", today=clock.today()
    )


def adds_organisation() -> object:
    return actions.add_organisation(name="Stichting Voorbeeld", kind=OrganisationKind.NGO)


def adds_office() -> object:
    body = Organisation.objects.get(name="ministerie van Voorbeelden")
    return actions.add_office(title="De Minister van Voorbeelden", organisation=body.pk)


def grants() -> object:
    person = User.objects.get(email="nobody@voorbeeld.example")
    return actions.grant_role(user=person.pk, role=Role.READER, start=clock.today())


@pytest.mark.parametrize("act", [invites, adds_organisation, adds_office, grants])
def test_who_comes_second_is_told(act: Callable[[], object]) -> None:
    make_cast()
    (told,) = while_first_acts(act, act)
    assert isinstance(told, Conflict)


def test_a_one_time_link_used_twice_at_once_works_once() -> None:
    person = make_cast()["reader"]
    made = actions.make_link(user=person.pk)

    def use(password: str) -> Callable[[], object]:
        return lambda: actions.set_first_password(
            number=made.number, token=made.token, password=password
        )

    (told,) = while_first_acts(use(PASSWORD), use("een-heel-ander-wachtwoord"))
    assert isinstance(told, Refused)
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
