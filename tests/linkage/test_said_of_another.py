"""A judgement on a registration ends where its number becomes somebody else's."""

from uuid import UUID

import pytest

from samen.core.matching.vocabulary import PairAnswer
from samen.core.terms import MemberRole
from samen.linkage import queries
from samen.linkage.actions_of_review import judge
from samen.register.models import Registration
from tests.linkage.people import NOW, decided, run, stands, strangers
from tests.register.given_files import Setting, csv_file, taken
from tests.register.test_earlier_owner import AFTER, BEFORE, HEAD

pytestmark = pytest.mark.django_db(transaction=True)
TYPED = HEAD.replace("registratienummer;", "registratienummer;type;")


@pytest.fixture
def known(setting: Setting) -> list[UUID]:
    """Anna of a file, and two others of whom one is said to be Anna too."""
    decided(setting)
    others = strangers(setting, 2)
    with setting.inside() as purpose:
        taken(purpose, csv_file([BEFORE.replace("P1;", "P1;verdachte;")], TYPED))
        anna = Registration.objects.get(source_key="id:P1").pk
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {})
        judge(purpose, anna, others[0], answer=PairAnswer.SAME, now=NOW)
        judge(purpose, anna, others[1], answer=PairAnswer.DIFFERENT, now=NOW)
        judge(purpose, *others, answer=PairAnswer.DIFFERENT, now=NOW)
    return [anna, *others]


def undone(setting: Setting, known: list[UUID]) -> list[bool]:
    anna, one, other = known
    with setting.inside(MemberRole.ANALYST) as purpose:
        pairs = ((anna, one), (anna, other), (one, other))
        return [queries.judgements(purpose, *pair)[0].undone_by is not None for pair in pairs]


def test_of_somebody_else_nothing_is_said_and_the_next_run_parts_them(
    setting: Setting, known: list[UUID]
) -> None:
    assert stands(setting)[known[0]] == stands(setting)[known[1]]
    with setting.inside() as purpose:
        taken(purpose, csv_file([AFTER.replace("P1;", "P1;verdachte;")], TYPED))
    assert undone(setting, known) == [True, True, False]
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {})
    assert stands(setting)[known[0]] != stands(setting)[known[1]]


def test_of_the_same_person_it_stands(setting: Setting, known: list[UUID]) -> None:
    with setting.inside() as purpose:
        taken(purpose, csv_file([BEFORE.replace("P1;", "P1;verdachte;")[:-1] + "2"], TYPED))
    assert undone(setting, known) == [False, False, False]
