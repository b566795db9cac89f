"""Words, cells and numbers of figures as people read them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samen.accounts.queries import organisation
from samen.figures.labels import CODES, FIELDS, TABLES
from samen.figures.regional import FIELD
from samen.figures.values import Reason
from samen.purposes.region_names import region_name
from samen.register.templatetags.register_terms import code_name

register = template.Library()


@register.filter
def figure_word(word: object, table: str) -> str:
    """A stored word as the reader calls it: {{ step.act|figure_word:"act" }}."""
    return str(TABLES[table].get(str(word), word))


@register.filter
def figure_code(code: str, field: str) -> str:
    """A code of a field in words."""
    if field == "organisation" and code.isdigit():
        found = organisation(int(code))
        return found.name if found else code
    if field == FIELD and code not in CODES:
        return region_name(code)
    return str(CODES[code]) if code in CODES else code_name(code, field)


@register.filter
def only_words(only: Mapping[str, Sequence[str]]) -> str:
    """Of whom only a count is: `leeftijd: jonger dan 18; geslacht: vrouw`; "" where all count."""
    return "; ".join(
        f"{FIELDS[name]}: {', '.join(figure_code(code, name) for code in codes)}"
        for name, codes in only.items()
    )


@register.filter
def by_words(fields: Iterable[str]) -> str:
    """By what a table is, in the reader's language: naar jaar en geslacht."""
    names = [str(FIELDS.get(name, name)) for name in fields]
    return _("by year and %(fields)s") % {"fields": ", ".join(names)} if names else _("by year")


@register.filter
def table_caption(table: Mapping[str, Any], release: str) -> str:
    """What a table of a release is called: in Dutch as who made it did, where that says more than
    the title of the release."""
    if get_language() == "nl" and table["title"] != release:
        return str(table["title"])
    return capfirst(by_words(table["by"]))


@register.filter
def figure_cell(cell: Mapping[str, str]) -> str:
    """A cell by its codes: vrouw, 2020."""
    codes = [figure_code(code, field) for field, code in cell.items() if field != "edition"]
    return ", ".join(codes) or _("everybody")


@register.filter
def reason(told: Reason) -> str:
    """Why something is so; what to do about it is of a command line, and is left out."""
    return told.said(with_advice=False)


@register.filter
def breakdown(words: str) -> str:
    """The breakdown of a released value: `sex: female` as the reader calls both."""
    field, between, code = words.partition(": ")
    if not between or field not in FIELDS:
        return words
    return f"{FIELDS[field]}: {figure_code(code, field)}"
