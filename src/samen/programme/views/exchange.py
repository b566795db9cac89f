"""The whole register out and in, and the House's motions and commitments."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samen.accounts.permissions import requires, roles_today
from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.core.terms import Role
from samen.programme import actions, queries
from samen.programme.forms import ImportForm
from samen.programme.sheets import LARGEST_FILE
from samen.programme.views.common import actor, download
from samen.programme.views.lists import XLSX
from samen.work import clock

FORMS: dict[str, tuple[str, Callable[[], bytes | str]]] = {
    "json": ("application/json", queries.register_json),
    "zip": ("application/zip", queries.register_csv),
    "xlsx": (XLSX, queries.register_workbook),
}


@requires()
@require_GET
def register(_request: HttpRequest, form: str) -> HttpResponse:
    """The whole register as a file."""
    if form not in FORMS:
        raise Http404
    kind, write = FORMS[form]
    return download(write(), kind, f"register-{clock.today().isoformat()}.{form}")


@requires()
@require_GET
def house(_request: HttpRequest) -> HttpResponse:
    """Motions and commitments in the House's field names."""
    content = queries.house_json(on=clock.today())
    return download(content, "application/json", "zaak-toezegging.json")


@requires()
@require_http_methods(["GET", "POST"])
def exchange(request: HttpRequest) -> HttpResponse:
    """What can go out and come in, and where the House's status differs from ours."""
    may_write = Role.PROGRAMME_TEAM in roles_today(request)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and may_write and form.is_valid():
        try:
            told = _take(request, form.cleaned_data["file"])
        except SamenError as error:
            form.add_error(None, in_words(error))
        else:
            messages.success(request, told)
            return redirect("programme:exchange")
    given = {
        "form": form,
        "may_write": may_write,
        "differences": queries.house_differences(on=clock.today()),
    }
    code = 200 if request.method == "GET" else 422 if may_write else 403
    return render(request, "programme/exchange.html", given, status=code)


def _take(request: HttpRequest, file: object) -> str:
    """Take a file in: a register knows itself by its first words, else it is the House's."""
    content = file.read(LARGEST_FILE + 1) if hasattr(file, "read") else b""
    if content[:2] == b"PK" or b"samen-register-" in content[:200]:
        done = actions.import_register(
            content=content,
            by=actor(request),
            now=clock.now(),
            may_move=Role.ADMINISTRATOR in roles_today(request),
        )
        return _told(done)
    taken = actions.import_from_house(
        content=content, today=clock.today(), by=actor(request), now=clock.now()
    )
    return gettext("%(added)s entries added, %(updated)s brought up to date.") % {
        "added": taken.added,
        "updated": taken.updated,
    }


def _told(done: actions.Imported) -> str:
    """What an import did, and who the register names for it."""
    counts = gettext("%(added)s rows added, %(same)s were there already.") % {
        "added": done.added,
        "same": done.same,
    }
    if done.is_moved:
        return f"{counts} {gettext('Who noted them and when were kept.')}"
    return f"{counts} {gettext('New rows are noted under your name, today.')}"
