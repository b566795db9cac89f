"""The words of processings as people read them."""

from datetime import date

from django import template
from django.utils.formats import date_format

from samen.purposes.labels import TABLES

register = template.Library()


@register.filter
def named(word: object, table: str) -> str:
    """A stored word as the reader calls it: {{ part.role|named:"role" }}."""
    return str(TABLES[table].get(str(word), word))


@register.filter
def iso_day(text: str) -> str:
    """A day of a proposal, which is kept as 2022-11-15, as people read it."""
    return date_format(date.fromisoformat(text), "j F Y")
