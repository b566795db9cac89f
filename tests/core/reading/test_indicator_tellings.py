"""Counts of anything, where a sentence tells how many there were."""

import time

import pytest

from samen.core.reading import read_letter
from samen.core.reading.indicator_tellings import tells_of_the_past
from tests.core.reading.letters_read import figures_of

_LETTER = "Datum 9 februari 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"
_REPORT = "Jaarverslag 2022\nStichting Het Dak\n18 april 2023\n\n"


def _read(text: str, top: str = _LETTER) -> list[tuple[object, ...]]:
    return figures_of(f"{top}{text}\n")


def _figures(text: str, top: str = _LETTER) -> list[tuple[object, ...]]:
    return [(value, year) for value, year, _ in _read(text, top)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Achttien bewoners waren minderjarig.", [(18, 2022)]),
        ("Elf vrouwen verlieten het huis; negen bewoners keerden terug.", [(11, 2022), (9, 2022)]),
        ("Zes koks haalden hun diploma.", [(6, 2022)]),
        ("In dertien zaken werd het vonnis vernietigd.", [(13, 2022)]),
        ("De inspecteurs namen 212 laptops in beslag.", [(212, 2022)]),
    ],
)
def test_what_a_verb_of_the_past_is_about_is_counted(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert _figures(text, _REPORT) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De proef is in drie regio's uitgevoerd.",
        "Op elf scholen is daarover gesproken.",
        "Het rapport waarin 37 dossiers zijn doorgenomen, is openbaar.",
        "Vijf gemeenten hebben een proef uitgevoerd.",
        "De politie neemt 40 koks aan.",
        "Tijdens het debat heb ik drie zaken toegezegd.",
        "Uit het onderzoek kwam dat een kok gemiddeld drie telefoontjes nodig heeft.",
        "In de zaal zaten 25 mensen.",
        "In de brief zijn 40 koks genoemd.",
    ],
)
def test_what_stands_elsewhere_in_the_sentence_is_not(text: str) -> None:
    assert _figures(text) == []


def test_what_is_so_now_is_of_the_year_of_the_letter() -> None:
    text = "Op dit moment verblijven zes vrouwen in de opvang; er is plaats voor 10 personen."
    assert _figures(text) == [(6, 2023), (10, 2023)]


def test_a_row_of_places_counts_one_thing() -> None:
    text = (
        "In 2022 zijn 1.284 meldingen geregistreerd, tegen 1.107 meldingen in 2021. "
        "De eenheid Drenthe registreerde er 211, Emmen 198 en Assen-Noord 87."
    )
    assert _figures(text) == [(1284, 2022), (1107, 2021), (211, 2022), (198, 2022), (87, 2022)]


def test_a_count_between_commas_is_that_of_the_share_before_it() -> None:
    text = "In 2022 hield de politie 207 verdachten aan. Een kwart van hen, 49 personen, was jong."
    assert [figure for figure in _figures(text) if figure[0]] == [(207, 2022), (49, 2022)]


def test_those_of_whom_something_is_told_are_no_question() -> None:
    text = "Er kwamen 633 meldingen binnen, van wie 212 via partners."
    assert _figures(text, _REPORT) == [(633, 2022), (212, 2022)]


def test_an_aim_in_a_subclause_is_one() -> None:
    text = "Ik streef ernaar dat de dienst jaarlijks 60 inspecties uitvoert."
    assert _read(text) == [(60, 2023, "target")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sinds januari van dit jaar zijn er 19 meldingen bijgekomen.", [(19, 2023)]),
        ("In het afgelopen jaar zijn 400 meldingen gedaan.", [(400, 2022)]),
        ("In de afgelopen twaalf maanden zijn 640 jongeren begeleid.", [(640, None)]),
    ],
)
def test_a_year_up_to_the_letter_is_the_year_that_most_of_it_lies_in(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert _figures(text) == expected


def test_the_number_in_brackets_behind_a_year_earlier_is_of_that_one() -> None:
    text = "De bezetting lag op 91%, iets lager dan een jaar eerder (94%)."
    assert _figures(text, _REPORT) == [(91, 2022), (94, 2021)]


@pytest.mark.parametrize(
    "top",
    [
        "Programmarapportage koken, tweede helft 2022\nUtrecht, 14 maart 2023\n\n",
        "Koksdienst\n14 maart 2023\n\nDeze rapportage beslaat de periode juli tot en met december "
        "2022.\n\n",
    ],
)
def test_a_report_says_which_year_it_tells_of(top: str) -> None:
    assert _figures("De dienst legde 98 boetes op.", top) == [(98, 2022)]


def test_the_end_of_the_year_of_a_report_is_no_aim() -> None:
    text = "Eind van het jaar waren er 58 medewerkers in dienst."
    assert _read(text, _REPORT) == [(58, 2022, "realised")]


def test_a_report_without_a_date_tells_of_its_own_year() -> None:
    top = "Fonds Het Dak\nHalfjaarbericht 2024, januari t/m juni\n\n"
    text = "Het fonds ontving 143 aanvragen en kende er 61 toe. Dat is 43 procent."
    assert _figures(text, top) == [(143, 2024), (61, 2024), (43, 2024)]


def test_a_mark_from_one_to_ten_is_a_figure() -> None:
    text = "Bewoners gaven de begeleiding een 7,9. Artikel 3 kreeg een 7,9 keer zo lange tekst."
    assert _figures(text, _REPORT) == [(7.9, 2022)]


def test_a_number_in_brackets_counts_what_stands_before_it() -> None:
    text = "In 2022 zijn 33 zaken geseponeerd, meestal wegens gebrek aan bewijs (27)."
    assert _figures(text) == [(33, 2022), (27, 2022)]
    assert _figures("In 2022 zijn 33 zaken geseponeerd (artikel 12, lid (2)).") == [(33, 2022)]


def test_what_is_expected_is_an_aim_of_the_year() -> None:
    text = "Voor het gehele jaar verwachten wij ongeveer 1.000 meldingen."
    assert _read(text) == [(1000, 2023, "target")]


def test_an_aim_for_a_length_of_time_goes_on_from_what_it_was() -> None:
    text = "De doorlooptijd was in 2022 nog 418 dagen. Doel is 300 dagen in 2023."
    assert _read(text) == [(418, 2022, "realised"), (300, 2023, "target")]


def test_a_norm_in_brackets_is_the_aim_of_the_number_before_it() -> None:
    text = "De wachttijd was gemiddeld 12 dagen (norm: 10 dagen)."
    assert _read(text, _REPORT) == [(12, 2022, "realised"), (10, 2022, "target")]


def test_a_number_in_brackets_takes_the_noun_before_it() -> None:
    text = "In 2022 zijn 868 slachtoffers gemeld. De meeste slachtoffers (489) zijn vrouw."
    assert _figures(text) == [(868, 2022), (489, 2022)]


def test_a_progress_report_tells_of_the_year_in_its_title() -> None:
    top = "Programma Het Dak\nVoortgangsrapportage 2022\nDatum: 12 maart 2023\n\n"
    assert _figures("Het team droeg 57 dossiers over.", top) == [(57, 2022)]


def test_what_was_done_is_of_the_year_of_the_figures_above_it() -> None:
    top = "Datum 7 juni 2023\nBetreft Koken\n\nGeachte raad,\n\n"
    text = "In 2021 waren er 188 meldingen.\n\nDe dienst voerde 342 gesprekken."
    assert _figures(text, top) == [(188, 2021), (342, 2021)]
    text = "In 2021 waren er 188 meldingen.\n\nNu zijn er 342 bedden beschikbaar."
    assert _figures(text, top) == [(188, 2021), (342, 2023)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2021 waren er elf inrichtingen. Dat zijn er nu acht.", (8, 2023, "realised")),
        ("Bij zeven adressen is een waarschuwing uitgedeeld.", (7, 2023, "realised")),
        ("Het doel is 90% in 2025; de stand is 81%.", (81, 2023, "realised")),
        ("In 2024 willen wij 2.200 meldingen behandelen.", (2200, 2024, "target")),
    ],
)
def test_states_and_wishes(text: str, expected: tuple[object, ...]) -> None:
    assert _read(text)[-1] == expected


def test_verbs_of_the_past() -> None:
    assert tells_of_the_past("De politie heeft twee panden gekraakt")
    assert tells_of_the_past("zij begeleidde er twee")
    assert not tells_of_the_past("de politie heeft twee panden in het gebied")


def test_a_long_row_of_numbers_takes_no_square_of_time() -> None:
    def seconds(size: int) -> float:
        row = ", ".join(f"Stad{chr(97 + i % 26)} {i + 100}" for i in range(size))
        start = time.process_time()
        read_letter(f"{_LETTER}In 2022 zijn 9.000 meldingen gedaan: {row}.\n".encode(), "a.txt")
        return time.process_time() - start

    seconds(50)
    assert seconds(1600) < 12 * max(seconds(400), 0.05)
