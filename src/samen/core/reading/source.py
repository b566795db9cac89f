"""The text of a file before repair: its lines, and what the format knows about each.

`Source.text` is the *original* to which every line number and quote refers. For .txt it is the
decoded file; for the other formats it is the extracted plain text.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Layout(StrEnum):
    """What one line of a source is."""

    PRINTED = "printed"
    """A line of print; paragraphs run over several lines (.txt, .pdf)."""
    FLOWING = "flowing"
    """A paragraph, or part of one up to a forced line end (.docx, .odt, .html)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote marker that the format knows: `line.text[column:column + length]`.

    length is 0 where the marker is not written in the text itself.
    """

    column: int
    length: int
    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source, without its line end, with the hints of its format.

    heading: level from 1, or 0. footnote: number of the note it belongs to, or 0.
    furniture: why it is no running text, or "". page: from 1, or 0 where unknown.
    size: of its letters in points, or 0. continues: a forced line end lies before it, no
    paragraph end.
    """

    text: str
    heading: int = 0
    footnote: int = 0
    list_item: bool = False
    furniture: str = ""
    page: int = 0
    size: float = 0.0
    continues: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Source:
    """The lines of a file, and what opening it had to say. notes: for the reviewer."""

    lines: tuple[Line, ...]
    layout: Layout = Layout.PRINTED
    notes: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def source_of_text(text: str, notes: tuple[str, ...] = ()) -> Source:
    """A printed source from decoded text."""
    return Source(tuple(Line(line) for line in text.split("\n")), Layout.PRINTED, notes)
