"""A sheet for publication: no small number follows from it, whatever else its reader computes."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import numpy as np
import pytest

from samen.core.estimation.estimate import Estimate, Plan, estimate
from samen.core.estimation.report.audit import least_degree
from samen.core.estimation.report.content import Content, content
from samen.core.estimation.report.files import report_files
from samen.core.estimation.report.language import in_english
from samen.core.estimation.report.overlaps import overlaps_of
from samen.core.estimation.report.twins import holds_small, wishes
from samen.core.estimation.report.withheld import Degree, told
from samen.core.estimation.table import MISSING, Covariate, from_counts, from_rows
from samen.site.messages import translator

ON = date(2021, 11, 17)
FEW = 60
THREE = {1: 100, 2: 80, 4: 67, 3: 25, 5: 20, 6: 15, 7: 3}


def found(counts: dict[int, int], replicates: int = FEW) -> Estimate:
    lists = "ABC"[: max(counts).bit_length()]
    table = from_counts(lists, {at: n for at, n in counts.items() if n})
    return estimate(table, Plan(replicates=replicates))


def sheet(of: Estimate, degree: Degree) -> Content:
    return content(of, in_english(), {}, ON, degree)


def spread(
    counts: dict[int, int], others: Iterator[dict[int, int]], degree: Degree
) -> dict[bytes, set[int]]:
    """By small number of a table: what it is in all tables with the very same sheet."""
    of = found(counts)
    real, table = sheet(of, degree), of.table
    wished = wishes(table.by_history(), overlaps_of(table).shown)
    seen: dict[bytes, set[int]] = {wish.at.tobytes(): set() for wish in wished}
    for other in others:
        twin = found(other)
        if sheet(twin, degree) == real:
            for at, values in seen.items():
                values.add(int(np.frombuffer(at) @ twin.table.by_history()[1:]))
    return seen


def two_lists(persons: int) -> Iterator[dict[int, int]]:
    for both, one in product(range(1, persons), repeat=2):
        if both + one < persons:
            yield {1: one, 2: persons - both - one, 3: both}


@pytest.mark.parametrize("counts", [{1: 3, 2: 22, 3: 15}, {1: 22, 2: 15, 3: 3}])
def test_of_all_tables_of_two_lists_some_with_more_and_some_with_fewer_give_the_same_sheet(
    counts: dict[int, int],
) -> None:
    """By enumeration, with no part in the search that chose what the sheet leaves out."""
    of = found(counts)
    degree = least_degree(of, sheet)
    assert degree is not None
    for at, values in spread(counts, two_lists(40), degree).items():
        real = int(np.frombuffer(at) @ of.table.by_history()[1:])
        assert max(values) > real, values
        assert min(values) < real, values


def near_three() -> Iterator[dict[int, int]]:
    """The tables with the overlaps and the total of THREE that differ little in the rest."""
    for most, one, other in product(range(7), range(-2, 3), range(-2, 3)):
        more = most - THREE[7]
        yield {
            7: most,
            **{pair: THREE[pair] - more for pair in (3, 5, 6)},
            1: THREE[1] + one + more,
            2: THREE[2] + other + more,
            4: THREE[4] - one - other,
        }


def test_of_three_lists_those_on_all_do_not_follow_from_overlaps_and_a_lower_bound() -> None:
    """With overlaps s in sum and k on all, f2 = s - 3k and f1 = n - s + 2k, and Chao's bound is
    nearly n + f1²/2f2: what the whole report tells gives k, what may be published does not."""
    degree = least_degree(found(THREE), sheet)
    assert degree
    (on_all,) = [at.tobytes() for at in np.eye(7)[6:]]
    assert spread(THREE, near_three(), Degree.NOTHING)[on_all] == {3}
    assert {2, 3, 4} <= spread(THREE, near_three(), degree)[on_all]


def test_each_degree_is_made_of_the_one_before() -> None:
    """Tables that give the same sheet at a degree do so at all that follow."""
    of = found({1: 140, 2: 130, 4: 120, 3: 26, 5: 25, 6: 24, 7: 3}, replicates=200)
    sheets = [sheet(of, degree) for degree in Degree]
    assert sheets[0].choices
    assert not sheets[1].choices
    assert {"bic", "aic", "average"} <= {*told(of, Degree.NOTHING).answers}
    assert not {"bic", "aic", "average"} & {*told(of, Degree.CHOICE).answers}
    assert not sheets[2].forest
    low, high = of.answer.low, of.answer.high
    for degree in (Degree.ALL_BUT_LIMITS, Degree.ALL_BUT_POWERS):
        wide = told(of, degree).answer
        assert low
        assert high
        assert wide.low
        assert wide.high
        assert wide.low <= low < high <= wide.high
        assert {str(int(limit))[:1] for limit in (wide.low, wide.high)} <= {"1", "2", "5"}
    assert sheets[4].use.value == "refuse"


def test_a_table_without_small_numbers_keeps_its_whole_sheet() -> None:
    of = found({1: 80, 2: 60, 3: 30}, replicates=200)
    assert least_degree(of, sheet) is Degree.NOTHING
    files = report_files(of, translator("nl"), {}, ON)
    assert "Niet voor publicatie" not in files["schatting.html"].decode()
    assert "Chapman" in files["publication.html"].decode()


def test_a_report_that_tells_more_than_may_be_published_says_so() -> None:
    files = report_files(found(THREE, replicates=200), translator("nl"), {}, ON)
    assert "staat in publicatie.pdf" in files["schatting.html"].decode()
    assert "Not for publication" in files["estimate.html"].decode()
    public = files["publicatie.html"].decode()
    assert "Niet voor publicatie" not in public
    assert "geen aantal onder de 5 te herleiden" in public


WOMEN, MEN = (
    {1: 500, 2: 400, 3: 210, 4: 380, 5: 190, 6: 200, 7: 90},
    {1: 300, 2: 200, 3: 90, 4: 180, 5: 80, 6: 70, 7: 30},
)


def checked(men: dict[int, int], *, by: tuple[str, ...] = ("sex",)) -> dict[str, str]:
    """The pages of a report with groups and checks, as text."""
    rows = [(at, sex, n) for sex, of in enumerate((WOMEN, men)) for at, n in of.items() if n]
    histories, codes, counts = (np.array(each) for each in zip(*rows, strict=True))
    table = from_rows("ABC", [Covariate("sex", ("f", "m"))], histories, codes[:, None], counts)
    of = estimate(table, Plan("main", replicates=FEW, by=by, by_replicates=40, sensitivity=True,
                              validate=True))  # fmt: skip
    return {name: each.decode() for name, each in report_files(of, translator("nl"), {}, ON).items()
            if name.endswith(".html")}  # fmt: skip


def test_groups_and_checks_are_published_where_nothing_in_them_is_small() -> None:
    pages = checked(MEN)
    for name, parts in (("publicatie", ("sex: f", "Gevoeligheid en toetsing")),
                        ("publication", ("sex: f", "Sensitivity and validation"))):  # fmt: skip
        assert all(part in pages[f"{name}.html"] for part in parts)
        assert not any(words in pages[f"{name}.html"] for words in ("Niet voor", "Not for"))
    assert "staan hier niet" not in pages["publicatie.html"]


def test_a_small_number_in_a_group_keeps_groups_and_checks_off_the_sheet_for_publication() -> None:
    """Three men are on all lists: in the table of all persons nothing is small."""
    pages = checked(MEN | {7: 3})
    assert "sex: f" in pages["schatting.html"]
    assert pages["schatting.html"].count("Niet voor publicatie") == 2
    assert "sex: f" not in pages["publicatie.html"]
    assert "naar kenmerk, gevoeligheid en toetsing staan hier niet" in pages["publicatie.html"]
    assert "the checks are not here" in pages["publication.html"]


def test_what_is_not_known_of_persons_may_hide_a_small_number() -> None:
    rows = np.array([1, 2, 3, 1]), np.array([[0], [1], [0], [MISSING]]), np.array([90, 80, 40, 7])
    table = from_rows("AB", [Covariate("sex", ("f", "m"))], *rows)
    assert holds_small(table, ("sex",))
    assert not holds_small(table, ())


def test_of_more_lists_than_are_sought_there_is_no_sheet_for_publication() -> None:
    counts = {1 << at: 40 for at in range(13)} | {3: 30, 12: 30, 48: 4}
    of = estimate(from_counts("ABCDEFGHIJKLM", counts), Plan("main", replicates=0))
    assert least_degree(of, sheet) is None
    files = report_files(of, translator("nl"), {}, ON)
    assert "publicatie.html" not in files
    assert "bij meer dan 12 lijsten" in files["schatting.html"].decode()
