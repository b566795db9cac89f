"""Addresses in the form of the Dutch register (BAG): street, number, addition, postcode."""

import re

from samen.core.matching.romanisation import plain

_POSTCODE = re.compile(r"\b([1-9]\d{3}) ?([a-z]{2})\b")
_FOUR = re.compile(r"\b([1-9]\d{3})\b")
_NUMBER = re.compile(r"^(.*?[a-z]{2}.*?)\s+(\d{1,5})\s*([a-z]?\b.*)$")
_ONLY_NUMBER = re.compile(r"^(\d{1,5})\s*(.*)$")
_ENDINGS = (
    (re.compile(r"str\b"), "straat"),
    (re.compile(r"\bstraat"), "straat"),
    (re.compile(r"ln\b"), "laan"),
    (re.compile(r"pl\b"), "plein"),
    (re.compile(r"(?<=[a-z])wg\b"), "weg"),
)
_CITIES = {
    "s gravenhage": "den haag", "sgravenhage": "den haag", "the hague": "den haag",
    "s hertogenbosch": "den bosch", "shertogenbosch": "den bosch",
}  # fmt: skip
_MAYBE_WHOLE = re.compile(r"\S\W+[1-9]\d{3} ?[A-Za-z]{2}\b")
_NO_PLACE = frozenset(["onbekend", "unknown", "nvt", "geen", "nb", "zvwov", "zwervend", "none"])


def postcode(value: str) -> str:
    """The Dutch postcode in a text, '1234ab', or its digits where those are all; '' for none."""
    text = plain(value)
    if found := _POSTCODE.search(text):
        return found[1] + found[2]
    found = _FOUR.search(text)
    return found[1] if found else ""


def street_and_number(value: str) -> tuple[str, str]:
    """Street in plain letters and what stands behind it: 'Kerkstr. 12-a' is kerkstraat, '12 a'."""
    text = plain(value)
    if not text or text in _NO_PLACE:
        return "", ""
    found = _NUMBER.match(text)
    street, number = (found[1], f"{found[2]} {found[3]}".strip()) if found else (text, "")
    for pattern, ending in _ENDINGS:
        street = pattern.sub(ending, street)
    return street.replace(" ", ""), number


def postcode_and_city(value: str) -> tuple[str, str]:
    """What a whole address in one field says behind the street: 'Kerkstraat 12, 1234 AB Ede' is
    '1234ab', 'ede'; two empty texts for a street alone."""
    if not _MAYBE_WHOLE.search(value):
        return "", ""
    text = plain(value)
    found = _POSTCODE.search(text)
    return (found[1] + found[2], city(text[found.end() :])) if found else ("", "")


def house_number(value: str) -> int:
    """The number without its addition; 0 for none."""
    found = _ONLY_NUMBER.match(plain(value))
    return int(found[1]) if found else 0


def city(value: str) -> str:
    """A place in plain letters, under one of its names."""
    text = plain(value)
    return "" if text in _NO_PLACE else _CITIES.get(text, text).replace(" ", "")
