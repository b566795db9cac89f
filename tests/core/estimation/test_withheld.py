"""An estimate from which a small number follows is not told."""

from datetime import date

import pytest

from samen.core.estimation.estimate import Estimate, Plan, estimate
from samen.core.estimation.report.files import report_files
from samen.core.estimation.table import from_counts
from samen.site.messages import translator

ON = date(2021, 11, 17)


def found(counts: dict[int, int], lists: str) -> Estimate:
    return estimate(from_counts(lists, counts), Plan(replicates=200, validate=True))


def pages(of: Estimate) -> list[str]:
    files = report_files(of, translator("nl"), {}, ON)
    return [files[f"{name}.html"].decode() for name in ("schatting", "estimate")]


@pytest.mark.parametrize("small", [{1: 4, 2: 400, 3: 60}, {1: 50, 2: 1, 3: 20}])
def test_two_lists_with_a_small_number_have_no_estimate_on_the_sheet(small: dict[int, int]) -> None:
    """14 of 1,014 persons on one list, 10 of them on both: the estimate is 4 × 1,000 / 10 more."""
    of = found(small, "AB")
    assert of.answer.total
    for page in pages(of):
        assert 'class="verdict refuse"' in page
        assert "Chapman" not in page
        assert "<svg" not in page
    assert "would follow from an estimate of these two lists" in pages(of)[1]


def test_two_lists_without_a_small_number_have_their_estimate() -> None:
    dutch, english = pages(found({1: 80, 2: 60, 3: 30}, "AB"))
    assert "Chapman" in english
    assert 'class="verdict refuse"' not in dutch


def test_three_lists_with_a_small_number_are_told_without_what_gives_it() -> None:
    """Chao's and Zelterman's together are those on one list and on two; the rest is on three."""
    counts = {1: 140, 2: 130, 4: 120, 3: 26, 5: 25, 6: 24, 7: 3}
    for page in pages(found(counts, "ABC")):
        assert "Chao" in page
        assert "Zelterman, D." not in page
        assert "Lee-Chao" not in page
        assert 'id="known"' not in page
    assert "Sample coverage (Lee-Chao)" in pages(found(counts | {7: 9}, "ABC"))[1]
    assert 'id="known"' in pages(found(counts | {7: 9}, "ABC"))[1]
