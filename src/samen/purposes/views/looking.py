"""Pages of processings: which there are, who takes part, what waits for a decision, and ends."""

from collections.abc import Callable, Iterable
from functools import partial
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.accounts.permissions import refusal, requires, roles_today, signed_in
from samen.accounts.queries import organisations, people
from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.core.terms import Ground, Role
from samen.purposes import actions, queries
from samen.purposes import actions_of_resolutions as resolving
from samen.purposes.forms import EndForm, RefusalForm
from samen.purposes.keeping import prolongation
from samen.purposes.models import Resolution
from samen.purposes.values import ResolutionKind, ResolutionOutcome
from samen.work import clock

ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})


def _is_administrator(request: HttpRequest) -> bool:
    return bool(roles_today(request) & ADMINISTRATORS)


@signed_in
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """All processings for an administrator; what waits for who is a privacy officer."""
    user, today = request.user.pk or 0, clock.today()
    waits, mine = queries.to_decide(user, on=today), queries.supervised(user, on=today)
    if not (_is_administrator(request) or waits or mine):
        return refusal(request, ADMINISTRATORS)
    found = queries.processings()
    if not _is_administrator(request):
        found = found.filter(pk__in=mine)
    given = {
        "waits": waits, "processings": found, "today": today,
        "may_propose": _is_administrator(request),
        "proposed": queries.resolutions().filter(
            proposed_by=user, outcome=ResolutionOutcome.WAITING
        ),
    }  # fmt: skip
    return render(request, "purposes/home.html", given)


@signed_in
@require_GET
def processing(request: HttpRequest, number: UUID) -> HttpResponse:
    """One processing: what it is, who takes part, and what was decided about it."""
    today = clock.today()
    part = queries.supervising(request.user.pk or 0, on=today).filter(processing=number).first()
    if not (_is_administrator(request) or part):
        return refusal(request, ADMINISTRATORS)
    found = queries.processing(number)
    if found is None:
        raise Http404
    parts = queries.parts_of(number)
    given: dict[str, Any] = {
        "processing": found, "today": today, "parts": parts,
        "undoable": queries.ended_today(parts, today),
        "may_propose": _is_administrator(request), "limits": prolongation(),
        "prolonged": queries.times_prolonged(number),
        "has_ended": found.end is not None and found.end < today,
        "resolutions": queries.resolutions().filter(processing=number),
        "waits": [each for each in queries.to_decide(request.user.pk or 0, on=today)
                  if each.processing_id == number],
        "went": queries.destructions(number), "supervising": part, "laws": _laws(found.grounds),
        "is_supervised": bool(queries.officers_of(number, on=today)),
    }  # fmt: skip
    return render(request, "purposes/processing.html", given)


def _laws(grounds: Iterable[str]) -> list[Ground]:
    """One ground of each law: a purpose that is opened on it sees what is under that law."""
    return list({Ground(each).regime: Ground(each) for each in grounds}.values())


@signed_in
@require_GET
def resolution(request: HttpRequest, number: UUID) -> HttpResponse:
    """What is proposed, by whom and why; whoever may decides on it here."""
    return _page(request, number, RefusalForm())


def _page(
    request: HttpRequest, number: UUID, form: RefusalForm, status: int = HTTPStatus.OK
) -> HttpResponse:
    found = queries.resolution(number)
    user = request.user.pk or 0
    may_approve = found is not None and user in queries.approvers(found, today=clock.today())
    if not (_is_administrator(request) or may_approve):
        return refusal(request, ADMINISTRATORS)
    if found is None:
        raise Http404
    is_open = found.outcome == ResolutionOutcome.WAITING
    approvers = queries.approvers(found, today=clock.today())
    given = {
        "asked": found, "processing": found.processing, "form": form, "is_waiting": is_open,
        "may_decide": is_open and may_approve,
        "may_withdraw": is_open and found.proposed_by_id == user,
        "approvers": people().filter(pk__in=approvers), **_named(found),
    }  # fmt: skip
    return render(request, "purposes/resolution.html", given, status=status)


def _named(found: Resolution) -> dict[str, Any]:
    """The persons and organisations that a proposal names by number."""
    content = found.content
    bodies = {content.get("organisation"), content.get("officer_for"),
              *content.get("controllers", ())}  # fmt: skip
    who = people().filter(pk=content.get("user", content.get("officer"))).first()
    named = {each.pk: each for each in organisations().filter(pk__in=bodies - {None})}
    return {
        "who": who,
        "organisation": named.get(content.get("organisation", content.get("officer_for"))),
        "controllers": [named[each] for each in content.get("controllers", ()) if each in named],
        "is_opening": found.kind == ResolutionKind.OPEN,
    }


@signed_in
@require_POST
def decide(request: HttpRequest, number: UUID, act: str) -> HttpResponse:
    """Approve, refuse or withdraw what was proposed."""
    user, now, today = request.user.pk or 0, clock.now(), clock.today()
    found = queries.resolution(number)
    may = found is not None and user in queries.approvers(found, today=today)
    if not (may or _is_administrator(request)):
        return refusal(request, ADMINISTRATORS)
    form = RefusalForm(request.POST)
    acts: dict[str, Callable[[], object]] = {
        "goedkeuren": lambda: resolving.approve(number, by=user, now=now, today=today),
        "intrekken": lambda: resolving.withdraw(number, by=user, now=now),
        "afwijzen": lambda: resolving.refuse(number, by=user, now=now, today=today,
                                             note=form.cleaned_data["note"]),
    }  # fmt: skip
    if found is None or act not in acts:
        raise Http404
    if act == "afwijzen" and not form.is_valid():
        return _page(request, number, form, HTTPStatus.BAD_REQUEST)
    return _act(request, acts[act], _("It is decided."), "purposes:resolution", number)


@requires(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, number: UUID) -> HttpResponse:
    """End a processing now."""
    found = queries.processing(number)
    if found is None:
        raise Http404
    form = EndForm(request.POST or None)
    if form.is_valid():
        act = partial(actions.end_processing, processing=number, today=clock.today(),
                      by=request.user.pk)  # fmt: skip
        return _act(request, act, _("The processing is ended."), "purposes:processing", number)
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    return render(request, "purposes/end.html", {"form": form, "processing": found}, status=status)


@requires(Role.ADMINISTRATOR)
@require_POST
def end_member(request: HttpRequest, number: UUID, part: UUID) -> HttpResponse:
    """End a membership at once."""
    act = partial(actions.remove_member, membership=part, today=clock.today(), by=request.user.pk)
    done = _("The membership is ended. Today this can be undone in the list below.")
    return _act(request, act, done, "purposes:processing", number)


@requires(Role.ADMINISTRATOR)
@require_POST
def restore(request: HttpRequest, number: UUID, part: UUID) -> HttpResponse:
    """Undo the end of a membership on the same day."""
    act = partial(actions.restore_member, membership=part, today=clock.today(), by=request.user.pk)
    return _act(request, act, _("The membership stands as before."), "purposes:processing", number)


@requires(Role.ADMINISTRATOR)
@require_POST
def end_controller(request: HttpRequest, number: UUID, body: int) -> HttpResponse:
    """Let an organisation leave at once."""
    act = partial(actions.remove_controller, processing=number, organisation=body,
                  today=clock.today(), by=request.user.pk)  # fmt: skip
    done = _("The organisation has left: its people see nothing of the processing any more.")
    return _act(request, act, done, "purposes:processing", number)


def _act(
    request: HttpRequest, act: Callable[[], object], done: str, page: str, number: UUID
) -> HttpResponse:
    """Do it, and say so or why not on the page that follows."""
    try:
        act()
    except SamenError as error:
        messages.error(request, in_words(error))
    else:
        messages.success(request, done)
    return redirect(page, number)
