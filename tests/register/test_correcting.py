"""A field is corrected on a page, read as a file's cell is; what it was stays as a version."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from threading import Thread
from uuid import UUID

import pytest
from django.db import connection
from django.test import override_settings

from samen.core.terms import MemberRole, RegistrationKind, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.register.actions import correct, take_in
from samen.register.copying import Ready, ready
from samen.register.models import Delivery, Registration, RegistrationVersion
from samen.register.values import Row, table_of
from tests.register.given_files import (
    DAY,
    NOW,
    START,
    Setting,
    csv_file,
    make_setting,
    taken,
)
from tests.register.taken_rows import ALL
from tests.register.test_pages import at, browser, text
from tests.two_at_once import while_first_acts

pytestmark = pytest.mark.django_db(transaction=True)
HEAD = "registratienummer;voornaam;achternaam;geboortedatum;geslacht;straat;registratiedatum;taal"
ROW = "P1;Anna;Vermeulen;17-05-1988;vrouw;onbekend;01-03-2020;Pools"


@pytest.fixture(autouse=True)
def that_day() -> object:
    with override_settings(TODAY=DAY):
        yield


@pytest.fixture
def setting() -> Setting:
    made = make_setting()
    with made.inside() as purpose:
        taken(purpose, csv_file([ROW], HEAD))
    return made


def one(setting: Setting) -> Registration:
    with setting.inside():
        return Registration.objects.get()


def send(setting: Setting, field: str, value: str, role: MemberRole = MemberRole.REGISTRAR) -> int:
    """The status of a correction that was sent from the page."""
    path = at(setting, role, f"registratie/{one(setting).pk}/corrigeren/")
    return browser(setting, role).post(path, {"field": field, "value": value}).status_code


@pytest.mark.parametrize(
    ("field", "value", "changed"),
    [
        ("family_name", "de Groot", {"family_name": "de Groot", "family_key": "krut"}),
        ("birth_date", "05-1990", {"birth_from": date(1990, 5, 1), "birth_until": date(1990, 5, 31),
                                   "birth_precision": "month"}),
        ("sex", "man", {"sex": "male"}),
        ("street", "Hofstraat", {"street": "Hofstraat"}),
        ("given_names", "onbekend", {"given_names": "", "given_key": ""}),
        ("language", "Roemeens", {}),
    ],
)  # fmt: skip
def test_a_field_says_what_it_has_to_be_and_nothing_else_changes(
    setting: Setting, field: str, value: str, changed: dict[str, object]
) -> None:
    before = one(setting)
    assert send(setting, field, value) == 302
    after = one(setting)
    fixed = ("raw", "row_hash", "source_key", "delivery_id", "destroy_due", "family_name",
             "given_names", "birth_from", "sex", "street")  # fmt: skip
    said = {name: getattr(before, name) for name in fixed} | changed
    assert {name: getattr(after, name) for name in said} == said
    known = value != "onbekend"
    assert after.said[field]["state"] == ("known" if known else "unknown")
    others = {name: each for name, each in before.said.items() if name != field}
    assert {name: each for name, each in after.said.items() if name != field} == others
    with setting.inside():
        assert RegistrationVersion.objects.get().was["family_name"] == "Vermeulen"


@pytest.mark.parametrize(
    ("field", "value"),
    [("birth_date", "30-02-1988"), ("birth_date", "17-05-2020"), ("birth_date", "01-01-2030"),
     ("sex", "groen"), ("family_name", "=1+1"), ("house_number", "9" * 21), ("family_name", "😀"),
     ("nationality", "RO"), ("source_id", "P2"), ("shelter_address", "Hofstraat 1"), ("", "x"),
     ("sex", "vrouw"), ("sex", "")],
)  # fmt: skip
def test_what_a_file_may_not_say_nobody_types(setting: Setting, field: str, value: str) -> None:
    assert send(setting, field, value) == 400
    with setting.inside():
        assert not RegistrationVersion.objects.exists()


def test_the_page_says_what_each_field_says_now(setting: Setting) -> None:
    path = at(setting, MemberRole.REGISTRAR, f"registratie/{one(setting).pk}/corrigeren/")
    page = text(browser(setting, MemberRole.REGISTRAR), path)
    assert "achternaam: Vermeulen" in page
    assert send(setting, "family_name", "niet gevraagd") == 302
    assert one(setting).said["family_name"]["state"] == "not_asked"


def test_a_list_is_chosen_from_and_has_the_reasons_for_none_among_its_words(
    setting: Setting,
) -> None:
    path = at(setting, MemberRole.REGISTRAR, f"registratie/{one(setting).pk}/corrigeren/")
    client = browser(setting, MemberRole.REGISTRAR)
    page = text(client, f"{path}?veld=sex")
    assert '<option value="vrouw" selected>vrouw</option>' in page
    assert {"man", "onbekend", "geweigerd", "niet gevraagd"} <= set(
        re.findall(r'<option value="([^"]+)"', page)
    )
    many = text(client, f"{path}?veld=recruitment")
    assert len(re.findall(r'type="checkbox" name="value"', many)) == 10
    assert 'name="why"' in many
    assert client.post(path, {"field": "recruitment", "why": "geweigerd"}).status_code == 302
    assert one(setting).said["recruitment"] == {"state": "refused"}
    words = re.findall(r'name="value" value="([^"]+)"', many)[:2]
    assert client.post(path, {"field": "recruitment", "value": words}).status_code == 302
    again = text(client, f"{path}?veld=recruitment")
    assert re.findall(r'name="value" value="([^"]+)"[^>]*checked', again) == words


def test_what_stood_there_gives_way_to_what_is_chosen(setting: Setting) -> None:
    path = at(setting, MemberRole.REGISTRAR, f"registratie/{one(setting).pk}/corrigeren/")
    client = browser(setting, MemberRole.REGISTRAR)
    assert 'value="17-05-1988"' in text(client, f"{path}?veld=birth_date")
    for given, status in (
        ({"value": "17-05-1988", "why": "onbekend"}, 302),
        ({"value": "1990", "why": "onbekend"}, 302),
        ({"value": "1991", "why": "geweigerd"}, 400),
        ({"value": "", "why": ""}, 400),
    ):
        assert client.post(path, {"field": "birth_date", **given}).status_code == status
    assert one(setting).said["birth_date"] == {"state": "known", "value": "1990"}


def test_who_may_not_write_gets_no_page(setting: Setting) -> None:
    assert send(setting, "sex", "man", MemberRole.ANALYST) == 403
    client, number = browser(setting, MemberRole.ANALYST), one(setting).pk
    text(client, at(setting, MemberRole.ANALYST, f"registratie/{number}/corrigeren/"), 403)
    path = at(setting, MemberRole.ANALYST, f"registratie/{number}/nodig")
    assert client.post(path).status_code == 403


def test_who_sees_the_own_organisation_corrects_no_other(setting: Setting) -> None:
    other = make_setting("Ander", "dienst Ander")
    part = purposes.add_member(
        Part(other.organisation.pk, MemberRole.REGISTRAR, Scope.ORGANISATION, START),
        user=other.members[MemberRole.REGISTRAR].user_id, processing=other.processing.pk,
        today=START,
    )  # fmt: skip
    client = browser(other, MemberRole.REGISTRAR)
    path = f"/register/{part.pk}/avg6e/registratie/{one(setting).pk}/corrigeren/"
    assert client.post(path, {"field": "sex", "value": "man"}).status_code == 404


def test_what_is_still_necessary_is_kept_longer(setting: Setting) -> None:
    later = date(2022, 5, 17)
    number: UUID = one(setting).pk
    client = browser(setting, MemberRole.REGISTRAR)
    page = at(setting, MemberRole.REGISTRAR, f"registratie/{number}/")
    with override_settings(TODAY=later):
        assert "Vandaag nog nodig" in text(client, page)
        assert client.post(page + "nodig").status_code == 302
        assert "Vandaag nog nodig" not in text(client, page)
    found = one(setting)
    assert (found.last_necessary_at, found.destroy_due) == (later, date(2024, 5, 17))


def test_of_two_who_correct_at_once_neither_is_undone(setting: Setting) -> None:
    """Language and kind of exploitation stand in one column of the database."""
    path = at(setting, MemberRole.REGISTRAR, f"registratie/{one(setting).pk}/corrigeren/")
    sides = [
        partial(browser(setting, MemberRole.REGISTRAR).post, path, {"field": field, "value": value})
        for field, value in (("language", "Roemeens"), ("registration_date", "02-03-2020"))
    ]
    (second,) = while_first_acts(*sides)
    assert getattr(second, "status_code", second) == 302
    said = one(setting).said
    assert said["language"]["value"] == "Roemeens"
    assert said["registration_date"]["value"] == "2020-03-02"


def again(setting: Setting, row: str) -> Delivery:
    """The next delivery of the partner."""
    with setting.inside() as purpose:
        return taken(purpose, csv_file([row], HEAD), now=NOW + timedelta(days=1))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("family_name", "Vermeulen-Smit", "Vermeulen-Smit"),
        ("birth_date", "18-05-1988", "1988-05-18"),
        ("language", "Roemeens", "Roemeens"),
        ("street", "Hofstraat", "Hofstraat"),
    ],
)
def test_a_correction_stands_while_the_partner_says_what_was_corrected(
    setting: Setting, field: str, value: str, said: str
) -> None:
    send(setting, field, value)
    before = one(setting)
    delivery = again(setting, ROW.replace("vrouw", "man"))
    found = one(setting)
    assert (found.said[field]["value"], found.sex, delivery.changed) == (said, "male", 1)
    assert (found.family_key, found.birth_from) == (before.family_key, before.birth_from)
    assert delivery.findings["overtaken"] == 0
    assert again(setting, ROW.replace("vrouw", "onbekend")).findings["overtaken"] == 0
    assert one(setting).said[field]["value"] == said


def test_another_value_of_the_partner_is_taken_and_told(setting: Setting) -> None:
    send(setting, "family_name", "Vermeulen-Smit")
    send(setting, "language", "Roemeens")
    delivery = again(setting, ROW.replace("Vermeulen", "de Groot"))
    found = one(setting)
    assert (found.family_name, found.said["language"]["value"]) == ("de Groot", "Roemeens")
    assert (delivery.findings["overtaken"], list(found.corrected or {})) == (1, ["language"])
    client = browser(setting, MemberRole.REGISTRAR)
    page = text(client, at(setting, MemberRole.REGISTRAR, f"levering/{delivery.pk}/"))
    assert "in plaats van de verbetering" in page
    assert f"/registratie/{found.pk}/" in page
    page = text(client, at(setting, MemberRole.REGISTRAR, f"registratie/{found.pk}/"))
    assert "Tot dan met de hand verbeterd:</strong> achternaam." in page
    assert "gewijzigd door Registrar Voorbeeld" in page
    assert "Wat toen veranderde: achternaam." in page
    assert page.count("(met de hand verbeterd)") == 1


def test_a_correction_that_is_taken_back_is_none(setting: Setting) -> None:
    send(setting, "family_name", "Vermeulen-Smit")
    send(setting, "family_name", "Vermeulen")
    assert one(setting).corrected is None


def test_a_correction_of_what_was_never_delivered_stands(setting: Setting) -> None:
    """The next file has the column, and nothing in it."""
    send(setting, "city", "Utrecht")
    with setting.inside() as purpose:
        taken(purpose, csv_file([f"{ROW};"], f"{HEAD};woonplaats"))
    assert one(setting).city == "Utrecht"
    with setting.inside() as purpose:
        delivery = taken(purpose, csv_file([f"{ROW};Zeist"], f"{HEAD};woonplaats"))
    assert (one(setting).city, delivery.findings["overtaken"]) == ("Zeist", 1)


def test_what_is_corrected_while_a_file_is_taken_in_stands(setting: Setting) -> None:
    """The file takes minutes, and reaches the registration after it was corrected."""
    number = one(setting).pk
    row = Row(
        kind=RegistrationKind.VICTIM, source_key="id:P1", row_hash="2", given_names="Anna",
        given_key=one(setting).given_key, family_name="Vermeulen", raw="{}",
        family_key=one(setting).family_key, values='{"source_id": {"state": "known"}}',
    )  # fmt: skip

    def act() -> None:
        try:
            with setting.inside(MemberRole.CASE_HOLDER) as purpose:
                correct(purpose, number, {"city": "Breda"})
        finally:
            connection.close()

    def batches() -> Iterator[Ready]:
        other = Thread(target=act)
        other.start()
        other.join()
        yield ready(table_of([row]))

    with setting.inside() as purpose:
        delivery = take_in(
            purpose, name="x", sha256="2" * 64, mapping=ALL, batches=batches(), now=NOW
        )
    assert delivery.changed == 1
    assert (one(setting).city, list(one(setting).corrected or {})) == ("Breda", ["city"])
