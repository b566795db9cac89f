"""A workbook with an owner's answers comes back: all of it is taken, or nothing."""

import math
import re
from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, TooBig
from samen.programme.actions.rounds import Said, answer_question
from samen.programme.labels import status_named
from samen.programme.models import Question
from samen.programme.queries.owner_sheet import HEAD, SHEET, checksum, heads, sheet_names
from samen.programme.queries.rounds import invitation_row
from samen.programme.sheets import read_workbook

MOST_CELLS = 50_000
"""Rows and cells of an owner's sheet: some four thousand questions."""
LARGEST_SHEET = 2 * 1024 * 1024
"""Bytes of an owner's sheet; one of four thousand questions has less than half of it."""
_DUTCH_DAY = re.compile(r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>\d{4})")


def refuse_large_sheet(size: int) -> None:
    """Raise TooBig for a sheet of so many bytes, so that it need not be read."""
    if size > LARGEST_SHEET:
        raise TooBig(
            _("The sheet has {size} MB."),
            _("At most {most} MB is allowed."),
            _("Send the sheet of your own page, without pictures and other sheets."),
            size=math.ceil(size / 1024 / 1024),
            most=LARGEST_SHEET // 1024 // 1024,
        )


@transaction.atomic
def answer_by_sheet(*, token: str, content: bytes, answered_by: str, now: datetime) -> int:
    """The number of answers taken from a workbook; rows without a new status are left.

    Raises TooBig above LARGEST_SHEET bytes, and BadInput with the row when a number, a check, a
    status or a date is not right.
    """
    refuse_large_sheet(len(content))
    sheets = read_workbook(content, most=MOST_CELLS)
    rows = next((sheets[name] for name in sheet_names() if name in sheets), None)
    if not rows or tuple(rows[0][: len(HEAD)]) not in heads():
        raise BadInput(
            _("This is not the sheet that was sent."),
            _("It has a sheet {sheet} with the columns as they were sent."),
            _("Fill in the sheet of your own page again."),
            sheet=gettext(SHEET),
        )
    asked = Question.objects.filter(invitation=invitation_row(token=token, now=now))
    kinds = dict(asked.values_list("entry_id", "entry__kind"))
    said = [
        answer
        for number, row in enumerate(rows[1:], start=2)
        if (answer := _said(number, [*row, *[None] * len(HEAD)], token, kinds)) is not None
    ]
    for answer in said:
        answer_question(token=token, said=answer, answered_by=answered_by, now=now, on_sheet=True)
    return len(said)


def _said(number: int, row: list[object], token: str, kinds: Mapping[int, str]) -> Said | None:
    if not any(row):
        return None
    entry, check = row[0], row[1]
    if not isinstance(entry, int) or check != checksum(token, entry):
        raise BadInput(
            _("Row {number}: the columns Number and Check were changed."),
            _("These two say which entry the answer belongs to."),
            _("Download the sheet again and fill in only the white cells."),
            number=number,
        )
    word = str(row[6] or "").strip()
    if not word and any(str(cell or "").strip() for cell in row[7:10]):
        raise BadInput(
            _("Row {number}: something was filled in, but no new status."),
            _("An answer has a new status; nothing of this sheet was saved."),
            _("Choose a status from the list, if need be the one it has, and send it again."),
            number=number,
        )
    if not word:
        return None
    status = status_named(word, kinds.get(entry, ""))
    if status is None:
        raise BadInput(
            _("Row {number}: the new status is not one of the list."),
            "",
            _("Choose it from the list."),
            number=number,
        )
    return Said(
        entry=entry,
        status=status,
        note=str(row[7] or ""),
        due=_day(number, row[8]),
        link=str(row[9] or "").strip(),
    )


def _day(number: int, cell: object) -> date | None:
    if cell is None or cell == "":
        return None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    found = _DUTCH_DAY.fullmatch(str(cell).strip())
    try:
        if found:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        return date.fromisoformat(str(cell).strip())
    except ValueError:
        raise BadInput(
            _("Row {number}: the new date is no date."),
            "",
            _("Write it as 31-12-2022."),
            number=number,
        ) from None
