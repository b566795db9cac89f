"""The acts on partners' files: given, read, taken in, and given back to mend.

A file waits in pieces below the policies, as what is read from it. While it is read it stands
on the machine's disk without a name, and goes with the process. When it is taken in its pieces
are emptied in the same transaction.
"""

import hashlib
import json
import os
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from tempfile import TemporaryFile
from typing import BinaryIO
from uuid import UUID

from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Refused, TooBig
from samen.core.registration.checking import ON_CONSENT, Check
from samen.core.registration.columns import Batch
from samen.core.registration.mapping import Mapping, read_profile
from samen.core.registration.mending import SUFFIXES, MendingFile
from samen.core.registration.own_law import laws_said
from samen.core.registration.own_words import IN_WORDS
from samen.core.registration.problems import Language
from samen.core.registration.readers import open_table
from samen.core.registration.readers.hidden import Hidden, stretches
from samen.core.registration.summary import Summary
from samen.core.terms import LogAct, Regime, RegistrationKind
from samen.purposes.inside import Purpose
from samen.purposes.keeping import Due
from samen.register.actions import allowed, bound, dues, take_in
from samen.register.actions_of_shelter import sealer
from samen.register.copying import Ready, ready
from samen.register.filling import filled
from samen.register.known_fields import fields
from samen.register.models import Delivery, FilePiece, FileProfile, PartnerFile, Registration
from samen.register.queries_of_files import known_keys, rows_to_mend

PIECE = 4 << 20
MOST_BYTES = 1 << 30
MOST_OF_A_SIGN = 5
"""Signs of what stands for no value, such as X or n.v.t."""
KEPT_DAYS = 30
"""How long a file waits, and its refused rows can be fetched."""

type Told = Callable[[int, int, int], None]
"""Is told how far a file is read: rows, and bytes of bytes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read. kind: of the rows that do not say their own. provided: somebody says
    that rows under another law were provided for this purpose (Wpg art. 16 to 20)."""

    mapping: Mapping
    kind: RegistrationKind = RegistrationKind.VICTIM
    provided: bool = False

    def as_data(self) -> dict[str, object]:
        said = {"provided": True} if self.provided else {}
        return {"kind": str(self.kind), **said, **json.loads(self.mapping.as_json())}


def read_reading(text: str) -> Reading:
    """How a file is read, from a profile as it was kept or stands in a file. Raises BadInput."""
    mapping, said = read_profile(text, fields()), json.loads(text)
    try:
        kind = RegistrationKind(said.get("kind", RegistrationKind.VICTIM))
    except ValueError as error:
        raise BadInput(
            _("The profile names a kind of registration that is not there."), "",
            _("Keep it again on the page of the columns."),
        ) from error  # fmt: skip
    return Reading(mapping, kind, said.get("provided") is True)


def say_nothing(_rows: int, _at: int, _size: int) -> None:
    """Told how far a file is, where nobody waits."""


def give_file(purpose: Purpose, *, stream: BinaryIO, name: str, now: datetime) -> PartnerFile:
    """Keep a file until it is taken in. Raises TooBig, and BadInput for one that is no table."""
    size = stream.seek(0, os.SEEK_END)
    if size > MOST_BYTES:
        raise TooBig(
            _("The file is {size} MB."), _("At most {most} MB is allowed."),
            _("Split the file."), size=size >> 20, most=MOST_BYTES >> 20,
        )  # fmt: skip
    stream.seek(0)
    open_table(stream)
    given = _keep(purpose, stream, name, now)
    purpose.note(LogAct.WRITE, [given.pk], ["file"])
    return given


def _keep(
    purpose: Purpose, stream: BinaryIO, name: str, now: datetime, delivery: UUID | None = None
) -> PartnerFile:
    last = min(dues(purpose).remove, purpose.day + timedelta(days=KEPT_DAYS))
    every = bound(purpose, Due(last, last)) | {"region": purpose.membership.region}
    sha256, size = _digest(stream)
    with allowed():
        given = PartnerFile.objects.create(
            **every, name=name[:200], sha256=sha256, size=size, delivery=delivery, given_at=now
        )
        place = 0
        while content := stream.read(PIECE):
            FilePiece.objects.create(**every, file=given.pk, place=place, content=content)
            place += 1
    return given


def _digest(stream: BinaryIO) -> tuple[str, int]:
    """The SHA-256 of a stream and its bytes; it is wound back."""
    stream.seek(0)
    found = hashlib.sha256()
    while content := stream.read(PIECE):
        found.update(content)
    size = stream.tell()
    stream.seek(0)
    return found.hexdigest(), size


def take_in_file(
    purpose: Purpose,
    *,
    stream: BinaryIO,
    name: str,
    reading: Reading,
    now: datetime,
    language: Language = "nl",
    told: Told = say_nothing,
) -> Delivery:
    """Take in a file, whole or not at all; its refused rows are kept to mend.

    The same file under the same mapping changes nothing: the delivery of then is returned.
    Raises BadInput for a file that breaks off or does not fit the mapping, Refused for one that
    says that it is under another law, and where known numbers would become other persons.
    """
    sha256, size = _digest(stream)
    table = open_table(stream)
    known = known_keys(purpose) if purpose.ground in ON_CONSENT else set()
    check = Check(table.names, reading.mapping, fields(), purpose.day, purpose.ground, known)
    region, seal = purpose.membership.region, sealer(purpose)
    with TemporaryFile() as bad:
        mending = MendingFile(bad, table.layout, table.names, language)

        def batches() -> Iterator[Ready]:
            for batch in table.batches():
                if not reading.provided:
                    _refuse_other_laws(batch, purpose.regime)
                checked = check.check(batch)
                mending.add(checked)
                rows = filled(checked, kind=reading.kind, region=region, seal=seal)
                yield ready(rows, may_repeat=not checked.is_numbered)

        def followed() -> Iterator[Ready]:
            for batch in ahead(batches()):
                yield batch
                told(check.summary().rows, min(stream.tell(), size), size)

        delivery = take_in(
            purpose, name=name, sha256=sha256, mapping=reading.as_data(), batches=followed(),
            now=now,
        )  # fmt: skip
        if delivery.received_at == now:
            mending.close()
            found = check.summary()
            taken = {each.column for each in reading.mapping.columns}
            hidden = {"hidden": hidden_findings(table.layout.hidden, taken)}
            delivery.refused = found.refused
            delivery.findings |= findings(found) | hidden | {"remarks": _remarks(delivery, found)}
            delivery.save(update_fields=["refused", "findings"])
            if mending.rows:
                suffix = SUFFIXES[table.layout.format]
                _keep(purpose, bad, f"{name.rpartition('.')[0] or name}-verbeteren.{suffix}"[-200:],
                      now, delivery.pk)  # fmt: skip
    return delivery


def _refuse_other_laws(batch: Batch, regime: Regime) -> None:
    if laws_said(batch) - {regime}:
        raise Refused(
            _("The file says that its rows are under another law than this ground."),
            _("Police data go to others only under articles 16 to 20 of the Wpg."),
            _("Choose another ground, or say that they were provided for this purpose: on the "
              "page of the columns, or with --provided."),
        )  # fmt: skip


def ahead[T](items: Iterator[T]) -> Iterator[T]:
    """The items, of which the next is made while the database takes in the last."""
    with ThreadPoolExecutor(1) as maker:
        coming = maker.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = maker.submit(next, items, None)
            yield item


def _remarks(delivery: Delivery, found: Summary) -> dict[str, list[list[object]]]:
    """By problem the rows that were taken in with a remark, each with its registration; "" where
    that says nothing new, or the number came again further on."""
    rows = {row for named in found.remarks.values() for row in named}
    held = Registration.objects.filter(delivery=delivery.pk, source_row__in=rows)
    numbers = dict(held.values_list("source_row", "pk")) if rows else {}
    return {
        str(problem): [[row, str(numbers.get(row, ""))] for row in named]
        for problem, named in found.remarks.items()
    }


def findings(found: Summary) -> dict[str, object]:
    """What is told of a file afterwards: rows by problem, and columns that look odd."""
    return {
        "flagged": found.flagged,
        "problems": {str(problem): n for problem, n in found.problems.items()},
        "columns": [
            [each.column, each.field, str(oddity), round(100 * each.fits)]
            for each in found.columns
            for oddity in each.oddities
        ],
    }


def hidden_findings(hidden: Hidden, columns: Collection[str]) -> dict[str, object]:
    """What is told of what a workbook hides: how many rows and sheets, which rows, and which of
    these columns. Empty where it hides nothing of that."""
    own = [name for name in hidden.columns if name in columns]
    if not (hidden.rows or own or hidden.sheets):
        return {}
    return {"rows": len(hidden.rows), "which": stretches(hidden.rows), "columns": own,
            "sheets": len(hidden.sheets)}  # fmt: skip


def decide_reading(purpose: Purpose, file: UUID, reading: Reading) -> None:
    """Note how a file that waits is to be taken in: with the file, for both go on its day."""
    PartnerFile.objects.filter(pk=file).update(reading=reading.as_data())
    purpose.note(LogAct.WRITE, [file], ["file"])


def empty_file(file: UUID) -> None:
    """Empty a file that was taken in: its pieces, and how it was read."""
    FilePiece.objects.filter(file=file).update(content=b"")
    PartnerFile.objects.filter(pk=file).update(reading=None)


def put_away(purpose: Purpose, delivery: UUID, *, mended: UUID | None = None) -> None:
    """Empty the rows to mend of a delivery: they came back mended, in another, or never will."""
    found = Delivery.objects.filter(pk=delivery).first()
    file = rows_to_mend(delivery)
    if found is None or file is None:
        return
    with allowed():
        empty_file(file.pk)
        found.findings["mended"] = str(mended or "")
        found.save(update_fields=["findings"])
    purpose.note(LogAct.WRITE, [file.pk], ["file"])


def keep_profile(purpose: Purpose, *, name: str, reading: Reading) -> FileProfile:
    """Keep a mapping under a name for the organisation's next file; the same name is written
    over. Whether rows of another law were provided is said of each file anew."""
    if not name.strip():
        raise BadInput(_("The profile has no name."), "", _("Give it a name."))
    kept, _made = FileProfile.objects.update_or_create(
        organisation_id=purpose.membership.organisation_id, name=name.strip()[:80],
        defaults={"mapping": Reading(_without_words(reading.mapping), reading.kind).as_data()},
    )  # fmt: skip
    return kept


def _without_words(mapping: Mapping) -> Mapping:
    """A mapping without what rows said instead of a value, but for short signs: a profile stays
    for ever, and what is longer may name somebody. It is asked of the next file again."""
    return replace(mapping, columns=tuple(
        each if fields()[each.field].form in IN_WORDS else replace(
            each, converter=replace(each.converter, codes={
                word: means for word, means in each.converter.codes.items()
                if len(word) <= MOST_OF_A_SIGN
            }),
        )
        for each in mapping.columns
    ))  # fmt: skip
