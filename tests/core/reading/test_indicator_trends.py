"""Developments and shares told in words: no value, the year of the figures around or of now."""

import pytest

from tests.core.reading.letters_read import figures_of

_LETTER = "Datum 14 maart 2024\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"


def _read(text: str) -> list[tuple[object, ...]]:
    return figures_of(f"{_LETTER}{text}\n")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Het aantal aanmeldingen groeit.", 2024),
        ("Het aantal klachten dat wij ontvangen, neemt al jaren toe.", 2024),
        ("De wachttijden in de opvang lopen op.", 2024),
        ("De instroom nam in 2022 verder af.", 2022),
        ("Het aandeel mannen is in 2023 gestegen.", 2023),
        ("Het percentage zaken dat wordt geseponeerd, bleef in 2023 gelijk.", 2023),
        ("Duidelijk is dat de aangiftebereidheid daalt.", 2024),
        ("De meldingen namen vorig jaar licht af.", 2023),
        ("Steeds meer scholen vragen om voorlichting.", 2024),
        ("Jongens worden steeds vaker benaderd.", 2024),
        ("Vrouwen vormen een steeds kleiner deel van de meldingen.", 2024),
        ("Drie op de tien slachtoffers zijn minderjarig.", 2024),
        ("Een kwart van de meldingen komt van burgers.", 2024),
    ],
)
def test_a_development_or_a_share_in_words(text: str, year: int) -> None:
    assert _read(text) == [(None, year, "trend")]


def test_the_year_is_that_of_the_figures_before_it() -> None:
    told = "In 2022 kwamen er 640 meldingen binnen."
    assert _read(f"{told} Het aantal meldingen over kinderen stijgt.")[1:] == [
        (None, 2022, "trend")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Het aantal klachten moet dalen.",
        "Ik vraag mij af of het aantal klachten stijgt.",
        "Wij nemen maatregelen zodat de wachttijd afneemt.",
        "De helft van de subsidie is uitgekeerd.",
        "Er is € 4 miljoen beschikbaar. De helft daarvan gaat naar jongeren.",
        "Het rapport ligt nog steeds ter inzage.",
    ],
)
def test_a_wish_a_fear_or_a_sum_is_none(text: str) -> None:
    assert _read(text) == []


def test_a_rise_of_which_the_number_is_told_is_told_once() -> None:
    assert _read("Het aantal aangiften nam toe tot 97 in 2023.") == [(97, 2023, "realised")]
