"""The pages on which a letter is started, checked, mended and frozen."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from samen.core.terms import DocumentKind
from samen.letters.actions import writing
from samen.letters.models import OutgoingLetter, Proposal
from samen.letters.queries.writing import desk as on_desk
from samen.programme import actions as register
from samen.programme import queries as programme
from samen.programme.values import DocumentFacts, FigureFacts, Standing
from tests.cast import Cast
from tests.letters.outgoing_letters import NOW, drafted, move_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(cast: Cast) -> OutgoingLetter:
    return drafted(cast["programme_team"])


def words(client: Client, address: str) -> str:
    """The page as it is read: without tags, white space folded."""
    page = client.get(address, headers={"accept-language": "nl"}).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def desk(letter: OutgoingLetter) -> str:
    return reverse("letters:desk", args=[letter.pk])


def test_the_date_of_a_new_letter_is_in_the_form_that_a_browser_takes(team: Client) -> None:
    page = team.get(reverse("letters:start")).content.decode()
    field = re.search(r'<input type="date"[^>]*>', page)
    assert field
    assert re.search(r'value="\d{4}-\d\d-\d\d"', field[0])


def test_findings_stand_by_check_and_section_and_are_counted(
    team: Client, letter: OutgoingLetter
) -> None:
    page = words(team, desk(letter))
    assert "2 bevindingen, geen daarvan houdt de brief tegen." in page
    assert page.count("Toezegging zonder termijn (2)") == 1
    assert "Zin zonder onderbouwing" not in page
    writing.add_section(letter=letter.pk, title="Eigen", by=letter.started_by, now=NOW)
    section = letter.sections.get(title="Eigen")
    writing.save_section(
        letter=letter.pk, key=section.key, title="Eigen", body="Er zijn er 34. Ook 35 deden mee.",
        seen=1, by=letter.started_by, now=NOW,
    )  # fmt: skip
    page = words(team, desk(letter))
    assert (
        "2 controles staan in de weg. Los die eerst op; ze staan naast de brief. "
        "Daarna stelt wie de rol vaststeller heeft de brief vast." in page
    )
    assert "Aantal dat de brief tegenhoudt: 2." in page
    assert page.index("Los getal (2)") < page.index("Toezegging zonder termijn (2)")
    assert "Eigen (2)" in page


def test_a_finding_shows_its_sentence_as_the_letter_prints_it(
    team: Client, letter: OutgoingLetter
) -> None:
    writing.add_section(letter=letter.pk, title="Eigen", by=letter.started_by, now=NOW)
    key = letter.sections.get(title="Eigen").key
    body = "In [[date:2021]] waren er 34 meldingen."
    writing.save_section(
        letter=letter.pk, key=key, title="Eigen", body=body, seen=1, by=letter.started_by, now=NOW
    )
    page = words(team, desk(letter))
    assert "“In 2021 waren er 34 meldingen.”" in page
    assert "[[date" not in page


def test_a_figure_to_put_in_shows_its_period_and_its_publication(
    team: Client, letter: OutgoingLetter
) -> None:
    indicator = programme.indicators()[0][0]
    figure = FigureFacts(2016, "Rapport", value=Decimal(5000), until_year=2020)
    register.record_figure(indicator=indicator, figure=figure, by=letter.started_by, now=NOW)
    page = words(team, f"{desk(letter)}?deel=inleiding")
    assert "Meldingen 2016–2020: 5.000 (Rapport)" in page
    assert "Meldingen 2021: 1.561 (Jaarbeeld)" in page


def test_no_page_of_this_room_calls_an_entry_a_post(team: Client, letter: OutgoingLetter) -> None:
    page = words(team, f"{desk(letter)}?deel=inleiding")
    assert not re.search(r"\bpost(en)?\b", page, re.IGNORECASE)
    assert "Naar het onderdeel" in page


def test_a_section_behind_the_register_is_written_again_and_back(
    team: Client, letter: OutgoingLetter
) -> None:
    key = move_on(letter, letter.started_by)
    page = team.get(desk(letter)).content.decode()
    again = reverse("letters:redraft", args=[letter.pk, key])
    assert page.count(f'action="{again}"') == 1
    answer = team.post(again)
    assert answer["Location"] == f"{desk(letter)}?deel={key}&gedaan=herschreven#{key}"
    assert "Dit is afgerond" in letter.sections.get(key=key).body
    assert "opnieuw geschreven uit het register" in words(team, answer["Location"])
    team.post(reverse("letters:undo", args=[letter.pk, key]), {"version": "2"})
    assert "De uitvoering loopt" in letter.sections.get(key=key).body


def test_only_the_words_that_changed_are_struck_and_nothing_is_cut_off(
    team: Client, letter: OutgoingLetter
) -> None:
    before = "De opvang loopt goed. " * 20 + "Einde."
    Proposal.objects.create(
        letter=letter, kind="words", section_key="inleiding", before=before,
        after=before.replace("Einde.", "Er kwam een plek bij. Einde."), file_sha256="0" * 64,
        brought_by=letter.started_by, brought_at=NOW,
    )  # fmt: skip
    page = team.get(desk(letter)).content.decode()
    assert "<del>" not in page
    assert "".join(re.findall(r"<ins>(.*?)</ins>", page)).strip() == "Er kwam een plek bij."
    assert "Einde." in page


def test_fields_are_shown_as_the_letter_prints_them(team: Client, letter: OutgoingLetter) -> None:
    page = words(team, f"{desk(letter)}?deel=inleiding")
    assert "Meldingen 2021: 1.561" in page
    assert "1561" not in page


def test_saving_says_so_and_stays_at_the_section(team: Client, letter: OutgoingLetter) -> None:
    answer = team.post(
        reverse("letters:save", args=[letter.pk, "inleiding"]),
        {"title": "Inleiding", "body": "Dag.", "version": "1"},
    )
    assert answer["Location"].endswith("?deel=inleiding&gedaan=bewaard#inleiding")
    assert "Opgeslagen." in words(team, answer["Location"])


def test_a_frozen_letter_is_checked_no_more_and_shows_what_it_said(
    team: Client, letter: OutgoingLetter
) -> None:
    writing.freeze_letter(letter=letter.pk, by=letter.started_by, now=NOW, because="Zo kan het.")
    key = letter.sections.get(body__contains="tien plekken").key
    move_on(OutgoingLetter.objects.get(pk=letter.pk), letter.started_by)
    page = words(team, desk(letter))
    assert "de controles zijn toen gedaan" in page
    assert "Tekst loopt achter op het register" not in page
    assert reverse("letters:redraft", args=[letter.pk, key]) not in page


def test_a_frozen_letter_says_what_was_let_stand_by_whom_and_why(
    cast: Cast, team: Client, letter: OutgoingLetter
) -> None:
    address = reverse("letters:freeze", args=[letter.pk])
    refused = cast.client("approver").post(address)
    assert refused.status_code == 400
    assert "zegt waarom ze mogen blijven staan" in refused.content.decode()
    found = len(on_desk(letter).findings)
    cast.client("approver").post(address, {"because": "De termijnen volgen in mei."})
    page = words(team, desk(letter))
    assert cast["approver"].name in page
    assert "De termijnen volgen in mei." in page
    assert "Toezegging zonder termijn (2)" in page
    assert f"{found} bevindingen" in page
    assert "Geef een datum" not in page


def test_a_day_in_a_finding_is_in_the_readers_language(team: Client, cast: Cast) -> None:
    letter = drafted(cast["programme_team"])
    entry = next(e.id for e in on_desk(letter).facts.entries.values() if "plekken" in e.title)
    register.append_status(
        entry=entry,
        standing=Standing("running", date(2022, 7, 1), due=date(2022, 10, 31)),
        by=cast["programme_team"],
        now=NOW,
    )
    assert "31 oktober 2022 verstreken" in words(team, desk(letter))
    team.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = team.get(desk(letter)).content.decode()
    assert "passed on 31 October 2022" in page


@override_settings(TODAY=date(2022, 11, 15))
def test_a_frozen_letter_tells_its_day_as_the_pages_call_it(
    cast: Cast, team: Client, letter: OutgoingLetter
) -> None:
    address = reverse("letters:freeze", args=[letter.pk])
    cast.client("approver").post(address, {"because": "Zo kan het."})
    assert "heeft deze brief op 15 november 2022 vastgesteld" in words(team, desk(letter))


def test_the_letters_to_choose_from_are_dated_as_pages_date_them(team: Client, cast: Cast) -> None:
    register.add_document(
        document=DocumentFacts(
            title="Derde brief", kind=DocumentKind.LETTER, date=date(2021, 11, 17)
        ),
        by=cast["programme_team"],
        now=NOW,
    )
    team.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = team.get(reverse("letters:start")).content.decode()
    assert "Derde brief (17 November 2021)" in page


def test_freezing_asks_first_and_says_what_it_does(cast: Cast, letter: OutgoingLetter) -> None:
    approver = cast.client("approver")
    address = reverse("letters:freeze", args=[letter.pk])
    assert f'href="{address}"' in approver.get(desk(letter)).content.decode()
    page = words(approver, address)
    assert "Dit kan niet ongedaan worden gemaakt" in page
    assert "geen daarvan houdt de brief tegen" in page
    letter.refresh_from_db()
    assert letter.state == "draft"
    assert approver.post(address, {"because": "Zo kan het."})["Location"] == desk(letter)
    letter.refresh_from_db()
    assert letter.state == "frozen"


def test_the_team_writes_and_the_approver_freezes(cast: Cast, letter: OutgoingLetter) -> None:
    address = reverse("letters:freeze", args=[letter.pk])
    team = cast.client("programme_team")
    assert team.post(address).status_code == 403
    page = team.get(desk(letter)).content.decode()
    assert address not in page
    assert "vaststeller" in words(team, desk(letter))
    save = reverse("letters:save", args=[letter.pk, "inleiding"])
    assert save in team.get(f"{desk(letter)}?deel=inleiding").content.decode()
    assert (
        save not in cast.client("approver").get(f"{desk(letter)}?deel=inleiding").content.decode()
    )


def test_the_approver_is_told_which_letter_can_be_frozen(
    cast: Cast, letter: OutgoingLetter
) -> None:
    ine, address = cast.client("approver"), reverse("letters:freeze", args=[letter.pk])
    assert address in ine.get("/").content.decode()
    assert address not in cast.client("programme_team").get("/").content.decode()
    writing.add_section(letter=letter.pk, title="Eigen", by=letter.started_by, now=NOW)
    section = letter.sections.get(title="Eigen")
    writing.save_section(
        letter=letter.pk, key=section.key, title="Eigen", body="Er zijn er 34.",
        seen=1, by=letter.started_by, now=NOW,
    )  # fmt: skip
    page = ine.get("/").content.decode()
    assert address not in page
    assert "Er wacht niets op u" in page


def test_a_letter_that_is_held_back_offers_no_freezing(cast: Cast, letter: OutgoingLetter) -> None:
    move_on(letter, letter.started_by)
    approver = cast.client("approver")
    address = reverse("letters:freeze", args=[letter.pk])
    assert address not in approver.get(desk(letter)).content.decode()
    assert "houdt" not in words(approver, address)
    assert (
        "<form" not in approver.get(address).content.decode().split("<main")[1].split("</main")[0]
    )
    assert approver.post(address).status_code == 422
