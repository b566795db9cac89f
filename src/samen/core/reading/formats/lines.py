"""The pen with which a reader of a structured format writes its lines."""

from dataclasses import dataclass, replace

from samen.core.reading.source import Line, Mark


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is written: its text, forced line ends as "\\n", its markers."""

    text: str = ""
    marks: tuple[Mark, ...] = ()

    def write(self, text: str) -> None:
        self.text += text

    def mark(self, number: int, length: int = 0) -> None:
        """A marker of `length` characters that were just written, or of none."""
        self.marks += (Mark(len(self.text) - length, length, number),)


def lines_of(paragraph: Paragraph, hint: Line) -> list[Line]:
    """One line for each stretch between forced line ends, with the hints of the paragraph."""
    found: list[Line] = []
    start = 0
    for part in paragraph.text.split("\n"):
        end = start + len(part)
        marks = tuple(
            Mark(mark.column - start, mark.length, mark.number)
            for mark in paragraph.marks
            if start <= mark.column <= end and not (found and mark.column == start == end)
        )
        found.append(replace(hint, text=part, marks=marks, continues=bool(found)))
        start = end + 1
    return found


def folded(text: str | None) -> str:
    """Text with its white space folded, as a browser and OpenDocument mean it."""
    if not text:
        return ""
    words = " ".join(text.split())
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() and words else ""
    return f"{before}{words}{after}"
