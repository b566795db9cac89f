"""The page of one piece of long work."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samen.work import clock, queries


@login_required
@require_GET
def one(request: HttpRequest, number: int) -> HttpResponse:
    """How far the work is, what it says, and where its result is."""
    return _render(request, number, "work/one.html")


@login_required
@require_GET
def progress(request: HttpRequest, number: int) -> HttpResponse:
    """The part of the page that changes, for a page that asks every two seconds."""
    return _render(request, number, "work/progress.html")


def _render(request: HttpRequest, number: int, template: str) -> HttpResponse:
    work = queries.visible_work(number, user=request.user.pk or 0)
    if work is None:
        raise Http404
    left = queries.time_left(work, now=clock.now())
    given: dict[str, object] = {"work": work, "left": left, "ended": queries.has_ended(work)}
    given["lines"] = queries.log_of(work)
    return render(request, template, given)
