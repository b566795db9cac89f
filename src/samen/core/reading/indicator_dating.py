"""The year of a count, by the rules in the order in which they are asked."""

from samen.core.reading.context import Context
from samen.core.reading.indicator_candidates import is_stand
from samen.core.reading.indicator_clauses import clause_of
from samen.core.reading.indicator_compared import year_against
from samen.core.reading.indicator_lines import year_beside
from samen.core.reading.indicator_pointing import (
    half_a_year_before,
    year_by_words,
    year_of_whole,
    year_pointed_at,
)
from samen.core.reading.indicator_readings import (
    Reading,
    carried_year,
    listed_part,
    names_a_year,
)
from samen.core.reading.indicator_rises import year_of_rise
from samen.core.reading.indicator_states import year_of_state
from samen.core.reading.indicator_tallies import year_of_series, year_of_tally
from samen.core.reading.indicator_years import (
    last_year_before,
    reckoned_year,
    year_around,
    year_before_bracket,
)
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import report_year, this_year
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import BlockKind
from samen.core.terms import Found


def year_in_row(
    context: Context,
    sentence: Sentence,
    found: Found[Quantity],
    counts: list[Found[Quantity]],
    before: list[Reading],
) -> int | None:
    """The year of a number by its place among the others of its sentence, or None."""
    return (
        year_beside(context, sentence, found)
        or year_against(context, sentence, found, counts, before)
        or year_pointed_at(context, sentence, found, counts, before)
        or year_of_rise(context, sentence, found, counts, before)
        or year_of_series(context, sentence, found, counts)
        or year_of_tally(context, sentence, found, counts)
    )


def year_taken_over(
    context: Context,
    found: Found[Quantity],
    sentence: Sentence,
    before: list[Reading],
    clause: tuple[int, int],
) -> int | None:
    """The year of a number whose words give none: of the figures around it, or of now."""
    has_year = names_a_year(context, clause)
    return (
        year_of_whole(context, sentence, found, before)
        or (None if has_year else carried_year(context, found, sentence, before, clause))
        or year_of_state(context, found, sentence, before)
        or (None if has_year else listed_part(context, found, sentence, before))
    )


def year_told(
    context: Context,
    found: Found[Quantity],
    sentence: Sentence,
    last: Reading | None,
    clause: tuple[int, int],
) -> int | None:
    """The year of a number: its own, one reckoned from another's, or that of its note's place."""
    if is_stand(context, found, clause) and not names_a_year(context, clause):
        return report_year(context) or this_year(context)
    is_note = sentence.block.kind is BlockKind.FOOTNOTE
    is_here = last is not None and (is_note or last.sentence is sentence)
    base = last.year if last is not None and is_here else None
    base = base or last_year_before(context, sentence.block.start, found.start)
    year = (
        year_by_words(context, sentence, found)
        or half_a_year_before(context, sentence, found)
        or year_before_bracket(context, sentence, found, base)
        or reckoned_year(context, clause, base)
    )
    if (
        year is None
        and is_note
        and found.value.year is None
        and last is not None
        and last.year is not None
    ):
        same = last.found.value.value == found.value.value
        return last.year if same else None
    around = clause_of(context, found, sentence)
    return year or year_around(context, found, (clause, around, (sentence.start, sentence.end)))
