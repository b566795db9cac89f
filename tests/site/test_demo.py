"""The demo has somebody for each role, and tells its year as if each step was taken on its day."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.test import Client, override_settings

from samen.accounts import queries
from samen.core.periods import find_periods
from samen.core.terms import Role
from samen.programme import actions as register_acts
from samen.programme import queries as register
from samen.programme.models import Document, StatusChange
from samen.programme.values import Standing, Wording
from samen.site import demo
from samen.site.commands.demo import YEAR_OF_PROGRESS
from samen.site.demo import make_accounts
from samen.work import clock

pytestmark = pytest.mark.django_db


def test_each_role_has_an_account_that_belongs_somewhere() -> None:
    made = make_accounts()
    assert {one.role for one in made} == set(Role)
    for one in made:
        person = queries.person_by_email(one.email)
        assert person is not None
        assert person.organisation is not None
        assert queries.roles_of(person.pk, on=clock.today()) == {one.role}


def test_what_the_demo_tells_was_known_on_the_days_it_tells_of(tmp_path: Path) -> None:
    letter = tmp_path / "brief.txt"
    letter.write_text(
        "Den Haag, 17 november 2021\n\nBetreft: Voortgang\n\n"
        "Ik zeg toe dat ik de Kamer voor de zomer van 2022 informeer over de opvang.\n"
    )
    by = demo.account(make_accounts(), Role.PROGRAMME_TEAM)
    demo.load_facts(by=by)
    read = demo.read_letter_in(letter, by=by)
    demo.accept_all(read, by=by, report=lambda _done, _total: None)
    before = set(StatusChange.objects.values_list("pk", flat=True))
    assert demo.invent_progress(YEAR_OF_PROGRESS, by=by, report=lambda _done, _total: None)
    demo.write_letter(previous=demo.document_of(read), by=by)
    days = dict(StatusChange.objects.values_list("pk", "known_at__date"))
    assert {days[pk] for pk in before} == {demo.BEGINS.date()}
    assert all(demo.BEGINS.date() < days[pk] < demo.LETTER_DAY for pk in days.keys() - before)
    assert {row.created_at for row in Document.objects.all()} == {demo.BEGINS}
    first_year = register.entries_as_of(on=date(2021, 12, 31), known_at=demo.BEGINS)
    assert first_year == register.entries_as_of(on=date(2021, 12, 31))


def test_an_invented_step_is_of_the_day_that_its_words_name() -> None:
    with YEAR_OF_PROGRESS.open(encoding="utf-8", newline="") as rows:
        events = [row for row in csv.DictReader(rows) if row["status"] in demo.SETTLED]
    assert all(date.fromisoformat(row["on"]) < demo.LETTER_DAY for row in events)
    for row in events:
        for found in find_periods(row["note"], None):
            if found.value.earliest and found.value.latest:
                assert found.value.earliest <= date.fromisoformat(row["on"]) <= found.value.latest


def test_what_is_left_to_a_next_government_is_never_settled(tmp_path: Path) -> None:
    by = demo.account(make_accounts(), Role.PROGRAMME_TEAM)
    entry = register_acts.record_action(
        wording=Wording("Het is aan een volgend kabinet om te besluiten"),
        standing=Standing("running", demo.BEGINS.date()),
        by=by,
        now=demo.BEGINS,
    )
    only = "kind,about,status,on,note\naction,,done,2022-09-01,Dit is afgerond\n"
    progress = tmp_path / "voortgang.csv"
    progress.write_text(only)
    assert demo.invent_progress(progress, by=by, report=lambda _done, _total: None) == 0
    assert [state.id for state in register.open_entries(on=demo.LETTER_DAY)] == [entry]


def test_invented_progress_goes_with_the_words_of_what_it_tells_of(tmp_path: Path) -> None:
    by = demo.account(make_accounts(), Role.PROGRAMME_TEAM)
    words = (
        ("De politie leert van de kok", None),
        ("Er loopt een campagne in de keukens", None),
        ("Er komt een onderzoek naar borden", None),
        ("Voor de zomer komt er een onderzoek naar vorken", date(2022, 7, 8)),
    )
    entries = [
        register_acts.record_action(
            wording=Wording(title),
            standing=Standing("running", demo.BEGINS.date(), due=due),
            by=by,
            now=demo.BEGINS,
        )
        for title, due in words
    ]
    progress = tmp_path / "voortgang.csv"
    progress.write_text(
        "kind,about,status,on,note\naction,campagne,continuous,,Weer gestart\n"
        "action,onderzoek|studie,running,,Het rapport volgt\n"
        "action,onderzoek|studie,delayed,,Later begonnen\naction,,continuous,,Gewoon werk\n"
    )
    assert demo.invent_progress(progress, by=by, report=lambda _done, _total: None) == 4
    told = {state.id: state.note for state in register.entries_as_of(on=demo.LETTER_DAY)}
    notes = ["Gewoon werk", "Weer gestart", "Het rapport volgt", "Later begonnen"]
    assert [told[entry] for entry in entries] == notes


@pytest.mark.parametrize("is_demo", [True, False])
def test_the_demo_says_which_day_it_is_there(client: Client, is_demo: bool, tmp_path: Path) -> None:
    nowhere = tmp_path / "demo-day"
    with override_settings(DEMO=is_demo, TODAY=date(2022, 11, 15), DEMO_DAY=nowhere):
        page = client.get("/").content.decode()
    told = "Het is hier 15 november 2022; de logboeken houden de echte tijd."
    assert (told in page) == is_demo
