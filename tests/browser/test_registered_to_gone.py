"""From three partners' files to nothing left, in a real browser, as the demo tells it.

A registrar takes the files in and mends the bad rows; an analyst sees one processing and not
the other; a privacy officer answers who read a registration and why; then the demo's day moves
on and the data are gone.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.test import override_settings
from playwright.sync_api import expect

from samen.core.terms import MemberRole
from samen.register.models import Registration
from samen.site import demo_register as demo
from tests.browser.conftest import faults
from tests.browser.demo_people import DOMAIN, Somebody

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PERSONS = 120
THREE = ("comensha.csv", "opvang.json", "politie.csv")
WRONG = "wat is er mis"
SOUGHT = "anna"
A_YEAR_LATER = date(2023, 11, 16)
WHEN_NO_LONGER_APART = date(2028, 11, 16)
"""Police data lie apart for five years after they are out of sight (Wpg art. 14)."""


@pytest.fixture
def files(tmp_path: Path, transactional_db: None) -> Iterator[Path]:
    """The demo on its first day, with nothing taken in; the folder of the partners' files."""
    with override_settings(DEMO=True, TODAY=demo.DAY, DEMO_DAY=tmp_path / "day"):
        members = demo.make_processings(domain=DOMAIN)
        demo.write_files(tmp_path / "partners", persons=PERSONS)
        demo.keep_profiles(tmp_path / "partners", members[0])
        yield tmp_path / "partners"


def slip(file: Path) -> None:
    """A slip of the partner's keys: a first birth on a day that does not exist."""
    born = re.compile(r";\d\d-\d\d-(\d{4});([VM]);")
    file.write_text(born.sub(r";30-02-\1;\2;", file.read_text("utf-8"), count=1), "utf-8")


def mend(file: Path) -> None:
    """In each refused row, what is wrong becomes "onbekend", as after a call to the partner."""
    text = file.read_text("utf-8-sig")
    if file.suffix == ".jsonl":
        rows = [json.loads(line) for line in text.splitlines()]
        mended = "\n".join(json.dumps(_mended(row)) for row in rows)
    else:
        delimiter = csv.Sniffer().sniff(text, ",;").delimiter
        reader = csv.DictReader(StringIO(text), delimiter=delimiter)
        out = StringIO()
        writer = csv.DictWriter(out, reader.fieldnames or [], delimiter=delimiter)
        writer.writeheader()
        writer.writerows(_mended(row) for row in reader)
        mended = out.getvalue()
    file.write_text(mended, "utf-8")


def _mended(row: dict[str, str]) -> dict[str, str]:
    told = row[WRONG]
    return {name: "onbekend" if f"{name}: " in told else cell for name, cell in row.items()}


def test_from_three_files_to_nothing_left(
    sign_in: Callable[[MemberRole], Somebody], files: Path, tmp_path: Path
) -> None:
    registrar = sign_in(MemberRole.REGISTRAR)
    take_three_files_in(registrar, files, tmp_path)
    registrar.open(demo.THEMATIC)
    of_police = registrar.page.url

    analyst = sign_in(MemberRole.ANALYST)
    expect(analyst.page.get_by_role("table")).not_to_contain_text(demo.THEMATIC)
    analyst.page.goto(of_police)
    analyst.reads_title("Niet geopend")
    number = opens_somebody(analyst)

    officer = sign_in(MemberRole.PRIVACY_OFFICER)
    officer.open(demo.JOINT)
    officer.page.get_by_role("link", name="Wie heeft gekeken, en wat is ongewoon").click()
    officer.page.get_by_label("Nummer in Samen").fill(number)
    officer.page.get_by_role("button", name="Toon wie keek").click()
    answered(officer)

    registrar.move_day(A_YEAR_LATER)
    assert faults(registrar.page, 360) == []
    expect(registrar.page.locator(".messages")).to_contain_text("16 november 2023")
    expect(registrar.page.locator(".messages")).to_contain_text("vernietigd")
    analyst.page.reload()
    analyst.reads_title("Niet geopend")
    still_answered(officer, number)
    registrar.open(demo.THEMATIC)
    expect(registrar.page.get_by_text("Niets dat u op deze grond mag zien.")).to_be_visible()
    assert told_as_gone(registrar) == {"uit het zicht"}

    registrar.move_day(WHEN_NO_LONGER_APART)
    registrar.open(demo.THEMATIC)
    assert told_as_gone(registrar) == {"uit het zicht", "vernietigd"}
    assert Registration.objects.count() == 0


def answered(officer: Somebody) -> None:
    looks = officer.page.get_by_role("table")
    expect(looks).to_contain_text("Demo Analist, analist, CoMensha")
    expect(looks).to_contain_text(re.compile(r"zwaarwegend algemeen belang[^\n]*\s+[^\n]*alles"))


def still_answered(officer: Somebody, number: str) -> None:
    """The joint project ended: what went is told, and so is who read this and why."""
    page = officer.page
    page.goto("/verwerkingen/")
    page.get_by_role("link", name=demo.JOINT).click()
    expect(page.get_by_role("table", name="Wat is verdwenen, per dag")).to_contain_text(
        "registraties"
    )
    page.get_by_role("link", name="Wie heeft gekeken, en wat is ongewoon").click()
    expect(page.get_by_role("table")).to_contain_text("Demo Analist, analist, CoMensha")
    assert faults(page, 360) == []
    page.get_by_label("Nummer in Samen").fill(number)
    page.get_by_role("button", name="Toon wie keek").click()
    answered(officer)
    page.get_by_role("link", name=demo.JOINT).click()
    officer.reads_title(demo.JOINT)


def take_three_files_in(registrar: Somebody, files: Path, folder: Path) -> None:
    """Take in each partner's file, mend the rows that are wrong, and take those in too."""
    slip(files / "politie.csv")
    for name in THREE:
        processing, organisation, _kind = demo.FILES[name]
        profile = f"{organisation}: {name}"
        registrar.open(processing, organisation)
        registrar.take_in(files / name, profile)
        refused = registrar.count("Te verbeteren")
        assert refused > 0
        file = registrar.fetch("Te verbeteren rijen ophalen", folder)
        mend(file)
        registrar.open(processing, organisation)
        registrar.take_in(file, profile)
        assert (registrar.count("Toegevoegd"), registrar.count("Te verbeteren")) == (refused, 0)


def opens_somebody(analyst: Somebody) -> str:
    """Search a name in the joint project and open who is found; the number on the page."""
    analyst.open(demo.JOINT)
    assert analyst.count("slachtoffer") > 0
    analyst.page.get_by_role("textbox", name="Naam").fill(SOUGHT)
    analyst.page.get_by_role("button", name="Zoeken").last.click()
    analyst.page.locator("main table a").first.click()
    number = analyst.page.url.rstrip("/").rpartition("/")[2]
    expect(analyst.page.locator("main")).to_contain_text(number)
    return number


def told_as_gone(registrar: Somebody) -> set[str]:
    """How registrations went, as the page of what went tells."""
    registrar.page.get_by_role("link", name="Vernietigd, en bewaarbevelen").click()
    rows = registrar.page.get_by_role("row").filter(has_text="registraties").all()
    return {row.get_by_role("cell").nth(2).inner_text() for row in rows}
