"""What the pages of this room share."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from samen.accounts.sentences import in_words
from samen.core.errors import SamenError

_HERE = ZoneInfo("Europe/Amsterdam")


def tell(request: HttpRequest, error: SamenError) -> None:
    messages.error(request, in_words(error))


def end_of(day: object) -> datetime | None:
    """The last moment of a day here; None for no day."""
    if not hasattr(day, "toordinal"):
        return None
    start = datetime.combine(datetime.fromordinal(day.toordinal()).date(), time(), _HERE)
    return (start + timedelta(days=1)).astimezone(UTC)


def download(content: bytes | str, kind: str, name: str) -> HttpResponse:
    """A file to keep."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
