"""A letter into candidates: the whole chain on invented letters."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.reading import Candidate, Reading, read_letter
from samen.core.terms import CandidateKind

LETTER = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20018
2500 EA DEN HAAG

Datum 12 mei 2020
Onderwerp Tweede voortgangsbrief aanpak uitbuiting
Ons kenmerk 1234567

Geachte voorzitter,

Met deze brief informeer ik uw Kamer over het programma Samen tegen mensenhandel.

Cijfers

Het aantal bij CoMensha gemelde slachtoffers steeg van 612 in 2018 naar 733 in 2019. De
doelstelling voor het aantal OM-verdachten is 180 in 2020. Het aantal meldingen van
arbeidsuitbuiting ging in 2019 met 12% omhoog ten opzichte van 2018. Meer gemeenten dan vorig
jaar hebben beleid tegen mensenhandel. In de zaal zaten 25 mensen.

Uitvoering

De Significa Groep onderzoekt dit in Zwolle. Het rapport ‘Een dicht gordijn’ van de Algemene
Rekenkamer verscheen op 3 maart jl. Mevrouw A. Wolthuis leidt de proef.

Hoogachtend,

De Staatssecretaris van Justitie en Veiligheid,

J. Oldenkamp
"""


def read(text: str = LETTER) -> Reading:
    return read_letter(text.encode(), "brief.txt")


def of_kind(reading: Reading, kind: CandidateKind) -> list[Candidate]:
    return [each for each in reading.candidates if each.kind is kind]


def names(reading: Reading, kind: CandidateKind) -> list[Any]:
    return [each.detail["name"] for each in of_kind(reading, kind)]


WIDE_HEAD = f"""Ministerie van Werk
De Voorzitter van de Tweede Kamer{" " * 40}Directie Sociaal Domein
Postbus 20018{" " * 60}Parnassusplein 5
2500 EA DEN HAAG{" " * 57}2511 VX Den Haag

Datum     2 december 2022{" " * 48}Kenmerk
Betreft   Derde rapportage{" " * 47}3466120-PDC

Geachte voorzitter,

De proef is op 14 februari begonnen.
"""


def test_a_letterhead_in_two_wide_columns_gives_the_date() -> None:
    reading = read(WIDE_HEAD)
    assert reading.masthead.date == "2022-12-02"
    assert [c.quote for c in of_kind(reading, CandidateKind.DATE)] == ["14 februari"]


NARROW_HEAD = f"""> Retouradres Postbus 90801 2509 LV Den Haag{" " * 20}Directie Gezond en Veilig
{" " * 64}Werken en Inspectie
Aan de Voorzitter van de Tweede Kamer{" " * 27}Afdeling Arbeidsverhoudingen
der Staten-Generaal{" " * 45}Afdeling Arbeidsvoorziening en
Postbus 20018{" " * 51}Europese Zaken
2500 EA  DEN HAAG

Datum      12 juni 2023{" " * 41}Bijlagen
Betreft    Stand van de bakkerijen{" " * 30}2

Wie voor dag en dauw een oven opstookt, verdient een eerlijk loon. Op 3 maart is de proef begonnen
waarmee drie bakkerijen dat laten zien, en op 1 oktober volgt de rest.
"""


def test_columns_of_addresses_without_a_salutation_are_no_running_text() -> None:
    reading = read(NARROW_HEAD)
    assert reading.masthead.date == "2023-06-12"
    days = [c.detail["earliest"] for c in of_kind(reading, CandidateKind.DATE)]
    assert days == ["2023-03-03", "2023-10-01"]


def test_masthead() -> None:
    head = read().masthead
    assert (head.date, head.reference, head.house) == ("2020-05-12", "1234567", "tweede_kamer")
    assert head.sequence == 2
    assert [(each.name, each.office) for each in head.signatories] == [
        ("J. Oldenkamp", "Staatssecretaris van Justitie en Veiligheid")
    ]


def test_an_older_letter_is_not_this_one() -> None:
    older = "Datum 1 juni 2021\n\nIn de tweede voortgangsbrief van 3 juni 2020 stond een plan."
    assert read(older).masthead.sequence is None


def test_indicators_have_their_own_year() -> None:
    numeric = [each.detail for each in of_kind(read(), CandidateKind.INDICATOR)]
    told = {(each["value"], each["year"], each["value_kind"]) for each in numeric}
    assert told == {
        (612, 2018, "realised"),
        (733, 2019, "realised"),
        (180, 2020, "target"),
        (12, 2019, "trend"),
        (None, 2020, "trend"),
    }


def test_a_count_without_a_series_is_a_quantity() -> None:
    values = [each.detail["value"] for each in of_kind(read(), CandidateKind.QUANTITY)]
    assert values == [25]


def test_names() -> None:
    reading = read()
    assert "Algemene Rekenkamer" in names(reading, CandidateKind.ORGANISATION)
    assert "Significa Groep" in names(reading, CandidateKind.ORGANISATION)
    assert names(reading, CandidateKind.PUBLICATION) == ["Een dicht gordijn"]
    assert names(reading, CandidateKind.PROGRAMME) == ["Samen tegen mensenhandel"]
    assert names(reading, CandidateKind.REGION) == ["Zwolle"]
    assert names(reading, CandidateKind.THEME) == ["Cijfers", "Uitvoering"]
    assert set(names(reading, CandidateKind.PERSON)) == {"A. Wolthuis", "J. Oldenkamp"}


def test_relative_dates_use_the_letters_own_date() -> None:
    days = {
        (each.detail["earliest"], each.detail["latest"])
        for each in of_kind(read(), CandidateKind.DATE)
    }
    assert (date(2020, 3, 3).isoformat(), date(2020, 3, 3).isoformat()) in days


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Op 3 maart 2020 is dit besproken", "“3 maart 2020” noemt een dag"),
        (
            "Begin volgend jaar volgt een rapport",
            "“Begin volgend jaar” noemt een kwartaal; geteld vanaf de brief van 4-4-2021; "
            "de grenzen zijn bij benadering",
        ),
    ],
)
def test_a_date_says_which_words_gave_it_and_from_when_it_is_counted(
    words: str, reason: str
) -> None:
    found = of_kind(read(f"Datum 4 april 2021\n\n{words}.\n"), CandidateKind.DATE)
    assert reason in [each.reason for each in found]


def test_every_candidate_stands_under_its_heading_and_quotes_the_original() -> None:
    folded = " ".join(LETTER.split())
    for each in read().candidates:
        assert each.quote in folded
        assert 0 < each.confidence <= 1
    assert {each.theme for each in of_kind(read(), CandidateKind.INDICATOR)} == {"Cijfers"}


def test_a_note_takes_the_year_of_its_sentence() -> None:
    text = (
        "Datum 4 april 2021\n\nDe politie ontving in 2020 310 meldingen van arbeidsuitbuiting.1 "
        "Dat is een zorgelijk aantal, waarover wij in gesprek blijven met alle partijen.\n\n"
        "1 Een jaar eerder waren dit er 254.\n"
    )
    told = {
        (each.detail["value"], each.detail["year"])
        for each in of_kind(read(text), CandidateKind.INDICATOR)
    }
    assert told == {(310, 2020), (254, 2019)}


def test_without_a_date_relative_dates_stay_open() -> None:
    reading = read("Eind dit jaar volgt een brief.")
    assert reading.masthead.date == ""
    assert all(each.detail["latest"] is None for each in of_kind(reading, CandidateKind.DATE))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*LETTER.split(), "1", "(", "12", ".", "\n\n"]), min_size=3))
def test_any_shuffle_of_words_is_read_with_verbatim_quotes(words: list[str]) -> None:
    text = " ".join(["Brief", *words])
    folded = " ".join(text.split())
    candidates = read(text).candidates
    assert all(each.quote in folded for each in candidates)
    assert [each.start for each in candidates] == sorted(each.start for each in candidates)


def test_each_end_of_a_range_is_an_indicator() -> None:
    text = (
        "Datum 4 april 2021\n\nCijfers\n\nVolgens een schatting zijn er tussen de 4.100 en "
        "6.200 slachtoffers per jaar. In 2019 werden 38 daders veroordeeld voor mensenhandel.\n"
    )
    told = [each.detail for each in of_kind(read(text), CandidateKind.INDICATOR)]
    assert [(each["value"], each["low"], each["high"], each["year"]) for each in told] == [
        (4100, 4100, 6200, 2021),
        (6200, 4100, 6200, 2021),
        (38, None, None, 2019),
    ]


def test_who_moves_is_no_person_and_who_asks_or_signs_is() -> None:
    text = (
        "Datum 4 maart 2024\n\nDe motie van de leden Kwikstaart en Van der Rups is afgedaan. Het "
        "amendement van het lid Zonnebloem vervalt. Het lid Wolbrink vroeg naar de cijfers, "
        "en het lid Kwikstaart naar de wet. De burgemeester mevrouw J. Oldenkamp antwoordde.\n"
    )
    reading = read_letter(text.encode(), "a.txt")
    assert set(names(reading, CandidateKind.PERSON)) == {
        "Wolbrink", "Kwikstaart", "J. Oldenkamp",
    }  # fmt: skip


@pytest.mark.parametrize(
    "name", ["Brom-de Wit", "Brom-van der Wit", "Van Brom-de Wit", "Brom-Wit", "Brom-ten Wit"]
)
def test_a_double_name_is_whole(name: str) -> None:
    text = f"Datum 4 maart 2024\n\nDe burgemeester mevrouw T. {name} antwoordde hierop.\n"
    reading = read_letter(text.encode(), "a.txt")
    assert names(reading, CandidateKind.PERSON) == [f"T. {name}"]


def test_an_act_by_name_counts_once_and_by_its_code_alone_is_a_mere_mention() -> None:
    text = (
        "Datum 4 maart 2024\n\nDe Wet politiegegevens is gewijzigd. Zie de Wet politiegegevens. "
        "De Wmo en de Woningwet gelden, net als artikel 8 Awb en Richtlijn 2011/36/EU. Deze, "
        "Richtlijn 2011/36/EU, is herzien.\n"
    )
    assert [each.quote for each in of_kind(read(text), CandidateKind.LEGAL)] == [
        "Wet politiegegevens",
        "Woningwet",
        "artikel 8 Awb",
        "Richtlijn 2011/36/EU",
        "Richtlijn 2011/36/EU",
    ]
