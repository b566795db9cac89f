"""Inviting, giving and ending roles, closing: what each does to the person."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from samen.accounts import actions, queries
from samen.accounts.models import User
from samen.core.errors import BadInput, Conflict, Refused
from samen.core.terms import OrganisationKind, Role
from samen.work import clock
from tests.cast import PASSWORD, Cast

DAY = date(2021, 11, 17)


def test_a_link_sets_a_password_once_and_signs_in(cast: Cast) -> None:
    answer = cast.client("administrator").post(
        "/mensen/uitnodigen",
        {"name": "Fenna Voorbeeld", "email": "fenna@voorbeeld.example", "role": "reader"},
    )
    link = re.search(r"/uitnodiging/\S+?(?=<)", answer.content.decode())
    assert link is not None
    visitor = Client()
    assert visitor.get(link[0]).status_code == 200
    answer = visitor.post(link[0], {"password": PASSWORD})
    assert answer.status_code == 302
    assert visitor.get("/ik").status_code == 200
    assert Client().get(link[0]).status_code == 410
    assert Client().post(link[0], {"password": "iets-heel-anders-nu"}).status_code == 410


def test_a_weak_password_is_refused_at_its_field(cast: Cast) -> None:
    invitation = actions.make_link(user=cast["reader"].pk)
    link = f"/uitnodiging/{invitation.number}/{invitation.token}"
    page = Client().post(link, {"password": "kort"}).content.decode()
    assert 'class="error-summary"' in page
    assert 'aria-describedby="id_password_helptext id_password_error"' in page


def test_one_address_has_one_account(cast: Cast) -> None:
    with pytest.raises(Conflict):
        actions.invite_user(email=cast["reader"].email.upper(), name="Dubbel", today=DAY)


def test_roles_hold_from_their_first_to_their_last_day(cast: Cast) -> None:
    user = cast["nobody"].pk
    actions.grant_role(user=user, role=Role.APPROVER, start=DAY, end=DAY + timedelta(days=1))
    days = [DAY + timedelta(days=n) for n in (-1, 0, 1, 2)]
    assert [bool(queries.roles_of(user, on=day)) for day in days] == [False, True, True, False]


def test_the_same_role_twice_on_a_day_is_refused(cast: Cast) -> None:
    user = cast["nobody"].pk
    actions.grant_role(user=user, role=Role.READER, start=DAY)
    with pytest.raises(Conflict):
        actions.grant_role(user=user, role=Role.READER, start=DAY + timedelta(days=9))
    with pytest.raises(BadInput):
        actions.grant_role(user=user, role=Role.APPROVER, start=DAY, end=date(2020, 1, 1))


def test_an_invitation_gives_no_role_that_nobody_chose(cast: Cast) -> None:
    page = cast.client("administrator").get("/mensen/uitnodigen").content.decode()
    roles = page.split('name="role"')[1].split("</select>")[0]
    assert re.findall(r'value="(\w*)" selected', roles) == [""]
    given = {"name": "Lou Voorbeeld", "email": "lou@voorbeeld.example", "role": ""}
    cast.client("administrator").post("/mensen/uitnodigen", given)
    assert queries.person_by_email("lou@voorbeeld.example") is None


def test_an_ended_role_no_longer_opens_a_page(cast: Cast) -> None:
    client = cast.client("reader")
    assert client.get("/organisaties/").status_code == 200
    grant = queries.grants_of(cast["reader"].pk).get()
    actions.end_role(grant=grant.pk, user=cast["reader"].pk, today=clock.today())
    assert client.get("/organisaties/").status_code == 403
    with pytest.raises(Refused):
        actions.end_role(grant=grant.pk, user=cast["reader"].pk, today=clock.today())


def test_closing_an_account_ends_its_sessions_at_once(cast: Cast) -> None:
    client = cast.client("programme_team")
    assert client.get("/ik").status_code == 200
    number = cast["programme_team"].pk
    cast.client("administrator").post(f"/mensen/{number}/sluiten")
    assert client.get("/ik").status_code == 302
    sign_in = {"login": cast["programme_team"].email, "password": PASSWORD}
    assert b"error-summary" in Client().post("/account/login/", sign_in).content
    assert queries.roles_of(number, on=clock.today()) == frozenset()


def test_a_password_signs_in_and_a_wrong_one_does_not(cast: Cast) -> None:
    client = Client()
    wrong = client.post("/account/login/", {"login": cast["reader"].email, "password": "mis"})
    assert wrong.status_code == 200
    right = client.post("/account/login/", {"login": cast["reader"].email, "password": PASSWORD})
    assert right.status_code == 302
    assert client.get("/ik").status_code == 200


def test_a_password_is_kept_as_what_is_slow_to_guess(cast: Cast) -> None:
    kept = cast["reader"].password
    assert kept.startswith("argon2$argon2id$")
    assert PASSWORD not in kept


def test_many_wrong_passwords_are_slowed_down(cast: Cast) -> None:
    client = Client()
    tries = [
        client.post("/account/login/", {"login": cast["approver"].email, "password": f"mis-{n}"})
        for n in range(12)
    ]
    right = client.post("/account/login/", {"login": cast["approver"].email, "password": PASSWORD})
    assert right.status_code != 302
    assert tries[0].status_code == 200


def test_an_administrator_cannot_shut_the_door_behind_themselves(cast: Cast) -> None:
    me = cast["administrator"].pk
    with pytest.raises(Refused):
        actions.close_account(user=me, today=DAY, by=me)
    grant = queries.grants_of(me).get()
    with pytest.raises(Refused):
        actions.end_role(grant=grant.pk, user=me, today=DAY, by=me)


def test_a_new_holder_ends_the_earlier_one_the_day_before(db: None) -> None:
    body = actions.add_organisation(name="ministerie van Proef", kind=OrganisationKind.MINISTRY)
    office = actions.add_office(title="minister van Proef", short="MvP", organisation=body.pk)
    actions.appoint(office=office.pk, holder="A. Proef", start=date(2020, 1, 1))
    actions.appoint(office=office.pk, holder="B. Proef", start=DAY)
    assert queries.holder_on(office.pk, DAY - timedelta(days=1)) == "A. Proef"
    assert queries.holder_on(office.pk, DAY) == "B. Proef"
    assert queries.office_by_title("mvp") == office
    assert queries.holder_on(office.pk, date(2019, 1, 1)) is None
    with pytest.raises(Conflict):
        actions.add_office(title="Minister van Proef", organisation=body.pk)


def test_reading_roles_see_offices_without_a_form(cast: Cast) -> None:
    assert b'<form class="form"' not in cast.client("reader").get("/ambten/").content
    assert b'<form class="form"' in cast.client("programme_team").get("/ambten/").content


def test_a_forgotten_password_is_a_matter_for_the_administrator(client: Client) -> None:
    """Samen sends no mail; a page that says so, and no form that would try."""
    page = client.get("/account/password/reset/")
    assert page.status_code == 200
    assert "Vraag de beheerder" in page.content.decode()
    assert client.post("/account/password/reset/", {"email": "x@y.example"}).status_code == 405


def test_an_address_to_sign_in_with_is_not_changed_by_its_owner(cast: Cast) -> None:
    answer = cast.client("reader").post(
        "/account/email/", {"action_add": "", "email": "x@y.example"}
    )
    assert (answer.status_code, answer["Location"]) == (302, "/ik")
    assert Client().get("/account/email/")["Location"].startswith("/account/login/")


@pytest.mark.parametrize("address", ["/mensen/", "/organisaties/", "/ambten/", "/spoor/"])
def test_the_pages_of_people_and_access_are_one_room(cast: Cast, address: str) -> None:
    page = cast.client("administrator").get(address).content.decode()
    assert 'href="/mensen/" aria-current="true"' in page
    assert f'<a href="{address}" aria-current="page">' in page


def test_an_emptied_account_is_not_opened_again(cast: Cast) -> None:
    User.objects.filter(pk=cast["nobody"].pk).update(is_active=False, emptied_on=DAY)
    answer = cast.client("administrator").post(f"/mensen/{cast['nobody'].pk}/openen", follow=True)
    assert answer.status_code == 200
    assert "Nodig de persoon" in answer.content.decode()


@pytest.mark.parametrize("name", ["  ", "Stichting\u202eVoorbeeld", "Stich\u200bting", "A\x07B"])
def test_a_name_has_no_sign_that_nobody_sees(cast: Cast, name: str) -> None:
    body = queries.organisations()[0]
    with pytest.raises(BadInput):
        actions.add_organisation(name=name, kind=OrganisationKind.NGO)
    with pytest.raises(BadInput):
        actions.add_office(title=name, organisation=body.pk)
    with pytest.raises(BadInput):
        actions.invite_user(email="fenna@voorbeeld.example", name=name, today=DAY)
    office = actions.add_office(title="De Minister", organisation=body.pk)
    with pytest.raises(BadInput):
        actions.appoint(office=office.pk, holder=name, start=DAY)


def test_a_name_with_accents_is_a_name(cast: Cast) -> None:
    made = actions.add_organisation(name=" Coöperatie “Één” ", kind=OrganisationKind.NGO)
    assert made.name == "Coöperatie “Één”"


def test_periods_far_away_are_refused(cast: Cast) -> None:
    office = actions.add_office(title="De Minister", organisation=queries.organisations()[0].pk)
    for start, end in ((date(9999, 1, 1), None), (DAY, date(9999, 12, 31)), (date(1, 1, 1), None)):
        with pytest.raises(BadInput, match="too far away"):
            actions.grant_role(user=cast["nobody"].pk, role=Role.READER, start=start, end=end)
        with pytest.raises(BadInput, match="too far away"):
            actions.appoint(office=office.pk, holder="Vera Voorbeeld", start=start, end=end)
