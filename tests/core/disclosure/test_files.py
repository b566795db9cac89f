"""Tables, hierarchies and patterns from files; what is wrong with one is said in a sentence."""

from collections.abc import Mapping
from contextlib import suppress
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.disclosure.earlier import before_of
from samen.core.disclosure.hierarchy import Hierarchy
from samen.core.disclosure.hierarchy_file import read_hierarchies
from samen.core.disclosure.policy import Policy
from samen.core.disclosure.protect import Status, audited, with_suppression
from samen.core.disclosure.system import System, Table, refuse_rings, system_of
from samen.core.disclosure.table_file import (
    Earlier,
    codes_of,
    hierarchies_for,
    read_hidden,
    read_table,
)
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


def test_negative_amounts_are_refused_with_the_reason() -> None:
    """Losses beside gains add up, but that nothing lies below zero is what attacks are held to."""
    losses = "region,n\nA,12\nB,-5\nT,7\n"
    with pytest.raises(BadInput, match="count of cell B is “-5”") as told:
        system(losses)
    assert "a whole number from 0 to" in str(told.value)


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


LEVELS = "d: {T: [N, Z], N: [GR, FR], Z: [NB, LI]}"


def test_a_level_that_no_table_shows_still_links_what_is_below_it() -> None:
    """T less the three others is the fourth, although N and Z are not in the table."""
    found = with_suppression(system("d,n\nT,100\nGR,3\nFR,47\nNB,30\nLI,20\n", LEVELS), Policy())
    assert found.status is Status.SAFE
    assert found.objective == 20
    lone = found.system.unsafe.copy()
    lone[found.system.cells.index((("d", "GR"),))] = True
    (known,) = audited(found.system, Policy(), lone).too_close
    assert (known.low, known.high) == (3, 3)
    assert found.system.unpublished.sum() == 2
    assert not found.hidden[found.system.unpublished].any()


def test_levels_of_two_tables_are_one_sum() -> None:
    tables = [
        Table(("d",), {("T",): 100, ("N",): 50, ("Z",): 50}),
        Table(("d",), {("T",): 100, ("GR",): 3, ("FR",): 47, ("NB",): 30, ("LI",): 20}),
    ]
    joint = system_of(tables, hierarchies_for(tables, read_hierarchies(LEVELS, codes_of(tables))))
    found = with_suppression(joint, Policy())
    assert found.secondary[joint.cells.index((("d", "FR"),))]


def test_a_total_in_another_table_is_the_sum_of_this_one() -> None:
    tables = [
        Table(("d", "s"), {("GR", "M"): 3, ("GR", "V"): 20, ("FR", "M"): 27, ("FR", "V"): 20,
                           ("T", "M"): 30, ("T", "V"): 40}),
        Table(("d",), {("T",): 70, ("GR",): 23, ("FR",): 47}),
    ]  # fmt: skip
    text = "s: {T: [M, V]}"
    joint = system_of(tables, hierarchies_for(tables, read_hierarchies(text, codes_of(tables))))
    found = with_suppression(joint, Policy())
    known = {"GR": found.hidden[joint.cells.index((("d", "GR"),))],
             "V": found.hidden[joint.cells.index((("d", "GR"), ("s", "V")))]}  # fmt: skip
    assert any(known.values())
    assert found.status is Status.SAFE


def test_tables_in_a_ring_are_refused() -> None:
    pairs = [("a", "b"), ("b", "c"), ("a", "c")]
    with pytest.raises(BadInput, match="a, b, c are linked in a ring"):
        refuse_rings([frozenset(pair) for pair in pairs])
    refuse_rings([*(frozenset(pair) for pair in pairs), frozenset("abc")])
    refuse_rings([frozenset("ab"), frozenset("bc"), frozenset("b"), frozenset("cd")])


def test_a_ring_that_earlier_releases_close_is_refused() -> None:
    """Each of the three tells no more than its margins; the last is the one that makes a ring."""
    cells: dict[tuple[str, ...], int] = {each: 4 for each in product("pq", "rs", "tu")}
    ab, bc, ac = (margin(cells, *at) for at in ((0, 1), (1, 2), (0, 2)))
    out = [Earlier(each.dimensions, each.counts, frozenset()) for each in (ab, bc)]
    hierarchies = hierarchies_for([ac, *out], [])
    with pytest.raises(BadInput, match="a, b, c are linked in a ring"):
        system_of([ac], hierarchies, before_of(out, [ac], hierarchies))
    assert system_of([ac], hierarchies, before_of(out[:1], [ac], hierarchies)).cells


def margin(cells: Mapping[tuple[str, ...], int], *at: int) -> Table:
    """The table over some of the dimensions a, b and c, with its totals."""
    counts: dict[tuple[str, ...], int] = {}
    for codes, n in cells.items():
        for way in product(*((codes[place], "T") for place in at)):
            counts[way] = counts.get(way, 0) + n
    return Table(tuple("abc"[place] for place in at), counts)


TWO_WAYS = """
d:
  - {T: [P1, P2, P3], P1: [g1, g2], P2: [g3, g5], P3: [g4, g6]}
  - {T: [R1, R2, R3], R1: [g1, g2], R2: [g3, g6], R3: [g4, g5]}
"""
PROVINCES = {"P1": (2, 10, 10), "P2": (6, 6, 50), "P3": (50, 100, 100)}
REGIONS = {"R1": (2, 10, 10), "R2": (6, 50, 6), "R3": (50, 56, 144)}


def by_sex(rows: Mapping[str, tuple[int, ...]], total: tuple[int, ...] = (58, 116, 160)) -> Table:
    """Persons by code and sex, with all totals."""
    counts: dict[tuple[str, ...], int] = {}
    for code, row in {**rows, "T": total}.items():
        counts |= {(code, sex): n for sex, n in zip("FMXT", (*row, sum(row)), strict=True)}
    return Table(("d", "s"), counts)


def test_two_ways_to_add_up_that_meet_in_no_table_are_refused() -> None:
    """P1 and R1 are the same persons; what is hidden in the one can be shown in the other."""
    both = by_sex({**PROVINCES, **REGIONS})
    given = read_hierarchies(TWO_WAYS, codes_of([both]))
    with pytest.raises(BadInput, match="P1 and R1 count some of the same persons: both have g1"):
        system_of([both], hierarchies_for([both], given))
    one = by_sex(PROVINCES)
    assert system_of([one], hierarchies_for([one], given)).cells


@pytest.mark.parametrize("status", [" u", "U", "u "])
def test_unsafe_by_hand_is_read_however_it_is_written(status: str) -> None:
    found = system(f"d,n,status\nT,50,s\nA,20,{status}\nB,17,\nC,13,s\n")
    assert found.unsafe.sum() == 1


def test_an_unknown_status_is_told() -> None:
    with pytest.raises(BadInput, match="A status is “unsafe”"):
        system("d,n,status\nT,50,s\nA,20,unsafe\nB,30,s\n")


def test_a_number_is_never_taken_for_hidden() -> None:
    table = Table(("d",), {("T",): 50, ("A",): 3, ("B",): 47})
    assert read_hidden(["d,n\n", "T, 50\n", "A,x\n", "B, 47\n"], [table]) == [(table, ("A",))]
    with pytest.raises(BadInput, match="count of cell B"):
        read_hidden(["d,n\n", "T,50\n", "A,x\n", "B,47.0\n"], [table])
    rows = ["d,status\n", "A,x\n", "B,x\n", "B,s\n"]
    assert read_hidden(rows, [table]) == [(table, ("A",))]


def test_a_table_of_nobody_is_safe() -> None:
    assert with_suppression(system("d,n\nT,0\nA,0\nB,0\n"), Policy()).status is Status.SAFE


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


def test_a_cell_that_a_linked_table_shows_is_shown() -> None:
    wide = read_table(TABLE.splitlines(keepends=True))
    tables = [wide, Table(("sex",), {("T",): 20, ("m",): 11, ("v",): 9})]
    rows = ["sex,form,status\n", "m,T,x\n", "m,,s\n", "v,b,x\n"]
    assert read_hidden(rows, tables, {"sex": "T", "form": "T"}) == [(wide, ("v", "b"))]
