"""The web server does not start as the owner of the tables."""

import os
import subprocess
import sys

import pytest
from django.db import connection

from samen.site.database import with_database

pytestmark = pytest.mark.django_db


def start(**changes: str) -> "subprocess.CompletedProcess[str]":
    name = connection.settings_dict["NAME"]
    environment = {name: value for name, value in os.environ.items() if name != "SAMEN_ROLE"}
    environment["DATABASE_OWNER_URL"] = with_database(environment["DATABASE_OWNER_URL"], name)
    environment["DATABASE_URL"] = with_database(environment["DATABASE_URL"], name)
    environment |= {key: value.replace("NAME", name) for key, value in changes.items()}
    command = [sys.executable, "-c", "import samen.site.wsgi; print('open')"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def test_as_the_owner_it_stays_shut_and_says_why() -> None:
    owner = with_database(os.environ["DATABASE_OWNER_URL"], "NAME")
    done = start(DATABASE_URL=owner)
    assert done.returncode == 2
    assert "samen.E003" in done.stderr
    assert "docs/running.md" in done.stderr
    assert "open" not in done.stdout


def test_as_the_app_it_opens() -> None:
    done = start()
    assert (done.returncode, done.stdout.strip()) == (0, "open")
