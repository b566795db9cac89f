"""How people come in: by invitation, never by signing up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody makes an account for themselves; an administrator invites."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
