"""A draft and its sections, held from one act until it is done; and how a section changes."""

from datetime import datetime

from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Conflict
from samen.core.terms import LetterState
from samen.core.writing.signs import in_print
from samen.letters.models import OutgoingLetter, Section, SectionVersion
from samen.programme.actions.wording import Actor

MOST_TITLE = 300


def held_draft(number: int) -> OutgoingLetter:
    row = OutgoingLetter.objects.select_for_update().filter(pk=number).first()
    if row is None:
        raise BadInput(_("There is no such letter."), "", _("Choose one from the list."))
    if row.state != LetterState.DRAFT:
        raise Conflict(
            _("This letter is frozen."), _("Only a draft can change."), _("Start the next one.")
        )
    return row


def held_section(letter: int, key: str) -> Section:
    held_draft(letter)
    section = Section.objects.select_for_update().filter(letter=letter, key=key).first()
    if section is None:
        raise BadInput(_("There is no such section."), "", _("Choose one from the letter."))
    return section


def title_in(words: str) -> str:
    """The title of a section in words that somebody typed. Raises BadInput for none."""
    title = " ".join(in_print(words).split())[:MOST_TITLE]
    if not title:
        raise BadInput(
            _("The section has no title."), _("A title of at most 300 characters."), _("Type one.")
        )
    return title


def change_section(section: Section, title: str, body: str, by: Actor, now: datetime) -> int:
    section.title, section.body, section.version = title, body, section.version + 1
    section.save()
    keep_version(section, by, now)
    return section.version


def keep_version(section: Section, by: Actor, now: datetime) -> None:
    SectionVersion.objects.create(
        section=section,
        number=section.version,
        title=section.title,
        body=section.body,
        by_id=by.pk,
        at=now,
    )
