"""The demo's second organisation: a municipality that the joint processing may ask without names.

It has a processing and people of its own, and sees nothing of the joint one. Both sides agreed,
each with a member and a privacy officer; who signs in asks, and answers at the other side.
"""

from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from uuid import UUID

from samen.accounts import queries as who
from samen.core.terms import Ground, MemberRole, OrganisationKind
from samen.exchange.actions import approve_peer, connect_peer, propose_peer
from samen.exchange.queries import SeenPeer
from samen.exchange.signing import public_key
from samen.exchange.values import Agreement
from samen.purposes import actions as purposes
from samen.purposes.actions import Plan
from samen.purposes.inside import Purpose
from samen.register.actions_of_files import take_in_file
from samen.site.demo_register import (
    DAY,
    JOINT,
    STARTS,
    TAKEN_IN,
    Member,
    account,
    add_part,
    opened,
    organisation,
    reading_of,
)

BODY, NAME = "Gemeente Voorbeeld", "Hulp aan slachtoffers in de gemeente"
GOAL = "Slachtoffers in de gemeente helpen aan opvang en zorg."
FILE = "gemeenten.csv"
UNTIL = date(2023, 10, 31)
PEOPLE = {
    MemberRole.REGISTRAR: "Gemeente.Registrator",
    MemberRole.ANALYST: "Gemeente.Analist",
    MemberRole.PRIVACY_OFFICER: "Gemeente.Privacy",
}
AGREED = ("Weten wie bij beide om hulp vroeg, zodat hulp op elkaar aansluit.",
          "AVG art. 9 lid 2 onder g", "Besluit DEMO-2022-7")  # fmt: skip


def make_exchange(
    members: list[Member], *, domain: str, folder: Path, port: int
) -> tuple[list[Member], int]:
    """The other organisation with its people and file, and an agreement at each side; its people,
    and how many registrations came in.

    members: of the joint processing. folder: where the partners' files stand.
    """
    body = organisation(BODY, OrganisationKind.MUNICIPALITY)
    plan = Plan(NAME, GOAL, frozenset({Ground.AVG9_2_G}), frozenset({body}), STARTS,
                review=date(2023, 6, 1), end=None, kept_months=12)  # fmt: skip
    processing = purposes.open_processing(plan, today=STARTS).pk
    theirs = [_member(role, domain, body, processing) for role in PEOPLE]
    with _opened(theirs, MemberRole.REGISTRAR) as purpose, (folder / FILE).open("rb") as stream:
        reading = reading_of(folder, FILE)
        taken = take_in_file(purpose, stream=stream, name=FILE, reading=reading, now=TAKEN_IN)
    own = who.organisation_by_name("CoMensha")
    sides = (members, body), (theirs, own.pk if own else 0)
    made = [_proposed(side, other) for side, other in sides]
    for (side, _other), peer, far in zip(sides, made, reversed(made), strict=True):
        _connected(side, peer, far, port)
    return theirs, taken.added


def _member(role: MemberRole, domain: str, body: int, processing: UUID) -> Member:
    member = account(PEOPLE[role], role, body=body, domain=domain)
    add_part(member, body=body, processing=processing)
    return member


def _opened(members: list[Member], role: MemberRole) -> AbstractContextManager[Purpose]:
    """The processing of a side, as its member of a role opens it."""
    member = next(each for each in members if each.role is role)
    return opened(member, JOINT, NAME)


def _proposed(members: list[Member], other: int) -> SeenPeer:
    goal, article, decision = AGREED
    with _opened(members, MemberRole.ANALYST) as purpose:
        return propose_peer(purpose, Agreement(other, goal, article, decision, DAY, UNTIL))


def _connected(members: list[Member], peer: SeenPeer, far: SeenPeer, port: int) -> None:
    address = f"http://127.0.0.1:{port}/zonder-namen/aan/{far.pk}/"
    with _opened(members, MemberRole.ANALYST) as purpose:
        connect_peer(purpose, peer.pk, address=address, key=public_key(far.pk))
    with _opened(members, MemberRole.PRIVACY_OFFICER) as purpose:
        approve_peer(purpose, peer.pk)
