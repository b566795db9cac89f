"""The page on which a letter is reviewed, candidate by candidate or a kind at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from samen.accounts.permissions import requires
from samen.core.errors import BadInput, SamenError
from samen.core.terms import CandidateKind, Judgement, Role
from samen.core.writing.draft import id_in
from samen.letters import labels
from samen.letters.actions import review as actions
from samen.letters.candidate_forms import BatchForm, CandidateForm, DateForm
from samen.letters.marking import Line, Mark, lines_of
from samen.letters.models import Candidate, Decision, IncomingLetter
from samen.letters.queries import review as queries
from samen.letters.views.common import actor, letter_or_404, may_decide, spoken, status_of
from samen.letters.wording import label_of
from samen.programme.actions.wording import Actor
from samen.work import clock

MOST_SHOWN = 8
"""How many decisions of others stand on the page at once."""


@dataclass(frozen=True, slots=True)
class InHand:
    """The candidate in hand with all that stands beside it."""

    row: Candidate
    number: int
    form: CandidateForm
    label: str
    sureness: object
    likes: list[queries.Like]
    is_entry: bool
    history: list[dict[str, object]]
    before: int | None
    after: int | None
    undoes: Decision | None


@require_GET
@requires()
def review(request: HttpRequest, letter: int) -> HttpResponse:
    """The letter at the left, the candidate in hand at the right."""
    row = letter_or_404(letter)
    return _page(request, row, id_in(request.GET.get("k", "")) or queries.next_open(letter))


def _page(
    request: HttpRequest,
    letter: IncomingLetter,
    chosen: int | None,
    *,
    form: CandidateForm | None = None,
    error: SamenError | None = None,
) -> HttpResponse:
    candidates = list(queries.candidates_of(letter.pk))
    given = {
        "letter": letter,
        "lines": _lines(letter, candidates, chosen),
        "hand": _in_hand(letter, candidates, chosen, form),
        "progress": queries.progress(letter.pk),
        "counts": _counts(letter.pk),
        "since": queries.last_decision(letter.pk),
        "my_last": queries.acts_by(letter.pk, request.user.pk or 0).first(),
        "may_decide": may_decide(request),
        "date_form": DateForm(),
        "error": spoken(error) if error else "",
    }
    return render(
        request, "letters/review.html", given, status=status_of(error) if error else HTTPStatus.OK
    )


def _lines(letter: IncomingLetter, candidates: list[Candidate], chosen: int | None) -> list[Line]:
    address = queries.review_address(letter.pk)
    marks = [
        Mark(
            id=each.pk,
            start=each.start,
            end=each.end,
            kind=each.kind,
            title=f"{labels.KINDS[each.kind]} ({labels.STATES[each.state]})",
            href=f"{address}?k={each.pk}#k{each.pk}",
            state=each.state,
            is_current=each.pk == chosen,
        )
        for each in candidates
    ]
    stretches = [(part["start"], part["end"]) for part in letter.furniture]
    return lines_of(letter.original, stretches, marks) if letter.original else []


def _in_hand(
    letter: IncomingLetter,
    candidates: list[Candidate],
    chosen: int | None,
    form: CandidateForm | None,
) -> InHand | None:
    at = next((i for i, each in enumerate(candidates) if each.pk == chosen), None)
    if at is None:
        return None
    row = candidates[at]
    before, after = queries.neighbours(letter.pk, row.pk)
    return InHand(
        row=row,
        number=at + 1,
        form=form or CandidateForm(row),
        label=label_of(row),
        sureness=labels.sureness(row.confidence),
        likes=queries.like(row),
        is_entry=queries.becomes_entry(row),
        history=[_told(act) for act in queries.history_of(row)],
        before=before,
        after=after,
        undoes=queries.last_act(row),
    )


def _told(act: Any) -> dict[str, object]:
    return {"by": act.by.name, "did": labels.ACTS[act.act], "at": act.at}


def _counts(letter: int, least: float = queries.SURE) -> list[dict[str, object]]:
    return [
        {"kind": each.kind, "label": labels.KINDS[each.kind], "total": each.total,
         "open": each.open, "sure": each.sure}
        for each in queries.counts_by_kind(letter, least_confidence=least)
    ]  # fmt: skip


@require_POST
@requires(Role.PROGRAMME_TEAM)
def accept(request: HttpRequest, candidate: int) -> HttpResponse:
    """Take the candidate in hand over, with what was mended in the form."""

    def act(edited: dict[str, Any], by: Actor) -> None:
        actions.accept_candidate(candidate=candidate, edited=edited, by=by, now=clock.now())

    return _decide(request, candidate, act)


@require_POST
@requires(Role.PROGRAMME_TEAM)
def edit(request: HttpRequest, candidate: int) -> HttpResponse:
    """Keep what was mended without deciding."""

    def act(edited: dict[str, Any], by: Actor) -> None:
        actions.edit_candidate(candidate=candidate, edited=edited, by=by, now=clock.now())

    return _decide(request, candidate, act, stays=True)


@require_POST
@requires(Role.PROGRAMME_TEAM)
def merge(request: HttpRequest, candidate: int) -> HttpResponse:
    """Put the candidate together with an entry of the register."""
    into = id_in(request.POST.get("into", ""))

    def act(edited: dict[str, Any], by: Actor) -> None:
        if not into:
            raise BadInput(
                _("No entry was chosen."), "", _("Choose the entry that it belongs with.")
            )  # fmt: skip
        actions.merge_candidate(
            candidate=candidate, into=into, edited=edited, by=by, now=clock.now()
        )

    return _decide(request, candidate, act)


@require_POST
@requires(Role.PROGRAMME_TEAM)
def reject(request: HttpRequest, candidate: int) -> HttpResponse:
    """Say that the candidate is not what it was taken for."""

    def act(_edited: dict[str, Any], by: Actor) -> None:
        actions.reject_candidate(candidate=candidate, by=by, now=clock.now())

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
    """Take back what I did last in this letter, and take that candidate in hand."""
    row = letter_or_404(letter)
    seen = id_in(request.POST.get("decision", ""))
    try:
        undone = actions.undo_last(letter=letter, seen=seen, by=actor(request), now=clock.now())
    except SamenError as error:
        return _page(request, row, queries.next_open(letter), error=error)
    return redirect(_address(letter, undone[0]))


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
    form = CandidateForm(row, request.POST) if reads_form and "field" in request.POST else None
    if form is not None and not form.is_valid():
        invalid = BadInput(_("A field is not right yet."), "", _("Mend it and try again."))
        return _page(request, letter_or_404(letter), candidate, form=form, error=invalid)
    try:
        act(form.edited() if form else {}, actor(request))
    except SamenError as error:
        return _page(request, letter_or_404(letter), candidate, error=error)
    return redirect(_address(letter, candidate if stays else _next(letter, candidate)))


def _next(letter: int, candidate: int) -> int | None:
    return queries.next_open(letter, after=candidate)


def _address(letter: int, candidate: int | None) -> str:
    address = queries.review_address(letter)
    return f"{address}?k={candidate}#k{candidate}" if candidate else address


@require_GET
@requires()
def news(request: HttpRequest, letter: int) -> HttpResponse:
    """The fragment that says what others did since the page was opened."""
    row = letter_or_404(letter)
    since, hand = (id_in(request.GET.get(name, "")) for name in ("sinds", "kandidaat"))
    acts = queries.decisions_since(letter, since, by_others_than=request.user.pk)
    mine = [act for act in acts if act.candidate_id == hand]
    given = {
        "letter": row,
        "since": since,
        "hand": hand,
        "progress": queries.progress(letter),
        "acts": [
            {**_told(act), "candidate": act.candidate_id, "label": label_of(act.candidate)}
            for act in acts[:MOST_SHOWN]
        ],
        "in_hand": _told(mine[0]) if mine else None,
    }
    return render(request, "letters/news.html", given)


@require_GET
@requires()
def batch(request: HttpRequest, letter: int) -> HttpResponse:
    """The sure candidates of one kind in a list, to look at and take over together."""
    row = letter_or_404(letter)
    least, kind = _least(request.GET.get("zekerheid")), request.GET.get("soort", "")
    counts = _counts(letter, least)
    if kind not in labels.KINDS:
        first = [each for each in counts if each["sure"]] or [e for e in counts if e["open"]]
        kind = str(first[0]["kind"]) if first else ""
    rows = []
    if kind:
        of_kind = queries.candidates_of(letter, kind=CandidateKind(kind), state=Judgement.OPEN)
        rows = list(of_kind.filter(confidence__gte=least))
    given = {
        "letter": row,
        "counts": counts,
        "kind": kind,
        "kind_label": labels.KINDS.get(kind, ""),
        "least": least,
        "levels": [(least_of, word) for least_of, word in labels.SURENESS],
        "rows": [
            {"row": each, "label": label_of(each), "sureness": labels.sureness(each.confidence)}
            for each in rows
        ],
        "progress": queries.progress(letter),
        "may_decide": may_decide(request),
    }
    return render(request, "letters/batch.html", given)


def _least(asked: str | None) -> float:
    """The confidence that was asked for, when it is one of the levels; else the highest."""
    return next((level for level, _word in labels.SURENESS if str(level) == asked), queries.SURE)


@require_POST
@requires(Role.PROGRAMME_TEAM)
def accept_batch(request: HttpRequest, letter: int) -> HttpResponse:
    """Take the sure candidates of a kind over; what was left says why."""
    letter_or_404(letter)
    form = BatchForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose a kind first."))
        return redirect("letters:batch", letter)
    kind, least = form.cleaned_data["kind"], form.cleaned_data["least"]
    outcome = actions.accept_batch(
        letter=letter,
        kind=CandidateKind(kind),
        least_confidence=least,
        by=actor(request),
        now=clock.now(),
    )
    done = ngettext("%(n)d candidate was accepted.", "%(n)d candidates were accepted.",
                    outcome.accepted) % {"n": outcome.accepted}  # fmt: skip
    messages.success(request, done)
    for words in sorted({spoken(error) for _pk, error in outcome.left}):
        messages.warning(request, words)
    return redirect(f"{reverse('letters:batch', args=[letter])}?soort={kind}&zekerheid={least}")
