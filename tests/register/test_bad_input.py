"""What a partner's file may hold that is wrong, taken in as a whole: what the registrar gets.

The table in docs/register.md names the test of each case; it is read here, so that none goes.
"""

import ast
import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pyarrow as pa
import pytest
from django.test import override_settings
from openpyxl import Workbook
from pyarrow import parquet

from samen.accounts.models import Organisation, User
from samen.core.errors import BadInput, Refused
from samen.core.registration.readers import delimited
from samen.core.terms import Ground, MemberRole, OrganisationKind, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part, Plan
from samen.purposes.inside import Purpose, inside
from samen.register import queries
from samen.register import queries_of_keeping as keeping
from samen.register.actions_of_access import Person, ask_access
from samen.register.actions_of_provision import Wanted, fetch, provide
from samen.register.models import Delivery, Registration
from tests.register.given_files import (
    DAY,
    HEAD,
    NOW,
    ROWS,
    START,
    Setting,
    csv_file,
    make_setting,
    taken,
)
from tests.register.test_keeping import everything
from tests.register.test_pages import at, browser

pytestmark = pytest.mark.django_db(transaction=True)
TESTS = Path(__file__).parents[1]
GOOD = "P9;Anna;Vermeulen;17-05-1988;vrouw;0612345678"
REFUSED = {
    "30 February": ("P1;Anna;Vermeulen;30-02-1988;vrouw;", "no_such_day"),
    "the year 0001": ("P1;Anna;Vermeulen;01-01-0001;vrouw;", "year_range"),
    "a name of 201 signs": (f"P1;Anna;{'V' * 201};1988;vrouw;", "too_long"),
    "emoji": ("P1;Anna;Verm😀eulen;1988;vrouw;", "no_name"),
    "a formula": ("P1;Anna;=1+1;1988;vrouw;", "formula"),
    "a sign that was lost": ("P1;Anna;Verm\ufffdeulen;1988;vrouw;", "lost_sign"),
}
FLAGGED = {
    "zero-width signs": ("P1;Anna;Verm\u200beulen;1988;vrouw;", "unseen_signs"),
    "signs that turn the text": ("P1;Anna;\u202eVermeulen;1988;vrouw;", "unseen_signs"),
    "a test row": ("P1;Test;Test;1988;vrouw;", "test_row"),
}


@pytest.fixture(autouse=True)
def that_day() -> object:
    with override_settings(TODAY=DAY):
        yield


@pytest.fixture
def setting() -> Setting:
    return make_setting()


def came_in(setting: Setting, *rows: str, head: str = HEAD) -> Delivery:
    with setting.inside() as purpose:
        return taken(purpose, csv_file(rows, head))


def names(setting: Setting) -> list[str]:
    with setting.inside():
        return sorted(Registration.objects.values_list("family_name", flat=True))


@pytest.mark.parametrize("case", REFUSED)
def test_a_row_that_is_wrong_is_refused_and_the_others_come_in(setting: Setting, case: str) -> None:
    row, problem = REFUSED[case]
    delivery = came_in(setting, row, GOOD)
    assert (delivery.added, delivery.refused) == (1, 1)
    assert delivery.findings["problems"] == {problem: 1}
    assert names(setting) == ["Vermeulen"]


@pytest.mark.parametrize("case", FLAGGED)
def test_a_row_that_is_odd_comes_in_with_a_flag(setting: Setting, case: str) -> None:
    row, problem = FLAGGED[case]
    delivery = came_in(setting, row)
    assert (delivery.added, delivery.refused, delivery.findings["flagged"]) == (1, 0, 1)
    assert delivery.findings["problems"] == {problem: 1}
    assert names(setting)[0].isascii(), "what nobody sees was taken out"
    with setting.inside():
        number = Registration.objects.get().pk
    assert delivery.findings["remarks"] == {problem: [[2, str(number)]]}
    page = browser(setting, MemberRole.ANALYST).get(
        at(setting, MemberRole.ANALYST, f"levering/{delivery.pk}/")
    )
    link = at(setting, MemberRole.ANALYST, f"registratie/{number}/")
    assert f'<a href="{link}">2</a>' in page.content.decode()


def test_a_birth_on_1_january_1900_is_refused_and_called_a_default(setting: Setting) -> None:
    delivery = came_in(setting, "P1;Anna;Vermeulen;01-01-1900;vrouw;", GOOD)
    assert (delivery.added, delivery.refused) == (1, 1)
    assert set(delivery.findings["problems"]) == {"default_date", "too_old"}


def test_a_name_of_200_signs_comes_in_whole(setting: Setting) -> None:
    assert came_in(setting, f"P1;Anna;{'V' * 200};1988;vrouw;").added == 1
    assert names(setting) == ["V" * 200]


def test_swapped_columns_and_equal_names_are_told_with_the_delivery(setting: Setting) -> None:
    swapped = [f"P{n};1988-05-{n % 28 + 1:02};onbekend;Naam;vrouw;" for n in range(30)]
    found = came_in(setting, *swapped)
    odd = {(field, oddity) for _column, field, oddity, _fits in found.findings["columns"]}
    assert ("birth_date", "few_fit") in odd
    same = [f"Q{n};Anna;Vermeulen;1988;vrouw;" for n in range(30)]
    found = came_in(setting, *same)
    odd = {(field, oddity) for _column, field, oddity, _fits in found.findings["columns"]}
    assert ("family_name", "all_equal") in odd


def test_a_name_that_nobody_knows_is_a_state_and_no_name(setting: Setting) -> None:
    assert came_in(setting, "P1;onbekend;onbekend;1988;vrouw;").added == 1
    assert names(setting) == [""]


def test_of_two_rows_with_one_number_the_first_comes_in(setting: Setting) -> None:
    delivery = came_in(setting, GOOD, GOOD.replace("Vermeulen", "Ander"))
    assert (delivery.added, delivery.findings["problems"]) == (1, {"duplicate": 1})
    assert names(setting) == ["Vermeulen"]


def test_a_row_without_a_number_that_stands_in_two_parts_of_a_file_comes_in_once(
    setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts with numbers only are not looked up again; one row without is enough to do so."""
    monkeypatch.setattr(delimited, "PIECE", 100)
    numbered = [GOOD.replace("P9;", f"P{n};") for n in range(1, 9)]
    bare = GOOD.replace("P9;", ";")
    delivery = came_in(setting, bare, *numbered, bare)
    assert (delivery.added, delivery.same) == (9, 1)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_parquet_file_that_breaks_off_leaves_nothing(setting: Setting, share: float) -> None:
    out = io.BytesIO()
    parquet.write_table(pa.table({"registratienummer": ["1", "2"], "achternaam": ["A", "B"]}), out)
    part = io.BytesIO(out.getvalue()[: int(share * len(out.getvalue()))])
    with setting.inside() as purpose, pytest.raises(BadInput):
        taken(purpose, part)
    assert names(setting) == []


def test_of_a_file_in_three_encodings_the_rows_that_can_be_read_come_in(setting: Setting) -> None:
    lines = [HEAD.encode(), GOOD.encode(), "P2;Zoë;Müller;1988;vrouw;".encode(),
             "P3;Zoë;Müller;1988;vrouw;".encode("cp1252"),
             "P4;Zoë;Müller;1988;vrouw;".encode("mac-roman")]  # fmt: skip
    with setting.inside() as purpose:
        delivery = taken(purpose, io.BytesIO(b"\n".join([*lines, b""])))
    assert (delivery.added, delivery.refused) == (2, 2)
    assert set(delivery.findings["problems"]) <= {"lost_sign", "two_encodings"}


def test_a_formula_in_a_workbook_is_refused_and_never_worked_out(setting: Setting) -> None:
    book, out = Workbook(), io.BytesIO()
    sheet = book.create_sheet(index=0)
    for row in (
        HEAD.split(";"),
        GOOD.split(";"),
        ["P1", "Anna", '=CONCAT("a","b")', "1988", "", ""],
    ):
        sheet.append(row)
    book.save(out)
    with setting.inside() as purpose:
        delivery = taken(purpose, out)
    assert (delivery.added, delivery.findings["problems"]) == (1, {"formula": 1})


def test_a_superuser_sees_all_and_so_the_site_refuses_to_be_one(setting: Setting) -> None:
    """See tests/site/test_checks.py for the refusal; this is why."""
    came_in(setting, GOOD)
    with everything() as reading:
        assert reading.execute("select count(*) from register_registration").fetchone() == (1,)


@pytest.mark.parametrize(
    ("said", "state"), [("XXA", "known"), ("staatloos", "known"), ("onbekend", "unknown")]
)
def test_stateless_and_unknown_nationality_are_two_things(
    setting: Setting, said: str, state: str
) -> None:
    came_in(setting, f"P1;Vermeulen;{said}", head="registratienummer;achternaam;nationaliteit")
    with everything() as reading:
        found = reading.execute("select said #> '{values,nationality}' from register_origin")
        (told,) = found.fetchone() or ({},)
    assert told == {"state": state} | ({"value": "XXA"} if state == "known" else {})


@pytest.fixture
def shelter() -> Setting:
    """A processing on consent, of an organisation that shelters people."""
    body = Organisation.objects.create(name="Opvang Voorbeeld", kind=OrganisationKind.NGO)
    plan = Plan("Opvang", "Hulp", frozenset({Ground.AVG6A}), frozenset({body.pk}), START, DAY,
                kept_months=24)  # fmt: skip
    processing = purposes.open_processing(plan, today=START)
    person = User.objects.create_user("r@voorbeeld.example", None, name="R Voorbeeld")
    part = purposes.add_member(
        Part(body.pk, MemberRole.REGISTRAR, Scope.NATIONAL, START), user=person.pk,
        processing=processing.pk, today=START,
    )  # fmt: skip
    return Setting(processing, body, {MemberRole.REGISTRAR: part})


def consenting(purpose: Purpose, said: str) -> UUID:
    head = "registratienummer;achternaam;toestemming"
    taken(purpose, csv_file([f"P1;Vermeulen;{said}"], head))
    return Registration.objects.get(source_key="id:P1").pk


def test_consent_that_is_withdrawn_stops_what_was_provided_with_it(shelter: Setting) -> None:
    other = Organisation.objects.create(name="Hulp Voorbeeld", kind=OrganisationKind.NGO)
    with shelter.inside(ground=Ground.AVG6A) as purpose:
        number = consenting(purpose, "ja")
        wanted = Wanted(other.pk, (number,), frozenset({"person"}), "hulp")
        made = provide(purpose, wanted, now=NOW)
        assert b"Vermeulen" in fetch(purpose, made, "json")
        consenting(purpose, "nee")
        with pytest.raises(Refused, match="withdrawn consent"):
            fetch(purpose, made, "json")
        with pytest.raises(Refused, match="consent of a person"):
            provide(purpose, wanted, now=NOW)


def test_who_gave_no_consent_does_not_come_in_under_a_known_number(shelter: Setting) -> None:
    head = "registratienummer;voornaam;achternaam;geboortedatum;toestemming"
    with shelter.inside(ground=Ground.AVG6A) as purpose:
        taken(purpose, csv_file(["P1;Anna;Vermeulen;17-05-1988;ja"], head))
    other = csv_file(["P1;Bogdan;Petrov;03-04-1991;nee"], head)
    with (
        pytest.raises(Refused, match="Row 2 gives a known number to somebody else, who gave no"),
        shelter.inside(ground=Ground.AVG6A) as purpose,
    ):
        taken(purpose, other)
    with shelter.inside(ground=Ground.AVG6A):
        assert Registration.objects.get().given_names == "Anna"


def test_nothing_is_provided_to_the_own_organisation(shelter: Setting) -> None:
    with shelter.inside(ground=Ground.AVG6A) as purpose:
        number = consenting(purpose, "ja")
        own = Wanted(shelter.organisation.pk, (number,), frozenset({"person"}), "hulp")
        with pytest.raises(BadInput, match="no recipient"):
            provide(purpose, own, now=NOW)


def test_an_anonymous_registration_is_found_by_its_document_only(setting: Setting) -> None:
    head = "registratienummer;achternaam;documentnummer"
    came_in(setting, "P1;onbekend;XY12345", head=head)
    person = Person("Anna", "Vermeulen", date(1988, 5, 17), "2021-12", "paspoort")
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        nobody = ask_access(purpose, person, now=NOW)
        assert keeping.count_of_person(nobody.pk) == 0
        by_number = ask_access(purpose, replace(person, document_number="XY12345"), now=NOW)
        assert keeping.count_of_person(by_number.pk) == 1


def test_who_acts_for_two_organisations_sees_as_which_they_came(setting: Setting) -> None:
    came_in(setting, GOOD)
    other = Organisation.objects.create(name="dienst Twee", kind=OrganisationKind.AGENCY)
    purposes.add_controller(organisation=other.pk, processing=setting.processing.pk, today=START)
    own = setting.members[MemberRole.REGISTRAR]
    part = purposes.add_member(
        Part(other.pk, MemberRole.REGISTRAR, Scope.ORGANISATION, START), user=own.user_id,
        processing=setting.processing.pk, today=START,
    )  # fmt: skip
    with inside(membership=part.pk, user=own.user_id, ground=Ground.AVG6E, today=DAY):
        assert not Registration.objects.exists()
    with setting.inside():
        assert Registration.objects.count() == 1


def test_a_count_below_five_is_not_told(setting: Setting) -> None:
    came_in(setting, *ROWS)
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        assert [n for _cell, n in queries.statistics(purpose, ["sex"])] == [None, None]


def test_the_table_of_bad_input_names_tests_that_are_there() -> None:
    words = (TESTS.parent / "docs" / "register.md").read_text("utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", words)
    assert len(named) > 25
    known = {
        (str(file.relative_to(TESTS.parent)), node.name)
        for file in {TESTS.parent / name for name, _test in named}
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }
    assert [each for each in named if each not in known] == []
