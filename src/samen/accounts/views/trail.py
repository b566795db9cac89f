"""The trail on a page and as a table: for administrators."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_GET

from samen.accounts import forms
from samen.accounts.permissions import requires
from samen.accounts.templatetags.accounts_terms import act_name, fields_changed, thing
from samen.accounts.trail import EVERYTHING, PAGE, Choice, Trace, traces
from samen.core.terms import Role

MOST_ROWS = 100_000
HEAD = (_("When"), _("Who"), _("Act"), _("What"), _("Number"), _("Changed"), _("Page"),
        _("Request"))  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@requires(Role.ADMINISTRATOR)
@require_GET
def trail(request: HttpRequest) -> HttpResponse:
    """Who did what, when, and from which request, newest first."""
    form = forms.TrailForm(request.GET)
    page = _page(request)
    found = traces(_chosen(form), page=page)
    query = request.GET.copy()
    query.pop("p", None)
    given = {
        "form": form,
        "traces": found[:PAGE],
        "page": page,
        "has_next": len(found) > PAGE,
        "query": query.urlencode(),
    }
    return render(request, "accounts/trail.html", given)


@requires(Role.ADMINISTRATOR)
@require_GET
def trail_csv(request: HttpRequest) -> HttpResponse:
    """The chosen part of the trail as a table."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="spoor.csv"'
    rows = csv.writer(response)
    rows.writerow([gettext(word) for word in HEAD])
    for trace in traces(_chosen(forms.TrailForm(request.GET)), size=MOST_ROWS):
        rows.writerow([_safe(cell) for cell in _cells(trace)])
    return response


def _chosen(form: forms.TrailForm) -> Choice:
    if not form.is_valid():
        return EVERYTHING
    person = form.cleaned_data["person"]
    return Choice(
        person=person.pk if person else None,
        since=form.cleaned_data["since"],
        until=form.cleaned_data["until"],
    )


def _page(request: HttpRequest) -> int:
    text = request.GET.get("p", "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1


def _cells(trace: Trace) -> tuple[str, ...]:
    return (
        timezone.localtime(trace.at).isoformat(timespec="seconds"),
        trace.who,
        act_name(trace.act),
        thing(trace.what),
        trace.number,
        fields_changed(trace.changes),
        trace.address,
        trace.request,
    )


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
