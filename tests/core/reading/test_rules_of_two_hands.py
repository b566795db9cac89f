"""Ways of saying that two writers used who had not seen the reader, in other words."""

from datetime import date

import pytest

from samen.core.reading import read_letter
from samen.core.reading.candidates import Candidate

_TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"
_END = "\n\nDe Minister van Sociale Zaken en Werkgelegenheid,\n\n\nA.B. Kwartelstaart\n"
_REPORT = "Landelijk Kookbureau | Jaarverslag 2022                               17\n\nSoep\n\n"


def _of_kind(kind: str, text: str, top: str = _TOP, end: str = _END) -> list[Candidate]:
    found = read_letter(f"{top}{text}{end}".encode(), "a.txt").candidates
    return [each for each in found if each.kind.value == kind]


def _figures(text: str, top: str = _TOP) -> list[tuple[object, ...]]:
    found = _of_kind("indicator", text, top, end="\n" if top is _REPORT else _END)
    return [(c.detail["value"], c.detail["year"], c.detail["value_kind"]) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Het aantal bezoekers daalde van 61 in 2018 naar 43, 30 en 12 in de drie jaren daarna.",
            [(61, 2018, "realised"), (43, 2019, "realised"), (30, 2020, "realised"),
             (12, 2021, "realised")],
        ),
        (
            "In 2021 waren er 314 aangiften, in 2022 368. De rechter zag in die jaren 52 "
            "respectievelijk 71 verdachten.",
            [(314, 2021, "realised"), (368, 2022, "realised"), (52, 2021, "realised"),
             (71, 2022, "realised")],
        ),
        (
            "In 2021 werkten er 2,4 miljoen mensen in keukens, tegenover 1,9 miljoen in 2016.",
            [(2400000, 2021, "realised"), (1900000, 2016, "realised")],
        ),
        (
            "De dienst kan groeien van 1.200 medewerkers nu naar 1.350 medewerkers in 2026.",
            [(1200, 2023, "realised"), (1350, 2026, "target")],
        ),
    ],
)  # fmt: skip
def test_years_of_numbers_that_are_told_in_a_row(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert _figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dat gebeurde 112 keer (2021: 90 keer).", [(112, 2022), (90, 2021)]),
        ("In 64 gevallen werd het aanbod afgewezen.", [(64, 2022)]),
        ("Wij leverden 142 koks; de verplichting bedroeg 140.", [(142, 2022), (140, 2022)]),
    ],
)
def test_a_page_number_behind_the_title_of_a_report_leaves_it_its_year(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert [figure[:2] for figure in _figures(text, _REPORT)] == expected


def test_aims_in_a_row_of_infinitives_are_aims_and_what_was_reached_is_not() -> None:
    text = (
        "In 2022 stelden wij ons ten doel om 60 controles te doen en om 40 bedrijven te bezoeken. "
        "Het doel voor de controles is met 52 controles niet gehaald."
    )
    kinds = [kind for _, _, kind in _figures(text, _REPORT)]
    assert kinds == ["target", "target", "realised"]


def test_the_number_of_a_week_and_the_heads_of_columns_are_no_figures() -> None:
    assert _figures("U ontvangt de folder in week 12 van 2024.") == []
    assert _figures("Begroting 2023 Realisatie 2023 Raming 2024") == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 koos een groeiend aantal gemeenten voor een kookboek.",
        "In 2022 zagen wij het aantal meldingen sterk teruglopen.",
        "Alle gemeenten moeten eind 2026 een kookboek hebben.",
        "Het streven is dat in 2028 iedere gemeente een kookboek heeft.",
        "In 2022 had vrijwel iedereen van de 240 slachtoffers een kookboek.",
    ],
)
def test_a_development_in_words_has_a_year_and_no_number(text: str) -> None:
    assert (None, True) in [(value, year is not None) for value, year, _ in _figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "De leden van de fractie vragen of het plan naar de Kamer komt.",
        "Tot slot willen deze leden weten wanneer de beloofde monitor verschijnt.",
        "De Nationaal Rapporteur zal de volgende monitor pas eind 2024 uitbrengen.",
        "De eindrapportage van het instituut volgt uiterlijk 1 december 2024.",
    ],
)
def test_a_question_and_the_paper_of_another_are_no_promise(text: str) -> None:
    assert not _of_kind("commitment", text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("De cijfers waar het lid Pol om vroeg, zijn nog niet beschikbaar.", "open"),
        ("De vraag van het lid Pol over soep moet ik nog beantwoorden.", "open"),
        (
            "In het debat heb ik toegezegd u een lijst te sturen. Die lijst vindt u als bijlage 1 "
            "en daarmee beschouw ik deze toezegging als nagekomen.",
            "kept",
        ),
    ],
)
def test_what_is_owed_and_what_was_given(text: str, status: str) -> None:
    (found,) = _of_kind("commitment", text)
    assert found.detail["status"] == status


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Ook laat ik FairWork een folder ontwikkelen.", ["FairWork"]),
        (
            "Mijn ministerie heeft in mei een convenant gesloten.",
            ["ministerie van Sociale Zaken en Werkgelegenheid"],
        ),
        (
            "Ik heb de Algemene Rekenkamer gevraagd het onderzoek te herhalen. Zij start daarmee "
            "in het voorjaar van 2024.",
            ["Algemene Rekenkamer"],
        ),
    ],
)
def test_who_does_it(text: str, owners: list[str]) -> None:
    assert _of_kind("action", text)[-1].detail["owners"] == owners


def test_the_words_over_a_list_say_who_will_do_its_items() -> None:
    text = (
        "Verder zal de politie:\n\n- voor 1 mei 2024 een overleg inrichten, samen met FairWork;\n"
        "- de cijfers over koks in kaart brengen.\n"
    )
    found = [(c.detail["owners"], c.detail["status"]) for c in _of_kind("action", text)]
    assert found == [(["politie", "FairWork"], "planned"), (["politie"], "planned")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("De motie Zandstra (28 638, nr. 77) breng ik in bij het overleg van mei.", "in_progress"),
        (
            "Bij motie van het lid Zandstra (28 638, nr. 77) is om koks gevraagd. De VNG krijgt "
            "hiervoor 2 miljoen euro.",
            "in_progress",
        ),
        (
            "De motie Zandstra (28 638, nr. 77) vraagt om koks. De uitvoering is opgeschort.",
            "open",
        ),
    ],
)
def test_where_a_motion_stands(text: str, status: str) -> None:
    (found,) = _of_kind("motion", text)
    assert found.detail["status"] == status


def test_a_note_at_a_letter_is_not_the_paper_of_the_motion_in_it() -> None:
    text = (
        "De motie van het lid Zandstra over koks heb ik bij brief van 3 mei 2023[1] ontraden.\n\n"
        "[1] Kamerstukken II 2022/23, 28 638, nr. 81.\n"
    )
    (found,) = _of_kind("motion", text)
    assert found.detail["number"] == ""


def test_the_day_and_reference_at_the_top_of_each_page_are_no_text() -> None:
    page = "De koks werken in de keuken aan de soep van de dag.\n" * 14
    top = "5 oktober 2023\n4318-J\n\n"
    text = f"{page}\n   Blad 1\n{top}{page}\n   Blad 2\n{top}{page}"
    days = _of_kind("date", text)
    assert date(2023, 10, 5).isoformat() not in [day.detail["earliest"] for day in days]


def test_thousands_over_one_column_scale_that_column_alone() -> None:
    text = (
        "Tabel 1. Meldingen en uren\n\n"
        "                 Meldingen 2022    Uren 2022 (x 1.000)\n"
        "Noord                  120                 14\n"
        "Zuid                    80                 11\n"
    )
    assert [value for value, _, _ in _figures(text)] == [120, 14000, 80, 11000]


def test_cover_that_is_told_behind_a_table_for_some_of_its_years() -> None:
    text = (
        "                    2022        2023        2024    structureel\n"
        "Spreekuur       € 96.000   € 141.000   € 142.000     € 143.000\n"
        "Folder (eenmalig)      -    € 35.000           -             -\n\n"
        "De bedragen voor 2022 en 2023 zijn opgenomen in de begroting. De bedragen vanaf 2024 "
        "betrekken wij bij de voorjaarsnota; daarvoor is nog geen dekking.\n"
    )
    found = [
        (c.detail["value_eur"], c.detail["funded"], c.detail["recurrence"])
        for c in _of_kind("amount", text)
    ]
    assert found == [
        (96000, "yes", "yearly"),
        (141000, "yes", "yearly"),
        (142000, "no", "yearly"),
        (143000, "no", "structural"),
        (35000, "yes", "once"),
    ]
