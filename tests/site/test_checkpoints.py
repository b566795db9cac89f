"""The second store of checkpoints: a folder or a database, and the check of the log against it."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from django.conf import LazySettings
from django.core.management import call_command
from psycopg import sql

from samen.core.errors import CannotRun
from samen.purposes import signing
from samen.purposes.models import Checkpoint
from samen.site import checkpoints
from samen.site.database import with_database
from samen.site.jobs import sign_log
from tests.purposes.test_log import FILL
from tests.register.world import run

pytestmark = pytest.mark.django_db
NOON = datetime(2021, 11, 17, 12, tzinfo=UTC)


@pytest.fixture(params=["folder", "database"])
def store(request: pytest.FixtureRequest, settings: LazySettings, tmp_path: Path) -> Iterator[str]:
    """A second store of each kind, and a log of which the owner may change the entries."""
    settings.CHECKPOINT_KEY = "11" * 32
    run("alter table purposes_logentry no force row level security")
    if request.param == "folder":
        settings.CHECKPOINTS = str(tmp_path / "elders" / "ijkpunten")
        yield settings.CHECKPOINTS
        return
    owner, name = os.environ["DATABASE_OWNER_URL"], sql.Identifier(f"second_{os.getpid()}")
    with psycopg.connect(with_database(owner, "samen"), autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(name))
        settings.CHECKPOINTS = with_database(owner, f"second_{os.getpid()}")
        yield settings.CHECKPOINTS
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def an_hour(number: int, entries: int = 5) -> None:
    """Entries are added, and the worker does its hourly work."""
    run(FILL, entries)
    sign_log(int(NOON.timestamp()) + 3600 * number)


def told() -> tuple[int, str]:
    """The exit code and the words of the command."""
    out, err, code = StringIO(), StringIO(), 0
    try:
        call_command("verify_log", stdout=out, stderr=err)
    except SystemExit as left:
        code = int(left.code or 0)
    return code, out.getvalue() + err.getvalue()


def test_each_hour_is_signed_in_both_places_and_verified(store: str) -> None:
    for number in range(3):
        an_hour(number)
    sign_log(int(NOON.timestamp()) + 9 * 3600)
    lines = checkpoints.store().lines()
    assert [line.number for line in lines] == [5, 10, 15]
    assert [each.signature for each in Checkpoint.objects.all()] == [
        each.signature for each in lines
    ]
    code, words = told()
    assert code == 0
    assert "15 entries are as they were written.\n3 checkpoints" in words
    assert signing.public_key() in words


def test_the_command_tells_the_place_of_the_break(store: str) -> None:
    for number in range(3):
        an_hour(number)
    run('update purposes_logentry set "user" = 0 where number = 7')
    assert told() == (1, "Broken: entry 7 says something else than when it was written.\n")


def test_a_log_cut_short_with_its_checkpoints_is_told_by_the_second_store(store: str) -> None:
    for number in range(2):
        an_hour(number)
    run("alter table purposes_checkpoint no force row level security")
    run("delete from purposes_checkpoint where number > 5")
    run("delete from purposes_logentry where number > 8")
    assert told() == (1, "Broken: the log was cut short: entry 9 is missing and a checkpoint "
                         "knows it.\n")  # fmt: skip


def test_what_is_not_as_it_was_written_is_not_signed(store: str) -> None:
    an_hour(0)
    run(FILL, 5)
    run('update purposes_logentry set "user" = 0 where number = 7')
    with pytest.raises(CannotRun, match="entry 7 is altered"):
        sign_log(int(NOON.timestamp()) + 3600)
    assert [line.number for line in checkpoints.store().lines()] == [5]
    assert Checkpoint.objects.count() == 1


def test_nothing_is_signed_while_the_store_does_not_answer(
    settings: LazySettings, tmp_path: Path
) -> None:
    settings.CHECKPOINT_KEY = ""
    settings.STATE = tmp_path
    (tmp_path / "dicht").write_text("")
    for closed in (str(tmp_path / "dicht" / "x"), "postgresql://a:b@127.0.0.1:1/x"):
        settings.CHECKPOINTS = closed
        with pytest.raises(CannotRun):
            an_hour(0)
    assert not Checkpoint.objects.exists()
    settings.CHECKPOINTS = str(tmp_path / "open")
    an_hour(1)
    assert Checkpoint.objects.count() == 1
    assert (tmp_path / "checkpoint.key").stat().st_mode & 0o077 == 0


def test_a_key_that_is_none_and_a_store_of_other_words_are_told(
    settings: LazySettings, tmp_path: Path
) -> None:
    settings.CHECKPOINT_KEY = "geen sleutel"
    with pytest.raises(CannotRun, match="SAMEN_CHECKPOINT_KEY is no key"):
        signing.signing_key()
    (tmp_path / "checkpoints.jsonl").write_text('{"iets": "anders"}\n')
    with pytest.raises(CannotRun, match="cannot be read"):
        checkpoints.FolderStore(tmp_path).lines()
