"""Fits the weights of actions to the open letters: `./samen bench weights [--write]`.

They are held towards weights set by hand, so that a feature of which few letters tell keeps what
a person set. Each hand is judged by weights fitted to the others.
"""

from collections.abc import Iterator, Sequence

from bench import learning
from bench.learning import Example, Text
from bench.reading import ROOT, Entry
from bench.scoring import share
from samen.core.reading.action_weights import WEIGHTS
from samen.core.reading.actions import weighed_clauses
from samen.core.reading.commitments import commitments_of
from samen.core.reading.context import build_context
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text
from samen.core.reading.weighing import Weights

HAND = Weights(
    -1.45,
    {
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
    },
)
"""What a person set, before any letter was fitted."""
_SENTENCES = ROOT / "bench/action_sentences.txt"
_PULL = 2.0
_ENOUGH, _SOME = 0.5, 0.25


def clauses_of(text: Text) -> Iterator[Example]:
    """The clauses of a letter with their truth; those of which truth is unsure are left out."""
    context = text.context
    for _, clauses in weighed_clauses(context, commitments_of(context)):
        for clause in clauses:
            line, line_end = context.letter.lines(clause.start, clause.end)
            quote = context.letter.quote(clause.start, clause.end)
            entry = {"quote": quote, "line": line, "line_end": line_end}
            near = [truth for truth in text.truths if _tells(truth, entry)]
            is_unsure = len(near) == 1 and near[0].get("optional")
            if line >= text.first_line and not is_unsure:
                strengths = {each.key: each.strength for each in clause.features}
                yield Example(text.hand, strengths, bool(near))


def _tells(truth: Entry, entry: Entry) -> bool:
    """Whether a clause is what a truth quotes, and not just its title."""
    return share(truth, entry) >= _ENOUGH and share(truth, entry, strict=True) >= _SOME


def loose_sentences() -> Iterator[Example]:
    """Invented sentences with what they are, each read as a letter of one sentence."""
    for line in _SENTENCES.read_text(encoding="utf-8").splitlines():
        sign, _, said = line.partition(" ")
        if sign in {"+", "-"}:
            context = build_context(repair(source_of_text(said)), None)
            whole = [c.features for _, clauses in weighed_clauses(context, []) for c in clauses]
            strengths = {f.key: f.strength for features in whole for f in features}
            yield Example("loose", strengths, sign == "+")


def main() -> int:
    """Print recall and precision of each threshold, as it stands and by the other hands."""
    is_to_write = learning.asks_to_write(__doc__)
    clauses = [each for text in learning.texts("action") for each in clauses_of(text)]
    loose = [*loose_sentences()]
    print(f"{len(clauses)} clauses, {len(loose)} loose sentences")

    def fit(examples: Sequence[Example]) -> Weights:
        return learning.fit([*examples, *loose], pull=_PULL, towards=HAND)

    standing = [(one, WEIGHTS.points(one.strengths)) for one in clauses]
    apart = learning.by_the_others(clauses, fit)
    print("threshold   as they stand   fitted to the other hands")
    for percent in range(31, 61, 3):
        (old, sure), (new, sharp) = (
            learning.tally(judged, percent / 100) for judged in (standing, apart)
        )
        print(f"{percent / 100:.2f}        {old:.2f} / {sure:.2f}     {new:.2f} / {sharp:.2f}")
    if is_to_write:
        learning.write(fit(clauses), "action_weights")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
