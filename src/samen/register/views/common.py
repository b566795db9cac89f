"""What the pages of the register share: an open purpose, and one page for who has none."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_noop as _

from samen.accounts.permissions import signed_in
from samen.core.errors import BadInput, Conflict, Refused, SamenError, TooBig, Unreadable
from samen.core.terms import Ground, MemberRole
from samen.purposes.inside import Purpose, inside
from samen.work import clock

READERS = frozenset({MemberRole.REGISTRAR, MemberRole.CASE_HOLDER, MemberRole.ANALYST})
WRITERS = READERS - {MemberRole.ANALYST}
STATUSES = (
    (Conflict, HTTPStatus.CONFLICT),
    (Refused, HTTPStatus.FORBIDDEN),
    (TooBig, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (Unreadable, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
    (BadInput, HTTPStatus.BAD_REQUEST),
)
OFFICERS = frozenset({MemberRole.PRIVACY_OFFICER})
REQUEST_NUMBER = "samen.request_id"

type Page[**P] = Callable[Concatenate[HttpRequest, Purpose, P], HttpResponse]


def in_purpose[**P](page: Page[P]) -> Callable[..., HttpResponseBase]:
    """A page inside the purpose that its address names: a membership and a ground.

    The page is written before the transaction ends, and shown only if the log has it.
    """
    return _opening(page, for_trace=False)


def in_trace[**P](page: Page[P]) -> Callable[..., HttpResponseBase]:
    """A page of the log: its privacy officer opens it after the processing ended too."""
    return _opening(page, for_trace=True)


def _opening[**P](page: Page[P], *, for_trace: bool) -> Callable[..., HttpResponseBase]:
    @signed_in
    @wraps(page)
    def opened(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        part, ground = kwargs.pop("part"), kwargs.pop("ground")
        try:
            with inside(
                membership=UUID(str(part)), user=request.user.pk or 0, ground=_ground(str(ground)),
                today=clock.today(), request=str(request.META.get(REQUEST_NUMBER, "")),
                for_trace=for_trace,
            ) as purpose:  # fmt: skip
                return page(request, purpose, *args, **kwargs)
        except (Refused, BadInput) as error:
            return refused(request, error)

    return opened


def _ground(word: str) -> Ground:
    if word not in list(Ground):
        raise Refused(
            _("There is no such ground."),
            _("A processing is opened on one of its grounds."),
            _("Choose the processing again."),
        )
    return Ground(word)


def refused(request: HttpRequest, error: SamenError) -> HttpResponse:
    """The page that says what was refused and where to go."""
    return render(request, "register/refused.html", {"error": error}, status=status_of(error))


def status_of(error: SamenError) -> HTTPStatus:
    """The status of a page that says this error."""
    return next((status for kind, status in STATUSES if isinstance(error, kind)),
                HTTPStatus.UNPROCESSABLE_ENTITY)  # fmt: skip


def shown(
    request: HttpRequest, purpose: Purpose, template: str, status: int = HTTPStatus.OK,
    **given: Any,
) -> HttpResponse:  # fmt: skip
    """A page with its purpose at the foot."""
    may = {"may_read": purpose.role in READERS, "may_write": purpose.role in WRITERS,
           "may_supervise": purpose.role in OFFICERS}  # fmt: skip
    every = {"purpose": purpose, "part": purpose.membership, **may, **given}
    answer = render(request, template, every, status=status)
    answer["Cache-Control"] = "no-store"
    return answer


def attached(content: bytes, name: str, kind: str) -> HttpResponse:
    """A file to fetch, which no browser keeps."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    answer["Cache-Control"] = "no-store"
    return answer


def require(purpose: Purpose, roles: frozenset[MemberRole]) -> None:
    """Raises Refused for who has another role in the processing."""
    if purpose.role in roles:
        return
    if roles == OFFICERS:
        raise Refused(
            _("Your part in this processing does not let you do this."),
            _("Its privacy officers do."),
            _("Ask one of the members on the page of the processing."),
        )
    raise Refused(
        _("Your part in this processing does not let you do this."),
        _("Members with another role in it may."),
        _("Ask one of the members on the page of the processing."),
    )
