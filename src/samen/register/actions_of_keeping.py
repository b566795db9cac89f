"""The acts of keeping: what is due goes, and a decision that something does not go yet.

How long is data (`data/law`). What went on a day is told without persons.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, CannotRun, Refused
from samen.core.terms import LogAct
from samen.purposes.inside import Purpose, retaining
from samen.purposes.keeping import Due, legal_terms, months_after, own_terms
from samen.purposes.queries import how_much_went
from samen.register.actions import allowed, bound
from samen.register.models import Hold, Registration
from samen.register.sealing import forget, renew, renewed, seal, sealed_anew, unsealed

DESTROY = "SELECT register_destroy_due(%s::jsonb)"
RELEASE = "SELECT register_release(%s, %s)"
TAKE_STOCK = "SELECT register_take_stock_anew()"
KEYS_LEFT = "SELECT register_keys_left()"
SHELTERS_LEFT = (
    "SELECT id, place, owner, sealed, key_day, destroy_due FROM register_shelters_left(%s::date[])"
)
SEAL_ANEW = "SELECT register_seal_anew(%s, %s, %s, %s)"
SEALED_ANEW = timedelta(days=31)
"""How long the new key of what is held lives, unless it is held still."""


def destroy_due(*, today: date, now: datetime | None = None) -> int:
    """Destroy what is due on a day, in all purposes, then the keys of what was sealed and what the
    planner knows of it.

    Return how many registrations went. Repeatable. now: without it only keys of days that are
    past go, not those that nothing uses any more.
    """
    months = {str(ground): term.apart_months for ground, term in legal_terms().items()}
    months["hold"] = own_terms()["hold"].months
    before = how_much_went()
    with retaining(today=today), connection.cursor() as cursor:
        cursor.execute(DESTROY, [json.dumps(months)])
        destroyed = int(cursor.fetchone()[0])
        used = _seal_anew(today)
    forget(today=today, now=now, used=used)
    if how_much_went() > before:
        with connection.cursor() as cursor:
            cursor.execute(TAKE_STOCK)
    return destroyed


def _seal_anew(today: date) -> set[date]:
    """Seal again what stays past the day of its key, and what has the key of a day on which
    something went sooner; the days of which something is left."""
    with connection.cursor() as cursor:
        cursor.execute(KEYS_LEFT)
        left = {day for (day,) in cursor.fetchall() if day > today}
        cursor.execute(SHELTERS_LEFT, [sorted(left | renewed())])
        rows = cursor.fetchall()
        used = {key_day for *_rest, key_day, _due in rows if key_day > today}
        for day in left & used:
            renew(day)
        for number, place, owner, sealed, key_day, destroy_due in rows:
            if sealed is None:
                continue
            day = key_day if key_day > today else max(destroy_due, today + SEALED_ANEW)
            try:
                content = _sealed_for(day, bytes(sealed), owner, key_day)
            except CannotRun:  # its key is lost: nothing else waits for that
                continue
            if content is not None:
                cursor.execute(SEAL_ANEW, [number, place, content, day])
            used.add(day)
    return used


def _sealed_for(day: date, sealed: bytes, owner: str, key_day: date) -> bytes | None:
    """An address sealed with the newest key of a day; None where it is."""
    if day == key_day:
        return sealed_anew(sealed, of=owner, day=day)
    return seal(unsealed(sealed, of=owner, day=key_day), of=owner, day=day)


@dataclass(frozen=True, slots=True)
class Held:
    """What a hold is put on, and when that is due by itself. region: of the registration."""

    registration: UUID
    region: str
    days: Due


def hold(purpose: Purpose, number: UUID, *, reason: str) -> Hold:
    """Decide that a registration is not destroyed yet: a year longer than it was due, at most.

    What is out of sight already can be held longer while an earlier hold on it stands. The last day
    of the processing, which may move, is no part of the days of a hold: `held_until` has it.
    """
    _refuse_without(reason)
    held = _held(number)
    last = months_after(max(held.days.destroy, purpose.day), own_terms()["hold"].months)
    with allowed():
        made = Hold.objects.create(
            **bound(purpose, Due(last, last)), region=held.region,
            registration=number, reason=reason.strip(), decided_on=purpose.day,
        )  # fmt: skip
    purpose.note(LogAct.WRITE, [number], ["hold"])
    return made


def _refuse_without(reason: str) -> None:
    if not reason.strip():
        raise BadInput(
            _("The reason is missing."), _("A hold is a decision with a reason."), _("Give it.")
        )


def _held(number: UUID) -> Held:
    row = Registration.objects.select_for_update().filter(pk=number).first()
    if row is not None:
        return Held(number, row.region, Due(row.remove_due, row.destroy_due))
    earlier = Hold.objects.filter(registration=number, ended_on=None).first()
    if earlier is not None:
        day = earlier.decided_on
        return Held(number, earlier.region, Due(day, day))
    raise Refused(
        _("There is no such registration that you may change here."),
        _("A purpose shows its own registrations only."),
        _("Search again, or open the purpose as a registrar."),
    )


def end_hold(purpose: Purpose, number: UUID) -> None:
    """End a hold: what was due is destroyed at the next run."""
    found = Hold.objects.select_for_update().filter(pk=number, ended_on=None).first()
    if found is None:
        raise _ended()
    row = Registration.objects.filter(pk=found.registration).first()
    found.ended_on = purpose.day
    if row is not None:
        found.remove_due, found.destroy_due = row.remove_due, row.destroy_due
    with allowed():
        found.save(update_fields=["ended_on", "remove_due", "destroy_due"])
    purpose.note(LogAct.WRITE, [found.registration], ["hold"])


def release(purpose: Purpose, number: UUID, *, reason: str, now: datetime) -> None:
    """End a hold as the privacy officer, also after the processing ended: what was due is destroyed
    as soon as this is written down."""
    _refuse_without(reason)
    with connection.cursor() as cursor:
        cursor.execute(RELEASE, [number, reason.strip()])
        registration = cursor.fetchone()[0]
    if registration is None:
        raise _ended()
    purpose.note(LogAct.WRITE, [registration], ["hold"])
    transaction.on_commit(partial(destroy_due, today=purpose.day, now=now))


def _ended() -> Refused:
    return Refused(_("This hold has ended already."), "", _("Load the page again."))
