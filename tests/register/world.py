"""Two processings, two organisations, three teams, four registrars, and rows of each.

`may_see` tells what a member should see by reading the rows one by one in Python: what the
database lets through is compared with it.
"""

import itertools
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from psycopg import sql

from samen.accounts.models import Organisation, User
from samen.core.terms import Ground, MemberRole, OrganisationKind, Scope
from samen.purposes import actions, tokens
from samen.purposes.actions import Part, Plan
from samen.purposes.models import Membership, Processing, Team

DAY, EARLIER = date(2021, 11, 17), date(2019, 6, 1)
START = date(2019, 1, 1)
GROUNDS = (Ground.WPG10, Ground.AVG6E)
REGIONS = ("Noord", "Zuid")
WRITABLE = ("registration", "delivery", "hold", "partnerfile", "filepiece")
HIDDEN = ("origin", "shelteraddress")
"""What no member sees a row of. Who writes may add an origin, and nobody but the database changes
one or adds an address."""
FILES = ("partnerfile", "filepiece")
"""What only who may write sees, of their own team."""
TABLES = (*WRITABLE, "registrationversion", *HIDDEN)
SIGHT = {"seen": (date(2023, 1, 1), DAY), "past": (date(2021, 11, 17), EARLIER)}
"""The day of removal of a row, and the day on which it was written."""


@dataclass(frozen=True)
class Kept:
    """A row as it was written, with the table that it is in."""

    table: str
    id: uuid.UUID
    processing: uuid.UUID
    ground: Ground
    organisation: int
    team: uuid.UUID
    registrar: int
    region: str
    is_past: bool


@dataclass
class World:
    """Who and what there is. members: one for each role and scope, of team 0 and region Noord."""

    processings: list[Processing]
    organisations: list[Organisation]
    teams: list[Team]
    registrars: list[Membership]
    members: dict[tuple[int, MemberRole, Scope], Membership]
    rows: list[Kept] = field(default_factory=list)

    def may_see(self, table: str, member: Membership, ground: Ground) -> set[uuid.UUID]:
        """What a member should see of a table, row by row."""
        if member.role not in {"registrar", "case_holder", "analyst"} or table in HIDDEN:
            return set()
        if table in FILES and member.role == "analyst":
            return set()
        return {r.id for r in self.rows if r.table == table and fits(r, member, ground)}


def fits(row: Kept, member: Membership, ground: Ground) -> bool:
    reach = {
        "self": row.registrar == member.user_id,
        "team": row.team == member.team_id,
        "organisation": row.organisation == member.organisation_id,
        "region": row.region == member.region,
        "national": True,
    }
    own = (member.organisation_id, member.team_id)
    if row.table in FILES and (row.organisation, row.team) != own:
        return False
    return (
        row.processing == member.processing_id
        and row.ground.regime == ground.regime
        and not row.is_past
        and reach[member.scope]
    )


def run(words: str, *values: Any) -> list[tuple[Any, ...]]:
    """What a statement gives; [] for one that gives no rows."""
    with connection.cursor() as cursor:
        cursor.execute(words, values or None)
        return cursor.fetchall() if cursor.description else [(cursor.rowcount,)]


def on(table: str, words: str, *values: Any) -> list[tuple[Any, ...]]:
    """What a statement on a table of the register gives; {} stands for its name."""
    name = sql.Identifier(f"register_{table}")
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(words).format(name), values)
        return cursor.fetchall() if cursor.description else [(cursor.rowcount,)]


def moment() -> int:
    return int(run("select (extract(epoch from now()) * 1000000)::bigint")[0][0])


def token_of(
    member: Membership, ground: Ground, day: date = DAY, at: int | None = None, life: int = 300
) -> str:
    """The pass of a member; at: another transaction's moment. It lives from now on."""
    began = moment() if at is None else at
    passed = int(run("select extract(epoch from statement_timestamp() - now())::int")[0][0])
    parts = (member.pk, member.user_id, ground, day)
    return tokens.token("pass", began, *parts, life=passed + life)


@contextmanager
def passing(token: str) -> Iterator[None]:
    """A stretch in which the transaction has this pass."""
    run("select set_config('samen.pass', %s, true)", token)
    yield
    run("select set_config('samen.pass', '', true)")


def make_world() -> World:
    """Everything, written as the site's role inside orders and purposes."""
    bodies = [
        Organisation.objects.create(name=f"dienst {n}", kind=OrganisationKind.AGENCY) for n in "AB"
    ]
    numbers = frozenset(body.pk for body in bodies)
    plans = [
        Plan(name, "Proef", frozenset(GROUNDS), numbers, START, DAY, kept_months=48)
        for name in "PQ"
    ]
    processings = [actions.open_processing(plan, today=START) for plan in plans]
    teams = [
        actions.add_team(organisation=body.pk, name=name, today=START)
        for body, name in zip([bodies[0], bodies[0], bodies[1]], "123", strict=True)
    ]
    seats = [(0, 0), (0, 0), (0, 1), (1, 2)]
    people = [user(f"registrar{n}") for n in range(len(seats))]
    registrars = [
        member(
            people[n].pk, processing, Part(
                bodies[body].pk, MemberRole.REGISTRAR, Scope.NATIONAL, START, team=teams[team].pk
            ),
        )
        for processing in processings
        for n, (body, team) in enumerate(seats)
    ]  # fmt: skip
    members = {
        (n, role, scope): member(
            people[0].pk, processing, Part(
                bodies[0].pk, role, scope, START, team=teams[0].pk, region=REGIONS[0]
            ),
        )
        for (n, processing), role, scope in itertools.product(
            enumerate(processings), MemberRole, Scope
        )
    }  # fmt: skip
    world = World(processings, bodies, teams, registrars, members)
    for writer, ground, region, sight in itertools.product(registrars, GROUNDS, REGIONS, SIGHT):
        write_rows(world, writer, ground, region, sight)
    return world


def user(name: str) -> User:
    return User.objects.create_user(f"{name}@voorbeeld.example", None, name=name.title())


def member(user: int, processing: Processing, part: Part) -> Membership:
    return actions.add_member(part, user=user, processing=processing.pk, today=START)


SAID = '{"values": {"nationality": {"state": "known", "value": "RO"}}, "raw": {}}'
INSERT = {
    "registration": "(kind, source_key, row_hash, given_names, family_name_prefix, family_name,"
    " given_key, family_key, birth_precision, sex, street, house_number, house_number_addition,"
    ' postcode, city, phone, document_number, employer, "values", raw, first_processed_at,'
    " last_necessary_at",
    "delivery": "(name, sha256, mapping, received_at, rows, refused, added, changed, findings",
    "hold": "(registration, reason, decided_on",
    "partnerfile": "(name, sha256, size, given_at",
    "filepiece": "(file, place, content",
    "registrationversion": "(registration, was, changed_at, changed_by",
    "origin": "(said, earlier",
    "shelteraddress": "(registration, sealed, key_day",
    "provision": "(recipient_id, rule, article, goal, decision, about, registrations, sha256,"
    " provided_at",
    "accessrequest": "(name, family_key, given_key, birth, document_number, reference,"
    " identified_by, received_on, asked_at, refusal",
}
VALUES = {
    "registration": "('victim', 'k', 'h', 'Proef', '', 'Voorbeeld', 'proef', 'voorbeeld', '',"
    " 'female', '', '', '', '1234AB', '', '0612345678', 'X1', '', '{{}}', '{{}}', '2020-01-01',"
    " '2020-01-01'",
    "delivery": "('proef.csv', 'aa', '{{}}', now(), 0, 0, 0, 0, '{{}}'",
    "hold": "(gen_random_uuid(), 'proef', '2020-01-01'",
    "partnerfile": "('proef.csv', 'aa', 1, now()",
    "filepiece": "(gen_random_uuid(), 0, 'Proef'",
    "registrationversion": "(gen_random_uuid(), '{{}}', now(), 1",
    "origin": "('{{}}', '[]'",
    "shelteraddress": "(gen_random_uuid(), 'Proef', '2100-01-01'",
    "provision": "(1, 'proef', 'art. 1', 'proef', '', '{{}}', '{{}}', 'aa', now()",
    "accessrequest": "('Proef', 'proef', '', '1990-01-01', '', 'p', 'pas', '2020-01-01', now(), ''",
}
BOUND = (
    ", id, processing_id, regime, ground, organisation_id, team_id, registrar_id, region,"
    " remove_due, destroy_due)"
)


def insert(table: str, row: Kept, remove: date) -> int:
    """Write a row as it stands; the number of rows that went in."""
    signed = ", %s, %s, %s, %s, %s, %s, %s, %s, %s, '2100-01-01')"
    words = "".join(("insert into {} ", INSERT[table], BOUND, " values ", VALUES[table], signed))
    values = (row.id, row.processing, row.ground.regime, row.ground, row.organisation, row.team)
    return int(on(table, words, *values, row.registrar, row.region, remove)[0][0])


def write_rows(world: World, writer: Membership, ground: Ground, region: str, sight: str) -> None:
    """A row of each table; the version comes from the database itself, after a change."""
    remove, day = SIGHT[sight]
    with passing(token_of(writer, ground, day)):
        for table in WRITABLE:
            row = kept(table, writer, ground, region, is_past=sight == "past")
            insert(table, row, remove)
            world.rows.append(row)
            if table == "registration":
                run("update register_registration set city = 'Ander' where id = %s", row.id)
                version = run(
                    "select id from register_registrationversion where registration = %s", row.id
                )
                copy = kept("registrationversion", writer, ground, region, row.is_past)
                world.rows.append(Kept(**vars(copy) | {"id": version[0][0]}))
                run("select register_note_origins(%s::uuid[], %s)", [row.id], [SAID])
                run("select register_note_shelters(%s::uuid[], %s::bytea[], %s::date[])",
                    [row.id], [b"Proef"], [remove])  # fmt: skip


def kept(table: str, writer: Membership, ground: Ground, region: str, is_past: bool) -> Kept:
    """A row as this member would write it."""
    assert writer.team_id
    return Kept(
        table, uuid.uuid4(), writer.processing_id, ground, writer.organisation_id, writer.team_id,
        writer.user_id, region, is_past,
    )  # fmt: skip
