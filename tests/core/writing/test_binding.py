"""No digit of an entry's words stays loose."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.writing.binding import bind
from samen.core.writing.draft import without_fields

SAID_ON = date(2021, 11, 17)


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("Op 3 maart 2022 is dit gestart", "Op [[date:2022-03-03]] is dit gestart"),
        ("Dit is op 8 oktober jl. besloten", "Dit is op [[date:2021-10-08]] besloten"),
        ("Dit volgt voor de zomer van 2022", "Dit volgt voor de zomer van [[date:2022]]"),
        ("Er zijn 34 gemeenten", "Er zijn [[cited:5:34]] gemeenten"),
        ("Door Covid-19 liep dit uit", "Door [[name:Covid-19]] liep dit uit"),
    ],
)
def test_digits_become_fields(words: str, bound: str) -> None:
    assert bind(words, entry=5, said_on=SAID_ON) == bound


def test_a_relative_date_becomes_absolute_since_the_next_letter_is_of_another_year() -> None:
    assert "[[date:2021]]" in bind("Dit najaar begint het", entry=5, said_on=SAID_ON)


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("Zij gaat in het laatste kwartaal van dit jaar van start",
         "Zij gaat in het vierde kwartaal van [[date:2021]] van start"),
        ("Zij volgt in het vierde kwartaal", "Zij volgt in het vierde kwartaal van [[date:2021]]"),
        ("Zij begint dit najaar", "Zij begint in het najaar van [[date:2021]]"),
    ],
)  # fmt: skip
def test_what_leads_a_period_in_is_said_once(words: str, bound: str) -> None:
    assert bind(words, entry=5, said_on=SAID_ON) == bound


def test_a_paper_becomes_a_footnote() -> None:
    assert "[[paper:kst-28638-192]]" in bind("De motie (28638-192) loopt", entry=5, said_on=SAID_ON)


@given(st.text(max_size=80))
def test_no_digit_is_left_outside_a_field(words: str) -> None:
    left = without_fields(bind(words, entry=5, said_on=SAID_ON))
    assert not any(c in "0123456789" for c in left)
