"""Cell keys: each count moved by a noise that belongs to its cell, the same in every table.

Fraser and Wooton, A proposed method for confidentialising tabular output to protect against
differencing, UNECE work session on statistical data confidentiality, 2005. The noise is the one of
most entropy for a given variance, as Marley and Leaver (2011) and the ptable package take it:
without bias, never further than `reach`, and no count below zero or made of nobody.
"""

import hmac
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from scipy.optimize import root

from samen.core.disclosure.attack import Release
from samen.core.disclosure.program import Floats
from samen.core.disclosure.system import Cell, Ints, Mask, System


@dataclass(frozen=True)
class Noise:
    """reach: the most persons that a count is moved by. variance: in persons squared."""

    reach: int = 5
    variance: float = 4.0


NOISE = Noise()


def perturbed(system: System, key: bytes, noise: Noise = NOISE) -> Ints:
    """The moved counts, int64 of shape (cells,). Totals need not add up. `key` is secret."""
    steps = {count: np.cumsum(chances(count, noise)) for count in range(1, noise.reach + 1)}
    moved = [
        count + _move(_share(key, cell), steps[min(count, noise.reach)]) if count else 0
        for cell, count in zip(system.cells, system.counts.tolist(), strict=True)
    ]
    return np.array(moved, dtype=np.int64)


def chances(count: int, noise: Noise) -> Floats:
    """The chance of each move of a count, float64 of shape (2 * reach + 1,), from -reach to reach.

    Most entropy with mean 0 and the variance: p(v) ~ exp(a v + b v^2), on the moves that leave the
    count at nobody or more.
    """
    moves = np.arange(-noise.reach, noise.reach + 1)
    can = moves >= -count
    variance = min(noise.variance, count * noise.reach / 2)

    def misses(at: Floats) -> Floats:
        p = _weights(at, moves, can)
        return np.array([p @ moves, p @ moves**2 - variance])

    found = root(misses, np.array([0.0, -0.1]), method="lm")
    return _weights(found.x, moves, can)


def _weights(at: Floats, moves: Ints, can: Mask) -> Floats:
    logs = at[0] * moves + at[1] * moves**2
    weights = np.where(can, np.exp(logs - logs[can].max()), 0.0)
    shares: Floats = weights / weights.sum()
    return shares


def _share(key: bytes, cell: Cell) -> float:
    """The cell key: from 0 to 1, the same wherever the same persons are counted."""
    name = "\x1f".join(f"{name}\x1e{code}" for name, code in cell).encode()
    return int.from_bytes(hmac.digest(key, name, sha256)[:8], "big") / 2**64


def _move(share: float, steps: Floats) -> int:
    reach = len(steps) // 2
    return min(int(np.searchsorted(steps, share, side="right")), 2 * reach) - reach


def as_release(values: Ints, counts: Ints, noise: Noise = NOISE) -> Release:
    """What moved counts tell: each count lies at most the reach from what is shown."""
    reach = np.where(counts > 0, noise.reach, 0)
    return Release(np.maximum(values - reach, 0), values + reach)
