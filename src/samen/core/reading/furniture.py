"""Page furniture: what a page carries besides its running text.

Three signs, none of them tied to one letter: page numbers by their form, lines that repeat
around page boundaries, and the reference block of Dutch official letters ("Datum", "Ons
kenmerk", the lines above the salutation).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from samen.core.reading.rows import Role, Row
from samen.core.reading.text import Furniture
from samen.core.reading.words import ends_sentence

PAGE_NUMBER = re.compile(
    r"""\s*(?:
        (?:\S.{0,80}\s{3,})?(?:pagina|page|blad|blz\.?|pag\.?|p\.)\s*\d{1,4}(?:\s*(?:van|of|/|uit)\s*\d{1,4})?
      | \d{1,4}\s*(?:/|van|of)\s*\d{1,4}
      | \s{20}\w[\w\ ]{2,40}\s\d{1,3}\s*(?:/|van)\s*\d{1,3}
      | [-–—|]\s*\d{1,4}\s*[-–—|]
      | (?:['’]s-gravenhage\ \d{4}\s+)?
        (?:eerste|tweede)\ kamer,\ vergaderjaar\ \d{4}[-–]\d{4},\ [\d\ ]{5,7}
        (?:[\ -][\w-]{1,7})?,\ (?:nr\.\ \d{1,4}|[A-Z]{1,3})\s+\d{1,3}
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_SESSION = re.compile(r"\s*vergaderjaar \d{4}[-–]\d{4}\s*", re.IGNORECASE)
_IMPRINT = re.compile(
    r"\s*(?:k(?:st|amerstuk)-\d{5}(?:-[\w-]{1,12})?|ISSN \d{4} ?[-–] ?\d{3}[\dX]"
    r"|['’]s-Gravenhage \d{4})\s*",
    re.IGNORECASE,
)
"""What is printed at the foot of the pages of parliamentary papers."""
_BARE_NUMBER = re.compile(r"\s*(?:[-–—|]\s*\d{1,3}|\d{1,3}\s*[-–—|.]?)\s*")
_COUNTED = re.compile(
    r"\s*(?:[-–—|]\s*|(?P<chapter>\d{1,2}|[A-Z])\s?[-–.]\s?)?(?P<number>\d{1,3})\s*[-–—|]?\s*"
)
"""A number alone on its line, also with a dash, or within a chapter or annex ("3-2", "B.14")."""
_TITLED = re.compile(
    r"\s*(?:(?P<first>\d{1,3})(?:\s*\|\s*|\s{2,})(?P<after>[^\W\d].{4,90}?[^.\s])"
    r"|(?P<before>[^\W\d].{4,90}?)(?:\s*\|\s*|\s{2,})(?P<last>\d{1,3}))\s*"
)
"""A running title with the number of its page: "4 | Jaarverslag 2022"."""
STRONG_LABEL = re.compile(
    r"\s*(?:Datum|Ons kenmerk|Uw kenmerk|Onze referentie|Uw referentie|Kenmerk|"
    r"Our reference|Your reference|Date)\s*(?::|$|(?=\d)|\s{2,}|\s(?=[\w./-]*\d))",
    re.IGNORECASE,
)
WEAK_LABEL = re.compile(
    r"\s*(?:Betreft|Onderwerp|Contactpersoon|Bijlage\(n\)|Bijlagen|Zaaknummer|Dossiernummer|"
    r"Retouradres|>\s*Retouradres|Bezoekadres|Postadres|Telefoon|Doorkiesnummer|E-mail|"
    r"Inlichtingen|Briefnummer|Re|Subject|Postbus \d+|Aan de (?:V|v)oorzitter)\b[^.]{0,90}$"
)
_SALUTATION = re.compile(
    r"\s*(?:Geachte|Hooggeachte|Zeer geachte|Beste|Dear|Mijnheer|Mevrouw|Excellentie)\b"
    r".{0,70}?,?\s*"
)
_DATELINE = re.compile(
    r"\s*(?:[A-Z'’][\w'’-]*(?:\s[A-Z][\w-]*)?),?\s+(?:de\s+)?\d{1,2}\s+[a-z]{3,9}\.?\s+\d{4}\s*"
)
_NOTE_FORM = re.compile(r"(?!\s*\d{1,2} [a-z]{3,9} \d{4}\s*$)\s*\[?\d{1,3}[\].)]?\s+\S")
_NO_YEAR = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d+")
_PAGE_ROWS = 12
_SHORT = 48
_FILLED = 45
_SENTENCE = 30
_HANGING = " " * 6
_COLUMN_GAP = re.compile(r"\s{4,}")


def mark_furniture(rows: Sequence[Row]) -> None:
    """Give every row that is page furniture its role and its reason."""
    for row in rows:
        if row.line.furniture:
            row.become(Role.FURNITURE, row.line.furniture)
    for row in rows:
        if _SESSION.fullmatch(row.text):
            row.become(Role.FURNITURE, "letterhead")
        if _IMPRINT.fullmatch(row.text):
            row.become(Role.FURNITURE, "repeated on pages")
    _mark_page_numbers(rows)
    _mark_opening(rows)
    full = [row for row in rows if not row.is_blank]
    anchors = [i for i, row in enumerate(full) if _is_anchor(row)]
    _mark_repeated(full, anchors)
    _mark_reference_blocks(full)
    _mark_enclosed_numbers(full)
    _mark_pages_after(full)


def furniture_of(rows: Iterable[Row]) -> tuple[Furniture, ...]:
    """The stretches of the original taken by furniture; neighbours of one reason are one."""
    found: list[Furniture] = []
    for row in rows:
        if row.role is not Role.FURNITURE:
            continue
        end = row.start + len(row.text)
        if found and found[-1].reason == row.reason and found[-1].end + 1 >= row.start:
            found[-1] = Furniture(found[-1].start, end, row.reason)
        else:
            found.append(Furniture(row.start, end, row.reason))
    return tuple(found)


def _is_anchor(row: Row) -> bool:
    return row.new_page or row.reason == "page number"


def _mark_page_numbers(rows: Sequence[Row]) -> None:
    """Page numbers in words or between dashes; bare ones only where they count up."""
    full = [row for row in rows if not row.is_blank]
    counted = [(at, hit) for at, row in enumerate(full) if (hit := _COUNTED.fullmatch(row.text))]
    for (here, one), (there, other) in pairwise(counted):
        is_next = int(other["number"]) == int(one["number"]) + 1
        if is_next and one["chapter"] == other["chapter"] and there - here > _PAGE_ROWS:
            full[here].become(Role.FURNITURE, "page number")
            full[there].become(Role.FURNITURE, "page number")
    _mark_titled_numbers(full)
    for place, row in enumerate(full):
        is_last = place + 1 == len(full) or full[place + 1].new_page
        is_at_edge = is_last or (row.new_page and row.line.page)
        if PAGE_NUMBER.fullmatch(row.text) or (is_at_edge and _BARE_NUMBER.fullmatch(row.text)):
            row.become(Role.FURNITURE, "page number")


def _mark_titled_numbers(full: Sequence[Row]) -> None:
    """Running titles that stand apart and whose page numbers count up."""
    seen: dict[str, tuple[int, int]] = {}
    for place, row in enumerate(full):
        found = _TITLED.fullmatch(row.text)
        if found is None or not _stands_apart(full, place):
            continue
        title = " ".join((found["after"] or found["before"]).casefold().split())
        number = int(found["first"] or found["last"])
        before, last = seen.get(title, (place, number))
        if 0 < number - last <= 2 and place - before > _PAGE_ROWS:
            full[before].become(Role.FURNITURE, "page number")
            row.become(Role.FURNITURE, "page number")
        seen[title] = place, number


def _stands_apart(full: Sequence[Row], place: int) -> bool:
    """Whether a row has a blank line, or the edge of a page, above or below it."""
    row = full[place]
    is_cut_off = row.new_page or place + 1 == len(full) or full[place + 1].new_page
    gaps = (
        after.index - before.index
        for before, after in pairwise(full[max(0, place - 1) : place + 2])
    )
    return is_cut_off or any(gap > 1 for gap in gaps)


def _mark_opening(rows: Sequence[Row]) -> None:
    """Everything above the salutation, when it looks like a letterhead; and the salutation."""
    head = [row for row in rows if not row.is_blank][:90]
    place = next((i for i, row in enumerate(head) if _SALUTATION.fullmatch(row.text)), None)
    if place is None:
        place = _last_label(head)
    if place is None:
        return
    above = head[: place + 1]
    long = sum(len(" ".join(row.text.split())) > 75 for row in above)
    if long > max(2, len(above) // 4):
        above = [row for row in above if _SALUTATION.fullmatch(row.text)]
    for row in above:
        if row.role is Role.BODY:
            row.become(Role.FURNITURE, "letterhead")


def _last_label(head: Sequence[Row]) -> int | None:
    """Place of the last reference label (or its value) at the top, above any running text."""
    last = None
    for place, row in enumerate(head[:40]):
        text = " ".join(row.text.split())
        if _is_prose(head, place) or PAGE_NUMBER.fullmatch(text):
            break
        if _DATELINE.fullmatch(text) or WEAK_LABEL.match(text) or STRONG_LABEL.match(text):
            is_bare = STRONG_LABEL.fullmatch(text) is not None
            last = min(place + is_bare, len(head) - 1)
    return None if last is None else _with_hanging_lines(head, last)


def _is_prose(head: Sequence[Row], place: int) -> bool:
    """Whether running text begins: a long line, a sentence that ends, or a printed paragraph.

    The lines of an address are short, also beside another column; what hangs below a label
    is indented.
    """
    row = head[place]
    text = " ".join(row.text.split())
    if WEAK_LABEL.match(text) or STRONG_LABEL.match(text) or row.text.startswith(_HANGING):
        return False
    if len(text) > 75 or (len(text) > _SENTENCE and ends_sentence(text)):
        return True
    following = head[place + 1] if place + 1 < len(head) else None
    if following is None or following.index != row.index + 1:
        return False
    return min(_widest_column(row.text), _widest_column(following.text)) > _FILLED


def _widest_column(line: str) -> int:
    """The characters of the longest column on a line."""
    return max(len(column) for column in _COLUMN_GAP.split(line.strip()))


def _with_hanging_lines(head: Sequence[Row], place: int) -> int:
    """The place of the last line that hangs, far indented, below the label at a place."""
    while place + 1 < len(head):
        following = head[place + 1]
        is_next = following.index == head[place].index + 1
        if not (is_next and following.text.startswith(_HANGING)):
            break
        place += 1
    return place


def _normal(row: Row) -> str:
    """The words of a row and its years: other numbers count the pages."""
    return " ".join(_NO_YEAR.sub("#", row.text.casefold()).split())


def _mark_repeated(full: Sequence[Row], anchors: Sequence[int]) -> None:
    """Lines that stand around more than one page boundary, each page looked at apart."""
    edges = sorted({0, *anchors, len(full)})
    tops = [full[a : min(a + 25, b)] for a, b in pairwise(edges)]
    bottoms = [full[max(a, b - 4) : b][::-1] for a, b in pairwise(edges)]
    for runs in (tops, bottoms):
        seen = Counter(line for run in runs for line in {_normal(row) for row in run})
        for run in runs:
            _mark_run(run, seen, len(runs))


def _mark_run(run: Sequence[Row], seen: Counter[str], pages: int) -> None:
    for row in run:
        if row.role is Role.FURNITURE:
            continue
        least = max(3, 0.6 * pages) if _NOTE_FORM.match(row.text) else 2
        is_repeated = seen[_normal(row)] >= least and len(row.text.strip()) < 120
        if not is_repeated or row.line.heading or row.line.footnote:
            return
        row.become(Role.FURNITURE, "repeated on pages")


def _mark_reference_blocks(full: Sequence[Row]) -> None:
    """Reference fields, their values, and the short lines between them and the page's top."""
    for place, row in enumerate(full):
        if row.role is not Role.BODY or len(row.text.strip()) > _SHORT:
            continue
        if not STRONG_LABEL.match(row.text):
            continue
        row.become(Role.FURNITURE, "reference field")
        if STRONG_LABEL.fullmatch(row.text.strip()) and place + 1 < len(full):
            value = full[place + 1]
            if len(value.text.strip()) <= _SHORT and value.role is Role.BODY:
                value.become(Role.FURNITURE, "reference field")
        _mark_up_to_page_top(full, place)


def _mark_up_to_page_top(full: Sequence[Row], place: int) -> None:
    """The short lines above a reference field, when a page boundary lies right above them."""
    run: list[Row] = []
    for row in reversed(full[max(0, place - 25) : place]):
        if row.role is Role.FURNITURE:
            break
        if len(row.text.strip()) > _SHORT or ends_sentence(row.text):
            return
        run.append(row)
        if row.new_page:
            break
    else:
        return
    for row in run:
        row.become(Role.FURNITURE, "letterhead")


def _mark_enclosed_numbers(full: Sequence[Row]) -> None:
    """A bare number between two rows of furniture."""
    for before, row, after in zip(full, full[1:], full[2:], strict=False):
        is_bare = _BARE_NUMBER.fullmatch(row.text) is not None
        is_enclosed = before.role is after.role is Role.FURNITURE
        if is_bare and is_enclosed and row.role is Role.BODY:
            row.become(Role.FURNITURE, "reference field")


def _mark_pages_after(full: Sequence[Row]) -> None:
    """The first running line after furniture begins a page."""
    for before, row in pairwise(full):
        if before.role is Role.FURNITURE and row.role is Role.BODY:
            row.new_page = True
