"""A printed letter saved as Word, OpenDocument or web page reads as the print does."""

from collections.abc import Callable
from html import escape
from io import BytesIO
from itertools import cycle
from pathlib import Path

import docx
import odfdo
import pytest

from samen.core.reading.reader import read_letter

DEV = Path(__file__).parents[2] / "letters" / "truth" / "dev"
LETTERS = [
    path
    for path in sorted(DEV.glob("*.txt"))
    if "\f" not in (text := path.read_text()) and max(map(len, text.split("\n"))) <= 120
][::3]
"""One in three of those that are printed on one long page: reading each twice takes minutes."""


def as_word(text: str) -> bytes:
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_odt(text: str) -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    for line in text.split("\n"):
        document.body.append(odfdo.Paragraph(line))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_page(text: str) -> bytes:
    return f"<html><body><pre>{escape(text)}</pre></body></html>".encode()


def found(content: bytes, name: str) -> list[tuple[str, str]]:
    entries = read_letter(content, name).candidates
    return [(entry.kind, " ".join(entry.quote.split())) for entry in entries]


FORMS = (("docx", as_word), ("odt", as_odt), ("html", as_page))
"""Each letter is saved in one of them, in turn."""


@pytest.mark.parametrize(
    ("letter", "form"),
    list(zip(LETTERS, cycle(FORMS), strict=False)),
    ids=lambda one: one[0] if isinstance(one, tuple) else one.stem,
)
def test_the_same_is_found(letter: Path, form: tuple[str, Callable[[str], bytes]]) -> None:
    ending, saved = form
    text = letter.read_text().replace("\f", "")  # paragraphs hold no form feed
    assert found(saved(text), f"brief.{ending}") == found(text.encode(), "brief.txt") != []
