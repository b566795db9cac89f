"""Who answers for an entry."""

from django.db import transaction

from samen.accounts import queries as accounts
from samen.accounts.actions import add_organisation
from samen.core.reading.gazetteer import organisation_named
from samen.programme.actions.wording import plain
from samen.programme.models import Entry, Owner


@transaction.atomic
def set_owners(*, entry: int, owners: tuple[str, ...], inferred: bool = False) -> None:
    """Let these offices and organisations answer for an entry, and no others.

    A name that neither the house nor the list of organisations knows ("volgend kabinet")
    owns as it is printed.
    """
    names = list(dict.fromkeys(name[:200] for name in map(plain, owners) if name))
    row = Entry.objects.select_for_update().get(pk=entry)
    row.owners.exclude(name__in=names).delete()
    for name in names:
        office, organisation = known_owner(name)
        Owner.objects.update_or_create(
            entry=row,
            name=name,
            defaults={
                "office_id": office,
                "organisation_id": organisation,
                "inferred": inferred,
            },
        )


def known_owner(name: str) -> tuple[int | None, int | None]:
    """The office and the organisation that a name stands for; None where there is none."""
    office = accounts.office_by_title(name)
    if office is not None:
        return office.pk, office.organisation_id
    organisation = accounts.organisation_by_name(name)
    if organisation is not None:
        return None, organisation.pk
    listed = organisation_named(name)
    if listed is None:
        return None, None
    organisation = accounts.organisation_by_name(listed.name) or add_organisation(
        name=listed.name, kind=listed.kind, abbreviation=listed.abbreviation
    )
    return None, organisation.pk
