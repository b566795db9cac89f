"""Pages on questions: the log, asking, and what came of it."""

from collections import Counter
from datetime import timedelta
from http import HTTPStatus
from itertools import groupby
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from samen.accounts.queries import person
from samen.core.errors import SamenError
from samen.core.exchange.keys import WORDS
from samen.core.exchange.limits import SMALLEST_SET, TERM_DAYS
from samen.core.exchange.masking import is_installed
from samen.core.exchange.vocabulary import QuestionSide
from samen.core.terms import RegistrationKind
from samen.exchange import actions_of_asking, queries
from samen.exchange.forms import AskForm
from samen.exchange.holding import may_ask
from samen.exchange.views.common import asking, seeing, told
from samen.purposes.inside import Purpose
from samen.register.queries_of_linkage import persons_since
from samen.register.views.common import shown
from samen.work import clock

USUAL_DAYS = 365


@require_GET
@seeing
def overview(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Agreements, and every question of either side."""
    peers = {each.pk: each for each in queries.peers(purpose)}
    waiting = queries.waiting(purpose) if may_ask(purpose) else {}
    rows = [
        {"question": each, "peer": peers.get(each.peer), "waiting": waiting.get(each.pk, 0)}
        for each in queries.questions(purpose)
    ]
    return shown(
        request, purpose, "exchange/overview.html", rows=rows, peers=peers.values(),
        running=bool(queries.running(purpose)), may_ask=may_ask(purpose), is_overview=True,
        waits=sum(waiting.values()),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@asking
def ask(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Choose whom is asked about whom; says what will go over the line before it goes."""
    usual = {"since": purpose.day - timedelta(days=USUAL_DAYS), "kinds": ["victim"]}
    peers = queries.running(purpose)
    form = AskForm(request.POST or None, peers=peers, initial=usual)
    status: int = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                now, given = clock.now(), form.cleaned_data
                kinds = [RegistrationKind(kind) for kind in given["kinds"]]
                chosen = persons_since(purpose, kinds, given["since"])
                peer = UUID(given["peer"])
                left = actions_of_asking.not_asked_lately(purpose, peer, chosen)
                made = actions_of_asking.ask(purpose, peer, left, now=now)
                return redirect("work:one", actions_of_asking.order(purpose, made, now=now))
            except SamenError as error:
                status = told(form, error)
    return shown(
        request, purpose, "exchange/ask.html", status, form=form, peers=peers, keys=list(WORDS),
        least=SMALLEST_SET, days=TERM_DAYS, installed=is_installed(),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@asking
def question(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """What came of a question; POST does the next step of one that was asked."""
    found = queries.question(purpose, number)
    if request.method == "POST":
        return redirect("work:one", actions_of_asking.order(purpose, found, now=clock.now()))
    hits = sorted(queries.hits(purpose, found), key=lambda hit: hit.token)
    pairs = [list(rows) for _token, rows in groupby(hits, key=lambda hit: hit.token)]
    acts = Counter((rows[0].answered_by, rows[0].answered_at) for rows in pairs)
    names: dict[int | None, str] = {
        number: _name(number) for number, _at in acts if number is not None
    }
    return shown(
        request, purpose, "exchange/question.html", question=found,
        peer=queries.peer(purpose, found.peer), is_asked=found.side == QuestionSide.ASKED,
        counts=[(kind, found.counts.get(kind, 0)) for kind in WORDS],
        least=max(found.counts.values(), default=0),
        pairs=[
            (rows, names.get(rows[0].answered_by), acts[rows[0].answered_by, rows[0].answered_at])
            for rows in sorted(pairs, key=lambda rows: bool(rows[0].answer))
        ],
        waiting=sum(not rows[0].answer for rows in pairs),
    )  # fmt: skip


def _name(number: int) -> str:
    """Who answered; the number of somebody whose name was removed."""
    found = person(number)
    return found.name if found else str(number)
