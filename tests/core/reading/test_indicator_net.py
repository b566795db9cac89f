"""Numbers in sentences that no rule knows, weighed by what stands around them."""

import pytest

from samen.core.reading import read_letter
from samen.core.reading.candidates import Candidate
from samen.core.reading.indicator_weights import WEIGHTS
from samen.core.terms import CandidateKind

_WEIGHED = "aantal of aandeel, naar de woorden eromheen"


def _indicators(text: str) -> list[Candidate]:
    letter = read_letter(f"Datum 12 maart 2025\n\n{text}\n".encode(), "brief.txt")
    return [each for each in letter.candidates if each.kind is CandidateKind.INDICATOR]


@pytest.mark.parametrize(
    ("text", "value", "year"),
    [
        ("De huidige bezetting bedraagt 161 fte op een formatie van 174.", 174, 2025),
        ("Dit jaar zijn elf lokalen ingericht, tegen zeven in 2023.", 11, 2025),
        ("In 2024 waren er twaalf van zulke teams.", 12, 2024),
    ],
)
def test_a_number_that_no_rule_takes_is_weighed(text: str, value: int, year: int) -> None:
    found = [each for each in _indicators(text) if each.detail["value"] == value]
    assert [(each.detail["year"], each.reason) for each in found] == [(year, _WEIGHED)]
    assert found[0].confidence < 0.7


@pytest.mark.parametrize(
    "text",
    [
        "De inspectie werft dit jaar zestig jeugdbeschermers.",
        "Zij spraken met 27 sleutelpersonen.",
        "De Kamer nam de motie aan met 82 stemmen.",
        "Het wetsvoorstel (36 377) ligt bij de Eerste Kamer.",
        "De leden van de fractie lezen dat er 1.200 jongeren op een wachtlijst staan.",
        "Ten minste één overtreding werd vastgesteld.",
        "Het ging om jongeren die jonger waren dan 23 jaar.",
    ],
)
def test_what_counts_nothing_is_left(text: str) -> None:
    assert [each.quote for each in _indicators(text) if each.reason == _WEIGHED] == []


def test_a_year_that_may_be_another_stays_empty() -> None:
    text = (
        "De opvang telt 92 plekken, die in de tweede helft van 2026 worden teruggebracht tot 80, "
        "omdat de bezetting in 2024 gemiddeld niet meer dan 68 procent was."
    )
    years = {each.detail["value"]: each.detail["year"] for each in _indicators(text)}
    assert years[68] == 2024
    assert years.get(92) is None


def test_a_chance_grows_with_what_speaks_for_it() -> None:
    assert WEIGHTS.chance({"percent"}) > WEIGHTS.chance(())
    assert WEIGHTS.chance({"to_1"}) < WEIGHTS.chance(())
    assert all(abs(weight) < 5 for weight in WEIGHTS.each.values())
