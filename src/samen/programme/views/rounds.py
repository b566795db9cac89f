"""Rounds: the programme team asks and judges, owners answer behind a link."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.accounts.permissions import public, requires
from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.core.terms import Role
from samen.programme import actions, queries
from samen.programme.actions import Said
from samen.programme.actions.wording import plain
from samen.programme.forms import AnswerForm, NameForm, ReasonForm, RoundForm, SheetForm
from samen.programme.queries import Asking
from samen.programme.views.common import actor, attempt, download, offer_undo, tell
from samen.programme.views.lists import XLSX
from samen.work import clock


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def rounds(request: HttpRequest) -> HttpResponse:
    """All rounds, and the form to ask a new one."""
    form = RoundForm(request.POST or None)
    form.set_owners(queries.owners_to_ask(on=clock.today()))
    if request.method == "POST" and form.is_valid():
        try:
            asked = actions.ask_round(
                title=form.cleaned_data["title"],
                asked_on=clock.today(),
                due=form.cleaned_data["due"],
                by=actor(request),
                now=clock.now(),
                filters=None,
                owners=form.cleaned_data["owners"],
            )
        except SamenError as error:
            form.add_error(None, in_words(error))
        else:
            links = [(owner, _address(request, token)) for owner, token in asked.links]
            return render(request, "programme/links.html", {"links": links, "round_id": asked.id})
    given = {"form": form, "rounds": queries.rounds(), "unowned": _unowned()}
    return render(request, "programme/rounds.html", given)


def _unowned() -> int:
    return queries.open_without_owner(on=clock.today())


@requires(Role.PROGRAMME_TEAM)
@require_GET
def round_page(request: HttpRequest, number: int) -> HttpResponse:
    """One round: who answered, and the answers to judge."""
    state = queries.round_state(round_id=number, today=clock.today())
    if state is None:
        raise Http404
    given = {"round": state, "reject": ReasonForm(), "unowned": _unowned()}
    return render(request, "programme/round.html", given)


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, number: int) -> HttpResponse:
    """The end of a round: which lists are not answered, and what happens with them."""
    state = queries.round_state(round_id=number, today=clock.today())
    if state is None:
        raise Http404
    if request.method == "GET" and state.closed_at is None:
        return render(request, "programme/close.html", {"round": state})
    if attempt(request, lambda: actions.close_round(round_id=number, now=clock.now())):
        address = reverse("programme:reopen", args=[number])
        offer_undo(request, gettext("The round is closed."), address)
    return redirect("programme:round", number=number)


@requires(Role.PROGRAMME_TEAM)
@require_POST
def reopen(request: HttpRequest, number: int) -> HttpResponse:
    """Undo the end of a round."""
    if attempt(request, lambda: actions.reopen_round(round_id=number)):
        messages.success(request, gettext("The round is open again."))
    return redirect("programme:round", number=number)


@requires(Role.PROGRAMME_TEAM)
@require_POST
def judge(request: HttpRequest, number: int, answer: int, act: str) -> HttpResponse:
    """Accept or reject an answer of this round, or undo that."""
    state = queries.round_state(round_id=number, today=clock.today())
    if state is None or answer not in {row.id for row in state.answers}:
        raise Http404
    by, now = actor(request), clock.now()
    try:
        if act == "accepteer":
            actions.accept_answer(answer=answer, by=by, now=now)
            messages.success(request, gettext("The answer is accepted and stands in the register."))
        elif act == "verwerp":
            reason = request.POST.get("reason", "")
            actions.reject_answer(answer=answer, reason=reason, by=by, now=now)
        elif act == "herstel":
            actions.undo_judgement(answer=answer, by=by, now=now)
        else:
            raise Http404
    except SamenError as error:
        tell(request, error)
    return redirect("programme:round", number=number)


@requires(Role.PROGRAMME_TEAM)
@require_POST
def new_link(request: HttpRequest, number: int, invitation: int) -> HttpResponse:
    """A new link for an owner, shown once."""
    state = queries.round_state(round_id=number, today=clock.today())
    owners = {row.invitation: row.owner for row in state.owners} if state else {}
    if invitation not in owners:
        raise Http404
    token = actions.renew_link(invitation=invitation, now=clock.now())
    links = [(owners[invitation], _address(request, token))]
    return render(request, "programme/links.html", {"links": links, "round_id": number})


def _address(request: HttpRequest, token: str) -> str:
    return request.build_absolute_uri(reverse("programme:owner", args=[token]))


@public
@require_http_methods(["GET", "POST"])
def owner(request: HttpRequest, token: str) -> HttpResponse:
    """An owner's questions; one button saves every answer that was typed."""
    now = clock.now()
    page = queries.owner_page(token=token, now=now, today=clock.today())
    if page is None:
        return _private(render(request, "programme/link_ended.html", status=410))
    actions.mark_opened(token=token, now=now)
    name = NameForm(request.POST or None, initial={"answered_by": page.answered_by})
    asked = [(question, _form(request, question)) for question in page.questions]
    if request.method == "POST" and _save_answers(request, token, asked, name):
        return redirect("programme:owner", token=token)
    given = {
        "page": page,
        "token": token,
        "questions": asked,
        "name_form": name,
        "sheet_form": SheetForm(initial={"answered_by": page.answered_by}, auto_id="id_sheet_%s"),
    }
    status = 422 if request.method == "POST" else 200
    return _private(render(request, "programme/owner.html", given, status=status))


def _form(request: HttpRequest, question: Asking) -> AnswerForm:
    last = question.answer
    before = {"note": last.note, "due": last.due, "link": last.link} if last else {}
    if last and last.status in question.choices:
        before["status"] = last.status
    form = AnswerForm(
        request.POST or None,
        initial=before,
        prefix=str(question.state.id),
        empty_permitted=True,
        use_required_attribute=False,
    )
    form.set_choices(question.choices)
    return form


def _save_answers(
    request: HttpRequest, token: str, asked: list[tuple[Asking, AnswerForm]], name: NameForm
) -> bool:
    """Whether all that was typed is saved; a form that is not right keeps it, and says why."""
    answered_by = name.cleaned_data["answered_by"] if name.is_valid() else None
    saved = [
        question.state.title
        for question, form in asked
        if answered_by is not None and _is_saved(token, question, form, answered_by)
    ]
    if saved:
        messages.success(request, gettext("Saved, thank you: %(titles)s.") % _named(saved))
    wrong = [question.state.title for question, form in asked if form.errors]
    if wrong:
        told = _named(wrong)
        messages.error(request, gettext("Not saved yet, see below: %(titles)s.") % told)
    elif not saved and answered_by is not None:
        messages.info(request, gettext("You changed no answer, so nothing was saved."))
    return not wrong and answered_by is not None


def _named(titles: list[str]) -> dict[str, str]:
    return {"titles": "; ".join(Truncator(title).chars(80) for title in titles)}


def _is_saved(token: str, question: Asking, form: AnswerForm, answered_by: str) -> bool:
    """Whether a form held a new answer, now saved. What is refused stands in the form."""
    if not form.is_valid() or not form.has_changed():
        return False
    given, last = form.cleaned_data, question.answer
    said = Said(
        entry=question.state.id,
        status=given["status"],
        note=plain(given["note"]),
        due=given["due"],
        link=given["link"],
    )
    if last and said == Said(said.entry, last.status, last.note, last.due, last.link):
        return False
    try:
        actions.answer_question(token=token, said=said, answered_by=answered_by, now=clock.now())
    except SamenError as error:
        form.add_error(None, in_words(error))
        return False
    return True


@public
@require_http_methods(["GET", "POST"])
def owner_sheet(request: HttpRequest, token: str) -> HttpResponse:
    """The same questions as a workbook: to take along, and to bring back."""
    now = clock.now()
    if request.method == "POST":
        return _sheet_back(request, token)
    content = queries.owner_sheet(token=token, now=now, today=clock.today())
    if content is None:
        return _private(render(request, "programme/link_ended.html", status=410))
    return _private(download(content, XLSX, "vragen.xlsx"))


def _sheet_back(request: HttpRequest, token: str) -> HttpResponse:
    if queries.owner_page(token=token, now=clock.now(), today=clock.today()) is None:
        return _private(render(request, "programme/link_ended.html", status=410))
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, gettext("Choose the sheet that you filled in."))
        return redirect("programme:owner", token=token)
    sheet = form.cleaned_data["sheet"]
    try:
        actions.refuse_large_sheet(sheet.size)
        number = actions.answer_by_sheet(
            token=token,
            content=sheet.read(),
            answered_by=form.cleaned_data["answered_by"],
            now=clock.now(),
        )
    except SamenError as error:
        tell(request, error)
    else:
        messages.success(request, gettext("Answers saved: %(number)s.") % {"number": number})
    return redirect("programme:owner", token=token)


def _private(response: HttpResponse) -> HttpResponse:
    """A page behind a secret address: no cache keeps it, no other site learns it.

    Stricter than "same-origin" would make browsers hide where its own forms come from, and
    forms without an origin are refused.
    """
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response
