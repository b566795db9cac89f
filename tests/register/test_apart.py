"""What stands apart of a registration: origin, which is only counted, and addresses of shelters.

Read past all policies by the superuser, and as a dump, to see where a word stands at all.
"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client, override_settings

from samen.accounts.models import User
from samen.core.errors import BadInput, CannotRun, Refused
from samen.core.terms import Ground, LogAct, MemberRole, RegistrationKind, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.purposes.inside import inside
from samen.purposes.models import LogEntry, Membership
from samen.register import actions, queries, sealing
from samen.register import actions_of_keeping as keeping
from samen.register.actions_of_provision import extract
from samen.register.actions_of_shelter import note_shelter, shelter_of
from samen.register.known_fields import fields
from samen.register.models import ORIGIN, SHELTER, Origin, Registration, ShelterAddress
from samen.register.queries_of_linkage import by_origin
from samen.register.values import Row
from tests.register.given_files import DAY, START, Setting, csv_file, make_setting, taken
from tests.register.taken_rows import taken_row
from tests.register.test_keeping import dump, everything, rows_left

pytestmark = pytest.mark.django_db(transaction=True)
HEAD = "registratienummer;achternaam;nationaliteit;geboorteland;opvangadres"
ADDRESS = "Kanarielaan 7, Voorbeeldstad"
ROWS = (f"P1;Voorbeeld;Roemeense;Moldavië;{ADDRESS}", "P2;Ander;Poolse;;", "P3;Derde;;;")
GOES = date(2023, 11, 17)


@pytest.fixture(autouse=True)
def that_day(tmp_path: Path) -> Iterator[None]:
    with override_settings(TODAY=DAY, KEYS=tmp_path):
        yield


@pytest.fixture
def setting() -> Setting:
    made = make_setting()
    with made.inside() as purpose:
        taken(purpose, csv_file(ROWS, HEAD))
    return made


def row_of(key: str = "P1") -> Registration:
    return Registration.objects.get(source_key=f"id:{key}")


def apart(words: str) -> list[tuple[object, ...]]:
    """What the superuser reads."""
    with everything() as reading:
        return reading.execute(words.encode()).fetchall()


def another(setting: Setting, role: MemberRole = MemberRole.CASE_HOLDER) -> Membership:
    """Somebody in a team of the same organisation."""
    team = purposes.add_team(organisation=setting.organisation.pk, name="Ander team", today=START)
    person = User.objects.create_user("ander@voorbeeld.example", None, name="Ander Voorbeeld")
    part = Part(setting.organisation.pk, role, Scope.NATIONAL, START, team=team.pk)
    return purposes.add_member(part, user=person.pk, processing=setting.processing.pk, today=START)


def keys() -> list[str]:
    return sorted(file.name for file in settings.KEYS.glob("*.key"))


def test_the_fields_that_stand_apart_are_those_of_the_list() -> None:
    about = {name: field.about for name, field in fields().items()}
    assert {name for name, group in about.items() if group == "origin"} == set(ORIGIN)
    assert [name for name, group in about.items() if group == "shelter"] == [SHELTER]


def test_a_file_is_taken_apart_and_a_member_reads_no_origin(setting: Setting) -> None:
    with setting.inside(MemberRole.ANALYST) as purpose:
        for key in ("P1", "P2", "P3"):
            found = queries.registration(purpose, row_of(key).pk)
            assert found is not None
            assert set(found.said) == {"source_id", "family_name"}
            assert set(found.raw) == {"registratienummer", "achternaam"}
        assert not Origin.objects.exists()
        assert not ShelterAddress.objects.exists()
    said = [
        each
        for (each,) in apart(
            "select said from register_origin order by said -> 'raw' ->> 'nationaliteit'"
        )
    ]
    assert said == [
        {"values": {"nationality": {"state": "known", "value": "PL"},
                    "birth_country": {"state": "not_asked"}},
         "raw": {"nationaliteit": "Poolse"}},
        {"values": {"nationality": {"state": "known", "value": "RO"},
                    "birth_country": {"state": "known", "value": "MD"}},
         "raw": {"nationaliteit": "Roemeense", "geboorteland": "Moldavië"}},
    ]  # fmt: skip


def test_the_database_refuses_in_a_row_what_stands_apart(setting: Setting) -> None:
    wrong = Row(kind=RegistrationKind.VICTIM, source_key="id:9", row_hash="h",
                values='{"nationality": {"state": "known", "value": "RO"}}')  # fmt: skip
    with setting.inside() as purpose:
        with pytest.raises(IntegrityError, match="registration_apart"), transaction.atomic():
            taken_row(purpose, wrong)
        with pytest.raises(BadInput, match="nationality"):
            actions.correct(purpose, row_of().pk, {"values": json.loads(wrong.values)})


def test_another_nationality_is_noted_and_is_in_no_hash_or_version(setting: Setting) -> None:
    with setting.inside() as purpose:
        before = row_of().row_hash
        again = taken(purpose, csv_file([ROWS[0].replace("Roemeense", "Poolse"), *ROWS[1:]], HEAD))
        assert (again.added, again.changed, row_of().row_hash) == (0, 0, before)
    (told,) = apart("select said, earlier from register_origin where earlier <> '[]'")
    assert isinstance(told[0], dict)
    assert isinstance(told[1], list)
    assert told[0]["values"]["nationality"]["value"] == "PL"
    assert [each["said"]["values"]["nationality"]["value"] for each in told[1]] == ["RO"]
    assert not apart("select 1 from register_registrationversion")
    with setting.inside() as purpose:
        taken(purpose, csv_file([*ROWS[:2], "P3;Derde;Poolse;;"], HEAD))
    assert apart("select count(*) from register_origin") == [(3,)]


def test_what_is_typed_is_kept_apart_too(setting: Setting) -> None:
    said = '{"values": {"nationality": {"state": "known", "value": "RO"}}, "raw": {}}'
    with setting.inside() as purpose:
        taken_row(
            purpose, Row(kind=RegistrationKind.VICTIM, source_key="t", row_hash="t", origin=said)
        )
    assert apart("select count(*) from register_origin where said #>> "
                 "'{values,nationality,value}' = 'RO'") == [(2,)]  # fmt: skip


def test_a_statistician_gets_rounded_counts_by_nationality(setting: Setting) -> None:
    many = [f"R{n};Naam;Roemeense;;" for n in range(7)]
    with setting.inside() as purpose:
        taken(purpose, csv_file(many, HEAD))
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        told = queries.statistics(purpose, ["nationality"])
        assert {cell["nationality"]: n for cell, n in told} == {"RO": 10, "PL": None, None: None}
        assert not Origin.objects.exists()


def test_linkage_is_told_how_many_and_never_who(setting: Setting) -> None:
    many = [f"R{n};Naam;Roemeense;;" for n in range(20)]
    with setting.inside() as purpose:
        taken(purpose, csv_file(many, HEAD))
        persons = list(Registration.objects.values_list("pk", flat=True))
        romanians = [row_of(f"R{n}").pk for n in range(20)]
    with setting.inside(MemberRole.ANALYST):
        told = by_origin(persons, ["a"] * len(persons))
        assert told == {("RO", "a"): 21, ("", "a"): 2}
        assert by_origin(romanians[:19], ["a"] * 19) == {("", "a"): 19}
    looks = LogEntry.objects.filter(fields=["origin groups"])
    assert [(each.act, each.subjects) for each in looks] == [("read", []), ("read", [])]


@pytest.mark.parametrize(
    "role", sorted(set(MemberRole) - {MemberRole.ANALYST, MemberRole.CASE_HOLDER})
)
def test_nobody_else_is_told_groups(setting: Setting, role: MemberRole) -> None:
    no_purpose = pytest.raises(DatabaseError, match="no purpose")
    with setting.inside(role), no_purpose, transaction.atomic():
        by_origin([UUID(int=1)], ["a"])


def test_what_is_provided_has_origin_where_the_rule_lets_it_and_is_logged(
    setting: Setting,
) -> None:
    with setting.inside() as purpose:
        lines = extract([row_of()], {"person", "origin", "shelter"}, LogAct.PROVIDE)
        assert (lines[0]["nationality"], lines[0]["birth_country"]) == ("RO", "MD")
        assert lines[0][SHELTER] == ADDRESS
        assert "nationality" not in extract([row_of()], {"person"}, LogAct.PROVIDE)[0]
        assert purpose.looks == {}, "the database logged it"
    assert {tuple(e.fields) for e in LogEntry.objects.filter(act="provide")} == {
        ("origin",), ("shelter_address",),
    }  # fmt: skip


ASKED_BY_SQL = {
    "origin": "select count(*) from register_origins(%s::uuid[], 'export')",
    "shelter_address": "select count(*) from register_shelters(%s::uuid[], 'read')",
}


@pytest.mark.parametrize("field", ASKED_BY_SQL)
def test_sql_of_the_site_itself_cannot_look_without_the_log(setting: Setting, field: str) -> None:
    with setting.inside(), connection.cursor() as cursor:
        cursor.execute(ASKED_BY_SQL[field], [[row_of().pk]])
        assert cursor.fetchone() == (1,)
    assert len(LogEntry.objects.get(fields=[field]).subjects) == 1
    no_purpose = pytest.raises(DatabaseError, match="no purpose")
    with setting.inside(MemberRole.ANALYST), no_purpose, transaction.atomic():
        connection.cursor().execute(ASKED_BY_SQL[field], [[UUID(int=1)]])


def test_an_address_is_known_to_its_own_team_only(setting: Setting) -> None:
    for role in (MemberRole.REGISTRAR, MemberRole.CASE_HOLDER):
        with setting.inside(role) as purpose:
            assert shelter_of(purpose, row_of()) == ADDRESS
    with setting.inside(MemberRole.ANALYST) as purpose, pytest.raises(Refused, match="not yours"):
        shelter_of(purpose, row_of())
    part = another(setting)
    opened = inside(membership=part.pk, user=part.user_id, ground=Ground.AVG6E, today=DAY)
    with opened as purpose, connection.cursor() as cursor:
        with pytest.raises(Refused, match="not yours"):
            shelter_of(purpose, row_of())
        with pytest.raises(Refused, match="not yours"):
            note_shelter(purpose, row_of().pk, "Elders 1")
        cursor.execute(ASKED_BY_SQL["shelter_address"], [[row_of().pk]])
        assert cursor.fetchone() == (0,)


def test_an_address_stands_nowhere_in_words(setting: Setting) -> None:
    with setting.inside(MemberRole.CASE_HOLDER) as purpose:
        note_shelter(purpose, row_of("P2").pk, "Tweede Kanarielaan 8")
        assert shelter_of(purpose, row_of("P2")) == "Tweede Kanarielaan 8"
        assert shelter_of(purpose, row_of("P3")) is None
        with pytest.raises(BadInput, match="missing"):
            note_shelter(purpose, row_of("P3").pk, "  ")
    assert "anarielaan" not in dump()
    assert b"Kanarielaan".hex() not in dump()


def test_a_sealed_address_is_opened_for_its_own_registration_only(setting: Setting) -> None:
    sealed = sealing.seal("Laan 1", of="P1", day=GOES)
    assert sealing.unsealed(sealed, of="P1", day=GOES) == "Laan 1"
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    wrong = (sealed, "P2", GOES), (changed, "P1", GOES), (sealed, "P1", DAY), (b"", "P1", GOES)
    for text, of, day in wrong:
        with pytest.raises(CannotRun, match="cannot be read"):
            sealing.unsealed(text, of=of, day=day)


def test_a_new_delivery_writes_the_address_over_and_an_empty_cell_leaves_it(
    setting: Setting,
) -> None:
    moved = [ROWS[0].replace(ADDRESS, "Elders 1"), *ROWS[1:]]
    with setting.inside() as purpose:
        taken(purpose, csv_file(moved, HEAD))
        assert shelter_of(purpose, row_of()) == "Elders 1"
        taken(purpose, csv_file([ROWS[0].replace(ADDRESS, "")], HEAD))
        assert shelter_of(purpose, row_of()) == "Elders 1"
    assert apart("select count(*) from register_shelteraddress") == [(1,)]


def test_the_key_goes_with_the_last_that_it_sealed(setting: Setting) -> None:
    with everything() as reading:
        sealed = reading.execute("select sealed from register_shelteraddress").fetchall()[0][0]
    assert keys() == [f"{GOES}.key"]
    keeping.destroy_due(today=GOES - timedelta(days=1))
    assert keys() == [f"{GOES}.key"]
    keeping.destroy_due(today=GOES)
    assert keys() == []
    assert not any(rows_left().values())
    with pytest.raises(CannotRun):  # what a backup has of it
        sealing.unsealed(sealed, of="", day=GOES)


def test_what_is_held_is_sealed_anew_and_the_old_key_goes(setting: Setting) -> None:
    with setting.inside() as purpose:
        keeping.hold(purpose, row_of().pk, reason="klacht loopt")
    keeping.destroy_due(today=GOES)
    assert keys() == [f"{GOES + timedelta(days=31)}.key"]
    left = rows_left()
    assert (left["registration"], left["origin"], left["shelteraddress"]) == (1, 1, 1)
    with setting.inside() as purpose:
        assert shelter_of(purpose, row_of()) == ADDRESS
    keeping.destroy_due(today=date(2024, 11, 17))
    assert keys() == []
    assert not any(rows_left().values())


def test_what_is_necessary_longer_is_seen_longer(setting: Setting) -> None:
    later = date(2022, 3, 1)
    with setting.inside(today=later) as purpose:
        actions.note_necessity(purpose, row_of().pk)
        goes = row_of().destroy_due
        assert goes > GOES
    for days in (
        "select remove_due, destroy_due from register_origin",
        "select remove_due, destroy_due from register_shelteraddress",
    ):
        assert (goes, goes) in apart(days)
    keeping.destroy_due(today=GOES)
    with setting.inside(today=later) as purpose:
        assert shelter_of(purpose, row_of()) == ADDRESS


def test_a_key_that_nothing_uses_goes_after_a_day_and_a_lost_one_stops_nothing(
    setting: Setting,
) -> None:
    sealing.seal("x", of="", day=date(2030, 1, 1))
    keeping.destroy_due(today=DAY, now=datetime.now(UTC))
    assert len(keys()) == 2
    keeping.destroy_due(today=DAY, now=datetime.now(UTC) + timedelta(days=2))
    assert keys() == [f"{GOES}.key"]
    with setting.inside() as purpose:
        keeping.hold(purpose, row_of().pk, reason="klacht loopt")
    (settings.KEYS / f"{GOES}.key").unlink()
    assert keeping.destroy_due(today=GOES) == 2
    with setting.inside() as purpose, pytest.raises(CannotRun, match="cannot be read"):
        shelter_of(purpose, row_of())


def test_what_stood_in_registrations_moves_and_goes_back(setting: Setting) -> None:
    """With data, both ways; then rows are known again and read as they were, the log is whole."""
    with setting.inside():
        said = row_of().said | {"city": {"state": "known", "value": "Utrecht"}}
        Registration.objects.filter(pk=row_of().pk).update(city="Utrecht", values=said)
    try:
        call_command("migrate", "register", "0013", verbosity=0)
        assert apart("select values #>> '{nationality,value}', values #>> '{birth_country,value}',"
                     " raw ->> 'nationaliteit', raw ->> 'geboorteland' from register_registration"
                     " where source_key = 'id:P1'"
                     ) == [("RO", "MD", "Roemeense", "Moldavië")]  # fmt: skip
        with everything() as old:
            old.execute(
                "update register_registrationversion set was = was || jsonb_build_object("
                "'values', was -> 'values' || '{\"nationality\": {\"state\": \"refused\"}}',"
                " 'raw', was -> 'raw' || '{\"nationaliteit\": \"zegt niet\"}')"
            )
            old.commit()
        before = apart("select id, values, raw from register_registration order by id")
        versions = apart("select was from register_registrationversion")
        call_command("migrate", verbosity=0)
        assert not apart("select 1 from register_registration, register_registrationversion"
                         " where concat(values, raw, was) like '%nationali%'")  # fmt: skip
        (((earlier,),)) = apart("select earlier from register_origin where earlier <> '[]'")
        assert isinstance(earlier, list)
        assert earlier[0]["said"]["values"] == {"nationality": {"state": "refused"}}
        call_command("migrate", "register", "0013", verbosity=0)
        assert apart("select id, values, raw from register_registration order by id") == before
        assert apart("select was from register_registrationversion") == versions
    finally:
        call_command("migrate", verbosity=0)
    with setting.inside() as purpose:
        again = taken(purpose, csv_file([*ROWS, "P4;Vierde;;;"], HEAD))
        assert (again.added, again.changed, row_of().said) == (1, 0, said)
    ((entries, faults),) = apart("select count(*), (select count(*) from purposes_log_faults(0))"
                                 " from purposes_logentry")  # fmt: skip
    assert (entries != 0, faults) == (True, 0)


def browser(part: Membership) -> tuple[Client, str]:
    client = Client()
    client.force_login(part.user, backend="django.contrib.auth.backends.ModelBackend")
    return client, f"/register/{part.pk}/avg6e/registratie/"


def test_the_page_of_a_shelter(setting: Setting) -> None:
    with setting.inside():
        number, third = row_of().pk, row_of("P3").pk
    client, base = browser(setting.members[MemberRole.CASE_HOLDER])
    page = client.get(f"{base}{number}/").content.decode()
    assert "apart bewaard, alleen voor tellingen" in page
    assert f"{base}{number}/opvangadres/" in page
    assert "Roemeense" not in page
    assert "Kanarielaan" not in page
    assert ADDRESS in client.get(f"{base}{number}/opvangadres/").content.decode()
    address = f"{base}{third}/opvangadres/"
    assert "Er is geen adres vastgelegd" in client.get(address).content.decode()
    assert client.post(address, {"address": ""}).status_code == 400
    assert "Nieuw 1" in client.post(address, {"address": "Nieuw 1"}, follow=True).content.decode()
    analyst, base = browser(setting.members[MemberRole.ANALYST])
    assert "opvangadres" not in analyst.get(f"{base}{number}/").content.decode()
    assert analyst.get(f"{base}{number}/opvangadres/").status_code == 403
    other, base = browser(another(setting))
    answer = other.get(f"{base}{number}/opvangadres/")
    assert answer.status_code == 403
    assert "U mag het adres van deze opvang niet zien" in answer.content.decode()
    assert client.get(f"{base}{UUID(int=1)}/opvangadres/").status_code in {403, 404}


def test_the_statisticians_page_tells_nationalities(setting: Setting) -> None:
    with setting.inside() as purpose:
        taken(purpose, csv_file([f"R{n};Naam;Roemeense;;" for n in range(7)], HEAD))
    part = setting.members[MemberRole.STATISTICIAN]
    client, _base = browser(part)
    page = client.get(f"/register/{part.pk}/avg6e/").content.decode()
    assert "Roemenië" in page
    assert "minder dan 5" in page
