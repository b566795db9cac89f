"""What the tests of taking in stand on: a processing, a registrar, and files of invented rows."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import BinaryIO

from samen.accounts.models import Organisation, User
from samen.core.registration import guess_mapping, mapping_of, open_table
from samen.core.terms import Ground, MemberRole, OrganisationKind, Scope
from samen.purposes import actions
from samen.purposes.actions import Part, Plan
from samen.purposes.inside import Purpose, inside
from samen.purposes.models import Membership, Processing
from samen.register.actions_of_files import Reading, take_in_file
from samen.register.known_fields import fields
from samen.register.models import Delivery

DAY, START = date(2021, 11, 17), date(2021, 1, 1)
NOW = datetime(2021, 11, 17, 12, tzinfo=UTC)
HEAD = "registratienummer;voornaam;achternaam;geboortedatum;geslacht;telefoon"
ROWS = (
    "P1;Anna;van der Vermeulen;17-05-1988;vrouw;06 12345678",
    "P2;Bogdan;Petrov;1990;man;",
    "P3;Chidi;Okonkwo;30-02-1991;man;",
)


@dataclass(frozen=True)
class Setting:
    """One processing on two grounds, with a member of each role, all seeing all of it."""

    processing: Processing
    organisation: Organisation
    members: dict[MemberRole, Membership]

    @contextmanager
    def inside(
        self, role: MemberRole = MemberRole.REGISTRAR, ground: Ground = Ground.AVG6E,
        today: date = DAY,
    ) -> Iterator[Purpose]:  # fmt: skip
        part = self.members[role]
        with inside(membership=part.pk, user=part.user_id, ground=ground, today=today) as purpose:
            yield purpose


def make_setting(name: str = "Meldingen", organisation: str = "dienst Voorbeeld") -> Setting:
    """Everything, made through the actions as the site makes it."""
    body, _ = Organisation.objects.get_or_create(name=organisation, kind=OrganisationKind.AGENCY)
    plan = Plan(name, "Zicht op wie hulp nodig heeft", frozenset({Ground.AVG6E, Ground.WPG10}),
                frozenset({body.pk}), START, date(2022, 6, 1), kept_months=24)  # fmt: skip
    processing = actions.open_processing(plan, today=START)
    members = {}
    for role in MemberRole:
        email = f"{role}-{processing.pk}@voorbeeld.example"
        person = User.objects.create_user(email, None, name=f"{role} Voorbeeld".title())
        part = Part(body.pk, role, Scope.NATIONAL, START)
        members[role] = actions.add_member(
            part, user=person.pk, processing=processing.pk, today=START
        )
    return Setting(processing, body, members)


def csv_file(rows: Iterable[str] = ROWS, head: str = HEAD) -> io.BytesIO:
    return io.BytesIO("\n".join([head, *rows, ""]).encode())


def reading_of(stream: BinaryIO) -> Reading:
    """The guessed mapping of a file."""
    stream.seek(0)
    table = open_table(stream)
    guesses = guess_mapping(table.names, next(table.batches(), None), fields())
    stream.seek(0)
    return Reading(mapping_of(guesses))


def taken(purpose: Purpose, stream: BinaryIO, *, now: datetime = NOW) -> Delivery:
    """A file taken in under its guessed mapping."""
    reading = reading_of(stream)
    return take_in_file(purpose, stream=stream, name="melding.csv", reading=reading, now=now)
