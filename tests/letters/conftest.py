"""The people of the letters' tests."""

import pytest
from django.test import Client

from tests.cast import Cast, make_cast


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def team(cast: Cast) -> Client:
    return cast.client("programme_team")
