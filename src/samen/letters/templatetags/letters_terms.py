"""How candidates are put in words on the page."""

from datetime import date

from babel.dates import format_date
from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext

from samen.letters import labels
from samen.letters.candidate_forms import FIELDS_OF
from samen.letters.models import Candidate

register = template.Library()


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
def unlocalized(value: float) -> str:
    """A number as it stands in an address."""
    return str(value)


@register.filter
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


@register.filter
def told_fields(candidate: Candidate) -> list[tuple[Promise, str]]:
    """The fields of a candidate that are filled in, besides the one that names it."""
    return [
        (labels.FIELDS[name], _in_words(candidate.kind, name, value))
        for name in FIELDS_OF[candidate.kind]
        if name not in ("what", "about", "name", "text")
        and (value := candidate.detail.get(name)) not in (None, "", [], False)
    ]


def _in_words(kind: str, name: str, value: object) -> str:
    choices = labels.CHOICES.get(name) or (labels.CHOICES.get(kind) if name == "status" else None)
    return str((choices or {}).get(str(value), "") or said(value))
