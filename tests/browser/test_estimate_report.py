"""The report of an estimate in a browser: readable by all, narrow enough, its sheets in print."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser

from samen.core.estimation.estimate import Plan, estimate
from samen.core.estimation.report.files import report_files
from samen.core.estimation.table import from_counts
from samen.site.messages import translator
from tests.browser.conftest import faults
from tests.core.estimation.test_report import ON, VERSIONS
from tests.core.estimation.test_report import files as plain_files
from tests.core.estimation.test_report_checks import files as files_with_all_sheets

pytestmark = pytest.mark.browser


@cache
def files_of_many_lists() -> dict[str, bytes]:
    """Twelve lists, as many as can be checked; each shares persons with the next."""
    counts = {1 << at: 300 + at for at in range(12)} | {3 << at: 40 + at for at in range(11)}
    plan = Plan("main", replicates=0, sensitivity=True, validate=True)
    table = from_counts([f"list {at}" for at in range(12)], counts)
    return report_files(estimate(table, plan), translator("nl"), VERSIONS, ON)


MADE: dict[str, Callable[[], dict[str, bytes]]] = {
    "eight lists": lambda: plain_files("NewOrl"),
    "refused": lambda: plain_files("refused"),
    "all sheets": files_with_all_sheets,
    "many lists": files_of_many_lists,
}


@pytest.mark.parametrize("name", ["schatting.html", "estimate.html"])
@pytest.mark.parametrize(
    ("case", "sheets"), [("eight lists", 1), ("refused", 1), ("all sheets", 3), ("many lists", 2)]
)
def test_each_part_prints_on_its_own_sheet(
    case: str, sheets: int, name: str, browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(MADE[case]()[name])
    page = browser.new_page()
    page.goto(path.as_uri())
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        assert len(printed.pages) == sheets
    assert faults(page) == []
    page.close()
