"""What the tests of linkage stand on."""

import pytest

from tests.register.conftest import site_rights, whole_world, world
from tests.register.given_files import Setting, make_setting

__all__ = ["site_rights", "whole_world", "world"]


@pytest.fixture
def setting() -> Setting:
    return make_setting()
