"""The demo's joint count: what five partners registered of victims, brought together to count.

The other processings hold a part of a nation, for people to work in. This one holds a nation as
large as was published, and only victims; nobody looks at a person in it. It is linked and counted.
CoMensha hears from these partners, so whoever is in its register is in one of theirs.
"""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from samen.core.terms import Ground, MemberRole, OrganisationKind
from samen.purposes import actions as purposes
from samen.purposes.actions import Plan
from samen.register.actions_of_files import take_in_file
from samen.site.demo_register import (
    DAY,
    STARTS,
    TAKEN_IN,
    Member,
    account,
    add_part,
    link_registrations,
    opened,
    organisation,
    reading_of,
)
from samen.site.simulation import PARTNERS_FOLDER, Order, write_nation

NAME = "Telling van mogelijke slachtoffers"
GOAL = (
    "Tellen hoeveel mogelijke slachtoffers de partners samen registreerden, elk één keer per jaar."
)
FILES = {
    "politie.csv": ("Politie", OrganisationKind.POLICE),
    "kmar.parquet": ("Koninklijke Marechaussee", OrganisationKind.BORDER_POLICE),
    "arbeidsinspectie.xlsx": ("Arbeidsinspectie Voorbeeld", OrganisationKind.INSPECTORATE),
    "opvang.json": ("Opvang Voorbeeld", OrganisationKind.NGO),
    "gemeenten.csv": ("Gemeente Voorbeeld", OrganisationKind.MUNICIPALITY),
}
PEOPLE = (
    ("Telling.Registrator", MemberRole.REGISTRAR),
    ("Telling.Analist", MemberRole.ANALYST),
    ("Statisticus", MemberRole.STATISTICIAN),
    ("Tweede statisticus", MemberRole.STATISTICIAN),
)
ACTS_FROM = 0.9
"""To count, a link that is missed is as wrong as one too many; to help a person it is not."""
PERSONS: int | None = None
"""As many as were published."""
type Report = Callable[[int, int], None]


def make_counting(
    *, domain: str, report: Report, linking: Report, persons: int | None = PERSONS
) -> tuple[list[Member], int]:
    """The processing with its people, the five files in it, linked; its people, and how many
    registrations came in.

    The registrar takes part for every partner; the others work at CoMensha, which counts.
    """
    home = organisation("CoMensha", OrganisationKind.NGO)
    partners = sorted(organisation(*each) for each in FILES.values())
    plan = Plan(NAME, GOAL, frozenset({Ground.AVG9_2_G}), frozenset({home, *partners}), STARTS,
                review=date(2023, 6, 1), end=None, kept_months=12)  # fmt: skip
    processing = purposes.open_processing(plan, today=STARTS).pk
    members = [account(*each, body=home, domain=domain) for each in PEOPLE]
    for each in members:
        for body in partners if each.role is MemberRole.REGISTRAR else [home]:
            add_part(each, body=body, processing=processing)
    with tempfile.TemporaryDirectory() as folder:
        for _ in write_nation(Order(persons=persons, until=DAY, victims=True), Path(folder)):
            pass
        added = _take_in_all(Path(folder) / PARTNERS_FOLDER, members[0], report)
    link_registrations(members[1], NAME, report=linking, strict=ACTS_FROM)
    return members, added


def _take_in_all(folder: Path, registrar: Member, report: Report) -> int:
    added = 0
    for place, (name, partner) in enumerate(FILES.items(), start=1):
        reading = reading_of(folder, name)
        with (
            opened(registrar, NAME, body=organisation(*partner)) as purpose,
            (folder / name).open("rb") as stream,
        ):
            added += take_in_file(
                purpose, stream=stream, name=name, reading=reading, now=TAKEN_IN
            ).added
        report(place, len(FILES))
    return added
