"""Pages on which an administrator proposes what widens a processing."""

from collections.abc import Callable, Mapping
from datetime import date
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from samen.accounts.permissions import requires
from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.core.terms import MemberRole, Role
from samen.purposes import actions_of_resolutions as actions
from samen.purposes import queries
from samen.purposes.forms import ChangeForm, JoinForm, MemberForm, OpeningForm, ProlongForm
from samen.purposes.keeping import prolongation
from samen.purposes.models import Processing, Resolution
from samen.work import clock

INSTEAD_OF = "in-plaats-van"
MONTHS_TO_REVIEW = 12

type Propose = Callable[[], Resolution]


def _asked(
    request: HttpRequest, form: forms.Form, propose: Propose, title: Promise,
    of: Processing | None, **given: Any,
) -> HttpResponse:  # fmt: skip
    """A form, or the page of what was proposed with it."""
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                return redirect("purposes:resolution", propose().pk)
            except SamenError as error:
                form.add_error(None, in_words(error))
    every = {"form": form, "title": title, "processing": of, **given}
    return render(request, "purposes/propose.html", every, status=status)


def _found(number: UUID) -> Processing:
    found = queries.processing(number)
    if found is None:
        raise Http404
    return found


def _who_and_when(request: HttpRequest) -> Mapping[str, Any]:
    return {"by": request.user.pk or 0, "now": clock.now()}


@requires(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def opening(request: HttpRequest) -> HttpResponse:
    """A new processing or joint project."""
    form = OpeningForm(request.POST or None, initial={"start": clock.today()})
    return _asked(
        request, form, lambda: actions.propose_opening(
            form.plan(), officer=int(form.cleaned_data["officer"]),
            organisation=int(form.cleaned_data["officer_for"]),
            reason=form.cleaned_data["reason"], **_who_and_when(request),
        ), _("Open a processing"), None,
    )  # fmt: skip


@requires(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, number: UUID) -> HttpResponse:
    """Another goal or day of review."""
    of = _found(number)
    form = ChangeForm(request.POST or None, initial={"goal": of.goal, "review": of.review})
    return _asked(
        request, form,
        lambda: actions.propose_change(number, **form.cleaned_data, **_who_and_when(request)),
        _("Change the processing"), of,
    )  # fmt: skip


@requires(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def prolong(request: HttpRequest, number: UUID) -> HttpResponse:
    """A later last day."""
    of, form = _found(number), ProlongForm(request.POST or None)
    return _asked(
        request, form, lambda: actions.propose_prolongation(
            number, **form.cleaned_data, **_who_and_when(request), today=clock.today()
        ), _("Prolong the processing"), of, limits=prolongation(),
        prolonged=queries.times_prolonged(number),
    )  # fmt: skip


@requires(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, number: UUID) -> HttpResponse:
    """One controller more."""
    of, form = _found(number), JoinForm(request.POST or None)
    return _asked(
        request, form, lambda: actions.propose_controller(
            number, organisation=int(form.cleaned_data["organisation"]),
            reason=form.cleaned_data["reason"], **_who_and_when(request),
        ), _("Let an organisation join"), of,
    )  # fmt: skip


@requires(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def member(request: HttpRequest, number: UUID) -> HttpResponse:
    """Somebody who is to take part, or another part for a member; of a processing that ended an
    officer, for its log."""
    of, now_has = _found(number), _instead_of(request, number)
    today = clock.today()
    roles = (MemberRole.PRIVACY_OFFICER,) if of.end is not None and of.end < today else MemberRole
    bodies = [(each.organisation_id, each.organisation.name) for each in of.controllers.all()]
    form = MemberForm(
        request.POST or None, controllers=bodies, roles=roles, initial=_as_now(now_has, today)
    )
    return _asked(
        request, form, lambda: actions.propose_member(
            number, form.part(), user=int(form.cleaned_data["user"]),
            team=form.cleaned_data["team"], instead_of=now_has.pk if now_has else None,
            reason=form.cleaned_data["reason"], **_who_and_when(request),
        ), _("Give another role or scope") if now_has else _("Propose a member"), of,
        now_has=now_has,
    )  # fmt: skip


def _instead_of(request: HttpRequest, processing: UUID) -> Any:
    """The membership in whose place the new one comes; None for a new member."""
    try:
        number = UUID(request.GET.get(INSTEAD_OF, ""))
    except ValueError:
        return None
    return queries.members_on(processing, clock.today()).filter(pk=number).first()


def _as_now(part: Any, today: date) -> dict[str, Any]:
    if part is None:
        return {"start": today}
    return {
        "user": part.user_id, "organisation": part.organisation_id, "role": part.role,
        "scope": part.scope, "team": part.team.name if part.team else "",
        "region": part.region, "start": today, "end": part.end,
    }  # fmt: skip
