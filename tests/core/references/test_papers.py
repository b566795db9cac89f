"""A parliamentary paper: every written form gives its id, and nothing else does."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.references import Paper, find_papers, parse_paper_id, print_paper
from samen.core.terms import Chamber
from tests.core.references import citations

FORMS = [
    ("Tweede Kamer, vergaderjaar 2020-2021, 28 638, nr. 201.", ["kst-28638-201"]),
    ("Tweede Kamer, vergaderjaar 2020–2021, 31 015 nr. 7", ["kst-31015-7"]),
    ("Kamerstukken II 2020/21, 35 570 VI, 84.", ["kst-35570-VI-84"]),
    ("Kamerstukken II 2020/21, 35 570VI, nr. 84", ["kst-35570-VI-84"]),
    ("Kamerstuk 29 861, nr. 12", ["kst-29861-12"]),
    ("Kamerstuk 29861-12", ["kst-29861-12"]),
    ("het verzoek (29861-12) is oud", ["kst-29861-12"]),
    ("TK 2020-2021, 29 861 nr. 12", ["kst-29861-12"]),
    ("Kamerstukken I 2021/22, 35 876, B", ["kst-35876-B"]),
    ("Eerste Kamer, vergaderjaar 2021–2022, 35 876, AB.", ["kst-35876-AB"]),
    ("zie kst-35570-VI-51 en KST-29861-9", ["kst-35570-VI-51", "kst-29861-9"]),
    ("zoek.officielebekendmakingen.nl/kst-29861-9.html", ["kst-29861-9"]),
    ("21501-32-1449", ["kst-21501-32-1449"]),
    ("21 501-32, nr. 1449", ["kst-21501-32-1449"]),
    ("29 861, nrs. 12 – 14", ["kst-29861-12", "kst-29861-13", "kst-29861-14"]),
    ("29 861, nrs. 12 t/m 13", ["kst-29861-12", "kst-29861-13"]),
    ("29 861, nrs. 12, 14 en 15", ["kst-29861-12", "kst-29861-14", "kst-29861-15"]),
    ("29 861, nr. 12 en nr. 14", ["kst-29861-12", "kst-29861-14"]),
    ("29 861 en 31 015, nr. 12", ["kst-29861-12"]),
    ("29 861/31 015, nr. 12", ["kst-29861-12"]),
    ("29 861, nr. 12, blz. 300", ["kst-29861-12"]),
    ("35 570 (R2142), nr. 6", ["kst-35570-R2142-6"]),
    ("35 570 A, nr. 5", ["kst-35570-A-5"]),
    ("dossier 29 861 (Arbeidsmigratie), nr. 12", ["kst-29861-12"]),
    ("In dossier 29 861 is de motie nr. 12 aangenomen", ["kst-29861-12"]),
    ("de motie nr. 12 in dossier 29 861", ["kst-29861-12"]),
    ("de moties met de nrs. 12\n– 14 in dossier 29 861", [f"kst-29861-{n}" for n in (12, 13, 14)]),
    ("de stukken nrs. 12, 14 en 15 van dossier 29 861", [f"kst-29861-{n}" for n in (12, 14, 15)]),
    ("(ingediend, 29861- 73)", ["kst-29861-73"]),
    ("(ingediend, 29861-\n73)", ["kst-29861-73"]),
    ("29\u00a0861, nr.\u00a012", ["kst-29861-12"]),
    ("29\u2009861\u201112", ["kst-29861-12"]),
    ("(t.v.v. 29861-150)", ["kst-29861-150"]),
    ("Kamerstukken II 2020/21, 28 638, 201 en 29 861, 74.", ["kst-28638-201", "kst-29861-74"]),
    ("vergaderjaar 2020–2021, 29 861 Werk Nr. 18 BRIEF", ["kst-29861-18"]),
    ("Kamerstukken 29861-12, 29861-13 en 31015-7", ["kst-29861-12", "kst-29861-13", "kst-31015-7"]),
    ("Kamerstukken II 29 861, nr. 12, 14 en 15.", ["kst-29861-12", "kst-29861-14", "kst-29861-15"]),
    ("Kamerstukken I 2022/23, 36 200 XVI, letter G", ["kst-36200-XVI-G"]),
    ("(29861 no 12)", ["kst-29861-12"]),
    ("29 861 / nr. 12", ["kst-29861-12"]),
    ("het amendement met nummer 12 (35 570 VI)", ["kst-35570-VI-12"]),
    ("motie met nummer 29 861, nr. 12", ["kst-29861-12"]),
]
NO_REFERENCES = [
    "Het aantal meldingen steeg van 1412 in 2018 naar 1655.",
    "In 2019 telde men 12 345 bezoekers, in 2020 nog 11 200.",
    "Ons kenmerk 28638-12 gelieve bij antwoord te vermelden.",
    "Postbus 20301 2500 EH Den Haag",
    "Postbus 20301, 2500 EH Den Haag",
    "Bel 070-1234567 of 088 - 12 345 67.",
    "Klantnummer 28638-12, registratie 29861-12.",
    "Artikel 10 lid 2, onder 3°, geldt sinds 2012.",
    "De jaren 2015-2019 en 2020/21 waren druk.",
    "Er is € 28 638, nr. 2 op de lijst, begroot.",
    "Het kostte 28.638 euro, 12 procent meer.",
    "NL91 ABNA 0417 1643 00 is de rekening.",
    "ISBN 978-90-12345-67-8 is uitverkocht.",
    "ISBN 90 12345-67 is uitverkocht.",
    "ECLI:NL:RBTST:2021:12345-12 gaat daarover.",
    "Op 17-11-2021 en 2021-11-17 was er overleg.",
    "Tussen 10000-15000 mensen deden mee.",
    "Er kwamen 20000-300 personen minder.",
    "Stcrt. 2021, 28638-12 bevat de regeling.",
    "Staatscourant 2021, 28638, nr. 3.",
    "Van de 28 638 dossiers zijn er 12 gesloten.",
    "De Tweede Kamer telde 28 638, 12 meer dan gedacht.",
    "Kamerstukken II 2020/21, 28 638, A. Voorbeeld schreef.",
    "In 2020 190 verdachten en in 2021 205.",
    "Factuurnummer 31234-15 is betaald.",
    "Bestelling +31 20 12345-67 en a12345-67.",
    "Het bedrag van 1 228 638, nr. 1 van de lijst.",
    "Kamerstukken II 2020/21, 28 638, 200 000 exemplaren.",
    "De begroting van JenV (36 410-VI) is aangenomen.",
    "Kamerstukken II 2023/24, 36 410-VI",
    "Kamerstuk 28 638, 12 mei 2021",
    "Kamerdossier 28 638, 3 stukken",
    "Zie collegebesluit 22 114-3 en raadsvoorstel 22 456-1.",
    "Het rapport 31245-2 en publicatie (RIVM 23145-2) zijn openbaar.",
    "De vergunning met nummer 22 456-2 en projectnummer 31 200-7 lopen door.",
    "ISO 27001-1, NEN 21245-2 en contract 30012-3 gelden.",
    "De brief 22 123-4 van de gemeenteraad en 31245-17 van het WODC.",
    "Kamer van Koophandel 27 301-12",
    "De Raad besprak document 12345-21 en 45001-1.",
    "In 2020/2021, 21 234 meldingen, nr. 1 was de stad.",
    "Gemeenteblad 2020, 22345-2",
]


@pytest.mark.parametrize(("text", "ids"), [*FORMS, *citations.PAPERS])
def test_each_form_gives_its_id(text: str, ids: list[str]) -> None:
    assert [found.value.id for found in find_papers(text)] == ids


@pytest.mark.parametrize("text", NO_REFERENCES)
def test_other_numbers_are_no_papers(text: str) -> None:
    assert find_papers(text) == []


def test_a_citation_gives_chamber_session_page_and_second_dossier() -> None:
    text = "Zie Kamerstukken I 2020/21, 28 638 en 35 570 VI, B, p. 3-4, over werk."
    [found] = find_papers(text)
    paper = found.value
    assert text[found.start : found.end] == text[4:-12]
    assert (paper.chamber, paper.session_year) == (Chamber.SENATE, "2020-2021")
    assert (paper.other_dossiers, paper.page) == (("35570-VI",), "3-4")


def test_papers_that_share_a_head_share_its_session() -> None:
    found = find_papers("Kamerstukken II 2020/21, 28 638, 201 en 29 861, 74.")
    assert [f.value.session_year for f in found] == ["2020-2021", "2020-2021"]


def test_papers_are_ordered_by_number_and_not_by_spelling() -> None:
    ids = ["kst-28638-9", "kst-28638-10", "kst-28638-A", "kst-35570-VI-2", "kst-35570-XV-1"]
    papers = [parse_paper_id(i) for i in ids]
    assert sorted(reversed(papers)) == papers


def test_equal_papers_are_one_whatever_the_citation_says() -> None:
    one = Paper(Chamber.HOUSE, "28638", "201", session_year="2020-2021", page="3")
    assert {one, parse_paper_id("28638-201")} == {one}


@pytest.mark.parametrize("text", ["", "kst-", "kst-28638", "kst-2863-1", "kst-28638-0", "28638 1"])
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_paper_id(text)


PAPERS = (
    st.builds(
        Paper,
        chamber=st.just(Chamber.HOUSE),
        dossier=st.integers(10000, 39999).map(str),
        number=st.integers(1, 9999).map(str),
        suffix=st.sampled_from(["", "VI", "XVII", "IIA", "R2090", "A"]),
        other_dossiers=st.lists(st.integers(10000, 39999).map(str), max_size=1).map(tuple),
        session_year=st.sampled_from(["", "2019-2020", "1999-2000"]),
        page=st.sampled_from(["", "12"]),
    )
    | st.builds(
        Paper,
        chamber=st.just(Chamber.HOUSE),
        dossier=st.just("21501"),
        number=st.integers(1, 9999).map(str),
        suffix=st.sampled_from(["02", "32"]),
        other_dossiers=st.lists(st.integers(10000, 39999).map(str), max_size=1).map(tuple),
    )
    | st.builds(
        Paper,
        chamber=st.just(Chamber.SENATE),
        dossier=st.integers(10000, 39999).map(str),
        number=st.text("ABCDEFGH", min_size=1, max_size=2),
        session_year=st.sampled_from(["", "2019-2020"]),
    )
)


@given(PAPERS)
def test_a_printed_paper_is_found_again(paper: Paper) -> None:
    text = f"Zie ook {print_paper(paper)} Meer niet."
    [found] = find_papers(text)
    assert found.value == paper
    assert found.value.session_year == paper.session_year
    assert (found.value.page, found.value.chamber) == (paper.page, paper.chamber)
    assert found.value.other_dossiers == paper.other_dossiers
    assert text[found.start : found.end] == print_paper(paper)[:-1]


@given(PAPERS)
def test_an_id_names_its_paper(paper: Paper) -> None:
    assert parse_paper_id(paper.id) == paper
    assert [found.value for found in find_papers(f"({paper.id})")] == [paper]


HARD = st.lists(
    st.sampled_from([*"0123456789 -–,.;:()/nrsVIXAB\n\u00a0\u200f\x00", "28 638", "nr. ", "😀"]),
    max_size=60,
).map("".join)


@given(st.text(max_size=80) | HARD)
def test_any_text_is_read_and_numbers_stand_in_their_span(text: str) -> None:
    for found in find_papers(text):
        span = text[found.start : found.end]
        assert "".join(found.value.dossier) in "".join(c for c in span if c.isalnum())


def test_long_rows_of_digits_and_spaces_take_no_time() -> None:
    texts = [
        "28 638 " * 8000,
        "2" * 60000,
        "28638" + " " * 60000 + ", nr. 1",
        "dossier 28 638 " + "a " * 30000,
        "28 638, nrs. " + "1, " * 20000,
        "28 638/" * 8000,
        "Kamerstukken II 2020/21, " * 3000,
        "-" * 60000,
        "28638-" * 10000,
    ]
    for text in texts:
        find_papers(text)


def test_ten_thousand_references_on_a_page_are_all_read() -> None:
    text = "\n".join(f"Kamerstukken II 2020/21, 28 638, nr. {n};" for n in range(1, 9999))
    found = find_papers(text)
    assert [f.value.number for f in found] == [str(n) for n in range(1, 9999)]


def test_the_real_letter_cites_eleven_papers(seed_letter_path: Path) -> None:
    text = seed_letter_path.read_text(encoding="utf-8")
    found = find_papers(text)
    assert len(found) == 11
    for item in found:
        digits = "".join(c for c in text[item.start : item.end] if c.isdigit())
        assert digits.endswith(item.value.dossier + item.value.number)
