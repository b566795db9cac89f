"""A page of the review that is behind: told what changed and by whom, and nothing typed is lost."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from samen.core.errors import Conflict
from samen.core.terms import CandidateKind, Judgement
from samen.letters.actions import review
from samen.letters.models import Candidate, Decision
from tests.cast import Cast
from tests.letters.incoming_letters import NOW, candidate, letter_by_hand

pytestmark = pytest.mark.django_db
DUTCH = {"accept-language": "nl"}


@pytest.fixture
def row(cast: Cast) -> Candidate:
    return candidate(letter_by_hand(cast["programme_team"]), CandidateKind.ACTION)


@pytest.fixture
def overtaken(cast: Cast, row: Candidate) -> Candidate:
    """A candidate that another one edited after a page showed it without any act."""
    edited = {"what": "Woorden van Ine", "owners": ["Dienst Ine"]}
    review.edit_candidate(candidate=row.pk, edited=edited, by=cast["approver"], now=NOW)
    return row


def typed(**more: str) -> dict[str, str]:
    return {"field": "1", "what": "Woorden van Noor", "owners": "Dienst Opvang", **more}


@pytest.mark.parametrize("act", ["edit", "accept", "merge", "reject"])
def test_a_stale_act_is_told_and_loses_no_words(
    team: Client, overtaken: Candidate, act: str
) -> None:
    sent = typed(seen="0", into="1", status="planned", due="2022-07-08", theme="")
    answer = team.post(reverse(f"letters:{act}", args=[overtaken.pk]), sent, headers=DUTCH)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Ine Voorbeeld heeft deze kandidaat om 10:00 bewerkt." in page
    assert "Sindsdien veranderd: Wat, Eigenaren." in page
    assert "<ins>Woorden van Noor</ins>" in page
    assert "Woorden van Ine" in page
    now = Candidate.objects.get(pk=overtaken.pk)
    assert (now.state, now.detail["what"]) == (Judgement.OPEN, "Woorden van Ine")


def test_after_the_warning_the_page_carries_the_act_that_was_told(
    team: Client, overtaken: Candidate
) -> None:
    edit = reverse("letters:edit", args=[overtaken.pk])
    page = team.post(edit, typed(seen="0")).content.decode()
    seen = Decision.objects.latest("pk").pk
    assert f'name="seen" value="{seen}"' in page
    assert team.post(edit, typed(seen=str(seen))).status_code == 302
    assert Candidate.objects.get(pk=overtaken.pk).detail["what"] == "Woorden van Noor"


def test_words_typed_for_a_candidate_that_was_decided_meanwhile_stay_on_the_page(
    cast: Cast, team: Client, row: Candidate
) -> None:
    review.reject_candidate(candidate=row.pk, by=cast["approver"], now=NOW)
    answer = team.post(reverse("letters:edit", args=[row.pk]), typed(seen="0"))
    assert answer.status_code == 409
    assert "<ins>Woorden van Noor</ins>" in answer.content.decode()


def test_the_same_edit_pressed_twice_is_one_edit(team: Client, row: Candidate) -> None:
    edit = reverse("letters:edit", args=[row.pk])
    sent = typed(seen="0", status="planned", due="2022-07-08", theme="")
    assert [team.post(edit, sent).status_code for _ in range(2)] == [302, 302]
    assert row.decisions.count() == 1


def test_a_candidate_goes_together_with_an_open_one_and_both_come_apart(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    first, second = (candidate(letter, CandidateKind.ACTION) for _ in range(2))
    entry = review.merge_candidate(candidate=first.pk, other=second.pk, by=noor, now=NOW)
    states = [Candidate.objects.get(pk=each.pk) for each in (first, second)]
    assert [each.state for each in states] == [Judgement.MERGED, Judgement.ACCEPTED]
    assert {each.entry_id for each in states} == {entry}
    later = NOW + timedelta(minutes=1)
    assert len(review.undo_last(letter=letter.pk, by=noor, now=later)) == 2
    assert {each.state for each in letter.candidates.all()} == {Judgement.OPEN}


def test_the_page_finds_what_to_merge_with_when_nothing_is_alike(cast: Cast, team: Client) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    known, beside, hand = (candidate(letter, CandidateKind.ACTION) for _ in range(3))
    for each, what in ((known, "Zeelandse fietsen tellen"), (beside, "Zeelandse boten keuren")):
        review.edit_candidate(candidate=each.pk, edited={"what": what}, by=noor, now=NOW)
    entry = review.accept_candidate(candidate=known.pk, by=noor, now=NOW)
    address = reverse("letters:review", args=[letter.pk])
    into = f'name="into" value="{entry}"'
    assert into not in team.get(address, {"k": str(hand.pk)}).content.decode()
    page = team.get(address, {"k": str(hand.pk), "zoek": "Zeelandse"}).content.decode()
    assert into in page
    assert f'name="into" value="kandidaat-{beside.pk}"' in page
    merge = reverse("letters:merge", args=[hand.pk])
    assert team.post(merge, {"into": f"kandidaat-{beside.pk}"}).status_code == 302
    assert Candidate.objects.get(pk=beside.pk).state == Judgement.ACCEPTED
    assert Candidate.objects.get(pk=hand.pk).state == Judgement.MERGED


def test_a_candidate_does_not_go_together_with_itself(cast: Cast, row: Candidate) -> None:
    with pytest.raises(Exception, match="another kind") as told:
        review.merge_candidate(candidate=row.pk, other=row.pk, by=cast["approver"], now=NOW)
    assert not isinstance(told.value, Conflict)
