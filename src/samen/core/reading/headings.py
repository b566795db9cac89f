"""Which line is a heading, judged by its form and its neighbours."""

import re
from dataclasses import dataclass
from enum import StrEnum

from samen.core.reading.words import (
    FINITE_VERBS,
    FUNCTION_WORDS,
    ends_clause,
    ends_sentence,
    starts_lower,
    starts_upper,
)

ANNEX = re.compile(
    r"(?:Bijlage|Annex|Appendix|Annexe)\s*(?P<number>\d{1,2}|[IVX]{1,4}|[A-H])?\b"
    r"\s*(?P<sign>[:.\-–—|]?)\s*(?P<title>.*)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?:§\s*)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?:[|–-]\s+)?(?=[A-Z‘“'\"])"
)
_LETTERED = re.compile(r"(?:[A-Z](?:\.\d{1,2})*|[IVX]{1,4})[.)]?(?<![A-Z])\s+(?=[A-Z‘“'\"])")
_SMALL_LETTER = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})[.)]\s+(?=[A-Z‘“'\"])")
_INNER_STOP = re.compile(r"[a-zà-ÿ)]{3}[.!?]\s+[A-Z]")
_TABLE_GAP = re.compile(r"\S(?:\s{3,}|\t)(?=\S)")
_WORD = re.compile(r"[^\W\d_]+")
_ITEM = re.compile(r"\s*\(?(?:[a-z]|[ivx]{1,4})[.)]\s")
MARK = re.compile(r"\s*(?:>{2,3}|#{1,4})\s+(?=\S)")
"""What some texts set before a heading."""
_CAPTION = re.compile(r"(?:Tabel|Figuur|Grafiek|Table|Figure)\s+[A-Z]?\.?\d", re.IGNORECASE)
_CHAPTER = re.compile(
    r"(?:Hoofdstuk|Deel|Thema|Chapter|Part)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.:]?\s+(?=\S)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:Wat|Hoe|Wie|Waar\w*|Welke?|Wanneer)\s")
_GOES_ON = re.compile(r"\((?:Kamerst|Handel|nr|\d)|€|[%)]")
"""How a line begins that goes on with the sentence of the line above it."""
_PARTICLE = re.compile(r"\s(?:op|aan|in|uit|door|voor|over|na|om)$")
"""What a verb may leave at the end of a sentence: "Richt een fonds op"."""
_TITLES = frozenset({"heer", "mevrouw", "lid", "leden", "minister", "staatssecretaris"})
"""Words that a name or a field follows."""
_SPEAKS = re.compile(r"\b(?:ik|wij)\b")
_MOST_CHARACTERS = 120
_MOST_WORDS = 16
_MOST_WORDS_WITH_VERB = 10
_FULL_LINE = 55


class Gap(StrEnum):
    """What lies between two running lines."""

    NONE = "none"
    BLANK = "blank"
    PAGE = "page"
    PARAGRAPH = "paragraph"
    """A paragraph end that the format knows."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The lines around a line, with what parts them from it; "" where there is none.

    is_fresh: whether the line before is no running sentence (a heading, or nothing at all).
    width: of the lines around it, in characters.
    """

    before: str
    gap_before: Gap
    is_fresh: bool
    after: str
    gap_after: Gap
    width: int


def annex_number(text: str, so_far: int) -> int:
    """The number of the annex that a title opens, or 0 when it is no annex title."""
    found = ANNEX.match(text)
    if not found or len(text) > _MOST_CHARACTERS or has_verb(text):
        return 0
    title = found["title"]
    if title and not found["number"] and not (found["sign"] and title[0].isalpha()):
        return 0
    if title and not found["sign"] and not starts_upper(title):
        return 0
    if text.rstrip().endswith((".", ",", ";")):
        return 0
    digits = found["number"] or ""
    return int(digits) if digits.isdigit() else so_far + 1


def is_table_row(text: str) -> bool:
    """Whether wide gaps cut a line into three columns or more."""
    return len(_TABLE_GAP.findall(text)) > 1


def has_verb(text: str) -> bool:
    return any(word in FINITE_VERBS for word in _WORD.findall(text.casefold()))


def has_heading_form(text: str) -> bool:
    """Whether a line could be a heading for all that it says itself, having no verb."""
    return has_form(text) and (text.endswith("?") or not has_verb(text))


def has_form(text: str) -> bool:
    """Whether a line has the length, the first and the last character of a heading."""
    return _has_shape(text) and not ends_open(text)


def _has_shape(text: str) -> bool:
    if not 2 <= len(text) <= _MOST_CHARACTERS or len(text.split()) > _MOST_WORDS:
        return False
    body = without_number(_CHAPTER.sub("", text))
    if not (body[:1].isupper() or body[:1] in "‘“'\"(") or starts_lower(body):
        return False
    if _CAPTION.match(text):
        return False
    if not any(c.isalpha() for c in body) or text[-1] in ".,;:!…-–—":
        return False
    return not (_TABLE_GAP.search(body) or _INNER_STOP.search(body))


def is_heading(text: str, around: Neighbours) -> bool:
    """Whether a line is a heading between these neighbours."""
    if not _has_shape(text) or not around.after:
        return False
    is_said = has_verb(text) or ends_open(text) or _SPEAKS.search(text) is not None
    is_plain = text.endswith("?") or not is_said
    if ends_open(text) and not _PARTICLE.search(text):
        return False
    if not (is_plain or _stands_alone(text, around)):
        return False
    return _fits_before(around) and _fits_after(text, around)


def _stands_alone(text: str, around: Neighbours) -> bool:
    """Whether a line with a verb is set between blank lines, above a full line of print.

    A line in capitals, or one that opens as a question without its mark, may stand above any.
    """
    apart = (Gap.BLANK, Gap.PARAGRAPH)
    is_apart = around.gap_before in apart and around.gap_after in apart
    if not is_apart or not (around.is_fresh or ends_sentence(around.before)):
        return False
    if text.isupper() or _ASKS.match(without_number(text)):
        return True
    is_short = len(text.split()) <= _MOST_WORDS_WITH_VERB and len(text) < 0.8 * around.width
    return is_short and not around.is_fresh and _runs_on(around)


def _runs_on(around: Neighbours) -> bool:
    """Whether running print follows: a line that is long or full, or a whole sentence."""
    text, full = around.after, min(_FULL_LINE, 0.8 * around.width)
    return (len(text) > full or ends_sentence(text)) and not _ITEM.match(text)


def ends_open(text: str) -> bool:
    """Whether the last word asks for more ("van", "de"); a number or a short name closes it."""
    words = text.split()
    last = words[-1].strip("()‘’“”'\"") if words else ""
    is_name = last.isupper() and not text.isupper()
    return (last.casefold() in FUNCTION_WORDS or last in _TITLES) and not is_name


def _fits_before(around: Neighbours) -> bool:
    if around.is_fresh or ends_clause(around.before):
        return True
    return around.gap_before in (Gap.BLANK, Gap.PARAGRAPH) and not _is_unfinished(around.before)


def _is_unfinished(text: str) -> bool:
    return text.rstrip().endswith((",", "-")) or ends_open(text)


def _fits_after(text: str, around: Neighbours) -> bool:
    if starts_lower(around.after) and not _ITEM.match(around.after):
        return False
    if around.gap_after is Gap.NONE and _GOES_ON.match(around.after):
        return False
    if around.gap_after is Gap.PARAGRAPH:
        return True
    room = around.width - len(text)
    if around.gap_after is Gap.NONE:
        is_apart = around.is_fresh or around.gap_before is not Gap.NONE
        next_word = around.after.split(maxsplit=1)[0]
        return room > len(next_word) and (is_apart or room > 0.2 * around.width)
    if around.gap_after is Gap.PAGE:
        return room > 0.15 * around.width
    return True


def heading_level(text: str) -> int:
    """2, or 3 for a heading with a number of more than one part ("2.1 ...")."""
    found = NUMBERED.match(text)
    is_below = _SMALL_LETTER.match(text) or (found and "." in found["number"])
    return 3 if is_below else 2


def is_lettered_heading(text: str, around: Neighbours) -> bool:
    """Whether "a. Title" stands apart from what is above and below it, as no list item does."""
    if not _SMALL_LETTER.match(text) or _ITEM.match(around.after):
        return False
    apart = (Gap.BLANK, Gap.PARAGRAPH)
    is_apart = around.gap_after in apart and (around.is_fresh or around.gap_before in apart)
    return is_apart and has_heading_form(text) and _fits_before(around)


def without_number(text: str) -> str:
    """What a heading says behind its number or letter: \"2.1 Controles\", \"B. Geld\"."""
    found = NUMBERED.match(text) or _LETTERED.match(text) or _SMALL_LETTER.match(text)
    return text[found.end() :] if found else text
