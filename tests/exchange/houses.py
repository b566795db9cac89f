"""Two organisations with a processing each, an agreement at each side, and invented persons.

Both live in one database, and know nothing of one another but through a real server.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import psycopg
from django.db import connection

from samen.core.terms import MemberRole
from samen.exchange.actions import approve_peer, connect_peer, propose_peer
from samen.exchange.models import Peer
from samen.exchange.signing import public_key
from samen.exchange.values import Agreement
from samen.register.models import Registration
from samen.register.values import Row
from samen.site.database import with_database
from tests.linkage.people import person, registered
from tests.register.given_files import DAY, Setting, make_setting
from tests.superuser import superuser_url

ANALYST, OFFICER = MemberRole.ANALYST, MemberRole.PRIVACY_OFFICER
ASKED, SHARED = 24, 3


@dataclass(frozen=True)
class Two:
    """asker, owner: the processing of each. mine, theirs: the agreement at each side. asked, held:
    registrations; the first three of each are of the same people."""

    asker: Setting
    owner: Setting
    mine: Peer
    theirs: Peer
    asked: list[UUID]
    held: list[UUID]


def make_two(server: str) -> Two:
    asker = make_setting("Vragen", "stichting Vraagt")
    owner = make_setting("Dossiers", "dienst Weet")
    mine, theirs = agreed(asker, owner.organisation.pk), agreed(owner, asker.organisation.pk)
    for setting, ours, other in ((asker, mine, theirs), (owner, theirs, mine)):
        connected(setting, ours, f"{server}/zonder-namen/aan/{other.pk}/", public_key(other.pk))
    asked = in_order(asker, people("a"))
    held = in_order(owner, [*people("a")[:SHARED], *people("elders")])
    mine.refresh_from_db()
    theirs.refresh_from_db()
    return Two(asker, owner, mine, theirs, asked, held)


def in_order(setting: Setting, rows: Sequence[Row]) -> list[UUID]:
    """The numbers of rows that came in, in the order of these rows."""
    numbers = registered(setting, rows)
    with setting.inside():
        keys = Registration.objects.filter(pk__in=numbers).values_list("source_key", "pk")
        found = dict(keys)
    return [found[row.source_key] for row in rows]


def connected(setting: Setting, ours: Peer, address: str, key: str) -> None:
    """Told where the other one is, and approved by the privacy officer."""
    with setting.inside(ANALYST) as purpose:
        connect_peer(purpose, ours.pk, address=address, key=key)
    with setting.inside(OFFICER) as purpose:
        approve_peer(purpose, ours.pk)


def agreed(setting: Setting, other: int) -> Peer:
    """A house and the number of the organisation that it agrees with."""
    with setting.inside(ANALYST) as purpose:
        return propose_peer(purpose, agreement(other))


def agreement(organisation: int) -> Agreement:
    return Agreement(
        organisation, "Weten wie bij beide bekend is", "AVG art. 6 lid 1 onder e", "besluit 2021-7",
        DAY, DAY.replace(year=DAY.year + 1),
    )  # fmt: skip


def people(which: str) -> list[Row]:
    """As many as are asked about, with names by chance of the letters."""
    letters = "bdfgklmnprstvz"
    return [
        person(
            f"{which}{n}", f"{letters[n % 14]}a{letters[n // 14]}i{which}",
            f"{letters[n % 14]}o{letters[n // 7]}e{which}k",
            f"19{60 + n}-0{len(which)}-{n % 9 + 14}",
            document_number=f"{which}X{1000000 + n * 37}".upper(),
        )
        for n in range(ASKED)
    ]  # fmt: skip


def as_asked_before(days: int, question: UUID) -> None:
    """Let a question be so many days older, as nobody can but who keeps the database."""
    address = with_database(superuser_url(), str(connection.settings_dict["NAME"]))
    with psycopg.connect(address) as keeper:
        keeper.execute("SET session_replication_role = replica")
        keeper.execute(
            'UPDATE exchange_exchangequestion SET "on" = %s WHERE id = %s',
            [DAY - timedelta(days=days), question],
        )
