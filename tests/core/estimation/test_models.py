"""Models: their names, and how many there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.estimation.models import all_terms, closed, hierarchical, main_effects, parse

LISTS = ("A", "B", "C", "D")


@pytest.mark.parametrize(("n_lists", "models"), [(2, 1), (3, 8), (4, 113), (5, 6893)])
def test_as_many_models_as_dedekind_counts(n_lists: int, models: int) -> None:
    assert sum(1 for _ in hierarchical(n_lists, n_lists)) == models


def test_models_of_pairs_and_of_at_most_three_lists() -> None:
    assert sum(1 for _ in hierarchical(5, 2)) == 1024
    assert sum(1 for _ in hierarchical(5, 3)) == 6212


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("[12,3,4]", "[12,3,4]"),
        ("[1,2,3,4]", "[1,2,3,4]"),
        ("[123,34]", "[123,34]"),
        (" [ 12 , 34 ] ", "[12,34]"),
        ("A:B + C:D", "[12,34]"),
        ("[12]", "[12,3,4]"),
        ("B:A:C", "[123,4]"),
        ("", "[1,2,3,4]"),
    ],
)
def test_names_are_read_and_written(said: str, name: str) -> None:
    assert str(parse(said, LISTS)) == name


@pytest.mark.parametrize(
    "said",
    ["[12", "12]", "[15]", "[11]", "A:E", "[1 2]", "[-1]", "[0]", "[٣]", "[1.2.9]", "~", "[1234]"],
)
def test_what_is_no_model_is_refused(said: str) -> None:
    with pytest.raises(BadInput):
        parse(said, LISTS)


def test_a_list_may_be_named_as_a_number() -> None:
    assert str(parse("[2020:2021]", ("2020", "2021", "x"))) == "[12,3]"


sets_of_terms = st.integers(2, 6).flatmap(
    lambda n: st.tuples(st.just(n), st.lists(st.integers(1, (1 << n) - 2), max_size=5))
)


@given(sets_of_terms)
def test_a_name_names_its_model(drawn: tuple[int, list[int]]) -> None:
    n_lists, generators = drawn
    model = closed(n_lists, generators)
    assert parse(str(model), tuple("ABCDEF"[:n_lists])) == model
    assert main_effects(n_lists).terms <= model.terms <= all_terms(n_lists, n_lists).terms
