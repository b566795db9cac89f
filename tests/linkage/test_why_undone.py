"""Why a merge or split was undone: optional, told in the history, and gone with the judgements."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from samen.core.matching.vocabulary import PairAnswer
from samen.core.terms import RegistrationKind
from samen.linkage.actions_of_undoing import undo
from samen.linkage.models import PairJudgement
from samen.linkage.queries_of_entities import told_history
from tests.linkage.people import NOW, SURE, decided, run, stands, strangers
from tests.linkage.test_reviewing import ONE, OTHER, last_event, said
from tests.register.conftest import that_day
from tests.register.given_files import Setting

__all__ = ["that_day"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]
WHY = "De foto's waren verwisseld."


def whys(setting: Setting, entity: UUID) -> list[str]:
    with setting.inside(ONE) as purpose:
        return [each.why_undone for each in told_history(purpose, entity)]


def merged(setting: Setting) -> list[UUID]:
    numbers = strangers(setting, 2, kind=RegistrationKind.VICTIM)
    for who in (ONE, OTHER):
        said(setting, numbers[0], numbers[1], PairAnswer.SAME, who)
    return numbers


def test_why_a_merge_is_undone_is_told_and_written_once(setting: Setting) -> None:
    numbers = merged(setting)
    entity = stands(setting)[numbers[0]]
    with setting.inside(OTHER) as purpose:
        undo(purpose, last_event(setting), note=f" {WHY} ", now=NOW)
    assert whys(setting, entity)[0] == WHY
    with setting.inside(ONE):
        assert {each.undone_note for each in PairJudgement.objects.all()} == {WHY}
        with pytest.raises(DatabaseError, match="stays"), transaction.atomic():
            PairJudgement.objects.update(undone_note="Anders.")


def test_why_an_undoing_is_undone_is_told_too(setting: Setting) -> None:
    numbers = merged(setting)
    entity = stands(setting)[numbers[0]]
    for minutes, note in enumerate(("", WHY)):
        now = NOW + timedelta(minutes=minutes)
        with setting.inside(ONE) as purpose:
            undo(purpose, last_event(setting), note=note, now=now)
    assert whys(setting, entity)[:2] == [WHY, ""]


def test_why_what_a_run_did_is_undone_stands_with_what_is_said_against_it(
    setting: Setting,
) -> None:
    numbers = strangers(setting, 2)
    with setting.inside(ONE) as purpose:
        run(purpose, {(numbers[0], numbers[1]): -SURE})
    decided(setting)
    with setting.inside(ONE) as purpose:
        run(purpose, {(numbers[0], numbers[1]): SURE})
    assert len(set(stands(setting).values())) == 1
    with setting.inside(ONE) as purpose:
        done = undo(purpose, last_event(setting), note=WHY, now=NOW)
        (told,) = (each for each in told_history(purpose, done.before[0]) if each.event == done)
        assert [each.note for each in told.said] == [WHY]


def test_the_page_asks_why_and_tells_it(setting: Setting) -> None:
    numbers = merged(setting)
    entity = stands(setting)[numbers[0]]
    part = setting.members[ONE]
    client = Client()
    client.force_login(part.user, backend="django.contrib.auth.backends.ModelBackend")
    page = f"/koppelingen/{part.pk}/avg6e/persoon/{entity}/"
    assert 'name="note" maxlength="500"' in client.get(page).content.decode()
    event = last_event(setting)
    answer = client.post(f"{page}{event}/ongedaan", {"note": WHY}, follow=True)
    assert "Waarom: De foto&#x27;s waren verwisseld." in answer.content.decode()
