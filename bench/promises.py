"""Fits how much each word speaks for a promise: `./samen bench promises [--write]`.

Logistic regression with a ridge, on every sentence of the letters and passages whose truth may
be read. Each hand is judged by weights fitted to the others, so that what one writer's habits
teach is not counted as knowledge.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench.passages import letter_of, passages_in, truths_of
from bench.reading import ROOT, Entry, letter_paths, truth_of
from bench.scoring import share
from bench.weights import tally
from samen.core.reading.context import build_context
from samen.core.reading.formats import open_letter
from samen.core.reading.masthead import read_masthead
from samen.core.reading.promise_chance import features_of
from samen.core.reading.repair import repair

_TRUTH = ROOT / "tests/letters/truth"
_PLACE = ROOT / "src/samen/core/reading/promise_weights.py"
_ENOUGH, _SOME = 0.5, 0.25
_FEWEST = 5
"""Sentences in which a word must stand to weigh at all."""
_PULL = 2.0
"""How hard a weight is held to nothing."""
_SLIGHT = 0.1
"""A weight that is not worth keeping."""
_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence: whose hand wrote it, what is known of it, whether it promises something."""

    hand: str
    features: frozenset[str]
    is_promise: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """How much each feature weighs, and what no feature explains."""

    weights: dict[str, float]
    bias: float

    def chance(self, features: Iterable[str]) -> float:
        points = self.bias + sum(self.weights.get(key, 0.0) for key in features)
        return float(1 / (1 + np.exp(-points)))


def said_in(content: bytes, truths: list[Entry], hand: str, first_line: int = 0) -> Iterator[Said]:
    """The sentences of a letter; those of which truth is unsure are left out."""
    letter = repair(open_letter(content, "a.txt"))
    day = read_masthead(letter).date
    context = build_context(letter, date.fromisoformat(day) if day else None)
    for sentence in context.sentences:
        line, line_end = letter.lines(sentence.start, sentence.end)
        quote = letter.quote(sentence.start, sentence.end)
        entry = {"quote": quote, "line": line, "line_end": line_end}
        near = [truth for truth in truths if share(truth, entry) >= _ENOUGH]
        sure = [t for t in near if share(t, entry, strict=True) >= _SOME and not t.get("optional")]
        if line >= first_line and quote and bool(near) == bool(sure):
            yield Said(hand, features_of(context, sentence), bool(sure))


def everything_said() -> Iterator[Said]:
    """Every sentence that may be learnt from."""
    hands = json.loads((_TRUTH / "hands.json").read_text(encoding="utf-8"))
    hand_of = {letter: hand for hand, letters in hands.items() for letter in letters}
    for path in [*letter_paths("dev"), *letter_paths("demo")]:
        truths = [one for one in truth_of(path)["entries"] if one["kind"] == "commitment"]
        yield from said_in(path.read_bytes(), truths, hand_of.get(path.stem, "earliest"))
    for passage in passages_in(_TRUTH / "passages/open.jsonl"):
        if passage["kind"] == "commitment":
            yield from said_in(letter_of(passage), [*truths_of(passage)], "passages", 3)


def fit(sentences: list[Said]) -> Fitted:
    """The weights that explain sentences best and stay near nothing."""
    counts = Counter(key for one in sentences for key in one.features)
    place = {key: at for at, key in enumerate(sorted(k for k, n in counts.items() if n >= _FEWEST))}
    cells = [
        (row, place[k]) for row, one in enumerate(sentences) for k in one.features if k in place
    ]
    rows, columns = zip(*cells, strict=True)
    shape = (len(sentences), len(place))
    held = csr_matrix((np.ones(len(cells)), (rows, columns)), shape)
    truth = np.array([one.is_promise for one in sentences], dtype=float)

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        weights, bias = point[:-1], point[-1]
        scores = held @ weights + bias
        error = 1 / (1 + np.exp(-scores)) - truth
        value = np.logaddexp(0, scores).sum() - truth @ scores + _PULL / 2 * weights @ weights
        return value, np.append(held.T @ error + _PULL * weights, error.sum())

    found = minimize(loss, np.zeros(len(place) + 1), jac=True, method="L-BFGS-B").x
    weights = {key: round(float(found[at]), 2) for key, at in place.items()}
    return Fitted(
        {k: w for k, w in weights.items() if abs(w) >= _SLIGHT}, round(float(found[-1]), 2)
    )


def by_the_others(sentences: list[Said]) -> list[tuple[bool, float]]:
    """Each sentence with its chance by weights fitted to the other hands."""
    judged = []
    for hand in sorted({one.hand for one in sentences}):
        fitted = fit([one for one in sentences if one.hand != hand])
        mine = (one for one in sentences if one.hand == hand)
        judged += [(one.is_promise, fitted.chance(one.features)) for one in mine]
    return judged


def write(fitted: Fitted, place: Path = _PLACE) -> None:
    """Put the weights in their place in the reader."""
    entries = sorted(f"{key}={weight:.2f}" for key, weight in fitted.weights.items())
    lines, line = [], ""
    for entry in entries:
        if len(line) + len(entry) >= _WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {entry}".strip()
    head, _, tail = place.read_text(encoding="utf-8").partition("BIAS = ")
    _, mark, rest = tail.partition('\n"""\nWEIGHTS')
    table = "\n".join([*lines, line])
    text = f'{head}BIAS = {fitted.bias:.2f}\n_TABLE = """\n{table}{mark}{rest}'
    place.write_text(text, encoding="utf-8")


def main() -> int:
    """Print recall and precision of each threshold, hands judged by the others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights")
    asked = parser.parse_args()
    sentences = list(everything_said())
    promises = sum(one.is_promise for one in sentences)
    print(f"{len(sentences)} sentences, {promises} of them promises")
    judged = by_the_others(sentences)
    print("threshold   fitted to the other hands: recall / precision")
    for percent in range(30, 81, 5):
        recall, precision = tally(judged, percent / 100)
        print(f"{percent / 100:.2f}        {recall:.2f} / {precision:.2f}")
    if asked.write:
        write(fit(sentences))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
