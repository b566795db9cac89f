"""What policies, versions, pass and log cost: the same acts on the same tables, on and off.

    ./samen bench purposes [ROWS]

On a database of its own that keeps what it was told. Pages are asked as a browser asks them,
signed in; acts are called as a page calls them, in a transaction each. On: as it is. Off: the
same code on the same tables without row-level security, without the trigger that keeps earlier
versions, and in a transaction that opens no pass and writes no log. Rounds of both in turn, and
of each the median round: milliseconds by the clock, and of the processor for this process and its
server together. A file has 500 rows of CSV.
"""

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from itertools import islice
from statistics import median
from typing import Any

from bench.register import of_database, own_database, unprotected
from bench.registration import HEAD, WRITE, invented
from samen.site.database import ROOT

ROWS, ROUNDS, ASKED = 100_000, 6, 40

FEWER = {"act: a file of 500 rows": 4}
"""What takes long is asked less often."""

type Act = Callable[[int], None]


def main(arguments: list[str]) -> int:
    rows = int(arguments[0]) if arguments else ROWS
    with own_database() as (owner, _cluster):
        print(f"{rows:,} rows{'':<16}{'on':>16}{'off':>16}{'on / off':>16}   (clock, processor)")
        for what, act in acts(rows).items():
            rounds: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
            for turn in range(2 * ROUNDS):
                is_on = turn % 2 == 0
                with nullcontext() if is_on else unprotected(owner):
                    rounds[is_on].append(one_round(act, turn, FEWER.get(what, ASKED)))
            tell(what, *(tuple(map(median, zip(*rounds[which], strict=True)))
                         for which in (True, False)))  # fmt: skip
    return 0


def one_round(act: Act, turn: int, asked: int) -> tuple[float, float]:
    """Asks so often, after a time that is not counted: milliseconds of one asking."""
    act(-1 - turn)
    before = time.perf_counter(), time.process_time() + of_database()
    for number in range(asked):
        act(turn * asked + number)
    after = time.perf_counter(), time.process_time() + of_database()
    clock, processor = (1000 * (b - a) / asked for a, b in zip(before, after, strict=True))
    return clock, processor


def tell(what: str, on: tuple[float, ...], off: tuple[float, ...]) -> None:
    cost = tuple(a / b for a, b in zip(on, off, strict=True))
    print(f"{what:<24}{on[0]:>9.2f}{on[1]:>7.2f}{off[0]:>9.2f}{off[1]:>7.2f}"
          f"{cost[0]:>9.2f}{cost[1]:>7.2f}", flush=True)  # fmt: skip


def acts(rows: int) -> dict[str, Act]:
    """What is asked, in a processing with so many rows; each takes the number of the asking."""
    from django.test import Client

    from samen.core.terms import MemberRole
    from samen.register import actions, queries
    from samen.register.models import Registration
    from tests.register.given_files import make_setting, taken

    setting = make_setting("Proef")
    with tempfile.TemporaryFile() as file, setting.inside() as purpose:
        subprocess.run([sys.executable, "-c", WRITE, "parquet", str(rows)], cwd=ROOT, stdout=file,
                       check=True)  # fmt: skip
        taken(purpose, file)
        known = list(Registration.objects.values_list("pk", flat=True)[:ASKED])
    part = setting.members[MemberRole.REGISTRAR]
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(part.user, backend="django.contrib.auth.backends.ModelBackend")
    given, family = HEAD.index("voornaam"), HEAD.index("achternaam")
    names = [f"{row[given][:3]} {row[family][:5]}" for row in invented(ASKED * 50)][1::50]

    def page(path: str, **form: str) -> None:
        way: Any = client.post if form else client.get
        status = way(f"/register/{part.pk}/avg6e/{path}", form, follow=True).status_code
        if status != 200:
            raise RuntimeError(f"{path}: {status}")

    def correct(number: int) -> None:
        with setting.inside() as purpose:
            actions.correct(purpose, known[number % ASKED], {"city": f"Zeist {number}"})

    def find(number: int) -> None:
        with setting.inside() as purpose:
            queries.search(purpose, name=names[number % ASKED])

    def read(number: int) -> None:
        with setting.inside() as purpose:
            queries.registration(purpose, known[number % ASKED])

    return {
        "act: a file of 500 rows": taking_in(),
        "act: one provision": providing(),
        "page: search by name": lambda n: page("zoeken/", name=names[n % ASKED]),
        "page: one registration": lambda n: page(f"registratie/{known[n % ASKED]}/"),
        "page: the processing": lambda _n: page(""),
        "act: search by name": find,
        "act: one registration": read,
        "act: one correction": correct,
    }


def taking_in() -> Act:
    """Takes in a file that nobody gave before, in a processing of its own."""
    from tests.register.given_files import make_setting, taken

    setting, rows = make_setting("Bestanden"), list(islice(invented(500), 500))

    def take(number: int) -> None:
        lines = [";".join([f"{number}-{row[0]}", *row[1:]]) for row in rows]
        with setting.inside() as purpose:
            taken(purpose, io.BytesIO("\n".join([";".join(HEAD), *lines]).encode()))

    return take


def providing() -> Act:
    """Provides one registration of the police to the public prosecutor."""
    from samen.accounts.models import Organisation
    from samen.core.terms import Ground, OrganisationKind
    from samen.register.actions_of_provision import Wanted, provide
    from samen.register.models import Registration
    from tests.register.given_files import NOW, csv_file, make_setting, taken

    setting = make_setting("Politie", "eenheid Voorbeeld")
    Organisation.objects.filter(pk=setting.organisation.pk).update(kind=OrganisationKind.POLICE)
    prosecution = Organisation.objects.create(name="OM", kind=OrganisationKind.PROSECUTION)
    with setting.inside(ground=Ground.WPG10) as purpose:
        taken(purpose, csv_file())
        known = tuple(Registration.objects.values_list("pk", flat=True)[:1])
    wanted = Wanted(prosecution.pk, known, frozenset({"person"}), "vervolging")

    def give(_number: int) -> None:
        with setting.inside(ground=Ground.WPG10) as purpose:
            provide(purpose, wanted, now=NOW)

    return give


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
