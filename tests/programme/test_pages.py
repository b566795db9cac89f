"""Who may open which page, and what stands there."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from samen.accounts.actions import grant_role
from samen.accounts.models import Organisation
from samen.core.terms import OrganisationKind, Role
from samen.programme.actions import (
    add_theme,
    append_status,
    ask_round,
    load_programme_facts,
    record_action,
    record_indicator,
)
from samen.programme.actions.wording import Actor
from samen.programme.lists import as_calendar
from samen.programme.queries import all_themes, entry_state, owning_organisations, rounds
from samen.programme.values import IndicatorFacts, Standing, Wording

pytestmark = pytest.mark.django_db
START = date(2020, 1, 1)


@pytest.fixture
def team(client: Client, tess: Actor) -> Client:
    grant_role(user=tess.pk, role=Role.PROGRAMME_TEAM, start=START)
    client.force_login(get_user_model().objects.get(pk=tess.pk))
    return client


@pytest.fixture
def reader(tess: Actor) -> Client:
    user = get_user_model().objects.create_user(email="lia@voorbeeld.nl", name="Lia Lezer")
    grant_role(user=user.pk, role=Role.READER, start=START)
    client = Client()
    client.force_login(user)
    return client


def _life(promise: int) -> str:
    return reverse("programme:entry", args=["toezegging", promise])


def test_the_first_page_shows_what_is_overdue(team: Client, promise: int) -> None:
    page = team.get("/programma/?stand=2022-08-01&vraagt=overdue").content.decode()
    assert "crisisbedden" in page
    assert "Te laat" in page


def test_indicators_have_a_page_of_their_own(team: Client, tess: Actor, promise: int) -> None:
    facts, now = IndicatorFacts(unit="personen"), datetime(2021, 1, 1, tzinfo=UTC)
    record_indicator(wording=Wording(title="Geteld"), indicator=facts, by=tess, now=now)
    page = team.get("/programma/").content.decode()
    assert "crisisbedden" in page
    assert "Geteld" not in page
    assert '<a href="/programma/cijfers/">1 indicator' in page
    assert "Geteld" in team.get("/programma/?soort=indicator").content.decode()


def test_a_theme_gets_another_name_and_its_old_one_back(team: Client) -> None:
    theme = add_theme(name="Opvang")
    address = "/programma/thema/opvang/hernoemen/"
    assert 'value="Opvang"' in team.get(address).content.decode()
    page = team.post(address, {"name": "Opvang en zorg"}, follow=True).content.decode()
    assert 'name="name" value="Opvang"' in page
    assert [row.name for row in all_themes() if row.pk == theme] == ["Opvang en zorg"]
    team.post(address, {"name": "Opvang"})
    assert [row.name for row in all_themes() if row.pk == theme] == ["Opvang"]
    assert team.post(address, {"name": " "}).status_code == 422


def test_another_day_shows_another_register(team: Client, promise: int) -> None:
    assert "crisisbedden" not in team.get("/programma/?stand=2021-11-01").content.decode()


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_the_list_can_be_kept(team: Client, promise: int, form: str) -> None:
    assert team.get(f"/programma/lijst.{form}").status_code == 200


def test_the_head_of_a_list_is_in_the_language_of_the_reader(team: Client, promise: int) -> None:
    head = team.get("/programma/lijst.csv").content.decode().splitlines()[0]
    assert "Stand,Sinds,Termijn,Termijn in woorden" in head


def test_each_status_stands_once_in_the_filter(team: Client, tess: Actor, promise: int) -> None:
    page = team.get("/programma/").content.decode()
    assert page.count(">vervallen</option>") == 1
    for title, status in (("Dit stopt", "dropped"), ("Dit loopt", "running")):
        record_action(
            wording=Wording(title=title),
            standing=Standing(status=status, on=date(2022, 1, 1)),
            by=tess,
            now=datetime(2022, 1, 1, tzinfo=UTC),
        )
    given = Standing(status="lapsed", on=date(2022, 1, 1))
    append_status(entry=promise, standing=given, by=tess, now=datetime(2022, 1, 1, tzinfo=UTC))
    page = team.get("/programma/?status=dropped").content.decode()
    assert "Dit stopt" in page
    assert "crisisbedden" in page
    assert "Dit loopt" not in page


def test_organisations_are_sorted_without_regard_to_capitals(tess: Actor) -> None:
    load_programme_facts(by=tess, now=datetime(2021, 11, 17, tzinfo=UTC))
    names = ("zorgkantoor Voorbeeld", "Alfa", "beta", "Gamma")
    for name in names:
        organisation = Organisation.objects.create(name=name, kind=OrganisationKind.OTHER)
        assert organisation.name == name
    record_action(
        wording=Wording(title="Samen", owners=names),
        standing=Standing(status="running", on=date(2022, 1, 1)),
        by=tess,
        now=datetime(2022, 1, 1, tzinfo=UTC),
    )
    shown = [name for _pk, name in owning_organisations() if name in names]
    assert shown == ["Alfa", "beta", "Gamma", "zorgkantoor Voorbeeld"]


def test_a_life_shows_its_passage(reader: Client, promise: int) -> None:
    page = reader.get(_life(promise)).content.decode()
    assert "Wij doen dit." in page


def test_a_reader_reads_and_does_not_write(reader: Client, promise: int) -> None:
    assert reader.get("/programma/").status_code == 200
    assert reader.get(_life(promise) + "status/").status_code == 403
    assert reader.get("/programma/ronde/").status_code == 403


def test_a_stranger_is_asked_to_sign_in(promise: int) -> None:
    assert Client().get(_life(promise)).status_code == 302


def test_a_status_is_added_by_the_form(team: Client, promise: int) -> None:
    given = {"status": "running", "on": "2022-02-01", "note": "Begonnen"}
    assert team.post(_life(promise) + "status/", given).status_code == 302
    assert "Begonnen" in team.get(_life(promise)).content.decode()


def test_no_status_is_chosen_beforehand(team: Client, promise: int) -> None:
    page = team.get(_life(promise) + "status/").content.decode()
    assert '<option value="" selected>' in page
    untouched = {"status": "", "on": "2022-02-01"}
    assert team.post(_life(promise) + "status/", untouched).status_code == 422


def test_an_added_status_can_be_undone(team: Client, promise: int) -> None:
    given = {"status": "running", "on": "2022-02-01", "note": "Begonnen"}
    page = team.post(_life(promise) + "status/", given, follow=True).content.decode()
    undo = page.split('class="alert alert--success undo"')[1].split('action="')[1].split('"')[0]
    assert team.post(undo, follow=True).status_code == 200
    state = entry_state(entry=promise, on=date(2022, 2, 1))
    assert state is not None
    assert (state.status, state.due) == ("new", date(2022, 7, 8))
    assert team.post(_life(promise) + "status/987654/ongedaan/").status_code == 404


def test_an_error_stands_at_the_field_and_on_top(team: Client, promise: int) -> None:
    answer = team.post(_life(promise) + "status/", {"status": "running", "on": "31-02-2022"})
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()


def test_a_new_action_gets_a_page(team: Client) -> None:
    given = {"title": "Meer zorgcoördinatoren", "status": "running", "on": "2022-02-01",
             "owners": "VNG"}  # fmt: skip
    answer = team.post("/programma/nieuw/actie/", given, follow=True)
    assert "Meer zorgcoördinatoren" in answer.content.decode()


def test_search_leads_to_the_entry(reader: Client, promise: int) -> None:
    assert _life(promise) in reader.post("/zoek", {"q": "crisisbedden"}).content.decode()


def test_what_is_searched_for_stands_in_no_address(reader: Client, promise: int) -> None:
    page = reader.get("/zoek?q=crisisbedden").content.decode()
    assert _life(promise) not in page
    forms = re.findall(r"<form[^>]*role=\"search\"[^>]*>", page)
    assert len(forms) == 2
    assert all('method="post"' in form and 'autocomplete="off"' in form for form in forms)
    other = Client(enforce_csrf_checks=True)
    other.cookies = reader.cookies
    assert other.post("/zoek", {"q": "crisisbedden"}).status_code == 403


def test_an_owner_answers_without_an_account(promise: int, tess: Actor) -> None:
    asked = ask_round(
        title="Ronde",
        asked_on=date.today(),
        due=date.today(),
        by=tess,
        now=datetime.now(UTC),
        filters=None,
    )
    address = reverse("programme:owner", args=[asked.links[0][1]])
    client = Client()
    assert "crisisbedden" in client.get(address).content.decode()
    given = {f"{promise}-status": "running", f"{promise}-note": "Loopt", "answered_by": "Olga"}
    assert client.post(address, given).status_code == 302
    page = client.get(address).content.decode()
    assert "Loopt" in page
    assert "Wij doen dit." in page, "the words of the letter stand with the question"
    assert page.count('value="Olga"') == page.count('name="answered_by"') == 2
    assert client.get(address[:-3] + "xx/").status_code == 410


def test_a_round_goes_to_who_is_ticked(team: Client, promise: int, tess: Actor) -> None:
    record_action(
        wording=Wording(title="Een kader", owners=("VNG", "volgend kabinet", "OnlyFans")),
        standing=Standing(status="running", on=date(2022, 1, 1)),
        by=tess,
        now=datetime(2022, 1, 1, tzinfo=UTC),
    )
    page = team.get("/programma/ronde/").content.decode()
    ticked = [tag for tag in re.findall("<input[^>]*>", page) if "checked" in tag]
    named = {re.sub('.*value="([^"]*)".*', r"\1", tag) for tag in ticked}
    assert named == {"VNG", "Ministerie van Justitie en Veiligheid"}
    assert 'value="volgend kabinet"' in page
    given = {"title": "Ronde", "due": "2099-01-01", "owners": ["VNG"]}
    links = team.post("/programma/ronde/", given).content.decode()
    assert len(set(re.findall("/vraag/[^/]+/", links))) == 1
    assert team.post("/programma/ronde/", given | {"owners": []}).status_code == 200
    assert len(rounds()) == 1


def test_the_calendar_holds_the_terms_behind_a_secret_address(team: Client, promise: int) -> None:
    page = team.post("/programma/termijnen/").content.decode()
    address = page.split("<code>")[1].split("</code>")[0].split("testserver")[1]
    calendar = Client().get(address).content.decode()
    assert "20220708" in calendar
    assert Client().get("/programma/termijnen/anders.ics").status_code == 404


def test_the_calendar_bears_the_last_day_there_is(promise: int) -> None:
    state = entry_state(entry=promise, on=date(2022, 1, 1))
    assert state is not None
    last = replace(state, due=date.max, owners=(), theme="Opvang")
    calendar = as_calendar([last], now=datetime(2022, 1, 1, tzinfo=UTC), root="https://x.example")
    assert b"DTSTART;VALUE=DATE:99991231" in calendar
    assert "DESCRIPTION:Toezegging · Opvang" in calendar.decode()


def test_a_register_goes_out_and_a_wrong_file_is_refused(team: Client, promise: int) -> None:
    whole = team.get("/programma/uitwisseling/register.json").content
    given = {"file": SimpleUploadedFile("register.json", whole)}
    assert team.post("/programma/uitwisseling/", given).status_code == 302
    wrong = {"file": SimpleUploadedFile("register.json", b"niets")}
    assert team.post("/programma/uitwisseling/", wrong).status_code == 422


def test_an_indicator_has_a_chart_and_a_table(team: Client, tess: Actor) -> None:
    load_programme_facts(by=tess, now=datetime.now(UTC))
    page = team.get("/programma/cijfers/comensha-meldingen/").content.decode()
    assert "<svg" in page
    assert "1.013" in page


@pytest.mark.parametrize("name", ["stand", "bekend"])
def test_a_day_that_no_register_holds_is_no_crash(team: Client, name: str) -> None:
    assert team.get("/programma/", {name: "9999-12-31"}).status_code == 200


def test_a_lost_part_of_a_form_is_told_without_its_name_in_code(team: Client, promise: int) -> None:
    given = {"status": "running", "on": "2022-01-01", "last_seen": "x"}
    page = team.post(_life(promise) + "status/", given).content.decode()
    assert "Een deel van het formulier ontbreekt. Laad de pagina opnieuw." in page
    assert "Last seen" not in page


def test_a_round_says_what_has_no_owner_and_leads_to_it(
    team: Client, promise: int, tess: Actor
) -> None:
    assert "heeft geen eigenaar" not in team.get("/programma/ronde/").content.decode()
    orphan = record_action(
        wording=Wording(title="Een handreiking van niemand"),
        standing=Standing(status="running", on=date(2022, 1, 1)),
        by=tess,
        now=datetime(2022, 1, 1, tzinfo=UTC),
    )
    asked = ask_round(
        title="Ronde", asked_on=date.today(), due=date.today(), by=tess,
        now=datetime.now(UTC), filters=None,
    )  # fmt: skip
    for address in ("/programma/ronde/", f"/programma/ronde/{asked.id}/"):
        page = team.get(address).content.decode()
        assert 'href="/programma/?vraagt=without_owner">1 open onderdeel heeft' in page
    shown = team.get("/programma/?vraagt=without_owner").content.decode()
    assert f"/programma/actie/{orphan}/" in shown
    assert "crisisbedden" not in shown.split("<table")[1]


def test_the_ways_on_stand_above_the_list(team: Client, promise: int) -> None:
    page = team.get("/programma/").content.decode()
    for name in ("rounds", "indicators", "themes", "make_calendar"):
        assert page.index(f'href="{reverse(f"programme:{name}")}"') < page.index("<table")


def test_a_new_calendar_address_says_first_that_the_old_one_ends(team: Client) -> None:
    said = "Een nieuw adres beëindigt"
    assert said not in team.get("/programma/termijnen/").content.decode()
    address = team.post("/programma/termijnen/").content.decode().split("<code>")[1].split("<")[0]
    assert said in team.get("/programma/termijnen/").content.decode()
    assert Client().get(address).status_code == 200, "a look ends nothing"
