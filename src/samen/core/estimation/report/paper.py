"""The report as PDF."""

from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from samen.core.estimation.report.checked import Checked
from samen.core.estimation.report.content import Content
from samen.core.estimation.report.page import SHADE, cell
from samen.core.estimation.report.svg import Drawing
from samen.core.typeset import typeset

SETTING = Path(__file__).with_name("paper.typ").read_bytes()
FONT = "Libertinus Serif"
WORDS = ("title", "description", "verdict", "overlap", "list", "forest_said", "choices_said",
         "method", "record", "references", "groups", "group", "registered", "estimated",
         "groups_said", "checks", "tornado_said", "known", "known_said", "by_lists_said",
         "by_persons_said")  # fmt: skip


def to_pdf(content: Content, on: date) -> bytes:
    """The bytes of the PDF, dated `on`, so that equal reports are equal files."""
    return typeset(SETTING, _data(content), on)


def _data(content: Content) -> dict[str, Any]:
    overlaps = content.overlaps
    return {
        "lang": content.language.code,
        "words": {name: content.word(name) for name in WORDS},
        "data": content.data,
        "notice": content.notice,
        "inside": content.inside,
        "headline": content.headline,
        "use": content.use.value,
        "said": content.word(content.use.value),
        "reasons": content.reasons,
        "assumption": content.assumption,
        "forest": _drawing(content.forest),
        "choices": _drawing(content.choices),
        "lists": overlaps.lists,
        "cells": [
            [
                {"words": cell(content, overlaps, at, other), "fill": SHADE[shade]}
                for other, shade in enumerate(row)
            ]
            for at, row in enumerate(overlaps.shades)
        ],
        "sizes": content.word(overlaps.shown),
        "groups": [
            [f"{each.name}: {each.value}", each.registered, each.estimate]
            for each in content.groups
            if not each.is_pair
        ],
        "pairs": [
            [name, [[each.value, each.registered, each.estimate] for each in rows]]
            for name, rows in groupby(
                (each for each in content.groups if each.is_pair), lambda each: each.name
            )
        ],
        "checked": content.checked and _checked(content.checked),
        "account": content.account,
        "record": content.record,
        "references": content.references,
    }


def _checked(checked: Checked) -> dict[str, Any]:
    return {
        "tornado": _drawing(checked.tornado),
        "tipping": checked.tipping,
        "known": checked.known and [checked.known.heads, checked.known.rows],
        "bias": checked.bias,
        "paths": [_drawing(each) for each in checked.paths],
        "coverage": checked.coverage,
    }  # fmt: skip


def _drawing(drawing: Drawing | None) -> dict[str, str] | None:
    if drawing is None:
        return None
    return {"title": drawing.title, "alt": drawing.description, "svg": drawing.svg(FONT)}
