"""Tables as they are printed: over the end of a page, with marks of notes, with shares behind."""

import pytest

from samen.core.reading import Candidate, read_letter
from samen.core.terms import CandidateKind

_TOP = (
    "Datum 4 maart 2024\nBetreft Voortgang\n\nGeachte voorzitter,\n\nHieronder staat het beeld.\n\n"
)
_END = "\n\nDaarna volgt nog een gewone alinea over het vervolg.\n"


def _indicators(text: str) -> list[Candidate]:
    found = read_letter(f"{_TOP}{text}{_END}".encode(), "a.txt").candidates
    return [each for each in found if each.kind is CandidateKind.INDICATOR]


def _values(text: str) -> list[tuple[object, ...]]:
    return [
        (c.detail["year"], c.detail["value"], c.detail["value_kind"]) for c in _indicators(text)
    ]


def test_a_table_runs_on_behind_the_notes_and_the_end_of_a_page() -> None:
    text = (
        "Kernpunt              2022      2023\nAangiften1             210       240\n\n"
        "1 Bron: jaarverslag van de dienst.\n\n                          Pagina 1 van 3\n\n"
        "Controles              310       340\n"
    )
    assert _values(text) == [
        (2022, 210, "realised"), (2023, 240, "realised"),
        (2022, 310, "realised"), (2023, 340, "realised"),
    ]  # fmt: skip


def test_the_mark_of_a_note_is_no_digit_of_a_figure() -> None:
    text = (
        "Het beeld is goed1. Dat komt door koks2.\n\n"
        "Kernpunt              2021      2022      2023\n"
        "Zaken                  143       171      2093\n\n"
        "1 Bron: dienst A.\n2 Bron: dienst B.\n3 Voorlopig cijfer van de dienst.\n"
    )
    assert _values(text)[-1] == (2023, 209, "realised")


def test_a_letter_or_a_number_in_brackets_behind_a_figure_is_a_mark() -> None:
    text = (
        "Kernpunt              2021      2022      2023\n"
        "Zaken                  143       171 a     209(2)\n"
        "Bezoeken                12        14        16\n"
    )
    values = [value for _, value, _ in _values(text)]
    assert values == [143, 171, 209, 12, 14, 16]


def test_an_aim_in_words_leaves_the_row() -> None:
    text = (
        "Kernpunt          2021      2022      2025\n"
        "Gemeenten          201       300      alle\nBezoeken            12        14        16\n"
    )
    assert [value for _, value, _ in _values(text)] == [201, 300, 12, 14, 16]


def test_a_head_over_two_years_is_that_of_both() -> None:
    text = (
        "                       Nulmeting       Streefwaarde\n"
        "Kernpunt                 2017         2025      2026\n"
        "Aangiften                 201          300       320\n"
    )
    assert [kind for *_, kind in _values(text)] == ["realised", "target", "target"]


def test_a_share_stands_in_brackets_behind_a_count() -> None:
    text = (
        "| Vorm       | 2022        | 2023        |\n|            | aantal (%)  | aantal (%)  |\n"
        "|------------|-------------|-------------|\n"
        "| Keukens    |   14   (22) |   12   (16) |\n| Winkels    |   44   (78) |   60   (84) |\n"
    )
    told = [(c.detail["value"], c.detail["unit"]) for c in _indicators(text)]
    assert told[:4] == [(14, "keukens"), (22, "procent"), (12, "keukens"), (16, "procent")]


def test_an_aim_of_two_words_is_a_head() -> None:
    text = (
        "Regio          Duur      Duur      Norm\n              (2022)    (2023)     duur\n"
        "Noord            9         8         7\nZuid            10         9         7\n"
    )
    assert _values(text)[:3] == [(2022, 9, "realised"), (2023, 8, "realised"), (None, 7, "target")]


def test_a_norm_in_a_table_of_years_has_the_year_of_its_caption() -> None:
    text = (
        "Tabel 3  Duur per regio, 2022\n\n"
        "  Regio             Duur       Duur      Norm\n"
        "                  (2021)     (2022)      duur\n"
        "  Noord               94         91         80\n"
        "  Oost               110        123         80\n"
    )
    assert _values(text)[:3] == [
        (2021, 94, "realised"), (2022, 91, "realised"), (2022, 80, "target"),
    ]  # fmt: skip


def test_the_share_of_the_whole_is_no_figure() -> None:
    text = (
        "|            | ultimo 2021 | ultimo 2022 |\n|            | aantal  (%) | aantal  (%) |\n"
        "|------------|-------------|-------------|\n| Clubs      |   16   (25) |   22   (33) |\n"
        "| Totaal     |   64  (100) |   66  (100) |\n"
    )
    found = [value for _, value, _ in _values(text)]
    assert found == [16, 25, 22, 33, 64, 66]


_TWO_YEARS = "Kernpunt              2022   2023\nMeldingen              130    150\n"
_GOES_ON = "Zaken                   31     29\nVonnissen               11      9\n"


@pytest.mark.parametrize(
    "page_end",
    [
        "                                Pagina 4 van 9\nDienst Keukens           Jaarbericht\n",
        "                                4\nJaarbericht 2023          Dienst Keukens\n\n",
        "\n                  17\n\nTabel 4. Keukens (vervolg)\n\n",
    ],
)
def test_a_table_runs_on_behind_a_running_title(page_end: str) -> None:
    found = [value for _, value, _ in _values(_TWO_YEARS + page_end + _GOES_ON)]
    assert found == [130, 150, 31, 29, 11, 9]


def test_a_table_runs_on_behind_a_drawn_line_and_the_notes_of_a_page() -> None:
    text = (
        f"Het beeld is goed[1].\n\n{_TWO_YEARS}\n--------------------\n[1] Zie het verslag.\n\n"
        f"                          Pagina 1 van 3\n\n{_GOES_ON}"
    )
    assert [value for _, value, _ in _values(text)] == [130, 150, 31, 29, 11, 9]


def test_a_page_number_is_no_part_of_the_next_label() -> None:
    assert _indicators(_TWO_YEARS + "4\n" + _GOES_ON)[2].detail["name"] == "Zaken"


def test_lines_that_stand_elsewhere_are_no_rows_of_the_page_before() -> None:
    text = _TWO_YEARS + "\n                  4\n\nBezoek   Koks   31   29\n"
    assert [value for _, value, _ in _values(text)] == [130, 150]


def test_other_years_printed_on_the_next_page_are_those_of_its_rows() -> None:
    text = _TWO_YEARS + "\n      Pagina 4 van 9\n\nKernpunt              2021   2023\n" + _GOES_ON
    assert _values(text)[2:4] == [(2021, 31, "realised"), (2023, 29, "realised")]


@pytest.mark.parametrize("mark", ["†", "‡", "ª", " 1)", " (b)"])
def test_any_mark_of_a_note_leaves_the_row(mark: str) -> None:
    text = f"Kernpunt              2022   2023\nMeldingen              130    150{mark}\n{_GOES_ON}"
    assert [value for _, value, _ in _values(text)] == [130, 150, 31, 29, 11, 9]


def test_a_line_that_leads_in_the_parts_of_a_row_leaves_the_table() -> None:
    text = _TWO_YEARS + "waarvan:\n- vrouwen               80     90\n" + _GOES_ON
    assert [value for _, value, _ in _values(text)] == [130, 150, 80, 90, 31, 29, 11, 9]


def test_dots_lead_to_a_figure() -> None:
    text = "Kernpunt ........ 2022 ... 2023\nMeldingen ........ 130 .... 150\n"
    assert _values(text) == [(2022, 130, "realised"), (2023, 150, "realised")]


def test_quarters_have_the_year_of_the_caption() -> None:
    text = (
        "Tabel 2. Signalen 2023\nRegio        Q1    Q2    Totaal\n"
        "Noord        12    15        27\nZuid          9     8        17\n"
    )
    found = [(c.detail["name"], c.detail["year"]) for c in _indicators(text)]
    assert found[:3] == [("Noord Q1", 2023), ("Noord Q2", 2023), ("Noord", 2023)]


def test_an_open_group_of_ages_is_a_row() -> None:
    text = "Aantal slachtoffers in 2023\n\n0-17 jaar     12\n18 jaar e.o.   24\nTotaal         36\n"
    assert [value for _, value, _ in _values(text)] == [12, 24, 36]


def test_a_column_of_differences_holds_no_figures() -> None:
    text = (
        "Kernpunt        2022   2023   Ontwikkeling 2022-2023\n"
        "Meldingen        130    150   15,4%\nZaken             20     25   25,0%\n"
    )
    assert [value for _, value, _ in _values(text)] == [130, 150, 20, 25]


def test_a_head_of_two_words_is_one_head() -> None:
    text = (
        "Leeftijd      Vrouw    Man    Totaal 2023   Totaal 2022\n"
        "0-17            12      4          16            14\n"
        "18-23           40     10          50            44\n"
    )
    assert [(year, value) for year, value, _ in _values(text)] == [
        (2023, 16), (2022, 14), (2023, 50), (2022, 44),
    ]  # fmt: skip


def test_a_table_of_indicators_in_a_budget_counts() -> None:
    text = (
        "Overzicht van indicatoren bij de begroting 2025\n\n"
        "Indicator               Nulwaarde   Realisatie   Streefwaarde\n"
        "                        (2020)      2023         2025\n"
        "Wachttijd (dagen)       41          33           28\n"
        "Koks in dienst          412         530          600\n"
    )
    assert _values(text)[:3] == [
        (2020, 41, "realised"), (2023, 33, "realised"), (2025, 28, "target"),
    ]  # fmt: skip


def test_a_year_begins_over_the_first_of_its_columns() -> None:
    text = (
        "Tabel 2. Aantal branden per kwartaal\n\n"
        "            2022                          2023\n"
        "            Q1     Q2     Q3     Q4       Q1     Q2\n"
        "Almelo      12     15     11     18       20     22\n"
        "Ede         33     34     32     35       36     37\n"
    )
    assert [year for year, _, _ in _values(text)] == [2022, 2022, 2022, 2022, 2023, 2023] * 2


def test_a_year_may_stand_over_a_count_and_a_share() -> None:
    text = (
        "                   2022          2023\n"
        "                 n     %       n     %\n"
        "Vrouwen         41    62      38    58\n"
        "Mannen          25    38      28    42\n"
    )
    assert [(c.detail["year"], c.detail["value"], c.detail["unit"]) for c in _indicators(text)] == [
        (2022, 41, "vrouwen"), (2022, 62, "procent"), (2023, 38, "vrouwen"), (2023, 58, "procent"),
        (2022, 25, "mannen"), (2022, 38, "procent"), (2023, 28, "mannen"), (2023, 42, "procent"),
    ]  # fmt: skip


def test_a_head_that_each_page_repeats_is_no_running_title() -> None:
    head = "                        2022      2023\n"
    text = (
        f"{head}Aanvragen                120       131\nAfwijzingen               12        15\n"
        f"                                          Pagina 2 van 5\n\f\n"
        f"{head}Bezwaren                   8         9\nBeroepen                   2         4\n"
    )
    assert [(year, value) for year, value, _ in _values(text)] == [
        (2022, 120), (2023, 131), (2022, 12), (2023, 15),
        (2022, 8), (2023, 9), (2022, 2), (2023, 4),
    ]  # fmt: skip


def test_the_sentence_before_a_table_may_give_its_unit() -> None:
    lead = "Hieronder staan de middelen (bedragen x € 1.000).\n\n"
    rows = (
        "                 2023     2024\n"
        "Opvang          4.900    5.150\n"
        "Zorg            1.200    1.250\n"
    )
    found = read_letter(f"{_TOP}{lead}{rows}{_END}".encode(), "a.txt").candidates
    sums = [c.detail["value_eur"] for c in found if c.kind is CandidateKind.AMOUNT]
    assert sums == [4_900_000, 5_150_000, 1_200_000, 1_250_000]
    assert _values(lead + rows) == []
