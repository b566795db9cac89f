"""Places to write: who may, and one at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.utils.translation import gettext_noop as _

from samen.core.errors import Conflict, Refused
from samen.core.terms import Scope
from samen.linkage.values import LINKERS
from samen.purposes.inside import Purpose
from samen.purposes.writing import written_or
from samen.register.queries_of_linkage import nothing_is_destroyed

TRY = "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))"
WAIT = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


def refused() -> Refused:
    return Refused(
        _("Your part in this processing does not let you link here."),
        _("Analysts and case holders link who see the whole of a processing."),
        _("Open the purpose as one, or ask its controller."),
    )


def may_link(purpose: Purpose) -> bool:
    """Whether links are shown and made in a purpose."""
    return purpose.role in LINKERS and purpose.membership.scope == Scope.NATIONAL


@contextmanager
def allowed(purpose: Purpose) -> Iterator[None]:
    """A place to write; who may not gets a sentence, whatever the database says of it."""
    if not may_link(purpose):
        raise refused()
    with written_or(refused):
        yield


def run_alone(purpose: Purpose) -> None:
    """Let nobody else run until the transaction ends. Raises Conflict when somebody does."""
    if not _asked(TRY, f"linkage run {_place(purpose)}"):
        raise Conflict(
            _("Somebody else is linking this processing."),
            _("One run at a time writes links."),
            _("Wait until it is done, and look at its result."),
        )


def hold_state(purpose: Purpose) -> None:
    """Wait until nobody else places or judges here, and nothing is being destroyed."""
    nothing_is_destroyed()
    _asked(WAIT, f"linkage state {_place(purpose)}")


def _place(purpose: Purpose) -> str:
    return f"{purpose.membership.processing_id} {purpose.regime}"


def _asked(words: str, value: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(words, [value])
        return bool(cursor.fetchone()[0])
