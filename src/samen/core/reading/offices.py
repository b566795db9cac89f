"""Offices: how ministers and state secretaries are named, and who of them sign a letter."""

import re

from samen.core.reading.context import Context
from samen.core.reading.gazetteer import Organisation, find_organisations, organisation_named
from samen.core.reading.lexicon import word_set
from samen.core.terms import OrganisationKind

HEAD = 1500
"""Characters at the front of a letter that say who sends it, and to whom."""
_FIELD = (
    r"[A-Z][\w&]*(?:-(?:[A-Z]\w+|(?=\s+en\s)))?"
    r"(?:(?:,\s+|\s+en\s+|\s+)(?:van\s+|voor\s+)?[A-Z][\w&]*)*"
)
OFFICE = re.compile(
    r"\b(?P<rank>(?i:minister|sta+ts?secretaris|ambtgenoot|ambtsgenoot|collega))\s+"
    rf"(?P<link>van|voor)\s+(?P<field>{_FIELD})",
)
_BARE_OFFICE = re.compile(
    rf"(?:[Dd]e\s+)?(?P<rank>(?i:minister|staatssecretaris))\s+(?P<field>{_FIELD}),?"
)
"""How an office signs that has no "van": "De staatssecretaris Jeugd, Preventie en Sport,"."""
_LOWERED = word_set("Ministerie Politie Kabinet Gemeenten Sociale Zorg- Jeugdbescherming")
_PUT_TO = re.compile(
    r"\b(?:voorgelegd|gesteld|gericht)\s+aan\s+de\s+|\b[Aa]ntwoord(?:en)?\s+van\s+(?:de\s+)?"
)
_HELD_BY = re.compile(
    r"(?P<rank>(?i:minister|staatssecretaris))(?:\s+(?:[A-Z][\w’'-]*|van|der|den|de|te[rn])){1,4}"
    rf"\s+\((?P<field>{_FIELD})\)"
)
"""An office by who holds it: "Staatssecretaris De Boer (Justitie en Veiligheid)"."""


_TITLE = re.compile(
    r"(?:(?:namens\s+)?[Dd]e\s+)?(?P<title>(?i:burgemeester|korpschef|politiechef|(?:nationaal\s+)?rapporteur"
    r"|hoofdofficier|inspecteur-generaal|commandant|(?:programma)?directeur(?:-generaal)?|wethouder"
    r"|gedeputeerde|commissaris|procureur-generaal|secretaris-generaal|dijkgraaf|gezaghebber)"
    r"(?P<more>(?:\s+[^,]*)?\s+en)?(?:\s+[^,]*)?),?"
)
"""How somebody signs who holds another office."""
_SITS_IN = (
    ("Buitenlandse Handel", "Buitenlandse Zaken"),
    ("Rechtsbescherming", "Justitie en Veiligheid"),
    ("Jeugd", "Volksgezondheid, Welzijn en Sport"),
    ("Langdurige Zorg", "Volksgezondheid, Welzijn en Sport"),
    ("Primair en Voortgezet", "Onderwijs, Cultuur en Wetenschap"),
    ("Armoedebeleid", "Sociale Zaken en Werkgelegenheid"),
)
"""The ministry in which an office with a task of its own sits."""


def canonical_name(organisation: Organisation) -> str:
    """The name of an organisation as it stands inside a sentence."""
    first, _, rest = organisation.name.partition(" ")
    if first in _LOWERED and not (first == "Sociale" and rest[:1].isupper()):
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
            name = known.name.split(" ", 2)[2]
            return f"{rank} {match['link'].lower()} {name}"
    return f"{rank} {match['link'].lower()} {field}"


def signing_offices(context: Context) -> tuple[str, ...]:
    """The offices that sign the letter, in order."""
    return context.once(signing_offices, lambda: tuple(_signing_offices(context)))


def _signing_offices(context: Context) -> list[str]:
    names = (_signed_office(line, after) for line, after in context.signature_lines)
    signed = list(dict.fromkeys(name for name in names if name))
    return signed or _answering_office(context.letter.original[:HEAD])


def _answering_office(head: str) -> list[str]:
    """Who answers in a report of questions that nobody signs: "voorgelegd aan de Minister van"."""
    led_in = _PUT_TO.search(head)
    match = led_in and (OFFICE.match(head, led_in.end()) or _BARE_OFFICE.match(head, led_in.end()))
    held = led_in and _HELD_BY.match(head, led_in.end())
    if held:
        match = OFFICE.match(f"{held['rank']} van {held['field']}")
    if not match:
        return []
    if match.re is OFFICE:
        return [office_name(match)]
    return [f"{match['rank'].lower()} {' '.join(match['field'].split())}"]


def _signed_office(line: str, after: str) -> str:
    """The office of a signature line; a name that breaks off is read on in the next line."""
    match = OFFICE.search(line)
    if match is None:
        bare = _BARE_OFFICE.fullmatch(line.strip())
        return f"{bare['rank'].lower()} {bare['field']}" if bare else ""
    longer = OFFICE.search(f"{line.rstrip()} {after}")
    if organisation_named(match["field"]) is None and longer is not None:
        name = office_name(longer)
        if ministry_of(name):
            return name
    return office_name(match)


def signing_title(context: Context) -> str:
    """The title under which somebody signs who is no minister: "burgemeester van Almere"."""
    for line, after in context.signature_lines:
        signed = _TITLE.fullmatch(line.strip())
        if signed:
            whole = f"{signed['title']} {after}" if signed["more"] else signed["title"]
            known = [found.value for found in find_organisations(whole)]
            body = next((o.name for o in known if o.kind is OrganisationKind.RAPPORTEUR), "")
            return body or signed["title"][0].lower() + signed["title"][1:]
    return ""


def signing_office(context: Context) -> str:
    """The first office that signs the letter, or ""."""
    return next(iter(signing_offices(context)), "")


def ministry_of(office: str) -> str:
    """The ministry of an office, or "" where no list has it."""
    field = re.sub(r"^\w+ (?:van|voor) ", "", office)
    known = organisation_named(field)
    return canonical_name(known) if known is not None else ""


def home_ministry(office: str) -> str:
    """The ministry in which an office sits, also one with a task of its own."""
    field = re.sub(r"^\w+ (?:(?:van|voor) )?", "", office)
    home = next((home for task, home in _SITS_IN if field.startswith(task)), "")
    return f"ministerie van {home}" if home else ministry_of(office)
