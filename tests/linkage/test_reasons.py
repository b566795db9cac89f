"""What is told of why an entity changed: by whose word, when, and under which decision."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils.translation import override

from samen.core.terms import MemberRole
from samen.linkage.actions_of_review import merge_entities, split_entity
from samen.linkage.actions_of_undoing import undo
from samen.linkage.plain_words import why_changed
from samen.linkage.queries_of_entities import told_history
from tests.linkage.people import NOW, SURE, decided, run, stands, strangers
from tests.register.given_files import Setting

pytestmark = pytest.mark.django_db(transaction=True)
ONE = MemberRole.ANALYST


@pytest.fixture
def known(setting: Setting) -> list[UUID]:
    """Four registrations of suspects, each placed by itself."""
    numbers = strangers(setting, 4)
    with setting.inside(ONE) as purpose:
        run(purpose, {})
    return numbers


def test_the_reason_of_a_merge_and_of_a_split_is_told_with_who_and_when(
    setting: Setting, known: list[UUID]
) -> None:
    """Once, though a split says it of many pairs; also after it was undone, and done again."""
    with setting.inside(ONE) as purpose:
        for other in known[1:3]:
            places = stands(setting)
            merge_entities(purpose, places[known[0]], places[other], note="Eén zaak.", now=NOW)
        entity = stands(setting)[known[0]]
        event = split_entity(purpose, entity, known[:2], note="Twee zussen.", now=NOW)
        later = NOW + timedelta(hours=1)
        again = undo(purpose, undo(purpose, event.pk, now=later).pk, now=later)
    with setting.inside(ONE) as purpose, override("nl"):
        told = {each.event.pk: why_changed(each) for each in told_history(purpose, entity)}
    name = setting.members[ONE].user.name
    assert told.pop(event.pk) == [
        f"{name} zei op 17-11-2021 13:00: verschillende personen. Twee zussen."
    ]
    assert told.pop(again.pk) == []
    assert [f"{name} zei op 17-11-2021 13:00: dezelfde persoon. Eén zaak."] in told.values()


def test_of_a_merge_by_a_run_the_decision_is_told_under_which_it_acted(
    setting: Setting, known: list[UUID]
) -> None:
    decided(setting)
    with setting.inside(ONE) as purpose:
        run(purpose, {})
        run(purpose, {(known[0], known[1]): SURE})
        entity = stands(setting)[known[0]]
        with override("en"):
            (told,) = (why_changed(each) for each in told_history(purpose, entity))
    name = setting.members[MemberRole.ANALYST].user.name
    assert told == [
        f"The run acted under the decision of {name} of 17-11-2021: "
        "Proef met een menselijke toets achteraf."
    ]
