"""One registration is typed on a page: through the checks and the door of a file of one row."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils.text import capfirst

from samen.core.registration.problems import Fault, Problem
from samen.core.terms import Ground, LogAct, MemberRole, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part, Plan
from samen.purposes.models import LogEntry
from samen.register.actions_of_keeping import destroy_due
from samen.register.forms_of_typing import NAMES
from samen.register.known_fields import fields
from samen.register.models import Delivery, Registration, RegistrationVersion
from tests.register.given_files import (
    DAY,
    START,
    Setting,
    csv_file,
    make_setting,
    taken,
)
from tests.register.test_keeping import everything, rows_left
from tests.register.test_pages import at, browser, text
from tests.two_at_once import while_first_acts

pytestmark = pytest.mark.django_db(transaction=True)
ANNA: dict[str, Any] = {
    "kind": "victim", "source_id": "T1", "given_names": "Anna", "family_name_prefix": "van der",
    "family_name": "Vermeulen", "birth_date": "05-1988", "sex": "vrouw", "phone": "06 12345678",
    "city-why": "geweigerd", "language-why": "niet gevraagd", "consent": "onbekend",
    "exploitation": ["seksuele uitbuiting"], "nationality": "Poolse; Roemeense",
}  # fmt: skip


@pytest.fixture(autouse=True)
def that_day(tmp_path: Path) -> Iterator[None]:
    with override_settings(TODAY=DAY, KEYS=tmp_path):
        yield


def new(setting: Setting, role: MemberRole = MemberRole.REGISTRAR) -> str:
    return at(setting, role, "nieuw/")


def sent(setting: Setting, form: dict[str, Any], status: int = 302) -> str:
    """What the page says, or where it leads, when a form is sent."""
    answer = browser(setting, MemberRole.REGISTRAR).post(new(setting), form)
    assert answer.status_code == status, answer.content.decode()
    return str(answer["Location"]) if status == 302 else answer.content.decode()


def rows(setting: Setting) -> list[Registration]:
    with setting.inside():
        return list(Registration.objects.order_by("source_key"))


def origins() -> list[str]:
    """The nationalities in the database, which no member reads."""
    with everything() as reading:
        found = reading.execute("select said from register_origin").fetchall()
    return sorted(said["values"]["nationality"]["value"] for (said,) in found)


def test_every_field_of_a_file_is_on_the_page_once(setting: Setting) -> None:
    assert sorted([*NAMES, "registration_kind", "full_name"]) == sorted(fields())
    page = text(browser(setting, MemberRole.REGISTRAR), new(setting))
    for name in NAMES:
        assert page.count(f'name="{name}"') >= 1, name
        assert page.count(f'id="id_{name}"') == 1, name


def test_what_is_typed_is_what_a_file_of_one_row_says(setting: Setting) -> None:
    path = sent(setting, ANNA)
    head = (
        "nummer bij de partner;voornamen;tussenvoegsel;achternaam;geboortedatum;geslacht;"
        "telefoonnummer;woonplaats;taal;toestemming;vorm van uitbuiting;nationaliteit"
    )
    line = (
        "T1;Anna;van der;Vermeulen;05-1988;vrouw;06 12345678;geweigerd;niet gevraagd;"
        'onbekend;seksuele uitbuiting;"Poolse; Roemeense"'
    )
    other = make_setting("Ander", "dienst Ander")
    with other.inside() as purpose:
        taken(purpose, csv_file([line], head))
    (typed,), (filed,) = rows(setting), rows(other)
    same = ("kind", "source_key", "row_hash", "given_names", "family_name", "family_key",
            "birth_from", "birth_until", "birth_precision", "sex", "phone", "values", "raw",
            "remove_due", "destroy_due")  # fmt: skip
    assert {name: getattr(typed, name) for name in same} == {
        name: getattr(filed, name) for name in same
    }
    assert str(typed.pk) in path
    assert (typed.birth_from, typed.birth_precision) == (date(1988, 5, 1), "month")
    assert typed.phone == "+31612345678"
    assert typed.raw["telefoonnummer"] == "06 12345678"
    states = {name: said["state"] for name, said in typed.said.items()}
    assert [states[name] for name in ("city", "language", "consent", "sex")] == [
        "refused", "not_asked", "unknown", "known",
    ]  # fmt: skip
    assert "street" not in states
    assert not {"nationality", "nationaliteit"} & {*typed.values, *typed.raw}
    assert origins() == ["PL;RO", "PL;RO"]


@pytest.mark.parametrize(
    ("typed", "precision"), [("2021", "year"), ("05-2021", "month"), ("17-05-2021", "day")]
)
def test_a_date_is_kept_as_exact_as_it_was_typed(
    setting: Setting, typed: str, precision: str
) -> None:
    sent(setting, {"kind": "victim", "birth_date": typed})
    (row,) = rows(setting)
    assert (row.birth_precision, row.raw) == (precision, {"geboortedatum": typed})


@pytest.mark.parametrize(
    ("form", "name", "problem"),
    [
        ({"birth_date": "30-02-1988"}, "birth_date", Problem.NO_SUCH_DAY),
        ({"birth_date": "17-05-2020", "registration_date": "2019"}, "registration_date",
         Problem.BEFORE_BIRTH),
        ({"exploitation_start": "2020", "exploitation_end": "2019"}, "exploitation_end",
         Problem.ENDS_FIRST),
        ({"family_name": "😀"}, "family_name", Problem.NO_NAME),
        ({"note": "=1+1"}, "note", Problem.FORMULA),
        ({"email": "anna"}, "email", Problem.NO_EMAIL),
        ({"bank_account": "()"}, "bank_account", Problem.NO_IDENTIFIER),
    ],
)  # fmt: skip
def test_what_a_file_may_not_say_is_told_at_its_field_and_above(
    setting: Setting, form: dict[str, str], name: str, problem: Problem
) -> None:
    page = sent(setting, {"kind": "victim", "given_names": "Anna", **form}, 400)
    told = Fault(problem).sentence(of_typed=True)
    for sentence in (told, f'<a href="#id_{name}">{capfirst(fields()[name].nl)}: '):
        assert sentence.replace("'", "&#x27;") in page
    assert f'id="id_{name}_error"' in page
    assert 'value="Anna"' in page
    assert rows(setting) == []


def test_a_country_that_is_not_in_the_list_is_told_without_a_mapping(setting: Setting) -> None:
    page = sent(setting, {"kind": "victim", "nationality": "Elfs"}, 400)
    assert "Schrijf een woord van de lijst, of onbekend." in page
    assert "koppeling" not in page


def test_who_gave_no_consent_is_not_noted_where_all_rests_on_it(setting: Setting) -> None:
    form = {"kind": "victim", "given_names": "Anna", "consent": "nee"}
    sent(setting, form)
    part = setting.members[MemberRole.REGISTRAR]
    plan = Plan("Hulp", "Hulp", frozenset({Ground.AVG6A}),
                frozenset({setting.organisation.pk}), START, DAY, kept_months=24)  # fmt: skip
    processing = purposes.open_processing(plan, today=START)
    seat = Part(setting.organisation.pk, MemberRole.REGISTRAR, Scope.NATIONAL, START)
    other = purposes.add_member(seat, user=part.user_id, processing=processing.pk, today=START)
    client = browser(setting, MemberRole.REGISTRAR)
    answer = client.post(f"/register/{other.pk}/avg6a/nieuw/", form)
    assert answer.status_code == 400
    assert "Deze persoon gaf geen toestemming, en dit doel rust daarop" in answer.content.decode()


def test_what_is_folded_away_is_open_when_it_is_wrong(setting: Setting) -> None:
    page = sent(setting, {"kind": "victim", "age": "140"}, 400)
    assert page.count("<details open>") == 1


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Er is niets ingevuld"),
        ({"city": "Utrecht", "city-why": "onbekend"}, "en ernaast dat dat er niet is"),
        ({"sex": "groen"}, "Selecteer een geldige keuze"),
    ],
)
def test_what_only_a_form_can_say_wrong_is_told_too(
    setting: Setting, form: dict[str, str], sentence: str
) -> None:
    assert sentence in sent(setting, {"kind": "victim", **form}, 400)
    assert rows(setting) == []


def test_all_that_is_wrong_is_told_at_once(setting: Setting) -> None:
    form = {"kind": "victim", "city": "Utrecht", "city-why": "onbekend", "birth_date": "30-02-1988",
            "note": "Wpg art. 8"}  # fmt: skip
    page = sent(setting, form, 400)
    for name in ("city", "birth_date", "provided"):
        assert f'<a href="#id_{name}">' in page


def test_what_is_odd_comes_in_and_is_told(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    answer = client.post(new(setting), {"kind": "victim", "given_names": "Anna2"}, follow=True)
    assert "Er staan cijfers in de naam." in answer.content.decode()
    with setting.inside():
        assert Delivery.objects.get().findings["problems"] == {"digits_in_name": 1}


def test_the_page_says_who_typed_it_and_when_and_it_is_logged(setting: Setting) -> None:
    path = sent(setting, ANNA)
    assert LogEntry.objects.filter(act=LogAct.WRITE, fields=["delivery"]).count() == 1
    client = browser(setting, MemberRole.REGISTRAR)
    page = text(client, path)
    assert "Ingetypt</dt><dd>door Registrar Voorbeeld op 17 november 2021" in page
    first = text(client, at(setting, MemberRole.REGISTRAR))
    assert "Ingetypte registraties, nieuwste eerst" in first
    assert path in first
    assert "Ingelezen bestanden" not in first
    with setting.inside():
        number = Delivery.objects.get().pk
    assert client.get(at(setting, MemberRole.REGISTRAR, f"levering/{number}/"))["Location"] == path


def test_sent_twice_it_is_in_once(setting: Setting) -> None:
    path = sent(setting, ANNA)
    assert sent(setting, ANNA) == path
    page = browser(setting, MemberRole.REGISTRAR).post(new(setting), ANNA, follow=True)
    assert "Precies dit is eerder ingetypt; er is niets veranderd." in page.content.decode()
    with setting.inside():
        assert (Registration.objects.count(), Delivery.objects.count()) == (1, 1)
        assert not RegistrationVersion.objects.exists()


def test_sent_twice_at_once_it_is_in_once(setting: Setting) -> None:
    first: list[str] = []
    outcomes = while_first_acts(lambda: first.append(sent(setting, ANNA)),
                                lambda: sent(setting, ANNA))  # fmt: skip
    assert outcomes == first
    assert len(rows(setting)) == 1


@pytest.mark.parametrize("number", ["T1", ""])
def test_a_number_that_is_known_leads_to_what_stands_there(setting: Setting, number: str) -> None:
    """Without a number what it says is its name; of origin that name knows nothing."""
    sent(setting, ANNA | {"source_id": number})
    (row,) = rows(setting)
    other = {"given_names": "Bea"} if number else {"nationality": "Bulgaarse"}
    page = sent(setting, ANNA | {"source_id": number} | other, 409)
    assert "Dit nummer is al bekend" in page if number else "zegt precies dit al" in page
    registration = at(setting, MemberRole.REGISTRAR, f"registratie/{row.pk}/")
    assert f'href="{registration}"' in page
    assert f'href="{registration}corrigeren/"' in page
    assert [each.given_names for each in rows(setting)] == ["Anna"]
    assert origins() == ["PL;RO"]


def test_of_what_is_known_only_the_typed_number_is_asked_for(setting: Setting) -> None:
    with setting.inside() as purpose:
        taken(purpose, csv_file())
    with CaptureQueriesContext(connection) as asked:
        sent(setting, ANNA)
    (known,) = [each["sql"] for each in asked.captured_queries if "TABLE register_known" in
                each["sql"] and "CREATE" in each["sql"]]  # fmt: skip
    assert "id:T1" in known


def test_a_number_that_a_file_brought_is_known_too(setting: Setting) -> None:
    with setting.inside() as purpose:
        taken(purpose, csv_file())
    assert "Dit nummer is al bekend" in sent(setting, ANNA | {"source_id": "P1"}, 409)
    with setting.inside():
        assert not RegistrationVersion.objects.exists()


def test_a_file_that_says_more_of_it_makes_a_version(setting: Setting) -> None:
    path = sent(setting, ANNA)
    with setting.inside() as purpose:
        taken(purpose, csv_file(["T1;Anna;van der Vermeulen;17-05-1988;vrouw;06 12345678"]))
        assert RegistrationVersion.objects.get().was["birth_precision"] == "month"
    assert sent(setting, ANNA) == path, "what was typed then is known again"


def test_a_shelter_is_sealed_and_shown_to_the_team(setting: Setting) -> None:
    path = sent(setting, ANNA | {"shelter_address": "Voorbeeldlaan 9"})
    client = browser(setting, MemberRole.REGISTRAR)
    assert "Voorbeeldlaan 9" not in text(client, path)
    assert "Voorbeeldlaan 9" in text(client, f"{path}opvangadres/")


def test_a_row_that_names_another_law_needs_a_word(setting: Setting) -> None:
    form = {"kind": "victim", "note": "Verstrekt onder Wpg art. 18"}
    page = sent(setting, form, 400)
    assert "onder een andere wet" in page
    assert 'name="provided"' in page
    sent(setting, form | {"provided": "on"})
    with setting.inside():
        assert Delivery.objects.get().mapping["provided"] is True


@pytest.mark.parametrize("role", MemberRole)
def test_who_may_bring_files_may_type(setting: Setting, role: MemberRole) -> None:
    client, may = browser(setting, role), role in {MemberRole.REGISTRAR, MemberRole.CASE_HOLDER}
    text(client, new(setting, role), 200 if may else 403)
    assert client.post(new(setting, role), ANNA).status_code == (302 if may else 403)
    assert (new(setting, role) in text(client, at(setting, role))) is may
    if may:
        assert new(setting, role) in text(client, at(setting, role, "inlezen/"))
    assert len(rows(setting)) == int(may)


def test_nobody_types_into_the_processing_of_another(setting: Setting) -> None:
    other = make_setting("Ander", "dienst Ander")
    assert browser(other, MemberRole.REGISTRAR).post(new(setting), ANNA).status_code == 403
    assert Client().post(new(setting), ANNA).status_code == 302
    assert rows(setting) == []


def test_what_was_typed_goes_on_its_day(setting: Setting) -> None:
    sent(setting, ANNA | {"shelter_address": "Voorbeeldlaan 9"})
    goes = rows(setting)[0].destroy_due
    tables = ("delivery", "registration", "origin", "shelteraddress")
    for day, left in ((goes - timedelta(days=1), 1), (goes, 0)):
        destroy_due(today=day)
        assert [rows_left()[table] for table in tables] == [left] * 4
