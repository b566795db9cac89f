"""Pages on which the next letter is written, checked and frozen."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.accounts.permissions import requires
from samen.core.errors import BadInput, SamenError
from samen.core.terms import LetterState, Role
from samen.core.writing.draft import Section, id_in
from samen.core.writing.formats.web import section_html
from samen.core.writing.render import Renderer
from samen.letters.actions import proposals
from samen.letters.actions import writing as actions
from samen.letters.forms import LetterForm, WordForm
from samen.letters.forms_of_letter import MAKERS, draft_file, media_type
from samen.letters.models import OutgoingLetter
from samen.letters.queries import writing as queries
from samen.letters.views.common import actor, content_of, spoken
from samen.letters.views.desk_page import desk_page
from samen.work import clock

DECISIONS = {"accept": proposals.accept_proposal, "reject": proposals.reject_proposal}


@require_http_methods(["GET", "POST"])
@requires(Role.PROGRAMME_TEAM)
def start(request: HttpRequest) -> HttpResponse:
    """Start the letter of a year: who writes, to whom, on which day."""
    form = LetterForm(_sent(request), today=clock.today())
    if form.is_valid():
        try:
            number = actions.start_letter(plan=form.plan(), by=actor(request), now=clock.now())
        except SamenError as error:
            form.add_error("on" if isinstance(error, BadInput) else "year", spoken(error))
        else:
            return redirect("letters:desk", number)
    status = 400 if form.errors else 200
    return render(request, "letters/start.html", {"form": form}, status=status)


@require_GET
@requires()
def desk(request: HttpRequest, number: int) -> HttpResponse:
    """The letter on the desk: sections, text, and what stands in the way."""
    on_desk = queries.desk(_letter(number))
    chosen = request.GET.get("deel", "")
    return desk_page(request, on_desk, chosen)


@require_POST
@requires(Role.PROGRAMME_TEAM)
def save(request: HttpRequest, number: int, key: str) -> HttpResponse:
    """Save a section; a text that somebody overtook stays in the box, with a word of warning."""
    title, body = request.POST.get("title", ""), request.POST.get("body", "")
    try:
        actions.save_section(
            letter=number,
            key=key,
            title=title,
            body=body,
            seen=id_in(request.POST.get("version", "")),
            by=actor(request),
            now=clock.now(),
        )
    except SamenError as error:
        kept = {"title": title, "body": body}
        return desk_page(request, queries.desk(_letter(number)), key, kept=kept, error=error)
    return redirect(f"{_address(number)}?deel={key}&gedaan=bewaard#{key}")


@require_POST
@requires(Role.PROGRAMME_TEAM)
def preview(request: HttpRequest, number: int) -> HttpResponse:
    """How a body reads, without saving it."""
    facts = queries.desk(_letter(number)).facts
    section = Section("voorbeeld", request.POST.get("title", ""), request.POST.get("body", ""))
    return HttpResponse(section_html(Renderer(facts).section(section)))


@require_POST
@requires(Role.PROGRAMME_TEAM)
def undo(request: HttpRequest, number: int, key: str) -> HttpResponse:
    """Take a section back one version: the one that the page showed."""
    seen = id_in(request.POST.get("version", ""))
    return _after(
        request,
        number,
        lambda: actions.undo_section(
            letter=number, key=key, seen=seen, by=actor(request), now=clock.now()
        ),
        f"?deel={key}&gedaan=terug#{key}",
    )


@require_POST
@requires(Role.PROGRAMME_TEAM)
def redraft(request: HttpRequest, number: int, key: str) -> HttpResponse:
    """Write a section again from the register; the page offers the way back."""
    shown = request.POST.get("version")
    seen = id_in(shown) if shown else None
    return _after(
        request,
        number,
        lambda: actions.redraft_section(
            letter=number, key=key, by=actor(request), now=clock.now(), seen=seen
        ),
        f"?deel={key}&gedaan=herschreven#{key}",
    )


@require_POST
@requires(Role.PROGRAMME_TEAM)
def new_figure(request: HttpRequest, number: int, key: str) -> HttpResponse:
    """Put in the figure that came in the place of another; the page offers the way back."""
    return _after(
        request,
        number,
        lambda: actions.put_in_new_figure(
            letter=number, key=key, figure=request.POST.get("figure", ""),
            seen=id_in(request.POST.get("version", "")), by=actor(request), now=clock.now(),
        ),
        f"?deel={key}&gedaan=vervangen#{key}",
    )  # fmt: skip


@require_POST
@requires(Role.PROGRAMME_TEAM)
def add(request: HttpRequest, number: int) -> HttpResponse:
    """Add an empty section."""
    title = request.POST.get("title", "").strip() or gettext("New section")
    return _after(
        request,
        number,
        lambda: actions.add_section(letter=number, title=title, by=actor(request), now=clock.now()),
    )


@require_http_methods(["GET", "POST"])
@requires(Role.APPROVER)
def freeze(request: HttpRequest, number: int) -> HttpResponse:
    """Ask whether the letter is final, and on yes publish it: its files kept with hashes."""
    if request.method == "GET":
        on_desk = queries.desk(_letter(number))
        given = {
            "letter": on_desk.letter,
            "found": len(on_desk.findings),
            "blocking": len(on_desk.blocking),
            "files": list(MAKERS),
            "is_draft": on_desk.letter.state == LetterState.DRAFT,
        }
        return render(request, "letters/freeze.html", given)
    return _after(
        request,
        number,
        lambda: actions.freeze_letter(
            letter=number,
            because=request.POST.get("because", ""),
            by=actor(request),
            now=clock.now(),
        ),
    )


@require_POST
@requires(Role.PROGRAMME_TEAM)
def decide(request: HttpRequest, number: int, proposal: int) -> HttpResponse:
    """Accept or reject a change that came back from Word."""

    def act() -> None:
        decision = DECISIONS.get(request.POST.get("act", ""))
        if decision is None:
            raise BadInput(_("No decision was chosen."), "", _("Choose one of the two buttons."))
        decision(letter=number, proposal=proposal, by=actor(request), now=clock.now())

    return _after(request, number, act, "#voorstellen")


def _after(
    request: HttpRequest, number: int, act: Callable[[], object], where: str = ""
) -> HttpResponse:
    """Do an act and go back to the desk; what went wrong is said there."""
    try:
        act()
    except SamenError as error:
        return desk_page(request, queries.desk(_letter(number)), "", error=error)
    return redirect(f"{_address(number)}{where}")


@require_POST
@requires(Role.PROGRAMME_TEAM)
def bring_back(request: HttpRequest, number: int) -> HttpResponse:
    """Read a Word file back; its changes become proposals."""
    form = WordForm(request.POST, request.FILES)

    def act() -> None:
        if not form.is_valid():
            raise BadInput(_("No file was sent."), _("A .docx file."), _("Choose the file again."))
        came = proposals.read_word_back(
            letter=number,
            content=content_of(form.cleaned_data["word"]),
            by=actor(request),
            now=clock.now(),
        )
        told = ngettext("%(n)d change came back.", "%(n)d changes came back.", came) % {"n": came}
        messages.success(request, told if came else gettext("The file says what the letter says."))

    return _after(request, number, act, "#voorstellen")


@require_GET
@requires()
def download(request: HttpRequest, number: int, name: str) -> HttpResponse:
    """One file of the letter: frozen as it was kept, of a draft made now."""
    letter = _letter(number)
    if name not in MAKERS:
        raise Http404
    kept = queries.file_of(letter, name)
    on_desk = queries.desk(letter)
    try:
        content = bytes(kept.content) if kept else draft_file(name, on_desk.rendered)
    except SamenError as error:
        return desk_page(request, on_desk, "", error=error)
    answer = HttpResponse(content, content_type=media_type(name))
    answer["Content-Disposition"] = f'attachment; filename="{letter.year}-{name}"'
    return answer


def _letter(number: int) -> OutgoingLetter:
    letter = queries.letter_with(number)
    if letter is None:
        raise Http404
    return letter


def _sent(request: HttpRequest) -> QueryDict | None:
    """What a form sends; None on a page that only shows it."""
    return request.POST if request.method == "POST" else None


def _address(number: int) -> str:
    return reverse("letters:desk", args=[number])
