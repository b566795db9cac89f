"""Names that a letter defines itself: "Stichting Normering Flexwonen (SNF)", later "de SNF"."""

import re
from collections.abc import Iterator
from functools import lru_cache

_LETTER = r"A-Za-zÀ-ÿ"
_DEFINED = re.compile(r"\((?:hierna:?\s+|kortweg\s+|afgekort\s+)?(?P<short>[A-Z][A-Za-z]{1,7})\)")
_WORD = re.compile(rf"[{_LETTER}][{_LETTER}’'-]*")
_SMALL = frozenset({"van", "voor", "de", "het", "der", "en", "tegen", "in", "op", "bij", "tot"})
_MOST_WORDS = 10
_NO_BODY = re.compile(
    r"(?:Wet|Besluit|Regeling|Richtlijn|Verordening|Verdrag|Buitenlandse)\b|.*(?:uitkering|verordening)\b",
    re.I,
)
_FOUNDATION = re.compile(
    r"\b[Ss]tichting +(?P<name>[A-Z][\w’'-]*\w"
    r"(?: +(?:(?:van|voor|en|de|na|tegen|bij|om) +)?[A-Z][\w’'-]*\w){0,3})"
    r"(?![\w’'-]|:)"
)


@lru_cache(maxsize=16)
def names_of(text: str) -> dict[str, str]:
    """Each short name that a text gives a longer name for, with that name."""
    found: dict[str, str] = {}
    for match in _FOUNDATION.finditer(text):
        full = " ".join(match["name"].split())
        found.setdefault(full, f"Stichting {full}")
    for match in _DEFINED.finditer(text):
        full = _written_out(match["short"], text[max(0, match.start() - 120) : match.start()])
        if full and not _NO_BODY.match(full):
            found.setdefault(match["short"], full)
    return found


def _written_out(short: str, before: str) -> str:
    """The words before an abbreviation of which it has the first letters; else ""."""
    stretch = re.split(r"[.;:()]\s|\n\n", before)[-1]
    words = list(_WORD.finditer(stretch))[-_MOST_WORDS:]
    for word in reversed(words):
        name = stretch[word.start() :].strip(" ,")
        is_name = word.group()[0].isupper() and word.group()[0] == short[0].upper()
        if is_name and name and _has_initials(short, name):
            return " ".join(name.split())
    return ""


def _has_initials(short: str, name: str) -> bool:
    """Whether the letters of an abbreviation begin parts of a name, each word of weight used."""
    parts = [part for part in re.split(r"[\s-]+", name) if part]
    weighty = [part for part in parts if part.lower() not in _SMALL]
    firsts = "".join(part[0].lower() for part in parts)
    forms = {short.lower(), short[:-1].lower() if len(short) > 3 else short.lower()}
    return len(weighty) <= len(short) + 1 and any(_holds(firsts, form) for form in forms)


def _holds(letters: str, form: str) -> bool:
    rest = iter(letters)
    return all(letter in rest for letter in form)


def named_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where a stretch of a text has a name that the text defines, short or long."""
    pattern = _pattern(text)
    for match in pattern.finditer(text, start, end) if pattern else ():
        name = " ".join(match.group().split())
        yield match.start(), match.end(), names_of(text).get(name, name)


@lru_cache(maxsize=16)
def _pattern(text: str) -> re.Pattern[str] | None:
    names = {*names_of(text), *names_of(text).values()}
    longest_first = sorted(names, key=len, reverse=True)
    forms = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])") if names else None
