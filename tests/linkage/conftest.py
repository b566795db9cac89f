"""What the tests of linkage stand on."""

import pytest

from tests.register.given_files import Setting, make_setting


@pytest.fixture
def setting() -> Setting:
    return make_setting()
