"""The files that a letter leaves the house in, by name."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from samen.core.writing.formats.machine import to_json
from samen.core.writing.formats.pdf import to_pdf
from samen.core.writing.formats.table import COLUMNS, to_csv, to_ods, to_xlsx
from samen.core.writing.formats.web import to_html
from samen.core.writing.formats.word import to_word
from samen.core.writing.rendered import RenderedLetter

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv; charset=utf-8",
}
MAKERS: dict[str, Callable[[RenderedLetter], bytes]] = {
    "brief.docx": to_word,
    "brief.pdf": to_pdf,
    "brief.html": to_html,
    "brief.json": to_json,
    "resultatentabel.xlsx": lambda letter: to_xlsx(letter.rows, COLUMNS, letter.charts),
    "resultatentabel.ods": lambda letter: to_ods(letter.rows, COLUMNS, letter.charts),
    "resultatentabel.csv": lambda letter: to_csv(letter.rows),
}
TABLES: dict[str, Callable[[RenderedLetter, Sequence[str]], bytes]] = {
    "resultatentabel.xlsx": lambda letter, heads: to_xlsx(letter.rows, heads, letter.charts),
    "resultatentabel.ods": lambda letter, heads: to_ods(letter.rows, heads, letter.charts),
    "resultatentabel.csv": lambda letter, heads: to_csv(letter.rows, heads),
}
HEADS = (
    _("No."),
    _("Theme"),
    _("Kind"),
    _("What"),
    _("Who"),
    _("Where it stands"),
    _("Explanation"),
)
"""The heads of the results table; in Dutch they are the letter's own."""


def draft_file(name: str, letter: RenderedLetter) -> bytes:
    """A file of a draft as a page gives it: a table has its heads in the reader's language."""
    if name in TABLES:
        return TABLES[name](letter, [gettext(head) for head in HEADS])
    return MAKERS[name](letter)


def media_type(name: str) -> str:
    return MEDIA[name.rpartition(".")[2]]
