"""Owners are asked, answer by link or sheet, and the team decides."""

import io
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client, override_settings
from django.utils.translation import override
from docx import Document
from openpyxl import Workbook, load_workbook
from pghistory.models import Context

from samen.accounts.actions import grant_role
from samen.core.errors import BadInput, Conflict, Refused, SamenError, TooBig
from samen.core.terms import AnswerState, Role
from samen.programme.actions import (
    Said,
    accept_answer,
    answer_by_sheet,
    answer_question,
    ask_round,
    close_round,
    reject_answer,
    reopen_round,
    undo_judgement,
)
from samen.programme.actions.wording import Actor
from samen.programme.models import Answer, Invitation
from samen.programme.queries import entry_state, owner_page, owner_sheet, round_state, rounds
from samen.programme.sheets import as_bytes
from tests.two_at_once import while_first_acts

ASKED = date(2022, 5, 1)
THEN = datetime(2022, 5, 3, 10, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def token(promise: int, tess: Actor) -> str:
    asked = ask_round(
        title="Voorjaarsronde",
        asked_on=ASKED,
        due=date(2022, 5, 20),
        by=tess,
        now=datetime(2022, 5, 1, 9, tzinfo=UTC),
        filters=None,
    )
    return asked.links[0][1]


def _answer(token: str, entry: int, status: str = "running") -> int:
    said = Said(entry=entry, status=status, note="De inkoop loopt.", due=date(2022, 9, 1))
    return answer_question(token=token, said=said, answered_by="Olga Opvang", now=THEN)


def test_the_owner_sees_what_is_asked(token: str, promise: int) -> None:
    page = owner_page(token=token, now=THEN, today=date(2022, 5, 3))
    assert page is not None
    assert [question.state.id for question in page.questions] == [promise]


def test_a_wrong_secret_opens_nothing(token: str) -> None:
    assert owner_page(token=token[:-1], now=THEN, today=ASKED) is None


def test_an_answer_changes_nothing_until_it_is_accepted(
    token: str, promise: int, tess: Actor
) -> None:
    answer = _answer(token, promise)
    before = entry_state(entry=promise, on=date(2022, 5, 4))
    assert before is not None
    assert before.status == "new"
    accept_answer(answer=answer, by=tess, now=THEN)
    after = entry_state(entry=promise, on=date(2022, 5, 4))
    assert after is not None
    assert (after.status, after.due) == ("running", date(2022, 9, 1))


def test_the_trail_does_not_keep_the_secret_of_a_link(
    token: str, promise: int, client: Client
) -> None:
    Invitation.objects.update(expires_at=datetime(2099, 1, 1, tzinfo=UTC))
    client.post(f"/vraag/{token}/", {f"{promise}-status": "running"})
    assert Answer.objects.count() == 1
    assert [row.metadata["url"] for row in Context.objects.all()] == ["/vraag/***/"]


def test_an_accepted_answer_holds_from_the_day_of_the_pages(
    token: str, promise: int, tess: Actor
) -> None:
    answer = _answer(token, promise)
    demo = date(2022, 5, 2)
    with override_settings(TODAY=demo):
        accept_answer(answer=answer, by=tess, now=THEN)
    state = entry_state(entry=promise, on=demo)
    assert state is not None
    assert (state.status, state.status_on) == ("running", demo)


def test_a_later_answer_replaces_an_open_one(token: str, promise: int, tess: Actor) -> None:
    first = _answer(token, promise)
    _answer(token, promise, "kept")
    with pytest.raises(Conflict):
        accept_answer(answer=first, by=tess, now=THEN)
    assert Answer.objects.filter(state=AnswerState.OPEN).count() == 1


def test_accepting_can_be_undone(token: str, promise: int, tess: Actor) -> None:
    answer = _answer(token, promise)
    accept_answer(answer=answer, by=tess, now=THEN)
    undo_judgement(answer=answer, by=tess, now=datetime(2022, 5, 3, 11, tzinfo=UTC))
    state = entry_state(entry=promise, on=date(2022, 5, 4))
    assert state is not None
    assert (state.status, state.due) == ("new", date(2022, 7, 8))
    assert Answer.objects.get(pk=answer).state == AnswerState.OPEN


def test_a_judged_answer_keeps_what_it_changed(token: str, promise: int, tess: Actor) -> None:
    first = _answer(token, promise)
    accept_answer(answer=first, by=tess, now=THEN)
    later = datetime(2022, 5, 4, 10, tzinfo=UTC)
    accept_answer(answer=_answer(token, promise, "kept"), by=tess, now=later)
    state = round_state(round_id=rounds()[0].pk, today=date(2022, 5, 5))
    assert state is not None
    steps = {row.id: (row.before, row.status) for row in state.answers}
    assert steps.pop(first) == ("new", "running")
    assert list(steps.values()) == [("running", "kept")]


def test_a_rejection_has_a_reason_and_can_be_undone(token: str, promise: int, tess: Actor) -> None:
    answer = _answer(token, promise)
    with pytest.raises(Refused):
        reject_answer(answer=answer, reason=" ", by=tess, now=THEN)
    reject_answer(answer=answer, reason="Zonder bewijs", by=tess, now=THEN)
    undo_judgement(answer=answer, by=tess, now=THEN)
    assert Answer.objects.get(pk=answer).state == AnswerState.OPEN


def test_a_closed_round_takes_no_answers(token: str, promise: int) -> None:
    close_round(round_id=rounds()[0].pk, now=THEN)
    with pytest.raises(Refused, match="link"):
        _answer(token, promise)


def _filled(token: str, column: str, value: int | str) -> bytes:
    content = owner_sheet(token=token, now=THEN, today=ASKED)
    assert content is not None
    book = load_workbook(io.BytesIO(content))
    book.worksheets[0]["G2"] = "running"
    book.worksheets[0][f"{column}2"] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("sent", "back"), [("nl", "en"), ("en", "nl")])
def test_a_sheet_comes_back_in_either_language(
    token: str, promise: int, sent: str, back: str
) -> None:
    word = {"nl": "vervallen", "en": "lapsed"}[sent]
    with override(sent):
        content = _filled(token, "G", word)
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == [{"nl": "Vragen", "en": "Questions"}[sent]]
    head = [cell.value for cell in book.worksheets[0][1]]
    expected = {"nl": ("Stand nu", "Nieuwe stand"), "en": ("Status now", "New status")}
    assert (head[4], head[6]) == expected[sent]
    with override(back):
        assert answer_by_sheet(token=token, content=content, answered_by="Olga", now=THEN) == 1
    assert Answer.objects.get().status == "lapsed"


def test_a_sheet_comes_back_as_answers(token: str, promise: int) -> None:
    content = _filled(token, "I", "1-9-2022")
    assert answer_by_sheet(token=token, content=content, answered_by="Olga", now=THEN) == 1
    answer = Answer.objects.get()
    assert (answer.status, answer.due, answer.on_sheet) == ("running", date(2022, 9, 1), True)


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("A", 999_999, "Number"),
        ("H", "=1+1", "formula"),
        ("G", "bijna klaar", "status"),
        ("I", "31-02-2022", "date"),
        ("I", "31-12-9999", "too far away"),
        ("I", "=TODAY()", "formula"),
        ("A", "een", "Number"),
        ("A", 10**30, "Number"),
        ("B", "", "Check"),
        ("J", "zie bijlage", "web address"),
    ],
)
def test_a_sheet_that_is_not_right_writes_nothing(
    token: str, column: str, value: int | str, says: str
) -> None:
    content = _filled(token, column, value)
    with pytest.raises(SamenError, match=says):
        answer_by_sheet(token=token, content=content, answered_by="Olga", now=THEN)
    assert not Answer.objects.exists()


def _changed(token: str, change: Callable[[Workbook], None]) -> bytes:
    book = load_workbook(io.BytesIO(_filled(token, "H", "De inkoop loopt.")))
    change(book)
    return as_bytes(book)


def _say_without_status(book: Workbook) -> None:
    sheet = book.worksheets[0]
    sheet["G2"], sheet["H2"] = None, "Het gaat goed."


def _call_otherwise(book: Workbook) -> None:
    book.worksheets[0].title = "Blad1"


def _take_a_column_out(book: Workbook) -> None:
    book.worksheets[0].delete_cols(2)


def _add_a_wrong_row(book: Workbook) -> None:
    sheet = book.worksheets[0]
    sheet.append([cell.value for cell in sheet[2]])
    sheet["G3"] = "bijna klaar"


def _add_rows(book: Workbook) -> None:
    for _ in range(100_000):
        book.worksheets[0].append([1])


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_call_otherwise, "not the sheet that was sent"),
        (_say_without_status, "Row 2: something was filled in, but no new status"),
        (_take_a_column_out, "not the sheet that was sent"),
        (_add_a_wrong_row, "Row 3"),
        (_add_rows, "far more cells"),
    ],
)
def test_a_sheet_that_was_rebuilt_writes_nothing(
    token: str, change: Callable[[Workbook], None], says: str
) -> None:
    with pytest.raises(BadInput, match=says):
        answer_by_sheet(token=token, content=_changed(token, change), answered_by="O", now=THEN)
    assert not Answer.objects.exists()


def test_a_word_file_with_another_name_is_refused(token: str) -> None:
    out = io.BytesIO()
    Document().save(out)
    with pytest.raises(BadInput, match="not an Excel workbook"):
        answer_by_sheet(token=token, content=out.getvalue(), answered_by="Olga", now=THEN)


def test_another_file_is_refused(token: str) -> None:
    with pytest.raises(BadInput, match="workbook"):
        answer_by_sheet(token=token, content=b"%PDF-1.7", answered_by="Olga", now=THEN)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_accept_one_wins(token: str, promise: int, tess: Actor) -> None:
    answer = _answer(token, promise)
    start, outcomes = threading.Barrier(2), []

    def accept() -> None:
        start.wait()
        try:
            accept_answer(answer=answer, by=tess, now=THEN)
            outcomes.append("won")
        except SamenError as error:
            outcomes.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=accept) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["Conflict", "won"]
    state = round_state(round_id=Answer.objects.get().question.invitation.round_id, today=ASKED)
    assert state is not None
    assert [row.state for row in state.answers] == [AnswerState.ACCEPTED]


@pytest.mark.django_db(transaction=True)
def test_of_two_answers_at_once_the_later_one_stands(token: str, promise: int) -> None:
    (answer,) = while_first_acts(lambda: _answer(token, promise), lambda: _answer(token, promise))
    open_now = Answer.objects.filter(state=AnswerState.OPEN)
    assert [row.pk for row in open_now] == [answer]
    assert Answer.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_who_ask_the_same_round_at_once_one_is_told(promise: int, tess: Actor) -> None:
    def ask(title: str = "Najaar") -> object:
        return ask_round(
            title=title, asked_on=ASKED, due=ASKED, by=tess, now=THEN, filters=None
        ).id  # fmt: skip

    (told,) = while_first_acts(ask, ask)
    assert isinstance(told, Conflict)
    assert "Najaar" in str(told)
    assert len(rounds()) == 1
    first = rounds()[0].id
    close_round(round_id=first, now=THEN)
    assert ask() != first
    with pytest.raises(Conflict):
        reopen_round(round_id=first)
    assert ask("Najaar, nog eens")


def test_a_sheet_that_is_too_large_is_told_before_it_is_read(
    token: str,
) -> None:
    with pytest.raises(TooBig, match=r"3 MB.*2 MB"):
        answer_by_sheet(token=token, content=b"P" * (2 * 1024 * 1024 + 1), answered_by="", now=THEN)


def test_a_round_far_away_is_refused(promise: int, tess: Actor) -> None:
    with pytest.raises(BadInput, match="9999"):
        ask_round(
            title="Ooit",
            asked_on=ASKED,
            due=date(9999, 12, 31),
            by=tess,
            now=THEN,
            filters=None,
        )


def test_an_answer_with_a_term_far_away_is_refused(token: str, promise: int) -> None:
    said = Said(entry=promise, status="running", due=date(9999, 12, 31))
    with pytest.raises(BadInput, match="9999"):
        answer_question(token=token, said=said, answered_by="Olga Opvang", now=THEN)
    assert not Answer.objects.exists()


def test_a_judgement_of_an_answer_that_is_not_there_is_refused(tess: Actor) -> None:
    with pytest.raises(Refused, match="not in the register"):
        undo_judgement(answer=987654321, by=tess, now=THEN)


def test_the_sheet_hides_its_checks_and_shows_all_of_a_long_title(token: str, promise: int) -> None:
    content = owner_sheet(token=token, now=THEN, today=ASKED)
    sheet = load_workbook(io.BytesIO(content or b"")).worksheets[0]
    assert sheet.column_dimensions["B"].hidden
    assert not sheet.column_dimensions["D"].hidden
    assert sheet.row_dimensions[2].height >= 30
    assert sheet.page_setup.orientation == "landscape"


def test_the_page_of_a_round_tells_all_days_by_one_clock(
    token: str, promise: int, tess: Actor, client: Client
) -> None:
    grant_role(user=tess.pk, role=Role.PROGRAMME_TEAM, start=date(2020, 1, 1))
    client.force_login(get_user_model().objects.get(pk=tess.pk))
    _answer(token, promise)
    address = f"/programma/ronde/{rounds()[0].id}/"
    assert "3 mei 2022 12:00" in client.get(address).content.decode()
    with override_settings(TODAY=date(2022, 5, 2)):
        page = client.get(address).content.decode()
    assert "Olga Opvang · 2 mei 2022 ·" in page
    assert "3 mei 2022" not in page
