"""Papers and themes come into the register."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_noop as _

from samen.core.errors import Conflict, Refused
from samen.programme.actions.wording import Actor, index_document, needed, plain, plain_facts
from samen.programme.models import Document, Passage, Theme
from samen.programme.values import DocumentFacts, Place


@transaction.atomic
def add_document(*, document: DocumentFacts, by: Actor, now: datetime) -> int:
    """The id of the paper, which is new, or was known and gets what was missing.

    A paper is known by its number in its dossier, or by the hash of its file. Raises
    Conflict when the number is known with another file.
    """
    known = _known_document(document)
    if known is None:
        facts = plain_facts(document) | {
            "title": needed(document.title, "title"),
            "text": document.text.replace("\x00", ""),
        }
        known = Document.objects.create(**facts, created_at=now, created_by_id=by.pk)
    else:
        _fill_in(known, document)
    index_document(known)
    return known.pk


def _known_document(document: DocumentFacts) -> Document | None:
    same = Q(pk__in=())
    if document.number:
        same |= Q(
            chamber=document.chamber,
            dossier=document.dossier,
            suffix=document.suffix,
            number=document.number,
        )
    if document.file_hash:
        same |= Q(file_hash=document.file_hash)
    if not document.number and document.reference:
        same |= Q(reference=document.reference, date=document.date)
    return Document.objects.select_for_update().filter(same).order_by("id").first()


def _fill_in(known: Document, document: DocumentFacts) -> None:
    """Give a known paper the fields that it did not have."""
    if known.file_hash and document.file_hash and known.file_hash != document.file_hash:
        raise Conflict(
            _("{paper} is in the register with another file."),
            _("A paper has one file."),
            _("Compare the two files; the first one stays."),
            paper=known.paper_id or known.reference or known.title,
        )
    given_text = {"text": document.text.replace("\x00", "")}
    for name, given in (plain_facts(document) | given_text).items():
        if given and not getattr(known, name):
            setattr(known, name, given)
    known.save()


@transaction.atomic
def add_theme(*, name: str, parent: int | None = None, position: int | None = None) -> int:
    """The id of the theme with this name under this parent; made when it is new.

    A theme that was withdrawn stands again.
    """
    words = needed(name, "name of the theme")
    known = Theme.objects.filter(name__iexact=words, parent_id=parent).first()
    if known is not None:
        Theme.objects.filter(pk=known.pk).update(withdrawn_at=None, withdrawn_reason="")
        return known.pk
    theme = Theme.objects.create(
        name=words,
        slug=_free_slug(words),
        parent_id=parent,
        position=Theme.objects.count() + 1 if position is None else position,
    )
    return theme.pk


@transaction.atomic
def rename_theme(*, theme: int, name: str) -> None:
    """Give a theme another name; its address stays."""
    changed = Theme.objects.filter(pk=theme).update(name=needed(name, "name of the theme"))
    if not changed:
        raise Refused(
            _("This theme is not in the register."), "", _("Choose a theme from the list.")
        )


@transaction.atomic
def withdraw_theme(*, theme: int, reason: str, now: datetime) -> None:
    """Take a theme out of the lists, with the reason; its entries are told without a theme."""
    why = needed(reason, "reason")
    changed = Theme.objects.filter(pk=theme, withdrawn_at__isnull=True).update(
        withdrawn_at=now, withdrawn_reason=why
    )
    if not changed:
        raise Conflict(_("This theme is not in the lists."), "", _("Look at the themes again."))


@transaction.atomic
def restore_theme(*, theme: int) -> None:
    """Undo the withdrawal of a theme; its entries are told under it again."""
    changed = Theme.objects.filter(pk=theme, withdrawn_at__isnull=False).update(
        withdrawn_at=None, withdrawn_reason=""
    )
    if not changed:
        raise Conflict(_("This theme is not withdrawn."), "", _("There is nothing to undo."))


def _free_slug(name: str) -> str:
    start = slugify(name)[:70] or "thema"
    taken = set(Theme.objects.filter(slug__startswith=start).values_list("slug", flat=True))
    numbered = (f"{start}-{i}" for i in range(2, len(taken) + 3))
    return next(slug for slug in (start, *numbered) if slug not in taken)


def passage_at(place: Place) -> Passage:
    """The row of a passage; made when it is new."""
    quote = plain(place.quote)
    if not quote:
        raise Refused(_("The passage has no words."), "", _("Mark the words in the document."))
    passage, _is_new = Passage.objects.get_or_create(
        document_id=place.document,
        line=place.line,
        line_end=place.line_end,
        start=place.start,
        end=place.end,
        defaults={"quote": quote},
    )
    return passage
