"""Tables as they are printed: over the end of a page, with marks of notes, with shares behind."""

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
