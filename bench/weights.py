"""Fits the weights of actions to the dev letters: `./samen bench weights [--write]`.

Logistic regression with a ridge towards weights set by hand, so that a feature of which
few letters tell keeps what a person set. Each letter is judged by weights fitted to the
others. Only letters whose truth may be read take part.
"""

import argparse
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.reading import ROOT, Entry, letter_paths, truth_of
from bench.scoring import share
from samen.core.reading.action_weights import BIAS, WEIGHTS
from samen.core.reading.actions import weighed_clauses
from samen.core.reading.commitments import commitments_of
from samen.core.reading.context import build_context
from samen.core.reading.formats import open_letter
from samen.core.reading.masthead import read_masthead
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text

HAND_BIAS = -1.45
HAND = {
    "form_active": 1.6,
    "form_passive": 1.7,
    "form_perfect": 1.6,
    "form_intended": 1.6,
    "form_past": 1.1,
    "form_possible": 0.4,
    "form_needed": 0.3,
    "form_aim": 0.4,
    "form_subordinate": 0.2,
    "form_relative": 0.8,
    "second_verb": 0.2,
    "partner_acts": 0.8,
    "some_participle": 0.9,
    "has_done": 0.8,
    "phrase_with_verb": 0.7,
    "phrase": 1.6,
    "ours_acts": 0.9,
    "outside_acts": -0.6,
    "name_acts": 0.6,
    "writer_acts": 0.4,
    "same_subject": 0.6,
    "pronoun_acts": 1.0,
    "past_acts": 1.0,
    "names_actor": 0.3,
    "partnered": 0.4,
    "time": 0.3,
    "ahead": 0.5,
    "stopped": 1.5,
    "now": 0.25,
    "result": 1.0,
    "ready": 1.2,
    "list_item": 0.4,
    "planning_row": 1.6,
    "status_row": 2.2,
    "footnote": -0.6,
    "proposed": 0.8,
    "finding": -1.3,
    "wish": -1.0,
    "stance": -1.2,
    "absent": -0.8,
    "condition": -1.2,
    "asks": -1.8,
    "about_letter": -2.0,
    "count": -0.8,
    "sum": -0.5,
    "money": -0.7,
    "settled": -1.5,
    "law_text": -0.5,
    "reasoning": -0.7,
    "motion": -0.3,
    "motion_row": -1.5,
    "bare": -1.5,
    "title": -2.5,
}
"""What a person set, before any letter was fitted."""
_PLACE = ROOT / "src/samen/core/reading/action_weights.py"
_SENTENCES = ROOT / "bench/action_sentences.txt"
_PULL = 2.0
"""How hard a weight is held: as so many clauses that say it should stay."""
_ROUNDS = 400
_STEP = 0.5
_ENOUGH = 0.5
_SOME = 0.25


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a letter: what speaks for and against it, and whether it is an action."""

    letter: str
    features: dict[str, float]
    is_action: bool


def clauses_of(path: Path) -> list[Clause]:
    """The clauses of a letter with their truth; those of which truth is unsure are left out."""
    letter = repair(open_letter(path.read_bytes(), path.name))
    day = read_masthead(letter).date
    context = build_context(letter, date.fromisoformat(day) if day else None)
    truths = [one for one in truth_of(path)["entries"] if one["kind"] == "action"]
    found = []
    for _, clauses in weighed_clauses(context, commitments_of(context)):
        for clause in clauses:
            line, line_end = context.letter.lines(clause.start, clause.end)
            quote = context.letter.quote(clause.start, clause.end)
            entry = {"quote": quote, "line": line, "line_end": line_end}
            near = [truth for truth in truths if _tells(truth, entry)]
            if len(near) == 1 and near[0].get("optional"):
                continue
            features = {feature.key: feature.strength for feature in clause.features}
            found.append(Clause(path.stem, features, bool(near)))
    return found


def _tells(truth: Entry, entry: Entry) -> bool:
    """Whether a clause is what a truth quotes, and not just its title."""
    return share(truth, entry) >= _ENOUGH and share(truth, entry, strict=True) >= _SOME


def loose_sentences() -> list[Clause]:
    """Invented sentences with what they are, each read as a letter of one sentence."""
    found = []
    for line in _SENTENCES.read_text(encoding="utf-8").splitlines():
        sign, _, said = line.partition(" ")
        if sign in {"+", "-"}:
            context = build_context(repair(source_of_text(said)), None)
            whole = [c.features for _, clauses in weighed_clauses(context, []) for c in clauses]
            strengths = {f.key: f.strength for features in whole for f in features}
            found.append(Clause("loose", strengths, sign == "+"))
    return found


def probability(weights: dict[str, float], bias: float, clause: Clause) -> float:
    points = bias + sum(weights[key] * value for key, value in clause.features.items())
    return 1 / (1 + math.exp(-points))


def fit(clauses: list[Clause]) -> tuple[dict[str, float], float]:
    """Weights that explain the clauses best and stay near those set by hand."""
    now, base = dict(HAND), HAND_BIAS
    for _ in range(_ROUNDS):
        slope = {key: _PULL * (HAND[key] - now[key]) for key in now}
        tilt = 0.0
        for clause in clauses:
            error = clause.is_action - probability(now, base, clause)
            tilt += error
            for key, value in clause.features.items():
                slope[key] += error * value
        step = _STEP / math.sqrt(len(clauses))
        now = {key: now[key] + step / 10 * slope[key] for key in now}
        base += step / 10 * tilt
    return now, base


def tally(judged: Iterable[tuple[bool, float]], threshold: float) -> tuple[float, float]:
    """Recall and precision at a threshold."""
    pairs = [(truth, value >= threshold) for truth, value in judged]
    hits = sum(truth and said for truth, said in pairs)
    return hits / sum(t for t, _ in pairs), hits / max(1, sum(s for _, s in pairs))


def main() -> int:
    """Print recall and precision of each threshold, letters judged by the others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights")
    asked = parser.parse_args()
    paths = [*letter_paths("demo"), *letter_paths("dev")]
    clauses = [clause for path in paths for clause in clauses_of(path)]
    loose = loose_sentences()
    print(f"{len(clauses)} clauses of {len(paths)} letters, {len(loose)} loose sentences")
    print_thresholds(clauses, loose, [path.stem for path in paths])
    if asked.write:
        write(*fit([*clauses, *loose]))
    return 0


def print_thresholds(clauses: list[Clause], loose: list[Clause], letters: list[str]) -> None:
    """Recall and precision at each threshold, as the weights stand and by the other letters."""
    standing = [(c.is_action, probability(WEIGHTS, BIAS, c)) for c in clauses]
    apart = []
    for letter in letters:
        weights, bias = fit([*(c for c in clauses if c.letter != letter), *loose])
        mine = (clause for clause in clauses if clause.letter == letter)
        apart += [(clause.is_action, probability(weights, bias, clause)) for clause in mine]
    print("threshold   as they stand   fitted to the other letters")
    for percent in range(31, 61, 3):
        (old, sure), (new, sharp) = (tally(judged, percent / 100) for judged in (standing, apart))
        print(f"{percent / 100:.2f}        {old:.2f} / {sure:.2f}     {new:.2f} / {sharp:.2f}")


def write(weights: dict[str, float], bias: float) -> None:
    """Put the weights in their place in the reader."""
    text = _PLACE.read_text(encoding="utf-8")
    text = re.sub(r"^BIAS = .*$", f"BIAS = {bias:.2f}", text, flags=re.M)
    for key, value in weights.items():
        text = re.sub(rf'"{key}": [-\d.]+', f'"{key}": {value:.2f}', text)
    _PLACE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
