"""Organisations by name: one pass over a text finds every spelling that the lists know.

Longest spelling wins ("Inspectie SZW" is the inspectorate, not the ministry). A bare name of a
policy field ("Justitie en Veiligheid") is a ministry only behind "ministerie van"; behind
"minister van" or "staatssecretaris van" it is an office, which is no organisation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from samen.core.reading.field_names import FIELDS
from samen.core.reading.organisation_names import ABROAD, MINISTRIES, PARTNERS, STATE
from samen.core.terms import Found, OrganisationKind

_WORD = re.compile(r"\w+")
_MINISTRY_BEFORE = re.compile(
    r"ministeries?\s+(?:van|voor)\s+(?:[\w&]+(?:,\s+|\s+en\s+(?:het\s+)?(?:van\s+)?))*$",
    re.IGNORECASE,
)
_OFFICE_BEFORE = re.compile(
    r"(?:minister|sta+ts?secretaris|bewindsl?ieden|bewindspersonen|Directoraat-Generaal)"
    r"(?:s|sen)?\s+(?:van|voor)\s+(?:[\w&]+(?:,\s+|\s+en\s+(?:van\s+)?))*$",
    re.IGNORECASE,
)
_LOOK_BACK = 120


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation: its canonical name, its kind, and its abbreviation or ""."""

    name: str
    kind: OrganisationKind
    abbreviation: str = ""


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way to write an organisation. field: a policy field that needs "ministerie van"."""

    text: str
    organisation: Organisation
    exact: bool
    field: bool = False

    def stands_at(self, text: str, folded: str, start: int) -> bool:
        end = start + len(self.text)
        if self.exact:
            fits = text.startswith(self.text, start)
        else:
            fits = folded.startswith(self.text, start)
        is_number = start > 1 and text[start - 1] == "/" and text[start - 2].isdigit()
        return fits and not (is_number or text[end : end + 1].isalnum())


def find_organisations(text: str) -> list[Found[Organisation]]:
    """Every known organisation in a text, in order, without overlap."""
    folded = text.lower()
    if len(folded) != len(text):  # a letter whose lower form is longer would shift the places
        folded = text
    found: list[Found[Organisation]] = []
    reached = 0
    for word in _WORD.finditer(text):
        if word.start() < reached:
            continue
        hit = _spelling_at(text, folded, word.group().lower(), word.start())
        if hit is not None:
            found.append(hit)
            reached = hit.end
    return found


def organisation_named(name: str) -> Organisation | None:
    """The organisation that a name, abbreviation or other spelling stands for."""
    folded = name.strip().lower()
    first = _WORD.match(folded)
    spellings = _spellings().get(first.group(), ()) if first else ()
    for spelling in spellings:
        if name.strip() == spelling.text or (not spelling.exact and folded == spelling.text):
            return spelling.organisation
    return None


def known_organisations() -> Iterator[Organisation]:
    """Every organisation of the lists, once."""
    seen: set[str] = set()
    for spellings in _spellings().values():
        for spelling in spellings:
            if spelling.organisation.name not in seen:
                seen.add(spelling.organisation.name)
                yield spelling.organisation


def _spelling_at(text: str, folded: str, first_word: str, start: int) -> Found[Organisation] | None:
    for spelling in _spellings().get(first_word, ()):
        if not spelling.stands_at(text, folded, start):
            continue
        end = start + len(spelling.text)
        if spelling.organisation.kind is OrganisationKind.MINISTRY:
            begin = _ministry_start(text, start, spelling)
            if begin is None:
                continue
            return Found(begin, end, spelling.organisation)
        return Found(start, end, spelling.organisation)
    return None


def _ministry_start(text: str, start: int, spelling: _Spelling) -> int | None:
    """Where the name of a ministry begins; None where the words are an office or a field."""
    if spelling.text.startswith("ministerie"):
        return start
    before = text[max(0, start - _LOOK_BACK) : start]
    if _OFFICE_BEFORE.search(before):
        return None
    named = _MINISTRY_BEFORE.search(before)
    if named is None:
        return None if spelling.field else start
    direct = re.search(r"ministerie\s+(?:van|voor)\s+$", before, re.IGNORECASE)
    return start - (len(before) - direct.start()) if direct else start


@cache
def _spellings() -> dict[str, tuple[_Spelling, ...]]:
    """Spellings by their first word in lower case, the longest first."""
    by_word: dict[str, list[_Spelling]] = {}
    for kind, lines in _lists():
        for line in lines.strip().splitlines():
            for spelling in _spellings_of(kind, line):
                first = _WORD.match(spelling.text)
                if first is not None:
                    by_word.setdefault(first.group().lower(), []).append(spelling)
    return {
        word: tuple(sorted(group, key=lambda each: -len(each.text)))
        for word, group in by_word.items()
    }


def _lists() -> Iterator[tuple[OrganisationKind, str]]:
    yield OrganisationKind.MINISTRY, MINISTRIES
    for group in (STATE, PARTNERS, ABROAD, FIELDS):
        yield from group.items()


def _spellings_of(kind: OrganisationKind, line: str) -> Iterator[_Spelling]:
    name, abbreviations, others = (part.strip() for part in line.split("|"))
    shorts = [short for short in (part.strip() for part in abbreviations.split(";")) if short]
    organisation = Organisation(name, kind, shorts[0] if shorts else "")
    for short in shorts:
        yield _Spelling(short, organisation, exact=True)
    is_ministry = kind is OrganisationKind.MINISTRY
    for other in [name, *(part.strip() for part in others.split(";"))]:
        if other:
            exact = " " not in other and other[0].isupper() and not is_ministry
            field = is_ministry and other != name
            yield _Spelling(other if exact else other.lower(), organisation, exact, field)
