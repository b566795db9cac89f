"""The demo's joint count: what five partners registered of victims, brought together to count.

The other processings hold a part of a nation, for people to work in. This one holds a nation as
large as was published, and only victims; nobody looks at a person in it. It is linked and counted.
CoMensha hears from these partners, so whoever is in its register is in one of theirs.
"""

import csv
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path

from samen.core.terms import Ground, MemberRole, OrganisationKind
from samen.purposes import actions as purposes
from samen.purposes.actions import Plan
from samen.register.actions_of_files import take_in_file
from samen.site.database import ROOT
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
POLICE, PLACE = "politie.csv", "Plaats"
"""Each regional unit of the police takes in its own part, so that there is a map to show."""
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
    police = organisation(*FILES[POLICE])
    for unit in sorted(set(units_of_places().values())):
        add_part(members[0], body=police, processing=processing, region=unit)
    with tempfile.TemporaryDirectory() as folder:
        for _ in write_nation(Order(persons=persons, until=DAY, victims=True), Path(folder)):
            pass
        added = _take_in_all(Path(folder) / PARTNERS_FOLDER, members[0], report)
    link_registrations(members[1], NAME, report=linking, strict=ACTS_FROM)
    return members, added


def _take_in_all(folder: Path, registrar: Member, report: Report) -> int:
    added = 0
    for place, (name, partner) in enumerate(FILES.items(), start=1):
        reading, content = reading_of(folder, name), (folder / name).read_bytes()
        parts = by_unit(content) if name == POLICE else {"": content}
        for region, part in parts.items():
            with opened(registrar, NAME, body=organisation(*partner), region=region) as purpose:
                added += take_in_file(
                    purpose, stream=BytesIO(part), name=f"{region or 'landelijk'}-{name}",
                    reading=reading, now=TAKEN_IN,
                ).added  # fmt: skip
        report(place, len(FILES))
    return added


def by_unit(content: bytes) -> dict[str, bytes]:
    """The police's file in parts of its units, by where somebody lives; "" for the rest."""
    head, *rows = csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";")
    units, found = units_of_places(), dict[str, list[list[str]]]()
    for row in rows:
        unit = units.get(row[head.index(PLACE)], "")
        found.setdefault(unit, []).append(row)
    return {unit: _as_csv([head, *found[unit]]) for unit in sorted(found)}


@cache
def units_of_places() -> dict[str, str]:
    """The code of the police unit of each municipality, by name."""
    codes = {row["naam"]: row["lokale_code"] for row in _rows("politie_eenheden.csv")}
    return {row["naam"]: codes[row["politie_eenheid"]] for row in _rows("gemeenten.csv")}


def _rows(file: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "geo" / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _as_csv(rows: list[list[str]]) -> bytes:
    text = StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode("utf-8-sig")
