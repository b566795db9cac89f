"""On which article access may be refused: `data/law/access_refusals.csv`, by law."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

from samen.core.terms import Regime


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason of the law not to tell a person what is held. article: with its law."""

    code: str
    regimes: frozenset[str]
    nl: str
    en: str
    article: str

    @property
    def sentence(self) -> str:
        """The reason with its article, in the reader's language."""
        return f"{self.nl if get_language() == 'nl' else self.en} ({self.article})"


@cache
def refusals() -> Mapping[str, Refusal]:
    """The reasons by their code."""
    file = Path(settings.ROOT) / "data" / "law" / "access_refusals.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        return {
            row["refusal"]: Refusal(
                row["refusal"], frozenset(row["regimes"].split()), row["nl"], row["en"],
                row["source"].partition(";")[0],
            )
            for row in csv.DictReader(lines)
        }  # fmt: skip


def refusals_under(regime: Regime) -> list[Refusal]:
    """The reasons that a law knows."""
    return [each for each in refusals().values() if regime in each.regimes]
