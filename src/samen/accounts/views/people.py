"""Who has an account, and what they may do: for administrators."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.accounts import actions, forms, queries
from samen.accounts.permissions import requires
from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.core.terms import Role
from samen.work import clock


@requires(Role.ADMINISTRATOR)
@require_GET
def everyone(request: HttpRequest) -> HttpResponse:
    """Every account with its roles today."""
    people = queries.people_with_roles(on=clock.today())
    return render(request, "accounts/people.html", {"people": people})


@requires(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Make an account; the answer shows the one-time link."""
    form = forms.InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        chosen = given["organisation"]
        try:
            invitation = actions.invite_user(
                email=given["email"],
                name=given["name"],
                organisation=chosen.pk if chosen else None,
                role=Role(given["role"]),
                same_as=given["same_as"].pk if given["same_as"] else None,
                today=clock.today(),
                by=request.user.pk,
            )
        except SamenError as error:
            form.add_error("email", in_words(error))
        else:
            return _show_link(request, invitation)
    return render(request, "accounts/invite.html", {"form": form})


@requires(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, number: int) -> HttpResponse:
    """One account: its roles with their periods, and a form to give one."""
    found = queries.person(number)
    if found is None:
        raise Http404
    form = forms.GrantForm(request.POST or None, initial={"start": clock.today()})
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data, role=Role(form.cleaned_data["role"]))
        try:
            actions.grant_role(user=number, by=request.user.pk, **given)
        except SamenError as error:
            form.add_error(None, in_words(error))
        else:
            messages.success(request, _("The role is given."))
            return redirect("accounts:person", number)
    grants = queries.grants_of(number)
    given = {"person": found, "form": form, "grants": grants, "today": clock.today(),
             "same_form": forms.SamePersonForm(of=found)}  # fmt: skip
    return render(request, "accounts/person.html", given)


@requires(Role.ADMINISTRATOR)
@require_POST
def same_person(request: HttpRequest, number: int) -> HttpResponse:
    """Note which account is of the same person."""
    found = queries.person(number)
    if found is None:
        raise Http404
    form = forms.SamePersonForm(request.POST, of=found)
    if not form.is_valid():
        messages.error(request, _("There is no such account."))
        return redirect("accounts:person", number)
    chosen = form.cleaned_data["same_as"]
    act = partial(actions.note_same_person, user=number, by=request.user.pk,
                  same_as=chosen.pk if chosen else None)  # fmt: skip
    return _act(request, number, act, _("It is noted whose account this is."))


@requires(Role.ADMINISTRATOR)
@require_POST
def close(request: HttpRequest, number: int) -> HttpResponse:
    """Close an account; its sessions end at once."""
    by = request.user.pk
    done = _("The account is closed. It can be opened again.")
    act = partial(actions.close_account, user=number, today=clock.today(), by=by)
    return _act(request, number, act, done)


@requires(Role.ADMINISTRATOR)
@require_POST
def end_role(request: HttpRequest, number: int, grant: int) -> HttpResponse:
    """Take a role away from today on."""
    by = request.user.pk
    act = partial(actions.end_role, grant=grant, user=number, today=clock.today(), by=by)
    return _act(request, number, act, _("The role is ended."))


@requires(Role.ADMINISTRATOR)
@require_POST
def reopen(request: HttpRequest, number: int) -> HttpResponse:
    """Open a closed account again; the answer shows a new one-time link."""
    return _give_link(request, number, lambda: actions.reopen_account(user=number))


@requires(Role.ADMINISTRATOR)
@require_POST
def new_link(request: HttpRequest, number: int) -> HttpResponse:
    """A new one-time link for who lost the first one or forgot the password."""
    return _give_link(request, number, lambda: actions.make_link(user=number))


def _give_link(
    request: HttpRequest, number: int, make: Callable[[], actions.Invitation]
) -> HttpResponse:
    if queries.person(number) is None:
        raise Http404
    try:
        invitation = make()
    except SamenError as error:
        messages.error(request, in_words(error))
        return redirect("accounts:person", number)
    return _show_link(request, invitation)


def _show_link(request: HttpRequest, invitation: actions.Invitation) -> HttpResponse:
    address = reverse("accounts:first_password", args=[invitation.number, invitation.token])
    given = {"person": invitation.user, "link": request.build_absolute_uri(address)}
    return render(request, "accounts/link.html", given)


def _act(request: HttpRequest, number: int, act: Callable[[], object], done: str) -> HttpResponse:
    if queries.person(number) is None:
        raise Http404
    try:
        act()
    except SamenError as error:
        messages.error(request, in_words(error))
    else:
        messages.success(request, done)
    return redirect("accounts:person", number)
