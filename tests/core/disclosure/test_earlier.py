"""Earlier releases and the tables of now, as one system: what they give away together."""

from itertools import product

import numpy as np
import pytest

from samen.core.disclosure.earlier import before_of
from samen.core.disclosure.policy import Policy, Zeros
from samen.core.disclosure.protect import Protected, Status, audited, with_suppression
from samen.core.disclosure.system import Cell, System, system_of
from samen.core.disclosure.table_file import hierarchies_for, read_earlier, read_table
from samen.core.errors import BadInput
from tests.core.disclosure.oracle import protects

TABLE = "d,n\nT,100\na,3\nb,17\nc,40\ne,40\n"


def joined(text: str, *earlier: str) -> System:
    tables = [read_table(text.splitlines(keepends=True))]
    before = [read_earlier(each.splitlines(keepends=True)) for each in earlier]
    hierarchies = hierarchies_for([*tables, *before], [])
    return system_of(tables, hierarchies, before_of(before, tables, hierarchies))


def hidden(found: Protected) -> set[str]:
    system = found.system
    places = np.flatnonzero(found.hidden & system.released).tolist()
    return {system.cells[at][0][1] if system.cells[at] else "T" for at in places}


def test_what_is_out_cannot_be_hidden_again() -> None:
    assert hidden(with_suppression(joined(TABLE), Policy())) == {"a", "b"}
    out = joined(TABLE, "d,n\nT,100\na,x\nb,17\nc,x\ne,40\n")
    found = with_suppression(out, Policy())
    assert found.status is Status.SAFE
    assert hidden(found) == {"a", "c"}
    lone = np.array([cell in {(("d", "a"),), (("d", "b"),)} for cell in out.cells])
    assert audited(joined(TABLE), Policy(), lone).status is Status.SAFE
    assert audited(out, Policy(), lone).status is Status.UNSAFE


def test_an_unsafe_cell_that_is_out_is_refused_with_its_name() -> None:
    found = with_suppression(joined(TABLE, "d,n\nT,100\na,3\nb,17\nc,x\ne,x\n"), Policy())
    assert found.status is Status.REFUSED
    assert "1 unsafe cells stand in an earlier release, among them a" in str(found.reason)


def test_the_cells_of_an_earlier_release_stay_hidden_beside_another_table() -> None:
    """The table of now has no unsafe cell of its own, but would open the earlier one."""
    wide = "d,f,n\nT,T,60\nT,x,29\nT,y,31\na,T,20\na,x,3\na,y,17\nb,T,40\nb,x,26\nb,y,14\n"
    marked = wide
    for row in ("a,x,3", "a,y,17", "b,x,26", "b,y,14"):
        marked = marked.replace(row, f"{row},x")
    marked = "".join(
        line if line.count(",") == 3 else f"{line.rstrip()},s\n"
        for line in marked.replace("n\n", "n,status\n", 1).splitlines(keepends=True)
    )
    now = "d,f,n\nT,T,60\nT,y,31\na,T,20\na,y,17\nb,T,40\nb,y,14\nT,x,29\na,x,3\nb,x,26\n"
    system = joined(now, marked)
    found = with_suppression(system, Policy())
    assert found.status is Status.SAFE
    assert found.objective == 17 + 26 + 14
    margin = "f,n\nT,60\nx,29\ny,31\n"
    alone = joined(margin, marked)
    assert alone.hidden_before.sum() == 4
    assert with_suppression(alone, Policy()).status is Status.SAFE
    opened = with_suppression(joined("d,f,n\nb,x,26\nb,y,14\nb,T,40\n", marked), Policy())
    assert opened.status is Status.SAFE
    assert opened.objective == 40


VERSION = "d,n\nT,97\na,8\nb,17\nc,36\ne,36\n"


def test_a_few_who_came_since_are_hidden() -> None:
    """8 + 3: from 97 to 100 one sees three newcomers, and where they are."""
    table = "d,n\nT,200\na,11\nb,17\nc,136\ne,36\n"
    found = with_suppression(joined(table, VERSION), Policy())
    assert found.status is Status.SAFE
    came = {
        cell for cell, primary in zip(found.system.cells, found.primary, strict=True) if primary
    }
    assert came == {(("d", "a"), ("version 1", "came"))}
    assert hidden(found) == {"a", "c"}
    audit = audited(found.system, Policy(), np.zeros_like(found.hidden)).too_close
    assert [(each.low, each.high) for each in audit] == [(3, 3)]
    free = Policy(zeros=Zeros.UNKNOWN)  # others may have gone, but three came at least
    (open_cell,) = audited(found.system, free, np.zeros_like(found.hidden)).too_close
    assert open_cell.low == 3


def test_a_few_who_went_are_hidden_too() -> None:
    table = "d,n\nT,50\na,6\nb,17\nc,17\ne,10\n"
    found = with_suppression(joined(table, VERSION), Policy())
    assert found.status is Status.SAFE
    assert "a" in hidden(found)


def test_a_total_that_grew_by_a_few_is_hidden() -> None:
    table = "d,n\nT,99\na,8\nb,17\nc,36\ne,38\n"
    found = with_suppression(joined(table, VERSION), Policy())
    assert found.status is Status.SAFE
    assert hidden(found) == {"e", "T"}


@pytest.mark.parametrize("seed", range(15))
def test_two_versions_called_safe_withstand_whole_number_programs(seed: int) -> None:
    chance = np.random.default_rng(seed)
    then = chance.integers(0, 30, 6)
    now = np.maximum(then + chance.integers(-3, 25, 6) * (chance.random(6) < 0.5), 0)
    first = with_suppression(joined(table_of(then)), Policy(threshold=3))
    if first.status is not Status.SAFE:
        return
    out = table_of(then, first)
    found = with_suppression(joined(table_of(now), out), Policy(threshold=3))
    assert found.status is not Status.UNSAFE
    if found.status is Status.SAFE:
        system = found.system
        unseen = (found.hidden | system.unpublished) & ~system.shown_before
        can_hide = unseen & (system.counts > 0)
        assert protects(system, can_hide, found.primary, Policy(threshold=3))


def table_of(counts: np.ndarray, protected: Protected | None = None) -> str:
    """Two by three cells with totals; with the status of each where they are protected."""
    full = np.pad(counts.reshape(2, 3), ((0, 1), (0, 1)))
    full[2], full[:, 3] = full.sum(0), full.sum(1)
    full[2, 3] = full[2, :3].sum()
    rows = ["r,c,n" + (",status" if protected else "")]
    for (at, row), (to, column) in product(enumerate("abT"), enumerate("xyzT")):
        cell: Cell = tuple((n, c) for n, c in (("c", column), ("r", row)) if c != "T")
        text = f"{row},{column},{full[at, to]}"
        if protected:
            text += ",x" if protected.hidden[protected.system.cells.index(cell)] else ",s"
        rows.append(text)
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize(
    ("earlier", "message"),
    [
        ("d,f,n\na,T,3\na,x,x\n", "hides cell a × x, and no table has its number"),
        ("d,n\nT,97\na,x\nb,17\nc,36\ne,36\n", "hides cell a, and no table"),
        ("d,n\nT,97\na,-3\n", "count of cell a"),
        ("d,f,n\nT,T,97\nT,x,97\nb,T,97\nb,x,97\n", "cell b × x too"),
        ("d,n\nT,96\na,8\nb,17\nc,36\ne,36\n", "cell Σ is 96, and its parts 97"),
    ],
)
def test_an_earlier_release_that_cannot_be_used_is_told(earlier: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        joined(TABLE, earlier)
