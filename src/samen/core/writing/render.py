"""Turns a draft and the facts into a letter ready to print."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from samen.core.errors import BadInput
from samen.core.numerals import say_number
from samen.core.periods import say_date
from samen.core.periods.calendar import FIRST_YEAR, LAST_YEAR
from samen.core.references import ARTICLE_NUMBER, Paper, parse_paper_id, print_paper
from samen.core.terms import CandidateKind
from samen.core.writing.binding import with_days
from samen.core.writing.draft import Field, FieldKind, Section, fields_in, id_in
from samen.core.writing.facts import EntryFact, Facts
from samen.core.writing.rendered import Note, Paragraph, RenderedSection, Row, Run

UNKNOWN = "[onbekend veld]"
QUARTERS = ("eerste", "tweede", "derde", "vierde")
LAW_NAMES = {
    "Sr": "Wetboek van Strafrecht",
    "Sv": "Wetboek van Strafvordering",
    "BW": "Burgerlijk Wetboek",
    "Wpg": "Wet politiegegevens",
    "AVG": "Algemene verordening gegevensbescherming",
    "Wav": "Wet arbeid vreemdelingen",
    "Vw": "Vreemdelingenwet",
}
"""How a law is called in full when a letter cites it."""


def say_euro(value: Decimal) -> str:
    """€ 10,5 miljoen, € 500.000, € 1,2 miljard."""
    for size, word in ((10**9, "miljard"), (10**6, "miljoen")):
        if abs(value) >= size and (value / size * 1000) % 1 == 0:
            return f"€ {say_number((value / size).normalize())} {word}"
    return f"€ {say_number(value)}"


def say_date_key(key: str) -> str:
    """The words of a date field: 2022, 2022-06, 2022-06-30, 2022-Q3 or 2016/2019."""
    low, between, high = key.partition("/")
    try:
        if between and high[:4] < low[:4]:
            raise ValueError(key)
        return f"{_say_day(low)} tot en met {_say_day(high)}" if between else _say_day(key)
    except ValueError:
        raise BadInput(
            "The date field holds “{key}”.",
            "Allowed are 2022, 2022-06, 2022-06-30, 2022-Q3 and 2016/2019, from 1900 to 2100.",
            "Correct the date in the field.",
            key=key,
        ) from None


def _say_day(key: str) -> str:
    """One end of a date field in words. Raises ValueError when it is no year, month or day."""
    if not (key[:4].isascii() and FIRST_YEAR <= int(key[:4]) <= LAST_YEAR):
        raise ValueError(key)
    if found := re.fullmatch(r"([1-9]\d{3})-Q([1-4])", key, re.ASCII):
        return f"het {QUARTERS[int(found[2]) - 1]} kwartaal van {found[1]}"
    if re.fullmatch(r"[1-9]\d{3}", key, re.ASCII):
        return key
    if re.fullmatch(r"[1-9]\d{3}-\d\d", key, re.ASCII):
        return say_date(date.fromisoformat(f"{key}-01")).removeprefix("1 ")
    if re.fullmatch(r"[1-9]\d{3}-\d\d-\d\d", key, re.ASCII):
        return say_date(date.fromisoformat(key))
    raise ValueError(key)


def say_law(key: str) -> str:
    """artikel 273f Wetboek van Strafrecht, from "Sr 273f". Raises BadInput for no article."""
    regime, _, article = key.rpartition(" ")
    if not (regime and ARTICLE_NUMBER.fullmatch(article)):
        raise BadInput(
            "The field of a law holds “{key}”.",
            "Allowed are the short name of a law and the number of an article, as in Sr 273f.",
            "Correct the article in the field.",
            key=key,
        )
    return f"artikel {article} {LAW_NAMES.get(regime, regime)}"


@dataclass
class Renderer:
    """Renders sections in order; footnotes are numbered as they come."""

    facts: Facts
    notes: list[Note] = field(default_factory=list)
    unknown: list[Field] = field(default_factory=list)

    def section(self, section: Section) -> RenderedSection:
        blocks = re.split(r"\n\s*\n|\n(?=- )", section.body.strip())
        paragraphs = tuple(self._paragraph(block) for block in blocks if block.strip())
        return RenderedSection(section.key, section.title, paragraphs)

    def _paragraph(self, block: str) -> Paragraph:
        is_item = block.lstrip().startswith("- ")
        words = " ".join(block.strip().removeprefix("- ").split())
        entries = [f.key for f in fields_in(words) if f.kind is FieldKind.ENTRY]
        return Paragraph(
            tuple(self.runs(words)), is_item, tuple(id_in(key) for key in entries if id_in(key))
        )

    def runs(self, words: str) -> Iterator[Run]:
        """The runs of a stretch of body; free words between the fields."""
        at = 0
        for found in fields_in(words):
            if found.start > at:
                yield Run(words[at : found.start])
            yield from self._field(found)
            at = found.end
        if at < len(words):
            yield Run(words[at:])

    def _field(self, found: Field) -> Iterator[Run]:
        if found.kind is FieldKind.ENTRY:
            return
        if found.kind in {FieldKind.PAPER, FieldKind.NOTE}:
            yield self._note(found)
            return
        words, title = self._printed(found)
        if not words:
            self.unknown.append(found)
            words = UNKNOWN
        yield Run(words, f"{found.kind}:{found.key}", title=title, was=self._was(found))

    def _was(self, found: Field) -> str:
        """The number of a figure that its reader knows, where it is another now."""
        fact = self.facts.figure(found.key) if found.kind is FieldKind.FIGURE else None
        if fact is None or fact.before is None:
            return ""
        return say_number(fact.before) + ("%" if fact.unit == "percent" else "")

    def _note(self, found: Field) -> Run:
        number = len(self.notes) + 1
        self.notes.append(Note(number, ()))
        if found.kind is FieldKind.NOTE:
            runs = tuple(self.runs(found.key))
        else:
            runs = (Run(self._cited(found), f"paper:{found.key}"),)
        self.notes[number - 1] = Note(number, runs)
        return Run("", f"{found.kind}:{found.key}", note=number)

    def _cited(self, found: Field) -> str:
        try:
            paper = parse_paper_id(found.key)
        except BadInput:
            self.unknown.append(found)
            return UNKNOWN
        known = self.facts.papers.get(found.key)
        if known and known.session_year:
            paper = Paper(
                chamber=paper.chamber,
                dossier=paper.dossier,
                suffix=paper.suffix,
                number=paper.number,
                session_year=known.session_year,
            )
        return print_paper(paper)

    def _printed(self, found: Field) -> tuple[str, str]:
        """The words of a field and its title; no words where the key is unknown."""
        say: dict[FieldKind, Callable[[str], tuple[str, str]]] = {
            FieldKind.FIGURE: self._figure,
            FieldKind.AMOUNT: self._amount,
            FieldKind.DUE: self._due,
            FieldKind.DATE: lambda key: (say_date_key(key), ""),
            FieldKind.CITED: self._cited_number,
            FieldKind.LAW: lambda key: (say_law(key), ""),
            FieldKind.NAME: lambda key: (key, ""),
        }
        try:
            return say[found.kind](found.key)
        except BadInput:
            return "", ""

    def _figure(self, key: str) -> tuple[str, str]:
        fact = self.facts.figure(key)
        if fact is None:
            return "", ""
        words = fact.words if fact.value is None else say_number(fact.value)
        unit = "%" if fact.unit == "percent" and fact.value is not None else ""
        published = f" · {say_date(fact.published_on)}" if fact.published_on else ""
        vintage = f" · {fact.vintage}" if fact.vintage else ""
        title = f"{fact.indicator} {fact.years} · {fact.publication}{published}{vintage}"
        within = ""
        if fact.interval is not None:
            within = " · tussen {} en {} (95%)".format(
                *(say_number(Decimal(limit)) for limit in fact.interval)
            )
        note = f": {fact.note}" if fact.note else ""
        return words + unit, f"{title}{within} · definitie {fact.definition}{note}"

    def _amount(self, key: str) -> tuple[str, str]:
        fact = self.facts.amounts.get(id_in(key))
        return (say_euro(fact.value_eur), fact.title) if fact else ("", "")

    def _cited_number(self, key: str) -> tuple[str, str]:
        entry, _, number = key.partition(":")
        fact = self.facts.entries.get(id_in(entry))
        return (number, fact.title) if fact and fact.says(number) else ("", "")

    def _due(self, key: str) -> tuple[str, str]:
        fact = self.facts.entries.get(id_in(key))
        if fact is None:
            return "", ""
        return fact.term, fact.title


def results_rows(facts: Facts, words: dict[str, str]) -> tuple[Row, ...]:
    """The results table: every action, commitment and motion, by theme and kind.

    words: how a kind and a status are called on paper.
    """
    order = (CandidateKind.ACTION, CandidateKind.COMMITMENT, CandidateKind.MOTION)
    return tuple(
        _row(entry, words)
        for told in facts.by_section().values()
        for entry in sorted(told, key=lambda e: (order.index(e.kind), e.id))
    )


def _on_any_day(entry: EntryFact) -> str:
    """The title in words that hold on any day: the table stands beside a letter of later."""
    words = with_days(entry.title, entry.said_on)
    return re.sub(r"\[\[date:([^\]]+)\]\]", lambda found: say_date_key(found[1]), words)


def _row(entry: EntryFact, words: dict[str, str]) -> Row:
    return Row(
        id=entry.id,
        theme=entry.section,
        kind=words.get(entry.kind, entry.kind),
        title=_on_any_day(entry),
        owners=", ".join(entry.owners),
        status=words.get(entry.status, entry.status),
        due=entry.term,
        said=entry.said,
        paper=entry.number,
    )
