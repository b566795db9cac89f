"""Pages about people, their organisations and what they may do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samen.accounts import queries
from samen.accounts.permissions import requires, signed_in
from samen.core.terms import Role


@signed_in
@require_GET
def me(request: HttpRequest) -> HttpResponse:
    """One's own account."""
    given = {"grants": queries.grants_of(request.user.pk or 0)}
    return render(request, "accounts/me.html", given)


@requires(Role.ADMINISTRATOR)
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Who has an account, and what they may do."""
    return render(request, "accounts/people.html", {"people": queries.people()})
