"""Counts in a sentence without a time of its own: of the figures around them, or of now."""

import time

import pytest

from samen.core.reading import read_letter

_TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"


def _figures(text: str) -> list[tuple[object, object]]:
    letter = read_letter(f"{_TOP}{text}\n\nHoogachtend,\n".encode(), "a.txt")
    found = [c.detail for c in letter.candidates if c.kind.value == "indicator"]
    return [(each["value"], each["year"]) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uit de cijfers van de bond over 2021 blijkt het volgende. De bond nam 189 koks aan.",
         [(189, 2021)]),
        ("De rechters wezen 97 vonnissen, waarvan 71 over muizen.", [(97, 2023), (71, 2023)]),
        ("Er zijn 36 koks, 52 bakkers en 210 obers getraind.",
         [(36, 2023), (52, 2023), (210, 2023)]),
        ("Naast de 212 bedden zijn 30 noodplekken beschikbaar.", [(30, 2023)]),
        ("De opvang heeft 48 plekken, waarvan 12 voor koks.", [(48, 2023), (12, 2023)]),
        ("In 2022 waren er 1.214 branden. Van deze branden leidden 318 tot schade.",
         [(1214, 2022), (318, 2022)]),
        ("De film is 3,1 miljoen keer bekeken.", [(3100000, 2023)]),
    ],
)  # fmt: skip
def test_what_happened_is_counted(text: str, expected: list[tuple[int, int]]) -> None:
    assert _figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De bond voerde 1.350 gesprekken (2022: 1.290; 2021: 1.175).",
         [(1350, 2023), (1290, 2022), (1175, 2021)]),
        ("Vier keukens zijn gesloten, tegen zeven in heel 2022.", [(4, 2023), (7, 2022)]),
        ("De uitval was met 12% lager dan in 2022 (15%).", [(12, 2023), (15, 2022)]),
        ("De bond nam 189 zaken in behandeling, meer dan het jaar daarvoor.", [(189, 2023)]),
        ("Het verloop nam af met 18% ten opzichte van de eerste helft van 2022.", [(18, 2023)]),
    ],
)  # fmt: skip
def test_an_older_number_keeps_its_year_to_itself(
    text: str, expected: list[tuple[int, int]]
) -> None:
    assert _figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De gemiddelde straf bedroeg 27 maanden (in 2019: 24 maanden).", [(27, 2020), (24, 2019)]),
        ("De waardering was 7,4 in 2022; het doel is een 8 in 2025.", [(7.4, 2022), (8, 2025)]),
        ("Het aandeel loopt uiteen van 22% in Almelo tot 41% in Ede.", [(22, 2023), (41, 2023)]),
        ("In 2022 verschilde het: in Almelo 640, in Ede 212 en in Delft 75 meldingen.",
         [(640, 2022), (212, 2022), (75, 2022)]),
        ("In 2022 deden 9 gemeenten mee.", [(9, 2022)]),
        ("In 2022 was negen op de tien leerlingen tevreden.", [(None, 2022)]),
    ],
)  # fmt: skip
def test_averages_marks_and_places_are_figures(
    text: str, expected: list[tuple[object, int]]
) -> None:
    assert _figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Er is subsidie verleend voor de duur van vier jaren.",
        "De index (2019 = 100) is van de bond.",
        "De bond deed een onderzoek onder 312 koks.",
    ],
)
def test_who_was_asked_and_what_numbers_only_are_no_figures(text: str) -> None:
    assert _figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2022 waren de aantallen als volgt:\n\n- Almelo: 41\n- Ede: 52;\n- Delft: 63",
         [("Almelo", 41, 2022), ("Ede", 52, 2022), ("Delft", 63, 2022)]),
        ("Aantallen:\n\n• branden 2022: 412 (2021: 398)\n• muizen 2022: 96 (2021: 101)",
         [("branden", 412, 2022), ("branden", 398, 2021), ("muizen", 96, 2022),
          ("muizen", 101, 2021)]),
        ("Voor vragen over de aantallen van 2022:\n\n- telefoon: 5123\n- kenmerk: 41", []),
    ],
)  # fmt: skip
def test_a_line_gives_its_name_and_the_words_over_it_its_year(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    letter = read_letter(f"{_TOP}{text}\n\nHoogachtend,\n".encode(), "a.txt")
    found = [c for c in letter.candidates if c.kind.value == "indicator"]
    told = [(c.detail["name"], c.detail["value"], c.detail["year"]) for c in found]
    assert [one for one in told if one in expected] == expected
    if not expected:
        assert told == []


def test_an_aim_in_the_next_line_is_not_that_of_this_one() -> None:
    text = "Aandeel gemeenten\n\n2021: 51%\n2022: 63%\nDoel 2025: 90%"
    letter = read_letter(f"{_TOP}{text}\n\nHoogachtend,\n".encode(), "a.txt")
    found = [c.detail for c in letter.candidates if c.kind.value == "indicator"]
    assert [each["value_kind"] for each in found] == ["realised", "realised", "target"]


def test_a_long_line_of_counts_takes_time_in_proportion() -> None:
    line = "In 2022 kwamen 40 koks, tegen 38 in 2021, en vertrokken 17 bakkers en 12 obers. "
    start = time.perf_counter()
    _figures(line * 100)
    short = time.perf_counter() - start
    start = time.perf_counter()
    _figures(line * 400)
    assert time.perf_counter() - start < 10 * short
