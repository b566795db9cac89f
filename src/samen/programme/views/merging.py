"""Two entries that are one: chosen by search, shown side by side, merged and parted again."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samen.accounts.permissions import requires
from samen.core.terms import Role
from samen.programme import actions, queries
from samen.programme.forms import MergeForm
from samen.programme.labels import KIND_ADDRESSES, label
from samen.programme.queries import Event, Life
from samen.programme.templatetags.programme_terms import day, fact
from samen.programme.views.common import attempt, number_in, offer_undo
from samen.programme.views.entries import life_at
from samen.work import clock


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison. is_sum: both sides are told together after the merge."""

    name: str
    one: str
    other: str
    is_sum: bool = False

    @property
    def differs(self) -> bool:
        return self.one != self.other and not self.is_sum


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Choose the other entry, look at both, and say which one stays."""
    life = life_at(kind, number)
    query = request.GET.get("q", "")
    met = number_in(request.POST or request.GET, "met")
    other = queries.life_of(entry=met) if met is not None else None
    if other is None or other.kind != life.kind or other.id == life.id:
        hits = queries.entries_to_choose(entry=number, query=query, same_kind=True)
        given = {"life": life, "query": query, "hits": hits}
        return render(request, "programme/merge_choose.html", given)
    form = MergeForm(request.POST or None, initial={"met": other.id, "stays": str(life.id)})
    form.set_choices(_named(life), _named(other))
    if request.method == "POST" and form.is_valid() and _merged(request, form, life, other):
        return redirect("programme:entry", kind=kind, number=int(form.cleaned_data["stays"]))
    given = {
        "life": life,
        "other": other,
        "form": form,
        "rows": _rows(life, other),
        "last": _last(life, other),
    }
    code = 422 if request.method == "POST" else 200
    return render(request, "programme/merge.html", given, status=code)


def _last(one: Life, other: Life) -> Event | None:
    """The status that holds once the two are told as one."""
    told = [event for life in (one, other) if (event := life.last_status) is not None]
    return max(
        told, key=lambda event: (event.on, event.known_at, event.status_id or 0), default=None
    )


def _merged(request: HttpRequest, form: MergeForm, life: Life, other: Life) -> bool:
    stays = int(form.cleaned_data["stays"])
    goes = other.id if stays == life.id else life.id
    if not attempt(request, lambda: actions.merge_entries(entry=goes, into=stays, now=clock.now())):
        return False
    kind = KIND_ADDRESSES[life.kind]
    offer_undo(
        request,
        gettext("The two are told as one from now on."),
        reverse("programme:part", args=[kind, goes]),
    )
    return True


@requires(Role.PROGRAMME_TEAM)
@require_POST
def part(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Undo a merge: both entries stand as they were."""
    life_at(kind, number)
    if attempt(request, lambda: actions.undo_merge(entry=number)):
        messages.success(request, gettext("The two are parted; each has its own page again."))
    return redirect("programme:entry", kind=kind, number=number)


def _rows(one: Life, other: Life) -> list[Row]:
    names = list(dict.fromkeys([*one.facts, *other.facts]))
    return [
        Row(gettext("What it is about"), one.title, other.title),
        Row(gettext("More about it"), one.detail, other.detail),
        Row(gettext("Theme"), one.theme, other.theme),
        Row(gettext("Who answers for it"), "; ".join(one.owners), "; ".join(other.owners)),
        Row(gettext("Status"), _status(one), _status(other)),
        Row(gettext("Term"), _term(one), _term(other)),
        *(Row(label("fact", name), _fact(one, name), _fact(other, name)) for name in names),
        _count(gettext("What happened"), len(one.events), len(other.events)),
        _count(gettext("What hangs on it"), len(one.ties), len(other.ties)),
    ]


def _named(life: Life) -> tuple[int, str]:
    return life.id, gettext("Entry %(number)s") % {"number": life.id} + f": {life.title}"


def _count(name: str, one: int, other: int) -> Row:
    return Row(name, str(one), str(other), is_sum=True)


def _status(life: Life) -> str:
    last = life.last_status
    return f"{label('status', last.status)}, {day(last.on)}" if last else ""


def _term(life: Life) -> str:
    last = life.last_status
    return (day(last.due) or last.due_words) if last else ""


def _fact(life: Life, name: str) -> str:
    return fact(life.facts[name], name) if name in life.facts else ""
