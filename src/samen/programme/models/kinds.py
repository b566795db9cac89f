"""The kinds of entries, each with the fields of its own (multi-table inheritance).

The history of a kind's own fields is tracked here, that of the common ones with Entry.
"""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from samen.core.terms import Chamber, Funded, Recurrence
from samen.programme.models.entries import Entry
from samen.programme.models.words import choices, own_history


@pghistory.track(obj_field=own_history())
class Action(Entry):
    """Something done, running or planned for the programme.

    A row appears when a person accepts it from a letter or records it; it never goes.

    Personal data: none.
    """

    plan_line = models.CharField(
        max_length=200, blank=True, default="", help_text="The line of action of the plan."
    )


@pghistory.track(obj_field=own_history())
class Commitment(Entry):
    """A promise to Parliament or another body, in writing or in a debate.

    A row appears when a person accepts it from a letter, records it, or imports it from the
    House; it never goes. Its term stands with its status.

    Personal data: none.
    """

    promised_by = models.CharField(max_length=200, blank=True, default="")
    promised_to = models.CharField(max_length=200, blank=True, default="")
    number = models.CharField(
        max_length=20, blank=True, default="", help_text="Number in the House's register: TZ…."
    )
    foreign_status = models.CharField(
        max_length=40, blank=True, default="", help_text="Status in the House's register."
    )
    foreign_due = models.DateField(null=True, blank=True)
    activity = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number"], condition=~Q(number=""), name="commitment_number"
            ),
        ]


@pghistory.track(obj_field=own_history())
class Motion(Entry):
    """A motion of a chamber; its identity is its paper's number, never a surname.

    A row appears when a person accepts it from a letter, records it, or imports it from the
    House; it never goes.

    Personal data: surnames of movers, public; kept: always; source: Archiefwet 1995, art. 3.
    """

    movers = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    cum_suis = models.BooleanField(default=False)
    chamber = models.CharField(max_length=30, blank=True, default="", choices=choices(Chamber))
    dossier = models.CharField(max_length=10, blank=True, default="")
    suffix = models.CharField(max_length=10, blank=True, default="")
    number = models.CharField(max_length=10, blank=True, default="")
    session_year = models.CharField(max_length=9, blank=True, default="")
    tabled = models.DateField(null=True, blank=True)
    replaces = models.CharField(
        max_length=40, blank=True, default="", help_text="The paper this one replaces: kst-…."
    )
    tk_case = models.CharField(max_length=20, blank=True, default="", help_text="2021Z….")
    tk_document = models.CharField(max_length=20, blank=True, default="", help_text="2021D….")
    tk_status = models.CharField(max_length=80, blank=True, default="")
    tk_settled = models.BooleanField(
        null=True, help_text="Flag of the House's own process, not the cabinet's word."
    )
    tk_verdict = models.CharField(max_length=100, blank=True, default="")
    tk_decision = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["chamber", "dossier", "suffix", "number"],
                condition=~Q(number=""),
                name="motion_identity",
            ),
            models.CheckConstraint(
                condition=Q(number="") | (~Q(dossier="") & ~Q(chamber="")),
                name="motion_number_in_dossier",
            ),
        ]

    @property
    def paper_id(self) -> str:
        """The canonical id (kst-28638-200), or "" for a motion without a number."""
        if not self.number:
            return ""
        parts = ("kst", self.dossier, self.suffix, self.number)
        return "-".join(part for part in parts if part)


@pghistory.track(obj_field=own_history())
class DecisionPending(Entry):
    """A decision that still has to be taken, often by a next cabinet.

    A row appears when a letter leaves the decision open; it never goes, it is done.

    Personal data: none.
    """

    decider = models.CharField(max_length=200, blank=True, default="")


@pghistory.track(obj_field=own_history())
class Amount(Entry):
    """A sum of money, with whether a budget covers it: never a bare number.

    A row appears when a person accepts it from a letter or records it; it never goes.

    Personal data: none.
    """

    value_eur = models.DecimalField(max_digits=18, decimal_places=2)
    from_year = models.PositiveSmallIntegerField(null=True, blank=True)
    until_year = models.PositiveSmallIntegerField(null=True, blank=True)
    recurrence = models.CharField(max_length=20, choices=choices(Recurrence))
    funded = models.CharField(max_length=10, choices=choices(Funded))
    budget_article = models.CharField(max_length=80, blank=True, default="")
    payer = models.CharField(max_length=200, blank=True, default="")
    payee = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_year__isnull=True)
                | Q(from_year__isnull=True)
                | Q(until_year__gte=F("from_year")),
                name="amount_years",
            ),
        ]


@pghistory.track(obj_field=own_history())
class Project(Entry):
    """A project of the programme with a beginning and an end.

    A row appears when a person accepts it from a letter or records it; it never goes.

    Personal data: none.
    """

    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    partners = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(starts__isnull=True) | Q(ends__gte=F("starts")),
                name="project_order",
            ),
        ]


@pghistory.track(obj_field=own_history())
class Publication(Entry):
    """A report, monitor or study that the programme leans on.

    A row appears when a person accepts it from a letter or records it; it never goes.

    Personal data: none.
    """

    publisher = models.CharField(max_length=200, blank=True, default="")
    published_on = models.DateField(null=True, blank=True)
    url = models.CharField(max_length=500, blank=True, default="")


@pghistory.track(obj_field=own_history())
class LegalText(Entry):
    """An article of law that an entry leans on or changes.

    A row appears when a person accepts it from a letter or records it; it never goes.

    Personal data: none.
    """

    regime = models.CharField(max_length=200)
    article = models.CharField(max_length=40, blank=True, default="")
    version = models.CharField(max_length=40, blank=True, default="")
