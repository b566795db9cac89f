"""A link for one time: once it was used, replaced or too old it opens nothing, whoever comes."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from samen.accounts.actions import invite_user
from samen.core.terms import Role
from samen.programme import actions
from samen.programme.models import Answer, Invitation
from samen.programme.queries import owner_sheet
from samen.programme.values import Standing, Wording
from samen.work import clock
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PASSWORD = "een-heel-lang-wachtwoord-22"


@pytest.fixture
def asked(cast: Cast) -> tuple[int, str]:
    """An entry that an owner is asked about, and the secret of the owner's page."""
    team, now = cast["programme_team"], clock.now()
    entry = actions.record_action(
        wording=Wording(title="De opvang wordt geteld", owners=("Dienst Opvang",)),
        standing=Standing("running", clock.today()),
        by=team,
        now=now,
    )
    asked = actions.ask_round(
        title="Ronde", asked_on=clock.today(), due=clock.today(), by=team, now=now, filters=None
    )
    return entry, asked.links[0][1]


def opened(client: Client, token: str, entry: int) -> set[int]:
    """What an owner's link answers to a look, an answer, a sheet taken and a sheet brought."""
    page, sheet = (reverse(f"programme:{name}", args=[token]) for name in ("owner", "owner_sheet"))
    file = SimpleUploadedFile("vragen.xlsx", b"PK")
    sent = {f"{entry}-status": "done", "answered_by": "Olga"}
    return {
        client.get(page).status_code,
        client.post(page, sent).status_code,
        client.get(sheet).status_code,
        client.post(sheet, {"sheet": file}).status_code,
    }


@pytest.mark.parametrize("who", ["visitor", "reader", "programme_team"])
def test_an_owners_link_that_is_too_old_opens_nothing(
    cast: Cast, asked: tuple[int, str], who: str
) -> None:
    entry, token = asked
    Invitation.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    assert opened(cast.client(who), token, entry) == {410}
    assert owner_sheet(token=token, now=clock.now(), today=clock.today()) is None
    assert not Answer.objects.exists()


def test_an_owners_link_that_was_replaced_opens_nothing(cast: Cast, asked: tuple[int, str]) -> None:
    entry, token = asked
    new = actions.renew_link(invitation=Invitation.objects.get().pk, now=clock.now())
    assert opened(cast.client("visitor"), token, entry) == {410}
    assert cast.client("visitor").get(reverse("programme:owner", args=[new])).status_code == 200


def test_an_invitation_opens_once(cast: Cast, client: Client) -> None:
    given = invite_user(
        email="fenna@voorbeeld.example",
        name="Fenna Voorbeeld",
        role=Role.READER,
        today=clock.today(),
    )
    page = reverse("accounts:first_password", args=[given.number, given.token])
    sent = {"password": PASSWORD, "again": PASSWORD}
    fields = client.get(page).context["form"].fields
    first = client.post(page, dict.fromkeys(fields, PASSWORD) | sent)
    assert first.status_code == 302
    for again in (client, Client(), cast.client("administrator")):
        assert {again.get(page).status_code, again.post(page, sent).status_code} == {410}
