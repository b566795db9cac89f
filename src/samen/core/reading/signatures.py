"""Which lines belong to the signing at the end of a letter."""

import re
from collections.abc import Sequence

from samen.core.reading.words import word_set

OFFICE = re.compile(
    r"(?:(?:mede\s+)?namens\s+)?(?:de\s+|het\s+|the\s+)?(?:demissionair[e]?\s+)?"
    r"(?:(?:fungerend|waarnemend|plaatsvervangend|adjunct)[\s-]+)?(?:griffier|minister-president|minister|staatssecretaris|staatsecretaris|voorzitter|"
    r"directeur-generaal|secretaris-generaal|(?:gemeente)?secretaris|(?:algemeen\s+)?directeur|bestuurder|burgemeester|wethouder|politiechef|"
    r"gezaghebber|bestuurscollege|korpschef|hoofdofficier|inspecteur-generaal|nationaal rapporteur|"
    r"college van|state secretary|prime minister)\b.*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:hoogachtend|met (?:vriendelijke )?(?:hoog)?achting|met vriendelijke groet(?:en)?|"
    r"namens deze|voor deze|yours (?:sincerely|faithfully)|kind regards|sincerely)\s*,?:?",
    re.IGNORECASE,
)
_PARTICLES = word_set(
    """
    van de der den het 't ter ten te el al bin ben von zu du da la le op in en
    """
)
_TITLES = re.compile(r"(?:(?:mr|drs|dr|ir|ing|prof|mw|dhr|jhr)\.?\s+)+", re.IGNORECASE)
_CALLED = re.compile(r"\([A-Z][a-zà-ÿ-]+\) ")
"""The name by which somebody is called, behind the initials."""
_INITIALS = re.compile(rf"(?:{_TITLES.pattern})?(?:[A-Z][a-z]?\.)+ ")
_PART = re.compile(r"\S+(?: {1,3}\S+)*")
"""What stands together on a line; wider gaps part the columns."""
_NAME_WORD = re.compile(r"(?:[A-Z]\.)+|[A-ZÀ-Þ][\w’'-]*|['’][ts]")


def columns(lines: Sequence[str]) -> list[str]:
    """The columns of signings set side by side, each as one line; as a rule there is one."""
    parts = [list(_PART.finditer(line)) for line in lines]
    begins = next(([part.start() for part in row] for row in parts if len(row) > 1), [0])
    texts: list[list[str]] = [[] for _ in begins]
    for part in (part for row in parts for part in row):
        places = [index for index, begin in enumerate(begins) if begin <= part.start() + 2]
        texts[max(places, default=0)].append(part.group())
    return [" ".join(" ".join(text).split()) for text in texts]


def is_office(text: str) -> bool:
    """Whether a line opens with an office and is no sentence."""
    return bool(OFFICE.fullmatch(text)) and len(text) < 130 and text[-1] not in ".:;?"


def is_closing(text: str) -> bool:
    return bool(_CLOSING.fullmatch(text))


def has_initials(text: str) -> bool:
    """Whether a line is a person's name with initials or a title before it."""
    return is_name(text) and _INITIALS.match(text) is not None


def is_name(text: str) -> bool:
    """Whether a line has the form of a person's name."""
    text = _CALLED.sub("", _TITLES.sub("", text, count=1))
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 50:
        return False
    capitals = [word for word in words if word not in _PARTICLES]
    return (
        bool(capitals)
        and all(_NAME_WORD.fullmatch(word) for word in capitals)
        and words[-1] not in _PARTICLES
    )
