"""The fields of a registration, from `data/register`."""

from functools import cache
from pathlib import Path

from django.conf import settings

from samen.core.registration.fields import Field, read_fields

FILES = ("fields.csv", "codes.csv", "countries.csv")


@cache
def fields() -> dict[str, Field]:
    """The fields by name, in the order in which they are shown."""
    folder = Path(settings.ROOT) / "data" / "register"
    return read_fields(*((folder / name).read_text("utf-8").splitlines() for name in FILES))
