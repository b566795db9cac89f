"""The design of a model of lists and covariates: its columns on the cells of a table.

A cell is a capture history in a covariate cell, a combination of the covariates' values. The
covariate cells are numbered row by row, the last covariate fastest. A column is the product of a
0/1 part over the histories (the lists of its term are all in the history) and a part over the
covariate cells (indicators of values, powers of a number), so a design is kept as the bits of the
first and a matrix of the second.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from numpy.polynomial import legendre

from samen.core.errors import BadInput, TooBig
from samen.core.estimation.formula import FACTOR, CovariateModel, Term
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.table import Covariate

MOST_CELLS = 1 << 22
MOST_ENTRIES = 1 << 25


@dataclass(frozen=True, eq=False)
class Design:
    """The columns of a model.

    n_lists: L. terms: small ones first; columns of one term stand together.
    bits: the lists of each column, shape (p,). owners: the place of its term, shape (p,).
    columns: the covariate part, shape (covariate cells, p).
    groups: for each term without powers the combination of the values of its factors in every
    covariate cell, shape (covariate cells,).
    names: what each column is called.
    """

    model: CovariateModel
    n_lists: int
    terms: tuple[Term, ...]
    bits: Ints
    owners: Ints
    columns: Floats
    groups: dict[Term, Ints]
    names: tuple[str, ...]

    @property
    def n_cells(self) -> int:
        """The number of covariate cells."""
        return int(self.columns.shape[0])

    @cached_property
    def places(self) -> dict[Term, int]:
        """The place of each term."""
        return {term: at for at, term in enumerate(self.terms)}

    def of_terms(self, terms: Iterable[Term]) -> Ints:
        """The columns of some of the terms; shape (columns,)."""
        chosen = np.zeros(len(self.terms), dtype=np.bool_)
        chosen[[self.places[term] for term in terms]] = True
        return np.flatnonzero(chosen[self.owners])


def design_of(model: CovariateModel) -> Design:
    """The design of a model.

    Raises TooBig when its table has more than MOST_CELLS cells, or its matrix more than
    MOST_ENTRIES entries; BadInput for a curve over values that are no numbers.
    """
    shape = tuple(len(covariate.levels) for covariate in model.covariates)
    _refuse_size(len(model.lists), shape)
    codes = np.indices(shape).reshape(len(shape), math.prod(shape))
    powers = _powers(model, codes)
    terms = model.ordered()
    _refuse_entries(sum(_width(term, shape) for term in terms) * codes.shape[1])
    parts, bits, owners, names = [], [], [], []
    for at, term in enumerate(terms):
        for column, name in _columns(model, term, codes, powers):
            parts.append(column)
            bits.append(term.lists)
            owners.append(at)
            names.append(name)
    groups = {term: _group(term, shape, codes) for term in terms if max(term.shapes, default=0) < 1}
    return Design(model, len(model.lists), terms, np.array(bits), np.array(owners),
                  np.array(parts).T.copy(), groups, tuple(names))  # fmt: skip


def _columns(
    model: CovariateModel, term: Term, codes: Ints, powers: dict[tuple[int, int], Floats]
) -> Iterable[tuple[Floats, str]]:
    """The columns of a term: one for each combination of its factors' values but the first."""
    inside = [at for at, shape in enumerate(term.shapes) if shape]
    factors = [at for at in inside if term.shapes[at] == FACTOR]
    curve = np.ones(codes.shape[1])
    for at in inside:
        if term.shapes[at] != FACTOR:
            curve = curve * powers[at, term.shapes[at]]
    for chosen in product(*(range(1, len(model.covariates[at].levels)) for at in factors)):
        column, name = curve.copy(), model.named(term)
        for at, code in zip(factors, chosen, strict=True):
            column *= codes[at] == code
        levels = [model.covariates[at].levels[c] for at, c in zip(factors, chosen, strict=True)]
        yield column, f"{name}[{','.join(levels)}]" if levels else name


def _powers(model: CovariateModel, codes: Ints) -> dict[tuple[int, int], Floats]:
    """Legendre polynomials of the numbers, scaled to -1..1: the span of the powers, told apart
    by a computer. By covariate and degree; each of shape (covariate cells,)."""
    found = {}
    for at, covariate in enumerate(model.covariates):
        degree = max(term.shapes[at] for term in model.terms)
        if degree > 0:
            _refuse_degree(covariate, degree)
            numbers = _numbers(covariate)
            low, high = numbers.min(), numbers.max()
            scaled = (2 * numbers - low - high) / (high - low)
            for power in range(1, degree + 1):
                values = legendre.legval(scaled, np.eye(degree + 1)[power])
                found[at, power] = values[codes[at]]
    return found


def _numbers(covariate: Covariate) -> Floats:
    try:
        numbers = np.array([float(level) for level in covariate.levels])
    except ValueError:
        numbers = np.array([np.nan])
    if not np.isfinite(numbers).all():
        raise BadInput(
            "The covariate {name} has values that are no numbers.",
            "A line or a curve needs numbers, such as years.",
            "Write {name} in the formula without linear, poly or ^.",
            name=covariate.name,
        )
    return numbers


def _group(term: Term, shape: tuple[int, ...], codes: Ints) -> Ints:
    """The number of the combination of the term's values in every covariate cell."""
    group = np.zeros(codes.shape[1], dtype=np.int64)
    for at, kind in enumerate(term.shapes):
        if kind:
            group = group * shape[at] + codes[at]
    return group


def _width(term: Term, shape: tuple[int, ...]) -> int:
    width = 1
    for at, kind in enumerate(term.shapes):
        if kind == FACTOR:
            width *= shape[at] - 1
    return width


def _refuse_size(n_lists: int, shape: tuple[int, ...]) -> None:
    n = 1 << n_lists
    for levels in shape:
        n *= levels
    if n > MOST_CELLS:
        raise TooBig(
            "The table has {n} cells: {lists} lists and {combinations} combinations of values.",
            "At most {most} cells can be handled.",
            "Leave a covariate out, group its values, or merge lists.",
            n=n, lists=n_lists, combinations=n >> n_lists, most=MOST_CELLS,
        )  # fmt: skip


def _refuse_entries(n: int) -> None:
    if n > MOST_ENTRIES:
        raise TooBig(
            "The model's matrix has {n} numbers.",
            "At most {most} can be handled.",
            "Leave large terms out, or group the values of a covariate.",
            n=n, most=MOST_ENTRIES,
        )  # fmt: skip


def _refuse_degree(covariate: Covariate, degree: int) -> None:
    most = len(covariate.levels) - 1
    if degree > most:
        raise BadInput(
            "A curve of degree {degree} over {name} is asked.",
            "With {n} different values the degree is at most {most}.",
            "",
            degree=degree, name=covariate.name, n=len(covariate.levels), most=most,
        )  # fmt: skip
