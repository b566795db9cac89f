"""Pages on which registrations are looked at: processings, search, one registration."""

from http import HTTPStatus
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from samen.accounts.permissions import signed_in
from samen.accounts.queries import people
from samen.core.terms import MemberRole
from samen.purposes.inside import Purpose
from samen.purposes.keeping import gone_after
from samen.purposes.queries import members_on, memberships_of, to_decide
from samen.register import actions, queries
from samen.register.actions_of_shelter import knows_shelter
from samen.register.asked import question, sealed_question
from samen.register.forms import SearchForm
from samen.register.queries_of_files import delivery, waiting_files
from samen.register.queries_of_keeping import requests_to_answer, requests_to_decide
from samen.register.views.common import OFFICERS, READERS, WRITERS, in_purpose, require, shown
from samen.work import clock

ASKED = "vraag"
"""In the address of what was found: the question, sealed."""


@require_GET
@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """The processings that somebody may enter today, and as whom: parts that differ only in the
    region of what they register stand together."""
    parts = memberships_of(request.user.pk or 0, on=clock.today())
    seat = attrgetter("processing_id", "role", "organisation_id", "team_id", "scope", "end")
    ordered = parts.order_by(
        "processing__name", "processing", "role", "organisation__name", "organisation",
        "team__name", "team", "scope", "end", "region", "pk",
    )  # fmt: skip
    seats = [list(found) for _seat, found in groupby(ordered, key=seat)]
    return render(request, "register/home.html", {"seats": seats})


@require_GET
@in_purpose
def processing(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """One processing: what for, on what ground, who, until when, and what is in it."""
    part = purpose.membership
    given: dict[str, Any] = {
        "processing": part.processing,
        "controllers": part.processing.controllers.select_related("organisation"),
        "members": members_on(part.processing_id, purpose.day),
        "form": SearchForm(),
        "after": gone_after(part.processing.end, purpose.ground) if part.processing.end else None,
    }
    if purpose.role in OFFICERS:
        given |= {
            "to_decide": requests_to_decide(purpose).count(),
            "to_answer": requests_to_answer(purpose).count(),
            "resolutions": [each for each in to_decide(part.user_id, on=purpose.day)
                            if each.processing_id == part.processing_id],
        }  # fmt: skip
    if purpose.role in READERS:
        given |= {"counts": queries.counts(purpose, "kind"),
                  "deliveries": queries.deliveries(purpose)[:20],
                  "typed": queries.typed(purpose)[:20]}  # fmt: skip
    if purpose.role in WRITERS:
        given["waiting"] = waiting_files(purpose)
    if purpose.role == MemberRole.STATISTICIAN:
        given["cells"] = queries.statistics(purpose, ["kind", "year"])
        given["origins"] = queries.statistics(purpose, ["nationality"])
    return shown(request, purpose, "register/processing.html", **given)


@require_http_methods(["GET", "POST"])
@in_purpose
def search(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Registrations by name or number. Asked by POST: an address would keep the name. The page of
    what was found has the question sealed in its address, to come back to."""
    require(purpose, READERS)
    if request.method == "POST":
        return _asked(request, purpose)
    if ASKED not in request.GET:
        return shown(request, purpose, "register/search.html", form=SearchForm())
    form = SearchForm(question(request.GET[ASKED], **_seal(request, purpose)))
    if not form.is_valid():
        return shown(request, purpose, "register/search.html", form=SearchForm(), is_past=True)
    asked = form.asked()
    found = queries.search(purpose, **asked)
    compared = {name: asked[name] for name in ("name", "phone", "document")}
    return shown(request, purpose, "register/search.html", form=form, found=found, asked=True,
                 most=queries.MOST_FOUND, is_hit=queries.is_hit(purpose, **compared))  # fmt: skip


def _asked(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    form = SearchForm(request.POST)
    if not form.is_valid():
        return shown(request, purpose, "register/search.html", HTTPStatus.BAD_REQUEST, form=form)
    word = sealed_question(form.cleaned_data, **_seal(request, purpose))
    page = reverse("register:search", args=[purpose.membership.pk, purpose.ground])
    return redirect(f"{page}?{ASKED}={word}")


def _seal(request: HttpRequest, purpose: Purpose) -> dict[str, str]:
    """For which session and purpose a question is sealed."""
    of = f"{purpose.membership.pk}|{purpose.ground}"
    return {"session": request.session.session_key or "", "of": of}


@require_GET
@in_purpose
def registration(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """One registration: what is known, where it came from, what it was before."""
    require(purpose, READERS)
    found = queries.registration(purpose, number)
    if found is None:
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    versions = queries.versions(purpose, number)
    given: dict[str, Any] = {
        "row": found,
        "days": queries.days_of(purpose, found),
        "is_needless": found.remove_due < actions.days_by_law(purpose, found).remove,
        "source": delivery(found.delivery_id) if found.delivery_id else None,
        "versions": list(
            zip(
                versions,
                queries.corrections_overtaken(found, versions),
                queries.what_changed(found, versions),
                strict=True,
            )
        ),
        "names": dict(
            people().filter(pk__in={each.changed_by for each in versions}).values_list("pk", "name")
        ),
        "holds": queries.holds(purpose, number),
        "knows_shelter": knows_shelter(purpose, found),
    }
    return shown(request, purpose, "register/registration.html", **given)
