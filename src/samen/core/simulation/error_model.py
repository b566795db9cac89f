"""How often each kind of error is made, by partner and by group of origin.

`errors.csv` has a rate for each kind and model, and factors on it for a partner or a group.
Rates are assumptions. `clean` makes no errors, `typical` and `harsh` are for daily work;
`away1` and `away2` are held out: only benchmarks use them, so that nobody tunes to them.
"""

from dataclasses import dataclass

import numpy as np

from samen.core.errors import BadInput
from samen.core.simulation.chance import Chance, Flags, Shares, Whole
from samen.core.simulation.world import PARTNERS, World

HIGHEST = 0.95
_PER_DRAW = 4
_SCALE = 1 << 16


@dataclass(frozen=True, eq=False, slots=True)
class ErrorModel:
    """rates: the chance of each kind for a record, shape (kinds, partners, groups)."""

    name: str
    kinds: tuple[str, ...]
    rates: Shares

    def rate(self, kind: str) -> Shares:
        """By partner and group."""
        return np.asarray(self.rates[self.kinds.index(kind)])

    def drawn(
        self, chance: Chance, records: Whole, partner: Whole, group: Whole
    ) -> dict[str, Flags]:
        """For each kind whether it is made in each record; the same draws for every model.

        A model with higher rates makes the errors of the other one, and more.
        """
        found: dict[str, Flags] = {}
        for at, kind in enumerate(self.kinds):
            part = at % _PER_DRAW
            if part == 0:
                bits = chance.bits(f"errors {at}", records)
            draw = (bits >> np.uint64(16 * part)) & np.uint64(_SCALE - 1)
            found[kind] = draw < self.rates[at, partner, group] * _SCALE
        return found


def error_models(world: World) -> dict[str, ErrorModel]:
    """All models of the lists, by name."""
    rows = world.tables["errors"]
    names = [name for name in rows[0] if name not in {"kind", "partner", "group"}]
    kinds = tuple(row["kind"] for row in rows if not row["partner"] and not row["group"])
    found = {}
    for name in names:
        rates = np.ones((len(kinds), len(PARTNERS), len(world.groups)))
        for row in rows:
            partner = PARTNERS.index(row["partner"]) if row["partner"] else slice(None)
            group = world.groups.index(row["group"]) if row["group"] else slice(None)
            rates[kinds.index(row["kind"]), partner, group] *= float(row[name])
        found[name] = ErrorModel(name, kinds, np.minimum(rates, HIGHEST))
    return found


def error_model(world: World, name: str) -> ErrorModel:
    """The model of that name. Raises BadInput with the names there are."""
    models = error_models(world)
    if name not in models:
        raise BadInput("There is no error model {name}.", "The models are {names}.", "",
                       name=name[:60], names=", ".join(models))  # fmt: skip
    return models[name]
