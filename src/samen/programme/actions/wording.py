"""How words go into the register, and how they are found again."""

import unicodedata
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.programme.models import Document, Entry
from samen.programme.queries.search import searchable

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

type Actor = AbstractBaseUser
"""The person who acts: an account of this house."""

_LONGEST = 20_000
_EMPTY = {
    "title": (_("The title is empty."), "", _("Give the title.")),
    "reason": (_("The reason is empty."), "", _("Give the reason.")),
    "law": (_("The law is empty."), "", _("Give the law.")),
    "definition": (_("The definition is empty."), "", _("Give the definition.")),
    "name of the theme": (_("The name of the theme is empty."), "", _("Give the theme a name.")),
}
"""What is said when a needed text is empty, by what it is."""
_DIRECTION_MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff"
_SEARCHED_TEXT = 150_000


def plain(text: str) -> str:
    """Text without control characters and direction marks, with one kind of line end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in lines if sign in "\n\t" or not _is_control(sign))
    return kept.strip()


def plain_facts(facts: "DataclassInstance") -> dict[str, Any]:
    """The fields of a value as columns take them: plain words, lists for tuples."""
    given = {column.name: getattr(facts, column.name) for column in fields(facts)}
    return {name: _plain_value(value) for name, value in given.items()}


def _plain_value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [plain(part) for part in value if plain(part)]
    return plain(value) if isinstance(value, str) else value


def needed(text: str, what: str) -> str:
    """The plain text, or Refused where nothing is left or it is too long."""
    words = plain(text)
    if not words:
        raise Refused(*_EMPTY[what])
    if len(words) > _LONGEST:
        raise Refused(
            _("The text has {length} characters."),
            _("At most {most} fit."),
            _("Shorten it."),
            length=len(words),
            most=_LONGEST,
        )
    return words


def index_entry(entry: Entry) -> None:
    """Store the words by which an entry is found: its own, its quotes', its numbers'."""
    quotes = entry.evidence.filter(rejected=False).values_list("passage__quote", flat=True)
    parts = [entry.title, entry.detail, *_kind_words(entry.pk), *quotes]
    text = searchable(" \n".join(part for part in parts if part))
    Entry.objects.filter(pk=entry.pk).update(search_text=text[:_SEARCHED_TEXT])


def index_document(document: Document) -> None:
    """Store the words by which a paper is found: title, numbers, sender and text."""
    parts = [
        document.title,
        document.paper_id,
        f"{document.dossier} {document.number}",
        document.reference,
        *document.house_numbers,
        document.sender,
        document.note,
        document.text,
    ]
    text = searchable(" \n".join(part for part in parts if part))
    Document.objects.filter(pk=document.pk).update(search_text=text[:_SEARCHED_TEXT])


def _kind_words(pk: int) -> list[str]:
    """The words of an entry's own kind: movers and numbers, promiser, law, indicator."""
    row = (
        Entry.objects.filter(pk=pk)
        .values_list(
            "motion__dossier", "motion__suffix", "motion__number", "motion__tk_case",
            "motion__tk_document", "commitment__number", "commitment__promised_by",
            "commitment__promised_to", "legaltext__regime", "legaltext__article",
            "publication__publisher", "project__partners", "indicator__source_organisation",
            "action__plan_line",
        )
        .get()
    )  # fmt: skip
    movers = Entry.objects.filter(pk=pk).values_list("motion__movers", flat=True).get() or []
    paper = "-".join(part for part in row[:3] if part)
    return [*movers, paper, f"kst-{paper}" if paper else "", *(word for word in row if word)]


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs") or sign in _DIRECTION_MARKS
