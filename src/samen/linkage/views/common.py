"""What the pages of linking share: who may open them."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from samen.linkage.holding import may_link, refused
from samen.purposes.inside import Purpose
from samen.register.views.common import in_purpose

type Page[**P] = Callable[Concatenate[HttpRequest, Purpose, P], HttpResponse]


def linking[**P](page: Page[P]) -> Callable[..., HttpResponseBase]:
    """A page inside a purpose, for who may link in it."""

    @in_purpose
    @wraps(page)
    def opened(
        request: HttpRequest, purpose: Purpose, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        if not may_link(purpose):
            raise refused()
        return page(request, purpose, *args, **kwargs)

    return opened


def place(purpose: Purpose) -> tuple[Any, ...]:
    """The first words of every address inside a purpose."""
    return purpose.membership.pk, purpose.ground
