"""Pages on which data go to another organisation, and the records of it."""

import csv
import io
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from samen.accounts.sentences import in_words
from samen.core.csv_rows import plain_cell
from samen.core.errors import SamenError
from samen.purposes.inside import Purpose
from samen.register import actions_of_provision as actions
from samen.register import queries
from samen.register import queries_of_keeping as records
from samen.register.forms_of_keeping import ProvisionForm
from samen.register.provision_rules import rules
from samen.register.views.common import (
    OFFICERS,
    READERS,
    WRITERS,
    attached,
    in_purpose,
    require,
    shown,
    status_of,
)
from samen.work import clock

COLUMNS = ("number", "day", "sender", "recipient", "ground", "article", "goal", "decision",
           "data", "registrations", "sha256", "by")  # fmt: skip
KINDS = {"json": "application/json", "csv": "text/csv; charset=utf-8"}


@require_GET
@in_purpose
def protocol(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """What was provided, to whom, why and under which article; and the rules that there are."""
    require(purpose, READERS | OFFICERS)
    return shown(request, purpose, "register/protocol.html", rules=rules(),
                 provisions=records.provisions(purpose))  # fmt: skip


@require_GET
@in_purpose
def protocol_file(_request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """The records as a file, for an audit. No person is in it."""
    require(purpose, READERS | OFFICERS)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(COLUMNS)
    for each in records.provisions(purpose):
        cells = (
            each.pk, timezone.localtime(each.provided_at).isoformat(), each.organisation.name,
            each.recipient.name, each.ground, each.article, each.goal, each.decision,
            ", ".join(each.about), len(each.registrations), each.sha256, each.registrar_id,
        )  # fmt: skip
        writer.writerow(plain_cell(str(cell)) for cell in cells)
    return attached(out.getvalue().encode("utf-8-sig"), "protocol.csv", KINDS["csv"])


@require_http_methods(["GET", "POST"])
@in_purpose
def provide(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Provide a registration to another organisation; a refusal says which rule is missing."""
    require(purpose, WRITERS)
    form = ProvisionForm(request.POST or None, own=purpose.membership.organisation_id)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                made = actions.provide(purpose, form.wanted([number]), now=clock.now())
                return redirect(
                    "register:provision", purpose.membership.pk, purpose.ground, made.pk
                )
            except SamenError as error:
                form.add_error(None, in_words(error))
                status = status_of(error)
    row = queries.registration(purpose, number)
    if row is None:
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    return shown(request, purpose, "register/provide.html", status, form=form, row=row)


@require_GET
@in_purpose
def provision(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """The record of one provision, and what went as a file."""
    require(purpose, READERS | OFFICERS)
    found = records.provision(purpose, number)
    if found is None:
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    return shown(request, purpose, "register/provision.html", provision=found)


@require_GET
@in_purpose
def data(request: HttpRequest, purpose: Purpose, number: UUID, form: str) -> HttpResponse:
    """What was provided, as a file for the recipient."""
    require(purpose, WRITERS)
    found = records.provision(purpose, number)
    if found is None or form not in KINDS:
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    return attached(actions.fetch(purpose, found, form), f"gegevens.{form}", KINDS[form])
