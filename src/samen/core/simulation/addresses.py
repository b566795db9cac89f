"""Addresses and employers from their keys: everybody with the same key has the same one.

Streets and municipalities are real words; that a street has the number, the postcode or the
town that it gets here is chance.
"""

import numpy as np

from samen.core.simulation.chance import Bits, Chance
from samen.core.simulation.world import Words, World, texts

_LOWEST_POSTCODE, _POSTCODES_A_CITY = 1000, 26
_LETTERS = "ABCDEGHJKLMNPRSTVWXZ"
_MOST_NUMBER = 240
_POSTCODES = texts(str(number) for number in range(10000))
_ENDS = texts(f" {one}{other}" for one in _LETTERS for other in _LETTERS)
_NUMBERS = texts(
    [str(number) for number in range(1, _MOST_NUMBER + 1)]
    + [f"{number}{letter}" for letter in "ABC" for number in range(1, _MOST_NUMBER + 1)]
)
_HAS_LETTER = 0.12


def address_columns(world: World, chance: Chance, keys: Bits) -> dict[str, Words]:
    """Street, house number, postcode and city of each key."""
    nobody = np.zeros(len(keys), dtype=np.int64)
    city = world.cities.pick(nobody, chance.shares("city", keys))
    street = chance.below("street", keys, len(world.streets))
    number = (chance.shares("house number", keys) ** 2 * _MOST_NUMBER).astype(np.int64)
    letters = chance.below("letter", keys, 3) + 1
    with_letter = chance.shares("has letter", keys) < _HAS_LETTER
    code = _LOWEST_POSTCODE + (city * _POSTCODES_A_CITY + street % _POSTCODES_A_CITY) % 9000
    end = (street * 7 + city * 3 + number // 20) % len(_ENDS)
    return {
        "address": world.streets[street],
        "house_number": _NUMBERS[number + np.where(with_letter, letters, 0) * _MOST_NUMBER],
        "postcode": _POSTCODES[code] + _ENDS[end],
        "city": world.cities.words[city],
    }


def employer_names(world: World, chance: Chance, keys: Bits) -> Words:
    """The invented firm of each key; "" for key 0."""
    parts = {
        part: words[chance.below(f"firm {part}", keys, len(words))]
        for part, words in world.employers.items()
    }
    space = np.where(parts["legal"] == "", "", " ")
    names = parts["first"] + parts["second"] + " " + parts["sector"] + space + parts["legal"]
    return np.where(keys == 0, "", names)
