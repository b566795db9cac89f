"""What does not hold is withdrawn with a reason, and a withdrawal is taken back."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samen.accounts.permissions import requires
from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.core.terms import Role
from samen.programme import actions, queries
from samen.programme.forms import ReasonForm
from samen.programme.views.common import actor, attempt, offer_undo, theme_at
from samen.programme.views.entries import life_at
from samen.work import clock

type Withdraw = Callable[[str], None]


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def entry(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Withdraw an entry."""
    life = life_at(kind, number)
    address = reverse("programme:entry", args=[kind, number])
    return _page(
        request,
        lambda why: actions.withdraw_entry(entry=number, reason=why, now=clock.now()),
        what=life.title,
        back=address,
        undo=reverse("programme:restore", args=[kind, number]),
    )


@requires(Role.PROGRAMME_TEAM)
@require_POST
def restore(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Take the withdrawal of an entry back."""
    life_at(kind, number)
    _restore(request, lambda: actions.restore_entry(entry=number))
    return redirect("programme:entry", kind=kind, number=number)


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """Withdraw a theme."""
    row = theme_at(slug)
    return _page(
        request,
        lambda why: actions.withdraw_theme(theme=row.pk, reason=why, now=clock.now()),
        what=row.name,
        back=reverse("programme:themes"),
        undo=reverse("programme:restore_theme", args=[slug]),
    )


@requires(Role.PROGRAMME_TEAM)
@require_POST
def restore_theme(request: HttpRequest, slug: str) -> HttpResponse:
    """Take the withdrawal of a theme back."""
    row = theme_at(slug)
    _restore(request, lambda: actions.restore_theme(theme=row.pk))
    return redirect("programme:themes")


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def figure(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Withdraw a figure."""
    found = queries.figure_with_id(figure=number)
    if found is None or found.code != code:
        raise Http404
    value = found.words if found.value is None else f"{found.value.normalize():f}"
    return _page(
        request,
        lambda why: actions.withdraw_figure(
            figure=number, reason=why, by=actor(request), now=clock.now()
        ),
        what=f"{found.name}, {found.year}: {value} ({found.publication})",
        back=reverse("programme:indicator", args=[code]),
        undo=reverse("programme:restore_figure", args=[code, number]),
    )


@requires(Role.PROGRAMME_TEAM)
@require_POST
def restore_figure(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take the withdrawal of a figure back."""
    _restore(request, lambda: actions.restore_figure(figure=number, now=clock.now()))
    return redirect("programme:indicator", code=code)


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def target(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Withdraw a target."""
    found = queries.target_with_id(target=number)
    if found is None or found.indicator != queries.indicator_with_code(code=code):
        raise Http404
    value = found.words if found.value is None else f"{found.value.normalize():f}"
    return _page(
        request,
        lambda why: actions.withdraw_target(
            target=number, reason=why, by=actor(request), now=clock.now()
        ),
        what=gettext("Target for %(year)s: %(value)s") % {"year": found.year, "value": value},
        back=reverse("programme:indicator", args=[code]),
        undo=reverse("programme:restore_target", args=[code, number]),
    )


@requires(Role.PROGRAMME_TEAM)
@require_POST
def restore_target(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take the withdrawal of a target back."""
    _restore(request, lambda: actions.restore_target(target=number, now=clock.now()))
    return redirect("programme:indicator", code=code)


def _page(
    request: HttpRequest, withdraw: Withdraw, *, what: str, back: str, undo: str
) -> HttpResponse:
    """The page that asks for the reason; done, the next page offers to take it back."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(form.cleaned_data["reason"])
        except SamenError as error:
            form.add_error(None, in_words(error))
        else:
            offer_undo(request, gettext("Withdrawn."), undo)
            return redirect(back)
    given = {"form": form, "what": what, "back": back}
    code = 422 if request.method == "POST" else 200
    return render(request, "programme/withdraw.html", given, status=code)


def _restore(request: HttpRequest, act: Callable[[], None]) -> None:
    if attempt(request, act):
        messages.success(request, gettext("It stands again, as it was."))
