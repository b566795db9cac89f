"""The first administrator comes in by the command line."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from samen.accounts.queries import person_by_email
from samen.core.errors import Conflict

pytestmark = pytest.mark.django_db


def invite(*arguments: str) -> str:
    said = StringIO()
    call_command("invite", *arguments, stdout=said)
    return said.getvalue().strip()


def test_the_printed_path_lets_the_person_choose_a_password() -> None:
    path = invite("roos@voorbeeld.example", "Roos Voorbeeld")
    assert Client().get(path).status_code == 200
    person = person_by_email("roos@voorbeeld.example")
    assert person is not None
    assert [grant.role for grant in person.grants.all()] == ["administrator"]


def test_the_same_address_twice_is_refused_in_words() -> None:
    invite("roos@voorbeeld.example", "Roos Voorbeeld")
    with pytest.raises(Conflict):
        invite("roos@voorbeeld.example", "Iemand anders")


@pytest.mark.parametrize(("address", "name"), [("x", "Y"), ("a@b.example", "x" * 500)])
def test_an_address_or_name_that_is_none_is_refused_in_words(address: str, name: str) -> None:
    with pytest.raises(CommandError, match="cannot be used"):
        invite(address, name)
    assert person_by_email(address) is None


def test_a_second_account_of_one_person_says_whose_it_is() -> None:
    """Two accounts with one name count as one person, so that the command has to tell."""
    invite("roos@voorbeeld.example", "Roos Voorbeeld")
    given = ("roos@elders.example", "Roos Voorbeeld")
    with pytest.raises(Conflict):
        invite(*given)
    with pytest.raises(CommandError, match="--same-as"):
        invite(*given, "--same-as", "niemand@voorbeeld.example")
    invite(*given, "--same-as", "Roos@voorbeeld.example")
    first, second = (person_by_email(each) for each in ("roos@voorbeeld.example", given[0]))
    assert first is not None
    assert second is not None
    assert second.same_as_id == first.pk
