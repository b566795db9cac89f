"""Acts on letters that go out: start, edit, undo, write again, freeze."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_noop as _

from samen.accounts.days import refuse_far
from samen.core.errors import BadInput, Conflict, Refused
from samen.core.periods import say_date
from samen.core.terms import DocumentKind, LetterState
from samen.core.writing.compose import Opening, compose
from samen.core.writing.draft import FieldKind, fields_in, with_figure
from samen.core.writing.draft import Section as Draft
from samen.core.writing.signs import in_print, visible
from samen.letters.actions.held import (
    change_section,
    held_draft,
    held_section,
    keep_version,
    title_in,
)
from samen.letters.forms_of_letter import MAKERS
from samen.letters.models import FrozenFile, OutgoingLetter, Section
from samen.letters.queries.facts import facts_on
from samen.letters.queries.kept_facts import as_json
from samen.letters.queries.writing import Desk, desk
from samen.programme import actions as programme
from samen.programme import queries as programme_queries
from samen.programme.actions.wording import Actor
from samen.programme.values import DocumentFacts

PROGRAMME = "Samen tegen mensenhandel"
"""The programme that the letters report on."""

THEME_KEY = "thema-"
"""How the keys of the sections of themes begin."""

MOST_REASON = 1000
"""Characters of the reason why findings may stand."""


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """What is settled before the first word: whose letter, to whom, on which day."""

    year: int
    on: date
    subject: str
    sender: str
    addressee: str = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"
    reference: str = ""
    sequence: int = 0
    programme: str = PROGRAMME
    signatures: tuple[tuple[str, str], ...] = ()
    previous_document: int | None = None


@transaction.atomic
def start_letter(*, plan: LetterPlan, by: Actor, now: datetime) -> int:
    """Start the letter of a year, its sections drafted from the register on its day.

    Raises Conflict when there is a draft of that year, also one begun at the same moment, and
    BadInput for a date outside that year, or that is not after the letter before.
    """
    _refuse_wrong_days(plan)
    signed = [{"office": in_print(o), "name": in_print(n)} for o, n in plan.signatures]
    letter, is_new = OutgoingLetter.objects.get_or_create(
        year=plan.year,
        state=LetterState.DRAFT,
        defaults={
            "subject": in_print(plan.subject),
            "sender": in_print(plan.sender),
            "addressee": in_print(plan.addressee),
            "reference": in_print(plan.reference),
            "sequence": plan.sequence,
            "on": plan.on,
            "previous_document_id": plan.previous_document,
            "signatures": signed,
            "started_by_id": by.pk,
            "started_at": now,
        },
    )
    if not is_new:
        raise Conflict(
            _("There is a draft for {year} already."),
            _("One draft a year."),
            _("Go on with that one."),
            year=plan.year,
        )
    for place, drafted in enumerate(drafted_now(letter, plan.programme)):
        section = Section.objects.create(
            letter=letter, key=drafted.key, title=drafted.title, body=drafted.body, position=place
        )
        keep_version(section, by, now)
    return letter.pk


def _refuse_wrong_days(plan: LetterPlan) -> None:
    refuse_far(plan.on)
    if plan.on.year != plan.year:
        raise BadInput(
            _("The letter of {year} has a date in {other}."),
            _("The date of a letter lies in its own year."),
            _("Change the year or the date."),
            year=plan.year,
            other=plan.on.year,
        )
    before = programme_queries.document_with(document=plan.previous_document or 0)
    if before and before.date and before.date >= plan.on:
        raise BadInput(
            _("The letter before it is of {before}."),
            _("It is older than this letter."),
            _("Choose an earlier letter, or change the date."),
            before=say_date(before.date),
        )


def drafted_now(letter: OutgoingLetter, about: str = PROGRAMME) -> list[Draft]:
    """The sections as the register would have them now. about: the programme's name."""
    facts = facts_on(on=letter.on, previous_document=letter.previous_document_id)
    opening = Opening(about, facts.previous, letter.sequence)
    return compose(facts, opening)


@transaction.atomic
def save_section(
    *, letter: int, key: str, title: str, body: str, seen: int, by: Actor, now: datetime
) -> int:
    """Save an edit of a section; return its new version, or the one that says so already.

    seen: the version that the editor started from. Raises Conflict when somebody saved other
    words in between, so that no edit is lost unseen.
    """
    section = held_section(letter, key)
    title, body = title_in(title), in_print(body)
    if (section.title, section.body) == (title, body):
        return section.version
    if section.version != seen:
        raise _overtaken(section, seen, is_edit=True)
    return change_section(section, title, body, by, now)


@transaction.atomic
def undo_section(*, letter: int, key: str, seen: int, by: Actor, now: datetime) -> int:
    """Take a section back to the version before the last; the way back is a new version.

    seen: the version that is undone. Raises Conflict when another one came after it.
    """
    section = held_section(letter, key)
    if section.version != seen:
        raise _overtaken(section, seen, is_edit=False)
    before = section.versions.filter(number__lt=section.version).first()
    if before is None:
        raise Refused(_("This section was never edited."), "", _("There is nothing to undo."))
    return change_section(section, before.title, before.body, by, now)


@transaction.atomic
def redraft_section(
    *, letter: int, key: str, by: Actor, now: datetime, seen: int | None = None
) -> int:
    """Write one section again from the register; return its new version.

    The words that stood there stay as the version before, so undo brings them back; where
    they were the same, nothing changes. seen: the version that was on the page, None where only
    its findings were. Raises Refused for a section that the register has nothing for, and
    Conflict when somebody saved other words in between.
    """
    section = held_section(letter, key)
    first = section.versions.order_by("number").first()
    written = Draft(key, first.title if first else "", first.body if first else "")
    fresh = drafted_again(written, drafted_now(section.letter))
    if fresh is None:
        raise Refused(
            _("This section was not written from the register."),
            _("Only a section that the register has something for can be written again."),
            _("Edit its words by hand."),
        )
    if fresh.body == section.body:
        return section.version
    if seen is not None and section.version != seen:
        raise _overtaken(section, seen, is_edit=True)
    return change_section(section, section.title, fresh.body, by, now)


@transaction.atomic
def put_in_new_figure(
    *, letter: int, key: str, figure: str, seen: int, by: Actor, now: datetime
) -> int:
    """Let the fields of a figure that was replaced name the one that stands; the new version.

    Every field of that figure in the section, so that it does not say two numbers of one thing.
    seen: the version that was on the page. Raises Refused for a figure that was not replaced, and
    Conflict when somebody saved other words in between.
    """
    section = held_section(letter, key)
    if section.version != seen:
        raise _overtaken(section, seen, is_edit=True)
    now_stands = desk(section.letter).facts.replaced.get(figure)
    body = with_figure(section.body, figure, now_stands.successor) if now_stands else section.body
    if now_stands is None or not now_stands.successor or body == section.body:
        raise Refused(
            _("This section has no figure here that another came in the place of."),
            _("A figure that was replaced can be put in anew."),
            _("Load the page again."),
        )
    return change_section(section, section.title, body, by, now)


def drafted_again(written: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Of new drafts the one that a section was first written as: its key, theme or entries.

    A theme's key is its place, which shifts when a theme comes or goes; so its title goes
    first, and for a theme that was renamed the entries that it told of.
    """
    name = _name_of(written)
    same = next((draft for draft in drafts if _name_of(draft) == name), None)
    if same is not None:
        return same
    themes = [draft for draft in drafts if draft.key.startswith(THEME_KEY)]
    nearest = max(themes, key=lambda draft: len(_told(draft) & _told(written)), default=None)
    return nearest if nearest and _told(nearest) & _told(written) else None


def _name_of(draft: Draft) -> tuple[bool, str]:
    is_theme = draft.key.startswith(THEME_KEY)
    return is_theme, draft.title if is_theme else draft.key


def _told(draft: Draft) -> set[str]:
    return {field.key for field in fields_in(draft.body) if field.kind is FieldKind.ENTRY}


@transaction.atomic
def add_section(*, letter: int, title: str, by: Actor, now: datetime) -> str:
    """Add an empty section at the end; return its key, or that of one that waits for words."""
    row, title = held_draft(letter), title_in(title)
    if waiting := row.sections.filter(title=title, body="", version=1).first():
        return waiting.key
    last = row.sections.aggregate(last=Max("position"))["last"] or 0
    section = Section.objects.create(
        letter=row, key=f"deel-{last + 1}", title=title, position=last + 1
    )
    keep_version(section, by, now)
    return section.key


@transaction.atomic
def freeze_letter(*, letter: int, by: Actor, now: datetime, because: str = "") -> str:
    """Publish: keep every file with its hash, and what the register said. Return the hash.

    because: why what the checks still find may stand; it is kept with those findings.
    Raises Refused while a blocking finding stands, BadInput for others without a reason.
    """
    row = held_draft(letter)
    on_desk = desk(row)
    if on_desk.blocking:
        raise Refused(
            _("Blocking checks that stand: {count}."),
            _("None may stand when a letter is frozen."),
            _("Mend them first; they stand beside the letter."),
            count=len(on_desk.blocking),
        )
    because = visible(because).strip()[:MOST_REASON]
    if on_desk.findings and not because:
        raise BadInput(
            _("Findings that would stand: {count}."),
            _("Who freezes a letter says why they may stand."),
            _("Give the reason."),
            count=len(on_desk.findings),
        )
    row.accepted = [asdict(finding) for finding in on_desk.findings]
    row.accepted_because = because
    row.state = LetterState.FROZEN
    files = make_files(Desk(row, on_desk.facts))
    for name, content in files.items():
        digest = hashlib.sha256(content).hexdigest()
        FrozenFile.objects.create(letter=row, name=name, content=content, sha256=digest)
    row.facts, row.frozen_by_id, row.frozen_at = as_json(on_desk.facts), by.pk, now
    row.sha256 = hash_of(files)
    row.save()
    _register(row, by, now)
    return row.sha256


def make_files(on_desk: Desk) -> dict[str, bytes]:
    """Every file of a letter, by name."""
    return {name: make(on_desk.rendered) for name, make in MAKERS.items()}


def hash_of(files: dict[str, bytes]) -> str:
    """One hash over all files: of their names and their own hashes, in order."""
    lines = (f"{name} {hashlib.sha256(files[name]).hexdigest()}\n" for name in sorted(files))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _register(letter: OutgoingLetter, by: Actor, now: datetime) -> None:
    """The published letter is a document of the register: the next year starts from it."""
    programme.add_document(
        document=DocumentFacts(
            title=letter.subject,
            kind=DocumentKind.LETTER,
            date=letter.on,
            sender=letter.sender,
            reference=letter.reference,
            file_hash=letter.sha256,
        ),
        by=by,
        now=now,
    )


def _overtaken(section: Section, seen: int, *, is_edit: bool) -> Conflict:
    """Who saved a section meanwhile, and which version it is now."""
    last = section.versions.select_related("by").first()
    return Conflict(
        _("{name} saved this section while you were editing."),
        _("You started from version {seen}; now it is version {current}."),
        _("Your text is still in the box: compare, and save again.")
        if is_edit
        else _("Read what stands there now; then undo that, or leave it."),
        name=last.by if last else "",
        seen=seen,
        current=section.version,
    )
