"""The letter as PDF."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from samen.core.periods import say_date
from samen.core.typeset import typeset
from samen.core.writing.formats.table import COLUMNS, row_cells
from samen.core.writing.rendered import RenderedLetter, RenderedSection, Run
from samen.core.writing.signs import in_print

STYLE = Path(__file__).with_name("letter.typ").read_bytes()


def to_pdf(letter: RenderedLetter) -> bytes:
    """The bytes of the PDF. Its date is the letter's, so that equal letters are equal files.

    Raises BadInput for a sign that its typeface lacks: the standards allow no empty box.
    """
    return typeset(STYLE, _in_print(_data(letter)), letter.heading.on)


def _data(letter: RenderedLetter) -> dict[str, Any]:
    heading = letter.heading
    facts = [
        {"name": "Datum", "value": say_date(heading.on)},
        {"name": "Ons kenmerk", "value": heading.reference},
        {"name": "Betreft", "value": heading.subject},
    ]
    return {
        "lang": "nl",
        "subject": heading.subject,
        "sender": heading.sender,
        "salutation": heading.salutation,
        "addressee": heading.addressee.splitlines(),
        "reference": heading.reference,
        "draft": letter.is_draft,
        "facts": [fact for fact in facts if fact["value"]],
        "words": {"draft": "Concept", "page": "Pagina", "results": "Bijlage: resultatentabel"},
        "notes": [{"number": note.number, "runs": _runs(note.runs)} for note in letter.notes],
        "sections": [_section(section) for section in letter.sections],
        "signatures": [{"office": s.office, "name": s.name} for s in letter.signatures],
        "columns": COLUMNS,
        "rows": [row_cells(row) for row in letter.rows],
    }


def _in_print(value: Any) -> Any:
    """The data with all its words in signs that the typeface has."""
    if isinstance(value, dict):
        return {name: _in_print(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_in_print(each) for each in value]
    return in_print(value) if isinstance(value, str) else value


def _section(section: RenderedSection) -> dict[str, Any]:
    """Neighbouring list items are one list."""
    blocks: list[dict[str, Any]] = []
    for is_item, group in groupby(section.paragraphs, key=lambda paragraph: paragraph.is_item):
        if is_item:
            items = [{"runs": _runs(paragraph.runs)} for paragraph in group]
            blocks.append({"runs": [], "items": items})
        else:
            blocks.extend(
                {"runs": _runs(paragraph.runs), "items": [], "leads": paragraph.leads}
                for paragraph in group
            )
    return {"title": section.title, "blocks": blocks}


def _runs(runs: Iterable[Run]) -> list[dict[str, Any]]:
    return [{"text": run.text, "note": run.note, "was": run.was} for run in runs]
