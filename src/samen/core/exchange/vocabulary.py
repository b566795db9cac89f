"""The words for asking without names.

The Dutch term, its definition and its source stand in `docs/glossary.md`.
"""

from enum import StrEnum


class KeyClass(StrEnum):
    """By what two records of one person are found in two houses."""

    NAME_AND_DATE = "name_and_date"
    PHONE_AND_YEAR = "phone_and_year"
    DOCUMENT = "document"
    HOME_AND_DATE = "home_and_date"
    PHONE_AND_NAME = "phone_and_name"
    CITY_NAME_AND_YEAR = "city_name_and_year"


class Step(StrEnum):
    """What a message of the exchange is."""

    ASK = "ask"
    COUNTS = "counts"
    ASK_PAIRS = "ask_pairs"
    PAIRS = "pairs"
    OPEN_PAIRS = "open_pairs"
    OPENED = "opened"
    ASK_ANSWERS = "ask_answers"
    ANSWERS = "answers"


class HitAnswer(StrEnum):
    """What a person at the data owner says of a pair."""

    KNOWN = "known"
    NOT_KNOWN = "not_known"
    CANNOT_TELL = "cannot_tell"
    CONTACT_ME = "contact_me"


class QuestionSide(StrEnum):
    """Whether a question was asked by this house or received by it."""

    ASKED = "asked"
    RECEIVED = "received"


class QuestionState(StrEnum):
    """How far a question is."""

    WAITING = "waiting"
    COUNTED = "counted"
    PAIRED = "paired"
    FAILED = "failed"
