"""A register comes in as a file: all of it, or nothing, with what is wrong per row."""

import io
import json
import uuid
import zipfile
import zlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from samen.accounts import queries as accounts
from samen.accounts.sentences import in_words
from samen.core.errors import BadInput, SamenError, TooBig, Unreadable
from samen.programme.actions.status import may_stand
from samen.programme.actions.wording import Actor, index_document, index_entry
from samen.programme.models import Document, Entry, StatusChange
from samen.programme.queries.exchange import FORMAT
from samen.programme.sheets import LARGEST_CONTENT, read_csv, read_workbook
from samen.programme.tables import (
    TABLES,
    TEXTS,
    Row,
    Table,
    Tables,
    as_row,
    from_words,
    is_kept,
    joined_texts,
    words_of,
)
from samen.programme.values import Standing

MOST_ERRORS = 20
WEB = ("https://", "http://")
_ADDRESSES = frozenset({"link", "url"})


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: rows added, and rows that were there already.

    is_moved: the rows kept who noted them and when; else that is the importer, now.
    """

    added: int
    same: int
    is_moved: bool


@dataclass(slots=True)
class _Run:
    """One import under way. errors: what is wrong, in words, with table and row."""

    by: Actor
    now: datetime
    is_move: bool
    added: int = 0
    same: int = 0
    errors: list[str] = field(default_factory=list)
    entries: list[int] = field(default_factory=list)
    known: dict[tuple[type, str], Any] = field(default_factory=dict)


@transaction.atomic
def import_register(
    *, content: bytes, by: Actor, now: datetime, may_move: bool = False
) -> Imported:
    """Take in a register that was exported as JSON, zip or workbook.

    A row that is there already must be the same: nothing is overwritten. Who noted a row,
    and when, is who imports it, now: a file cannot say what others did. may_move: into an
    empty register the rows keep these, for who moves a register to another house. Raises
    BadInput with what is wrong per row, and then nothing is taken in.
    """
    tables = read_register(content)
    run = _Run(by, now, is_move=may_move and _is_empty())
    for table in TABLES:
        _take_table(run, table, tables.get(table.name, []))
        if table.model is Document:
            _take_texts(run, tables.get(TEXTS, []))
    if run.errors:
        shown = "\n".join(run.errors[:MOST_ERRORS])
        raise BadInput(
            _("{number} rows are not right:\n{rows}"),
            "",
            _("Nothing was taken in. Mend the rows and send the file again."),
            number=len(run.errors),
            rows=shown,
        )
    for entry in Entry.objects.filter(pk__in=run.entries):
        index_entry(entry)
    for document in Document.objects.all():
        index_document(document)
    return Imported(run.added, run.same, run.is_move)


def _is_empty() -> bool:
    return not any(table.model._default_manager.exists() for table in TABLES)


def read_register(content: bytes) -> Tables:
    """The tables in a file, whichever of the three forms it has."""
    if content[:2] == b"PK":
        return _from_zip(content)
    try:
        whole = json.loads(content.decode("utf-8-sig"))
        if whole["format"] != FORMAT:
            raise KeyError(whole["format"])
        return {
            name: [{str(key): str(cell) for key, cell in row.items()} for row in rows]
            for name, rows in whole["tables"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(
            _("The file is not a register."),
            _("It is a JSON, zip or .xlsx file that was exported."),
            "",
        ) from error


def _from_zip(content: bytes) -> Tables:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as folder:
            names = [name for name in folder.namelist() if name.endswith(".csv")]
            if sum(part.file_size for part in folder.infolist()) > LARGEST_CONTENT:
                raise TooBig(_("The file unfolds to more than 100 MB."), "", _("Send less."))
            texts = {name[:-4]: folder.read(name).decode("utf-8-sig") for name in names}
    except (
        zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError
    ) as error:  # fmt: skip
        raise Unreadable(_("The zip file cannot be opened."), "", _("Export it again.")) from error
    if texts:
        return {name: _as_rows(read_csv(text)) for name, text in texts.items()}
    return {name: _as_rows(rows) for name, rows in read_workbook(content).items()}


def _as_rows(cells: list[list[Any]]) -> list[Row]:
    if not cells:
        return []
    head = [str(cell) for cell in cells[0]]
    return [
        {name: "" if cell is None else str(cell) for name, cell in zip(head, row, strict=False)}
        for row in cells[1:]
    ]


def _take_table(run: _Run, table: Table, rows: list[Row]) -> None:
    """Take rows in; one that refers to a later row of its own table waits for that row."""
    waiting = list(enumerate(rows, start=2))
    while waiting:
        later = [(n, row) for n, row in waiting if not _take_row(run, table, n, row, waiting)]
        if len(later) == len(waiting):
            ring = gettext("refers to itself in a ring")
            run.errors += [_at(table, number, ring) for number, _row in later]
            return
        waiting = later


def _take_row(
    run: _Run, table: Table, number: int, row: Row, waiting: list[tuple[int, Row]]
) -> bool:
    """Whether the row was dealt with, well or not; False while it has to wait."""
    if _must_wait(table, row, waiting):
        return False
    try:
        with transaction.atomic():
            _keep_row(run, table, row)
    except ValidationError as error:
        run.errors.append(_at(table, number, words_of(error)))
    except IntegrityError as error:
        rule = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
        broken = gettext("breaks the rule %(rule)s") % {"rule": rule}
        run.errors.append(_at(table, number, broken))
    except SamenError as error:
        run.errors.append(_at(table, number, in_words(error)))
    except KeyError as error:
        run.errors.append(_at(table, number, str(error.args[0])))
    except (ValueError, ArithmeticError, TypeError, DataError):
        run.errors.append(_at(table, number, gettext("a value has the wrong form")))
    return True


def _must_wait(table: Table, row: Row, waiting: list[tuple[int, Row]]) -> bool:
    """Whether a row refers to one of its own table that is still to come."""
    to_come = {other.get("uid") for _, other in waiting} - {row.get("uid")}
    ours = (table.model, *table.model._meta.get_parent_list())
    for column in table.fields():
        target = row.get(column.name)
        if not isinstance(column, models.ForeignKey) or column.related_model not in ours:
            continue
        if target in to_come and not _is_here(column.related_model, target):
            return True
    return False


def _is_here(model: type[models.Model], uid: str | None) -> bool:
    """Whether a row is in the register; one whose name has no form need not be waited for."""
    try:
        return bool(uid) and model._default_manager.filter(uid=uuid.UUID(uid)).exists()
    except ValueError:
        return True


def _at(table: Table, number: int, said: str) -> str:
    """What is wrong, with the place where it is."""
    place = gettext("%(table)s, row %(number)s") % {"table": table.name, "number": number}
    return f"{place}: {said.rstrip('.')}."


def _keep_row(run: _Run, table: Table, row: Row) -> None:
    fields = table.fields()
    missing = [column.name for column in fields if column.name not in row]
    if missing:
        names = ", ".join(missing)
        raise KeyError(gettext("has no column %(names)s") % {"names": names})
    _refuse_signs(row)
    values = {column.name: _value(run, column, row[column.name]) for column in fields}
    known = table.model._default_manager.filter(uid=values["uid"]).first()
    if known is not None:
        _refuse_other(table, known, row)
        run.same += 1
        return
    if not run.is_move:
        values |= _noted_now(run, fields, values)
    made = table.model(**values)
    made.clean_fields(exclude=[f.name for f in fields if not _is_checked(f, values[f.name])])
    if isinstance(made, StatusChange):
        _refuse_step(made)
    made.save(force_insert=True)
    run.added += 1
    if isinstance(made, Entry):
        run.entries.append(made.pk)
    elif hasattr(made, "entry_id"):
        run.entries.append(made.entry_id)


def _refuse_signs(row: Row) -> None:
    """Raise KeyError at a sign that cannot be kept, and at an address that is not of the web."""
    for name, words in row.items():
        if not is_kept(words):
            raise KeyError(gettext("%(name)s holds a sign that cannot be kept") % {"name": name})
        if name in _ADDRESSES and words and not words.startswith(WEB):
            told = gettext("%(name)s is not a web address (https://…)")
            raise KeyError(told % {"name": name})


def _value(run: _Run, column: "models.Field[Any, Any]", words: str) -> Any:
    """The value of a cell. Raises KeyError with its column where it has another form."""
    try:
        return from_words(column, words, lambda model, name: _lookup(run, model, name))
    except KeyError as error:
        if isinstance(column, models.ForeignKey):
            raise
        raise _wrong(column) from error
    except (ValidationError, ValueError, ArithmeticError, TypeError, RecursionError) as error:
        raise _wrong(column) from error


def _wrong(column: "models.Field[Any, Any]") -> KeyError:
    return KeyError(gettext("%(name)s has the wrong form") % {"name": column.name})


def _refuse_other(table: Table, known: models.Model, row: Row) -> None:
    """Raise KeyError where a known row says something else; who and when may differ."""
    noted = {column.name for column in table.fields() if _is_note(column)}
    ours = as_row(table, known)
    differs = [name for name, words in ours.items() if words != row[name] and name not in noted]
    if differs:
        names = ", ".join(differs)
        raise KeyError(gettext("is in the register with another %(names)s") % {"names": names})


def _is_note(column: "models.Field[Any, Any]") -> bool:
    """Whether a column says who noted a row, or when."""
    is_person = column.related_model is not None and column.related_model.__name__ == "User"
    return is_person or isinstance(column, models.DateTimeField)


def _noted_now(
    run: _Run, fields: list["models.Field[Any, Any]"], values: dict[str, Any]
) -> dict[str, Any]:
    """Who and when of a new row: the importer, now; what is empty stays so."""
    return {
        column.name: run.now if isinstance(column, models.DateTimeField) else run.by
        for column in fields
        if _is_note(column) and values[column.name] is not None
    }


def _refuse_step(change: StatusChange) -> None:
    """Raise KeyError for a status that the ladder does not allow after the ones before it."""
    if not may_stand(change.entry, Standing(change.status, change.on)):
        raise KeyError(gettext("the status cannot follow the one before it"))


def _is_checked(column: "models.Field[Any, Any]", value: Any) -> bool:
    """Whether a column's own rules apply: references were looked up, no value has no rules."""
    return not isinstance(column, models.ForeignKey) and not (value is None and column.null)


def _lookup(run: _Run, model: type[models.Model], words: str) -> Any:
    """The row that a reference names; an unknown person is the one who imports."""
    key = (model, words)
    if key not in run.known:
        run.known[key] = _found(run, model, words)
    return run.known[key]


def _found(run: _Run, model: type[models.Model], words: str) -> Any:
    if model.__name__ == "User":
        return accounts.person_by_email(words) or run.by
    if model.__name__ == "Office":
        return accounts.office_by_title(words)
    if model.__name__ == "Organisation":
        return accounts.organisation_by_name(words)
    found = model._default_manager.filter(uid=uuid.UUID(words)).first()
    if found is None:
        told = gettext("refers to %(name)s, which is not there")
        raise KeyError(told % {"name": words[:40]})
    return found


def _take_texts(run: _Run, rows: list[Row]) -> None:
    """Give papers that have no text theirs."""
    try:
        texts = joined_texts(rows)
    except (KeyError, ValueError, TypeError, RecursionError):
        wrong = gettext("a row has no document, part or text, or another form")
        run.errors.append(f"{TEXTS}: {wrong}.")
        return
    for uid, text in texts.items():
        Document.objects.filter(uid=uid, text="").update(text=text)
