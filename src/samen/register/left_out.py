"""Free texts that are left out of what a person is told: which there are, and the rest without.

Free text may be about somebody else (AVG art. 15 lid 4). What is left out of a field goes from each
state of the registration, and from the columns in which the partner's words stood as they came.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from samen.core.terms import ValueForm, ValueState
from samen.register.known_fields import fields
from samen.register.values import said

type Rows = list[dict[str, Any]]
type Found = dict[str, Rows]
type Place = tuple[str, str]
"""The number of a registration, and what is left out of it."""

HOLDS = "holds"
"""The place of the reasons why a registration is kept longer."""
RAW = "raw:"
"""Before the name of a column, as the partner's file called it."""
LEFT_OUT = "left_out"
"""The state of a value that is left out, beside those that a value has by itself."""


@dataclass(frozen=True, slots=True)
class Text:
    """A free text of a registration. name: of the field or column; "" for reasons of holds."""

    registration: UUID
    place: str
    name: str
    words: tuple[str, ...]


def texts(found: Found) -> list[Text]:
    """Every free text of what is held: of fields, of holds, and of columns as they came that no
    field says in the same words."""
    told = []
    for number, states in _states(found).items():
        values = [said(state) for state in states]
        for name in _free():
            told.append(
                Text(UUID(number), name, name, _words(_known(each, name) for each in values))
            )
        own = {_plain(each["value"]) for state in values for each in state.values()
               if each["state"] == ValueState.KNOWN}  # fmt: skip
        columns = dict.fromkeys(column for state in states for column in state.get("raw", {}))
        for column in columns:
            cells = _words(str(state.get("raw", {}).get(column, "")) for state in states)
            other = tuple(cell for cell in cells if _plain(cell) not in own)
            told.append(Text(UUID(number), RAW + column, column, other))
    for number in dict.fromkeys(each["registration"] for each in found["holds"]):
        reasons = (each["reason"] for each in found["holds"] if each["registration"] == number)
        told.append(Text(UUID(number), HOLDS, "", _words(reasons)))
    return [each for each in told if each.words]


def without(found: Found, left: Collection[Place], why: str) -> None:
    """Take these places out of what is held; `why` stands there instead, as the law says it."""
    for number, states in _states(found).items():
        chosen = [place for registration, place in left if registration == number]
        columns = {place.removeprefix(RAW) for place in chosen if place.startswith(RAW)}
        hidden = {_plain(_known(said(state), name)) for state in states for name in chosen} - {""}
        for state in states:
            values = state.get("values", {})
            for name in set(chosen) & values.keys():
                values[name] = {"state": LEFT_OUT, "value": why}
            raw = state.get("raw", {})
            for column in raw:
                if column in columns or _plain(str(raw[column])) in hidden:
                    raw[column] = why
    for each in found["holds"]:
        if (each["registration"], HOLDS) in left:
            each["reason"] = why


def _states(found: Found) -> dict[str, Rows]:
    """All that each registration says of the person, as it is and as it was."""
    states: dict[str, Rows] = {each["id"]: [each] for each in found["registrations"]}
    for each in found["versions"] + found["earlier"]:
        states.setdefault(each["registration"], []).append(each["was"])
    return states


def _free() -> Iterator[str]:
    return (name for name, field in fields().items() if field.form is ValueForm.NOTE)


def _known(values: dict[str, dict[str, str]], name: str) -> str:
    each = values.get(name, {})
    return each.get("value", "") if each.get("state") == ValueState.KNOWN else ""


def _words(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in texts if each.strip()))


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
