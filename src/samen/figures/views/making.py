"""Pages on counting and releasing, inside a purpose, for who counts in it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
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

from samen.accounts.sentences import in_words
from samen.core.disclosure.policy import Attacker
from samen.core.errors import SamenError
from samen.core.terms import FigureMethod
from samen.figures import actions, actions_of_releases, queries, together
from samen.figures.forms import HIDES, DefineForm, IndicatorForm, ProposalForm, YearsForm
from samen.figures.gate import Close, Shown
from samen.figures.labels import FIELDS, REPLAYS
from samen.figures.looking import Tried
from samen.figures.queries_of_releases import release_in, releases_in
from samen.figures.table_rows import by_year, tables_of
from samen.figures.values import Proposal
from samen.purposes.inside import Purpose
from samen.register.views.common import in_purpose, shown, status_of
from samen.work import clock

SHOWN_COUNTS, MOST_CLOSE = 30, 50
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


def _place(purpose: Purpose) -> tuple[Any, ...]:
    return purpose.membership.pk, purpose.ground


@require_GET
@counting
def overview(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """What can be counted, what was, and what became of it."""
    years = {"first": purpose.day.year - YEARS, "last": purpose.day.year}
    return shown(
        request, purpose, "figures/overview.html", defined=queries.defined(), years=years,
        counts=queries.counts(purpose)[:SHOWN_COUNTS], releases=releases_in(purpose),
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
                to = reverse("figures:define", args=_place(purpose))
                return redirect(f"{to}?indicator={made}")
            except SamenError as error:
                form.add_error(None, in_words(error))
                status = status_of(error)
    return shown(request, purpose, "figures/describe.html", status, form=form)


@require_http_methods(["GET", "POST"])
@counting
def define(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Say what is counted."""
    form = DefineForm(request.POST or None, initial={"indicator": request.GET.get("indicator")})
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                facts = form.facts()
                actions.define_query(facts, by=purpose.membership.user, now=clock.now())
                told = gettext("“%(title)s” stands below. Choose the years and count.")
                messages.success(request, told % {"title": facts.title})
                return redirect("figures:overview", *_place(purpose))
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
        return redirect("figures:overview", *_place(purpose))
    years = (form.cleaned_data["first"], form.cleaned_data["last"])
    if query.method == FigureMethod.ESTIMATED:
        work = actions.order_count(purpose, query, years=years, now=clock.now())
        return redirect("work:one", work)
    return _said(request, purpose, lambda: actions.count(
        purpose, query, years=years, now=clock.now()))  # fmt: skip


@require_POST
@counting
def recompute(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Count a run again from the registrations, and say whether it is the same."""

    def again() -> None:
        outcome = actions.recompute(purpose, number).outcome
        tell = messages.error if outcome == actions.Replay.DIFFERS else messages.success
        tell(request, str(REPLAYS[outcome]))

    return _said(request, purpose, again)


@require_http_methods(["GET", "POST"])
@counting
def propose(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Choose what is released, let the gate look, and propose it."""
    counts = queries.counts(purpose)[:SHOWN_COUNTS]
    form = ProposalForm(request.POST or None, counts=counts, releases=releases_in(purpose))
    status, tried, others = HTTPStatus.OK, None, []
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                with transaction.atomic():
                    proposal = form.proposal()
                    if "propose" in request.POST:
                        made = actions_of_releases.propose(purpose, proposal, now=clock.now())
                        return redirect("figures:release", *_place(purpose), made.number)
                    tried = actions_of_releases.try_release(purpose, proposal, now=clock.now())
                    others = _others(request, purpose, proposal) if tried.helps else []
                status = HTTPStatus.OK if tried.is_safe else HTTPStatus.UNPROCESSABLE_ENTITY
            except SamenError as error:
                form.add_error(None, in_words(error))
                status = status_of(error)
    return shown(request, purpose, "figures/propose.html", status, form=form, others=others,
                 **_tried(tried), **_mending(form, tried))  # fmt: skip


def _others(request: HttpRequest, purpose: Purpose, proposal: Proposal) -> list[dict[str, Any]]:
    """What the gate lets through instead, each with the fields of the form that ask for it."""
    found = []
    for each in actions_of_releases.instead(purpose, proposal, now=clock.now()):
        given = request.POST.copy()
        for name in ("csrfmiddlewaretoken", "also_by"):
            given.pop(name, None)
        given["hide"] = HIDES
        # A table of years alone can be asked for as the first one only.
        asked = sorted(each.asked, key=lambda table: bool(table.by))
        for name, table in zip(("by", "also_by"), asked, strict=False):
            given.setlist(name, list(table.by))
        fields = [(name, value) for name, values in given.lists() for value in values]
        found.append({
            "without": FIELDS.get(each.without, ""), "fields": fields,
            "hidden": each.tried.hidden, "shown": each.tried.cells - each.tried.hidden,
        })  # fmt: skip
    return found


def _mending(form: ProposalForm, tried: Tried | None) -> Mapping[str, Any]:
    """The codes that can be taken together, and a line that takes those of small cells."""
    if tried is None or form.chosen is None:
        return {}
    by = [name for each in tried.tables for name in each.dimensions[1:]]
    return {"codes": together.in_words(together.codes_in(form.chosen), dict.fromkeys(by)),
            "line": together.suggested(tried.report.close, by)}  # fmt: skip


def _tried(tried: Tried | None) -> Mapping[str, Any]:
    """What the gate said; the tables only where it is safe, as they would be shown."""
    if tried is None:
        return {}
    reason = in_words(tried.report.reason) if tried.report.reason else ""
    tables = [preview(each) for each in tried.tables] if tried.is_safe else []
    close = _by_cell(tried.report.close)
    return {"tried": tried, "close": close[:MOST_CLOSE], "reason": reason, "previews": tables,
            "many": len({each["at"].cell for each in close})}  # fmt: skip


def _by_cell(close: Iterable[Close]) -> list[dict[str, Any]]:
    """What was found, once a cell and what is known of it, with who would know that; what anybody
    would know, all others do too."""
    who: dict[Close, list[str]] = {}
    for each in close:
        told = who.setdefault(replace(each, attacker=""), [])
        told += [] if each.attacker in told else [each.attacker]
    return [
        {"cell": dict(at.cell), "at": at,
         "who": [Attacker.OUTSIDER] if Attacker.OUTSIDER in names else names}
        for at, names in who.items()
    ]  # fmt: skip


def preview(table: Shown) -> dict[str, Any]:
    """A table as it would be shown."""
    rows = ((codes, None if codes in table.hidden else n) for codes, n in table.counts.items())
    return by_year(table.dimensions[1:], rows)


@require_GET
@counting
def release(request: HttpRequest, purpose: Purpose, number: int) -> HttpResponse:
    """One release: what it shows, who did what, and what can be done."""
    state = release_in(purpose, number)
    if state is None:
        raise Http404
    is_own = state.proposed.by_id == purpose.membership.user_id
    return shown(request, purpose, "figures/release.html", state=state, is_own=is_own,
                 tables=tables_of(state.content))  # fmt: skip


@require_POST
@counting
def decide(request: HttpRequest, purpose: Purpose, number: int, act: str) -> HttpResponse:
    """Approve, refuse or withdraw a release."""
    reason = request.POST.get("reason", "")
    acts: dict[str, Callable[[], None]] = {
        "goedkeuren": lambda: actions_of_releases.approve(purpose, number, now=clock.now()),
        "afwijzen": lambda: actions_of_releases.refuse(
            purpose, number, reason=reason, now=clock.now()
        ),
        "intrekken": lambda: actions_of_releases.withdraw(
            purpose, number, reason=reason, now=clock.now()
        ),
    }
    if act not in acts or release_in(purpose, number) is None:
        raise Http404
    to = reverse("figures:release", args=(*_place(purpose), number))
    return _said(request, purpose, acts[act], to)


def _said(
    request: HttpRequest, purpose: Purpose, act: Callable[[], object], to: str = ""
) -> HttpResponse:
    """Do it and go on; what is refused is said on top of the page that follows."""
    try:
        with transaction.atomic():
            act()
    except SamenError as error:
        messages.error(request, in_words(error))
    return redirect(to or reverse("figures:overview", args=_place(purpose)))
