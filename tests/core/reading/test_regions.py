"""Regions and their kinds."""

import pytest

from samen.core.reading.regions import find_regions
from samen.core.terms import RegionKind


def regions(text: str) -> list[tuple[str, RegionKind]]:
    return [(found.value.name, found.value.kind) for found in find_regions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het beste is te gaan: Best lastig.", []),
        (
            "in Best en Goes",
            [("Best", RegionKind.MUNICIPALITY), ("Goes", RegionKind.MUNICIPALITY)],
        ),
        ("de motie Van Dongen", []),
        ("Monitor koks, Utrecht, mei 2023", []),
        ("Telling koks, Den Haag/Heerlen, 2024", []),
        ("De Universiteit Utrecht onderzoekt dit.", []),
        ("R.W. Steenbergen tekende", []),
        (
            "de provincies Utrecht en Zeeland",
            [("Utrecht", RegionKind.PROVINCE), ("Zeeland", RegionKind.PROVINCE)],
        ),
        ("het reisdoel was de Hoorn van Afrika", [("Hoorn van Afrika", RegionKind.WORLD_REGION)]),
        ("projecten in West Afrika", [("West-Afrika", RegionKind.WORLD_REGION)]),
        ("Jaarboek kinderen. Den Haag: Uitgever.", []),
        (
            "In Nijmegen, Ede en Gent.",
            [
                ("Nijmegen", RegionKind.MUNICIPALITY),
                ("Ede", RegionKind.MUNICIPALITY),
                ("Gent", RegionKind.MUNICIPALITY),
            ],
        ),
        ("het Verdrag van Warschau", []),
        ("de universiteiten van Utrecht en Leiden", []),
        ("geld uit Benin City", [("Benin City", RegionKind.MUNICIPALITY)]),
        ("een loket in Zwolle", [("Zwolle", RegionKind.MUNICIPALITY)]),
    ],
)
def test_names_and_kinds(text: str, expected: list[tuple[str, RegionKind]]) -> None:
    assert regions(text) == expected


def test_a_list_with_a_police_unit_is_of_the_police() -> None:
    found = dict(regions("Proeven lopen in Noord-Holland, Oost-Brabant en Limburg."))
    assert found["Noord-Holland"] is RegionKind.POLICE_UNIT
    assert found["Oost-Brabant"] is RegionKind.POLICE_UNIT


def test_cue_word_decides() -> None:
    assert regions("de veiligheidsregio Utrecht") == [("Utrecht", RegionKind.SAFETY_REGION)]
    assert regions("de politie-eenheid Rotterdam") == [("Rotterdam", RegionKind.POLICE_UNIT)]
