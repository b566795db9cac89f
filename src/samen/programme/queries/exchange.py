"""The whole register as a file: JSON, a zip of CSV files, or a workbook."""

import io
import json
import zipfile

from django.db.models import F, Model, QuerySet

from samen.programme.models import Document, Entry
from samen.programme.sheets import as_csv, as_workbook
from samen.programme.tables import TABLES, TEXTS, Table, Tables, as_row, text_rows

FORMAT = "samen-register-1"
_WHEN = (2021, 1, 1, 0, 0, 0)
"""A fixed time in the zip, so that the same register gives the same file."""


def register_tables() -> Tables:
    """Every table of the register, its rows in the order in which they were made."""
    tables = {table.name: [as_row(table, row) for row in _rows(table)] for table in TABLES}
    texts = Document.objects.exclude(text="").order_by("pk").values_list("uid", "text")
    return tables | {TEXTS: text_rows(texts)}


def _rows(table: Table) -> QuerySet[Model]:
    """The rows of a table; a merged entry after the ones that it may have gone up in."""
    rows = table.model._default_manager.order_by("pk")
    if issubclass(table.model, Entry):
        rows = rows.order_by(F("merged_into").asc(nulls_first=True), "pk")
    return rows


def register_json() -> str:
    """The register as JSON."""
    whole = {"format": FORMAT, "tables": register_tables()}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def register_csv() -> bytes:
    """The register as a zip with one CSV file a table."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, rows in register_tables().items():
            text = as_csv(_head(name), [list(row.values()) for row in rows])
            folder.writestr(zipfile.ZipInfo(f"{name}.csv", _WHEN), text.encode())
    return out.getvalue()


def register_workbook() -> bytes:
    """The register as a workbook with one sheet a table."""
    return as_workbook(
        (name, _head(name), [list(row.values()) for row in rows])
        for name, rows in register_tables().items()
    )


def _head(name: str) -> list[str]:
    if name == TEXTS:
        return ["document", "part", "text"]
    table = next(table for table in TABLES if table.name == name)
    return [field.name for field in table.fields()]
