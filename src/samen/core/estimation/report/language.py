"""A language of the report: its words, and how it writes numbers, shares and dates."""

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from samen.core.errors import SamenError
from samen.core.estimation.report import dutch, english
from samen.core.estimation.rounding import rounded

FEWEST = 5


@dataclass(frozen=True)
class Language:
    """translate: a sentence of an error, from English. words and the rest: by key."""

    code: str
    thousands: str
    decimal: str
    translate: Callable[[str], str]
    words: Mapping[str, str]
    estimators: Mapping[str, str]
    methods: Mapping[str, str]
    intervals: Mapping[str, str]
    assumptions: Mapping[str, str]

    def persons(self, n: float) -> str:
        """A number of persons; what is below 5 is not said."""
        return self.words["few"] if n < FEWEST else self.whole(n)

    def whole(self, n: float) -> str:
        return rounded(n, 1, self.thousands)

    def share(self, part: float) -> str:
        """A percentage with one decimal; what would be 0.0% is said to be less than 0.1%."""
        if 0 < part < 0.0005:
            return f"<{self._point('0.1')}%"
        return f"{self._point(f'{100 * part:.1f}')}%"

    def ratio(self, value: float) -> str:
        """A ratio in one decimal, below 1 in two digits."""
        return self._point(f"{value:.1f}" if value >= 1 else f"{value:.2g}")

    def day(self, on: date) -> str:
        """17 november 2021; in English 2021-11-17."""
        # Reading dates takes a tenth of a second to load, and most calls write no report.
        from samen.core.periods import say_date

        return say_date(on) if self.code == "nl" else on.isoformat()

    def reason(self, reason: SamenError) -> str:
        """The sentences of an error with its numbers as the language writes them."""
        told = copy.copy(reason)
        told.values = {name: self._number(value) for name, value in reason.values.items()}
        return told.in_words(self.translate)

    def _number(self, value: object) -> object:
        if isinstance(value, float):
            return self._point(str(value))
        return self.whole(value) if isinstance(value, int) else value

    def _point(self, digits: str) -> str:
        return digits.replace(".", self.decimal)


def in_dutch(translate: Callable[[str], str]) -> Language:
    """translate: English sentences of errors into Dutch."""
    return Language("nl", ".", ",", translate, dutch.WORDS, dutch.ESTIMATORS, dutch.METHODS,
                    dutch.INTERVALS, dutch.ASSUMPTIONS)  # fmt: skip


def in_english() -> Language:
    """The sentences of errors are in English as they are."""
    return Language("en", ",", ".", str, english.WORDS, english.ESTIMATORS, english.METHODS,
                    english.INTERVALS, english.ASSUMPTIONS)  # fmt: skip
