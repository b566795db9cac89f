"""How people come in: by invitation, never by signing up."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):
    """Nobody makes an account for themselves; an administrator invites."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False


class ClosedSideDoor(DefaultSocialAccountAdapter):
    """An organisation's own sign-in opens only accounts that were invited, of its own domains."""

    def is_open_for_signup(self, _request: HttpRequest, _login: SocialLogin) -> bool:
        return False

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        """Whether this provider may speak for an address: only for domains it was given."""
        domain = email.rpartition("@")[2].lower()
        return domain in settings.OIDC_DOMAINS.get(login.account.provider, ())
