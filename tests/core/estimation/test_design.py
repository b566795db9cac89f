"""The design of lists and covariates: its columns, and the sizes that are refused."""

import numpy as np
import pytest

from samen.core.errors import BadInput, TooBig
from samen.core.estimation.design import design_of
from samen.core.estimation.formula import all_products, main_effects, parse_formula
from samen.core.estimation.table import Covariate, from_records
from tests.core.estimation.invented import SEX, YEAR, table


def test_the_columns_have_names_and_stand_by_term() -> None:
    design = design_of(parse_formula("A*sex + year^2", table(200)))
    assert design.names == ("1", "sex[man]", "linear(year)", "year^2", "A", "B", "C", "A:sex[man]")
    assert list(design.bits) == [0, 0, 0, 0, 1, 2, 4, 1]
    assert design.n_cells == 8
    man = np.array([0, 0, 0, 0, 1, 1, 1, 1])
    assert (design.columns[:, 1] == man).all()
    assert (design.columns[:, 7] == man).all()


def test_a_curve_spans_the_powers_of_the_number() -> None:
    design = design_of(parse_formula("poly(year,3)", table(200, covariates=(YEAR,))))
    years = np.array([2016.0, 2017, 2018, 2019]) - 2016
    curve = design.columns[:, [0, *np.flatnonzero(["year" in name for name in design.names])]]
    powers = years[:, None] ** np.arange(4)
    for power in powers.T:
        fitted = curve @ np.linalg.lstsq(curve, power)[0]
        assert fitted == pytest.approx(power, abs=1e-9)


def test_uneven_years_keep_their_distances() -> None:
    uneven = Covariate("year", ("2010", "2011", "2020"))
    design = design_of(parse_formula("linear(year)", table(200, covariates=(uneven,))))
    line = design.columns[:, design.names.index("linear(year)")]
    assert line == pytest.approx([-1, -0.8, 1])


def test_a_curve_over_words_is_refused() -> None:
    with pytest.raises(BadInput, match=r"sex has values that are no numbers"):
        design_of(parse_formula("linear(sex)", table(200)))


def test_a_curve_of_too_high_a_degree_is_refused() -> None:
    with pytest.raises(BadInput, match=r"degree 4 over year.*at most 3"):
        design_of(parse_formula("poly(year,4)", table(200)))


def test_a_table_of_too_many_cells_is_refused() -> None:
    wide = tuple(Covariate(f"c{at}", tuple("abcdefghij")) for at in range(6))
    record = [1, 0, *[0] * 6]
    with pytest.raises(TooBig, match=r"4000000 cells.*|At most 4194304"):
        design_of(main_effects(from_records(("A", "B", "C"), [[1, 0, 0, *record[2:]]], wide)))


def test_a_matrix_of_too_many_numbers_is_refused() -> None:
    wide = tuple(Covariate(f"c{at}", tuple("abcdefghijklmnopqrst")) for at in range(3))
    with pytest.raises(TooBig, match=r"matrix has"):
        design_of(all_products(from_records(("A", "B"), [[1, 0, 0, 0, 0]], wide), 3))


def test_a_table_without_covariates_is_one_covariate_cell() -> None:
    design = design_of(parse_formula("A*B", table(200, covariates=())))
    assert design.n_cells == 1
    assert design.columns.tolist() == [[1.0] * 5]


def test_dummies_leave_out_the_first_value_of_each_factor() -> None:
    design = design_of(parse_formula("sex*year", table(200, covariates=(SEX, YEAR))))
    assert design.bits.size == 1 + 3 + 1 + 3 + 3
