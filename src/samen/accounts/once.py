"""What the database keeps unique, told to who came second."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from psycopg.errors import ExclusionViolation, UniqueViolation

from samen.core.errors import Conflict


@contextmanager
def once(taken: Conflict) -> Iterator[None]:
    """A place to write a row that may be there once; raises `taken` when it is there already.

    Looking first is not enough: of two at once, both look before either writes.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if isinstance(error.__cause__, UniqueViolation | ExclusionViolation):
            raise taken from error
        raise
