"""Data of the daily police task: a year in sight, then hit or no hit, then neither (Wpg art. 8)."""

from datetime import date
from typing import TypedDict

import pytest
from django.db import connection
from django.test import override_settings

from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes.actions import Part, Plan, add_member, open_processing
from samen.purposes.models import LogEntry
from samen.register import queries
from samen.register.models import Registration
from tests.register.given_files import START, Setting, csv_file, make_setting, taken
from tests.register.test_pages import at, browser

pytestmark = pytest.mark.django_db(transaction=True)
ROW = "P1;Anna;van der Vermeulen;17-05-1988;vrouw;06 12345678"
YEAR, FIVE = date(2022, 11, 17), date(2026, 11, 17)


class Asked(TypedDict, total=False):
    """What somebody searches by."""

    name: str
    phone: str
    document: str


@pytest.fixture
def police() -> Setting:
    """A processing of the police with one registration of its daily task."""
    made = make_setting()
    body = made.organisation
    plan = Plan("Dagelijks", "Hulp", frozenset({Ground.WPG8, Ground.WPG10}), frozenset({body.pk}),
                START, date(2022, 6, 1))  # fmt: skip
    processing = open_processing(plan, today=START)
    members = {
        role: add_member(Part(body.pk, role, Scope.NATIONAL, START), user=part.user_id,
                         processing=processing.pk, today=START)
        for role, part in made.members.items()
    }  # fmt: skip
    found = Setting(processing, body, members)
    with found.inside(ground=Ground.WPG8) as purpose:
        taken(purpose, csv_file([ROW]))
    return found


def hits(police: Setting, day: date, asked: Asked, ground: Ground = Ground.WPG8) -> bool | None:
    with police.inside(MemberRole.CASE_HOLDER, ground, day) as purpose:
        return queries.is_hit(purpose, **asked)


def test_it_is_seen_for_a_year_and_then_compared_for_four(police: Setting) -> None:
    last, name = date(2022, 11, 16), "anna Vermeulen"
    asked: Asked = {"name": name}
    with police.inside(MemberRole.ANALYST, Ground.WPG8, last) as purpose:
        assert len(queries.search(purpose, name=name)) == 1
    assert not hits(police, last, asked), "it is found itself"
    with police.inside(MemberRole.ANALYST, Ground.WPG8, YEAR) as purpose:
        assert queries.search(purpose, name=name) == []
        assert not Registration.objects.exists()
    assert hits(police, YEAR, asked)
    assert hits(police, date(2026, 11, 16), asked)
    assert not hits(police, FIVE, asked)


@pytest.mark.parametrize(
    ("asked", "is_hit"),
    [
        ({"name": "Vermeulen, Anna"}, True),
        ({"name": "Vermeulen"}, False),
        ({"name": "An Vermeu"}, False),
        ({"name": "Bea Vermeulen"}, False),
        ({"phone": "+31612345678"}, True),
        ({"phone": "+3161234567"}, False),
        ({"document": "XY12345"}, False),
        ({}, None),
    ],
)
def test_a_whole_name_or_number_is_compared(
    police: Setting, asked: Asked, is_hit: bool | None
) -> None:
    assert hits(police, YEAR, asked) is is_hit


def test_only_inside_such_a_purpose_and_each_is_logged(police: Setting) -> None:
    anna: Asked = {"name": "Anna Vermeulen"}
    assert hits(police, YEAR, anna, Ground.WPG10) is None
    with police.inside(MemberRole.ANALYST, Ground.WPG8, YEAR) as purpose:
        assert queries.is_hit(purpose, **anna) is None
        with connection.cursor() as cursor:
            cursor.execute(queries.COMPARED, ['[["ana"], ["firmiulin"]]', "", ""])
            assert cursor.fetchone() == (False,)
    assert hits(police, YEAR, anna)
    with police.inside(MemberRole.PRIVACY_OFFICER, Ground.WPG8, YEAR):
        assert LogEntry.objects.filter(fields=["compared"]).count() == 1
    with (
        police.inside(MemberRole.REGISTRAR, Ground.WPG8, YEAR) as purpose,
        connection.cursor() as cursor,
    ):
        cursor.execute(queries.COMPARED, ["[]", "+31612345678", ""])
        assert cursor.fetchone() == (True,)
        by_sql = purpose.membership.user_id
    with police.inside(MemberRole.PRIVACY_OFFICER, Ground.WPG8, YEAR):
        assert LogEntry.objects.filter(fields=["compared"]).latest("number").user == by_sql


def test_the_page_says_hit_or_no_hit(police: Setting) -> None:
    client = browser(police, MemberRole.CASE_HOLDER)
    page = at(police, MemberRole.CASE_HOLDER, "zoeken/", "wpg8")
    with override_settings(TODAY=YEAR):
        told = client.post(page, {"name": "Anna Vermeulen"}, follow=True).content.decode()
        assert "Treffer" in told
        assert "1988" not in told
        told = client.post(page, {"name": "Bea Vermeulen"}, follow=True).content.decode()
        assert "Geen treffer" in told
