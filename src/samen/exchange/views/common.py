"""What the pages of this room share: who may open them."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.core.terms import MemberRole
from samen.exchange.holding import may_ask, refused
from samen.purposes.inside import Purpose
from samen.register.views.common import in_purpose, status_of

type Page[**P] = Callable[Concatenate[HttpRequest, Purpose, P], HttpResponse]


def may_see(purpose: Purpose) -> bool:
    """Whether questions and agreements are shown: to who asks, and to privacy officers."""
    return may_ask(purpose) or purpose.role == MemberRole.PRIVACY_OFFICER


def _for(may: Callable[[Purpose], bool]) -> Callable[[Page[Any]], Callable[..., HttpResponseBase]]:
    def decorate(page: Page[Any]) -> Callable[..., HttpResponseBase]:
        @in_purpose
        @wraps(page)
        def opened(
            request: HttpRequest, purpose: Purpose, /, *args: Any, **kwargs: Any
        ) -> HttpResponse:
            if not may(purpose):
                raise refused()
            return page(request, purpose, *args, **kwargs)

        return opened

    return decorate


asking = _for(may_ask)
seeing = _for(may_see)


def place(purpose: Purpose) -> tuple[Any, ...]:
    """The first words of every address inside a purpose."""
    return purpose.membership.pk, purpose.ground


def told(form: forms.Form, error: SamenError) -> int:
    """Say an error at the top of a form; the status of the page."""
    form.add_error(None, in_words(error))
    return status_of(error)
