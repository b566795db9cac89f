"""What the pages of the review and of the upload refuse, and how they say it."""

import io
import zipfile

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from samen.core.reading.formats import MOST_BYTES
from samen.core.terms import CandidateKind, Judgement
from samen.letters.actions import review
from samen.letters.models import Candidate, Decision, IncomingLetter
from tests.cast import Cast
from tests.letters.incoming_letters import DEMO, NOW, candidate, letter_by_hand

pytestmark = pytest.mark.django_db
DUTCH = {"accept-language": "nl"}
STRANGE_NUMBERS = ["", "²", "-1", "9" * 5000, "9" * 18, "een"]


@pytest.fixture
def row(cast: Cast) -> Candidate:
    return candidate(letter_by_hand(cast["programme_team"]), CandidateKind.ACTION)


def state(row: Candidate) -> str:
    return Candidate.objects.get(pk=row.pk).state


def last() -> int:
    return Decision.objects.latest("pk").pk


@pytest.mark.parametrize("number", STRANGE_NUMBERS)
def test_a_number_that_is_none_is_told_and_nothing_is_done(
    team: Client, row: Candidate, number: str
) -> None:
    merge = reverse("letters:merge", args=[row.pk])
    assert team.post(merge, {"into": number}).status_code in (400, 422)
    page = reverse("letters:review", args=[row.letter_id])
    assert team.get(page, {"k": number}).status_code == 200
    news = reverse("letters:news", args=[row.letter_id])
    assert team.get(news, {"sinds": number, "kandidaat": number}).status_code == 200
    review.accept_candidate(candidate=row.pk, by=row.letter.uploaded_by, now=NOW)
    for undo in ("letters:undo_candidate", "letters:undo_last"):
        number_of = row.pk if undo.endswith("candidate") else row.letter_id
        answer = team.post(reverse(undo, args=[number_of]), {"decision": number})
        assert answer.status_code == 409
    assert state(row) == Judgement.ACCEPTED


def test_undo_takes_back_only_the_decision_that_was_seen(
    cast: Cast, team: Client, row: Candidate
) -> None:
    review.accept_candidate(candidate=row.pk, by=cast["programme_team"], now=NOW)
    seen = last()
    page = team.get(reverse("letters:review", args=[row.letter_id]), {"k": row.pk})
    assert f'name="decision" value="{seen}"' in page.content.decode()
    review.undo_decision(candidate=row.pk, by=cast["approver"], now=NOW)
    review.reject_candidate(candidate=row.pk, by=cast["approver"], now=NOW)
    undo = reverse("letters:undo_candidate", args=[row.pk])
    answer = team.post(undo, {"decision": seen}, headers=DUTCH)
    assert answer.status_code == 409
    assert "Ine Voorbeeld heeft deze kandidaat" in answer.content.decode()
    assert state(row) == Judgement.REJECTED
    assert team.post(undo, {"decision": last()}).status_code == 302
    assert state(row) == Judgement.OPEN


def test_a_button_of_undo_pressed_twice_takes_back_one_decision(
    cast: Cast, team: Client, row: Candidate
) -> None:
    other = candidate(row.letter, CandidateKind.ACTION)
    for minute, each in enumerate((row, other)):
        at = NOW.replace(minute=minute)
        review.reject_candidate(candidate=each.pk, by=cast["programme_team"], now=at)
    undo, seen = reverse("letters:undo_last", args=[row.letter_id]), last()
    assert team.post(undo, {"decision": seen}).status_code == 302
    assert team.post(undo, {"decision": seen}).status_code == 409
    assert (state(row), state(other)) == (Judgement.REJECTED, Judgement.OPEN)


def test_who_is_late_with_undo_is_told_of_the_edit_that_came_between(
    cast: Cast, team: Client, row: Candidate
) -> None:
    ine = cast["approver"]
    review.edit_candidate(candidate=row.pk, edited={"what": "Anders"}, by=ine, now=NOW)
    undo = reverse("letters:undo_candidate", args=[row.pk])
    answer = team.post(undo, {"decision": "999999"}, headers=DUTCH)
    assert "Ine Voorbeeld heeft deze kandidaat om 10:00 bewerkt." in answer.content.decode()


def test_signs_that_nobody_sees_do_not_enter_the_register(team: Client, row: Candidate) -> None:
    sent = {"field": "1", "what": "Tien\x00 plekken\x07\u202e", "theme": "Opvang"}
    assert team.post(reverse("letters:edit", args=[row.pk]), sent).status_code == 302
    assert Candidate.objects.get(pk=row.pk).detail["what"] == "Tien plekken"


def give(client: Client, content: bytes, name: str = DEMO.name) -> tuple[int, str, str]:
    """The status, the address that it leads to, and the words of the page."""
    file = SimpleUploadedFile(name, content)
    answer = client.post(reverse("letters:upload"), {"file": file}, headers=DUTCH)
    return answer.status_code, answer.get("Location", ""), answer.content.decode()


def test_a_file_that_was_read_before_leads_to_its_reading(team: Client) -> None:
    _status, review_page, _words = give(team, DEMO.read_bytes())
    status, _nowhere, words = give(team, DEMO.read_bytes(), "nog-eens.txt")
    assert status == 409
    assert "Dit bestand is al eerder ingelezen" in words
    assert f'href="{review_page}"' in words
    assert DEMO.name in words
    assert IncomingLetter.objects.count() == 1


def long_pdf() -> bytes:
    """A small file with many pages."""
    pdf, content = pikepdf.new(), io.BytesIO()
    for _page in range(40):
        pdf.add_blank_page()
    pdf.save(content)
    return content.getvalue()


def wide_word() -> bytes:
    """A small file with much in it."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "".join(f"<p>{n}</p>" for n in range(200_000)))
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [(long_pdf(), "a.pdf"), (wide_word(), "a.docx"), (b"Een zin over 2022.\n" * 20_000, "a.txt")],
)
def test_a_long_letter_is_read_as_work_and_asked_for_once(
    team: Client, content: bytes, name: str
) -> None:
    assert len(content) < 1024 * 1024
    status, work, _words = give(team, content, name)
    letter = IncomingLetter.objects.get()
    assert (status, work) == (302, reverse("work:one", args=[letter.work_id]))
    assert give(team, content, name)[1] == work
    again = team.post(reverse("letters:read_again", args=[letter.pk]))
    assert again["Location"] == work
    review.note_failure(letter=letter.pk, words="Gestopt.")
    assert team.post(reverse("letters:read_again", args=[letter.pk]))["Location"] != work


def test_a_file_that_is_too_big_is_refused_before_it_is_read(team: Client) -> None:
    status, _nowhere, words = give(team, b"a" * (MOST_BYTES + 1))
    assert status == 413
    assert "50 MB" in words
