"""A person's request for access: two privacy officers, then all that is held and who looked."""

import io
import json
import re
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from docx import Document

from samen.accounts.models import User
from samen.core.errors import BadInput, Refused
from samen.core.terms import Ground, MemberRole, Regime, RegistrationKind, Scope
from samen.purposes.actions import Part, add_member
from samen.purposes.inside import Purpose, inside
from samen.purposes.models import LogEntry, Membership
from samen.register import actions, queries
from samen.register import queries_of_keeping as keeping
from samen.register.access_document import Told, parts
from samen.register.access_everywhere import ask_everywhere, places
from samen.register.actions_of_access import (
    Person,
    approve_access,
    ask_access,
    refuse_access,
)
from samen.register.actions_of_typing import type_in
from samen.register.models import AccessRequest, Registration
from samen.register.typed_rows import typed_row
from tests.register.given_files import DAY, NOW, START, Setting, csv_file, make_setting, taken

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]
ANNA = Person("Anna", "van der Vermeulen", date(1988, 5, 17), "2021-12", "paspoort aan de balie")


@pytest.fixture
def setting() -> Setting:
    made = make_setting()
    with made.inside() as purpose:
        taken(purpose, csv_file())
        row = Registration.objects.get(source_key="id:P1")
        actions.correct(purpose, row.pk, {"city": "Utrecht"})
    with made.inside(MemberRole.ANALYST) as purpose:
        queries.registration(purpose, row.pk)
    return made


@pytest.fixture
def second(setting: Setting) -> Membership:
    """Another privacy officer."""
    person = User.objects.create_user("tweede@voorbeeld.example", None, name="Tweede Voorbeeld")
    part = Part(setting.organisation.pk, MemberRole.PRIVACY_OFFICER, Scope.NATIONAL, START)
    return add_member(part, user=person.pk, processing=setting.processing.pk, today=START)


def asked(setting: Setting, person: Person = ANNA) -> UUID:
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        return ask_access(purpose, person, now=NOW).pk


def approved(second: Membership, number: UUID) -> None:
    with _as(second) as purpose:
        approve_access(purpose, number, now=NOW)


def _as(part: Membership) -> AbstractContextManager[Purpose]:
    return inside(membership=part.pk, user=part.user_id, ground=Ground.AVG6E, today=DAY)


def test_a_count_is_told_first_and_the_data_after_another_approved(
    setting: Setting, second: Membership
) -> None:
    number = asked(setting)
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        assert keeping.count_of_person(number) == 1
        assert not Registration.objects.exists()
        with pytest.raises(DatabaseError, match="not approved"), transaction.atomic():
            keeping.about_person(purpose, number)
        with pytest.raises(Refused, match="yourself"):
            approve_access(purpose, number, now=NOW)
    approved(second, number)
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        found = keeping.about_person(purpose, number)
        assert not Registration.objects.exists()
    assert [each["family_name"] for each in found["registrations"]] == ["van der Vermeulen"]
    assert found["registrations"][0]["raw"]["achternaam"] == "van der Vermeulen"
    assert [each["was"]["city"] for each in found["versions"]] == [""]
    analyst = setting.members[MemberRole.ANALYST].pk
    assert analyst in {look["membership"] for look in found["looks"]}


@pytest.mark.parametrize(
    ("person", "fits"),
    [
        (Person("", "Vermeulen", date(1988, 5, 17), "1", "pas"), 0),
        (Person("Anna", "Vermeulen", date(1988, 5, 18), "1", "pas"), 0),
        (Person("Bogdan", "Petrov", date(1990, 7, 7), "1", "pas"), 0),
        (Person("Niemand", "Anders", date(1990, 7, 7), "1", "pas"), 0),
    ],
)
def test_who_fits_is_the_person_of_that_name_and_day(
    setting: Setting, person: Person, fits: int
) -> None:
    number = asked(setting, person)
    with setting.inside(MemberRole.PRIVACY_OFFICER):
        assert keeping.count_of_person(number) == fits


def test_the_database_itself_wants_four_eyes(setting: Setting, second: Membership) -> None:
    number = asked(setting)
    officer = setting.members[MemberRole.PRIVACY_OFFICER]
    with setting.inside(MemberRole.PRIVACY_OFFICER):
        mine = AccessRequest.objects.filter(pk=number)
        assert mine.update(approved_by=officer.user_id) == 0
    with _as(second):
        found = AccessRequest.objects.filter(pk=number)
        with pytest.raises(DatabaseError), transaction.atomic():
            found.update(approved_by=officer.user_id)
        with pytest.raises(DatabaseError, match="stays as it was"), transaction.atomic():
            found.update(approved_by=second.user_id, family_key="petrof")


@pytest.mark.parametrize("role", [role for role in MemberRole if role != "privacy_officer"])
def test_no_other_role_asks_or_sees_a_request(setting: Setting, role: MemberRole) -> None:
    number = asked(setting)
    with setting.inside(role) as purpose:
        with pytest.raises(Refused, match="privacy officers"):
            ask_access(purpose, ANNA, now=NOW)
        assert keeping.request(purpose, number) is None
        with pytest.raises(DatabaseError, match="no such request"), transaction.atomic():
            keeping.count_of_person(number)


def test_a_request_without_how_somebody_was_identified_is_refused(setting: Setting) -> None:
    with (
        setting.inside(MemberRole.PRIVACY_OFFICER) as purpose,
        pytest.raises(BadInput, match="identified"),
    ):
        ask_access(purpose, Person("A", "B", DAY, "1", " "), now=NOW)


def test_the_pages_give_one_document_and_files(setting: Setting, second: Membership) -> None:
    number = asked(setting)
    client = Client()
    client.force_login(second.user, backend="django.contrib.auth.backends.ModelBackend")
    base = f"/register/{second.pk}/avg6e/inzage/"
    assert client.get(f"{base}{number}/overzicht/").status_code == 403
    assert f'{base}">Inzageverzoeken om over te beslissen' in client.get("/").content.decode()
    assert client.post(f"{base}{number}/").status_code == 302
    page = client.get(f"{base}{number}/overzicht/").content.decode()
    for words in (
        "Vermeulen",
        "Aangeleverd in een bestand door</dt><dd>dienst Voorbeeld, 17 november 2021",
        "Wie heeft gekeken, en waarom",
        "analist, dienst",
        ">vrouw<",
    ):
        assert words in page
    assert "Petrov" not in page
    assert "melding.csv" not in page
    word = client.get(f"{base}{number}/overzicht.docx").content
    cells = [
        [cell.text for cell in row.cells]
        for table in Document(io.BytesIO(word)).tables
        for row in table.rows
    ]
    assert ["Achternaam", "van der Vermeulen"] in cells
    assert ["Tot vandaag", "aan niemand"] in cells
    text = client.get(f"{base}{number}/overzicht.json").content
    assert b"melding.csv" not in text
    told = json.loads(text)
    (held,) = (each["registrations"] for each in told if "registrations" in each)
    assert held[0]["family_name"] == "van der Vermeulen"
    assert held[0]["values"]["city"] == {"state": "known", "value": "Utrecht"}
    assert client.get(f"{base}{number}/overzicht.exe").status_code == 404


def test_the_person_is_told_what_was_typed_and_by_whom(
    setting: Setting, second: Membership
) -> None:
    typed = {"family_name": "Vermeulen", "given_names": "Anna", "birth_date": "1988",
             "document_number": "VB0000001"}  # fmt: skip
    with setting.inside() as purpose:
        row = typed_row(typed, today=DAY)
        type_in(purpose, row, kind=RegistrationKind.VICTIM, provided=False, now=NOW)
    number = asked(setting, replace(ANNA, document_number="vb 0000001"))
    approved(second, number)
    client = Client()
    client.force_login(second.user, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/register/{second.pk}/avg6e/inzage/{number}/overzicht/").content.decode()
    assert "Ingetypt door</dt><dd>dienst Voorbeeld, 17 november 2021" in page
    assert "Documentnummer</dt><dd>VB0000001" in page
    assert "Zoals aangeleverd: documentnummer" not in page
    assert "Zoals aangeleverd: het overige" in page


def test_who_asks_is_not_looked_at_without_a_trace(setting: Setting) -> None:
    """A request has the name and day of birth of a person, and says how many rows fit it."""
    number = asked(setting)
    officer = setting.members[MemberRole.PRIVACY_OFFICER]
    client = Client()
    client.force_login(officer.user)
    folder = f"/register/{officer.pk}/avg6e/inzage/"
    for page in (folder, f"{folder}{number}/"):
        before = LogEntry.objects.filter(act="read", fields=["access request"]).count()
        assert "Vermeulen" in client.get(page).content.decode()
        assert LogEntry.objects.filter(act="read", fields=["access request"]).count() > before
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        seen = keeping.looks_at(purpose, [number])
    assert {each.act for each in seen} == {"write", "read"}


def test_a_new_request_on_the_page(setting: Setting) -> None:
    part = setting.members[MemberRole.PRIVACY_OFFICER]
    client = Client()
    client.force_login(part.user, backend="django.contrib.auth.backends.ModelBackend")
    base = f"/register/{part.pk}/avg6e/inzage/"
    given = {"given_names": "Anna", "family_name": "Vermeulen", "birth": "1988-05-17",
             "reference": "2021-12", "identified_by": "paspoort",
             "received": "2021-11-16"}  # fmt: skip
    assert client.post(base, given | {"birth": "30-02-1988"}).status_code == 400
    page = client.post(base, given, follow=True).content.decode()
    assert "U hebt dit verzoek zelf genoteerd" in page
    assert "Inzageverzoeken om over" not in client.get("/").content.decode()
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from register_accessrequest")
        assert cursor.fetchone() == (0,)


def test_nobody_but_who_has_the_purpose_uses_these_functions(setting: Setting) -> None:
    number = asked(setting)
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute("select register_count_of_person(%s)", [number])


def test_what_stands_apart_is_told_too(second: Membership, setting: Setting) -> None:
    head = "registratienummer;voornaam;achternaam;geboortedatum;nationaliteit;opvangadres"
    with setting.inside() as purpose:
        for nationality in ("Poolse", "Roemeense"):
            row = f"P9;Anna;Vermeulen;17-05-1988;{nationality};Voorbeeldlaan 9"
            taken(purpose, csv_file([row], head))
    number = asked(setting)
    approved(second, number)
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        found = keeping.about_person(purpose, number)
    told = Told({}, {})
    lines = [line for part in parts(found, told) for line in part.lines]
    assert ("Nationality", "Romania") in lines or ("Nationaliteit", "Roemenië") in lines
    assert ("Nationality", "Poland") in lines or ("Nationaliteit", "Polen") in lines
    assert "Voorbeeldlaan 9" in {said for _name, said in lines}
    assert {"Roemeense"} <= {said for _name, said in lines}


def test_one_document_tells_of_all_processings_of_the_officer(
    setting: Setting, second: Membership
) -> None:
    other = make_setting("Opvang")
    with other.inside() as purpose:
        taken(purpose, csv_file(["Q7;Anna;van der Vermeulen;17-05-1988;vrouw;"]))
    part = Part(other.organisation.pk, MemberRole.PRIVACY_OFFICER, Scope.NATIONAL, START)
    add_member(part, user=second.user_id, processing=other.processing.pk, today=START)
    first = setting.members[MemberRole.PRIVACY_OFFICER]
    add_member(part, user=first.user_id, processing=other.processing.pk, today=START)
    number = asked(setting)
    browsers = []
    for user in (first.user, second.user):
        browsers.append(Client())
        browsers[-1].force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    mine, theirs = browsers
    page = f"/register/{first.pk}/avg6e/inzage/{number}/"
    assert mine.post(page, {"elsewhere": "1"}).status_code == 302
    assert mine.post(page, {"elsewhere": "1"}).status_code == 302, "twice notes it once"
    seen = mine.get(page).content.decode()
    links = re.findall(r'<th scope="row"><a href="([^"]+)"', seen)
    assert len(links) == 4, "two processings, each under two laws"
    there = theirs.get(page.replace(str(first.pk), str(second.pk)))
    for place in there.context["places"]:
        way = f"/register/{place.purpose.membership.pk}/{place.purpose.ground}/inzage/"
        is_police = place.purpose.regime == Regime.WPG
        form = {"refusal": "police_task"} if is_police else {}
        assert theirs.post(f"{way}{place.asked.pk}/", form).status_code == 302
    told = mine.get(f"{page}overzicht/").content.decode()
    assert "Opvang. Registratie 1: slachtoffer" in told
    assert "Meldingen. Registratie 1: slachtoffer" in told
    assert told.count("Wpg art. 27") == 2
    assert "Zicht op wie hulp nodig heeft" in told


def test_twins_under_one_reference_are_two_requests(setting: Setting, second: Membership) -> None:
    """One is approved; the other, of the same family and day, is not answered with it."""
    other = make_setting("Opvang")
    officer = setting.members[MemberRole.PRIVACY_OFFICER]
    part = Part(other.organisation.pk, MemberRole.PRIVACY_OFFICER, Scope.NATIONAL, START)
    for user in (officer.user_id, second.user_id):
        add_member(part, user=user, processing=other.processing.pk, today=START)
    twins = [Person(name, "Vermeulen", ANNA.birth, "2021-12", "pas") for name in ("Anna", "Bea")]
    numbers = [asked(setting, each) for each in twins]
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        for number in numbers:
            ask_everywhere(purpose, AccessRequest.objects.get(pk=number), now=NOW)
        found = [
            {place.asked.pk for place in places(purpose, AccessRequest.objects.get(pk=number))
             if place.asked}
            for number in numbers
        ]  # fmt: skip
    assert found[0].isdisjoint(found[1])
    assert [len(each) for each in found] == [4, 4]


def test_what_a_number_said_of_somebody_else_before_is_not_told(
    setting: Setting, second: Membership
) -> None:
    """A partner gave the number of one person to another; each of the two asks."""
    head = "registratienummer;voornaam;achternaam;geboortedatum;nationaliteit"
    for row in ("P9;Irina;Popescu;03-04-1991;Roemeense", "P9;Bea;Smit;08-09-1979;Poolse"):
        with setting.inside() as purpose:
            taken(purpose, csv_file([row], head))
            number = Registration.objects.get(source_key="id:P9").pk
    with setting.inside() as purpose:
        actions.correct(purpose, number, {"city": "Utrecht"})
    request = asked(setting, Person("Bea", "Smit", date(1979, 9, 8), "2021-15", "pas"))
    approved(second, request)
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        found = keeping.about_person(purpose, request)
    assert "Popescu" not in json.dumps(found, default=str)
    assert "RO" not in json.dumps(found["versions"])
    assert "corrected" not in json.dumps(found, default=str)
    assert [each["was"]["family_name"] for each in found["versions"]] == ["Smit"]


def test_what_was_refused_is_not_told_and_needs_an_article(
    setting: Setting, second: Membership
) -> None:
    number = asked(setting)
    with _as(second) as purpose:
        with pytest.raises(BadInput, match="no ground"):
            refuse_access(purpose, number, "police_task", now=NOW)
        refuse_access(purpose, number, "excessive", now=NOW)
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        with pytest.raises(DatabaseError, match="not approved"), transaction.atomic():
            keeping.about_person(purpose, number)
        assert not AccessRequest.objects.get(pk=number).is_approved
    with _as(second) as purpose, pytest.raises(Refused, match="waits for a decision"):
        approve_access(purpose, number, now=NOW)


def test_what_a_number_said_of_a_thing_before_is_not_told(
    setting: Setting, second: Membership
) -> None:
    with setting.inside() as purpose:
        taken(purpose, csv_file(["P9;voertuig;XX-123-X"], "registratienummer;type;kenteken"))
        taken(
            purpose,
            csv_file(
                ["P9;slachtoffer;Bea;Smit;08-09-1979"],
                "registratienummer;type;voornaam;achternaam;geboortedatum",
            ),
        )
    request = asked(setting, Person("Bea", "Smit", date(1979, 9, 8), "2021-15", "pas"))
    approved(second, request)
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        found = keeping.about_person(purpose, request)
    assert found["versions"] == []
