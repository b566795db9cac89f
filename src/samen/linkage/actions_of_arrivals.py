"""The act of putting in place what came in since the last run, in an open purpose."""

from collections.abc import Callable
from datetime import datetime

import numpy as np
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.matching.model import Model
from samen.core.terms import LogAct
from samen.linkage.actions import renewing
from samen.linkage.arriving import compared, write_new
from samen.linkage.holding import allowed, hold_state, run_alone
from samen.linkage.judging import decision_on
from samen.linkage.models import LinkRun
from samen.linkage.placing import seen_by
from samen.linkage.queries import runs
from samen.linkage.values import CODE
from samen.purposes.inside import Purpose
from samen.register.queries_of_linkage import deliveries_compared, linkable


def link_new(purpose: Purpose, *, now: datetime, told: Callable[[str], None]) -> LinkRun:
    """Put in place what came in since the last run, whole or not at all, with its model.

    As `link_all` does, but only for what the new registrations touch. told: one of STEPS as each
    begins, all but "learn". Raises Conflict when somebody else is linking.
    """
    step = renewing(purpose, told)
    with allowed(purpose):
        run_alone(purpose)
        step("read")
        last = runs(purpose).first()
        if last is None or last.code_version != CODE:
            raise Refused(
                _("No run of this version was made here."),
                _("What is new is put in place with the model of the last run."),
                _("Link the registrations first."),
            )
        numbers, columns = linkable(purpose)
        seen = seen_by(purpose, last).values_list("registration", flat=True)
        is_new = ~np.isin(numbers, [str(number) for number in seen])
        if not is_new.any():
            raise Refused(
                _("No registrations of persons came in since the last run."),
                _("What is new is put in place; all the others are where they were."),
                _("Link again to compare all of them."),
            )
        found = compared(numbers, columns, is_new, Model.from_json(last.model), step)
        step("write")
        hold_state(purpose)
        decision = decision_on(purpose, purpose.day)
        run = write_new(purpose, found, last, decision, now)
    purpose.note(LogAct.WRITE, [run.pk, *deliveries_compared(purpose)], ["links"])
    return run
