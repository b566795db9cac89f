"""The acts on what stands in the register, as people do them: by page, and undone by button."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from samen.core.terms import EvidenceRole, LinkRole
from samen.programme import queries
from samen.programme.actions import Said as OwnerSaid
from samen.programme.actions import (
    add_document,
    add_evidence,
    add_theme,
    answer_question,
    ask_round,
    link_entries,
    record_action,
    record_commitment,
    record_figure,
    record_indicator,
    set_target,
    withdraw_figure,
)
from samen.programme.actions.wording import Actor
from samen.programme.values import (
    DocumentFacts,
    FigureFacts,
    IndicatorFacts,
    Place,
    Standing,
    TargetFacts,
    Wording,
)
from samen.work import clock
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db
NOW = datetime(2022, 2, 1, tzinfo=UTC)
TODAY = date(2022, 2, 1)
TEXT = "Geachte voorzitter,\n\nIn dit jaar zijn tien\nplaatsen geopend. Dat is alles.\nHoogachtend"


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def team(cast: Cast) -> Client:
    return cast.client("programme_team")


def page_of(entry: int) -> str:
    life = queries.life_of(entry=entry)
    assert life is not None
    kinds = {"action": "actie", "commitment": "toezegging", "indicator": "indicator"}
    return reverse("programme:entry", args=[kinds[life.kind], entry])


def action(title: str, by: Actor, on: date = TODAY) -> int:
    return record_action(
        wording=Wording(title, owners=("VNG",)),
        standing=Standing(status="running", on=on),
        by=by,
        now=NOW,
    )


def test_an_answer_is_judged_in_its_own_round(cast: Cast, team: Client) -> None:
    entry = action("Wij openen bedden", cast["programme_team"])
    own, other = (
        ask_round(
            title=title, asked_on=TODAY, due=date(2100, 1, 1), by=cast["programme_team"], now=NOW,
            filters=None,
        )
        for title in ("Ronde", "Andere ronde")
    )  # fmt: skip
    said = OwnerSaid(entry, "done")
    answer = answer_question(token=own.links[0][1], said=said, answered_by="Olga", now=NOW)
    elsewhere = reverse("programme:judge", args=[other.id, answer, "accepteer"])
    assert team.post(elsewhere).status_code == 404
    assert [state.status for state in queries.entries_as_of(on=clock.today())] == ["running"]
    here = reverse("programme:judge", args=[own.id, answer, "accepteer"])
    assert "Het antwoord is overgenomen" in team.post(here, follow=True).content.decode()
    assert [state.status for state in queries.entries_as_of(on=clock.today())] == ["done"]


def press_undo(client: Client, html: str) -> None:
    """Press the undo that a page offers."""
    offer = html.split('class="alert alert--success undo"')[1].split("</form>", maxsplit=1)[0]
    address = re.findall(r'action="([^"]+)"', offer)[0]
    hidden = re.findall(r'type="hidden" name="(?!csrf)([^"]+)" value="([^"]*)"', offer)
    assert client.post(address, dict(hidden)).status_code == 302


def test_two_are_merged_after_a_look_and_parted_by_the_undo(team: Client, tess: Actor) -> None:
    old = action("Opvang voor slachtoffers uitbreiden", tess, date(2021, 1, 1))
    new = action("Opvang van slachtoffers vergroten", tess)
    choose = team.get(page_of(old) + "samenvoegen/").content.decode()
    assert f"?met={new}" in choose
    look = team.get(page_of(old) + f"samenvoegen/?met={new}").content.decode()
    assert "Opvang voor slachtoffers uitbreiden" in look
    assert "verschilt" in look
    done = team.post(page_of(old) + "samenvoegen/", {"met": new, "stays": new}, follow=True)
    assert [s.id for s in queries.entries_as_of(on=TODAY)] == [new]
    assert done.redirect_chain[-1][0] == page_of(new)
    press_undo(team, done.content.decode())
    assert [s.id for s in queries.entries_as_of(on=TODAY)] == [old, new]


def test_a_merge_can_be_parted_later_from_both_pages(team: Client, tess: Actor) -> None:
    old, new = action("Opvang uitbreiden", tess), action("Opvang vergroten", tess)
    team.post(page_of(old) + "samenvoegen/", {"met": new, "stays": new})
    for page in (page_of(old), page_of(new)):
        assert f"/programma/actie/{old}/losmaken/" in team.get(page).content.decode()
    team.post(page_of(old) + "losmaken/")
    assert len(queries.entries_as_of(on=TODAY)) == 2


def test_another_kind_is_not_offered_for_a_merge(team: Client, tess: Actor, promise: int) -> None:
    one = action("De Kamer hoort in de zomer hoe de crisisbedden worden benut", tess)
    assert f"?met={promise}" not in team.get(page_of(one) + "samenvoegen/").content.decode()
    look = team.get(page_of(one) + f"samenvoegen/?met={promise}").content.decode()
    assert 'name="stays"' not in look


def test_an_entry_is_withdrawn_with_a_reason_and_comes_back(team: Client, tess: Actor) -> None:
    one = action("Opvang uitbreiden", tess)
    assert team.post(page_of(one) + "intrekken/", {"reason": ""}).status_code == 422
    done = team.post(page_of(one) + "intrekken/", {"reason": "Staat er al"}, follow=True)
    assert "Staat er al" in done.content.decode()
    assert queries.entries_as_of(on=TODAY) == []
    press_undo(team, done.content.decode())
    assert len(queries.entries_as_of(on=TODAY)) == 1


def test_an_action_is_linked_with_its_motion_and_unlinked(
    team: Client, tess: Actor, promise: int
) -> None:
    one = action("Crisisbedden beter benutten", tess)
    found = team.get(page_of(one) + "koppelen/?q=crisisbedden").content.decode()
    assert f"?met={promise}" in found
    given = {"met": promise, "role": "carries_out:from"}
    done = team.post(page_of(one) + "koppelen/", given, follow=True).content.decode()
    assert "geeft uitvoering aan" in done
    assert "Crisisbedden beter" in team.get(page_of(promise)).content.decode()
    tie = {"hangs": one, "on": promise, "role": "carries_out"}
    gone = team.post(page_of(promise) + "ontkoppelen/", tie, follow=True).content.decode()
    assert _ties(one) == []
    press_undo(team, gone)
    assert _ties(one) == [(one, promise)]
    assert team.post(page_of(one) + "koppelen/", {"met": promise, "role": "x"}).status_code == 422


def _ties(entry: int) -> list[tuple[int, int]]:
    life = queries.life_of(entry=entry)
    assert life is not None
    return [tie.pair for tie in life.ties]


def test_links_of_a_merged_entry_are_told_with_the_other(
    team: Client, tess: Actor, promise: int
) -> None:
    old, new = action("Opvang uitbreiden", tess), action("Opvang vergroten", tess)
    link_entries(entry=old, other=promise, role=LinkRole.CARRIES_OUT)
    team.post(page_of(old) + "samenvoegen/", {"met": new, "stays": new})
    assert _ties(new) == [(old, promise)]
    tie = {"hangs": old, "on": promise, "role": "carries_out"}
    answer = team.post(page_of(new) + "ontkoppelen/", tie, follow=True).content.decode()
    assert "opgegaan" not in answer
    assert _ties(new) == []


@pytest.fixture
def paper(tess: Actor) -> int:
    facts = DocumentFacts(title="Verzonnen brief met regels", date=TODAY, text=TEXT)
    return add_document(document=facts, by=tess, now=NOW)


def test_a_passage_is_proposed_judged_and_the_judgement_undone(
    cast: Cast, team: Client, tess: Actor, paper: int
) -> None:
    one = action("Plaatsen openen", tess)
    owner = cast.client("action_owner")
    given = {"document": paper, "line": 3, "line_end": 4, "role": "settles"}
    assert owner.post(page_of(one) + "bewijs/", given).status_code == 302
    shown = owner.get(page_of(one)).content.decode()
    assert "voorgesteld" in shown
    assert "/accepteer/" not in shown
    (waits,) = queries.proposed_evidence()
    home = team.get("/").content.decode()
    assert "Bas Voorbeeld" in home
    judge = page_of(one) + f"bewijs/{waits.evidence}/"
    done = team.post(judge + "verwerp/", {"reason": "Gaat over iets anders"}, follow=True)
    assert "Gaat over iets anders" in done.content.decode()
    assert queries.proposed_evidence() == []
    press_undo(team, done.content.decode())
    done = team.post(judge + "accepteer/", follow=True)
    assert (
        team.post(judge + "accepteer/", follow=True).content.decode().count("al overgenomen") == 1
    )
    assert len(queries.entries_of_document(document=paper, on=TODAY)) == 1
    press_undo(team, done.content.decode())
    assert len(queries.proposed_evidence()) == 1


def test_lines_that_a_paper_has_not_are_refused(team: Client, tess: Actor, paper: int) -> None:
    one = action("Plaatsen openen", tess)
    given = {"document": paper, "line": 3, "line_end": 44, "role": "settles"}
    answer = team.post(page_of(one) + "bewijs/", given)
    assert answer.status_code == 422
    assert "regels niet" in answer.content.decode()


def test_a_passage_opens_the_paper_at_its_line(team: Client, tess: Actor, paper: int) -> None:
    one = action("Plaatsen openen", tess)
    start = TEXT.index("tien")
    place = Place(paper, 3, 4, start, TEXT.index("Dat is") - 1, "tien plaatsen geopend.",
                  EvidenceRole.STATES)  # fmt: skip
    add_evidence(entry=one, place=place, by=tess, now=NOW)
    life = team.get(page_of(one)).content.decode()
    address = re.findall(r'href="(/programma/stuk/[^"]+)"', life)[0]
    assert address.endswith("#regel-3")
    text = team.get(address.split("#")[0]).content.decode()
    third = text.split('id="regel-3"')[1].split("</p>")[0]
    assert '<mark class="is-lit">tien</mark>' in third
    fourth = text.split('id="regel-4"')[1].split("</p>")[0]
    assert '<mark class="is-lit">plaatsen geopend.</mark> Dat is alles.' in fourth
    assert "<mark" not in text.split('id="regel-5"')[1].split("</p>")[0]


def test_a_round_shows_who_is_silent_closes_and_opens_again(
    team: Client, tess: Actor, promise: int
) -> None:
    action("Plaatsen openen", tess)
    asked = ask_round(title="Najaar", asked_on=TODAY, due=TODAY, by=tess, now=NOW, filters=None)
    token = dict(asked.links)["VNG"]
    said = OwnerSaid(entry=_only(token), status="done")
    answer_question(token=token, said=said, answered_by="Olga", now=NOW)
    address = reverse("programme:close_round", args=[asked.id])
    look = team.get(address).content.decode()
    assert "Ministerie van Justitie en Veiligheid" in look
    assert "crisisbedden" in look
    assert "Plaatsen openen" not in look
    done = team.post(address, follow=True)
    assert queries.owner_page(token=token, now=NOW, today=TODAY) is None
    press_undo(team, done.content.decode())
    assert queries.owner_page(token=token, now=NOW, today=TODAY) is not None


def _only(token: str) -> int:
    page = queries.owner_page(token=token, now=NOW, today=TODAY)
    assert page is not None
    return page.questions[0].state.id


def test_figures_and_targets_are_withdrawn_on_the_indicator(team: Client, tess: Actor) -> None:
    counted = record_indicator(
        wording=Wording("Meldingen"), indicator=IndicatorFacts(), by=tess, now=NOW
    )
    facts = FigureFacts(year=2020, publication="Jaarbeeld", value=Decimal(1013))
    figure = record_figure(indicator=counted, figure=facts, by=tess, now=NOW)
    aim = TargetFacts(year=2021, value=Decimal(900), set_by="besluit")
    target = set_target(indicator=counted, target=aim, by=tess, now=NOW)
    root = "/programma/cijfers/meldingen/"
    for address in (f"{root}cijfer/{figure}/", f"{root}doel/{target}/"):
        assert team.get(address + "intrekken/").status_code == 200
        done = team.post(address + "intrekken/", {"reason": "Verkeerd jaar"}, follow=True)
        assert "Verkeerd jaar" in done.content.decode()
        press_undo(team, done.content.decode())
        assert "Verkeerd jaar" not in team.get(root).content.decode()
    withdraw_figure(figure=figure, reason="Verkeerd jaar", by=tess, now=clock.now())
    assert "<s>" in team.get(root).content.decode()
    past = team.get(root + "?bekend=2022-02-02").content.decode()
    assert "1.013" in past
    assert "<s>" not in past
    assert "1.013" not in team.get(root + "?bekend=2022-01-01").content.decode()
    assert team.get(f"/programma/cijfers/anders/cijfer/{figure}/intrekken/").status_code == 404


def test_a_theme_is_withdrawn_and_restored_on_its_page(team: Client) -> None:
    add_theme(name="Opvang")
    done = team.post("/programma/thema/opvang/intrekken/", {"reason": "Samengevoegd"}, follow=True)
    assert "<s>Opvang</s>" in done.content.decode()
    press_undo(team, done.content.decode())
    assert "<s>Opvang</s>" not in team.get("/programma/thema/").content.decode()


def test_a_theme_is_merged_on_its_page_and_empty_ones_are_no_headings(
    cast: Cast, team: Client, tess: Actor
) -> None:
    opvang, _zorg = add_theme(name="Opvang"), add_theme(name="Zorg")
    record_action(
        wording=Wording("Meer bedden", theme=add_theme(name="Bedden", parent=opvang)),
        standing=Standing(status="running", on=TODAY),
        by=tess,
        now=NOW,
    )
    headings, _, empty = team.get("/programma/thema/").content.decode().partition("<details>")
    assert "Opvang</a>" in headings
    assert "Bedden</a>" in headings
    assert "onderdeel van Opvang" in headings
    assert headings.count('data-label="Onderdelen">1</td>') == 2, "none shows 0"
    assert "Zorg" not in headings
    assert "Zorg" in empty
    address = "/programma/thema/bedden/samenvoegen/"
    page = team.get(address).content.decode()
    zorg = re.search(r'value="(\d+)">Zorg<', page)
    assert zorg is not None
    given = {"into": zorg[1], "reason": "Eén thema"}
    done = team.post(address, given, follow=True).content.decode()
    assert "<s>Bedden</s> · Eén thema" in done
    assert "Zorg</a>" in done.partition("<details>")[0]
    press_undo(team, done)
    back = team.get("/programma/thema/").content.decode()
    assert "<s>" not in back
    assert "Zorg" not in back.partition("<details>")[0]
    assert team.post(address, given | {"into": "x"}).status_code == 422
    assert cast.client("reader").post(address, given).status_code == 403


def test_the_first_page_says_what_waits_for_whom(cast: Cast, tess: Actor) -> None:
    empty = cast.client("programme_team").get("/").content.decode()
    assert "Er wacht niets op u" in empty
    assert "geen termijn verstreken" in empty
    for owner in ("ministerie van Voorbeelden", "VNG"):
        record_commitment(
            wording=Wording(f"Brief van {owner}", owners=(owner,)),
            standing=Standing(status="new", on=TODAY, due=date(2022, 3, 1)),
            by=tess,
            now=NOW,
        )
    full = cast.client("reader").get("/").content.decode()
    assert "Brief van VNG" in full
    assert "Aan u om te beslissen" not in full
    own = cast.client("action_owner").get("/").content.decode()
    assert "Brief van ministerie van Voorbeelden" in own
    assert "Brief van VNG" not in own
    assert "Brief van" not in cast.client("nobody").get("/").content.decode()
