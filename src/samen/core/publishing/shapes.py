"""Where regions lie on a map: borders from a TopoJSON file, or tiles where there is none.

Source: the TopoJSON Format Specification (2013); WGS 84, drawn flat at 52.2 degrees north.
"""

import csv
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samen.core.errors import Unreadable
from samen.core.publishing.regions import Regions

LARGEST = 20_000_000
"""Bytes of a boundary file."""
TILE = 78
_NORTH = math.cos(math.radians(52.2))

type Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Shapes:
    """paths: by code, as SVG has them. labels: where a name may stand; none on borders."""

    width: float
    height: float
    paths: Mapping[str, str]
    labels: Mapping[str, tuple[float, float]]
    credit: str = ""


def tiles(lines: Iterable[str], regions: Regions) -> Shapes:
    """A square for each region, of the lines of a file like data/geo/tiles.csv."""
    rows = [row for row in csv.DictReader(lines) if row["code"] in regions.by_code]
    places = {row["code"]: (int(row["x"]) * TILE, int(row["y"]) * TILE) for row in rows}
    side = TILE - 4
    return Shapes(
        max((x for x, _y in places.values()), default=0) + TILE,
        max((y for _x, y in places.values()), default=0) + TILE,
        {code: f"M{x} {y}h{side}v{side}h-{side}Z" for code, (x, y) in places.items()},
        {code: (x + side / 2, y + side / 2) for code, (x, y) in places.items()},
    )


def borders(
    content: bytes, regions: Regions, *, width: float = 480, credit: str = "CBS / Kadaster"
) -> Shapes:
    """The borders of regions, of a TopoJSON file whose features have a `code`.

    A police unit is drawn as its safety regions. Raises Unreadable at another file.
    """
    try:
        found = _rings(content)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise _no_borders() from error
    if not found:
        raise _no_borders()
    fit = _Fit.of(found.values(), width)
    paths = {}
    for code, region in regions.by_code.items():
        rings = [ring for part in region.parts or (code,) for ring in found.get(part, ())]
        if rings:
            paths[code] = "".join(fit.path(ring) for ring in rings)
    return Shapes(width, fit.height, paths, {}, credit)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How degrees become places in a drawing."""

    west: float
    north: float
    scale: float
    height: float

    @classmethod
    def of(cls, shapes: Iterable[Sequence[Ring]], width: float) -> "_Fit":
        points = [point for rings in shapes for ring in rings for point in ring]
        west, east = min(x for x, _y in points), max(x for x, _y in points)
        south, north = min(y for _x, y in points), max(y for _x, y in points)
        scale = width / ((east - west) * _NORTH)
        return cls(west, north, scale, round((north - south) * scale, 1))

    def path(self, ring: Ring) -> str:
        places = (
            f"{(x - self.west) * _NORTH * self.scale:.1f} {(self.north - y) * self.scale:.1f}"
            for x, y in ring
        )
        return f"M{'L'.join(places)}Z"


def _rings(content: bytes) -> dict[str, list[Ring]]:
    """By code, the outer and inner lines of every feature."""
    if len(content) > LARGEST:
        raise ValueError
    topology = json.loads(content)
    arcs = [_arc(arc, topology.get("transform")) for arc in topology["arcs"]]
    found: dict[str, list[Ring]] = {}
    for collection in topology["objects"].values():
        for feature in collection["geometries"]:
            code = str(feature.get("properties", {}).get("code", ""))
            if code:
                found[code] = [_ring(numbers, arcs) for numbers in _lines(feature)]
    return found


def _arc(arc: Sequence[Sequence[float]], transform: Mapping[str, Any] | None) -> Ring:
    """The points of an arc in degrees; each but the first is told from the one before."""
    if transform is None:
        return [(float(x), float(y)) for x, y, *_rest in arc]
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0.0
    points = []
    for dx, dy, *_rest in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def _lines(feature: Mapping[str, Any]) -> Iterator[Sequence[int]]:
    if feature["type"] == "Polygon":
        yield from feature["arcs"]
    elif feature["type"] == "MultiPolygon":
        for polygon in feature["arcs"]:
            yield from polygon


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs one after another; ~n is arc n from its end. Where two meet, the point is once."""
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _no_borders() -> Unreadable:
    return Unreadable(
        "The file holds no borders of regions.",
        "TopoJSON of at most 20 MB, with a code for each region.",
        "Take the yearly file of CBS and Kadaster.",
    )
