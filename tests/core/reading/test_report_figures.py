"""Figures in the prose of yearly and half-yearly reports, which seldom repeat their year."""

import pytest

from tests.core.reading.letters_read import figures_of

_YEARLY = "Jaaroverzicht keukens 2022\nVastgesteld op 25 april 2023\n\n"
_HALF = "HALFJAARBERICHT 2023\nLandelijk Meldpunt Keukens\n29 augustus 2023\n\n"
_LETTER = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"


def _read(text: str, top: str = _YEARLY) -> list[tuple[object, ...]]:
    return figures_of(f"{top}{text}\n")


def _figures(text: str, top: str = _YEARLY) -> list[tuple[object, ...]]:
    return [(value, year) for value, year, _ in _read(text, top)]


@pytest.mark.parametrize("title", ["Jaarcijfers koks 2022", "Jaarverslag 2022", "Kokscijfers 2022"])
def test_the_title_gives_the_year(title: str) -> None:
    text = "De dienst kreeg 1.893 meldingen. De kookbus werd 3.410 keer bezocht."
    assert _figures(text, f"{title}\n25 april 2023\n\n") == [(1893, 2022), (3410, 2022)]


def test_the_title_of_a_letter_about_a_report_gives_no_year() -> None:
    top = "Datum 5 oktober 2023\nBetreft Jaarverslag 2022\n\nGeachte voorzitter,\n\n"
    assert _figures("De dienst kookte 1.893 maaltijden.", top) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De dienst kreeg 93 vragen, een daling ten opzichte van de 99 van het jaar ervoor.",
         [(93, 2022), (99, 2021)]),
        ("Het aantal meldingen steeg van 41 naar 67.", [(41, 2021), (67, 2022)]),
        ("Het aantal koks groeide van 214 in 2020, via 226 in 2021, tot 261.",
         [(214, 2020), (226, 2021), (261, 2022)]),
        ("Het verloop kwam uit op 8,4 procent, tegenover 6,9 procent in 2021.",
         [(8.4, 2022), (6.9, 2021)]),
        ("Van de koks was 62 procent man (2021: 58 procent).", [(62, 2022), (58, 2021)]),
        ("De bezetting was 93%; begin 2021 nog 88%.", [(93, 2022), (88, 2021)]),
        ("Aan het begin van het jaar telde de dienst 617 koks.", [(617, 2022)]),
        ("De doorlooptijd bedroeg 19 dagen, drie dagen korter dan vorig jaar.", [(19, 2022)]),
        ("In 2022 kwamen 172 zaken binnen, 14 meer dan in 2021 (158).",
         [(172, 2022), (158, 2021)]),
    ],
)  # fmt: skip
def test_a_number_beside_an_older_one_is_of_the_report(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert _figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er werden 203 aangiften gedaan: 140 van vrouwen en 63 van mannen.", [203, 140, 63]),
        ("Er waren 612 meldingen. Daarvan zijn er 244 doorgezet naar de politie en 58 naar artsen.",
         [612, 244, 58]),
        ("De dienst bezocht 46 adressen, waarvan er bij 11 iets niet klopte.", [46, 11]),
        ("De dienst kreeg 261 meldingen. Zestig van hen waren jonger dan 23 jaar.", [261, 60]),
    ],
)  # fmt: skip
def test_parts_have_the_year_of_their_whole(text: str, expected: list[int]) -> None:
    assert _figures(text) == [(value, 2022) for value in expected]


def test_a_part_of_a_count_in_a_letter_is_one_too() -> None:
    text = "In 2022 kwamen 46 meldingen binnen. Daarvan hadden er 37 een vervolg."
    assert _figures(text, _LETTER) == [(46, 2022), (37, 2022)]


def test_what_opens_a_line_is_no_figure_of_the_report() -> None:
    assert _figures("12 Jaarbericht van de dienst\n\n2020 2021 verschil") == []


def test_a_number_for_half_a_year_before_leaves_the_first_its_own_year() -> None:
    text = "Eind juni waren 138 koks aan het werk, een half jaar eerder 121."
    assert _figures(text, _HALF) == [(138, 2023), (121, 2022)]


def test_a_stretch_within_a_year_gives_the_year() -> None:
    text = "Tussen 1 januari en 1 juli 2023 kwamen 612 meldingen binnen, tegen 548 in 2022."
    assert _figures(text, _LETTER) == [(612, 2023), (548, 2022)]


def test_until_a_month_gives_the_year() -> None:
    text = "Tot en met september van dit jaar staat de teller op 28 meldingen."
    assert _figures(text, _LETTER) == [(28, 2023)]


def test_what_is_expected_is_aimed_at() -> None:
    assert _read("Voor heel 2023 verwacht de dienst 1.250 meldingen.", _HALF) == [
        (1250, 2023, "target")
    ]


def test_the_first_of_a_rise_keeps_its_year_to_itself() -> None:
    text = (
        "In 2022 kwamen 93 meldingen binnen. "
        "Het aandeel daalde van 15,2 procent in 2021 naar 14,6 procent."
    )
    assert _figures(text, _LETTER) == [(93, 2022), (15.2, 2021), (14.6, 2022)]


@pytest.mark.parametrize(
    "text",
    [
        "Driekwart van de koks was man.",
        "Iets meer dan de helft leidde tot een gesprek.",
        "Een op de vijf koks sprak Pools.",
        "Ruim een kwart van de meldingen ging over soep.",
    ],
)
def test_a_share_in_words_is_a_trend_of_the_report(text: str) -> None:
    assert _read(text) == [(None, 2022, "trend")]


def test_two_shares_in_words_have_each_their_year() -> None:
    text = "Ruim een kwart van de meldingen ging over soep; in heel 2021 was dat nog een vijfde."
    assert _read(text) == [(None, 2022, "trend"), (None, 2021, "trend")]


def test_a_share_in_words_goes_on_about_the_counts_before_it() -> None:
    text = "In 2022 kwamen 93 meldingen binnen. Ruim een derde betrof soep."
    assert _read(text, _LETTER) == [(93, 2022, "realised"), (None, 2022, "trend")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op 1 december 2022 wachtten 874 jongeren langer dan de norm van de kok.", [(874, 2022)]),
        (
            "Een onderzoek duurde in 2018 gemiddeld 415 dagen; drie jaar eerder was dat 290 dagen.",
            [(415, 2018), (290, 2015)],
        ),
        (
            "De dienst zag in de eerste acht maanden van 2022 ruim 188.200 maaltijden.",
            [(188200, 2022)],
        ),
        (
            "In 2021 kookten 27,6 miljoen mensen. Vijf jaar eerder waren het er 24 miljoen.",
            [(27600000, 2021), (24000000, 2016)],
        ),
        (
            "In 2018 waren er 233 meldingen. Het aantal onderzoeken bleef met 24 vrijwel gelijk.",
            [(233, 2018), (24, 2018)],
        ),
    ],
)
def test_the_time_of_a_count_in_a_letter(text: str, expected: list[tuple[int, int]]) -> None:
    assert _figures(text, _LETTER) == expected


def test_words_behind_the_year_of_a_title_leave_it_a_report() -> None:
    top = "Halfjaarrapportage 2022 - Meldpunt Koks\n25 april 2023\n\n"
    assert _figures("De dienst kreeg 312 meldingen.", top) == [(312, 2022)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drie meldingen gingen naar de politie; daarvan leidde er één tot een aangifte.",
         [(3, 2022), (1, 2022)]),
        ("Er waren 203 koks, 8% minder dan vorig jaar. Het aantal daalde ten opzichte van 2021 "
         "(221).", [(203, 2022), (221, 2021)]),
        ("Van de 312 meldingen hadden 118 betrekking op de tuin, 64 op de keuken en 41 op de zaal.",
         [(118, 2022), (64, 2022), (41, 2022)]),
        ("Bij 17 van de 29 koks was er brand.", [(17, 2022)]),
    ],
)  # fmt: skip
def test_parts_and_small_numbers_are_figures_of_the_report(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    found = _figures(text)
    assert [one for one in found if one in expected] == expected


def test_a_table_without_a_year_is_of_the_report() -> None:
    head = "Dit is het verslag.\n\nHerkomst           Aantal    Aandeel\n"
    rows = "Noord                  28        60%\n"
    assert _figures(f"{head}{rows}Zuid                   19        40%\n") == [
        (28, 2022), (60, 2022), (19, 2022), (40, 2022)
    ]  # fmt: skip
