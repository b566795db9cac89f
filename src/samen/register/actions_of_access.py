"""The acts on a person's request for access: one privacy officer asks, another approves."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Refused
from samen.core.terms import LogAct, MemberRole
from samen.purposes.inside import Purpose
from samen.purposes.keeping import Due, months_after, own_terms
from samen.register.actions import allowed, bound
from samen.register.models import AccessRequest
from samen.register.names import family_key, given_key
from samen.register.refusals import refusals_under

OF_THE_PERSON = ("name", "family_key", "given_key", "birth", "document_number", "reference",
                 "identified_by", "received_on")  # fmt: skip
"""What a request says of who asks, the same in each processing."""
BY_PERSON = ("reference", "family_key", "given_key", "birth", "document_number")
"""By what a person's request is known in another processing."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks for access. identified_by: how it was made sure that it is this person. received:
    the day on which the request came in; None where it is noted on that day."""

    given_names: str
    family_name: str
    birth: date
    reference: str
    identified_by: str
    document_number: str = ""
    received: date | None = None


def ask_access(purpose: Purpose, person: Person, *, now: datetime) -> AccessRequest:
    """Note a person's request; nothing about the person is shown yet."""
    _require_officer(purpose)
    key = family_key(person.family_name)
    if not key or not person.identified_by.strip() or not person.reference.strip():
        raise BadInput(
            _("The name, the reference, or how the person was identified is missing."),
            _("A request has all three."),
            _("Give what is missing."),
        )
    received = person.received or purpose.day
    if not purpose.day - timedelta(days=366) <= received <= purpose.day:
        raise BadInput(
            _("The day on which the request was received is in the future, or over a year ago."),
            _("The law's term for an answer counts from that day."),
            _("Give the day on which it came in."),
        )
    last = months_after(purpose.day, own_terms()["access_request"].months)
    made = AccessRequest(
        **bound(purpose, Due(last, last)), region=purpose.membership.region,
        name=f"{person.given_names} {person.family_name}".strip(), family_key=key,
        given_key=given_key(person.given_names), birth=person.birth,
        document_number=person.document_number.strip(), reference=person.reference.strip(),
        identified_by=person.identified_by.strip(), received_on=received, asked_at=now,
    )  # fmt: skip
    with allowed():
        made.save(force_insert=True)
    purpose.note(LogAct.WRITE, [made.pk], ["access request"])
    return made


def ask_again(purpose: Purpose, asked: AccessRequest, *, now: datetime) -> None:
    """Note a person's request of another processing in this one too; once."""
    _require_officer(purpose)
    if same_request(purpose, asked) is not None:
        return
    last = months_after(purpose.day, own_terms()["access_request"].months)
    with allowed():
        made = AccessRequest.objects.create(
            **bound(purpose, Due(last, last)), region=purpose.membership.region, asked_at=now,
            **{name: getattr(asked, name) for name in OF_THE_PERSON},
        )  # fmt: skip
    purpose.note(LogAct.WRITE, [made.pk], ["access request"])


def same_request(purpose: Purpose, asked: AccessRequest) -> AccessRequest | None:
    """The request of the same person under the same reference, in this processing and law; of
    more than one, that which was decided first. Twins share a family name, a day and maybe a
    reference, so all that tells a person from others has to be the same."""
    part = purpose.membership
    if (asked.processing_id, asked.regime) == (part.processing_id, purpose.regime):
        return asked
    return AccessRequest.objects.filter(
        processing=part.processing_id, regime=purpose.regime,
        **{name: getattr(asked, name) for name in BY_PERSON},
    ).order_by("approved_at", "pk").first()  # fmt: skip


def refuse_access(purpose: Purpose, number: UUID, refusal: str, *, now: datetime) -> None:
    """Refuse a colleague's request on an article: the person is told which, and nothing else."""
    if refusal not in {each.code for each in refusals_under(purpose.regime)}:
        raise BadInput(
            _("This is no ground for a refusal under this law."),
            _("Access is refused on an article only."),
            _("Choose one of the grounds."),
        )
    _decide(purpose, number, refusal, now)


def approve_access(purpose: Purpose, number: UUID, *, now: datetime) -> None:
    """Approve a colleague's request; from now on what is held about the person can be read."""
    _decide(purpose, number, "", now)


def note_answer(purpose: Purpose, number: UUID) -> None:
    """Note that the person has an answer, today; once, of a request that was decided."""
    _require_officer(purpose)
    waiting = AccessRequest.objects.filter(pk=number, answered_on=None).exclude(approved_by=None)
    with allowed():
        if not waiting.update(answered_on=purpose.day):
            raise Refused(
                _("There is no request here that waits for an answer."), "",
                _("Load the page again."),
            )  # fmt: skip
    purpose.note(LogAct.WRITE, [number], ["access answered"])


def _decide(purpose: Purpose, number: UUID, refusal: str, now: datetime) -> None:
    _require_officer(purpose)
    found = AccessRequest.objects.filter(pk=number, approved_by=None).first()
    if found is None:
        raise Refused(
            _("There is no request here that waits for a decision."), "", _("Load the page again.")
        )
    if found.registrar_id in purpose.own_accounts:
        raise Refused(
            _("You noted this request yourself."),
            _("Another privacy officer approves it, so that four eyes saw it."),
            _("Ask a colleague."),
        )
    with allowed():
        AccessRequest.objects.filter(pk=number).update(
            approved_by=purpose.membership.user_id, approved_at=now, refusal=refusal
        )
    purpose.note(LogAct.WRITE, [number], ["access refused" if refusal else "access approved"])


def _require_officer(purpose: Purpose) -> None:
    if purpose.role != MemberRole.PRIVACY_OFFICER:
        raise Refused(
            _("Your part in this processing does not let you handle requests for access."),
            _("Its privacy officers do."),
            _("Ask one of them."),
        )
