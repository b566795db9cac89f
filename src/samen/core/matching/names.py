"""Names as bags of tokens: without particles and titles, in plain letters, free of order."""

import re
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from samen.core.matching.name_lists import MIDDLE, NO_NAME, PARTICLES, SHORT_FORMS, TITLES
from samen.core.matching.romanisation import LONGEST, plain
from samen.core.matching.sounds import heard, skeleton, without_gender

MOST_TOKENS = 6
_BITS = 63
_DIGITS = re.compile(r"\d+")
_WIFE = re.compile(r"(?<=.{3})ne$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name: as written in plain letters, by sound, by consonants, and its letters two
    by two, a bit each."""

    text: str
    sound: str
    bones: str
    twos: int


@lru_cache(maxsize=1 << 18)
def token(text: str) -> Token:
    """A word of `plain` letters. Its sound is that of the name it is short for, without the ending
    of a sex; given and family names go the same way, since they are swapped often."""
    sound = heard(without_gender(SHORT_FORMS.get(text, text)))
    begun, twos = " " + text, 0
    for at in range(len(text)):
        twos |= _bit(begun[at : at + 2])
    return Token(text, sound, skeleton(sound), twos)


@lru_cache(maxsize=1 << 12)
def _bit(two: str) -> int:
    return 1 << crc32(two.encode()) % _BITS


def name_words(value: str) -> list[str]:
    """The words of a name that tell persons apart, at most MOST_TOKENS; none for no name.

    Particles go wherever they stand, unless nothing is left without them (Le, Do).
    """
    words = _DIGITS.sub("", plain(value)).split()
    words = [word for word in words if word not in TITLES]
    if not words or any(word in NO_NAME for word in words):
        return []
    bearing = [word for word in words if word not in PARTICLES and word not in MIDDLE]
    return (bearing or words)[:MOST_TOKENS]


def given_tokens(value: str) -> list[Token]:
    """The given names in the order in which they are written."""
    return [token(word) for word in name_words(value)]


def family_tokens(value: str) -> list[Token]:
    """The family names in the order in which they are written; Hungarian -né names a husband."""
    wife = "né" in value[:LONGEST].lower()
    words = [_WIFE.sub("", word) if wife else word for word in name_words(value)]
    return [token(word) for word in words if word]


def split_full_name(value: str) -> tuple[str, str]:
    """Given and family name of a name in one column: "family, given", or the last word last."""
    if "," in value:
        family, _, given = value.partition(",")
        return given.strip(), family.strip()
    words = value[:LONGEST].split()
    start = next((at for at, word in enumerate(words) if at and plain(word) in PARTICLES), None)
    if start is None:
        start = max(len(words) - 1, 1) if len(words) > 1 else 0
    return " ".join(words[:start]), " ".join(words[start:])
