"""Which motion is meant where a letter names only what it is about, or its place in a row."""

from bisect import bisect_left
from collections import Counter

from samen.core.reading import motion_words as words
from samen.core.reading.context import Context
from samen.core.reading.motion_mentions import Mention, Motion

_LEAD, _NAMED_WITHIN = 20, 700
"""In characters, how far before "motie" its ordinal and the motions of its row stand."""
_ORDER = ("first", "second", "third", "fourth")


def subjects_of(context: Context, motions: list[Motion]) -> dict[str, set[int]]:
    """By the begin of each telling word around the mentions of motions, which motions they are."""
    found: dict[str, set[int]] = {}
    for index, motion in enumerate(motions):
        for mention in motion.mentions:
            for word in words.telling(context.text[mention.sentence.start : mention.sentence.end]):
                found.setdefault(word, set()).add(index)
    return found


def by_subject(context: Context, mention: Mention, subjects: dict[str, set[int]]) -> list[int]:
    """The one motion that "de motie over een meldprotocol" means, whatever stands between."""
    said = words.ON_SUBJECT.match(context.text, mention.start + len("motie"), mention.sentence.end)
    if said is None:
        return []
    named = words.long_words(said["about"] or said["title"])
    about = Counter(
        index
        for stem, indexes in subjects.items()
        if any(stem in word for word in named)
        for index in indexes
    )
    best = about.most_common(2)
    is_one = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])
    return [best[0][0]] if is_one else []


def counted_off(context: Context, mention: Mention, places: list[tuple[int, int]]) -> list[int]:
    """The motion that "de tweede motie" means among those that the lines before it named."""
    lead = context.text[max(0, mention.start - _LEAD) : mention.start]
    said = words.ORDINAL.search(lead)
    if said is None:
        return []
    low = bisect_left(places, (mention.start - _NAMED_WITHIN, -1))
    high = bisect_left(places, (mention.start, -1))
    named = list(dict.fromkeys(index for _, index in places[low:high]))
    at = -1 if said["last"] else _ORDER.index(said.lastgroup or "")
    return [named[at]] if len(named) > 1 and at < len(named) else []


def told_together(context: Context, mention: Mention, places: list[tuple[int, int]]) -> list[int]:
    """The motions that "deze moties" means: all of the last sentence that named one.

    "Beide moties" means two, wherever they stand: nothing is answered.
    """
    lead = context.text[max(0, mention.start - _LEAD) : mention.start]
    at = bisect_left(places, (mention.start, -1)) - 1
    sentences = context.sentences_around(places[at][0]) if at >= 0 else ()
    if words.TWO.search(lead) or not sentences:
        return []
    first = bisect_left(places, (sentences[0].start, -1))
    return list(dict.fromkeys(index for _, index in places[first : at + 1]))
