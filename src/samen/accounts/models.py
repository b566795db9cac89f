"""Who is who: organisations, their offices, the people in them, and who may do what."""

from typing import ClassVar

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Func, Q
from django.db.models.functions import Now

from samen.core.terms import OrganisationKind, Role


class DateRange(Func):
    """The SQL range of two dates, the last one included."""

    function = "DATERANGE"
    output_field = DateRangeField()


def period(start: str = "start", end: str = "end") -> DateRange:
    return DateRange(start, end, models.Value("[]"))


@pghistory.track()
class Organisation(models.Model):
    """A body that takes part in the programme: a ministry, the police, a municipality, an NGO.

    A row appears when the body first owns something or registers somebody; it never goes,
    it ends.

    Personal data: none.
    """

    name = models.CharField(max_length=200, unique=True)
    abbreviation = models.CharField(max_length=20, blank=True, default="")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in OrganisationKind])
    email = models.EmailField(blank=True, default="", help_text="Where questions of a round go.")
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Office(models.Model):
    """An office that can own a promise, whoever holds it: a minister, a state secretary.

    A row appears when the office first signs or owns something; it never goes.

    Personal data: none.
    """

    title = models.CharField(max_length=200, unique=True)
    short = models.CharField(max_length=60, blank=True, default="")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="offices")

    class Meta:
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Tenure(models.Model):
    """A person who holds an office for a period.

    A row appears at an appointment and gets its end at the leaving. No office has two
    holders on one day.

    Personal data: name of a public office holder; kept: always, as part of public papers;
    source: Archiefwet 1995, art. 3.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="tenures")
    holder = models.CharField(max_length=120)
    start = models.DateField()
    end = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="tenure_one_holder_a_day",
                expressions=[("office", RangeOperators.EQUAL), (period(), RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=models.F("start")), name="tenure_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder}, {self.office.title}"


class Users(BaseUserManager["User"]):
    """Makes accounts; the address is the name to sign in with."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """A person who may sign in.

    A row appears at an invitation. It is closed, not removed, when the person leaves, so
    that the trail of decisions keeps its names. Two years later it is emptied: what is left
    is "account 12", so that the trail still tells one person from another.

    Who has more than one account is one person: `same_as` is the first of them, and who decides on
    what one account asked is no other account of that person.

    Personal data: name, work address, organisation; kept: until two years after closing;
    source: AVG art. 5 lid 1 onder e.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="users")
    same_as = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(db_default=Now())
    closed_on = models.DateField(null=True, blank=True)
    emptied_on = models.DateField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[Users] = Users()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class RoleGrant(models.Model):
    """A role that a person has for a period, given by somebody.

    A row appears when the role is given and gets its end when it is taken away.

    Personal data: who may do what; kept: as long as the account has a name; source: AVG
    art. 5 lid 2.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role])
    start = models.DateField()
    end = models.DateField(null=True, blank=True)
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="grant_once_a_day",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    (period(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"
