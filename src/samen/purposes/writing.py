"""A place to write inside a purpose, where a refusal of the database becomes a sentence."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import ProgrammingError, transaction
from psycopg.errors import InsufficientPrivilege

from samen.core.errors import Refused


@contextmanager
def written_or(refused: Callable[[], Refused]) -> Iterator[None]:
    """Write whole or not at all. Raises what `refused` gives where the policies do not let one."""
    try:
        with transaction.atomic():
            yield
    except ProgrammingError as error:
        if not isinstance(error.__cause__, InsufficientPrivilege):
            raise
        raise refused() from error
