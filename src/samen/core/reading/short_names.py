"""Who a short form means: "de stuurgroep", "het ministerie", "de dienst".

A letter gives the name of a body once and then calls it by the noun in it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from samen.core.reading.context import Context
from samen.core.reading.gazetteer import Organisation
from samen.core.reading.lexicon import word_set
from samen.core.reading.offices import canonical_name, home_ministry, signing_offices
from samen.core.terms import Found, OrganisationKind

_HEAD = (
    r"inspectie|(?:schade)?fonds|taskforce|(?:aanjaag)?team|autoriteit"
    r"|(?:expertise|kennis|onderzoeks)?centrum|meldpunt|hulplijn|instelling"
    r"|rapporteur|dienst|commissie|rekenkamer|hogeschool|universiteit|(?:kennis)?instituut"
    r"|ministerie|departement|(?:stuur|werk)groep|stichting|(?:branche)?vereniging"
    r"|(?:koepel|branche|opvang)?organisatie|bond|koepel|platform|netwerk|(?:onderzoeks)?bureau"
    r"|consortium|alliantie"
)
_SHORT = re.compile(
    rf"\b(?:(?i:de|het|dat|dit|deze|die|laatstgenoemde)\s+(?P<head>(?i:{_HEAD})|Raad)\b"
    r"(?!\s+(?:[A-Z]|(?:van|voor|bij|tegen)\s))"
    r"|(?<![\w,-]\s)(?<!\w)(?P<bare>Inspectie)(?=,)"
    r"|\b[Ll]aatstgenoemde(?=\s+[a-z]+t\b))"
)
_OF_THE_STATE = word_set("ministerie departement")
_BY_NAME = word_set(
    "vereniging branchevereniging organisatie brancheorganisatie koepelorganisatie bond koepel"
)
"""Nouns of which the name that follows says all."""
_LOOSE = word_set("organisatie team bureau centrum platform netwerk raad")
"""Nouns that only mean a body that was named close by."""
_NO_BODY = frozenset({
    OrganisationKind.MINISTRY, OrganisationKind.CABINET, OrganisationKind.PARLIAMENT,
    OrganisationKind.MUNICIPALITY, OrganisationKind.POLICE,
})  # fmt: skip
"""What no plain noun means."""
_NEAR, _FAR = 500, 8000
"""Characters back to a name: of a noun that may mean any body, and of the others."""
_MOST = 0.6
"""The part of a heading that a name fills which the heading is."""
_CAP = r"[A-Z][\w&’'-]*\w"
_FRONT = rf"(?:{_CAP} (?:(?:voor|van|tegen|en|inzake) )?){{0,4}}"
_TAIL = (
    rf"(?: (?:(?:van|voor|tegen|de|het|inzake) ){{0,2}}{_CAP}"
    rf"(?: (?:(?:van|voor|tegen|en|de|het|inzake) ){{0,2}}{_CAP}){{0,4}})?"
)


def short_forms(
    context: Context, start: int, end: int
) -> Iterator[tuple[int, int, str, OrganisationKind]]:
    """The bodies that a stretch calls by a noun alone, by the names that the letter has."""
    for match in _SHORT.finditer(context.text, start, end):
        said = "head" if match["head"] else "bare"
        if match.group().lower().startswith("laatstgenoemde"):
            last = context.organisations_in(0, match.start())[-1:]
            yield from ((match.start(), match.end(), canonical_name(f.value), f.value.kind)
                        for f in last)  # fmt: skip
            continue
        found = _meant(context, match.start(said), match[said].lower())
        if found is not None:
            yield match.start(said), match.end(), *found


def _meant(context: Context, place: int, head: str) -> tuple[str, OrganisationKind] | None:
    """Whom a noun at a place means; None where the letter names nobody of that kind."""
    if head in _OF_THE_STATE:
        return _ministry(context, place)
    reach = _NEAR if head in _LOOSE else _FAR
    listed, after = _listed(context, place, head)
    named = _named(context.text, place, head)
    if listed and place - listed.start < reach and (not named or named[0] < listed.start):
        return canonical_name(listed.value), listed.value.kind
    if named and place - named[0] < reach:
        return named[1], OrganisationKind.OTHER
    if over := _over(context, place):
        return canonical_name(over), over.kind
    if just := _just_named(context, place):
        return canonical_name(just), just.kind
    is_sure = after is not None and head not in _LOOSE
    return (canonical_name(after.value), after.value.kind) if after and is_sure else None


def _just_named(context: Context, place: int) -> Organisation | None:
    """The one body, not of the state, that the sentence before names in the same paragraph."""
    around = context.sentences_around(place)
    if not around:
        return None
    before = context.sentences_in(around[0].block.start, around[0].start)[-1:]
    found = [f for s in before for f in context.organisations_in(s.start, s.end)]
    bodies = {f.value.name: f.value for f in found if f.value.kind not in _NO_BODY}
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _ministry(context: Context, place: int) -> tuple[str, OrganisationKind] | None:
    """The one ministry of who signs, else the last one named before a place, or behind it."""
    homes = {home_ministry(office) for office in signing_offices(context)} - {""}
    if len(homes) == 1:
        return homes.pop(), OrganisationKind.MINISTRY
    ministries = [f for f in context.organisations if f.value.kind is OrganisationKind.MINISTRY]
    before = [each for each in ministries if each.start < place]
    found = before[-1:] or ministries[:1]
    return (canonical_name(found[0].value), found[0].value.kind) if found else None


def _listed(
    context: Context, place: int, head: str
) -> tuple[Found[Organisation] | None, Found[Organisation] | None]:
    """The last organisation before a place, and the first behind it, with a noun in its name."""
    at = bisect_left(context.organisations, place, key=lambda each: each.start)
    before = (f for f in reversed(context.organisations[:at]) if _has(context, f, head))
    behind = (f for f in context.organisations[at:] if _has(context, f, head))
    return next(before, None), next(behind, None)


def _over(context: Context, place: int) -> Organisation | None:
    """The one organisation that the heading over a place is the name of."""
    heading = context.heading_at(place)
    found = context.organisations_in(heading.start, heading.end) if heading else []
    if heading is None or len(found) != 1:
        return None
    length = found[0].end - found[0].start
    return found[0].value if length > (heading.end - heading.start) * _MOST else None


def _has(context: Context, found: Found[Organisation], head: str) -> bool:
    said, name = context.text[found.start : found.end].lower(), found.value.name.lower()
    return name != head and any(word.endswith(head) for word in f"{said} {name}".split())


def _named(text: str, place: int, head: str) -> tuple[int, str] | None:
    """Where the last name before a place is that has a noun in it, and the name."""
    names = _names_with(text, head)
    at = bisect_left(names, (place, "")) - 1
    return names[at] if at >= 0 else None


@lru_cache(maxsize=256)
def _names_with(text: str, head: str) -> list[tuple[int, str]]:
    """Every name of a text with a noun in it: "Regionale Stuurgroep Limburg", "analyseteam"."""
    found = []
    for match in re.finditer(rf"(?<![\w-]){_FRONT}(?i:[\w-]*{head}){_TAIL}(?![\w-])", text):
        name = re.sub(
            r"^(?:De|Het|Deze|Dit|Die|Een|Ook|Onze|Mijn|Laatstgenoemde|Eerstgenoemde) ",
            "",
            " ".join(match[0].split()),
        )
        own = re.sub(rf"^(?i:[\w-]*{head}) ", "", name) if head in _BY_NAME else name
        if name.isupper() and " " in name:
            continue  # a title in capitals
        is_compound = name.islower() and " " not in name and not name.startswith(head)
        if own != own.lower() and own.lower() != head:
            found.append((match.start(), own))
        elif is_compound:
            found.append((match.start(), name))
    return found
