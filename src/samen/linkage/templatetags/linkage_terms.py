"""Vocabulary of linkage, chances and shares as people read them."""

from babel.numbers import format_decimal
from django import template
from django.utils.translation import get_language, gettext

from samen.core.matching.quality import Share
from samen.linkage.labels import LINES, label
from samen.register.templatetags.register_terms import code_name, field_name

register = template.Library()
NEARLY = 0.9995


def _decimals(value: float, pattern: str) -> str:
    return str(format_decimal(value, pattern, locale=(get_language() or "nl")[:2]))


@register.filter
def linking(word: object, table: str) -> str:
    """A stored word as the reader calls it: {{ judgement.answer|linking:"answer" }}."""
    return label(table, str(word))


@register.filter
def line_name(name: str) -> str:
    """What a line of two registrations beside each other is called."""
    return label("line", name) if name in LINES else str(field_name(name))


@register.filter
def percent(value: float) -> str:
    """A chance as people read it: 97%; what is nearly sure is not called sure."""
    if value >= NEARLY:
        return gettext("more than 99.9%")
    return _decimals(100 * value, "0.#") + "%"


@register.filter
def signed(value: float) -> str:
    """A weight in log2 odds with its sign: +3,2."""
    return _decimals(value, "+0.0;−0.0")


@register.filter
def share(value: Share) -> str:
    """A share with its interval: 0,97 (0,93–0,99)."""
    middle, low, high = (_decimals(each, "0.00") for each in (value.value, value.low, value.high))
    return f"{middle} ({low}–{high})"


@register.filter
def group_name(code: str) -> str:
    """An origin group by its code; small groups and unknown are one."""
    return code_name(code, "nationality") if code else gettext("all others, and not known")
