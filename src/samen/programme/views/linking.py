"""Entries that hang together: tied by a person, and untied again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samen.accounts.permissions import requires
from samen.core.terms import LinkRole, Role
from samen.programme import actions, queries
from samen.programme.forms import LinkForm
from samen.programme.queries import Tie
from samen.programme.views.common import attempt, number_in, offer_undo
from samen.programme.views.entries import life_at


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Choose the other entry, then say how the two hang together."""
    life = life_at(kind, number)
    query = request.GET.get("q", "")
    met = number_in(request.POST or request.GET, "met")
    other = queries.life_of(entry=met) if met is not None else None
    if other is None or other.id == life.id:
        hits = queries.entries_to_choose(entry=number, query=query, same_kind=False)
        return render(
            request, "programme/link_choose.html", {"life": life, "query": query, "hits": hits}
        )
    form = LinkForm(request.POST or None, initial={"met": other.id})
    if request.method == "POST" and form.is_valid():
        hangs, on, role = form.tie(number)
        if attempt(request, lambda: actions.link_entries(entry=hangs, other=on, role=role)):
            _offer(request, "programme:unlink", kind, number, (hangs, on, role))
            return redirect("programme:entry", kind=kind, number=number)
    code = 422 if request.method == "POST" else 200
    given = {"life": life, "other": other, "form": form}
    return render(request, "programme/link.html", given, status=code)


@requires(Role.PROGRAMME_TEAM)
@require_POST
def unlink(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Untie two entries; the next page offers to tie them again."""
    tie = _tie(request, life_at(kind, number).ties)
    if tie is not None:
        hangs, on = tie.pair
        role = LinkRole(tie.role)
        if attempt(request, lambda: actions.unlink_entries(entry=hangs, other=on, role=role)):
            _offer(request, "programme:relink", kind, number, (hangs, on, role))
    return redirect("programme:entry", kind=kind, number=number)


@requires(Role.PROGRAMME_TEAM)
@require_POST
def relink(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Undo the untying of two entries."""
    life_at(kind, number)
    hangs, on = number_in(request.POST, "hangs"), number_in(request.POST, "on")
    role = request.POST.get("role", "")
    if hangs is not None and on is not None and role in set(LinkRole):
        attempt(request, lambda: actions.link_entries(entry=hangs, other=on, role=LinkRole(role)))
    return redirect("programme:entry", kind=kind, number=number)


def _tie(request: HttpRequest, ties: tuple[Tie, ...]) -> Tie | None:
    hangs, on = number_in(request.POST, "hangs"), number_in(request.POST, "on")
    role = request.POST.get("role", "")
    return next((tie for tie in ties if (*tie.pair, tie.role) == (hangs, on, role)), None)


def _offer(
    request: HttpRequest, act: str, kind: str, number: int, tie: tuple[int, int, LinkRole]
) -> None:
    hangs, on, role = tie
    words = {
        "programme:unlink": gettext("The two are linked."),
        "programme:relink": gettext("The link is gone."),
    }
    address = reverse(act, args=[kind, number])
    offer_undo(request, words[act], address, hangs=hangs, on=on, role=role)
