"""An owner's page: one button saves what was typed, and nothing typed is lost."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from samen.core.terms import AnswerState
from samen.programme.actions import ask_round, record_action
from samen.programme.actions.wording import Actor
from samen.programme.models import Answer
from samen.programme.values import Standing, Wording

ASKED = date(2022, 5, 1)
THEN = datetime(2022, 5, 3, 10, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def two_asked(promise: int, tess: Actor) -> tuple[str, int, int]:
    """An owner's page with two questions."""
    other = record_action(
        wording=Wording("Een draaiboek", owners=("Ministerie van Justitie en Veiligheid",)),
        standing=Standing("planned", ASKED),
        by=tess,
        now=THEN,
    )
    asked = ask_round(
        title="Twee", asked_on=ASKED, due=date(2099, 1, 1), by=tess, now=THEN, filters=None
    )
    return f"/vraag/{asked.links[0][1]}/", promise, other


def test_one_button_saves_every_answer_that_was_typed(
    two_asked: tuple[str, int, int], client: Client
) -> None:
    address, first, second = two_asked
    page = client.get(address).content.decode()
    assert page.count('type="submit">Alle antwoorden opslaan') == 1
    given = {
        f"{first}-status": "running",
        f"{first}-note": "Een regel.\r\nNog een.",
        f"{second}-status": "running",
        "answered_by": "Olga",
    }
    page = client.post(address, given, follow=True).content.decode()
    assert "Opgeslagen, dank u wel: De Kamer hoort" in page
    assert "Een draaiboek." in page
    assert Answer.objects.filter(state=AnswerState.OPEN).count() == 2
    assert "niets opgeslagen" in client.post(address, given, follow=True).content.decode()
    client.post(address, given | {f"{second}-note": "Klaar in mei."})
    notes = Answer.objects.order_by("pk").values_list("question__entry", "note")
    assert list(notes)[2:] == [(second, "Klaar in mei.")]


def test_an_answer_that_is_not_right_is_kept_beside_one_that_is_saved(
    two_asked: tuple[str, int, int], client: Client
) -> None:
    address, first, second = two_asked
    given = {f"{first}-note": "Zonder stand", f"{second}-status": "running"}
    answer = client.post(address, given)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Opgeslagen, dank u wel: Een draaiboek." in page
    assert "Nog niet opgeslagen, zie hieronder: De Kamer hoort" in page
    assert "Zonder stand</textarea>" in page
    assert [row.question.entry_id for row in Answer.objects.all()] == [second]
