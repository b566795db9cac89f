"""Who is who in the demo: one table, at its end, where one signs in, and in the documents."""

import re
from pathlib import Path

import pytest
from django.test import Client, override_settings
from django.utils.translation import override

from samen.site import demo, demo_counting, demo_exchange, demo_register
from samen.site.database import ROOT
from samen.site.demo_guide import ACCOUNTS
from samen.site.simulation import PARTNERS_FOLDER, Order, write_nation

NAMES = [
    *(name for name, _role in demo.PEOPLE),
    *demo_register.PEOPLE.values(),
    demo_register.SECOND_OFFICER,
    *demo_exchange.PEOPLE.values(),
    *(name for name, _role in demo_counting.PEOPLE),
]


def test_every_account_of_the_demo_says_what_it_is_for() -> None:
    addresses = [demo_register.address_of(name, demo.DEMO_DOMAIN) for name in NAMES]
    assert [f"{name}@{demo.DEMO_DOMAIN}" for name in ACCOUNTS] == addresses


def test_every_partners_file_goes_somewhere(tmp_path: Path) -> None:
    for _ in write_nation(Order(persons=20), tmp_path):
        pass
    written = {path.name for path in (tmp_path / PARTNERS_FOLDER).iterdir() if path.is_file()}
    with override("en"):
        named = set(
            re.findall(r"[a-z]+\.(?:csv|json|xlsx|parquet)", " ".join(map(str, ACCOUNTS.values())))
        )
    assert named == written - {"truth.parquet"} | {"controle.csv"}


def test_the_documents_tell_the_same_table() -> None:
    told = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    with override("en"):
        rows = [f"| `{name}@{demo.DEMO_DOMAIN}` | {does} |" for name, does in ACCOUNTS.items()]
    assert "\n".join(rows) in told


@pytest.mark.django_db
@pytest.mark.parametrize("is_demo", [True, False])
def test_only_a_demo_tells_its_accounts_where_one_signs_in(client: Client, is_demo: bool) -> None:
    with override_settings(DEMO=is_demo):
        page = client.get("/account/login/").content.decode()
    assert ("analist@demo.example" in page) is is_demo
