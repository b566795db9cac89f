"""Whether a model's maximum likelihood estimate exists and its hidden number can be estimated.

Existence: there are means, positive in every live cell, with the margins of the counts (Fienberg
and Rinaldo 2012, theorem 3; Chan, Silverman and Vincent 2021, section 3.2). It depends on which
counts are zero, not on how large the others are.

Identifiability: the design on the live cells without the hidden one has full rank. For a
hierarchical model that fails in one case only: the model is saturated on its live cells. (A
direction in which no observed mean moves has, by Moebius inversion, a coefficient of +1 or -1 at
every live term, so all of them have to be in the model.)
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import scipy

from samen.core.estimation.compiled import compiled
from samen.core.estimation.groups import Groups, groups_of, spread
from samen.core.estimation.models import Model
from samen.core.estimation.poisson import Floats, Ints, live_cells, live_terms, margins_of

TINY = 1e-9


class Status(StrEnum):
    """What can be said of a model on a table."""

    OK = "ok"
    NOT_IDENTIFIABLE = "not_identifiable"
    DOES_NOT_EXIST = "does_not_exist"
    REFUSED = "refused"


@dataclass(frozen=True)
class Check:
    """exists, identifiable: of all live coefficients. hidden_estimable: of cell 0 alone.

    dead: the terms whose coefficient is at minus infinity.
    """

    exists: bool
    identifiable: bool
    hidden_estimable: bool
    dead: tuple[int, ...]

    @property
    def status(self) -> Status:
        """The verdict; a fit that does not exist is worse than one that is not unique."""
        if not self.exists:
            return Status.DOES_NOT_EXIST
        return Status.OK if self.identifiable else Status.NOT_IDENTIFIABLE


def check(counts: Ints, model: Model) -> Check:
    """Look before fitting; counts of shape (2**L,) by history."""
    numbers = counts.astype(np.float64)
    numbers[0] = 0.0
    terms = model.array()
    margins = margins_of(numbers, model.n_lists)
    groups = groups_of(terms, margins[terms], model.n_lists)
    found = exists(groups, np.flatnonzero(numbers))
    unique = identifiable(groups)
    return Check(
        exists=found,
        identifiable=unique,
        hidden_estimable=unique if found else _hidden_estimable(terms, margins, numbers),
        dead=tuple(int(term) for term in terms if margins[term] == 0),
    )


def _hidden_estimable(terms: Ints, margins: Floats, counts: Floats) -> bool:
    """Whether cell 0 is determined though some coefficients have no finite estimate.

    The likelihood is then greatest on a face: the live cells that can be positive with these
    margins. Cell 0 is estimable when its row of the design lies in the span of that face's rows.
    """
    live = live_cells(terms, margins)
    terms = live_terms(terms, live)
    cells = np.flatnonzero(live)[1:]
    design = _design(cells, terms)
    n = cells.size
    margins = design.T @ (counts[cells] > 0)
    scaled = np.block([
        [design.T, np.zeros((terms.size, n)), -margins[:, None]],
    ])  # fmt: skip
    above = np.hstack([-np.eye(n), np.eye(n), np.zeros((n, 1))])
    found = scipy.optimize.linprog(
        np.concatenate([np.zeros(n), -np.ones(n), [0.0]]),
        A_ub=above,
        b_ub=np.zeros(n),
        A_eq=scaled,
        b_eq=np.zeros(terms.size),
        bounds=[(0, None)] * n + [(0, 1)] * n + [(1, None)],
    )
    face = design[np.asarray(found.x)[n : 2 * n] > 0.5]
    hidden = np.zeros((1, terms.size))
    hidden[0, terms == 0] = 1
    rank = np.linalg.matrix_rank
    return int(rank(face)) == int(rank(np.vstack([face, hidden])))


def _design(cells: Ints, terms: Ints) -> Floats:
    design: Floats = (cells[:, None] & terms[None, :] == terms[None, :]).astype(np.float64)
    return design


@compiled
def identifiable(groups: Groups) -> bool:
    """Whether some live cell is not itself a term."""
    return bool(_n_live(groups) > groups.terms.size)


@compiled
def _n_live(groups: Groups) -> float:
    cells = 1.0
    for number in range(groups.sizes.size):
        cells *= groups.live[groups.starts[number] : groups.starts[number + 1]].sum()
    return cells


@compiled
def exists(groups: Groups, filled: Ints) -> bool:
    """Whether means, positive in all live cells, have the margins of the counts.

    filled: the histories with persons. Directions in which none of these moves span a small space;
    a positive solution exists unless one of them raises some empty cell and lowers none (Stiemke's
    lemma). How far a direction moves a cell is a sum over groups. A model that is not identifiable
    fits every live cell as it is.
    """
    if not identifiable(groups):
        return bool(filled.size == _n_live(groups) - 1)
    rows = np.zeros((filled.size, groups.terms.size))
    for at in range(filled.size):
        for term in range(groups.terms.size):
            within = filled[at] & groups.terms[term] == groups.terms[term]
            rows[at, term] = 1.0 if within else 0.0
    free = _kernel(rows)
    return free.shape[1] == 0 or has_positive_solution(_moves(groups, free))


@compiled
def _moves(groups: Groups, free: Floats) -> Floats:
    """Rows that are all 0 or more in a direction exactly when it lowers no live cell.

    free: directions, one a column. With one group there is a row for each live cell but the hidden
    one. With more, a column for each group holds the lowest that its part comes to: no part is
    below it, and no part of somebody on a list of the group, with the lowest of the other groups
    and the intercept, is below 0. A group with nobody on its lists is not counted: beside it alone
    the lowest of another would stand in no second row, and could be anything.
    """
    n, several = free.shape[1], _n_met(groups) > 1
    lows = groups.sizes.size if several else 0
    rows = np.zeros((2 * groups.live.size, n + lows))
    parts = np.empty((n, groups.live.size))
    for column in range(n):
        spread(groups, np.ascontiguousarray(free[:, column]), parts[column])
    at = 0
    for number in range(groups.sizes.size):
        for cell in range(groups.starts[number], groups.starts[number + 1]):
            if groups.live[cell] and several:
                rows[at, :n] = parts[:, cell]
                rows[at, n + number] = -1.0
                at += 1
            if groups.live[cell] and cell > groups.starts[number]:
                rows[at, :n] = parts[:, cell] + free[0]
                rows[at, n:] = 1.0
                if several:
                    rows[at, n + number] = 0.0
                at += 1
    return rows[:at].copy()


@compiled
def _n_met(groups: Groups) -> int:
    """How many groups have somebody on a list."""
    met = 0
    for number in range(groups.sizes.size):
        if groups.live[groups.starts[number] + 1 : groups.starts[number + 1]].any():
            met += 1
    return met


@compiled
def _kernel(matrix: Floats) -> Floats:
    """A basis of the x with matrix @ x = 0, one a column; the matrix is used up."""
    pivots = _reduced(matrix)
    free = np.flatnonzero(pivots < 0)
    basis = np.zeros((matrix.shape[1], free.size))
    for at in range(free.size):
        basis[free[at], at] = 1.0
        for column in range(matrix.shape[1]):
            if pivots[column] >= 0:
                basis[column, at] = -matrix[pivots[column], free[at]]
    return basis


@compiled
def _reduced(matrix: Floats) -> Ints:
    """Gauss and Jordan in place; the row of each column's pivot, -1 where it has none."""
    n_rows, n_columns = matrix.shape
    pivots = np.full(n_columns, -1)
    rank = 0
    for column in range(n_columns):
        if rank == n_rows:
            break
        best = rank + int(np.argmax(np.abs(matrix[rank:, column])))
        if abs(matrix[best, column]) > TINY:
            _pivot_rows(matrix, rank, best, column)
            pivots[column] = rank
            rank += 1
    return pivots


@compiled
def _pivot_rows(matrix: Floats, rank: int, best: int, column: int) -> None:
    for at in range(matrix.shape[1]):
        matrix[rank, at], matrix[best, at] = matrix[best, at], matrix[rank, at]
    matrix[rank] /= matrix[rank, column]
    for row in range(matrix.shape[0]):
        if row != rank and matrix[row, column] != 0:
            matrix[row] -= matrix[row, column] * matrix[rank]


@compiled
def has_positive_solution(lines: Floats) -> bool:
    """Whether some x >= 1 has lines.T @ x = 0; phase one of the simplex, Bland's rule.

    lines: shape (cells, directions). With x = 1 + u it asks for u >= 0 with
    lines.T @ u = -lines.T @ 1; the artificial variables then sum to 0.
    """
    tableau = _phase_one(lines)
    n, m = lines.shape
    basis = np.full(m, -1)
    while True:
        entering = _entering(tableau)
        if entering < 0:
            return bool(-tableau[m, n] < 1e-7)
        leaving = _leaving(tableau, basis, entering)
        if leaving < 0:
            return True
        basis[leaving] = entering
        tableau[leaving] /= tableau[leaving, entering]
        for row in range(m + 1):
            if row != leaving:
                tableau[row] -= tableau[row, entering] * tableau[leaving]


@compiled
def _phase_one(lines: Floats) -> Floats:
    """The tableau without its artificial columns; right-hand side last, costs in the last row."""
    n, m = lines.shape
    tableau = np.zeros((m + 1, n + 1))
    for row in range(m):
        right = -lines[:, row].sum()
        sign = 1.0 if right >= 0 else -1.0
        tableau[row, :n] = sign * lines[:, row]
        tableau[row, n] = sign * right
        tableau[m] -= tableau[row]
    return tableau


@compiled
def _entering(tableau: Floats) -> int:
    """The first column that lowers the sum of the artificial variables, -1 when none does."""
    for column in range(tableau.shape[1] - 1):
        if tableau[-1, column] < -TINY:
            return column
    return -1


@compiled
def _leaving(tableau: Floats, basis: Ints, entering: int) -> int:
    """The row with the smallest ratio; of equals the one whose variable comes first."""
    leaving = -1
    least = np.inf
    for row in range(basis.size):
        if tableau[row, entering] > TINY:
            ratio = tableau[row, -1] / tableau[row, entering]
            if ratio < least - TINY or (ratio < least + TINY and basis[row] < basis[leaving]):
                least = ratio
                leaving = row
    return leaving
