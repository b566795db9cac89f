"""One's own account, the first password, organisations and offices."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from samen.accounts import actions, forms, queries
from samen.accounts.permissions import public, requires, roles_today, signed_in
from samen.accounts.sentences import in_words
from samen.core.errors import Refused, SamenError
from samen.core.terms import OrganisationKind, Role

BACKEND = "django.contrib.auth.backends.ModelBackend"
MAY_WRITE = frozenset({Role.PROGRAMME_TEAM, Role.ADMINISTRATOR})


@signed_in
@require_GET
def me(request: HttpRequest) -> HttpResponse:
    """One's own account."""
    return render(request, "accounts/me.html")


@public
@require_GET
def forgotten(request: HttpRequest) -> HttpResponse:
    """What somebody does who forgot their password: Samen sends no mail."""
    return render(request, "accounts/forgotten.html")


@signed_in
def own_addresses(_request: HttpRequest) -> HttpResponse:
    """The address to sign in with is the administrator's to change."""
    return redirect("accounts:me")


@public
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def first_password(request: HttpRequest, number: str, token: str) -> HttpResponse:
    """Where a one-time link leads: a first password, and in."""
    user = actions.invited(number, token)
    if user is None:
        return render(request, "accounts/link_used.html", status=410)
    form = forms.PasswordForm(request.POST if request.method == "POST" else None, user=user)
    if form.is_valid():
        password = form.cleaned_data["password"]
        try:
            user = actions.set_first_password(number=number, token=token, password=password)
        except Refused:  # somebody else used it since this page was shown
            return render(request, "accounts/link_used.html", status=410)
        login(request, user, backend=BACKEND)
        messages.success(request, _("Your password is set. Welcome."))
        return redirect("accounts:me")
    return render(request, "accounts/first_password.html", {"form": form, "person": user})


@requires()
@require_http_methods(["GET", "POST"])
def organisations(request: HttpRequest) -> HttpResponse:
    """Every body that takes part; who may write adds one."""
    form = _writing_form(request, forms.OrganisationForm)
    if form is not None and form.is_valid():
        given = dict(form.cleaned_data)
        given["kind"] = OrganisationKind(given["kind"])
        if _done(form, lambda: actions.add_organisation(**given)):
            messages.success(request, _("Added: %(name)s.") % {"name": given["name"]})
            return redirect("accounts:organisations")
    given = {"organisations": queries.organisations(), "form": form}
    return render(request, "accounts/organisations.html", given)


@requires()
@require_http_methods(["GET", "POST"])
def offices(request: HttpRequest) -> HttpResponse:
    """Every office and who holds it; who may write adds one."""
    form = _writing_form(request, forms.OfficeForm)
    if form is not None and form.is_valid():
        given = dict(form.cleaned_data)
        given["organisation"] = given["organisation"].pk
        if _done(form, lambda: actions.add_office(**given)):
            messages.success(request, _("Added: %(name)s.") % {"name": given["title"]})
            return redirect("accounts:offices")
    return render(request, "accounts/offices.html", {"offices": queries.offices(), "form": form})


@requires()
@require_http_methods(["GET", "POST"])
def office(request: HttpRequest, number: int) -> HttpResponse:
    """One office: who held it when; who may write appoints."""
    form = _writing_form(request, forms.TenureForm)
    found = queries.office(number)
    if found is None:
        raise Http404
    if form is not None and form.is_valid():
        given = dict(form.cleaned_data)
        if _done(form, lambda: actions.appoint(office=number, **given)):
            messages.success(request, _("Noted: %(name)s.") % {"name": given["holder"]})
            return redirect("accounts:office", number)
    return render(request, "accounts/office.html", {"office": found, "form": form})


def _writing_form[F: Form](request: HttpRequest, kind: type[F]) -> F | None:
    """The form for who may write, filled in when it was sent; None for who only reads.

    Raises PermissionDenied when somebody who only reads sends it.
    """
    if not roles_today(request) & MAY_WRITE:
        if request.method == "POST":
            raise PermissionDenied
        return None
    return kind(request.POST if request.method == "POST" else None)


def _done(form: Form, act: Callable[[], object]) -> bool:
    """Do an act; when it is refused the form says why."""
    try:
        act()
    except SamenError as error:
        form.add_error(None, in_words(error))
        return False
    return True
