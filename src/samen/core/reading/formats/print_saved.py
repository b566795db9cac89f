"""A printed text saved as Word or web page: every line of print became a paragraph of its own."""

from dataclasses import replace
from itertools import pairwise

from samen.core.reading.source import Layout, Line, Source

_LONGEST = 130
"""Characters of a line of print, columns of a table included."""
_FEWEST = 20
"""Lines from which the shape of a text can be told."""


def without_blanks(source: Source) -> Source:
    """The source without empty lines, which a structured format has only for looks.

    Where its paragraphs are lines of print the empty lines stay, for there they part the
    paragraphs, and the source is read as print.
    """
    if _is_print(source.lines):
        return replace(source, layout=Layout.PRINTED, lines=tuple(map(_bare, source.lines)))
    return replace(source, lines=tuple(line for line in source.lines if line.text.strip()))


def _is_print(lines: tuple[Line, ...]) -> bool:
    """Whether many paragraphs break off in mid-sentence, and none is longer than a line."""
    written = [line for line in lines if line.text.strip() and not line.furniture]
    if len(written) < _FEWEST or any(_has_structure(line) for line in written):
        return False
    if any(len(line.text.rstrip()) > _LONGEST for line in written):
        return False
    broken = sum(
        line.text.rstrip()[-1:] not in ".?!:;" and after.text.lstrip()[:1].islower()
        for line, after in pairwise(written)
    )
    return 6 * broken > len(written)


def _has_structure(line: Line) -> bool:
    return bool(line.heading or line.footnote or line.list_item or line.marks)


def _bare(line: Line) -> Line:
    return replace(line, continues=False)
