"""The few numbers that matter: of each series the last total that says most, with its course."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from samen.core.publishing.finding import finding, lines
from samen.core.publishing.language import shown
from samen.core.publishing.nouns import Point, Series

MOST = 4


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """One number. words: what the series says, in a sentence."""

    series: Series
    last: Point
    said: str
    words: str


def key_numbers(all_series: Iterable[Series], most: int = MOST) -> list[KeyNumber]:
    """At most so many: those with a target that holds first, then those that go furthest."""
    dutch = get_language() == "nl"
    found = [(series, lines(series)) for series in all_series]
    told = [(series, newest[0]) for series, newest in found if newest]
    told.sort(key=lambda each: (not _has_target(each[0]), -each[1][-1].year, each[0].title.nl))
    return [
        KeyNumber(series, line[-1], shown(line[-1], dutch), finding(series, dutch=dutch))
        for series, line in told[:most]
    ]


def _has_target(series: Series) -> bool:
    return any(not each.replaced for each in series.targets)
