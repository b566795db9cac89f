"""What a named office or organisation is in its clause: who acts, who helps, who is told of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from samen.core.reading.action_verbs import verb_forms
from samen.core.reading.clauses import AUXILIARIES, subordinate_clauses
from samen.core.terms import OrganisationKind

_ARTICLE = (
    r"(?:de\s+|het\s+|dit\s+|mijn\s+|onze\s+|uw\s+|hun\s+|elke\s+|alle\s+|demissionair\s+|nederlandse\s+|lokale\s+|"
    r"regionale\s+|ministeries?\s+van\s+|sommige\s+|verschillende\s+|diverse\s+|meerdere\s+|enkele\s+|veel\s+|"
    r"[a-zà-ÿ]+(?:ste|[a-z]se|ige|lijke|ale|ele|ieve)\s+|ene\s+|andere\s+|betrokken\s+|[\d.]+\s+|twee\s+|drie\s+|vier\s+|vijf\s+|zes\s+|zeven\s+|acht\s+|tien\s+)*"
)
_AGENT = re.compile(rf"\bdoor\s+{_ARTICLE}$", re.I)
_LED = re.compile(
    r"\b(?:vanuit|onder\s+(?:coördinatie|leiding|regie|aanvoering|voorzitterschap|begeleiding)\s+van"
    r"|op\s+initiatief\s+van|in\s+handen\s+(?:gesteld\s+)?van"
    r"|in\s+(?:voorbereiding|behandeling|ontwikkeling|uitvoering|beheer|onderzoek)\s+bij"
    r"|(?:is|zijn|wordt|worden|werd|werden)\s+(?:[\w-]+\s+){0,6}(?:(?:belegd|uitgezet|ondergebracht|neergelegd)\s+bij"
    rf"|(?:gegund|uitbesteed|opgedragen)\s+aan))\s+{_ARTICLE}$",
    re.I,
)
"""Before who leads a work, or was given it to do."""
_PARTNER = re.compile(
    rf"\b(?:samen\s+met(?:\s+[a-zà-ÿ]+){{1,3}}\s+(?:zoals|waaronder)|(?:samen|tezamen)\s+met|(?:samenwerking|samenspraak|overleg|afstemming|partnerschap|convenant)\s+met|met\s+hulp\s+van|tussen|aangegaan\s+met|(?:is|zijn|wordt|worden|werd)\s+met)\s+{_ARTICLE}$",
    re.IGNORECASE,
)
_WITH = re.compile(rf"^\W*met\s+{_ARTICLE}$", re.I)
_WITH_INSIDE = re.compile(rf"\bmet\s+{_ARTICLE}$", re.I)
_NO_WITH = re.compile(
    r"\b(?:eens|inge?stemd|bekend|te\s+maken|rekening|vergeleken|gedeeld|delen|deelt|gelijk|verband"
    r"|contact|gedragen|bekostigd|gefinancierd|zoals|kwam\w*|komen|komt)\s+(?:\S+\s+){0,9}met\b",
    re.I,
)
"""Where "met" tells of no work done together."""
_RANK = re.compile(
    r"(?:\b(?:de|het)\s+)?\b(?:ministeries?|departement(?:en)?)\s+(?:van|voor)\s+$", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"(?:\b(?:de|het|alle|enkele|onze)\s+)?\b(?:onderzoekers|medewerkers|studenten|leden|vrijwilligers|deskundigen"
    r"|ervaringsdeskundigen|rechercheurs|inspecteurs|vertegenwoordigers|ambtenaren|experts|artsen|adviseurs"
    r"|portefeuillehouders|teams?|directie|bestuur|opsporingsdienst|onderzoeksbureau)\s+(?:van|bij|uit)\s+(?:de\s+|het\s+)?$",
    re.IGNORECASE,
)
"""People of a body, who act for it: "onderzoekers van de Hanzehogeschool"."""
_HOLDER = re.compile(
    rf"(?:\b(?:van|via|vanwege)|(?:^\W*|\b(?:is|zijn|was|waren|wordt|worden|werd|werden)\s+)bij)\s+{_ARTICLE}$",
    re.I,
)
_OBLIQUE = re.compile(
    rf"\b(?:aan|in|op|uit|over|voor|tegen|namens|naar|volgens|om|als|langs|"
    rf"binnen|naast|onder|met|bij|per|tot|rond|zoals|waaronder|bijvoorbeeld|jegens|tijdens)\s+{_ARTICLE}$",
    re.IGNORECASE,
)
_JOIN = re.compile(
    rf"^(?:\s*\([^)]*\))?(?:,\s*|\s*/\s*|\s+en\s+|\s*,?\s+als\s+|\s*&\s*){_ARTICLE}$",
    re.IGNORECASE,
)
_NOUNS = (
    r"[a-zà-ÿ-]+(?:\s+[a-zà-ÿ-]+){0,2}"
    r"(?:\s+(?:van|bij|uit)\s+(?:(?:de|het)\s+)?(?-i:[A-Z])[\w-]+(?:\s+(?-i:[A-Z])[\w-]+)?)?"
)
_FELLOWS = re.compile(
    rf"\b(?:door|met|aan|voor|tussen|van|bij|onder|via|zoals|waaronder)\s+{_ARTICLE}"
    rf"(?P<nouns>{_NOUNS}(?:,\s+{_NOUNS}){{0,3}}(?:,\s+|\s+en\s+){_ARTICLE})$",
    re.IGNORECASE,
)
_FELLOWS_BETWEEN = re.compile(
    rf"^(?:\s*\([^)]*\))?(?:,\s+{_NOUNS}){{1,4}}(?:,\s+|\s+en\s+){_ARTICLE}$"
)
_REACH = 140
"""Characters before an actor in which its fellows stand."""
_GIVEN = re.compile(
    r"^\W*(?:Het|De|Dit|Deze|Die|Een)\s+(?:(?!(?:komende|afgelopen|jaar|maand|zomer)\b)[a-zà-ÿ-]+\s+){1,3}"
    rf"(?:bied|geef|help|ondersteun|verplicht|ontlast|stimuleer)(?:t|en|pen)?\s+{_ARTICLE}$"
)
"""What a thing does for somebody: "De leidraad helpt gemeenten"."""


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


def role_of(text: str, start: int, place: int, before: list[Actor]) -> Role:
    """The part of an actor at a place in a clause, by the words and the actors before it."""
    if before and is_joined(text, before[-1], place):
        return before[-1].role
    lead = _PEOPLE.sub("", _RANK.sub("", _without_fellows(text[start:place])))
    if _LED.search(lead):
        has_subject = any(actor.role is Role.SUBJECT for actor in before)
        return Role.PARTNER if has_subject else Role.AGENT
    for pattern, role in (
        (_PARTNER, Role.PARTNER),
        (_WITH, Role.PARTNER),
        (_AGENT, Role.AGENT),
        (_HOLDER, Role.HOLDER),
        (_OBLIQUE, Role.OBLIQUE),
        (_GIVEN, Role.OBLIQUE),
    ):
        if pattern.search(lead):
            is_partner = role is Role.OBLIQUE and _WITH_INSIDE.search(lead)
            return Role.PARTNER if is_partner and not _NO_WITH.search(lead) else role
    return Role.SUBJECT


def is_joined(text: str, actor: Actor, place: int) -> bool:
    """Whether what stands at a place is told in one breath with an actor before it."""
    if place < actor.end:
        return False
    between = text[actor.end : place]
    return bool(_JOIN.match(between)) or (
        _FELLOWS_BETWEEN.match(between) is not None and not _holds_verb(between)
    )


def _without_fellows(lead: str) -> str:
    """The words before an actor without the nouns that it is joined to: "met scholen en de"."""
    fellows = _FELLOWS.search(lead, max(0, len(lead) - _REACH))
    if fellows is None or _holds_verb(fellows["nouns"]):
        return lead
    return lead[: fellows.start("nouns")]


def _holds_verb(words: str) -> bool:
    known = verb_forms()
    return any(word in AUXILIARIES or word in known.finite for word in words.lower().split())


def main_actors(text: str, start: int, end: int, actors: Sequence[Actor]) -> list[Actor]:
    """The actors outside the subordinate clauses of a clause; all where none acts there."""
    closed = list(subordinate_clauses(text, start, end))
    main = [a for a in actors if not any(low <= a.start < high for low, high in closed)]
    leads = any(actor.role in (Role.SUBJECT, Role.AGENT, Role.PARTNER) for actor in main)
    return main if leads else list(actors)
