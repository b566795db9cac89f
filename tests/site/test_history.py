"""What the database refuses the site's role, it refuses whatever that role says first."""

import os
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest
from psycopg.types.json import Jsonb

from tests.site_role import addresses, give_rights

pytestmark = pytest.mark.django_db
Site = psycopg.Connection[tuple[object, ...]]
LOOK_AWAY = """
    select set_config('pgtrigger.ignore', array_agg(tgname)::text, true)
    from pg_trigger where tgname like 'pgtrigger%'
"""
VERSION = """
    insert into letters_sectionversion (section_id, number, title, body, by_id, at)
    values (1, 1, 'Opening', 'Tekst', 1, now())
"""
ORGANISATION = """
    insert into accounts_organisation (name, kind, abbreviation, email)
    values ('Proef', 'ngo', '', '')
"""
SHADOW = """
    create temporary table accounts_organisationevent
    (like public.accounts_organisationevent)
"""
CONTEXT = "11111111-1111-4111-8111-111111111111"
PLAIN = """
    CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name NAME)
    RETURNS BOOLEAN LANGUAGE plpgsql AS $$ BEGIN RETURN true; END $$
"""


@pytest.fixture
def site() -> Iterator[Site]:
    """A connection as the site's role; what it writes is undone, foreign keys never looked at."""
    give_rights()
    with psycopg.connect(addresses()[1]) as opened:
        yield opened
        opened.rollback()


def test_no_trigger_looks_away_when_the_site_tells_it_to(site: Site) -> None:
    site.execute(VERSION)
    site.execute(LOOK_AWAY)
    with pytest.raises(psycopg.errors.RaiseException):
        site.execute("update letters_sectionversion set body = 'anders'")


def test_the_owners_own_functions_are_heard() -> None:
    with psycopg.connect(addresses()[0]) as owner:
        owner.execute("set local pgtrigger.ignore = '{one}'")
        asked = owner.execute(
            "select _pgtrigger_should_ignore('one'), _pgtrigger_should_ignore('two')"
        )
        assert asked.fetchone() == (True, False)


def test_the_trail_is_written_when_the_site_tells_it_not_to(site: Site) -> None:
    site.execute(LOOK_AWAY)
    site.execute(SHADOW)
    before = events(site)
    site.execute(ORGANISATION)
    assert events(site) == before + 1


def events(site: Site) -> int:
    row = site.execute("select count(*) from public.accounts_organisationevent").fetchone()
    return int(str(row[0])) if row else 0


def test_a_migration_that_puts_the_function_back_is_followed_by_the_seal(site: Site) -> None:
    owner, app = addresses()
    site.commit()
    with psycopg.connect(owner) as migrating:
        migrating.execute(PLAIN)
    environment = os.environ | {"DATABASE_URL": app, "DATABASE_OWNER_URL": owner}
    command = [sys.executable, "-m", "samen.site.cli", "manage", "migrate", "--verbosity=0"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    test_no_trigger_looks_away_when_the_site_tells_it_to(site)


def context(site: Site, **known: object) -> dict[str, object]:
    """What stands in the trail's context after an act that was done with these words."""
    site.execute("select set_config('pghistory.context_id', %s, true)", [str(CONTEXT)])
    words = Jsonb(known)
    site.execute("select set_config('pghistory.context_metadata', %s::jsonb::text, true)", [words])
    site.execute("select _pgh_attach_context()")
    row = site.execute("select metadata from pghistory_context where id = %s", [CONTEXT]).fetchone()
    assert row
    assert isinstance(row[0], dict)
    return row[0]


def test_who_did_it_is_filled_in_once_and_not_changed(site: Site) -> None:
    assert context(site, user=None, url="/x/") == {"user": None, "url": "/x/"}
    assert context(site, user=3, url="/x/") == {"user": 3, "url": "/x/"}
    assert context(site, user=4, url="/x/") == {"user": 3, "url": "/x/"}
    site.execute("update pghistory_context set metadata = '{}'")
    assert context(site, user=3, url="/x/") == {"user": 3, "url": "/x/"}


def test_an_earlier_context_is_not_filled_in_later(site: Site) -> None:
    stored = "insert into pghistory_context values (%s, now() - interval '1 day', now(), %s)"
    site.execute(stored, [CONTEXT, Jsonb({"user": None})])
    assert context(site, user=3) == {"user": None}


@pytest.mark.parametrize("act", ["delete from pghistory_context", "truncate pghistory_context"])
def test_no_context_is_removed(site: Site, act: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        site.execute(act)


def a_letter(site: Site, state: str) -> int:
    """A letter with one section, as it stands in the database before or after it went."""
    letter = site.execute(
        "insert into letters_outgoingletter (year, subject, sender, addressee, reference,"
        ' sequence, "on", signatures, state, facts, accepted, accepted_because, sha256,'
        " started_by_id, started_at) values (2030, 'Brief', 'Ministerie', '', '', 1, now(), '[]',"
        " 'draft', '{}', '[]', '', '', 1, now())"
        " returning id"
    ).fetchone()
    assert letter
    site.execute(SECTION, [letter[0]])
    site.execute("update letters_outgoingletter set state = %s where id = %s", [state, letter[0]])
    return int(str(letter[0]))


SECTION = """
    insert into letters_section (letter_id, key, title, body, position, version)
    values (%s, 'k' || (select count(*) from letters_section), 'Opening', 'Tekst', 1, 1)
"""
FILE = """
    insert into letters_frozenfile (letter_id, name, content, sha256)
    values (%s, 'extra.txt', 'x', 'y')
"""
OF_SECTION = """
    insert into letters_sectionversion (section_id, number, title, body, by_id, at)
    select id, 2, title, 'anders', 1, now() from letters_section where letter_id = %s
"""
PARTS = [
    SECTION,
    FILE,
    OF_SECTION,
    "update letters_section set body = 'anders' where letter_id = %s",
    "update letters_section set letter_id = 0 where letter_id = %s",
    "delete from letters_section where letter_id = %s",
]


@pytest.mark.parametrize("act", PARTS)
def test_the_parts_of_a_letter_that_went_stay(site: Site, act: str) -> None:
    with pytest.raises(psycopg.errors.RaiseException, match="is frozen"):
        site.execute(act, [a_letter(site, "frozen")])


@pytest.mark.parametrize("act", PARTS)
def test_the_parts_of_a_draft_change(site: Site, act: str) -> None:
    assert site.execute(act, [a_letter(site, "draft")]).rowcount == 1
