"""Rows a second and memory of reading and checking a partner's file, by format.

    ./samen bench registration [FORMAT ROWS]

Each format runs in a process of its own on an invented file of 15 columns, of which one row in
fifty has something wrong; the rows that are refused are written to a file to mend. Seconds are of
the processor. Memory is the peak of the process when a tenth was read, and at the end.
"""

import csv
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from itertools import chain, islice
from typing import BinaryIO

import numpy as np
import pyarrow as pa
from openpyxl import Workbook
from pyarrow import parquet

from samen.core.registration import Check, MendingFile, guess_mapping, mapping_of, open_table
from samen.site.database import ROOT
from tests.core.registration.given import fields

SIZES = {"parquet": 1_000_000, "csv": 1_000_000, "csv_quoted": 1_000_000, "json": 300_000,
         "xlsx": 50_000}  # fmt: skip
"""The others stream as well; they are smaller because they take longer to write."""
PART = 10_000
HEAD = (
    *("registratienummer", "voornaam", "tussenvoegsel", "achternaam", "geboortedatum"),
    *("geslacht", "nationaliteit", "straat", "huisnummer", "postcode", "woonplaats"),
    *("telefoon", "registratiedatum", "uitbuiting", "bedenktijd"),
)
TODAY = date(2021, 11, 17)

type Row = list[str]


def main(arguments: list[str]) -> int:
    if len(arguments) == 2:
        return measured(arguments[0], int(arguments[1]))
    print(f"{'format':<12}{'rows':>10}{'refused':>10}{'rows/s':>10}{'a tenth':>10}{'peak':>10}")
    for name, rows in SIZES.items():
        command = [sys.executable, "-m", "bench.registration", name, str(rows)]
        subprocess.run(command, cwd=ROOT, check=True)
    return 0


def measured(name: str, rows: int) -> int:
    """One format in this process."""
    with tempfile.TemporaryFile() as file, tempfile.TemporaryFile() as bad:
        # in a process of its own: what writing takes must not count as memory of reading
        write = [sys.executable, "-c", WRITE, name, str(rows)]
        subprocess.run(write, cwd=ROOT, stdout=file, check=True)
        file.seek(0)
        at_a_tenth, check, seconds = taken(file, bad, rows)
    found = check.summary()
    print(f"{name:<12}{found.rows:>10,}{found.refused:>10,}{rows / seconds:>10,.0f}"
          f"{at_a_tenth:>7,} MB{peak():>7,} MB")  # fmt: skip
    return 0


WRITE = "import sys; from bench.registration import written; written(*sys.argv[1:])"


def taken(file: BinaryIO, bad: BinaryIO, rows: int) -> tuple[int, Check, float]:
    """The memory after a tenth, what was found, and the seconds."""
    start = time.process_time()
    table = open_table(file)
    batches = table.batches()
    first = next(batches)
    known = fields()
    check = Check(table.names, mapping_of(guess_mapping(table.names, first, known)), known, TODAY)
    mending = MendingFile(bad, table.layout, table.names)
    at_a_tenth = 0
    for batch in chain([first], batches):
        mending.add(check.check(batch))
        if not at_a_tenth and check.summary().rows >= rows / 10:
            at_a_tenth = peak()
    mending.close()
    return at_a_tenth, check, time.process_time() - start


def peak() -> int:
    """The most memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def invented(rows: int) -> Iterator[Row]:
    """Rows of nobody, one in fifty with a day that does not exist."""
    chance = np.random.default_rng(20211117)
    syllables = np.array(["ba", "ne", "lo", "ri", "va", "ku", "ma", "de", "so", "ti", "pe"])
    for start in range(0, rows, PART):
        words = chance.choice(syllables, (PART, 6))
        numbers = chance.integers(0, 1 << 30, (PART, 8)).tolist()
        for at in range(min(PART, rows - start)):
            yield _row(start + at, words[at].tolist(), numbers[at])


def _row(number: int, words: Row, n: list[int]) -> Row:
    birth = f"{n[0] % 28 + 1:02}-{n[1] % 12 + 1:02}-{1950 + n[2] % 55}"
    return [
        f"P{number:08}", "".join(words[:2]).title(), ("", "van", "de")[n[0] % 3],
        "".join(words[2:]).title(), "30-02-1988" if number % 50 == 0 else birth, "mv"[n[1] % 2],
        ("Nederlandse", "Poolse", "Roemeense", "onbekend")[n[2] % 4],
        f"{''.join(words[1:4]).title()}straat", str(n[3] % 300),
        f"{1000 + n[4] % 8999} {'ABCDE'[n[5] % 5]}B", ("Utrecht", "'s-Hertogenbosch")[n[6] % 2],
        f"06{n[7] % 100_000_000:08}", f"{n[3] % 28 + 1:02}-{n[4] % 12 + 1:02}-{2015 + n[5] % 6}",
        ("seksuele uitbuiting", "arbeidsuitbuiting")[n[6] % 2], ("ja", "nee", "")[n[7] % 3],
    ]  # fmt: skip


def written(name: str, rows: str) -> None:
    """Writes a file to standard output, row by row."""
    out, found = sys.stdout.buffer, invented(int(rows))
    match name:
        case "parquet":
            _parquet(out, found)
        case "xlsx":
            _xlsx(out, found)
        case "json":
            for row in found:
                out.write(json.dumps(dict(zip(HEAD, row, strict=True))).encode() + b"\n")
        case _:
            text = io.TextIOWrapper(out, newline="")
            dialect = "unix" if name == "csv_quoted" else "excel"  # unix: all between marks
            csv.writer(text, dialect, delimiter=";").writerows(chain([HEAD], found))
            text.flush()


def _parquet(out: BinaryIO, rows: Iterator[Row]) -> None:
    schema = pa.schema([(name, pa.string()) for name in HEAD])
    with parquet.ParquetWriter(out, schema) as writer:
        while part := list(islice(rows, 10 * PART)):
            columns = [pa.array(column, pa.string()) for column in zip(*part, strict=True)]
            writer.write_table(pa.table(columns, schema=schema))


def _xlsx(out: BinaryIO, rows: Iterator[Row]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in chain([HEAD], rows):
        sheet.append(row)
    whole = io.BytesIO()
    book.save(whole)
    out.write(whole.getvalue())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
