"""The words of processings as people read them."""

from datetime import date

from django import template
from django.utils.formats import date_format

from samen.purposes.labels import TABLES
from samen.purposes.region_names import region_name

register = template.Library()


@register.filter
def named(word: object, table: str) -> str:
    """A stored word as the reader calls it: {{ part.role|named:"role" }}."""
    return str(TABLES[table].get(str(word), word))


@register.filter
def region(code: str) -> str:
    """A region by its name and code: `Noord-Nederland (PE01)`; one without a code as it is."""
    name = region_name(code)
    return name if name == code else f"{name} ({code})"


@register.filter
def iso_day(text: str) -> str:
    """A day of a proposal, which is kept as 2022-11-15, as people read it."""
    return date_format(date.fromisoformat(text), "j F Y")
