"""What the code of a region is called, in which a member takes part."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from django.conf import settings

from samen.core.publishing import regions
from samen.core.publishing.regions import Regions

FILES: tuple[tuple[str, Callable[[Iterable[str]], Regions]], ...] = (
    ("veiligheidsregios.csv", regions.safety_regions),
    ("politie_eenheden.csv", regions.police_units),
    ("gemeenten.csv", regions.municipalities),
)


def region_name(code: str) -> str:
    """The name of a safety region, police unit or municipality (PE01: Noord-Nederland); what is
    the code of none is as it was typed."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    folder = Path(settings.ROOT) / "data" / "geo"
    known = [read((folder / file).read_text(encoding="utf-8").splitlines()) for file, read in FILES]
    return {code: each.name for level in known for code, each in level.by_code.items()}
