"""Numbers of which a text does not surely tell the value: they are left out.

A wrong number is worse than none. So a telephone number, a number broken by a page end, number
words written apart, a power, a ratio, and a number with a sign or a bound are no quantities.
"""

import re
from collections.abc import Iterator

from samen.core.cued import Cued
from samen.core.numerals import SCALES
from samen.core.reading.text import Letter

_UNITS = "twee|drie|vier|vijf|zes|zeven|acht|negen|two|three|four|five|six|seven|eight|nine|één"
_TENS = (
    r"(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
    "|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
)
_LARGE = r"[a-zëéï]*honderd[a-zëéï]*|[a-zëéï]*duizend[a-zëéï]*|hundred|thousand"
_WORD = (
    rf"(?:{_UNITS}|tien|elf|twaalf|dertien|veertien|(?:vijf|zes|zeven|acht|negen)tien"
    rf"|(?:{_TENS})|[a-zéë]+[eë]n(?:{_TENS})|{_LARGE})"
)
_NUMBER = r"\d[\d.,]*"
_PARTS = (
    r"(?<![\w.,/])(?<!\d )(?:\+|00) ?\d{2}[\d ()-]{6,18}\d",
    r"(?<![\w.,/])(?<!\d )\(?0\d{1,3}\)?(?:[- ]{1,3}\d{2,8})+",
    r"(?<![\w.,/])(?<!\d )0\d+(?![.,]?\d)",
    r"(?<![\w.,/-])\d+-\d{7,}|(?<![\w.,/-])\d{7,}-\d+",
    r"(?<![\w.,/-])(?=[\d-]{8,})\d+-\d+(?! ?%| [a-z]{4}|[\w.,-])",
    r"\d{1,3}(?:'\d{3})+",
    rf"(?<![\d.,]){_NUMBER} ?(?:[×*^·]|x(?= ?\d)) ?{_NUMBER}(?: ?\^ ?-?\d+)?",
    r"(?<![\w.,/-])\d{1,3}(?: : |:)\d{1,3}(?!\d)",
    rf"(?:(?<![^\s(:])[-−]|\b(?:minus|min) |\+ ?/ ?-? ?|± ?|[<>≤≥]=? ?){_NUMBER}",
    rf"\b{_NUMBER} (?:honderd|hundred)\b",
    rf"\b{_NUMBER} (?:{'|'.join(SCALES)})\.?(?: en)? (?:{_NUMBER}|{_WORD}\b)",
    rf"\b(?:een|{_UNITS})(?: en |-en-)(?:{_TENS})\b",
    rf"\b(?:{_LARGE})(?:(?: |-)(?:and|en)(?: |-)|[ -]){_WORD}\b(?:(?: en)? {_WORD}\b)*",
    rf"\b{_WORD}(?:[ -](?!(?:duizend|thousand)\b(?! {_WORD}\b)){_WORD}\b)+(?: en {_WORD}\b)?",
)
UNSURE = [Cued(part) for part in _PARTS]
_BROKEN = re.compile(rf"(?<![\d.,])(?P<left>{_NUMBER})(?P<joint>\s{{1,4}}|-)(?P<right>{_NUMBER})")
_SHORT = re.compile(r"(?<![\w.,])\d{1,3}(?![\w,])")
_FILLED_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ALONE = re.compile(r"\s*(?:[-–—|]\s*)?(?P<number>\d{1,3})\s*[-–—|.]?\s*")
_RUNNING = 30
"""Characters of a line of running text; the cells of a table are shorter."""
_GOES_ON = re.compile(r"(?:\d{1,3}[.,])(?:\d{3}[.,])*(?P<last>\d{0,2})")


def unsure_spans(low: str) -> Iterator[tuple[int, int]]:
    """Where a folded text holds numbers whose value is not sure."""
    for pattern in UNSURE:
        yield from (found.span() for found in pattern.finditer(low))


def broken_spans(letter: Letter) -> Iterator[tuple[int, int]]:
    """The halves of numbers that the original broke at a line end, and its page numbers."""
    for found in _BROKEN.finditer(letter.text):
        first, last = letter.origin[found.end("left") - 1], letter.origin[found.start("right")]
        gap = letter.original[first + 1 : last] if 0 <= first < last else ""
        if "\n" not in gap and "\f" not in gap:
            continue
        if found["joint"] == "-" or _is_one(found["left"], found["right"], gap):
            yield found.span("left")
            yield found.span("right")
    places = {letter.origin[found.start()]: found.span() for found in _SHORT.finditer(letter.text)}
    yield from (places[page] for page in _page_numbers(letter.original) if page in places)


def _page_numbers(original: str) -> Iterator[int]:
    """Where a number stands alone on a line, at a page end or between lines of running text."""
    lines = list(_FILLED_LINE.finditer(original))
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        found = _ALONE.fullmatch(line[0])
        if found is None:
            continue
        is_within = min(len(before[0].strip()), len(after[0].strip())) >= _RUNNING
        if is_within or "\f" in original[before.end() : after.end()]:
            yield line.start() + found.start("number")


def _is_one(left: str, right: str, gap: str) -> bool:
    """Whether a number goes on behind a break: "1.0" and "23", at a page end "1." and "023"."""
    begun = _GOES_ON.fullmatch(left)
    digits = re.match(r"\d+", right)
    if begun is None or digits is None:
        return False
    if not begun["last"]:
        return "\f" in gap or right[0] == "0"
    return len(begun["last"]) + len(digits[0]) == 3
