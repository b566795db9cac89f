"""Ways in which a motion is numbered and told of, found on passages of a stranger."""

import pytest

from tests.core.reading.letters_read import fields_of

_TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"
type Told = tuple[object, ...]


def motions(text: str, *names: str) -> list[Told]:
    return fields_of(f"{_TOP}{text}\n", "motion", *names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Het college kent motie 2022-M-31 (Volt en SP) over brood.",
            [(["Volt", "SP"], "", "2022-M-31")],
        ),
        (
            'Wij voeren de motie van raadslid Pauw "Brood voor ieder" (motie 12/2023) uit.',
            [(["Pauw"], "", "12/2023")],
        ),
        (
            "De staten vroegen bij motie (M-2023-08, indieners Pauw c.s.) om brood.",
            [(["Pauw"], "", "M-2023-08")],
        ),
        ("De motie Pauw c.s. (nr. 44) vraagt om brood.", [(["Pauw"], "", "44")]),
        (
            "Aan de moties nrs. 44 en 46 (35 001) wordt gewerkt.",
            [([], "35001", "44"), ([], "35001", "46")],
        ),
        (
            "De gewijzigde motie-Pauw (t.v.v. 35 001, nr. 47) heeft nummer 51 gekregen.",
            [(["Pauw"], "35001", "51")],
        ),
        ("De motie Pauw (35001, 44) vraagt om brood.", [(["Pauw"], "35001", "44")]),
        ("De motie Pauw (nr. 44, dossier 35 001) vraagt brood.", [(["Pauw"], "35001", "44")]),
        ("Motie nummer 7 van D66 over brood loopt.", [([], "", "7")]),
        (
            "De motie van de leden Pauw en Vink, Kamerstuk 35 001 nr. 44, vraagt om brood.",
            [(["Pauw", "Vink"], "35001", "44")],
        ),
        ("Met de brief (35 001, nr. 9) doe ik de motie over brood af.", []),
        ("Het lid Pauw heeft een motie aangekondigd, maar niet ingediend.", []),
    ],
)
def test_a_motion_has_the_number_that_its_words_give(text: str, expected: list[Told]) -> None:
    assert motions(text, "movers", "dossier", "number") == expected


def test_rows_of_a_councils_motions_say_where_each_stands() -> None:
    told = motions(
        "Uitvoering moties gemeenteraad\n"
        "M23-004 | VVD, SP | Ovens op het plein | uitgevoerd\n"
        "M23-006 | Partij voor het Brood | Meel | in behandeling\n"
        "M23-009 | CDA | Gist | start in 2024",
        "number",
        "movers",
        "status",
    )
    assert told == [
        ("M23-004", ["VVD", "SP"], "settled"),
        ("M23-006", ["Partij voor het Brood"], "in_progress"),
        ("M23-009", ["CDA"], "open"),
    ]


def test_the_day_that_leads_in_motions_is_that_of_each() -> None:
    told = motions(
        "Op 7 maart 2023 zijn twee moties ingediend.\n"
        "De motie-Pauw (35 001, nr. 61) vraagt om brood.\n"
        "De motie-Vink c.s. (35 001, nr. 62) vraagt om meel.",
        "number",
        "tabled",
    )
    assert told == [("61", "2023-03-07"), ("62", "2023-03-07")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("De uitwerking volgt, waarna ik de motie als afgedaan zal beschouwen.", "in_progress"),
        ("De bakkers voeren gesprekken om deze motie in praktijk te brengen.", "in_progress"),
        ("Daarmee kan zij als afgedaan worden beschouwd.", "settled"),
    ],
)
def test_where_a_motion_stands_is_told_behind_it(text: str, status: str) -> None:
    lead = "De motie-Pauw (35 001, nr. 61) vraagt om brood. "
    assert motions(lead + text, "status") == [(status,)]
