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


class SamenError(Exception):
    """An error that a user can act on.

    found: what was met. allowed: what would have been right. todo: the next step.
    """

    def __init__(self, found: str, allowed: str = "", todo: str = "") -> None:
        self.found = found
        self.allowed = allowed
        self.todo = todo
        super().__init__(" ".join(part for part in (found, allowed, todo) if part))


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
