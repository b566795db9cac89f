"""What a letter says about itself: date, reference, house, sequence, dossier, senders.

Read from the lines before the first running text, the page furniture and the signing; only
the sequence and the house are also looked for in the running text. What is not said stays empty.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, takewhile

from samen.core.periods import find_periods
from samen.core.reading.candidates import Masthead, Signatory
from samen.core.reading.signatures import OFFICE, columns, is_name
from samen.core.reading.text import BlockKind, Letter
from samen.core.references import Paper, find_papers
from samen.core.terms import Chamber, Precision

_DATE_LABEL = re.compile(
    r"^\W{0,3}(?:datum|date|den haag|['’]s-gravenhage|the hague|utrecht|amsterdam|rotterdam)"
    r"\b\s*[:,]?\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_DAY = r"(?P<day>\d{1,2}(?:\s+[a-z]{3,9}\.?\s+|-\d{1,2}-)\d{4})[)\s]*"
_TITLE_DATE = re.compile(
    r"\s*(?:d\.d\.\s*"
    r"|(?:bijlage\b[^.;:]{0,30})?\bbij (?:de|mijn|onze) brief van\b[^.;:]{0,90}?\bvan\s+"
    r"|[^.;:]{0,90}\b(?i:versie|concept|definitief|uitgave|vastgesteld|goedgekeurd)\b"
    rf"[^;:]{{0,60}}?|[^.;:]{{3,110}}?\s*[–|,(-]\s*)?{_DAY}"
)
"""How a plan or report dates itself on its title page: "versie 1.0, 3 september 2018"."""
_SIGNED_DATE = re.compile(
    r"\s*(?:[A-Z][\w’'-]*(?:\s[\w’'-]+){0,3},\s*|(?:Aldus|Opgemaakt|Ondertekend|Getekend)\b"
    rf"[^.;:]{{0,90}}?)(?:de\s+|d\.d\.\s*)?{_DAY}"
)
"""How it does where it is signed: "Utrecht, 31 mei 2023"."""
_ANSWERED_DATE = re.compile(rf"\((?:ontvangen|antwoord ontvangen)\s+{_DAY}", re.IGNORECASE)
"""How answers to written questions do: "(ontvangen 21 februari 2023)"."""
_TITLE_LINES = 12
_RUNNING = re.compile(r"\w[.:;]\s*$|\b(?:van|op|per|sinds|tot|de|het|een|en|in|met|die|dat)\s*$")
"""A line that ends as running text does: the title page is over."""
_REFERENCE_LABEL = re.compile(
    r"(?:\bons\s?kenmerk|\bonze referentie|(?<!uw )\bkenmerk|\bour ref(?:erence)?)\.?\s*:?\s*"
    r"(?P<value>.*)$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"(?=[\w./-]*\d)[A-Za-z0-9][\w./-]{3,}(?:\s?[A-Z]{2,5}\b)?")
_ORDINALS = {
    word: place
    for place, words in enumerate(
        (
            "eerste|1e|1ste|first",
            "tweede|2e|2de|second",
            "derde|3e|3de|third",
            "vierde|4e|4de|fourth",
            "vijfde|5e|5de|fifth",
            "zesde|6e|6de|sixth",
            "zevende|7e|7de|seventh",
            "achtste|8e|8ste|eighth",
            "negende|9e|9de|ninth",
            "tiende|10e|10de|tenth",
            "elfde|11e|11de|eleventh",
            "twaalfde|12e|12de|twelfth",
        ),
        start=1,
    )
    for word in words.split("|")
}
_ORDINAL = rf"(?P<ordinal>{'|'.join(_ORDINALS)})"
_REPORT = r"(?:voortgangs\w+|jaarbrief|jaarrapportage|brief|rapportage|progress (?:letter|report))"
_SEQUENCE = (
    re.compile(rf"\bvoor de {_ORDINAL} (?:keer|maal)\b[^.]{{0,60}}\bvoortgang", re.IGNORECASE),
    re.compile(rf"\bvoortgang\b[^.]{{0,60}}\bvoor de {_ORDINAL} (?:keer|maal)\b", re.IGNORECASE),
    re.compile(
        rf"\bhierbij (?:bied|zend|stuur|doe) ik [^.]{{0,200}}? (?:de|mijn) {_ORDINAL} {_REPORT}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:deze|dit is de|hierbij (?:\w+ ){{0,4}}de|bijgaande|bijgaand (?:\w+ ){{0,4}}de"
        rf"|voor u ligt de|this(?: is the)?)\s+{_ORDINAL}\s+(?:jaarlijkse\s+)?{_REPORT}",
        re.IGNORECASE,
    ),
)
_SUBJECT = re.compile(
    rf"\b(?:betreft|onderwerp|subject)\b\W*.{{0,40}}?\b{_ORDINAL}\s+(?:jaarlijkse\s+)?{_REPORT}",
    re.IGNORECASE,
)
_TO = re.compile(
    r"voorzitters?\s+van\s+de\s+(?P<first>Tweede|Eerste)\s+(?:(?:Kamer\s+)?en\s+(?:van\s+)?de\s+"
    r"(?P<second>Tweede|Eerste)\s+)?Kamer",
    re.IGNORECASE,
)
_COPY = re.compile(r"(?:afschrift|kopie|c\.?c\.?)\b[^.]{0,20}$", re.IGNORECASE)
"""Who only gets a copy is not who is written to."""
_HOUSES = {"tweede": Chamber.HOUSE.value, "eerste": Chamber.SENATE.value}
_BOTH = "staten_generaal"
_DOSSIER_LINE = re.compile(
    r"^\W*(?:kamerstukken?|dossier)?\W*(?P<dossier>\d{2}\s?\d{3})\s+(?:\([A-Z]?\d*\)\s*)?[A-Z][a-zé]"
)
_PART_ENDS = (
    r"(?=\s*(?:Directie\b|Afdeling|Programma|Postbus|Turfmarkt|Parnassusplein|Datum|Ons kenmerk"
    r"|Contactpersoon|www\.|T \d|Pagina|$))"
)
_PRINTED_AS = re.compile(r"^Nr\. ?(?P<number>\d{1,4}[a-z]?|[A-Z]{1,2})\s+BRIEF VAN\b")
"""The number of a letter that is printed as a parliamentary paper."""
_DEPARTMENTS = (
    re.compile(rf"(Directoraat-[Gg]eneraal\s+.{{3,80}}?){_PART_ENDS}"),
    re.compile(
        r"(?<!\w)((?:Programmad|D)irectie\s+.{3,80}?)"
        r"(?=\s*(?:Afdeling|Programma\b|Postbus|Turfmarkt|Datum|Ons kenmerk|Contactpersoon|www|$))"
    ),
    re.compile(r"(Ministerie\s+(?:van|voor)\s+.{3,60}?)(?=\s*(?:Postbus|>|Datum|Aan\b|De\b|$))"),
)


def read_masthead(letter: Letter) -> Masthead:
    """The head of a letter, from its furniture, its first lines and its signing."""
    apart = [*_before_running_text(letter), *_furniture(letter)]
    lines = [line.strip() for stretch in apart for line in stretch.splitlines() if line.strip()]
    folded = [" ".join(stretch.split()) for stretch in apart]
    papers = [found.value for found in find_papers(letter.text)]
    return Masthead(
        date=_date(lines) or _title_date(letter.original),
        reference=_reference(lines),
        house=_house(" ".join(folded), letter.text, papers),
        sequence=_sequence(" ".join(folded), letter.text),
        dossier=_dossier(lines, papers),
        signatories=tuple(_signatories(letter)),
        department=_department(folded),
    )


def _before_running_text(letter: Letter) -> list[str]:
    """The lines of the original before the first block of running text."""
    first = next((place for place in letter.origin if place >= 0), len(letter.original))
    return [letter.original[:first]]


def _furniture(letter: Letter) -> Iterator[str]:
    for stretch in letter.furniture:
        yield letter.original[stretch.start : stretch.end]


def _labelled(lines: list[str], label: re.Pattern[str]) -> Iterator[str]:
    """What stands behind a label, on its line or on the next two."""
    for index, line in enumerate(lines):
        found = label.search(line)
        if found is None:
            continue
        value = found["value"].strip()
        yield from ([value] if value else lines[index + 1 : index + 3])


def _date(lines: list[str]) -> str:
    for line in [*_labelled(lines, _DATE_LABEL), *lines]:
        value = " ".join(line.split())
        for period in find_periods(value, None):
            day = period.value.earliest
            is_alone = len(value) - (period.end - period.start) < 40
            if period.value.precision is Precision.DAY and day is not None and is_alone:
                return day.isoformat()
    return ""


def _title_date(original: str) -> str:
    """The day on the title page, else the one at the signing, of a text without a letterhead."""
    lines = [line for line in original.splitlines() if line.strip()]
    top = list(takewhile(lambda line: not _RUNNING.search(line), lines[:_TITLE_LINES]))
    titles = [_TITLE_DATE.fullmatch(line) or _ANSWERED_DATE.search(line) for line in top]
    signings = [_SIGNED_DATE.fullmatch(line) for line in reversed(lines[-_TITLE_LINES:])]
    for found in [*titles, *signings]:
        for period in find_periods(found["day"], None) if found else ():
            day = period.value.earliest
            if period.value.precision is Precision.DAY and day is not None:
                return day.isoformat()
    return ""


def _reference(lines: list[str]) -> str:
    """The letter's own mark, else its id as a printed parliamentary paper."""
    for value in _labelled(lines, _REFERENCE_LABEL):
        found = _REFERENCE.match(value)
        if found is not None and not re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}", found.group()):
            return found.group()
    dossier = next((hit for line in lines if (hit := _DOSSIER_LINE.match(line))), None)
    printed = next((hit for line in lines if (hit := _PRINTED_AS.match(line))), None)
    if dossier is None or printed is None:
        return ""
    return f"kst-{''.join(dossier['dossier'].split())}-{printed['number']}"


def _house(head: str, body: str, papers: list[Paper]) -> str:
    """Who is written to; where no address says so, the chamber that the text speaks of most."""
    addressed = {
        part.lower()
        for found in _TO.finditer(head)
        if not _COPY.search(head, max(0, found.start() - 40), found.start())
        for part in (found["first"], found["second"])
        if part
    }
    if len(addressed) == 2 or re.search(r"voorzitter van de staten-generaal", head, re.IGNORECASE):
        return _BOTH
    if addressed:
        return _HOUSES[addressed.pop()]
    spoken = Counter(
        word.lower() for word in re.findall(r"\b(Tweede|Eerste) Kamer\b", head + " " + body)
    )
    if not spoken:
        chambers = Counter(paper.chamber.value for paper in papers)
        return chambers.most_common(1)[0][0] if chambers else ""
    return _HOUSES[spoken.most_common(1)[0][0]]


def _sequence(head: str, body: str) -> int | None:
    found = _SUBJECT.search(head) or next(
        (hit for pattern in _SEQUENCE if (hit := pattern.search(body))), None
    )
    return _ORDINALS[found["ordinal"].lower()] if found else None


def _dossier(lines: list[str], papers: list[Paper]) -> str:
    """The dossier that the head names, else the one whose papers the letter cites most."""
    for line in lines:
        found = _DOSSIER_LINE.match(line)
        if found is not None:
            return re.sub(r"\s", "", found["dossier"])
    cited = Counter(paper.dossier for paper in papers if not paper.suffix).most_common(2)
    if not cited or (len(cited) == 2 and cited[0][1] == cited[1][1]):
        return ""
    return cited[0][0]


def _department(folded: list[str]) -> str:
    for pattern in _DEPARTMENTS:
        for stretch in folded:
            found = pattern.search(stretch)
            if found is not None:
                return found[1].strip(" ,>")
    return ""


def _signatories(letter: Letter) -> Iterator[Signatory]:
    """Each office of the signing with the name below it, or above it."""
    yield from _side_by_side(letter)
    lines = list(_signing_lines(letter))
    offices = [index for index, line in enumerate(lines) if OFFICE.match(line)]
    below = all(index + 1 < len(lines) and is_name(lines[index + 1]) for index in offices)
    pairs = pairwise(lines) if below or not offices else _turned(pairwise(lines))
    for office, name in pairs:
        if OFFICE.match(office) and is_name(name):
            yield Signatory(name, _office(office))


def _side_by_side(letter: Letter) -> Iterator[Signatory]:
    """Offices in columns, with the names in the same columns below them."""
    signing = [b for b in letter.blocks if b.kind is BlockKind.SIGNATURE]
    rows = [columns(letter.original_lines(block)) for block in signing]
    for offices, names in pairwise(rows):
        if len(offices) == len(names) > 1:
            for office, name in zip(offices, names, strict=True):
                if OFFICE.match(office) and is_name(name):
                    yield Signatory(name, _office(office))


def _signing_lines(letter: Letter) -> Iterator[str]:
    """The lines of the signing; an office that ran on into the next block is made whole."""
    office = ""
    for block in letter.blocks:
        line = letter.block_text(block).strip()
        if block.kind is BlockKind.SIGNATURE and len(columns(letter.original_lines(block))) > 1:
            continue
        if office and block.kind is BlockKind.PARAGRAPH and len(line) < 90 and "," in line:
            rest, name = line.rsplit(",", 1)
            yield from (f"{office} {rest}", name.strip())
        elif office:
            yield office
        office = ""
        if block.kind is BlockKind.SIGNATURE:
            if OFFICE.match(line):
                office = line
            else:
                yield line
    if office:
        yield office


def _turned(pairs: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs as they stand, and the other way round where the name is signed first."""
    for first, second in pairs:
        yield first, second
        if OFFICE.match(second) and not OFFICE.match(first):
            yield second, first


def _office(line: str) -> str:
    """An office without its article, its closing comma and those it also signs for."""
    own = re.split(r",?\s+mede namens\s", line, maxsplit=1)[0]
    return re.sub(
        r"^(?:mede namens |namens )?(?:de|het|the) ", "", own.strip(" ,"), flags=re.IGNORECASE
    )
