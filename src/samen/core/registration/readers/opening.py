"""Which kind of file it is, by its first bytes; never by its name alone."""

from dataclasses import replace
from typing import BinaryIO

from samen.core.archives import OLD_OFFICE
from samen.core.errors import Unreadable
from samen.core.registration.readers.delimited import Delimited
from samen.core.registration.readers.encoding import HEAD, guess_encoding
from samen.core.registration.readers.json_rows import JsonTable
from samen.core.registration.readers.mended import Mended, is_mended
from samen.core.registration.readers.parquet import ParquetTable
from samen.core.registration.readers.table import FileFormat, Layout, Table
from samen.core.registration.readers.workbook import Workbook


def open_table(stream: BinaryIO, layout: Layout | None = None) -> Table:
    """The table in a file. layout: as a person corrected it; else it is guessed.

    The stream can be read and wound back, and stays the caller's. Raises BadInput (with
    Unreadable and TooBig) in one sentence for whatever is no such file.
    """
    head = stream.read(HEAD)
    stream.seek(0)
    if not head.strip():
        raise Unreadable("The file is empty.", "CSV, XLSX, JSON and Parquet can be read.",
                         "Send a file with a head and rows.")  # fmt: skip
    table = _open(stream, layout or guess_layout(head))
    return Mended(table) if is_mended(table) else table


def guess_layout(head: bytes) -> Layout:
    """The kind of file and, for text, its encoding."""
    if head.startswith(b"PAR1"):
        return Layout(FileFormat.PARQUET)
    if head.startswith((b"PK\x03\x04", OLD_OFFICE)):
        return Layout(FileFormat.XLSX)
    encoding = guess_encoding(head)
    start = head.decode(encoding, errors="ignore").lstrip()
    if start.startswith("{"):
        return Layout(FileFormat.JSON_LINES, encoding)
    return Layout(FileFormat.JSON if start.startswith("[") else FileFormat.CSV, encoding)


def _open(stream: BinaryIO, layout: Layout) -> Table:
    match layout.format:
        case FileFormat.PARQUET:
            return ParquetTable(stream)
        case FileFormat.XLSX:
            return Workbook(stream, layout)
        case _ if not layout.encoding:
            layout = replace(layout, encoding="utf-8-sig")
    is_csv = layout.format is FileFormat.CSV
    return Delimited(stream, layout) if is_csv else JsonTable(stream, layout)
