"""Formulas: what they mean, that they can be read back, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import BadInput, TooBig
from samen.core.estimation.formula import (
    FACTOR,
    CovariateModel,
    Term,
    all_products,
    closed,
    main_effects,
    parse_formula,
)
from samen.core.estimation.table import Covariate, from_records
from tests.core.estimation.invented import table

TABLE = table(200)  # lists A, B, C; covariates sex, year


def terms(text: str) -> set[str]:
    model = parse_formula(text, TABLE)
    return {model.named(term) for term in model.terms}


MAIN = {"1", "A", "B", "C", "sex"}


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("A", {"year"}),
        ("A:B", {"year", "A:B"}),
        ("A*B + A*sex", {"year", "A:B", "A:sex"}),
        ("A*B*C", {"year", "A:B", "A:C", "B:C", "A:B:C"}),
        ("(A+B+C)^2", {"year", "A:B", "A:C", "B:C"}),
        ("(A+B)*sex", {"year", "A:sex", "B:sex"}),
        ("(A+B):sex", {"year", "A:sex", "B:sex"}),
        ("linear(year)", {"linear(year)"}),
        ("sex*year + year^2", {"linear(year)", "year^2", "sex:linear(year)"}),
        ("poly(year,2)*sex", {"linear(year)", "year^2", "sex:linear(year)", "sex:year^2"}),
        ("A*`year`", {"year", "A:year"}),
        (" 1 +  A ", {"year"}),
    ],
)
def test_a_formula_means_these_terms(text: str, more: set[str]) -> None:
    assert terms(text) == MAIN | more


def test_the_square_of_a_group_is_all_its_pairs() -> None:
    assert parse_formula("(A+B+C+sex+year)^2", TABLE) == all_products(TABLE, 2)
    assert parse_formula("A + B", TABLE) == main_effects(TABLE)


@pytest.mark.parametrize(
    "text",
    ["", "A +", "A ** B", "D", "A^2", "(A+B", "A+B)", "poly(year)", "poly(sex,0)", "linear(A)",
     "year^x", "A $ B", "A B", "+A", "`A", "(A+B)^", "poly(year,200)"],
)  # fmt: skip
def test_what_has_no_meaning_is_refused_with_the_names(text: str) -> None:
    with pytest.raises(BadInput, match=r"cannot be read.*A, B, C, sex, year"):
        parse_formula(text, TABLE)


def test_a_name_with_other_signs_stands_between_back_quotes() -> None:
    odd = table(200, covariates=(Covariate("form of work", ("sexual", "labour")),))
    model = parse_formula("A*`form of work`", odd)
    assert "A:`form of work`" in str(model)
    assert parse_formula(str(model), odd) == model


def test_a_model_of_too_many_terms_is_refused() -> None:
    many = tuple(f"L{at}" for at in range(14))
    none: tuple[Covariate, ...] = ()
    with pytest.raises(TooBig, match="4000"):
        closed(many, none, [Term((1 << 14) - 1, ())])
    wide = from_records(many, [[1] * 14])
    with pytest.raises(TooBig, match="4000"):
        parse_formula("*".join(many), wide)
    with pytest.raises(TooBig, match="4000"):
        parse_formula("(" + "+".join(many) + ")^9", wide)


some_terms = st.builds(
    Term,
    st.integers(0, 7),
    st.tuples(st.sampled_from([0, FACTOR]), st.sampled_from([0, 1, 2])),
)


@st.composite
def models(draw: st.DrawFn) -> CovariateModel:
    chosen = draw(st.lists(some_terms, max_size=4))
    return closed(TABLE.lists, TABLE.covariates, [*chosen, Term(0, (0, 1))])


@given(models())
def test_a_model_is_hierarchical_and_reads_back_from_its_own_name(model: CovariateModel) -> None:
    assert all(part in model.terms for term in model.terms for part in term.parts())
    assert parse_formula(str(model), TABLE) == model


@given(some_terms, some_terms, some_terms)
def test_a_product_does_not_depend_on_the_order(one: Term, two: Term, three: Term) -> None:
    assert one.times(two) == two.times(one)
    assert one.times(two).times(three) == one.times(two.times(three))
    assert one.times(one) == one
