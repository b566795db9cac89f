"""Tables by covariates: the numbers of a row, and that they hang together."""

from dataclasses import replace

import numpy as np
import pytest

from samen.core.errors import BadInput
from samen.core.estimation.by import Row, by
from samen.core.estimation.covariate_bootstrap import (
    CovariateBootstrap,
    Fixed,
    bootstrap_covariates,
)
from samen.core.estimation.formula import parse_formula
from samen.core.estimation.table import from_rows
from tests.core.estimation.invented import SEX, YEAR, table

CAPTURED = table()


@pytest.fixture(scope="module")
def result() -> CovariateBootstrap:
    model = parse_formula("A*sex + B*sex + A*year", CAPTURED)
    return bootstrap_covariates(CAPTURED, Fixed(model), 60)


@pytest.fixture(scope="module")
def rows(result: CovariateBootstrap) -> dict[tuple[str, ...], Row]:
    return {row.values: row for row in by(result, ["year", "sex"])}


def test_there_is_a_row_for_the_total_every_value_and_every_pair(
    rows: dict[tuple[str, ...], Row],
) -> None:
    pairs = {(sex, year) for sex in SEX.levels for year in YEAR.levels}
    values = {(each,) for each in SEX.levels + YEAR.levels}
    assert set(rows) == {(), *values, *pairs}


def test_registered_is_counted_and_the_estimates_add_up(
    rows: dict[tuple[str, ...], Row], result: CovariateBootstrap
) -> None:
    for level in SEX.levels:
        assert rows[level,].registered == CAPTURED.only("sex", level).n_observed
    total = rows[()].estimate
    assert total == result.fit.n_hat
    for levels in (SEX.levels, YEAR.levels):
        parts = [rows[level,].estimate for level in levels]
        assert sum(part for part in parts if part is not None) == pytest.approx(total)


def test_ratio_and_change_come_from_the_same_draws(
    rows: dict[tuple[str, ...], Row], result: CovariateBootstrap
) -> None:
    drawn = result.registered_draws["year",] + result.hidden_draws["year",]
    one, two = rows["2016",], rows["2017",]
    assert two.change is not None
    assert two.change_interval is not None
    assert one.estimate is not None
    assert two.estimate is not None
    assert two.ratio == pytest.approx(two.estimate / two.registered)
    assert two.change == pytest.approx(two.estimate - one.estimate)
    limits = np.sort(drawn[:, 1] - drawn[:, 0])[[1, 58]]  # of 60: the 2nd and the 59th
    assert [two.change_interval.low, two.change_interval.high] == pytest.approx(limits)
    assert one.change is None
    assert one.change_interval is None


def test_the_change_within_a_value_is_that_of_the_pairs(rows: dict[tuple[str, ...], Row]) -> None:
    before, after = rows["man", "2018"], rows["man", "2019"]
    assert before.estimate is not None
    assert after.estimate is not None
    assert after.change == pytest.approx(after.estimate - before.estimate)
    assert rows["man", "2016"].change is None
    assert rows["man",].change is None


def test_intervals_hold_the_estimate_and_a_higher_level_is_wider(
    rows: dict[tuple[str, ...], Row], result: CovariateBootstrap
) -> None:
    wide = {row.values: row for row in by(result, ["year", "sex"], level=0.99)}
    for values, row in rows.items():
        assert row.interval is not None
        assert row.estimate is not None
        assert row.interval.low < row.estimate < row.interval.high
        assert min(row.interval.errors) > 0
        outer = wide[values].interval
        assert outer is not None
        assert outer.low <= row.interval.low
        assert outer.high >= row.interval.high


def test_a_value_that_nobody_has_has_no_ratio() -> None:
    kept = CAPTURED.codes[:, 0] == 0
    women = from_rows(CAPTURED.lists, CAPTURED.covariates, CAPTURED.histories[kept],
                      CAPTURED.codes[kept], CAPTURED.counts[kept])  # fmt: skip
    model = parse_formula("A*year", women)
    found = {row.values: row for row in by(bootstrap_covariates(women, Fixed(model), 3), ["sex"])}
    assert found["man",].registered == 0
    assert found["man",].estimate == 0
    assert found["man",].ratio is None
    assert found["man",].ratio_interval is None


def test_a_table_without_an_estimate_has_rows_without_numbers() -> None:
    captured = table(covariates=(SEX,), lists=2)
    model = parse_formula("A*B*sex", captured)
    for row in by(bootstrap_covariates(captured, Fixed(model), 4), ["sex"]):
        assert (row.estimate, row.interval, row.ratio) == (None, None, None)
        assert row.registered > 0
        assert row.without == 1


def test_replicates_without_an_estimate_count_as_infinite() -> None:
    """Left out, they would make the upper limit too low: they have the least overlap."""
    captured = table(60, 3, covariates=(), lists=3, chance=0.2)
    found = bootstrap_covariates(captured, Fixed(parse_formula("A*B + A*C", captured)), 100)
    share = found.n_without / 100
    (row,) = by(found, [])
    (narrow,) = by(found, [], level=1 - 2.5 * share)
    assert row.without == share > 0.025
    assert row.interval is not None
    assert narrow.interval is not None
    assert np.isfinite(row.interval.low)
    assert row.interval.high == row.interval.errors[1] == np.inf
    assert np.isfinite(narrow.interval.high)


def test_for_a_change_they_count_against_both_limits(result: CovariateBootstrap) -> None:
    draws = {margin: each.copy() for margin, each in result.hidden_draws.items()}
    for each in draws.values():
        each[:3] = np.nan
    some = {row.values: row for row in by(replace(result, hidden_draws=draws), ["year"])}
    change = some["2017",].change_interval
    assert change is not None
    assert (change.low, change.high) == (-np.inf, np.inf)
    assert some["2017",].without == 0.05


def test_a_covariate_that_was_not_kept_is_refused(result: CovariateBootstrap) -> None:
    with pytest.raises(BadInput, match=r"No draws by age were kept.*sex × year"):
        by(result, ["age"])
