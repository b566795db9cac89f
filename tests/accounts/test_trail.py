"""The trail: it names person, address and request, and the site's role cannot change it."""

import os
import re
from typing import cast

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import Model
from pghistory.models import Event
from psycopg import sql

from samen.accounts.addresses import without_secrets
from samen.accounts.templatetags.accounts_terms import THINGS
from samen.accounts.trail import Choice, traces
from samen.accounts.trail_words import FIELDS
from samen.site.database import with_database
from samen.site.history import EVENT_TABLES, seal
from tests.access.test_addresses import OURS
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_an_act_on_a_page_leaves_who_where_and_which_request(cast: Cast) -> None:
    answer = cast.client("administrator").post(
        "/organisaties/", {"name": "Stichting Proef", "kind": "ngo"}
    )
    last = next(trace for trace in traces() if trace.what == "accounts.Organisation")
    assert last.who == cast["administrator"].name
    assert last.address == "/organisaties/"
    assert last.request == answer.headers["X-Request-ID"]
    assert last.act == "insert"


def test_the_trail_can_be_cut_down_to_one_person(cast: Cast) -> None:
    cast.client("administrator").post("/organisaties/", {"name": "Eén", "kind": "ngo"})
    cast.client("programme_team").post("/organisaties/", {"name": "Twee", "kind": "ngo"})
    mine = traces(Choice(person=cast["programme_team"].pk))
    assert {trace.who for trace in mine} == {cast["programme_team"].name}
    page = cast.client("administrator").get(f"/spoor/?person={cast['programme_team'].pk}")
    assert page.status_code == 200


def test_every_address_with_a_secret_is_known() -> None:
    with_secret = [one for one in OURS if "<str:token>" in one]
    assert len(with_secret) >= 4
    for one in with_secret:
        address = "/" + re.sub(r"<\w+:(?!token)\w+>", "1", one).replace("<str:token>", "aB-9_z")
        assert "aB-9_z" not in without_secrets(f"Gone: {address}"), address


def test_the_table_holds_no_formulas(cast: Cast) -> None:
    person = cast["administrator"]
    person.name = "=1+1"
    person.save()
    cast.client("administrator").post("/organisaties/", {"name": "Drie", "kind": "ngo"})
    text = cast.client("administrator").get("/spoor.csv").content.decode()
    assert "'=1+1" in text
    assert ",=1+1" not in text


def test_the_sites_role_may_add_to_the_trail_but_not_change_it() -> None:
    database = connection.settings_dict["NAME"]
    app_role = str(psycopg.conninfo.conninfo_to_dict(os.environ["DATABASE_URL"])["user"])
    owner = with_database(os.environ["DATABASE_OWNER_URL"], database)
    with psycopg.connect(owner, autocommit=True) as granting:
        # What default privileges give in a database that was made by make_roles.
        every = "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}"
        granting.execute(sql.SQL(every).format(sql.Identifier(app_role)))
    tables = seal(owner, app_role)
    assert "accounts_userevent" in tables
    assert "UPDATE" not in rights(owner, "accounts_userevent", app_role)
    assert "UPDATE" in rights(owner, "accounts_user", app_role)
    site = psycopg.connect(with_database(os.environ["DATABASE_URL"], database), autocommit=True)
    with site, site.cursor() as cursor:
        known = [row[0] for row in cursor.execute(EVENT_TABLES)]
        assert set(known) == set(tables)
        for table in tables:
            cursor.execute("set pgtrigger.ignore = '{all}'")
            for act in ("UPDATE {} SET pgh_label = 'x'", "DELETE FROM {}", "TRUNCATE {}"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    cursor.execute(sql.SQL(act).format(sql.Identifier(table)))


def rights(owner: str, table: str, role: str) -> set[str]:
    asked = "select privilege_type from information_schema.role_table_grants"
    with psycopg.connect(owner) as reading:
        where = " where table_name = %s and grantee = %s"
        return {str(row[0]) for row in reading.execute(asked + where, [table, role])}


def test_a_trigger_stops_even_the_owner() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_trigger where tgname like 'pgtrigger_append_only%'")
        assert cursor.fetchone()[0] >= 5


def test_every_table_that_the_trail_follows_has_its_words() -> None:
    events = [model for model in apps.get_models() if issubclass(model, Event)]
    tracked = [
        cast(type[Model], event.pgh_tracked_model) for event in events if event._meta.managed
    ]
    followed = {model._meta.label for model in tracked}
    assert followed == set(THINGS)
    columns = {
        field.attname
        for event in events
        if event._meta.managed
        for field in event._meta.fields
        if not field.name.startswith("pgh_")
    }
    assert columns == set(FIELDS)


def test_the_page_tells_in_words_what_was_changed(cast: Cast) -> None:
    number = cast["reader"].pk
    cast.client("administrator").post(f"/mensen/{number}/sluiten")
    page = cast.client("administrator").get("/spoor/").content.decode()
    assert "gesloten op" in page
    assert "closed_on" not in page


@pytest.mark.parametrize(
    ("language", "head", "told"),
    [
        ("nl", "Wanneer,Wie,Handeling,", ",gewijzigd,account,"),
        ("en", "When,Who,Act,", ",changed,account,"),
    ],
)
def test_the_table_tells_in_the_words_of_its_reader(
    cast: Cast, language: str, head: str, told: str
) -> None:
    client = cast.client("administrator")
    client.post(f"/mensen/{cast['reader'].pk}/sluiten")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    text = client.get("/spoor.csv").content.decode()
    assert text.startswith(head)
    assert told in text
    assert not {"closed_on", "accounts.User", "update"} & set(re.split(r"[,\s]", text))
