"""How often pairs like one are one person, as one tells it to who knows nothing of weights."""

from django.utils.translation import gettext

from samen.linkage.queries import Explanation

SURE, NEARLY, HARDLY = 0.9995, 0.995, 0.005


def in_plain_words(why: Explanation, chance: float) -> str:
    """All that is told of a link, as one text: why, how sure that is, and what would turn it."""
    return f"{why.reasons} {how_often(chance)} {why.contrary}"


def how_often(chance: float) -> str:
    """A chance as a number of pairs. chance: from 0 to 1."""
    if chance >= SURE:
        return gettext("Of 1,000 pairs like this one, more than 999 are of one person.")
    if chance >= NEARLY:
        words = gettext("Of 1,000 pairs like this one, about {n} are of one person.")
        return words.format(n=round(1000 * chance))
    if chance < HARDLY:
        return gettext("Of 100 pairs like this one, fewer than 1 is of one person.")
    words = gettext("Of 100 pairs like this one, about {n} are of one person.")
    return words.format(n=round(100 * chance))
