"""A count from its parts: what changed since is counted again, the rest is taken as it was."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samen.core.terms import RegistrationKind
from samen.figures.models import CountingQuery, CountPart
from samen.figures.values import SOURCES, Codes, canonical, cells_of, digest, rows_of
from samen.linkage.queries_of_counts import BUCKETS, Bucket, Counting, changes, counted
from samen.linkage.values import NEVER
from samen.purposes.inside import Purpose
from samen.register.actions import bound

WRITTEN = ["changes", "inputs", "since", "holds", "cells", "ground", "organisation", "team",
           "registrar"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted: the cells, and what went in. again: how many parts were counted anew."""

    cells: Mapping[Codes, int]
    inputs: Mapping[str, str]
    again: int

    @property
    def inputs_sha256(self) -> str:
        return digest(canonical(self.inputs))


def counting_of(query: CountingQuery, first_year: int, last_year: int) -> Counting:
    """What linkage is asked to count for a query."""
    return Counting(
        RegistrationKind(query.about), query.persons, fields_of(query), first_year, last_year
    )


def fields_of(query: CountingQuery) -> tuple[str, ...]:
    """By what is counted, beside the year: also by the fields of which only some codes count, for
    the gate has to know the others; always also by who registered, which comes last. An estimate
    is made of that, and the gate has to know what each organisation knows."""
    return (*(name for name in query.by if name != SOURCES), *sorted(query.only), SOURCES)


def within(cells: Mapping[Codes, int], query: CountingQuery) -> dict[Codes, int]:
    """The cells of those whom a query counts; what is kept of a count holds the others too."""
    places = {1 + fields_of(query).index(name): codes for name, codes in query.only.items()}
    return {cell: n for cell, n in cells.items()
            if all(cell[at] in codes for at, codes in places.items())}  # fmt: skip


def count_all(purpose: Purpose, counting: Counting) -> Counted:
    """Count everything, whatever was kept of earlier counts, and keep nothing."""
    return _whole(counted(purpose, counting), len(BUCKETS))


def count_changed(purpose: Purpose, counting: Counting) -> Counted:
    """Count the parts that changed since they were counted, and keep them for the next time."""
    kept = _kept(purpose, counting)
    now = changes(purpose)
    holds = {
        name: part for name, part in kept.items()
        if part.changes == now.get(name, 0) and part.since <= purpose.day < part.holds
    }  # fmt: skip
    stale = [name for name in BUCKETS if name not in holds]
    fresh = counted(purpose, counting, stale) if stale else []
    _keep(purpose, counting, fresh)
    whole = [Bucket(name, part.changes, part.inputs, part.holds, cells_of(part.cells))
             for name, part in holds.items()]  # fmt: skip
    return _whole(sorted([*whole, *fresh], key=lambda each: each.name), len(stale))


def _whole(parts: Iterable[Bucket], again: int) -> Counted:
    cells: dict[Codes, int] = {}
    inputs = {}
    for part in parts:
        if part.inputs:
            inputs[part.name] = part.inputs
        for codes, n in part.cells.items():
            cells[codes] = cells.get(codes, 0) + n
    return Counted(dict(sorted(cells.items())), inputs, again)


def _kept(purpose: Purpose, counting: Counting) -> dict[str, CountPart]:
    part = purpose.membership
    rows = CountPart.objects.filter(
        processing=part.processing_id, regime=purpose.regime, plan=_plan(counting)
    )
    return {row.bucket: row for row in rows}


def _keep(purpose: Purpose, counting: Counting, parts: Iterable[Bucket]) -> None:
    every = bound(purpose, NEVER)
    rows = [
        CountPart(
            **every, plan=_plan(counting), bucket=part.name, changes=part.changes,
            inputs=part.inputs, since=purpose.day, holds=part.holds, cells=rows_of(part.cells),
        )
        for part in parts
    ]  # fmt: skip
    for batch in itertools.batched(rows, len(BUCKETS)):
        CountPart.objects.bulk_create(
            batch, update_conflicts=True, update_fields=WRITTEN,
            unique_fields=["processing", "regime", "plan", "bucket"],
        )  # fmt: skip


def _plan(counting: Counting) -> str:
    """What a kept part is a count of."""
    units = "persons" if counting.persons else "registrations"
    years = f"{counting.first_year}-{counting.last_year}"
    return "|".join((counting.about, units, ",".join(counting.by), years))
