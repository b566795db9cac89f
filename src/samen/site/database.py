"""Where the database is, and the two roles that reach it.

`samen_owner` owns the tables and migrates; `samen_app` is what the site runs as: no
superuser, no BYPASSRLS, owner of nothing. Without DATABASE_URL an embedded PostgreSQL is
used. DATABASE_URL may name an administrator, who makes both roles once, or the app's role
itself, with DATABASE_OWNER_URL naming the owner.
"""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from samen.core.errors import CannotRun
from samen.site.cluster import Cluster, reachable_home

ROOT = Path(os.environ.get("SAMEN_ROOT", Path(__file__).parents[3]))
STATE = ROOT / os.environ.get("SAMEN_STATE", ".samen")
OWNER, APP, DATABASE = "samen_owner", "samen_app", "samen"
OLDEST_SERVER = 150000


@dataclass(frozen=True)
class Urls:
    """The address of the database for each of the two roles."""

    owner: str
    app: str


def cluster() -> Cluster:
    """The embedded cluster of this checkout."""
    return Cluster(reachable_home(STATE / "postgres"))


def ensure_database() -> Urls:
    """A running database with both roles in it; raises CannotRun with what to do."""
    given, owner = _address("DATABASE_URL"), _address("DATABASE_OWNER_URL")
    if given and owner:
        return Urls(owner=owner, app=given)
    if given:
        return _from_given(given)
    ours = cluster()
    port = ours.ensure_running()
    return make_roles(ours.superuser_url(port), STATE / "roles.json")


def make_roles(admin_url: str, passwords: Path) -> Urls:
    """Make the two roles and the database where they are missing (repeatable)."""
    secret = _role_passwords(passwords)
    try:
        with psycopg.connect(admin_url, autocommit=True) as connection:
            _check_version(connection)
            connection.execute("select pg_advisory_lock(hashtext('samen roles'))")
            for role, rights in ((OWNER, "CREATEDB"), (APP, "")):
                _make_role(connection, role, rights, secret[role])
            _hide_what_is_asked(connection)
            _make_database(connection)
            _set_default_rights(with_database(admin_url, DATABASE))
    except psycopg.errors.InsufficientPrivilege as error:
        raise CannotRun(
            "The role of DATABASE_URL may not make or change {owner} and {app}.",
            "It must be a superuser, or the role that made them.",
            "Name another administrator, or set DATABASE_OWNER_URL too; see docs/running.md.",
            owner=OWNER,
            app=APP,
        ) from error
    return Urls(
        owner=_as_role(admin_url, OWNER, secret[OWNER]), app=_as_role(admin_url, APP, secret[APP])
    )


def _make_role(
    connection: "psycopg.Connection[tuple[object, ...]]", role: str, rights: str, password: str
) -> None:
    """Make a role, or give the one that is there its password.

    Only a superuser may even say NOSUPERUSER of a role that exists; a new role is none.
    """
    known = connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone()
    act = "ALTER" if known else "CREATE"
    if connection.info.parameter_status("is_superuser") == "on":
        rights += " NOSUPERUSER NOBYPASSRLS"
    connection.execute(
        sql.SQL(f"{act} ROLE {{}} LOGIN {rights} PASSWORD {{}}").format(
            sql.Identifier(role), sql.Literal(password)
        )
    )


def _hide_what_is_asked(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    """What one connection of the site asks is shown to no other, as it holds names; only a
    superuser may say so, and else the site warns at its start."""
    if connection.info.parameter_status("is_superuser") == "on":
        connection.execute(
            sql.SQL("ALTER ROLE {} SET track_activities = off").format(sql.Identifier(APP))
        )


def with_database(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def role_of(url: str) -> str:
    """The role that an address signs in as."""
    return str(psycopg.conninfo.conninfo_to_dict(url).get("user") or APP)


def as_settings(url: str) -> dict[str, object]:
    """A PostgreSQL address in the form of Django's DATABASES."""
    parts = psycopg.conninfo.conninfo_to_dict(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", DATABASE),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": str(parts.pop("port", "")),
        "OPTIONS": {**parts, "pool": {"min_size": 1, "max_size": 8, "timeout": 20}},
    }


def _address(name: str) -> str:
    """An address from the environment, or "". Raises CannotRun when it is none."""
    url = os.environ.get(name, "").strip()
    try:
        parts = urlsplit(url)
        is_good = parts.scheme in ("postgresql", "postgres") and (parts.port or 1) > 0
        psycopg.conninfo.conninfo_to_dict(url if is_good else "")
    except (ValueError, psycopg.ProgrammingError):
        is_good = False
    if url and not is_good:
        raise CannotRun(
            "{name} is no address of a PostgreSQL database.",
            "It looks like postgresql://name:password@host:5432/database.",
            "Correct {name}, or leave it out to use the embedded one.",
            name=name,
        )
    return url


def _from_given(url: str) -> Urls:
    with connect(url) as connection:
        row = connection.execute(
            "select rolsuper or rolcreaterole from pg_roles where rolname = current_user"
        ).fetchone()
    if not (row and row[0]):
        raise CannotRun(
            "DATABASE_URL names a role that may not make roles, and DATABASE_OWNER_URL is not set.",
            "Either DATABASE_URL names an administrator, or both addresses are set.",
            "Set DATABASE_OWNER_URL to the role that owns the tables; see docs/running.md.",
        )
    return make_roles(url, STATE / "roles.json")


def connect(url: str) -> "psycopg.Connection[tuple[object, ...]]":
    """A connection, or one sentence that says why not (without the password)."""
    try:
        return psycopg.connect(url, connect_timeout=10)
    except psycopg.OperationalError as error:
        where = urlsplit(url)
        raise CannotRun(
            "The database at {host}:{port} does not answer ({cause}).",
            "",
            "Start it, correct DATABASE_URL, or leave DATABASE_URL out to use the embedded one.",
            host=where.hostname,
            port=where.port or 5432,
            cause=str(error).strip().splitlines()[-1][:160],
        ) from error


def _role_passwords(file: Path) -> dict[str, str]:
    if file.exists():
        stored: dict[str, str] = json.loads(file.read_text())
        return stored
    file.parent.mkdir(parents=True, exist_ok=True)
    made = {role: secrets.token_urlsafe(24) for role in (OWNER, APP)}
    part = file.with_suffix(f".{os.getpid()}")
    part.touch(mode=0o600)
    part.write_text(json.dumps(made))
    try:
        os.link(part, file)
    except FileExistsError:
        made = json.loads(file.read_text())
    finally:
        part.unlink()
    return made


def _check_version(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    version = connection.info.server_version
    if version < OLDEST_SERVER:
        raise CannotRun(
            "The database server is PostgreSQL {version}.",
            "Samen needs 15 or newer.",
            "Upgrade it, or leave DATABASE_URL out to use the embedded one.",
            version=version // 10000,
        )


def _make_database(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    known = connection.execute("select 1 from pg_database where datname = %s", [DATABASE])
    if known.fetchone():
        return
    # An administrator who is no superuser may only give away what it is a member of.
    connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(OWNER)))
    connection.execute(
        sql.SQL("CREATE DATABASE {} OWNER {} ENCODING 'UTF8' TEMPLATE template0").format(
            sql.Identifier(DATABASE), sql.Identifier(OWNER)
        )
    )


def _set_default_rights(admin_url: str) -> None:
    """What the owner will make, the app may use; before the first migration (not after)."""
    with psycopg.connect(admin_url, autocommit=True) as connection:
        for what, rights in (
            ("TABLES", "SELECT, INSERT, UPDATE, DELETE"),
            ("SEQUENCES", "USAGE, SELECT"),
            ("FUNCTIONS", "EXECUTE"),
        ):
            connection.execute(
                f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT {rights} ON {what} TO {APP}"
            )


def _as_role(url: str, role: str, password: str) -> str:
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    netloc = f"{role}:{quote(password, safe='')}@{host}"
    return urlunsplit(parts._replace(netloc=netloc, path=f"/{DATABASE}"))
