"""Organisations of a letter: known by name, or known by the form of their name.

One candidate an organisation, at its first mention. Where a letter spells out a known
abbreviation otherwise than the organisation does, the reason says so: the reviewer decides,
nothing is corrected silently.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from samen.core.reading.bodies import branch_at
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.gazetteer import Organisation, find_organisations, organisation_named
from samen.core.reading.organisation_forms import FORMS, NAME
from samen.core.reading.place_names import POLICE_UNITS
from samen.core.terms import CandidateKind, Found, OrganisationKind

_SPELT_OUT = re.compile(rf"\b(?P<name>{NAME}) +\((?:hierna[: ]+)?(?P<short>[A-Z][\w&-]{{1,9}})\)")
_PASSING = frozenset({"regering", "gecertificeerde instellingen"})
_PREFIXES = frozenset({"EU", "VN"})
"""In "EU-coördinator" and "VN-verband" they only say of what sort a thing is."""
_WITH_UNITS = frozenset({OrganisationKind.POLICE, OrganisationKind.PROSECUTION})
_UNITS = "|".join(" ".join(unit.split()) for unit in POLICE_UNITS.split(";"))
_UNIT = re.compile(rf" +(?:eenheid +)?(?:{_UNITS})(?![\w-])")
_TOWN = re.compile(r"^ *(?i:gemeente) (?P<name>[A-Z][\w-]+)(?= {3}| *$)", re.MULTILINE)
_HEAD = 300
"""Characters at the front of a letter in which the paper of a municipality says so."""
_SORTED = re.compile(r"(?:Landelijk|Regionaal|Nationaal|Nederlands|Centraal)e? ")
_HEAD_WORDS = re.compile(
    r"\b(?:(?:Agency|Office|Service|Centre|Center|Organi[sz]ation|Commission|Council|Institute)\b|"
    r"(?:Bureau|Organisatie|Centrum|Instituut|Dienst|Autoriteit|Raad|Commissie|Vereniging|Federatie|Bond|"
    r"Netwerk|Samenwerkingsverband|Inspectie|Fonds|Stichting|Koepel)\w*)"
)
_GROUPS = frozenset({"gemeenten", "sociale partners"})  # many bodies, none of them named
_LEADING = re.compile(
    r"^(?:De|Het|Een|Ook|Met|In|Door|Voor|Volgens|Naast|Bij|Deze|Dit) +(?:(?:de|het) +)?"
)
_NEXT_BODY = re.compile(
    r" +en +(?:(?:de|het) +[A-Z]|(?:Stichting|Vereniging|Federatie|Inspectie|Universiteit)\b)"
)
"""Where a body ends and the next one begins."""


def organisation_candidates(context: Context) -> Iterator[Candidate]:
    """One candidate for each organisation that a letter names. detail: name, type, abbreviation."""
    by_form = organisations_by_form(context)
    known = [
        _as_branch(context.text, find)
        for find in context.organisations
        if not any(_holds(other, find) for other in _near(by_form, find))
    ]
    formed = [find for find in by_form if not _overlaps(find, known)]
    written = _spelt_otherwise(context.text, known)
    seen: set[str] = set()
    new = {find.start for find in formed}
    for found in sorted([*known, *formed], key=lambda each: each.start):
        organisation = found.value
        if organisation.name in seen or not _is_meant(context.text, found):
            continue
        seen.add(organisation.name)
        is_known = found.start not in new
        yield _candidate(context, found, is_known, written.get(organisation.name, ""))
    yield from _in_letterhead(context, seen)


def _as_branch(text: str, found: Found[Organisation]) -> Found[Organisation]:
    """A body with the place of its branch: "GGD Twente", "politie Oost-Nederland"."""
    if found.value.kind in _WITH_UNITS:
        is_one = not text[found.start : found.end].endswith("en")
        unit = _UNIT.match(text, found.end) if is_one else None
        is_police = found.value.kind is OrganisationKind.POLICE
        own = text[found.start : found.end] if is_police else found.value.name
        end, name = (unit.end(), own + unit.group()) if unit else (found.end, "")
    else:
        end, name = branch_at(text, found.start, found.end)
    if not name:
        return found
    return Found(found.start, end, replace(found.value, name=" ".join(name.split())))


def _holds(formed: Found[Organisation], known: Found[Organisation]) -> bool:
    """Whether a known name is only the end of a longer one: "Landelijk Netwerk Veilig Thuis"."""
    return (
        formed.start < known.start
        and known.end <= formed.end
        and _SORTED.match(formed.value.name) is not None
    )


def _near(
    finds: Sequence[Found[Organisation]], find: Found[Organisation]
) -> Sequence[Found[Organisation]]:
    """The one of the finds, in order, that begins last before another."""
    index = bisect_right(finds, find.start, key=lambda each: each.start)
    return finds[max(0, index - 1) : index]


def _in_letterhead(context: Context, seen: set[str]) -> Iterator[Candidate]:
    """The ministry or municipality whose paper it is, where the running text does not name it."""
    original = context.letter.original
    town = _TOWN.search(original[:_HEAD])
    name = f"gemeente {town['name'].title()}" if town else ""
    if town and not any(each.lower().startswith(name.lower()) for each in seen):
        organisation = Organisation(name, OrganisationKind.MUNICIPALITY)
        there = _candidate(context, Found(0, 0, organisation), False, "")
        line = original.count("\n", 0, town.start()) + 1
        yield replace(there, quote=town.group(), line=line, line_end=line)
    for stretch in context.letter.furniture:
        for found in find_organisations(original[stretch.start : stretch.end]):
            ministry, start = found.value, stretch.start + found.start
            if ministry.kind is not OrganisationKind.MINISTRY or ministry.name in seen:
                continue
            seen.add(ministry.name)
            there = _candidate(context, Found(0, 0, ministry), True, "")
            line = original.count("\n", 0, start) + 1
            quote = original[start : stretch.start + found.end]
            yield replace(there, quote=quote, line=line, line_end=line + quote.count("\n"))


def _is_meant(text: str, found: Found[Organisation]) -> bool:
    """Whether a body is named for itself: no group, no request to "the government", no number."""
    words = text[found.start : found.end]
    after = text[found.end :][:8]
    is_act = words == "EU" and re.match(r"\)? +(?:nr\. *)?\d", after)
    is_part = words in _PREFIXES and re.match(r"-[a-zà-ÿ]", after)
    is_named = found.value.name not in _GROUPS and words.lower() not in _PASSING
    return bool(is_named and not (is_act or is_part))


def _candidate(
    context: Context, found: Found[Organisation], is_known: bool, otherwise: str
) -> Candidate:
    reason = "bekende organisatie" if is_known else "vorm van de naam wijst op een organisatie"
    if otherwise:
        reason += f"; de brief schrijft de naam uit als “{otherwise}”: controleer"
    organisation = found.value
    detail = {
        "name": organisation.name,
        "type": organisation.kind.value,
        "abbreviation": organisation.abbreviation,
    }
    confidence = 0.9 if is_known else 0.65
    span = (found.start, found.end)
    return candidate(context, CandidateKind.ORGANISATION, span, confidence, reason, detail)


def organisations_by_form(context: Context) -> tuple[Found[Organisation], ...]:
    """Organisations that no list has, in order, apart: by legal form, head word, abbreviation."""
    return context.once(organisations_by_form, lambda: tuple(_by_form(context.text)))


def _by_form(text: str) -> Iterator[Found[Organisation]]:
    found: list[Found[Organisation]] = []
    for hit in _SPELT_OUT.finditer(text):
        if organisation_named(hit["short"]) is None and _HEAD_WORDS.search(hit["name"]):
            found.append(_formed(text, hit.start("name"), hit.end("name"), hit["short"]))
    for kind, pattern in FORMS:
        for hit in pattern.finditer(text):
            find = _formed(text, hit.start(), hit.end(), "", kind)
            found.append(find)
    kept: list[Found[Organisation]] = []
    for find in sorted(found, key=lambda each: (each.start, -each.end)):
        if not _overlaps(find, kept[-1:]):
            kept.append(find)
    return _in_full(kept)


def _in_full(found: Sequence[Found[Organisation]]) -> Iterator[Found[Organisation]]:
    """The finds; one that is the front of a longer name before it has that name."""
    full: dict[str, Organisation] = {}
    for find in found:
        words = find.value.name.split()
        for length in range(2, len(words)):
            full.setdefault(" ".join(words[:length]), find.value)
        yield replace(find, value=full.get(" ".join(words), find.value))


def _formed(
    text: str,
    start: int,
    end: int,
    short: str,
    kind: OrganisationKind = OrganisationKind.OTHER,
) -> Found[Organisation]:
    fellow = _NEXT_BODY.search(text, start, end)
    end = fellow.start() if fellow else end
    leading = _LEADING.match(text[start:end])
    begin = start + leading.end() if leading else start
    return Found(begin, end, Organisation(text[begin:end], kind, short))


def _spelt_otherwise(text: str, known: Sequence[Found[Organisation]]) -> dict[str, str]:
    """Names spelt out before a known abbreviation that are not a known spelling of it."""
    otherwise: dict[str, str] = {}
    for hit in _SPELT_OUT.finditer(text):
        organisation = organisation_named(hit["short"])
        if organisation is None or len(hit["name"].split()) < 3:
            continue
        spelt = [
            find.value.name
            for find in known
            if hit.start("name") <= find.start and find.end <= hit.end("name")
        ]
        if organisation.name not in spelt:
            otherwise[organisation.name] = _LEADING.sub("", hit["name"])
    return otherwise


def _overlaps(find: Found[Organisation], others: Sequence[Found[Organisation]]) -> bool:
    """Whether a find shares words with another; the others stand in order, apart."""
    index = bisect_right(others, find.start, key=lambda each: each.start)
    near = others[max(0, index - 1) : index + 1]
    return any(find.start < other.end and other.start < find.end for other in near)
