"""The page on which a privacy officer leaves free texts out of what a person is told."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_http_methods

from samen.accounts.queries import people
from samen.core.errors import BadInput
from samen.purposes.inside import Purpose
from samen.register import queries_of_keeping as queries
from samen.register.actions_of_leaving_out import leave_out, put_back
from samen.register.views.access import open_request
from samen.register.views.common import OFFICERS, in_purpose, require, shown
from samen.work import clock


@require_http_methods(["GET", "POST"])
@in_purpose
def leaving_out(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """The free texts of what is held about who asks, each to be left out or put back."""
    require(purpose, OFFICERS)
    asked = open_request(purpose, number)
    if not asked.is_approved:
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    if request.method == "POST":
        _decided(request, purpose, number)
        return redirect("register:leaving_out", purpose.membership.pk, purpose.ground, number)
    found = queries.free_texts(purpose, number)
    names = dict(people().values_list("pk", "name"))
    return shown(
        request, purpose, "register/leaving_out.html", asked=asked, texts=found,
        who={left.pk: names.get(left.left_by, "") for _text, left in found if left},
        why=queries.rights_of_others(purpose),
    )  # fmt: skip


def _decided(request: HttpRequest, purpose: Purpose, number: UUID) -> None:
    given = request.POST
    if "put_back" in given:
        put_back(purpose, number, _number(given["put_back"]), now=clock.now())
        messages.success(request, gettext("The text is told."))
        return
    leave_out(
        purpose, number, _number(given.get("registration", "")), given.get("place", ""),
        reason=given.get("reason", ""), now=clock.now(),
    )  # fmt: skip
    messages.success(request, gettext("The text is left out."))


def _number(word: str) -> UUID:
    try:
        return UUID(word)
    except ValueError as error:
        raise BadInput(
            _("This is no text of the page."),
            _("A text is left out by the button beside it."),
            _("Load the page again."),
        ) from error
