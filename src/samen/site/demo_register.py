"""The demo's register: two processings, five people who take part, four partners' files.

Everybody and everything in the files is invented (core/simulation). An analyst sees one of
the processings and not the other; a year later nothing is left to see.
"""

import secrets
import shutil
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from samen.accounts import actions as accounts
from samen.accounts import queries as who
from samen.core.matching.acting import STRICT
from samen.core.registration import read_profile
from samen.core.terms import Ground, MemberRole, OrganisationKind, Role, Scope
from samen.linkage.actions import STEPS, decide, link_all
from samen.purposes import actions as purposes
from samen.purposes.actions import Part, Plan
from samen.purposes.inside import Purpose, inside
from samen.purposes.queries import memberships_of
from samen.register.actions_of_files import Reading, keep_profile, take_in_file
from samen.register.known_fields import fields
from samen.site.database import ROOT
from samen.site.simulation import PARTNERS_FOLDER, PROFILES_FOLDER, Order, write_nation

STARTS, ENDS = date(2022, 1, 1), date(2023, 11, 14)
DAY = date(2022, 11, 15)
TAKEN_IN = datetime(2022, 11, 15, 9, tzinfo=UTC)
PERSONS = 1500
PEOPLE = {
    MemberRole.REGISTRAR: "Registrator",
    MemberRole.ANALYST: "Analist",
    MemberRole.CASE_HOLDER: "Zaakhouder",
    MemberRole.PRIVACY_OFFICER: "Privacyfunctionaris",
}
SECOND_OFFICER = "Tweede privacyfunctionaris"
"""Of who asks what is held about them one officer notes it and another decides."""
JOINT, THEMATIC = "Gezamenlijk slachtofferbeeld", "Themaverwerking mensenhandel"
FILES = {
    "comensha.csv": (JOINT, "CoMensha", OrganisationKind.NGO),
    "opvang.json": (JOINT, "Opvang Voorbeeld", OrganisationKind.NGO),
    "politie.csv": (THEMATIC, "Politie", OrganisationKind.POLICE),
    "controle.csv": (JOINT, "Arbeidsinspectie Voorbeeld", OrganisationKind.AGENCY),
}
"""Which file comes in under what, and of whom."""
SITUATIONS = ROOT / "data" / "demo" / "controle"
"""An inspection written by hand, in which people share a home, an employer and an account: chance
alone makes no such thing in a nation of this size."""
SEEN_BY = {
    MemberRole.ANALYST: {(JOINT, "CoMensha")},
    MemberRole.CASE_HOLDER: {(JOINT, "CoMensha")},
    MemberRole.PRIVACY_OFFICER: {(JOINT, "CoMensha"), (THEMATIC, "Politie")},
}
GOALS = {
    JOINT: "Weten hoeveel mogelijke slachtoffers er zijn en welke hulp zij nodig hebben.",
    THEMATIC: "Inzicht in de betrokkenheid van personen bij mensenhandel.",
}
WHY_LINKS_ACT = "Nodig om personen in het slachtofferbeeld één keer te tellen."
LINKS_ACT_UNTIL = date(2023, 5, 14)


@dataclass(frozen=True, slots=True)
class Member:
    """An account that the demo prints on the screen."""

    role: MemberRole
    email: str
    password: str


type Report = Callable[[int, int], None]


def make_register(
    *, domain: str, out: Path, report: Report, persons: int = PERSONS
) -> tuple[list[Member], int]:
    """Processings, members and files; the members, and how many registrations came in.

    out: where all of the partners' files stand afterwards, to be taken in by hand.
    """
    members = make_processings(domain=domain)
    write_files(out, persons=persons)
    keep_profiles(out, members[0])
    added = 0
    for place, name in enumerate(FILES, start=1):
        added += _take_in(out, name, members[0])
        report(place, len(FILES))
    return members, added


def link_registrations(
    analyst: Member, processing: str, *, report: Report, strict: float = STRICT
) -> int:
    """Link a processing under a standing decision; how many persons there are."""
    with opened(analyst, processing) as purpose:
        decide(purpose, reason=WHY_LINKS_ACT, until=LINKS_ACT_UNTIL, strict=strict)
        run = link_all(
            purpose, now=TAKEN_IN, told=lambda name: report(STEPS.index(name), len(STEPS))
        )
        report(len(STEPS), len(STEPS))
        return run.entities


def make_processings(*, domain: str) -> list[Member]:
    """The processings, in which nothing is yet, and the accounts of who takes part in them."""
    people = [*((name, role) for role, name in PEOPLE.items()),
              (SECOND_OFFICER, MemberRole.PRIVACY_OFFICER)]  # fmt: skip
    body = organisation("CoMensha", OrganisationKind.NGO)
    members = [account(name, role, body=body, domain=domain) for name, role in people]
    bodies = {name: organisation(name, kind) for _purpose, name, kind in FILES.values()}
    processings = {
        name: _open(name, ground, {bodies[body] for of, body, _ in FILES.values() if of == name})
        for name, ground in ((JOINT, Ground.AVG9_2_G), (THEMATIC, Ground.WPG10))
    }
    for member in members:
        _let_in(member, bodies, processings)
    return members


def write_files(out: Path, *, persons: int = PERSONS) -> None:
    """The files of all partners, of an invented nation in which it is the demo's day."""
    with tempfile.TemporaryDirectory() as folder:
        for _ in write_nation(Order(persons=persons, until=DAY), Path(folder)):
            pass
        shutil.copytree(Path(folder) / PARTNERS_FOLDER, out, dirs_exist_ok=True)
    shutil.copy(SITUATIONS.with_suffix(".csv"), out)
    shutil.copy(SITUATIONS.with_suffix(".json"), out / PROFILES_FOLDER)


def account(name: str, role: MemberRole, *, body: int, domain: str) -> Member:
    """An account that can sign in; it takes part in nothing yet."""
    email = address_of(name, domain)
    invitation = accounts.invite_user(
        email=email, name=f"Demo {name.replace('.', ' ')}", organisation=body, role=Role.READER,
        today=STARTS,
    )  # fmt: skip
    password = secrets.token_urlsafe(12)
    accounts.set_first_password(number=invitation.number, token=invitation.token, password=password)
    return Member(role, email, password)


def address_of(name: str, domain: str) -> str:
    """The address with which an account signs in."""
    return f"{name.lower().replace(' ', '-')}@{domain}"


def add_part(member: Member, *, body: int, processing: UUID, region: str = "") -> None:
    """Let an account take part for an organisation; only a registrar sees no more than that.

    region: that of what it registers.
    """
    person = who.person_by_email(member.email)
    is_registrar = member.role is MemberRole.REGISTRAR
    scope = Scope.ORGANISATION if is_registrar else Scope.NATIONAL
    purposes.add_member(
        Part(body, member.role, scope, STARTS, region=region), user=person.pk if person else 0,
        processing=processing, today=STARTS,
    )  # fmt: skip


def organisation(name: str, kind: OrganisationKind) -> int:
    """The number of an organisation, which is made where it is not there yet."""
    found = who.organisation_by_name(name)
    return (found or accounts.add_organisation(name=name, kind=kind, abbreviation="")).pk


def _open(name: str, ground: Ground, controllers: set[int]) -> UUID:
    plan = Plan(
        name, GOALS[name], frozenset({ground}), frozenset(controllers), STARTS,
        review=date(2023, 6, 1), end=ENDS if name == JOINT else None, kept_months=12,
    )  # fmt: skip
    return purposes.open_processing(plan, today=STARTS).pk


def _let_in(member: Member, bodies: dict[str, int], processings: dict[str, UUID]) -> None:
    """A registrar takes part for each partner; others once, and see all of it."""
    seats = {(purpose, name) for purpose, name, _kind in FILES.values()}
    if member.role is not MemberRole.REGISTRAR:
        seats = {seat for seat in seats if seat in SEEN_BY[member.role]}
    for purpose, name in sorted(seats):
        add_part(member, body=bodies[name], processing=processings[purpose])


def keep_profiles(folder: Path, registrar: Member) -> None:
    """Keep how each partner writes its file, for whoever takes in the next one."""
    for name, (_purpose, body, _kind) in FILES.items():
        with _opened(name, registrar) as purpose:
            keep_profile(purpose, name=f"{body}: {name}", reading=reading_of(folder, name))


def _take_in(folder: Path, name: str, registrar: Member) -> int:
    """Take in a file as its registrar; how many registrations came in."""
    reading = reading_of(folder, name)
    with _opened(name, registrar) as purpose, (folder / name).open("rb") as stream:
        return take_in_file(purpose, stream=stream, name=name, reading=reading, now=TAKEN_IN).added


def reading_of(folder: Path, name: str) -> Reading:
    """How a partner's file is read, as the profile beside it says."""
    profile = (folder / PROFILES_FOLDER / f"{Path(name).stem}.json").read_text("utf-8")
    return Reading(read_profile(profile, fields()))


def _opened(name: str, registrar: Member) -> AbstractContextManager[Purpose]:
    """The purpose for which a file comes in, as the registrar of its partner opens it."""
    purpose_name, body, kind = FILES[name]
    return opened(registrar, purpose_name, body=organisation(body, kind))


def opened(
    member: Member, *processings: str, body: int = 0, region: str = ""
) -> AbstractContextManager[Purpose]:
    """That of the processings in which a member takes part, for one body where it is named."""
    person = who.person_by_email(member.email)
    user = person.pk if person else 0
    part = next(
        each
        for each in memberships_of(user, on=DAY)
        if each.processing.name in processings
        and body in (0, each.organisation_id)
        and each.region == region
    )
    ground = Ground(part.processing.grounds[0])
    return inside(membership=part.pk, user=user, ground=ground, today=DAY)
