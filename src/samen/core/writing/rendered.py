"""A letter ready to print: every digit knows where it came from.

A `Run` with a source was made from a field; a run without one is a person's own words and
holds no digit (the check `loose_number` sees to that).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from samen.core.sheets.charts import Chart


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row with one source.

    source: "figure:12", "paper:kst-28638-200", … or "" for free words. note: the number of
    the footnote that hangs here (then `text` is empty), else 0. title: what a reader sees
    when pointing at it. was: the number that stood here before; it is printed struck through.
    """

    text: str
    source: str = ""
    note: int = 0
    title: str = ""
    was: str = ""

    @property
    def printed(self) -> str:
        """All that a reader reads, the number that is struck through first."""
        return f"{self.was} {self.text}" if self.was else self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a list item; entries: ids of the entries that it reports on."""

    runs: tuple[Run, ...]
    is_item: bool = False
    entries: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def leads(self) -> bool:
        """Whether it leads in what follows, so that no page may end with it."""
        return not self.is_item and self.text.rstrip().endswith(":")


@dataclass(frozen=True, slots=True)
class RenderedSection:
    """A heading and its paragraphs. facts: names with what each says, in two columns below these;
    the Word file alone has them."""

    key: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    number: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the results table: one action, commitment or motion."""

    id: int
    theme: str
    kind: str
    title: str
    owners: str
    status: str
    due: str
    said: str
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and for which office."""

    office: str
    name: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a letter."""

    sender: str
    addressee: str
    subject: str
    on: date
    reference: str = ""
    place: str = "Den Haag"
    sequence: int = 0
    salutation: str = "Geachte voorzitter,"


@dataclass(frozen=True)
class RenderedLetter:
    """The whole letter. The results table is its annex, with its charts."""

    heading: Heading
    sections: tuple[RenderedSection, ...]
    notes: tuple[Note, ...]
    rows: tuple[Row, ...] = ()
    charts: tuple[Chart, ...] = ()
    signatures: tuple[Signature, ...] = ()
    is_draft: bool = True
    stylebook: dict[str, str] = field(default_factory=dict)

    def paragraphs(self) -> Iterator[Paragraph]:
        for section in self.sections:
            yield from section.paragraphs
        for note in self.notes:
            yield Paragraph(note.runs)
