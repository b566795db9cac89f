"""Long work of this room: reading a big letter."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from samen.core.errors import SamenError
from samen.letters.actions.reading import JOB, note_failure, read_into
from samen.letters.queries.review import review_address
from samen.work import clock
from samen.work.actions import step
from samen.work.jobs import long_work


@long_work(JOB)
def read(work: int, *, letter: int) -> str:
    """Read a letter into candidates; the address of its review page."""
    step(work=work, done=0, total=1, words=_("The letter is being read."), now=clock.now())
    try:
        read_into(letter, now=clock.now())
    except SamenError as error:
        note_failure(letter=letter, words=error.in_words(gettext))
        raise
    step(work=work, done=1, total=1, words=_("The candidates are ready."), now=clock.now())
    return review_address(letter)
