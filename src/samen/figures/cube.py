"""Cells of a count as the tables that are published: totals, coarser codes, a row for each code."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod

from django.utils.translation import gettext_noop as _

from samen.core.disclosure.system import MOST_CELLS
from samen.core.errors import BadInput, TooBig
from samen.figures.values import TOTAL, YEAR, Codes, Groups

BOTH = "+"
"""Between organisations that registered the same person."""


def table(
    cells: Mapping[Codes, int], order: Sequence[str], by: Sequence[str], groups: Groups
) -> dict[Codes, int]:
    """Counts by year and `by` with all totals but that over the years, zeros included.

    cells: codes in the order of `order`, the year first. Over the years there is no total: who was
    registered in two of them would count twice.
    """
    missing = sorted(set(by) - set(order))
    if missing:
        raise BadInput(
            _("This count does not know {missing}."),
            _("It was counted by {known}."),
            _("Count by it first, or leave it out."),
            missing=", ".join(missing), known=", ".join(order),
        )  # fmt: skip
    _refuse_odd(groups, by)
    into = {name: {code: wide for wide, codes in groups.get(name, {}).items() for code in codes}
            for name in by}  # fmt: skip
    places = [order.index(name) for name in by]
    found: dict[Codes, int] = {}
    for codes, n in cells.items():
        own = [into[name].get(codes[at], codes[at]) for name, at in zip(by, places, strict=True)]
        for ways in product(*((code, TOTAL) for code in own)):
            cell = (codes[0], *ways)
            found[cell] = found.get(cell, 0) + n
    return with_zeros(found)


def by_source(
    cells: Mapping[Codes, int], order: Sequence[str], by: Sequence[str], groups: Groups
) -> dict[str, dict[Codes, int]]:
    """The part of each organisation in a table: whom it registered, alone or with others.

    cells: with the organisations as the last code, `3+7` for who stands with both.
    """
    names = sorted({name for codes in cells for name in codes[-1].split(BOTH)})
    return {
        name: table(
            {codes: n for codes, n in cells.items() if name in codes[-1].split(BOTH)},
            order, by, groups,
        )
        for name in names
    }  # fmt: skip


def with_zeros(
    counts: Mapping[Codes, int], codes: Sequence[Iterable[str]] = ()
) -> dict[Codes, int]:
    """The same with a row for each combination, and for these codes of each dimension.

    Raises TooBig for more than can go through the gate, before they are made.
    """
    seen = [set(each) for each in zip(*counts, strict=True)]
    for known, more in zip(seen, codes, strict=False):
        known.update(more)
    many = prod(len(each) for each in seen)
    if many > MOST_CELLS:
        raise TooBig(
            _("The table has {cells} cells, those of nobody included."),
            _("At most {most} can go through the gate at once."),
            _("Leave a field out, or take codes together."),
            cells=many, most=MOST_CELLS,
        )  # fmt: skip
    return {cell: counts.get(cell, 0) for cell in product(*(sorted(each) for each in seen))}


def said(dimensions: Sequence[str], cell: Codes) -> dict[str, str]:
    """A cell as names and codes, without totals."""
    pairs = zip((YEAR, *dimensions), cell, strict=True)
    return {name: code for name, code in pairs if code != TOTAL}


def _refuse_odd(groups: Groups, by: Sequence[str]) -> None:
    for name, wide in groups.items():
        if name not in by:
            raise BadInput(
                _("Codes of {name} are taken together, and the table is not by it."),
                _("Codes are taken together of what a table is by."),
                _("Leave the coarser codes out, or add what they are of."),
                name=name,
            )
        below = [code for codes in wide.values() for code in codes]
        twice = sorted({code for code in below if below.count(code) > 1})
        if twice or set(wide) & {*below, TOTAL}:
            raise BadInput(
                _("Of {name} a code stands in two coarser codes, or in itself."),
                _("Each code goes into one coarser code."),
                _("Mend what is taken together."),
                name=name,
            )
