"""The acts on agreements: one member proposes, a privacy officer of the processing approves."""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Refused
from samen.core.terms import MemberRole
from samen.exchange.holding import allowed
from samen.exchange.line import refuse_address
from samen.exchange.models import Peer
from samen.exchange.queries import peer as found_peer
from samen.exchange.signing import is_key
from samen.exchange.values import LONGEST_YEARS_DAYS, Agreement
from samen.purposes.inside import Purpose


def propose_peer(purpose: Purpose, wanted: Agreement) -> Peer:
    """Propose an agreement; who proposes it keeps it, and it has no effect yet."""
    _refuse(purpose, wanted)
    with allowed(purpose):
        return Peer.objects.create(
            processing_id=purpose.membership.processing_id, ground=purpose.ground,
            organisation_id=wanted.organisation, goal=wanted.goal.strip(),
            article=wanted.article.strip(), decision=wanted.decision.strip(), start=wanted.start,
            until=wanted.until, address=wanted.address, key=wanted.key.lower(),
            keeper=purpose.membership, proposed_by_id=purpose.membership.user_id,
        )  # fmt: skip


def connect_peer(purpose: Purpose, number: UUID, *, address: str, key: str) -> None:
    """Say where the other organisation is and what its key is; it has to be approved (again)."""
    _refuse_line(address, key)
    with allowed(purpose):
        found = found_peer(purpose, number)
        found.address, found.key, found.approved_by = address.strip(), key.strip().lower(), None
        found.proposed_by_id, found.keeper = purpose.membership.user_id, purpose.membership
        found.save(update_fields=["address", "key", "approved_by", "proposed_by", "keeper"])


def approve_peer(purpose: Purpose, number: UUID) -> None:
    """Approve an agreement as a privacy officer: never who proposed it."""
    found = found_peer(purpose, number)
    is_another = found.proposed_by_id not in purpose.own_accounts
    if purpose.role != MemberRole.PRIVACY_OFFICER or not is_another:
        raise Refused(
            _("You cannot approve this agreement."),
            _("A privacy officer of the processing does, who did not propose it."),
            _("Ask one of the members on the page of the processing."),
        )
    if not found.address or not found.key:
        raise Refused(
            _("The address or the key of the other organisation is missing."),
            _("Both are needed before anything goes over the line."),
            _("Let a member fill them in first."),
        )
    found.approved_by_id = purpose.membership.user_id
    found.save(update_fields=["approved_by"])


def end_peer(purpose: Purpose, number: UUID) -> None:
    """End an agreement from today: nothing is asked or answered under it any more."""
    found = found_peer(purpose, number)
    if purpose.role != MemberRole.PRIVACY_OFFICER:
        with allowed(purpose):
            pass
    found.ended_on = purpose.day
    found.save(update_fields=["ended_on"])


def _refuse(purpose: Purpose, wanted: Agreement) -> None:
    if not all(each.strip() for each in (wanted.goal, wanted.article, wanted.decision)):
        raise BadInput(
            _("The goal, the article or the decision is missing."),
            _("Without all three nothing may be asked."),
            _("Say what for, on which article, and by which decision."),
        )
    if wanted.organisation == purpose.membership.organisation_id:
        raise BadInput(
            _("This is your own organisation."), _("Another one is asked."), _("Choose it.")
        )
    longest = wanted.start + timedelta(days=LONGEST_YEARS_DAYS)
    if not wanted.start <= wanted.until <= longest:
        raise BadInput(
            _("The agreement would run from {start} to {until}."),
            _("It runs for two years at most."),
            _("Change the last day."),
            start=wanted.start, until=wanted.until,
        )  # fmt: skip
    if wanted.address or wanted.key:
        _refuse_line(wanted.address, wanted.key)


def _refuse_line(address: str, key: str) -> None:
    refuse_address(address.strip())
    if not is_key(key.strip()):
        raise BadInput(
            _("The key of the other organisation cannot be used."),
            _("It is 64 signs of 0 to 9 and a to f."),
            _("Copy it from the page of the agreement at the other organisation."),
        )
