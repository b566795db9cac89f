"""What the pages of incoming letters share: errors in words, and who may decide."""

from http import HTTPStatus

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from samen.accounts.permissions import roles_today
from samen.core.errors import BadInput, Conflict, SamenError, TooBig, Unreadable
from samen.core.reading.formats import MOST_BYTES
from samen.core.terms import Role
from samen.letters.models import IncomingLetter
from samen.letters.queries import review as queries
from samen.programme.actions.wording import Actor


def spoken(error: SamenError) -> str:
    """An error in the reader's language."""
    return error.in_words(gettext)


def actor(request: HttpRequest) -> Actor:
    """The person behind a request that `requires` let in."""
    if not request.user.is_authenticated:
        raise BadInput(_("You are not signed in."), "", _("Sign in again."))
    return request.user


def status_of(error: SamenError) -> HTTPStatus:
    """The status of a page that says this error."""
    for kind, status in (
        (Conflict, HTTPStatus.CONFLICT),
        (TooBig, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
        (Unreadable, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
        (BadInput, HTTPStatus.BAD_REQUEST),
    ):
        if isinstance(error, kind):
            return status
    return HTTPStatus.UNPROCESSABLE_ENTITY


def content_of(file: "UploadedFile[bytes]") -> bytes:
    """The bytes of a file that was sent. Raises TooBig, before they are read."""
    size = file.size or 0
    if size > MOST_BYTES:
        raise TooBig(
            _("The file is {size} MB."),
            _("At most {most} MB is allowed."),
            _("Split the letter, or save it without its pictures."),
            size=size // 1024 // 1024,
            most=MOST_BYTES // 1024 // 1024,
        )
    return bytes(file.read())


def letter_or_404(number: int) -> IncomingLetter:
    letter = queries.letter_with(number)
    if letter is None:
        raise Http404
    return letter


def may_decide(request: HttpRequest) -> bool:
    return Role.PROGRAMME_TEAM in roles_today(request)
