"""The doors to the database's protection: inside a purpose, and within an order.

`inside` opens one member's view of one processing on one ground for one transaction, and
writes what was done into the log as its last act: the log is one chain, and so nobody waits
for another's work, only for its commit.
"""

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.db.models import BigIntegerField, Func, TextField, Value
from django.utils.translation import gettext_noop as _
from psycopg.errors import InvalidAuthorizationSpecification

from samen.accounts.queries import accounts_of_person
from samen.core.errors import CannotRun, Refused, SamenError
from samen.core.terms import Ground, LogAct, MemberRole, Regime
from samen.purposes import tokens
from samen.purposes.keeping import gone_after
from samen.purposes.labels import GROUNDS
from samen.purposes.models import Membership

PASS, ORDER = "samen.pass", "samen.order"
MOMENT = "(extract(epoch FROM now()) * 1000000)::bigint"
BEGUN = f"SELECT {MOMENT}, current_setting(%s, true)"
GIVE = "SELECT set_config(%s, %s, true)"
OPEN = "SELECT (purposes_pass('any')).membership_id FROM set_config(%s, %s, true)"
TRACE = "SELECT (purposes_pass('trace')).membership_id"
LOG = "SELECT purposes_log(%s::jsonb, %s)"
PASSED_SECONDS = "SELECT extract(epoch FROM statement_timestamp() - now())::int"


@dataclass(frozen=True, slots=True)
class Purpose:
    """An open view: whose, of which processing, on which ground, on which day.

    Doors of other rooms ask for one and note in it what they showed or changed.
    """

    membership: Membership
    ground: Ground
    day: date
    request: str
    moment: int
    looks: dict[tuple[LogAct, tuple[str, ...]], list[UUID]] = field(default_factory=dict)
    closed: list[bool] = field(default_factory=list)

    @property
    def role(self) -> MemberRole:
        return MemberRole(self.membership.role)

    @property
    def regime(self) -> Regime:
        return self.ground.regime

    @property
    def has_ended(self) -> bool:
        """Whether the processing's last day is past: then only its log can be asked."""
        end: date | None = self.membership.processing.end
        return end is not None and end < self.day

    @property
    def own_accounts(self) -> frozenset[int]:
        """All accounts of the person inside: nobody decides on what they asked, under whatever
        account (ADR 33)."""
        return accounts_of_person(self.membership.user_id)

    def note(self, act: LogAct, persons: Collection[UUID], fields: Collection[str] = ()) -> None:
        """Put an act into the log. Raises Refused when the purpose is closed."""
        if self.closed:
            raise Refused(
                _("There is no open purpose."),
                _("Data of persons are seen inside a purpose only."),
                _("Choose the processing again."),
            )
        self.looks.setdefault((act, tuple(sorted(fields))), []).extend(persons)

    def renew(self) -> None:
        """Give the pass new time: for work that takes longer than a pass lives."""
        passed = _row(PASSED_SECONDS)[0]
        _row(GIVE, PASS, self.token(passed + tokens.LIFE_SECONDS))

    def token(self, life: int = tokens.LIFE_SECONDS) -> str:
        """The pass, for so many seconds since the transaction began."""
        parts = (self.membership.pk, self.membership.user_id, self.ground, self.day)
        return tokens.token("pass", self.moment, *parts, life=life)


@contextmanager
def inside(
    *, membership: UUID, user: int, ground: Ground, today: date, request: str = "",
    for_trace: bool = False,
) -> Iterator[Purpose]:  # fmt: skip
    """Open a purpose for one transaction; what was noted in it is logged at its end.

    for_trace: to its privacy officer it opens after the last day too, and gives the log only.

    Raises Refused for who is no member (any more), for a processing that does not run on
    that day or has no such ground, and CannotRun when the database does not believe the key.
    """
    is_inner = connection.in_atomic_block
    with transaction.atomic():
        part, moment, before = _membership(membership, user)
        purpose = Purpose(part, ground, today, request, moment)
        is_open = _row(OPEN, PASS, purpose.token())[0] is not None
        if not is_open and not (for_trace and _row(TRACE)[0] is not None):
            raise _why_refused(part, ground, today)
        try:
            yield purpose
            _write_log(purpose)
            if is_inner:  # else the pass ends with its transaction
                _row(GIVE, PASS, before or "")
        finally:
            purpose.closed.append(True)


@contextmanager
def ordered(*, by: int | None, today: date) -> Iterator[None]:
    """A transaction in which processings, teams and members may change."""
    with _signed("order", by or 0, today):
        yield


@contextmanager
def retaining(*, today: date) -> Iterator[None]:
    """A transaction in which the database destroys what is due on a day, in all purposes."""
    with _signed("retain", today):
        yield


@contextmanager
def _signed(kind: str, *parts: object) -> Iterator[None]:
    with transaction.atomic():
        moment, before = _row(BEGUN, ORDER)
        _row(GIVE, ORDER, tokens.token(kind, moment, *parts))
        yield
        _row(GIVE, ORDER, before or "")


def _row(words: str, *values: Any) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(words, values)
        row: tuple[Any, ...] = cursor.fetchone()
        return row


def _membership(number: UUID, user: int) -> tuple[Membership, int, str | None]:
    """A membership, with the moment of its transaction and the pass that this one has."""
    known = Membership.objects.select_related("processing", "organisation", "team").annotate(
        moment=Func(template=MOMENT, output_field=BigIntegerField()),
        before=Func(Value(PASS), Value(True), function="current_setting", output_field=TextField()),
    )
    found = known.filter(pk=number, user=user, user__is_active=True).first()
    if found is None:
        raise Refused(
            _("This address is not of a part that you have in a processing."),
            _(
                "Each member opens a processing at an address of their own, and sees in it what "
                "that part shows."
            ),
            _("Choose the processing under Register, and look for it there."),
        )
    return found, found.moment, found.before


def _why_refused(part: Membership, ground: Ground, today: date) -> SamenError:
    """What to say to whom the database gave no pass."""
    processing = part.processing
    if not part.start <= today <= (part.end or today):
        return Refused(
            _("You are no member of this processing today."),
            _("Only its members see what is in it."),
            _("Ask its controller to make you a member again."),
        )
    if processing.end and processing.end < today:
        return _ended(processing.end, ground)
    if not processing.start <= today:
        return Refused(
            _("This processing does not run yet; its first day is {start}."),
            _("Data are seen from its first to its last day."),
            _("Choose another processing."),
            start=processing.start,
        )
    if ground not in processing.grounds:
        return Refused(
            _("This processing has no ground {ground}."),
            _("Its grounds are {grounds}."),
            _("Choose one of these."),
            ground=GROUNDS[ground],
            grounds=", ".join(str(GROUNDS[each]) for each in processing.grounds),
        )
    if not processing.controllers.filter(organisation=part.organisation_id).exists():
        return Refused(
            _("Your organisation does not take part in this processing any more."),
            _("Only people of its controllers see what is in it."),
            _("Ask its controller."),
        )
    return CannotRun(
        _("The database does not accept the purpose."),
        _("It has the key of the site's secret as it was at the last migration."),
        _("Run `./samen manage migrate`, or give the earlier SAMEN_SECRET_KEY back."),
    )


def _ended(end: date, ground: Ground) -> Refused:
    """What became of what was in a processing that ended."""
    gone = gone_after(end, ground)
    if gone.remove == gone.destroy:
        became = _("What was in it on this ground was destroyed on {gone}, except what somebody "
                   "decided to hold; that is out of sight.")  # fmt: skip
    else:
        became = _("What was in it on this ground is out of sight since {unseen}. It lies apart "
                   "for complaints and accountability, and is destroyed on {gone} at the "
                   "latest.")  # fmt: skip
    return Refused(
        _("This processing ended; its last day was {end}."),
        became,
        _("Its privacy officer can say how much was destroyed, and when."),
        end=end, unseen=gone.remove, gone=gone.destroy,
    )  # fmt: skip


def _write_log(purpose: Purpose) -> None:
    looks = [
        (act, list(dict.fromkeys(map(str, persons))), fields)
        for (act, fields), persons in purpose.looks.items()
    ]
    if not looks:
        return
    try:
        _row(LOG, json.dumps(looks), purpose.request)
    except DatabaseError as error:
        if not isinstance(error.__cause__, InvalidAuthorizationSpecification):
            raise
        raise Refused(
            _("Your part in this processing ended while you worked."),
            _("Only its members see what is in it."),
            _("Ask its controller to make you a member again."),
        ) from error
