"""Finds articles and laws in running text.

Assumption: an article without a law belongs to the law that the text names with the same
article number elsewhere, first before it, else after it; otherwise its law stays empty.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from samen.core.references import law_grammar as grammar
from samen.core.references.law_lookup import ANAPHOR, ITS_KIND, KIND_WORDS, WORD, Named, law_at
from samen.core.terms import Found

_MOST_ITEMS = 30
_REACH = 250
"""In characters, within which a paragraph still speaks of the law that it named."""
_KIND_REACH, _SPOKEN_OF, _NAMED = 1200, 8, 100
"""In characters and in laws, how far back "de richtlijn" may mean one; in laws, "genoemde"."""
_SENTENCE = 120
"""In characters, within which words on either side tell what an article is of."""
_BARE_CODES = frozenset({"Sr", "Sv", "BW", "EVRM", "Wpg", "Awb", "AVG", "IVRK", "VWEU"})
"""Laws whose articles are cited without "artikel", also where a number has no letter."""


@dataclass(frozen=True, slots=True)
class LegalRef:
    """An article of a law, or a law as a whole (article "").

    regime: short code, or the named act, or "" where the text does not say. part: the words
    for member, point or sentence. version: "oud", a year or a date, only if the text says so.
    """

    regime: str
    name: str
    article: str
    part: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class _Item:
    number: str
    part: str
    version: str
    end: int
    is_distinct: bool
    """The number cannot be a plain count: it has a letter, a colon or the word article."""


@dataclass(frozen=True, slots=True)
class _Citation:
    """Articles cited together, and their law."""

    start: int
    end: int
    items: tuple[_Item, ...]
    law: Named | None
    version: str = ""
    may_carry: bool = True


def find_laws(text: str) -> list[Found[LegalRef]]:
    """Every article and every named law of a text, in order of place.

    Articles cited together ("artikelen 8 en 10 van de Wpg") are apart, with one span; of a
    range only the two ends that the text names.
    """
    names = list(named_laws(text))
    ends = [end for _, end, _ in names]
    citations = _citations(text, names, ends)
    found = _carried(text, citations, names)
    covered = sorted((c.start, c.end) for c in citations)
    found.extend(_alone(names, covered))
    return sorted(found, key=lambda item: (item.start, item.end))


def named_laws(text: str) -> Iterator[tuple[int, int, Named]]:
    """Start, end and law of every name of a law, also inside citations."""
    end = 0
    for word in WORD.finditer(text):
        if word.start() < end:
            continue
        if law := law_at(text, word.start()):
            end = law.end
            yield (word.start(), law.end, law)


def _alone(
    names: list[tuple[int, int, Named]], covered: list[tuple[int, int]]
) -> Iterator[Found[LegalRef]]:
    """Laws named outside every citation of an article."""
    starts = [start for start, _ in covered]
    for start, end, law in names:
        before = bisect_right(starts, start) - 1
        is_covered = before >= 0 and start < covered[before][1]
        if not is_covered and not law.needs_article:
            yield Found(start, end, LegalRef(law.regime, law.name, ""))


def _citations(text: str, names: list[tuple[int, int, Named]], ends: list[int]) -> list[_Citation]:
    """Citations with the word article, and the bare ones outside them."""
    worded: list[_Citation] = []
    for match in grammar.ARTICLE.finditer(text):
        if worded and match.start() < worded[-1].end:
            continue
        if citation := _worded(text, match, names, ends):
            worded.append(citation)
    bare: list[_Citation] = []
    spans = [(c.start, c.end) for c in worded]
    starts = [start for start, _ in spans]
    for match in grammar.BARE.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        is_inside = index >= 0 and match.start() < spans[index][1]
        if is_inside or (bare and match.start() < bare[-1].end):
            continue
        if citation := _bare(text, match, names, ends):
            bare.append(citation)
    return sorted([*worded, *bare], key=lambda c: c.start)


def _worded(
    text: str, match: re.Match[str], names: list[tuple[int, int, Named]], ends: list[int]
) -> _Citation | None:
    first = _item(match, is_distinct=True)
    if match["former"]:
        first = replace(first, version="oud")
    is_plural = match["word"].lower().rstrip(".") in {"artikelen", "wetsartikelen", "artt"}
    items = [first]
    law = _law_after(text, first.end, names, ends)
    while law is None and len(items) < _MOST_ITEMS:
        more = grammar.ITEM.match(text, items[-1].end)
        if more is None:
            break
        items.append(_item(more, is_distinct=bool(more["word"])))
        law = _law_after(text, items[-1].end, names, ends)
    if law is not None:
        return _with_law(text, match.start(), items, law)
    return _without_law(text, match, _believed(items, is_plural=is_plural), names, ends)


def _believed(items: list[_Item], *, is_plural: bool) -> list[_Item]:
    """The items that are articles though no law follows: a count may stand beside them."""
    kept = items[:1]
    for item in items[1:]:
        if not (is_plural or item.is_distinct):
            break
        kept.append(item)
    return kept


def _without_law(
    text: str,
    match: re.Match[str],
    items: list[_Item],
    names: list[tuple[int, int, Named]],
    ends: list[int],
) -> _Citation | None:
    end = items[-1].end
    if before := _law_before(text, match.start(), names, ends):
        start, law = before
        return _Citation(start, end, tuple(items), law)
    number = items[0].number
    is_year = number.isdigit() and 1900 <= int(number) <= 2099
    if is_year or _is_no_law(text, match.start(), end):
        return None
    if number.isdigit() and _is_agreed(text, match.start(), end, ends):
        return None
    may_carry = grammar.OTHER_OWNER.match(text, end) is None
    return _Citation(match.start(), end, tuple(items), None, may_carry=may_carry)


def _is_no_law(text: str, start: int, end: int) -> bool:
    """Whether an article is one of a budget, a contract or a newspaper."""
    before = grammar.NO_LAW_BEFORE.search(text, max(0, start - 45), start)
    is_row = grammar.IN_A_BUDGET.match(text, end) is not None
    if is_row or before is not None or grammar.NO_LAW_AFTER.match(text, end):
        return True
    at_place = grammar.BUDGET_PLACE.search(text, max(0, start - 20), start)
    if not (at_place or grammar.BUDGET_TITLE.match(text, end)):
        return False
    stop = text.find(". ", end, end + _SENTENCE)
    first = text.rfind(". ", max(0, start - _SENTENCE), start) + 1 or max(0, start - _SENTENCE)
    return grammar.MONEY.search(text, first, stop if stop > 0 else end + _SENTENCE) is not None


def _is_agreed(text: str, start: int, end: int, ends: list[int]) -> bool:
    """Whether an article is one of an agreement, a programme or the letter itself."""
    if grammar.OF_ANOTHER.match(text, end):
        return True
    last = bisect_right(ends, start) - 1
    since = max(ends[last] if last >= 0 else 0, start - _SENTENCE * 2)
    return grammar.NO_LAW_SUBJECT.search(text, since, start) is not None


def _bare(
    text: str, match: re.Match[str], names: list[tuple[int, int, Named]], ends: list[int]
) -> _Citation | None:
    item = _item(match, is_distinct=False)
    after = _law_after(text, item.end, names, ends, is_direct=not match["parts"])
    if after is None:
        before = _law_before(text, match.start(), names, ends) if item.is_distinct else None
        if before is None or not _stands_close(text, before, match.start()):
            return None
        return _Citation(before[0], item.end, (item,), before[1])
    law = after[0]
    if not item.is_distinct and (
        law.regime not in _BARE_CODES
        or len(item.number) > 3
        or not grammar.CHAINED.search(text, max(0, match.start() - 12), match.start())
    ):
        return None
    return _with_law(text, match.start(), [item], after)


def _stands_close(text: str, before: tuple[int, Named], start: int) -> bool:
    """Whether only a space parts a law from a bare number ("Sr 273f", "BW 6:162")."""
    return before[1].regime in _BARE_CODES and text[start - 1 : start].isspace()


def _item(match: re.Match[str], *, is_distinct: bool) -> _Item:
    number = "".join(match["number"].split())
    return _Item(
        number=number if number.isupper() or len(number) < 3 else number.lower(),
        part=" ".join(match["parts"].strip(" ,\n\t\u00a0").split()),
        version=match["old"] or match["old_bare"] or "",
        end=match.end(),
        is_distinct=is_distinct or not number.isdigit(),
    )


def _law_after(
    text: str,
    position: int,
    names: list[tuple[int, int, Named]],
    ends: list[int],
    *,
    is_direct: bool = False,
) -> tuple[Named, bool] | None:
    """The law that follows an article, and whether it is called an old one.

    is_direct: nothing but a space or "van het" may stand between.
    """
    link = grammar.LINK.match(text, position)
    if link is None or (is_direct and "," in link[0]):
        return None
    if law := law_at(text, link.end(), is_cited=True):
        is_old = link["aged"] == "oud" or link["age"] in {"oude", "voormalige"}
        return (law, is_old)
    last = bisect_right(ends, position) - 1
    if last < 0:
        return None
    if back := ANAPHOR.match(text, link.end()):
        named = names[max(0, last - _NAMED) : last + 1]
        law = _last_of_kind(back["kind"] or "", named) or names[last][2]
        return (replace(law, end=back.end()), False)
    spoken = names[max(0, last - _SPOKEN_OF) : last + 1]
    return _of_its_kind(text, position, link.end(), spoken)


def _of_its_kind(
    text: str, position: int, place: int, names: list[tuple[int, int, Named]]
) -> tuple[Named, bool] | None:
    """The last law of the kind that "van de richtlijn" says, with nothing more said of it."""
    said = ITS_KIND.match(text, place)
    if said is None or text[position:place].split()[-1:] not in (["de"], ["het"]):
        return None
    near = [name for name in names if position - name[1] < _KIND_REACH]
    law = _last_of_kind(said["kind"].lower(), near)
    return (replace(law, end=said.end()), False) if law else None


def _last_of_kind(word: str, names: list[tuple[int, int, Named]]) -> Named | None:
    """The last of the laws that is what a word says: a treaty, a directive."""
    kinds = KIND_WORDS.get(word, ())
    return next((law for _, _, law in reversed(names) if law.kind in kinds), None)


def _law_before(
    text: str, start: int, names: list[tuple[int, int, Named]], ends: list[int]
) -> tuple[int, Named] | None:
    """The law that stands right before an article: "Wpg, artikel 8", "Wpg, waarvan artikel 8"."""
    last = bisect_right(ends, start) - 1
    if last < 0:
        return None
    name_start, end, law = names[last]
    between = text[end:start]
    if grammar.OF_IT.fullmatch(between):
        return (start, law)
    is_close = len(between) <= 4 and all(c.isspace() or c in ",(:" for c in between)
    return (name_start, law) if is_close else None


def _with_law(text: str, start: int, items: list[_Item], after: tuple[Named, bool]) -> _Citation:
    law, is_old = after
    said = grammar.VERSION_AFTER.match(text, law.end)
    if said is None:
        return _Citation(start, law.end, tuple(items), law, "oud" if is_old else "")
    words = said["paren"] or said["bare"] or said["date"]
    version = " ".join(words.removeprefix("versie").split())
    return _Citation(start, said.end(), tuple(items), law, version)


def _carried(
    text: str, citations: list[_Citation], names: list[tuple[int, int, Named]]
) -> list[Found[LegalRef]]:
    """One reference per article; a missing law is taken from the same article elsewhere."""
    first: dict[str, Named] = {}
    for citation in citations:
        for item in citation.items:
            if citation.law is not None:
                first.setdefault(item.number, citation.law)
    last: dict[str, Named] = {}
    ends = [end for _, end, _ in names]
    found = []
    for citation in citations:
        spoken = _spoken_of(text, citation, names, ends)
        for item in citation.items:
            law = citation.law
            if law is not None:
                last[item.number] = law
            elif citation.may_carry:
                law = last.get(item.number) or first.get(item.number) or spoken
            found.append(Found(citation.start, citation.end, _ref(item, law, citation.version)))
    return found


def _spoken_of(
    text: str, citation: _Citation, names: list[tuple[int, int, Named]], ends: list[int]
) -> Named | None:
    """The one law that the same paragraph named shortly before an article without a law."""
    place = bisect_right(ends, citation.start) - 1
    if place < 0:
        return None
    _, end, law = names[place]
    is_near = citation.start - end < _REACH and "\n\n" not in text[end : citation.start]
    return law if is_near else None


def _ref(item: _Item, law: Named | None, version: str) -> LegalRef:
    regime, name = (law.regime, law.name) if law else ("", "")
    return LegalRef(regime, name, item.number, item.part, item.version or version)
