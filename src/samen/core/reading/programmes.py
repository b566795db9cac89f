"""Programmes, action plans, campaigns and instruments: by name, or by the form of their name."""

import re
from collections.abc import Iterator

from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.gazetteer import organisation_named
from samen.core.reading.words import FINITE_VERBS
from samen.core.terms import CandidateKind

_KNOWN = (
    "Samen tegen mensenhandel",
    "Interbestuurlijk Programma",
    "Chat met Fier",
    "Geweld hoort nergens thuis",
    "Preventie met gezag",
    "Wegwijzer Mensenhandel",
    "Toekomstscenario kind- en gezinsbescherming",
    "Onze jeugd, onze zorg",
    "Toekomst voor jeugd",
    "Blijvend Veilig",
    "Alliance 8.7",
    "COMPASS",
    "Better Migration Management",
    "Work in NL",
    "WorkinNL",
)
_WORD = r"[\w’'-]+"
_CAP = r"[A-Z][\w’'-]*"
# Eleven words more at the most, so that a page of nothing but capitals stays cheap.
_TAIL = rf"(?: +(?:(?:tegen|voor|van|met|in|op|de|het|en|aan|naar) +){{0,3}}{_CAP}){{0,11}}"
_SUBJECT = (
    r"(?:mensenhandel|jongeren|jeugd|klanten|arbeidsuitbuiting|seksuele uitbuiting|loverboys?"
    r"|criminele uitbuiting|mensensmokkel|arbeidsmigratie|arbeidsmigranten|prostitutie|sekswerk"
    r"|kindermisbruik|gemeenten)"
)
_SENTENCE_TITLE = rf"{_CAP}(?: +[a-zà-ÿ][\w’'-]*){{1,5}}?"
_ENDS = rf"(?= *[.,;:)]| +(?:{'|'.join(sorted(FINITE_VERBS))}|dat|die|waarin|waarmee|waarbij)\b)"
_FORMS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(rf"\b\w*[Pp]rogramma +(?P<name>{_SENTENCE_TITLE}){_ENDS}"), 0.75),
    (re.compile(rf"\b(?:[Pp]rogramma|[Pp]roject|[Ii]nitiatief) +(?P<name>{_CAP}{_TAIL})"), 0.75),
    (
        re.compile(
            rf"\b(?P<name>(?:[Pp]lan van [Aa]anpak|[Aa]ctieplan|[Kk]ader|[Aa]fsprakenkader"
            rf"|[Aa]anvalsplan|[Pp]akket [Mm]aatregelen|[Pp]ilots?|[Cc]onvenant|[Mm]eerjarenagenda)"
            rf" +(?:aanpak +)?(?:(?i:{_SUBJECT})(?: +(?:voor|en) +(?:{_SUBJECT}))?|{_CAP}{_TAIL}))"
        ),
        0.7,
    ),
    (
        re.compile(
            rf"\b(?P<name>[Nn]ationaal +[Aa]ctieplan(?: +(?i:{_SUBJECT})\b| +[A-Z][\w-]+)*)"
        ),
        0.7,
    ),
    (re.compile(r"[‘“'\"](?P<name>[Rr]oadshow)[’”'\"]"), 0.7),
    (re.compile(r"\b(?P<name>[Rr]oadshow)\b"), 0.6),
    (
        re.compile(
            r"\b(?P<name>(?:communicatie|publieks|voorlichtings|bewustwordings)campagne)\b",
            re.IGNORECASE,
        ),
        0.55,
    ),
    (re.compile(r"\b[Cc]ampagne +[‘“'\"](?P<name>[^’”'\"]{3,60})[’”'\"]"), 0.8),
)
_SPELT_OUT = re.compile(
    rf"\b(?P<name>{_CAP}"
    rf"(?: +(?:(?:on|and|for|of|the|van|voor|de|en|tegen) +){{0,3}}{_CAP}){{1,11}})"
    r" +\((?P<short>[A-Z][A-Za-z]{2,9})\)"
)
_HEAD = re.compile(
    r"(?:Initiative|Programme|Program|Partnership|Project|Programma|Initiatief|Agenda|Akkoord)\b"
)
_YEARS = re.compile(r"\d{4}")


def find_programmes(context: Context) -> Iterator[Candidate]:
    """One candidate a programme, at its first mention. detail: name."""
    hits = sorted(_hits(context.text), key=lambda hit: (hit[0], -hit[1]))
    bodies = {each.start for each in context.organisations}
    seen: set[str] = set()
    reached = 0
    for start, end, name, confidence, reason in hits:
        folded = name.lower()
        is_new = start >= reached and folded not in seen and start not in bodies
        reached = max(reached, end)
        if not is_new:
            continue
        seen.add(folded)
        detail = {"name": name}
        span = (start, end)
        yield candidate(context, CandidateKind.PROGRAMME, span, confidence, reason, detail)


def _hits(text: str) -> Iterator[tuple[int, int, str, float, str]]:
    known = list(_known_names().finditer(text))
    for hit in known:
        name = next(known for known in _KNOWN if known.lower() == hit["name"].lower())
        yield hit.start(), hit.end(), name, 0.9, "bekende naam van een programma"
    for pattern, confidence in _FORMS:
        for hit in pattern.finditer(text):
            name = hit["name"]
            if organisation_named(name) is None and not _YEARS.search(name):
                reason = "vorm van de naam wijst op een programma"
                yield hit.start("name"), hit.end("name"), name, confidence, reason
    for hit in _SPELT_OUT.finditer(text):
        holds_known = any(hit.start() <= each.start() < hit.end() for each in known)
        if _HEAD.search(hit["name"]) and not holds_known:
            yield hit.start(), hit.end(), hit["name"], 0.75, "naam met afkorting"


def _known_names() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in _KNOWN)
    return re.compile(
        rf"\b(?:(?:[Pp]rogramma|[Aa]ctieplan) +)?(?P<name>(?i:{names}))(?!\w|\.[a-z])"
    )
