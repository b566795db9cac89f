"""The pages of processings in a real browser: faults, small windows, proposed and approved."""

from datetime import date
from uuid import UUID

import pytest
from django.test import override_settings
from playwright.sync_api import expect

from samen.accounts.models import Organisation
from samen.core.terms import MemberRole, OrganisationKind, Scope
from samen.purposes import actions_of_resolutions as resolving
from samen.purposes.actions import Part
from samen.purposes.models import Processing
from tests.browser.conftest import Visit, faults, faults_on
from tests.cast import Cast
from tests.register.given_files import NOW, START, make_setting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADMINISTRATOR, OFFICER = "administrator", "approver"
ROOMS = {"nl": "Onderdelen", "en": "Rooms"}
"""The navigation, which a page that went wrong does not have."""
TODAY = date(2022, 11, 15)


@pytest.fixture
def numbers(cast: Cast) -> dict[str, UUID]:
    """A processing with members, and a proposal that waits."""
    setting = make_setting()
    part = Part(setting.organisation.pk, MemberRole.CASE_HOLDER, Scope.ORGANISATION, START)
    waits = resolving.propose_member(
        setting.processing.pk, part, user=cast["nobody"].pk, reason="Nieuwe collega",
        by=cast[ADMINISTRATOR].pk, now=NOW,
    )  # fmt: skip
    return {
        "of": setting.processing.pk, "waits": waits.pk,
        "part": setting.members[MemberRole.ANALYST].pk,
    }  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_has_faults_or_is_too_wide(
    visit: Visit, numbers: dict[str, UUID], language: str
) -> None:
    of = f"/verwerkingen/{numbers['of']}/"
    addresses = (
        "/verwerkingen/", "/verwerkingen/nieuw/", of, f"{of}wijzigen/", f"{of}verlengen/",
        f"{of}toetreden/", f"{of}deelnemer/",
        f"{of}deelnemer/?in-plaats-van={numbers['part']}", f"{of}beeindigen/",
        f"/verwerkingen/besluit/{numbers['waits']}/",
    )  # fmt: skip
    assert faults_on(visit, addresses, ADMINISTRATOR, language, 360) == []
    page = visit("/", ADMINISTRATOR, language=language)
    for address in addresses:
        page.goto(address)
        assert page.get_by_role("navigation", name=ROOMS[language]).is_visible(), address


def test_a_joint_project_is_proposed_and_approved(visit: Visit, cast: Cast) -> None:
    for name in ("dienst A", "dienst B"):
        Organisation.objects.create(name=name, kind=OrganisationKind.AGENCY)
    with override_settings(TODAY=TODAY):
        page = visit("/verwerkingen/", ADMINISTRATOR)
        page.get_by_role("link", name="Verwerking openen").click()
        page.get_by_label("Naam", exact=True).fill("Gezamenlijk beeld")
        page.get_by_label("Doel", exact=True).fill("Weten wie hulp nodig heeft")
        page.get_by_label("themaverwerking (Wpg art. 10)").check()
        page.get_by_label("dienst A").check()
        page.get_by_label("dienst B").check()
        page.get_by_label("Dag van evaluatie").fill("2023-06-01")
        page.get_by_label("Aantal maanden").fill("12")
        page.get_by_label("Privacyfunctionaris").select_option(str(cast[OFFICER].pk))
        page.get_by_label("Namens welke").select_option(label="dienst A")
        page.get_by_label("Waarom").fill("Afgesproken in de stuurgroep")
        page.get_by_role("button", name="Stel voor").click()
        expect(page.get_by_role("alert")).to_contain_text("Een gezamenlijk project heeft geen")
        page.get_by_label("Laatste dag").fill("2023-11-14")
        page.get_by_role("button", name="Stel voor").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Verwerking openen")
        assert not Processing.objects.exists()
        officer = visit(page.url, OFFICER)
        assert faults(officer, 360) == []
        officer.get_by_role("button", name="Goedkeuren").click()
        expect(officer.locator(".messages")).to_contain_text("Er is beslist.")
    assert Processing.objects.get().end == date(2023, 11, 14)
