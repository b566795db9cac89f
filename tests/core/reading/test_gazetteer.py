"""Organisations by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.reading.gazetteer import (
    find_organisations,
    known_organisations,
    organisation_named,
)
from samen.core.reading.reader import read_letter
from samen.core.terms import CandidateKind, OrganisationKind


def names(text: str) -> list[str]:
    return [found.value.name for found in find_organisations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De KMar en de politie werken samen.", ["Koninklijke Marechaussee", "politie"]),
        ("Inspectie SZW bezoekt bedrijven.", ["Inspectie SZW"]),
        ("Zij liep om het huis en was fier.", []),
        ("Het OM vervolgt.", ["Openbaar Ministerie"]),
        ("Het KOMPAS wijst OMLAAG.", []),
        ("de OM-cijfers", ["Openbaar Ministerie"]),
        ("een onderzoek van CKM/Fier", ["Centrum tegen Kinderhandel en Mensenhandel", "Fier"]),
    ],
)
def test_longest_spelling_and_case(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_policy_field_is_ministry_only_behind_ministry() -> None:
    both = "de ministeries van Volksgezondheid, Welzijn en Sport en Justitie en Veiligheid"
    assert names(both) == [
        "ministerie van Volksgezondheid, Welzijn en Sport",
        "ministerie van Justitie en Veiligheid",
    ]
    assert names("de Minister van Justitie en Veiligheid") == []
    assert names("de staatssecretaris van VWS") == []
    assert names("onderzoek naar sociale zaken") == []


def test_ministry_reaches_back_to_its_word() -> None:
    text = "Het ministerie van OCW bekijkt dit."
    found = find_organisations(text)[0]
    assert text[found.start : found.end] == "ministerie van OCW"
    assert found.value.abbreviation == "OCW"


def test_named() -> None:
    organisation = organisation_named("vng")
    assert organisation is None
    organisation = organisation_named("VNG")
    assert organisation is not None
    assert organisation.kind is OrganisationKind.ASSOCIATION


@pytest.mark.parametrize("organisation", list(known_organisations()), ids=lambda each: each.name)
def test_every_canonical_name_finds_itself(organisation: object) -> None:
    name = getattr(organisation, "name", "")
    assert organisation in [found.value for found in find_organisations(f"Ook {name} doet mee.")]


@given(st.text())
def test_places_lie_in_order_inside_the_text(text: str) -> None:
    reached = 0
    for found in find_organisations(text):
        assert reached <= found.start < found.end <= len(text)
        reached = found.end


def test_the_ministry_whose_paper_it_is_counts_as_named() -> None:
    letter = (
        "Ministerie van Justitie en Veiligheid\n\nAan de Voorzitter van de Tweede Kamer\n\n"
        "Datum 3 maart 2022\n\nGeachte voorzitter,\n\nDe politie houdt toezicht.\n"
    )
    found = read_letter(letter.encode(), "brief.txt").candidates
    (ministry,) = [c for c in found if c.detail.get("type") == "ministry"]
    assert (ministry.quote, ministry.line) == ("Ministerie van Justitie en Veiligheid", 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De EU-coördinator spreekt in VN-verband.", []),
        ("Nederland vraagt de EU om steun.", ["Europese Unie"]),
        ("In de rechtspraak wordt anders gedacht.", []),
        ("De Stichting tegen Misstanden vangt op.", ["Stichting tegen Misstanden"]),
        ("De Federatie Voorbeeld schoolt.", ["Federatie Voorbeeld"]),
        ("Justis toetst.", ["Justis"]),
    ],
)
def test_a_body_is_named_for_itself(text: str, expected: list[str]) -> None:
    found = read_letter(f"Geachte voorzitter,\n\n{text}\n".encode(), "brief.txt").candidates
    said = [c.detail["name"] for c in found if c.kind is CandidateKind.ORGANISATION]
    assert said == expected
