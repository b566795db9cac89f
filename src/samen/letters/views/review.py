"""The page on which a letter is reviewed, candidate by candidate or a kind at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from samen.accounts.permissions import requires
from samen.core.errors import Conflict, SamenError
from samen.core.terms import CandidateKind, Judgement, Role
from samen.core.writing.draft import id_in
from samen.letters import labels
from samen.letters.actions import review as actions
from samen.letters.candidate_forms import BatchForm, CandidateForm, DateForm
from samen.letters.marking import Line, Mark, lines_of
from samen.letters.models import Candidate, Decision, IncomingLetter
from samen.letters.queries import review as queries
from samen.letters.templatetags.letters_terms import in_words
from samen.letters.views.common import actor, letter_or_404, may_decide, spoken, status_of
from samen.letters.wording import label_of
from samen.work import clock

MOST_SHOWN = 8
"""How many decisions of others stand on the page at once."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A field in which somebody typed other words than stand there now."""

    label: object
    words: str
    stands: str


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
    typed: list[Typed]


@require_GET
@requires()
def review(request: HttpRequest, letter: int) -> HttpResponse:
    """The letter at the left, the candidate in hand at the right."""
    row = letter_or_404(letter)
    chosen = id_in(request.GET.get("k", "")) or queries.next_open(letter)
    return review_page(request, row, chosen)


def review_page(
    request: HttpRequest,
    letter: IncomingLetter,
    chosen: int | None,
    *,
    form: CandidateForm | None = None,
    error: SamenError | None = None,
) -> HttpResponse:
    candidates = list(queries.candidates_of(letter.pk))
    asked = request.GET.get("zoek", "").strip()
    counts = _counts(letter.pk)
    hand = _in_hand(letter, candidates, chosen, form, error, asked)
    given = {
        "letter": letter,
        "lines": _lines(letter, candidates, chosen),
        "asked": asked,
        "hand": hand,
        "next_letter": None if hand else queries.next_letter(letter.pk),
        "progress": queries.progress(letter.pk),
        "counts": counts,
        "any_sure": any(each["sure"] for each in counts),
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
    error: SamenError | None,
    asked: str,
) -> InHand | None:
    at = next((i for i, each in enumerate(candidates) if each.pk == chosen), None)
    if at is None:
        return None
    row = candidates[at]
    before, after = queries.neighbours(letter.pk, row.pk)
    form = CandidateForm(row, form.data if form else None)
    return InHand(
        row=row,
        number=at + 1,
        form=form,
        label=label_of(row),
        sureness=labels.sureness(row.confidence),
        likes=queries.to_merge_into(row, asked) if asked else queries.like(row),
        is_entry=queries.becomes_entry(row),
        history=[_told(act) for act in queries.history_of(row)],
        before=before,
        after=after,
        undoes=queries.last_act(row),
        typed=list(_typed(form)) if isinstance(error, Conflict) else [],
    )


def _typed(form: CandidateForm) -> Iterator[Typed]:
    """What was typed and not kept, beside what stands there now."""
    for name in form.changed_data:
        typed, stands = (
            in_words(form.candidate.kind, name, value)
            for value in (form[name].value(), form.given.get(name))
        )
        yield Typed(form[name].label, typed, stands)


def _told(act: Any) -> dict[str, object]:
    return {"id": act.pk, "by": act.by.name, "did": labels.ACTS[act.act], "at": act.at}


def _counts(letter: int, least: float = queries.SURE) -> list[dict[str, object]]:
    return [
        {"kind": each.kind, "label": labels.KINDS[each.kind], "total": each.total,
         "open": each.open, "sure": each.sure}
        for each in queries.counts_by_kind(letter, least_confidence=least)
    ]  # fmt: skip


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
