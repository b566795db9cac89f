"""The ways round row security that are known, each tried: none tells more than the rows seen.

Source of most of them: PostgreSQL, Row Security Policies and CREATE POLICY, notes.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from psycopg import sql

from samen.core.terms import Ground, MemberRole, Scope
from tests.register.given_files import csv_file, make_setting, taken
from tests.register.world import (
    DAY,
    WRITABLE,
    World,
    insert,
    kept,
    on,
    passing,
    run,
    token_of,
)
from tests.site_role import addresses

ANALYST = (0, MemberRole.ANALYST, Scope.TEAM)
FACETS = ("kind", "regime", "ground", "region", "organisation_id", "team_id", "registrar_id")


def shown(world: World, words: str) -> int:
    """The number that a question gives to an analyst of a team."""
    with passing(token_of(world.members[ANALYST], Ground.WPG10)):
        return int(run(words)[0][0] or 0)


def allowed(world: World, table: str = "registration") -> int:
    return len(world.may_see(table, world.members[ANALYST], Ground.WPG10))


JOINS = {
    "of rows with their versions": "select count(distinct r.id) from register_registration r"
    " join register_registrationversion v on v.registration = r.id",
    "with another table on top": "select count(distinct r.id) from purposes_processing p"
    " join register_registration r on r.processing_id = p.id",
    "left": "select count(r.id) from purposes_processing p"
    " left join register_registration r on r.processing_id = p.id",
    "with origin": "select count(r.id) from register_registration r"
    " left join register_origin o on o.id = r.id and o.said ? 'values'",
    "full": "select count(r.id) from register_registration r"
    " full join register_hold h on h.id = r.id",
    "of a table with itself": "select count(distinct a.id) from register_registration a"
    " join register_registration b on a.family_key = b.family_key",
    "lateral": "select count(*) from purposes_processing p,"
    " lateral (select 1 from register_registration r where r.processing_id = p.id) x",
    "in a subselect": "select count(*) from register_registration"
    " where id in (select registration from register_registrationversion)",
    "in a common expression": "with r as materialized (select * from register_registration)"
    " select count(*) from r",
    "in a union": "select count(*) from (select id from register_registration"
    " union select id from register_registration) r",
    "in a window": "select max(n) from (select count(*) over () n from register_registration) r",
    "from row_to_json": "select count(row_to_json(r)) from register_registration r",
}


@pytest.mark.parametrize("words", JOINS.values(), ids=JOINS.keys())
def test_a_join_shows_no_more_than_the_rows(world: World, words: str) -> None:
    assert allowed(world)
    assert shown(world, words) == allowed(world)


@pytest.mark.parametrize("field", FACETS)
def test_a_facet_counts_no_more_than_the_rows(world: World, field: str) -> None:
    words = sql.SQL("select {}, count(*) from register_registration group by 1")
    with (
        passing(token_of(world.members[ANALYST], Ground.WPG10)),
        connection.cursor() as cursor,
    ):
        cursor.execute(words.format(sql.Identifier(field)))
        assert sum(n for _value, n in cursor.fetchall()) == allowed(world)


def test_statistics_of_the_planner_are_not_read(world: World) -> None:
    """Most common values of a table with policies are hidden from who cannot see all of it."""
    found = run("select count(*) from pg_stats where tablename like 'register\\_%'")
    assert found == [(0,)]


@pytest.mark.parametrize("table", WRITABLE)
def test_a_number_that_exists_elsewhere_is_answered_as_one_that_is_new(
    world: World, table: str
) -> None:
    """Numbers are random; who knows one already learns no more than that it was taken."""
    member = world.members[0, MemberRole.REGISTRAR, Scope.TEAM]
    hidden = next(
        r for r in world.rows if r.table == table and r.processing != member.processing_id
    )
    with passing(token_of(member, Ground.WPG10)):
        assert on(table, "select count(*) from {} where id = %s", hidden.id) == [(0,)]
        assert on(table, "update {} set region = '' where id = %s", hidden.id) == [(0,)]


def test_who_adds_an_origin_learns_that_there_is_one_and_not_which(db: None) -> None:
    setting, head = make_setting(), "registratienummer;achternaam;nationaliteit"
    add = (
        "insert into register_origin (id, processing_id, regime, ground, organisation_id, team_id,"
        " registrar_id, region, remove_due, destroy_due, said, earlier)"
        " select id, processing_id, regime, ground, organisation_id, team_id, registrar_id, region,"
        " remove_due, destroy_due, '{}', '[]' from register_registration where source_key = %s"
        " on conflict do nothing"
    )
    with setting.inside() as purpose:
        taken(purpose, csv_file(["P1;Voorbeeld;Roemeense", "P2;Ander;"], head))
        assert [run(add, key) for key in ("id:P1", "id:P2")] == [[(0,)], [(1,)]]
        assert run("select count(*) from register_origin") == [(0,)]


@pytest.mark.parametrize("kind", ["f", "u", "x"])
def test_no_constraint_looks_past_the_policies(world: World, kind: str) -> None:
    found = run(
        "select conname from pg_constraint join pg_class on pg_class.oid = conrelid"
        " where contype = %s and relrowsecurity and relname like 'register\\_%%'",
        kind,
    )
    assert found == []


def test_no_index_but_that_of_the_number_is_unique(world: World) -> None:
    found = run(
        "select indexrelid::regclass::text from pg_index join pg_class on pg_class.oid = indrelid"
        " where relname like 'register\\_%' and relrowsecurity and indisunique and not indisprimary"
    )
    assert found == []


CHEAP = """
    create function pg_temp.told(words text) returns boolean
    language plpgsql cost 0.0000001 as $$ begin raise notice '%', words; return true; end $$
"""


def test_a_cheap_function_is_not_shown_what_the_policies_hide(world: World) -> None:
    """The planner would like to run it first; it may not, for it could tell what it was given."""
    told: list[str] = []
    run(CHEAP)
    assert connection.connection
    connection.connection.add_notice_handler(lambda note: told.append(note.message_primary or ""))
    with passing(token_of(world.members[ANALYST], Ground.WPG10)):
        run("select count(*) from register_registration where pg_temp.told(id::text)")
    assert len(told) == allowed(world)


def test_an_error_names_no_row_that_is_not_seen(world: World) -> None:
    """A division by a hidden row's value is never done, so nothing can be told from its error."""
    hidden = next(r for r in world.rows if r.region == "Zuid" and r.is_past)
    words = "select 1 / (case when id = %s then 0 else 1 end) from register_registration"
    with passing(token_of(world.members[ANALYST], Ground.WPG10)):
        assert len(run(words, hidden.id)) == allowed(world)


def test_a_refusal_does_not_repeat_the_row(world: World) -> None:
    member = world.members[0, MemberRole.ANALYST, Scope.NATIONAL]
    row = kept("registration", member, Ground.WPG10, "Noord", False)
    with (
        passing(token_of(member, Ground.WPG10)),
        pytest.raises(DatabaseError) as told,
        transaction.atomic(),
    ):
        insert("registration", row, date(2023, 1, 1))
    assert "Voorbeeld" not in str(told.value)


@pytest.mark.parametrize("work", ["count", "version", "retain", "read"])
def test_what_the_database_does_itself_is_not_done_for_who_says_so(world: World, work: str) -> None:
    """The setting by which the owner's functions work is not heard from the site's role."""
    statistician = world.members[0, MemberRole.STATISTICIAN, Scope.NATIONAL]
    run("select set_config('samen.work', %s, true)", work)
    with passing(token_of(statistician, Ground.WPG10)):
        assert run("select count(*) from register_registration") == [(0,)]
    analyst = world.members[0, MemberRole.ANALYST, Scope.NATIONAL]
    version = kept("registrationversion", analyst, Ground.WPG10, "Noord", False)
    with (
        passing(token_of(analyst, Ground.WPG10)),
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        insert("registrationversion", version, date(2023, 1, 1))


@pytest.mark.parametrize(
    "words",
    [
        "alter table register_registration disable row level security",
        "drop policy reach on register_registration",
        "create policy mine on register_registration using (true)",
        "alter table register_registration disable trigger register_keep_versions",
        "set session authorization samen_owner",
        "set local role samen_owner",
        "create or replace function purposes_pass(verb text) returns purposes_passed language sql"
        " as 'select null'",
        "create function public.sha256(bytea) returns bytea language sql as 'select $1'",
    ],
)
def test_the_site_does_not_change_the_rules(world: World, words: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        run(words)


def test_a_table_of_the_session_does_not_stand_in_for_one_of_ours(world: World) -> None:
    """A temporary membership with a wide scope is not what the pass looks at."""
    member = world.members[0, MemberRole.ANALYST, Scope.SELF]
    run(
        "create temporary table purposes_membership on commit drop as"
        " select * from public.purposes_membership"
    )
    run("update pg_temp.purposes_membership set scope = 'national'")
    with passing(token_of(member, Ground.WPG10)):
        seen = run("select count(*) from register_registration")
    run("drop table pg_temp.purposes_membership")
    assert seen == [(len(world.may_see("registration", member, Ground.WPG10)),)]


def test_a_view_of_the_session_shows_what_its_maker_sees(world: World) -> None:
    run("create temporary view mine as select * from register_registration")
    assert shown(world, "select count(*) from mine") == allowed(world)
    assert run("select count(*) from mine") == [(0,)]


def test_a_prepared_question_is_asked_anew_in_each_purpose(world: World) -> None:
    """A plan that was made in one purpose shows nothing of it in the next."""
    run("prepare asked as select count(*) from register_registration")
    try:
        counts = {}
        for scope in Scope:
            member = world.members[0, MemberRole.ANALYST, scope]
            with passing(token_of(member, Ground.WPG10)):
                counts[scope] = [int(run("execute asked")[0][0]) for _n in range(7)]
            expected = len(world.may_see("registration", member, Ground.WPG10))
            assert counts[scope] == [expected] * 7
        assert run("execute asked") == [(0,)]
    finally:
        run("deallocate asked")


def test_a_row_out_of_sight_is_seen_on_no_later_day(world: World) -> None:
    member = world.members[0, MemberRole.ANALYST, Scope.NATIONAL]
    past = {r.id for r in world.rows if r.table == "registration" and r.is_past}
    with passing(token_of(member, Ground.WPG10, date(2021, 11, 16))):
        before = {row[0] for row in run("select id from register_registration")}
    with passing(token_of(member, Ground.WPG10, DAY)):
        after = {row[0] for row in run("select id from register_registration")}
    assert before & past
    assert not after & past


@pytest.mark.usefixtures("site_rights")
def test_what_others_ask_at_the_moment_is_not_shown() -> None:
    """Their questions hold the names that are asked for, and what is written."""
    url = addresses()[1]
    with (
        psycopg.connect(url) as asking,
        psycopg.connect(url) as looking,
        ThreadPoolExecutor(1) as others,
    ):
        number = asking.info.backend_pid
        asked = others.submit(asking.execute, "select 'Kanarie', pg_sleep(1)")
        seen = [
            looking.execute(
                "select query from pg_stat_activity where pid = %s", [number]
            ).fetchone()
            for _time in range(20)
            if looking.execute("select pg_sleep(0.02)")
        ]
        asked.result()
    assert not any("Kanarie" in str(each) for each in seen)
