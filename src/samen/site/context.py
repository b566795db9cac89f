"""What every page knows: the rooms that this person may enter."""

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, object]:
    return {"rooms": []}
