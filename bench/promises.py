"""Fits how much each word speaks for a promise: `./samen bench promises [--write]`.

Every sentence of the open letters and passages takes part. Each hand is judged by weights fitted
to the others.
"""

from collections.abc import Iterator
from functools import partial

from bench import learning
from bench.learning import Example, Text
from bench.scoring import share
from samen.core.reading.promise_chance import features_of

_ENOUGH, _SOME = 0.5, 0.25
_FEWEST = 5
"""Sentences in which a word must stand to weigh at all."""
_PULL = 2.0
_SLIGHT = 0.1
"""A weight below it is not worth keeping."""


def sentences_of(text: Text) -> Iterator[Example]:
    """The sentences of a letter; those of which truth is unsure are left out."""
    letter = text.context.letter
    for sentence in text.context.sentences:
        line, line_end = letter.lines(sentence.start, sentence.end)
        quote = letter.quote(sentence.start, sentence.end)
        entry = {"quote": quote, "line": line, "line_end": line_end}
        near = [truth for truth in text.truths if share(truth, entry) >= _ENOUGH]
        sure = [t for t in near if share(t, entry, strict=True) >= _SOME and not t.get("optional")]
        if line >= text.first_line and quote and bool(near) == bool(sure):
            strengths = dict.fromkeys(features_of(text.context, sentence), 1.0)
            yield Example(text.hand, strengths, bool(sure))


def main() -> int:
    """Print recall and precision of each threshold, hands judged by the others."""
    is_to_write = learning.asks_to_write(__doc__)
    sentences = [each for text in learning.texts("commitment") for each in sentences_of(text)]
    print(f"{len(sentences)} sentences, {sum(one.is_so for one in sentences)} of them promises")
    fit = partial(learning.fit, pull=_PULL, fewest=_FEWEST)
    judged = learning.by_the_others(sentences, fit)
    print("threshold   fitted to the other hands: recall / precision")
    for percent in range(30, 81, 5):
        recall, precision = learning.tally(judged, percent / 100)
        print(f"{percent / 100:.2f}        {recall:.2f} / {precision:.2f}")
    if is_to_write:
        learning.write(fit(sentences), "promise_weights", _SLIGHT)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
