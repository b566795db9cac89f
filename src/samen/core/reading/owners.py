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
from samen.core.reading.lexicon import word_set
from samen.core.terms import Found, OrganisationKind

_FIELD = r"[A-Z][\w&]*(?:-[A-Z]\w+)?(?:(?:,\s+|\s+en\s+|\s+)(?:van\s+|voor\s+)?[A-Z][\w&]*)*"
OFFICE = re.compile(
    r"\b(?P<rank>minister|sta+ts?secretaris|ambtgenoot|ambtsgenoot|collega)\s+"
    rf"(?P<link>van|voor)\s+(?P<field>{_FIELD})",
    re.IGNORECASE,
)
_LOWERED = word_set("Ministerie Politie Kabinet Gemeenten Sociale Zorg- Jeugdbescherming")
_LOOK_BACK = 6
"""Sentences of a paragraph to look back for who acts."""
_MINE = re.compile(r"\b(?:ik|mijn|mij)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:wij|we|ons|onze)\b", re.IGNORECASE)
_ARTICLE = r"(?:de\s+|het\s+|dit\s+|mijn\s+|elke\s+|alle\s+|demissionair\s+|ministeries?\s+van\s+)*"
_AGENT = re.compile(rf"\b(?:door|vanuit|onder\s+(?:coördinatie|leiding)\s+van)\s+{_ARTICLE}$", re.I)
_PARTNER = re.compile(
    rf"\b(?:samen\s+met|(?:samenwerking|samenspraak|overleg|afstemming|partnerschap|convenant)\s+met|met\s+hulp\s+van|tussen|aangegaan\s+met|(?:is|zijn|wordt|worden|werd)\s+met)\s+{_ARTICLE}$",
    re.IGNORECASE,
)
_WITH = re.compile(rf"^\W*met\s+{_ARTICLE}$", re.I)
_RANK = re.compile(
    r"(?:\b(?:de|het)\s+)?\b(?:ministeries?|departement(?:en)?)\s+(?:van|voor)\s+$", re.IGNORECASE
)
_SHORT = re.compile(
    r"\b(?:[Dd]e|[Hh]et)\s+(?P<head>Inspectie|Schadefonds|Taskforce|Aanjaagteam|Autoriteit|Centrum|"
    r"Rapporteur|Dienst)\b(?!\s+[A-Z])|^(?P<bare>Inspectie)(?=,)"
)
_HOLDER = re.compile(rf"(?:\b(?:van|via|vanwege)|^\W*bij)\s+{_ARTICLE}$", re.I)
_OBLIQUE = re.compile(
    rf"\b(?:aan|in|op|uit|over|voor|tegen|namens|naar|volgens|om|als|langs|"
    rf"binnen|onder|met|bij|per|tot|rond|zoals|jegens|tijdens)\s+{_ARTICLE}$",
    re.IGNORECASE,
)
_JOIN = re.compile(
    rf"^(?:\s*\([^)]*\))?(?:,\s*|\s*/\s*|\s+en\s+|\s*,?\s+als\s+|\s*&\s*){_ARTICLE}$"
)
_TO_COME = re.compile(r"\b(?:volgende?|nieuwe?|toekomstige?|komende?)\s+$", re.IGNORECASE)
_CAP = r"[A-Z][\w&’'-]*\w"
_FORM_NAME = re.compile(
    rf"\b(?:{_CAP}\s+)+(?:Groep|Group|Instituut|Institute|Fonds)\b"
    rf"|\b(?:gemeente|provincie|veiligheidsregio|[Ss]tichting|[Vv]ereniging|[Oo]nderzoeksbureau|"
    rf"[Bb]ureau|[Uu]niversiteit(?:\s+van)?|[Hh]ogeschool|[Rr]echtbank|Platform|Netwerk|Expertisecentrum|"
    rf"(?:[Ss]taats|[Ww]erk)commissie)\s+{_CAP}(?:\s+(?:(?:van|voor|de|der|het|en|tegen)\s+)*{_CAP})*"
)


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


def signing_offices(context: Context) -> list[str]:
    """The offices that sign the letter, in order."""
    names = (_signed_office(line, after) for line, after in context.signature_lines)
    return list(dict.fromkeys(name for name in names if name))


def _signed_office(line: str, after: str) -> str:
    """The office of a signature line; a name that breaks off is read on in the next line."""
    match = OFFICE.search(line)
    if match is None:
        return ""
    longer = OFFICE.search(f"{line.rstrip()} {after}")
    if organisation_named(match["field"]) is None and longer is not None:
        name = office_name(longer)
        if ministry_of(name):
            return name
    return office_name(match)


def signing_office(context: Context) -> str:
    """The first office that signs the letter, or ""."""
    return next(iter(signing_offices(context)), "")


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
    offices = [(m.start(), m.end(), office_name(m)) for m in OFFICE.finditer(text, start, end)]
    yield from ((low, high, name, None) for low, high, name in offices)
    for match in _FORM_NAME.finditer(text, start, end):
        known = any(
            match.start() <= o.start < match.end() for o in context.organisations_in(start, end)
        )
        if not known:
            name = match.group().removeprefix("De ")
            yield match.start(), match.end(), name, OrganisationKind.OTHER
    for found in context.organisations_in(start, end):
        if found.value.kind is OrganisationKind.PARLIAMENT:
            continue
        is_part = text[found.end : found.end + 1] == "-"  # "EU-lidstaten" is not the EU
        if not is_part and not any(low <= found.start < high for low, high, _ in offices):
            yield found.start, found.end, _said_name(context.text, found), found.value.kind
    yield from _short_named(context, start, end)
    for match in re.finditer(r"\bmijn\s+(?:ministerie|departement)\b", text[start:end], re.I):
        ministry = ministry_of(signing_office(context))
        if ministry:
            yield start + match.start(), start + match.end(), ministry, OrganisationKind.MINISTRY


def _said_name(text: str, found: Found[Organisation]) -> str:
    """The canonical name; a cabinet that is still to come is another owner than this one."""
    is_cabinet = found.value.kind is OrganisationKind.CABINET
    if is_cabinet and _TO_COME.search(text, max(0, found.start - 30), found.start):
        return "volgend kabinet"
    return canonical_name(found.value)


def _short_named(
    context: Context, start: int, end: int
) -> Iterator[tuple[int, int, str, OrganisationKind | None]]:
    """Organisations called by the head of a name that the letter gives in full elsewhere."""
    for match in _SHORT.finditer(context.text, start, end):
        head = match["head"] or match["bare"]
        place = match.start("head") if match["head"] else match.start("bare")
        for found in context.organisations:
            if head in context.text[found.start : found.end].split() or (
                found.value.name.startswith(head)
            ):
                yield place, match.end(), canonical_name(found.value), found.value.kind
                break


def ministry_of(office: str) -> str:
    """The ministry of an office, or "" where no list has it."""
    field = re.sub(r"^\w+ (?:van|voor) ", "", office)
    known = organisation_named(field)
    return canonical_name(known) if known is not None else ""


def _role(text: str, start: int, place: int, before: list[Actor]) -> Role:
    if before and before[-1].end <= place and _JOIN.match(text[before[-1].end : place]):
        return before[-1].role
    lead = _RANK.sub("", text[start:place])
    for pattern, role in (
        (_PARTNER, Role.PARTNER),
        (_WITH, Role.PARTNER),
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


def mentioned_owners(context: Context, start: int, end: int) -> list[str]:
    """Who a clause names in any other part: "in opdracht van", "met subsidie van", "bij"."""
    actors = actors_in(context, start, end)
    return [actor.name for actor in _first_group(context.text, actors, Role.OBLIQUE)]


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


def heading_owners(context: Context, position: int) -> list[str]:
    """Who the heading above a place names: measures may be listed by ministry."""
    heading = context.heading_at(position)
    if heading is None:
        return []
    found = context.organisations_in(heading.start, heading.end)
    return [canonical_name(each.value) for each in found]


def nearest_owners(context: Context, start: int, floor: int) -> list[str]:
    """Who acts in the sentences just before a place, back to `floor`."""
    earlier = context.sentences_in(floor, start)
    for sentence in reversed(earlier[-_LOOK_BACK:]):
        names = owners_of(context, sentence.start, sentence.end)
        if names:
            return names
    return []
