"""What a registration says of a person, line by line, for who asked: each thing once.

Fields without an answer stand together by why there is none; of the row as the partner gave it
stands what says something in other words than the field; of an earlier version what was otherwise.
"""

from collections.abc import Iterable, Mapping

from django.utils.text import capfirst
from django.utils.translation import gettext

from samen.core.registration import guess_mapping
from samen.core.registration.fields import APART
from samen.register.known_fields import fields
from samen.register.labels import label
from samen.register.left_out import LEFT_OUT
from samen.register.templatetags.register_terms import code_name, field_name, in_order

type Said = Mapping[str, Mapping[str, str]]
"""A field to its state and, where it is known, its value."""
type Lines = Iterable[tuple[str, str]]
TOLD = frozenset({"known", LEFT_OUT})
"""States with words of their own: the value, or why it is left out."""


def value_lines(values: Said) -> Lines:
    """What each field says, in words: its value, or why there is none."""
    for name, each in in_order(values):
        yield field_name(name), _value(name, each)


def lines_of(values: Said) -> Lines:
    """What is known, a line each in the order of the fields; what is not, a line for each why."""
    without: dict[str, list[str]] = {}
    for name, each in in_order(values):
        if each["state"] in TOLD:
            yield capfirst(field_name(name)), _value(name, each)
        else:
            without.setdefault(each["state"], []).append(field_name(name))
    for state, names in without.items():
        yield capfirst(label("state", state)), ", ".join(names)


def as_it_came(raw: Mapping[str, object], values: Said) -> Lines:
    """The row as the partner gave it, in the order of the fields that its columns seem to be."""
    order = {name: place for place, name in enumerate(fields())}
    field_of = {each.column: each.field for each in guess_mapping(list(raw), None, fields())}
    empty, is_left_out = [], False
    for column in sorted(raw, key=lambda each: (order.get(field_of[each], len(order)), each)):
        cell, field = str(raw[column] or ""), field_of[column]
        if not cell.strip():
            empty.append(column)
        elif field in values and cell in _ways(field, values[field]):
            is_left_out = True
        else:
            yield gettext("As it came: {column}").format(column=column), cell
    if is_left_out:
        yield gettext("As it came: the rest"), gettext("in the words that stand above")
    if empty:
        yield gettext("It came empty"), ", ".join(empty)


def otherwise(was: Said, now: Said) -> Lines:
    """What an earlier version said otherwise than what came after it. What stands apart has
    versions of its own."""
    names = {*was, *(name for name in now if fields()[name].about not in APART)}
    for name, _ in in_order(dict.fromkeys(names)):
        if was.get(name) != now.get(name):
            told = _value(name, was[name]) if name in was else gettext("was not noted")
            yield capfirst(field_name(name)), told


def _value(name: str, each: Mapping[str, str]) -> str:
    is_told = each["state"] in TOLD
    return code_name(each["value"], name) if is_told else label("state", each["state"])


def _ways(name: str, each: Mapping[str, str]) -> tuple[str, ...]:
    """In which words it stands already: as it is noted and as it is told."""
    return each.get("value", ""), _value(name, each)
