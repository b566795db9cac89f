"""Two organisations with a server, a database and a secret each: what goes over, what does not."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
import pytest
from django.test import override_settings
from psycopg import sql
from pytest_django.live_server_helper import LiveServer

from samen.accounts.models import Organisation
from samen.core.exchange import masking
from samen.core.terms import OrganisationKind
from samen.exchange import actions_of_asking as asking
from samen.exchange.signing import public_key
from samen.site import running
from samen.site.database import with_database
from samen.work import clock
from tests.exchange.houses import ANALYST, SHARED, agreed, connected, in_order, people
from tests.register.given_files import DAY, make_setting
from tests.superuser import superuser_url
from tests.template import drop

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not masking.is_installed(), reason="openmined-psi has no wheel for this machine"
    ),
]


START = "import django; django.setup(); from tests.exchange.other_house import run; run()"


@dataclass(frozen=True)
class Other:
    """database: its name. number, key, server: what it tells other houses."""

    database: str
    server: str
    process: "subprocess.Popen[str]"
    number: str
    key: str

    def told(self, **what: object) -> dict[str, object]:
        return asked_of(self.process, what)


def asked_of(process: "subprocess.Popen[str]", what: object = None) -> dict[str, object]:
    assert process.stdin
    assert process.stdout
    if what is not None:
        process.stdin.write(json.dumps(what) + "\n")
        process.stdin.flush()
    answer: dict[str, object] = json.loads(process.stdout.readline())
    return answer


@pytest.fixture
def other(transactional_db: None) -> Iterator[Other]:
    name = f"other_{os.getpid()}"
    owner = with_database(os.environ["DATABASE_OWNER_URL"], name)
    app = with_database(os.environ["DATABASE_URL"], name)
    environment = os.environ | {
        "DATABASE_OWNER_URL": owner, "DATABASE_URL": app, "SAMEN_TODAY": DAY.isoformat(),
        "SAMEN_SECRET_KEY": "geheim van het andere huis " * 2, "SAMEN_ROLE": "app",
        "DJANGO_SETTINGS_MODULE": "samen.site.settings",
    }  # fmt: skip
    with database(name):
        port = free_port()
        house = [sys.executable, "-c", START]
        with (
            subprocess.Popen(running.web_command(port), env=environment) as server,
            subprocess.Popen(
                house,
                env=environment | {"SAMEN_ROLE": "owner"},
                text=True,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            ) as process,
        ):
            try:
                said = asked_of(process)
                wait_for(port)
                number, key = str(said["number"]), str(said["key"])
                yield Other(name, f"http://127.0.0.1:{port}", process, number, key)
            finally:
                process.kill()
                server.terminate()


@contextmanager
def database(name: str) -> Iterator[None]:
    """A database as the tests' own are made, gone at the end."""
    address = with_database(os.environ["DATABASE_OWNER_URL"], "samen")
    named = sql.Identifier(name)
    with psycopg.connect(address, autocommit=True) as maintenance:
        maintenance.execute(sql.SQL("CREATE DATABASE {} TEMPLATE samen_template").format(named))
        try:
            yield
        finally:
            drop(maintenance, name)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def wait_for(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the other house does not answer")


def everything_in(name: str) -> str:
    """All rows of all tables of a database, as text, whoever may see them."""
    with psycopg.connect(with_database(superuser_url(), name)) as reading:
        tables = reading.execute(
            "select tablename from pg_tables where schemaname = 'public' order by 1"
        ).fetchall()
        rows: list[str] = []
        for (table,) in tables:
            asked = sql.SQL("select t::text from {} t").format(sql.Identifier(table))
            rows += [str(row[0]) for row in reading.execute(asked)]
    return "\n".join(rows)


@override_settings(TODAY=DAY)
def test_each_asks_the_other_and_no_name_goes_over(other: Other, live_server: LiveServer) -> None:
    ours = make_setting("Vragen", "stichting Vraagt")
    theirs = Organisation.objects.create(name="dienst Weet", kind=OrganisationKind.AGENCY)
    peer = agreed(ours, theirs.pk)
    connected(ours, peer, f"{other.server}/zonder-namen/aan/{other.number}/", other.key)
    other.told(connect=[f"{live_server.url}/zonder-namen/aan/{peer.pk}/", public_key(peer.pk)])
    asked = in_order(ours, people("a"))
    with ours.inside(ANALYST) as purpose:
        question = asking.ask(purpose, peer.pk, asked, now=clock.now())
        counts = asking.count(purpose, question.pk, now=clock.now()).counts
        assert (counts["document"], counts["name_and_date"]) == (SHARED, SHARED)
        assert asking.open_pairs(purpose, question.pk, now=clock.now()).pairs == SHARED
    assert other.told(asked=True) == {"places": list(range(SHARED))}
    assert other.told(ask=True)["document"] == SHARED
    there = everything_in(other.database)
    both, only_here = people("a")[SHARED - 1], people("a")[SHARED]
    assert both.document_number in there
    assert only_here.document_number not in there
    assert only_here.family_name not in there
