"""A capture table from the lines of a CSV file: one row a person, or one row a history."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import islice
from operator import itemgetter

import numpy as np

from samen.core.csv_rows import csv_rows
from samen.core.errors import BadInput, TooBig
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
BLOCK = 100_000
THOUSANDS = re.compile(r"[+-]?\d{1,3}([.,]\d{3})+")

type Key = tuple[str, ...]


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
    rows = csv_rows(lines)
    header = next(rows, [])
    count = count or (COUNT if COUNT in header else "")
    _refuse_header(header, [*lists, *covariates, *([count] if count else [])])
    others = [name for name in header if name != count and name not in covariates]
    fixed = [*covariates, *([count] if count else [])]
    found, tally = _tally(rows, header, list(lists) or others, fixed, chosen=bool(lists))
    return _table(found, covariates, tally, counted=bool(count))


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


def _tally(
    rows: Iterator[list[str]],
    header: list[str],
    lists: list[str],
    fixed: list[str],
    *,
    chosen: bool,
) -> tuple[list[str], Counter[Key]]:
    """Different rows and how often each came; columns that are no list left out as they show.

    Returns the list columns and rows of list fields followed by the `fixed` columns' fields.
    """
    tally: Counter[Key] = Counter()
    while block := list(islice(rows, BLOCK)):
        columns = [header.index(name) for name in [*lists, *fixed]]
        tally.update(map(_picked(columns), block))
        kept = [at for at, name in enumerate(lists) if _is_list(tally, at, name, chosen=chosen)]
        if len(kept) < len(lists):
            tally = _narrowed(tally, [*kept, *range(len(lists), len(columns))])
            lists = [lists[at] for at in kept]
    return lists, tally


def _picked(columns: Sequence[int]) -> Callable[[list[str]], Key]:
    """Some fields of a row; the library's own is four times as fast but gives one field bare."""
    if len(columns) == 1:
        return lambda row: (row[columns[0]],)
    return itemgetter(*columns)


def _is_list(tally: Counter[Key], at: int, name: str, *, chosen: bool) -> bool:
    """Whether a column holds zeros and ones only; refused when it was named as a list."""
    other = {key[at].strip() for key in tally} - BINARY
    if other and chosen:
        raise BadInput("The list column {name} holds something else than 0 or 1.",
                       "1 = the person stands on the list, 0 = not.",
                       "Correct the column, or leave it out of --lists.", name=name)  # fmt: skip
    return not other


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
    try:
        if THOUSANDS.fullmatch(text.strip()):
            raise InvalidOperation
        number = Decimal(text.strip().replace(",", "."))
        whole = int(number)
    except (InvalidOperation, ValueError, OverflowError):
        whole, number = 0, Decimal("0.5")
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
