"""The demo's second organisation: a municipality that the joint processing may ask without names.

It has a processing and people of its own, and sees nothing of the joint one. Both sides agreed,
each with a member and a privacy officer; who signs in asks, and answers at the other side.
"""

import re
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from uuid import UUID

from samen.accounts import queries as who
from samen.core.terms import Ground, MemberRole, OrganisationKind
from samen.exchange.actions import approve_peer, connect_peer, propose_peer
from samen.exchange.queries import SeenPeer, peers
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
    address_of,
    opened,
    organisation,
    reading_of,
)
from samen.site.demo_register import PEOPLE as PEOPLE_HERE

BODY, NAME = "Gemeente Voorbeeld", "Hulp aan slachtoffers in de gemeente"
GOAL = "Slachtoffers in de gemeente helpen aan opvang en zorg."
FILE = "gemeenten.csv"
UNTIL = date(2023, 10, 31)
HERE = "http://127.0.0.1"
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


def move_to(port: int, *, domain: str) -> None:
    """Let each side find the other at the port where the demo is served now: told by its analyst
    and approved by its privacy officer, as any new address is.

    Left as it is: an agreement that was ended, and the address of another machine.
    """
    for names in PEOPLE_HERE, PEOPLE:
        side = [Member(role, address_of(name, domain), "") for role, name in names.items()]
        if who.person_by_email(side[0].email) is None:
            return
        with _opened(side, MemberRole.ANALYST) as purpose:
            found = [(each, moved(each.address, port)) for each in peers(purpose)]
        for peer, address in found:
            if address != peer.address and peer.approved_by_id and not peer.ended_on:
                _told(side, peer, address, peer.key)


def moved(address: str, port: int) -> str:
    """An address on this machine, at a port; another one stays as it is."""
    return re.sub(rf"^{re.escape(HERE)}:\d+", f"{HERE}:{port}", address)


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
    address = f"{HERE}:{port}/zonder-namen/aan/{far.pk}/"
    _told(members, peer, address, public_key(far.pk))


def _told(members: list[Member], peer: SeenPeer, address: str, key: str) -> None:
    """Told where the other one is, and approved."""
    with _opened(members, MemberRole.ANALYST) as purpose:
        connect_peer(purpose, peer.pk, address=address, key=key)
    with _opened(members, MemberRole.PRIVACY_OFFICER) as purpose:
        approve_peer(purpose, peer.pk)
