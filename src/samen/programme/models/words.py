"""What the columns of this room have in common."""

import uuid
from collections.abc import Iterable
from enum import StrEnum

import pghistory


def choices(words: Iterable[StrEnum]) -> list[tuple[str, str]]:
    """A vocabulary as the choices of a column."""
    return [(word.value, word.value) for word in words]


def new_uid() -> uuid.UUID:
    """An identity that holds in every copy of the register."""
    return uuid.uuid4()


def own_history() -> pghistory.ObjForeignKey:
    """The way from a kind of entry to the history of its own fields, beside Entry's."""
    return pghistory.ObjForeignKey(related_name="own_events", related_query_name="own_events")
