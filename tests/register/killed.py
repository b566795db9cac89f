"""Acts on the register in a process that may be killed, and what must be true afterwards.

Everything is looked at through the doors, as a member sees it. An act that was done writes what
it made to a pipe: that is its acknowledgement. What was not acknowledged may be there, but whole.
"""

import os
import time
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from random import Random
from uuid import UUID

from django.db import connection

from samen.accounts.models import Organisation, User
from samen.core.terms import Ground, KeepingAct, LogAct, MemberRole, OrganisationKind, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part, Plan
from samen.purposes.inside import Purpose
from samen.purposes.models import Destruction
from samen.purposes.queries import entries
from samen.register.actions_of_keeping import destroy_due
from samen.register.actions_of_provision import Wanted, provide
from samen.register.models import Delivery, Provision, Registration, RegistrationVersion
from tests.register.given_files import DAY, NOW, START, Setting, csv_file, taken

ROWS = 2_000
THEIR_FILE = 1
"""Beside the persons, an entry of what was destroyed names the file that brought them."""
LATER = date(2040, 1, 1)
"""When all that came in is due."""


@dataclass
class Trial:
    """One processing of the police, with all that is done in it.

    spent: how long each act took when nothing ended it. acknowledged: how many were done before
    the kill came.
    """

    setting: Setting
    recipient: int
    chance: Random
    number: int = 0
    acknowledged: int = 0
    spent: dict[str, float] = field(default_factory=dict)

    def inside(self, role: MemberRole = MemberRole.REGISTRAR) -> AbstractContextManager[Purpose]:
        return self.setting.inside(role, Ground.WPG8)

    def take(self) -> str:
        """A file of its own comes in."""
        rows = (f"P{self.number}-{n};Anna;Vermeulen;1988;vrouw;" for n in range(ROWS))
        with self.inside() as purpose:
            delivery = taken(purpose, csv_file(rows))
        return str(delivery.pk)

    def destroy(self) -> str:
        """All that is due goes."""
        return str(destroy_due(today=LATER))

    def give(self) -> str:
        """Three registrations are provided."""
        with self.inside() as purpose:
            some = tuple(Registration.objects.values_list("pk", flat=True)[:3])
            wanted = Wanted(self.recipient, some, frozenset({"person"}), "opvang en registratie")
            made = provide(purpose, wanted, now=NOW)
        return str(made.pk)

    def prepare(self, act: str) -> None:
        """What the act needs: something to destroy or to provide."""
        self.number += 1
        with self.inside():
            is_empty = not Registration.objects.exists()
        if act != "take" and is_empty:
            self.take()
            self.number += 1

    def one(self, act: str, kill: Callable[[int], None]) -> list[str]:
        """One act, ended at a moment that nobody chose; what is wrong afterwards.

        kill: ends the child, whose number it is given, or the database below it.
        """
        self.prepare(act)
        if act not in self.spent:
            began = time.monotonic()
            getattr(self, act)()
            self.spent[act] = time.monotonic() - began
            self.prepare(act)
        child, pipe = self._started(act)
        time.sleep(self.chance.uniform(0, 1.3 * self.spent[act]))
        kill(child)
        os.waitpid(child, 0)
        with os.fdopen(pipe) as said:
            words = said.read()
        self.acknowledged += bool(words)
        return self.faults() + self._lost(act, words)

    def _started(self, act: str) -> tuple[int, int]:
        """A process that does the act; what it says when it is done comes out of the pipe."""
        connection.close()
        ours, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.write(theirs, getattr(self, act)().encode())
            finally:
                os._exit(0)
        os.close(theirs)
        return child, ours

    def _lost(self, act: str, said: str) -> list[str]:
        if not said:
            return []
        with self.inside():
            is_there = {
                "take": lambda: Delivery.objects.filter(pk=UUID(said)).exists(),
                "give": lambda: Provision.objects.filter(pk=UUID(said)).exists(),
                "destroy": lambda: not Registration.objects.exists(),
            }[act]()
        return [] if is_there else [f"{act} was acknowledged and is not there"]

    def faults(self) -> list[str]:
        """What is half done: of a file, of what is due, of a provision, of the log."""
        with self.inside():
            files = dict(Delivery.objects.values_list("pk", "added"))
            rows = Counter(Registration.objects.values_list("delivery_id", flat=True))
            kept = Registration.objects.values("pk")
            orphans = RegistrationVersion.objects.exclude(registration__in=kept).count()
            provided = Provision.objects.count()
        with self.inside(MemberRole.PRIVACY_OFFICER) as purpose:
            log = list(entries(purpose))
        gone: Counter[str] = Counter()
        for each in Destruction.objects.filter(act=KeepingAct.DESTROYED):
            gone[each.table.removeprefix("register_")] += each.rows
        told = {
            "files and their rows": (files, dict(rows)),
            "rows of a file": (set(files.values()) - {ROWS}, set()),
            "versions without their registration": (orphans, 0),
            "files in the log": (
                sum(e.act == LogAct.WRITE for e in log), len(files) + gone["delivery"]
            ),
            "rows destroyed": (
                (len(files) + gone["delivery"]) * ROWS, sum(rows.values()) + gone["registration"]
            ),
            "persons destroyed in the log": (
                sum(len(e.subjects) - THEIR_FILE for e in log if e.act == LogAct.DELETE),
                gone["registration"],
            ),
            "provisions in the log": (
                sum(e.act == LogAct.PROVIDE for e in log), provided + gone["provision"]
            ),
            "the chain of the log": (_broken(), []),
        }  # fmt: skip
        return [f"{what}: {one} and {other}" for what, (one, other) in told.items() if one != other]


def _broken() -> list[tuple[int, str]]:
    with connection.cursor() as cursor:
        cursor.execute("select number, fault from purposes_log_faults()")
        return list(cursor.fetchall())


def make_trial(seed: int) -> Trial:
    """A processing of the police, and who may be given data on victims."""
    body = Organisation.objects.create(name="Eenheid Voorbeeld", kind=OrganisationKind.POLICE)
    other = Organisation.objects.create(name="CoMensha", kind=OrganisationKind.NGO)
    plan = Plan("Meldingen", "Hulp", frozenset({Ground.WPG8}), frozenset({body.pk}), START, DAY)
    processing = purposes.open_processing(plan, today=START)
    members = {}
    for role in (MemberRole.REGISTRAR, MemberRole.PRIVACY_OFFICER):
        person = User.objects.create_user(f"{role}@voorbeeld.example", None, name=f"{role} V")
        part = Part(body.pk, role, Scope.NATIONAL, START)
        members[role] = purposes.add_member(
            part, user=person.pk, processing=processing.pk, today=START
        )
    return Trial(Setting(processing, body, members), other.pk, Random(seed))


ACTS = ("take", "destroy", "give")
