"""A delivery that has no column for a field leaves what is known of it as it is."""

from datetime import date, timedelta

import pytest
from django.test import override_settings
from django.urls import reverse

from samen.core.terms import MemberRole
from samen.register.actions_of_files import give_file
from samen.register.models import Registration, RegistrationVersion
from tests.register.given_files import DAY, NOW, Setting, csv_file, make_setting, taken
from tests.register.test_apart import apart
from tests.register.test_pages import browser, text

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)
HEAD = (
    "registratienummer;voornaam;tussenvoegsel;achternaam;geboortedatum;telefoon;sector;woonplaats"
)
ROW = "P1;Anna;van der;Vermeulen;17-05-1988;06 12345678;horeca;Utrecht"


@pytest.fixture
def setting() -> Setting:
    return make_setting()


def after(setting: Setting, row: str, head: str) -> Registration:
    """What stands there when a second file came with other columns."""
    with setting.inside() as purpose:
        taken(purpose, csv_file([ROW], HEAD))
    with setting.inside() as purpose:
        assert taken(purpose, csv_file([row], head), now=LATER).changed == 1
        return Registration.objects.get()


def test_what_has_no_column_stays_and_what_has_one_changes(setting: Setting) -> None:
    found = after(setting, "P1;Zeist;06 87654321", "registratienummer;woonplaats;telefoon")
    assert (found.given_names, found.family_name_prefix) == ("Anna", "van der")
    assert (found.family_name, found.family_key != "") == ("Vermeulen", True)
    assert (found.birth_from, found.birth_precision) == (date(1988, 5, 17), "day")
    assert found.said["birth_date"]["value"] == "1988-05-17"
    assert found.said["sector"]["state"] == "known"
    assert (found.city, found.phone) == ("Zeist", "+31687654321")
    assert found.raw == {"registratienummer": "P1", "woonplaats": "Zeist",
                         "telefoon": "06 87654321"}  # fmt: skip


def test_a_column_that_is_there_and_empty_empties_what_was_known(setting: Setting) -> None:
    found = after(setting, "P1;;Zeist", "registratienummer;telefoon;woonplaats")
    assert (found.phone, found.said["phone"]) == ("", {"state": "not_asked"})
    assert found.given_names == "Anna"


def test_what_a_person_is_stays_where_no_column_says_it(setting: Setting) -> None:
    with setting.inside() as purpose:
        taken(purpose, csv_file(["P1;verdachte;Petrov"], "registratienummer;type;achternaam"))
        taken(purpose, csv_file(["P1;Petrova"], "registratienummer;achternaam"))
        found = Registration.objects.get()
    assert (found.kind, found.family_name) == ("suspect", "Petrova")


def test_of_somebody_else_nothing_stays(setting: Setting) -> None:
    """The number went to another person: what was said of the first is not mixed into that."""
    found = after(setting, "P1;Bogdan;Petrov", "registratienummer;voornaam;achternaam")
    assert (found.given_names, found.birth_from) == ("Bogdan", None)
    assert (found.phone, found.city, found.family_name_prefix) == ("", "", "")
    assert set(found.said) == {"source_id", "given_names", "family_name"}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("head", "row", "known"),
    [
        ("registratienummer;woonplaats", "P1;Zeist", {"nationality": "PL", "birth_country": "RO"}),
        ("registratienummer;nationaliteit", "P1;Bulgaarse",
         {"nationality": "BG", "birth_country": "RO"}),
        ("registratienummer;nationaliteit;woonplaats", "P1;;Zeist", {"birth_country": "RO"}),
    ],
)  # fmt: skip
def test_origin_stays_where_no_column_says_it(
    setting: Setting, head: str, row: str, known: dict[str, str]
) -> None:
    first = "registratienummer;nationaliteit;geboorteland", "P1;Poolse;Roemenië"
    for columns, line in (first, (head, row)):
        with setting.inside() as purpose:
            taken(purpose, csv_file([line], columns))
    told = apart("SELECT key, value ->> 'value' FROM register_origin, jsonb_each(said -> 'values')")
    assert {name: code for name, code in told if code} == known


def test_the_page_of_the_columns_and_that_of_the_delivery_name_them(setting: Setting) -> None:
    stream = csv_file(["P1;Zeist"], "registratienummer;woonplaats")
    with setting.inside() as purpose:
        taken(purpose, csv_file([ROW], HEAD))
        given = give_file(purpose, stream=stream, name="x.csv", now=LATER)
        stream.seek(0)
        second = taken(purpose, stream, now=LATER)
        assert RegistrationVersion.objects.count() == 1
        start = [purpose.membership.pk, purpose.ground]
    client = browser(setting, MemberRole.REGISTRAR)
    with override_settings(TODAY=DAY):
        mapping = text(client, reverse("register:mapping", args=[*start, given.pk]))
        page = text(client, reverse("register:delivery", args=[*start, second.pk]))
    assert "heeft er geen kolom voor" in mapping
    assert "<li>achternaam</li>" in mapping
    assert "<li>woonplaats</li>" not in mapping
    assert "had er geen kolom voor" in page
    assert "geboortedatum" in page
