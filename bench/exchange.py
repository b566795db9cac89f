"""Asking without names, end to end in one process: seconds, bytes, precision and recall.

    ./samen bench exchange [RECORDS] [MODEL …]      10,000 at each side; typical harsh away2

The registrations of an invented nation are dealt to two houses by chance. `four` are the keys
usual in the literature on match keys (names and birth date in four ways), joined in clear text;
the keys of `core/exchange` go through the protocol once, and in clear text for the other models.
"""

import sys
import time
from collections.abc import Callable, Mapping
from uuid import UUID

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from samen.core.exchange import protocol
from samen.core.exchange.keys import Keys, keys_of
from samen.core.exchange.messages import Message, read
from samen.core.exchange.protocol import House
from samen.core.exchange.vocabulary import KeyClass, Step
from samen.core.matching.columns import Column
from samen.core.matching.standardise import NONE, Marks, Standardised, joined, standardised
from samen.core.simulation.error_model import error_model
from samen.core.simulation.records import linkage_records, nation_for, registrations
from samen.site.simulation import world

RECORDS, MODELS = 10_000, ("typical", "harsh", "away2")
SEEDS = {"typical": 21, "harsh": 22, "away2": 23}
QUESTION = UUID(int=6)
FOUR: Mapping[str, tuple[str, ...]] = {
    "names": ("name_pair", "date"), "family": ("f1", "date", "g_first"),
    "given": ("g1", "date", "f_first"), "beginnings": ("name_start", "date"),
}  # fmt: skip

type Ints = npt.NDArray[np.int64]
type Pairs = set[tuple[int, int]]


def main(arguments: list[str]) -> int:
    records = int(arguments[0]) if arguments else RECORDS
    for place, model in enumerate(arguments[1:] or MODELS):
        asker, owner, true = houses(model, records)
        print(f"{model}: {asker.size} x {owner.size} records, {len(true)} true pairs")
        told("four", joined_in_clear(four(asker), four(owner)), true)
        clear = joined_in_clear(keys_of(asker), keys_of(owner))
        told("six", clear, true)
        if place == 0:
            exchanged = through_the_protocol(keys_of(asker), keys_of(owner))
            print(f"    the protocol finds the same pairs: {exchanged == clear}", flush=True)
    return 0


def houses(model: str, records: int) -> tuple[Standardised, Standardised, Pairs]:
    """Two houses' records, and the pairs of places that are truly one person."""
    of = world()
    nation, errors = nation_for(of, SEEDS.get(model, 24), 2 * records), error_model(of, model)
    pieces = [linkage_records(nation, each) for each in registrations(nation, errors, 2 * records)]
    table = pa.Table.from_batches([piece[0] for piece in pieces])
    person = pa.Table.from_batches([piece[1] for piece in pieces])["person"].to_numpy()
    columns = {Column(name): table[name] for name in table.column_names
               if name not in ("id", "source", "nationality")}  # fmt: skip
    ready = standardised(columns, table.num_rows)
    dealt = np.random.default_rng(6).permutation(table.num_rows)
    sides = np.sort(dealt[:records]), np.sort(dealt[records:])
    true = pairs_of(keyed(person[sides[0]] + 1), keyed(person[sides[1]] + 1))
    return ready.take(sides[0]), ready.take(sides[1]), true


def four(of: Standardised) -> Mapping[str, Mapping[int, tuple[int, ...]]]:
    return {name: keyed(joined(*(of[column] for column in columns)))
            for name, columns in FOUR.items()}  # fmt: skip


def keyed(marks: Marks | Ints) -> dict[int, tuple[int, ...]]:
    places: dict[int, list[int]] = {}
    for place in np.flatnonzero(marks != NONE).tolist():
        places.setdefault(int(marks[place]), []).append(place)
    return {key: tuple(found) for key, found in places.items()}


def joined_in_clear[K](
    asker: Mapping[K, Mapping[int, tuple[int, ...]]],
    owner: Mapping[K, Mapping[int, tuple[int, ...]]],
) -> Pairs:
    return {pair for kind in asker for pair in pairs_of(asker[kind], owner[kind])}


def pairs_of(one: Mapping[int, tuple[int, ...]], other: Mapping[int, tuple[int, ...]]) -> Pairs:
    return {(a, b) for key in one.keys() & other.keys() for a in one[key] for b in other[key]}


def told(name: str, pairs: Pairs, true: Pairs) -> None:
    right = len(pairs & true)
    print(f"    {name:<6} P {right / max(len(pairs), 1):.4f}  R {right / max(len(true), 1):.4f}")


def through_the_protocol(asker_keys: Keys, owner_keys: Keys) -> Pairs:
    """All messages as bytes between two houses, with the time and size of each."""
    asker = House(b"a" * 32, "asker", QUESTION, asker_keys)
    owner = House(b"b" * 32, "owner", QUESTION, owner_keys)
    line = Line()
    asked = line.over("ask", lambda: protocol.ask(asker))
    counts = line.over("counts", lambda: protocol.counts_for(owner, asked))
    hits = line.own("count", lambda: protocol.counted(asker, counts))
    again = line.over("ask pairs", lambda: protocol.ask(asker, Step.ASK_PAIRS))
    pairs = line.over("pairs", lambda: protocol.pairs_for(owner, again))
    found = line.own("find", lambda: protocol.found(asker, again, pairs))
    opening = line.over("open pairs", lambda: protocol.open_pairs(QUESTION, found))
    opened = line.own("open", lambda: protocol.opened(owner, opening))
    print("    hits by key: " + ", ".join(f"{kind} {hits[kind]}" for kind in KeyClass))
    print(f"    in all {line.seconds:.1f} s, {line.size / 1e6:.2f} MB", flush=True)
    places = {each.token: each.place for each in found}
    return {(places[each.token], place) for each in opened for place in each.places}


class Line:
    """Counts what each step takes and what goes over."""

    def __init__(self) -> None:
        self.seconds, self.size = 0.0, 0

    def own[T](self, name: str, act: Callable[[], T]) -> T:
        start = time.perf_counter()
        made = act()
        took = time.perf_counter() - start
        self.seconds += took
        print(f"    {name:<12}{took:>8.1f} s", flush=True)
        return made

    def over(self, name: str, act: Callable[[], Message]) -> Message:
        message = self.own(name, act)
        content = message.as_bytes()
        self.size += len(content)
        print(f"    {'':<12}{len(content):>10,} bytes", flush=True)
        return read(content, message.step)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
