"""A theme gets another name, and its old one back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samen.accounts.permissions import requires
from samen.core.terms import Role
from samen.programme import actions
from samen.programme.forms import ThemeForm
from samen.programme.views.common import attempt, offer_undo, theme_at


@requires(Role.PROGRAMME_TEAM)
@require_http_methods(["GET", "POST"])
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """Rename a theme; its address stays, and the old name can be put back."""
    row = theme_at(slug)
    form = ThemeForm(request.POST or None, initial={"name": row.name})
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        if attempt(request, lambda: actions.rename_theme(theme=row.pk, name=name)):
            words = gettext("“%(old)s” is now called “%(new)s”.") % {"old": row.name, "new": name}
            address = reverse("programme:rename_theme", args=[slug])
            offer_undo(request, words, address, name=row.name)
        return redirect("programme:themes")
    code = 422 if request.method == "POST" else 200
    given = {"form": form, "theme": row}
    return render(request, "programme/rename.html", given, status=code)
