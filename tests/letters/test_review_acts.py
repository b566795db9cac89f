"""Each act of a reviewer, and its undo: nothing enters the register by itself."""

from datetime import timedelta
from typing import Any

import pytest

from samen.core.errors import Conflict, Refused
from samen.core.terms import ActionStatus, CandidateKind, EntryKind, Judgement, ReviewAct
from samen.letters.actions import review
from samen.letters.actions.accepting import ACCEPTING
from samen.letters.models import Candidate, Decision
from samen.letters.queries import review as queries
from samen.programme import actions as programme
from samen.programme import queries as register
from samen.programme.values import Standing
from tests.cast import Cast, make_cast
from tests.letters.incoming_letters import LETTER_DATE, NOW, candidate, letter_by_hand

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(minutes=5)
MAKES_ENTRY = sorted({kind.value for kind in CandidateKind} & {kind.value for kind in EntryKind})


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def entries() -> list[Any]:
    return register.entries_as_of(on=LETTER_DATE)


def shown() -> list[tuple[object, ...]]:
    """What the register shows: its entries, and the figures and targets with a value."""
    figures = [(f.code, f.year, f.value) for f in register.all_figures() if f.value is not None]
    told = [(e.id, e.title, e.status, e.due, e.owners) for e in entries()]
    return [*sorted(told), *sorted(figures)]


def test_no_kind_is_forgotten() -> None:
    assert set(ACCEPTING) == set(CandidateKind)


@pytest.mark.parametrize("kind", list(CandidateKind))
def test_accepting_and_undoing_leaves_the_register_as_it_was(
    kind: CandidateKind, cast: Cast
) -> None:
    noor = cast["programme_team"]
    row = candidate(letter_by_hand(noor), kind)
    before = shown()
    entry = review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    row.refresh_from_db()
    assert (row.state, row.decided_by, row.entry_id) == (Judgement.ACCEPTED, noor, entry)
    assert (entry is not None) == (kind.value in MAKES_ENTRY)
    assert (shown() != before) == (kind.value in MAKES_ENTRY)
    review.undo_decision(candidate=row.pk, by=noor, now=LATER)
    row.refresh_from_db()
    assert (row.state, row.entry_id, row.decided_by) == (Judgement.OPEN, None, None)
    assert shown() == before
    assert [act.act for act in row.decisions.all()] == [ReviewAct.UNDO, ReviewAct.ACCEPT]
    again = review.accept_candidate(candidate=row.pk, by=noor, now=LATER)
    assert (again is not None) == (kind.value in MAKES_ENTRY)


def test_an_action_brings_its_words_owners_term_and_place(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    candidate(letter, CandidateKind.DATE)
    row = candidate(letter, CandidateKind.ACTION)
    entry = review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    state = next(each for each in entries() if each.id == entry)
    assert state.title == "De dienst opent tien extra plekken"
    assert (state.owners, state.status, state.theme) == (("Dienst Opvang",), "planned", "Opvang")
    assert (state.status_on, state.due.isoformat()) == (LETTER_DATE, "2022-07-08")
    assert state.due_words
    assert state.due_words in letter.original
    assert (state.source.line, state.source.quote) == (2, row.quote)


def test_a_settled_motion_is_kept_and_proven(cast: Cast) -> None:
    noor = cast["programme_team"]
    row = candidate(letter_by_hand(noor), CandidateKind.MOTION)
    entry = review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    state = next(each for each in entries() if each.id == entry)
    assert (state.status, state.proven, state.paper_id) == ("kept", True, "kst-28638-191")


def test_a_known_motion_is_told_with_the_known_one(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    first = candidate(letter, CandidateKind.MOTION, status="in_progress")
    entry = review.accept_candidate(candidate=first.pk, by=noor, now=NOW)
    second = candidate(letter, CandidateKind.MOTION, status="settled")
    before = shown()
    assert review.accept_candidate(candidate=second.pk, by=noor, now=LATER) == entry
    state = next(each for each in entries() if each.id == entry)
    assert (len(entries()), state.status, state.proven) == (1, "kept", True)
    with pytest.raises(Refused, match="line 2"):
        review.undo_decision(candidate=first.pk, by=noor, now=LATER)
    review.undo_decision(candidate=second.pk, by=noor, now=LATER)
    assert shown() == before


def test_a_known_figure_is_not_taken_back_with_its_second_mention(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    first = candidate(letter, CandidateKind.INDICATOR)
    second = candidate(letter, CandidateKind.INDICATOR)
    review.accept_candidate(candidate=first.pk, by=noor, now=NOW)
    once = shown()
    review.accept_candidate(candidate=second.pk, by=noor, now=LATER)
    assert shown() == once
    review.undo_decision(candidate=second.pk, by=noor, now=LATER)
    assert shown() == once


def test_another_value_supersedes_and_its_undo_brings_the_first_back(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    first = candidate(letter, CandidateKind.INDICATOR)
    other = candidate(letter, CandidateKind.INDICATOR, value=320, words="320")
    review.accept_candidate(candidate=first.pk, by=noor, now=NOW)
    once = shown()
    review.accept_candidate(candidate=other.pk, by=noor, now=LATER)
    assert shown() != once
    review.undo_decision(candidate=other.pk, by=noor, now=LATER)
    assert shown() == once


def test_a_target_is_set_and_taken_back(cast: Cast) -> None:
    noor = cast["programme_team"]
    row = candidate(letter_by_hand(noor), CandidateKind.INDICATOR, value_kind="target")
    entry = review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    assert entry is not None
    assert [int(t.value or 0) for t in register.targets_of(indicator=entry)] == [314]
    review.undo_decision(candidate=row.pk, by=noor, now=LATER)
    assert register.targets_of(indicator=entry) == []
    kept = register.targets_of(indicator=entry, with_withdrawn=True)
    assert [(int(t.value or 0), bool(t.withdrawn_at)) for t in kept] == [(314, True)]


def test_a_figure_taken_back_is_gone_from_the_facts_and_readable_in_the_past(cast: Cast) -> None:
    noor = cast["programme_team"]
    row = candidate(letter_by_hand(noor), CandidateKind.INDICATOR)
    review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    accepted = register.all_figures()
    assert accepted
    review.undo_decision(candidate=row.pk, by=noor, now=LATER)
    assert register.all_figures() == []
    assert [f.value for f in register.all_figures(known_at=NOW)] == [accepted[0].value]
    review.accept_candidate(candidate=row.pk, by=noor, now=LATER)
    assert [f.value for f in register.all_figures()] == [accepted[0].value]


def test_a_value_goes_after_the_other_candidate_that_gives_it(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    first, second = (candidate(letter, CandidateKind.INDICATOR) for _ in range(2))
    review.accept_candidate(candidate=first.pk, by=noor, now=NOW)
    review.accept_candidate(candidate=second.pk, by=noor, now=NOW)
    with pytest.raises(Refused, match="same value"):
        review.undo_decision(candidate=first.pk, by=noor, now=LATER)
    review.undo_decision(candidate=second.pk, by=noor, now=LATER)
    review.undo_decision(candidate=first.pk, by=noor, now=LATER)
    assert register.all_figures() == []


@pytest.mark.parametrize(
    ("kind", "detail"),
    [
        (CandidateKind.AMOUNT, {"value_eur": None}),
        (CandidateKind.INDICATOR, {"year": None}),
        (CandidateKind.INDICATOR, {"name": ""}),
    ],
)
def test_what_lacks_a_needed_field_is_refused_and_stays_open(
    kind: CandidateKind, detail: dict[str, Any], cast: Cast
) -> None:
    noor = cast["programme_team"]
    row = candidate(letter_by_hand(noor), kind, **detail)
    with pytest.raises(Refused):
        review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    row.refresh_from_db()
    assert (row.state, Decision.objects.count(), entries()) == (Judgement.OPEN, 0, [])


def test_without_a_date_of_the_letter_no_status_is_made_up(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor, on=None)
    row = candidate(letter, CandidateKind.ACTION)
    with pytest.raises(Refused, match="date"):
        review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    review.date_letter(letter=letter.pk, on=LETTER_DATE, by=noor, now=NOW)
    assert review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    with pytest.raises(Refused):
        review.date_letter(letter=letter.pk, on=LETTER_DATE, by=noor, now=NOW)


def test_an_edit_is_kept_taken_over_and_undone(cast: Cast) -> None:
    noor = cast["programme_team"]
    row = candidate(letter_by_hand(noor), CandidateKind.ACTION)
    review.edit_candidate(candidate=row.pk, edited={"status": "running"}, by=noor, now=NOW)
    entry = review.accept_candidate(
        candidate=row.pk, edited={"owners": ["Gemeente Voorbeeld"]}, by=noor, now=LATER
    )
    state = next(each for each in entries() if each.id == entry)
    assert (state.status, state.owners) == ("running", ("Gemeente Voorbeeld",))
    review.undo_decision(candidate=row.pk, by=noor, now=LATER)
    row.refresh_from_db()
    assert (row.detail["owners"], row.detail["status"]) == (["Dienst Opvang"], "running")
    review.undo_decision(candidate=row.pk, by=noor, now=LATER)
    row.refresh_from_db()
    assert (row.detail["status"], queries.last_act(row)) == ("planned", None)


def test_rejecting_brings_nothing_in_and_can_be_undone(cast: Cast) -> None:
    noor = cast["programme_team"]
    row = candidate(letter_by_hand(noor), CandidateKind.ACTION)
    review.reject_candidate(candidate=row.pk, by=noor, now=NOW)
    row.refresh_from_db()
    assert (row.state, entries()) == (Judgement.REJECTED, [])
    review.undo_decision(candidate=row.pk, by=noor, now=LATER)
    row.refresh_from_db()
    assert row.state == Judgement.OPEN


def test_merging_tells_two_as_one_and_undo_parts_them(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    first = candidate(letter, CandidateKind.ACTION)
    second = candidate(letter, CandidateKind.ACTION, what="Er komen tien plekken bij.")
    into = review.accept_candidate(candidate=first.pk, by=noor, now=NOW)
    assert into is not None
    before = shown()
    assert into in [each.entry for each in queries.like(second)]
    review.merge_candidate(candidate=second.pk, into=into, by=noor, now=LATER)
    second.refresh_from_db()
    assert (second.state, second.merged_into, second.entry_id) == (Judgement.MERGED, first, into)
    life = register.life_of(entry=into)
    assert life is not None
    quotes = {event.passage.quote for event in life.events if event.passage}
    assert quotes == {first.quote, second.quote}
    review.undo_decision(candidate=second.pk, by=noor, now=LATER)
    assert shown() == before


def test_merging_into_another_kind_is_refused(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    motion = candidate(letter, CandidateKind.MOTION)
    into = review.accept_candidate(candidate=motion.pk, by=noor, now=NOW)
    action = candidate(letter, CandidateKind.ACTION)
    assert into is not None
    with pytest.raises(Refused):
        review.merge_candidate(candidate=action.pk, into=into, by=noor, now=NOW)


def test_a_rejected_heading_gives_no_theme(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    heading = candidate(letter, CandidateKind.THEME)
    row = candidate(letter, CandidateKind.ACTION)
    review.reject_candidate(candidate=heading.pk, by=noor, now=NOW)
    entry = review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    assert next(each for each in entries() if each.id == entry).theme == ""


def test_a_heading_that_only_ends_the_letter_becomes_no_theme_by_the_way(cast: Cast) -> None:
    noor = cast["programme_team"]
    row = candidate(letter_by_hand(noor), CandidateKind.ACTION)
    row.theme = "Tenslotte"
    row.save()
    entry = review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    assert next(each for each in entries() if each.id == entry).theme == ""


def test_a_theme_taken_back_leaves_the_lists_and_comes_back_when_accepted_again(
    cast: Cast,
) -> None:
    noor = cast["programme_team"]
    heading = candidate(letter_by_hand(noor), CandidateKind.THEME)
    before = register.themes()
    review.accept_candidate(candidate=heading.pk, by=noor, now=NOW)
    accepted = register.themes()
    review.undo_decision(candidate=heading.pk, by=noor, now=NOW)
    assert register.themes() == before != accepted
    review.accept_candidate(candidate=heading.pk, by=noor, now=NOW)
    assert register.themes() == accepted


def test_a_heading_on_a_known_theme_comes_under_it(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    wide, narrow = (programme.add_theme(name=name) for name in ("Opvang", "Opvang jongeren"))
    heading = candidate(letter, CandidateKind.THEME, name="Versterking van de opvang")
    row = candidate(letter, CandidateKind.ACTION)
    row.theme = "De opvang van jongeren"
    row.save()
    for each in (heading, row):
        review.accept_candidate(candidate=each.pk, by=noor, now=NOW)
    above = {name: parent for _pk, name, parent in register.themes()}
    assert above["Versterking van de opvang"] == wide
    assert above["De opvang van jongeren"] == narrow


def test_deciding_twice_says_who_and_when(cast: Cast) -> None:
    noor, ine = cast["programme_team"], cast["approver"]
    row = candidate(letter_by_hand(noor), CandidateKind.ACTION)
    review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    for act in (review.accept_candidate, review.reject_candidate):
        with pytest.raises(Conflict, match=r"Noor Voorbeeld accepted .* 10:00"):
            act(candidate=row.pk, by=ine, now=LATER)
    assert len(entries()) == 1


def test_undoing_what_was_not_done_is_refused(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    row = candidate(letter, CandidateKind.ACTION)
    with pytest.raises(Refused):
        review.undo_decision(candidate=row.pk, by=noor, now=NOW)
    with pytest.raises(Refused):
        review.undo_last(letter=letter.pk, by=noor, now=NOW)


def test_undo_last_takes_back_my_own_act_only(cast: Cast) -> None:
    noor, ine = cast["programme_team"], cast["approver"]
    letter = letter_by_hand(noor)
    mine, theirs = (candidate(letter, CandidateKind.DATE) for _ in range(2))
    review.accept_candidate(candidate=mine.pk, by=noor, now=NOW)
    review.reject_candidate(candidate=theirs.pk, by=ine, now=LATER)
    assert review.undo_last(letter=letter.pk, by=noor, now=LATER) == [mine.pk]
    theirs.refresh_from_db()
    assert theirs.state == Judgement.REJECTED


def test_a_batch_takes_the_sure_ones_and_one_undo_takes_it_back(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    sure = [candidate(letter, CandidateKind.INDICATOR, year=year) for year in (2019, 2020)]
    unsure = candidate(letter, CandidateKind.INDICATOR, year=2018, confidence=0.5)
    lacking = candidate(letter, CandidateKind.INDICATOR, year=None)
    outcome = review.accept_batch(
        letter=letter.pk, kind=CandidateKind.INDICATOR, least_confidence=0.8, by=noor, now=NOW
    )
    assert (outcome.accepted, [pk for pk, _ in outcome.left]) == (2, [lacking.pk])
    open_now = queries.candidates_of(letter.pk, state=Judgement.OPEN)
    assert {row.pk for row in open_now} == {unsure.pk, lacking.pk}
    assert review.undo_last(letter=letter.pk, by=noor, now=LATER) == [row.pk for row in sure]
    assert Candidate.objects.filter(state=Judgement.OPEN).count() == 4
    assert entries() == []


def test_what_was_taken_back_and_accepted_again_has_its_life_since(cast: Cast) -> None:
    noor = cast["programme_team"]
    letter = letter_by_hand(noor)
    row = candidate(letter, CandidateKind.ACTION)
    entry = review.accept_candidate(candidate=row.pk, by=noor, now=NOW) or 0
    standing = Standing(status=ActionStatus.DONE, on=LATER.date())
    programme.append_status(entry=entry, standing=standing, by=noor, now=LATER)
    review.undo_last(letter=letter.pk, by=noor, now=LATER)
    assert entries() == []
    assert review.accept_candidate(candidate=row.pk, by=noor, now=LATER) == entry
    life = register.life_of(entry=entry)
    assert life is not None
    assert life.withdrawn_at is None
    assert life.last_status is not None
    assert life.last_status.status == ActionStatus.DONE
    review.undo_last(letter=letter.pk, by=noor, now=LATER)
    other = {"what": "iets anders"}
    again = review.accept_candidate(candidate=row.pk, edited=other, by=noor, now=LATER)
    assert again not in (None, entry)
