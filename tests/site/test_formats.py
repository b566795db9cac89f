"""Numbers, money and dates as a Dutch and as an English reader writes them."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from samen.site.templatetags.formats import day, money, thousands


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
