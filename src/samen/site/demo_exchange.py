"""The demo's second organisation: a municipality that the joint processing may ask without names.

It has a processing and people of its own, and sees nothing of the joint one. Both sides agreed,
each with a member and a privacy officer; who signs in asks, and answers at the other side.
"""

import secrets
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from uuid import UUID

from samen.accounts import actions as accounts
from samen.accounts import queries as who
from samen.core.registration import read_profile
from samen.core.terms import Ground, MemberRole, OrganisationKind, Role, Scope
from samen.exchange.actions import approve_peer, connect_peer, propose_peer
from samen.exchange.queries import SeenPeer
from samen.exchange.signing import public_key
from samen.exchange.values import Agreement
from samen.purposes import actions as purposes
from samen.purposes.actions import Part, Plan
from samen.purposes.inside import Purpose, inside
from samen.purposes.queries import memberships_of
from samen.register.actions_of_files import Reading, take_in_file
from samen.register.known_fields import fields
from samen.site.demo_register import DAY, JOINT, STARTS, TAKEN_IN, Member
from samen.site.simulation import PROFILES_FOLDER

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
    body = _body()
    plan = Plan(NAME, GOAL, frozenset({Ground.AVG9_2_G}), frozenset({body}), STARTS,
                review=date(2023, 6, 1), end=None, kept_months=12)  # fmt: skip
    processing = purposes.open_processing(plan, today=STARTS).pk
    theirs = [_member(role, domain, body, processing) for role in PEOPLE]
    with _opened(theirs, MemberRole.REGISTRAR) as purpose, (folder / FILE).open("rb") as stream:
        profile = (folder / PROFILES_FOLDER / f"{Path(FILE).stem}.json").read_text("utf-8")
        reading = Reading(read_profile(profile, fields()))
        taken = take_in_file(purpose, stream=stream, name=FILE, reading=reading, now=TAKEN_IN)
    own = who.organisation_by_name("CoMensha")
    sides = (members, body), (theirs, own.pk if own else 0)
    made = [_proposed(side, other) for side, other in sides]
    for (side, _other), peer, far in zip(sides, made, reversed(made), strict=True):
        _connected(side, peer, far, port)
    return theirs, taken.added


def _body() -> int:
    found = who.organisation_by_name(BODY)
    return (
        found
        or accounts.add_organisation(name=BODY, kind=OrganisationKind.MUNICIPALITY, abbreviation="")
    ).pk


def _member(role: MemberRole, domain: str, body: int, processing: UUID) -> Member:
    email = f"{PEOPLE[role].lower()}@{domain}"
    invitation = accounts.invite_user(
        email=email, name=f"Demo {PEOPLE[role].replace('.', ' ')}", organisation=body,
        role=Role.READER, today=STARTS,
    )  # fmt: skip
    password = secrets.token_urlsafe(12)
    accounts.set_first_password(number=invitation.number, token=invitation.token, password=password)
    person = who.person_by_email(email)
    scope = Scope.ORGANISATION if role is MemberRole.REGISTRAR else Scope.NATIONAL
    part = Part(body, role, scope, STARTS)
    purposes.add_member(part, user=person.pk if person else 0, processing=processing, today=STARTS)
    return Member(role, email, password)


def _opened(members: list[Member], role: MemberRole) -> AbstractContextManager[Purpose]:
    """The processing of a side, as its member of a role opens it."""
    email = next(each.email for each in members if each.role is role)
    person = who.person_by_email(email)
    user = person.pk if person else 0
    part = next(
        each for each in memberships_of(user, on=DAY) if each.processing.name in (JOINT, NAME)
    )
    return inside(membership=part.pk, user=user, ground=Ground.AVG9_2_G, today=DAY)


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
