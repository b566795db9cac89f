"""The same roles at another organisation, which holds another office, on every address.

A role opens the same pages wherever its holder works; what is somebody's own opens to them alone.
"""

import pytest
from django.conf import LazySettings
from django.db import transaction
from django.test import Client

from samen.accounts import actions as accounts
from samen.core.terms import OrganisationKind
from samen.programme import actions
from samen.programme.values import Standing, Wording
from samen.work import clock
from tests.access.expected import EXPECTED, LETTERS, RELEASED, Line
from tests.access.things import DAY, NOW, filled
from tests.cast import Cast, as_it_was, make_cast

pytestmark = pytest.mark.django_db
ELSEWHERE = "gemeente Elders"
OWN = {"werk/<int:number>/", "werk/<int:number>/stand"}
"""What only who began it may see: to all others it is not there."""
REFUSED = {401, 403}


@pytest.fixture
def strangers(parts: dict[str, str]) -> Cast:
    """Everybody again, at another organisation that holds an office of its own."""
    people = make_cast(ELSEWHERE, OrganisationKind.MUNICIPALITY, "elders.example")
    body = people["action_owner"].organisation
    assert body is not None
    office = accounts.add_office(title="De burgemeester van Elders", organisation=body.pk)
    accounts.appoint(office=office.pk, holder=people["action_owner"].name, start=DAY)
    return people


def answer_to(client: Client, path: str, method: str) -> int:
    """The status of an answer; whatever was written is taken back."""
    with transaction.atomic():
        answer = client.get(path) if method == "GET" else client.post(path)
        transaction.set_rollback(True)
    is_sign_in = answer.status_code == 302 and "/account/login/" in answer["Location"]
    return 401 if is_sign_in else answer.status_code


def methods_of(line: Line) -> list[tuple[str, str]]:
    """The methods that an address takes, each with who may use it."""
    if line.method == "POST":
        return [("POST", line.may)]
    return [("GET", line.may), *([("POST", line.posts)] if line.posts else [])]


@pytest.mark.parametrize("letter", LETTERS)
def test_a_stranger_may_what_the_role_may_and_nothing_of_another_person(
    strangers: Cast, parts: dict[str, str], letter: str
) -> None:
    wrong, signed_in = [], strangers.client(LETTERS[letter])
    for address, line in EXPECTED.items():
        client = as_it_was(signed_in)
        path = filled(address, parts)
        for method, may in methods_of(line):
            status = answer_to(client, path, method)
            if address in OWN and letter != "v":
                is_right = status == 404
            else:
                is_right = status < 500 and (status in REFUSED) == (letter not in may)
            if not is_right:
                wrong.append((method, address, status))
    assert wrong == []


def test_what_is_there_is_reached_by_those_who_may(
    cast: Cast, parts: dict[str, str], settings: LazySettings
) -> None:
    """The test above means something only where the addresses lead to things."""
    settings.DEMO = True
    client = cast.client("programme_team")
    opened = [
        filled(address, parts)
        for address, line in EXPECTED.items()
        if line.method == "GET"
        and "t" in line.may
        and "token" not in address
        and address not in RELEASED
    ]
    assert [path for path in opened if client.get(path).status_code not in (200, 302)] == []


def test_an_owner_sees_the_terms_of_the_own_organisation_alone(strangers: Cast, cast: Cast) -> None:
    for title, owner in (
        ("Hun plan", "ministerie van Voorbeelden"),
        ("Ons plan", ELSEWHERE),
    ):
        actions.record_action(
            wording=Wording(title, owners=(owner,)),
            standing=Standing("running", DAY, due=clock.today()),
            by=cast["programme_team"],
            now=NOW,
        )
    theirs = cast.client("action_owner").get("/").content.decode()
    ours = strangers.client("action_owner").get("/").content.decode()
    assert ("Hun plan" in theirs, "Ons plan" in theirs) == (True, False)
    assert ("Hun plan" in ours, "Ons plan" in ours) == (False, True)
