"""Tables, hierarchies and patterns from files; what is wrong with one is said in a sentence."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.disclosure.hierarchy import Hierarchy
from samen.core.disclosure.hierarchy_file import read_hierarchies
from samen.core.disclosure.policy import Policy
from samen.core.disclosure.protect import Status, audited, with_suppression
from samen.core.disclosure.system import System, Table, system_of
from samen.core.disclosure.table_file import codes_of, hierarchies_for, read_hidden, read_table
from samen.core.errors import BadInput

TABLE = "sex,form,n\nT,T,20\nT,a,12\nT,b,8\nm,T,11\nm,a,9\nm,b,2\nv,T,9\nv,a,3\nv,b,6\n"


def system(text: str, hierarchy: str = "{}") -> System:
    tables = [read_table(text.splitlines(keepends=True))]
    return system_of(tables, hierarchies_for(tables, read_hierarchies(hierarchy, codes_of(tables))))


def test_a_table_without_hierarchy_adds_up_to_its_total() -> None:
    found = system(TABLE)
    assert len(found.cells) == 9
    assert found.equations.shape[0] == 6
    assert not (found.equations @ found.counts).any()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("T,T,20", "T,T,21"), "add up to 20"),
        (("v,b,6", "v,b,-6"), "count of cell v × b"),
        (("v,b,6", "v,b,NaN"), "whole number"),
        (("v,b,6", "v,b,6.5"), "whole number"),
        (("v,b,6\n", ""), "no row for cell"),
        (("v,b,6\n", "v,b,6\nv,b,6\n"), "two rows"),
        (("sex,form,n", "sex,form,count"), "no column n"),
        (("sex,form,n", "sex,sex,n"), "same name"),
        (("v,b,6", "v,b"), "has 2 fields"),
        (("T", "all"), "taken for the total"),
    ],
)
def test_a_table_that_is_wrong_is_told(change: tuple[str, str], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        system(TABLE.replace(*change))


@pytest.mark.parametrize(
    ("hierarchy", "message"),
    [
        ("sex: {T: [m, v], m: [T]}", "below itself"),
        ("sex: {T: [m], v: [w]}", "both have no parent"),
        ("sex: {T: [m, v], v: [m]}", "two parents"),
        ("sex: {T: [m]}", "stands in no hierarchy"),
        ("sex: {T: m}", "no list of codes"),
        ("sex: {T: [yes, no]}", "no text"),
        ("sex: [", "cannot be read as YAML"),
        ("- sex", "names no dimension"),
        ("sex: {T: &a [m, v], U: *a}", "refers to itself"),
    ],
)
def test_a_hierarchy_that_is_wrong_is_told(hierarchy: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        system(TABLE, hierarchy)


def test_a_loop_beside_the_total_is_told() -> None:
    with pytest.raises(BadInput, match="below itself"):
        Hierarchy("d", {"T": ("a",), "x": ("y",), "y": ("x",)})


def test_a_hierarchy_of_another_table_and_remarks_are_passed_by() -> None:
    found = system(TABLE, "region: {T: [n, z]}\nnote: made by hand\nform: {T: [a, b]}")
    assert len(found.cells) == 9


def test_linked_tables_share_their_margin_and_must_agree() -> None:
    one = read_table(TABLE.splitlines(keepends=True))
    other = Table(("sex",), {("T",): 20, ("m",): 11, ("v",): 9})
    tables = [one, other]
    assert len(system_of(tables, hierarchies_for(tables, [])).cells) == 9
    wrong = [one, Table(("sex",), {("T",): 21, ("m",): 12, ("v",): 9})]
    with pytest.raises(BadInput, match="in one table"):
        system_of(wrong, hierarchies_for(wrong, []))


def test_what_one_table_hides_another_may_not_give_away() -> None:
    """Two tables that are safe one by one: with the margin of the second the cell is known."""
    wide = Table(("a", "b"), {("T", "T"): 40, ("T", "x"): 16, ("T", "y"): 24, ("p", "T"): 20,
                              ("p", "x"): 2, ("p", "y"): 18, ("q", "T"): 20, ("q", "x"): 14,
                              ("q", "y"): 6})  # fmt: skip
    tables = [wide, Table(("a",), {("T",): 40, ("p",): 20, ("q",): 20})]
    joint = system_of(tables, hierarchies_for(tables, []))
    lone = joint.unsafe.copy()
    lone[joint.cells.index((("a", "p"), ("b", "x")))] = True
    assert audited(joint, Policy(), lone).status is Status.UNSAFE
    assert with_suppression(joint, Policy()).status is Status.SAFE


def test_a_table_in_which_everybody_is_unsafe_is_refused() -> None:
    found = with_suppression(system("sex,n\nT,4\nm,2\nv,2\n"), Policy())
    assert found.status is Status.REFUSED
    assert found.reason is not None


def test_a_pattern_by_status_and_a_published_table_hide_the_same() -> None:
    table = read_table(TABLE.splitlines(keepends=True))
    by_status = "sex,form,status\nm,a,x\nm,b,u\nv,a,s\nT,T,s\n"
    published = "sex;form;n\nm;a;x\nm;b;\nv;a;3\n"
    found = [
        read_hidden(text.splitlines(keepends=True), [table]) for text in (by_status, published)
    ]
    assert found[0] == found[1] == [(table, ("m", "a")), (table, ("m", "b"))]
    with pytest.raises(BadInput, match="that no table has"):
        read_hidden(["sex,form,status\n", "m,z,x\n"], [table])
    with pytest.raises(BadInput, match="neither a column"):
        read_hidden(["sex,form\n", "m,a\n"], [table])


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_gives_a_system_or_a_sentence(table: str, hierarchy: str) -> None:
    for text in (table, TABLE):
        with suppress(BadInput):
            assert system(text, hierarchy).cells
