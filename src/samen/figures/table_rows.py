"""A table of a release as a page shows it: a column for each year, totals last."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from samen.figures.templatetags.figures_terms import figure_code
from samen.figures.values import TOTAL, Codes

LAST = ("several", "other", "unknown", TOTAL)
"""Codes that say little by themselves stand below those that say something."""
IN_ORDER = ("minor", "young", "adult")
"""Codes that have an order of their own."""
type Cell = tuple[Codes, int | None]


def tables_of(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The tables of a release. together: by field, each code that stands for others, with those."""
    return [
        each | by_year(each["by"], each["rows"]) | {"together": each["groups"]}
        for each in content["tables"]
    ]


def by_year(by: Sequence[str], rows: Iterable[Cell]) -> dict[str, Any]:
    """Cells by year and `by` as rows of codes, with a cell for each year. n: None where hidden."""
    told = {tuple(codes): n for codes, n in rows}
    years = sorted({codes[0] for codes in told})
    groups = sorted({codes[1:] for codes in told}, key=lambda codes: _place(by, codes))
    return {
        "fields": tuple(by), "years": years, "hidden": sum(n is None for n in told.values()),
        "groups": [
            {"codes": list(zip(by, codes, strict=True)), "is_total": set(codes) <= {TOTAL},
             "cells": [{"year": year, "n": told.get((year, *codes)),
                        "is_there": (year, *codes) in told} for year in years]}
            for codes in groups
        ],
    }  # fmt: skip


def in_order(codes: Iterable[str], field: str) -> list[str]:
    """Codes of one field as the rows of a table stand."""
    return sorted(codes, key=lambda code: _place([field], (code,)))


def _place(by: Sequence[str], codes: Codes) -> list[tuple[int, int, str]]:
    """By what a reader calls the codes, those of LAST after all others."""
    return [
        (
            LAST.index(code) + 1 if code in LAST else 0,
            IN_ORDER.index(code) if code in IN_ORDER else 0,
            figure_code(code, field).casefold(),
        )
        for field, code in zip(by, codes, strict=True)
    ]
