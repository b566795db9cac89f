"""What a candidate is called in the register."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.letters.wording import action_words, letter_title, sentence_around, subject_of

TEXT = """Een kop

Eerst iets anders. De opvang kost
2 miljoen euro per jaar. En dan nog iets.

Slot."""


def test_the_sentence_around_a_stretch_is_found_within_its_paragraph() -> None:
    start = TEXT.index("2 miljoen")
    assert sentence_around(TEXT, start, start + 9) == "De opvang kost 2 miljoen euro per jaar."
    assert sentence_around(TEXT, 0, 3) == "Een kop"


@given(st.text("ab .\n", max_size=60), st.integers(0, 59), st.integers(1, 20))
def test_the_stretch_itself_is_always_in_it(text: str, start: int, length: int) -> None:
    stretch = " ".join(text[start : start + length].split())
    assert stretch in sentence_around(text, start, min(start + length, len(text)))


@pytest.mark.parametrize(
    ("what", "owners", "told"),
    [
        ("verzorgt drie werksessies", ["VNG"], "VNG verzorgt drie werksessies"),
        ("verzorgt drie werksessies", [], "De hele zin."),
        ("verzorgt drie werksessies", ["VNG", "politie"], "De hele zin."),
        ("De VNG verzorgt drie werksessies", ["VNG"], "De VNG verzorgt drie werksessies"),
        ("in mei verzorgt de VNG er drie", ["VNG"], "in mei verzorgt de VNG er drie"),
    ],
)
def test_an_action_stands_by_itself(what: str, owners: list[str], told: str) -> None:
    assert action_words(what, owners, "De hele zin.") == told


@pytest.mark.parametrize(
    ("head", "subject"),
    [
        ("Datum 4 mei\nOnderwerp: Vierde voortgangsbrief\nKenmerk 1", "Vierde voortgangsbrief"),
        ("Betreft  Tweede brief         Bijlagen\n         Niemand uitgebuit       1\n",
         "Tweede brief Niemand uitgebuit"),
        ("Onderwerp Jeugdigen en uitbuiting\n\nGeachte voorzitter", "Jeugdigen en uitbuiting"),
        ("Het onderzoek betreft  een update.\nDit onderwerp: lastig.", ""),
        ("Betreft een kleine groep.", ""),
        ("Onderwerp:\n", ""),
    ],
)  # fmt: skip
def test_a_letter_says_what_it_is_about(head: str, subject: str) -> None:
    assert subject_of(head) == subject


def test_a_letter_is_called_by_its_subject_then_its_day_then_its_file() -> None:
    on = date(2021, 11, 17)
    assert letter_title("b.txt", on, "Voortgang") == "Voortgang (brief 17 november 2021)"
    assert letter_title("b.txt", None, "Voortgang") == "Voortgang"
    assert letter_title("b.txt", on) == "Brief 17 november 2021"
    assert letter_title("b.txt", None) == "Brief b.txt"
