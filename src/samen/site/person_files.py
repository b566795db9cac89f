"""Files of person records, CSV or Parquet, as columns; and links, written whole or not at all."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from samen.core.errors import BadInput, Unreadable
from samen.core.matching.columns import Column, recognised
from samen.site.arguments import not_written
from samen.site.text_files import encoding_of

_MAGIC = b"PAR1"
_SEPARATORS = ",;\t|"


@dataclass(frozen=True)
class PersonRecords:
    """Several files as one. columns: text; ids: as in the files; sources: of each record the name
    of its file; id_name: what the files call their ids."""

    columns: Mapping[Column, pa.ChunkedArray]
    ids: pa.ChunkedArray
    sources: pa.ChunkedArray
    id_name: str

    @property
    def size(self) -> int:
        """How many records there are."""
        return len(self.ids)


def read_persons(paths: Sequence[Path], unique_id: str, given: Mapping[str, str]) -> PersonRecords:
    """The records of files. unique_id: the column with ids, else it is recognised, else the number
    of the row. Raises Unreadable and BadInput, never with what a file holds about a person."""
    tables, ids, sources, id_names = [], [], [], []
    for name, path in zip(_names(paths), paths, strict=True):
        table = _table(path)
        found = recognised(table.column_names, given)
        header = _id_header(table, found, unique_id)
        if not table.num_rows:
            raise BadInput("The file {name} has no records.", "A row is a record of a person.",
                           "Give a file with rows.", name=path.name[:60])  # fmt: skip
        own = table[header] if header else pa.chunked_array([np.arange(1, table.num_rows + 1)])
        ids.append(_checked_ids(own, path))
        id_names.append(header or "record")
        sources.append(pa.array([name] * table.num_rows).dictionary_encode())
        tables.append({column: _text(table[header]) for column, header in found.items()})
    held = [column for column in Column if any(column in table for table in tables)]
    columns = {column: _stacked(column, tables, ids) for column in held}
    if len({key.type for key in ids}) > 1:
        ids = [_text(key) for key in ids]
    whole = pa.chunked_array([chunk for key in ids for chunk in key.chunks])
    return PersonRecords(columns, whole, pa.chunked_array(sources), id_names[0])


def _stacked(
    column: Column, tables: Sequence[Mapping[Column, pa.ChunkedArray]], ids: Sequence[pa.Array]
) -> pa.ChunkedArray:
    """A column of all files, empty for the records of a file without it."""
    chunks: list[pa.Array] = []
    for table, own in zip(tables, ids, strict=True):
        chunks += table[column].chunks if column in table else [pa.nulls(len(own), pa.string())]
    return pa.chunked_array(chunks, pa.string())


def _names(paths: Sequence[Path]) -> list[str]:
    """What each file is called; files of one name are numbered."""
    stems = [path.stem for path in paths]
    return [
        f"{stem} ({stems[: at + 1].count(stem)})" if stems.count(stem) > 1 else stem
        for at, stem in enumerate(stems)
    ]


def _table(path: Path) -> pa.Table:
    try:
        with path.open("rb") as file:
            is_parquet = file.read(4) == _MAGIC
        return pq.read_table(path) if is_parquet else _csv(path)
    except OSError as error:
        raise Unreadable("The file {name} cannot be opened: {cause}.", "A CSV file can be read.",
                         "Check its name and rights.",
                         name=path.name[:60], cause=error.strerror or "?") from None  # fmt: skip
    except pa.ArrowException:
        raise Unreadable("The file {name} cannot be read.", "Persons come in CSV or Parquet.",
                         "Save it again.", name=path.name[:60]) from None  # fmt: skip


def _csv(path: Path) -> pa.Table:
    with path.open("rb") as file:
        encoding = encoding_of(file)
    with path.open(encoding=encoding, newline="") as lines:
        first = lines.readline()
    if not first.strip():
        raise BadInput("The file {name} has no records.", "A row is a record of a person.",
                       "Give a file with rows.", name=path.name[:60])  # fmt: skip
    wrong: list[tuple[int, int]] = []

    def skipped(row: pa_csv.InvalidRow) -> str:
        wrong.append((row.actual_columns, row.expected_columns))
        return "skip"

    parse = pa_csv.ParseOptions(
        delimiter=max(_SEPARATORS, key=first.count),
        newlines_in_values=True,
        invalid_row_handler=skipped,
    )
    text = pa_csv.ConvertOptions(column_types={}, strings_can_be_null=False, auto_dict_encode=False)
    names = _headers(first, parse.delimiter)
    text.column_types = dict.fromkeys(names, pa.string())
    read = pa_csv.ReadOptions(encoding=encoding, column_names=names, skip_rows=1, use_threads=False)
    table = pa_csv.read_csv(path, read, parse, text)
    if wrong:
        raise BadInput("A row has {n} fields.", "The first line has {width}.", "Correct the row.",
                       n=wrong[0][0], width=wrong[0][1])  # fmt: skip
    return table


def _headers(first: str, separator: str) -> list[str]:
    names = [
        name.strip().strip('"') or f"column {at}"
        for at, name in enumerate(first.removeprefix("\ufeff").rstrip("\r\n").split(separator), 1)
    ]
    if len(set(names)) < len(names):
        raise BadInput("Two columns have one name.", "Each column has its own.",
                       "Rename one of them.")  # fmt: skip
    return names


def _id_header(table: pa.Table, found: dict[Column, str], unique_id: str) -> str:
    header = unique_id or found.pop(Column.ID, "")
    if header and header not in table.column_names:
        raise BadInput("The file has no column {name}.", "It has {names}.", "Map one of those.",
                       name=header[:40],
                       names=", ".join(name[:40] for name in table.column_names[:40]))  # fmt: skip
    return header


def _checked_ids(ids: pa.ChunkedArray, path: Path) -> pa.ChunkedArray:
    texts = _text(ids)
    several = len(texts) - len(texts.unique())
    empty = texts.null_count + int(pc.sum(pc.equal(texts, "")).as_py() or 0)
    if several or empty:
        raise BadInput("In {name} {several} ids stand twice and {empty} are empty.",
                       "Each record has its own.", "Name the right column with --unique-id.",
                       name=path.name[:60], several=several, empty=empty)  # fmt: skip
    return ids


def _text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    try:
        return column.cast(pa.string())
    except pa.ArrowException:
        raise BadInput("A column holds lists or other things.", "A field is a text or a number.",
                       "Write one value in each field.") from None  # fmt: skip


def write_whole(path: Path, table: pa.Table) -> None:
    """A Parquet file that is there complete or, when the run is stopped, not there."""
    try:
        handle, part = mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(handle)
        try:
            pq.write_table(table, part)
            Path(part).replace(path)
        finally:
            Path(part).unlink(missing_ok=True)
    except OSError as error:
        raise not_written(path.parent, error) from None


def read_links(path: Path, id_name: str) -> dict[str, str]:
    """Of an earlier run: the key of each record (`record_keys`) and its entity."""
    table = _table(path)
    if not {id_name, "entity_id"} <= set(table.column_names):
        raise BadInput("The earlier links have no columns {id} and entity_id.",
                       "They are a file that --out wrote for the same ids.",
                       "Give that file with --previous.", id=id_name[:40])  # fmt: skip
    sources = table["source"] if "source" in table.column_names else None
    keys = record_keys(table[id_name], sources)
    return dict(zip(keys, table["entity_id"].to_pylist(), strict=True))


def record_keys(ids: pa.ChunkedArray, sources: pa.ChunkedArray | None) -> list[str]:
    """What names a record in every run: its source, where there are several, and its id."""
    texts: list[str] = _text(ids).to_pylist()
    if sources is None:
        return texts
    return [f"{source}\0{text}" for source, text in zip(sources.to_pylist(), texts, strict=True)]
