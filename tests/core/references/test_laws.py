"""Articles and laws: the law, the number, the part and the version that the text gives."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.references import Law, LawKind, find_laws, known_laws, wrong_kind
from tests.core.references import citations

ARTICLES = [
    ("artikel 273f Wetboek van Strafrecht", [("Sr", "273f")]),
    ("artikel 273f, eerste lid, onder 1°, van het Wetboek van Strafrecht", [("Sr", "273f")]),
    ("art. 273f\nSr", [("Sr", "273f")]),
    ("volgens 273f Sr is dat zo", [("Sr", "273f")]),
    ("(o.a. 250a Sr. & 197a Sr.)", [("Sr", "250a"), ("Sr", "197a")]),
    ("artikelen 8 en 10 van de Wpg", [("Wpg", "8"), ("Wpg", "10")]),
    ("artikelen 248a tot en met 248f", [("", "248a"), ("", "248f")]),
    ("artikel 6 AVG", [("AVG", "6")]),
    ("artikel 10, eerste lid, onder a, Wpg", [("Wpg", "10")]),
    ("art. 6:162 BW", [("BW", "6:162")]),
    ("artikel 3 EVRM en 8 EVRM", [("EVRM", "3"), ("EVRM", "8")]),
    ("artikel 5 van Richtlijn 2011/36/EU", [("Richtlijn 2011/36/EU", "5")]),
    ("artikel 18 van Verordening (EU) 2022/2065", [("DSA", "18")]),
    (
        "artikel 13b Opiumwet, artikel 151a Gemeentewet",
        [("Opiumwet", "13b"), ("Gemeentewet", "151a")],
    ),
    ("artikel 273f jo. 45 Sr", [("Sr", "273f"), ("Sr", "45")]),
    ("Wpg, artikel 8", [("Wpg", "8")]),
    ("artikel 8 van de Vw 2000", [("Vw 2000", "8")]),
    ("artikel 5 van de Wet proefzaken testland.", [("Wet proefzaken testland", "5")]),
    ("De Wpg geldt. Artikel 8 van die wet", [("Wpg", ""), ("Wpg", "8")]),
    ("artikel 31 is nieuw. Artikel 31 Sv.", [("Sv", "31"), ("Sv", "31")]),
    ("de Wet politiegegevens (Wpg)", [("Wpg", "")]),
    ("wetsvoorstel regulering sekswerk (Wrs)", [("Wrs", "")]),
    ("artikel 6:2:11 Sv", [("Sv", "6:2:11")]),
    ("de Wmo 2015, waarvan artikel 2.3.5 geldt", [("Wmo 2015", ""), ("Wmo 2015", "2.3.5")]),
    ("De Wpg geldt, met name artikel 8 daarvan", [("Wpg", ""), ("Wpg", "8")]),
    ("artikel 24 van Verordening (EG) nr. 999/2001", [("Verordening (EG) nr. 999/2001", "24")]),
    ("het wetsvoorstel toezicht proefzaken (Wtp)", [("Wtp", "")]),
    ("artikel 126nba Sv en artikel 126zpa Sv", [("Sv", "126nba"), ("Sv", "126zpa")]),
    ("artikel 2:25, eerste lid, van de APV", [("APV", "2:25")]),
    ("De APV wordt gewijzigd.", []),
    (
        "De Wet tijdelijk huisverbod laat dit toe (artikel 2). Zie ook artikel 9.",
        [
            ("Wet tijdelijk huisverbod", ""),
            ("Wet tijdelijk huisverbod", "2"),
            ("Wet tijdelijk huisverbod", "9"),
        ],
    ),
    ("De Wpg geldt.\n\nZie artikel 9.", [("Wpg", ""), ("", "9")]),
    ("De Wpg geldt. In artikel 4 van het handboek staat dat.", [("Wpg", "")]),
    ("artikel 12 van het Besluit SUWI", [("Besluit SUWI", "12")]),
    ("Artikel 3:2 van de Rijkswet proefzaken", [("Rijkswet proefzaken", "3:2")]),
    ("artikel 8 WVW 1994 en art. 5 Wgbo", [("WVW 1994", "8"), ("Wgbo", "5")]),
    (
        "Artikel 3:2 van de Rijkswet proefzaken ontbreekt nog; het ligt bij de Raad.",
        [("Rijkswet proefzaken", "3:2")],
    ),
    ("artikel 12 van de Beginselenwet proefzaken", [("Beginselenwet proefzaken", "12")]),
    ("artikel 2 van de Tijdelijke wet proefzaken", [("Tijdelijke wet proefzaken", "2")]),
    ("artikel 12 van het VN-verdrag handicap", [("IVRPH", "12")]),
    ("artikel 249, tweede lid, (oud) Sr", [("Sr", "249")]),
    (
        "Richtlijn 2011/36/EU is omgezet. In artikel 18, vierde lid, van de richtlijn staat dat.",
        [("Richtlijn 2011/36/EU", ""), ("Richtlijn 2011/36/EU", "18")],
    ),
    ("De DSA geldt, en artikel 9 van de verordening ook.", [("DSA", ""), ("DSA", "9")]),
    ("De Wpg geldt. Artikel 9 van de verordening ook.", [("Wpg", ""), ("", "9")]),
    ("Regulation (EU) 2022/2065, article 9", [("DSA", "9")]),
    ("Article 11 of Directive 2011/36/EU", [("Richtlijn 2011/36/EU", "11")]),
    ("Article 273f of the Criminal Code", [("Sr", "273f")]),
    ("De boete van artikel 18 bedraagt € 8.000.", [("", "18")]),
    ("Hij verwees naar artikel 8 van de gemeentelijke verordening.", [("", "8")]),
    ("Besluit melding proefzaken, artikel 2", [("Besluit melding proefzaken", "2")]),
    ("de Wet proefzaken III geldt", [("Wet proefzaken III", "")]),
    ("de Digital Services Act (Verordening (EU) 2022/2065) geldt", [("DSA", "")]),
]
NO_LAWS = [
    "In 2019 Sr telde 1372 meldingen.",
    "De initiatiefwet is aangenomen en het wetsvoorstel wordt behandeld.",
    "Artikel 5 van het convenant is gewijzigd.",
    "Op artikel 34 van de begroting staat 2 miljoen.",
    "Dit artikel stond in de krant.",
    "Het beleidsartikel 36 is verhoogd.",
    "Wet en regelgeving was onduidelijk.",
    "Mevrouw Woo was er.",
    "Er waren 12 Sv-zaken.",
    "Aanpak uitbuiting (art. 5) 6,0 13,5 13,5 2,0",
    "Artikel 34 Straffen en beschermen 2.500 7.000",
    "Veiligheid (artikel 36) € 12.000 € 13.000 -",
    "Zoals in artikel 3 van deze brief staat.",
    "In artikel 12 van de huisregels en artikel 9 van het programma.",
    "artikel 3 van de subsidiebeschikking, artikel 5 uit dezelfde serie",
    "Het wetenschappelijk artikel 3 jaar geleden.",
    "Het convenant met de regio is verlengd; artikel 7 is geschrapt en artikel 9 is nieuw.",
    "Dit past binnen artikel 37 (Migratie) van de begroting.",
    "Op artikel 13 Vreemdelingen is 2 miljoen geboekt.",
    "Het Rode Boekje, artikel 4 in een reeks van zes.",
]


@pytest.mark.parametrize(("text", "expected"), [*ARTICLES, *citations.ARTICLES])
def test_each_form_gives_law_and_article(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.value.regime, f.value.article) for f in find_laws(text)] == expected


@pytest.mark.parametrize("text", NO_LAWS)
def test_other_words_are_no_laws(text: str) -> None:
    assert find_laws(text) == []


@pytest.mark.parametrize(
    ("text", "part", "version"),
    [
        ("artikel 273f, eerste en derde lid, Sr", "eerste en derde lid", ""),
        ("273f lid 1 sub 4 Sr", "lid 1 sub 4", ""),
        ("artikel 250a (oud) Sr", "", "oud"),
        ("artikel 273f Sr (oud)", "", "oud"),
        ("artikel 273f Sr (2013)", "", "2013"),
        ("artikel 273f Sr, zoals dat gold op 1 januari 2013", "", "1 januari 2013"),
        ("artikel 273f Sr in 2013", "", ""),
    ],
)
def test_part_and_version_are_those_of_the_text(text: str, part: str, version: str) -> None:
    [found] = find_laws(text)
    assert (found.value.part, found.value.version) == (part, version)


def test_a_count_beside_an_article_is_no_article() -> None:
    assert [f.value.article for f in find_laws("artikel 8 en 12 andere maatregelen")] == ["8"]


def test_an_article_of_something_unnamed_takes_no_law_from_elsewhere() -> None:
    found = find_laws("Artikel 8 Wpg. Volgens artikel 8 van de regeling mag het.")
    assert [f.value.regime for f in found] == ["Wpg", ""]


@pytest.mark.parametrize("law", known_laws(), ids=lambda law: law.code)
def test_every_spelling_in_the_table_is_found_with_an_article(law: Law) -> None:
    for spelling in law.spellings:
        [found] = find_laws(f"volgens artikel 12a, tweede lid, van {spelling} mag dat")
        assert (found.value.regime, found.value.article) == (law.code, "12a")


def test_a_regulation_called_a_directive_is_flagged() -> None:
    text = "De Digital Services Act (DSA) komt eraan. Volgens de nieuwe richtlijn mag dat."
    [found] = wrong_kind(text)
    assert text[found.start : found.end] == "de nieuwe richtlijn"
    assert "verordening" in found.value


def test_a_directive_called_so_is_not_flagged() -> None:
    assert wrong_kind("Richtlijn 2011/36/EU geldt. De richtlijn is omgezet.") == []
    assert wrong_kind("De DSA en Richtlijn 2011/36/EU gelden. De richtlijn is omgezet.") == []
    assert [law.kind for law in known_laws() if law.code == "DSA"] == [LawKind.REGULATION]


WORDS = ["artikel ", "art. ", "273f", "Sr", " van de ", "Wet ", "lid 1", ", ", " en ", "(oud)", "8"]


@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=25).map("".join))
def test_any_text_is_read_and_articles_stand_in_their_span(text: str) -> None:
    for found in find_laws(text):
        span = "".join(text[found.start : found.end].split()).lower()
        assert found.value.article.lower() in span
    assert all(0 <= f.start < f.end <= len(text) for f in wrong_kind(text))


def test_long_rows_end() -> None:
    for text in ("artikel 8, " * 4000, "8 en " * 8000, "Wet " * 8000, "artikel " + "1" * 40000):
        find_laws(text)
    find_laws("Wet " + "van de " * 6000)


def test_the_real_letter_names_the_known_articles(seed_letter_path: Path) -> None:
    text = seed_letter_path.read_text(encoding="utf-8")
    articles = [f.value for f in find_laws(text) if f.value.article]
    assert {ref.article for ref in articles} == {"273f", "273g", "248b"}
    assert {ref.regime for ref in articles} == {"Sr"}
