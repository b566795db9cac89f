"""A value: what it says, what is known of it, and where it stands."""

import re
import unicodedata
from dataclasses import dataclass

from samen.core.registration.fields import folded
from samen.core.registration.problems import Fault, Problem
from samen.core.terms import ValueState
from samen.core.unseen import unseen_signs

LOST = "\ufffd"
"""Stands in a raw value where a sign could not be read."""

_STATES = {
    ValueState.UNKNOWN: "onbekend|niet bekend|unknown|not known|nomen nescio|weet niet|anoniem"
    "|naamloos|ongespecificeerd|niet ingevuld|geen opgave"
    "|not specified|not specified unknown|non specified unknown",
    ValueState.REFUSED: "geweigerd|weigert|geweigerd te zeggen|wil niet zeggen|refused|declined"
    "|prefer not to say|zegt het niet",
    ValueState.NOT_ASKED: "niet gevraagd|not asked|nvt|niet van toepassing|not applicable",
}
STATES = {folded(word): state for state, words in _STATES.items() for word in words.split("|")}
"""What people write instead of a value, folded."""
EXPORTED = frozenset({"NULL", "NaN", "<NA>", "N/A", "n/a", "NN", "N.N.", "n.n."})
"""How programs write nothing. Only in this spelling: Nan, Na and Null are names of people."""
_NO_ANSWER = re.compile(r"[-–—?.*_/ ]+")
_CELL_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#N/B", "#VERW!",
     "#WAARDE!", "#NAAM?", "#DEEL/0!", "#LEEG!", "#GETAL!"}
)  # fmt: skip
_TWO_BYTES = re.compile("[Â-ô][\u0080-¿ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a registration. normal: as we write it; raw: as it came, both "" where none.

    row: as a spreadsheet counts; column: its name in the file, "" where no column has the field.
    """

    field: str
    state: ValueState
    normal: str
    raw: str
    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one raw value says. Where `faults` hold one that refuses, there is no value."""

    state: ValueState
    normal: str = ""
    faults: tuple[Fault, ...] = ()


def clean(raw: str) -> tuple[str, tuple[Fault, ...]]:
    """A value without signs that nobody sees and with single blanks, and what was wrong.

    A blank is any white space. Source of the form: Unicode Standard Annex 15, NFC.
    """
    text = " ".join(raw.split())
    bare = "".join(sign for sign in text if not unseen_signs(sign)) if unseen_signs(text) else text
    faults = (Fault(Problem.UNSEEN_SIGNS),) if bare != text else ()
    bare = unicodedata.normalize("NFC", " ".join(bare.split()))
    # a soft hyphen may be half of an i with an accent; a formula may hide behind one
    found = _refused(raw) or _refused(bare)
    return ("", (Fault(found),)) if found else (bare, faults)


def _refused(raw: str) -> Problem | None:
    """What no field can hold, whatever its kind."""
    if LOST in raw:
        return Problem.LOST_SIGN
    if raw.lstrip().startswith("="):
        return Problem.FORMULA
    if raw.strip() in _CELL_ERRORS:
        return Problem.CELL_ERROR
    return Problem.TWO_ENCODINGS if _is_read_twice(raw) else None


def _is_read_twice(raw: str) -> bool:
    """Whether the signs are UTF-8 that was taken for Windows-1252, as "Ã©"."""
    if not _TWO_BYTES.search(raw):
        return False
    try:
        return raw.encode("cp1252").decode() != raw
    except UnicodeError:
        return False


def state_of(text: str) -> ValueState | None:
    """The state that a clean text tells instead of a value; None for a value."""
    if _NO_ANSWER.fullmatch(text) or text in EXPORTED:
        return ValueState.UNKNOWN
    return STATES.get(folded(text))
