"""What may be asked about partners' files, inside a purpose."""

from collections.abc import Callable, Collection
from uuid import UUID

from django.db.models import QuerySet

from samen.core.terms import LogAct
from samen.purposes.inside import Purpose
from samen.register.models import Delivery, FilePiece, FileProfile, PartnerFile


def waiting_file(number: UUID) -> PartnerFile | None:
    """A file that was given and is not taken in yet; None when the purpose does not show it."""
    waits = FilePiece.objects.filter(file=number).exclude(content=b"").exists()
    return PartnerFile.objects.filter(pk=number, delivery=None).first() if waits else None


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


def rows_to_mend(delivery: UUID) -> PartnerFile | None:
    """The refused rows of a delivery, as a file, as long as they are kept."""
    return PartnerFile.objects.filter(delivery=delivery).first()


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
