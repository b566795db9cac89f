"""Fits the weights of numbers to the open letters: `./samen bench indicator_weights [--write]`.

Every number of the open letters and passages takes part, whether a rule knows it or not: what
holds where rules see it should hold where they do not. Logistic regression with a ridge. The
hands that wrote a letter are judged by weights fitted to the other hands.
"""

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from bench.passages import letter_of, passages_in, truths_of
from bench.reading import ROOT, Entry, letter_paths, truth_of
from bench.scoring import share
from samen.core.reading.context import Context, build_context
from samen.core.reading.formats import open_letter
from samen.core.reading.indicator_features import Numbers, features_of
from samen.core.reading.indicator_net import is_hopeless
from samen.core.reading.indicators import read_by_rules
from samen.core.reading.masthead import read_masthead
from samen.core.reading.quantities import Quantity
from samen.core.reading.reader import quantities_of
from samen.core.reading.repair import repair
from samen.core.reading.stated import laws_of
from samen.core.reading.table_values import read_tables
from samen.core.terms import Found

_PLACE = ROOT / "src/samen/core/reading/indicator_weights.py"
_HANDS = ROOT / "bench/hands.txt"
_PASSAGES = ROOT / "tests/letters/truth/passages/open.jsonl"
_PULL = 1.0
"""How hard a weight is held at 0: as so many numbers that say it should stay there."""
_FEWEST = 8
"""Numbers that must have a feature before it is weighed."""
_STEPS = 12
_ENOUGH = 0.5
_SLACK = 1

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a letter: what speaks for and against it, and whether it is an indicator."""

    hand: str
    features: frozenset[str]
    is_indicator: bool
    is_known: bool
    """Whether a rule takes it."""


def letters() -> Iterator[tuple[str, bytes, list[Entry]]]:
    """Each open letter and passage: its hand, its bytes and its truth."""
    lines = _HANDS.read_text(encoding="utf-8").splitlines()
    hands = {name: hand for hand, name in (line.split() for line in lines if line[0] != "#")}
    for path in (*letter_paths("demo"), *letter_paths("dev")):
        yield hands.get(path.stem, "demo"), path.read_bytes(), truth_of(path)["entries"]
    for passage in passages_in(_PASSAGES):
        if passage["kind"] == "indicator":
            yield "passages", letter_of(passage), [*truths_of(passage)]


def numbers_of(hand: str, content: bytes, truth: list[Entry]) -> Iterator[Number]:
    """The numbers of a letter with their truth; those of which truth is unsure are left out."""
    letter = repair(open_letter(content, "letter.txt"))
    day = read_masthead(letter).date
    context = build_context(letter, date.fromisoformat(day) if day else None)
    found = [*quantities_of(context, laws_of(context), read_tables(context).spans)]
    rules = [each.found for each in read_by_rules(context, found)]
    entries = [one for one in truth if one["kind"] == "indicator" and one["value"] is not None]
    optional = _told(context, found, [one for one in entries if one.get("optional")])
    told = _told(context, found, [one for one in entries if not one.get("optional")])
    for index, number in enumerate(found):
        sentence = next(iter(context.sentences_around(number.start)), None)
        if sentence is None or (index in optional and index not in told):
            continue
        if not is_hopeless(context, number, sentence):
            features = features_of(context, number, sentence, Numbers(found, rules))
            yield Number(hand, features, index in told, number in rules)


def _told(context: Context, found: list[Found[Quantity]], entries: list[Entry]) -> set[int]:
    """Which numbers the truth tells of, each entry by the number that fits it best."""
    told: set[int] = set()
    for entry in sorted(entries, key=lambda one: len(one["quote"])):
        fits = [(_fit(context, number, entry, index in told), index)
                for index, number in enumerate(found)]  # fmt: skip
        best = max(((fit, index) for fit, index in fits if fit), default=None)
        if best is not None:
            told.add(best[1])
    return told


def _fit(context: Context, number: Found[Quantity], entry: Entry, used: bool) -> tuple[Any, ...]:
    """How well a number fits an entry, to be compared; empty where it does not."""
    value, around = number.value, [*context.sentences_around(number.start)]
    values = {float(each) for each in (value.value, value.low, value.high) if each is not None}
    line, line_end = context.letter.lines(number.start, number.end)
    is_near = line <= entry["line_end"] + _SLACK and line_end >= entry["line"] - _SLACK
    if not (around and is_near and float(entry["value"]) in values):
        return ()
    quote = context.letter.quote(around[0].start, around[0].end)
    common = share(entry, {"quote": quote, "line": line, "line_end": line_end})
    has_words = " ".join(value.words.split()) in entry["quote"]
    return (not used, has_words, common) if common >= _ENOUGH else ()


def fit(numbers: list[Number]) -> tuple[Weights, float]:
    """Weights and bias that explain the numbers best, held near 0; by Newton's steps."""
    often = Counter(key for each in numbers for key in each.features)
    keys = sorted(key for key, times in often.items() if times >= _FEWEST)
    has = np.array([[key in each.features for key in keys] + [True] for each in numbers], float)
    is_one = np.array([each.is_indicator for each in numbers], float)
    pull = np.diag([_PULL] * len(keys) + [0.0])
    now = np.zeros(len(keys) + 1)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-has @ now))
        slope = has.T @ (is_one - chance) - pull @ now
        bend = (has * (chance * (1 - chance))[:, None]).T @ has + pull
        now = now + np.linalg.solve(bend, slope)
    return dict(zip(keys, now.tolist(), strict=False)), float(now[-1])


def probability(weights: Weights, bias: float, number: Number) -> float:
    points = bias + sum(weights.get(key, 0.0) for key in number.features)
    return 1 / (1 + math.exp(-points))


def print_thresholds(numbers: list[Number]) -> None:
    """At each threshold: recall and precision alone, and what is caught behind the rules."""
    judged: list[tuple[Number, float]] = []
    for hand in sorted({each.hand for each in numbers}):
        weights, bias = fit([each for each in numbers if each.hand != hand])
        mine = (each for each in numbers if each.hand == hand)
        judged += [(each, probability(weights, bias, each)) for each in mine]
    true = sum(each.is_indicator for each in numbers)
    print("threshold   alone, of unseen hands   behind the rules: right of taken")
    for percent in range(40, 81, 5):
        taken = [each for each, chance in judged if chance >= percent / 100]
        right = sum(each.is_indicator for each in taken)
        late = [each.is_indicator for each in taken if not each.is_known]
        print(f"{percent / 100:.2f}        {right / true:.2f} / {right / len(taken):.2f}"
              f"              {sum(late)} of {len(late)}")  # fmt: skip


def write(weights: Weights, bias: float, place: Path = _PLACE) -> None:
    """Put the weights in their place in the reader."""
    head = place.read_text(encoding="utf-8").partition("BIAS")[0]
    lines = "".join(f'    "{key}": {value:.2f},\n' for key, value in weights.items())
    text = f"{head}BIAS = {bias:.2f}\nWEIGHTS = {{\n{lines}}}\n"
    place.write_text(re.sub(r"-0\.00\b", "0.00", text), encoding="utf-8")


def main() -> int:
    """Print how well weights fitted to other hands judge each hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights")
    asked = parser.parse_args()
    numbers = [one for each in letters() for one in numbers_of(*each)]
    true = sum(each.is_indicator for each in numbers)
    print(f"{len(numbers)} numbers, {true} of them indicators")
    print_thresholds(numbers)
    if asked.write:
        write(*fit(numbers))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
