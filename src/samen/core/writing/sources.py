"""How a letter calls the publication that a figure came from: by its publisher and its day.

A register may name a publication by its web address; a letter to Parliament says who
published it.
"""

import re
from collections.abc import Mapping
from datetime import date

from samen.core.periods import say_date
from samen.core.writing.binding import bare

PUBLISHERS: Mapping[str, str] = {
    "comensha.nl": "CoMensha",
    "dutchrapporteur.nl": "Nationaal Rapporteur",
    "ec.europa.eu": "Europese Commissie",
    "hetccv.nl": "Centrum voor Criminaliteitspreventie en Veiligheid",
    "iom.int": "Internationale Organisatie voor Migratie",
    "nationaalrapporteur.nl": "Nationaal Rapporteur",
    "nji.nl": "Nederlands Jeugdinstituut",
    "nos.nl": "NOS",
    "publicaties.comensha.nl": "CoMensha",
    "rd.nl": "Reformatorisch Dagblad",
    "rekenkamer.nl": "Algemene Rekenkamer",
    "rijksfinancien.nl": "Rijksfinanciën",
    "tweedekamer.nl": "Tweede Kamer",
    "vng.nl": "Vereniging van Nederlandse Gemeenten",
    "wodc.nl": "Wetenschappelijk Onderzoek- en Datacentrum",
}
"""Who publishes on a site, as each names itself there."""
_SITE = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<site>(?:[a-z0-9-]+\.)+(?:nl|eu|com|org|int|net|be))"
    r"(?:/[^\s;,()]*)?(?P<day> (?=\d))?"
)
_DAY = re.compile(r"\b(?P<day>[0-3]\d)-(?P<month>[01]\d)-(?P<year>(?:19|20)\d\d)\b")
_UNNAMED = "website "
_MONTH = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])\b(?!-)")


def source_name(publication: str) -> str:
    """A publication as a letter names it, without a web address.

    Beside a publisher that the letter can name, a site that passed the news on is left out.
    """
    named = _SITE.sub(_publisher, bare(publication) or publication)
    named = _MONTH.sub(_month, _DAY.sub(_day, named))
    parts = named.split("; ")
    return "; ".join([part for part in parts if not part.startswith(_UNNAMED)] or parts)


def _publisher(found: re.Match[str]) -> str:
    publisher = PUBLISHERS.get(found["site"], f"{_UNNAMED}{found['site']}")
    return f"{publisher}, " if found["day"] else publisher


def _day(found: re.Match[str]) -> str:
    try:
        return say_date(date(int(found["year"]), int(found["month"]), int(found["day"])))
    except ValueError:
        return found[0]


def _month(found: re.Match[str]) -> str:
    return say_date(date(int(found["year"]), int(found["month"]), 1)).removeprefix("1 ")
