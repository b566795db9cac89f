"""The demo's joint count: what five partners registered of victims, brought together to count.

The other processings hold a part of a nation, for people to work in. This one holds a nation as
large as was published, and only victims; nobody looks at a person in it. It is linked and counted.
CoMensha hears from these partners, so whoever is in its register is in one of theirs.
"""

import csv
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO, StringIO
from itertools import product
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from samen.core.terms import Ground, MemberRole, OrganisationKind
from samen.purposes import actions as purposes
from samen.purposes.actions import Plan
from samen.register.actions_of_files import keep_profile, take_in_file
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
UNDER_WPG = (OrganisationKind.POLICE, OrganisationKind.BORDER_POLICE, OrganisationKind.INSPECTORATE)
"""Whose data are police data: they come into the count because they were provided for it."""
PLACES = {
    "politie.csv": ("Plaats", "utf-8-sig"),
    "gemeenten.csv": ("Gemeente", "latin-1"),
    "arbeidsinspectie.xlsx": ("Woonplaats", ""),
}
"""The columns with a place, and the letters of the file, of partners that work by region: they give
parts by police unit. The others work for the whole country and give no region."""
PEOPLE = (
    ("Telling.Registrator", MemberRole.REGISTRAR),
    ("Telling.Analist", MemberRole.ANALYST),
    ("Statisticus", MemberRole.STATISTICIAN),
    ("Tweede statisticus", MemberRole.STATISTICIAN),
    ("Telling.Privacy", MemberRole.PRIVACY_OFFICER),
)
ACTS_FROM = 0.9
"""To count, a link that is missed is as wrong as one too many; to help a person it is not."""
PERSONS: int | None = None
"""As many as were published."""
type Cells = tuple[Any, ...]
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
    for name, unit in product(PLACES, sorted(set(units_of_places().values()))):
        add_part(members[0], body=organisation(*FILES[name]), processing=processing, region=unit)
    with tempfile.TemporaryDirectory() as folder:
        for _ in write_nation(Order(persons=persons, until=DAY, victims=True), Path(folder)):
            pass
        added = _take_in_all(Path(folder) / PARTNERS_FOLDER, members[0], report)
    link_registrations(members[1], NAME, report=linking, strict=ACTS_FROM)
    return members, added


def _take_in_all(folder: Path, registrar: Member, report: Report) -> int:
    """Each partner's file, which it brings into the joint count; how it is read is kept."""
    added, names = 0, {row["lokale_code"]: row["naam"] for row in _rows("politie_eenheden.csv")}
    for place, (name, partner) in enumerate(FILES.items(), start=1):
        own = reading_of(folder, name)
        with opened(registrar, NAME, body=organisation(*partner)) as purpose:
            keep_profile(purpose, name=f"{partner[0]}: {name}", reading=own)
        reading = replace(own, provided=partner[1] in UNDER_WPG)
        content = (folder / name).read_bytes()
        parts = by_unit(name, content) if name in PLACES else {"": content}
        for region, part in parts.items():
            with opened(registrar, NAME, body=organisation(*partner), region=region) as purpose:
                added += take_in_file(
                    purpose, stream=BytesIO(part), name=f"{names.get(region, 'landelijk')}-{name}",
                    reading=reading, now=TAKEN_IN,
                ).added  # fmt: skip
        report(place, len(FILES))
    return added


def by_unit(name: str, content: bytes) -> dict[str, bytes]:
    """A partner's file in parts of police units, by the place that it tells; "" for the rest."""
    column, letters = PLACES[name]
    head, *rows = rows_of_csv(content, letters) if letters else rows_of_book(content)
    units, found = units_of_places(), dict[str, list[Cells]]()
    for row in rows:
        unit = units.get(str(row[head.index(column)]), "")
        found.setdefault(unit, []).append(row)
    parts = {unit: [head, *found[unit]] for unit in sorted(found)}
    if letters:
        return {unit: _as_csv(part).encode(letters) for unit, part in parts.items()}
    return {unit: _as_book(part) for unit, part in parts.items()}


def rows_of_csv(content: bytes, letters: str) -> list[Cells]:
    """The rows of a partner's text, the head first. letters: how it is encoded."""
    return [tuple(row) for row in csv.reader(StringIO(content.decode(letters)), delimiter=";")]


def rows_of_book(content: bytes) -> list[Cells]:
    """The rows of a partner's workbook, the head first."""
    (sheet,) = load_workbook(BytesIO(content), read_only=True).worksheets
    return list(sheet.iter_rows(values_only=True))


@cache
def units_of_places() -> dict[str, str]:
    """The code of the police unit of each municipality, by name."""
    codes = {row["naam"]: row["lokale_code"] for row in _rows("politie_eenheden.csv")}
    return {row["naam"]: codes[row["politie_eenheid"]] for row in _rows("gemeenten.csv")}


def _rows(file: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "geo" / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _as_csv(rows: list[Cells]) -> str:
    text = StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue()


def _as_book(rows: list[Cells]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()
