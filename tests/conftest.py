"""What every test may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from hypothesis import settings as hypothesis_settings
from psycopg import sql
from pytest_django import DjangoDbBlocker

from tests.emptying import only_what_is_filled
from tests.template import NAME, drop, make_template

SEED_LETTER = Path(__file__).parents[2] / "shared/letters/2021-11-17-voortgangsbrief.txt"
hypothesis_settings.register_profile("house", derandomize=True, deadline=None, max_examples=60)
hypothesis_settings.load_profile("house")
# A password that is slow to guess is slow to make: a tenth of a second for each of a cast.
Argon2PasswordHasher.time_cost = Argon2PasswordHasher.parallelism = 1
Argon2PasswordHasher.memory_cost = 8


@pytest.fixture(scope="session")
def seed_letter_path() -> Path:
    """The real letter, where it is at hand; the project does not contain it."""
    if not SEED_LETTER.exists():
        pytest.skip("the real letter is not at hand")
    return SEED_LETTER


@pytest.fixture(scope="session", autouse=True)
def own_keys(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keys of what is sealed, for this run only."""
    os.environ["SAMEN_KEYS"] = str(tmp_path_factory.mktemp("keys"))
    settings.KEYS = Path(os.environ["SAMEN_KEYS"])


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """One migrated template a run, copied for each worker: migrations run once."""
    from django.core.management.commands import flush
    from django.db import connections

    from samen.site.database import with_database

    # Else Django makes its own rights anew whenever tables are emptied; nobody here has them.
    pytest.MonkeyPatch().setattr(flush, "emit_post_migrate_signal", lambda *_given: None)
    owner_url = os.environ["DATABASE_OWNER_URL"]
    name = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    with psycopg.connect(with_database(owner_url, "samen"), autocommit=True) as maintenance:
        maintenance.execute("select pg_advisory_lock(20211117)")
        make_template(maintenance)
        maintenance.execute("select pg_advisory_unlock(20211117)")
        maintenance.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(NAME)
            )
        )
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name
    connections["default"].settings_dict["OPTIONS"].pop("pool", None)
    with only_what_is_filled(name):
        yield
    with django_db_blocker.unblock():
        connections.close_all()
    with psycopg.connect(with_database(owner_url, "samen"), autocommit=True) as maintenance:
        drop(maintenance, name)
