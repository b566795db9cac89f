"""How much may be asked: small sets, the same person again, a difference of few, much a day."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from samen.core.errors import Refused
from samen.core.exchange.limits import (
    QUESTIONS_A_DAY,
    RECORDS_A_DAY,
    SMALLEST_SET,
    TERM_DAYS,
    Earlier,
    not_asked_lately,
    refuse_many,
    refuse_set,
)

TODAY = date(2022, 11, 15)
LONG_AGO = TODAY - timedelta(days=TERM_DAYS)


def of(first: int, last: int) -> frozenset[UUID]:
    return frozenset(UUID(int=number) for number in range(first, last))


@pytest.mark.parametrize("size", [0, 1, SMALLEST_SET - 1])
def test_a_small_set_is_refused(size: int) -> None:
    with pytest.raises(Refused, match=f"There are {size} registrations.*at least"):
        refuse_set(of(0, size), [], TODAY)


def test_the_smallest_set_may_be_asked() -> None:
    refuse_set(of(0, SMALLEST_SET), [], TODAY)


def test_a_registration_is_asked_about_once_in_a_term() -> None:
    earlier = [Earlier(LONG_AGO + timedelta(days=1), of(0, 30))]
    with pytest.raises(Refused, match=r"^1 of these"):
        refuse_set(of(29, 80), earlier, TODAY)
    refuse_set(of(30, 80), earlier, TODAY)


def test_after_the_term_the_same_set_may_be_asked_again() -> None:
    refuse_set(of(0, 30), [Earlier(LONG_AGO, of(0, 30))], TODAY)


@pytest.mark.parametrize("now", [of(0, 31), of(1, 30), of(1, 31)])
def test_a_set_that_differs_by_a_few_is_refused_even_after_the_term(now: frozenset[UUID]) -> None:
    """Two counts and one record between them are an answer about that record."""
    with pytest.raises(Refused, match="differs by fewer than 20"):
        refuse_set(now, [Earlier(LONG_AGO, of(0, 30))], TODAY)


def test_who_was_asked_about_lately_is_left_out() -> None:
    earlier = [Earlier(TODAY, of(0, 30)), Earlier(LONG_AGO, of(30, 40))]
    assert not_asked_lately(sorted(of(0, 60)), earlier, TODAY) == sorted(of(30, 60))


def test_a_set_that_was_asked_about_lately_says_from_which_day_there_are_enough() -> None:
    day = TODAY - timedelta(days=10)
    earlier = [Earlier(day - timedelta(days=1), of(0, 15)), Earlier(day, of(10, 30))]
    with pytest.raises(Refused) as refused:
        not_asked_lately(sorted(of(0, 30)), earlier, TODAY)
    told = refused.value.values
    assert (told["asked"], told["n"], told["left"]) == (30, 30, 0)
    assert told["day"] == day + timedelta(days=TERM_DAYS)
    assert not_asked_lately(sorted(of(0, 30)), earlier, day + timedelta(days=TERM_DAYS))


def test_few_who_were_never_asked_about_are_refused_as_a_small_set() -> None:
    assert not_asked_lately(sorted(of(0, 5)), [], TODAY) == sorted(of(0, 5))


def test_questions_a_day_are_counted() -> None:
    refuse_many([64] * (QUESTIONS_A_DAY - 1), 64)
    with pytest.raises(Refused, match="asked 3 questions today"):
        refuse_many([64] * QUESTIONS_A_DAY, 64)


def test_records_a_day_are_counted() -> None:
    refuse_many([], RECORDS_A_DAY)
    with pytest.raises(Refused, match="150001 records today"):
        refuse_many([1], RECORDS_A_DAY)
