"""How figures, years and shares are said in Dutch and in English."""

from decimal import Decimal

from samen.core.numerals import say_number
from samen.core.publishing.nouns import Point, Words
from samen.core.terms import FigureMethod

METHODS = {
    FigureMethod.REPORTED: Words("opgegeven", "reported"),
    FigureMethod.COUNTED: Words("geteld", "counted"),
    FigureMethod.ESTIMATED: Words("geschat", "estimated"),
}
NOT_SHOWN = Words("niet getoond", "not shown")


def number(value: Decimal, dutch: bool = True) -> str:
    """1372 is 1.372 in Dutch and 1,372 in English; what is behind the point stays."""
    if dutch:
        return say_number(value)
    whole, _, rest = f"{value:,f}".partition(".")
    rest = rest.rstrip("0")
    return whole + (f".{rest}" if rest else "")


def shown(point: Point, dutch: bool = True) -> str:
    """What stands in a table for a point: its number, its words, or that it is not shown."""
    if point.suppressed:
        return NOT_SHOWN.said(dutch)
    return point.words if point.value is None else number(point.value, dutch)


def interval(point: Point, dutch: bool = True) -> str:
    """950 to 1,100; "" where there is none."""
    if point.low is None or point.high is None:
        return ""
    between = " tot " if dutch else " to "
    return number(point.low, dutch) + between + number(point.high, dutch)


def share(part: Decimal, whole: Decimal, dutch: bool = True) -> str:
    """A part of a whole in full percents; what would be 0% is said to be less than 1%."""
    percent = round(abs(part) / abs(whole) * 100)
    if percent == 0:
        return "minder dan 1%" if dutch else "less than 1%"
    return f"{number(Decimal(percent), dutch)}%"
