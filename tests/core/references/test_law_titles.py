"""Laws that no table has are known by the form of their title, and end where that ends."""

import pytest

from samen.core.references import find_laws


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Op grond van de Wet verbetering poortwachter kan dat.", "Wet verbetering poortwachter"),
        ("Het Besluit melding gezinnen treedt op 1 mei in werking.", "Besluit melding gezinnen"),
        ("Zij berust op de Kaderwet overige VWS-subsidies.", "Kaderwet overige VWS-subsidies"),
        ("De Modern Slavery Act 2015 bindt hen.", "Modern Slavery Act 2015"),
        ("In het Verdrag van Genève staat dat.", "Verdrag van Genève"),
        ("De Aanwijzing slachtofferzorg die in mei verscheen.", "Aanwijzing slachtofferzorg"),
        ("Daarop wordt de Regeling opvangtarieven herzien.", "Regeling opvangtarieven"),
        ("De Tijdelijke wet opvang Oekraïne is verlengd.", "Tijdelijke wet opvang Oekraïne"),
        ("Het wetsvoorstel eerlijke huur is ingediend.", "wetsvoorstel eerlijke huur"),
        ("De Regeling nadere eisen opvang 2019.", "Regeling nadere eisen opvang 2019"),
        ("Het Protocol Particuliere Bedienden geldt.", "Protocol Particuliere Bedienden"),
        (
            "De Invoerings- en aanpassingswet huur 2022 volgt.",
            "Invoerings- en aanpassingswet huur 2022",
        ),
        ("De Tijdelijke wet steun mpox-22 vervalt.", "Tijdelijke wet steun mpox-22"),
        (
            "Het Besluit uitwisseling gegevens IND wordt gewijzigd.",
            "Besluit uitwisseling gegevens IND",
        ),
        (
            "De Uitvoeringswet Asiel- en grensverordening ligt klaar.",
            "Uitvoeringswet Asiel- en grensverordening",
        ),
        (
            "De Wet van 3 juni 2015 tot hulp aan het kind van een huurder geldt.",
            "Wet van 3 juni 2015 tot hulp aan het kind van een huurder",
        ),
        ("Het VN-Zeewerkersverdrag bindt ons.", "VN-Zeewerkersverdrag"),
        (
            "Op grond van de Wet toezicht kermissen houd ik u op de hoogte.",
            "Wet toezicht kermissen",
        ),
        ("De Regeling stalling woonwagens wijst de plekken aan.", "Regeling stalling woonwagens"),
        ("Volgens de Aanwijzing dierenhandel registreert iedereen dat.", "Aanwijzing dierenhandel"),
        ("Het Besluit hygiëne kermissen schrijft zeep voor.", "Besluit hygiëne kermissen"),
        ("Daarmee vereist het Besluit keuring bussen twee monteurs.", "Besluit keuring bussen"),
        ("Het Besluit uitvoering Wtta 2027 ligt voor.", "Besluit uitvoering Wtta 2027"),
    ],
)
def test_a_title_ends_before_what_is_said_of_it(text: str, name: str) -> None:
    assert [found.value.name for found in find_laws(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Het besluit over de opvang is genomen. Regeling hiervan volgt.",
        "De Wet is aangenomen. Het Besluit wordt herzien.",
        "Het wetsvoorstel modernisering volgt later dit jaar.",
        "Besluit genomen. Regeling getroffen. Wet in werking.",
        "Het Besluit van 3 mei blijft gelden.",
        "Het Protocol vermissingen wordt herzien.",
    ],
)
def test_a_bare_word_for_a_law_is_no_title(text: str) -> None:
    assert not find_laws(text)


def test_two_laws_in_one_breath_are_two() -> None:
    text = "Zie de Wet bescherming klokkenluiders en de Wet zorg en dwang."
    names = [found.value.name for found in find_laws(text)]
    assert names == ["Wet bescherming klokkenluiders", "Wet zorg en dwang"]
