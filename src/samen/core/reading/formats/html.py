"""Web pages (.html): headings, lists, tables, and notes that links point to."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html

from samen.core.errors import TooBig
from samen.core.reading.formats.lines import Paragraph, folded, lines_of
from samen.core.reading.formats.plain import EMPTY, cleaned, decoded
from samen.core.reading.source import Layout, Line, Source

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,30})", re.IGNORECASE)
_ONE_BYTE = re.compile(r"(?:iso-?8859-?\d{1,2}|(?:windows-|cp)125\d|latin-?1|us-ascii|macintosh)")
"""Names of character sets that are believed; Python knows some that are no text at all."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SKIPPED = {"script", "style", "head", "template", "noscript", "nav", "svg", "iframe", "object"}
_BLOCKS = {
    "p", "div", "section", "article", "main", "header", "footer", "blockquote", "pre", "ul", "ol",
    "dl", "dt", "dd", "li", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "body", "html",
    "aside", "figure", "figcaption", "address", "form", "fieldset", "hr", "tbody", "thead",
}  # fmt: skip
_MARKER = re.compile(r"\s*[\[(]?(\d{1,3})[\])]?\s*")
_BACK = re.compile(r"\s*(?:[↩↑^⬆↵]\ufe0e?|terug|back)\s*", re.IGNORECASE)
_NOTE_NUMBER = re.compile(r"\s*\[?\d{1,3}[\].)]?\s+")


def open_html(content: bytes) -> Source:
    """The source in a web page. Raises Unreadable when it holds no text."""
    text, notes = _decoded(content)
    text, notes = cleaned(text, notes)
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = lxml_html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise EMPTY from error
    if any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log):
        # The parser leaves out what lies deeper, without a word.
        raise TooBig(
            "The web page has parts in parts in parts, more than 250 deep.",
            "A letter that a browser or Word saved as a web page can be read.",
            "Save it as .docx or PDF.",
        )
    reader = _Reader(root)
    reader.block(root, Line(""))
    lines = reader.lines
    if not any(line.text.strip() for line in lines):
        raise EMPTY
    ordered = [line for line in lines if not line.footnote]
    ordered += sorted((line for line in lines if line.footnote), key=lambda line: line.footnote)
    return Source(tuple(ordered), Layout.FLOWING, notes)


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    found = _CHARSET.search(content[:4096])
    name = found.group(1).decode("ascii").casefold() if found else ""
    if _ONE_BYTE.fullmatch(name):
        try:
            return content.decode(name), ()
        except (UnicodeDecodeError, LookupError):
            return decoded(content)
    return decoded(content)


class _Reader:
    """Walks the page and writes its lines."""

    def __init__(self, root: etree._Element) -> None:
        self.lines: list[Line] = []
        self._numbers = _note_targets(root)
        self._notes = _note_elements(root, self._numbers)
        self._open = Paragraph()
        self._is_set = False  # inside <pre>, where line ends and spaces are as written

    def block(self, element: etree._Element, hint: Line) -> None:
        """Write the lines of a block element and all below it."""
        hint = self._hinted(element, hint)
        if element.tag == "tr":
            self._row(element, hint)
            return
        self._close(hint)
        before, self._is_set = self._is_set, self._is_set or element.tag == "pre"
        self._content(element, hint)
        self._close(hint)
        self._is_set = before

    def _hinted(self, element: etree._Element, hint: Line) -> Line:
        number = self._notes.get(element, hint.footnote)
        hint = replace(hint, footnote=number)
        tag = str(element.tag)
        if number:
            return replace(hint, list_item=False, heading=0)
        if re.fullmatch(r"h[1-6]", tag):
            return replace(hint, heading=int(tag[1]), list_item=False)
        return replace(hint, list_item=tag == "li" or (hint.list_item and tag in ("p", "div")))

    def _content(self, element: etree._Element, hint: Line) -> None:
        self._write(element.text)
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _SKIPPED:
                pass
            elif child.tag in _BLOCKS or child in self._notes:
                self.block(child, hint)
            elif child.tag == "br":
                self._open.write("\n")
            else:
                self._inline(child, hint)
            self._write(child.tail)

    def _write(self, text: str | None) -> None:
        self._open.write((text or "") if self._is_set else folded(text))

    def _inline(self, element: etree._Element, hint: Line) -> None:
        number = self._marker_number(element)
        if number and not hint.footnote:
            text = _text_of(element)
            self._open.write(text)
            self._open.mark(number, len(text))
        elif not (hint.footnote and _is_back_link(element)):
            self._content(element, hint)

    def _marker_number(self, element: etree._Element) -> int:
        """The note that an inline element points to, or 0."""
        links = [element] if element.tag == "a" else list(element.iter("a"))
        for link in links:
            number = self._numbers.get((link.get("href") or "")[1:], 0)
            if number and _MARKER.fullmatch(_text_of(element)):
                return number
        found = _MARKER.fullmatch(_text_of(element)) if element.tag == "sup" else None
        return int(found.group(1)) if found and not self._numbers else 0

    def _row(self, element: etree._Element, hint: Line) -> None:
        self._close(hint)
        cells = [_text_of(cell) for cell in element if cell.tag in ("td", "th")]
        if len(cells) == 1:
            self._content(element, hint)
        else:
            self._open.write("\t".join(cells))
        self._close(hint)

    def _close(self, hint: Line) -> None:
        """End the paragraph that is open, if it holds anything."""
        if self._open.text.strip():
            lines = lines_of(self._open, hint)
            if hint.footnote:
                lines = [_without_number(line) for line in lines]
            self.lines += lines
        self._open = Paragraph()


def _note_targets(root: etree._Element) -> dict[str, int]:
    """By id the number of each note: links of digits to a place further down the page."""
    order = {identity: place for place, identity in enumerate(_identities(root))}
    numbers: dict[str, int] = {}
    for place, link in enumerate(root.iter("a")):
        target = (link.get("href") or "")[1:]
        found = _MARKER.fullmatch(_text_of(link))
        is_inside = (link.get("href") or "").startswith("#") and target in order
        if found and is_inside and place >= 0 and not _points_back(link, target, order):
            numbers.setdefault(target, int(found.group(1)))
    return numbers


def _identities(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        if isinstance(element.tag, str):
            yield element.get("id") or element.get("name") or ""


def _points_back(link: etree._Element, target: str, order: dict[str, int]) -> bool:
    """Whether the link stands in a place that itself lies below its target."""
    above: etree._Element | None = link
    while above is not None:
        own = above.get("id") or above.get("name") or ""
        if own and own in order:
            return order[own] > order[target]
        above = above.getparent()
    return False


def _note_elements(root: etree._Element, numbers: dict[str, int]) -> dict[etree._Element, int]:
    """The elements that hold a note: the target itself, or the block around it."""
    found: dict[etree._Element, int] = {}
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        number = numbers.get(element.get("id") or element.get("name") or "", 0)
        holder: etree._Element | None = element
        while number and holder is not None and holder.tag not in _BLOCKS:
            holder = holder.getparent()
        if number and holder is not None and holder.tag not in ("body", "html"):
            found.setdefault(holder, number)
    return found


def _is_back_link(element: etree._Element) -> bool:
    text = _text_of(element)
    return bool(_BACK.fullmatch(text)) or (element.tag == "a" and bool(_MARKER.fullmatch(text)))


def _text_of(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _without_number(line: Line) -> Line:
    found = _NOTE_NUMBER.match(line.text)
    text = line.text[found.end() :] if found and not line.continues else line.text
    return replace(line, text=text.strip(), marks=())
