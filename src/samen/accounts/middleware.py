"""Who must bring a second factor before anything else opens."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samen.accounts.permissions import roles_today

OPEN = ("/account/", "/taal", "/gezond", "/static/")


class SecondFactor:
    """Sends who has a role of SECOND_FACTOR_ROLES, but no second factor yet, to set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SECOND_FACTOR_ROLES and self._is_missing(request):
            messages.warning(request, _("Your role needs a second step when signing in."))
            return redirect("mfa_index")
        return self.get_response(request)

    def _is_missing(self, request: HttpRequest) -> bool:
        if request.path.startswith(OPEN) or not request.user.is_authenticated:
            return False
        if not roles_today(request) & settings.SECOND_FACTOR_ROLES:
            return False
        return not is_mfa_enabled(request.user)
