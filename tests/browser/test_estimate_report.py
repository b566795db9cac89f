"""The report of an estimate in a browser: readable by all, narrow enough, its sheets in print."""

import io
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import faults
from tests.core.estimation.test_report import files as plain_files
from tests.core.estimation.test_report_checks import files as files_with_all_sheets

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", ["schatting.html", "estimate.html"])
@pytest.mark.parametrize(("case", "sheets"), [("NewOrl", 1), ("refused", 1), ("all sheets", 3)])
def test_each_part_prints_on_its_own_sheet(
    case: str, sheets: int, name: str, browser: Browser, tmp_path: Path
) -> None:
    made = files_with_all_sheets() if case == "all sheets" else plain_files(case)
    path = tmp_path / name
    path.write_bytes(made[name])
    page = browser.new_page()
    page.goto(path.as_uri())
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        assert len(printed.pages) == sheets
    assert faults(page) == []
    page.close()
