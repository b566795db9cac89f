"""Regions: countries, world regions, provinces, police units, safety regions, municipalities.

A name says little without its kind: Noord-Holland is a province and a police unit. The words
before a name decide ("provincie", "politie-eenheid", "gemeente"); a list that holds a name that
only a police unit has is a list of regions of the police. The country that the letter is written
in is no region of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from samen.core.reading import place_names
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.terms import CandidateKind, Found, RegionKind

_CUES: tuple[tuple[RegionKind, re.Pattern[str]], ...] = (
    (RegionKind.PROVINCE, re.compile(r"\bprovincies?\b[^.;]{0,40}$", re.IGNORECASE)),
    (RegionKind.SAFETY_REGION, re.compile(r"\bveiligheidsregio['’]?s?\b[^.;]{0,40}$", re.I)),
    (
        RegionKind.POLICE_UNIT,
        re.compile(r"\b(?:politie-?)?(?:eenhe(?:id|den)|politieregio['’]?s?)\b[^.;]{0,40}$", re.I),
    ),
    (
        RegionKind.MUNICIPALITY,
        re.compile(r"\b(?:gemeenten?|stad|steden|burgemeesters?)\b[^.;]{0,40}$", re.IGNORECASE),
    ),
)
_PLACE_CUE = re.compile(
    r"\b(?i:in|te|uit|rond|nabij)\s+(?:[A-Z][\w-]+(?:\s+(?:aan|den|op|de|en|van)\s+[A-Za-z]\w+)*"
    r"(?:,| en| of)\s+)*$"
)
_PERSON_BEFORE = re.compile(
    r"\b(?:(?:mot(?:ie|ies)|amendement|lid|leden|minister|staatssecretaris|heer|mevrouw|Kamerlid)"
    r"[\s-]+(?:[A-Z][\w-]+\s*(?:,|/|en)\s*)*"
    r"|\bVan |(?:[A-Z]\.)+\s?|[A-Z]\w+ van )(?:de |den |der )?$"
)
_OF_A_BOOK = re.compile(r"(?:/[A-Z]\w+(?: [A-Z]\w+)?)?(?::|,? (?:[a-z]{3,9} )?\d{4}\b)")
_OF_A_SCHOOL = re.compile(
    r"\b(?:(?:[Uu]niversiteit|[Hh]ogeschool|[Rr]echtbank|[Gg]erechtshof)"
    r"|[Uu]niversiteiten van (?:[A-Z]\w+,? (?:en )?)*) ?$"
)
_OF_A_TREATY = re.compile(
    r"\b(?:[Vv]erdrag|[Pp]rotocol|[Ss]tatuut|[Cc]onventie|[Vv]erklaring|[Aa]kkoord|[Pp]rocess?)"
    r" (?:van|of) $"
)
_IN_LIST = re.compile(r"^(?:,| en| of| respectievelijk)+\s*(?:in |de )?$")
_KINDS = (
    (RegionKind.WORLD_REGION, place_names.WORLD_REGIONS),
    (RegionKind.COUNTRY, place_names.COUNTRIES),
    (RegionKind.POLICE_UNIT, place_names.POLICE_UNITS),
    (RegionKind.SAFETY_REGION, place_names.SAFETY_REGIONS),
    (RegionKind.PROVINCE, place_names.PROVINCES),
    (RegionKind.MUNICIPALITY, place_names.MUNICIPALITIES),
    (RegionKind.MUNICIPALITY, place_names.CITIES_ABROAD),
    (RegionKind.OTHER, place_names.OTHER_AREAS),
    (RegionKind.OTHER, place_names.STATES_ABROAD),
)
SORTS = {
    RegionKind.WORLD_REGION: "een deel van de wereld",
    RegionKind.COUNTRY: "een land",
    RegionKind.POLICE_UNIT: "een politie-eenheid",
    RegionKind.SAFETY_REGION: "een veiligheidsregio",
    RegionKind.PROVINCE: "een provincie",
    RegionKind.MUNICIPALITY: "een gemeente",
    RegionKind.OTHER: "een gebied",
}
"""What a reason calls a region of each kind."""

_PREFERRED = (RegionKind.MUNICIPALITY, RegionKind.PROVINCE, RegionKind.SAFETY_REGION)


@dataclass(frozen=True, slots=True)
class Region:
    """An area: its kind and its name."""

    kind: RegionKind
    name: str


def find_regions(text: str) -> list[Found[Region]]:
    """Every known area of a text, in order, with its kind from the words around it."""
    hits = [hit for hit in _names().finditer(text) if _is_place(text, hit)]
    kinds = [_kind_of(text, hit) for hit in hits]
    for index in range(len(hits) - 1, 0, -1):  # a list is of one sort: police among provinces
        between = text[hits[index - 1].end() : hits[index].start()]
        pair = kinds[index - 1 : index + 1]
        regional = {RegionKind.POLICE_UNIT, RegionKind.SAFETY_REGION} & set(pair)
        if regional and _IN_LIST.match(between) and between.strip():
            for each in (index - 1, index):
                possible = _kinds_by_name()[_canonical(hits[each].group())]
                if kinds[each] is RegionKind.PROVINCE and RegionKind.POLICE_UNIT in possible:
                    kinds[each] = RegionKind.POLICE_UNIT
    return [
        Found(hit.start(), hit.end(), Region(kind, _canonical(hit.group())))
        for hit, kind in zip(hits, kinds, strict=True)
    ]


def region_candidates(context: Context) -> Iterator[Candidate]:
    """One candidate an area, at its first mention. detail: name, type.

    A place inside the name of a known organisation is no area of the letter.
    """
    seen: set[str] = set()
    for found in find_regions(context.text):
        region = found.value
        if region.name in seen or _is_in_name(context, found):
            continue
        seen.add(region.name)
        several = len(_kinds_by_name()[region.name]) > 1
        reason = f"bekende naam van {SORTS[region.kind]}"
        detail = {"name": region.name, "type": region.kind.value}
        confidence = 0.7 if several else 0.9
        span = (found.start, found.end)
        yield candidate(context, CandidateKind.REGION, span, confidence, reason, detail)


def _is_in_name(context: Context, found: Found[Region]) -> bool:
    return any(
        name.start <= found.start and found.end <= name.end for name in context.organisations
    )


def _is_place(text: str, hit: re.Match[str]) -> bool:
    before = text[max(0, hit.start() - 60) : hit.start()]
    if _PERSON_BEFORE.search(before) and not _cue(before):
        return False
    if re.search(r"[.,/]\s*$", before) and _OF_A_BOOK.match(text, hit.end()):
        return False  # the place of publication in a footnote ("Den Haag: ...")
    if _OF_A_SCHOOL.search(before) or _OF_A_TREATY.search(before):
        return False
    if _canonical(hit.group()) in _ambiguous():
        return _cue(before) is not None or _PLACE_CUE.search(before) is not None
    return True


def _cue(before: str) -> RegionKind | None:
    """The kind that the nearest cue word before a name points to."""
    best: tuple[int, RegionKind] | None = None
    for kind, pattern in _CUES:
        found = pattern.search(before)
        if found is not None and (best is None or found.start() > best[0]):
            best = (found.start(), kind)
    return best[1] if best else None


def _kind_of(text: str, hit: re.Match[str]) -> RegionKind:
    possible = _kinds_by_name()[_canonical(hit.group())]
    if len(possible) == 1:
        return possible[0]
    cue = _cue(text[max(0, hit.start() - 60) : hit.start()])
    if cue in possible:
        return cue
    return next((kind for kind in _PREFERRED if kind in possible), possible[0])


def _canonical(name: str) -> str:
    folded = re.sub(r"\s+", " ", name)
    return folded if folded in _kinds_by_name() else folded.replace(" Afrika", "-Afrika")


@cache
def _kinds_by_name() -> dict[str, tuple[RegionKind, ...]]:
    by_name: dict[str, list[RegionKind]] = {}
    for kind, names in _KINDS:
        for name in _split(names):
            kinds = by_name.setdefault(re.sub(r" \([A-Z]+\.\)", "", name), [])
            if kind not in kinds:
                kinds.append(kind)
    return {name: tuple(kinds) for name, kinds in by_name.items()}


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(_split(place_names.AMBIGUOUS_MUNICIPALITIES))


@cache
def _names() -> re.Pattern[str]:
    """All names, the longest first; a compass point may be parted by a blank ("West Afrika")."""
    longest_first = sorted(_kinds_by_name(), key=lambda name: -len(name))
    spelled = [re.escape(name).replace(r"\-Afrika", r"[\- ]Afrika") for name in longest_first]
    return re.compile(r"(?<![\w-])(?:" + "|".join(spelled) + r")(?![\w]|-[A-Za-z])")


def _split(names: str) -> list[str]:
    return [name for name in (" ".join(part.split()) for part in names.split(";")) if name]
