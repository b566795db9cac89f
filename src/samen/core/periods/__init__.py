"""Dates as people write them: intervals with a precision and an anchor.

Doors: `find_periods` reads running text, `say_period` and `say_date` print.
"""

from samen.core.periods.finding import find_periods
from samen.core.periods.period import Period
from samen.core.periods.saying import say_date, say_period

__all__ = ["Period", "find_periods", "say_date", "say_period"]
