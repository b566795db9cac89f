"""Numbers, money and dates as they are written in the language of the page.

`{% load formats %}{{ 1372|thousands }}` gives 1.372 in Dutch and 1,372 in English.
"""

from datetime import date, datetime
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal
from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language

from samen.core.publishing.sources import BETWEEN, parts
from samen.work import clock

register = template.Library()
type Number = int | float | Decimal


def _language() -> str:
    return (get_language() or "nl").split("-", maxsplit=1)[0]


@register.filter
def thousands(value: Number | None) -> str:
    """1.372; empty for None."""
    return "" if value is None else str(format_decimal(value, locale=_language()))


@register.filter
def money(euros: Number | None) -> str:
    """€ 10,5 miljoen; below a million the whole amount: € 850.000. Unit: euros."""
    if euros is None:
        return ""
    size = abs(Decimal(euros))
    for scale, dutch, english in (
        (Decimal(10) ** 9, "miljard", "billion"),
        (Decimal(10) ** 6, "miljoen", "million"),
    ):
        if size >= scale:
            word = dutch if _language() == "nl" else english
            short = format_decimal(Decimal(euros) / scale, format="#,##0.###", locale=_language())
            return f"€\N{NO-BREAK SPACE}{short}\N{NO-BREAK SPACE}{word}"
    return f"€\N{NO-BREAK SPACE}{format_decimal(euros, format='#,##0.##', locale=_language())}"


@register.filter
def day(value: date | None) -> str:
    """17 november 2021; empty for None."""
    return "" if value is None else str(format_date(value, "d MMMM y", locale=_language()))


@register.filter
def moment(value: datetime | None) -> str:
    """17 november 2021 09:30; where pages call its day another day, as a demo does, that day."""
    if value is None:
        return ""
    here, called = localtime(value), clock.day_of(value)
    return day(called) if called != here.date() else date_format(here, "j F Y H:i")


@register.filter
def moment_day(value: datetime | None) -> str:
    """The day of a moment as pages call it: 17 november 2021."""
    return "" if value is None else day(clock.day_of(value))


@register.filter
def publication(words: str) -> SafeString:
    """A publication by name, each address of a page behind its own as a link."""
    said = (
        (format_html('<a href="{}">{}</a>', address, name) if address else name,)
        for name, address in parts(words)
    )
    return format_html_join(BETWEEN, "{}", said)
