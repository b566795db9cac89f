"""An office has one holder a day."""

from datetime import date

import pytest
from django.db import IntegrityError

from samen.accounts.models import Office, Organisation, Tenure
from samen.core.terms import OrganisationKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    ministry = Organisation.objects.create(
        name="ministerie van Voorbeeld", kind=OrganisationKind.MINISTRY
    )
    return Office.objects.create(title="minister van Voorbeeld", organisation=ministry)


def test_two_holders_may_follow_each_other(office: Office) -> None:
    Tenure.objects.create(
        office=office, holder="A. Test", start=date(2020, 1, 1), end=date(2020, 6, 1)
    )
    Tenure.objects.create(office=office, holder="B. Test", start=date(2020, 6, 2))
    assert office.tenures.count() == 2


def test_two_holders_on_one_day_are_refused(office: Office) -> None:
    Tenure.objects.create(
        office=office, holder="A. Test", start=date(2020, 1, 1), end=date(2020, 6, 1)
    )
    with pytest.raises(IntegrityError):
        Tenure.objects.create(office=office, holder="B. Test", start=date(2020, 6, 1))
