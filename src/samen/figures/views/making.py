"""Pages on counting, inside a purpose, for who counts in it."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.accounts.queries import organisations
from samen.accounts.sentences import in_words
from samen.core.disclosure.program import TimedOut
from samen.core.errors import SamenError
from samen.core.terms import FigureMethod
from samen.figures import actions, limits, queries
from samen.figures.estimate_rows import released_in, years_of
from samen.figures.forms import DefineForm, IndicatorForm, YearsForm
from samen.figures.labels import REPLAYS
from samen.figures.queries_of_releases import releases_in
from samen.purposes.inside import Purpose
from samen.register.views.common import in_purpose, shown, status_of
from samen.work import clock

YEARS = 5
type Page[**P] = Callable[Concatenate[HttpRequest, Purpose, P], HttpResponse]


def counting[**P](page: Page[P]) -> Callable[..., HttpResponseBase]:
    """A page inside a purpose, for who counts in it."""

    @in_purpose
    @wraps(page)
    def opened(
        request: HttpRequest, purpose: Purpose, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        actions.require_counting(purpose)
        return page(request, purpose, *args, **kwargs)

    return opened


def place(purpose: Purpose) -> tuple[Any, ...]:
    return purpose.membership.pk, purpose.ground


@require_GET
@counting
def overview(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """What can be counted, what was, and what became of it."""
    years = {"first": purpose.day.year - YEARS, "last": purpose.day.year}
    return shown(
        request, purpose, "figures/overview.html", years=years,
        defined=[(each, limits.unlimited(each))
                 for each in queries.defined()],
        counts=queries.latest_counts(purpose), releases=releases_in(purpose),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@counting
def describe(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Say what an indicator is: what is counted, by whom and from when."""
    form = IndicatorForm(request.POST or None)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            given = form.cleaned_data
            try:
                made = actions.describe(
                    purpose, form.facts(), indicator=given["indicator"] or 0, title=given["title"],
                    now=clock.now(),
                )  # fmt: skip
                messages.success(
                    request, gettext("The indicator is described. Now say how it is counted.")
                )
                to = reverse("figures:define", args=place(purpose))
                return redirect(f"{to}?indicator={made}")
            except SamenError as error:
                form.add_error(None, in_words(error))
                status = status_of(error)
    return shown(request, purpose, "figures/describe.html", status, form=form)


@require_http_methods(["GET", "POST"])
@counting
def define(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Say what is counted."""
    form = DefineForm(
        request.POST or None, initial={"indicator": request.GET.get("indicator")},
        partners=[(each.organisation_id, each.organisation.name) for each in
                  purpose.membership.processing.controllers.select_related("organisation")],
    )  # fmt: skip
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                facts = form.facts()
                actions.define_query(facts, by=purpose.membership.user, now=clock.now())
                told = gettext("“%(title)s” stands below. Choose the years and count.")
                messages.success(request, told % {"title": facts.title})
                return redirect("figures:overview", *place(purpose))
            except SamenError as error:
                form.add_error(None, in_words(error))
                status = status_of(error)
    return shown(request, purpose, "figures/define.html", status, form=form)


@require_POST
@counting
def count(request: HttpRequest, purpose: Purpose, number: int) -> HttpResponse:
    """Count now; what is estimated is asked for as long work."""
    query = queries.defined().filter(pk=number).first()
    form = YearsForm(request.POST)
    if query is None:
        raise Http404
    if not form.is_valid():
        messages.error(
            request, " ".join(str(words) for each in form.errors.values() for words in each)
        )
        return redirect("figures:overview", *place(purpose))
    years = (form.cleaned_data["first"], form.cleaned_data["last"])
    if query.method == FigureMethod.ESTIMATED:
        work = actions.order_count(purpose, query, years=years, now=clock.now())
        return redirect("work:one", work)
    return said(request, purpose, lambda: actions.count(
        purpose, query, years=years, now=clock.now()))  # fmt: skip


@require_GET
@counting
def estimate(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """One estimate: what it says of each year, how it was made, and where it was released."""
    row = queries.count_with(purpose, number)
    if row is None or row.answer is None:
        raise Http404
    names = {str(each.pk): each.name for each in organisations()}
    return shown(request, purpose, "figures/estimate.html", count=row, years=years_of(row, names),
                 releases=released_in(row, releases_in(purpose)))  # fmt: skip


@require_POST
@counting
def recompute(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Count a run again from the registrations, and say whether it is the same."""

    def again() -> None:
        outcome = actions.recompute(purpose, number).outcome
        tell = messages.error if outcome == actions.Replay.DIFFERS else messages.success
        tell(request, str(REPLAYS[outcome]))

    row = queries.count_with(purpose, number)
    is_estimate = row is not None and row.answer is not None
    to = reverse("figures:estimate", args=(*place(purpose), number)) if is_estimate else ""
    return said(request, purpose, again, to)


def said(
    request: HttpRequest, purpose: Purpose, act: Callable[[], object], to: str = ""
) -> HttpResponse:
    """Do it and go on; what is refused is said on top of the page that follows.

    What needs longer than a page waits is left to the caller.
    """
    try:
        with transaction.atomic():
            act()
    except TimedOut:
        raise
    except SamenError as error:
        messages.error(request, in_words(error))
    return redirect(to or reverse("figures:overview", args=place(purpose)))
