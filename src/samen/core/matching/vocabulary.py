"""The words for what people say of pairs, and for what becomes of entities.

The Dutch term, its definition and its source stand in `docs/glossary.md`.
"""

from enum import StrEnum


class PairAnswer(StrEnum):
    """What a person says of two registrations."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class EntityChange(StrEnum):
    """What became of entities."""

    BORN = "born"
    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"
    RETIRED = "retired"
    UNDONE = "undone"


class ChangeReason(StrEnum):
    """Why entities changed."""

    RUN = "run"
    JUDGEMENT = "judgement"
    UNDO = "undo"
    DESTROYED = "destroyed"
