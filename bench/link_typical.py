"""The model that learning begins with, from invented nations.

    ./samen bench link_typical DIR…  > src/samen/core/matching/typical.py

Each folder holds the records.parquet of an invented nation. No truth is used: one person is the
class that begins with the strongest levels, the others begin scattered around all pairs.
"""

import json
import sys
import textwrap
from pathlib import Path

import numpy as np

from samen.core.matching.blocking import blocked
from samen.core.matching.engines import duck
from samen.core.matching.model import COMPARISONS, Chances, Model
from samen.core.matching.scoring import Scorer
from samen.core.matching.standardise import standardised
from samen.core.matching.training import SLACK, learnt
from samen.core.matching.typical import TYPICAL
from samen.site.person_files import read_persons

OTHERS = 6
_FREE = 1e12
"""From a scattered beginning the bound of chance would decide which class is which."""
_CLOSE_NAMES, _CLOSE_DATES = 4, 3
"""Levels of names and dates on which strangers seldom agree."""
SEED = 6
_FILE = '''"""What is typical: a model learnt from invented nations, for few records.

Made by `./samen bench link_typical`; learning begins here, so that the same person is always the
first class.
"""

from samen.core.matching.model import Model

TYPICAL = Model.from_json("""
{text}
""")
'''


def main(arguments: list[str]) -> int:
    if not arguments:
        print("usage: ./samen bench link_typical DIR…   (records.parquet)")
        return 2
    files = [Path(folder) / "records.parquet" for folder in arguments]
    persons = read_persons(files, "id", {})
    records = standardised(persons.columns, persons.size)
    found = blocked(records)
    pairs = found.pairs
    scorer = Scorer(records, duck())
    overall = _frequencies(scorer.levels(pairs[:: max(len(pairs) // 200_000, 1)]))
    chance = np.random.default_rng(SEED)
    ways = [_scattered(overall, chance) for _ in range(OTHERS)]
    ways += [_agreeing(overall, *ratios) for ratios in ((8.0, 0.05), (0.05, 8.0))]
    others = tuple(((1 - 0.15) / len(ways), way) for way in ways)
    start = Model(1e-5, TYPICAL.m, TYPICAL.u, ((0.15, _descending()), *others))
    model = start
    for slack in (_FREE, _FREE, _FREE, SLACK, SLACK):  # a round stops before it has settled
        model = learnt(records, scorer, found, model, slack)
    print(_FILE.format(text="\n".join(textwrap.wrap(_rounded(model), 96))), end="")
    return 0


def _descending() -> Chances:
    steps = [0.5 ** (0.5 * np.arange(len(of.levels))) for of in COMPARISONS]
    return tuple(tuple(float(x) for x in each / each.sum()) for each in steps)


def _scattered(chances: Chances, by: np.random.Generator) -> Chances:
    moved = [np.array(each) * by.uniform(0.3, 3.0, len(each)) for each in chances]
    return tuple(tuple(float(x) for x in each / each.sum()) for each in moved)


def _agreeing(chances: Chances, names: float, dates: float) -> Chances:
    """Strangers who share a name or a birth date by chance, but not both: were they one class,
    it would hold pairs that share both, and take one person for two."""
    moved = [np.array(each) for each in chances]
    moved[0][:_CLOSE_NAMES] *= names
    moved[1][:_CLOSE_DATES] *= dates
    return tuple(tuple(float(x) for x in each / each.sum()) for each in moved)


def _frequencies(levels: np.ndarray[tuple[int, int], np.dtype[np.int8]]) -> Chances:
    found = []
    for at, of in enumerate(COMPARISONS):
        counted = np.bincount(levels[levels[:, at] >= 0, at], minlength=len(of.levels)) + 1.0
        found.append(tuple(float(x) for x in counted / counted.sum()))
    return tuple(found)


def _rounded(model: Model) -> str:
    def short(value: object) -> object:
        if isinstance(value, float):
            return float(f"{max(value, 1e-6):.3g}")
        return [short(each) for each in value] if isinstance(value, list) else value

    read = json.loads(model.as_json())
    return json.dumps({**{name: short(value) for name, value in read.items()}, "prior": 1e-5})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
