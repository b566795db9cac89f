"""The planner's statistics hold values of some rows, and do not go with these: of free text about
persons there are none, and others are gathered anew when something is destroyed."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from samen.purposes.bound import Bound

pytestmark = pytest.mark.django_db
WORDS = 100
"""Signs from which a column is free text."""
ANEW = "select pg_get_functiondef('register_take_stock_anew()'::regprocedure)"
KEPT = (
    "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0"
    " and not attisdropped and attstattarget is distinct from 0"
)
TABLES = sorted(
    (each for each in apps.get_models() if issubclass(each, Bound)),
    key=lambda each: each._meta.db_table,
)


def asked(words: str, *values: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(words, values)
        return [str(each) for (each,) in cursor.fetchall()]


def gathered_anew() -> set[str]:
    (words,) = asked(ANEW)
    listed = re.search(r"'\{([\w,]+)\}'", words)
    assert listed
    return {f"register_{name}" for name in listed[1].split(",")}


def is_free_text(field: "models.Field[Any, Any]") -> bool:
    return isinstance(field, models.TextField | models.JSONField | models.BinaryField)


def is_long(field: "models.Field[Any, Any]") -> bool:
    inner = field.base_field if isinstance(field, ArrayField) else field
    return isinstance(inner, models.CharField) and not inner.choices and (
        inner.max_length or WORDS) >= WORDS  # fmt: skip


def test_tables_of_persons_are_found() -> None:
    names = {each._meta.db_table for each in TABLES}
    assert {"register_hold", "linkage_pairjudgement", "exchange_hit", "figures_count"} <= names


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each._meta.db_table)
def test_the_planner_remembers_no_free_text_about_persons(table: type[Bound]) -> None:
    name = table._meta.db_table
    kept = set(asked(KEPT, name))
    fields = table._meta.concrete_fields
    anew = name in gathered_anew()
    wrong = [
        each.column for each in fields
        if each.column in kept and (is_free_text(each) or (is_long(each) and not anew))
    ]  # fmt: skip
    assert wrong == []
