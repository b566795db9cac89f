"""Tables with a proven optimum, and invented ones."""

from collections import Counter
from itertools import product

import numpy as np

from samen.core.disclosure.hierarchy import Hierarchy
from samen.core.disclosure.hierarchy_file import read_hierarchies
from samen.core.disclosure.system import System, Table, system_of
from samen.core.disclosure.table_file import codes_of, hierarchies_for, read_table
from tests.house.tree import ROOT

TABLES = ROOT / "data" / "disclosure"
OPTIMA = {
    # name: cells, primary, secondary, sum of their counts
    "sdctable_microdata1": (15, 1, 3, 40),
    "sdctable_4x4_hidden_leak": (25, 9, 1, 31),
    "ssb_linked_issue136": (13, 5, 1, 7),
    "synthetic_A_prov_form": (102, 6, 11, 269),
    "synthetic_B_prov_form_sex": (306, 42, 62, 1159),
}
PROVINCES = {
    "T": ("N0", "O0", "W0", "Z0"), "N0": ("GR", "FR", "DR"), "O0": ("OV", "FL", "GE"),
    "W0": ("UT", "NH", "ZH", "ZE"), "Z0": ("NB", "LI"),
}  # fmt: skip
FORM = {"T": ("SEKS", "BUIT"), "BUIT": ("ARBE", "CRIM", "OVER")}
AGE = {"T": ("MI", "VO"), "MI": ("A1", "A2"), "VO": ("A3", "A4", "A5")}


def stored(name: str) -> System:
    """A table with a proven optimum, unsafe cells as its status says."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8") as lines:
        table = read_table(lines)
    given = TABLES / f"{name}.yaml"
    text = given.read_text(encoding="utf-8") if given.exists() else "{}"
    hierarchies = hierarchies_for([table], read_hierarchies(text, codes_of([table])))
    return system_of([table], hierarchies)


def invented(shape: tuple[dict[str, tuple[str, ...]], ...], persons: int, seed: int) -> System:
    """Persons thrown over the lowest codes of some dimensions, with every total."""
    chance = np.random.default_rng(seed)
    lists = [[code for code in _codes(below) if code not in below] for below in shape]
    drawn = [
        [
            codes[at]
            for at in chance.choice(len(codes), persons, p=chance.dirichlet(np.ones(len(codes))))
        ]
        for codes in lists
    ]
    counts: Counter[tuple[str, ...]] = Counter({cell: 0 for cell in product(*map(_codes, shape))})
    for person in zip(*drawn, strict=True):
        ways = [_upward(code, below) for code, below in zip(person, shape, strict=True)]
        counts.update(product(*ways))
    names = tuple(f"d{at}" for at in range(len(shape)))
    hierarchies = [Hierarchy(name, below) for name, below in zip(names, shape, strict=True)]
    return system_of([Table(names, dict(counts))], hierarchies)


def _codes(below: dict[str, tuple[str, ...]]) -> list[str]:
    return sorted({*below, *(code for codes in below.values() for code in codes)})


def _upward(code: str, below: dict[str, tuple[str, ...]]) -> list[str]:
    parents = [parent for parent, codes in below.items() if code in codes]
    return [code, *(_upward(parents[0], below) if parents else [])]
