"""Tables of years: a cell belongs to the head that it stands under, and to no other."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.reading import Candidate, read_letter
from samen.core.reading.table_cells import figure_of
from samen.core.reading.tables import find_tables
from samen.core.terms import CandidateKind

_TOP = (
    "Datum 4 maart 2024\nBetreft Voortgang\n\nGeachte voorzitter,\n\nHieronder staat het beeld.\n\n"
)


def _found(table: str, kind: CandidateKind) -> list[Candidate]:
    content = f"{_TOP}{table}\n\nDaarna volgt nog een gewone alinea over het vervolg.\n"
    return [c for c in read_letter(content.encode(), "a.txt").candidates if c.kind is kind]


def _years(table: str) -> list[tuple[object, ...]]:
    found = _found(table, CandidateKind.INDICATOR)
    return [tuple(c.detail[key] for key in ("year", "value", "value_kind")) for c in found]


def _sums(table: str) -> list[tuple[object, ...]]:
    found = _found(table, CandidateKind.AMOUNT)
    return [tuple(c.detail[k] for k in ("value_eur", "from", "until", "recurrence")) for c in found]


@pytest.mark.parametrize(
    "table",
    [
        "Kernpunt            2022     2023\nAangiften          1.210    1.340",
        "Kernpunt 2022 2023\nAangiften 1.210 1.340",
        "Kernpunt\t2022\t2023\nAangiften\t1.210\t1.340",
        "Kernpunt | 2022 | 2023\nAangiften | 1.210 | 1.340",
        "Jaar      Aangiften\n2022          1.210\n2023          1.340",
    ],
)
def test_a_cell_gets_the_year_of_its_head(table: str) -> None:
    assert _years(table) == [(2022, 1210, "realised"), (2023, 1340, "realised")]


def test_an_aim_is_told_by_the_head_over_the_years() -> None:
    table = (
        "                     Gerealiseerd        Streefwaarde\n"
        "                     2022      2023      2025\n"
        "Bezette plekken       310       n.b.      450\n"
    )
    assert _years(table) == [(2022, 310, "realised"), (2025, 450, "target")]


def test_a_missing_cell_leaves_the_others_at_their_place() -> None:
    table = "Kern           2021      2022      2023\nControles        80                  95\n"
    assert _years(table) == [(2021, 80, "realised"), (2023, 95, "realised")]


def test_a_share_is_a_percentage() -> None:
    (first, second) = _found(
        "Kern                    2022   2023\nAandeel vrouwen (%)       40     55",
        CandidateKind.INDICATOR,
    )
    assert first.detail["unit"] == second.detail["unit"] == "procent"
    assert first.detail["name"] == "Aandeel vrouwen"


@pytest.mark.parametrize(
    ("unit", "size"),
    [
        ("(bedragen x € 1.000)", 10**3),
        ("(in € x 1.000)", 10**3),
        ("in miljoenen euro's", 10**6),
        ("(bedragen in mln. euro)", 10**6),
    ],
)
def test_the_unit_over_a_table_sizes_its_cells(unit: str, size: int) -> None:
    table = (
        f"Tabel 3. Geld {unit}\n\n"
        "Post        2024   2025   structureel\n"
        "Opvang        12     13            9\n"
    )
    assert _sums(table) == [
        (12 * size, 2024, 2024, "yearly"),
        (13 * size, 2025, 2025, "yearly"),
        (9 * size, None, None, "structural"),
    ]
    assert _years(table) == []


def test_money_without_a_unit_gives_nothing() -> None:
    table = "Tabel 3. Uitgaven\n\nPost        2024   2025\nOpvang        12     13"
    assert _sums(table) == []
    assert _years(table) == []


def test_a_caption_is_no_theme() -> None:
    table = "Tabel 3. Aangiften per jaar\n\nKern     2022   2023\nAangiften   12     13"
    assert _found(table, CandidateKind.THEME) == []


def test_a_sentence_that_names_years_is_no_table() -> None:
    assert _years("Wij doen dit in 2022 2023\nHet gaat goed met 12 13") == []


@given(st.lists(st.integers(1, 9_999), min_size=2, max_size=6))
def test_every_figure_of_a_table_stands_in_it(values: list[int]) -> None:
    heads = "".join(f"{2018 + i:>9}" for i in range(len(values)))
    cells = "".join(f"{value:>9}" for value in values)
    found = _found(f"Kern         {heads}\nMeldingen    {cells}", CandidateKind.INDICATOR)
    assert [c.detail["value"] for c in found] == values
    assert [c.detail["year"] for c in found] == [2018 + i for i in range(len(values))]


@pytest.mark.parametrize(
    "table",
    [
        "| Soort | 2022 | 2023 |\n|---|---|---|\n| Koks bij het OM | 310 | 410 |",
        "Soort;2022;2023\nKoks bij het OM;310;410",
        "Soort             Eenheid     2022     2023\nKoks bij het OM   aantal       310      410",
        "Nr   Soort               2022     2023\n1    Koks bij het OM      310      410",
        "Soort               2022     2023     doel\nKoks bij het OM      310      410     n.b.",
        "          Koks bij het OM\n2022      310\n2023      410",
    ],
)
def test_a_table_may_be_set_in_many_ways(table: str) -> None:
    assert _years(table) == [(2022, 310, "realised"), (2023, 410, "realised")]


def test_an_aim_without_a_year_keeps_its_value() -> None:
    table = "Soort         2022     doel\nKoks          310      450"
    assert _years(table) == [(2022, 310, "realised"), (None, 450, "target")]


SET_OTHERWISE = [
    (  # the year stands in the caption
        """Tabel 2. Koks naar streek in 2022

Streek    Plekken   Bezet
Noord          24      20
Zuid           36      35""",
        [(2022, 24), (2022, 20), (2022, 36), (2022, 35)],
    ),
    (  # one column
        "Tabel 1: Koks, 2021\n\nSoort       Aantal\nBanket         211\nVis             88",
        [(2021, 211), (2021, 88)],
    ),
    (  # a year spans two columns
        """                2021             2022
Soort      Aantal     %     Aantal     %
Banket        120    60        150    62""",
        [(2021, 120), (2021, 60), (2022, 150), (2022, 62)],
    ),
    (  # a column gives the year of its row
        """Indicator          Jaar    Waarde
Koks               2022       811
Keukens            2021       251""",
        [(2022, 811), (2021, 251)],
    ),
    (  # a cell gives its own year
        """Nr   Indicator     Nulmeting       Laatste stand
1    Koks          1.334 (2019)    811 (2022)
2    Keukens       48% (2019)      72% (2021)""",
        [(2019, 1334), (2022, 811), (2019, 48), (2021, 72)],
    ),
    (  # days down the side, heads of two lines
        """                  Bezette   Aandeel
                  plekken   bezet
31 december 2021       50       94%
31 december 2022       58       95%""",
        [(2021, 50), (2021, 94), (2022, 58), (2022, 95)],
    ),
    (  # parts of years
        """Koks        Q1 2022   Q2 2022   2023 (t/m mei)
Banket          210       188             90""",
        [(2022, 210), (2022, 188), (2023, 90)],
    ),
    (  # groups of ages; tabs; thousands with a thin space
        "Tabel 6 (peiljaar 2022)\n\nLeeftijd\tVrouw\tMan\n0-17\t1\u2009080\t35\n18+\t160\t70",
        [(2022, 1080), (2022, 35), (2022, 160), (2022, 70)],
    ),
    (  # a blank line under the heads
        "Jaar   Koks bij   Keukens\n       de dienst\n\n2021   214        48\n2022   263        60",
        [(2021, 214), (2021, 48), (2022, 263), (2022, 60)],
    ),
    (  # what is counted over a year a line
        "Koks die de lijn kennen\n   nulmeting (2021)     18%\n   stand 2022           27%",
        [(2021, 18), (2022, 27)],
    ),
    (  # too few to print is no figure
        "Soort       2021    2022\nBanket        12      <5",
        [(2021, 12), (2022, None)],
    ),
]


@pytest.mark.parametrize(("table", "expected"), SET_OTHERWISE)
def test_the_year_of_a_cell_may_stand_anywhere_around_it(
    table: str, expected: list[tuple[int, int | None]]
) -> None:
    assert [(year, value) for year, value, _ in _years(table)] == expected


def test_aimed_at_and_made_stand_under_one_year() -> None:
    table = (
        "                  2022                2023\n"
        "Kern         Doel   Realisatie    Doel   Realisatie\n"
        "Koks          400          388     450          467\n"
    )
    assert [(year, kind) for year, _, kind in _years(table)] == [
        (2022, "target"), (2022, "realised"), (2023, "target"), (2023, "realised"),
    ]  # fmt: skip


def test_sums_under_a_caption_need_no_year() -> None:
    table = "Tabel 4: Geld voor 2023 (x € 1.000)\n\nPost      Budget   Besteed\n"
    rows = "Opvang     1.200     1.150\nOnderzoek    800       760"
    assert [value for value, *_ in _sums(table + rows)] == [1200000, 1150000, 800000, 760000]
    assert _years(table + rows) == []
    without = (
        "Tabel 4: Geld (in € mln.)\n\nPost         Bedrag\nOpvang          1,2\nOnderzoek       0,8"
    )
    assert [sums[:2] for sums in _sums(without)] == [(1200000, None), (800000, None)]


@pytest.mark.parametrize(
    ("table", "funded"),
    [
        ("Tabel 4: Begroting (x € 1.000)\n\nPost       2024   2025\nOpvang       12     13", "yes"),
        ("Tabel 4 (x € 1.000)\n\nPost             2024   2025\nNog te dekken      12     13", "no"),
        ("In de tabel staan de bedragen die beschikbaar zijn.\n\nTabel 4 (x € 1.000)\n\n"
         "Post       2024   2025\nOpvang       12     13", "yes"),
        ("Tabel 4: Middelen (x € 1.000)\n\nPost     2024   2025\nOpvang     12     13", "unknown"),
    ],
)  # fmt: skip
def test_the_words_around_a_table_tell_of_its_cover(table: str, funded: str) -> None:
    found = _found(table, CandidateKind.AMOUNT)
    assert [each.detail["funded"] for each in found] == [funded, funded]


@pytest.mark.parametrize(
    "lines",
    [
        "Inhoud             Pagina\nInleiding               3\nAanpak in 2023          5",
        "Stappen              Wanneer\nScholing van koks    Q1 2023\nProef               Q3 2023",
    ],
)
def test_columns_without_figures_of_a_year_are_no_table(lines: str) -> None:
    assert _years(lines) == []


YEARS = "Indicator           2018    2019    2020    2021    "
FIGURES = "Meldingen           71      84      66      "


@pytest.mark.parametrize(
    "table",
    [
        f"{YEARS}Streefwaarde\n{' ' * 53}2024\n{FIGURES}n.b.    100",
        f"{YEARS}Doel 2024   Bron\n{FIGURES}*       100         CBS",
        f"{YEARS}2024 (doel)\n{FIGURES}–       ≥ 100",
        f"{YEARS}Streven 2024\n{FIGURES}geen    100 of meer",
        f"{YEARS}Doel 2024\nAlle\nsoorten\n{FIGURES}–       100",
        f"{YEARS}Doel 2024\n{FIGURES}–       100\nvan scholen",
    ],
)
def test_heads_of_two_lines_words_behind_and_labels_of_several_lines(table: str) -> None:
    (row,) = find_tables(table.split("\n"))[0].rows
    found = {
        re.sub(r"\D", "", head.text): (figure_of(cell) or ("",))[0] for cell, head in row.cells
    }
    assert found == {"2018": "71", "2019": "84", "2020": "66", "2021": "", "2024": "100"}


@pytest.mark.parametrize(
    "table",
    [
        "Kerncijfers 2022\n\nAangiften                1.210\nControles                  340",
        "Controles              2022\nAangiften              1.210\nBezoeken                 340",
    ],
)
def test_one_year_may_stand_over_all_figures(table: str) -> None:
    assert _years(table) == [(2022, 1210, "realised"), (2022, 340, "realised")]


def test_a_part_behind_its_whole_has_its_year() -> None:
    table = "Regio | Aangiften 2022 | Waarvan jong\nNoord | 120 | 34\nZuid | 80 | 12\n"
    assert [year for year, *_ in _years(table)] == [2022] * 4


def test_a_table_of_contents_under_a_title_with_a_year_holds_no_figures() -> None:
    assert _years("Het programma van 2022\n\nInleiding          3\nDe aanpak          7\n") == []


@pytest.mark.parametrize(
    "table",
    [
        "Aantal aangiften\n   2022     2023\n  1.210    1.340",
        "             Q1 2022   Q1 2023\nAangiften      1.210     1.340",
        "Aangiften over koks\n\n- 2022: 1.210\n- 2023: 1.340\n",
    ],
)
def test_a_year_may_stand_over_bare_figures_or_before_them(table: str) -> None:
    assert _years(table) == [(2022, 1210, "realised"), (2023, 1340, "realised")]


def test_heads_under_a_caption_are_never_figures() -> None:
    table = (
        "Tabel 1\n                      2021      2022\nAangiften              791       868\n"
        "   waarvan jong         96       102\n"
    )
    assert _years(table) == [
        (2021, 791, "realised"), (2022, 868, "realised"),
        (2021, 96, "realised"), (2022, 102, "realised"),
    ]  # fmt: skip


@pytest.mark.parametrize("less", ["(250)", "-2,5", "−2,5"])
def test_a_negative_cell_gives_nothing_and_leaves_the_others(less: str) -> None:
    assert _years(f"Saldo        2022      2023\nAangiften     400     {less}\n") == [
        (2022, 400, "realised")
    ]


_SUMS = "Tabel 1 (x € 1 miljoen)\n\nOnderdeel      2023    2024\nOpvang            2       3\n"


@pytest.mark.parametrize(
    ("before", "after", "funded"),
    [
        ("", "", "unknown"),
        ("", "Deze middelen zijn verwerkt in de Voorjaarsnota.", "yes"),
        ("", "Voor deze bedragen is nog geen dekking gevonden.", "no"),
        ("", "Voor de poster is € 75.000 beschikbaar.", "unknown"),
        ("Het kabinet heeft geld vrijgemaakt. De verdeling is als volgt.", "", "yes"),
        (
            "Het kabinet heeft geld vrijgemaakt.\n\nHieronder staat wat nodig zou zijn.",
            "",
            "unknown",
        ),
    ],
)
def test_the_paragraphs_around_a_table_tell_of_its_cover(
    before: str, after: str, funded: str
) -> None:
    found = _found(f"{before}\n\n{_SUMS}\n{after}", CandidateKind.AMOUNT)
    assert [each.detail["funded"] for each in found][:2] == [funded, funded]


def test_a_column_may_say_what_pays() -> None:
    table = (
        "Onderdeel                Bedrag         Dekking\n"
        "Opvang                   € 2.000.000    begroting van het ministerie\n"
        "Poster                   € 150.000      nog te bepalen\n"
    )
    found = _found(table, CandidateKind.AMOUNT)
    assert [each.detail["funded"] for each in found] == ["yes", "no"]


@pytest.mark.parametrize(
    "table",
    [
        "Bijdrage (€)        2022         2023\nOpvang         1.200.000    1.400.000\n",
        "                    2022              2023\n"
        "Opvang         € 1.200.000       €   1.400.000\n",
        "Jaar      Opvang (€)     Plekken\n2022      1.200.000           40\n"
        "2023      1.400.000           45\n",
    ],
)
def test_a_sum_in_whole_euro_is_told_by_its_head_or_its_sign(table: str) -> None:
    assert [each[:2] for each in _sums(table)] == [(1_200_000, 2022), (1_400_000, 2023)]


def test_a_count_beside_sums_is_no_sum() -> None:
    table = (
        "Jaar      Opvang (€)     Plekken\n2022      1.200.000           40\n"
        "2023      1.400.000           45\n"
    )
    assert _years(table) == [(2022, 40, "realised"), (2023, 45, "realised")]


def test_a_list_of_sums_has_the_cover_of_the_words_over_it() -> None:
    text = "Voor opvang is uitgetrokken:\n\n- 2023: € 2 miljoen\n- 2024: € 3 miljoen"
    found = _found(text, CandidateKind.AMOUNT)
    assert [each.detail["funded"] for each in found] == ["yes", "yes"]


def test_a_sum_in_a_line_of_its_own_is_read() -> None:
    assert [each[0] for each in _sums("Opvang: € 2.000.000\nPoster: € 150.000\n")] == [
        2_000_000,
        150_000,
    ]
