"""The pages of the review: who may, what is seen, errors in words, two people at once."""

import json
from datetime import timedelta

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from samen.core.terms import CandidateKind, Judgement, Role
from samen.letters.actions import review
from samen.letters.candidate_forms import FIELDS_OF, CandidateForm
from samen.letters.models import Candidate, Decision, IncomingLetter
from samen.letters.queries import review as queries
from samen.programme import queries as register
from tests.cast import Cast
from tests.core.reading.test_bad_files import pdf
from tests.letters.incoming_letters import (
    DEMO,
    LETTER_DATE,
    NOW,
    TEXT,
    candidate,
    demo_letter,
    letter_by_hand,
)

pytestmark = pytest.mark.django_db


def upload(client: Client, content: bytes, name: str) -> object:
    return client.post(reverse("letters:upload"), {"file": SimpleUploadedFile(name, content)})


def test_an_uploaded_letter_is_read_and_shown_with_its_marks(team: Client) -> None:
    answer = team.post(
        reverse("letters:upload"), {"file": SimpleUploadedFile(DEMO.name, DEMO.read_bytes())}
    )
    letter = IncomingLetter.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("letters:review", args=[letter.pk])
    page = team.get(answer["Location"]).content.decode()
    first = letter.candidates.order_by("start", "position").first()
    assert first is not None
    for row in letter.candidates.all():
        assert page.count(f' id="k{row.pk}"') == 1, row
    assert "is-current" in page
    assert reverse("letters:accept", args=[first.pk]) in page
    assert f'id="r{len(letter.original.splitlines())}" class="review-line' in page


@pytest.mark.parametrize(
    ("content", "name", "status"),
    [
        (b"", "leeg.txt", 400),
        (b"%PDF-1.7 kapot", "brief.pdf", 415),
        (b"\x00\x01\x02\x03" * 500, "brief.txt", 415),
        (b"PK\x03\x04 geen document", "brief.docx", 415),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    team: Client, content: bytes, name: str, status: int
) -> None:
    answer = team.post(reverse("letters:upload"), {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == status
    assert 'class="form-field__error"' in answer.content.decode()
    assert not IncomingLetter.objects.exists()


def test_a_protected_pdf_is_refused_with_what_to_do(team: Client) -> None:
    protected = pdf(encryption=pikepdf.Encryption(owner="a", user="b"))
    answer = team.post(
        reverse("letters:upload"), {"file": SimpleUploadedFile("brief.pdf", protected)}
    )
    page = answer.content.decode()
    assert answer.status_code == 415
    assert "met een wachtwoord beveiligd" in page
    assert "Bewaar het zonder wachtwoord, of vraag om het Word-bestand" in page
    assert not IncomingLetter.objects.exists()


def test_the_same_file_is_the_same_letter(team: Client, cast: Cast) -> None:
    content = DEMO.read_bytes()
    noor = cast["programme_team"]
    ids = {
        review.upload_letter(content=content, name=name, by=noor, now=NOW)
        for name in ("a.txt", "b.txt")
    }
    assert len(ids) == 1


def test_pages_call_a_letter_by_its_subject_and_its_file_comes_second(team: Client) -> None:
    text = f"Onderwerp: Stand van de opvang\nDatum 17 november 2021\n\n{TEXT}".encode()
    upload(team, text, "scan-0042.txt")
    letter = IncomingLetter.objects.get()
    pages = [
        team.get(reverse(f"letters:{name}", args=given)).content.decode()
        for name, given in (("home", []), ("review", [letter.pk]), ("batch", [letter.pk]))
    ]
    pages.append(team.get("/").content.decode())
    assert all("Stand van de opvang" in page for page in pages)
    assert pages[0].index("Stand van de opvang") < pages[0].index("scan-0042.txt")
    assert "scan-0042.txt" not in "".join(pages[1:])
    papers = [title for _pk, title in register.papers_with_text()]
    assert papers == ["Stand van de opvang (brief 17 november 2021)"]


@pytest.mark.parametrize("name", ["reader", "approver", "action_owner", "administrator"])
def test_others_look_but_do_not_decide(cast: Cast, name: str) -> None:
    row = candidate(letter_by_hand(cast["programme_team"]), CandidateKind.ACTION)
    client = cast.client(name)
    page = client.get(reverse("letters:review", args=[row.letter_id]))
    assert page.status_code == 200
    assert reverse("letters:accept", args=[row.pk]) not in page.content.decode()
    for act in ("accept", "edit", "merge", "reject", "undo_candidate"):
        assert client.post(reverse(f"letters:{act}", args=[row.pk])).status_code == 403
    row.refresh_from_db()
    assert row.state == Judgement.OPEN


def test_accepting_goes_on_to_the_next_open_one(team: Client, cast: Cast) -> None:
    letter = letter_by_hand(cast["programme_team"])
    first, decided, third = (candidate(letter, CandidateKind.DATE) for _ in range(3))
    review.reject_candidate(candidate=decided.pk, by=cast["approver"], now=NOW)
    answer = team.post(reverse("letters:accept", args=[first.pk]))
    assert answer["Location"].endswith(f"?k={third.pk}#k{third.pk}")


@pytest.mark.parametrize("kind", list(CandidateKind))
def test_a_form_sent_back_unchanged_changes_nothing(kind: CandidateKind, cast: Cast) -> None:
    row = candidate(letter_by_hand(cast["programme_team"]), kind)
    shown = CandidateForm(row)
    data = {
        field.html_name: value
        for field in shown
        if (value := field.value()) not in (None, False)
    }  # fmt: skip
    sent = CandidateForm(row, data)
    assert sent.is_valid(), sent.errors
    assert sent.edited() == {}
    assert list(FIELDS_OF[kind])


def test_what_was_mended_in_the_form_enters_the_register(team: Client, cast: Cast) -> None:
    row = candidate(letter_by_hand(cast["programme_team"]), CandidateKind.ACTION)
    data = {
        "field": "1",
        "what": "De dienst opent twintig plekken",
        "owners": "Dienst Opvang\nGemeente Voorbeeld",
        "status": "running",
        "due": "2022-12-31",
        "theme": "Opvang",
    }
    assert team.post(reverse("letters:accept", args=[row.pk]), data).status_code == 302
    state = register.entries_as_of(on=LETTER_DATE)[0]
    assert (state.title, state.status) == ("De dienst opent twintig plekken", "running")
    assert state.owners == ("Dienst Opvang", "Gemeente Voorbeeld")
    assert str(state.due) == "2022-12-31"


def test_a_wrong_field_is_said_at_the_field(team: Client, cast: Cast) -> None:
    row = candidate(letter_by_hand(cast["programme_team"]), CandidateKind.ACTION)
    answer = team.post(
        reverse("letters:accept", args=[row.pk]), {"field": "1", "due": "eerdaags"}
    )  # fmt: skip
    assert answer.status_code == 400
    assert "form-field--invalid" in answer.content.decode()
    row.refresh_from_db()
    assert row.state == Judgement.OPEN


def test_the_second_of_two_is_told_who_was_first(team: Client, cast: Cast) -> None:
    row = candidate(letter_by_hand(cast["programme_team"]), CandidateKind.ACTION)
    review.accept_candidate(candidate=row.pk, by=cast["approver"], now=NOW)
    answer = team.post(reverse("letters:accept", args=[row.pk]))
    assert answer.status_code == 409
    assert "Ine Voorbeeld" in answer.content.decode()
    assert len(register.entries_as_of(on=LETTER_DATE)) == 1


def test_decisions_of_others_come_in(team: Client, cast: Cast) -> None:
    letter = letter_by_hand(cast["programme_team"])
    mine, theirs = (candidate(letter, CandidateKind.ACTION) for _ in range(2))
    review.accept_candidate(candidate=theirs.pk, by=cast["approver"], now=NOW)
    review.accept_candidate(candidate=mine.pk, by=cast["programme_team"], now=NOW)
    address = reverse("letters:news", args=[letter.pk])
    page = team.get(address, {"sinds": "0", "kandidaat": str(theirs.pk)}).content.decode()
    assert page.count("<li>") == 1
    assert "alert--warning" in page
    assert f"?k={theirs.pk}#k{theirs.pk}" in page
    seen = team.get(address, {"sinds": str(10**9), "kandidaat": "x"}).content.decode()
    assert "<li>" not in seen


def test_the_key_to_merge_leads_to_the_search_where_nothing_looks_like_it(
    team: Client, cast: Cast
) -> None:
    letter = letter_by_hand(cast["programme_team"])
    only = candidate(letter, CandidateKind.ACTION)
    page = team.get(reverse("letters:review", args=[letter.pk]), {"k": only.pk}).content.decode()
    assert 'href="#zoek" data-key="m"' in page
    assert "</kbd> Bewerk<" in page
    assert page.count('<p id="samen"') == 1
    assert 'type="search" id="zoek" name="zoek"' in page


def test_merge_undo_and_batch_by_their_buttons(team: Client, cast: Cast) -> None:
    letter = letter_by_hand(cast["programme_team"])
    first, second = (candidate(letter, CandidateKind.ACTION) for _ in range(2))
    team.post(reverse("letters:accept", args=[first.pk]))
    page = team.get(reverse("letters:review", args=[letter.pk]), {"k": second.pk})
    first.refresh_from_db()
    assert f'name="into" value="{first.entry_id}"' in page.content.decode()
    assert team.post(reverse("letters:merge", args=[second.pk])).status_code == 400
    answer = team.post(reverse("letters:merge", args=[second.pk]), {"into": first.entry_id})
    assert answer["Location"] == reverse("letters:review", args=[letter.pk])
    last = Decision.objects.latest("pk").pk
    answer = team.post(reverse("letters:undo_last", args=[letter.pk]), {"decision": last})
    assert answer["Location"].endswith(f"?k={second.pk}#k{second.pk}")
    look = team.get(reverse("letters:batch", args=[letter.pk]), {"soort": "action"})
    assert reverse("letters:accept_batch", args=[letter.pk]) in look.content.decode()
    data = {"kind": "action", "least": "0.8"}
    assert team.post(reverse("letters:accept_batch", args=[letter.pk]), data).status_code == 302
    second.refresh_from_db()
    assert second.state == Judgement.ACCEPTED
    last = Decision.objects.latest("pk").pk
    team.post(reverse("letters:undo_candidate", args=[second.pk]), {"decision": last})
    second.refresh_from_db()
    assert second.state == Judgement.OPEN


def test_a_whole_letter_is_taken_over_in_batches(team: Client, cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = demo_letter(noor)
    assert register.entries_as_of(on=NOW.date()) == []
    for moment, kind in enumerate(CandidateKind):
        at = NOW + timedelta(minutes=moment)
        outcome = review.accept_batch(
            letter=letter, kind=kind, least_confidence=0.0, by=noor, now=at
        )
        for pk, _why in outcome.left:
            review.reject_candidate(candidate=pk, by=noor, now=at)
    row = IncomingLetter.objects.get(pk=letter)
    states = Candidate.objects.filter(letter=letter).values_list("state", flat=True)
    assert Judgement.OPEN not in states
    assert list(states).count(Judgement.REJECTED) * 20 <= len(states)
    kinds = {entry.kind.value for entry in register.entries_as_of(on=NOW.date())}
    assert {"motion", "indicator", "amount", "legal"} <= kinds
    page = team.get(reverse("letters:review", args=[letter])).content.decode()
    assert f'value="{len(states)}" max="{len(states)}"' in page
    document = register.document_with(document=row.document_id or 0)
    assert document is not None
    for entry in register.entries_of_document(document=document.pk, on=NOW.date()):
        assert entry.source is not None
        assert entry.source.quote in " ".join(row.original.split())


def test_a_batch_is_not_taken_back_by_one_key(team: Client, cast: Cast) -> None:
    letter = letter_by_hand(cast["programme_team"])
    for _ in range(2):
        candidate(letter, CandidateKind.ACTION)
    data = {"kind": "action", "least": "0.8"}
    team.post(reverse("letters:accept_batch", args=[letter.pk]), data)
    address = reverse("letters:undo_last", args=[letter.pk])
    last = {"decision": queries.done_at_once(letter.pk, cast["programme_team"].pk)[0].pk}
    asked = team.post(address, last)
    assert asked.status_code == 200
    assert 'name="together" value="2"' in asked.content.decode()
    assert Candidate.objects.filter(state=Judgement.OPEN).count() == 0
    assert team.post(address, last | {"together": 3}).status_code == 200
    assert Candidate.objects.filter(state=Judgement.OPEN).count() == 0
    done = team.post(address, last | {"together": 2}, follow=True)
    assert "2 besluiten zijn teruggenomen" in done.content.decode()
    assert Candidate.objects.filter(state=Judgement.OPEN).count() == 2


def test_reading_again_keeps_what_was_decided(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = demo_letter(noor)
    ids = set(Candidate.objects.values_list("pk", flat=True))
    first = Candidate.objects.filter(kind="theme").first()
    assert first is not None
    review.accept_candidate(candidate=first.pk, by=noor, now=NOW)
    gone = Candidate.objects.filter(kind="date").first()
    assert gone is not None
    lost = gone.pk
    gone.delete()
    review.read_into(letter, now=NOW)
    kept = set(Candidate.objects.values_list("pk", flat=True))
    assert ids - {lost} < kept
    assert len(kept) == len(ids)
    first.refresh_from_db()
    assert first.state == Judgement.ACCEPTED


def test_downloads_hold_the_same_candidates(team: Client, cast: Cast) -> None:
    letter = letter_by_hand(cast["programme_team"])
    candidate(letter, CandidateKind.ACTION, what="=1+1")
    answer = team.get(reverse("letters:candidates_json", args=[letter.pk]))
    entries = json.loads(answer.content)["entries"]
    assert [(e["kind"], e["state"], e["what"]) for e in entries] == [("action", "open", "=1+1")]
    table = team.get(reverse("letters:candidates_csv", args=[letter.pk])).content.decode()
    assert table.splitlines()[1].startswith("action;2;2;")


def test_unknown_letters_and_candidates_are_not_found(team: Client) -> None:
    assert team.get(reverse("letters:review", args=[9])).status_code == 404
    assert team.post(reverse("letters:accept", args=[9])).status_code == 404


def test_the_empty_list_says_what_will_be_here(team: Client, cast: Cast) -> None:
    assert 'class="empty"' in team.get(reverse("letters:home")).content.decode()
    letter_by_hand(cast["programme_team"])
    assert "brief-0.txt" in team.get(reverse("letters:home")).content.decode()
    assert Role.PROGRAMME_TEAM.value in {role.value for role in Role}


def test_a_refusal_is_said_in_dutch(team: Client) -> None:
    answer = team.post(
        reverse("letters:upload"), {"file": SimpleUploadedFile("leeg.txt", b" \n \n")}
    )
    assert answer.status_code == 415
    assert "Er staat geen tekst in het bestand." in answer.content.decode()


def test_a_letter_that_is_decided_leads_on(team: Client, cast: Cast) -> None:
    letter, other = letter_by_hand(cast["programme_team"]), letter_by_hand(cast["programme_team"])
    row = candidate(letter, CandidateKind.THEME, name="Opvang", confidence=0.99)
    candidate(other, CandidateKind.THEME, name="Zorg")
    batch = f'href="{reverse("letters:batch", args=[letter.pk])}"'
    page = team.get(reverse("letters:review", args=[letter.pk])).content.decode()
    assert batch in page
    assert "Naar het register" not in page
    team.post(reverse("letters:reject", args=[row.pk]), {"seen": 0})
    page = team.get(reverse("letters:review", args=[letter.pk])).content.decode()
    assert "Alles is beoordeeld" in page
    assert batch not in page, "nothing is left to take together"
    assert f'href="{reverse("programme:home")}">Naar het register' in page
    assert f'href="{reverse("letters:review", args=[other.pk])}">Volgende brief' in page
