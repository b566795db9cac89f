"""The page on which one registration is typed, for a partner that has no file."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samen.core.terms import RegistrationKind
from samen.purposes.inside import Purpose
from samen.register.actions_of_typing import Typed, type_in
from samen.register.forms_of_typing import TypingForm
from samen.register.views.common import WRITERS, in_purpose, require, shown
from samen.work import clock


@require_http_methods(["GET", "POST"])
@in_purpose
def new(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """A registration that is typed; a number that is known leads to what stands there."""
    require(purpose, WRITERS)
    is_sent = request.method == "POST"
    form = TypingForm(
        request.POST if is_sent else None, today=purpose.day, ground=purpose.ground
    )  # fmt: skip
    typed = _taken(purpose, form) if is_sent and form.is_valid() else None
    if typed and typed.became in ("new", "same"):
        _say(request, form, typed)
        return redirect("register:registration", purpose.membership.pk, purpose.ground,
                        typed.number)  # fmt: skip
    status = HTTPStatus.CONFLICT if typed else HTTPStatus.BAD_REQUEST if is_sent else HTTPStatus.OK
    return shown(request, purpose, "register/new.html", status, form=form,
                 known=typed.number if typed else None)  # fmt: skip


def _taken(purpose: Purpose, form: TypingForm) -> Typed | None:
    """What became of the row; at its number where that is known already."""
    if form.row is None:
        return None
    given = form.cleaned_data
    typed = type_in(
        purpose, form.row, kind=RegistrationKind(given["kind"]), provided=given["provided"],
        now=clock.now(),
    )  # fmt: skip
    if typed.became == "apart":
        form.add_error("source_id", _(
            "A registration of your organisation that is called so lies apart (Wpg art. 14) and is "
            "not opened here. Give another registration a number of its own."
        ))  # fmt: skip
    if typed.became == "known":
        form.add_error("source_id", _(
            "This number is known already in this processing. Open that registration or correct "
            "it; give another registration a number of its own."
        ) if given["source_id"] else _(
            "A registration without a number says just this already. Open it; if this is another "
            "one, give it a number."
        ))  # fmt: skip
    return typed


def _say(request: HttpRequest, form: TypingForm, typed: Typed) -> None:
    if typed.became == "same":
        messages.info(request, _("Just this was typed in before; nothing changed."))
        return
    messages.success(request, _("The registration stands in the register."))
    for remark in form.remarks():
        messages.warning(request, remark)
