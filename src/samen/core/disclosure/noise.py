"""Counts with noise that hides whether anybody is in them: differential privacy.

Discrete Laplace and discrete Gaussian noise, drawn exactly, with whole numbers and fractions only:
Canonne, Kamath and Steinke, The discrete Gaussian for differential privacy, NeurIPS 2020,
algorithms 1 to 3. Noise is put on the lowest cells, of which everybody is in exactly one, so one
person changes them by 1; totals are their sums, and add up. It is drawn from a secret key and what
is counted, so that the same question has the same answer.
"""

import hmac
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from hashlib import sha256
from math import isqrt

import numpy as np

from samen.core.disclosure.policy import Policy
from samen.core.disclosure.protect import Protected
from samen.core.disclosure.system import Ints, Mask, System
from samen.core.errors import BadInput

MOST_LOSS = 10
"""Epsilon or rho above which noise hides nothing worth speaking of."""
_WORDS = 32


class Mechanism(StrEnum):
    """Which noise, and so in what the loss of privacy is counted."""

    LAPLACE = "laplace"
    """Epsilon: pure differential privacy."""
    GAUSSIAN = "gaussian"
    """Rho: zero-concentrated differential privacy (Bun and Steinke 2016)."""


@dataclass(frozen=True)
class Noise:
    """loss: epsilon of the Laplace, rho of the Gaussian, more than 0 and at most 10."""

    mechanism: Mechanism
    loss: Fraction

    def __post_init__(self) -> None:
        if not 0 < self.loss <= MOST_LOSS:
            raise BadInput("The loss of privacy is {loss}.",
                           "It is more than 0 and at most {most}.",
                           "Choose another.", loss=str(self.loss), most=MOST_LOSS)  # fmt: skip

    def draw(self, bits: "Bits") -> int:
        """One value of the noise."""
        if self.mechanism is Mechanism.LAPLACE:
            return laplace(1 / self.loss, bits)
        return gaussian(1 / (2 * self.loss), bits)


class Bits:
    """Random numbers that follow from a key and words: a keyed hash of a counter."""

    def __init__(self, key: bytes, words: bytes) -> None:
        self._key, self._words = key, words
        self._counter, self._left, self._pool = 0, 0, 0

    def below(self, n: int) -> int:
        """A whole number from 0 to n - 1, each as likely."""
        width = (n - 1).bit_length()
        while True:
            while self._left < width:
                block = self._words + self._counter.to_bytes(8, "big")
                drawn = int.from_bytes(hmac.digest(self._key, block, sha256), "big")
                self._pool |= drawn << self._left
                self._left += 8 * _WORDS
                self._counter += 1
            found = self._pool & ((1 << width) - 1)
            self._pool >>= width
            self._left -= width
            if found < n:
                return found


def laplace(scale: Fraction, bits: Bits) -> int:
    """A whole number z with chance proportional to exp(-|z| / scale)."""
    while True:
        is_negative, size = bits.below(2), _geometric(1 / scale, bits)
        if size or not is_negative:
            return -size if is_negative else size


def gaussian(variance: Fraction, bits: Bits) -> int:
    """A whole number z with chance proportional to exp(-z^2 / (2 variance))."""
    scale = isqrt(variance.numerator // variance.denominator) + 1
    while True:
        found = laplace(Fraction(scale), bits)
        if _exp((abs(found) - variance / scale) ** 2 / (2 * variance), bits):
            return found


def _geometric(rate: Fraction, bits: Bits) -> int:
    """A whole number k >= 0 with chance proportional to exp(-rate k)."""
    parts = rate.denominator
    while True:
        part = bits.below(parts)
        if _exp(Fraction(part, parts), bits):
            break
    whole = 0
    while _exp(Fraction(1), bits):
        whole += 1
    return (whole * parts + part) // rate.numerator


def _exp(x: Fraction, bits: Bits) -> bool:
    """True with chance exp(-x), x >= 0."""
    while x > 1:
        if not _exp_to_one(Fraction(1), bits):
            return False
        x -= 1
    return _exp_to_one(x, bits)


def _exp_to_one(x: Fraction, bits: Bits) -> bool:
    """True with chance exp(-x), 0 <= x <= 1, by von Neumann's series."""
    steps = 1
    while bits.below(x.denominator * steps) < x.numerator:
        steps += 1
    return steps % 2 == 1


def question(system: System, noise: Noise, key: bytes) -> str:
    """What is asked, as a keyed hash: of the cells, their counts and the noise; tells no count."""
    words = [noise.mechanism.value, str(noise.loss)]
    for cell, count in zip(system.cells, system.counts.tolist(), strict=True):
        words += [*(part for pair in cell for part in pair), str(count), ""]
    return hmac.new(key, "\x1f".join(words).encode(), sha256).hexdigest()


def with_noise(system: System, policy: Policy, noise: Noise, key: bytes) -> Protected:
    """Counts with noise; what they may cost is for a ledger to say.

    Raises BadInput for amounts, and for tables that do not share their lowest cells.
    """
    lowest = _lowest(system)
    bits = Bits(key, bytes.fromhex(question(system, noise, key)))
    values = np.zeros_like(system.counts)
    for place in np.flatnonzero(lowest):
        values[place] = system.counts[place] + noise.draw(bits)
    values = _added_up(system, values, lowest)
    nothing = np.zeros(len(values), dtype=bool)
    return Protected(system, policy, policy.unsafe(system), nothing, values=values)


def _lowest(system: System) -> Mask:
    """The cells without parts, everybody being in one."""
    if system.contributions is not None and not system.contributions.are_persons:
        raise BadInput("Noise is for counts of persons, and these are amounts.",
                       "One person changes a count by 1.", "Choose another method.")  # fmt: skip
    parts: set[int] = set()
    parents: set[int] = set()
    matrix = system.equations.tocoo()
    for column, sign in zip(matrix.col.tolist(), matrix.data.tolist(), strict=True):
        (parents if sign > 0 else parts).add(column)
    places = np.arange(len(system.counts))
    lowest: Mask = ~np.isin(places, sorted(parents))
    names = {tuple(name for name, _ in system.cells[at]) for at in np.flatnonzero(lowest)}
    tried = np.random.default_rng(1).integers(1, 2**40, len(places))
    # Parts of two totals of the same persons would not come to the same.
    if len(names) > 1 or (system.equations @ _added_up(system, tried, lowest)).any():
        raise BadInput("Somebody is in more than one of the lowest cells.",
                       "Noise is for one table with all its parts, or several over the same.",
                       "Give one table, with a hierarchy for its totals.")  # fmt: skip
    return lowest


def _added_up(system: System, values: Ints, lowest: Mask) -> Ints:
    """The values with every total, from the lowest cells upward."""
    known, values = lowest.copy(), values.copy()
    while not known.all():
        for row in range(system.equations.shape[0]):
            part = slice(system.equations.indptr[row], system.equations.indptr[row + 1])
            places, signs = system.equations.indices[part], system.equations.data[part]
            (parent,), below = places[signs > 0], places[signs < 0]
            if not known[parent] and known[below].all():
                values[parent] = values[below].sum()
                known[parent] = True
    return values
