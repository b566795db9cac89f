"""A coarser table where hiding loses too much."""

from collections.abc import Sequence
from pathlib import Path

from samen.core.disclosure.coarser import Step, coarser, loss_of, shown_of
from samen.core.disclosure.hierarchy import Hierarchy
from samen.core.disclosure.hierarchy_file import read_hierarchies
from samen.core.disclosure.policy import Attacker, Policy
from samen.core.disclosure.protect import Status, with_suppression
from samen.core.disclosure.system import System, Table, system_of
from samen.core.disclosure.table_file import codes_of, hierarchies_for, read_table
from tests.core.disclosure.oracle import protects
from tests.core.disclosure.stored_tables import TABLES

HIERARCHIES = [
    Hierarchy("d", {"T": ("N", "Z"), "N": ("GR", "FR"), "Z": ("NB", "LI")}),
    Hierarchy("s", {"T": ("m", "v")}),
]
COUNTS = {("GR", "m"): 2, ("GR", "v"): 9, ("FR", "m"): 8, ("FR", "v"): 3,
          ("NB", "m"): 40, ("NB", "v"): 45, ("LI", "m"): 30, ("LI", "v"): 35}  # fmt: skip


def table() -> Table:
    cells: dict[tuple[str, ...], int] = {}
    for (code, sex), count in COUNTS.items():
        for above in (code, "N" if code in {"GR", "FR"} else "Z", "T"):
            for total in (sex, "T"):
                cells[above, total] = cells.get((above, total), 0) + count
    return Table(("d", "s"), cells)


def built(tables: Sequence[Table]) -> System:
    return system_of(tables, HIERARCHIES)


def test_the_codes_that_hold_the_few_are_told_together() -> None:
    plain = with_suppression(built([table()]), Policy())
    assert plain.objective == 17
    best, tried = coarser([table()], HIERARCHIES, built, Policy(), 0.02)
    assert best is not None
    assert best.steps == (Step("d", ("N",)),)
    assert (best.found.status, best.loss) == (Status.SAFE, 0.0)
    assert best.shown == 15
    assert {each.steps[0].dimension for each in tried} == {"d", "s"}
    assert tried[0].loss == 0.0
    assert protects(best.found.system, best.found.hidden, best.found.primary, Policy())


def test_a_loss_that_is_small_enough_keeps_more_cells() -> None:
    best, _ = coarser([table()], HIERARCHIES, built, Policy(), 0.2)
    assert best is not None
    assert best.shown == max(each.shown for each in _ if each.loss <= 0.2)


def test_steps_are_gone_on_from_when_one_is_not_enough() -> None:
    policy = Policy(threshold=100)
    best, tried = coarser([table()], HIERARCHIES, built, policy, 0.0)
    assert min(each.loss for each in tried) > 0
    assert best is not None
    assert len(best.steps) == 2
    assert best.loss == 0


def test_where_nothing_helps_nothing_is_proposed() -> None:
    best, _ = coarser([table()], HIERARCHIES, built, Policy(threshold=500), 0.0)
    assert best is None


def test_a_table_that_hiding_cannot_protect_gets_a_coarser_one() -> None:
    policy = Policy(attackers=(Attacker.RULE,))
    name = TABLES / "synthetic_B_prov_form_sex"
    with Path(f"{name}.csv").open(encoding="utf-8") as lines:
        tables = [read_table(lines)]
    text = Path(f"{name}.yaml").read_text(encoding="utf-8")
    hierarchies = hierarchies_for(tables, read_hierarchies(text, codes_of(tables)))

    def system(given: Sequence[Table]) -> System:
        return system_of(given, hierarchies)

    plain = with_suppression(system(tables), policy)
    assert plain.status is Status.REFUSED
    assert (loss_of(plain), shown_of(plain)) == (1.0, 0)
    best, _ = coarser(tables, hierarchies, system, policy, 0.1)
    assert best is not None
    assert best.found.status is Status.SAFE
    assert best.loss <= 0.1
