"""Persons of a letter: who signs, who asked, who is named with an office.

Who moved a motion or an amendment belongs to that motion, and is no person of its own.

A surname is no person's identity: the mover "X" and the signatory "A. X" stay two candidates.
"""

import re
from collections.abc import Iterator

from samen.core.reading.candidates import Candidate, Masthead
from samen.core.reading.context import Context, candidate
from samen.core.reading.text import BlockKind
from samen.core.terms import CandidateKind

_PARTICLE = r"(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Ee]l|[Aa]l|[Oo]uld|in ['’]t|['’]t)"
_SURNAME = (
    rf"(?:{_PARTICLE} +){{0,3}}[A-ZÀ-Þ][a-zà-ÿ][\w’'-]+"
    rf"(?:(?<=-(?:de|en|er|an|el|De|El|Al|Te)) +(?:{_PARTICLE} +)?[A-ZÀ-Þ][\w’'-]+"
    rf"|(?<=-(?:van|der|den|ten|ter|Van|Der|Den|Ten|Ter|Ben)) +(?:{_PARTICLE} +){{0,2}}"
    r"[A-ZÀ-Þ][\w’'-]+)?"
)
_INITIALS = r"(?:(?:[A-Z]\. ?)+)"
_NAMES = rf"{_SURNAME}(?:(?: */ *|, +(?={_SURNAME}(?:,| en\b))| +en +){_SURNAME})*"
_MEMBERS = re.compile(rf"\b(?:[Hh]et +(?:Kamer)?lid|[Dd]e +(?:Kamer)?leden) +(?P<names>{_NAMES})")
_ADDRESSED = re.compile(
    r"\b(?P<office>(?:kwartiermaker|voorzitter|directeur|burgemeester|rapporteur|ambassadeur)?,? *)"
    r"(?:[Dd]e heer|[Mm]evrouw|dhr\.|mw\.|mr\.|drs\.|dr\.|prof\.(?: dr\.)?) +"
    rf"(?P<names>{_INITIALS}? *{_SURNAME})"
)
_OFFICE_HOLDER = re.compile(
    r"\b(?P<office>[Mm]inister|[Ss]taatssecretaris|[Ee]urocommissaris|[Bb]urgemeester|[Ww]ethouder|[Gg]edeputeerde|[Cc]ommissaris"
    rf"|[Kk]wartiermaker|[Rr]egeringscommissaris|[Gg]ezant) +(?!van |voor |de |der )"
    rf"(?P<names>{_INITIALS}? *{_SURNAME})"
)
_OF_GROUP = re.compile(r" *(?:-|en +(?:de +)?[A-Z][\w-]*-?)* *fracties?\b|-fractie")
"""Behind what is no name but a group of the House: "de leden van de SP-fractie"."""
_MORE_FIELD = re.compile(r"(?:, +[A-Z][\w-]+)* +en +[A-Z]")
"""How the field of an office goes on: "de staatssecretaris Participatie en Integratie"."""
_NO_SURNAME = re.compile(
    r"(?:\b(?:Tweede|Eerste|Kamer\w*|Nationaal|Algemene|Europe\w+|Raad|Rijk|Nederland\w*|Motie|Sociale"
    r"|Justitie|Buitenlandse|Binnenlandse|Volksgezondheid|Economische|Financiën|Defensie|Onderwijs"
    r"|Jeugd|Zorg|Wonen|Veiligheid|Welzijn|Sport|Cultuur|Participatie)\b)"
)
_MEMBER = "Kamerlid"
_MOVED = re.compile(r"\bmotie", re.IGNORECASE)
_AMENDS = re.compile(r"\bamendement(?:en)?\b[^.;]*$", re.IGNORECASE)
_ONE_NAME = re.compile(_SURNAME)


def find_persons(
    context: Context, masthead: Masthead, motions: list[Candidate]
) -> Iterator[Candidate]:
    """One candidate a person as named. motions: those of the letter. detail: name, role."""
    movers = {name.casefold(): m for m in motions for name in m.detail["movers"]}
    seen: set[str] = set()
    for found in [*_named(context), *_signing(context, masthead)]:
        name = found.detail["name"]
        if name not in seen and not _only_moves(context, found, movers):
            seen.add(name)
            yield found


def _only_moves(context: Context, person: Candidate, movers: dict[str, Candidate]) -> bool:
    """Whether a member of the House is named for a motion or an amendment, and not for asking."""
    if person.detail["role"] != _MEMBER:
        return False
    sentences = context.sentences_around(person.start)
    said = " ".join(context.text[each.start : each.end] for each in sentences)
    motion = movers.get(person.detail["name"].casefold())
    is_there = motion is not None and motion.start <= person.start < motion.end
    is_mover = motion is not None and (is_there or _MOVED.search(said))
    return bool(is_mover or _AMENDS.search(context.text[max(0, person.start - 100) : person.start]))


def _signing(context: Context, masthead: Masthead) -> Iterator[Candidate]:
    offices = {each.name: each.office for each in masthead.signatories}
    signing = [b for b in context.letter.blocks if b.kind is BlockKind.SIGNATURE]
    begin = signing[0].start if signing else 0
    for name, office in offices.items():
        start = context.text.find(name, begin)
        if start >= 0:
            detail = {"name": name, "role": office}
            span = (start, start + len(name))
            yield candidate(context, CandidateKind.PERSON, span, 0.95, "ondertekent", detail)


def _named(context: Context) -> Iterator[Candidate]:
    for pattern, role in (
        (_MEMBERS, _MEMBER),
        (_OFFICE_HOLDER, ""),
        (_ADDRESSED, ""),
    ):
        for hit in pattern.finditer(context.text):
            yield from _each(context, hit, role or _office(hit))


def _office(hit: re.Match[str]) -> str:
    """The office that stands right before a name, or ""."""
    return str(hit["office"]).strip(" ,").lower()


def _each(context: Context, hit: re.Match[str], role: str) -> Iterator[Candidate]:
    """The names of a hit, one by one."""
    start = hit.start("names")
    names = hit["names"]
    parts = [(0, len(names))]
    if role == _MEMBER:
        parts = [(each.start(), each.end()) for each in _ONE_NAME.finditer(names)]
    for low, high in parts:
        name = names[low:high].strip()
        if _NO_SURNAME.search(name) or name[-1:].isupper():
            return
        if not _is_name(context, name, start + low, hit):
            continue
        span = (start + low, start + low + len(name))
        name = name.replace("- ", "-")  # a double name broken at the end of a line
        reason = f"naam achter “{context.text[hit.start() : start].strip()}”"
        detail = {"name": name, "role": role}
        yield candidate(context, CandidateKind.PERSON, span, 0.75, reason, detail)


def _is_name(context: Context, name: str, place: int, hit: re.Match[str]) -> bool:
    """Whether a name is no group of the House and no field of an office."""
    text, end = context.text, place + len(name)
    if "fractie" in name or _OF_GROUP.match(text, end):
        return False
    if hit.re is not _OFFICE_HOLDER:
        return True
    block = context.block_at(place)
    if block is not None and block.kind is BlockKind.SIGNATURE:
        return False
    is_field = re.search(rf"\b(?:van|voor) +{re.escape(name)}\b", text) is not None
    return not (is_field or _MORE_FIELD.match(text, end))
