"""What a period is: an interval of days with a precision and the words that said it."""

from dataclasses import dataclass
from datetime import date

from samen.core.terms import Precision


@dataclass(frozen=True, slots=True)
class Period:
    """A date or period as a text gives it; both ends belong to it.

    earliest, latest: None where that side is open or not said. anchor: the date of the text
    that a relative expression was resolved against. approximate: the ends are a convention
    ("begin 2022"), not the text's own. recurrence: "1/year", "2/year", "1/2 years", or "".
    in_name: the years belong to the name of a publication or programme.
    """

    earliest: date | None
    latest: date | None
    precision: Precision
    anchor: date | None = None
    words: str = ""
    approximate: bool = False
    recurrence: str = ""
    in_name: bool = False
