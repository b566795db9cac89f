"""How a name is compared in a search: without case, accents and signs."""

import unicodedata


def name_key(name: str) -> str:
    """The letters of a name in lower case, words apart; "" for a name without letters."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(c if c.isalpha() else " " for c in bare if not unicodedata.combining(c))
    return " ".join(kept.split())
