"""A net under the rules: numbers that no rule takes, weighed by what stands around them.

Rules know the sentences that they were made for; a stranger writes others. What is weighed here
holds in any sentence: what sort of thing is counted, how many, and what the clause does.
"""

import re
from bisect import bisect_left

from samen.core.reading import indicator_words as said
from samen.core.reading.context import Context, within
from samen.core.reading.indicator_clauses import (
    is_share_in_words,
    is_sum,
    most,
    name_of,
    own_clause,
)
from samen.core.reading.indicator_dating import year_in_row, year_taken_over, year_told
from samen.core.reading.indicator_features import Numbers, features_of
from samen.core.reading.indicator_readings import Reading, told_before
from samen.core.reading.indicator_turns import is_of_unclear_year, year_in_turn
from samen.core.reading.indicator_weights import WEIGHTS
from samen.core.reading.indicator_years import (
    names_a_time,
)
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import report_year, this_year
from samen.core.reading.sentences import Sentence
from samen.core.reading.words import word_set
from samen.core.terms import Found

ENOUGH = 0.7
"""The chance from which a number is taken: on letters of unseen hands nine of ten are right."""
_ONE = word_set("één een")
_HEAD = re.compile(r"(?:19|20)\d\d(?: [A-Z]|$)")
"""A year, alone or before the head of the next column."""
_ASKED = re.compile(
    r"\b(?:leden|fractie)\b[^.;]{0,60}\b(?:lezen|leest|vragen|vraagt|vernemen|stellen|wijzen)\b"
)
"""Before a number that others ask about."""
_NO_COUNT_BEFORE = (
    re.compile(r"\b(?:jonger|ouder)\b[^.;,]{0,25}\bdan $|\bgeen $|\bleeftijd van $", re.IGNORECASE),
    re.compile(r"\b\d\d $"),
    re.compile(
        r"\b(?:waarin|onder|zat(?:en)?|[Nn]aast(?: de| het)?) $"
        r"|\b(?:sprak(?:en)?|interviewden?|ondervroegen|bevroegen)\b[^,;]{0,60}$"
    ),
    said.OUT_OF,
)
"""Before an age, half the number of a dossier ("36 377"), who was asked or sat
there, a whole that a part is told of."""
_NO_COUNT_BEHIND = (
    re.compile(
        r"(?: (?:tot|tot en met) \d+)?(?: ja{1,2}r)? (?:oud|(?:of|en) (?:ouder|jonger))\b"
        r"| (?:tot|tot en met) \d+ jaar\b"
    ),
    re.compile(r" (?:keer|maal) (?:zo|meer|hoger|vaker|groter)\b| stemmen\b|-"),
    said.DIFFERENCE,
)
"""Behind an age, a multiple, a vote, the first of "vijf- tot zevenduizend", a difference."""
_HALF_BEHIND, _TWO_DIGITS = re.compile(r" \d{3}\b"), 100


def caught(
    context: Context, quantities: list[Found[Quantity]], rules: list[Reading]
) -> list[Reading]:
    """The numbers that most likely are indicators though no rule takes them, in order.

    rules: the readings by rules, in order.
    """
    numbers = Numbers(quantities, [each.found for each in rules])
    taken = {each.found.start for each in rules}
    readings = []
    for found in quantities:
        if found.start in taken:
            continue
        sentence = next(iter(context.sentences_around(found.start)), None)
        if sentence is None or is_hopeless(context, found, sentence):
            continue
        if _is_unclear(context, sentence, numbers):
            continue
        chance = WEIGHTS.chance(features_of(context, found, sentence, numbers))
        if chance >= ENOUGH:
            readings.append(_reading(context, found, sentence, numbers, rules, chance))
    return readings


def is_hopeless(context: Context, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a number surely is no indicator, by what it counts or the words right beside it."""
    text, quantity = context.text, found.value
    if is_share_in_words(quantity) or is_sum(text, found) or said.NO_MEASURE.match(quantity.unit):
        return True
    if quantity.words.split()[0].lower() in _ONE or _HEAD.match(quantity.words):
        return True
    near = (max(sentence.start, found.start - 40), found.start)
    end = found.start + len(quantity.words)
    is_first = said.MOVE_FROM.search(text, *near) and said.MOVE_TO.match(text, found.end)
    is_half = most(quantity) < _TWO_DIGITS and _HALF_BEHIND.match(text, end)
    is_length = said.TIME_UNIT.match(quantity.unit) and said.NO_LENGTH.match(text, end)
    return (
        bool(is_first or is_half or is_length or _ASKED.search(text, sentence.start, found.start))
        or any(words.search(text, *near) for words in _NO_COUNT_BEFORE)
        or any(words.match(text, end) for words in _NO_COUNT_BEHIND)
    )


def _is_unclear(context: Context, sentence: Sentence, numbers: Numbers) -> bool:
    """Whether a sentence deals out years that do not fit, or says what should be at no time."""
    span = (sentence.start, sentence.end)
    if is_of_unclear_year(context, sentence, within(numbers.all, *span)):
        return True
    return bool(said.NOT_SO.search(context.text, *span)) and not names_a_time(context, *span)


def _reading(
    context: Context,
    found: Found[Quantity],
    sentence: Sentence,
    numbers: Numbers,
    rules: list[Reading],
    chance: float,
) -> Reading:
    """A number that is taken, with its name and its year."""
    counts = within(numbers.all, sentence.start, sentence.end)
    clause = own_clause(context, found, sentence, counts)
    before = rules[: bisect_left(rules, found.start, key=lambda each: each.found.start)]
    told = told_before(sentence, before)
    year = (
        year_in_row(context, sentence, found, counts, before)
        or year_in_turn(context, sentence, found, counts)
        or year_told(context, found, sentence, told, clause)
        or year_taken_over(context, found, sentence, before, clause)
        or _year_around(context, found, sentence, rules)
    )
    name = name_of(context.text[sentence.start : sentence.end], found.value)
    return Reading(found, sentence, None, name or (told.name if told else ""), year, clause,
                   chance=chance)  # fmt: skip


def _year_around(
    context: Context, found: Found[Quantity], sentence: Sentence, rules: list[Reading]
) -> int | None:
    """The one year of the figures around a sentence without a time, else that of the report or
    the letter. None where it may be another, as behind a label."""
    text = context.text
    if names_a_time(context, sentence.start, sentence.end):
        return None
    beside = [each for each in rules if each.sentence.block is sentence.block]
    beside = [each for each in beside if each.sentence is sentence] or beside
    years = {each.year for each in beside if each.year is not None}
    if years:
        return years.pop() if len(years) == 1 else None
    is_told = text.endswith(".", 0, sentence.end) and ":" not in text[sentence.start : found.start]
    return report_year(context) or (this_year(context) if is_told else None)
