"""A figure or a target is taken out of what holds, and comes back; its row never changes."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop as _

from samen.core.errors import Conflict, Refused
from samen.programme.actions.wording import Actor, needed
from samen.programme.models import Figure, Target, Withdrawal


@transaction.atomic
def withdraw_figure(*, figure: int, reason: str, by: Actor, now: datetime) -> None:
    """Take a figure out of what holds: the value before it stands again, where there is one.

    Raises Conflict when it was withdrawn already.
    """
    row = Figure.objects.select_for_update(of=("self",)).filter(pk=figure).first()
    if row is None:
        raise Refused(_("This figure is not in the register."), "", _("Choose one from the list."))
    if row.withdrawals.filter(ended_at__isnull=True).exists():
        raise Conflict(_("This figure was withdrawn already."), "", _("Look at the figures again."))
    why = needed(reason, "reason")
    Withdrawal.objects.create(figure=row, reason=why, at=now, by_id=by.pk)


@transaction.atomic
def restore_figure(*, figure: int, now: datetime) -> None:
    """Undo the withdrawal of a figure; a later value that superseded it still does."""
    held = Withdrawal.objects.filter(figure_id=figure, ended_at__isnull=True)
    if not held.update(ended_at=now):
        raise Conflict(_("This figure is not withdrawn."), "", _("There is nothing to undo."))


@transaction.atomic
def withdraw_target(*, target: int, reason: str, by: Actor, now: datetime) -> None:
    """Take a target out of what holds: the one before it stands again, where there is one.

    Raises Conflict when it was withdrawn already.
    """
    row = Target.objects.select_for_update(of=("self",)).filter(pk=target).first()
    if row is None:
        raise Refused(_("This target is not in the register."), "", _("Choose one from the list."))
    if row.withdrawals.filter(ended_at__isnull=True).exists():
        raise Conflict(_("This target was withdrawn already."), "", _("Look at the targets again."))
    why = needed(reason, "reason")
    Withdrawal.objects.create(target=row, reason=why, at=now, by_id=by.pk)


@transaction.atomic
def restore_target(*, target: int, now: datetime) -> None:
    """Undo the withdrawal of a target; a later one that replaced it still does."""
    held = Withdrawal.objects.filter(target_id=target, ended_at__isnull=True)
    if not held.update(ended_at=now):
        raise Conflict(_("This target is not withdrawn."), "", _("There is nothing to undo."))
