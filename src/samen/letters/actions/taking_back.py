"""What accepting did in the register is undone: entries withdrawn, merges parted.

Values are never wiped from the register: one that is taken back is followed by the value
before it, or by the word that says so.
"""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.terms import CandidateKind, Judgement
from samen.letters.actions.act import Made
from samen.letters.models import Candidate, Decision
from samen.letters.wording import TAKEN_BACK
from samen.programme import actions as programme
from samen.programme import queries as register
from samen.programme.actions.wording import Actor
from samen.programme.values import FigureFacts, FigureState, TargetFacts


def take_back(candidate: Candidate, made: Made, *, by: Actor, now: datetime) -> None:
    """Undo in the register what accepting a candidate made there."""
    if made.figure is not None:
        _take_back_figure(made.figure, by, now)
    if made.target is not None:
        _take_back_target(made.target, by, now)
    if candidate.kind == CandidateKind.INDICATOR:
        _withdraw_unused(candidate, made, now)
    elif made.own is not None:
        _refuse_in_use(candidate, made.own)
        if made.merged:
            programme.undo_merge(entry=made.own)
        _withdraw(made.own, now)


def _withdraw(entry: int, now: datetime) -> None:
    programme.withdraw_entry(entry=entry, reason=gettext("Taken back in the review."), now=now)


def _refuse_in_use(candidate: Candidate, entry: int) -> None:
    """An entry that holds what another candidate says cannot go before that one."""
    other = _others(candidate, entry).first()
    if other is not None:
        raise Refused(
            _("The candidate on line {line} was put together with this one."),
            "",
            _("Take that one back first."),
            line=other.line,
        )


def _withdraw_unused(candidate: Candidate, made: Made, now: datetime) -> None:
    """Withdraw an indicator that came from a letter when no candidate stands on it any more."""
    entry = made.entry
    came_from_letter = Decision.objects.filter(after__made__own=entry).exists()
    if entry is not None and came_from_letter and not _others(candidate, entry).exists():
        _withdraw(entry, now)


def _others(candidate: Candidate, entry: int) -> QuerySet[Candidate]:
    standing = Candidate.objects.filter(
        entry_id=entry, state__in=(Judgement.ACCEPTED, Judgement.MERGED)
    )
    return standing.exclude(pk=candidate.pk)


def _take_back_figure(figure: int, by: Actor, now: datetime) -> None:
    """Let the value before it stand again; None where a later value stands already."""
    state = register.figure_with_id(figure=figure)
    if state is None or state.superseded_by is not None:
        return
    earlier = register.figure_with_id(figure=state.supersedes) if state.supersedes else None
    programme.record_figure(
        indicator=state.indicator,
        figure=_figure_again(state, earlier),
        by=by,
        now=now,
        reason=TAKEN_BACK,
    )


def _figure_again(state: FigureState, earlier: FigureState | None) -> FigureFacts:
    return FigureFacts(
        year=state.year,
        until_year=state.until_year,
        publication=state.publication,
        value=earlier.value if earlier else None,
        words=earlier.words if earlier else TAKEN_BACK,
        breakdown=state.breakdown,
        published_on=earlier.published_on if earlier else state.published_on,
        vintage=state.vintage,
        method=state.method,
    )


def _take_back_target(target: int, by: Actor, now: datetime) -> None:
    state = register.target_with_id(target=target)
    if state is None or state.replaced_by is not None:
        return
    earlier = register.target_with_id(target=state.replaces) if state.replaces else None
    again = TargetFacts(
        year=state.year,
        value=earlier.value if earlier else None,
        words=earlier.words if earlier else TAKEN_BACK,
        set_by=earlier.set_by if earlier else "",
        decided_on=earlier.decided_on if earlier else None,
        source=earlier.source if earlier else "",
    )
    programme.set_target(indicator=state.indicator, target=again, by=by, now=now)
