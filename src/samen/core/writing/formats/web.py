"""The letter as a page that stands on its own: semantic HTML, no script, no style of others."""

from html import escape
from itertools import groupby

from samen.core.periods import say_date
from samen.core.writing.formats.table import COLUMNS, row_cells
from samen.core.writing.rendered import Note, Paragraph, RenderedLetter, RenderedSection, Run

STYLE = (
    "body{font:1.05rem/1.55 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;font-size:.85rem;width:100%}"
    "th,td{border-bottom:1px solid #767676;padding:.3rem;text-align:left;vertical-align:top}"
    ".wide{overflow-x:auto}"
    "data{border-bottom:1px dotted #595959}"
)


def to_html(letter: RenderedLetter) -> bytes:
    """The bytes of the page; every field is a <data> with its source as value."""
    heading = letter.heading
    parts = [
        '<!doctype html><html lang="nl"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(heading.subject)}</title><style>{STYLE}</style></head><body><main>",
        f"<p>{escape(heading.sender)}</p>",
        f"<h1>{escape(heading.subject)}</h1>",
        f'<p><time datetime="{heading.on}">{say_date(heading.on)}</time></p>',
        f"<p>{escape(heading.salutation)}</p>",
        *(section_html(section) for section in letter.sections),
        *(f"<p>{escape(s.office)},<br>{escape(s.name)}</p>" for s in letter.signatures),
        _notes(letter.notes),
        _table(letter),
        "</main></body></html>",
    ]
    return "".join(parts).encode()


def section_html(section: RenderedSection) -> str:
    """A section with its heading; neighbouring list items are one list."""
    parts = [f"<h2>{escape(section.title)}</h2>"]
    for is_item, group in groupby(section.paragraphs, key=lambda paragraph: paragraph.is_item):
        lines = [_runs(paragraph) for paragraph in group]
        if is_item:
            parts.append("<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")
        else:
            parts.extend(f"<p>{line}</p>" for line in lines)
    return "".join(parts)


def _runs(paragraph: Paragraph) -> str:
    return "".join(map(_run, paragraph.runs))


def _run(run: Run) -> str:
    if run.note:
        number = run.note
        return f'<sup id="m{number}"><a href="#n{number}">{number}</a></sup>'
    if not run.source:
        return escape(run.text)
    title = f' title="{escape(run.title)}"' if run.title else ""
    was = f"<del>{escape(run.was)}</del> " if run.was else ""
    return (
        f'{was}<data class="field-ref" value="{escape(run.source)}"{title}>'
        f"{escape(run.text)}</data>"
    )


def _notes(notes: tuple[Note, ...]) -> str:
    if not notes:
        return ""
    lines = "".join(
        f'<li id="n{note.number}">{"".join(map(_run, note.runs))} '
        f'<a href="#m{note.number}" aria-label="terug naar de tekst">↩</a></li>'
        for note in notes
    )
    return f"<h2>Voetnoten</h2><ol>{lines}</ol>"


def _table(letter: RenderedLetter) -> str:
    if not letter.rows:
        return ""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in COLUMNS)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row_cells(row)) + "</tr>"
        for row in letter.rows
    )
    title = "Bijlage: resultatentabel"
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    scrolls = f'<div class="wide" role="region" aria-label="{title}" tabindex="0">{table}</div>'
    return f"<h2>{title}</h2>{scrolls}"
