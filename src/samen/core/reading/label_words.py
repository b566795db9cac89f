"""Labels in plans and tables: what is done, who does it, with whom, when, how it stands."""

import re

WHAT = r"(?:actie|maatregel|activiteit|wat|omschrijving|inzet|stap)(?:punt)?(?:en)?"
LEADER = (
    r"(?:(?:actie|eind)?(?:trekker|eigenaar|houder|verantwoordelijke?)s?|penvoerder"
    r"|uit te voeren door)"
)
WHO = rf"(?:{LEADER}|wie|uitvoerders?|uitvoering|partij(?:en)?|door(?: wie)?)"
BESIDE = r"(?:(?:overige |andere )?betrokken(?:en)?(?: partijen| partners)?|(?:keten)?partners)"
WHEN = (
    r"(?:wanneer|termijn|planning|gereed|klaar|deadline|einddatum|streefdatum|oplevering|opgeleverd"
    r"|looptijd|uiterlijk|periode|datum)(?: op)?"
)
STATE = r"(?:status|stand(?: van zaken)?|voortgang)"

_SOON = r"(?:termijn|planning|gereed|deadline|einddatum|streefdatum|looptijd)"
_LINE = re.compile(rf"\s*(?:{LEADER}|{BESIDE}|{_SOON})\s*:\s+\S", re.IGNORECASE)
LED_BY = re.compile(
    rf"(?:^|[\n(.;|–])\s*{LEADER}\s*:\s+(?P<who>[^\n.;()|]{{2,80}}?)"
    r"(?=\s+[A-Z][a-zà-ÿ]+(?: [a-z]+){0,2}:|[\n.;()|]|$)",
    re.IGNORECASE,
)
"""Who leads, behind a label in running text: "(trekker: VNG)"."""


def is_label(line: str) -> bool:
    """Whether a line begins with a label for who does something, or when: "Trekker: VNG"."""
    return _LINE.match(line) is not None
