"""Learning from the letters whose truth may be read: weights by features, and how well they judge.

Logistic regression with a ridge. Each hand is judged by weights that were fitted to the other
hands, so that what one writer's habits teach is not counted as knowledge.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench.passages import letter_of, passages_in, truths_of
from bench.reading import ROOT, Entry, letter_paths, truth_of
from samen.core.reading.context import Context, build_context
from samen.core.reading.formats import open_letter
from samen.core.reading.masthead import read_masthead
from samen.core.reading.repair import repair
from samen.core.reading.weighing import BIAS, Weights

NOTHING = Weights(0.0, {})
_TRUTH = ROOT / "tests/letters/truth"
_WEIGHTS = ROOT / "src/samen/core/reading"
_EARLIEST = "earliest"
_PASSAGE_AT = 3
"""The line of a passage's letter on which it begins."""
_SLIGHT = 0.01
"""A weight that rounds to nothing is not written."""
_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Text:
    """A letter or passage that may be learnt from, with its truth of one kind.

    first_line: where what was marked begins.
    """

    hand: str
    context: Context
    truths: list[Entry]
    first_line: int = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a text: whose hand wrote it, how strong each feature of it is, what it is."""

    hand: str
    strengths: Mapping[str, float]
    is_so: bool


def texts(kind: str) -> Iterator[Text]:
    """Every open letter, and the open passages of a kind."""
    hands = json.loads((_TRUTH / "hands.json").read_text(encoding="utf-8"))
    hand_of = {letter: hand for hand, letters in hands.items() for letter in letters}
    for path in [*letter_paths("demo"), *letter_paths("dev")]:
        truths = [one for one in truth_of(path)["entries"] if one["kind"] == kind]
        hand = hand_of.get(path.stem, _EARLIEST)
        yield Text(hand, context_of(path.read_bytes(), path.name), truths)
    for passage in passages_in(_TRUTH / "passages/open.jsonl"):
        if passage["kind"] == kind:
            context = context_of(letter_of(passage), "passage.txt")
            yield Text("passages", context, [*truths_of(passage)], _PASSAGE_AT)


def context_of(content: bytes, name: str) -> Context:
    """What is known of a letter before it is read for candidates."""
    letter = repair(open_letter(content, name))
    day = read_masthead(letter).date
    return build_context(letter, date.fromisoformat(day) if day else None)


def fit(
    examples: Sequence[Example], *, pull: float, fewest: int = 1, towards: Weights = NOTHING
) -> Weights:
    """The weights that explain examples best.

    pull: how hard a weight is held towards what it is in `towards` (0 where it is not there), as
    so many examples that say it should stay. fewest: examples that must have a feature.
    """
    often = Counter(key for one in examples for key in one.strengths)
    keys = sorted({key for key, n in often.items() if n >= fewest} | set(towards.each))
    place = {key: at for at, key in enumerate(keys)}
    cells = [
        (row, place[key], strength)
        for row, one in enumerate(examples)
        for key, strength in one.strengths.items()
        if key in place
    ]
    rows, columns, values = zip(*cells, strict=True)
    held = csr_matrix((values, (rows, columns)), (len(examples), len(keys)))
    truth = np.array([one.is_so for one in examples], float)
    home = np.array([towards.each.get(key, 0.0) for key in keys])

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        away, bias = point[:-1] - home, point[-1]
        scores = held @ point[:-1] + bias
        error = 1 / (1 + np.exp(-scores)) - truth
        value = np.logaddexp(0, scores).sum() - truth @ scores + pull / 2 * away @ away
        return value, np.append(held.T @ error + pull * away, error.sum())

    found = minimize(loss, np.append(home, towards.bias), jac=True, method="L-BFGS-B").x
    return Weights(float(found[-1]), dict(zip(keys, found[:-1].tolist(), strict=True)))


def by_the_others(
    examples: Sequence[Example], fitted: Callable[[Sequence[Example]], Weights]
) -> list[tuple[Example, float]]:
    """Each example with its log odds by weights that were fitted to the other hands."""
    judged = []
    for hand in sorted({one.hand for one in examples}):
        weights = fitted([one for one in examples if one.hand != hand])
        mine = (one for one in examples if one.hand == hand)
        judged += [(one, weights.points(one.strengths)) for one in mine]
    return judged


def tally(judged: Iterable[tuple[Example, float]], threshold: float) -> tuple[float, float]:
    """Recall and precision of what has a chance of at least a threshold."""
    least = float(np.log(threshold / (1 - threshold)))
    pairs = [(one.is_so, points >= least) for one, points in judged]
    hits = sum(is_so and said for is_so, said in pairs)
    return hits / sum(t for t, _ in pairs), hits / max(1, sum(s for _, s in pairs))


def asks_to_write(about: str | None) -> bool:
    """What the command line says: whether to keep the weights."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--write", action="store_true", help="keep the weights")
    return bool(parser.parse_args().write)


def write(weights: Weights, name: str, slight: float = _SLIGHT) -> None:
    """Put weights in their place in the reader; those that weigh less than `slight` are left."""
    each = sorted((key, w) for key, w in weights.each.items() if round(abs(w), 2) >= slight)
    lines, line = [], f"{BIAS}={weights.bias:.2f}"
    for entry in (f"{key}={weight:.2f}" for key, weight in each):
        if len(line) + len(entry) >= _WIDTH:
            lines.append(line)
            line = entry
        else:
            line = f"{line} {entry}"
    place = Path(_WEIGHTS / f"{name}.py")
    head, mark, tail = place.read_text(encoding="utf-8").partition('weights_in("""\n')
    _, end, rest = tail.partition('\n"""')
    table = "\n".join([*lines, line])
    place.write_text(f"{head}{mark}{table}{end}{rest}", encoding="utf-8")
