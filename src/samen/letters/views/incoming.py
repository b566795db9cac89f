"""Pages on which letters come in, and in which what was read goes out as a file."""

import csv
import io
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.accounts.permissions import requires
from samen.core.errors import SamenError
from samen.core.terms import Role
from samen.letters.actions import review as actions
from samen.letters.candidate_forms import DateForm, UploadForm
from samen.letters.queries import review as queries
from samen.letters.queries.writing import letters_out
from samen.letters.views.common import (
    actor,
    content_of,
    letter_or_404,
    may_decide,
    spoken,
    status_of,
)
from samen.work import clock

_COLUMNS = (
    "kind", "line", "line_end", "quote", "confidence", "reason", "theme", "state", "decided_by",
    "decided_at", "entry",
)  # fmt: skip


@require_GET
@requires()
def home(request: HttpRequest) -> HttpResponse:
    """Every letter: those that came in with how far they are, and those that go out."""
    given = {
        "letters": queries.letters(),
        "letters_out": letters_out(),
        "may_decide": may_decide(request),
    }
    return render(request, "letters/incoming.html", given)


@require_http_methods(["GET", "POST"])
@requires(Role.PROGRAMME_TEAM)
def upload(request: HttpRequest) -> HttpResponse:
    """Give a letter to be read; a file that cannot be read is refused in words."""
    if request.method == "GET":
        return render(request, "letters/upload.html", {"form": UploadForm()})
    form = UploadForm(request.POST, request.FILES)
    status: int = HTTPStatus.BAD_REQUEST
    if form.is_valid():
        try:
            return _take_in(request, form)
        except SamenError as error:
            form.add_error("file", spoken(error))
            status = status_of(error)
    return render(request, "letters/upload.html", {"form": form}, status=status)


def _take_in(request: HttpRequest, form: UploadForm) -> HttpResponse:
    file = form.cleaned_data["file"]
    content, by, now = content_of(file), actor(request), clock.now()
    known = queries.letter_of_file(content)
    if known is not None and known.read_at is not None:
        given = {"form": UploadForm(), "known": known}
        return render(request, "letters/upload.html", given, status=HTTPStatus.CONFLICT)
    letter = actions.upload_letter(content=content, name=file.name or "", by=by, now=now)
    work = actions.begin_reading(letter=letter, by=by, now=now)
    return redirect("work:one", work) if work else redirect("letters:review", letter)


@require_POST
@requires(Role.PROGRAMME_TEAM)
def date(request: HttpRequest, letter: int) -> HttpResponse:
    """Give a letter the date that was not found in it."""
    letter_or_404(letter)
    form = DateForm(request.POST)
    if not form.is_valid():
        no_date = _("This is no date. Go back and fill in a day, a month and a year.")
        return _refused(request, no_date, HTTPStatus.BAD_REQUEST)
    try:
        actions.date_letter(
            letter=letter, on=form.cleaned_data["on"], by=actor(request), now=clock.now()
        )
    except SamenError as error:
        return _refused(request, spoken(error), status_of(error))
    return redirect("letters:review", letter)


@require_POST
@requires(Role.PROGRAMME_TEAM)
def read_again(request: HttpRequest, letter: int) -> HttpResponse:
    """Read a letter again that could not be read before."""
    letter_or_404(letter)
    work = actions.begin_reading(letter=letter, by=actor(request), now=clock.now())
    return redirect("work:one", work) if work else redirect("letters:review", letter)


@require_GET
@requires()
def as_json(_request: HttpRequest, letter: int) -> HttpResponse:
    """The candidates of a letter with what was decided, for machines."""
    row = letter_or_404(letter)
    given = {"letter": row.masthead, "entries": queries.as_rows(letter)}
    return JsonResponse(given, json_dumps_params={"ensure_ascii": False, "indent": 1})


@require_GET
@requires()
def as_csv(_request: HttpRequest, letter: int) -> HttpResponse:
    """The candidates of a letter as a table; the fields of a kind in one last column."""
    letter_or_404(letter)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([*_COLUMNS, "detail"])
    for row in queries.as_rows(letter):
        rest = "; ".join(f"{key}: {value}" for key, value in row.items() if key not in _COLUMNS)
        writer.writerow([_harmless(row[name]) for name in _COLUMNS] + [_harmless(rest)])
    answer = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="kandidaten-{letter}.csv"'
    return answer


def _harmless(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _refused(request: HttpRequest, words: str, status: int) -> HttpResponse:
    return render(request, "letters/refused.html", {"words": words}, status=status)
