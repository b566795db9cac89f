"""Pages at the owner on which hits are answered: one, or several alike."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from samen.core.errors import SamenError
from samen.core.exchange.vocabulary import HitAnswer, QuestionSide
from samen.exchange import actions_of_answering, queries
from samen.exchange.forms import AnswerForm
from samen.exchange.queries import Several
from samen.exchange.values import MOST_AT_ONCE
from samen.exchange.views.common import asking, place, told
from samen.purposes.inside import Purpose
from samen.register.queries import registration
from samen.register.views.common import shown
from samen.work import clock

CHOSEN, ALL, CONFIRMED, BACK = "treffer", "alle", "bevestigd", "terug"


@require_http_methods(["GET", "POST"])
@asking
def hit(request: HttpRequest, purpose: Purpose, number: UUID, token: str) -> HttpResponse:
    """One hit at the owner: the registrations that are meant, and the answer."""
    found = queries.question(purpose, number)
    form = AnswerForm(request.POST or None)
    status: int = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                actions_of_answering.answer(
                    purpose, found, token, said=HitAnswer(form.cleaned_data["answer"]),
                    reason=form.cleaned_data["reason"], now=clock.now(),
                )  # fmt: skip
                return redirect("exchange:question", *place(purpose), number)
            except SamenError as error:
                status = told(form, error)
    hits = queries.hits_of(purpose, found, token)
    shown_rows = [(each, registration(purpose, each.registration)) for each in hits]
    return shown(
        request, purpose, "exchange/hit.html", status, question=found, form=form, hits=shown_rows,
        first=hits[0], peer=queries.peer(purpose, found.peer),
        is_received=found.side == QuestionSide.RECEIVED,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@asking
def several(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Hits that wait, of which several get one answer: chosen, then confirmed, then answered.

    Who goes back from confirming finds what was chosen and written.
    """
    found = queries.question(purpose, number)
    waits = queries.waiting_tokens(found)
    chosen = waits[:MOST_AT_ONCE] if ALL in request.POST else request.POST.getlist(CHOSEN)
    form = AnswerForm(request.POST or None)
    status: int = HTTPStatus.OK
    if request.method == "POST" and BACK not in request.POST:
        status = HTTPStatus.BAD_REQUEST
        if not chosen:
            form.add_error(None, gettext("Choose the hits that have this one answer."))
        if form.is_valid():
            try:
                return _confirmed_or_asked(request, purpose, found, chosen, form)
            except SamenError as error:
                status = told(form, error)
    listed = queries.several(purpose, found, waits[:MOST_AT_ONCE])
    return shown(
        request, purpose, "exchange/several.html", status, question=found, form=form,
        peer=queries.peer(purpose, found.peer), hits=_by_hit(purpose, listed),
        count=len(waits), most=MOST_AT_ONCE, chosen=chosen,
    )  # fmt: skip


def _confirmed_or_asked(
    request: HttpRequest, purpose: Purpose, question: queries.SeenQuestion, chosen: list[str],
    form: AnswerForm,
) -> HttpResponse:  # fmt: skip
    """Answer what was confirmed; else ask whether to, with what could not be answered."""
    given = form.cleaned_data
    if CONFIRMED in request.POST:
        done = actions_of_answering.answer_several(
            purpose, question, chosen, said=HitAnswer(given["answer"]), reason=given["reason"],
            now=clock.now(),
        )  # fmt: skip
        words = ngettext("{n} hit answered.", "{n} hits answered.", done.count)
        said = " ".join([words.format(n=done.count), *_left(done)])
        (messages.success if done.rows else messages.warning)(request, said)
        return redirect("exchange:question", *place(purpose), question.pk)
    found = queries.several(purpose, question, chosen)
    return shown(
        request, purpose, "exchange/several_confirm.html", question=question, given=given,
        peer=queries.peer(purpose, question.peer), hits=_by_hit(purpose, found),
        count=found.count, left=_left(found),
    )  # fmt: skip


def _by_hit(purpose: Purpose, found: Several) -> list[tuple[str, list[Any]]]:
    """Each hit with its registrations, by what the register tells of them."""
    by_token: dict[str, list[Any]] = {}
    for each in found.rows:
        told_of = (each, registration(purpose, each.registration))
        by_token.setdefault(each.token, []).append(told_of)
    return list(by_token.items())


def _left(found: Several) -> list[str]:
    """How many of the chosen hits get no answer now, and why."""
    told_of = [
        (found.answered, ngettext(
            "{n} hit was answered already; that answer stands.",
            "{n} hits were answered already; those answers stand.", found.answered)),
        (found.gone, ngettext(
            "{n} hit is not there any more: it went with its registration.",
            "{n} hits are not there any more: they went with their registrations.", found.gone)),
    ]  # fmt: skip
    return [words.format(n=n) for n, words in told_of if n]
