"""Publications: titles in quotes or behind "rapport", monitors, bibliographic notes, web pages."""

import re
from collections.abc import Iterator

from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.text import Block, BlockKind
from samen.core.reading.words import FINITE_VERBS
from samen.core.references import find_laws, find_other_papers
from samen.core.terms import CandidateKind

_REPORT = (
    r"(?:rapport(?:en|age)?|onderzoek|studie|publicatie|advies|evaluatie|notitie|handreiking|factsheet"
    r"|brochure|verkenning|monitor|analyse|manifest|visie|white ?paper|report|study|getiteld|titel"
    r"|proefschrift|dissertatie|leidraad|quick ?scan|inventarisatie|signalement|position ?paper)"
)
_QUOTED = re.compile(r"[‘“'\"](?P<title>[A-Z][^‘’“”\"]{6,140}?)[’”'\"](?!\w)")
_REPORT_BEFORE = re.compile(rf"\b\w*{_REPORT}\b[^.;]{{0,60}}$", re.IGNORECASE)
_UNQUOTED = re.compile(
    r"\b[Rr]apport +(?P<title>[A-Z][\w’'-]+(?:,? +[\w’'()-]+){1,12}?)"
    r"(?= +(?:dat|waarin|waaruit|concludeert|blijkt|stelt|laat|is|van +(?:de|het)|over)\b|[.;(])"
)
_TITLED = re.compile(
    r"\b(?:getiteld|(?:met|onder) de titel)[: ]{1,3}"
    r"(?P<title>[A-Z][^.,;:()‘’“”\"]{5,90})(?=[.,;:(])"
)
_ENGLISH = re.compile(
    r"\b(?P<title>(?!(?:Het|De|Een|Dit|In|Uit|Volgens) )"
    r"(?:[A-Z]\w+ +(?:(?:in|on|of|and|the) +)?){1,5}Report"
    r"(?: +on(?: +(?:in|of|and|the|[A-Z]\w+)){1,8})?(?: +\d{4})?)"
)
_MONITOR = re.compile(
    r"\b(?P<title>(?:[A-Z]\w+monitor|Criminaliteitsbeeldanalyse|Monitor(?= +[Mm]ensen))"
    r"(?: +[Mm]ensenhandel(?: +en +\w+)?)?(?: +\d{4}(?: ?[-–] ?\d{4})?)?)"
)
_ANNUAL = r"aar(?:beeld|rapportage|verslag|bericht|cijfers|overzicht)"
_NO_TITLE = "|".join(["in", "op", "over", "per", "tot", "en", *sorted(FINITE_VERBS)])
_YEARLY = re.compile(
    rf"\b(?P<title>[Jj]{_ANNUAL}(?: +(?!(?:{_NO_TITLE})\b)[^\W\d][\w’'-]*){{0,6}}?"
    rf" +\d{{4}}(?:[-–]\d{{4}})?|J{_ANNUAL} +(?:van +)?(?:de +|het +)?[A-Z][\w-]+)"
)
_STRATEGY = re.compile(
    r"\b(?P<title>(?:EU|VN|VS)- ?(?:strategie|actieplan)(?: +[\w’'-]+){0,6}? +"
    r"(?:(?:mensenhandel +|kinderen +)?\d{4} ?[-–] ?\d{4}|mensenhandel|kinderen))"
)
_LETTER = re.compile(r"\b(?P<title>[Kk]amerbrief +(?:van +)?\d{1,2} +[a-z]+ +(?:\d{4}|jl\.?))")
_AUTHOR_YEAR = re.compile(r"\((?:19|20)\d{2}(?: *[;,] *(?:19|20)\d{2})*\)[.,:]? *[-–]? *")
_PLACE = re.compile(r"\. +[A-Z][\w ’'-]{2,20}:\s")
_PAGE_TITLE = re.compile(r"(?P<title>[A-Z][^|]{8,120}?) +\| +\S")
_SITE = re.compile(r"(?P<title>[A-Z].{8,120}?) +\((?:[\w-]+\.)+[a-z]{2,4}\)\.?$")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_AFTER_BODY = re.compile(
    r",\s+(?P<title>(?!Kamerstuk|Handelingen|Stb|Stcrt|[A-Z]\w+ II? )[A-Z][^.;,:()]{8,90}?)"
    r"(?=[.,;(]|$)"
)
"""The title in "CoMensha, Jaaroverzicht 2020." """
_SOURCE = re.compile(r"\b[Bb]ron(?:nen)?: ?[^.;]{0,140}$")
_NAME_OF_BODY = re.compile(r"(?:centrum|universit|instituut|rapporteur|raad|ministerie)", re.I)


_FORMS = (
    (_MONITOR, 0.85, "naam van een monitor"),
    (_YEARLY, 0.7, "jaarlijkse publicatie"),
    (_TITLED, 0.85, "titel achter “getiteld”"),
    (_ENGLISH, 0.8, "Engelse naam van een rapport"),
    (_STRATEGY, 0.8, "strategie met een looptijd"),
    (_LETTER, 0.6, "brief met een datum"),
)


def find_publications(context: Context) -> Iterator[Candidate]:
    """One candidate a publication, at its first mention. detail: name."""
    seen: set[str] = set()
    reached = 0
    for start, end, confidence, reason in sorted(_hits(context), key=lambda hit: (hit[0], -hit[1])):
        name = context.text[start:end].strip(" ,.")
        if start < reached or name.lower() in seen:
            continue
        seen.add(name.lower())
        reached = end
        kind = CandidateKind.PUBLICATION
        yield candidate(context, kind, (start, end), confidence, reason, {"name": name})


def _hits(context: Context) -> Iterator[tuple[int, int, float, str]]:
    yield from _quoted(context)
    text = context.text
    for pattern, confidence, reason in _FORMS:
        for hit in pattern.finditer(text):
            yield *hit.span("title"), confidence, reason
    for hit in _UNQUOTED.finditer(text):
        if not any(o.start == hit.start("title") for o in context.organisations):
            yield *hit.span("title"), 0.65, "titel achter “rapport”"
    yield from _after_bodies(context)
    bodies = {each.start for each in context.organisations}
    for block in context.letter.footnotes():
        note = context.letter.block_text(block)
        if block.start not in bodies:
            yield from _in_note(note, block)
        elif (author := _author_of(note)) is not None:
            yield from _titles_after(note, author.end(), block)


def _quoted(context: Context) -> Iterator[tuple[int, int, float, str]]:
    """Titles between quotes, in a note or behind a word for a report."""
    text = context.text
    for hit in _QUOTED.finditer(text):
        block = context.block_at(hit.start())
        is_note = block is not None and block.kind is BlockKind.FOOTNOTE
        if is_note or _REPORT_BEFORE.search(text, max(0, hit.start() - 90), hit.start()):
            yield *hit.span("title"), 0.85, "titel tussen aanhalingstekens"


def _after_bodies(context: Context) -> Iterator[tuple[int, int, float, str]]:
    """The titles behind the body that published them, in a note or behind "Bron:"."""
    text, names = context.text, {each.start for each in context.organisations}
    for body in context.organisations:
        found = _AFTER_BODY.match(text, body.end)
        block = context.block_at(body.start)
        if found is None or block is None or found.start("title") in names:
            continue
        is_note = block.kind is BlockKind.FOOTNOTE and body.start == block.start
        if is_note or _SOURCE.search(text, max(block.start, body.start - 150), body.start):
            yield *found.span("title"), 0.75, "titel achter wie hem uitgaf"


def _in_note(note: str, block: Block) -> Iterator[tuple[int, int, float, str]]:
    """Titles that a note gives as a bibliography does, or as a web page calls itself."""
    for pattern in (_PAGE_TITLE, _SITE):
        found = pattern.match(note)
        if found is not None:
            yield *_moved(found.span("title"), block), 0.7, "titel van een webpagina"
            return
    author = _author_of(note)
    if author is not None:
        yield from _titles_after(note, author.end(), block)
    elif _is_bibliographic(note):
        yield *_moved(_title_of(note), block), 0.6, "noot zonder zin, met een jaar"


def _author_of(note: str) -> re.Match[str] | None:
    """The years behind the author that a bibliographic note begins with."""
    author = _AUTHOR_YEAR.search(note, 0, 110)
    if author is None or author.start() >= 90 or author.end() >= len(note):
        return None
    return None if find_other_papers(note) else author


def _titles_after(note: str, start: int, block: Block) -> Iterator[tuple[int, int, float, str]]:
    """The titles between the years of an author and the place of publication."""
    place = _PLACE.search(note, start)
    end = place.start() if place else len(note.rstrip(" ."))
    for part in re.finditer(r"[^;]+", note[start:end]):
        words = part.group().strip(" ‘’“”'\"")
        if len(words) > 5:
            low = start + part.start() + part.group().index(words)
            yield *_moved((low, low + len(words)), block), 0.8, "titel achter auteur en jaar"


def _is_bibliographic(note: str) -> bool:
    words = re.findall(r"[a-zà-ÿ]+", note.lower())
    return (
        12 < len(note) < 140
        and note[0].isupper()
        and "," in note
        and _YEAR.search(note) is not None
        and not any(word in FINITE_VERBS for word in words)
        and not re.search(
            r"Kamer|TK |^Vgl|nr\.|Handelingen|[Zz]ie |[Bb]rief|[Mm]otie|artikel", note
        )
        and not find_laws(note)
        and not find_other_papers(note)
    )


def _title_of(note: str) -> tuple[int, int]:
    """The first part of a bibliographic note; the whole where that is the author."""
    first = note.split(",", maxsplit=1)[0]
    sentence = re.split(r"\.(?= +[A-Z]|$)", note)[0]
    if _NAME_OF_BODY.search(first) or len(first.split()) < 2:
        return (0, len(sentence))
    return (0, len(first))


def _moved(span: tuple[int, int], block: Block) -> tuple[int, int]:
    return (span[0] + block.start, span[1] + block.start)
