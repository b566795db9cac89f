"""An error as a sentence in the language of the page."""

from django.utils.formats import date_format
from django.utils.translation import gettext

from samen.core.errors import SamenError


def in_words(error: SamenError) -> str:
    """What was found, what is allowed, what to do; each part in the reader's language."""
    return error.in_words(gettext, lambda day: date_format(day, "j F Y"))
