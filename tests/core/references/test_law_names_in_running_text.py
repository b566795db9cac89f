"""The name of a law ends where the sentence goes on, and an article finds the law it is of."""

import pytest

from samen.core.references import find_laws


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ik heb gevraagd de Aanwijzing kermisbezoek te herzien.", "Aanwijzing kermisbezoek"),
        (
            "Dat vergt het Uitvoeringsbesluit stalling karren en kost naar schatting veel.",
            "Uitvoeringsbesluit stalling karren",
        ),
        ("De Regeling stallingsgelden 2023 kent er zes.", "Regeling stallingsgelden 2023"),
        ("De Regeling stallingsgelden kende er zes.", "Regeling stallingsgelden"),
        (
            "Dat volgt uit de Kaderregeling leges OCW, SZW en VWS.",
            "Kaderregeling leges OCW, SZW en VWS",
        ),
        ("Zij volgt de Instructie dagelijks toezicht.", "Instructie dagelijks toezicht"),
        (
            "De Richtlijn en kader voor strafvordering kermissen geldt.",
            "Richtlijn en kader voor strafvordering kermissen",
        ),
        (
            "Zij leven de OESO-richtlijnen voor multinationale ondernemingen na.",
            "OESO-richtlijnen voor multinationale ondernemingen",
        ),
        (
            "Het Verdrag van Bern inzake pleziervaart aan zee bindt ons.",
            "Verdrag van Bern inzake pleziervaart",
        ),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, name: str) -> None:
    assert [found.value.name for found in find_laws(text)] == [name]


def test_what_is_done_with_a_bill_is_no_part_of_its_name() -> None:
    assert not find_laws("Ik zal u het wetsvoorstel doen toekomen en daarna spreken.")


@pytest.mark.parametrize(
    ("text", "law", "articles"),
    [
        (
            "Zie artikel 5 van het Besluit stallingskosten 2000 te wijzigen.",
            "Besluit stallingskosten 2000",
            ["5"],
        ),
        ("Artikel 13 van de Fictieve-stallingenwet.", "Fictieve-stallingenwet", ["13"]),
        ("Zie artikel 4 van het Kermissenbesluit.", "Kermissenbesluit", ["4"]),
        ("Zie artikel 305a van Boek 3 van het Burgerlijk Wetboek.", "Burgerlijk Wetboek", ["305a"]),
        (
            "Krachtens artikel 51 in verbinding met artikel 273f van het Wetboek van Strafrecht.",
            "Wetboek van Strafrecht",
            ["51", "273f"],
        ),
        (
            "Uit artikel 3:4 van haar Algemene plaatselijke verordening volgt dat.",
            "Algemene plaatselijke verordening",
            ["3:4"],
        ),
        (
            "Krachtens artikel 44 van de Wet op de kermissen te verlenen hulp.",
            "Wet op de kermissen",
            ["44"],
        ),
    ],
)
def test_an_article_finds_its_law(text: str, law: str, articles: list[str]) -> None:
    found = [each.value for each in find_laws(text)]
    assert [each.article for each in found] == articles
    assert {each.name for each in found} == {law}


@pytest.mark.parametrize(
    ("word", "law"),
    [
        ("genoemd verdrag", "Verdrag van Bern inzake pleziervaart"),
        ("de genoemde richtlijn", "Richtlijn 2011/36/EU"),
        ("het genoemde besluit", "Besluit stallingskosten 2000"),
    ],
)
def test_a_law_named_before_is_the_last_of_its_kind(word: str, law: str) -> None:
    text = (
        "Het Verdrag van Bern inzake pleziervaart staat naast Richtlijn 2011/36/EU, naast het "
        "Besluit stallingskosten 2000 en naast artikel 5 van de Opiumwet. "
        f"Daarbij hoort artikel 31 van {word}."
    )
    named = [each.value.regime for each in find_laws(text) if each.value.article == "31"]
    assert named == [law]
