"""A free text about somebody else is left out of what a person is told, and put back."""

import io
import json
import zipfile
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from samen.core.errors import BadInput, Refused
from samen.core.terms import Ground, MemberRole
from samen.purposes.inside import inside
from samen.purposes.models import LogEntry, Membership
from samen.register import actions_of_keeping, queries_of_keeping
from samen.register.actions_of_access import Person
from samen.register.actions_of_leaving_out import leave_out, put_back
from samen.register.models import Registration
from samen.register.models_of_access import LeftOut
from tests.register.given_files import DAY, NOW, Setting, csv_file, make_setting, taken
from tests.register.test_access import approved, asked, second
from tests.register.test_keeping import everything
from tests.site_role import as_site, give_rights

__all__ = ["second"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]
HEAD = "registratienummer;voornaam;achternaam;geboortedatum;toelichting;telefoon"
NEWS, TEXT = "Woont bij haar zus Zilver.", "Vlucht voor Kwik, die in de Voorbeeldstraat woont."
CONTACT = "06 1234 5678"
BEA = Person("Bea", "Smit", date(1979, 9, 8), "2021-15", "pas")
OFFICER = MemberRole.PRIVACY_OFFICER
WHY = "Kwik loopt gevaar."


@pytest.fixture
def setting() -> Setting:
    made = make_setting()
    for text in (TEXT, NEWS):
        with made.inside() as purpose:
            row = f"P9;Bea;Smit;08-09-1979;{text};{CONTACT}"
            taken(purpose, csv_file([row], HEAD))
    with made.inside() as purpose:
        number = Registration.objects.get().pk
        actions_of_keeping.hold(purpose, number, reason="Wolfraam klaagt.")
    return made


@pytest.fixture
def request_of(setting: Setting, second: Membership) -> UUID:
    number = asked(setting, BEA)
    approved(second, number)
    return number


def told(setting: Setting, number: UUID) -> str:
    with setting.inside(OFFICER) as purpose:
        found = queries_of_keeping.about_person(purpose, number)
    del found["looks"]
    return json.dumps(found, ensure_ascii=False, default=str)


def left(setting: Setting, number: UUID, place: str) -> LeftOut:
    with setting.inside(OFFICER) as purpose:
        texts = queries_of_keeping.free_texts(purpose, number)
        (which,) = {each.registration for each, _left in texts}
        return leave_out(purpose, number, which, place, reason=WHY, now=NOW)


def test_the_free_texts_are_those_of_fields_holds_and_columns_that_no_field_says(
    setting: Setting, request_of: UUID
) -> None:
    with setting.inside(OFFICER) as purpose:
        found = queries_of_keeping.free_texts(purpose, request_of)
    texts = {each.place: each.words for each, _left in found}
    assert texts["note"] == (NEWS, TEXT)
    assert texts["holds"] == ("Wolfraam klaagt.",)
    assert texts["raw:telefoon"] == (CONTACT,)
    assert "raw:toelichting" not in texts
    assert {left for _text, left in found} == {None}


@pytest.mark.parametrize(
    ("place", "words"),
    [("note", ("Zilver", "Kwik")), ("holds", ("Wolfraam",)), ("raw:telefoon", (CONTACT,))],
)
def test_what_is_left_out_is_told_nowhere_until_it_is_put_back(
    setting: Setting, request_of: UUID, place: str, words: tuple[str, ...]
) -> None:
    """In no state of the registration, nor as it came; the registration stays as it is."""
    before = told(setting, request_of)
    assert all(word in before for word in words)
    noted = left(setting, request_of, place)
    after = told(setting, request_of)
    assert not any(word in after for word in words)
    assert "UAVG art. 41" in after
    assert WHY not in after
    with setting.inside() as purpose:
        assert Registration.objects.get().said["note"]["value"] == NEWS
        assert purpose.role
    with setting.inside(OFFICER) as purpose:
        with pytest.raises(Refused, match="left out already"):
            leave_out(purpose, request_of, noted.registration, place, reason=WHY, now=NOW)
        put_back(purpose, request_of, noted.pk, now=NOW)
        with pytest.raises(Refused, match="any more"):
            put_back(purpose, request_of, noted.pk, now=NOW)
    assert told(setting, request_of) == before
    acts = LogEntry.objects.filter(act="write").order_by("number")
    assert [each.fields for each in acts if each.fields[0] in ("left out", "put back")] == [
        ["left out"], ["put back"],
    ]  # fmt: skip


def test_a_text_is_left_out_for_a_reason(setting: Setting, request_of: UUID) -> None:
    with setting.inside(OFFICER) as purpose, pytest.raises(BadInput, match="reason"):
        leave_out(purpose, request_of, UUID(int=1), "note", reason=" ", now=NOW)
    with setting.inside(OFFICER) as purpose, pytest.raises(Refused, match="no such text"):
        leave_out(purpose, request_of, UUID(int=1), "note", reason=WHY, now=NOW)


def test_in_the_database_only_an_officer_of_the_processing_leaves_out_and_by_name(
    setting: Setting, request_of: UUID
) -> None:
    noted = left(setting, request_of, "note")
    waiting = asked(setting, Person("C", "D", DAY, "1", "pas"))
    officer = setting.members[OFFICER].user_id
    give_rights()
    with as_site():
        with setting.inside(MemberRole.REGISTRAR):
            assert not LeftOut.objects.exists()
        for request, by in ((request_of, officer + 1), (waiting, officer)):
            row = LeftOut(request=request, registration=UUID(int=1), place="note", reason=WHY,
                          left_by=by, left_at=NOW)  # fmt: skip
            with setting.inside(OFFICER), pytest.raises(DatabaseError), transaction.atomic():
                row.save(force_insert=True)
        with setting.inside(OFFICER):
            mine = LeftOut.objects.filter(pk=noted.pk)
            assert mine.count() == 1
            with pytest.raises(DatabaseError), transaction.atomic():
                mine.update(put_back_by=officer + 1)
            with pytest.raises(DatabaseError, match="stays noted"), transaction.atomic():
                mine.update(put_back_by=officer, reason="Anders.")
            with transaction.atomic():
                assert mine.delete()[0] == 0


def test_it_goes_with_the_request(setting: Setting, request_of: UUID) -> None:
    left(setting, request_of, "note")
    with setting.inside(OFFICER):
        assert LeftOut.objects.count() == 1
    actions_of_keeping.destroy_due(today=DAY + timedelta(days=366))
    with everything() as reading:
        assert reading.execute("select count(*) from register_leftout").fetchone() == (0,)


def test_the_page_leaves_out_and_puts_back(
    setting: Setting, second: Membership, request_of: UUID
) -> None:
    client = Client()
    client.force_login(second.user, backend="django.contrib.auth.backends.ModelBackend")
    base = f"/register/{second.pk}/avg6e/inzage/{request_of}/"
    assert f"{base}weglaten/" in client.get(base).content.decode()
    page = client.get(f"{base}weglaten/").content.decode()
    assert TEXT in page
    assert CONTACT in page
    with setting.inside():
        registration = str(Registration.objects.get().pk)
    given = {"registration": registration, "place": "note", "reason": WHY}
    shown = client.post(f"{base}weglaten/", given, follow=True).content.decode()
    assert WHY in shown
    answer = client.get(f"{base}overzicht/").content.decode()
    assert "weggelaten: de rechten en vrijheden van anderen gaan voor" in answer
    assert "Kwik" not in answer
    assert b"Kwik" not in client.get(f"{base}overzicht.json").content
    word = zipfile.ZipFile(io.BytesIO(client.get(f"{base}overzicht.docx").content))
    assert "weggelaten" in (written := word.read("word/document.xml").decode())
    assert "Kwik" not in written
    with inside(membership=second.pk, user=second.user_id, ground=Ground.AVG6E, today=DAY):
        noted = LeftOut.objects.get().pk
    client.post(f"{base}weglaten/", {"put_back": str(noted)})
    assert "Kwik" in client.get(f"{base}overzicht/").content.decode()
    assert client.post(f"{base}weglaten/", {"put_back": "x"}).status_code == 400
