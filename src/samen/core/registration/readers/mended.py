"""A file of refused rows that comes back mended: read without the two columns in front."""

from collections.abc import Iterator
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from samen.core.registration.columns import Batch
from samen.core.registration.problems import Language
from samen.core.registration.readers.table import FileFormat, Layout, Table

HEADS: dict[Language, tuple[str, str]] = {
    "nl": ("wat is er mis", "rij in het eerste bestand"),
    "en": ("what is wrong", "row in the first file"),
}
_STARTS = ("=", "+", "-", "@", "\t", "'")


def escaped(text: str) -> str:
    """A text that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(_STARTS) else text


def is_mended(table: Table) -> bool:
    """Whether the file begins with the two columns of a file to mend."""
    return tuple(table.names[:2]) in HEADS.values()


class Mended:
    """The table in a mended file."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.layout: Layout = table.layout
        self.names = table.names[2:]

    def batches(self) -> Iterator[Batch]:
        """The rows, with their cells as they were before they were escaped."""
        is_csv = self.layout.format is FileFormat.CSV
        for batch in self._table.batches():
            cells = {name: batch.cells[name] for name in self.names}
            if is_csv:
                cells = {name: _unescaped(column) for name, column in cells.items()}
            broken = [replace(each, cells=each.cells[2:] or each.cells) for each in batch.broken]
            yield Batch(batch.rows, cells, broken)


def _unescaped(column: pa.DictionaryArray) -> pa.DictionaryArray:
    values = pc.replace_substring_regex(column.dictionary, r"^'([=+\-@\t'])", r"\1")
    return pa.DictionaryArray.from_arrays(column.indices, values)
