"""Rows a second into the register, protected and not, and how fast a name is found.

    ./samen bench register [ROWS [search]]

On a database of its own that keeps what it was told. The file is that of `bench registration`.
With: row-level security, earlier versions, pass and log, as the site's role. Without: the same
code on the same tables and indexes, with all of these off. Both in turn, in pairs. Memory is the
peak of this process, after a tenth of the file and at the end; seconds of the processor are told
apart for this process, which reads and checks, and for the server, which works beside it. Again:
the file a second time, with another street in the last row only; changed: with another street in
each row, of which each becomes a new version. Search is asked as a member does, through the page,
by the beginning of a given and a family name; the log is on. With `search` a tenth of the rows
comes in, from Parquet; the database copies it nine times under other names of the partner, and
only then is searched.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, BinaryIO
from unittest.mock import patch
from uuid import UUID

import psycopg
from psycopg import sql
from pyarrow import parquet

from bench.registration import HEAD, WRITE, invented, peak
from samen.site.cluster import Cluster
from samen.site.database import ROOT, make_roles

if TYPE_CHECKING:
    from samen.core.terms import Ground
    from samen.purposes.inside import Purpose
    from tests.register.given_files import Setting

ROWS = 200_000
ASKED = 200
DAY = date(2021, 11, 17)
PROTECTED = ("registration", "delivery", "hold", "partnerfile", "filepiece", "registrationversion",
             "origin", "shelteraddress", "provision")  # fmt: skip
OPENS = ("samen.register.views.common.inside", "tests.register.given_files.inside")
"""Where pages and these measurements open a purpose."""
OFF = ("ALTER TABLE {} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY",
       "ALTER TABLE {} DISABLE TRIGGER USER")  # fmt: skip
ON = ("ALTER TABLE {} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
      "ALTER TABLE {} ENABLE TRIGGER USER")  # fmt: skip


def main(arguments: list[str]) -> int:
    rows = int(arguments[0]) if arguments else ROWS
    only_search = arguments[1:] == ["search"]
    with own_database() as (owner, _cluster):
        print(f"{'format':<10}{'tables':<10}{'rows':>10}{'rows/s':>10}{'python':>9}{'server':>10}"
              f"{'a tenth':>11}{'peak':>10}")  # fmt: skip
        for number, kind in enumerate(("parquet", "csv")[: 1 if only_search else 2]):
            with tempfile.TemporaryFile() as file:
                write = [sys.executable, "-c", WRITE, kind, str(rows // (10 if only_search else 1))]
                subprocess.run(write, cwd=ROOT, stdout=file, check=True)
                setting = measured(kind, "with", file, f"met {number}")
                if kind == "parquet" and not only_search:
                    for tables, first in (("again", rows - 1), ("changed", 0)):
                        with tempfile.TemporaryFile() as later:
                            moved(file, later, first)
                            taken(kind, tables, later, setting)
                if only_search:
                    copied(owner)
                    continue
                with unprotected(owner):
                    measured(kind, "without", file, f"zonder {number}")
        searched(f"met {number}", rows)
    return 0


@contextmanager
def own_database() -> Iterator[tuple[str, Cluster]]:
    """A migrated database for this run, and Django on it as the site's role.

    Gives the owner's address and the cluster.
    """
    with tempfile.TemporaryDirectory(prefix="samen-bench-") as folder:
        home = Path(folder)
        home.chmod(0o711)
        cluster = Cluster(home / "postgres")
        try:
            port = cluster.ensure_running()
            urls = make_roles(cluster.superuser_url(port), home / "roles.json")
            os.environ |= {"DATABASE_URL": urls.app, "DATABASE_OWNER_URL": urls.owner,
                           "SAMEN_STATIC": "plain", "SAMEN_KEYS": str(home / "keys"),
                           "SAMEN_TODAY": DAY.isoformat(),
                           "DJANGO_SETTINGS_MODULE": "samen.site.settings"}  # fmt: skip
            from samen.site.prepare import manage

            manage("migrate", "--verbosity=0")
            import django

            django.setup()
            yield urls.owner, cluster
        finally:
            cluster.stop()


@contextmanager
def unprotected(owner: str) -> Iterator[None]:
    """A stretch without policies, without the trigger of earlier versions, pass and log."""
    tables = [sql.Identifier(f"register_{name}") for name in PROTECTED]
    with psycopg.connect(owner, autocommit=True) as connection:
        for words, table in ((words, table) for words in OFF for table in tables):
            connection.execute(sql.SQL(words).format(table))
        with patch(OPENS[0], bare), patch(OPENS[1], bare):
            yield
        for words, table in ((words, table) for words in ON for table in tables):
            connection.execute(sql.SQL(words).format(table))


@contextmanager
def bare(
    *, membership: UUID, user: int, ground: "Ground", today: date, request: str = ""
) -> "Iterator[Purpose]":
    """A transaction that believes who asks and writes nothing down."""
    from django.db import transaction

    from samen.purposes.inside import Purpose
    from samen.purposes.models import Membership

    class Bare(Purpose):
        def renew(self) -> None:
            pass

    with transaction.atomic():
        known = Membership.objects.select_related("processing", "organisation", "team")
        part = known.get(pk=membership, user=user, user__is_active=True)
        yield Bare(part, ground, today, request, 0)


def measured(kind: str, tables: str, file: BinaryIO, processing: str) -> "Setting":
    """Takes the file in under a processing of its own and prints a line."""
    from tests.register.given_files import make_setting

    setting = make_setting(processing)
    taken(kind, tables, file, setting)
    return setting


def moved(file: BinaryIO, later: BinaryIO, first: int) -> None:
    """The file with another street in each row from the first one on."""
    file.seek(0)
    table = parquet.read_table(file)
    streets = table["straat"].to_pylist()
    for row in range(first, len(streets)):
        streets[row] = "Nieuwe Laan"
    place = table.column_names.index("straat")
    parquet.write_table(table.set_column(place, "straat", [streets]), later)


def taken(kind: str, tables: str, file: BinaryIO, setting: "Setting") -> None:
    """Takes the file in and prints a line."""
    from samen.register.actions_of_files import take_in_file
    from tests.register.given_files import NOW, reading_of

    told: list[tuple[int, int]] = []
    with setting.inside() as purpose:
        before = time.perf_counter(), time.process_time(), of_database()
        delivery = take_in_file(
            purpose, stream=file, name=f"proef.{kind}", reading=reading_of(file), now=NOW,
            told=lambda rows, _at, _size: told.append((rows, peak())),
        )  # fmt: skip
        after = time.perf_counter(), time.process_time(), of_database()
    wall, ours, theirs = (end - start for start, end in zip(before, after, strict=True))
    good = delivery.rows
    tenth = next((memory for rows, memory in told if rows * 10 >= good), peak())
    speed = f"{good:>10,}{good / wall:>10,.0f}{ours:>7.1f} s{theirs:>8.1f} s"
    print(f"{kind:<10}{tables:<10}{speed}{tenth:>8,} MB{peak():>7,} MB", flush=True)


def copied(owner: str) -> None:
    """Nine more of each registration, with the same names, as the tables' owner."""
    columns = """
        select string_agg(quote_ident(attname), ', ') from pg_attribute
        where attrelid = 'register_registration'::regclass and attnum > 0 and attgenerated = ''
            and not attisdropped and attname not in ('id', 'source_key')"""
    more = """
        INSERT INTO register_registration (id, source_key, {0})
        SELECT gen_random_uuid(), source_key || n, {0}
        FROM register_registration, generate_series(1, 9) n"""
    table = sql.Identifier("register_registration")
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(sql.SQL(OFF[0]).format(table))
        names = connection.execute(columns).fetchone()
        connection.execute(sql.SQL(more).format(sql.SQL(names[0] if names else "")))
        connection.execute("VACUUM ANALYZE register_registration")
        connection.execute(sql.SQL(ON[0]).format(table))


def of_database() -> float:
    """The seconds of the processor that the database spent on this connection."""
    from django.db import connection

    words = Path(f"/proc/{connection.connection.info.backend_pid}/stat").read_text()
    user, system = words.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def searched(processing: str, rows: int) -> None:
    """Asks for names that are there, through the page, and prints the times."""
    from django.test import Client

    from samen.core.terms import MemberRole
    from samen.purposes.models import Membership

    part = Membership.objects.get(processing__name=processing, role=MemberRole.ANALYST)
    client = Client()
    client.force_login(part.user, backend="django.contrib.auth.backends.ModelBackend")
    address, times, found = f"/register/{part.pk}/avg6e/zoeken/", [], 0
    given, family = HEAD.index("voornaam"), HEAD.index("achternaam")
    for number, row in enumerate(invented(ASKED * 50)):
        if number % 50:
            continue
        name = f"{row[given][:3]} {row[family][:5]}"
        start = time.perf_counter()
        answer = client.post(address, {"name": name}, follow=True, HTTP_HOST="127.0.0.1")
        times.append(1000 * (time.perf_counter() - start))
        found += answer.content.count(b"/registratie/")
    cuts = quantiles(times, n=20)
    print(f"search, {rows:,} rows in the processing: median {cuts[9]:.0f} ms, "
          f"p95 {cuts[18]:.0f} ms, {found / len(times):.1f} found", flush=True)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
