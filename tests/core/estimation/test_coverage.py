"""Coverage in worlds made by the chosen model."""

import numpy as np
import pytest

from samen.core.estimation.coverage import KINDS, Coverage, Effort, simulated_coverage
from samen.core.estimation.existence import Status
from samen.core.estimation.models import parse
from samen.core.estimation.procedures import Fixed, Searched, Stepwise, main
from tests.core.estimation.published import named, table

WORLD = np.array([0, 900, 1000, 420, 800, 380, 430, 200])
QUICK = Effort(replicates=200)


def kinds(found: Coverage) -> dict[str, float]:
    return {each.kind: each.coverage for each in found.kinds}


def test_a_model_that_is_true_and_fixed_is_covered_as_promised() -> None:
    """By the calibrated interval. Two in three persons are observed here, and draws of those
    alone leave out that another sample would hold more of them, or fewer.
    """
    found = simulated_coverage(
        named(WORLD), main(3), 300, Effort(("percentile", "calibrated"), 300)
    )
    assert found.truth == round(found.outcome.total or 0)
    assert found.without_estimate == 0
    assert found.log_bias == pytest.approx(0, abs=0.005)
    alone, whole = found.kinds
    assert whole.coverage == pytest.approx(0.95, abs=3 * whole.error)
    assert alone.coverage < whole.coverage - whole.error
    for each in found.kinds:
        assert each.coverage + each.truth_below + each.truth_above == pytest.approx(1)
        assert 0.01 < each.error < 0.03
        assert 1.03 < each.width < 1.1


def test_the_spread_of_estimates_is_that_of_theory() -> None:
    """Two lists: the error of log(hidden) by the delta method, worked out from the means."""
    counts = np.array([0, 2000, 3000, 1000])
    found = simulated_coverage(named(counts), main(2), 400, Effort((), 2))
    hidden = 6000
    error = hidden * (1 / 2000 + 1 / 3000 + 1 / 1000 + 1 / hidden) ** 0.5
    assert found.truth == 12_000
    assert found.rmse == pytest.approx(error, rel=0.15)
    assert found.log_rmse == pytest.approx(error / 12_000, rel=0.15)
    assert found.kinds == ()


def test_the_published_study_is_met() -> None:
    """Chan, Silverman and Vincent 2021: log-RMSE .19; BCa covers less often than percentile."""
    found = simulated_coverage(named(table("UKdat_5")), Stepwise(), 60, QUICK)
    assert found.truth == 11313
    assert found.log_rmse == pytest.approx(0.19, abs=0.06)
    covered = kinds(found)
    assert covered["percentile"] > 0.85
    assert 0.7 < covered["bca"] < covered["percentile"]


def test_workers_and_more_worlds_do_not_change_a_world() -> None:
    western = named(table("Western"))
    few = simulated_coverage(western, Stepwise(), 6, Effort(replicates=300))
    many = simulated_coverage(western, Stepwise(), 8, Effort(replicates=300, workers=3))
    again = simulated_coverage(western, Stepwise(), 6, Effort(replicates=300, workers=2))
    other = simulated_coverage(western, Stepwise(), 6, Effort(replicates=300), seed=2)
    assert few.kinds == again.kinds
    assert few.totals == pytest.approx(many.totals[:6], nan_ok=True)
    assert few.totals != pytest.approx(other.totals, nan_ok=True)


def test_every_kind_can_be_asked() -> None:
    procedure = Searched("bic", 2, 10.0)
    kinds = KINDS[::-1]
    found = simulated_coverage(named(WORLD), procedure, 1, Effort(kinds, 100))
    assert tuple(each.kind for each in found.kinds) == kinds


def test_a_table_without_an_estimate_has_no_worlds() -> None:
    found = simulated_coverage(named(np.array([0, 30, 40, 0])), main(2), 5)
    assert found.outcome.status is Status.DOES_NOT_EXIST
    assert found.outcome.reason
    assert (found.totals.size, found.kinds) == (0, ())
    assert np.isnan([found.log_bias, found.rmse, found.log_rmse, found.without_estimate]).all()


def test_worlds_without_an_estimate_are_counted_apart() -> None:
    """Two shared persons expected: in about an eighth of the worlds there is none."""
    found = simulated_coverage(named(np.array([0, 40, 50, 2])), main(2), 80, Effort(replicates=50))
    assert found.without_estimate == pytest.approx(np.exp(-2), abs=0.12)
    assert found.without_estimate > 0
    assert np.isfinite(found.log_rmse)


def test_worlds_can_be_made_by_another_model_than_the_one_that_estimates() -> None:
    """Two pairs of dependent lists, estimated as if there were none: all estimates are too low."""
    counts = np.array([0, 300, 300, 400, 300, 60, 60, 40])
    found = simulated_coverage(
        named(counts), main(3), 20, QUICK, maker=Fixed(parse("[12,3]", ("A", "B", "C")))
    )
    assert found.truth == round(Fixed(parse("[12,3]", ("A", "B", "C"))).choose(counts).total or 0)
    assert found.log_bias < -0.2
    assert kinds(found)["calibrated"] == 0


def test_worlds_in_which_nobody_is_seen_have_no_estimate() -> None:
    """Three persons of four are expected on a list: in 1 of 256 worlds nobody is."""
    found = simulated_coverage(named(np.array([0, 1, 1, 1])), main(2), 600, Effort((), 1), seed=2)
    assert 0 < found.without_estimate < 1


def test_progress_ends_at_1() -> None:
    said: list[float] = []
    simulated_coverage(named(WORLD), main(3), 4, Effort(replicates=20), on_progress=said.append)
    assert said == [0.25, 0.5, 0.75, 1.0]
