"""Vocabulary of asking without names as people read it."""

from django import template

from samen.exchange.labels import key_words, label

register = template.Library()


@register.filter
def exchanging(word: object, table: str) -> str:
    """A stored word as the reader calls it: {{ hit.answer|exchanging:"answer" }}."""
    return label(table, str(word))


@register.filter
def key_name(word: str) -> str:
    """What a key is, in words."""
    return key_words(word)
