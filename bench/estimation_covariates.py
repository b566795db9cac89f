"""How fast and how right estimates by covariates are, on invented tables of the Dutch size.

    OPENBLAS_NUM_THREADS=1 python -m bench.estimation_covariates speed [REPLICATES]
    python -m bench.estimation_covariates coverage fixed|selected TABLES REPLICATES SEED

The twin is a plain generalised linear model: iteratively reweighted least squares by QR on the
full matrix of the observed cells, with every candidate fitted at each step, as `glm` and `step`
of R do; with one thread, as more of them only wait for each other. Coverage is the share of
tables whose 95% interval holds the true number of persons.
"""

import sys
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bench.invented_captures import Nation, nation
from samen.core.estimation.by import Row, by
from samen.core.estimation.covariate_bootstrap import Fixed, Procedure, bootstrap_covariates
from samen.core.estimation.covariate_selection import Forward, forward
from samen.core.estimation.design import Design, design_of
from samen.core.estimation.formula import CovariateModel
from samen.core.estimation.missing import places_of
from samen.core.estimation.table import CaptureTable

DEGREES = {"year": 2}
type Floats = NDArray[np.float64]


def written_out(design: Design) -> Floats:
    """The full matrix of the observed cells."""
    histories = np.arange(1, 1 << design.n_lists)
    on = histories[:, None] & design.bits == design.bits
    full: Floats = (design.columns[:, None, :] * on[None, :, :]).reshape(-1, design.bits.size)
    return full


def plain_glm(x: Floats, counts: Floats) -> tuple[Floats, float]:
    """Coefficients and deviance; the stopping rule of R's glm, deviance to 1e-8."""
    means, before = counts + 0.1, np.inf
    for _ in range(25):
        root = np.sqrt(means)
        q, r = np.linalg.qr(x * root[:, None])
        working = np.log(means) + (counts - means) / means
        theta = np.linalg.solve(r + 1e-12 * np.eye(len(r)), q.T @ (working * root))
        means = np.exp(np.clip(x @ theta, -30, 30))
        ratio = np.where(counts > 0, counts / means, 1)
        deviance = float(2 * (counts * np.log(ratio) - counts + means).sum())
        if abs(deviance - before) < 1e-8 * (abs(deviance) + 0.1):
            break
        before = deviance
    return theta, deviance


def plain_step(design: Design, full: Floats, counts: Floats, way: Forward) -> tuple[str, int]:
    """Forward selection by BIC that fits every candidate; the model and the number of fits."""
    terms, fits = way.start.terms, 1
    price = np.log(counts.sum())
    columns = design.of_terms(terms)
    best = plain_glm(full[:, columns], counts)[1] + price * columns.size
    while True:
        found = []
        for term in design.terms:
            if term not in terms and all(part in terms for part in term.parts()):
                columns = design.of_terms(terms | {term})
                fits += 1
                value = plain_glm(full[:, columns], counts)[1] + price * columns.size
                found.append((value, term))
        if not found or min(found)[0] >= best:
            model = CovariateModel(way.largest.lists, way.largest.covariates, terms)
            return str(model), fits
        best, term = min(found)
        terms |= {term}


def timed[T](act: Callable[[], T]) -> tuple[T, float, float]:
    """What it gives, wall seconds, processor seconds."""
    wall, work = time.perf_counter(), time.process_time()
    found = act()
    return found, time.perf_counter() - wall, time.process_time() - work


def speed(replicates: int) -> None:
    """The bootstrap beside the twin: one model, and the whole selection.

    The selection of the twin takes minutes, so it is made for four years only.
    """
    for n_years in (4, 10):
        table, _ = nation(n_years).drawn(np.random.default_rng(3))
        way = forward(table, DEGREES)
        full = design_of(way.largest)
        print(f"{n_years} years: {table.n_observed} persons, {len(table.counts)} rows, "
              f"{full.n_cells * 63} cells, {full.bits.size} coefficients")  # fmt: skip
        _compare(table, way, full, replicates, selected=n_years == 4)


def _compare(
    table: CaptureTable, way: Forward, full: Design, replicates: int, *, selected: bool
) -> None:
    matrix = written_out(full)
    observed = places_of(table).put(table.counts.astype(np.float64))
    counts = observed.known[:, 1:].reshape(-1)
    fixed = Fixed(way.largest)
    bootstrap_covariates(table, way, 1)
    ours = timed(lambda: bootstrap_covariates(table, fixed, replicates))
    twin = timed(lambda: plain_glm(matrix, counts))
    hidden = np.exp(full.columns[:, full.bits == 0] @ twin[0][0][full.bits == 0]).sum()
    print(f"  hidden, all two-way terms: {ours[0].fit.hidden:.2f}, twin {hidden:.2f}")
    _tell("all two-way terms", ours, twin, replicates)
    ours = timed(lambda: bootstrap_covariates(table, way, replicates))
    if not selected:
        print(f"  selection by BIC: a replicate {ours[2] / (replicates + 1):.4f} s processor")
        return
    step = timed(lambda: plain_step(full, matrix, counts, way))
    same = str(ours[0].fit.model) == step[0][0]
    print(f"  same model selected: {same}; the twin made {step[0][1]} fits")
    _tell("selection by BIC", ours, step, replicates)


def _tell(
    name: str,
    ours: tuple[object, float, float],
    twin: tuple[object, float, float],
    replicates: int,
) -> None:
    each = [seconds / (replicates + 1) for seconds in ours[1:]]
    print(f"  {name}: a replicate {each[0]:.4f} s wall, {each[1]:.4f} s processor; the twin "
          f"{twin[1]:.3f} s wall, {twin[2]:.3f} s processor: {twin[1] / each[0]:.0f}x, "
          f"{twin[2] / each[1]:.0f}x")  # fmt: skip


WAYS: dict[str, Callable[[CaptureTable], Procedure]] = {
    "fixed": lambda table: Fixed(forward(table, DEGREES).largest),
    "selected": lambda table: forward(table, DEGREES),
}


def coverage(way: Callable[[CaptureTable], Procedure], n: int, replicates: int, seed: int) -> None:
    """The share of tables whose interval holds the truth, of the model of all two-way terms (which
    is true here) or of selection by BIC: for the total, and for the values of all covariates."""
    truth, names = nation(4), ["year", "sex", "age", "form", "origin"]
    hits, asked, off = np.zeros(2), np.zeros(2), []
    for number in range(seed, seed + n):
        table, persons = truth.drawn(np.random.default_rng(number))
        cells = persons.reshape(truth.shape)
        found = bootstrap_covariates(table, way(table), replicates, seed=number)
        for row in by(found, names):
            if len(row.values) < 2 and row.interval and row.estimate:
                true = _true(cells, row, truth)
                hits[len(row.values)] += row.interval.low <= true <= row.interval.high
                asked[len(row.values)] += 1
                off += [np.log(row.estimate / true)] if not row.values else []
        total, values = hits / np.maximum(asked, 1)
        print(
            f"  {number - seed + 1} tables: total {total:.3f}, values {values:.3f}, "
            f"log error: mean {np.mean(off):+.4f}, spread {np.std(off):.4f}",
            flush=True,
        )


def _true(cells: NDArray[np.int64], row: Row, truth: Nation) -> int:
    """The persons of a row, seen or not."""
    index: list[int | slice] = [slice(None)] * cells.ndim
    for at, covariate in enumerate(truth.covariates):
        if covariate.name in row.covariates:
            value = row.values[row.covariates.index(covariate.name)]
            index[at] = covariate.levels.index(value)
    return int(cells[tuple(index)].sum())


def main() -> int:
    if sys.argv[1:2] == ["coverage"]:
        tables, replicates, seed = (int(word) for word in sys.argv[3:6])
        coverage(WAYS[sys.argv[2]], tables, replicates, seed)
    else:
        speed(int(sys.argv[2]) if sys.argv[2:] else 100)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
