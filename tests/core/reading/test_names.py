"""Organisations and persons by the form of their name, where no list has them."""

import pytest

from samen.core.reading import read_letter
from samen.core.terms import CandidateKind


def _found(text: str, kind: CandidateKind) -> dict[str, str]:
    found = read_letter(text.encode(), "a.txt").candidates
    key = "type" if kind is CandidateKind.ORGANISATION else "role"
    return {each.detail["name"]: each.detail[key] for each in found if each.kind is kind}


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("GGD Twente", "agency"),
        ("politie Oost-Nederland", "police"),
        ("Landelijk Knooppunt Koks en Obers", "agency"),
        ("Nederlands Genootschap van Koks", "association"),
        ("vaste commissie voor Sociale Zaken en Werkgelegenheid", "parliament"),
        ("Rijksuniversiteit Groningen", "research"),
        ("Hanzehogeschool", "research"),
        ("Centrum Internationale Koks", "agency"),
        ("Erkenningscommissie Lepels", "agency"),
        ("meldpunt Soep Zuid", "agency"),
        ("National Center for Soups & Spoons", "international"),
        ("Missing Spoons Europe", "ngo"),
        ("Veilig Thuis Zuid-Holland Zuid", "agency"),
        ("TU Delft", "research"),
        ("Kitchen Watch Foundation", "ngo"),
        ("Federatie van Friese Koks", "association"),
        ("omgevingsdienst IJsselkant", "agency"),
        ("Inspectie van het Kookwezen", "inspectorate"),
        ("Autoriteit Koks & Obers", "agency"),
    ],
)
def test_a_body_is_told_by_the_form_of_its_name(name: str, sort: str) -> None:
    text = f"Geachte voorzitter,\n\nIk sprak daarover met de {name} in mei.\n"
    assert _found(text, CandidateKind.ORGANISATION) == {name: sort}


def test_a_longer_name_is_not_found_once_more_by_its_front() -> None:
    text = (
        "Geachte voorzitter,\n\nIk sprak met het Landelijk Knooppunt Koks. "
        "Het Landelijk Knooppunt is open.\n"
    )
    assert list(_found(text, CandidateKind.ORGANISATION)) == ["Landelijk Knooppunt Koks"]


def test_the_municipality_whose_paper_it_is_is_named() -> None:
    text = "GEMEENTE BERGEN\n\nAan de leden van de raad\n\nGeachte raad,\n\nDe soep is gaar.\n"
    assert "gemeente Bergen" in _found(text, CandidateKind.ORGANISATION)


@pytest.mark.parametrize(
    "said",
    [
        "De leden van de SP- en de Lepel-fractie vragen of de soep gaar is.",
        "De leden van de Lepelunie-fractie vragen of de soep gaar is.",
        "De staatssecretaris Participatie en Koken zegt dat de soep gaar is.",
    ],
)
def test_a_group_or_the_field_of_an_office_is_no_person(said: str) -> None:
    assert _found(f"Geachte voorzitter,\n\n{said}\n", CandidateKind.PERSON) == {}


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        (
            "namens de stuurgroep,\n\nF. Oldebroek\nburgemeester van Enschede\n\n"
            "T.M. Wierda\npolitiechef van de eenheid Oost-Nederland",
            ["F. Oldebroek", "T.M. Wierda"],
        ),
        (
            "de staatssecretaris van Volksgezondheid,    de minister van Onderwijs,\n"
            "Welzijn en Sport,                           Cultuur en Wetenschap,\n\n\n"
            "P. Achterkamp                               L. Boersema",
            ["P. Achterkamp", "L. Boersema"],
        ),
        ("De minister van Financiën,\n\n\ndrs. M. (Marit) van Pan", ["drs. M. (Marit) van Pan"]),
        ("De adjunct-griffier van de commissie,\nKokmans", ["Kokmans"]),
    ],
)
def test_who_signs_is_a_person(signed: str, names: list[str]) -> None:
    text = f"Geachte voorzitter,\n\nDe soep is gaar.\n\nHoogachtend,\n\n{signed}\n"
    assert list(_found(text, CandidateKind.PERSON)) == names


def test_an_alderman_is_named_with_the_office() -> None:
    text = "Geachte raad,\n\nIn de raad zei wethouder Prakken dat de soep gaar is.\n"
    assert _found(text, CandidateKind.PERSON) == {"Prakken": "wethouder"}
