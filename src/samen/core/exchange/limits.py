"""How much may be asked: a smallest set, a term before a person is asked about again, no set that
tells of one person by its difference from another, and so much a day.

These are the asker's own rules and its privacy officers see whether they held; the owner, who
cannot see who is in a set, has its own: so many questions and records a day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from samen.core.errors import Refused

SMALLEST_SET = 20
TERM_DAYS = 90
QUESTIONS_A_DAY = 3
RECORDS_A_DAY = 150_000


@dataclass(frozen=True, slots=True)
class Earlier:
    """A set that was asked of the same organisation before."""

    on: date
    records: frozenset[UUID]


def refuse_set(records: frozenset[UUID], earlier: Sequence[Earlier], today: date) -> None:
    """Raise Refused for a set that may not be asked today."""
    if len(records) < SMALLEST_SET:
        raise Refused(
            "There are {n} registrations in this question.",
            "It takes {least} at least: a smaller set would say of a person whether they are "
            "known.",
            "Add registrations, or ask a person at the other organisation under a rule of "
            "provision.",
            n=len(records), least=SMALLEST_SET,
        )  # fmt: skip
    since = today - timedelta(days=TERM_DAYS)
    again = records & frozenset().union(*(each.records for each in earlier if each.on > since))
    if again:
        raise Refused(
            "{n} of these registrations were asked about less than {days} days ago.",
            "The same registration is asked of the same organisation once in that term.",
            "Leave them out.",
            n=len(again), days=TERM_DAYS,
        )  # fmt: skip
    if any(0 < len(records ^ each.records) < SMALLEST_SET for each in earlier):
        raise Refused(
            "This set differs by fewer than {least} registrations from one that was asked before.",
            "The two answers together would say of a few persons whether they are known.",
            "Ask about the same set again, or about another one.",
            least=SMALLEST_SET,
        )  # fmt: skip


def not_asked_lately(
    records: Sequence[UUID], earlier: Sequence[Earlier], today: date
) -> list[UUID]:
    """The records without those that were asked about in the term.

    Raises Refused when the term leaves too few: how many, and from which day there are enough.
    """
    latest = {record: each.on for each in sorted(earlier, key=lambda each: each.on)
              for record in each.records}  # fmt: skip
    term = timedelta(days=TERM_DAYS)
    free = {record: latest[record] + term if record in latest else today for record in records}
    left = [record for record in records if free[record] <= today]
    if len(left) < SMALLEST_SET <= len(records):
        raise Refused(
            "{asked} of the {n} registrations that were chosen were asked about less than {days} "
            "days ago; {left} are left.",
            "It takes {least} at least, and the same registration is asked of the same "
            "organisation once in that term.",
            "From {day} there are enough to ask again. A question that broke off is asked again "
            "from its own page.",
            asked=len(records) - len(left), n=len(records), days=TERM_DAYS, left=len(left),
            least=SMALLEST_SET, day=sorted(free.values())[SMALLEST_SET - 1],
        )  # fmt: skip
    return left


def refuse_many(sizes_today: Sequence[int], size: int) -> None:
    """Raise Refused for more than an organisation may ask in a day.

    sizes_today: the sizes of the questions that it asked today; size: of this one.
    """
    if len(sizes_today) >= QUESTIONS_A_DAY:
        raise Refused(
            "This organisation asked {n} questions today.",
            "It may ask {most} a day.",
            "Ask tomorrow.",
            n=len(sizes_today), most=QUESTIONS_A_DAY,
        )  # fmt: skip
    if sum(sizes_today) + size > RECORDS_A_DAY:
        raise Refused(
            "This organisation asked about {n} records today, with this question.",
            "It may ask about {most} a day.",
            "Ask about the others tomorrow.",
            n=sum(sizes_today) + size, most=RECORDS_A_DAY,
        )  # fmt: skip
