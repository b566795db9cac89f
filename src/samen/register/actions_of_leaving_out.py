"""The acts on what a person is told: a free text about somebody else is left out, and put back."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Refused
from samen.core.terms import LogAct
from samen.purposes.inside import Purpose
from samen.register import queries_of_keeping as queries
from samen.register.actions import allowed
from samen.register.models_of_access import LeftOut

LONGEST = 500


def leave_out(
    purpose: Purpose, request: UUID, registration: UUID, place: str, *, reason: str, now: datetime
) -> LeftOut:
    """Leave a free text out of the answer to an approved request: AVG art. 15 lid 4."""
    if not reason.strip() or len(reason) > LONGEST:
        raise BadInput(
            _("The reason is missing or longer than {most} signs."),
            _("What is left out of an answer is a decision with a reason."),
            _("Say in a sentence whose rights it is for, without naming anybody."),
            most=LONGEST,
        )
    there = {(each.registration, each.place) for each, left in queries.free_texts(purpose, request)
             if left is None}  # fmt: skip
    if (registration, place) not in there:
        raise Refused(
            _("There is no such text here, or it is left out already."),
            "",
            _("Load the page again."),
        )
    with allowed():
        made = LeftOut.objects.create(
            request=request, registration=registration, place=place, reason=reason.strip(),
            left_by=purpose.membership.user_id, left_at=now,
        )  # fmt: skip
    purpose.note(LogAct.WRITE, [request, registration], ["left out"])
    return made


def put_back(purpose: Purpose, request: UUID, number: UUID, *, now: datetime) -> None:
    """Tell a text all the same that was left out."""
    found = LeftOut.objects.filter(pk=number, request=request, put_back_by=None).first()
    if found is None:
        raise Refused(_("This text is not left out any more."), "", _("Load the page again."))
    with allowed():
        LeftOut.objects.filter(pk=number).update(
            put_back_by=purpose.membership.user_id, put_back_at=now
        )
    purpose.note(LogAct.WRITE, [request, found.registration], ["put back"])
