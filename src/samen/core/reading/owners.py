"""Who does it: the office, ministry or partner that a sentence names as the one who acts.

Grammar first: the subject, "door X", "samen met X". Only where a clause names nobody is the
nearest actor of the paragraph taken, and said to be so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from samen.core.reading.context import Context
from samen.core.reading.gazetteer import Organisation, organisation_named
from samen.core.reading.text import BlockKind
from samen.core.terms import OrganisationKind

_FIELD = r"[A-Z][\w&]*(?:-[A-Z]\w+)?(?:(?:,\s+|\s+en\s+|\s+)(?:van\s+|voor\s+)?[A-Z][\w&]*)*"
OFFICE = re.compile(
    r"\b(?P<rank>minister|sta+ts?secretaris|ambtgenoot|ambtsgenoot|collega)\s+"
    rf"(?P<link>van|voor)\s+(?P<field>{_FIELD})",
    re.IGNORECASE,
)
_LOWERED = frozenset(
    "Ministerie Politie Kabinet Gemeenten Sociale Zorg- Jeugdbescherming Jeugdzorg".split()
)
_MINE = re.compile(r"\b(?:ik|mijn|mij)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:wij|we|ons|onze)\b", re.IGNORECASE)
_ARTICLE = r"(?:de\s+|het\s+|dit\s+|mijn\s+|elke\s+|alle\s+|demissionair\s+|ministeries?\s+van\s+)*"
_AGENT = re.compile(rf"\b(?:door|vanuit|onder\s+(?:coördinatie|leiding)\s+van)\s+{_ARTICLE}$", re.I)
_PARTNER = re.compile(
    rf"\b(?:samen\s+met|in\s+(?:nauwe\s+)?samenwerking\s+met|met\s+hulp\s+van|tussen)\s+{_ARTICLE}$",
    re.IGNORECASE,
)
_HOLDER = re.compile(rf"\b(?:van|bij|met)\s+{_ARTICLE}$", re.I)
_OBLIQUE = re.compile(
    rf"\b(?:aan|in|op|uit|over|voor|tegen|namens|naar|via|volgens|om|als|langs|"
    rf"binnen|onder|per|tot|rond|zoals|jegens|tijdens)\s+{_ARTICLE}$",
    re.IGNORECASE,
)
_JOIN = re.compile(rf"^(?:\s*\([^)]*\))?(?:,\s*|\s*/\s*|\s+en\s+|\s*,?\s+als\s+|\s*&\s*){_ARTICLE}$")
_FORM_NAME = re.compile(r"\b(?:[A-Z][\w&-]+\s+)+(?:Groep|Group|Instituut|Institute|Fonds)\b")


class Role(StrEnum):
    """What an actor is in its clause."""

    SUBJECT = "subject"
    AGENT = "agent"
    PARTNER = "partner"
    HOLDER = "holder"
    OBLIQUE = "oblique"


@dataclass(frozen=True, slots=True)
class Actor:
    """A named office or organisation in a clause. kind: None for an office."""

    start: int
    end: int
    name: str
    role: Role
    kind: OrganisationKind | None = None


def canonical_name(organisation: Organisation) -> str:
    """The name of an organisation as it stands inside a sentence."""
    first, _, rest = organisation.name.partition(" ")
    if first in _LOWERED:
        first = first.lower()
    return f"{first} {rest}" if rest else first


def office_name(match: re.Match[str]) -> str:
    """The canonical name of an office: "staatssecretaris van Justitie en Veiligheid"."""
    rank = "staatssecretaris" if match["rank"].lower().startswith("st") else "minister"
    field = " ".join(match["field"].split())
    words = field.split(" ")
    for length in range(len(words), 0, -1):
        known = organisation_named(" ".join(words[:length]).rstrip(","))
        if known is not None and known.kind is OrganisationKind.MINISTRY:
            _, link, name = known.name.split(" ", 2)
            return f"{rank} {link} {name}"
    return f"{rank} {match['link'].lower()} {field}"


def signing_office(context: Context) -> str:
    """The first office that signs the letter, or ""."""
    signatures = (b for b in context.letter.blocks if b.kind is BlockKind.SIGNATURE)
    for block in signatures:
        match = OFFICE.search(context.letter.block_text(block))
        if match is not None:
            return office_name(match)
    return ""


def actors_in(context: Context, start: int, end: int) -> list[Actor]:
    """Offices and organisations of a clause, with their parts; Parliament is left out."""
    actors: list[Actor] = []
    for low, high, name, kind in sorted(_named(context, start, end), key=lambda each: each[0]):
        if actors and low < actors[-1].end:
            continue
        role = _role(context.text, start, low, actors)
        actors.append(Actor(low, high, name, role, kind))
    return actors


def _named(
    context: Context, start: int, end: int
) -> Iterator[tuple[int, int, str, OrganisationKind | None]]:
    text = context.text
    offices = [(m.start(), _office_end(m), office_name(m)) for m in OFFICE.finditer(text, start, end)]
    yield from ((low, high, name, None) for low, high, name in offices)
    for match in _FORM_NAME.finditer(text, start, end):
        yield match.start(), match.end(), match.group().removeprefix("De "), OrganisationKind.OTHER
    for found in context.organisations_in(start, end):
        if found.value.kind is OrganisationKind.PARLIAMENT:
            continue
        if not any(low <= found.start < high for low, high, _ in offices):
            yield found.start, found.end, canonical_name(found.value), found.value.kind
    for match in re.finditer(r"\bmijn\s+(?:ministerie|departement)\b", text[start:end], re.I):
        ministry = ministry_of(signing_office(context))
        if ministry:
            yield start + match.start(), start + match.end(), ministry, OrganisationKind.MINISTRY


def _office_end(match: re.Match[str]) -> int:
    return match.end()


def ministry_of(office: str) -> str:
    """The ministry of an office, or "" where no list has it."""
    field = re.sub(r"^\w+ (?:van|voor) ", "", office)
    known = organisation_named(field)
    return canonical_name(known) if known is not None else ""


def _role(text: str, start: int, place: int, before: list[Actor]) -> Role:
    if before and before[-1].end <= place and _JOIN.match(text[before[-1].end : place]):
        return before[-1].role
    lead = text[start:place]
    for pattern, role in (
        (_PARTNER, Role.PARTNER),
        (_AGENT, Role.AGENT),
        (_HOLDER, Role.HOLDER),
        (_OBLIQUE, Role.OBLIQUE),
    ):
        if pattern.search(lead):
            return role
    return Role.SUBJECT


def owners_of(context: Context, start: int, end: int) -> list[str]:
    """Who acts in a clause, by its own words; empty where it names nobody."""
    actors = actors_in(context, start, end)
    subjects = _first_group(context.text, actors, Role.SUBJECT)
    agents = [actor for actor in actors if actor.role is Role.AGENT]
    leaders = agents or subjects
    partners = [actor for actor in actors if actor.role is Role.PARTNER]
    names = [actor.name for actor in [*leaders, *partners]]
    clause = context.text[start:end]
    if not leaders and _MINE.search(clause) and signing_office(context):
        names.insert(0, signing_office(context))
    elif not leaders and _OURS.search(clause):
        names.insert(0, "kabinet")
    if not names:
        names = [a.name for a in _first_group(context.text, actors, Role.HOLDER)]
    return list(dict.fromkeys(names))


def _first_group(text: str, actors: list[Actor], role: Role) -> list[Actor]:
    """The first actor of a role, with those that are joined to it."""
    group: list[Actor] = []
    for actor in actors:
        if actor.role is not role:
            continue
        if group and not _JOIN.match(text[group[-1].end : actor.start]):
            break
        group.append(actor)
    return group


def nearest_owners(context: Context, start: int, floor: int) -> list[str]:
    """Who acts in the sentences just before a place, back to `floor`."""
    earlier = [s for s in context.sentences if floor <= s.start and s.end <= start]
    for sentence in reversed(earlier[-3:]):
        names = owners_of(context, sentence.start, sentence.end)
        if names:
            return names
    return []
