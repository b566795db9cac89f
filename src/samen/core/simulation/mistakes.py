"""What goes wrong with one text: each function takes the text and a random number.

All are pure; a text to which an error does not apply comes back as it was.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

type Mistake = Callable[[str, int], str]

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_STROKES = str.maketrans("łŁđĐøØßı", "lLdDoOsi")
_LETTERS = "ABCDEGHJKLMNPRSTVWXZ"


def _neighbours() -> dict[str, str]:
    found = {}
    for row in _ROWS:
        for at, key in enumerate(row):
            found[key] = row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
    return found


_BESIDE = _neighbours()


def typed(text: str, number: int) -> str:
    """One slip on a keyboard: two keys swapped, one missed, doubled, or its neighbour hit."""
    if len(text) < 2:
        return text
    at = 1 + (number >> 8) % (len(text) - 1)
    before, key, after = text[:at], text[at], text[at + 1 :]
    slip = number % 4
    if slip == 0 and at > 1:
        return before[:-1] + key + before[-1] + after
    if slip < 2:
        return before + after
    if slip == 2:
        return before + key + key + after
    beside = _BESIDE.get(plain(key).lower(), "")
    return before + beside[(number >> 32) % len(beside)] + after if beside else before + after


@dataclass(frozen=True, eq=False)
class Respelling:
    """How one language or one ear writes what was said: (written, instead), in lower case."""

    rules: tuple[tuple[str, str], ...]

    def __call__(self, text: str, number: int) -> str:
        """One of the rules that fit, at one place; capitals stay where they were."""
        fits = _fits(self, text)
        if not fits:
            return text
        at, length, instead = fits[number % len(fits)]
        return text[:at] + instead + text[at + length :]


@lru_cache(maxsize=1 << 13)
def _fits(respelling: Respelling, text: str) -> list[tuple[int, int, str]]:
    """Where each rule that fits begins, how long it is and what it writes there."""
    lower = text.lower()
    found = ((lower.find(written), len(written), instead) for written, instead in respelling.rules)
    return [
        (at, length, instead[:1].upper() + instead[1:] if text[at].isupper() else instead)
        for at, length, instead in found
        if at >= 0
    ]


def plain(text: str) -> str:
    """Without the signs on and through letters."""
    return text if text.isascii() else _plain(text)


@lru_cache(maxsize=1 << 13)
def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.translate(_STROKES))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def other_digit(text: str, number: int) -> str:
    """One digit is another, or two stand in the other order."""
    places = [at for at, sign in enumerate(text) if sign.isdigit()]
    if len(places) < 2:
        return text
    at = places[(number >> 8) % len(places)]
    if number % 3 == 0 and at + 1 < len(text) and text[at + 1].isdigit():
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    digit = (int(text[at]) + 1 + (number >> 32) % 9) % 10
    return f"{text[:at]}{digit}{text[at + 1 :]}"


def phone_otherwise(text: str, number: int) -> str:
    """The same number as people write it: 0612345678, 06-12345678, 0048…, with spaces."""
    if not text.startswith("+31"):
        return ("00" + text[1:], text[:3] + " " + text[3:], text[1:])[number % 3]
    how, first, rest = number % 6, text[3:4], text[4:]
    if how == 0:
        return f"0{first}{rest}"
    if how == 1:
        return f"0{first}-{rest}"
    if how == 2:
        return f"0{first} {rest[:2]} {rest[2:4]} {rest[4:6]} {rest[6:]}"
    return (f"0031{first}", f"+31 {first} ", f"+31(0){first}")[how - 3] + rest


def spelled_employer(text: str, number: int) -> str:
    """A firm without its legal form, in capitals, without spaces, or with a slip."""
    base = text.removesuffix(" B.V.").removesuffix(" Holding").removesuffix(" V.O.F.")
    return (
        base,
        text.upper(),
        text.replace("B.V.", "BV"),
        typed(text, number >> 8),
        base.split(" ")[0],
    )[number % 5]


def other_date(text: str, number: int) -> str:
    """A day, month or year of a whole date mistyped, still a date."""
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    part, step = number % 3, 1 + (number >> 8) % 9
    if part == 0:
        day = (day - 1 + (10 if step > 5 else step)) % 28 + 1
    elif part == 1:
        month = (month - 1 + step) % 12 + 1
    else:
        year += (-10, -2, 2, 10)[(number >> 16) % 4]
    return f"{year:04d}-{month:02d}-{min(day, 28):02d}"


def swapped_date(text: str, _number: int) -> str:
    """Day and month in the other order, where that is a date."""
    day, month = text[8:], text[5:7]
    return f"{text[:4]}-{day}-{month}" if int(day) <= 12 else text


def other_year(text: str, number: int) -> str:
    """A year before or after."""
    day = min(text[8:], "28") if text[5:7] == "02" else text[8:]
    return f"{int(text[:4]) + (-1, 1)[number % 2]:04d}{text[4:8]}{day}"


def initial(text: str, _number: int) -> str:
    """The first letter with a full stop."""
    return f"{text[0]}." if text else text


def other_letter(text: str, number: int) -> str:
    """A postcode with one of its letters or digits wrong."""
    if number % 2 or not text:
        return other_digit(text, number)
    return text[:-1] + _LETTERS[(number >> 8) % len(_LETTERS)]
