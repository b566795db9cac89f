"""A link and a change of an entity, as one tells them to who knows nothing of weights."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext

from samen.linkage.labels import label
from samen.linkage.queries import Explanation
from samen.linkage.queries_of_entities import Told
from samen.work import clock

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


def why_changed(told: Told) -> list[str]:
    """The reasons of a change with who gave them and when, a line each."""
    lines = [
        gettext("{name} said on {moment}: {answer}. {reason}").format(
            name=each.registrar.name, moment=moment(each.at),
            answer=label("answer", each.answer), reason=each.note or gettext("No reason given."),
        )
        for each in told.said
    ]  # fmt: skip
    if told.why_undone:
        lines.append(gettext("Why: {reason}").format(reason=told.why_undone))
    if told.decision is not None:
        words = gettext("The run acted under the decision of {name} of {day}: {reason}")
        lines.append(words.format(
            name=told.decision.registrar.name, day=f"{told.decision.start:%d-%m-%Y}",
            reason=told.decision.reason,
        ))  # fmt: skip
    if told.is_unexplained:
        lines.append(gettext("The reason went with a registration that was destroyed."))
    return lines


def moment(at: datetime) -> str:
    """A day as pages call it, and the time: 17-11-2021 09:30."""
    return f"{clock.day_of(at):%d-%m-%Y} {timezone.localtime(at):%H:%M}"
