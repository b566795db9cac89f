"""Two registrations beside each other, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samen.core.terms import ValueState
from samen.register.known_fields import fields

ORIGIN = frozenset({"nationality", "birth_country", "language"})
"""Where somebody comes from says nothing of whether two are one, and is not shown to who judges."""
OWN = frozenset({"source_id", "registration_kind", "registration_date", "consent", "note"})
"""What a registration has of itself, and no person."""


@dataclass(frozen=True, slots=True)
class Line:
    """A field and what each registration says of it; None where one says nothing."""

    name: str
    one: dict[str, Any] | None
    other: dict[str, Any] | None

    @property
    def is_told_twice(self) -> bool:
        """Whether both know it, so that there is something to compare."""
        return _known(self.one) and _known(self.other)

    @property
    def differs(self) -> bool:
        """Whether both know it and do not say the same."""
        return self.is_told_twice and _plain(self.one) != _plain(self.other)


def side_by_side(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[Line]:
    """The fields of a person that either of two registrations tells, in the order of the list."""
    return [
        Line(name, one.get(name), other.get(name))
        for name in fields()
        if name not in ORIGIN | OWN and (_known(one.get(name)) or _known(other.get(name)))
    ]


def _known(said: dict[str, Any] | None) -> bool:
    return said is not None and said["state"] == ValueState.KNOWN


def _plain(said: dict[str, Any] | None) -> str:
    return str(said["value"]).casefold().strip() if said else ""
