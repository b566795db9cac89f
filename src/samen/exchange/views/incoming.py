"""Where another house sends its questions: signed, taken once, answered with signed bytes."""

from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_noop as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from samen.accounts.permissions import public
from samen.accounts.sentences import in_words
from samen.core.errors import Refused, SamenError
from samen.core.exchange.messages import MOST_BYTES
from samen.exchange import actions_of_answering as answering
from samen.exchange.line import STEP
from samen.exchange.queries import running_peer
from samen.exchange.signing import Signed, checked
from samen.register.views.common import REQUEST_NUMBER, status_of
from samen.work import clock

KIND = "application/octet-stream"
FORGET_AFTER = timedelta(days=1)


@csrf_exempt
@public
@require_POST
def incoming(request: HttpRequest, number: UUID) -> HttpResponse:
    """One message of the other organisation of an agreement, and the answer to it.

    What is refused is said in one English sentence, since the reader is another house.
    """
    now = clock.now()
    peer = running_peer(number, clock.today())
    try:
        if peer is None:
            raise Refused(
                _("There is no agreement with this number that has effect today."),
                _("An approved one has, from its first to its last day."),
                _("Ask the contact of the other organisation."),
            )
        body = request.read(MOST_BYTES + 1)
        asked = checked(request.headers, body, key=peer.key, place=request.path, now=now)
        answering.forget_requests(before=now - FORGET_AFTER)
        answering.take_request(peer, asked.nonce, now=now)
        step = request.headers.get(STEP, "")
        number_of_request = str(request.META.get(REQUEST_NUMBER, ""))
        content = answering.receive(
            peer, body, step, now=now, today=clock.today(), request=number_of_request
        )
    except SamenError as error:
        return _refused(error, HTTPStatus.NOT_FOUND if peer is None else status_of(error))
    answer = HttpResponse(content, content_type=KIND)
    signed = Signed(now.isoformat(), asked.nonce, asked.nonce)
    for name, value in signed.headers(peer.pk, content).items():
        answer[name] = value
    answer["Cache-Control"] = "no-store"
    return answer


def _refused(error: SamenError, status: int) -> HttpResponse:
    with override("en"):
        words = in_words(error)
    if status == HTTPStatus.UNPROCESSABLE_ENTITY:
        status = HTTPStatus.SERVICE_UNAVAILABLE
    answer = JsonResponse({"error": str(words)}, status=status)
    answer["Cache-Control"] = "no-store"
    return answer
