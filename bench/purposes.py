"""What policies, versions and the log cost: the register beside the same table without them.

`./samen bench purposes [ROWS]` makes a database of its own, takes invented rows in, searches,
reads and corrects, each through the doors and beside it on a bare twin of the table.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from itertools import batched
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from samen.core.terms import Ground, MemberRole, OrganisationKind, RegistrationKind, Scope

if TYPE_CHECKING:
    import pyarrow as pa

    from samen.purposes.models import Membership
    from samen.register.values import Row

DAY, NOW = date(2021, 11, 17), datetime(2021, 11, 17, 12, tzinfo=UTC)
ROWS, BATCH, ASKED = 200_000, 20_000, 300
SYLLABLES = [
    "ba",
    "be",
    "bo",
    "da",
    "de",
    "do",
    "ka",
    "ke",
    "ko",
    "la",
    "le",
    "lo",
    "ma",
    "me",
    "mo",
    "na",
    "ne",
    "no",
    "ra",
    "re",
    "ro",
    "sa",
    "se",
    "so",
    "ta",
]
TWIN = """
    CREATE TABLE bare (LIKE register_registration INCLUDING ALL);
    GRANT SELECT, INSERT, UPDATE ON bare TO samen_app
"""


@contextmanager
def database() -> Iterator[str]:
    """A durable PostgreSQL with Samen's tables and a bare twin; yields the owner's address."""
    from samen.site.cluster import Cluster
    from samen.site.database import connect, make_roles

    folder = Path(tempfile.mkdtemp(prefix="samen-bench-"))
    folder.chmod(0o711)
    cluster = Cluster(folder)
    try:
        urls = make_roles(cluster.superuser_url(cluster.ensure_running()), folder / "roles.json")
        os.environ |= {"DATABASE_URL": urls.app, "DATABASE_OWNER_URL": urls.owner}
        os.environ["DJANGO_SETTINGS_MODULE"] = "samen.site.settings"
        command = [sys.executable, "-m", "samen.site.cli", "manage", "migrate", "--verbosity=0"]
        subprocess.run(command, check=True)
        with connect(urls.owner) as owner:
            owner.execute(TWIN)
        yield urls.owner
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def name(number: int, length: int) -> str:
    """A name of so many syllables, another for almost every number."""
    places = (number // len(SYLLABLES) ** place for place in range(length))
    return "".join(SYLLABLES[place % len(SYLLABLES)] for place in places)


def invented(rows: int, city: str = "") -> "Iterator[Row]":
    """So many rows; a tenth has another city where one is given."""
    from samen.register.values import Row

    for number in range(rows):
        family, given = name(number * 7919, 4), name(number * 104729, 2)
        changed = city if number % 10 == 0 else ""
        year = date(1960 + number % 45, 1, 1)
        yield Row(
            RegistrationKind.VICTIM, f"id:{number}", f"{number}{changed}", number + 2, "Noord",
            given.title(), "", family.title(), given, family, year, year, "day", "female",
            "Dorpsstraat", str(number % 200), "", f"{1000 + number % 9000}AB", changed,
            f"06{number:08d}", f"X{number}", "", '{"sex": {"state": "known"}}', '{"naam": "x"}',
        )  # fmt: skip


def batches(rows: int, city: str = "") -> "Iterator[pa.Table]":
    from samen.register.values import table_of

    return (table_of(batch) for batch in batched(invented(rows, city), BATCH, strict=False))


def member() -> "Membership":
    from samen.accounts.models import Organisation, User
    from samen.purposes import actions
    from samen.purposes.actions import Part, Plan

    body = Organisation.objects.create(name="dienst", kind=OrganisationKind.AGENCY)
    person = User.objects.create_user("proef@voorbeeld.example", None, name="Proef")
    plan = Plan("P", "Proef", frozenset({Ground.WPG10}), frozenset({body.pk}), DAY, DAY)
    made = actions.open_processing(plan, today=DAY)
    part = Part(body.pk, MemberRole.REGISTRAR, Scope.ORGANISATION, DAY)
    return actions.add_member(part, user=person.pk, processing=made.pk, today=DAY)


def bare_take_in(rows: int) -> None:
    """The same way in without policies, versions and log."""
    from django.db import connection, transaction

    from samen.register import taking_in

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(taking_in.MAKE)
        for batch in batches(rows):
            taking_in.fill(cursor, batch)
            cursor.execute(BARE)


BARE = """
    INSERT INTO bare (id, processing_id, regime, ground, organisation_id, registrar_id,
        remove_due, destroy_due, first_processed_at, last_necessary_at, kind, source_key,
        row_hash, source_row, region, given_names, family_name_prefix, family_name, given_key,
        family_key, birth_from, birth_until, birth_precision, sex, street, house_number,
        house_number_addition, postcode, city, phone, document_number, employer, "values", raw)
    SELECT gen_random_uuid(), (SELECT id FROM purposes_processing), 'wpg', 'wpg10', 1, 1,
        '2026-01-01', '2031-01-01', '2021-11-17', '2021-11-17', kind, source_key, row_hash,
        source_row, region, given_names, family_name_prefix, family_name, given_key, family_key,
        birth_from, birth_until, birth_precision, sex, street, house_number,
        house_number_addition, postcode, city, phone, document_number, employer, "values", raw
    FROM (SELECT DISTINCT ON (source_key) * FROM register_incoming
          ORDER BY source_key, source_row DESC) i
    WHERE NOT EXISTS (SELECT 1 FROM bare b WHERE b.source_key = i.source_key
        AND b.processing_id = (SELECT id FROM purposes_processing) AND b.regime = 'wpg'
        AND b.organisation_id = 1)
"""


def timed(act: Callable[[], Any]) -> tuple[float, float]:
    """Seconds by the clock, and seconds of processor of this process and of the database.

    The second hardly changes when the machine has other work too.
    """
    began, used = time.perf_counter(), processor()
    act()
    return time.perf_counter() - began, processor() - used


def processor() -> float:
    """Seconds of processor that this process and the database's processes have used."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'")
        numbers = [row[0] for row in cursor.fetchall()]
    times = [psutil.Process(number).cpu_times() for number in numbers]
    return time.process_time() + sum(each.user + each.system for each in times)


def tell(what: str, mine: tuple[float, float], bare: tuple[float, float], n: int) -> None:
    """One line: milliseconds for each, by the clock and by processor, and what ours costs more."""
    clock, cpu = (1000 * each / n for each in mine)
    bare_clock, bare_cpu = (1000 * each / n for each in bare)
    print(
        f"{what:<24} clock {clock:9.3f} {bare_clock:9.3f} = {clock / bare_clock:5.2f} x"
        f"   cpu {cpu:9.3f} {bare_cpu:9.3f} = {cpu / bare_cpu:5.2f} x"
    )


def pairs(part: "Membership") -> dict[str, tuple[Callable[[int], Any], str]]:
    """What is asked through the doors, in a transaction each, and of the bare twin."""
    from samen.purposes.inside import inside
    from samen.register import actions, queries
    from samen.register.models import Registration

    def within(act: Callable[[Any], Any]) -> Any:
        with inside(
            membership=part.pk, user=part.user_id, ground=Ground.WPG10, today=DAY
        ) as purpose:
            return act(purpose)

    first = list(within(lambda _p: list(Registration.objects.values_list("pk", flat=True)[:ASKED])))
    return {
        "search by name": (
            lambda n: within(lambda p: queries.search(p, name=name(n * 7919, 4))),
            "SELECT * FROM bare WHERE processing_id = (SELECT id FROM purposes_processing)"
            " AND regime = 'wpg' AND (family_key = %s OR given_key = %s) ORDER BY family_key",
        ),
        "one registration": (
            lambda n: within(lambda p: queries.registration(p, first[n])),
            "SELECT * FROM bare WHERE source_key = %s AND source_key = %s"
            " AND processing_id = (SELECT id FROM purposes_processing) AND regime = 'wpg'",
        ),
        "one correction": (
            lambda n: within(lambda p: actions.correct(p, first[n], {"city": "Zeist"})),
            "UPDATE bare SET city = 'Zeist' WHERE source_key = %s AND source_key = %s"
            " AND processing_id = (SELECT id FROM purposes_processing) AND regime = 'wpg'",
        ),
    }


def ask_bare(words: str, n: int) -> None:
    from django.db import connection, transaction

    asked = name(n * 7919, 4) if "family_key" in words else f"id:{n}"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(words, [asked, asked])
        if cursor.description:
            cursor.fetchall()


def measure(rows: int, owner: str) -> None:
    from samen.purposes.inside import inside
    from samen.register import actions
    from samen.site.database import connect

    part = member()

    def take_in(sha256: str, city: str = "") -> None:
        with inside(
            membership=part.pk, user=part.user_id, ground=Ground.WPG10, today=DAY
        ) as purpose:
            actions.take_in(
                purpose, name="x.csv", sha256=sha256, mapping={}, batches=batches(rows, city),
                now=NOW,
            )  # fmt: skip

    print(f"{rows:,} rows; milliseconds a row or question: register, bare, cost")
    bare = timed(lambda: bare_take_in(rows))
    with connect(owner) as settled:
        settled.execute("ANALYZE bare")
    tell("taken in", timed(lambda: take_in("a")), bare, rows)
    tell("the same rows again", timed(lambda: take_in("b")), bare, rows)
    tell("a tenth changed", timed(lambda: take_in("c", "Ede")), bare, rows)
    for what, (door, words) in pairs(part).items():
        mine = timed(partial(every, door))
        tell(what, mine, timed(partial(every, partial(ask_bare, words))), ASKED)


def every(ask: Callable[[int], Any]) -> None:
    for n in range(ASKED):
        ask(n)


def main(arguments: list[str]) -> int:
    rows = int(arguments[0]) if arguments else ROWS
    with database() as owner:
        import django

        django.setup()
        measure(rows, owner)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
