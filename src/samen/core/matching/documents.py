"""Numbers of identity documents, so that what looks alike is alike."""

import re

_PART = re.compile(r"[A-Z0-9]+")
_LOOKALIKE = str.maketrans("OILSBZ", "011582")
_SHORTEST = 5
_SERIES = 3
_WORDS = frozenset({"ID", "PP", "P", "BSN", "VNR", "V", "NR", "NO", "PAS"})
_KINDS = (
    ("bsn", re.compile(r"bsn|burgerservice|sofi")),
    ("vnr", re.compile(r"\bv-?\.?(nr|nummer)|vreemdeling")),
    ("passport", re.compile(r"pas|\bpp?\b")),
    ("card", re.compile(r"\bid|ident|kaart|card")),
    ("permit", re.compile(r"verblijf|permit|\bw-?document")),
)


def kind(value: str) -> str:
    """What kind of document a text names; '' for none. Other kinds never contradict each other."""
    text = value[:80].lower()
    return next((name for name, words in _KINDS if words.search(text)), "")


def document(value: str) -> str:
    """The number in a text such as 'paspoort NX12O4567': capitals, O as 0, I as 1; '' for none.

    The longest run of signs with two digits or more; a number that blanks or dots split is joined.
    """
    parts = _PART.findall(value[:80].upper())
    numbers = [part for part in parts if sum(sign.isdigit() for sign in part) >= 2]
    joined = max(numbers, key=len, default="")
    before = parts[parts.index(joined) - 1] if joined and parts.index(joined) else ""
    if before.isalpha() and len(before) <= _SERIES and before not in _WORDS:
        joined = before + joined
    if len(joined) < _SHORTEST:
        joined = "".join(part for part in parts if len(part) <= 4 or part in numbers)
        if sum(sign.isdigit() for sign in joined) < 4:
            return ""
    joined = joined.translate(_LOOKALIKE)
    return joined if len(joined) >= _SHORTEST and len(set(joined)) > 2 else ""
