"""What the tests of asking without names stand on: two organisations that talk over HTTP."""

from collections.abc import Iterator

import pytest
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from tests.exchange.houses import Two, make_two
from tests.register.conftest import site_rights, whole_world, world
from tests.register.given_files import DAY

__all__ = ["site_rights", "whole_world", "world"]


@pytest.fixture
def two(transactional_db: None, live_server: LiveServer) -> Iterator[Two]:
    with override_settings(TODAY=DAY):
        yield make_two(live_server.url)
