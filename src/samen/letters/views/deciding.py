"""What a reviewer does with the candidate in hand: each act leads to the next open candidate."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samen.accounts.permissions import requires
from samen.core.errors import BadInput, SamenError
from samen.core.terms import Role
from samen.core.writing.draft import id_in
from samen.letters.actions import review as actions
from samen.letters.candidate_forms import CandidateForm
from samen.letters.queries import review as queries
from samen.letters.queries.review import OTHER
from samen.letters.views.common import actor, letter_or_404
from samen.letters.views.review import review_page
from samen.programme.actions.wording import Actor
from samen.work import clock


@require_POST
@requires(Role.PROGRAMME_TEAM)
def accept(request: HttpRequest, candidate: int) -> HttpResponse:
    """Take the candidate in hand over, with what was mended in the form."""

    def act(edited: dict[str, Any], by: Actor) -> None:
        actions.accept_candidate(
            candidate=candidate, seen=_seen(request), edited=edited, by=by, now=clock.now()
        )

    return _decide(request, candidate, act)


@require_POST
@requires(Role.PROGRAMME_TEAM)
def edit(request: HttpRequest, candidate: int) -> HttpResponse:
    """Keep what was mended without deciding."""

    def act(edited: dict[str, Any], by: Actor) -> None:
        actions.edit_candidate(
            candidate=candidate, seen=_seen(request), edited=edited, by=by, now=clock.now()
        )

    return _decide(request, candidate, act, stays=True)


@require_POST
@requires(Role.PROGRAMME_TEAM)
def merge(request: HttpRequest, candidate: int) -> HttpResponse:
    """Put the candidate together with an entry of the register."""
    chosen = request.POST.get("into", "")
    other = id_in(chosen.removeprefix(OTHER)) if chosen.startswith(OTHER) else 0
    into = id_in(chosen)

    def act(edited: dict[str, Any], by: Actor) -> None:
        if not (into or other):
            raise BadInput(
                _("No entry was chosen."), "", _("Choose the entry that it belongs with.")
            )  # fmt: skip
        actions.merge_candidate(
            candidate=candidate,
            other=other,
            into=into,
            edited=edited,
            seen=_seen(request),
            by=by,
            now=clock.now(),
        )

    return _decide(request, candidate, act)


@require_POST
@requires(Role.PROGRAMME_TEAM)
def reject(request: HttpRequest, candidate: int) -> HttpResponse:
    """Say that the candidate is not what it was taken for."""

    def act(_edited: dict[str, Any], by: Actor) -> None:
        actions.reject_candidate(candidate=candidate, seen=_seen(request), by=by, now=clock.now())

    return _decide(request, candidate, act, reads_form=False)


@require_POST
@requires(Role.PROGRAMME_TEAM)
def undo(request: HttpRequest, candidate: int) -> HttpResponse:
    """Take back what was done last with this candidate, as far as the page showed it."""
    seen = id_in(request.POST.get("decision", ""))

    def act(_edited: dict[str, Any], by: Actor) -> None:
        actions.undo_decision(candidate=candidate, seen=seen, by=by, now=clock.now())

    return _decide(request, candidate, act, stays=True, reads_form=False)


@require_POST
@requires(Role.PROGRAMME_TEAM)
def undo_last(request: HttpRequest, letter: int) -> HttpResponse:
    """Take back what I did last in this letter, and take that candidate in hand.

    What was accepted at once is asked about first: one key may not empty a register.
    """
    row = letter_or_404(letter)
    seen = id_in(request.POST.get("decision", ""))
    batch = queries.done_at_once(letter, request.user.pk or 0)
    if len(batch) > 1 and id_in(request.POST.get("together", "")) != len(batch):
        return render(request, "letters/undo_batch.html", {"letter": row, "batch": batch})
    try:
        undone = actions.undo_last(letter=letter, seen=seen, by=actor(request), now=clock.now())
    except SamenError as error:
        return review_page(request, row, queries.next_open(letter), error=error)
    if len(undone) > 1:
        messages.success(request, _("%(n)d decisions were taken back.") % {"n": len(undone)})
    return redirect(_address(letter, undone[0]))


def _seen(request: HttpRequest) -> int | None:
    """The last act on the candidate that the page showed; None where the page did not say."""
    shown = request.POST.get("seen")
    return None if shown is None else id_in(shown)


def _decide(
    request: HttpRequest,
    candidate: int,
    act: Callable[[dict[str, Any], Actor], None],
    *,
    stays: bool = False,
    reads_form: bool = True,
) -> HttpResponse:
    """Do an act and go to the next open candidate; an error stays with the one in hand."""
    letter = queries.letter_of(candidate)
    row = queries.candidate_in(letter, candidate) if letter is not None else None
    if letter is None or row is None:
        raise Http404
    form = CandidateForm(row, request.POST) if "field" in request.POST else None
    if form is not None and reads_form and not form.is_valid():
        invalid = BadInput(_("A field is not right yet."), "", _("Mend it and try again."))
        return review_page(request, letter_or_404(letter), candidate, form=form, error=invalid)
    try:
        act(form.edited() if form and reads_form else {}, actor(request))
    except SamenError as error:
        return review_page(request, letter_or_404(letter), candidate, form=form, error=error)
    return redirect(_address(letter, candidate if stays else _next(letter, candidate)))


def _next(letter: int, candidate: int) -> int | None:
    return queries.next_open(letter, after=candidate)


def _address(letter: int, candidate: int | None) -> str:
    address = queries.review_address(letter)
    return f"{address}?k={candidate}#k{candidate}" if candidate else address
