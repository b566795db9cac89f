"""What a kill half-way leaves of a file, and what two get who take in the same file at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from samen.core.terms import MemberRole
from samen.register.models import Delivery, FilePiece, Registration, RegistrationVersion
from samen.site.cli import main
from samen.site.database import with_database
from tests.register.given_files import DAY, HEAD, Setting, csv_file, taken
from tests.two_at_once import while_first_acts

pytestmark = pytest.mark.django_db(transaction=True)
ROWS = 60_000
LONG = "Lange " * 30


@pytest.fixture
def command(setting: Setting, tmp_path: Path) -> list[str]:
    """The command that takes in a file of some megabytes, which it reads in pieces."""
    file = tmp_path / "groot.csv"
    rows = (f"P{n};Anna;Vermeulen;1988;vrouw;;{LONG}" for n in range(ROWS))
    file.write_text("\n".join([f"{HEAD};straat", *rows, ""]), encoding="utf-8")
    member = setting.members[MemberRole.REGISTRAR].user.email
    words = ["take_in", str(file), "--processing", "Meldingen", "--member", member]
    return [sys.executable, "-m", "samen.site.cli", "manage", *words, "--ground", "avg6e"]


def surroundings() -> dict[str, str]:
    """The test's own database, for a process of its own."""
    url = with_database(os.environ["DATABASE_OWNER_URL"], connection.settings_dict["NAME"])
    return os.environ | {"DATABASE_URL": url, "DATABASE_OWNER_URL": url,
                         "SAMEN_TODAY": DAY.isoformat()}  # fmt: skip


def counted(setting: Setting) -> tuple[int, ...]:
    tables = (Registration, Delivery, RegistrationVersion, FilePiece)
    with setting.inside():
        return tuple(table.objects.count() for table in tables)


def test_a_kill_half_way_leaves_nothing_and_the_next_run_takes_it_in_whole(
    setting: Setting, command: list[str]
) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=surroundings(), stderr=pipe, text=True) as running:
        line = running.stderr.readline() if running.stderr else ""
        running.kill()
    assert "rows read" in line, line
    assert counted(setting) == (0, 0, 0, 0)
    done = subprocess.run(command, env=surroundings(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert counted(setting) == (ROWS, 1, 0, 0)
    again = subprocess.run(command, env=surroundings(), capture_output=True, text=True)
    assert "taken in before" in again.stdout
    assert counted(setting) == (ROWS, 1, 0, 0)


def test_of_two_who_take_in_a_file_at_once_one_is_told_that_it_is_in(setting: Setting) -> None:
    first: list[Delivery] = []

    def take() -> Delivery:
        with setting.inside() as purpose:
            return taken(purpose, csv_file())

    outcomes = while_first_acts(lambda: first.append(take()), take)
    assert outcomes == first
    assert counted(setting)[:3] == (2, 1, 0)


@pytest.mark.parametrize(
    ("changed", "told"),
    [("--processing", "Nobody with this address"), ("--member", "Nobody with this address"),
     ("take_in", "There is no file"), ("--ground", "invalid choice")],
)  # fmt: skip
def test_the_command_says_in_a_sentence_what_is_wrong(
    command: list[str], changed: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command[command.index(changed) + 1] = "bestaat niet"
    assert main(command[command.index("manage") :]) == 2
    assert told in capsys.readouterr().err
