"""Numbers, money and dates as a Dutch and as an English reader writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import override_settings
from django.utils.translation import override

from samen.site.templatetags.formats import day, moment, moment_day, money, thousands


@pytest.mark.parametrize(
    ("euros", "dutch", "english"),
    [
        (10_500_000, "€ 10,5 miljoen", "€ 10.5 million"),
        (850_000, "€ 850.000", "€ 850,000"),
        (Decimal("2000000000"), "€ 2 miljard", "€ 2 billion"),
        (Decimal("12.5"), "€ 12,5", "€ 12.5"),
        (None, "", ""),
    ],
)
def test_money(euros: Decimal | None, dutch: str, english: str) -> None:
    with override("nl"):
        assert money(euros).replace("\N{NO-BREAK SPACE}", " ") == dutch
    with override("en"):
        assert money(euros).replace("\N{NO-BREAK SPACE}", " ") == english


def test_thousands_and_days() -> None:
    with override("nl"):
        assert (thousands(1372), day(date(2021, 11, 17))) == ("1.372", "17 november 2021")
    with override("en"):
        assert (thousands(1372), day(date(2021, 11, 17))) == ("1,372", "17 November 2021")
    assert thousands(None) == day(None) == ""


def test_a_moment_is_told_by_the_day_that_pages_call_it() -> None:
    value = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)
    with override("nl"):
        assert moment(value) == "30 november 2026 10:30"
        with override_settings(TODAY=date(2022, 11, 15)):
            assert moment(value) == moment_day(value) == "15 november 2022"
    assert moment(None) == moment_day(None) == ""
