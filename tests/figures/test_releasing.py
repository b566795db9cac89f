"""A release withstood the gate, was made by two, is signed, and stays to be seen for good."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from samen.accounts.actions import note_same_person
from samen.accounts.models import User
from samen.core.errors import BadInput, Conflict, Refused, SamenError
from samen.core.terms import Ground, MemberRole, Scope
from samen.figures import actions_of_releases as acts
from samen.figures.actions_of_looks import instead, try_release
from samen.figures.models import Count, GateReport, Release, ReleaseStep
from samen.figures.queries_of_releases import (
    catalogue,
    intervals,
    is_as_signed,
    published,
    released,
    released_with,
    releases_to_decide,
    revised,
)
from samen.figures.values import Codes, Groups, Proposal, ReleaseAct, TableFacts
from samen.programme.actions import record_figure, withdraw_figure
from samen.programme.queries import figures_of
from samen.programme.values import FigureFacts
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.purposes.inside import Purpose, inside
from samen.purposes.models import Membership
from tests.figures.people import NOW, counted, query, victims
from tests.register.given_files import DAY, START, Setting

pytestmark = pytest.mark.django_db
MANY = {
    (2020, "female", "sexual"): 12, (2020, "female", "labour"): 8, (2020, "female", "begging"): 2,
    (2020, "male", "sexual"): 6, (2020, "male", "labour"): 14, (2020, "male", "begging"): 7,
}  # fmt: skip
BOTH = ("sex", "exploitation")


@pytest.fixture(autouse=True)
def signing(settings: LazySettings) -> None:
    settings.CHECKPOINT_KEY = "11" * 32


@pytest.fixture
def second(setting: Setting) -> Membership:
    person = User.objects.create_user("tweede@voorbeeld.example", None, name="Tweede Voorbeeld")
    part = Part(setting.organisation.pk, MemberRole.STATISTICIAN, Scope.NATIONAL, START)
    return purposes.add_member(part, user=person.pk, processing=setting.processing.pk, today=START)


@contextmanager
def of(member: Membership) -> Iterator[Purpose]:
    with inside(
        membership=member.pk, user=member.user_id, ground=Ground.AVG6E, today=DAY
    ) as purpose:
        yield purpose


@pytest.fixture
def run(setting: Setting, indicator: int, team: User) -> Count:
    victims(setting, MANY)
    return counted(setting, query(indicator, team, *BOTH))


def table(
    run: Count, *by: str, hidden: frozenset[Codes] | None = None, groups: Groups | None = None
) -> Proposal:
    return Proposal("Slachtoffers 2020", (TableFacts(run.pk, "Tabel", by, groups or {}, hidden),))


def proposed(setting: Setting, proposal: Proposal, now: datetime = NOW) -> Release:
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        return acts.propose(purpose, proposal, now=now)


def out(setting: Setting, second: Membership, proposal: Proposal) -> Release:
    made = proposed(setting, proposal)
    with of(second) as purpose:
        acts.approve(purpose, made.number, now=NOW)
    return made


def shown(release: Release) -> dict[tuple[str, ...], int | None]:
    (first,) = json.loads(bytes(release.content))["tables"]
    return {tuple(codes): n for codes, n in first["rows"]}


def test_an_unsafe_table_is_refused_with_its_cells_and_what_helps(
    setting: Setting, run: Count
) -> None:
    proposal = table(run, *BOTH, hidden=frozenset())
    with pytest.raises(SamenError, match=r"begging × female × 2020 \[2, 2\]") as error:
        proposed(setting, proposal)
    assert "take coarser codes" in str(error.value)
    assert not Release.objects.exists()


def test_a_refusal_is_kept_with_what_was_found(setting: Setting, run: Count) -> None:
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        tried = try_release(purpose, table(run, *BOTH, hidden=frozenset()), now=NOW)
        kept = GateReport.objects.get()
    assert not tried.is_safe
    assert kept.status == "unsafe"
    cell = {"exploitation": "begging", "sex": "female", "year": "2020"}
    found = {"cell": cell, "attacker": "outsider", "low": 2, "high": 2, "why": "interval"}
    assert found in kept.found


def test_the_gate_hides_what_has_to_be_and_coarser_codes_need_no_hiding(
    setting: Setting, run: Count
) -> None:
    made = shown(proposed(setting, table(run, *BOTH)))
    assert made["2020", "female", "begging"] is None
    assert 49 in made.values()
    groups = {"exploitation": {"other": ("begging", "labour")}}
    coarse = shown(proposed(setting, table(run, *BOTH, groups=groups)))
    assert None not in coarse.values()
    assert coarse["2020", "female", "other"] == 10


def test_what_goes_through_instead_is_told_and_does(setting: Setting, run: Count) -> None:
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        asked = table(run, *BOTH, hidden=frozenset())
        assert try_release(purpose, asked, now=NOW).helps
        found = instead(purpose, asked, now=NOW)
        assert {each.without for each in found} == {"", *BOTH}
        seen = [each.tried.cells - each.tried.hidden for each in found]
        assert seen == sorted(seen, reverse=True)
        kept = GateReport.objects.filter(policy__has_key="without")
        assert {each.policy["without"] for each in kept} == {each.without for each in found}
        for each in found:
            again = try_release(purpose, replace(asked, tables=each.asked), now=NOW)
            assert again.is_safe
            assert (again.cells, again.hidden) == (each.tried.cells, each.tried.hidden)


def test_nothing_is_told_instead_that_an_earlier_release_makes_unsafe(
    setting: Setting, run: Count, second: Membership
) -> None:
    groups = {"exploitation": {"other": ("begging", "labour")}}
    out(setting, second, table(run, *BOTH, groups=groups))
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        for each in instead(purpose, table(run, *BOTH, hidden=frozenset()), now=NOW):
            assert try_release(purpose, replace(table(run), tables=each.asked), now=NOW).is_safe


def test_a_second_account_of_who_proposed_a_release_does_not_approve_it(
    setting: Setting, run: Count, second: Membership
) -> None:
    made = proposed(setting, table(run, "sex"))
    note_same_person(
        user=second.user_id, same_as=setting.members[MemberRole.STATISTICIAN].user_id
    )  # fmt: skip
    with of(second) as purpose:
        assert releases_to_decide(purpose) == 0
        with pytest.raises(Refused, match="proposed this release yourself"):
            acts.approve(purpose, made.number, now=NOW)
    with pytest.raises(DatabaseError, match="another person releases"), transaction.atomic():
        ReleaseStep.objects.create(
            release=made, act=ReleaseAct.RELEASED, at=NOW, by=second.user, signature="aa"
        )


def test_two_persons_make_a_release(
    setting: Setting, run: Count, second: Membership, indicator: int
) -> None:
    made = proposed(setting, table(run, "sex"))
    assert (released(), catalogue(), published("slachtoffers")) == ([], [], [])
    with (
        pytest.raises(Refused, match="proposed this release yourself"),
        setting.inside(MemberRole.STATISTICIAN) as purpose,
    ):
        acts.approve(purpose, made.number, now=NOW)
    with of(second) as purpose:
        acts.approve(purpose, made.number, now=NOW)
    state = released_with(made.number)
    assert state is not None
    assert is_as_signed(state)
    assert catalogue() == [("slachtoffers", "Mogelijke slachtoffers in het register")]
    values = {(each.figure.year, each.figure.breakdown): each.figure.value
              for each in published("slachtoffers")}  # fmt: skip
    assert values == {(2020, ""): 49, (2020, "sex: female"): 22, (2020, "sex: male"): 27}
    (whole,) = [each for each in figures_of(indicator=indicator) if not each.breakdown]
    assert (whole.vintage, whole.method, whole.definition_version) == ("vrijgave 1", "counted", 1)
    with of(second) as purpose, pytest.raises(Conflict, match="decided about release 1 already"):
        acts.approve(purpose, made.number, now=NOW)


def test_a_signature_is_over_every_byte(setting: Setting, run: Count, second: Membership) -> None:
    made = out(setting, second, table(run, "sex"))
    state = released_with(made.number)
    assert state is not None
    state.release.content = bytes(state.release.content).replace(b"22", b"23")
    assert not is_as_signed(state)
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        Release.objects.filter(pk=made.pk).update(title="Anders")


def test_what_was_released_is_part_of_every_later_attack(
    setting: Setting, run: Count, second: Membership
) -> None:
    made = out(setting, second, table(run, *BOTH))
    first = shown(made)
    other = frozenset({("2020", sex, form) for sex in ("female", "male")
                       for form in ("begging", "labour")})  # fmt: skip
    assert {cell for cell, n in first.items() if n is None} != other
    with pytest.raises(SamenError, match="too much"):
        proposed(setting, table(run, *BOTH, hidden=other))


def test_the_gate_looks_again_when_a_release_is_approved(
    setting: Setting, run: Count, second: Membership
) -> None:
    other = frozenset({("2020", sex, form) for sex in ("female", "male")
                       for form in ("begging", "labour")})  # fmt: skip
    waits = proposed(setting, table(run, *BOTH, hidden=other))
    out(setting, second, table(run, *BOTH))
    with of(second) as purpose, pytest.raises(SamenError, match="too much"):
        acts.approve(purpose, waits.number, now=NOW)


def test_a_withdrawn_release_stays_to_be_seen_and_in_the_gate(
    setting: Setting, run: Count, second: Membership
) -> None:
    made = out(setting, second, table(run, *BOTH))
    with of(second) as purpose:
        acts.withdraw(purpose, made.number, reason="Verkeerde jaren.", now=NOW)
    (state,) = released()
    assert state.is_withdrawn
    assert all(each.is_withdrawn and each.figure.withdrawn_reason == "Verkeerde jaren."
               for each in published("slachtoffers"))  # fmt: skip
    other = frozenset({("2020", sex, form) for sex in ("female", "male")
                       for form in ("begging", "labour")})  # fmt: skip
    with pytest.raises(SamenError, match="too much"):
        proposed(setting, table(run, *BOTH, hidden=other))
    again = Proposal("Slachtoffers", (TableFacts(run.pk, "Tabel", ("sex",)),), replaces=made.pk)
    with pytest.raises(Refused, match="Release 1 was withdrawn"):
        proposed(setting, again)


def test_a_revision_of_what_was_withdrawn_meanwhile_is_not_approved(
    setting: Setting, run: Count, second: Membership
) -> None:
    made = out(setting, second, table(run, "sex"))
    facts = TableFacts(run.pk, "Tabel", ("sex",))
    waits = proposed(setting, Proposal("Herzien", (facts,), replaces=made.pk))
    with of(second) as purpose:
        acts.withdraw(purpose, made.number, reason="Verkeerde jaren.", now=NOW)
        with pytest.raises(Refused, match="Release 1 was withdrawn"):
            acts.approve(purpose, waits.number, now=NOW)
    (state,) = released()
    assert state.release == made


def test_a_published_figure_that_was_withdrawn_meanwhile_does_not_go_out(
    setting: Setting, second: Membership, indicator: int, team: User
) -> None:
    facts = FigureFacts(2019, "Jaarbeeld", value=None, words="ruim duizend")
    number = record_figure(indicator=indicator, figure=facts, by=team, now=NOW)
    waits = proposed(setting, Proposal("Cijfers", reported=(number,)))
    withdraw_figure(figure=number, reason="Verkeerd.", by=team, now=NOW)
    with of(second) as purpose, pytest.raises(BadInput, match="does not stand"):
        acts.approve(purpose, waits.number, now=NOW)
    assert released() == []


def test_a_figure_of_a_revised_release_has_that_of_the_revision_in_its_place(
    setting: Setting, run: Count, second: Membership, indicator: int, team: User
) -> None:
    made = out(setting, second, table(run, "sex"))
    victims(setting, {(2020, "female", "other"): 6})
    again = counted(setting, query(indicator, team, *BOTH))
    assert revised() == {}
    facts = TableFacts(again.pk, "Tabel", ("sex",))
    out(setting, second, Proposal("Slachtoffers", (facts,), replaces=made.pk))
    known = {each.id: each for each in figures_of(indicator=indicator)}
    pairs = {(known[old].breakdown, *(int(known[each].value or 0) for each in (old, new)))
             for old, new in revised().items()}  # fmt: skip
    assert pairs == {("", 49, 55), ("sex: female", 22, 28), ("sex: male", 27, 27)}


def test_a_proposal_takes_no_more_to_look_for_than_what_is_not_there(
    setting: Setting, run: Count
) -> None:
    made = proposed(setting, table(run, "sex"))
    asked = []
    for number in (made.number, made.number + 1):
        with CaptureQueriesContext(connection) as queries:
            assert released_with(number) is None
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_a_refused_proposal_was_never_out(setting: Setting, run: Count, second: Membership) -> None:
    made = proposed(setting, table(run, "sex"))
    with of(second) as purpose:
        acts.refuse(purpose, made.number, reason="Nog niet.", now=NOW)
    assert released() == []
    with of(second) as purpose, pytest.raises(Conflict):
        acts.approve(purpose, made.number, now=NOW)


def test_a_published_figure_of_another_goes_out_as_it_stands(
    setting: Setting, run: Count, second: Membership, indicator: int, team: User
) -> None:
    facts = FigureFacts(2019, "Jaarbeeld", value=None, words="ruim duizend")
    number = record_figure(indicator=indicator, figure=facts, by=team, now=NOW)
    out(setting, second, Proposal("Cijfers", reported=(number,)))
    (only,) = published("slachtoffers")
    assert (only.figure.words, only.low) == ("ruim duizend", None)
    assert intervals([number]) == {}


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        (Proposal(""), "no title"),
        (Proposal("Leeg"), "nothing to release"),
        (Proposal("Laag", reported=(1,), threshold=2), "threshold is 2"),
        (Proposal("Weg", reported=(10**6,)), "does not stand"),
    ],
)
def test_what_is_no_proposal_is_refused(setting: Setting, proposal: Proposal, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        proposed(setting, proposal)


@pytest.mark.parametrize("role", [role for role in MemberRole if role != "statistician"])
def test_nobody_else_makes_releases(setting: Setting, role: MemberRole) -> None:
    with pytest.raises(Refused, match="statistician"), setting.inside(role) as purpose:
        acts.propose(purpose, Proposal("Cijfers", reported=(1,)), now=NOW)
