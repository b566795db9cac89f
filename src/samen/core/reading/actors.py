"""Who is named in a clause: offices, organisations, bodies called by a noun or a short form."""

import re
from collections.abc import Iterator
from itertools import chain

from samen.core.reading.actor_roles import Actor, role_of
from samen.core.reading.bodies import bodies_in, branch_at, municipalities_in
from samen.core.reading.body_nouns import acting_nouns
from samen.core.reading.context import Context, within
from samen.core.reading.councils import council_offices
from samen.core.reading.gazetteer import Organisation
from samen.core.reading.letter_names import named_in
from samen.core.reading.offices import (
    OFFICE,
    canonical_name,
    home_ministry,
    office_name,
    signing_offices,
)
from samen.core.reading.organisations import organisations_by_form
from samen.core.reading.short_names import short_forms
from samen.core.terms import Found, OrganisationKind

_ONE_BODY = frozenset({OrganisationKind.POLICE, OrganisationKind.CABINET})
_TO_COME = re.compile(r"\b(?:volgende?|nieuwe?|toekomstige?|komende?)\s+$", re.IGNORECASE)
_CAP = r"[A-Z][\w&’'-]*\w"
FORM_NAME = re.compile(
    r"\b[A-Z]\w{3,}(?:hogeschool|universiteit)\b(?: [A-Z][\w-]+)?"
    rf"|\b(?:Nederlandse|Koninklijke|Landelijke)\s+(?:Vereniging|Federatie|Bond)\s+(?:van|voor)\s+{_CAP}(?:-\s+en\s+{_CAP})?"
    rf"|\b(?:{_CAP}\s+)+(?:Groep|Group|Instituut|Institute|Fonds|College|Lyceum|Academie)\b"
    rf"|\b(?:gemeente|provincie|[Ee]enheid|[Vv]eiligheidsregio)\s+{_CAP}"
    rf"|\b(?:[Ss]tichting|[Vv]ereniging|[Oo]nderzoeksbureau|"
    rf"[Bb]ureau|[Uu]niversiteit(?:\s+van)?|[Hh]ogeschool|[Rr]echtbank|ROC(?:\s+van)?|Platform|Netwerk|Expertisecentrum|"
    r"[Dd]irectie|[Pp]rogrammadirectie|[Ss]tuurgroep|[Pp]rojectgroep|"
    rf"(?:[Ss]taats|[Ww]erk)commissie)\s+{_CAP}(?:\s+(?:(?:van|voor|de|der|het|en|na|tegen|&)\s+)*{_CAP})*"
    r"(?![\w’'-]|:)"
)

_SIGNS = re.compile(
    r"\b(?P<mine>mijn\s+(?:ministerie|departement))\b"
    r"|\b(?:de\s+)?(?P<which>eerste|tweede|derde|vierde)?\s*onder(?:getekende|tekenaar)\b",
    re.IGNORECASE,
)
_BARE_RANK = re.compile(
    r"\bde\s+(?P<rank>minister|staatssecretaris)\b(?=\s+(?!van\b|voor\b)(?-i:[a-z]))", re.IGNORECASE
)
_OPENS = re.compile(r"[.;:,]\s+$")
_RANK_REACH = 2000
"""Characters before a bare rank in which the whole office may be named."""
_OF = re.compile(r"\b(?:van|voor)\s+$")


def actors_in(context: Context, start: int, end: int) -> tuple[Actor, ...]:
    """Offices and organisations of a clause, with their parts; Parliament is left out."""
    return context.once((actors_in, start, end), lambda: tuple(_actors(context, start, end)))


def _actors(context: Context, start: int, end: int) -> list[Actor]:
    actors: list[Actor] = []
    named = [*named_actors(context, start, end)]
    nouns = acting_nouns(context.text, start, end)
    named += [
        (low, high, name, OrganisationKind.OTHER)
        for low, high, name in nouns
        if not any(low < other[1] and other[0] < high for other in named)
    ]
    for low, high, name, kind in sorted(named, key=first_longest):
        if actors and (low < actors[-1].end or _is_short_for(context.text, low, name, actors[-1])):
            continue
        role = role_of(context.text, start, low, actors)
        actors.append(Actor(low, high, name, role, kind))
    return actors


def _is_short_for(text: str, place: int, name: str, before: Actor) -> bool:
    """Whether a name is the abbreviation, in brackets, of the actor or office before it."""
    is_same = name == before.name or (before.kind is None and name.startswith("ministerie "))
    return is_same and text[before.end : place].strip() == "("


def first_longest(named: tuple[int, int, str, OrganisationKind | None]) -> tuple[int, int]:
    return named[0], -named[1]


def named_actors(
    context: Context, start: int, end: int
) -> Iterator[tuple[int, int, str, OrganisationKind | None]]:
    text = context.text
    yield from short_forms(context, start, end)
    offices = [(m.start(), m.end(), office_name(m)) for m in OFFICE.finditer(text, start, end)]
    yield from ((low, high, name, None) for low, high, name in offices)
    for match in FORM_NAME.finditer(text, start, end):
        inside = context.organisations_in(match.start(), match.end())
        is_known = any(
            o.start == match.start()
            or (o.end == match.end() and not _OF.search(text, match.start(), o.start))
            for o in inside
        )
        if not is_known:
            name = match.group().removeprefix("De ").removeprefix("Het ").split("\n\n")[0]
            low = text.index(name, match.start())
            yield low, low + len(name), name, OrganisationKind.OTHER
    for found in context.organisations_in(start, end):
        if found.value.kind is OrganisationKind.PARLIAMENT:
            continue
        is_part = text[found.end : found.end + 1] == "-"  # "EU-lidstaten" is not the EU
        if not is_part and not any(low <= found.start < high for low, high, _ in offices):
            last, branch = branch_at(text, found.start, found.end)
            yield found.start, last, branch or _said_name(text, found), found.value.kind
    for found in within(organisations_by_form(context), start, end):
        inside = context.organisations_in(found.start, found.end)
        is_known = any(
            each.end == found.end and not _OF.search(text, found.start, each.start)
            for each in inside
        )
        if not is_known and found.value.kind is not OrganisationKind.PARLIAMENT:
            name = " ".join(found.value.name.split())
            yield found.start, found.end, name, OrganisationKind.OTHER
    unlisted = chain(named_in(text, start, end), bodies_in(text, start, end))
    yield from ((low, high, name, OrganisationKind.OTHER) for low, high, name in unlisted)
    councils = council_offices(context, start, end)
    yield from ((low, high, name, None) for low, high, name in councils)
    yield from _signing_named(context, start, end)
    yield from _bare_ranks(context, start, end)
    towns = municipalities_in(text, start, end)
    yield from ((low, high, name, OrganisationKind.MUNICIPALITY) for low, high, name in towns)


def _signing_named(
    context: Context, start: int, end: int
) -> Iterator[tuple[int, int, str, OrganisationKind | None]]:
    """Who signs, called otherwise: "mijn ministerie", "de tweede ondergetekende"."""
    offices = signing_offices(context)
    for match in _SIGNS.finditer(context.text, start, end):
        place = {"tweede": 1, "derde": 2, "vierde": 3}.get((match["which"] or "").lower(), 0)
        office = offices[place] if place < len(offices) else ""
        name = home_ministry(office) if match["mine"] else office
        if name:
            kind = OrganisationKind.MINISTRY if match["mine"] else None
            yield match.start(), match.end(), name, kind


def _bare_ranks(context: Context, start: int, end: int) -> Iterator[tuple[int, int, str, None]]:
    """ "De minister" as what a clause opens with: the last of that rank named before, else who
    signs."""
    for bare in _BARE_RANK.finditer(context.text, start, end):
        if bare.start() > start and not _OPENS.search(context.text, start, bare.start()):
            continue
        rank, low = bare["rank"].lower(), max(0, bare.start() - _RANK_REACH)
        before = [office_name(m) for m in OFFICE.finditer(context.text, low, bare.start())]
        same = [n for n in [*signing_offices(context), *before] if n.lower().startswith(rank)]
        yield from [(bare.start("rank"), bare.end(), same[-1], None)] if same else []


def _said_name(text: str, found: Found[Organisation]) -> str:
    """The canonical name; a cabinet that is still to come is another owner than this one."""
    is_cabinet = found.value.kind is OrganisationKind.CABINET
    if is_cabinet and _TO_COME.search(text, max(0, found.start - 30), found.start):
        return "volgend kabinet"
    said = text[found.start : found.end]
    name = canonical_name(found.value)
    is_common = name.islower() and said.islower() and found.value.kind not in _ONE_BODY
    return said if is_common else name
