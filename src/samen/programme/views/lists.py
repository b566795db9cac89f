"""The programme's first page, its lists as files, and the calendar of terms."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from samen.accounts import queries as accounts
from samen.accounts.permissions import public, requires, roles_today
from samen.core.terms import EntryKind, Role
from samen.programme import actions, lists, queries
from samen.programme.forms import AsOfForm
from samen.programme.labels import KINDS, STATUSES, statuses_called
from samen.programme.queries import Filters
from samen.programme.values import EntryState
from samen.programme.views.common import download, end_of, number_in
from samen.work import clock

PAGE_SIZE = 25
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list shows: a day, a narrowing, and what asks for attention."""

    on: date
    form: AsOfForm
    filters: Filters
    asks: str
    states: list[EntryState]
    counts: dict[str, list[EntryState]]


def asked_of(query: QueryDict, fixed: Filters | None = None) -> Asked:
    """The list that an address asks for; what is no number or word is left out.

    Indicators have a page of their own, and stand here only for who asks for that kind.
    """
    form = AsOfForm(query)
    on = form.day(clock.today())
    known_at = end_of(form.cleaned_data.get("bekend"))
    given = fixed or Filters()
    filters = Filters(
        kind=given.kind or _word(query, "soort", KINDS),
        theme=given.theme or number_in(query, "thema"),
        organisation=given.organisation or number_in(query, "ministerie"),
        statuses=statuses_called(_word(query, "status", STATUSES)),
    )
    states = queries.entries_as_of(on=on, known_at=known_at, filters=filters)
    if filters.kind != EntryKind.INDICATOR:
        states = _without_indicators(states)
    counts = queries.attention(states, on=on)
    asks = _word(query, "vraagt", counts)
    shown = counts[asks] if asks else sorted(states, key=queries.by_urgency)
    return Asked(on, form, filters, asks, shown, counts)


def _without_indicators(states: list[EntryState]) -> list[EntryState]:
    return [state for state in states if state.kind != EntryKind.INDICATOR]


def _word(query: QueryDict, name: str, known: object) -> str:
    given = query.get(name, "")
    return given if isinstance(known, dict) and given in known else ""


def _page(request: HttpRequest, asked: Asked, title: str, *, fixed: str = "") -> HttpResponse:
    kept = request.GET.copy()
    kept.pop("pagina", None)
    without = kept.copy()
    without.pop("vraagt", None)
    given = {
        "asked": asked,
        "title": title,
        "fixed": fixed,
        "page": Paginator(asked.states, PAGE_SIZE).get_page(request.GET.get("pagina")),
        "query": kept.urlencode(),
        "query_without": without.urlencode(),
        "themes": queries.themes(),
        "indicators": len(queries.indicators()),
        "organisations": queries.owning_organisations(),
        "kinds": list(EntryKind),
        "statuses": [word for word in STATUSES if statuses_called(word)[0] == word],
        "may_write": Role.PROGRAMME_TEAM in roles_today(request),
        "today": clock.today(),
    }
    return render(request, "programme/home.html", given)


@requires()
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What we promised, and where we stand."""
    return _page(request, asked_of(request.GET), "")


@requires()
@require_GET
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """What a theme holds."""
    found = queries.theme_with_slug(slug=slug)
    if found is None:
        raise Http404
    fixed = f"?thema={found.pk}"
    return _page(request, asked_of(request.GET, Filters(theme=found.pk)), found.name, fixed=fixed)


@requires()
@require_GET
def themes(request: HttpRequest) -> HttpResponse:
    """The themes that hold something, by themselves or under them; the others apart."""
    rows = queries.all_themes()
    standing = [row for row in rows if row.withdrawn_at is None]
    told = queries.themes()
    names = {pk: name for pk, name, _parent in told}
    parents = {pk: parent for pk, _name, parent in told}
    held: Counter[int] = Counter()
    for state in _without_indicators(queries.entries_as_of(on=clock.today())):
        theme = state.theme_id
        while theme is not None:
            held[theme] += 1
            theme = parents.get(theme)
    given = {
        "standing": [
            (row, held[row.pk], names.get(parents.get(row.pk) or 0))
            for row in standing
            if held[row.pk]
        ],
        "empty": [row for row in standing if not held[row.pk]],
        "withdrawn": [row for row in rows if row.withdrawn_at is not None],
        "may_write": Role.PROGRAMME_TEAM in roles_today(request),
    }
    return render(request, "programme/themes.html", given)


@requires()
@require_GET
def organisation(request: HttpRequest, number: int) -> HttpResponse:
    """What a ministry or another organisation answers for."""
    found = accounts.organisation(number)
    if found is None:
        raise Http404
    asked = asked_of(request.GET, Filters(organisation=number))
    return _page(request, asked, found.name, fixed=f"?ministerie={number}")


FORMATS: dict[str, tuple[str, Callable[[list[EntryState]], bytes | str]]] = {
    "csv": ("text/csv; charset=utf-8", lists.as_csv_list),
    "xlsx": (XLSX, lists.as_xlsx_list),
    "json": ("application/json", lists.as_json_list),
}


@requires()
@require_GET
def list_file(request: HttpRequest, form: str) -> HttpResponse:
    """The list of the page as a file."""
    if form not in FORMATS:
        raise Http404
    kind, write = FORMATS[form]
    asked = asked_of(request.GET)
    return download(write(asked.states), kind, f"programma-{asked.on.isoformat()}.{form}")


@requires()
@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """The terms of the list as a calendar."""
    asked = asked_of(request.GET)
    return download(_calendar(request, asked.states), "text/calendar", "termijnen.ics")


@public
@require_GET
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of terms behind a person's secret address."""
    holder = queries.calendar_holder(token=token)
    if holder is None or not accounts.roles_of(holder, on=clock.today()):
        raise Http404
    states = queries.open_entries(on=clock.today())
    return HttpResponse(_calendar(request, states), content_type="text/calendar; charset=utf-8")


@requires()
@require_http_methods(["GET", "POST"])
def make_calendar(request: HttpRequest) -> HttpResponse:
    """A new secret address, shown once; before that, what becomes of an earlier one."""
    if not request.user.is_authenticated:
        return redirect("programme:home")
    if request.method == "GET":
        given = {"has_calendar": queries.has_calendar(user=request.user.pk)}
        return render(request, "programme/make_calendar.html", given)
    token = actions.make_calendar_address(by=request.user, now=clock.now())
    address = request.build_absolute_uri(reverse("programme:calendar_feed", args=[token]))
    return render(request, "programme/calendar.html", {"address": address})


def _calendar(request: HttpRequest, states: list[EntryState]) -> bytes:
    root = request.build_absolute_uri("/").rstrip("/")
    return lists.as_calendar(states, now=clock.now(), root=root)
