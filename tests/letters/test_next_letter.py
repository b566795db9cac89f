"""After a letter was frozen: its checks are told as they were, and the next one starts from it."""

from argparse import Namespace
from datetime import date

import pytest
from django.test import Client

from samen.letters.actions import writing
from samen.letters.models import OutgoingLetter
from samen.letters.queries.writing import desk, newest_letter_before
from samen.programme import actions as programme
from samen.programme.values import DocumentFacts
from samen.site.commands.letter import check
from tests.cast import Cast
from tests.letters.outgoing_letters import NOW, drafted

pytestmark = pytest.mark.django_db
ADDRESS = "/brieven/nieuw/"


@pytest.fixture
def letter(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> OutgoingLetter:
    """A letter that was frozen on the day of today."""
    monkeypatch.setattr("samen.work.clock.today", lambda: date(2022, 11, 15))
    row = drafted(cast["programme_team"])
    writing.freeze_letter(letter=row.pk, by=cast["approver"], now=NOW, because="Zo kan het.")
    return OutgoingLetter.objects.get(pk=row.pk)


@pytest.fixture
def team(cast: Cast) -> Client:
    return cast.client("programme_team")


def test_the_frozen_letter_is_offered_and_chosen_for_the_next(
    letter: OutgoingLetter, team: Client
) -> None:
    form = team.get(ADDRESS).context["form"]
    document = newest_letter_before(date(2023, 11, 15))
    assert document
    assert (form.initial["year"], form.initial["previous"]) == (2023, document)
    assert f'<option value="{document}" selected>' in str(form["previous"])


def test_the_next_letter_knows_what_the_frozen_one_told(letter: OutgoingLetter, cast: Cast) -> None:
    plan = writing.LetterPlan(
        2023, date(2023, 11, 14), "Vijfde brief", "Ministerie van Voorbeeld",
        previous_document=newest_letter_before(date(2023, 11, 14)),
    )  # fmt: skip
    number = writing.start_letter(plan=plan, by=cast["programme_team"], now=NOW)
    facts = desk(OutgoingLetter.objects.get(pk=number)).facts
    assert facts.previous == letter.on
    assert [e.told_last for e in facts.entries.values()] == [True] * 3
    assert [f.told_last for f in facts.figures.values()] == [1561]


def test_letters_of_one_name_are_told_apart(cast: Cast, team: Client) -> None:
    for number in ("197", "198"):
        paper = DocumentFacts(
            "Brief", date=date(2020, 1, 1), chamber="kst", dossier="28638", number=number
        )
        programme.add_document(document=paper, by=cast["programme_team"], now=NOW)
    labels = [label for _, label in team.get(ADDRESS).context["form"].fields["previous"].choices]
    assert len(set(labels)) == len(labels) == 3


def test_a_check_of_a_frozen_letter_says_when_and_with_what_it_left(
    letter: OutgoingLetter, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(Namespace(year=2022, by="")) == 0
    said = capsys.readouterr().out
    assert said.startswith("Frozen on 2022-11-01")
    assert "note   promise_without_deadline" in said
    assert "\n0 findings" not in said
