"""The partners' files: each its own layout of the same registrations, with their cases."""

import re
from collections import Counter, defaultdict
from datetime import date

import pytest

from samen.core.simulation.calibration import published
from samen.core.simulation.error_model import error_model
from samen.core.simulation.layouts import LAYOUTS
from samen.core.simulation.nation import Nation
from samen.core.simulation.partner_files import Rows, other_rows, victim_rows
from samen.core.simulation.records import registrations
from samen.core.simulation.world import PARTNERS
from tests.core.simulation.lists import tables, world

KINDS = {"incident", "organisation", "address", "phone", "vehicle", "document"}


def rows_of(nation: Nation, model: str = "typical", at_once: int = 4000) -> list[Rows]:
    errors = error_model(world(), model)
    pieces = registrations(nation, errors, at_once=at_once)
    found = [rows for written in pieces for rows in victim_rows(nation, written)]
    return [*found, *other_rows(nation, errors, at_once)]


def by_header(found: list[Rows], partner: str, header: str) -> list[str]:
    return [text for rows in found if rows.partner == partner for text in rows.columns[header]]


def test_every_record_for_linkage_is_a_row_of_its_partner() -> None:
    """The same registrations in two shapes: `id` there, the partner's number here."""
    nation = Nation(world(), 3, 700)
    records, truth = tables(nation, "typical")
    known = dict(zip(records["id"].to_pylist(), records["source"].to_pylist(), strict=True))
    person = dict(zip(truth["id"].to_pylist(), truth["person"].to_pylist(), strict=True))
    victims = [rows for rows in rows_of(nation) if rows.kind == "victim"]
    assert {number: rows.partner for rows in victims for number in rows.number} == known
    told = {
        n: p for rows in victims for n, p in zip(rows.number, rows.person.tolist(), strict=True)
    }
    assert told == person


def test_numbers_are_never_given_twice() -> None:
    numbers = Counter(number for rows in rows_of(Nation(world(), 4, 900)) for number in rows.number)
    assert numbers.most_common(1)[0][1] == 1


def test_the_size_of_the_pieces_changes_no_row() -> None:
    def flat(at_once: int) -> dict[tuple[str, str], list[tuple[str, ...]]]:
        found: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
        for rows in rows_of(Nation(world(), 5, 400), at_once=at_once):
            found[rows.partner, rows.kind] += list(zip(*rows.columns.values(), strict=True))
        return found

    assert flat(50) == flat(5000)


@pytest.mark.parametrize("partner", PARTNERS)
def test_each_partner_has_its_own_headers_and_fills_them(partner: str) -> None:
    found = rows_of(Nation(world(), 6, 1500))
    headers = list(LAYOUTS[partner].columns)
    assert all(list(rows.columns) == headers for rows in found if rows.partner == partner)
    assert {name for name in headers if not any(by_header(found, partner, name))} == set()
    others = [tuple(layout.columns) for name, layout in LAYOUTS.items() if name != partner]
    assert tuple(headers) not in others


@pytest.mark.parametrize(
    ("partner", "header", "dates", "year_only"),
    [
        ("police", "Geboortedatum", r"\d\d-\d\d-\d{4}", r"00-00-\d{4}"),
        ("border_police", "geb_datum", r"\d{4}-\d\d-\d\d", r"\d{4}-00-00"),
        ("inspectorate", "Geb.datum", r"\d\d/\d\d/\d{4}", r"\d{4}"),
        ("municipality", "Geboortedatum", r"\d{8}", r"\d{4}0000"),
    ],
)
def test_dates_are_written_as_the_partner_writes_them(
    partner: str, header: str, dates: str, year_only: str
) -> None:
    written = [
        text for text in by_header(rows_of(Nation(world(), 7, 3000)), partner, header) if text
    ]
    told = set(LAYOUTS[partner].absent.values())
    whole = [text for text in written if re.fullmatch(dates, text)]
    assert len(whole) > 0.8 * len(written)
    assert any(re.fullmatch(year_only, text) for text in written)
    assert all(re.fullmatch(f"{dates}|{year_only}", text) or text in told for text in written)


def test_unknown_refused_and_not_asked_are_three_words() -> None:
    given = Counter(by_header(rows_of(Nation(world(), 8, 2000)), "inspectorate", "Mobiel"))
    assert min(given["onbekend"], given["wil niet zeggen"], given["niet gevraagd"]) > 3


def test_consent_as_a_ground_was_given() -> None:
    found = rows_of(Nation(world(), 8, 2000))
    grounds = by_header(found, "shelter", "grondslag")
    consents = by_header(found, "shelter", "toestemming")
    assert {c for g, c in zip(grounds, consents, strict=True) if g == "toestemming"} == {"ja"}
    assert len(set(consents)) == 3


def test_suspects_are_as_many_as_published() -> None:
    """145 in 2019 and 187 in 2020, each once, whoever registers them."""
    nation = Nation(world(), 9)
    headers = {
        "police": "Datum kennisname",
        "inspectorate": "Meldingsdatum",
        "border_police": "reg_datum",
    }
    persons = defaultdict(set)
    for rows in rows_of(nation, "clean"):
        if rows.kind == "suspect":
            days = rows.columns[headers[rows.partner]]
            for day, person in zip(days, rows.person.tolist(), strict=True):
                persons[max(map(int, re.split("[-/]", day)))].add(person)
    wanted = {year: int(amount[""]) for year, amount in published(world(), "suspects").items()}
    assert {year: len(each) for year, each in persons.items()} == wanted
    assert (wanted[2019], wanted[2020]) == (145, 187)


def test_a_case_joins_its_victims_suspects_and_things() -> None:
    found = rows_of(Nation(world(), 10, 2000), "clean")
    kinds = defaultdict(set)
    headers = {"police": "Zaaknummer", "inspectorate": "Onderzoek", "border_police": "dossier"}
    for rows in found:
        if rows.partner in headers:
            for case in rows.columns[headers[rows.partner]]:
                kinds[case].add(rows.kind)
    whole = [each for case, each in kinds.items() if case]
    assert sum({"victim", "incident", "address"} <= each for each in whole) > 100
    assert sum("suspect" in each for each in whole) > 100
    assert set().union(*whole) == KINDS | {"victim", "suspect"}


def test_municipalities_count_begging_as_forced_crime() -> None:
    """A definition of their own, which a comparison of figures must know."""
    forms = set(by_header(rows_of(Nation(world(), 11, 9000), "clean"), "municipality", "Vorm"))
    assert "criminele uitbuiting" in forms
    assert "gedwongen bedelarij" not in forms


def test_an_age_goes_with_the_birth_date() -> None:
    found = rows_of(Nation(world(), 12, 800), "clean")
    born = by_header(found, "comensha", "geboortedatum")
    told = by_header(found, "comensha", "leeftijd_bij_melding")
    days = by_header(found, "comensha", "datum_melding")
    for birth, age, day in zip(born, told, days, strict=True):
        years = (date.fromisoformat(day) - date.fromisoformat(birth)).days / 365.25
        assert abs(int(age) - int(years)) <= 1
