"""Numbers of which the text does not surely tell the value give none."""

import pytest

from samen.core.reading import read_letter
from samen.core.terms import CandidateKind

_TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"
_KINDS = ("indicator", "quantity")


def _found(text: str) -> list[tuple[object, ...]]:
    letter = read_letter(f"{_TOP}{text}\n\nHoogachtend,\n".encode(), "a.txt")
    return [
        (c.detail["value"], c.detail["low"], c.detail["high"])
        for c in letter.candidates
        if c.kind.value in _KINDS
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 zijn 1.0\n\f37 koks gemeld.",
        "In 2022 zijn 1.\n\f037 koks gemeld.",
        "In 2022 zijn 1.03\n7 koks gemeld.",
        "Koks melden zich sinds 2022 op 06-87654321.",
        "Koks melden zich sinds 2022 op 070-7654321 of 088 765 43 21.",
        "Koks melden zich sinds 2022 op +31 6 87654321.",
        "Het kenmerk van de meldingen in 2022 is 4321-98765432.",
        "In 2022 zijn zeshonderd acht en veertig koks gemeld.",
        "In 2022 zijn drie duizend vijfentwintig meldingen gedaan.",
        "In 2022 zijn vier honderd meldingen gedaan.",
        "In 2022 zijn 2 miljoen 300 duizend meldingen gedaan.",
        "In 2022 zijn 2’345 koks gemeld.",
        "In 2022 zijn 15 × 10^4 meldingen gedaan.",
        "Bij meldingen was de verhouding in 2022 2 : 7.",
        "In 2022 waren de meldingen hoog\n\n\f6\n\nen dat bleef zo.",
        "In 2022 was het verschil –14 meldingen.",
        "In 2022 was de verandering van de meldingen minus 6%.",
        "In 2022 zijn +/- 250 koks gemeld.",
        "In 2022 zijn >450 koks gemeld.",
        "In 2022 zijn ≥ 450 koks gemeld.",
        "In 2022 zijn < 7 koks gemeld.",
    ],
)
def test_a_number_whose_value_is_not_sure_is_left_out(text: str) -> None:
    assert _found(text) == []


def test_a_hyphen_at_a_line_end_makes_no_range() -> None:
    assert _found("In 2022 zijn 300 koks gemeld, waarvan 4-\n50 vrouwen.") == [(300, None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2022 zijn 1.037\n\fkoks gemeld.", [(1037, None, None)]),
        ("In 2022 zijn 20-25 koks gemeld.", [(20, 20, 25), (25, 20, 25)]),
        ("In 2022 zijn 1500-2500 koks gemeld.", [(1500, 1500, 2500), (2500, 1500, 2500)]),
        ("In 2022 zijn 250 000 koks gemeld.", [(250000, None, None)]),
        ("In 2022 zijn drie duizend koks gemeld.", [(3000, None, None)]),
        ("In 2022 zijn zeshonderdachtenveertig koks gemeld.", [(648, None, None)]),
        ("In 2022 deden zeven een melding en 120 koks niets.",
         [(120, None, None), (7, None, None)]),
    ],
)  # fmt: skip
def test_a_sure_number_is_kept(text: str, expected: list[tuple[object, ...]]) -> None:
    assert _found(text) == expected


def _indicators(text: str) -> list[tuple[object, ...]]:
    letter = read_letter(f"{_TOP}{text}\n\nHoogachtend,\n".encode(), "a.txt")
    return [
        (c.detail["name"], c.detail["value"], c.detail["year"])
        for c in letter.candidates
        if c.kind.value == "indicator"
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("3e kwartaal 2022: 140 meldingen.", "3e kwartaal"),
        ("H2 2022: 77 meldingen.", "H2"),
        ("In Q3 2022 waren er 140 meldingen.", "Q3"),
        ("In de tweede helft van 2022 waren er 140 meldingen.", "tweede helft"),
    ],
)
def test_a_count_of_a_part_of_a_year_says_which_part(text: str, part: str) -> None:
    assert [name for name, *_ in _indicators(text)] == [f"meldingen, {part}"]


def test_the_count_of_a_whole_year_names_no_part() -> None:
    found = _indicators("In het eerste kwartaal spraken wij erover, in 2022 waren 140 meldingen.")
    assert found == [("meldingen", 140, 2022)]


@pytest.mark.parametrize(
    "text",
    [
        "Wij geven 3,5 mln. voor CoMensha; voor slachtoffers is € 4 miljoen in 2022.",
        "Er is 3,5 miljoen voor de opvang van gemelde slachtoffers in 2022.",
        "Het aantal meldingen was in 2017/'18 en 18/19 en 2019/20 resp. 110, 210 en 310.",
        "Het aantal meldingen was in 2020 en 2021 respectievelijk 110, 210 en 310.",
    ],
)
def test_sums_and_years_that_do_not_fit_give_no_indicator(text: str) -> None:
    assert _indicators(text) == []


def test_millions_of_what_is_counted_are_an_indicator() -> None:
    assert [value for _, value, _ in _indicators("In 2022 waren er 2,5 miljoen slachtoffers.")] == [
        2500000
    ]


def test_the_years_over_a_table_count_nothing() -> None:
    table = "| Jaar | 2021 | 2022 |\n| --- | --- | --- |\n| Meldingen | 140 | 150 |"
    assert _found(table) == [(140, None, None), (150, None, None)]


@pytest.mark.parametrize("money", ["2’345 euro", "drie duizend zestig euro", "15 × 10^4 euro"])
def test_a_sum_that_is_not_sure_is_left_out(money: str) -> None:
    letter = read_letter(f"{_TOP}De kosten zijn {money}.\n\nHoogachtend,\n".encode(), "a.txt")
    assert not [c for c in letter.candidates if c.kind.value in ("amount", *_KINDS)]


@pytest.mark.parametrize("sum_", ["€ 1.0\n\f23", "€ 4-\n50 miljoen"])
def test_a_sum_that_a_line_or_page_end_broke_is_left_out(sum_: str) -> None:
    text = f"Geachte voorzitter,\n\nVoor de opvang is {sum_} beschikbaar in 2023.\n"
    kinds = [one.kind for one in read_letter(text.encode(), "brief.txt").candidates]
    assert CandidateKind.AMOUNT not in kinds
    whole = text.replace(sum_, "€ 450.000")
    kinds = [one.kind for one in read_letter(whole.encode(), "brief.txt").candidates]
    assert CandidateKind.AMOUNT in kinds


PAGE = "De koks hebben in 2022 met de keukens gesproken over de plannen die er liggen.\n" * 3


@pytest.mark.parametrize(
    "foot", ["13", "- 13", "-13", "13 -", "– 13 –", "| 13", "13.", "Pagina 13"]
)
@pytest.mark.parametrize("end", ["\f", "\n", ""])
def test_a_page_number_at_the_foot_of_a_page_counts_nothing(foot: str, end: str) -> None:
    assert _found(f"{PAGE}\n{foot}\n{end}{PAGE}") == []
    assert _found(f"{PAGE}{foot}\n{end}{PAGE}") == []


def test_a_count_between_short_lines_is_kept() -> None:
    assert _found("Er zijn in 2022\n13\nkoks gemeld.") == [(13, None, None)]
