"""Writers of the invented partners' files: CSV, XLSX, JSON and Parquet, row after row."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook

from samen.core.simulation.layouts import Layout
from samen.core.simulation.mistakes import plain

MOST_SHEET_ROWS = 1_000_000
type Columns = Mapping[str, Iterable[str]]
type Write = Callable[[Columns], None]


@contextmanager
def partner_file(path: Path, layout: Layout) -> Iterator[Write]:
    """A function that adds columns of texts to the file, which is whole when the block ends."""
    with _WRITERS[path.suffix](path, layout) as write:
        yield write


@contextmanager
def _csv(path: Path, layout: Layout) -> Iterator[Write]:
    with path.open("w", encoding=layout.encoding, errors="replace", newline="") as file:
        rows = csv.writer(file, delimiter=layout.separator)
        rows.writerow(layout.columns)

        def write(columns: Columns) -> None:
            rows.writerows([_fits(text, layout) for text in row] for row in _rows(columns))

        yield write


def _fits(text: str, layout: Layout) -> str:
    """In an old encoding, letters with signs that it does not have lose them."""
    if layout.encoding != "latin-1" or all(sign <= "\xff" for sign in text):
        return text
    return plain(text)


@contextmanager
def _xlsx(path: Path, layout: Layout) -> Iterator[Write]:
    book = Workbook(write_only=True)
    sheets = [book.create_sheet("Meldingen")]
    sheets[0].append(list(layout.columns))
    written = 0

    def write(columns: Columns) -> None:
        nonlocal written
        for row in _rows(columns):
            if written and written % MOST_SHEET_ROWS == 0:
                sheets.append(book.create_sheet(f"Meldingen {len(sheets) + 1}"))
                sheets[-1].append(list(layout.columns))
            sheets[-1].append([text or None for text in row])
            written += 1

    yield write
    book.save(path)


@contextmanager
def _json(path: Path, layout: Layout) -> Iterator[Write]:
    """One list of objects, one object a line."""
    between = "[\n"
    with path.open("w", encoding=layout.encoding) as file:

        def write(columns: Columns) -> None:
            nonlocal between
            for row in _rows(columns):
                told = {name: text or None for name, text in zip(columns, row, strict=True)}
                file.write(between + json.dumps(told, ensure_ascii=False))
                between = ",\n"

        yield write
        file.write("\n]\n" if between == ",\n" else "[]\n")


@contextmanager
def _parquet(path: Path, layout: Layout) -> Iterator[Write]:
    schema = pa.schema([(name, pa.string()) for name in layout.columns])
    with pq.ParquetWriter(path, schema) as file:

        def write(columns: Columns) -> None:
            arrays = [pa.array([text or None for text in columns[name]], pa.string())
                      for name in layout.columns]  # fmt: skip
            file.write_batch(pa.RecordBatch.from_arrays(arrays, schema=schema))

        yield write


def _rows(columns: Columns) -> Iterator[tuple[str, ...]]:
    return zip(*columns.values(), strict=True)


_WRITERS = {".csv": _csv, ".xlsx": _xlsx, ".json": _json, ".parquet": _parquet}
