"""Until when a request for access is to be answered: `data/law/answer_terms.csv`, by law."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

from samen.core.terms import Regime
from samen.purposes.keeping import months_after
from samen.register.models import AccessRequest


@dataclass(frozen=True, slots=True)
class AnswerTerm:
    """How long an answer may take after the day of receipt, and when that may be longer."""

    months: int
    weeks: int
    longer_nl: str
    longer_en: str
    article: str

    def last_day(self, received: date) -> date:
        """The last day on which the person is to have an answer."""
        return months_after(received, self.months) + timedelta(weeks=self.weeks)

    @property
    def longer(self) -> str:
        """When it may be longer, in the reader's language."""
        return self.longer_nl if get_language() == "nl" else self.longer_en


@cache
def answer_terms() -> Mapping[Regime, AnswerTerm]:
    """The term of each law."""
    file = Path(settings.ROOT) / "data" / "law" / "answer_terms.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        return {
            Regime(row["regime"]): AnswerTerm(
                int(row["months"]), int(row["weeks"]), row["longer_nl"], row["longer_en"],
                row["source"].partition(";")[0],
            )
            for row in csv.DictReader(lines)
        }  # fmt: skip


def answer_due(asked: AccessRequest) -> date:
    """The last day on which who asked is to have an answer."""
    return answer_terms()[Regime(asked.regime)].last_day(asked.received_on)
