"""Where an action stands and when it must be done, by the tense and periods of its clause."""

import re
from datetime import date

from samen.core.periods import Period
from samen.core.reading import action_words as words
from samen.core.reading.clauses import (
    Form,
    VerbHit,
    subordinate_clauses,
    tokens_of,
    verb_hits,
)
from samen.core.reading.context import Context
from samen.core.terms import ActionStatus, Precision

_FRAME = re.compile(
    r"\W*(?:[Aa]fgesproken|[Oo]vereengekomen|[Vv]astgelegd|[Bb]epaald)\s+(?:is|werd)\s+dat\s"
)
"""Before what was agreed that somebody will do."""
_SAID = (
    (words.UNDECIDED, ActionStatus.UNDECIDED),
    (words.DROPPED, ActionStatus.DROPPED),
    (words.DELAYED, ActionStatus.DELAYED),
    (words.PROPOSED, ActionStatus.PROPOSED),
    (words.CONTINUOUS, ActionStatus.CONTINUOUS),
)
_BY_FORM = {
    Form.POSSIBLE: ActionStatus.PROPOSED,
    Form.INTENDED: ActionStatus.PLANNED,
    Form.NEEDED: ActionStatus.PLANNED,
    Form.PASSIVE: ActionStatus.RUNNING,
    Form.ACTIVE: ActionStatus.RUNNING,
    Form.PERFECT: ActionStatus.DONE,
    Form.PAST: ActionStatus.DONE,
}
_ROW_WORDS = (
    ("nog te", ActionStatus.UNDECIDED),
    ("vervallen", ActionStatus.DROPPED),
    ("stopgezet", ActionStatus.DROPPED),
    ("uitgesteld", ActionStatus.DELAYED),
    ("vertraagd", ActionStatus.DELAYED),
    ("voorgenomen", ActionStatus.PLANNED),
    ("gepland", ActionStatus.PLANNED),
    ("voorgesteld", ActionStatus.PROPOSED),
    ("jaarlijks", ActionStatus.CONTINUOUS),
    ("doorlopend", ActionStatus.CONTINUOUS),
    ("lopend", ActionStatus.RUNNING),
    ("in ", ActionStatus.RUNNING),
    ("gestart", ActionStatus.RUNNING),
    ("verlengd", ActionStatus.RUNNING),
    ("nieuw", ActionStatus.RUNNING),
)
_EXACT = frozenset({
    Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.HALF, Precision.SEASON,
})  # fmt: skip
"""How surely a period tells when something was done."""
_NO_END = frozenset({Precision.VAGUE, Precision.RECURRING, Precision.AFTER})


def status_of(context: Context, start: int, end: int) -> ActionStatus:
    """What a clause says of its action."""
    if agreed := _FRAME.match(context.text, start, end):
        start = agreed.end()
    said = context.text[start:end]
    row = words.STATUS_ROW.match(said)
    if row is not None:
        return _row_status(row["word"].lower())
    for pattern, status in _SAID:
        if pattern.search(said):
            return ActionStatus.DONE if words.WITHDRAWN.search(said) else status
    if words.AHEAD.search(said):
        return ActionStatus.PLANNED
    if words.RESULT.search(said) and _is_to_come(context, start, end):
        return ActionStatus.PLANNED
    if words.RESULT.search(said) or words.UNDER_WAY.search(said):
        return ActionStatus.RUNNING
    return _status_by_tense(context, start, end, said)


def _row_status(word: str) -> ActionStatus:
    """What the first word of a row says."""
    for start, status in _ROW_WORDS:
        if word.startswith(start):
            return status
    return ActionStatus.DONE


def _status_by_tense(context: Context, start: int, end: int, said: str) -> ActionStatus:
    """The status that the main verb of work gives."""
    hit = _main_hit(context, start, end)
    form = hit.form if hit else None
    if hit is not None and hit.verb.infinitive == "voorstellen":
        return ActionStatus.PROPOSED
    if words.STARTED.search(said) and form in (Form.PERFECT, None):
        return ActionStatus.RUNNING
    found = _BY_FORM.get(form) if form else None
    if form is Form.PASSIVE and words.WAS_DONE.search(said):
        found = ActionStatus.DONE
    if words.A_PROPOSAL.search(said) and found is not ActionStatus.DONE:
        return ActionStatus.PROPOSED
    is_ahead = found is not ActionStatus.DONE and _only_later(context, start, end)
    if is_ahead and found is not ActionStatus.PROPOSED:
        return ActionStatus.PLANNED
    if found is None:
        found = ActionStatus.DONE if words.ENDED.search(said) else ActionStatus.RUNNING
    goes_on = found is ActionStatus.RUNNING and words.OFTEN.search(said) is not None
    return ActionStatus.CONTINUOUS if goes_on else found


def _main_hit(context: Context, start: int, end: int) -> VerbHit | None:
    """The first verb of work that is no aim and stands in no subordinate clause."""
    hits = list(verb_hits(tokens_of(context.text, start, end)))
    main = [hit for hit in hits if hit.form in _BY_FORM]
    sure = [hit for hit in main if hit.form is not Form.POSSIBLE]
    return next(iter(sure or main), None)


def due_of(context: Context, start: int, end: int) -> date | None:
    """The end of the last period of a clause, where that does not lie before the letter."""
    status = status_of(context, start, end)
    has_started = words.STARTED.search(context.text, start, end) is not None
    is_past = status is ActionStatus.DONE or (status is ActionStatus.RUNNING and has_started)
    ends: list[date] = []
    years: list[date] = []
    for found in context.periods_in(start, end):
        period = found.value
        if period.latest is None or period.precision in _NO_END or period.in_name:
            continue
        is_ahead = context.anchor is None or period.latest > context.anchor
        was_then = status is ActionStatus.DONE and period.precision in _EXACT
        if (is_ahead and not (is_past and _holds_anchor(context, period))) or was_then:
            ends.append(period.latest)
        elif status is ActionStatus.DONE and period.precision is Precision.YEAR:
            years.append(period.latest)
    return next(iter(ends[-1:] or years[-1:]), None)


def _holds_anchor(context: Context, period: Period) -> bool:
    """Whether a period began before the letter: then it is when something happened."""
    if period.precision in (Precision.UNTIL, Precision.BEFORE):
        return False
    anchor = context.anchor
    return anchor is not None and period.earliest is not None and period.earliest <= anchor


def _is_to_come(context: Context, start: int, end: int) -> bool:
    """Whether a clause names a day that lies ahead of the letter."""
    ends = (f.value.latest for f in context.periods_in(start, end) if not f.value.in_name)
    anchor = context.anchor
    return anchor is not None and any(day is not None and day > anchor for day in ends)


def _only_later(context: Context, start: int, end: int) -> bool:
    """Whether every period of a clause, outside its subordinate clauses, lies ahead."""
    aside = list(subordinate_clauses(context.text, start, end))
    periods = [
        found
        for found in context.periods_in(start, end)
        if not found.value.in_name and not any(low <= found.start < high for low, high in aside)
    ]
    begins = [_begin(found.value) for found in periods]
    anchor = context.anchor
    if anchor is None:
        return any(found.value.precision is Precision.BEFORE for found in periods)
    return bool(begins) and all(b is not None and b > anchor for b in begins)


def _begin(period: Period) -> date | None:
    """The first day of a period; what is to be done before a day, is to be done."""
    return period.latest if period.precision is Precision.BEFORE else period.earliest
