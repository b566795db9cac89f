"""The pages: who gets them, the whole way from an agreement to an answer, in both languages."""

import re
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings

from samen.core.exchange import masking
from samen.core.exchange.vocabulary import HitAnswer, QuestionSide
from samen.core.terms import LogAct, MemberRole
from samen.exchange import actions_of_asking as asking
from samen.exchange.models import Peer
from samen.exchange.queries import hits, questions
from samen.exchange.signing import public_key
from samen.purposes.queries import entries
from samen.work import clock
from samen.work.models import Work
from tests.exchange.houses import ANALYST, OFFICER, SHARED, Two
from tests.register.given_files import DAY, Setting, make_setting

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not masking.is_installed(), reason="openmined-psi has no wheel for this machine"
    ),
]
HOLDER = MemberRole.CASE_HOLDER


def client_of(setting: Setting, role: MemberRole) -> Client:
    client = Client()
    backend = "django.contrib.auth.backends.ModelBackend"
    client.force_login(setting.members[role].user, backend=backend)
    return client


def at(setting: Setting, path: str, role: MemberRole) -> str:
    return f"/zonder-namen/{setting.members[role].pk}/avg6e/{path}"


def page(setting: Setting, path: str, role: MemberRole = ANALYST) -> str:
    answer = client_of(setting, role).get(at(setting, path, role))
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    return answer.content.decode()


def first_page(setting: Setting, role: MemberRole) -> str:
    return client_of(setting, role).get("/").content.decode()


def send(
    setting: Setting, path: str, given: dict[str, object], role: MemberRole = ANALYST
) -> HttpResponse:
    answer = client_of(setting, role).post(at(setting, path, role), given)
    assert isinstance(answer, HttpResponse)
    return answer


@pytest.fixture
def setting(transactional_db: None) -> Iterator[Setting]:
    with override_settings(TODAY=DAY):
        yield make_setting()


@pytest.mark.parametrize("role", MemberRole)
def test_who_asks_and_who_supervises_see_questions_and_nobody_else(
    setting: Setting, role: MemberRole
) -> None:
    found = client_of(setting, role).get(at(setting, "", role)).status_code
    asks = client_of(setting, role).get(at(setting, "vragen/", role)).status_code
    assert found == (200 if role in {ANALYST, HOLDER, OFFICER} else 403)
    assert asks == (200 if role in {ANALYST, HOLDER} else 403)


def test_an_agreement_takes_a_member_and_a_privacy_officer(setting: Setting) -> None:
    other = make_setting("Elders", "dienst Elders")
    given: dict[str, object] = {
        "organisation": other.organisation.pk, "goal": "Proef", "article": "art. 1",
        "decision": "2021-1", "start": "2021-11-17", "until": "2022-11-17",
    }  # fmt: skip
    assert send(setting, "afspraak/", {**given, "until": "2031-11-17"}).status_code == 400
    assert send(setting, "afspraak/", given).status_code == 302
    peer = Peer.objects.get()
    path = f"afspraak/{peer.pk}/"
    assert public_key(peer.pk) in page(setting, path)
    line = {"address": "http://elders.example/zonder-namen/aan/1/", "key": "00" * 32}
    assert "niet te gebruiken" in send(setting, path, dict(line)).content.decode()
    line["address"] = "https://elders.example/zonder-namen/aan/1/"
    line["key"] = public_key(peer.pk)
    assert send(setting, path, dict(line)).status_code == 302
    assert send(setting, path + "goedkeuren", {}).status_code == 403
    assert "Deze afspraak goedkeuren" in page(setting, path, OFFICER)
    assert "Afspraken om goed te keuren" in first_page(setting, OFFICER)
    assert send(setting, path + "goedkeuren", {}, OFFICER).status_code == 302
    assert "Goedgekeurd door" in page(setting, path)
    assert "Afspraken om goed te keuren" not in first_page(setting, OFFICER)
    assert send(setting, path + "beeindigen", {}, OFFICER).status_code == 302
    assert "Beëindigd op" in page(setting, path)


def test_what_goes_over_the_line_is_said_before_it_goes(two: Two) -> None:
    shown = page(two.asker, "vragen/")
    assert "Wat er over de lijn gaat" in shown
    assert "documentnummer" in shown
    given: dict[str, object] = {"peer": two.mine.pk, "kinds": ["suspect"], "since": "2021-01-01"}
    refused = send(two.asker, "vragen/", {**given, "since": "2021-12-01"})
    assert "Deze vraag gaat over 0 registraties" in refused.content.decode()
    assert send(two.asker, "vragen/", given)["Location"].startswith("/werk/")
    with two.asker.inside(ANALYST) as purpose:
        (asked,) = questions(purpose)
        assert asked.size == len(two.asked)
        asking.fail(purpose, asked.pk)
    again = send(two.asker, "vragen/", given).content.decode()
    assert "Naar 24 van de 24 gekozen registraties" in again
    assert "Vanaf 15 februari 2022 zijn er genoeg" in again
    assert "Opnieuw vragen" in page(two.asker, f"vragen/{asked.pk}/")
    assert Work.objects.get().result_url == at(two.asker, f"vragen/{asked.pk}/", ANALYST)


def test_from_counts_to_an_answer(two: Two) -> None:
    with two.asker.inside(ANALYST) as purpose:
        made = asking.ask(purpose, two.mine.pk, two.asked, now=clock.now())
        asking.count(purpose, made.pk, now=clock.now())
    path = f"vragen/{made.pk}/"
    assert "Minstens 3 sleutels" in page(two.asker, path)
    assert send(two.asker, path, {})["Location"].startswith("/werk/")
    with two.asker.inside(ANALYST) as purpose:
        asking.open_pairs(purpose, made.pk, now=clock.now())
    assert "3 van 24 zijn daar misschien bekend" in page(two.asker, path)
    with two.owner.inside(ANALYST) as purpose:
        (received,) = questions(purpose, QuestionSide.RECEIVED)
        token = hits(purpose, received)[0].token
    assert "3 treffers wachten" in page(two.owner, "")
    assert "op antwoord wachten</a>: <strong>3<" in first_page(two.owner, ANALYST)
    theirs = f"vragen/{received.pk}/"
    assert token[:8] in page(two.owner, theirs)
    assert "Anna" not in page(two.owner, theirs)
    assert "kent deze persoon misschien" in page(two.owner, f"{theirs}{token}/")
    given: dict[str, object] = {"answer": HitAnswer.KNOWN, "reason": "In een lopende zaak."}
    assert send(two.owner, f"{theirs}{token}/", {**given, "reason": ""}).status_code == 400
    assert send(two.owner, f"{theirs}{token}/", given).status_code == 302
    assert send(two.owner, f"{theirs}{token}/", given).status_code == 409
    assert send(two.asker, path, {})["Location"].startswith("/werk/")
    with two.asker.inside(ANALYST) as purpose:
        asking.fetch(purpose, made.pk, now=clock.now())
    told = page(two.asker, path)
    assert ("hier bekend" in told, "In een lopende zaak." in told) == (True, True)
    assert len(re.findall("nog niet", told)) == SHARED - 1
    for setting in (two.asker, two.owner):
        assert "voorgelegd" in page(setting, "", OFFICER)


def test_what_the_purpose_does_not_show_is_refused_in_a_sentence(two: Two) -> None:
    with two.asker.inside(ANALYST) as purpose:
        made = asking.ask(purpose, two.mine.pk, two.asked, now=clock.now())
    for path in (f"vragen/{made.pk}/", f"afspraak/{two.mine.pk}/"):
        found = client_of(two.owner, ANALYST).get(at(two.owner, path, ANALYST))
        assert (found.status_code, "is er hier niet" in found.content.decode()) == (403, True)


def received_of(two: Two) -> tuple[str, list[str]]:
    """The page of a question whose pairs are open, at its owner, and its hits."""
    with two.asker.inside(ANALYST) as purpose:
        made = asking.ask(purpose, two.mine.pk, two.asked, now=clock.now())
        asking.count(purpose, made.pk, now=clock.now())
        asking.open_pairs(purpose, made.pk, now=clock.now())
    with two.owner.inside(ANALYST) as purpose:
        (received,) = questions(purpose, QuestionSide.RECEIVED)
        return f"vragen/{received.pk}/", sorted({each.token for each in hits(purpose, received)})


def test_several_hits_get_one_answer_after_it_was_confirmed(two: Two) -> None:
    path, tokens = received_of(two)
    assert f"{path}antwoorden/" in page(two.owner, path)
    assert "3 treffers van" in page(two.owner, f"{path}antwoorden/")
    given: dict[str, object] = {"answer": HitAnswer.NOT_KNOWN, "reason": "Naamgenoten."}
    nothing = send(two.owner, f"{path}antwoorden/", given)
    assert (nothing.status_code, "Kies de treffers" in nothing.content.decode()) == (400, True)
    without = send(two.owner, f"{path}antwoorden/", {**given, "reason": "", "alle": "1"})
    assert without.status_code == 400
    chosen = {**given, "treffer": tokens[:2]}
    asked = send(two.owner, f"{path}antwoorden/", chosen).content.decode()
    assert "2 treffers beantwoorden?" in asked
    assert "Naamgenoten." not in page(two.owner, path)
    back = send(two.owner, f"{path}antwoorden/", {**chosen, "terug": "1"})
    shown = back.content.decode()
    assert (back.status_code, shown.count(" checked"), "Naamgenoten." in shown) == (200, 3, True)
    both = send(two.owner, f"{path}antwoorden/", {**chosen, "bevestigd": "1"})
    assert both.status_code == 302
    shown = page(two.owner, path)
    assert shown.count("Naamgenoten.") == 2
    assert shown.count(f"{two.owner.members[ANALYST].user.name}, ") == 2
    assert shown.count("2 treffers tegelijk") == 2
    everything = send(two.owner, f"{path}antwoorden/", {**given, "alle": "1"}).content.decode()
    assert "1 treffer beantwoorden?" in everything


def test_what_was_answered_meanwhile_keeps_its_answer_and_is_told(two: Two) -> None:
    path, tokens = received_of(two)
    one: dict[str, object] = {"answer": HitAnswer.KNOWN, "reason": "In een zaak."}
    assert send(two.owner, f"{path}{tokens[0]}/", one).status_code == 302
    given: dict[str, object] = {
        "answer": HitAnswer.NOT_KNOWN, "reason": "Naamgenoten.", "treffer": [*tokens, "weg"],
    }  # fmt: skip
    asked = send(two.owner, f"{path}antwoorden/", given).content.decode()
    assert "2 treffers beantwoorden?" in asked
    assert "1 treffer was al beantwoord; dat antwoord staat vast." in asked
    assert "1 treffer is er niet meer" in asked
    client = client_of(two.owner, ANALYST)
    address = at(two.owner, f"{path}antwoorden/", ANALYST)
    told = client.post(address, {**given, "bevestigd": "1"}, follow=True).content.decode()
    assert "2 treffers beantwoord. 1 treffer was al beantwoord" in told
    assert told.count("In een zaak.") == 1
    assert told.count("Naamgenoten.") == 2
    with two.owner.inside(OFFICER) as purpose:
        written = [each for each in entries(purpose) if each.act == LogAct.WRITE]
    assert any(len(each.subjects) == 2 for each in written)


def test_the_asker_and_who_may_not_answer_answer_nothing(two: Two) -> None:
    path, _tokens = received_of(two)
    client = client_of(two.owner, OFFICER)
    assert client.get(at(two.owner, f"{path}antwoorden/", OFFICER)).status_code == 403
    with two.asker.inside(ANALYST) as purpose:
        (mine,) = questions(purpose)
    address = at(two.asker, f"vragen/{mine.pk}/antwoorden/", ANALYST)
    refused = client_of(two.asker, ANALYST).get(address)
    assert (refused.status_code, "andere organisatie" in refused.content.decode()) == (403, True)
