"""A linear program in HiGHS that is changed and solved again, always in the same way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import override

import highspy
import numpy as np
import numpy.typing as npt

from samen.core.disclosure.system import Matrix
from samen.core.errors import Refused

SECONDS = 600.0
"""After which a solver gives up."""


@dataclass(frozen=True)
class Limit:
    """seconds: for all programs of one question together. spent: how many have passed; core has no
    clock, so whoever asks brings one."""

    seconds: float = SECONDS
    spent: Callable[[], float] = lambda: 0.0


NO_LIMIT = Limit()

type Floats = npt.NDArray[np.float64]
type Places = npt.NDArray[np.int64]
type Row = tuple[Places, Floats]
"""Columns and their coefficients."""


class NoAnswer(Refused):
    """The solver gave none: nothing may be released."""


class Infeasible(NoAnswer):
    """Nothing fulfils all that is asked."""


class TimedOut(NoAnswer):
    """The solver did not end in time."""


@dataclass(frozen=True)
class Solution:
    """values, float64 of shape (columns,); prices: what each row costs, of shape (rows,); the
    objective and its proven bound. is_best: whether the search came to its end."""

    objective: float
    bound: float
    values: Floats
    prices: Floats
    is_best: bool


class _Quiet(highspy.Highs):
    """HiGHS that says nothing: its first act, which prints, is to enable its callbacks."""

    @override
    def enableCallbacks(self) -> None:
        self.setOptionValue("output_flag", False)
        enable: Callable[[], None] = super().enableCallbacks
        enable()


_quiet: Callable[[], highspy.Highs] = _Quiet
"""Makes one; highspy does not say what its constructor gives."""


class Program:
    """min (or max) cost @ x, with rows @ x between two sides and x between two limits."""

    def __init__(self, cost: Floats, low: Floats, high: Floats, limit: Limit = NO_LIMIT) -> None:
        self._highs = _quiet()
        for name, value in {
            "threads": 1,
            "random_seed": 1,
            "mip_abs_gap": 0.499,  # the counts are whole numbers
        }.items():
            self._highs.setOptionValue(name, value)
        columns = len(cost)
        nothing = np.zeros(0, dtype=np.int32)
        self._highs.addCols(
            columns, cost, low, high, 0, np.zeros(columns, dtype=np.int32), nothing, np.zeros(0)
        )
        self.columns = columns
        self._is_whole = self._may_stop = False
        self._limit = limit

    def add_rows(self, rows: Sequence[Row], low: float, high: float) -> None:
        """Add rows: low <= coefficients @ x[columns] <= high."""
        if not rows:
            return
        starts = np.cumsum([0, *(len(places) for places, _ in rows[:-1])], dtype=np.int32)
        places = np.concatenate([places for places, _ in rows]).astype(np.int32)
        values = np.concatenate([values for _, values in rows])
        sides = np.full(len(rows), low), np.full(len(rows), high)
        self._highs.addRows(len(rows), *sides, len(places), starts, places, values)

    def add_matrix(self, rows: Matrix, low: Floats, high: Floats | float = np.inf) -> None:
        """Add rows: low <= rows @ x <= high."""
        starts, places = rows.indptr[:-1].astype(np.int32), rows.indices.astype(np.int32)
        sides = low, np.broadcast_to(high, len(low)).astype(float)
        self._highs.addRows(len(low), *sides, rows.nnz, starts, places, rows.data)

    def limit(self, low: Floats, high: Floats) -> None:
        """Set the limits of all columns."""
        every = np.arange(self.columns, dtype=np.int32)
        self._highs.changeColsBounds(self.columns, every, low, high)

    def aim(self, column: int, cost: float) -> None:
        """Set the cost of one column."""
        self._highs.changeColCost(column, cost)

    def aim_all(self, cost: Floats) -> None:
        """Set the cost of all columns."""
        every = np.arange(self.columns, dtype=np.int32)
        self._highs.changeColsCost(self.columns, every, cost)

    def option(self, name: str, value: float | str) -> None:
        """Set an option of HiGHS."""
        self._highs.setOptionValue(name, value)

    def whole(self) -> None:
        """From now on x has to be whole numbers."""
        every = np.arange(self.columns, dtype=np.int32)
        kinds = np.full(self.columns, highspy.HighsVarType.kInteger)
        self._highs.changeColsIntegrality(self.columns, every, kinds)
        self._is_whole = True

    def start_at(self, values: Floats) -> None:
        """Give a solution to begin with."""
        solution = highspy.HighsSolution()
        solution.col_value = list(values)
        self._highs.setSolution(solution)

    def stop_after(self, nodes: int) -> None:
        """From now on a search of whole numbers may stop there, with what it has."""
        self._highs.setOptionValue("mip_max_nodes", nodes)
        self._may_stop = True

    def solve(self) -> Solution:
        """The best x, or one of whole numbers with its bound where the search may stop and was.

        Raises Infeasible, and TimedOut where there is none.
        """
        left = self._run()
        if self._highs.getModelStatus() == highspy.HighsModelStatus.kUnknown:
            self._highs.clearSolver()  # it got lost from where the last answer let it begin
            left = self._run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            raise Infeasible("No counts fulfil all that is asked.", "", "Take coarser codes.")
        has_one = left > 0 and self._has_stopped_with_one()
        if status != highspy.HighsModelStatus.kOptimal and not has_one:
            raise TimedOut(
                "The solver stopped before it had an answer ({status}).",
                "Nothing is published on half an answer.",
                "Give it more time, or take a coarser table.",
                status=self._highs.modelStatusToString(status),
            )
        info, found = self._highs.getInfo(), self._highs.getSolution()
        bound = info.mip_dual_bound if self._is_whole else info.objective_function_value
        return Solution(
            info.objective_function_value,
            bound,
            np.array(found.col_value),
            np.array(found.row_dual),
            status == highspy.HighsModelStatus.kOptimal,
        )

    def _run(self) -> float:
        """The seconds that were left before."""
        left = self._limit.seconds - self._limit.spent()
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + max(left, 0.0))
        self._highs.run()
        return left

    def _has_stopped_with_one(self) -> bool:
        info = self._highs.getInfo()
        return bool(
            self._may_stop
            and info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
            and np.isfinite(info.mip_dual_bound)
        )
