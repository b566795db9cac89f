"""Passages that somebody proposes for an entry, and the judgement of them."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_http_methods, require_POST

from samen.accounts.permissions import requires, roles_today
from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.core.terms import EvidenceRole, Role
from samen.programme import actions, queries
from samen.programme.forms import PassageForm
from samen.programme.passages import span_of_lines
from samen.programme.values import Place
from samen.programme.views.common import actor, attempt, offer_undo
from samen.programme.views.entries import life_at
from samen.work import clock


@requires(Role.PROGRAMME_TEAM, Role.ACTION_OWNER)
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Lines of a paper as evidence; the programme team's own counts at once."""
    life = life_at(kind, number)
    counts = Role.PROGRAMME_TEAM in roles_today(request)
    form = PassageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            place = _place(form)
            actions.add_evidence(
                entry=number, place=place, by=actor(request), now=clock.now(), accepted=counts
            )
        except SamenError as error:
            form.add_error(None, in_words(error))
        except IndexError:
            form.add_error("line", gettext("The paper does not have these lines."))
        else:
            done = gettext("The passage was added.") if counts else gettext(
                "The passage was proposed; the programme team decides."
            )  # fmt: skip
            messages.success(request, done)
            return redirect("programme:entry", kind=kind, number=number)
    given = {"form": form, "life": life, "counts": counts}
    code = 422 if request.method == "POST" else 200
    return render(request, "programme/propose.html", given, status=code)


def _place(form: PassageForm) -> Place:
    """The lines of a valid form as a place in the paper. Raises IndexError without them."""
    given = form.cleaned_data
    document = int(given["document"])
    paper = queries.document_with(document=document)
    text = paper.text if paper else ""
    first, last = given["line"], given["line_end"] or given["line"]
    start, end = span_of_lines(text, first, last)
    role = EvidenceRole(given["role"])
    return Place(document, first, last, start, end, text[start:end], role)


@requires(Role.PROGRAMME_TEAM)
@require_POST
def judge(request: HttpRequest, kind: str, number: int, evidence: int, act: str) -> HttpResponse:
    """Accept or reject proposed evidence, or undo that."""
    life = life_at(kind, number)
    told = {event.passage.evidence_id for event in life.events if event.passage}
    if evidence not in told | {one.evidence_id for one in life.rejected} or act not in _ACTS:
        raise Http404
    words, judge_it = _ACTS[act]
    if attempt(request, lambda: judge_it(request, evidence)):
        undo = reverse("programme:judge_evidence", args=[kind, number, evidence, "herstel"])
        if act == "herstel":
            messages.success(request, gettext(words))
        else:
            offer_undo(request, gettext(words), undo)
    return redirect("programme:entry", kind=kind, number=number)


def _accept(request: HttpRequest, evidence: int) -> None:
    actions.accept_evidence(evidence=evidence, by=actor(request), now=clock.now())


def _reject(request: HttpRequest, evidence: int) -> None:
    actions.reject_evidence(
        evidence=evidence,
        reason=request.POST.get("reason", ""),
        by=actor(request),
        now=clock.now(),
    )


def _reopen(request: HttpRequest, evidence: int) -> None:
    actions.reopen_evidence(evidence=evidence, by=actor(request), now=clock.now())


_ACTS: dict[str, tuple[str, Callable[[HttpRequest, int], None]]] = {
    "accepteer": (_("The passage counts as evidence."), _accept),
    "verwerp": (_("The passage was rejected."), _reject),
    "herstel": (_("The passage is a proposal again."), _reopen),
}
"""What is done with evidence, by the word in the address, and how it is told."""
