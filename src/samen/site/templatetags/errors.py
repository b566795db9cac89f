"""An error in the reader's language."""

from django import template

from samen.accounts import sentences
from samen.core.errors import SamenError

register = template.Library()


@register.filter
def in_words(error: object) -> str:
    """The message of an error, translated sentence by sentence."""
    return sentences.in_words(error) if isinstance(error, SamenError) else str(error)
