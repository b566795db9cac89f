"""The one error tree.

SamenError
├── BadInput          what came in cannot be used (exit code 2, or a 4xx page)
│   ├── Unreadable    a file that is not what it says, or holds no text
│   └── TooBig        more than is allowed
├── Refused           the act is not allowed now, or not to this person
│   └── Conflict      somebody else was first
└── CannotRun         the surroundings are not in order (database, port, rights)

A message says what was found, what was allowed and what to do next. It never holds a
person's data or free text from a file.
"""

from collections.abc import Callable
from datetime import date


class SamenError(Exception):
    """An error that a user can act on.

    found: what was met. allowed: what would have been right. todo: the next step. Each is a
    sentence that may hold {placeholders} for `values`, so that rooms can translate it first.
    """

    def __init__(self, found: str, allowed: str = "", todo: str = "", **values: object) -> None:
        self.found, self.allowed, self.todo = found, allowed, todo
        self.values = values
        super().__init__(self.in_words(str))

    def in_words(self, translate: Callable[[str], str], told: Callable[[date], str] = str) -> str:
        """The whole message, each sentence put through `translate` before it is filled in.

        told: how a value that is a day is written.
        """
        values = {name: told(each) if isinstance(each, date) else each
                  for name, each in self.values.items()}  # fmt: skip
        return " ".join(
            translate(sentence).format(**values) if values else translate(sentence)
            for sentence in (self.found, self.allowed, self.todo)
            if sentence
        )


class BadInput(SamenError):
    """What came in cannot be used."""


class Unreadable(BadInput):
    """A file that is not what it says it is, or that holds no text."""


class TooBig(BadInput):
    """More than is allowed."""


class Refused(SamenError):
    """The act is not allowed now, or not to this person."""


class Conflict(Refused):
    """Somebody else was first."""


class CannotRun(SamenError):
    """The surroundings are not in order."""
