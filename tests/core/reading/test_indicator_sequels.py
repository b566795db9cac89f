"""Numbers that go on about the count before them, and the two ends of a rise."""

import pytest

from tests.core.reading.letters_read import figures_of

_LETTER = "Datum 9 februari 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"


def _read(text: str) -> list[tuple[object, ...]]:
    return figures_of(f"{_LETTER}{text}\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het plan was 24.", (24, 2022, "target")),
        ("Voor 2025 ga ik uit van 300.", (300, 2025, "target")),
        ("Het maximum blijft 120.", (120, 2023, "target")),
        ("Naar onze telling waren dat er 97.", (97, 2022, "realised")),
        ("Wij sloten er 4.", (4, 2022, "realised")),
        ("Dat moest zijn: 101.", (101, 2022, "realised")),
        ("Eind 2021 waren er zeven in gebruik.", (7, 2021, "realised")),
        ("De politie betrad er 12.", (12, 2022, "realised")),
    ],
)
def test_a_bare_number_goes_on_about_the_count_before_it(
    text: str, expected: tuple[object, ...]
) -> None:
    assert _read(f"In 2022 telden de gemeenten 99 panden. {text}")[1:] == [expected]


def test_the_same_words_lead_in_the_next_number() -> None:
    text = "In 88 gevallen leidde het bezoek in 2022 tot een boete, in 4 tot een onderzoek."
    assert _read(text) == [(88, 2022, "realised"), (4, 2022, "realised")]


def test_the_parts_of_a_whole_in_clauses_of_their_own() -> None:
    text = "Van de 22 panden zijn er dertien gesloten, zeven lopen nog en twee zijn vervallen."
    assert [value for value, _, _ in _read(text)][-3:] == [13, 7, 2]


@pytest.mark.parametrize(
    "text",
    ["Zij wonen op nummer 4.", "De motie kreeg 80 stemmen.", "Het plan is in 12 dagen gemaakt."],
)
def test_a_number_of_something_else_does_not_go_on(text: str) -> None:
    assert len(_read(f"In 2022 telden de gemeenten 99 panden. {text}")) == 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Het team wordt uitgebreid van 32 naar 44 fte in 2025.", (32, 2023), (44, 2025)),
        (
            "Het aandeel vaste contracten stijgt van 10% nu naar 40% in 2024.",
            (10, 2023),
            (40, 2024),
        ),
    ],
)
def test_a_rise_to_come_or_just_over_begins_now(
    text: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    assert [(value, year) for value, year, _ in _read(text)] == [first, last]


def test_a_rise_without_a_year_is_of_the_two_years_told_before_it() -> None:
    text = (
        "Het aantal veroordelingen steeg van 79 in 2019 naar 126 in 2021. Dat is nog weinig. In "
        "dezelfde periode daalde het percentage vrijspraken van 52 naar 45."
    )
    assert [(value, year) for value, year, _ in _read(text)][2:] == [(52, 2019), (45, 2021)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Van de panden bleek ruim de helft te klein.", 2022),
        ("Het aandeel kleine panden bedroeg een op de zeven.", 2022),
        ("In 2021 kreeg bijna een derde van de gemeenten een brief.", 2021),
    ],
)
def test_a_share_in_words_is_of_the_count_before_it(text: str, year: int) -> None:
    assert _read(f"In 2022 telden de gemeenten 99 panden. {text}")[1:] == [(None, year, "trend")]


def test_a_strong_verb_of_the_past_tells_how_many_there_were() -> None:
    assert [value for value, _, _ in _read("Onder hen bevonden zich 25 tot 30 koks.")] == [25, 30]
