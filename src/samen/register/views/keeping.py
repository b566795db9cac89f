"""Pages on how long: what went and why, and the holds that keep something longer."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.purposes.inside import Purpose
from samen.purposes.queries import destructions
from samen.register import actions_of_keeping as actions
from samen.register import queries
from samen.register.forms_of_keeping import HoldForm, ReleaseForm
from samen.register.queries_of_keeping import standing_holds
from samen.register.views.common import (
    OFFICERS,
    READERS,
    WRITERS,
    in_purpose,
    in_trace,
    require,
    shown,
    status_of,
)
from samen.work import clock


@require_GET
@in_trace
def terms(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """What went of this processing and why, for everybody in it; holds, for who sees rows or
    supervises."""
    went = destructions(purpose.membership.processing_id)
    holds = standing_holds(purpose) if purpose.role in READERS | OFFICERS else None
    return shown(request, purpose, "register/terms.html", went=went, holds=holds)


@require_http_methods(["GET", "POST"])
@in_purpose
def hold(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Decide that a registration is not destroyed yet."""
    require(purpose, WRITERS)
    form = HoldForm(request.POST or None)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                actions.hold(purpose, number, reason=form.cleaned_data["reason"])
                messages.success(request, _("It is held, and not destroyed while the hold stands."))
                return redirect("register:terms", purpose.membership.pk, purpose.ground)
            except SamenError as error:
                form.add_error(None, in_words(error))
                status = status_of(error)
    row = queries.registration(purpose, number)
    held = (each.registration for each, _until in standing_holds(purpose))
    if row is None and number not in held:
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    days = queries.days_of(purpose, row) if row else None
    return shown(request, purpose, "register/hold.html", status, form=form, row=row, days=days,
                 number=number)  # fmt: skip


@require_POST
@in_purpose
def end_hold(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """End a hold."""
    require(purpose, WRITERS)
    actions.end_hold(purpose, number)
    messages.success(request, _("The hold ended."))
    return redirect("register:terms", purpose.membership.pk, purpose.ground)


@require_http_methods(["GET", "POST"])
@in_trace
def release(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """End a hold as the privacy officer, with the reason."""
    require(purpose, OFFICERS)
    form = ReleaseForm(request.POST or None)
    if form.is_valid():
        actions.release(purpose, number, reason=form.cleaned_data["reason"], now=clock.now())
        messages.success(request, _("The hold ended."))
        return redirect("register:terms", purpose.membership.pk, purpose.ground)
    held = next((each for each in standing_holds(purpose) if each.hold.pk == number), None)
    status = HTTPStatus.BAD_REQUEST if request.method == "POST" else HTTPStatus.OK
    return shown(request, purpose, "register/release.html", status, form=form, held=held)
