"""Where an action stands and when it must be done, by the tense and periods of its clause."""

from datetime import date

from samen.core.reading import action_words as words
from samen.core.reading.clauses import Form, tokens_of, verb_hits
from samen.core.reading.context import Context
from samen.core.terms import ActionStatus, Precision

_SAID = (
    (words.UNDECIDED, ActionStatus.UNDECIDED),
    (words.DROPPED, ActionStatus.DROPPED),
    (words.DELAYED, ActionStatus.DELAYED),
    (words.PROPOSED, ActionStatus.PROPOSED),
    (words.CONTINUOUS, ActionStatus.CONTINUOUS),
)
_BY_FORM = (
    (Form.POSSIBLE, ActionStatus.PROPOSED),
    (Form.INTENDED, ActionStatus.PLANNED),
    (Form.NEEDED, ActionStatus.PLANNED),
    (Form.PASSIVE, ActionStatus.RUNNING),
    (Form.ACTIVE, ActionStatus.RUNNING),
    (Form.PERFECT, ActionStatus.DONE),
)
_NO_END = frozenset({Precision.VAGUE, Precision.RECURRING, Precision.AFTER})


def status_of(context: Context, start: int, end: int) -> ActionStatus:
    """What a clause says of its action."""
    said = context.text[start:end]
    for pattern, status in _SAID:
        if pattern.search(said):
            return status
    starts_later = words.AHEAD.search(said) is not None
    if starts_later:
        return ActionStatus.PLANNED
    forms = {hit.form for hit in verb_hits(tokens_of(context.text, start, end))}
    if words.STARTED.search(said) and Form.PERFECT in forms:
        return ActionStatus.RUNNING
    found = next((status for form, status in _BY_FORM if form in forms), None)
    if found is None:
        found = ActionStatus.DONE if words.ENDED.search(said) else ActionStatus.RUNNING
    is_ahead = found is ActionStatus.RUNNING and _only_later(context, start, end)
    return ActionStatus.PLANNED if is_ahead else found


def due_of(context: Context, start: int, end: int) -> date | None:
    """The end of the last period of a clause, where that does not lie before the letter."""
    ends = [
        found.value.latest
        for found in context.periods_in(start, end)
        if found.value.latest is not None
        and found.value.precision not in _NO_END
        and not found.value.in_name
        and (context.anchor is None or found.value.latest >= context.anchor)
    ]
    return ends[-1] if ends else None


def _only_later(context: Context, start: int, end: int) -> bool:
    """Whether every period of a clause begins after the letter."""
    begins = [f.value.earliest for f in context.periods_in(start, end) if not f.value.in_name]
    anchor = context.anchor
    return bool(begins) and anchor is not None and all(b is not None and b > anchor for b in begins)
