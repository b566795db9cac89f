"""JSON: a list of objects, or an object on each line; one object is one row."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import BinaryIO

import numpy as np

from samen.core.errors import Unreadable
from samen.core.registration.columns import Batch, Broken, batch_of, storable
from samen.core.registration.problems import Fault, Problem
from samen.core.registration.readers.encoding import text_of
from samen.core.registration.readers.table import ROWS_A_BATCH, FileFormat, Layout, column_names

PIECE = 1 << 20
MOST_OBJECT = 4 << 20
"""Signs of one object; what is longer is no row."""
MOST_DEEP = 5
_SPACE = re.compile(r"[\s,]*")

type Cells = Mapping[str, str | None]


class JsonTable:
    """A JSON file that is being read. The first rows name the columns."""

    def __init__(self, stream: BinaryIO, layout: Layout) -> None:
        self._text = text_of(stream, layout.encoding)
        self._rest, self._is_last = "", False
        self._read_on()
        self._rest = self._rest.lstrip()
        is_list = self._rest.startswith("[")
        self.layout = Layout(FileFormat.JSON if is_list else FileFormat.JSON_LINES, layout.encoding)
        rows = self._listed() if is_list else self._lines()
        self._first = list(islice(rows, ROWS_A_BATCH))
        self._others = rows
        known = dict.fromkeys(name for _, row in self._first if not isinstance(row, str)
                              for name in row)  # fmt: skip
        self.names = column_names(list(known))

    def batches(self) -> Iterator[Batch]:
        """The rows; an object with a name that the first ones do not have is broken."""
        taken: list[tuple[int, Cells | str]] = []
        for row in chain(self._first, self._others):
            taken.append(row)
            if len(taken) == ROWS_A_BATCH:
                yield self._batch(taken)
                taken = []
        if taken:
            yield self._batch(taken)

    def _batch(self, rows: Sequence[tuple[int, Cells | str]]) -> Batch:
        known = set(self.names)
        good = [(number, row) for number, row in rows
                if not isinstance(row, str) and row.keys() <= known]  # fmt: skip
        fine = {number for number, _ in good}
        broken = [
            Broken(number, (row if isinstance(row, str) else json.dumps(dict(row)),),
                   Fault(Problem.NO_OBJECT))
            for number, row in rows
            if number not in fine
        ]  # fmt: skip
        columns = [[row.get(name) for _, row in good] for name in self.names]
        return batch_of(self.names, columns, np.array([n for n, _ in good], np.int64), broken)

    def _read_on(self) -> None:
        more = self._text.read(PIECE)
        self._rest, self._is_last = self._rest + more, len(more) < PIECE

    def _listed(self) -> Iterator[tuple[int, Cells | str]]:
        """The objects of a list. Raises Unreadable where it breaks off."""
        at, number = 1, 0
        while True:
            space = _SPACE.match(self._rest, at)
            at = space.end() if space else at
            if self._rest.startswith("]", at):
                return
            try:
                value, end = _DECODER.raw_decode(self._rest, at)
            except (ValueError, RecursionError) as error:
                if self._is_last or len(self._rest) - at > MOST_OBJECT:
                    raise Unreadable(
                        "The JSON file breaks off or has a fault after row {row}.",
                        "A list of objects can be read, or an object on each line.",
                        "Save it again.", row=number) from error  # fmt: skip
                self._rest, at = self._rest[at:], 0
                self._read_on()
                continue
            at, number = end, number + 1
            yield number, cells_of(value)

    def _lines(self) -> Iterator[tuple[int, Cells | str]]:
        """The objects on the lines; a line that holds none is broken."""
        number = 0
        while self._rest or not self._is_last:
            *lines, self._rest = self._rest.split("\n")
            if self._is_last:
                lines, self._rest = [*lines, self._rest], ""
            for line in lines:
                number += 1
                if line.strip():
                    yield number, _of_line(line)
            if len(self._rest) > MOST_OBJECT:
                raise Unreadable("Line {row} has more than {most} signs.",
                                 "A list of objects can be read, or an object on each line.",
                                 "Save it again.", row=number + 1, most=MOST_OBJECT)  # fmt: skip
            self._read_on()


def _of_line(line: str) -> Cells | str:
    try:
        return cells_of(_DECODER.decode(line))
    except (ValueError, RecursionError):
        return storable(line)


def cells_of(value: object, before: str = "", deep: int = 0) -> Cells | str:
    """The cells of an object; an object inside it gives `outer.inner`. Text where it is none."""
    if not isinstance(value, dict) or deep > MOST_DEEP:
        return storable(json.dumps(value, ensure_ascii=False))[:MOST_OBJECT]
    cells: dict[str, str | None] = {}
    for name, each in value.items():
        if isinstance(each, dict):
            inner = cells_of(each, f"{before}{name}.", deep + 1)
            cells |= {f"{before}{name}": inner} if isinstance(inner, str) else inner
        else:
            cells[before + name] = each if isinstance(each, str) else said(each)
    return cells


def said(value: object) -> str | None:
    """A value as a person would write it; a list has ; between its values."""
    match value:
        case None | str():
            return value
        case list() if not any(isinstance(each, list | dict) for each in value):
            return ";".join(said(each) or "" for each in value)
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case _:
            return json.dumps(value, ensure_ascii=False)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object, which is refused when it gives one name two values."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _no_number(_: str) -> object:
    raise ValueError


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_number)
