"""Who may open a page: a person with one of its roles, today.

A view without `requires`, `signed_in` or `public` is refused by the tests in tests/access.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from samen.accounts import queries
from samen.core.terms import Role
from samen.work import clock

ANY_ROLE = frozenset(Role)
REQUEST_ROLES = "samen_roles"

type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def requires[**P](*roles: Role) -> Callable[[View[P]], View[P]]:
    """A decorator that lets in who has one of `roles` today; without roles: any role."""
    wanted = frozenset(roles) or ANY_ROLE

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not roles_today(request) & wanted:
                return refusal(request, wanted)
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def signed_in[**P](view: View[P]) -> View[P]:
    """A decorator that lets in every signed-in person, with a role or without."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return guarded


def public[**P](view: View[P]) -> View[P]:
    """A mark for a view that everybody may open; it changes nothing."""
    return view


def roles_today(request: HttpRequest) -> frozenset[Role]:
    """The roles of the person behind a request on today's date, asked for once a request."""
    if not request.user.is_authenticated:
        return frozenset()
    known = getattr(request, REQUEST_ROLES, None)
    if known is None:
        known = queries.roles_of(request.user.pk, on=clock.today())
        setattr(request, REQUEST_ROLES, known)
    return cast(frozenset[Role], known)


def refusal(request: HttpRequest, wanted: frozenset[Role]) -> HttpResponse:
    """The 403 page that says which role is missing and who can give it."""
    given = {
        "wanted": sorted(wanted),
        "has_role": bool(roles_today(request)),
        "administrators": queries.administrators(on=clock.today()),
    }
    return render(request, "accounts/refused.html", given, status=403)
