"""Who answers for an entry."""

from django.db import transaction

from samen.programme.actions.wording import plain
from samen.programme.models import Entry, Owner


@transaction.atomic
def set_owners(*, entry: int, owners: tuple[str, ...], inferred: bool = False) -> None:
    """Let these offices and organisations answer for an entry, and no others."""
    names = list(dict.fromkeys(name for name in map(plain, owners) if name))
    row = Entry.objects.select_for_update().get(pk=entry)
    row.owners.exclude(name__in=names).delete()
    for name in names:
        Owner.objects.update_or_create(entry=row, name=name[:200], defaults={"inferred": inferred})
