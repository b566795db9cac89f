"""Fits the weights of numbers to the open letters: `./samen bench indicator_weights [--write]`.

Every number of the open letters and passages takes part, whether a rule knows it or not: what
holds where rules see it should hold where they do not. Each hand is judged by weights fitted to
the others.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from bench import learning
from bench.learning import Example, Text
from bench.reading import Entry
from bench.scoring import share
from samen.core.reading.context import Context
from samen.core.reading.indicator_features import Numbers, features_of
from samen.core.reading.indicator_net import is_hopeless
from samen.core.reading.indicators import read_by_rules
from samen.core.reading.quantities import Quantity
from samen.core.reading.reader import quantities_of
from samen.core.reading.stated import laws_of
from samen.core.reading.table_values import read_tables
from samen.core.terms import Found

_PULL = 1.0
_FEWEST = 8
"""Numbers that must have a feature before it is weighed."""
_ENOUGH = 0.5
_SLACK = 1


def numbers_of(text: Text) -> Iterator[tuple[Example, bool]]:
    """The numbers of a letter, and whether a rule takes each; those of which truth is unsure are
    left out."""
    context = text.context
    found = [*quantities_of(context, laws_of(context), read_tables(context).spans)]
    rules = [each.found for each in read_by_rules(context, found)]
    entries = [one for one in text.truths if one["value"] is not None]
    optional = _told(context, found, [one for one in entries if one.get("optional")])
    told = _told(context, found, [one for one in entries if not one.get("optional")])
    for index, number in enumerate(found):
        sentence = next(iter(context.sentences_around(number.start)), None)
        if sentence is None or (index in optional and index not in told):
            continue
        if not is_hopeless(context, number, sentence):
            features = features_of(context, number, sentence, Numbers(found, rules))
            strengths = dict.fromkeys(features, 1.0)
            yield Example(text.hand, strengths, index in told), number in rules


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


def main() -> int:
    """Print at each threshold: recall and precision alone, and what is caught behind the rules."""
    is_to_write = learning.asks_to_write(__doc__)
    numbers = [each for text in learning.texts("indicator") for each in numbers_of(text)]
    examples = [one for one, _ in numbers]
    by_rule = {id(one) for one, is_known in numbers if is_known}
    print(f"{len(examples)} numbers, {sum(one.is_so for one in examples)} of them indicators")
    fit = partial(learning.fit, pull=_PULL, fewest=_FEWEST)
    judged = learning.by_the_others(examples, fit)
    behind = [(one, points) for one, points in judged if id(one) not in by_rule]
    print("threshold   alone, of unseen hands   behind the rules: recall / precision")
    for percent in range(40, 81, 5):
        (recall, sure), (late, sharp) = (
            learning.tally(each, percent / 100) for each in (judged, behind)
        )
        print(f"{percent / 100:.2f}        {recall:.2f} / {sure:.2f}"
              f"              {late:.2f} / {sharp:.2f}")  # fmt: skip
    if is_to_write:
        learning.write(fit(examples), "indicator_weights")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
