"""What a publication is called: an address of a page by the words in it, all else as it stands.

Many figures have nothing but an address as their publication. Its last words tell a reader more
than the whole of it, which stays behind the name as a link.
"""

import re

BETWEEN = "; "
_ADDRESS = re.compile(
    r"(?P<scheme>https?://)?(?:www\.)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?P<path>/\S*)",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")


def parts(publication: str) -> list[tuple[str, str]]:
    """The publications that a source names: what each is called, and its address or ""."""
    return [_part(each) for each in publication.split(BETWEEN) if each.strip()]


def called(publication: str) -> str:
    """What a source is called: Jaarcijfers van 2013 (comensha.nl)."""
    return BETWEEN.join(name for name, _address in parts(publication))


def _part(words: str) -> tuple[str, str]:
    found = _ADDRESS.fullmatch(words.strip())
    if found is None:
        return words, ""
    address = words.strip() if found["scheme"] else f"https://{words.strip()}"
    path = re.split(r"[?#]", found["path"])[0]
    told = [each for piece in path.split("/") if _WORD.search(each := _ENDING.sub("", piece))]
    if not told:
        return found["host"], address
    name = re.sub(r"[-_+]+", " ", told[-1]).strip()
    return f"{name[:1].upper()}{name[1:]} ({found['host']})", address
