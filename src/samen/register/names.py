"""How a name is compared in a search: by the sound of its words, so that spelling counts less."""

from samen.core.matching.names import family_tokens, given_tokens, name_words, token
from samen.core.matching.sounds import heard

LONGEST_KEY = 200


def family_key(name: str) -> str:
    """The sounds of the words of a family name, without particles; "" for a name of nobody."""
    return " ".join(each.sound for each in family_tokens(name))[:LONGEST_KEY]


def given_key(name: str) -> str:
    """The sounds of given names; a short form sounds as the name that it is short for."""
    return " ".join(each.sound for each in given_tokens(name))[:LONGEST_KEY]


def beginnings(words: str) -> list[tuple[str, ...]]:
    """For each word of a search the sounds with which a key may begin: as it is, and as a name."""
    return [tuple(dict.fromkeys((heard(word), token(word).sound))) for word in name_words(words)]
