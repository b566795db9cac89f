"""What the tests of figures stand on."""

import pytest

from samen.accounts.models import User
from samen.programme.actions import record_indicator
from samen.programme.values import IndicatorFacts, Wording
from tests.figures.people import NOW
from tests.register.given_files import Setting, make_setting


@pytest.fixture
def setting() -> Setting:
    return make_setting()


@pytest.fixture
def team() -> User:
    return User.objects.create_user("team@voorbeeld.example", None, name="Team Voorbeeld")


@pytest.fixture
def indicator(team: User) -> int:
    return record_indicator(
        wording=Wording(title="Mogelijke slachtoffers in het register"),
        indicator=IndicatorFacts(
            code="slachtoffers", unit="personen", definition="Personen die een partner meldde."
        ),
        by=team, now=NOW,
    )  # fmt: skip
