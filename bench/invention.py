"""Numbers that an entry holds and its letter does not: the worst error there is."""

import re
from typing import Any

Entry = dict[str, Any]

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_WINDOW = 12
_CHECKED = ("number", "value", "low", "high", "year", "base_year", "value_eur", "from", "until")
_WHOLE_LETTER = ("dossier", "number")
_RELATIVE = re.compile(r"\b(?:jaar|jl|jongstleden|heden|nu|thans|inmiddels|a\.s)\b", re.IGNORECASE)
_STEP = re.compile(
    r"\b([a-z]+|\d{1,2}) jaar (?:eerder|later|daarvoor|daarna|ervoor|erna|geleden|tevoren)\b"
)
_SPELT = {
    "een": "1 0", "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7",
    "acht": "8", "negen": "9", "tien": "1", "elf": "11", "twaalf": "12", "dertien": "13",
    "veertien": "14", "vijftien": "15", "zestien": "16", "zeventien": "17", "achttien": "18",
    "negentien": "19", "twintig": "2", "dertig": "3", "veertig": "4", "vijftig": "5",
    "zestig": "6", "zeventig": "7", "tachtig": "8", "negentig": "9", "half": "5",
    "halve": "5", "helft": "5", "kwart": "25", "derde": "33 3333 66 67 6667",
    "driekwart": "75", "honderd": "1", "duizend": "1", "miljoen": "1", "anderhalf": "15",
    "geen": "0",
}  # fmt: skip
"""Significant digits of spelt-out numerals, also inside longer words ("drietal")."""
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NO_MARKS = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RANGE = re.compile(r"(\d+)\s*(?:[-–]|t/m|tot en met)\s*(\d+)")
_PLAIN = str.maketrans("ëéèïö", "eeeio")
_ONES = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"
_BELOW_20 = dict(zip(
    f"{_ONES} zestien zeventien achttien negentien".split(), range(1, 20), strict=True
))  # fmt: skip
_TENS = dict(zip(
    ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"],
    range(20, 100, 10), strict=True,
))  # fmt: skip


def unquoted(entry: Entry, original: str) -> bool:
    """Whether the quote is no substring of the white-space folded original."""
    return " ".join(str(entry["quote"]).split()) not in " ".join(original.split())


def invented(entry: Entry, original: str, anchor: str, notes: str) -> list[str]:
    """Fields of an entry whose digits stand neither near it nor in a footnote.

    A year counts as given where words of time near it reckon from the letter's own date.
    """
    lines = original.split("\n")
    near = "\n".join(lines[max(0, entry["line"] - _WINDOW) : entry["line_end"] + _WINDOW])
    near = f"{near}\n{entry['quote']}\n{notes}"
    found = []
    for name in _CHECKED:
        where = original if entry["kind"] == "motion" and name in _WHOLE_LETTER else near
        for digits in _digits(entry.get(name)):
            if _in_range(entry, name) or _is_roman(entry, name, original):
                continue
            if not _stands(digits, where) and not _reckoned(digits, where, anchor):
                found.append(f"{name}={entry[name]}")
    return found


def _in_range(entry: Entry, name: str) -> bool:
    """Whether a paper lies between the ends of a range that its quote names: "nrs. 1 – 4"."""
    number = str(entry.get(name))
    if (entry["kind"], name) != ("parliamentary_ref", "number") or not number.isdigit():
        return False
    ends = [(int(low), int(high)) for low, high in _RANGE.findall(entry["quote"])]
    return any(low <= int(number) <= high for low, high in ends)


def _is_roman(entry: Entry, name: str, original: str) -> bool:
    """Whether a note has its number in Roman figures: "(iii)"."""
    number = entry.get(name)
    if (entry["kind"], name) != ("footnote", "number") or not isinstance(number, int):
        return False
    return number <= len(_ROMAN) and f"({_ROMAN[number - 1]})" in original


def _digits(value: object) -> list[str]:
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, int | float):
        return [_significant(f"{value:.4f}")]
    return [_significant(digits) for digits in re.findall(r"\d+", str(value))]


def _significant(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    return digits.strip("0") or "0"


def _stands(digits: str, text: str) -> bool:
    """Whether a number of the text has these digits; a footnote marker may be glued to a year."""
    text = f"{text.translate(_RAISED)} {text.translate(_NO_MARKS)}"
    spaced = re.sub(r"(?<=\d) (?=\d{3}\b)", "", text)
    numbers = {_significant(n) for n in re.findall(r"\d[\d.,]*", f"{text} {spaced}")}
    if digits in numbers or any(_glued(n, digits) for n in numbers):
        return True
    words = text.lower().translate(_PLAIN)
    if any(word in words and digits in spelt.split() for word, spelt in _SPELT.items()):
        return True
    return digits in {_significant(str(_spelt(word))) for word in re.findall(r"[a-z]{6,40}", words)}


def _spelt(word: str) -> int:
    """A numeral written as one word ("tweeentwintig", "driehonderdvijftig"), or 0."""
    for name, size in (("duizend", 1000), ("honderd", 100)):
        head, found, tail = word.partition(name)
        if found:
            times, rest = _spelt(head) if head else 1, _spelt(tail.removeprefix("en"))
            return times * size + rest if times and (rest or not tail) else 0
    for name, tens in _TENS.items():
        if word.endswith(name):
            return tens + _joined(word.removesuffix(name)) if word != name else tens
    return _BELOW_20.get(word, 0)


def _joined(head: str) -> int:
    """The ones before "en" in "tweeentwintig"; far below zero where there are none."""
    return _BELOW_20.get(head.removesuffix("en"), -(10**6)) if head.endswith("en") else -(10**6)


def _glued(number: str, digits: str) -> bool:
    return len(digits) == 4 and number.startswith(digits) and len(number) <= 6


def _reckoned(digits: str, text: str, anchor: str) -> bool:
    if len(digits) not in {3, 4} or not anchor or not _RELATIVE.search(text):
        return False
    years = {int(anchor[:4]) + step for step in range(-3, 6)} | _counted_from(text)
    return digits in {_significant(str(year)) for year in years}


def _counted_from(text: str) -> set[int]:
    """The years that "drie jaar eerder" may mean, counted from the years that a text names."""
    named = {int(year) for year in re.findall(r"\b(?:19|20)\d\d", text)}
    steps = {int(n) if n.isdigit() else _BELOW_20.get(n, 1) for n in _STEP.findall(text.lower())}
    return {year + sign * step for year in named for step in steps for sign in (-1, 1)}
