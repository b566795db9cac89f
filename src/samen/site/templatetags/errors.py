"""An error in the reader's language."""

from django import template
from django.utils.translation import gettext

from samen.core.errors import SamenError

register = template.Library()


@register.filter
def in_words(error: object) -> str:
    """The message of an error, translated sentence by sentence."""
    return error.in_words(gettext) if isinstance(error, SamenError) else str(error)
