"""Owners behind "bij" or "aan", by the bare name of a town, or before a subclause."""

import pytest

from samen.core.reading import read_letter

_HEAD = (
    "Ministerie van Justitie en Veiligheid\n\nDatum 14 maart 2024\nBetreft Voortgang\n\n"
    "Geachte voorzitter,\n\nMovisie ondersteunt scholen. "
)
_TAIL = "\n\nDe Minister van Justitie en Veiligheid,\n\n\nA. Zomerdijk-Vaart\n"


def _owners(text: str) -> list[str]:
    found = read_letter(f"{_HEAD}{text}{_TAIL}".encode(), "a.txt").candidates
    actions = [c for c in found if c.kind.value == "action" and c.quote in text]
    return [str(name) for name in actions[0].detail["owners"]]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Een leidraad is in voorbereiding bij de Politieacademie.", ["Politieacademie"]),
        ("Daar is bij de politie een vast team voor ingericht.", ["politie"]),
        ("Aan het OM is gevraagd de werkwijze te beschrijven.", ["Openbaar Ministerie"]),
        ("Hengelo past zijn verordening aan.", ["gemeente Hengelo"]),
        (
            "Breda en Tilburg hebben samen een meldpunt geopend voor alle Brabantse gemeenten.",
            ["gemeente Breda", "gemeente Tilburg"],
        ),
        (
            "Het NIFP ontwikkelt een instrument, dat door de reclassering wordt beproefd.",
            ["NIFP"],
        ),
        ("Loketten in drie steden geven sinds mei voorlichting.", ["loketten"]),
    ],
)
def test_the_owner_that_a_clause_names(text: str, owners: list[str]) -> None:
    assert _owners(text) == owners
