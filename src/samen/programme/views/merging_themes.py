"""A theme goes up in another one, and is parted from it by the button that undoes it."""

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
from samen.programme import actions
from samen.programme.forms import ThemeMergeForm
from samen.programme.models import Theme
from samen.programme.views.common import attempt, number_in, numbers_in, offer_undo, theme_at
from samen.work import clock


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose the theme that this one goes up in, and say why."""
    theme = theme_at(slug)
    form = ThemeMergeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        into, reason = int(form.cleaned_data["into"]), form.cleaned_data["reason"]
        try:
            moved = actions.merge_themes(theme=theme.pk, into=into, reason=reason, now=clock.now())
        except SamenError as error:
            form.add_error(None, in_words(error))
        else:
            _offer(request, theme, into, moved)
            return redirect("programme:themes")
    code = 422 if request.method == "POST" else 200
    return render(
        request, "programme/merge_theme.html", {"form": form, "theme": theme}, status=code
    )


def _offer(request: HttpRequest, theme: Theme, into: int, moved: actions.MovedOver) -> None:
    words = gettext("“%(theme)s” was merged; entries moved: %(number)s.")
    offer_undo(
        request,
        words % {"theme": theme.name, "number": len(moved.entries)},
        reverse("programme:part_theme", args=[theme.slug]),
        into=into,
        entries=",".join(map(str, moved.entries)),
        themes=",".join(map(str, moved.themes)),
    )


@requires(Role.PROGRAMME_TEAM)
@require_POST
def part(request: HttpRequest, slug: str) -> HttpResponse:
    """Undo a merge of themes."""
    theme, into = theme_at(slug), number_in(request.POST, "into")
    if into is None:
        raise Http404
    moved = actions.MovedOver(
        numbers_in(request.POST, "entries"), numbers_in(request.POST, "themes")
    )
    if attempt(request, lambda: actions.part_themes(theme=theme.pk, into=into, moved=moved)):
        messages.success(request, gettext("It stands again, as it was."))
    return redirect("programme:themes")
