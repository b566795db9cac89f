"""The facts as they are kept with a frozen letter, and back."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from samen.core.sheets.charts import Chart, ChartLine
from samen.core.terms import CandidateKind, Funded, Recurrence
from samen.core.writing.facts import AmountFact, EntryFact, Facts, FigureFact, PaperFact


def as_json(facts: Facts) -> dict[str, Any]:
    """The facts in plain JSON values."""
    kept: dict[str, Any] = _plain(asdict(facts))
    return kept


def from_json(kept: dict[str, Any]) -> Facts:
    """The facts as they were when the letter was frozen."""
    return Facts(
        today=date.fromisoformat(kept["today"]),
        entries={int(key): _entry(value) for key, value in kept["entries"].items()},
        figures={key: _figure(value) for key, value in kept["figures"].items()},
        amounts={int(key): _amount(value) for key, value in kept["amounts"].items()},
        papers={
            key: PaperFact(**value | {"on": _day(value["on"])})
            for key, value in kept["papers"].items()
        },
        previous=_day(kept["previous"]),
        abbreviations=kept["abbreviations"],
        laws=tuple(kept.get("laws", ())),
        charts=tuple(_chart(value) for value in kept.get("charts", ())),
        replaced={key: _figure(value) for key, value in kept.get("replaced", {}).items()},
    )


def _entry(value: dict[str, Any]) -> EntryFact:
    changed = {
        "kind": CandidateKind(value["kind"]),
        "owners": tuple(value["owners"]),
        "due": _day(value["due"]),
        "on": _day(value["on"]),
        "said_on": _day(value.get("said_on")),
    }
    return EntryFact(**value | changed)


def _figure(value: dict[str, Any]) -> FigureFact:
    keys = ("value", "told_last", "moved_from", "was")
    numbers = {key: _number(value.get(key)) for key in keys}
    within = {"interval": tuple(value["interval"])} if value.get("interval") else {}
    return FigureFact(**value | numbers | within | {"published_on": _day(value["published_on"])})


def _amount(value: dict[str, Any]) -> AmountFact:
    changed = {
        "value_eur": Decimal(value["value_eur"]),
        "recurrence": Recurrence(value["recurrence"]),
        "funded": Funded(value["funded"]),
    }
    return AmountFact(**value | changed)


def _chart(value: dict[str, Any]) -> Chart:
    lines = tuple(
        ChartLine(**line | {"values": tuple(map(_number, line["values"]))})
        for line in value["lines"]
    )
    return Chart(value["title"], value["words"], value["head"], tuple(value["years"]), lines)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _number(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
