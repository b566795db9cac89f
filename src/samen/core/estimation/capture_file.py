"""A capture table from the lines of a CSV file: one row a person, or one row a history."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, islice
from operator import itemgetter

import numpy as np

from samen.core.csv_rows import numbered_rows
from samen.core.errors import BadInput, SamenError, TooBig
from samen.core.estimation.table import (
    MISSING,
    MOST_PERSONS,
    CaptureTable,
    Covariate,
    from_rows,
)

COUNT = "count"
NOT_KNOWN = frozenset({"", "na", "nan", "n/a", "null", "none", "?", "onbekend", "unknown"})
BINARY = frozenset({"0", "1"})
ROUND = BINARY | {"0.0", "1.0", "0,0", "1,0"}
MARKS = ROUND | set("tfjnyx") | {"true", "false", "waar", "onwaar", "ja", "nee", "yes", "no"}
"""What people write for on the list or not; only 0 and 1 mean the same to all."""
MOST_STRAY = 0.3
"""Share of other fields below which a column of zeros and ones is a list with wrong cells."""
MOST_MARKED = 0.999
"""Share of marks from which on a column may be a list in other words; one of f and m is none."""
LIKE_COUNT = frozenset(
    {COUNT, "counts", "n", "freq", "frequency", "aantal", "aantallen", "frequentie"}
)
FEWEST, BLOCK = 2, 5_000
NUMBER = re.compile(r"[+-]?\d+([.,]\d*)?(e[+-]?\d{1,9})?", re.IGNORECASE)
THOUSANDS = re.compile(r"[+-]?\d{1,3}([.,]\d{3})+")

type Key = tuple[str, ...]
type Numbered = tuple[int, list[str]]


def read_table(
    lines: Iterable[str],
    lists: Sequence[str] = (),
    covariates: Sequence[str] = (),
    count: str = "",
) -> CaptureTable:
    """The table that a file holds.

    lists: the list columns; when none are given, every column of only zeros and ones. covariates:
    columns to split by. count: the column with numbers of persons; when not given, the column
    named `count` if there is one, else every row is one person.
    Rows are counted as they come, so memory grows with the number of different rows only.
    """
    rows = numbered_rows(lines)
    _, header = next(rows, (1, []))
    head = list(islice(rows, BLOCK))
    count = count or (COUNT if COUNT in header else "")
    _refuse_header(header, [*lists, *covariates, *([count] if count else [])])
    others = [name for name in header if name != count and name not in covariates]
    fixed = [*covariates, *([count] if count else [])]
    found, tally, notes = _tally(chain(head, rows), header, list(lists) or others, fixed,
                                 chosen=bool(lists))  # fmt: skip
    if not count:
        unlike = set(tally.values()) == {1} and len(tally) == len(head)
        _refuse_unnamed_count(
            name for name in header
            if name not in {*found, *covariates}
            and (name.lower() in LIKE_COUNT
                 or (unlike and _counts_like([row[header.index(name)] for _, row in head])))
        )  # fmt: skip
    return replace(_table(found, covariates, tally, counted=bool(count)), notes=notes)


def _refuse_header(header: Sequence[str], named: Sequence[str]) -> None:
    if not header:
        raise BadInput("The file is empty.",
                       "The first line holds the names of the columns.", "")  # fmt: skip
    doubles = [name for name, times in Counter(header).items() if times > 1]
    if doubles:
        raise BadInput("There are two columns {name}.", "Each column has its own name.",
                       "Rename one of them.", name=doubles[0] or "-")  # fmt: skip
    for name in named:
        if name not in header:
            raise BadInput("There is no column {name}.", "The columns are {columns}.", "",
                           name=name[:60], columns=", ".join(header)[:300])  # fmt: skip
    for name, times in Counter(named).items():
        if times > 1:
            raise BadInput("The column {name} is named twice.",
                           "A column is a list, a covariate or the count.", "",
                           name=name)  # fmt: skip


def _refuse_unnamed_count(names: Iterable[str]) -> None:
    """Else each history would be taken for one person, without a word."""
    for name in names:
        raise BadInput("The column {name} seems to hold counts, and is not named as such.",
                       "Without a count every row is one person.",
                       "Give --count {name}, or leave the column out.",
                       name=name[:60] or "-")  # fmt: skip


def _counts_like(cells: Sequence[str]) -> bool:
    """Whole numbers beside histories that are all different, but for a running number."""
    numbers = [cell.strip() for cell in cells]
    if not all(number.isascii() and number.isdecimal() for number in numbers):
        return False
    return sorted(map(int, numbers)) not in (
        list(range(len(numbers))), list(range(1, len(numbers) + 1))
    )  # fmt: skip


def _tally(
    rows: Iterator[Numbered],
    header: list[str],
    lists: list[str],
    fixed: list[str],
    *,
    chosen: bool,
) -> tuple[list[str], Counter[Key], tuple[SamenError, ...]]:
    """Different rows and how often each came; columns that are no list left out as they show.

    Returns the list columns, rows of list fields followed by the `fixed` columns' fields, and what
    is to be said of columns that may be lists.
    """
    tally: Counter[Key] = Counter()
    marked: list[tuple[BadInput, SamenError]] = []
    while block := list(islice(rows, BLOCK)):
        columns = [header.index(name) for name in [*lists, *fixed]]
        fresh = Counter(map(_picked(columns), map(itemgetter(1), block)))
        tally.update(fresh)
        kept = []
        for at, name in enumerate(lists):
            if {key[at].strip() for key in fresh} <= BINARY:
                kept.append(at)
            elif chosen or _share(tally, at, ROUND) > 1 - MOST_STRAY:
                raise _wrong_cell(block, columns[at], name)
            elif _share(tally, at, MARKS) > MOST_MARKED:
                marked.append((_wrong_cell(block, columns[at], name), _left_out(name)))
        if len(kept) < len(lists):
            tally = _narrowed(tally, [*kept, *range(len(lists), len(columns))])
            lists = [lists[at] for at in kept]
    if len(lists) < FEWEST and marked:
        raise marked[0][0]
    return lists, tally, tuple(note for _, note in marked)


def _left_out(name: str) -> SamenError:
    return BadInput(
        "The column {name} is not taken as a list: its cells are others than 0 and 1.",
        "",
        "If it is a list, write 1 and 0 in it.",
        name=name[:60] or "-",
    )


def _picked(columns: Sequence[int]) -> Callable[[list[str]], Key]:
    """Some fields of a row; the library's own is four times as fast but gives one field bare."""
    if len(columns) == 1:
        return lambda row: (row[columns[0]],)
    return itemgetter(*columns)


def _share(tally: Counter[Key], at: int, marks: frozenset[str]) -> float:
    """The share of the known fields of a column that are one of these marks."""
    cells = Counter[str]()
    for key, times in tally.items():
        cells[key[at].strip().lower()] += times
    known = sum(times for cell, times in cells.items() if cell not in NOT_KNOWN)
    return sum(cells[mark] for mark in marks) / known if known else 0.0


def _wrong_cell(block: Sequence[Numbered], column: int, name: str) -> BadInput:
    line, row = next(each for each in block if each[1][column].strip() not in BINARY)
    return BadInput(
        "Column {name}, line {line}: {cell} is neither 0 nor 1.",
        "1 = the person stands on the list, 0 = not.",
        "Correct the cell; if the column is no list, name the lists with --lists, and a column of "
        "counts with --count.",
        name=name[:60] or "-",
        line=line,
        cell=row[column].strip()[:30] or "–",
    )


def _narrowed(tally: Counter[Key], kept: Sequence[int]) -> Counter[Key]:
    narrow: Counter[Key] = Counter()
    for key, times in tally.items():
        narrow[tuple(key[at] for at in kept)] += times
    return narrow


def _table(
    lists: Sequence[str], covariates: Sequence[str], tally: Counter[Key], *, counted: bool
) -> CaptureTable:
    keys = list(tally)
    bits = [sum(1 << at for at in range(len(lists)) if key[at].strip() == "1") for key in keys]
    persons = [tally[key] * (_count(key[-1]) if counted else 1) for key in keys]
    if sum(persons) > MOST_PERSONS:
        raise TooBig("The table holds {n} persons.", "At most {most} can be handled.",
                     "Look whether the count column holds counts.",
                     n=sum(persons), most=MOST_PERSONS)  # fmt: skip
    known = [_covariate(name, [key[len(lists) + at] for key in keys])
             for at, name in enumerate(covariates)]  # fmt: skip
    codes = [codes for _, codes in known]
    return from_rows(
        lists,
        [covariate for covariate, _ in known],
        np.array(bits, dtype=np.int64),
        np.array(codes, dtype=np.int64).reshape(len(covariates), len(keys)).T,
        np.array(persons, dtype=np.int64),
    )


def _count(text: str) -> int:
    """A whole number, also as 12.0 or 12,0; 1.000 is one thousand to some and one to others."""
    number = Decimal("0.5")
    if NUMBER.fullmatch(text.strip()) and not THOUSANDS.fullmatch(text.strip()):
        number = Decimal(text.strip().replace(",", "."))
    # Looked at before it is made whole: 1e999999999 would take all memory.
    whole = int(number) if number.adjusted() < len(str(MOST_PERSONS)) else MOST_PERSONS + 1
    if whole != number or abs(whole) > MOST_PERSONS:
        raise BadInput("The count {text} is no number of persons.",
                       "A count is a whole number of at most {most}, without marks in it.",
                       "Correct the count.",
                       text=text.strip()[:30] or "–", most=MOST_PERSONS)  # fmt: skip
    return whole


def _covariate(name: str, values: Sequence[str]) -> tuple[Covariate, list[int]]:
    """A covariate with its levels in order, numbers as numbers, and the code of each value."""
    texts = [value.strip() for value in values]
    levels = sorted({text for text in texts if text.lower() not in NOT_KNOWN}, key=_natural)
    place = {level: code for code, level in enumerate(levels)}
    return Covariate(name, tuple(levels)), [place.get(text, MISSING) for text in texts]


def _natural(text: str) -> tuple[int, int, str]:
    numeric = text.isascii() and text.isdecimal() and len(text) < 19
    return (0, int(text), text) if numeric else (1, 0, text)
