"""The demo has somebody for each role."""

import pytest

from samen.accounts import queries
from samen.core.terms import Role
from samen.site.demo import make_accounts
from samen.work import clock

pytestmark = pytest.mark.django_db


def test_each_role_has_an_account_that_belongs_somewhere() -> None:
    made = make_accounts()
    assert {one.role for one in made} == set(Role)
    for one in made:
        person = queries.person_by_email(one.email)
        assert person is not None
        assert person.organisation is not None
        assert queries.roles_of(person.pk, on=clock.today()) == {one.role}
