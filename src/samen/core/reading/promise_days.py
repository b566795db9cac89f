"""The day by which a promise is to be kept: the end of the last period of its sentence."""

from datetime import date, timedelta

from samen.core.periods import Period
from samen.core.reading import promise_words as words
from samen.core.reading.context import Context
from samen.core.reading.sentences import Sentence
from samen.core.terms import Precision

_WIDE = frozenset({Precision.YEAR, Precision.SPAN})
_AHEAD = frozenset({Precision.BEFORE, Precision.UNTIL})
_NO_DEADLINE = frozenset({Precision.VAGUE, Precision.RECURRING, Precision.AFTER})


def due_of(context: Context, sentence: Sentence) -> date | None:
    """The end of the last period of a sentence that does not lie before the letter.

    A day stands above a year; what follows from it (", zodat ...") and what is counted from
    another event ("waarna ... binnen zes weken") gives no day.
    """
    said = context.text[sentence.start : sentence.end]
    after = words.FOLLOWS.search(said)
    end = sentence.start + after.start() if after else sentence.end
    periods = context.periods_in(sentence.start, end) or context.periods_in(
        sentence.start, sentence.end
    )
    if words.COUNTED_ON.search(said):
        return None
    periods = [
        found
        for found in periods
        if found.value.precision in _AHEAD
        or not words.OF_A_PAPER.search(context.text, sentence.start, found.start)
    ]
    ends = [found.value for found in periods if _is_deadline(context, found.value)]
    if not ends and words.THEN.search(said):
        ends = _deadlines_before(context, sentence)
    exact = [value for value in ends if value.precision not in _WIDE]
    last = (exact or ends)[-1:]
    place = next((found.start for found in periods if last and found.value is last[0]), None)
    if place is not None and words.BEFORE_MEETING.search(context.text, sentence.start, place):
        return last[0].latest - timedelta(days=1) if last[0].latest else None
    return last[0].latest if last else None


def _deadlines_before(context: Context, sentence: Sentence) -> list[Period]:
    """The deadlines of the sentence before, in the same paragraph."""
    before = context.sentences_in(sentence.block.start, sentence.start)[-1:]
    found = [context.periods_in(each.start, each.end) for each in before]
    return [
        each.value for periods in found for each in periods if _is_deadline(context, each.value)
    ]


def _is_deadline(context: Context, value: Period) -> bool:
    if value.latest is None or value.precision in _NO_DEADLINE or value.in_name:
        return False
    return context.anchor is None or value.latest >= context.anchor
