"""Organisations of a letter: known by name, or known by the form of their name.

One candidate an organisation, at its first mention. Where a letter spells out a known
abbreviation otherwise than the organisation does, the reason says so: the reviewer decides,
nothing is corrected silently.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.gazetteer import Organisation, find_organisations, organisation_named
from samen.core.terms import CandidateKind, Found, OrganisationKind

_CAP = r"[A-Z][\w’'&.-]*\w"
# A name is twelve capitalised words at the most, so that a page of nothing else stays cheap.
_SMALL = r"(?:(?:van|voor|de|der|het|en|tegen|of|for|the|and|in|on) +){0,3}"
_NAME = rf"{_CAP}(?: +{_SMALL}{_CAP}){{0,11}}"
_FORMS: tuple[tuple[OrganisationKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (OrganisationKind.NGO, rf"\b[Ss]tichting(?P<name> +(?:(?:tegen|voor|ter|tot) +)?{_NAME})"),
        (OrganisationKind.NGO, rf"\b[Vv]ereniging(?P<name> +{_NAME})"),
        (OrganisationKind.ASSOCIATION, rf"\b(?:[Ff]ederatie|[Kk]oepel|Bond) +{_NAME}"),
        (OrganisationKind.COMPANY, rf"\b{_NAME} +(?:B\.?V\.?|N\.?V\.?|Groep|Group)(?!\w)"),
        (OrganisationKind.RESEARCH, rf"\b(?:{_CAP} +)?Universiteit(?: +van)?(?: +{_CAP})?"),
        (OrganisationKind.RESEARCH, rf"\b(?:{_CAP} +)?[Hh]ogeschool +{_NAME}"),
        (OrganisationKind.RESEARCH, rf"\b[Oo]nderzoeksbureau(?P<name> +{_NAME})"),
        (OrganisationKind.JUDICIARY, rf"\b(?:[Rr]echtbank|[Gg]erechtshof) +{_NAME}"),
        (OrganisationKind.COOPERATION, rf"\b(?:[Tt]ask ?[Ff]orce|Platform|Alliantie) +{_NAME}"),
        (OrganisationKind.AGENCY, rf"\b(?:Expertisecentrum|Kenniscentrum|Meldpunt) +{_NAME}"),
        (OrganisationKind.INSPECTORATE, rf"\b(?:Inspectie|Autoriteit) +{_NAME}"),
        (OrganisationKind.MUNICIPALITY, rf"\bgemeente +{_NAME}"),
    )
)
_SPELT_OUT = re.compile(rf"\b(?P<name>{_NAME}) +\((?:hierna[: ]+)?(?P<short>[A-Z][\w&-]{{1,9}})\)")
_PASSING = frozenset({"regering", "gecertificeerde instellingen"})
_PREFIXES = frozenset({"EU", "VN"})
"""In "EU-coördinator" and "VN-verband" they only say of what sort a thing is."""
_HEAD_WORDS = re.compile(
    r"\b(?:(?:Agency|Office|Service|Centre|Center|Organi[sz]ation|Commission|Council|Institute)\b|"
    r"(?:Bureau|Organisatie|Centrum|Instituut|Dienst|Autoriteit|Raad|Commissie|Vereniging|Federatie|Bond|"
    r"Netwerk|Samenwerkingsverband|Inspectie|Fonds|Stichting|Koepel)\w*)"
)
_GROUPS = frozenset({"gemeenten", "sociale partners"})  # many bodies, none of them named
_LEADING = re.compile(r"^(?:De|Het|Een|Ook|Met|In|Door|Voor|Volgens|Naast|Bij|Deze|Dit) +")


def organisation_candidates(context: Context) -> Iterator[Candidate]:
    """One candidate for each organisation that a letter names. detail: name, type, abbreviation."""
    known = context.organisations
    formed = [find for find in _by_form(context.text) if not _overlaps(find, known)]
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


def _in_letterhead(context: Context, seen: set[str]) -> Iterator[Candidate]:
    """The ministry whose paper it is, where the running text does not name it."""
    original = context.letter.original
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


def _by_form(text: str) -> list[Found[Organisation]]:
    """Organisations that no list has: by their legal form, their head word, their abbreviation."""
    found: list[Found[Organisation]] = []
    for hit in _SPELT_OUT.finditer(text):
        if organisation_named(hit["short"]) is None and _HEAD_WORDS.search(hit["name"]):
            found.append(_formed(text, hit.start("name"), hit.end("name"), hit["short"]))
    for kind, pattern in _FORMS:
        for hit in pattern.finditer(text):
            find = _formed(text, hit.start(), hit.end(), "", kind)
            found.append(find)
    kept: list[Found[Organisation]] = []
    for find in sorted(found, key=lambda each: (each.start, -each.end)):
        if not _overlaps(find, kept[-1:]):
            kept.append(find)
    return kept


def _formed(
    text: str,
    start: int,
    end: int,
    short: str,
    kind: OrganisationKind = OrganisationKind.OTHER,
) -> Found[Organisation]:
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
