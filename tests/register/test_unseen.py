"""What is not there and what somebody may not see are answered alike, to the byte."""

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client

from samen.core.terms import MemberRole, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.register.models import Registration
from tests.register.given_files import DAY, START, Setting, csv_file, taken
from tests.register.test_pages import browser

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]
PATHS = (
    "registratie/{}/", "registratie/{}/opvangadres/", "registratie/{}/corrigeren/",
    "registratie/{}/corrigeren/?veld=sex", "registratie/{}/niet-meer-nodig/",
    "registratie/{}/vasthouden/", "registratie/{}/verstrekken/",
)  # fmt: skip
ACTS: dict[str, dict[str, str]] = {
    "registratie/{}/nodig": {},
    "registratie/{}/corrigeren/": {"field": "sex", "value": "man"},
    "registratie/{}/niet-meer-nodig/": {"why": "nobody"},
    "registratie/{}/vasthouden/": {"reason": "klacht"},
    "registratie/{}/opvangadres/": {"address": "Voorbeeldlaan 9"},
    "registratie/{}/verstrekken/": {"goal": "x", "about": "person"},
}


@pytest.fixture
def of_team(setting: Setting) -> tuple[Setting, str, UUID]:
    """A processing, the address of a registrar who sees a team only, and another's number."""
    team = purposes.add_team(name="Ander team", organisation=setting.organisation.pk, today=DAY)
    seat = Part(setting.organisation.pk, MemberRole.REGISTRAR, Scope.TEAM, START, team=team.pk)
    user = setting.members[MemberRole.REGISTRAR].user_id
    part = purposes.add_member(seat, user=user, processing=setting.processing.pk, today=DAY)
    with setting.inside() as purpose:
        taken(purpose, csv_file())
        number = Registration.objects.get(source_key="id:P1").pk
    return setting, f"/register/{part.pk}/avg6e/", number


def answered(client: Client, path: str, given: dict[str, str] | None, *numbers: UUID) -> list[str]:
    """The status and the bytes of the answer for each number, without what every answer has of
    its own: the number itself and the word of the form."""
    found = []
    for number in numbers:
        address = path.format(number)
        answer = client.get(address) if given is None else client.post(address, given)
        page = answer.content.decode().replace(str(number), "")
        page = re.sub(r'"\w{64}"', "", page)
        found.append(f"{answer.status_code} {page}")
    return found


def test_of_another_team_and_of_nobody_are_one_answer(of_team: tuple[Setting, str, UUID]) -> None:
    setting, base, number = of_team
    client = browser(setting, MemberRole.REGISTRAR)
    every: list[tuple[str, dict[str, str] | None]] = [(path, None) for path in PATHS]
    for path, given in [*every, *ACTS.items()]:
        unseen, absent = answered(client, f"{base}{path}", given, number, uuid4())
        assert unseen == absent, path
        assert unseen[:3] in ("404", "403", "400"), path
    (page,) = answered(client, f"{base}registratie/{{}}/", None, number)
    assert "hoort bij een ander team" in page


def test_the_address_of_a_colleague_is_none_of_mine_whoever_it_is_of(
    of_team: tuple[Setting, str, UUID],
) -> None:
    setting, _base, number = of_team
    client = browser(setting, MemberRole.REGISTRAR)
    colleague = setting.members[MemberRole.CASE_HOLDER].pk
    pages = [
        answered(client, f"/register/{part}/avg6e/registratie/{{}}/", None, each)[0].replace(
            str(part), ""
        )
        for part in (colleague, uuid4()) for each in (number, uuid4())
    ]  # fmt: skip
    assert len(set(pages)) == 1
    assert "Dit adres hoort niet bij een deelname van u" in pages[0]
    assert "geen deelnemer" not in pages[0]
