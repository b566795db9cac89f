"""A published series from a file: what is doubted of it first, then it is taken in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from samen.accounts.permissions import requires
from samen.core.errors import SamenError
from samen.core.publishing.doubts import Doubt
from samen.core.terms import Role
from samen.programme.actions.importing import Look, look_at_figures, take_in_figures
from samen.programme.figures_file import COLUMNS, NEEDED
from samen.programme.forms import FiguresForm
from samen.programme.views.common import actor
from samen.work import clock


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def figures(request: HttpRequest) -> HttpResponse:
    """Look at a file, or take in what was looked at."""
    form = FiguresForm(request.POST or None, request.FILES or None)
    given: dict[str, object] = {"form": form, "needed": NEEDED, "others": COLUMNS[len(NEEDED) :]}
    if request.method == "POST" and form.is_valid():
        content = form.content()
        act = take_in_figures if request.POST.get("act") == "take" else look_at_figures
        try:
            look = act(content, by=actor(request), now=clock.now())
        except SamenError as error:
            given |= {"error": error}
        else:
            if act is take_in_figures:
                told = ngettext("%(n)d new value was taken in.", "%(n)d new values were taken in.",
                                look.added) % {"n": look.added}  # fmt: skip
                messages.success(request, told)
                return redirect("programme:indicators")
            form = FiguresForm(initial={"text": content.decode("utf-8-sig")})
            given |= {"look": look, "doubts": _in_words(look), "form": form}
    code = 422 if "error" in given or form.errors else 200
    return render(request, "programme/import_figures.html", given, status=code)


def _in_words(look: Look) -> list[tuple[str, list[tuple[str, ...]]]]:
    return [(title, [said(doubt) for doubt in doubts]) for title, doubts in look.doubts.items()]


def said(doubt: Doubt) -> tuple[str, ...]:
    """What was found, what was expected and what to do, in the reader's language."""
    return tuple(gettext(each).format(**doubt.values) for each in doubt.sentences)
