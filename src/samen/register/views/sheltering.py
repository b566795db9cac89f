"""The page with the address of a shelter: for the team that registered the person."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from samen.accounts.sentences import in_words
from samen.core.errors import BadInput
from samen.purposes.inside import Purpose
from samen.register import queries
from samen.register.actions_of_shelter import note_shelter, shelter_of
from samen.register.forms_of_keeping import ShelterForm
from samen.register.views.common import WRITERS, in_purpose, require, shown, status_of


@require_http_methods(["GET", "POST"])
@in_purpose
def shelter(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Where somebody is sheltered, and a form to note it. Each look is logged."""
    require(purpose, WRITERS)
    row = queries.registration(purpose, number)
    if row is None:
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    address = shelter_of(purpose, row)
    form = ShelterForm(request.POST or None)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                note_shelter(purpose, number, form.cleaned_data["address"])
                return redirect("register:shelter", purpose.membership.pk, purpose.ground, number)
            except BadInput as error:
                form.add_error(None, in_words(error))
                status = status_of(error)
    return shown(
        request, purpose, "register/shelter.html", status, form=form, row=row, address=address
    )
