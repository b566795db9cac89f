"""Registrations of invented people, some of them of one person, and scores without an engine."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from uuid import UUID

import numpy as np

from samen.core.matching.link import Compared
from samen.core.matching.model import COMPARISONS
from samen.core.matching.scoring import Scored
from samen.core.matching.typical import TYPICAL
from samen.core.terms import Ground, MemberRole, RegistrationKind
from samen.linkage.actions import decide
from samen.linkage.holding import hold_state
from samen.linkage.judging import couple, decision_on
from samen.linkage.models import LinkRun, Placement, StandingDecision
from samen.linkage.queries_of_entities import state
from samen.linkage.running import look, write_run
from samen.purposes.inside import Purpose
from samen.register.names import family_key, given_key
from samen.register.queries_of_linkage import linkable
from samen.register.values import Row
from tests.register.given_files import DAY, Setting
from tests.register.taken_rows import taken_rows

NOW = datetime(2021, 11, 17, 12, tzinfo=UTC)
UNTIL = date(2022, 6, 1)
SURE, LIKELY, UNLIKELY = 14.0, 4.0, -4.0
"""Log2 odds: above the strict chance, a suggestion, and nobody's."""


def person(
    key: str, given: str = "Anna", family: str = "Vermeulen", born: str = "1988-05-17",
    kind: RegistrationKind = RegistrationKind.SUSPECT, phone: str = "", document_number: str = "",
) -> Row:  # fmt: skip
    day = date.fromisoformat(born) if born else None
    return Row(
        kind=kind, source_key=key, row_hash=key, given_names=given, family_name=family,
        given_key=given_key(given), family_key=family_key(family), birth_from=day, birth_until=day,
        birth_precision="day" if day else "", phone=phone, document_number=document_number,
    )  # fmt: skip


def registered(setting: Setting, rows: Iterable[Row], today: date = DAY) -> list[UUID]:
    """The numbers of rows that a registrar took in, in the order of the register."""
    with setting.inside(today=today) as purpose:
        return [each.pk for each in taken_rows(purpose, rows)]


def strangers(
    setting: Setting, count: int, kind: RegistrationKind = RegistrationKind.SUSPECT
) -> list[UUID]:
    """Registrations of people who have nothing in common."""
    rows = [
        person(
            f"k{n}", f"Naam{chr(97 + n) * 3}", f"Huis{chr(110 + n) * 4}",
            f"19{60 + n}-03-0{n % 9 + 1}", kind,
        )
        for n in range(count)
    ]  # fmt: skip
    return registered(setting, rows)


def decided(setting: Setting) -> StandingDecision:
    with setting.inside(MemberRole.ANALYST) as purpose:
        return decide(purpose, reason="Proef met een menselijke toets achteraf.", until=UNTIL)


def scored(numbers: list[str], weights: Mapping[tuple[UUID, UUID], float]) -> Compared:
    """What the engine would give: these pairs with these log2 odds."""
    size = len(numbers)
    place = {number: at for at, number in enumerate(numbers)}
    codes = {
        place[str(one)] * size + place[str(other)]: weight
        for (one, other), weight in ((couple(*pair), w) for pair, w in weights.items())
        if str(one) in place and str(other) in place
    }
    pairs = np.array(sorted(codes), np.int64)
    totals = np.array([codes[code] for code in sorted(codes)], float)
    levels = np.full((len(pairs), len(COMPARISONS)), -1, np.int8)
    nothing = np.zeros((len(pairs), len(COMPARISONS)))
    return Compared(
        size, Scored(pairs, levels, nothing, nothing, totals), TYPICAL, len(pairs), 1.0, ()
    )


def run(purpose: Purpose, weights: Mapping[tuple[UUID, UUID], float]) -> LinkRun:
    """A run of which the scores are given."""
    hold_state(purpose)
    numbers, _ = linkable(purpose)
    stood = look(purpose, numbers)
    return write_run(
        purpose, scored(numbers, weights), stood, decision_on(purpose, purpose.day), NOW
    )


def state_of(setting: Setting, today: date = DAY, ground: Ground = Ground.AVG6E) -> str:
    with setting.inside(MemberRole.ANALYST, today=today, ground=ground) as purpose:
        return state(purpose)


def stands(setting: Setting) -> dict[UUID, UUID]:
    """Where each registration stands now."""
    with setting.inside(MemberRole.ANALYST):
        return dict(
            Placement.objects.filter(known_until=None).values_list("registration", "entity")
        )
