"""Limits on tries hold for the site as a whole, however many processes serve it."""

import os
import subprocess
import sys
import textwrap

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from samen.site.database import with_database
from tests.cast import PASSWORD, Cast

OTHER_PROCESS = textwrap.dedent("""
    import sys, django
    django.setup()
    from django.conf import settings
    settings.ALLOWED_HOSTS = ["testserver"]
    from django.test import Client
    answer = Client().post("/account/login/", {"login": sys.argv[1], "password": sys.argv[2]})
    print(answer.status_code)
""")


def signs_in_elsewhere(email: str) -> bool:
    """Whether another process of the site lets somebody in with the right password."""
    url = with_database(os.environ["DATABASE_OWNER_URL"], connection.settings_dict["NAME"])
    environment = os.environ | {"DATABASE_URL": url, "DATABASE_OWNER_URL": url}
    command = [sys.executable, "-c", OTHER_PROCESS, email, PASSWORD]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[-1] == "302"


@pytest.mark.django_db(transaction=True)
def test_tries_in_one_process_count_in_another(cast: Cast) -> None:
    cache.clear()
    reader, approver = cast["reader"].email, cast["approver"].email
    for number in range(6):
        Client().post("/account/login/", {"login": approver, "password": f"mis-{number}"})
    assert signs_in_elsewhere(reader)
    assert not signs_in_elsewhere(approver)
    cache.clear()
