"""Papers that are no Kamerstuk: questions, proceedings, documents, EU papers, gazettes, rulings.

The ids are those of officielebekendmakingen.nl, of the open data of the Tweede Kamer, of
EUR-Lex and of the European Case Law Identifier.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from samen.core.references.paper_grammar import DASH, GAP, ONE, SESSION_WORD, YEAR
from samen.core.references.paper_heads import session_of
from samen.core.terms import Found


class OtherPaperKind(StrEnum):
    """What sort of paper it is."""

    QUESTIONS = "questions"
    PROCEEDINGS = "proceedings"
    DOCUMENT = "document"
    CASE = "case"
    ACTIVITY = "activity"
    COMMITMENT = "commitment"
    EUROPEAN = "european"
    LAW_GAZETTE = "law_gazette"
    GOVERNMENT_GAZETTE = "government_gazette"
    TREATY_SERIES = "treaty_series"
    RULING = "ruling"


@dataclass(frozen=True, slots=True)
class OtherPaper:
    """One such paper. id: canonical, such as ah-tk-20202021-123 or stb-2024-59."""

    kind: OtherPaperKind
    id: str
    session_year: str = ""


_SEP = rf"{GAP}[,;]?{GAP}"
_SENATE_OR_HOUSE = rf"(?:{GAP}/?(?P<which>II|I|TK|EK)(?!\w))?"
_SESSION = rf"(?:(?i:{SESSION_WORD}){GAP})?(?<!\d){YEAR}"
_NR = rf"(?:nrs?\b\.?{GAP})"
_CHAMBER = rf"(?:(?P<chamber>Tweede|Eerste){ONE}Kamer{_SEP})?"

_QUESTIONS = re.compile(
    rf"(?:(?i:aanhangsel)(?:{ONE}van{ONE}de{ONE}|{ONE}(?:bij{ONE}de{ONE})?)[Hh]andelingen"
    rf"|Aanh\.{GAP}Hand\.){_SENATE_OR_HOUSE}{_SEP}{_CHAMBER}{_SESSION}"
    rf"{_SEP}{_NR}?(?P<number>\d{{1,5}})(?!\w)"
)
_CANONICAL = re.compile(
    r"(?<![\w-])(?P<stem>ah|h)-(?:tk|ek)-(?P<y1>(?:19|20)\d\d)(?P<y2>(?:19|20)\d\d)"
    r"-\d{1,5}(?:-\d{1,3})?(?![\w-])"
)
_PROCEEDINGS = re.compile(
    rf"(?<!\w)Handelingen{_SENATE_OR_HOUSE}{_SEP}{_CHAMBER}{_SESSION}{_SEP}{_NR}"
    rf"(?P<number>\d{{1,3}})(?!\w)(?:{_SEP}item{GAP}(?P<item>\d{{1,3}})(?!\w))?"
)
_KEY = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)(?P<letter>[DZA])(?P<number>\d{5,6})(?!\w)")
_COMMITMENT = re.compile(rf"(?<!\w)TZ(?P<month>(?:19|20)\d{{4}}){DASH}(?P<number>\d{{1,4}})(?!\w)")
_EUROPEAN = re.compile(
    rf"(?<!\w)(?P<series>COM|SWD|JOIN|SEC){GAP}(?:\({GAP}(?P<year>(?:19|20)\d\d){GAP}\)"
    rf"|(?P<bare_year>(?:19|20)\d\d){GAP}/){GAP}(?P<number>\d{{1,4}})(?!\w)"
)
_GAZETTE = re.compile(
    rf"(?<!\w)(?P<series>Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad)\b\.?{_SEP}"
    rf"(?P<year>(?:18|19|20)\d\d){_SEP}(?:{_NR})?(?P<number>\d{{1,6}})(?!\w)"
)
_RULING = re.compile(
    r"(?<!\w)ECLI:(?P<rest>[A-Z]{2}:[A-Z][A-Z0-9]{0,6}:(?:19|20)\d\d:[A-Z0-9.]{0,24}[A-Z0-9])"
    r"(?!\w)"
)
_KEY_KINDS = {
    "D": OtherPaperKind.DOCUMENT,
    "Z": OtherPaperKind.CASE,
    "A": OtherPaperKind.ACTIVITY,
}
_SERIES = {
    "stb": (OtherPaperKind.LAW_GAZETTE, "stb"),
    "staatsblad": (OtherPaperKind.LAW_GAZETTE, "stb"),
    "stcrt": (OtherPaperKind.GOVERNMENT_GAZETTE, "stcrt"),
    "staatscourant": (OtherPaperKind.GOVERNMENT_GAZETTE, "stcrt"),
    "trb": (OtherPaperKind.TREATY_SERIES, "trb"),
    "tractatenblad": (OtherPaperKind.TREATY_SERIES, "trb"),
}


def _house(match: re.Match[str]) -> str:
    is_senate = match["which"] in {"I", "EK"} or match["chamber"] == "Eerste"
    return "ek" if is_senate else "tk"


def _questions(match: re.Match[str]) -> OtherPaper:
    session = session_of(match)
    stem = f"ah-{_house(match)}-{session.replace('-', '')}"
    return OtherPaper(OtherPaperKind.QUESTIONS, f"{stem}-{match['number']}", session)


def _proceedings(match: re.Match[str]) -> OtherPaper:
    session = session_of(match)
    parts = ["h", _house(match), session.replace("-", ""), match["number"], match["item"]]
    return OtherPaper(OtherPaperKind.PROCEEDINGS, "-".join(p for p in parts if p), session)


def _canonical(match: re.Match[str]) -> OtherPaper:
    is_question = match["stem"] == "ah"
    kind = OtherPaperKind.QUESTIONS if is_question else OtherPaperKind.PROCEEDINGS
    return OtherPaper(kind, match[0], session_of(match))


def _key(match: re.Match[str]) -> OtherPaper:
    return OtherPaper(_KEY_KINDS[match["letter"]], match[0])


def _commitment(match: re.Match[str]) -> OtherPaper:
    return OtherPaper(OtherPaperKind.COMMITMENT, f"TZ{match['month']}-{match['number']}")


def _european(match: re.Match[str]) -> OtherPaper:
    year = match["year"] or match["bare_year"]
    return OtherPaper(OtherPaperKind.EUROPEAN, f"{match['series']}({year}){match['number']}")


def _gazette(match: re.Match[str]) -> OtherPaper:
    kind, stem = _SERIES[match["series"].lower()]
    return OtherPaper(kind, f"{stem}-{match['year']}-{match['number']}")


def _ruling(match: re.Match[str]) -> OtherPaper:
    return OtherPaper(OtherPaperKind.RULING, f"ECLI:{match['rest']}")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], OtherPaper]], ...] = (
    (_QUESTIONS, _questions),
    (_CANONICAL, _canonical),
    (_PROCEEDINGS, _proceedings),
    (_KEY, _key),
    (_COMMITMENT, _commitment),
    (_EUROPEAN, _european),
    (_GAZETTE, _gazette),
    (_RULING, _ruling),
)


def find_other_papers(text: str) -> list[Found[OtherPaper]]:
    """Every such paper that a text cites, in order of place, none inside another."""
    found: list[Found[OtherPaper]] = []
    for pattern, read in _FORMS:
        found.extend(Found(m.start(), m.end(), read(m)) for m in pattern.finditer(text))
    found.sort(key=lambda item: (item.start, -item.end))
    apart: list[Found[OtherPaper]] = []
    for item in found:
        if not apart or item.start >= apart[-1].end:
            apart.append(item)
    return apart
