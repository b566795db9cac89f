"""The pages of terms, provisions, access and supervision in a real browser: faults, widths."""

from datetime import date

import pytest

from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.purposes.inside import inside
from samen.register import queries
from samen.register.actions_of_access import Person, approve_access, ask_access
from samen.register.actions_of_keeping import destroy_due, hold
from samen.register.models import Registration
from samen.work import clock
from tests.browser.conftest import Visit, faults_on
from tests.cast import Cast
from tests.register.given_files import NOW, START, csv_file, make_setting, taken

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
REGISTRAR, OFFICER = "reader", "approver"
LONG = "Wolfeschlegelsteinhausenbergerdorff" * 3


@pytest.fixture
def pages(cast: Cast) -> dict[str, tuple[str, str]]:
    """Who opens which page: a registrar and a privacy officer of the cast."""
    setting, today = make_setting(), clock.today()
    parts = {
        who: purposes.add_member(
            Part(setting.organisation.pk, role, Scope.NATIONAL, START),
            user=cast[who].pk, processing=setting.processing.pk, today=START,
        )
        for who, role in (
            (REGISTRAR, MemberRole.REGISTRAR), (OFFICER, MemberRole.PRIVACY_OFFICER),
        )
    }  # fmt: skip
    with setting.inside(today=START) as purpose:
        taken(purpose, csv_file(["P9;Oud;Voorbeeld;1990;vrouw;"]))
    destroy_due(today=today)
    with setting.inside(today=today) as purpose:
        taken(purpose, csv_file())
        number = Registration.objects.get(source_key="id:P1").pk
        held = hold(purpose, number, reason=f"er loopt een klacht ({LONG})").pk
    with setting.inside(MemberRole.ANALYST, today=today) as purpose:
        queries.registration(purpose, number)
    person = Person("Anna", "Vermeulen", date(1988, 5, 17), "2021-12", "paspoort")
    with setting.inside(MemberRole.PRIVACY_OFFICER, today=today) as purpose:
        asked = ask_access(purpose, person, now=NOW).pk
        waits = ask_access(purpose, person, now=NOW).pk
    part = parts[OFFICER]
    with inside(membership=part.pk, user=part.user_id, ground=Ground.AVG6E, today=today) as purpose:
        approve_access(purpose, asked, now=NOW)
    analyst = setting.members[MemberRole.ANALYST].pk
    own, officers = (f"/register/{parts[who].pk}/avg6e/" for who in (REGISTRAR, OFFICER))
    return {
        "terms": (REGISTRAR, f"{own}bewaren/"),
        "hold": (REGISTRAR, f"{own}registratie/{number}/vasthouden/"),
        "provide": (REGISTRAR, f"{own}registratie/{number}/verstrekken/"),
        "registration": (REGISTRAR, f"{own}registratie/{number}/"),
        "shelter": (REGISTRAR, f"{own}registratie/{number}/opvangadres/"),
        "protocol": (REGISTRAR, f"{own}verstrekken/"),
        "processing": (OFFICER, officers),
        "requests": (OFFICER, f"{officers}inzage/"),
        "request": (OFFICER, f"{officers}inzage/{waits}/"),
        "approved": (OFFICER, f"{officers}inzage/{asked}/"),
        "overview": (OFFICER, f"{officers}inzage/{asked}/overzicht/"),
        "supervision": (OFFICER, f"{officers}toezicht/"),
        "holds": (OFFICER, f"{officers}bewaren/"),
        "release": (OFFICER, f"{officers}toezicht/vasthouden/{held}/"),
        "looks of a day": (OFFICER, f"{officers}toezicht/dag/{analyst}/{today}/"),
        "looks at one": (OFFICER, f"{officers}toezicht/dag/{analyst}/{today}/?number={number}"),
        "who looked": (OFFICER, f"{officers}toezicht/registratie/?number={number}"),
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_has_faults_or_is_too_wide(
    visit: Visit, pages: dict[str, tuple[str, str]], language: str
) -> None:
    for who in dict.fromkeys(who for who, _ in pages.values()):
        theirs = [address for other, address in pages.values() if other == who]
        assert faults_on(visit, theirs, who, language, 360) == []
