"""The acts on registrations. Each takes an open purpose, in whose transaction it is done.

What may be written, and where, the database checks against the pass; a purpose whose member
may not write gets a refusal in words.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Refused
from samen.core.registration.readers.hidden import stretches
from samen.core.terms import Ground, LogAct, ValueState
from samen.purposes.inside import Purpose
from samen.purposes.keeping import Due, due, from_first, legal_terms, months_after
from samen.purposes.writing import written_or
from samen.register import taking_in
from samen.register.copying import Ready
from samen.register.models import ORIGIN, SHELTER, Delivery, Registration
from samen.register.standing import noted
from samen.register.values import CORRECTABLE, DELIVERED, OWN, TYPED, NoNeed, brought
from samen.register.withdrawn import after_withdrawal, is_withdrawn

ENDS_AFTER = timedelta(days=7)
"""How long it can be taken back that a registration is no longer necessary."""
VERSIONS_FOLLOW = "SELECT register_versions_follow(%s)"


def allowed() -> AbstractContextManager[None]:
    """A place to write; what the policies refuse becomes a sentence."""
    return written_or(_refused)


def _refused() -> Refused:
    return Refused(
        _("Your part in this processing does not let you write here."),
        _("Registrars and case holders write, in their own team or organisation."),
        _("Ask a registrar, or open the purpose as one."),
    )


def bound(purpose: Purpose, days: Due) -> dict[str, object]:
    """What every row carries that is written in a purpose."""
    part = purpose.membership
    return {
        "processing_id": part.processing_id,
        "regime": purpose.regime,
        "ground": purpose.ground,
        "organisation_id": part.organisation_id,
        "team_id": part.team_id,
        "registrar_id": part.user_id,
        "remove_due": days.remove,
        "destroy_due": days.destroy,
    }


def dues(purpose: Purpose) -> Due:
    """When what is written today goes."""
    processing = purpose.membership.processing
    return due(
        purpose.ground,
        first=purpose.day,
        necessary=purpose.day,
        kept_months=processing.kept_months,
    )


def renewed(purpose: Purpose) -> dict[str, list[str]]:
    """When what is found necessary today goes, by the ground that it is held on.

    A ground whose term counts from the first processing is not there: its days stay.
    """
    processing, day = purpose.membership.processing, purpose.day
    return {
        ground: [
            each.isoformat()
            for each in due(ground, first=day, necessary=day, kept_months=processing.kept_months)
        ]
        for ground in map(Ground, processing.grounds)
        if ground.regime is purpose.regime and not from_first(ground)
    }  # fmt: skip


def take_in(
    purpose: Purpose,
    *,
    name: str,
    sha256: str,
    mapping: Mapping[str, Any],
    batches: Iterable[Ready],
    now: datetime,
    only: Sequence[str] = (),
) -> Delivery:
    """Take in a partner's file, whole or not at all; the same one twice changes nothing.

    batches: rows that were read and checked, made `ready` from the columns of `values.TYPES`;
    few are in memory at a time. only: their keys, where these are few. A row whose key is known and
    whose hash is another becomes a new version of what is there, in which stays what the file has
    no column for. Of the same file, the delivery of then is returned. Raises Refused where known
    numbers would become other persons.
    """
    taking_in.one_at_a_time(purpose)
    if earlier := taken_before(purpose, sha256, mapping):
        return earlier
    every = bound(purpose, dues(purpose))
    region = purpose.membership.region
    with allowed():
        delivery = Delivery.objects.create(
            **every, region=region, name=name[:200], sha256=sha256, mapping=dict(mapping),
            received_at=now,
        )  # fmt: skip
        door = taking_in.Incoming(
            every, delivery, purpose.day, renewed(purpose), brought(mapping), only
        )
        with door as incoming:
            for batch in batches:
                purpose.renew()
                incoming.take(batch)
            incoming.refuse_others()
            alike = incoming.alike()
        Delivery.objects.filter(pk=delivery.pk).update(
            rows=incoming.rows, added=incoming.added, changed=incoming.changed,
            findings={"others": incoming.others, "overtaken": incoming.overtaken,
                      "apart": incoming.apart, "alike": alike,
                      "changed_apart": stretches(sorted(incoming.changed_apart))},
        )  # fmt: skip
        delivery.refresh_from_db()
    purpose.note(LogAct.WRITE, [delivery.pk], [DELIVERED])
    return delivery


def taken_before(purpose: Purpose, sha256: str, mapping: Mapping[str, object]) -> Delivery | None:
    """The delivery of the same thing under the same mapping, if it was taken in before."""
    return Delivery.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime,
        organisation=purpose.membership.organisation_id, sha256=sha256, mapping=dict(mapping),
    ).first()  # fmt: skip


def correct(purpose: Purpose, number: UUID, changes: Mapping[str, object]) -> Registration:
    """Correct fields of a registration; what it was stays as a version, and what the partner had
    delivered of these is noted."""
    wrong = sorted((set(changes) - CORRECTABLE) | _elsewhere(changes.get("values")))
    if wrong or not changes:
        raise BadInput(
            _("These fields cannot be corrected: {fields}."),
            _("The row as it came stays as it came."),
            _("Correct the fields that were read from it."),
            fields=", ".join(wrong) or "-",
        )
    found = _held(number)
    before = found.said
    for field, value in changes.items():
        setattr(found, field, value)
    found.corrected = noted(found.corrected, before, found.said)
    days = Due(found.remove_due, found.destroy_due)
    if is_withdrawn(found.ground, found.said):
        days = Due(after_withdrawal(purpose.day), after_withdrawal(purpose.day))
    elif is_withdrawn(found.ground, before):
        days = days_by_law(purpose, found)
    _save(found, days, "corrected", *sorted(changes))
    purpose.note(LogAct.WRITE, [number], sorted(changes))
    return found


def _elsewhere(values: object) -> set[str]:
    """What is said in `values` and stands elsewhere: apart, or in a column of its own."""
    said = values if isinstance(values, dict) else {}
    known = {name for name, each in said.items() if each["state"] == ValueState.KNOWN}
    return {*ORIGIN, SHELTER}.intersection(said) | OWN.intersection(known)


def note_necessity(purpose: Purpose, number: UUID) -> Registration:
    """Note that a registration was necessary today: the terms that count from there begin anew,
    and it is no more called no longer necessary. Raises Refused without the consent it rests on."""
    found = _held(number)
    if is_withdrawn(found.ground, found.said):
        raise Refused(
            _("The person has withdrawn the consent on which this registration rests."),
            _("It goes tomorrow (GDPR art. 7(3), art. 17(1)(b))."),
            _("Correct the consent if it was noted by mistake."),
        )
    found.last_necessary_at = purpose.day
    _save(found, days_by_law(purpose, found), "last_necessary_at")
    with allowed():
        Delivery.objects.filter(registrations=found, remove_due__lt=found.remove_due).update(
            remove_due=found.remove_due, destroy_due=found.destroy_due
        )
    purpose.note(LogAct.WRITE, [number], ["last_necessary_at"])
    return found


def end_necessity(purpose: Purpose, number: UUID, why: NoNeed) -> Registration:
    """Note that a registration is no longer necessary: it is out of sight after ENDS_AFTER and
    goes as the law lets it, with its earlier versions. Until then `note_necessity` takes it back.

    Raises Refused where it goes as soon by itself. Source: AVG art. 5 lid 1 onder d en e, art. 17;
    Wpg art. 4, 8 lid 6, 14 and 28.
    """
    found = _held(number)
    remove = purpose.day + ENDS_AFTER
    if found.remove_due <= remove:
        raise Refused(
            _("This registration goes out of sight within a week already."),
            "",
            _("Leave it as it is."),
        )
    apart = legal_terms()[Ground(found.ground)].apart_months
    _save(found, Due(remove, min(found.destroy_due, months_after(remove, apart))))
    purpose.note(LogAct.WRITE, [number], ["no need", why])
    return found


def days_by_law(purpose: Purpose, found: Registration) -> Due:
    """When a registration goes by the term of its ground and processing, if nobody said sooner."""
    return due(
        Ground(found.ground), first=found.first_processed_at, necessary=found.last_necessary_at,
        kept_months=purpose.membership.processing.kept_months,
    )  # fmt: skip


def _save(found: Registration, days: Due, *changed: str) -> None:
    """Save what changed of a registration and its days; its earlier versions follow these, and so
    does the delivery that it is alone in when somebody typed it."""
    found.remove_due, found.destroy_due = days.remove, days.destroy
    with allowed():
        found.save(update_fields=["remove_due", "destroy_due", *changed])
        Delivery.objects.filter(registrations=found, findings__has_key=TYPED).update(
            remove_due=days.remove, destroy_due=days.destroy
        )
        with connection.cursor() as cursor:
            cursor.execute(VERSIONS_FOLLOW, [found.pk])


def _held(number: UUID) -> Registration:
    """The row of a registration, held until the act is done."""
    found = Registration.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise Refused(
            _("There is no such registration that you may change here."),
            _("A purpose shows its own registrations only."),
            _("Search again, or open the purpose as a registrar."),
        )
    return found
