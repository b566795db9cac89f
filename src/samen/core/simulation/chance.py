"""Chance by number: the draw about a person is a function of the seed and the person's number.

A generator with a state would have to be run through from the start to know person 9,000,000;
a counter-based one is asked. The function is the output step of SplitMix64 (Steele, Lea and
Flood 2014, "Fast splittable pseudorandom number generators") on key + number * golden ratio.
"""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

type Whole = NDArray[np.int64]
type Bits = NDArray[np.uint64]
type Shares = NDArray[np.float64]
type Flags = NDArray[np.bool_]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


@dataclass(frozen=True, slots=True)
class Chance:
    """All draws of one seed."""

    seed: int

    def bits(self, about: str, numbers: Whole | Bits) -> Bits:
        """64 random bits for each number. `about` tells the draws about one number apart."""
        with np.errstate(over="ignore"):
            return mixed(numbers.astype(np.uint64) * _GOLDEN + _key(self.seed, about))

    def shares(self, about: str, numbers: Whole | Bits) -> Shares:
        """A number in [0, 1) for each number."""
        return (self.bits(about, numbers) >> np.uint64(11)).astype(np.float64) * 2.0**-53

    def below(self, about: str, numbers: Whole | Bits, most: int) -> Whole:
        """A whole number in [0, most) for each number."""
        return (self.shares(about, numbers) * most).astype(np.int64)


def mixed(bits: Bits) -> Bits:
    """Another number for each number, and never the same for two."""
    with np.errstate(over="ignore"):
        bits = (bits ^ (bits >> np.uint64(30))) * _FIRST
        bits = (bits ^ (bits >> np.uint64(27))) * _SECOND
        return bits ^ (bits >> np.uint64(31))


@lru_cache(maxsize=4096)
def _key(seed: int, about: str) -> np.uint64:
    digest = blake2b(f"{seed}\0{about}".encode(), digest_size=8).digest()
    return np.uint64(int.from_bytes(digest, "little"))
