"""An owner's questions as a workbook: the same page, to be filled in offline."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime

from django.conf import settings
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _
from openpyxl import Workbook
from openpyxl.styles import PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from samen.core.sheets.look import dress
from samen.programme.labels import label
from samen.programme.queries.rounds import OwnerPage, hashed, owner_page
from samen.programme.sheets import as_bytes, escaped

HEAD = (
    _("Number"),
    _("Check"),
    _("Kind"),
    _("What it is about"),
    _("Status now"),
    _("Term now"),
    _("New status"),
    _("What has happened"),
    _("New date"),
    _("Evidence (web address)"),
)
"""The columns, told in the reader's language; the first six are locked."""
LOCKED = 6
SHEET = _("Questions")
"""The name of the sheet, told in the reader's language."""
_WIDTHS = (10, 14, 16, 60, 18, 18, 20, 50, 16, 40)
_CHECK = "B"


def checksum(token: str, entry: int) -> str:
    """Shows that a row belongs to this link and this entry."""
    return hashlib.sha256(f"{hashed(token)}:{entry}".encode()).hexdigest()[:12]


def heads() -> list[tuple[str, ...]]:
    """The heads that a sheet may come back with: one in each language of the site."""
    return _in_each_language(_head)


def sheet_names() -> list[str]:
    """The names that a sheet may come back with: one in each language of the site."""
    return _in_each_language(lambda: gettext(SHEET))


def _in_each_language[Told](tell: Callable[[], Told]) -> list[Told]:
    found = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            found.append(tell())
    return found


def _head() -> tuple[str, ...]:
    return tuple(gettext(word) for word in HEAD)


def owner_sheet(*, token: str, now: datetime, today: date) -> bytes | None:
    """The workbook behind a link; None when the link has ended."""
    page = owner_page(token=token, now=now, today=today)
    if page is None:
        return None
    book = Workbook()
    _fill(book, page, token)
    return as_bytes(book)


def _fill(book: Workbook, page: OwnerPage, token: str) -> None:
    sheet = book["Sheet"]
    sheet.title = gettext(SHEET)
    sheet.append(_head())
    for question in page.questions:
        state = question.state
        sheet.append(
            [
                state.id,
                checksum(token, state.id),
                label("kind", state.kind),
                escaped(state.title),
                label("status", state.status),
                state.due or escaped(state.due_words),
            ]
        )
        row = sheet.max_row
        words = ",".join(label("status", choice) for choice in question.choices)
        choice = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True)
        sheet.add_data_validation(choice)
        choice.add(f"G{row}")
    _paint(sheet)


def _paint(sheet: Worksheet) -> None:
    """Grey and locked what was asked, white and free what is answered; the check out of sight."""
    dress(sheet, _WIDTHS)
    sheet.column_dimensions[_CHECK].hidden = True
    for row, cells in enumerate(sheet.iter_rows(max_col=len(HEAD))):
        for number, cell in enumerate(cells):
            is_free = row > 0 and number >= LOCKED
            cell.protection = Protection(locked=not is_free)
            if not is_free:
                cell.fill = PatternFill("solid", fgColor="EEEEEE")
    sheet.protection.enable()
