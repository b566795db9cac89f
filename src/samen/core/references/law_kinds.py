"""Finds laws that a text calls by the wrong kind, such as a regulation called a directive."""

import re
from bisect import bisect_left

from samen.core.references.law_search import named_laws
from samen.core.references.laws import LawKind
from samen.core.references.paper_grammar import ONE
from samen.core.terms import Found

_REACH = 1200
"""Characters within which "de richtlijn" still speaks of the last law named."""
_SAID = re.compile(
    rf"(?<![\w-])(?:de|deze|die|nieuwe|voorgestelde|een|(?P<code>AVG|DSA|DMA)-)(?:{ONE})?"
    rf"(?:(?:nieuwe|voorgestelde|Europese){ONE})?(?P<kind>richtlijn|verordening)(?![\w-])"
    rf"(?!{ONE}(?:\(|\d|van de Raad))",
)
_KINDS = {"richtlijn": LawKind.DIRECTIVE, "verordening": LawKind.REGULATION}


def wrong_kind(text: str) -> list[Found[str]]:
    """Where a European law is called another kind than it is, with the reason in Dutch.

    "de richtlijn" is taken to speak of the last European law named before it, unless a law
    of that very kind was named within reach. A law named only in brackets is no subject.
    """
    european = [
        (start, law)
        for start, _, law in named_laws(text)
        if law.kind in _KINDS.values() and text[start - 1 : start] != "("
    ]
    starts = [start for start, _ in european]
    found = []
    for match in _SAID.finditer(text):
        said = _KINDS[match["kind"]]
        before = bisect_left(starts, match.start())
        near = [law for start, law in european[:before][-20:] if match.start() - start <= _REACH]
        if match["code"] or (near and _is_wrong(said, near[-1].kind, [law.kind for law in near])):
            about = match["code"] or near[-1].regime
            actual = LawKind.REGULATION if match["code"] else near[-1].kind
            if said is not actual:
                reason = f"{about} is een {actual.value}, geen {said.value}."
                found.append(Found(match.start(), match.end(), reason))
    return found


def _is_wrong(said: LawKind, about: LawKind, near: list[LawKind]) -> bool:
    return about is not said and said not in near
