"""What the pages of a letter say when something cannot be: a sentence, never a fault."""

import io
import threading
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from docx import Document

from samen.core.errors import SamenError
from samen.core.terms import DocumentKind
from samen.letters.actions import writing
from samen.letters.models import OutgoingLetter, Proposal
from samen.letters.queries.writing import desk
from samen.programme import actions as programme
from samen.programme.values import DocumentFacts, Standing, Wording
from tests.cast import Cast
from tests.letters.outgoing_letters import NOW, SAID, drafted, move_on

pytestmark = pytest.mark.django_db
DUTCH = {"accept-language": "nl"}
STRANGE_NUMBERS = ["", "²", "-1", "9" * 5000, "9" * 20, "een"]
NEW = {"year": "2023", "on": "2023-11-15", "subject": "Vijfde brief", "sender": "Ministerie"}


@pytest.fixture
def letter(cast: Cast) -> OutgoingLetter:
    return drafted(cast["programme_team"])


def address(act: str, letter: OutgoingLetter, *more: object) -> str:
    return reverse(f"letters:{act}", args=[letter.pk, *more])


def section_sent(letter: OutgoingLetter, **given: str) -> dict[str, str]:
    section = letter.sections.get(key="inleiding")
    return {"title": section.title, "body": section.body, "version": "1"} | given


def proposed(letter: OutgoingLetter) -> Proposal:
    return Proposal.objects.create(
        letter=letter, kind="added", section_key="inleiding", after="Er kwam iets bij.",
        file_sha256="0" * 64, brought_by=letter.started_by, brought_at=NOW,
    )  # fmt: skip


@pytest.mark.parametrize("field", ["title", "body"])
def test_a_sign_that_cannot_be_printed_is_refused_when_it_is_saved(
    team: Client, letter: OutgoingLetter, field: str
) -> None:
    sent = section_sent(letter, **{field: "Opvang 😀"})
    answer = team.post(address("save", letter, "inleiding"), sent, headers=DUTCH)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Het teken “😀” (U+1F600) kan niet in een brief worden afgedrukt." in page
    assert page.count("Opvang 😀") == 1
    assert letter.sections.get(key="inleiding").version == 1


def test_signs_that_nobody_sees_go_out_and_every_file_is_made(
    team: Client, letter: OutgoingLetter
) -> None:
    sent = section_sent(letter, title="Inlei\x00ding\x07", body="Een\x01 zin\u202e.\x0bNog een.")
    assert team.post(address("save", letter, "inleiding"), sent).status_code == 302
    section = letter.sections.get(key="inleiding")
    assert (section.title, section.body) == ("Inleiding", "Een zin.\nNog een.")
    for name in ("brief.docx", "brief.pdf", "resultatentabel.xlsx"):
        assert team.get(address("download", letter, name)).status_code == 200


def test_strange_signs_of_the_register_are_told_where_they_cannot_be_printed(
    team: Client, letter: OutgoingLetter
) -> None:
    for words in ("Een\x01 actie", "Nog een actie 😀"):
        programme.record_action(
            wording=Wording(words),
            standing=Standing("running", SAID),
            by=letter.started_by,
            now=NOW,
        )
    assert team.get(address("download", letter, "brief.docx")).status_code == 200
    assert team.get(address("download", letter, "resultatentabel.xlsx")).status_code == 200
    answer = team.get(address("download", letter, "brief.pdf"), headers=DUTCH)
    assert answer.status_code == 400
    assert "Het teken “😀”" in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "given"),
    [("sequence", "40000"), ("sequence", "9" * 5000), ("subject", "Brief 😀"), ("sender", "Ａ")],
)
def test_a_new_letter_with_a_field_that_cannot_be_is_told_at_the_field(
    team: Client, field: str, given: str
) -> None:
    answer = team.post(reverse("letters:start"), NEW | {field: given})
    assert answer.status_code == 400
    assert "form-field--invalid" in answer.content.decode()
    assert not OutgoingLetter.objects.exists()


def test_a_second_letter_of_a_year_is_told_in_the_readers_language(team: Client) -> None:
    assert team.post(reverse("letters:start"), NEW).status_code == 302
    answer = team.post(reverse("letters:start"), NEW, headers=DUTCH)
    assert answer.status_code == 400
    assert "Er is al een concept voor 2023" in answer.content.decode()
    assert team.post(reverse("letters:start"), {}).status_code == 400


@pytest.mark.django_db(transaction=True)
def test_of_five_who_start_a_letter_at_once_one_does_and_the_others_are_told(cast: Cast) -> None:
    told: list[str] = []
    plan = writing.LetterPlan(2024, date(2024, 11, 15), "Zesde brief", "Ministerie")
    together = threading.Barrier(5)

    def start() -> None:
        together.wait()
        try:
            writing.start_letter(plan=plan, by=cast["programme_team"], now=NOW)
            told.append("started")
        except SamenError as error:
            told.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=start) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["Conflict"] * 4 + ["started"]


@pytest.mark.parametrize("number", STRANGE_NUMBERS)
def test_a_version_that_is_none_is_told_and_keeps_the_text(
    team: Client, letter: OutgoingLetter, number: str
) -> None:
    sent = section_sent(letter, body="Mijn nieuwe woorden.", version=number)
    answer = team.post(address("save", letter, "inleiding"), sent)
    assert answer.status_code == 409
    assert "Mijn nieuwe woorden." in answer.content.decode()
    assert team.post(address("undo", letter, "inleiding"), sent).status_code == 409


def test_undo_takes_back_only_the_version_that_was_seen(
    team: Client, letter: OutgoingLetter
) -> None:
    save, undo = (address(act, letter, "inleiding") for act in ("save", "undo"))
    team.post(save, section_sent(letter, body="Een."))
    team.post(save, section_sent(letter, body="Twee.", version="2"))
    assert team.post(undo, {"version": "2"}).status_code == 409
    assert letter.sections.get(key="inleiding").body == "Twee."
    assert team.post(undo, {"version": "3"}).status_code == 302
    assert team.post(undo, {"version": "3"}).status_code == 409
    assert letter.sections.get(key="inleiding").body == "Een."


def test_a_form_sent_twice_does_its_work_once(team: Client, letter: OutgoingLetter) -> None:
    before = letter.sections.count()
    key = move_on(letter, letter.started_by)
    sent = section_sent(letter, body="Andere woorden.")
    for _twice in range(2):
        assert team.post(address("save", letter, "inleiding"), sent).status_code == 302
        assert team.post(address("redraft", letter, key)).status_code == 302
        assert team.post(address("add", letter), {"title": "Eigen"}).status_code == 302
    versions = {row.key: row.version for row in letter.sections.all()}
    assert (versions["inleiding"], versions[key]) == (2, 2)
    assert letter.sections.count() == before + 1


def test_a_proposal_is_decided_on_at_its_own_letter_by_one_of_two_acts(
    cast: Cast, team: Client, letter: OutgoingLetter
) -> None:
    proposal = proposed(letter)
    plan = writing.LetterPlan(2023, date(2023, 11, 15), "Vijfde brief", "Ministerie")
    other = OutgoingLetter(
        pk=writing.start_letter(plan=plan, by=cast["programme_team"], now=NOW), year=2023
    )
    elsewhere = address("decide", other, proposal.pk)
    assert team.post(elsewhere, {"act": "reject"}).status_code == 400
    here = address("decide", letter, proposal.pk)
    for act in ({}, {"act": "aanvaard"}):
        assert team.post(here, act).status_code == 400
    proposal.refresh_from_db()
    assert proposal.state == "open"
    assert team.post(here, {"act": "accept"}).status_code == 302
    assert team.post(here, {"act": "accept"}).status_code == 409
    assert letter.sections.get(key="inleiding").body.endswith("Er kwam iets bij.")


def test_saving_in_a_frozen_letter_says_that_it_is_frozen(
    cast: Cast, team: Client, letter: OutgoingLetter
) -> None:
    approver = cast.client("approver")
    assert approver.post(address("freeze", letter), {"because": "Zo."}).status_code == 302
    sent = section_sent(letter, body="Te laat.")
    for client, act in (
        (team, address("save", letter, "inleiding")),
        (approver, address("freeze", letter)),
    ):
        answer = client.post(act, sent, headers=DUTCH)
        assert answer.status_code == 409
        assert "Deze brief is vastgesteld." in answer.content.decode()


def test_a_word_file_that_comes_back_says_what_is_not_read_back(
    team: Client, letter: OutgoingLetter
) -> None:
    document = Document(io.BytesIO(writing.make_files(desk(letter))["brief.docx"]))
    title = next(p for p in document.paragraphs if p.style and p.style.name == "Heading 1")
    before, title.runs[0].text = title.text, "Vooraf"
    document.tables[0].rows[1].cells[4].paragraphs[0].runs[0].text = "Iemand anders"
    changed = io.BytesIO()
    document.save(changed)
    bring = address("bring_back", letter)

    def brought(content: bytes) -> str:
        file = SimpleUploadedFile("brief.docx", content)
        answer = team.post(bring, {"word": file}, follow=True, headers=DUTCH)
        return " ".join(answer.content.decode().split())

    page = brought(changed.getvalue())
    assert "Er kwamen 2 wijzigingen terug." in page
    assert "Niet teruggelezen: de resultatentabel." in page
    assert "Iemand anders" in page
    assert "Dit bestand is al eerder teruggelezen." in brought(changed.getvalue())
    renamed, cell = letter.proposals.order_by("kind").reverse()
    assert (renamed.kind, cell.kind) == ("title", "table")
    take = {"act": "accept"}
    assert team.post(address("decide", letter, cell.pk), take).status_code == 422
    assert team.post(address("decide", letter, renamed.pk), take).status_code == 302
    assert letter.sections.get(key=renamed.section_key).title == "Vooraf"
    assert before not in [section.title for section in letter.sections.all()]
    same = writing.make_files(desk(OutgoingLetter.objects.get(pk=letter.pk)))["brief.docx"]
    assert "Het bestand is gelijk aan de brief." in brought(same)
    assert "beschadigd" in brought(b"PK halverwege")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"on": "9999-11-15"}, "Datums liggen tussen 1900 en 2100."),
        ({"on": "2024-01-15"}, "De brief van 2023 heeft een datum in 2024."),
    ],
)
def test_a_letter_is_dated_in_its_own_year(team: Client, sent: dict[str, str], words: str) -> None:
    answer = team.post(reverse("letters:start"), NEW | sent, headers=DUTCH)
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert not OutgoingLetter.objects.exists()


def test_a_letter_answers_to_an_earlier_one(team: Client, cast: Cast) -> None:
    titles = {"Vorige brief": date(2022, 11, 15), "Latere brief": date(2099, 11, 15)}
    document = {
        title: programme.add_document(
            document=DocumentFacts(title=title, kind=DocumentKind.LETTER, date=on),
            by=cast["programme_team"],
            now=NOW,
        )
        for title, on in titles.items()
    }
    page = team.get(reverse("letters:start")).content.decode()
    assert "Vorige brief (15 november 2022)" in team.get(
        reverse("letters:start"), headers=DUTCH
    ).content.decode()  # fmt: skip
    assert "Latere brief" not in page
    sent = NEW | {"previous": str(document["Latere brief"])}
    answer = team.post(reverse("letters:start"), sent, headers=DUTCH)
    assert answer.status_code == 400
    assert "De brief ervoor is van 15 november 2099." in answer.content.decode()
