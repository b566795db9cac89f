"""A letter comes in: stored once, then read into candidates for people to decide on."""

import hashlib
from collections import Counter
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused, SamenError
from samen.core.reading import Candidate as Read
from samen.core.reading import Masthead, Reading, read_letter
from samen.core.reading.formats import is_short, open_letter
from samen.core.reading.repair import repair
from samen.core.reading.text import Letter
from samen.core.terms import CandidateKind, DocumentKind, Judgement
from samen.core.writing.signs import visible
from samen.letters.models import Candidate, IncomingLetter
from samen.letters.wording import letter_title, sentence_around, subject_of
from samen.programme import actions as programme
from samen.programme.actions.wording import Actor
from samen.programme.values import DocumentFacts
from samen.work.actions import start_work

JOB = "letters.read"
TOLD_WHOLE = (CandidateKind.ACTION, CandidateKind.COMMITMENT, CandidateKind.MOTION)
"""Kinds whose entry is called by the whole sentence, not by the clause that was read."""

type Place = tuple[str, int, int, str]
"""Kind, first and last character in the original, and the quote."""


@transaction.atomic
def upload_letter(*, content: bytes, name: str, by: Actor, now: datetime) -> int:
    """The id of the letter in this file; the same file again is the same letter.

    Raises BadInput, before anything is stored, when the file cannot be read. Of a long one
    only the kind is looked at here; the work that reads it says what else is wrong.
    """
    digest = hashlib.sha256(content).hexdigest()
    known = IncomingLetter.objects.filter(sha256=digest).values_list("pk", flat=True).first()
    if known is not None:
        return known
    if is_short(content, name):
        open_letter(content, name)
    letter, _is_new = IncomingLetter.objects.get_or_create(
        sha256=digest,
        defaults={
            "name": visible(name)[-200:],
            "content": content,
            "uploaded_by_id": by.pk,
            "uploaded_at": now,
        },
    )
    return letter.pk


def begin_reading(*, letter: int, by: Actor, now: datetime) -> int | None:
    """Read a letter: a short one at once, a long one as work whose id is returned.

    A letter that cannot be read says why; it stays without candidates. One that is being
    read already keeps its work.
    """
    row = IncomingLetter.objects.get(pk=letter)
    if row.read_at is not None:
        return None
    if not is_short(bytes(row.content), row.name):
        return _defer(letter, by, now)
    try:
        read_into(letter, now=now)
    except SamenError as error:
        note_failure(letter=letter, words=error.in_words(gettext))
    return None


@transaction.atomic
def _defer(letter: int, by: Actor, now: datetime) -> int:
    row = IncomingLetter.objects.select_for_update().defer("content").get(pk=letter)
    if row.work_id is not None and not row.failed_because:
        return row.work_id
    work = start_work(
        title=_("Reading {name}"),
        name=row.name[-150:],
        job=JOB,
        arguments={"letter": row.pk},
        started_by=by.pk,
        now=now,
        result_url=reverse("letters:review", args=[row.pk]),
    )
    IncomingLetter.objects.filter(pk=row.pk).update(work_id=work.pk, failed_because="")
    return work.pk


def read_into(letter_id: int, *, now: datetime) -> None:
    """Read a letter and keep its candidates, all or nothing.

    Reading again keeps what people decided on, and what is read the same. Raises BadInput
    when the file cannot be read.
    """
    row = IncomingLetter.objects.get(pk=letter_id)
    content = bytes(row.content)
    text = repair(open_letter(content, row.name))
    reading = read_letter(content, row.name)
    with transaction.atomic():
        row = IncomingLetter.objects.select_for_update().get(pk=letter_id)
        _keep_letter(row, text, reading, now)
        _keep_candidates(row, text, reading.candidates)


def note_failure(*, letter: int, words: str) -> None:
    """Keep why a letter could not be read, for the page of the letter."""
    IncomingLetter.objects.filter(pk=letter).update(failed_because=words)


@transaction.atomic
def date_letter(*, letter: int, on: date, by: Actor, now: datetime) -> None:
    """Give a letter the date that could not be read in it: statuses hold from that day."""
    row = IncomingLetter.objects.select_for_update().get(pk=letter)
    if row.date is not None:
        raise Refused(_("This letter has a date already."), "", _("Load the page again."))
    row.date = on
    row.save(update_fields=["date"])
    if row.document_id is not None:
        programme.add_document(document=_document_facts(row), by=by, now=now)


def _keep_letter(row: IncomingLetter, text: Letter, reading: Reading, now: datetime) -> None:
    masthead = reading.masthead
    row.original = text.original.replace("\x00", "\ufffd")
    row.furniture = [asdict(stretch) for stretch in text.furniture]
    row.masthead = asdict(masthead) | {"subject": subject_of(row.original)}
    row.notes = list(dict.fromkeys(reading.notes))
    if masthead.date:
        row.date = date.fromisoformat(masthead.date)
    row.read_at, row.failed_because = now, ""
    row.document_id = programme.add_document(
        document=_document_facts(row, masthead), by=row.uploaded_by, now=now
    )
    row.save()


def _document_facts(row: IncomingLetter, masthead: Masthead | None = None) -> DocumentFacts:
    """The letter as a paper of the register; known again by its file."""
    head = masthead or Masthead()
    return DocumentFacts(
        title=letter_title(row.name, row.date, row.subject),
        kind=DocumentKind.LETTER,
        date=row.date,
        chamber=head.house,
        dossier=head.dossier[:10],
        sender=head.department[:200],
        reference=head.reference[:40],
        file_hash=row.sha256,
        text=row.original,
    )


def _keep_candidates(row: IncomingLetter, text: Letter, found: tuple[Read, ...]) -> None:
    """Keep what was there and is read again or has a history; drop the rest; add the new."""
    read = [_as_row(row, text, each) for each in found]
    wanted = Counter(map(_place, read))
    kept: Counter[Place] = Counter()
    for old in row.candidates.all():
        is_read_again = kept[_place(old)] < wanted[_place(old)]
        has_history = old.state != Judgement.OPEN or old.decisions.exists()
        if is_read_again or has_history:
            kept[_place(old)] += 1
        else:
            old.delete()
    new = [each for each in read if not _take(kept, _place(each))]
    last = row.candidates.order_by("-position").values_list("position", flat=True).first()
    for number, each in enumerate(new, start=0 if last is None else last + 1):
        each.position = number
    Candidate.objects.bulk_create(new)


def _take(kept: Counter[Place], place: Place) -> bool:
    """Whether one of the kept candidates stands here; it is used up."""
    kept[place] -= 1
    return kept[place] >= 0


def _place(candidate: Candidate) -> Place:
    return (candidate.kind, candidate.start, candidate.end, candidate.quote)


def _as_row(letter: IncomingLetter, text: Letter, read: Read) -> Candidate:
    """A candidate with its place in the original: the stretch that its quote came from."""
    pieces = text.pieces(read.start, read.end)
    start, end = max(pieces, key=lambda piece: piece[1] - piece[0])
    return Candidate(
        letter=letter,
        kind=read.kind,
        quote=read.quote.replace("\x00", "\ufffd"),
        start=start,
        end=end,
        line=read.line,
        line_end=max(read.line, read.line_end),
        confidence=read.confidence,
        reason=read.reason,
        theme=read.theme[:300],
        detail=_whole(read, text),
    )


def _whole(read: Read, text: Letter) -> dict[str, Any]:
    """The detail, with what is done, promised or paid in repaired words.

    The original may hold the foot of a page in the middle of a sentence.
    """
    if read.kind not in (*TOLD_WHOLE, CandidateKind.AMOUNT):
        return read.detail
    sentence = sentence_around(text.text, read.start, read.end)
    if read.kind is CandidateKind.AMOUNT:
        return read.detail | {"sentence": sentence}
    what = " ".join(text.text[read.start : read.end].split())
    return read.detail | {"what": what, "sentence": sentence}
