"""What accepting did in the register is undone: entries and values withdrawn, merges parted.

Nothing is wiped from the register: a value that is withdrawn stays readable, and the one
before it stands again. Accepting the same once more brings the same entry back.
"""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.terms import CandidateKind, Judgement, ReviewAct
from samen.letters.actions.act import Act, Made, theme_of
from samen.letters.models import Candidate, Decision
from samen.programme import actions as programme
from samen.programme import queries as register
from samen.programme.actions.wording import Actor
from samen.programme.values import FigureState, TargetState

_VALUE = ("year", "value", "words", "value_kind")
"""What makes two candidates for an indicator give one value."""


_ONE_ENTRY_EACH = (CandidateKind.ACTION, CandidateKind.COMMITMENT, CandidateKind.AMOUNT)
"""The kinds that accepting makes a new entry for; of the others it looks for the known one."""


def take_back(candidate: Candidate, made: Made, *, by: Actor, now: datetime) -> None:
    """Undo in the register what accepting a candidate made there."""
    why = gettext("Taken back in the review.")
    if made.figure is not None or made.target is not None:
        _refuse_same_value(candidate)
    if made.figure is not None and _stands(register.figure_with_id(figure=made.figure)):
        programme.withdraw_figure(figure=made.figure, reason=why, by=by, now=now)
    if made.target is not None and _stands(register.target_with_id(target=made.target)):
        programme.withdraw_target(target=made.target, reason=why, by=by, now=now)
    if made.new_theme and made.theme in {pk for pk, _name, _parent in register.themes()}:
        programme.withdraw_theme(theme=made.theme, reason=why, now=now)
    if candidate.kind == CandidateKind.INDICATOR:
        _withdraw_unused(candidate, made, now)
    elif made.own is not None:
        _refuse_in_use(candidate, made.own)
        if made.merged:
            programme.undo_merge(entry=made.own)
        _withdraw(made.own, now)


def bring_back(act: Act) -> Made | None:
    """The entry that accepting the same made before it was taken back, with its life since.

    None where nothing was taken back, or something else is accepted now.
    """
    c = act.candidate
    if c.kind not in _ONE_ENTRY_EACH or act.into is not None:
        return None
    before = Decision.objects.filter(candidate=c, act=ReviewAct.ACCEPT).order_by("pk").last()
    if before is None or (before.after["detail"], before.after["theme"]) != (c.detail, c.theme):
        return None
    made = Made(**before.after["made"])
    life = register.life_of(entry=made.own or 0)
    if life is None or life.withdrawn_at is None or made.merged:
        return None
    programme.restore_entry(entry=life.id)
    theme_of(act)  # what it stands under is accepted with it, as the first time
    return made


def _stands(value: FigureState | TargetState | None) -> bool:
    """Whether a value is still there to be withdrawn: a person may have done so already."""
    return value is not None and value.withdrawn_at is None


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


def _refuse_same_value(candidate: Candidate) -> None:
    """A value that another candidate gives too cannot go before that candidate."""
    if candidate.entry_id is None:
        return
    said = [candidate.detail.get(name) for name in _VALUE]
    for other in _others(candidate, candidate.entry_id).filter(letter=candidate.letter):
        if [other.detail.get(name) for name in _VALUE] == said:
            raise Refused(
                _("The candidate on line {line} gives the same value."),
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
