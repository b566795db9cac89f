"""Municipalities, safety regions and police units, as they were in a year."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from samen.core.errors import BadInput

type Values = Mapping[str, Decimal | None]
"""By the code of a region; None where the value is not shown."""
_MOST_NAMED = 5


class Level(StrEnum):
    """By what a map is drawn."""

    MUNICIPALITY = "municipality"
    SAFETY_REGION = "safety_region"
    POLICE_UNIT = "police_unit"


@dataclass(frozen=True, slots=True)
class Region:
    """since, until: days as in ISO, "" for always. parts: safety regions of a police unit."""

    code: str
    name: str
    since: str = ""
    until: str = ""
    successor: str = ""
    parts: tuple[str, ...] = ()

    def is_there(self, year: int) -> bool:
        """Whether it existed on the first of January."""
        day = f"{year}-01-01"
        return self.since <= day and (not self.until or day < self.until)


@dataclass(frozen=True, slots=True)
class Regions:
    """All regions of a level that ever were, by code."""

    level: Level
    by_code: Mapping[str, Region]

    def in_year(self, year: int) -> list[Region]:
        """Those that existed on the first of January, by name."""
        return sorted((r for r in self.by_code.values() if r.is_there(year)), key=lambda r: r.name)

    def brought_to(self, values: Values, year: int) -> dict[str, Decimal | None]:
        """Values by the regions of a year: what merged since is added up to its successor.

        A sum of which a part is not shown is not shown. Raises BadInput at an unknown code, and
        at one that did not exist yet.
        """
        unknown = sorted(set(values) - set(self.by_code))
        if unknown:
            raise BadInput(
                "{n} codes are of no region, such as {codes}.",
                "Codes of municipalities (GM0344), safety regions (VR09) or police units (PE03).",
                "Correct the codes, or choose another level.",
                n=len(unknown), codes=", ".join(each[:20] for each in unknown[:_MOST_NAMED]),
            )  # fmt: skip
        found: dict[str, Decimal | None] = {}
        for code, value in values.items():
            now = self._successor(code, year)
            before = found.get(now, Decimal(0))
            found[now] = None if value is None or before is None else before + value
        return found

    def _successor(self, code: str, year: int) -> str:
        region = self.by_code[code]
        while not region.is_there(year):
            if not region.successor or region.since > f"{year}-01-01":
                raise BadInput(
                    "Region {code} did not exist in {year}.", "",
                    "Choose the year of which the values are.", code=region.code, year=year,
                )  # fmt: skip
            region = self.by_code[region.successor]
        return region.code


def municipalities(lines: Iterable[str]) -> Regions:
    """Of the lines of a file like data/geo/gemeenten.csv."""
    rows = (
        Region(row["code"], row["naam"], row["ontstaan"], row["opgeheven"], row["opvolger"])
        for row in csv.DictReader(lines)
    )
    return Regions(Level.MUNICIPALITY, {each.code: each for each in rows})


def safety_regions(lines: Iterable[str]) -> Regions:
    """Of the lines of a file like data/geo/veiligheidsregios.csv."""
    rows = (Region(row["code"], row["naam"]) for row in csv.DictReader(lines))
    return Regions(Level.SAFETY_REGION, {each.code: each for each in rows})


def police_units(lines: Iterable[str]) -> Regions:
    """Of the lines of a file like data/geo/politie_eenheden.csv."""
    rows = (
        Region(row["lokale_code"], row["naam"], parts=tuple(row["veiligheidsregios"].split()))
        for row in csv.DictReader(lines)
    )
    return Regions(Level.POLICE_UNIT, {each.code: each for each in rows})
