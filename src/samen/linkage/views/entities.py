"""Pages on one entity: its registrations, its history, taking apart, and its file."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.accounts.sentences import in_words
from samen.core.errors import Refused, SamenError
from samen.core.terms import LogAct
from samen.linkage import actions_of_review, case_file
from samen.linkage.actions_of_undoing import undo as undo_change
from samen.linkage.forms import KnownOnForm, ReasonForm
from samen.linkage.plain_words import why_changed
from samen.linkage.queries_of_entities import (
    entity_of,
    members,
    members_on,
    resolve,
    stands_since,
    told_history,
)
from samen.linkage.views.common import linking, place
from samen.purposes.inside import Purpose
from samen.register import queries as register
from samen.register.queries import Seen
from samen.register.views.common import attached, shown, status_of
from samen.work import clock

DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_http_methods(["GET", "POST"])
@linking
def entity(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """One entity: who stands in it and since when; POST takes registrations out of it."""
    form, status = ReasonForm(request.POST or None), HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                apart = [UUID(each) for each in request.POST.getlist("registratie")]
                actions_of_review.split_entity(
                    purpose, number, apart, note=form.cleaned_data["note"], now=clock.now()
                )
                return redirect("linkage:entity", *place(purpose), number)
            except SamenError as error:
                form.add_error(None, in_words(error))
                status = status_of(error)
    rows = _rows(purpose, members(purpose, number))
    events = [(each, why_changed(each)) for each in told_history(purpose, number)]
    given: dict[str, Any] = {"number": number, "rows": rows, "form": form,
                             "became": resolve(purpose, number) - {number},
                             "events": events, "since": stands_since(purpose, number)}  # fmt: skip
    if not rows and not given["became"] and not given["events"]:
        status = HTTPStatus.NOT_FOUND
    return shown(request, purpose, "linkage/entity.html", status, **given)


@require_GET
@linking
def of_registration(_request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """The entity in which a registration stands."""
    found = entity_of(purpose, number)
    if found is None:
        raise Refused(
            _("This registration is not linked yet."),
            _("A run places the registrations of persons."),
            _("Link the processing first."),
        )
    return redirect("linkage:entity", *place(purpose), found)


@require_GET
@linking
def known_on(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Which registrations stood in an entity, as it was known on a day."""
    form = KnownOnForm(request.GET or None, initial={"on": purpose.day})
    given: dict[str, Any] = {"number": number, "form": form, "rows": None}
    if form.is_valid():
        given["rows"] = _rows(purpose, members_on(purpose, number, form.cleaned_data["on"]))
    return shown(request, purpose, "linkage/known_on.html", **given)


@require_POST
@linking
def undo(request: HttpRequest, purpose: Purpose, number: UUID, event: UUID) -> HttpResponse:
    """Undo a change of this entity; the reason may stay away."""
    note = request.POST.get("note", "")
    undo_change(purpose, event, note=note, now=clock.now())
    return redirect("linkage:entity", *place(purpose), number)


@require_GET
@linking
def file(_request: HttpRequest, purpose: Purpose, number: UUID, form: str) -> HttpResponse:
    """All of an entity as one document, with the ground on which it is fetched."""
    rows = _rows(purpose, members(purpose, number))
    if form not in case_file.FORMS or not rows:
        raise Refused(
            _("There is no such file."),
            _("Of an entity in which registrations stand there is a .docx and a .json file."),
            _("Go back to the page of the entity."),
        )
    made = case_file.gathered(purpose, number, rows, clock.now())
    purpose.note(LogAct.EXPORT, [each.pk for each in rows], ["case file"])
    content = case_file.as_json(made) if form == "json" else case_file.as_word(made)
    kind = "application/json" if form == "json" else DOCUMENT
    return attached(content, f"dossier-{str(number)[:8]}.{form}", kind)


def _rows(purpose: Purpose, numbers: list[UUID]) -> list[Seen]:
    found = (register.registration(purpose, each) for each in numbers)
    return [each for each in found if each is not None]
