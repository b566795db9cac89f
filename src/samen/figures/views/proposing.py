"""Pages on what goes out, inside a purpose: ask the gate, propose, approve, withdraw."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.accounts.sentences import in_words
from samen.core.disclosure.policy import Attacker
from samen.core.disclosure.program import TimedOut
from samen.core.errors import SamenError
from samen.figures import actions_of_looks, actions_of_releases, queries, together
from samen.figures.actions_of_looks import APPROVE, LOOK, PROPOSE
from samen.figures.forms import HIDES, ProposalForm, filled
from samen.figures.gate import Close, Shown
from samen.figures.labels import FIELDS
from samen.figures.queries_of_looks import Look, as_it_would_be_shown, look_with
from samen.figures.queries_of_releases import release_in, releases_in
from samen.figures.table_rows import by_year, tables_of
from samen.figures.values import Asked
from samen.figures.views.making import counting, place, said
from samen.purposes.inside import Purpose
from samen.register.views.common import shown, status_of
from samen.work import clock

MOST_CLOSE = 50
SEEN = "poort"
"""In the address of a proposal: the number of the look that it shows."""


@require_http_methods(["GET", "POST"])
@counting
def propose(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Choose what is released, let the gate look, see what it said, and propose it."""
    counts, releases = queries.latest_counts(purpose), releases_in(purpose)
    if request.method == "POST":
        form = ProposalForm(request.POST, counts=counts, releases=releases)
        if not form.is_valid():
            status = HTTPStatus.BAD_REQUEST
        else:
            try:
                return redirect(_done(request, purpose, form))
            except SamenError as error:
                form.add_error(None, in_words(error))
                status = status_of(error)
        return shown(request, purpose, "figures/propose.html", status, form=form)
    look = _look(request, purpose)
    if look is None:
        form = ProposalForm(counts=counts, releases=releases)
        return shown(request, purpose, "figures/propose.html", form=form)
    form = filled(look.asked, counts=counts, releases=releases)
    told = _told(purpose, form, look) if form.is_valid() else {}
    return shown(request, purpose, "figures/propose.html", form=form, **told)


def _done(request: HttpRequest, purpose: Purpose, form: ProposalForm) -> str:
    """The address of what came of it; of long work, where the gate needs longer."""
    proposal, asked = form.proposal(), form.asked()
    here = reverse("figures:propose", args=place(purpose))
    job = PROPOSE if "propose" in request.POST else LOOK
    try:
        with transaction.atomic():
            if job == PROPOSE:
                made = actions_of_releases.propose(purpose, proposal, now=clock.now(), at_once=True)
                return reverse("figures:release", args=(*place(purpose), made.number))
            look = actions_of_looks.look(purpose, proposal, asked, now=clock.now(), at_once=True)
            return f"{here}?{SEEN}={look}"
    except TimedOut:
        back = request.get_full_path()
        work = actions_of_looks.order(purpose, job, now=clock.now(), back=back, asked=asked)
        return reverse("work:one", args=(work,))


def _look(request: HttpRequest, purpose: Purpose) -> Look | None:
    """The look that the address names; None where it names none."""
    number = request.GET.get(SEEN)
    if number is None:
        return None
    try:
        found = look_with(purpose, UUID(number))
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


def _told(purpose: Purpose, form: ProposalForm, look: Look) -> Mapping[str, Any]:
    """What the gate said; the tables only where it was safe, as they would be shown."""
    proposal, is_old = form.proposal(), look.is_old(releases_in(purpose))
    shown_now = [] if is_old else as_it_would_be_shown(purpose, proposal, look)
    by = dict.fromkeys(name for each in proposal.tables for name in each.by)
    codes = together.codes_in(form.chosen) if form.chosen else {}
    cells = _by_cell(look.close)
    return {
        "look": look, "is_old": is_old, "reason": look.reason.said() if look.reason else "",
        "close": cells[:MOST_CLOSE], "ways": len(cells),
        "many": len({each["at"].cell for each in cells}),
        "codes": together.in_words(codes, by), "line": together.suggested(look.close, list(by)),
        "previews": [_preview(each) for each in shown_now],
        "others": [_other(look.asked, each) for each in look.instead],
    }  # fmt: skip


def _other(asked: Asked, told: Mapping[str, Any]) -> dict[str, Any]:
    """What the gate lets through instead, with the fields of the form that ask for it."""
    # A table of years alone can be asked for as the first one only.
    tables = sorted(told["by"], key=bool)
    given = asked | {"hide": [HIDES], "by": [], "also_by": []}
    given |= dict(zip(("by", "also_by"), tables, strict=False))
    fields = [(name, value) for name, values in given.items() for value in values]
    return {"without": FIELDS.get(told["without"], ""), "fields": fields,
            "hidden": told["hidden"], "shown": told["shown"]}  # fmt: skip


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


def _preview(table: Shown) -> dict[str, Any]:
    """A table as it would be shown."""
    return by_year(table.short(table.dimensions)[1:], table.rows.items())


@require_GET
@counting
def release(request: HttpRequest, purpose: Purpose, number: int) -> HttpResponse:
    """One release: what it shows, who did what, and what can be done."""
    state = release_in(purpose, number)
    if state is None:
        raise Http404
    is_own = state.proposed.by_id in purpose.own_accounts
    return shown(request, purpose, "figures/release.html", state=state, is_own=is_own,
                 tables=tables_of(state.content))  # fmt: skip


@require_POST
@counting
def decide(request: HttpRequest, purpose: Purpose, number: int, act: str) -> HttpResponse:
    """Approve, refuse or withdraw a release."""
    reason = request.POST.get("reason", "")
    acts: dict[str, Callable[[], None]] = {
        "goedkeuren": lambda: actions_of_releases.approve(
            purpose, number, now=clock.now(), at_once=True
        ),
        "afwijzen": lambda: actions_of_releases.refuse(
            purpose, number, reason=reason, now=clock.now()
        ),
        "intrekken": lambda: actions_of_releases.withdraw(
            purpose, number, reason=reason, now=clock.now()
        ),
    }
    if act not in acts or release_in(purpose, number) is None:
        raise Http404
    to = reverse("figures:release", args=(*place(purpose), number))
    try:
        return said(request, purpose, acts[act], to)
    except TimedOut:
        work = actions_of_looks.order(purpose, APPROVE, now=clock.now(), back=to, number=number)
        return redirect("work:one", work)
