"""A person who asks is told of nobody else: not of a namesake of whom little is known."""

from datetime import date

import pytest

from samen.core.terms import MemberRole
from samen.register import queries_of_keeping as keeping
from samen.register.actions_of_access import Person, ask_access
from tests.register.given_files import NOW, Setting, csv_file, taken
from tests.register.test_pages import at, browser, text

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]
ANNA = Person("Anna", "Vermeulen", date(1988, 5, 17), "2021-12", "paspoort")
HEAD = "registratienummer;voornaam;achternaam;geboortedatum;documentnummer"
SURE, PERHAPS, OTHER = (1, 0), (0, 1), (0, 0)
ROWS = {
    "P1;Anna;Vermeulen;17-05-1988;": SURE,
    "P1;;Vermeulen;17-05-1988;": PERHAPS,
    "P1;Anna;Vermeulen;1988;": PERHAPS,
    "P1;Anna;Vermeulen;05-1988;": PERHAPS,
    "P1;Anna;Vermeulen;;": PERHAPS,
    "P1;;Vermeulen;;": PERHAPS,
    "P1;;Vermeulen;1988;": PERHAPS,
    "P1;Bea;Vermeulen;17-05-1988;": OTHER,
    "P1;Anna;Vermeulen;18-05-1988;": OTHER,
    "P1;Anna;Petrov;17-05-1988;": OTHER,
}


def told(setting: Setting, row: str, person: Person) -> tuple[int, int]:
    """How many registrations fit a request surely and perhaps, of one that came in."""
    with setting.inside() as purpose:
        taken(purpose, csv_file([row], HEAD))
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        number = ask_access(purpose, person, now=NOW).pk
        return keeping.count_of_person(number), keeping.count_perhaps_of_person(number)


@pytest.mark.parametrize("row", ROWS)
def test_only_what_is_surely_of_the_person_fits(setting: Setting, row: str) -> None:
    assert told(setting, row, ANNA) == ROWS[row]


def test_of_twins_without_a_given_name_nobody_knows_which_it_is(setting: Setting) -> None:
    """The officer left the given name out, or the partner did, or both."""
    person = Person("", "Vermeulen", date(1988, 5, 17), "2021-15", "paspoort")
    assert told(setting, "P1;Anna;Vermeulen;17-05-1988;", person) == PERHAPS
    assert told(setting, "P1;;Vermeulen;17-05-1988;", person) == PERHAPS


def test_names_in_each_others_columns_are_of_the_person_with_the_number(setting: Setting) -> None:
    person = Person("Anna", "Vermeulen", date(1988, 5, 17), "2021-16", "paspoort", "XY12345")
    assert told(setting, "P1;Vermeulen;Anna;03-04-1991;XY12345", person) == SURE


def test_the_first_of_january_stands_for_days_that_nobody_knows(setting: Setting) -> None:
    person = Person("Anna", "Vermeulen", date(1990, 1, 1), "2021-13", "paspoort")
    assert told(setting, "P1;Anna;Vermeulen;01-01-1990;", person) == PERHAPS


@pytest.mark.parametrize("number", ["XY12345", "xy12345", "xy 12-345"])
def test_a_document_is_known_however_its_number_is_written(setting: Setting, number: str) -> None:
    person = Person("Anna", "Anders", date(1988, 5, 17), "2021-14", "paspoort", number)
    assert told(setting, "P1;;onbekend;;XY12345", person) == SURE


def test_the_officer_reads_that_some_may_be_of_the_person(setting: Setting) -> None:
    assert told(setting, "P1;Anna;Vermeulen;;", ANNA) == PERHAPS
    client = browser(setting, MemberRole.PRIVACY_OFFICER)
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        number = keeping.requests(purpose)[0].pk
    page = text(client, at(setting, MemberRole.PRIVACY_OFFICER, f"inzage/{number}/"))
    assert "Misschien van deze persoon" in page


@pytest.mark.parametrize(
    ("row", "fits"),
    [
        ("P1;Irina;Popescu;03-04-1991;XY12345", PERHAPS),
        ("P1;Irina;Popescu;;XY12345", PERHAPS),
        ("P1;;Popescu;03-04-1991;XY12345", PERHAPS),
        ("P1;;Popescu;;XY12345", SURE),
        ("P1;Anna;Popescu;03-04-1991;XY12345", SURE),
        ("P1;Irina;Popescu;17-05-1988;XY12345", SURE),
    ],
)
def test_a_number_of_a_document_is_not_enough_against_all_else(
    setting: Setting, row: str, fits: tuple[int, int]
) -> None:
    """A passport that was lent or forged, or one digit that was mistyped."""
    person = Person("Anna", "Vermeulen", date(1988, 5, 17), "2021-14", "paspoort", "XY12345")
    assert told(setting, row, person) == fits
