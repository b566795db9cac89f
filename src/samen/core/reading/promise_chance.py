"""How likely a sentence is a promise, by its words: for what no turn of phrase tells.

Every word that promises have more or less often than other sentences weighs, and so do the
turns of phrase of the grammar. `promise_weights` holds how much.
"""

import re
from collections.abc import Iterator

from samen.core.reading import promise_papers as papers
from samen.core.reading import promise_words as words
from samen.core.reading.context import Context
from samen.core.reading.promise_weights import WEIGHTS
from samen.core.reading.sentences import Sentence

_WORD = re.compile(r"[^\W\d_]+|\d+")
_STEM = 6
"""Letters of a word that count: "informeren" and "informeerde" are one."""
_TOLD = 3
"""Words that a reviewer is told of."""
_TURNS = (
    ("+this-letter", words.THIS_LETTER),
    ("+past", words.PAST),
    ("+parliament", words.PARLIAMENT),
    ("+inform", words.INFORM),
    ("+ahead", words.AHEAD),
    ("+promised", words.PROMISED),
    ("+kept", words.KEPT),
    ("+asked", words.ASKED),
    ("+not-yet", words.NOT_YET),
    ("+paper", papers.LOOSE),
)
_TELLS = frozenset({"+parliament", "+inform", "+ahead"})


def features_of(context: Context, sentence: Sentence) -> frozenset[str]:
    """The words of a sentence, cut short, and what else is known of it, with a plus before it."""
    said = context.text[sentence.start : sentence.end]
    stems = {word.lower()[:_STEM] for word in _WORD.findall(said) if not word.isdigit()}
    return frozenset(stems) | frozenset(_known(context, sentence, said))


def _known(context: Context, sentence: Sentence, said: str) -> Iterator[str]:
    turns = {key for key, pattern in _TURNS if pattern.search(said)}
    yield from turns
    if turns >= _TELLS and "+past" not in turns:
        yield "+tells"
    yield f"+{sentence.block.kind.value}"
    periods = context.periods_in(sentence.start, sentence.end)
    if periods:
        yield "+time"
    ends = [found.value.latest for found in periods]
    if any(end and context.anchor and end > context.anchor for end in ends):
        yield "+day-ahead"
    if words.HEADS_LIST.search(context.theme_at(sentence.start)):
        yield "+list-of-promises"
    if said.rstrip().endswith(":"):
        yield "+leads-in"


def foremost(features: frozenset[str]) -> list[str]:
    """The words that speak most for it."""
    spoken = [key for key in features if WEIGHTS.each.get(key, 0.0) > 0 and not key.startswith("+")]
    first = sorted(spoken, key=lambda key: (-WEIGHTS.each[key], key))[:_TOLD]
    return [f"{key}…" if len(key) == _STEM else key for key in first]
