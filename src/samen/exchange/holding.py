"""Places to write: who may."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.terms import Scope
from samen.exchange.values import ASKERS
from samen.purposes.inside import Purpose
from samen.purposes.writing import written_or


def refused() -> Refused:
    return Refused(
        _("Your part in this processing does not let you ask or answer here."),
        _("Analysts and case holders do who see the whole of a processing."),
        _("Open the purpose as one, or ask its controller."),
    )


def may_ask(purpose: Purpose) -> bool:
    """Whether questions without names are asked and answered in a purpose."""
    return purpose.role in ASKERS and purpose.membership.scope == Scope.NATIONAL


@contextmanager
def allowed(purpose: Purpose) -> Iterator[None]:
    """A place to write; who may not gets a sentence, whatever the database says of it."""
    if not may_ask(purpose):
        raise refused()
    with written_or(refused):
        yield
