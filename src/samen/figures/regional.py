"""Released tables by region, and the regions that their rows are of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from samen.core.publishing.regions import Level, Regions
from samen.core.publishing.shapes import Shapes, borders, tiles
from samen.figures.queries_of_releases import State, released
from samen.figures.values import TOTAL
from samen.purposes.region_names import FILES, geo, regions_of

FIELD = "region"
BORDERS = "borders_2023.topo.json"


@dataclass(frozen=True, slots=True)
class Regional:
    """A released table by year and region. key: its name in an address."""

    key: str
    state: State
    content: Mapping[str, Any]

    @property
    def title(self) -> str:
        return f"{self.content['title']} ({self.state.release.title})"

    @property
    def years(self) -> list[int]:
        return sorted({int(codes[0]) for codes, _n in self.content["rows"]})

    def values(self, year: int) -> dict[str, Decimal | None]:
        """By what the table calls its regions; None where it is not shown."""
        place = 1 + list(self.content["by"]).index(FIELD)
        return {
            codes[place]: None if n is None else Decimal(n)
            for codes, n in self.content["rows"]
            if codes[0] == str(year) and codes[place] != TOTAL
            and all(code == TOTAL for at, code in enumerate(codes) if at not in (0, place))
        }  # fmt: skip

    def total(self, year: int) -> Decimal | None:
        """Of all regions together, where it is shown."""
        found = (n for codes, n in self.content["rows"]
                 if codes[0] == str(year) and set(codes[1:]) == {TOTAL})  # fmt: skip
        n = next(found, None)
        return None if n is None else Decimal(n)


@dataclass(frozen=True, slots=True)
class Placed:
    """The values of one year on the regions of one level; others: what is of none of them."""

    regions: Regions
    shapes: Shapes
    values: dict[str, Decimal | None]
    others: dict[str, Decimal | None]


def regional_tables() -> list[Regional]:
    """The tables by region of every release that stands, the latest first."""
    return [each for state in released() if not state.is_withdrawn for each in _tables(state)]


def placed(values: Mapping[str, Decimal | None], year: int) -> Placed | None:
    """Values on the level of which they name most regions; None where they name none."""
    found = [_on(level, values, year) for level in FILES]
    best = max(found, key=lambda each: len(each.values))
    return best if best.values else None


def _tables(state: State) -> Iterator[Regional]:
    for at, table in enumerate(state.content["tables"]):
        if FIELD in table["by"]:
            yield Regional(f"{state.release.number}-{at + 1}", state, table)


def _on(level: Level, values: Mapping[str, Decimal | None], year: int) -> Placed:
    known = regions_of(level)
    names = {each.name.casefold(): each.code for each in known.in_year(year)}
    codes = {told: _code(told, known, names) for told in values}
    there = {code: values[told] for told, code in codes.items() if code}
    others = {told: value for told, value in values.items() if not codes[told]}
    return Placed(known, shapes_of(level), there, others)


def _code(told: str, known: Regions, names: Mapping[str, str]) -> str:
    return told if told in known.by_code else names.get(told.casefold(), "")


@cache
def known_words() -> frozenset[str]:
    """The codes and names of all regions, in small letters."""
    known = [each for level in FILES for each in regions_of(level).by_code.values()]
    return frozenset(word.casefold() for each in known for word in (each.code, each.name))


@cache
def shapes_of(level: Level) -> Shapes:
    """The borders of a level, of the file in data/geo; tiles where there is none."""
    file = geo(BORDERS)
    if file.exists():
        return borders(file.read_bytes(), regions_of(level))
    return tiles(geo("tiles.csv").read_text(encoding="utf-8").splitlines(), regions_of(level))
