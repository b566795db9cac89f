"""Pages on agreements with other organisations."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from samen.core.errors import SamenError
from samen.core.terms import MemberRole
from samen.exchange import actions, queries
from samen.exchange.forms import AgreementForm, LineForm
from samen.exchange.signing import public_key
from samen.exchange.views.common import asking, place, seeing, told
from samen.purposes.inside import Purpose
from samen.register.views.common import shown


@require_http_methods(["GET", "POST"])
@asking
def propose(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Propose an agreement with another organisation."""
    form = AgreementForm(
        request.POST or None, own=purpose.membership.organisation_id,
        initial={"start": purpose.day},
    )  # fmt: skip
    status: int = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                made = actions.propose_peer(purpose, form.agreement())
                return redirect("exchange:agreement", *place(purpose), made.pk)
            except SamenError as error:
                status = told(form, error)
    return shown(request, purpose, "exchange/propose.html", status, form=form)


@require_http_methods(["GET", "POST"])
@seeing
def agreement(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """One agreement; POST says where the other organisation is and what its key is."""
    peer = queries.peer(purpose, number)
    form = LineForm(request.POST or None, initial={"address": peer.address, "key": peer.key})
    status: int = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                actions.connect_peer(purpose, number, **form.cleaned_data)
                return redirect("exchange:agreement", *place(purpose), number)
            except SamenError as error:
                status = told(form, error)
    is_officer = purpose.role == MemberRole.PRIVACY_OFFICER
    mine = peer.proposed_by_id in purpose.own_accounts
    return shown(
        request, purpose, "exchange/agreement.html", status, peer=peer, form=form,
        address=request.build_absolute_uri(reverse("exchange:incoming", args=(number,))),
        key=public_key(number), is_officer=is_officer, may_approve=is_officer and not mine,
    )  # fmt: skip


@require_POST
@seeing
def approve(_request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Approve an agreement as a privacy officer."""
    actions.approve_peer(purpose, number)
    return redirect("exchange:agreement", *place(purpose), number)


@require_POST
@seeing
def end(_request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """End an agreement from today."""
    actions.end_peer(purpose, number)
    return redirect("exchange:agreement", *place(purpose), number)
