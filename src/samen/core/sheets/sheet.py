"""One table of a workbook."""

from dataclasses import dataclass
from decimal import Decimal

type Value = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """title: at most 31 signs. widths: of the columns, in signs."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[float, ...]
