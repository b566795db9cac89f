"""Bodies called by a noun where they act: "De hotelbranche voert ... in", "het team Opsporing"."""

import re
from collections.abc import Iterator

from samen.core.reading.action_verbs import verb_forms
from samen.core.reading.clauses import AUXILIARIES
from samen.core.reading.lexicon import word_set

_CAP = r"[A-Z][\w&’'-]*\w"
_NAME = rf"{_CAP}(?:\s+(?:(?:van|voor)\s+(?:(?:de|het)\s+)?|(?:en|de|der)\s+)?{_CAP}){{0,4}}"
_BY_NAME = (
    r"(?:organisatie|vereniging|aanbieder|uitvoerder|instelling|keten|koepel|vakbond|uitgever"
    r"|leverancier|opdrachtnemer|consultant)"
)
"""Nouns of which the name that follows says all: "de brancheorganisatie ABC"."""
_ENDING = (
    r"(?:team|stichting|bureau|branche|groep|commissie|(?<!voor)(?<!d)raad|bond|dienst|korps|ziekenhuis"
    r"|parket|directie|afdeling|college|hof|rechtbank|gemeente|provincie|regio|coördinator"
    r"|inspecteur|officier|advocatuur|generaal|directeur|centrum|instituut|universiteit"
    r"|hogeschool|partner|autoriteit|fonds|federatie|consortium|alliantie|coalitie|verzekeraar"
    r"|corporatie|wethouder|rapporteur|attaché|huisartsenpost|unit|ombudsman|waterschap|burgemeester"
    rf"|luchthaven|loket|steunpunt|functionaris|eenheid|school|bestuur|ambtenaar|meldkamer|{_BY_NAME})"
)
_PLURAL = (
    r"(?:(?:team|bureau|branche|directie|coördinator|inspecteur|partner|wethouder|rapporteur"
    r"|attaché|unit|gemeente|provincie|commissie|corporatie|organisatie|universiteit|aanbieder"
    r"|uitvoerder|verzekeraar|directeur|burgemeester|balie|luchthaven)(?:s|n|en)|regio['’]s|(?:scholen|loketten|exploitanten|besturen|eenheden"
    r"|ambtenaren|functionarissen|centra|raden|korpsen|parketten|ziekenhuizen"
    r"|afdelingen|instellingen|stichtingen|verenigingen|rechtbanken|hogescholen|instituten"
    r"|bewindspersonen|bewindslieden|autoriteiten|officieren|fondsen|ketens|koepels|waterschappen))"
)
_NOT = r"(?!doelgroep|leeftijdsgroep|risicogroep|commissie\s+voor)"
_NOUN = rf"(?P<noun>\b{_NOT}(?:[A-Z]{{2,5}}-|[A-Z])?[a-zà-ÿ-]*(?i:{_PLURAL}|{_ENDING}))\b"
_TAIL = (
    rf"(?:\s+(?P<name>{_NAME})|\s+(?P<of>(?:van|voor)\s+(?:(?:de|het)\s+)?{_NAME})"
    rf"|,\s+(?P<set_off>{_NAME})(?=,))?"
)
_MANY = r"twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,3}"
_THE = (
    rf"(?:(?:[Dd]e|[Hh]et|[Dd]eze|[Dd]it|[Aa]lle|[Bb]eide|[Oo]nze|[Ss]ommige|[Dd]iverse|[Mm]eerdere"
    rf"|[Vv]erschillende|[Ee]en\s+aantal|[Ee]lke?|[Ii]edere?|{_MANY})\s+)"
)
_KIND = r"(?:(?:[a-zà-ÿ-]{2,}e|landelijk|regionaal|nationaal|lokaal|betrokken)\s+){0,2}?"
_ITEM = r"\W*(?:\w{1,2}[.)]\s+)?"
_FIRST = re.compile(rf"{_ITEM}(?:(?P<the>{_THE}){_KIND}|(?=[A-Z][a-z]+\b)){_NOUN}{_TAIL}")
_TURNED = re.compile(
    rf"\b(?P<verb>[a-zà-ÿ]{{3,}})\s+(?:ook\s+|nu\s+)?(?P<the>{_THE}){_KIND}{_NOUN}{_TAIL}"
)
_BY = re.compile(rf"\b[Dd]oor\s+(?P<the>{_THE})?{_KIND}{_NOUN}{_TAIL}")
_OF_ANY = word_set("organisatie instelling vereniging stichting dienst autoriteit partner")
_ACTS = word_set("heeft hebben zal zullen gaat gaan wil willen laat laten")
_BAD = re.compile(r"\b(?:malafide|criminele|frauduleuze)\s", re.IGNORECASE)
_REACH = 3000
"""Characters before a bare noun in which its name may stand."""
_FAR = 8
"""Words between a subject and its verb."""


def acting_nouns(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The bodies that a clause calls by a noun, where they are its subject or stand behind "door".

    What something is done to is no actor: "De scholen worden bezocht" gives nothing.
    """
    if (first := _FIRST.match(text, start, end)) and _acts(text, first.end(), end):
        yield from _named(text, first)
    for found in _TURNED.finditer(text, start, end):
        if _is_active(found["verb"], text, found.end(), end):
            yield from _named(text, found)
    for found in _BY.finditer(text, start, end):
        yield from _named(text, found)


def _acts(text: str, place: int, end: int) -> bool:
    """Whether the first finite verb behind a subject is an active one."""
    for word in re.findall(r"[a-zà-ÿ]+", text[place : min(end, place + 160)])[:_FAR]:
        if word in {"die", "dat", "waar"}:
            return False
        forms = verb_forms()
        if word in AUXILIARIES or word in forms.finite or word in forms.pasts:
            return _is_active(word, text, place, end)
    return False


def _is_active(verb: str, text: str, place: int, end: int) -> bool:
    if verb in AUXILIARIES:
        return verb in _ACTS and not re.search(r"\bworden\b", text[place:end])
    forms = verb_forms()
    is_plural_noun = verb in forms.finite and verb in forms.infinitives and not verb.endswith("en")
    return (verb in forms.finite or verb in forms.pasts) and not is_plural_noun


def _named(text: str, found: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    if _BAD.search(found.group()):
        return
    noun, own = found["noun"], found["name"] or found["set_off"]
    low, high = found.start("noun"), found.end()
    if own and re.search(rf"{_BY_NAME}$", noun, re.I):
        yield low, high, " ".join(own.split())
        return
    if found["set_off"]:
        high, own = found.end("noun"), ""
    if noun in _OF_ANY and not (own or found["of"] or _full_name(text, low, noun)):
        return  # who was named before is meant
    is_name = noun[0].isupper() and noun[1].islower() and found["the"] is not None
    if is_name and not (own or found["of"]):
        return
    if not (own or found["of"]):
        plain = noun if "-" in noun else noun[0].lower() + noun[1:]
        yield low, high, (noun.islower() and _full_name(text, low, noun)) or plain
        return
    yield low, high, " ".join(text[low:high].split())


def _full_name(text: str, place: int, noun: str) -> str:
    """The last name before a place that begins with a noun: "stichting" for "Stichting Rood"."""
    before = text[max(0, place - _REACH) : place]
    named = rf"\b(?i:{re.escape(noun)})\s+(?:(?:van|voor)\s+(?:(?:de|het)\s+)?)?{_NAME}"
    last = ""
    for match in re.finditer(named, before):
        last = " ".join(match.group().split())
    is_town = last.lower().startswith(("gemeente ", "provincie "))
    return last[0].lower() + last[1:] if is_town else last
