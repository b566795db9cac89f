"""Ten thousand random questions: none shows a row that its purpose does not show."""

import random

from django.db import connection

from tests.register.world import GROUNDS, TABLES, World, passing, token_of

QUESTIONS, A_PASS = 10_000, 100
FIELDS = ("id", "region", "regime", "ground", "remove_due", "organisation_id", "team_id")
TESTS = (
    "true", "{a}.region = 'Noord'", "{a}.region <> 'Zuid'", "{a}.regime = 'avg'",
    "{a}.regime like 'w%'", "{a}.remove_due < '2022-01-01'", "{a}.remove_due is not null",
    "{a}.id::text > '7'", "not ({a}.ground = 'wpg10')", "{a}.organisation_id % 2 = 0",
    "{a}.id not in (select {b}.id from {t} {b})", "exists (select 1 from {t} {b})",
    "{a}.id in (select {b}.id from {t} {b} where {b}.region = {a}.region)",
    "(select count(*) from {t} {b} where {b}.team_id = {a}.team_id) >= 0",
)  # fmt: skip
SHAPES = (
    "select {a}.id from {s} {a} where {w} order by {a}.{f}",
    "select {a}.id from {s} {a} where {w} order by {a}.{f} desc limit 5 offset 1",
    "select {a}.id from {s} {a} left join {t} {b} on {b}.{f} = {a}.{f} where {w}",
    "select {b}.id from {t} {a} right join {s} {b} on {b}.{f} = {a}.{f} and {w}",
    "select distinct on ({a}.{f}) {a}.id from {s} {a} where {w}",
    "select unnest(array_agg({a}.id)) from {s} {a} where {w} group by {a}.{f}",
    "select {a}.id from {s} {a} where {w} union all select {a}.id from {s} {a} where not {w}",
    "select {a}.id from {s} {a} where {w} except select {a}.id from {s} {a} where false",
    "with {b} as (select * from {s} {a} where {w}) select id from {b}",
    "select {a}.id from (select * from {s}) {a} where {w} and ({a}.id, {a}.{f}) is not null",
    "select (array_agg({a}.id) over (order by {a}.{f}))[1] from {s} {a} where {w}",
)


def question(chance: random.Random) -> tuple[str, str]:
    """A question for numbers, and the table that they are of."""
    source, other = chance.choice(TABLES), chance.choice(TABLES)
    where = f" {chance.choice(('and', 'or'))} ".join(
        f"({chance.choice(TESTS)})" for _n in range(chance.randint(1, 3))
    )
    shape = chance.choice(SHAPES).replace("{w}", f"({where})")
    names = {"s": f"register_{source}", "t": f"register_{other}", "f": chance.choice(FIELDS)}
    return shape.format(a="one", b="two", **names), source


def test_ten_thousand_random_questions_show_nothing_else(world: World) -> None:
    chance = random.Random(2021)
    members = list(world.members.values()) + world.registrars
    leaks, rows = [], 0
    for _pass in range(QUESTIONS // A_PASS):
        member, ground = chance.choice(members), chance.choice(GROUNDS)
        may = {table: world.may_see(table, member, ground) for table in TABLES}
        with passing(token_of(member, ground)), connection.cursor() as cursor:
            for _question in range(A_PASS):
                words, table = question(chance)
                cursor.execute(words)
                found = {row[0] for row in cursor.fetchall()} - {None}
                rows += len(found)
                if not found <= may[table]:
                    leaks.append((member.role, member.scope, ground, words))
    assert leaks == []
    assert rows > QUESTIONS, "the questions found so little that they tried nothing"
