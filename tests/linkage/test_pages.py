"""The pages of links: what each role gets, blind judging, two people, undoing, and the file."""

import io
import json
from collections.abc import Iterator
from itertools import pairwise
from uuid import UUID, uuid4
from zipfile import ZipFile

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from procrastinate.contrib.django.models import ProcrastinateJob

from samen.core.matching.vocabulary import PairAnswer
from samen.core.terms import LogAct, MemberRole, RegistrationKind
from samen.linkage.jobs import link
from samen.linkage.models import PairJudgement
from samen.linkage.queries_of_quality import found_quality
from samen.linkage.queries_of_review import ReviewList, next_pair, weak_links
from samen.purposes.models import LogEntry
from samen.purposes.queries import entries
from samen.work.jobs import run_work
from samen.work.models import Work
from tests.linkage.people import (
    LIKELY,
    SURE,
    decided,
    person,
    registered,
    run,
    stands,
    state_of,
    strangers,
)
from tests.register.given_files import DAY, Setting

pytestmark = pytest.mark.django_db(transaction=True)
ANALYST, HOLDER = MemberRole.ANALYST, MemberRole.CASE_HOLDER
PAGES = (
    "", "besluit/", "kwaliteit/", "wachtend/", "naast-elkaar/", "beoordelen/voorstellen/",
    "beoordelen/zwakke-schakels/", "beoordelen/steekproef/",
)  # fmt: skip


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    with override_settings(TODAY=DAY):
        yield


@pytest.fixture
def known(setting: Setting) -> list[UUID]:
    """Six suspects: the first two surely one, the second two maybe, under a standing decision."""
    numbers = strangers(setting, 6)
    decided(setting)
    with setting.inside(ANALYST) as purpose:
        run(purpose, {(numbers[0], numbers[1]): SURE, (numbers[2], numbers[3]): LIKELY})
    return numbers


def client_of(setting: Setting, role: MemberRole = ANALYST) -> Client:
    client = Client()
    backend = "django.contrib.auth.backends.ModelBackend"
    client.force_login(setting.members[role].user, backend=backend)
    return client


def at(setting: Setting, path: str, role: MemberRole = ANALYST) -> str:
    return f"/koppelingen/{setting.members[role].pk}/avg6e/{path}"


def page(setting: Setting, path: str, status: int = 200, role: MemberRole = ANALYST) -> str:
    answer = client_of(setting, role).get(at(setting, path, role))
    assert answer.status_code == status
    assert answer["Cache-Control"] == "no-store"
    return answer.content.decode()


def send(
    setting: Setting, path: str, role: MemberRole = ANALYST, **form: str | UUID
) -> HttpResponse:
    answer = client_of(setting, role).post(at(setting, path, role), form)
    assert isinstance(answer, HttpResponse)
    return answer


def pair(numbers: list[UUID]) -> str:
    return f"paar/{numbers[2]}/{numbers[3]}/"


@pytest.mark.parametrize("role", MemberRole)
def test_who_links_sees_links_and_nobody_else(
    setting: Setting, known: list[UUID], role: MemberRole
) -> None:
    client = client_of(setting, role)
    paths = [*PAGES, pair(known), f"registratie/{known[0]}/"]
    found = {client.get(at(setting, path, role)).status_code for path in paths}
    assert found == ({200, 302} if role in {ANALYST, HOLDER} else {403})


def test_before_the_first_run_the_page_says_what_to_do(setting: Setting) -> None:
    assert "Koppel de registraties" in page(setting, "")
    assert "Vóór de eerste koppeling" in page(setting, "kwaliteit/")
    assert "In deze lijst wacht niets" in page(setting, "beoordelen/voorstellen/")


def test_of_few_judged_pairs_no_quality_is_told(setting: Setting, known: list[UUID]) -> None:
    assert known
    told = page(setting, "kwaliteit/")
    assert "zodra er nog 10 paren beoordeeld zijn" in told
    assert "<table" not in told


def test_who_judges_does_not_see_the_chance_before(setting: Setting, known: list[UUID]) -> None:
    text = page(setting, "beoordelen/voorstellen/")
    assert "Is dit dezelfde persoon?" in text
    assert "kans dat dit" not in text
    assert "94,1%" not in text
    answer = send(setting, pair(known), answer="different", uit="voorstellen")
    assert answer.status_code == 302
    assert answer["Location"].endswith("?uit=voorstellen")
    with setting.inside(ANALYST):
        assert PairJudgement.objects.get().is_blind
    after = page(setting, pair(known) + "?uit=voorstellen")
    assert "de kans dat dit één persoon is 94,1%" in after
    assert "Volgend paar" in after


def test_a_judged_pair_does_not_come_back_and_a_put_off_one_does(setting: Setting) -> None:
    numbers = strangers(setting, 6)
    chain = dict.fromkeys(pairwise(numbers[:4]), LIKELY)
    with setting.inside(ANALYST) as purpose:
        run(purpose, chain)
        first = next_pair(purpose, ReviewList.SUGGESTIONS)
        assert first is not None
        later = next_pair(purpose, ReviewList.SUGGESTIONS, beside=first.pair.pk)
        assert later is not None
        assert later.pair.pk != first.pair.pk
        back = next_pair(purpose, ReviewList.SUGGESTIONS, beside=later.pair.pk, step=-1)
        assert back is not None
        assert back.pair.pk == first.pair.pk
    left, right = first.pair.left_id, first.pair.right_id
    send(setting, f"paar/{left}/{right}/", answer="unsure", uit="voorstellen")
    with setting.inside(ANALYST) as purpose:
        rest = next_pair(purpose, ReviewList.SUGGESTIONS)
        assert rest is not None
        assert rest.pair.pk != first.pair.pk
    with setting.inside(HOLDER) as purpose:
        other = next_pair(purpose, ReviewList.SUGGESTIONS)
        assert other is not None
        assert other.pair.pk == first.pair.pk


def test_a_victim_takes_two_people_and_the_page_says_so(setting: Setting) -> None:
    numbers = strangers(setting, 4, RegistrationKind.VICTIM)
    with setting.inside(ANALYST) as purpose:
        run(purpose, {(numbers[2], numbers[3]): LIKELY})
    send(setting, pair(numbers), answer="same")
    assert "Nog niet" in page(setting, pair(numbers))
    assert "Naam" in page(setting, "wachtend/", role=HOLDER)
    logged = LogEntry.objects.count()
    waits = "Paren die op u wachten als tweede persoon</a>: <strong>1<"
    home = {role: client_of(setting, role).get("/").content.decode() for role in (ANALYST, HOLDER)}
    assert "Voorstellen: is dit dezelfde persoon?</a>: <strong>1<" in home[HOLDER]
    assert [waits in home[role] for role in (ANALYST, HOLDER)] == [False, True]
    assert LogEntry.objects.count() == logged  # a count looks at nobody
    first = setting.members[ANALYST].user.name
    unseen = page(setting, pair(numbers), role=HOLDER)
    assert "een tweede persoon is nodig" in unseen
    assert "%" not in unseen.partition("<main")[2]
    assert first not in unseen
    send(setting, pair(numbers), HOLDER, answer="same", blind="1")
    assert PairJudgement.objects.filter(is_blind=True).count() == 0, "policies show nothing here"
    with setting.inside(HOLDER):
        assert PairJudgement.objects.get(registrar=setting.members[HOLDER].user).is_blind
    assert first in page(setting, pair(numbers), role=HOLDER)
    assert "Deze gelden als één persoon" in page(setting, pair(numbers))


def test_a_merge_is_undone_from_the_page_and_nothing_is_left_of_it(
    setting: Setting, known: list[UUID]
) -> None:
    before = state_of(setting)
    send(setting, pair(known), answer="same")
    assert state_of(setting) != before
    entity = stands(setting)[known[2]]
    text = page(setting, f"persoon/{entity}/")
    assert "2 registraties gelden als deze persoon" in text
    assert "samengevoegd" in text
    with setting.inside(ANALYST):
        said = PairJudgement.objects.get()
    assert send(setting, "ongedaan", judgement=said.pk, uit="voorstellen").status_code == 302
    assert state_of(setting) == before


def test_undoing_what_is_not_the_last_is_refused(setting: Setting, known: list[UUID]) -> None:
    answer = send(setting, "ongedaan", judgement=uuid4())
    assert answer.status_code == 403
    assert "niet meer uw laatste oordeel" in answer.content.decode()


def test_registrations_are_taken_out_with_a_reason(setting: Setting, known: list[UUID]) -> None:
    entity = stands(setting)[known[0]]
    path = f"persoon/{entity}/"
    refused = send(setting, path, registratie=str(known[0]))
    assert refused.status_code == 400
    assert stands(setting)[known[0]] == stands(setting)[known[1]]
    assert send(setting, path, registratie=str(known[0]), note="Andere persoon.").status_code == 302
    assert stands(setting)[known[0]] != stands(setting)[known[1]]


def test_a_number_that_became_another_leads_there(setting: Setting, known: list[UUID]) -> None:
    before = {stands(setting)[number] for number in known[2:4]}
    send(setting, pair(known), answer="same")
    gone = (before - {stands(setting)[known[2]]}).pop()
    text = page(setting, f"persoon/{gone}/")
    assert "onder een ander nummer" in text
    assert str(stands(setting)[known[2]]) in text
    assert "staat niets" in page(setting, f"persoon/{uuid4()}/", 404)


def test_how_it_was_known_on_a_day(setting: Setting, known: list[UUID]) -> None:
    entity = stands(setting)[known[0]]
    assert "Naam" in page(setting, f"persoon/{entity}/op-dag/?on={DAY}")
    assert "stond toen geen registratie" in page(setting, f"persoon/{entity}/op-dag/?on=2020-01-01")


def test_who_looks_how_a_person_was_known_looks_at_nobody_else(
    setting: Setting, known: list[UUID]
) -> None:
    entity = stands(setting)[known[0]]
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        before = set(entries(purpose).values_list("pk", flat=True))
    page(setting, f"persoon/{entity}/op-dag/?on={DAY}")
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        latest = set(entries(purpose).values_list("pk", flat=True)) - before
        seen = [bool(latest & set(entries(purpose, person=each).values_list("pk", flat=True)))
                for each in known]  # fmt: skip
    assert seen == [True, True, False, False, False, False]


@pytest.mark.parametrize("form", ["docx", "json"])
def test_the_file_of_a_person_tells_its_ground_and_is_logged(
    setting: Setting, known: list[UUID], form: str
) -> None:
    entity = stands(setting)[known[0]]
    answer = client_of(setting).get(at(setting, f"persoon/{entity}/dossier.{form}"))
    assert answer.status_code == 200
    if form == "json":
        told = json.dumps(json.loads(answer.content), ensure_ascii=False)
    else:
        told = ZipFile(io.BytesIO(answer.content)).read("word/document.xml").decode()
    assert "AVG art. 6" in told
    assert str(entity) in told
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        acts = [each.act for each in entries(purpose)]
    assert LogAct.EXPORT in acts


def test_many_are_called_different_at_once_and_nothing_else(
    setting: Setting, known: list[UUID]
) -> None:
    assert "Naam" in page(setting, "naast-elkaar/")
    assert send(setting, "naast-elkaar/", paar=f"{known[2]}_{known[3]}").status_code == 302
    with setting.inside(ANALYST):
        assert PairJudgement.objects.get().answer == PairAnswer.DIFFERENT
    for wrong in ("x", f"{known[2]}", f"{known[2]}_y"):
        assert send(setting, "naast-elkaar/", paar=wrong).status_code == 400


def test_a_standing_decision_is_made_and_ended_by_name(setting: Setting) -> None:
    strangers(setting, 2)

    def decide() -> HttpResponse:
        reason = "Nodig om één keer te tellen."
        return send(setting, "besluit/", reason=reason, strict="0.999", until="2022-06-01")

    assert decide().status_code == 302
    text = page(setting, "")
    assert "Nodig om één keer te tellen." in text
    again = decide()
    assert again.status_code == 409
    number = text.split("besluit/")[1].split("/")[0]
    assert send(setting, f"besluit/{number}/beeindigen").status_code == 302
    assert "elke koppeling is een voorstel" in page(setting, "")


def test_a_pair_of_which_one_is_gone_is_one_sentence(setting: Setting, known: list[UUID]) -> None:
    for path in (f"paar/{known[0]}/{uuid4()}/", f"registratie/{uuid4()}/"):
        assert client_of(setting).get(at(setting, path)).status_code == 403
    assert send(setting, f"paar/{known[0]}/{uuid4()}/", answer="same").status_code == 403
    assert send(setting, pair(known), answer="misschien").status_code == 400
    assert send(setting, pair(known)).status_code == 400
    assert client_of(setting).get(at(setting, "beoordelen/anders/")).status_code == 403


def test_a_person_that_hangs_on_a_weak_link_is_asked_about(setting: Setting) -> None:
    numbers = strangers(setting, 3)
    weights = {(numbers[0], numbers[1]): SURE, (numbers[1], numbers[2]): LIKELY,
               (numbers[0], numbers[2]): LIKELY - 1}  # fmt: skip
    with setting.inside(ANALYST) as purpose:
        run(purpose, weights)
    for one, other in pairwise(numbers):
        send(setting, f"paar/{one}/{other}/", answer="same")
    with setting.inside(ANALYST) as purpose:
        (weak,) = weak_links(purpose)
    assert {weak.left_id, weak.right_id} == set(numbers[1:])


def test_quality_counts_each_answer_of_the_sample(setting: Setting, known: list[UUID]) -> None:
    with setting.inside(ANALYST) as purpose:
        found = found_quality(purpose)
    assert found is not None
    assert (found.asked, found.judged) == (2, 0)
    send(setting, f"paar/{known[0]}/{known[1]}/", answer="same", uit="steekproef")
    send(setting, pair(known), answer="unsure", uit="steekproef")
    with setting.inside(ANALYST) as purpose:
        found = found_quality(purpose)
    assert found is not None
    assert (found.judged, found.unsure) == (1, 1)
    assert found.acting.precision.low == found.acting.precision.high == 1.0


def worked(setting: Setting, path: str) -> None:
    """Ask for long work with a button, and do it."""
    answer = send(setting, path)
    assert answer.status_code == 302
    work = Work.objects.latest("pk")
    asked = dict(ProcrastinateJob.objects.latest("id").args)
    run_work(link, work=asked.pop("work"), attempt=0, arguments=asked)
    work.refresh_from_db()
    assert work.state == "done", [line.words for line in work.lines.all()]
    assert work.result_url == at(setting, "")


def test_what_is_new_is_counted_and_put_in_place_with_a_button(setting: Setting) -> None:
    strangers(setting, 4)
    assert at(setting, "nieuw") not in page(setting, "")
    worked(setting, "opnieuw")
    assert at(setting, "nieuw") not in page(setting, "")
    registered(setting, [person("new"), person("newer", "Chidi", "Okonkwo", "1991-04-30")])
    shown = page(setting, "")
    assert at(setting, "nieuw") in shown
    assert "Koppel wat nieuw is (2)" in shown
    worked(setting, "nieuw")
    shown = page(setting, "")
    assert "6 registraties" in shown
    assert "(2 nieuw)" in shown
    assert at(setting, "nieuw") not in shown
