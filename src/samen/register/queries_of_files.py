"""What may be asked about partners' files, inside a purpose."""

from collections.abc import Callable, Collection
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from psycopg import sql

from samen.core.registration.checking import NUMBER
from samen.core.registration.whole_names import WHOLE
from samen.core.terms import LogAct
from samen.purposes.inside import Purpose
from samen.register.known_fields import fields
from samen.register.models import Delivery, FilePiece, FileProfile, PartnerFile, Registration
from samen.register.others import is_another
from samen.register.values import brought

MOST_TOLD = 100
WAS = [sql.SQL(each) for each in (
    "(v.was ->> 'given_key')", "(v.was ->> 'family_key')", "(v.was ->> 'birth_from')::date",
    "(v.was ->> 'birth_until')::date", "(v.was ->> 'kind')",
)]  # fmt: skip
OTHERS = sql.SQL(
    "SELECT DISTINCT r.id FROM register_registrationversion v"
    " JOIN register_registration r ON r.id = v.registration"
    " WHERE r.delivery_id = %s AND v.was ->> 'delivery_id' <> r.delivery_id::text"
    " AND {} ORDER BY 1 LIMIT %s"
).format(is_another(WAS, "r"))
OVERTAKEN = """
SELECT r.id FROM register_registration r, LATERAL (
    SELECT v.was -> 'corrected' AS corrected FROM register_registrationversion v
    WHERE v.registration = r.id AND v.was ->> 'delivery_id' <> r.delivery_id::text
    ORDER BY v.changed_at DESC LIMIT 1
) before WHERE r.delivery_id = %s AND jsonb_typeof(before.corrected) = 'object'
    AND NOT coalesce(r.corrected, '{}') ?& ARRAY(SELECT jsonb_object_keys(before.corrected))
ORDER BY 1 LIMIT %s
"""
FULL = FilePiece.objects.exclude(content=b"").filter(file=OuterRef("pk"))


def waiting_files(purpose: Purpose) -> QuerySet[PartnerFile]:
    """The files that were given and are not taken in yet, latest first."""
    return PartnerFile.objects.filter(
        Exists(FULL), processing=purpose.membership.processing_id, regime=purpose.regime,
        delivery=None,
    )  # fmt: skip


def given_before(purpose: Purpose, file: PartnerFile) -> list[Delivery]:
    """The deliveries of just this file by the same organisation, latest first, however it was
    read."""
    return list(Delivery.objects.select_related("registrar").filter(
        processing=purpose.membership.processing_id, regime=purpose.regime,
        organisation=purpose.membership.organisation_id, sha256=file.sha256,
    ).order_by("-received_at"))  # fmt: skip


def waiting_twice(purpose: Purpose, file: PartnerFile) -> list[PartnerFile]:
    """Others of the files that wait which are just this one."""
    return list(waiting_files(purpose).filter(sha256=file.sha256).exclude(pk=file.pk))


def waiting_file(number: UUID) -> PartnerFile | None:
    """A file that was given and is not taken in yet; None when the purpose does not show it."""
    return PartnerFile.objects.filter(Exists(FULL), pk=number, delivery=None).first()


def to_mend(purpose: Purpose) -> QuerySet[PartnerFile]:
    """The refused rows that are kept, a file for each delivery that had some; not those that came
    back mended or were put away."""
    return PartnerFile.objects.filter(
        Exists(FULL), processing=purpose.membership.processing_id, regime=purpose.regime,
        delivery__isnull=False,
    )  # fmt: skip


def write_content(purpose: Purpose, file: PartnerFile, write: Callable[[bytes], object]) -> None:
    """Write the bytes of a file, piece by piece."""
    for content in (
        FilePiece.objects.filter(file=file.pk).values_list("content", flat=True).iterator(1)
    ):
        write(bytes(content))
    purpose.note(LogAct.READ, [file.pk], ["file"])


def delivery(number: UUID) -> Delivery | None:
    """One file that was taken in. No person is in it."""
    return Delivery.objects.filter(pk=number).first()


def known_keys(purpose: Purpose) -> set[str]:
    """What the registrations of the purpose's organisation are called. No person is in it."""
    part = purpose.membership
    found = Registration.objects.filter(
        processing=part.processing_id, regime=purpose.regime, organisation=part.organisation_id
    )  # fmt: skip
    return set(found.values_list("source_key", flat=True))


def keys_apart(keys: Collection[str]) -> set[str]:
    """Which of these are numbers of police data that lie apart (Wpg art. 14), of the purpose's
    organisation."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT register_keys_apart(%s)", [list(keys)])
        return {key for (key,) in cursor.fetchall()}


def became_others(purpose: Purpose, delivery: UUID) -> list[UUID]:
    """Registrations of which a delivery changed all names and the date of birth, at most MOST_TOLD.

    One that a later delivery changed too is not among them any more.
    """
    return _of_delivery(purpose, OTHERS.as_string(), delivery)


def overtaken(purpose: Purpose, delivery: UUID) -> list[UUID]:
    """Registrations of which a delivery said something else than what a person had corrected, at
    most MOST_TOLD. One that a later delivery changed too is not among them any more."""
    return _of_delivery(purpose, OVERTAKEN, delivery)


def _of_delivery(purpose: Purpose, words: str, delivery: UUID) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(words, [delivery, MOST_TOLD])
        found = [number for (number,) in cursor.fetchall()]
    purpose.note(LogAct.READ, found, ["versions"])
    return found


def fields_left_out(purpose: Purpose, now: Collection[str], before: datetime) -> list[str]:
    """The fields that a file does not bring and deliveries of the organisation before it did, in
    the order in which they are shown. now: what it brings; nothing is left out of rows that have
    no number, as these are known by all that they say.
    """
    if NUMBER not in now:
        return []
    part = purpose.membership
    earlier = Delivery.objects.filter(
        processing=part.processing_id, regime=purpose.regime, organisation=part.organisation_id,
        received_at__lt=before,
    ).order_by().values_list("mapping", flat=True).distinct()  # fmt: skip
    known = {name for mapping in earlier for name in brought(mapping)}
    return [name for name in fields() if name in known.difference(now, {WHOLE})]


def rows_to_mend(delivery: UUID) -> PartnerFile | None:
    """The refused rows of a delivery, as a file, as long as they are kept."""
    return PartnerFile.objects.filter(Exists(FULL), delivery=delivery).first()


def profiles(organisation: int) -> QuerySet[FileProfile]:
    """The mappings that an organisation kept, by name."""
    return FileProfile.objects.filter(organisation=organisation)


def profile(organisation: int, name: str) -> FileProfile | None:
    return profiles(organisation).filter(name=name).first()


def fitting_profile(organisation: int, columns: Collection[str]) -> FileProfile | None:
    """The kept mapping that knows the most of a file's columns, half of them at least, and none
    that the file has not."""
    fits = [
        each for each in profiles(organisation)
        if len(columns) <= 2 * len(names := each.columns()) and names <= set(columns)
    ]  # fmt: skip
    return max(fits, key=lambda each: len(each.columns()), default=None)
