"""Charts stand in a page under its rules: no style, no script, ids of their own, the same bytes."""

import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.publishing import drawn
from samen.core.publishing.charts import (
    NARROW,
    WIDE,
    bar_chart,
    bars_in_words,
    draw_bars,
    draw_line,
    line_chart,
)  # fmt: skip
from samen.core.publishing.nouns import Point, Series, Words
from tests.core.publishing.invented import victims

FORBIDDEN = re.compile(r"\sstyle=|<style|<script|\son\w+=|href=|https?://(?!www\.w3\.org)")


@pytest.fixture(scope="module")
def line() -> str:
    return draw_line(victims())


def test_a_chart_keeps_to_the_rules_of_a_page(line: str) -> None:
    bars = draw_bars(victims(), 2020)
    for each in (line, bars):
        fromstring(each)
        assert not FORBIDDEN.search(each)


def test_two_charts_can_stand_in_one_page(line: str) -> None:
    other = draw_line(victims(), name="second")
    ids = re.findall(r'\bid="([^"]+)"', line + other)
    assert len(ids) == len(set(ids)) >= 4
    assert set(re.findall(r"url\(#([^)]+)\)", line + other)) <= set(ids)


def test_a_chart_says_what_it_shows(line: str) -> None:
    root = fromstring(line)
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "line-victims-title line-victims-desc"
    assert "stijging van 15%" in (root.findtext(f"{space}desc") or "")


def test_the_same_series_is_the_same_drawing(line: str) -> None:
    assert draw_line(victims()) == line
    assert drawn.png(line) == drawn.png(line)
    assert drawn.png(line).startswith(b"\x89PNG")


def test_a_chart_shows_intervals_targets_breaks_and_publications(line: str) -> None:
    for words in ("1.013", "doel 900", "andere definitie", "Jaarbeeld 2018", "geschat"):
        assert words in line
    assert "2.014" not in line


def test_a_chart_fits_a_phone() -> None:
    for size in (WIDE, NARROW):
        root = fromstring(draw_line(victims(), size=size))
        assert float(root.get("width") or 0) <= size.width + 20


def test_what_is_not_shown_has_no_place() -> None:
    rows = [row for layer in line_chart(victims())["layer"] for row in layer["data"]["values"]]
    assert [row for row in rows if row.get("year") == 2016] == []
    parts = {row["year"]: row["part"] for row in rows if "part" in row and row["year"] < 2018}
    assert parts[2015] != parts[2017]
    shown, _labels, hidden = bar_chart(victims(), 2020)["layer"]
    assert "orgaanverwijdering" not in json.dumps(shown["data"])
    assert hidden["data"]["values"] == [{"group": "orgaanverwijdering", "said": "niet getoond"}]


def test_bars_in_words() -> None:
    assert bars_in_words(victims(), 2020).endswith(
        "2020: seksueel 450; arbeid 390; crimineel 168; orgaanverwijdering niet getoond."
    )


def test_an_empty_series_is_an_empty_chart() -> None:
    fromstring(draw_line(Series("empty", Words("Niets"), Words("personen"))))
    fromstring(draw_bars(victims(), 1999))


def test_a_drawing_needs_a_name_that_can_be_an_id() -> None:
    with pytest.raises(BadInput, match="sign that an address"):
        draw_line(victims(), name="a b")


@settings(max_examples=10, deadline=None)
@given(st.text(min_size=1, max_size=30).filter(str.isprintable))
def test_words_of_a_title_are_words(title: str) -> None:
    fromstring(draw_line(replace(victims(), title=Words(title))))


def test_no_publication_is_left_out_where_there_are_many() -> None:
    points = tuple(Point(2010 + n, Decimal(100 + n), vintage=f"Uitgave {n}") for n in range(9))
    series = Series("x", Words("Meldingen"), Words("personen"), points=points)
    drawn = [row for layer in line_chart(series)["layer"] for row in layer["data"]["values"]]
    assert {row["value"] for row in drawn} == {float(each.value or 0) for each in points}
    joined = next(layer for layer in line_chart(series)["layer"] if layer["mark"]["type"] == "line")
    assert joined["data"]["values"] == [], "what stands by itself is not joined"
