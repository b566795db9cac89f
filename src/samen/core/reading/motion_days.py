"""The day on which a motion was tabled: in its words, its note or the line below."""

import re
from bisect import bisect_right
from datetime import date

from samen.core.reading import motion_words as words
from samen.core.reading.context import Context
from samen.core.reading.sentences import Sentence
from samen.core.references import Paper
from samen.core.terms import Precision

_MOVED = re.compile(r"\bmoties\b[^.;:]{0,60}\b(?:ingediend|voorgesteld)\b")
_LEAD = 700
"""Characters before a motion in which the day of tabling of a row of motions may stand."""
_REACH = 50
"""Characters behind a number in a footnote in which the day of tabling may stand."""


def day_of_tabling(
    context: Context, sentence: Sentence, mention: tuple[int, int], paper: Paper | None
) -> date | None:
    """The day on which the motion of a mention was tabled, where the letter says so.

    mention: from the word "motie" to the next one. paper: the number that it has.
    """
    place, end = mention
    return (
        _tabled(context, place, end)
        or _asked_on(context, sentence, place)
        or _tabled_in_note(context, place, end, paper)
        or _tabled_by_verb(context, sentence, end)
        or _tabled_below(context, sentence)
        or _tabled_together(context, sentence)
    )


def _tabled_in_note(context: Context, place: int, end: int, paper: Paper | None) -> date | None:
    """The day on which a motion was tabled, where the footnote with its number says so."""
    for number in context.markers_in(place, end) if paper else ():
        note = context.letter.footnote(number)
        if note is None:
            continue
        for found in context.papers_in(note.start, note.end):
            if found.value == paper:
                return _tabled(context, found.start, min(note.end, found.end + _REACH))
    return None


def _tabled(context: Context, place: int, end: int) -> date | None:
    """The day on which a motion was tabled, where its mention says so."""
    for found in context.periods_in(place, end):
        lead = context.text[place : found.start]
        is_day = found.value.precision is Precision.DAY
        is_led_in = words.TABLED.search(lead) and not words.NOT_TABLED.search(lead)
        fits = is_led_in or words.TABLED_BEHIND.match(context.text[found.end : end])
        is_vote = words.VOTED_BEHIND.match(context.text[found.end : end])
        if is_day and not is_vote and (fits or words.TABLED_DURING.search(lead)):
            return found.value.earliest
    return None


def _asked_on(context: Context, sentence: Sentence, place: int) -> date | None:
    """The day before "bij motie", or of "de op 3 mei ingediende motie"."""
    text = context.text
    periods = context.periods_in(sentence.start, place)
    days = [found for found in periods if found.value.precision is Precision.DAY]
    if not days:
        return None
    if text[sentence.start : place].rstrip().lower().endswith(" bij"):
        return days[-1].value.earliest
    tabled = (day for day in days if words.TABLED_BEFORE.match(text[day.end : place]))
    return next((day.value.earliest for day in tabled), None)


def _tabled_by_verb(context: Context, sentence: Sentence, end: int) -> date | None:
    """The one day of a sentence that tells of tabling: "op 3 mei is een motie ingediend"."""
    text = context.text
    if len(words.MENTION.findall(text, sentence.start, sentence.end)) > 1:
        return None
    if not words.TABLING.search(text, sentence.start, end):
        return None
    days = [
        found.value.earliest
        for found in context.periods_in(sentence.start, end)
        if found.value.precision is Precision.DAY
        and not words.OTHER_DAY.search(text[sentence.start : found.start])
        and not words.VOTED_BEHIND.match(text[found.end : sentence.end])
    ]
    return days[0] if len(days) == 1 else None


def _tabled_below(context: Context, sentence: Sentence) -> date | None:
    """The day in the line below a mention that begins "Ingediend op"."""
    index = bisect_right(context.sentences, sentence.start, key=lambda each: each.start)
    for below in context.sentences[index : index + 1]:
        led_in = words.TABLED_LINE.match(context.text, below.start, below.end)
        for found in context.periods_in(led_in.end(), below.end) if led_in else ():
            return found.value.earliest if found.value.precision is Precision.DAY else None
    return None


def _tabled_together(context: Context, sentence: Sentence) -> date | None:
    """The one day of the words before that lead in motions: "Op 3 mei zijn moties ingediend"."""
    for before in reversed(context.sentences_in(max(0, sentence.start - _LEAD), sentence.start)):
        if not _MOVED.search(context.text, before.start, before.end):
            continue
        periods = context.periods_in(before.start, before.end)
        days = {p.value.earliest for p in periods if p.value.precision is Precision.DAY}
        return days.pop() if len(days) == 1 else None
    return None
