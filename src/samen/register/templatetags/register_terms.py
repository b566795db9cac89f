"""Vocabulary, fields and codes of the register as people read them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from babel.dates import format_date
from django import template
from django.utils.translation import get_language

from samen.core.periods.calendar import FIRST_YEAR, LAST_YEAR
from samen.core.registration import problems, summary
from samen.core.registration.kinds import FEWEST_DIGITS, MOST_DIGITS
from samen.core.registration.row_checks import OLDEST
from samen.core.terms import ValueForm
from samen.register import answer_terms
from samen.register.known_fields import fields
from samen.register.labels import label
from samen.register.models import AccessRequest
from samen.register.values import BESIDE

register = template.Library()
LIMITS = {
    problems.Problem.NO_PHONE: {"least": FEWEST_DIGITS, "most": MOST_DIGITS},
    problems.Problem.YEAR_RANGE: {"least": FIRST_YEAR, "most": LAST_YEAR},
    problems.Problem.TOO_OLD: {"most": OLDEST},
}
"""The numbers that are the same for every row with a fault."""
OF_FIELD = {column: name for name, columns in BESIDE.items() for column in columns}
"""The field that a column follows from."""
DATES = {len("2021-11-17"): "d MMMM y", len("2021-11"): "MMMM y"}
"""How a date is written, by how much of it is known."""
YES_NO = {"yes": ("ja", "yes"), "no": ("nee", "no")}


def _in(pair: tuple[str, str]) -> str:
    """The Dutch or the English of two."""
    return pair[0] if get_language() == "nl" else pair[1]


@register.filter
def term(word: object, table: str) -> str:
    """A stored word as the reader calls it: {{ part.role|term:"role" }}."""
    return label(table, str(word))


@register.filter
def answer_due(asked: AccessRequest) -> date:
    """Until when a request for access is to be answered."""
    return answer_terms.answer_due(asked)


@register.filter
def field_name(name: str) -> str:
    """What a field of a registration is called."""
    known = fields().get(name)
    return _in((known.nl, known.en)) if known else name


@register.filter
def logged_names(logged: Iterable[str]) -> str:
    """What somebody looked at or wrote, by the names of its fields."""
    names = (field_name(OF_FIELD.get(name, name)) for name in logged)
    return ", ".join(dict.fromkeys(label("logged", name) for name in names))


@register.filter
def code_name(value: str, name: str) -> str:
    """A value as people read it: a code, a day, yes or no in words, another value as it is."""
    known = fields().get(name)
    if known is None:
        return value
    if known.form is ValueForm.YES_NO:
        return _in(YES_NO[value]) if value in YES_NO else value
    if known.form is ValueForm.DATE and len(value) in DATES:
        day = date.fromisoformat(f"{value}-01-01"[: len("2021-11-17")])
        return format_date(day, DATES[len(value)], locale=get_language())
    if not known.codes.codes:
        return value
    found = (known.codes.codes.get(code) for code in value.split(";"))
    return ", ".join(_in((each.nl, each.en)) for each in found if each) or value


@register.simple_tag
def countries() -> list[str]:
    """The words of the list of countries, beside a field in which several are typed."""
    return sorted(_in((each.nl, each.en)) for each in fields()["nationality"].codes.codes.values())


@register.filter
def in_order(values: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Fields with what is said of them, in the order of the list of fields."""
    order = {name: place for place, name in enumerate(fields())}
    return sorted(values.items(), key=lambda each: order.get(each[0], len(order)))


@register.filter
def problem(name: str) -> str:
    """What is wrong with rows of a kind of fault, without the numbers of one of them."""
    kind = problems.Problem(name)
    return _in(problems.SAID[kind]).format_map(defaultdict(lambda: "…", LIMITS.get(kind, {})))


@register.filter
def oddity(name: str, percent: int) -> str:
    """What is strange about a whole column."""
    return _in(summary.SAID[summary.Oddity(name)]).format(percent=percent)


@register.filter
def item(table: dict[str, object], key: str) -> object:
    return table.get(key, "")
