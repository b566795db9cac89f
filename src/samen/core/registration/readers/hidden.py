"""What of a sheet nobody sees who opens the workbook: rows and columns that are hidden.

A reader that goes row by row is told neither, so the sheet's own XML is looked through: only its
tags, without taking it apart. Excel and its peers write it in UTF-8. Source: ECMA-376, part 1,
18.3.1.13 (col) and 18.3.1.73 (row).
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

LAST_COLUMN = 16_384
"""Of any sheet; a file may say that columns without end are hidden."""
MOST_SIZE = 1 << 20
"""Bytes that are looked through at once."""
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*?)(/?)>")
_ROW_ENDS = re.compile(rb"</(?:\w+:)?row\s*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*?)/?>")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is|f)\b")
_IS_HIDDEN = re.compile(rb"""\shidden=["'](?:1|true)["']""")
_NUMBER = re.compile(rb"""\sr=["'](\d+)["']""")
_FROM, _TO = (re.compile(rb"\s%b=[\"'](\d+)[\"']" % end) for end in (b"min", b"max"))


@dataclass(frozen=True, slots=True)
class Hidden:
    """rows: numbers of those with anything in them; columns: their names; sheets: titles of those
    that are hidden, which are not read."""

    rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


NOTHING = Hidden()
MOST_STRETCHES = 50


def stretches(numbers: Iterable[int]) -> list[str]:
    """Numbers in their order as a person writes them: 5, 8–12. The first MOST_STRETCHES."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ["–".join(map(str, each)) for each in found[:MOST_STRETCHES]]


def hidden_places(stream: BinaryIO, sheet: str) -> tuple[list[int], set[int]]:
    """The numbers of the hidden rows with anything in them, and of the hidden columns, of a sheet.

    Both count from one. A file that is not whole raises what its parts raise.
    """
    with ZipFile(stream) as archive, archive.open(_part_of(archive, sheet)) as part:
        rows: list[int] = []
        columns: set[int] = set()
        number = 0
        for at, text in enumerate(_up_to_ends(part)):
            if at == 0:
                columns = _hidden_columns(text)
            for tag in _ROW.finditer(text):
                told = _NUMBER.search(tag[1])
                number = int(told[1]) if told else number + 1
                if not tag[2] and _IS_HIDDEN.search(tag[1]) and _VALUE.search(text, tag.end()):
                    rows.append(number)
        return rows, columns


def _up_to_ends(part: IO[bytes]) -> Iterator[bytes]:
    """The text up to the end of each row that has cells, and what is left behind the last."""
    left = b""
    while read := part.read(MOST_SIZE):
        *whole, left = _ROW_ENDS.split(left + read)
        yield from whole
    yield left


def _hidden_columns(text: bytes) -> set[int]:
    found: set[int] = set()
    for tag in _COLUMN.finditer(text):
        first, last = _FROM.search(tag[1]), _TO.search(tag[1])
        if first and last and _IS_HIDDEN.search(tag[1]):
            found.update(range(int(first[1]), min(int(last[1]), LAST_COLUMN) + 1))
    return found


def _part_of(archive: ZipFile, sheet: str) -> str:
    """The name of the part in which a sheet stands. Source: ECMA-376, part 2, 6.5."""
    book = _related(archive, "")["officeDocument"]
    tree = fromstring(archive.read(book))
    sheets = (each for each in tree.iter() if each.tag.endswith("}sheet"))
    named = (each.attrib for each in sheets if each.get("name") == sheet)
    marks = (value for each in named for name, value in each.items() if name.endswith("}id"))
    return _related(archive, book)[next(marks, "")]


def _related(archive: ZipFile, part: str) -> dict[str, str]:
    """The parts that a part names, by their marks and by the last word of their kind."""
    folder, name = posixpath.split(part)
    found: dict[str, str] = {}
    for each in fromstring(archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))).iter():
        if target := each.get("Target"):
            whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id", "")] = whole
            found.setdefault(each.get("Type", "").rpartition("/")[2], whole)
    return found
