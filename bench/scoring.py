"""Matches what was read with what is true: one to one, by words of the quote, best first."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bench.fields import FIELDS, right
from bench.names import canonical

Entry = dict[str, Any]

BY_NAME = frozenset({"organisation", "person", "programme", "region"})
"""Kinds of which a register wants each name once, wherever it stands."""
NOT_MARKED = frozenset({"quantity"})
"""Kinds that the truth files do not hold."""
_LOOSE_DATES = frozenset({"vague", "year", "recurring"})
_ENOUGH = 0.5
_LINE_SLACK = 1


@dataclass(frozen=True, slots=True)
class Tally:
    """What one letter gave for one kind.

    hits: pairs of (truth, found). misses: truths not found. extras: found and not true.
    fields: per field, right and asked.
    """

    hits: tuple[tuple[Entry, Entry], ...] = ()
    misses: tuple[Entry, ...] = ()
    extras: tuple[Entry, ...] = ()
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def counts(self) -> tuple[int, int, int]:
        """Hits, truths, found."""
        hits = len(self.hits)
        return hits, hits + len(self.misses), hits + len(self.extras)


def tokens(quote: str) -> list[str]:
    """The words and numbers of a quote, in lower case."""
    return re.findall(r"\w+", quote.lower())


def share(truth: Entry, found: Entry, *, strict: bool = False) -> float:
    """The part of the shorter quote (strict: of the longer) that both have, 0 to 1.

    A motion may be quoted at any place where the letter speaks of it. Quotes on different
    lines share nothing.
    """
    places = [truth, *truth.get("also", [])]
    return max(_share_at(place, found, strict) for place in places)


def _share_at(place: Entry, found: Entry, strict: bool) -> float:
    apart = (
        found["line"] > place["line_end"] + _LINE_SLACK
        or found["line_end"] < place["line"] - _LINE_SLACK
    )
    mine, theirs = Counter(tokens(place["quote"])), Counter(tokens(found["quote"]))
    sizes = (mine.total(), theirs.total())
    whole = max(sizes) if strict else min(sizes)
    if apart or not whole:
        return 0.0
    return (mine & theirs).total() / whole


def match(kind: str, truths: list[Entry], found: list[Entry], *, strict: bool = False) -> Tally:
    """One letter's tally for one kind."""
    if kind in BY_NAME:
        found = list({canonical(f["name"]): f for f in reversed(found)}.values())
    candidates = _pairs(kind, truths, found, strict)
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, t, f in candidates:
        if t not in taken and f not in used:
            taken[t] = f
            used.add(f)
    hits = [(truths[t], found[f]) for t, f in taken.items() if not truths[t].get("optional")]
    misses = [x for i, x in enumerate(truths) if i not in taken and not x.get("optional")]
    extras = [x for i, x in enumerate(found) if i not in used and _counts(x)]
    return Tally(tuple(hits), tuple(misses), tuple(extras), _fields(kind, hits))


def _pairs(
    kind: str, truths: list[Entry], found: list[Entry], strict: bool
) -> list[tuple[float, int, int]]:
    """Possible matches, best first; equal fields decide between equal quotes."""
    pairs = []
    for t, truth in enumerate(truths):
        for f, one in enumerate(found):
            value = _likeness(kind, truth, one, strict)
            if value >= _ENOUGH:
                same = sum(right(kind, name, truth, one) is True for name in FIELDS.get(kind, ()))
                pairs.append((value + same / 8 - bool(truth.get("optional")) / 100, t, f))
    return sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2]))


def _likeness(kind: str, truth: Entry, found: Entry, strict: bool) -> float:
    if kind in BY_NAME:
        names = (found["name"], found.get("abbreviation") or found["name"])
        return float(any(_same_name(truth["name"], name) for name in names))
    if kind == "footnote":
        return float(truth["number"] == found["number"])
    return share(truth, found, strict=strict)


def _same_name(one: str, other: str) -> bool:
    """Whether two names are one; a name that ends on the other counts (initials, a title)."""
    a, b = canonical(one), canonical(other)
    return a == b or (min(len(a), len(b)) > 4 and (a.endswith(f" {b}") or b.endswith(f" {a}")))


def _counts(found: Entry) -> bool:
    """Bare years and vague dates are left out on both sides: whether they are dates is taste."""
    return not (found["kind"] == "date" and found.get("precision") in _LOOSE_DATES)


def _fields(kind: str, hits: list[tuple[Entry, Entry]]) -> dict[str, tuple[int, int]]:
    """Per field: right, asked."""
    scores = {}
    for name in FIELDS.get(kind, ()):
        answers = [right(kind, name, truth, found) for truth, found in hits]
        asked = [answer for answer in answers if answer is not None]
        scores[name] = (sum(asked), len(asked))
    return scores
