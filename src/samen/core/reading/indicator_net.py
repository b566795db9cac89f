"""A net under the rules: numbers that no rule takes, weighed by what stands around them.

Rules know the sentences that they were made for; a stranger writes others. What is weighed here
holds in any sentence: what sort of thing is counted, how many, and what the clause does.
"""

import math
import re
from bisect import bisect_left

from samen.core.reading.context import Context, within
from samen.core.reading.indicator_clauses import (
    is_share_in_words,
    is_sum,
    name_of,
    own_clause,
)
from samen.core.reading.indicator_dating import year_in_row, year_taken_over, year_told
from samen.core.reading.indicator_features import Numbers, features_of
from samen.core.reading.indicator_readings import Reading, told_before
from samen.core.reading.indicator_sequels import year_of_sequel
from samen.core.reading.indicator_weights import BIAS, WEIGHTS
from samen.core.reading.indicator_years import names_a_time, year_in_turn
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import report_year
from samen.core.reading.sentences import Sentence
from samen.core.terms import Found

ENOUGH = 0.65
"""The chance from which a number is taken: on letters of unseen hands nine of ten are right."""
_AGE_BEFORE = re.compile(r"\b(?:jonger|ouder)\b[^.;,]{0,25}\bdan $|\bgeen $|\bleeftijd van $", re.I)
_AGE_BEHIND = re.compile(r"(?: ja{1,2}r)? (?:oud|of (?:ouder|jonger)|en (?:ouder|jonger))\b")
_TIMES_AS_MUCH = re.compile(r" (?:keer|maal) (?:zo|meer|hoger|vaker|groter)\b")


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
        chance = chance_of(features_of(context, found, sentence, numbers))
        if chance >= ENOUGH:
            readings.append(_reading(context, found, sentence, numbers, rules, chance))
    return readings


def chance_of(features: frozenset[str]) -> float:
    """How likely a number with these features is an indicator."""
    points = BIAS + sum(WEIGHTS.get(key, 0.0) for key in features)
    return 1 / (1 + math.exp(-points))


def is_hopeless(context: Context, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a number is an age, a multiple, a share in words or a sum, which is no indicator."""
    text = context.text
    if is_share_in_words(found.value) or is_sum(text, found):
        return True
    near = (max(sentence.start, found.start - 40), found.start)
    behind = text[found.end : found.end + 20]
    is_age = _AGE_BEFORE.search(text, *near) or _AGE_BEHIND.match(behind)
    return bool(is_age or _TIMES_AS_MUCH.match(behind))


def _reading(
    context: Context,
    found: Found[Quantity],
    sentence: Sentence,
    numbers: Numbers,
    rules: list[Reading],
    chance: float,
) -> Reading:
    """A number that is taken, with its name and the year that its words or those before give."""
    counts = within(numbers.all, sentence.start, sentence.end)
    clause = own_clause(context, found, sentence, counts)
    before = rules[: bisect_left(rules, found.start, key=lambda each: each.found.start)]
    told = told_before(sentence, before)
    year = (
        year_in_row(context, sentence, found, counts, before)
        or year_in_turn(context, sentence, found, counts)
        or year_told(context, found, sentence, told, clause)
        or year_taken_over(context, found, sentence, before, clause)
    )
    if year is None and not names_a_time(context, *clause):
        year = report_year(context) or year_of_sequel(context, found, sentence, before)
    name = name_of(context.text[sentence.start : sentence.end], found.value)
    name = name or (told.name if told else "")
    return Reading(found, sentence, None, name, year, clause, chance=chance)
