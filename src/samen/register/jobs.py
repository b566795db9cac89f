"""Long work of this room: taking in a partner's file."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from tempfile import TemporaryFile
from uuid import UUID

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.registration.problems import Language
from samen.core.terms import Ground
from samen.purposes.inside import inside
from samen.register.actions_of_files import (
    Told,
    empty_file,
    put_away,
    read_reading,
    take_in_file,
)
from samen.register.queries_of_files import waiting_file, write_content
from samen.work import clock
from samen.work.actions import step
from samen.work.jobs import long_work

JOB = "register.take_in"
TAKEN_IN = _(
    "{added} registrations added, {changed} changed, {same} rows with nothing new, "
    "{refused} to mend."
)
KNOWN = _("This file was taken in before, under the same mapping; nothing changed.")


@long_work(JOB)
def take_in(
    work: int, *, membership: str, user: int, ground: str, file: str, language: Language,
    mends: str = "",
) -> str:  # fmt: skip
    """Take in a file that waits; the address of the page of its delivery. mends: the delivery whose
    refused rows it brings back."""
    now = clock.now()
    opened = inside(
        membership=UUID(membership), user=user, ground=Ground(ground), today=clock.today()
    )
    with opened as purpose, TemporaryFile() as stream, _telling(work) as told:
        given = waiting_file(UUID(file))
        if given is None or given.reading is None:
            raise Refused(
                _("The file is not there any more."),
                _("A file waits for a month, and until it is taken in."),
                _("Give it again."),
            )
        write_content(purpose, given, stream.write)
        reading = read_reading(json.dumps(given.reading))
        delivery = take_in_file(
            purpose, stream=stream, name=given.name, reading=reading, now=now, language=language,
            told=told,
        )  # fmt: skip
        empty_file(given.pk)
        if mends:
            put_away(purpose, UUID(mends), mended=delivery.pk)
    words = TAKEN_IN if delivery.received_at == now else KNOWN
    step(work=work, done=1, total=1, words=words, now=clock.now(), added=delivery.added,
         changed=delivery.changed, same=delivery.same, refused=delivery.refused)  # fmt: skip
    return reverse("register:delivery", args=[membership, ground, delivery.pk])


@contextmanager
def _telling(work: int) -> Iterator[Told]:
    """Says how far a file is on a connection of its own: the file's own ends with the file."""
    with ThreadPoolExecutor(1) as teller:

        def told(rows: int, at: int, size: int) -> None:
            teller.submit(step, work=work, done=at, total=size, now=clock.now(),
                          words=_("{rows} rows read."), rows=rows)  # fmt: skip

        try:
            yield told
        finally:
            teller.submit(connection.close)
