"""Names: what is evened out, what is kept apart, and what is no name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.matching.names import (
    MOST_TOKENS,
    family_tokens,
    given_tokens,
    name_words,
    split_full_name,
    token,
)
from samen.core.matching.romanisation import LONGEST, plain
from samen.core.matching.sounds import heard, skeleton


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Łukasz", "lukasz"),
        ("Иван Петров", "ivan petrov"),
        ("محمد", "mhmd"),
        ("Nguyễn Thị Hạnh", "nguyen thi hanh"),
        ("O’Neil", "oneil"),
        ("Jan\u200bsen", "jansen"),
        ("\u202eJan\u202c\x00", "jan"),
        ("Ștefănescu", "stefanescu"),
        ("De  Vries-Smit ", "de vries smit"),
        ("", ""),
    ],
)
def test_any_script_becomes_plain_letters(written: str, read: str) -> None:
    assert plain(written) == read


@given(st.text(max_size=600))
def test_every_text_has_a_plain_form_that_stays(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert len(name_words(text)) <= MOST_TOKENS


def test_a_pasted_text_is_cut() -> None:
    assert plain("a" * 100_000) == "a" * LONGEST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jansen", "Janssen"),
        ("Meijer", "Meyer"),
        ("Kowalska", "Kowalski"),
        ("Ivanova", "Ivanoff"),
        ("Georgiev", "Georgieva"),
        ("Wisniewski", "Vishnievski"),
        ("Tsvetkov", "Cvetkov"),
        ("Chukwu", "Tsjukwu"),
        ("Bakker", "Backer"),
    ],
)
def test_what_a_clerk_hears_is_one_sound(one: str, other: str) -> None:
    assert token(plain(one)).sound == token(plain(other)).sound


@pytest.mark.parametrize(
    ("one", "other"), [("Bakker", "Bekkers"), ("Nowak", "Novotny"), ("Le", "Do")]
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert token(plain(one)).sound != token(plain(other)).sound


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_a_word_always_has_a_sound(word: str) -> None:
    assert heard(word)
    assert skeleton(heard(word))


@pytest.mark.parametrize("written", ["van den Berg", "Berg, van den", "den Berg van", "BERG"])
def test_a_particle_goes_wherever_it_stands(written: str) -> None:
    assert [each.text for each in family_tokens(written)] == ["berg"]


@pytest.mark.parametrize("family", ["Le", "Do", "de"])
def test_a_name_of_particles_alone_stays(family: str) -> None:
    assert [each.text for each in family_tokens(family)] == [family.lower()]


@pytest.mark.parametrize(
    "written", ["onbekend", "N.N. onbekend", "NN", "test", "\u200b", "?", "123"]
)
def test_what_is_no_name_is_none(written: str) -> None:
    assert name_words(written) == []


def test_a_married_name_has_two_parts() -> None:
    parts = [each.text for each in family_tokens("Jansen - de Vries")]
    assert parts == ["jansen", "vries"]


def test_a_hungarian_wife_has_her_husbands_name() -> None:
    assert family_tokens("Szabóné") == family_tokens("Szabo")


@pytest.mark.parametrize(
    ("short", "whole"), [("Gosia", "Małgorzata"), ("Seun", "Oluwaseun"), ("Kees", "Cornelis")]
)
def test_a_short_form_sounds_like_its_name(short: str, whole: str) -> None:
    assert given_tokens(short)[0].sound == given_tokens(whole)[0].sound


@pytest.mark.parametrize(
    ("whole", "given_name", "family_name"),
    [
        ("Jan de Vries", "Jan", "de Vries"),
        ("Vries, Jan de", "Jan de", "Vries"),
        ("Anna Maria Nowak", "Anna Maria", "Nowak"),
        ("Nowak", "", "Nowak"),
    ],
)
def test_a_full_name_is_split(whole: str, given_name: str, family_name: str) -> None:
    assert split_full_name(whole) == (given_name, family_name)
