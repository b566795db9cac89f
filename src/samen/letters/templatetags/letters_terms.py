"""How candidates are put in words on the page."""

from collections.abc import Iterable, Iterator
from datetime import date

from babel.dates import format_date
from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext

from samen.letters import labels
from samen.letters.candidate_forms import FIELDS_OF
from samen.letters.models import Candidate, IncomingLetter
from samen.letters.reasons import as_sentence

register = template.Library()


@register.filter
def letter_name(letter: IncomingLetter) -> str:
    """How a letter is called on a page: by its subject, else by its day, else by its file."""
    if letter.subject or letter.date is None:
        return letter.subject or letter.name
    return gettext("Letter of %(day)s") % {"day": said(letter.date)}


@register.filter
def candidate_kind(kind: str) -> Promise:
    return labels.KINDS[kind]


@register.filter
def candidate_state(state: str) -> Promise:
    return labels.STATES[state]


@register.filter
def becomes(kind: str) -> Promise:
    """What accepting a candidate of a kind does."""
    return labels.BECOMES.get(kind, labels.AS_READ)


@register.filter
def why(reason: str) -> str:
    """Why a candidate was found, as a sentence."""
    return as_sentence(reason, (get_language() or "nl")[:2])


@register.filter
def unlocalized(value: float) -> str:
    """A number as it stands in an address."""
    return str(value)


def said(value: object) -> str:
    """A field's value in words: lists with commas, days written out."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if value is True:
        return gettext("yes")
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        return str(value)
    return str(format_date(day, "d MMMM y", locale=(get_language() or "nl")[:2]))


def in_words(kind: str, name: str, value: object) -> str:
    """The value of a field of a kind of candidate in words; "" where it has none."""
    if value in (None, "", [], False):
        return ""
    return str(labels.choices_of(kind, name).get(str(value)) or said(value))


@register.filter
def read_fields(candidate: Candidate) -> list[tuple[Promise, str]]:
    """The fields of a candidate that are filled in, in words."""
    return list(_told(candidate, FIELDS_OF[candidate.kind]))


@register.filter
def told_fields(candidate: Candidate) -> list[tuple[Promise, str]]:
    """The fields of a candidate that are filled in, besides the one that names it."""
    names = [n for n in FIELDS_OF[candidate.kind] if n not in ("what", "about", "name", "text")]
    return list(_told(candidate, names))


def _told(candidate: Candidate, names: Iterable[str]) -> Iterator[tuple[Promise, str]]:
    given = {**candidate.detail, "theme": candidate.theme}
    for name in names:
        value = given.get(name)
        if value not in (None, "", [], False):
            yield labels.FIELDS[name], in_words(candidate.kind, name, value)
