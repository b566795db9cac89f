"""Dates, addresses, phones and documents as people write them."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.matching.addresses import (
    city,
    house_number,
    postcode,
    postcode_and_city,
    street_and_number,
)
from samen.core.matching.birth_dates import BirthDate, birth_date
from samen.core.matching.columns import Column
from samen.core.matching.documents import document, kind
from samen.core.matching.phones import phone
from samen.core.matching.standardise import NONE, standardised


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1980-05-04", BirthDate(1980, 5, 4)),
        ("04-05-1980", BirthDate(1980, 5, 4)),
        ("4/5/1980", BirthDate(1980, 5, 4)),
        ("19800504", BirthDate(1980, 5, 4)),
        ("04051980", BirthDate(1980, 5, 4)),
        ("4 mei 1980", BirthDate(1980, 5, 4)),
        ("1980-05-04 00:00:00", BirthDate(1980, 5, 4)),
        ("05/25/1980", BirthDate(1980, 5, 25)),
        ("04-05-80", BirthDate(1980, 5, 4)),
        ("1980-00-00", BirthDate(1980)),
        ("19800000", BirthDate(1980)),
        ("05-1980", BirthDate(1980, 5)),
        ("ca. 1980", BirthDate(1980)),
        ("31-02-1980", BirthDate(1980, 2)),
        ("0000-00-00", None),
        ("onbekend", None),
        ("", None),
    ],
)
def test_a_birth_date_is_read_with_its_precision(written: str, read: BirthDate | None) -> None:
    assert birth_date(written) == read


@pytest.mark.parametrize(
    ("written", "said"),
    [("1980-01-01", True), ("1980-07-01", True), ("1980-01-02", False), ("1980", False)],
)
def test_a_conventional_day_is_known(written: str, said: bool) -> None:
    found = birth_date(written)
    assert found is not None
    assert found.is_conventional is said


@given(st.text(max_size=60))
def test_any_text_gives_an_answer(text: str) -> None:
    birth_date(text)
    phone(text)
    document(text)
    postcode(text)
    street_and_number(text)
    postcode_and_city(text)


@pytest.mark.parametrize(
    "written", ["06-1234 5678", "0031612345678", "+31 (0)6 12345678", "612345678", "+31612345678"]
)
def test_a_phone_is_one_number(written: str) -> None:
    assert phone(written) == "31612345678"


@pytest.mark.parametrize("written", ["", "onbekend", "0000000000", "123", "1" * 40])
def test_what_is_no_phone_is_none(written: str) -> None:
    assert phone(written) == ""


@pytest.mark.parametrize(
    "written", ["Paspoort NX12O4567", "nx1204567", "NX 1204567 (pas)", "PP: NXI204567"]
)
def test_a_document_is_one_number(written: str) -> None:
    assert document(written) == "NX1204567"


def test_kinds_of_documents_are_told_apart() -> None:
    said = [kind(each) for each in ("BSN 123456782", "V-nummer 1234567890", "ID-kaart X1", "AB123")]
    assert said == ["bsn", "vnr", "card", ""]


@pytest.mark.parametrize(
    ("written", "street", "number"),
    [
        ("Kerkstr. 12-a", "kerkstraat", "12 a"),
        ("Kerkstraat 12A", "kerkstraat", "12 a"),
        ("2e Molenlaan 5", "2emolenlaan", "5"),
        ("Kerkstraat", "kerkstraat", ""),
        ("onbekend", "", ""),
    ],
)
def test_an_address_has_a_street_and_a_number(written: str, street: str, number: str) -> None:
    assert street_and_number(written) == (street, number)


def test_the_parts_of_a_place() -> None:
    assert (house_number("12 bis"), house_number("")) == (12, 0)
    assert (postcode("1234 AB Utrecht"), postcode("1234"), postcode("0123 AB")) == (
        "1234ab",
        "1234",
        "",
    )
    assert city("'s-Gravenhage") == city("Den Haag")


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("Raadhuisstraat 50, 2743 ZP Deventer", "2743zp", "deventer"),
        ("Kade 1-b 1011ab 's-Gravenhage", "1011ab", "denhaag"),
        ("Kerkstraat 12", "", ""),
        ("1234 AB", "", ""),
        ("", "", ""),
    ],
)
def test_a_whole_address_in_one_field_has_a_postcode_and_a_city(
    written: str, code: str, place: str
) -> None:
    assert postcode_and_city(written) == (code, place)


def test_a_whole_address_is_that_of_several_fields() -> None:
    told = {
        Column.ADDRESS: ["Akkerweg", "Akkerweg 194, 9439 BP Ede"],
        Column.HOUSE_NUMBER: ["194", ""],
        Column.POSTCODE: ["9439 BP", ""],
        Column.CITY: ["Ede", ""],
    }
    ready = standardised({name: pa.chunked_array([each]) for name, each in told.items()}, 2)
    for name in ("place", "street_place", "digits_place", "street_city"):
        one, other = ready[name]
        assert one == other != NONE
