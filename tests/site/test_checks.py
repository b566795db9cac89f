"""The site refuses to start too powerful or too careless: tried with real roles."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from django.test import override_settings
from psycopg import sql

from samen.core.errors import CannotRun
from samen.site import checks
from samen.site.database import with_database
from samen.site.sign_in import providers
from tests.superuser import superuser_url

pytestmark = pytest.mark.django_db


def ids(found: list[object]) -> set[str]:
    return {str(getattr(problem, "id", "")) for problem in found}


def test_the_owner_of_the_tables_is_refused() -> None:
    found = checks.role_problems()
    assert ids(list(found)) == {"samen.E003"}
    assert all(problem.hint for problem in found)


@pytest.fixture
def admin() -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    """The superuser of the tests' own cluster; without it these tests cannot make roles."""
    with psycopg.connect(superuser_url(), autocommit=True) as found:
        yield found


@pytest.mark.parametrize(
    ("right", "expected"), [("SUPERUSER", "samen.E001"), ("BYPASSRLS", "samen.E002")]
)
def test_a_role_with_too_much_power_is_refused(
    admin: "psycopg.Connection[tuple[object, ...]]", right: str, expected: str
) -> None:
    admin.execute("DROP ROLE IF EXISTS samen_too_strong")
    admin.execute(f"CREATE ROLE samen_too_strong {right}")
    admin.execute(sql.SQL("GRANT samen_too_strong TO samen_owner"))
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE samen_too_strong")
            assert expected in ids(list(checks.role_problems()))
            cursor.execute("RESET ROLE")
    finally:
        admin.execute("DROP ROLE samen_too_strong")


def test_the_sites_own_role_is_let_through() -> None:
    url = with_database(os.environ["DATABASE_URL"], connection.settings_dict["NAME"])
    with psycopg.connect(url) as site:
        role = site.execute(checks.ROLE).fetchone()
        owned = site.execute(checks.OWNED).fetchone()
    assert role == (False, False)
    assert owned == (0,)


def test_a_server_that_would_log_names_is_told(
    admin: "psycopg.Connection[tuple[object, ...]]",
) -> None:
    admin.execute("SET log_statement = 'all'")
    told = admin.execute(checks.LOGGED.encode()).fetchone()
    assert told is not None
    assert "log_statement = all" in str(told[0])


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"DEBUG": True, "ALLOWED_HOSTS": ["samen.example"]}, "samen.E004"),
        ({"ALLOWED_HOSTS": ["*"]}, "samen.E005"),
        ({"SECRET_KEY": "kort"}, "samen.E006"),
        ({"DEMO": True, "ALLOWED_HOSTS": ["samen.example"]}, "samen.E007"),
        ({"ALLOWED_HOSTS": ["samen.example"]}, "samen.W001"),
        ({"ALLOWED_HOSTS": ["samen.example"]}, "samen.W002"),
    ],
)
def test_careless_settings_are_named(settings: dict[str, object], expected: str) -> None:
    with override_settings(**settings):
        found = checks.settings_problems()
    assert expected in ids(list(found))
    assert all(problem.hint for problem in found)


def test_local_settings_are_in_order() -> None:
    with override_settings(ALLOWED_HOSTS=["127.0.0.1", "localhost"], DEBUG=True):
        assert checks.settings_problems() == []


@pytest.mark.parametrize("text", ["{", "[1]", '[{"id": "x"}]', '{"id": "x"}'])
def test_a_sign_in_setting_that_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(CannotRun, match="SAMEN_OIDC"):
        providers(text)
