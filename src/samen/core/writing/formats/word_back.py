"""Reads a Word file back that somebody edited outside, and says what changed.

What comes back is only ever a proposal: a changed number in a field is a question to its
owner, never a new truth.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from samen.core.errors import Unreadable
from samen.core.writing.rendered import Paragraph, RenderedLetter

SIMILAR = 0.5
"""Share of a paragraph's characters that must be alike to call it the same one, reworded."""


class ChangeKind(StrEnum):
    """What somebody did to the letter outside."""

    FIELD = "field"
    WORDS = "words"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between what was sent out and what came back.

    section: the key of its section. source: of a field, "figure:12". before, after: the
    words then and now.
    """

    kind: ChangeKind
    section: str
    before: str
    after: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    fields: tuple[tuple[str, str], ...]
    is_heading: bool


def changes_in(content: bytes, sent: RenderedLetter) -> list[Change]:
    """The differences of an edited Word file with the letter as sent.

    Raises Unreadable when the file is no Word document or holds macros.
    """
    returned = _by_section(_lines(content), sent)
    found: list[Change] = []
    for section in sent.sections:
        found += _compare(section.key, section.paragraphs, returned.get(section.key, []))
    return found


def _lines(content: bytes) -> list[_Line]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if any(name.endswith("vbaProject.bin") for name in package.namelist()):
                raise Unreadable(
                    "The file holds macros.", "A .docx without macros.", "Save it as .docx."
                )
        document = Document(io.BytesIO(content))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise Unreadable(
            "The file is no Word document.",
            "A .docx file that came from this letter.",
            "Save it in Word as .docx and send it again.",
        ) from error
    return [_line(paragraph._p) for paragraph in document.paragraphs]


def _line(element: Any) -> _Line:
    """The text of a paragraph with its content controls; footnote marks leave no text."""
    words, fields = [], []
    for node in element.iter(qn("w:t"), qn("w:sdt"), qn("w:tab")):
        if node.tag == qn("w:t"):
            words.append(node.text or "")
        elif node.tag == qn("w:sdt") and (tag := node.find(f".//{qn('w:tag')}")) is not None:
            shown = "".join(t.text or "" for t in node.iter(qn("w:t")))
            fields.append((tag.get(qn("w:val")), shown))
    style = element.find(f".//{qn('w:pStyle')}")
    heading = style is not None and style.get(qn("w:val"), "").startswith("Heading")
    return _Line(" ".join("".join(words).split()), tuple(fields), heading)


def _by_section(lines: Sequence[_Line], sent: RenderedLetter) -> dict[str, list[_Line]]:
    keys = {section.title: section.key for section in sent.sections}
    sections: dict[str, list[_Line]] = {}
    key = ""
    for line in lines:
        if line.is_heading:
            key = keys.get(line.text, "")
        elif key and line.text:
            sections.setdefault(key, []).append(line)
    last = sent.sections[-1].key if sent.sections else ""
    signed = {f"{s.office}," for s in sent.signatures} | {s.name for s in sent.signatures}
    if last in sections:
        sections[last] = [line for line in sections[last] if line.text not in signed]
    return sections


def _compare(key: str, sent: Sequence[Paragraph], back: list[_Line]) -> Iterator[Change]:
    before = [" ".join(paragraph.text.split()) for paragraph in sent]
    matcher = SequenceMatcher(a=before, b=[line.text for line in back], autojunk=False)
    for act, a, b, c, d in matcher.get_opcodes():
        if act == "equal":
            continue
        pairs = min(b - a, d - c)
        for place in range(pairs):
            yield from _reworded(key, sent[a + place], before[a + place], back[c + place])
        for text in before[a + pairs : b]:
            yield Change(ChangeKind.REMOVED, key, text, "")
        for line in back[c + pairs : d]:
            yield Change(ChangeKind.ADDED, key, "", line.text)


def _reworded(key: str, sent: Paragraph, before: str, back: _Line) -> Iterator[Change]:
    """Changed fields one by one, and the words when more than a field changed."""
    if SequenceMatcher(a=before, b=back.text, autojunk=False).ratio() < SIMILAR:
        yield Change(ChangeKind.REMOVED, key, before, "")
        yield Change(ChangeKind.ADDED, key, "", back.text)
        return
    shown = dict(back.fields)
    rest = before
    for run in sent.runs:
        source = run.source[:64]
        if source and not run.note and shown.get(source, run.text) != run.text:
            yield Change(ChangeKind.FIELD, key, run.text, shown[source], run.source)
            rest = rest.replace(run.text, shown[source], 1)
    if rest != back.text:
        yield Change(ChangeKind.WORDS, key, before, back.text)
