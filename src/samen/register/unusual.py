"""Which looks at persons a privacy officer should ask about: rules in words, and no score.

Each rule is one function of a member's day; what it finds is a sentence. Nothing is added up
and nobody is ranked: a person asks the member, and decides.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_noop as _

FEW = 20
"""So many persons a day are usual for anybody."""
TIMES = 3
"""So many times the member's usual day is many."""
NIGHT_BEGINS, NIGHT_ENDS = 22, 6
AGAIN_DAYS = 5
"""A person looked at on so many days by one member."""


@dataclass(frozen=True, slots=True)
class Look:
    """One act in the log. subjects: pseudonyms."""

    at: datetime
    user: int
    membership: UUID
    subjects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Member:
    """What the rules need to know of who looks.

    end: the last day of the membership. changed_at: when that was decided; what was done on the
    day of an end at once, before it, was done by a member.
    """

    organisation: int
    end: date | None
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Why a day is unusual: a sentence with placeholders, and what stands in them."""

    sentence: str
    values: dict[str, int]


@dataclass(frozen=True, slots=True)
class MembersDay:
    """What one member did on one day, and on the days before it."""

    user: int
    membership: UUID
    day: date
    looks: tuple[Look, ...]
    before: tuple[frozenset[str], ...]
    member: Member | None
    colleagues: frozenset[str]

    @property
    def persons(self) -> frozenset[str]:
        return frozenset().union(*(look.subjects for look in self.looks))

    def remarks(self) -> list[Remark]:
        """What is unusual about it, in words."""
        return [remark for rule in RULES if (remark := rule(self)) is not None]


def many(day: MembersDay) -> Remark | None:
    """Many more persons than on the member's usual day."""
    usual = round(median(len(each) for each in day.before)) if day.before else 0
    if len(day.persons) <= max(FEW, TIMES * usual):
        return None
    if not day.before:
        return Remark(
            _("Persons: {n}. There are no days before to compare with."), {"n": len(day.persons)}
        )
    return Remark(
        _("Persons: {n}, against {usual} on this member's usual day."),
        {"n": len(day.persons), "usual": usual},
    )


def at_night(day: MembersDay) -> Remark | None:
    """A look between ten in the evening and six in the morning."""
    hours = [timezone.localtime(look.at).hour for look in day.looks if look.subjects]
    n = sum(hour >= NIGHT_BEGINS or hour < NIGHT_ENDS for hour in hours)
    return Remark(_("Looks between 22:00 and 06:00: {n}."), {"n": n}) if n else None


def after_leaving(day: MembersDay) -> Remark | None:
    """A look after the membership ended, which the database should have refused."""
    member = day.member
    if member is None or member.end is None or day.day <= member.end:
        return None
    n = sum(member.changed_at is None or look.at > member.changed_at for look in day.looks)
    return (
        Remark(_("Looks after this membership ended: {n}. Have the system examined."), {"n": n})
        if n
        else None
    )


def at_colleagues(day: MembersDay) -> Remark | None:
    """A look at somebody with the name of a member of the same organisation."""
    n = len(day.persons & day.colleagues)
    return (
        Remark(_("Persons with the name of a colleague of this member: {n}."), {"n": n})
        if n
        else None
    )


def again_and_again(day: MembersDay) -> Remark | None:
    """The same person on many days."""
    seen = [person for each in day.before for person in each]
    n = sum(seen.count(person) + 1 >= AGAIN_DAYS for person in day.persons if seen)
    return (
        Remark(_("Persons whom this member looked at on five days or more: {n}."), {"n": n})
        if n
        else None
    )


RULES: Sequence[Callable[[MembersDay], Remark | None]] = (
    many, at_night, after_leaving, at_colleagues, again_and_again,
)  # fmt: skip


def days_of(
    looks: Iterable[Look],
    members: Mapping[UUID, Member],
    colleagues: Mapping[int, frozenset[str]],
    *,
    since: date,
) -> list[MembersDay]:
    """Each member's days from `since`, latest first; earlier looks say what is usual."""
    by_day: dict[tuple[UUID, date], list[Look]] = defaultdict(list)
    for look in looks:
        by_day[look.membership, timezone.localdate(look.at)].append(look)
    before: dict[UUID, list[frozenset[str]]] = defaultdict(list)
    found = []
    for (membership, day), done in sorted(by_day.items(), key=lambda item: item[0][1]):
        member = members.get(membership)
        made = MembersDay(
            done[0].user, membership, day, tuple(done), tuple(before[membership]), member,
            colleagues.get(member.organisation, frozenset()) if member else frozenset(),
        )  # fmt: skip
        before[membership].append(made.persons)
        if day >= since:
            found.append(made)
    return found[::-1]
