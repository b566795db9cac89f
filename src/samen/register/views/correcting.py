"""Pages on which one registration is corrected, or found necessary still or no longer."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samen.purposes.inside import Purpose
from samen.register import actions, queries
from samen.register.forms_of_corrections import CHOSEN, CorrectionForm, FieldForm, now
from samen.register.forms_of_keeping import NoNeedForm
from samen.register.values import NoNeed
from samen.register.views.common import WRITERS, in_purpose, require, shown


@require_http_methods(["GET", "POST"])
@in_purpose
def correct(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Correct a field that was chosen; what it was stays as a version, and the row as it came
    stays as it came."""
    require(purpose, WRITERS)
    row = queries.registration(purpose, number, to_change=request.method == "POST")
    if row is None:
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    is_sent = request.method == "POST"
    status = HTTPStatus.BAD_REQUEST if is_sent else HTTPStatus.OK
    chosen = FieldForm({CHOSEN: request.POST.get("field", "")} if is_sent else request.GET or None,
                       row=row)  # fmt: skip
    if not chosen.is_valid():
        return shown(request, purpose, "register/correct_which.html", status, form=chosen, row=row)
    name = chosen.cleaned_data[CHOSEN]
    form = CorrectionForm(request.POST or None, row=row, name=name, today=purpose.day)
    if is_sent and form.is_valid():
        actions.correct(purpose, number, form.changes)
        messages.success(request, _("It is corrected. What it was stands below."))
        return redirect("register:registration", purpose.membership.pk, purpose.ground, number)
    return shown(request, purpose, "register/correct.html", status, form=form, row=row, name=name,
                 says=now(row, name))  # fmt: skip


@require_POST
@in_purpose
def necessary(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Note that a registration is necessary today: terms that count from there begin anew."""
    require(purpose, WRITERS)
    actions.note_necessity(purpose, number)
    messages.success(request, _("It is noted that this registration is necessary today."))
    return redirect("register:registration", purpose.membership.pk, purpose.ground, number)


@require_http_methods(["GET", "POST"])
@in_purpose
def no_need(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Note that a registration is no longer necessary: a week later it is out of sight."""
    require(purpose, WRITERS)
    row = queries.registration(purpose, number)
    if row is None:
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    form = NoNeedForm(request.POST or None)
    if form.is_valid():
        actions.end_necessity(purpose, number, NoNeed(form.cleaned_data["why"]))
        messages.success(request, _("It is noted that this registration is no longer necessary."))
        return redirect("register:registration", purpose.membership.pk, purpose.ground, number)
    status = HTTPStatus.BAD_REQUEST if request.method == "POST" else HTTPStatus.OK
    return shown(request, purpose, "register/no_need.html", status, form=form, row=row,
                 day=purpose.day + actions.ENDS_AFTER)  # fmt: skip
