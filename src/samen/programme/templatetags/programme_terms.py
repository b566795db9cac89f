"""Vocabulary, figures and addresses of the programme as people read them."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.urls import reverse
from django.utils.formats import date_format

from samen.core.numerals import say_number
from samen.programme.labels import KIND_ADDRESSES, label

register = template.Library()
UNDO = "programme_undo"
"""Where a session keeps the undo that the next page offers."""


@register.filter
def term(word: object, table: str) -> str:
    """A stored word as the reader calls it: {{ state.kind|term:"kind" }}."""
    return label(table, str(word))


@register.filter
def address(kind: str) -> str:
    """A kind as it stands in an address."""
    return KIND_ADDRESSES[str(kind)]


@register.filter
def number(value: Decimal | int | None) -> str:
    """A number in Dutch style; nothing for None."""
    return "" if value is None else say_number(Decimal(value))


@register.filter
def day(value: date | None) -> str:
    """A date as 17 november 2021; nothing for None."""
    return "" if value is None else date_format(value, "j F Y")


@register.filter
def fact(value: object, name: str) -> str:
    """A field of an entry's kind as people read it."""
    if isinstance(value, bool):
        return label("yes_no", str(value))
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal):
        return number(value)
    table = name if name in ("funded", "recurrence", "direction") else ""
    return label(table, str(value)) if table else str(value)


@register.inclusion_tag("programme/undo.html", takes_context=True)
def undo_offer(context: dict[str, Any]) -> dict[str, object]:
    """What the page before did, with the button that undoes it; shown once."""
    request = context["request"]
    return {"undo": request.session.pop(UNDO, None), "csrf_token": context.get("csrf_token")}


@register.simple_tag
def entry_url(kind: str, pk: int) -> str:
    """The address of an entry's or a paper's page."""
    return reverse("programme:entry", args=[KIND_ADDRESSES[str(kind)], pk])
