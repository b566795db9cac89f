"""How long data are kept: the law's terms, the processing's own, and the days that follow."""

from datetime import date

import pytest

from samen.core.terms import Ground
from samen.purposes.keeping import (
    Due,
    due,
    due_within,
    legal_terms,
    longest_months,
    months_after,
)

DAY = date(2021, 11, 17)


def test_every_ground_has_its_term() -> None:
    assert set(legal_terms()) == set(Ground)


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2019, 2, 28), 12, date(2020, 2, 28)),
        (date(2021, 11, 30), 3, date(2022, 2, 28)),
        (date(2021, 12, 1), 1, date(2022, 1, 1)),
        (DAY, 0, DAY),
    ],
)
def test_months_end_on_a_day_that_is_there(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after


@pytest.mark.parametrize(
    ("ground", "kept", "end", "days"),
    [
        # Wpg 8 counts from the first day, Wpg 9 and 10 from the last necessary one.
        (Ground.WPG8, None, None, Due(date(2021, 1, 1), date(2030, 1, 1))),
        (Ground.WPG8, 6, None, Due(date(2020, 7, 1), date(2025, 7, 1))),
        (Ground.WPG8, 24, None, Due(date(2021, 1, 1), date(2027, 1, 1))),
        (Ground.WPG9, None, None, Due(date(2022, 5, 17), date(2027, 5, 17))),
        (Ground.WPG10, None, None, Due(date(2026, 11, 17), date(2031, 11, 17))),
        (Ground.WPG12, None, None, Due(date(2031, 11, 17), date(2031, 11, 17))),
        # The processing keeps shorter, never longer.
        (Ground.WPG10, 12, None, Due(date(2022, 11, 17), date(2027, 11, 17))),
        (Ground.WPG10, 600, None, Due(date(2026, 11, 17), date(2031, 11, 17))),
        (Ground.AVG6E, 24, None, Due(date(2023, 11, 17), date(2023, 11, 17))),
        # Nothing outlives the processing.
        (Ground.AVG6E, 24, date(2022, 3, 1), Due(date(2022, 3, 2), date(2022, 3, 2))),
        (Ground.WPG10, None, date(2022, 3, 1), Due(date(2022, 3, 2), date(2027, 3, 2))),
        (Ground.AVG6E, 24, date(2040, 3, 1), Due(date(2023, 11, 17), date(2023, 11, 17))),
    ],
)
def test_days_follow_from_the_ground_and_the_processing(
    ground: Ground, kept: int | None, end: date | None, days: Due
) -> None:
    first = date(2020, 1, 1)
    own = due(ground, first=first, necessary=DAY, kept_months=kept)
    assert due_within(own, ground, end) == days


def test_a_processing_may_keep_as_long_as_its_shortest_term() -> None:
    assert longest_months({Ground.WPG9, Ground.WPG10}) == 6
    assert longest_months({Ground.WPG10, Ground.AVG6E}) == 60
    assert longest_months({Ground.AVG6E}) is None
