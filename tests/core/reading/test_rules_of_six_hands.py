"""Ways of telling that six strangers showed: short forms, councils' motions, papers in rows."""

import pytest

from samen.core.reading import read_letter
from tests.core.reading.letters_read import fields_of
from tests.core.reading.test_owners import owners

_TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"
_END = "\n\nDe Minister van Justitie en Veiligheid,\n\nA. Bakker\n"


def told(text: str, kind: str, *names: str) -> list[tuple[object, ...]]:
    return fields_of(f"{_TOP}{text}{_END}", kind, *names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De Regionale Stuurgroep Brood Limburg bestaat. De stuurgroep opent een loket.",
            ["Regionale Stuurgroep Brood Limburg"],
        ),
        ("Er is een analyseteam gevormd. Het team schrijft een rapport.", ["analyseteam"]),
        ("CoMensha telt mee. De stichting opent een loket.", ["CoMensha"]),
        (
            "De IND leest mee. De dienst breidt het team uit.",
            ["Immigratie- en Naturalisatiedienst"],
        ),
        ("De politie en het OM overleggen. Beide organisaties openen een loket.",
         ["politie", "Openbaar Ministerie"]),
        ("De burgemeester van Goes opent een loket.", ["burgemeester van Goes"]),
        ("De politiechef van Zeeland opent een loket.", ["politiechef van Zeeland"]),
        ("De ambassade te Lagos opent een loket.", ["ambassade te Lagos"]),
        ("BBZ en Ovenclub leiden dit jaar bakkers op.", ["BBZ", "Ovenclub"]),
        ("Daarna opent zij een loket.", []),
        (
            "VWS heeft het Trimbos-instituut opdracht gegeven een leidraad te maken.",
            ["Trimbos-instituut"],
        ),
    ],
)  # fmt: skip
def test_who_acts_is_known_by_a_short_form(text: str, expected: list[str]) -> None:
    first, _, last = text.rpartition(". ")
    owned = [each["owners"] for each in actions(text)]
    assert (owned[-1] if first and owned else owners(last)) == expected


def actions(text: str) -> list[dict[str, list[str]]]:
    letter = read_letter(f"{_TOP}{text}{_END}".encode(), "brief.txt")
    found = [each.as_json() for each in letter.candidates]
    return [each for each in found if each["kind"] == "action"]


def test_the_ministry_is_that_of_who_signs() -> None:
    assert actions("VWS leest mee. Het ministerie opent in mei een loket.")[-1]["owners"] == [
        "ministerie van Justitie en Veiligheid"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Uw moties\n\n- M23-14 “Warm brood” (GroenLinks, D66), over ovens. De ovens branden.",
            [("M23-14", ["GroenLinks", "D66"])],
        ),
        (
            "UW MOTIES\n\n* M24-07 (CDA, ingediend 28 maart 2024), “Een bed”. Er staan bedden.",
            [("M24-07", ["CDA"])],
        ),
        ("Moties\n\n- Nr. 147 (Hekking): aangehouden.", [("147", ["Hekking"])]),
        ("Wij voeren Statenmotie M24-31 van de fractie van Volt uit.", [("M24-31", ["Volt"])]),
        (
            "Moties\n\n28 345, nr. 296 – Motie-Ter Steege c.s. over de meldcode.",
            [("296", ["Ter Steege"])],
        ),
        ("De gewijzigde motie-Pauw (t.v.v. 35 001, nr. 47) loopt.", [("", ["Pauw"])]),
    ],
)
def test_a_motion_is_known_as_an_item(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "motion", "number", "movers") == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Motie-Pauw (35 001, nr. 44), een loket:\n  – loket geopend op 3 mei;\n  – afgedaan.",
         "settled"),
        ("De motie-Pauw (35 001, nr. 44) vraagt om een lespakket. De VNG maakt dat pakket.",
         "in_progress"),
        ("De motie-Pauw (35 001, nr. 44) vraagt om een loket. Ik begin er pas aan als er geld is.",
         "open"),
        ("De motie-Pauw (35 001, nr. 44) vraagt om loketten. Daar is een begin gemaakt.",
         "in_progress"),
    ],
)  # fmt: skip
def test_a_motion_stands_where_the_words_behind_it_say(text: str, status: str) -> None:
    assert told(f"Moties\n\n• {text}", "motion", "status") == [(status,)]


def test_a_row_may_open_with_a_paper_of_the_senate() -> None:
    rows = "Moties\n\n36 410, L    Rechtsbijstand (Kranenborg)    Uitgevoerd\n"
    assert told(rows, "parliamentary_ref", "id") == [("kst-36410-L",)]
    assert told("Er waren 36 410, A. Bakker telde ze.", "parliamentary_ref", "id") == []


def test_the_foot_of_a_printed_paper_is_no_text() -> None:
    text = (
        "De leden Pauw en Vink dienden een motie in. Wij beschouwen deze motie als afgedaan.\n\n"
        "kst-29628-1174\nISSN 0921 - 7371\n"
        "’s-Gravenhage 2023       Tweede Kamer, vergaderjaar 2022-2023, 29 628, nr. 1174    2\n\n"
        "Er kwam brood."
    )
    assert told(text, "parliamentary_ref", "id") == []
    assert told(text, "motion", "number") == [("",)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Het OM heeft de korpsleiding toegezegd elke maand een lijst te leveren.", 0),
        ("De bond heeft haar leden beloofd een lijn te openen.", 0),
        ("Dat zeg ik niet toe; de raad publiceert die cijfers zelf.", 0),
        ("Het lid Pauw informeert naar de wachttijd bij het loket.", 0),
        ("Ik heb u een brief toegezegd. Dat blijft zo: u ontvangt hem voor 1 juni 2024.", 1),
    ],
)
def test_only_what_parliament_is_promised_is_a_commitment(text: str, count: int) -> None:
    assert len(told(text, "commitment", "status")) == count


def test_a_table_in_euro_gives_sums_and_half_a_dossier_is_no_count() -> None:
    table = "Bijdrage (begroting, in euro)\n\nGemeente\t2026\t2027\nEde\t195.000\t200.000\n"
    table += "Epe\t110.000\t115.000\n"
    assert {each[0] for each in told(table, "amount", "value_eur")} == {
        195_000, 200_000, 110_000, 115_000,
    }  # fmt: skip
    assert told(table, "indicator", "value") == []
    sentence = "Deze kosten zijn in 2026 gedekt binnen de begroting (36 800 VI)."
    assert told(sentence, "indicator", "value") == []


def test_heads_over_years_follow_the_years() -> None:
    table = (
        "Tabel 1  Budget (bedragen x € 1.000)\n\n"
        "                    Realisatie                Begroting  Verschil\n"
        "                 2021     2022     2023            2023      2023\n\n"
        "Uitgaven       21.344   23.980   29.645          30.250      -605\n"
        "Ontvangsten     5.210    4.875    7.015           5.500     1.515\n"
    )
    sums = told(table, "amount", "value_eur", "from")
    assert (30_250_000, 2023) in sums
    assert (605_000, 2023) not in sums
