"""The register as the site's own role reaches it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.register.given_files import DAY, Setting, make_setting
from tests.register.world import World, make_world
from tests.site_role import as_site, give_rights


@pytest.fixture(scope="session")
def site_rights(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        give_rights()


@pytest.fixture(scope="module")
def whole_world(site_rights: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """A transaction as the site's role, undone at the end of the file."""
    with django_db_blocker.unblock(), as_site():
        yield make_world()


@pytest.fixture
def world(whole_world: World, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The world as it was made, whatever a test did to it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield whole_world
        transaction.set_rollback(True)


@pytest.fixture
def setting() -> Setting:
    """A processing with a member of each role."""
    return make_setting()


@pytest.fixture
def that_day() -> Iterator[None]:
    """A stretch in which it is the day of the invented files."""
    with override_settings(TODAY=DAY):
        yield
