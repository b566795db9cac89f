"""A whole name in one cell into given names, prefix and family name, as Dutch lists write it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from samen.core.registration.columns import KNOWN, ORDER, Column
from samen.core.registration.fields import Fields
from samen.core.registration.values import clean, state_of

WHOLE = "full_name"
"""The field of a column with whole names; a register has the three fields of `NameParts`."""
MOST_PREFIXES = 4
_PREFIXES = frozenset((
    "aan", "aus", "bij", "d'", "da", "de", "das", "del", "della", "den", "der", "des", "di", "do",
    "dos", "du", "'d", "in", "het", "'t", "l'", "la", "las", "le", "les", "lo", "los", "onder",
    "op", "over", "'s", "te", "ten", "ter", "thoe", "to", "toe", "uit", "van", "vande", "vanden",
    "vander", "vom", "von", "voor", "zu", "zum", "zur",
))  # fmt: skip
"""Words before a family name that lists set apart. After: Logisch Ontwerp BRP, tabel 36."""
_BEGINS = frozenset(
    ["abd", "abu", "aït", "ait", "al", "ben", "bint", "bin", "el", "ibn", "ould", "mac", "mc"]
)
"""Words with which a family name begins, and that stay with it."""


class NameParts(NamedTuple):
    """What a whole name comes to; "" for a part that it does not say."""

    given_names: str
    family_name_prefix: str
    family_name: str


def split_name(whole: str) -> NameParts:
    """The parts of a clean name. Before a comma stands the family name, behind it the rest.

    Without a comma the family name begins at a prefix, also one inside a double name, or else is
    the last word.
    """
    family, comma, rest = (each.strip() for each in whole.partition(","))
    if comma and family and rest:
        return _turned(family.split(), rest.replace(",", " ").split())
    words = whole.replace(",", " ").replace(" - ", "-").split()
    shouts = whole.isupper()
    begins = next((at for at, word in enumerate(words[:-1])
                   if _is_prefix(word.rpartition("-")[2], shouts)), None)  # fmt: skip
    if begins is None:
        begins = next((at for at, word in enumerate(words[1:-1], 1) if word.casefold() in _BEGINS),
                      len(words) - 1)  # fmt: skip
    prefix, family_words = _taken_off(words[begins:], shouts)
    return _parts(words[:begins], prefix, family_words)


def _turned(family: list[str], rest: list[str]) -> NameParts:
    """ "Jansen, A. van der", "van der Jansen, A.": a prefix stands before one or the other."""
    ends, shouts = len(rest), len(rest) > 1
    while len(rest) - ends < MOST_PREFIXES and ends and _is_prefix(rest[ends - 1], shouts):
        ends -= 1
    prefix, words = _taken_off(family, " ".join(family).isupper())
    return _parts(rest[:ends], rest[ends:] + prefix, words)


def _taken_off(words: list[str], shouts: bool) -> tuple[list[str], list[str]]:
    """The prefixes at the beginning, and the rest, of which a word is left."""
    at = 0
    while at < min(len(words) - 1, MOST_PREFIXES) and _is_prefix(words[at], shouts):
        at += 1
    return words[:at], words[at:]


def _is_prefix(word: str, shouts: bool) -> bool:
    """Whether it is a prefix. "Van" in "Nguyen Van An" is a name, "VAN" in a shouted one is not."""
    return (word.casefold() if shouts else word).replace("’", "'") in _PREFIXES


def _parts(given: list[str], prefix: list[str], family: list[str]) -> NameParts:
    return NameParts(" ".join(given), " ".join(prefix), " ".join(family))


def telling_names(values: Iterable[str]) -> list[tuple[str, NameParts]]:
    """Whole names with their parts, those first that may fall apart wrongly: of most words."""
    names = {clean(each)[0] for each in values}
    told = {name for name in names if name and state_of(name) is None}
    by_words = sorted(told, key=lambda name: (-len(name.split()), "," in name, name))
    return [(name, split_name(name)) for name in by_words]


def with_parts(columns: Mapping[str, Column], fields: Fields) -> dict[str, Column]:
    """The columns with the parts of whole names in place of these; what has a column keeps it."""
    found = dict(columns)
    whole = found.pop(WHOLE, None)
    if whole is None:
        return found
    split = [split_name(each) if each else None for each in whole.normal.to_pylist()]
    for place, name in enumerate(NameParts._fields):
        if name not in found:
            told = [each[place] or None if each else None for each in split]
            found[name] = _part(whole, told, fields, name)
    return found


def _part(whole: Column, told: list[str | None], fields: Fields, name: str) -> Column:
    """A part of whole names as a column; what a name does not say is as an empty cell."""
    said = np.array([each is not None for each in told], bool)
    states = whole.states.copy()
    states[(states == KNOWN) & ~said] = ORDER.index(whole.empty)
    normal = pa.array(told, pa.string())
    return Column(whole.name, fields[name], whole.empty, whole.codes, whole.raw, normal, states, {})
