"""The demo's day goes forward, for all processes at once; no other site has such a page."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.test import override_settings

from samen.work import clock
from tests.cast import Cast

pytestmark = pytest.mark.django_db
DAY = date(2022, 11, 15)


@pytest.fixture
def moved(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "demo-day"
    with override_settings(DEMO=True, TODAY=DAY, DEMO_DAY=file):
        yield file


def test_moving_the_day_is_seen_by_every_process(cast: Cast, moved: Path) -> None:
    answer = cast.client("reader").post("/demo/dag", {"day": "2023-11-16"}, follow=True)
    assert "16 november 2023" in answer.content.decode()
    assert moved.read_text() == "2023-11-16"
    assert clock.today() == date(2023, 11, 16)


@pytest.mark.parametrize("day", ["2022-11-15", "2021-01-01", "2150-01-01", "morgen", ""])
def test_a_day_that_is_past_or_none_moves_nothing(cast: Cast, moved: Path, day: str) -> None:
    assert cast.client("reader").post("/demo/dag", {"day": day}).status_code == 400
    assert clock.today() == DAY


def test_a_site_that_is_no_demo_has_no_such_page_and_hears_no_moved_day(
    cast: Cast, moved: Path
) -> None:
    moved.write_text("2023-11-16")
    with override_settings(DEMO=False):
        assert cast.client("reader").get("/demo/dag").status_code == 404
        assert clock.today() == DAY
