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

from samen.core.estimation.compiled import compiled
from samen.core.estimation.models import Model
from samen.core.estimation.poisson import Flags, Floats, Ints, live_cells, live_terms, margins_of

CLEARLY_POSITIVE = 1e-4
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
    terms = model.array()
    margins = margins_of(numbers, model.n_lists)
    live = live_cells(terms, margins)
    alive = live_terms(terms, live)
    found = exists(alive, live, numbers)
    unique = identifiable(alive, live)
    return Check(
        exists=found,
        identifiable=unique,
        hidden_estimable=unique if found else hidden_estimable(alive, live, numbers),
        dead=tuple(int(term) for term in terms if margins[term] == 0),
    )


def hidden_estimable(terms: Ints, live: Flags, counts: Floats) -> bool:
    """Whether cell 0 is determined though some coefficients have no finite estimate.

    The likelihood is then greatest on a face: the live cells that can be positive with these
    margins. Cell 0 is estimable when its row of the design lies in the span of that face's rows.
    """
    from scipy.optimize import linprog

    cells = np.flatnonzero(live)[1:]
    design = _design(cells, terms)
    n = cells.size
    margins = design.T @ counts[cells]
    scaled = np.block([
        [design.T, np.zeros((terms.size, n)), -margins[:, None]],
    ])  # fmt: skip
    above = np.hstack([-np.eye(n), np.eye(n), np.zeros((n, 1))])
    found = linprog(
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
def identifiable(terms: Ints, live: Flags) -> bool:
    """Whether some live cell is not itself a term; `terms` are live ones."""
    return bool(live.sum() > terms.size)


@compiled
def exists(terms: Ints, live: Flags, counts: Floats) -> bool:
    """Whether means, positive in all live cells, have the margins of the counts.

    Directions in which no cell with persons moves span a small space; a positive solution exists
    unless one of them raises some empty cell and lowers none (Stiemke's lemma).
    """
    n_empty = 0
    for cell in range(1, live.size):
        if live[cell] and counts[cell] == 0:
            n_empty += 1
    if n_empty == 0:
        return True
    free = _kernel(_rows(terms, live, counts, True))
    if free.shape[1] == 0:
        return True
    return _has_positive_solution(_rows(terms, live, counts, False) @ free)


@compiled
def _rows(terms: Ints, live: Flags, counts: Floats, filled: bool) -> Floats:
    """The design's rows of the live cells with persons (`filled`), or of those without."""
    rows = np.zeros((live.size, terms.size))
    n = 0
    for cell in range(1, live.size):
        if live[cell] and (counts[cell] > 0) == filled:
            for at in range(terms.size):
                rows[n, at] = 1.0 if cell & terms[at] == terms[at] else 0.0
            n += 1
    return rows[:n].copy()


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
def _has_positive_solution(lines: Floats) -> bool:
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


@compiled
def sound(terms: Ints, live: Flags, counts: Floats, means: Floats, converged: bool) -> bool:
    """Whether a fit exists and is unique.

    Means that fit the margins and are all clearly positive are themselves the proof of existence;
    the exact test is made for the others.
    """
    if not identifiable(terms, live):
        return False
    if converged:
        least = np.inf
        for cell in range(1, live.size):
            if live[cell]:
                least = min(least, means[cell])
        if least > CLEARLY_POSITIVE:
            return True
    return exists(terms, live, counts)
