"""Pages on a processing's links as a whole: runs, the standing decision, and how well it went."""

from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.linkage import actions, queries
from samen.linkage.forms import DecisionForm
from samen.linkage.queries_of_entities import sizes
from samen.linkage.queries_of_quality import found_quality
from samen.linkage.queries_of_review import waiting_counts
from samen.linkage.views.common import linking, place
from samen.purposes.inside import Purpose
from samen.register.views.common import shown, status_of
from samen.work import clock

RUNS = 20
USUAL_DAYS = 90


@require_GET
@linking
def overview(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """What was linked, what waits for people, and what may act by itself."""
    runs = list(queries.runs(purpose)[:RUNS])
    return shown(
        request, purpose, "linkage/overview.html", runs=runs, last=runs[0] if runs else None,
        before=runs[1] if len(runs) > 1 else None, decision=queries.standing_decision(purpose),
        new=queries.came_since(purpose, runs[0]) if runs else 0, sizes=sizes(purpose),
        lists=waiting_counts(purpose) if runs else {},
        waiting=len(queries.waiting(purpose)), conflicts=len(queries.conflicts(purpose)),
    )  # fmt: skip


@require_POST
@linking
def run(_request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Link all registrations anew, as long work with a page of its own."""
    return redirect("work:one", actions.order_run(purpose, now=clock.now()))


@require_POST
@linking
def run_new(_request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Put in place what came in since the last run, as long work with a page of its own."""
    return redirect("work:one", actions.order_run(purpose, now=clock.now(), new=True))


@require_http_methods(["GET", "POST"])
@linking
def decide(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Decide that strict links act by themselves."""
    usual = {"until": purpose.day + timedelta(days=USUAL_DAYS)}
    form = DecisionForm(request.POST or None, initial=usual)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                actions.decide(purpose, **form.cleaned_data)
                return redirect("linkage:overview", *place(purpose))
            except SamenError as error:
                form.add_error(None, in_words(error))
                status = status_of(error)
    earlier = queries.decisions(purpose)[:RUNS]
    return shown(request, purpose, "linkage/decide.html", status, form=form, earlier=earlier)


@require_POST
@linking
def end_decision(_request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """End the standing decision."""
    actions.end_decision(purpose, number)
    return redirect("linkage:overview", *place(purpose))


@require_GET
@linking
def quality(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """How well the last run linked, by the judged sample; also for each origin group."""
    return shown(request, purpose, "linkage/quality.html", found=found_quality(purpose))
