"""Maps by region: each has a table as its equal, and no value where none is shown."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

from samen.core.errors import BadInput, Unreadable
from samen.core.publishing.maps import classes, draw_map, map_in_words, map_rows
from samen.core.publishing.regions import (
    Regions,
    Values,
    municipalities,
    police_units,
    safety_regions,
)  # fmt: skip
from samen.core.publishing.shapes import Shapes, borders, tiles

GEO = Path(__file__).parents[3] / "data" / "geo"


def lines(name: str) -> list[str]:
    return (GEO / name).read_text(encoding="utf-8").splitlines()


SAFETY = safety_regions(lines("veiligheidsregios.csv"))
POLICE = police_units(lines("politie_eenheden.csv"))
TOWNS = municipalities(lines("gemeenten.csv"))
VALUES: Values = {
    code: None if n == 3 else Decimal(n * 17) for n, code in enumerate(sorted(SAFETY.by_code)[:-1])
}


def draw(regions: Regions = SAFETY, values: Values = VALUES, shapes: Shapes | None = None) -> str:
    return draw_map(regions, values, 2023, shapes or tiles(lines("tiles.csv"), regions),
                    name="map", title="Meldingen")  # fmt: skip


def topology() -> bytes:
    """Two squares beside each other that share a side, told from the north-west."""
    arcs = [[[10, 0], [0, 10]], [[10, 10], [-10, 0], [0, -10], [10, 0]],
            [[10, 0], [10, 0], [0, 10], [-10, 0]]]  # fmt: skip
    features = [
        {"type": "Polygon", "arcs": [[0, 1]], "properties": {"code": "VR01"}},
        {"type": "MultiPolygon", "arcs": [[[2, ~0]]], "properties": {"code": "VR02"}},
    ]
    return json.dumps(
        {"type": "Topology", "arcs": arcs, "transform": {"scale": [0.1, 0.1], "translate": [4, 52]},
         "objects": {"all": {"type": "GeometryCollection", "geometries": features}}}
    ).encode()  # fmt: skip


def test_every_region_has_a_tile_of_its_own() -> None:
    for regions in (SAFETY, POLICE):
        found = tiles(lines("tiles.csv"), regions)
        assert set(found.paths) == set(regions.by_code)
        assert len(set(found.paths.values())) == len(regions.by_code)


def test_police_units_are_made_of_all_safety_regions() -> None:
    parts = [part for unit in POLICE.by_code.values() for part in unit.parts]
    assert sorted(parts) == sorted(SAFETY.by_code)


@pytest.mark.parametrize(("year", "count"), [(2021, 352), (2022, 345), (2023, 342), (2025, 342)])
def test_municipalities_are_those_of_the_year(year: int, count: int) -> None:
    assert len(TOWNS.in_year(year)) == count


def test_what_merged_is_added_up_to_its_successor() -> None:
    values = {"GM0501": Decimal(7), "GM0530": Decimal(8), "GM0014": Decimal(1)}
    assert TOWNS.brought_to(values, 2022) == values
    assert TOWNS.brought_to(values, 2023) == {"GM1992": Decimal(15), "GM0014": Decimal(1)}


@pytest.mark.parametrize("first", ["GM0501", "GM0530"])
def test_a_sum_with_a_part_that_is_not_shown_is_not_shown(first: str) -> None:
    values: Values = {first: None} | {"GM0501": Decimal(7), "GM0530": Decimal(8)} | {first: None}
    assert TOWNS.brought_to(values, 2023) == {"GM1992": None}


def test_an_unknown_code_is_told_in_one_sentence() -> None:
    with pytest.raises(BadInput, match="2 codes are of no region, such as GM9999, VR99"):
        map_rows(TOWNS, {"GM9999": Decimal(1), "VR99": Decimal(1)}, 2023)


def test_a_municipality_that_was_not_there_yet_is_refused() -> None:
    with pytest.raises(BadInput, match="GM1992 did not exist in 2022"):
        map_rows(TOWNS, {"GM1992": Decimal(1)}, 2022)


def test_a_map_says_what_its_table_says() -> None:
    drawing = draw()
    root = fromstring(drawing)
    space = "{http://www.w3.org/2000/svg}"
    titles = [each.text for each in root.iter(f"{space}title")][1:]
    rows = map_rows(SAFETY, VALUES, 2023)
    assert titles == [f"{name}: {said}" for _code, name, said in rows]
    assert {said for _c, _n, said in rows} >= {"niet getoond", "geen cijfer", "0", "391"}
    assert "style=" not in drawing
    assert draw() == drawing


def test_a_map_in_words() -> None:
    told = map_in_words(SAFETY, VALUES, 2023, title="Meldingen")
    assert told == (
        "Meldingen, 2023. Hoogste: 391, Zuid-Limburg. Laagste: 0, Groningen. "
        "Niet getoond: 1. Geen cijfer: 1."
    )


def test_nothing_shown_is_a_map_without_shades() -> None:
    fromstring(draw(values={"VR01": None}))
    fromstring(draw(values={}))


def test_shades_rise_with_the_values() -> None:
    assert classes([Decimal(n) for n in range(1, 11)]) == [Decimal(n) for n in (2, 4, 6, 8, 10)]
    assert classes([Decimal(3), Decimal(3)]) == [Decimal(3)]
    assert classes([]) == []


def test_borders_are_drawn_with_their_credit() -> None:
    shapes = borders(topology(), SAFETY, width=100)
    assert set(shapes.paths) == {"VR01", "VR02"}
    assert shapes.paths["VR01"].startswith("M50.0 ")
    assert "CBS / Kadaster" in draw(values={"VR01": Decimal(1)}, shapes=shapes)


def test_a_police_unit_is_drawn_as_its_safety_regions() -> None:
    shapes = borders(topology(), POLICE, width=100)
    assert list(shapes.paths) == ["PE01"]
    assert shapes.paths["PE01"].count("M") == 2


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"arcs": [], "objects": {}}', b'{"arcs": 3, "objects": 4}']
)
def test_another_file_has_no_borders(content: bytes) -> None:
    with pytest.raises(Unreadable, match="no borders of regions"):
        borders(content, SAFETY)
