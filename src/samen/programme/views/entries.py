"""One entry's life, and the acts on it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.accounts.permissions import requires, roles_today
from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.core.terms import EntryKind, Role
from samen.core.workflow import LADDERS
from samen.programme import actions, queries
from samen.programme.forms import NewEntryForm, StatusForm, WordingForm
from samen.programme.labels import KIND_ADDRESSES
from samen.programme.queries import Life
from samen.programme.views.common import actor, attempt, offer_undo
from samen.programme.views.documents import document_page
from samen.work import clock

KINDS_BY_ADDRESS = {address: kind for kind, address in KIND_ADDRESSES.items()}
NEW: dict[EntryKind, Callable[..., int]] = {
    EntryKind.ACTION: actions.record_action,
    EntryKind.COMMITMENT: actions.record_commitment,
    EntryKind.MOTION: actions.record_motion,
    EntryKind.DECISION: actions.record_decision,
}


def life_at(kind: str, number: int) -> Life:
    """The entry at an address, or 404."""
    life = queries.life_of(entry=number)
    if life is None or KINDS_BY_ADDRESS.get(kind) != life.kind:
        raise Http404
    return life


@requires()
@require_GET
def entry(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One entry's life, newest first, and what hangs on it; or one paper."""
    if kind == KIND_ADDRESSES["document"]:
        return document_page(request, number)
    life = life_at(kind, number)
    if life.kind == EntryKind.INDICATOR:
        return redirect("programme:indicator", code=str(life.facts["code"]))
    given = {
        "life": life,
        "has_ladder": life.kind in LADDERS,
        "amounts": queries.amounts(hangs_on=life.id),
        "merged": queries.titles_of(life.merged),
        "may_write": Role.PROGRAMME_TEAM in roles_today(request),
        "may_propose": bool({Role.PROGRAMME_TEAM, Role.ACTION_OWNER} & roles_today(request)),
        "stands": life.merged_into is None and life.withdrawn_at is None,
    }
    return render(request, "programme/entry.html", given)


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def new_entry(request: HttpRequest, kind: str) -> HttpResponse:
    """A new action, commitment, motion or decision."""
    stored = KINDS_BY_ADDRESS.get(kind, "")
    if stored not in NEW:
        raise Http404
    form = NewEntryForm(request.POST or None, initial={"on": clock.today()})
    form.set_kind(EntryKind(stored))
    if request.method == "POST" and form.is_valid():
        try:
            number = NEW[EntryKind(stored)](
                wording=form.wording(),
                standing=form.standing(),
                by=actor(request),
                now=clock.now(),
            )
        except SamenError as error:
            form.add_error(None, in_words(error))
        else:
            messages.success(request, gettext("Recorded."))
            return redirect("programme:entry", kind=kind, number=number)
    return _form_page(request, form, {"new_kind": stored})


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def status(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Append a status."""
    life = life_at(kind, number)
    last = life.last_status
    form = StatusForm(request.POST or None, initial=_status_initial(life))
    form.set_choices(life.kind, last.status if last else None)
    if request.method == "POST" and form.is_valid():
        try:
            added = actions.append_status(
                entry=number,
                standing=form.standing(),
                by=actor(request),
                now=clock.now(),
                last_seen=form.cleaned_data["last_seen"],
            )
        except SamenError as error:
            form.add_error(None, in_words(error))
        else:
            _tell_added(request, life, added)
            return redirect("programme:entry", kind=kind, number=number)
    return _form_page(request, form, {"life": life})


def _tell_added(request: HttpRequest, life: Life, added: int) -> None:
    """Say that a status was added; one that has another before it can be undone."""
    words = gettext("The status was added.")
    if life.last_status is None:
        messages.success(request, words)
        return
    place = [KIND_ADDRESSES[life.kind], life.id, added]
    offer_undo(request, words, reverse("programme:take_back_status", args=place))


@requires(Role.PROGRAMME_TEAM)
@require_POST
def take_back_status(request: HttpRequest, kind: str, number: int, change: int) -> HttpResponse:
    """Undo a status of an entry."""
    life = life_at(kind, number)
    if change not in {event.status_id for event in life.events}:
        raise Http404
    by, now = actor(request), clock.now()
    if attempt(request, lambda: actions.take_back_status(change=change, by=by, now=now)):
        messages.success(request, gettext("The status before it holds again."))
    return redirect("programme:entry", kind=kind, number=number)


def _status_initial(life: Life) -> dict[str, object]:
    statuses = [event for event in life.events if event.status]
    newest = max(statuses, key=lambda event: event.known_at, default=None)
    last = life.last_status
    return {
        "on": clock.today(),
        "due": last.due if last else None,
        "due_words": last.due_words if last else "",
        "last_seen": newest.status_id if newest else None,
    }


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Other words, another theme or other owners for an entry."""
    life = life_at(kind, number)
    before = {
        "title": life.title,
        "detail": life.detail,
        "theme": life.theme_id or "",
        "owners": "\n".join(life.owners),
    }
    form = WordingForm(request.POST or None, initial=before)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_entry(entry=number, wording=form.wording())
        except SamenError as error:
            form.add_error(None, in_words(error))
        else:
            messages.success(request, gettext("Changed."))
            return redirect("programme:entry", kind=kind, number=number)
    return _form_page(request, form, {"life": life, "is_edit": True})


def _form_page(request: HttpRequest, form: object, given: dict[str, object]) -> HttpResponse:
    back = reverse("programme:home")
    code = 422 if request.method == "POST" else 200
    return render(request, "programme/form.html", {"form": form, "back": back} | given, status=code)
