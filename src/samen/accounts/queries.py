"""What other rooms may ask: who is who, who holds which office, who may do what."""

from collections.abc import Collection
from datetime import date

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Lower

from samen.accounts.models import Office, Organisation, RoleGrant, Tenure, User
from samen.core.terms import Role

OF_PERSON = "SELECT accounts_of_person(%s)"
TWO_PERSONS = (
    "SELECT EXISTS (SELECT FROM unnest(%(of)s::bigint[]) one, unnest(%(of)s::bigint[]) other"
    " WHERE NOT accounts_same_person(one, other))"
)
NAMESAKE = (
    "SELECT id FROM accounts_user WHERE accounts_name_key(name) = accounts_name_key(%s)"
    " ORDER BY id LIMIT 1"
)


def holds(on: date) -> Q:
    """The condition that a period with `start` and `end` (the last day) holds on a day."""
    return Q(start__lte=on) & (Q(end__isnull=True) | Q(end__gte=on))


def roles_of(user: int, on: date) -> frozenset[Role]:
    """The roles that a person has on a day. user: the account's number."""
    grants = RoleGrant.objects.filter(holds(on), user=user, user__is_active=True)
    return frozenset(Role(value) for value in grants.values_list("role", flat=True))


def people() -> QuerySet[User]:
    """Every account, closed ones too, with its organisation."""
    return User.objects.select_related("organisation").order_by("name")


def people_with_roles(*, on: date) -> QuerySet[User]:
    """Every account with its grants of one day in `grants_on_day`."""
    grants = Prefetch("grants", RoleGrant.objects.filter(holds(on)), to_attr="grants_on_day")
    return people().prefetch_related(grants)


def people_with_role(role: Role, *, on: date) -> QuerySet[User]:
    """The open accounts that have a role on a day."""
    grants = RoleGrant.objects.filter(holds(on), role=role)
    return people().filter(is_active=True, pk__in=grants.values("user"))


def administrators(*, on: date) -> QuerySet[User]:
    """Who can give access."""
    return people_with_role(Role.ADMINISTRATOR, on=on)


def person(number: int) -> User | None:
    return people().filter(pk=number).first()


def person_by_email(email: str) -> User | None:
    """The account with this address; None also for what can be no address."""
    if "\x00" in email:
        return None
    return people().filter(email__iexact=email.strip()).first()


def accounts_of_person(number: int) -> frozenset[int]:
    """All accounts of the person who has this one: those that are noted to be the same person's,
    and those with the same name, of which nobody can know that they are two persons'."""
    with connection.cursor() as cursor:
        cursor.execute(OF_PERSON, [number])
        return frozenset(each for (each,) in cursor.fetchall())


def are_two_persons(numbers: Collection[int]) -> bool:
    """Whether these accounts are of two persons or more."""
    with connection.cursor() as cursor:
        cursor.execute(TWO_PERSONS, {"of": list(numbers)})
        return bool(cursor.fetchone()[0])


def namesake(name: str) -> User | None:
    """An account with this name, however it is spaced; a closed one too."""
    with connection.cursor() as cursor:
        cursor.execute(NAMESAKE, [name])
        row = cursor.fetchone()
    return person(row[0]) if row else None


def grants_of(user: int) -> QuerySet[RoleGrant]:
    """All grants of a person, newest first, ended ones too."""
    return (
        RoleGrant.objects.filter(user=user).select_related("granted_by").order_by("-start", "role")
    )


def organisations() -> QuerySet[Organisation]:
    """All bodies by name, ended ones too; "gemeenten" stands between F and H."""
    return Organisation.objects.order_by(Lower("name"))


def organisation_by_name(name: str) -> Organisation | None:
    """The body with this name or abbreviation, whatever the case."""
    found = Organisation.objects.filter(name__iexact=name.strip()).first()
    return found or (
        Organisation.objects.exclude(abbreviation="")
        .filter(abbreviation__iexact=name.strip())
        .first()
    )


def organisation(number: int) -> Organisation | None:
    return Organisation.objects.filter(pk=number).first()


def offices() -> QuerySet[Office]:
    """All offices with their body and their holders, latest first."""
    holders = Prefetch("tenures", Tenure.objects.order_by("-start"))
    return Office.objects.select_related("organisation").prefetch_related(holders)


def office(number: int) -> Office | None:
    return offices().filter(pk=number).first()


def office_by_title(title: str) -> Office | None:
    """The office with this title or short title, whatever the case."""
    named = Q(title__iexact=title.strip()) | Q(short__iexact=title.strip())
    return offices().filter(named).first() if title.strip() else None


def holder_on(office: int, day: date) -> str | None:
    """The name of who held an office on a day; None when nobody did."""
    found = Tenure.objects.filter(holds(day), office=office).first()
    return found.holder if found else None
