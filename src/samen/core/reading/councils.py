"""Letters to the council of a municipality or an island: who writes, and the offices named."""

import re
from collections.abc import Iterator
from functools import lru_cache

from samen.core.reading.context import Context

COLLEGE = "college van burgemeester en wethouders"
STATES = "Gedeputeerde Staten"
ISLAND = "bestuurscollege"
_HEAD = 900
_TO_COUNCIL = re.compile(
    r"\b(?:gemeenteraad|leden van de raad|raad van de gemeente|raadsleden|geachte raad"
    r"|provinciale staten|statenleden|eilandsraad)\b",
    re.I,
)
_TO_ISLAND = re.compile(r"\beilandsraad\b", re.I)
_TO_STATES = re.compile(r"\b(?:provinciale staten|statenleden)\b", re.I)
_SIGNED = re.compile(
    r"(?:de\s+)?(?P<office>burgemeester|wethouder|gezaghebber|gedeputeerde)"
    r"(?P<town>\s+van\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*)?,?",
    re.IGNORECASE,
)
_MAYOR = re.compile(r"\b[Vv]an\s*: +burgemeester\b(?!\s+en\b)|^(?:de\s+)?burgemeester,?$", re.M)
"""A mayor who sends the letter: "Van: burgemeester De Wit", or signs beside a secretary."""
_TOWN = re.compile(r"\b[Gg]emeente (?P<name>[A-Z][\w’'-]+)")
_NAME = r"(?:(?:[A-Z]\.){1,4}\s*)?(?:(?:[Vv]an|[Dd]e[rn]?|[Tt]e[nr]?)\s+){0,3}[A-Z][\w’'-]+"
_OFFICES = re.compile(
    r"\b(?P<full>college\s+van\s+(?:burgemeester\s+en\s+wethouders|B\s*(?:&|en)\s*W))"
    r"|\b(?P<college>college)\b(?!\s+van\b)"
    r"|\b(?P<town>gemeente)\b(?!\s+[A-Z])"
    r"|\b(?P<mayor>burgemeester)\b(?!\s+en\s+wethouders)"
    r"|\b(?P<island>bestuurscollege|gezaghebber)\b"
    rf"|\b(?P<alderman>(?:[Ww]ethouder|[Gg]edeputeerde)\s+{_NAME})"
)


def is_to_council(context: Context) -> bool:
    """Whether a letter is written to the council of a municipality, a province or an island."""
    return _is_addressed(context.letter.original[:_HEAD])


@lru_cache(maxsize=64)
def _is_addressed(head: str) -> bool:
    return _TO_COUNCIL.search(head) is not None


@lru_cache(maxsize=64)
def _town(head: str) -> str:
    """The municipality of a letter's head, by its name where the head has it."""
    named = _TOWN.search(head)
    return f"gemeente {named['name']}" if named else "gemeente"


def council_writer(context: Context, *, alone: bool) -> str:
    """Who writes to a council. alone: as "ik"; then the mayor or the alderman who signs."""
    lines = [words for pair in context.signature_lines for words in pair] if alone else []
    signed = next((hit for words in lines if (hit := _SIGNED.fullmatch(words.strip()))), None)
    if signed:
        return signed["office"].lower() + " ".join(["", *(signed["town"] or "").split()])
    head = context.letter.original[:_HEAD]
    if alone and (_MAYOR.search(head) or any(_MAYOR.search(words) for words in lines)):
        return "burgemeester"
    if _TO_ISLAND.search(head):
        return ISLAND
    return STATES if _TO_STATES.search(head) else COLLEGE


def council_offices(context: Context, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The college, the mayor and the aldermen that a stretch of such a letter names."""
    if not is_to_council(context):
        return
    for found in _OFFICES.finditer(context.text, start, end):
        if found["alderman"]:
            name = found["alderman"][0].lower() + found["alderman"][1:]
        elif found["island"]:
            name = found["island"]
        elif found["town"]:
            name = _town(context.letter.original[:_HEAD])
        else:
            name = "burgemeester" if found["mayor"] else COLLEGE
        yield found.start(), found.end(), name
