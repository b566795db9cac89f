"""Reads of letters that go out: drafts as values, checked and rendered."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from samen.core.terms import DocumentKind, LetterState
from samen.core.writing.checks import Check, Finding, check_letter
from samen.core.writing.draft import FieldKind, fields_in
from samen.core.writing.draft import Section as DraftSection
from samen.core.writing.facts import Facts
from samen.core.writing.render import Renderer, results_rows
from samen.core.writing.rendered import Heading, RenderedLetter, Signature
from samen.letters.models import FrozenFile, OutgoingLetter, Proposal, SectionVersion
from samen.letters.queries.facts import facts_on, with_charts, with_replaced
from samen.letters.queries.kept_facts import from_json
from samen.programme import queries as programme

PAPER_WORDS = {
    "action": "Actie",
    "commitment": "Toezegging",
    "motion": "Motie",
    "proposed": "Voorstel",
    "planned": "Gepland",
    "running": "Lopend",
    "continuous": "Doorlopend",
    "delayed": "Vertraagd",
    "done": "Afgerond",
    "dropped": "Vervallen",
    "undecided": "Open besluit",
    "new": "Nieuw",
    "partly_kept": "Deels nagekomen",
    "kept": "Nagekomen",
    "repeated": "Herhaald",
    "changed": "Gewijzigd",
    "lapsed": "Vervallen",
}
"""How kinds and statuses are called in the Dutch results table."""


@dataclass(frozen=True)
class Desk:
    """A letter on the desk: its sections, what the register says, what stands in the way."""

    letter: OutgoingLetter
    facts: Facts

    @cached_property
    def sections(self) -> list[DraftSection]:
        return [DraftSection(s.key, s.title, s.body) for s in self.letter.sections.all()]

    @cached_property
    def findings(self) -> list[Finding]:
        """What the checks find in a draft; of a frozen letter nothing can be mended any more."""
        return self.found if self.letter.state == LetterState.DRAFT else []

    @cached_property
    def found(self) -> list[Finding]:
        """What the checks find: of a frozen letter, against what the register then said."""
        return check_letter(self.sections, self.facts)

    @property
    def figures(self) -> list[int]:
        """The figures of the register that the letter prints, targets left out."""
        keys = {
            f.key for s in self.sections for f in fields_in(s.body) if f.kind == FieldKind.FIGURE
        }
        return sorted(int(key) for key in keys if key.isdigit())

    @property
    def accepted(self) -> list[Finding]:
        """What was found when the letter was frozen, and let stand."""
        return [Finding(**{**kept, "check": Check(kept["check"])}) for kept in self.letter.accepted]

    @property
    def blocking(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_blocking]

    @cached_property
    def rendered(self) -> RenderedLetter:
        renderer = Renderer(self.facts)
        sections = tuple(renderer.section(section) for section in self.sections)
        letter = self.letter
        return RenderedLetter(
            heading=Heading(
                sender=letter.sender,
                addressee=letter.addressee,
                subject=letter.subject,
                on=letter.on,
                reference=letter.reference,
                sequence=letter.sequence,
            ),
            sections=sections,
            notes=tuple(renderer.notes),
            rows=results_rows(self.facts, PAPER_WORDS),
            charts=self.facts.charts,
            signatures=tuple(Signature(**signature) for signature in letter.signatures),
            is_draft=letter.state == "draft",
        )


def desk(letter: OutgoingLetter) -> Desk:
    """The letter with the register on the letter's day; once frozen, with what it then said."""
    if letter.state == LetterState.FROZEN:
        return Desk(letter, from_json(letter.facts))
    facts = facts_on(on=letter.on, previous_document=letter.previous_document_id)
    fields = (f for s in letter.sections.all() for f in fields_in(s.body))
    keys = {f.key for f in fields if f.kind is FieldKind.FIGURE}
    return Desk(letter, with_charts(with_replaced(facts, keys), keys))


def letters_out() -> list[OutgoingLetter]:
    return list(OutgoingLetter.objects.all())


def letter_with(number: int) -> OutgoingLetter | None:
    return OutgoingLetter.objects.filter(pk=number).first()


def letter_of_year(year: int) -> OutgoingLetter | None:
    """The newest letter of a year, a draft before a frozen one."""
    return OutgoingLetter.objects.filter(year=year).order_by("state", "-pk").first()


def is_frozen_in(year: int) -> bool:
    """Whether the letter of a year has left."""
    return OutgoingLetter.objects.filter(year=year, state=LetterState.FROZEN).exists()


def last_frozen(before: date) -> OutgoingLetter | None:
    """The letter that was published last before a day."""
    return OutgoingLetter.objects.filter(state="frozen", on__lt=before).order_by("-on").first()


def newest_letter_before(day: date) -> int | None:
    """The document of the last letter to Parliament before a day: what the next one answers to.

    Only of letters that were read in or frozen here is known what stood in them.
    """
    frozen = {row.sha256 for row in letters_out() if row.state == LetterState.FROZEN}
    with_text = {number for number, _ in programme.papers_with_text()}
    letters = [
        document
        for document in programme.documents()
        if document.kind == DocumentKind.LETTER
        and (document.pk in with_text or document.file_hash in frozen)
    ]
    before = [document for document in letters if document.date and document.date < day]
    return max(before, key=lambda d: (d.date, d.pk)).pk if before else None


def files_of(letter: OutgoingLetter) -> list[FrozenFile]:
    return list(letter.files.defer("content"))


def file_of(letter: OutgoingLetter, name: str) -> FrozenFile | None:
    return letter.files.filter(name=name).first()


def open_proposals(letter: OutgoingLetter) -> list[Proposal]:
    return list(letter.proposals.filter(state="open"))


def versions_of(letter: OutgoingLetter, key: str) -> list[SectionVersion]:
    """The saved versions of a section, newest first."""
    return list(
        SectionVersion.objects.filter(section__letter=letter, section__key=key).select_related("by")
    )
