"""The regions of the country, of the files in data/geo, and what the code of one is called."""

from functools import cache
from pathlib import Path

from django.conf import settings

from samen.core.publishing import regions
from samen.core.publishing.regions import Level, Regions

FILES = {
    Level.SAFETY_REGION: ("veiligheidsregios.csv", regions.safety_regions),
    Level.POLICE_UNIT: ("politie_eenheden.csv", regions.police_units),
    Level.MUNICIPALITY: ("gemeenten.csv", regions.municipalities),
}
"""Tried in this order: names of regions are told before those of municipalities."""


def geo(name: str) -> Path:
    """A file of regions, borders or tiles."""
    return Path(settings.ROOT) / "data" / "geo" / name


@cache
def regions_of(level: Level) -> Regions:
    """The regions of a level."""
    file, read = FILES[level]
    return read(geo(file).read_text(encoding="utf-8").splitlines())


def region_name(code: str) -> str:
    """The name of a safety region, police unit or municipality (PE01: Noord-Nederland); what is
    the code of none is as it was typed."""
    known = (regions_of(level).by_code.get(code) for level in FILES)
    return next((each.name for each in known if each is not None), code)
