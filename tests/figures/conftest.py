"""What the tests of figures stand on."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.test import override_settings

from samen.accounts.models import User
from samen.figures.models import Release
from samen.programme.actions import record_indicator
from samen.programme.values import IndicatorFacts, Wording
from tests.figures.people import NOW
from tests.figures.released import make_release
from tests.register.given_files import DAY, Setting, make_setting


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


@pytest.fixture
def that_day(settings: LazySettings) -> Iterator[None]:
    settings.CHECKPOINT_KEY = "11" * 32
    with override_settings(TODAY=DAY):
        yield


@pytest.fixture
def release(setting: Setting, indicator: int, team: User) -> Release:
    return make_release(setting, indicator, team)
