"""Pages for a person's request for access: noted, approved by a colleague, and answered."""

import json
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_GET, require_http_methods

from samen.accounts.queries import organisations, people
from samen.accounts.sentences import in_words
from samen.core.errors import Refused, SamenError
from samen.core.terms import LogAct
from samen.core.writing.rendered import Heading
from samen.purposes.inside import Purpose
from samen.purposes.queries import parts_of
from samen.register import actions_of_access as actions
from samen.register import queries_of_keeping as queries
from samen.register.access_document import Told, as_word, whole
from samen.register.access_everywhere import Held, Place, ask_everywhere, held, places
from samen.register.answer_terms import answer_terms
from samen.register.forms_of_keeping import AccessForm
from samen.register.labels import label
from samen.register.models import AccessRequest
from samen.register.refusals import refusals, refusals_under
from samen.register.views.common import OFFICERS, attached, in_purpose, require, shown, status_of
from samen.work import clock

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_http_methods(["GET", "POST"])
@in_purpose
def requests(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """The requests, and a form for a new one."""
    require(purpose, OFFICERS)
    form = AccessForm(request.POST or None, initial={"received": purpose.day})
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                made = actions.ask_access(purpose, form.person(), now=clock.now())
                messages.success(request, gettext("The request is noted."))
                return redirect("register:request", purpose.membership.pk, purpose.ground, made.pk)
            except SamenError as error:
                form.add_error(None, in_words(error))
                status = status_of(error)
    return shown(request, purpose, "register/requests.html", status, form=form, today=purpose.day,
                 requests=queries.requests(purpose), own=purpose.own_accounts)  # fmt: skip


@require_http_methods(["GET", "POST"])
@in_purpose
def request_page(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """One request: how many registrations fit, a colleague's decision, and other processings."""
    require(purpose, OFFICERS)
    found = queries.request(purpose, number)
    if found is None:
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    if request.method == "POST":
        _decided(request, purpose, found)
        return redirect("register:request", purpose.membership.pk, purpose.ground, number)
    refusal, everywhere = refusals().get(found.refusal), places(purpose, found)
    return shown(
        request, purpose, "register/request.html", asked=found, refusal=refusal,
        fits=queries.count_of_person(number), perhaps=queries.count_perhaps_of_person(number),
        is_mine=found.registrar_id in purpose.own_accounts,
        is_decided=found.approved_by is not None, refusals=refusals_under(purpose.regime),
        places=everywhere, is_everywhere=all(each.asked for each in everywhere),
        own=purpose.own_accounts, today=purpose.day,
        decider=people().filter(pk=found.approved_by or 0).first(),
        term=answer_terms()[purpose.regime], until=queries.open_until(number),
    )  # fmt: skip


def _decided(request: HttpRequest, purpose: Purpose, asked: AccessRequest) -> None:
    if "elsewhere" in request.POST:
        ask_everywhere(purpose, asked, now=clock.now())
        done = gettext("The request stands in every processing that you supervise.")
    elif "answered" in request.POST:
        actions.note_answer(purpose, asked.pk)
        done = gettext("It is noted that the person has an answer.")
    elif "refusal" in request.POST:
        actions.refuse_access(purpose, asked.pk, request.POST["refusal"], now=clock.now())
        done = gettext("The request is refused.")
    else:
        actions.approve_access(purpose, asked.pk, now=clock.now())
        done = gettext("The request is approved.")
    messages.success(request, done)


@require_GET
@in_purpose
def overview(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """All that is held about the person, in all processings, as one page that prints."""
    asked, answers = _answer(purpose, number)
    return shown(request, purpose, "register/overview.html", asked=asked, parts=whole(answers))


@require_GET
@in_purpose
def overview_file(request: HttpRequest, purpose: Purpose, number: UUID, form: str) -> HttpResponse:
    """The same as a Word file, or as JSON for another system."""
    if form not in ("docx", "json"):
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    asked, answers = _answer(purpose, number)
    purpose.note(LogAct.EXPORT, [asked.pk], [queries.REQUEST])
    if form == "json":
        made = [
            {"processing": place.purpose.membership.processing.name, "law": place.purpose.regime,
             "refusal": place.asked.refusal if place.asked else "", **found}
            for place, found, _told in answers
        ]  # fmt: skip
        told = json.dumps(made, ensure_ascii=False, indent=1, default=str).encode()
        return attached(told, "inzage.json", "application/json")
    heading = Heading(
        sender=purpose.membership.organisation.name, addressee=asked.name,
        subject=gettext("What is held about you"), on=purpose.day, reference=asked.reference,
        salutation=gettext("This is what is held about you, who looked at it, and why."),
    )  # fmt: skip
    name = f"inzage-{slugify(asked.reference)}.docx"
    return attached(as_word(whole(answers), heading), name, WORD)


def open_request(purpose: Purpose, number: UUID) -> AccessRequest:
    """A request that is decided, and of which an approval has not ended."""
    asked = queries.request(purpose, number)
    if asked is None or asked.approved_by is None:
        raise Refused(
            _("This request is not decided."),
            _("What is held about a person is shown after another privacy officer approved it."),
            _("Ask a colleague."),
        )
    until = queries.open_until(number)
    if asked.is_approved and until is not None and until < purpose.day:
        raise Refused(
            _("What this request showed is not shown any more since {until}."),
            _("It is shown until two weeks after the answer, at most three months after approval."),
            _("If the person asks again, note that as a request with a reference of its own."),
            until=until,
        )
    return asked


def _answer(purpose: Purpose, number: UUID) -> tuple[AccessRequest, list[tuple[Place, Held, Told]]]:
    require(purpose, OFFICERS)
    asked = open_request(purpose, number)
    names = {each.pk: each.name for each in organisations()}
    answers = []
    for place, found in held(purpose, asked):
        members = {
            str(part.pk): f"{label('role', part.role)}, {part.organisation.name}"
            for part in parts_of(place.purpose.membership.processing_id)
        }
        answers.append((place, found, Told(members, names)))
    return asked, answers
