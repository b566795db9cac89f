"""The register as tables of words: one row a line, the same in CSV, workbook and JSON.

A row is known by its `uid`; a reference to another row is that row's uid. People stand by
their address, organisations and offices by their name. An empty cell is an empty value.
"""

import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models

from samen.accounts.days import is_held
from samen.programme.models import (
    Action,
    Amount,
    Commitment,
    DecisionPending,
    Definition,
    Document,
    Evidence,
    Figure,
    Indicator,
    LegalText,
    Link,
    Motion,
    Owner,
    Passage,
    Project,
    Publication,
    StatusChange,
    Target,
    Theme,
    Withdrawal,
)

type Row = dict[str, str]
type Tables = dict[str, list[Row]]

TEXTS = "document_texts"
"""The texts of the papers, in parts that fit in a cell of a workbook."""
PART = 15_000
_LEFT_OUT = frozenset({"id", "entry_ptr", "search", "search_text", "text"})


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the exchange: its name and the rows that it holds."""

    name: str
    model: type[models.Model]

    def fields(self) -> list["models.Field[Any, Any]"]:
        """The columns, those of the common entry included."""
        return [f for f in self.model._meta.concrete_fields if f.name not in _LEFT_OUT]


TABLES = (
    Table("themes", Theme),
    Table("documents", Document),
    Table("passages", Passage),
    Table("actions", Action),
    Table("commitments", Commitment),
    Table("motions", Motion),
    Table("decisions", DecisionPending),
    Table("indicators", Indicator),
    Table("amounts", Amount),
    Table("projects", Project),
    Table("publications", Publication),
    Table("legal_texts", LegalText),
    Table("owners", Owner),
    Table("links", Link),
    Table("evidence", Evidence),
    Table("statuses", StatusChange),
    Table("definitions", Definition),
    Table("targets", Target),
    Table("figures", Figure),
    Table("withdrawals", Withdrawal),
)
"""Every table, each after the ones that it refers to."""


def named(row: models.Model | None) -> str:
    """How another row refers to this one."""
    if row is None:
        return ""
    for name in ("uid", "email", "title", "name"):
        if hasattr(row, name):
            return str(getattr(row, name))
    raise TypeError(f"{type(row).__name__} has no name to refer to")


def as_row(table: Table, row: models.Model) -> Row:
    """One row as words."""
    return {field.name: _as_words(field, row) for field in table.fields()}


def _as_words(field: "models.Field[Any, Any]", row: models.Model) -> str:
    value = getattr(row, field.name)
    if isinstance(field, models.ForeignKey):
        return named(value)
    if value is None:
        return ""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def from_words(
    field: "models.Field[Any, Any]", words: str, lookup: Callable[[type[models.Model], str], Any]
) -> Any:
    """The value that words stand for. lookup: finds the row that a reference names.

    Raises ValidationError or ValueError when they stand for nothing.
    """
    if isinstance(field, models.ForeignKey):
        return lookup(field.related_model, words) if words else None
    if isinstance(field, ArrayField):
        return _words_in(words) if words else []
    if isinstance(field, models.BooleanField):
        return {"true": True, "false": False, "": None}[words]
    if not words and (field.null or not isinstance(field, models.CharField | models.TextField)):
        return None
    if isinstance(field, models.DateField):
        return _held(datetime.fromisoformat(words) if isinstance(field, models.DateTimeField)
                     else date.fromisoformat(words))  # fmt: skip
    if isinstance(field, models.UUIDField):
        return uuid.UUID(words)
    return Decimal(words) if isinstance(field, models.DecimalField) else field.to_python(words)


def _words_in(cell: str) -> list[str]:
    """The words of a list. Raises ValueError when the cell holds something else."""
    try:
        given = json.loads(cell)
    except RecursionError as error:
        raise ValueError(cell[:40]) from error
    if not isinstance(given, list) or not all(isinstance(word, str) for word in given):
        raise ValueError(cell[:40])
    return given


def _held(day: date) -> date:
    """A day or moment that the register can hold. Raises ValueError for another."""
    if not is_held(day) or (isinstance(day, datetime) and day.tzinfo is None):
        raise ValueError(day)
    return day


def is_kept(words: str) -> bool:
    """Whether the database can keep words: no NUL, no half of a sign."""
    return "\x00" not in words and not any("\ud800" <= sign <= "\udfff" for sign in words)


def text_rows(documents: Iterable[tuple[uuid.UUID, str]]) -> list[Row]:
    """The texts of papers in parts; each part is a JSON string, so that no sign is lost."""
    return [
        {"document": str(uid), "part": str(number), "text": json.dumps(part, ensure_ascii=False)}
        for uid, text in documents
        for number, part in enumerate(_parts(text), start=1)
    ]


def joined_texts(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The text of each paper by its uid. Raises KeyError or ValueError for other rows."""
    texts: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: (str(uuid.UUID(row["document"])), int(row["part"]))):
        part = json.loads(row["text"])
        if not isinstance(part, str) or not is_kept(part):
            raise ValueError(row["part"])
        texts[row["document"]] = texts.get(row["document"], "") + part
    return texts


def _parts(text: str) -> list[str]:
    return [text[start : start + PART] for start in range(0, len(text), PART)]


def words_of(error: ValidationError) -> str:
    """What is wrong with a row, per column."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return "; ".join(f"{name}: {' '.join(said)}" for name, said in error.message_dict.items())
