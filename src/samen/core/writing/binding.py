"""Binds the digits of a sentence to fields, so that an entry's words can stand in a draft.

A title that came from last year's letter holds dates, papers and numbers, some of them
relative ("dit najaar"). Each becomes a field; what can be bound to nothing better is cited
from the entry's own passage, and stays visible as such.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samen.core.periods import Period, find_periods, say_date, say_period
from samen.core.references import find_laws, find_papers
from samen.core.terms import Precision

NAME_WITH_DIGIT = re.compile(r"\b[A-Za-z][\w-]*\d[\w-]*\b|\b\d+[A-Z][a-z]*\b|\b\d+-[a-z]+\b")
NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DAY = re.compile(r"\b\d{1,2} [a-z]+ (?:19|20)\d\d\b")
PARTS_OF_A_YEAR = frozenset(
    ("eerste", "tweede", "derde", "vierde", "voorjaar", "zomer", "najaar", "winter")
)
MONTHS = frozenset(say_date(date(2000, month, 1)).split()[1] for month in range(1, 13))
LEADS = frozenset(("het", "in", "voor", "na", "sinds", "vanaf", "tot", "van", "tegen", "rond"))
"""Words before a period that lead it in."""
ADDRESS = re.compile(r"\s*\(?\b(?:https?://|www\.)\S+\)?")


@dataclass(frozen=True, slots=True)
class Binding:
    """Words that take the place of `text[start:end]`."""

    start: int
    end: int
    words: str


def bind(text: str, *, entry: int, said_on: date | None) -> str:
    """The text with every digit in a field; relative dates made absolute.

    entry: the id of the entry whose words these are; said_on: the day they were said on.
    """
    text = bare(text)
    taken: list[Binding] = []
    for kind in (_papers, _laws, _periods):
        for binding in kind(text, said_on):
            if all(binding.end <= b.start or b.end <= binding.start for b in taken):
                taken.append(binding)
    bound, at = "", 0
    for binding in sorted(taken, key=lambda b: b.start):
        bound += _rest(text[at : binding.start], entry) + binding.words
        at = binding.end
    return bound + _rest(text[at:], entry)


def named(text: str) -> str:
    """The name of an indicator or an amount with its digits in fields.

    A name that holds a digit of its own ("Pijler 3", "jonger dan 18") is one field as a whole.
    """
    bound = bind(text, entry=0, said_on=None)
    return f"[[name:{bare(text)}]]" if "[[cited:" in bound else bound


def bare(text: str) -> str:
    """The text without web addresses, and without brackets that make a field."""
    return ADDRESS.sub("", text.replace("[[", "").replace("]]", "")).strip()


def with_days(text: str, said_on: date | None) -> str:
    """The text with the periods that hold only on the day it was said made absolute, in fields."""
    bound, at = "", 0
    for binding in _periods(text, said_on):
        if not YEAR.search(text[binding.start : binding.end]):
            bound, at = bound + text[at : binding.start] + binding.words, binding.end
    return bound + text[at:]


def _papers(text: str, _: date | None) -> Iterator[Binding]:
    for found in find_papers(text):
        start, end = found.start, found.end
        if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            start, end = start - 1, end + 1
        start = len(text[:start].rstrip())
        if text[start - 1 : start] == "," and text[end : end + 1] in {")", "", "."}:
            start -= 1
        yield Binding(start, end, f"[[paper:{found.value.id}]]")


def _laws(text: str, _: date | None) -> Iterator[Binding]:
    for found in find_laws(text):
        law = found.value
        words = text[found.start : found.end]
        if law.article and law.regime and any(c.isdigit() for c in words):
            article = words if law.part else f"[[law:{law.regime} {law.article}]]"
            yield Binding(found.start, found.end, f"[[name:{words}]]" if law.part else article)
        elif any(c.isdigit() for c in words):
            yield Binding(found.start, found.end, f"[[name:{words}]]")


def _periods(text: str, said_on: date | None) -> Iterator[Binding]:
    for found in find_periods(text, said_on):
        words = text[found.start : found.end]
        before = text[: found.start].rstrip().rpartition(" ")[2].lower()
        if bound := _period(found.value, words, before):
            yield Binding(found.start, found.end, bound)


def _period(period: Period, words: str, before: str) -> str:
    """The words of a period with its digits in date fields; "" to leave it as it is.

    before: the word that stands before it.
    """
    low, high = period.earliest, period.latest
    if period.in_name or period.precision in {Precision.MONTHS, Precision.RECURRING}:
        return ""
    if low and low == high:
        lead = "van " if words.lower().startswith("van ") else ""
        return f"{lead}[[date:{low.isoformat()}]]"
    absolute = words
    if (low or high) and not YEAR.search(words):
        if period.precision is Precision.VAGUE:
            return ""
        absolute = _year_before(period, words) or _placed(say_period(period), words, before)
    return _dates_in(absolute) if absolute != words or YEAR.search(words) else ""


def _year_before(period: Period, words: str) -> str:
    """ "Het afgelopen jaar" said on a day: the year up to that day; else ""."""
    low, high = period.earliest, period.latest
    if not (low and high and high == period.anchor and 360 <= (high - low).days <= 370):
        return ""
    start = "In" if words[:1].isupper() else "in"
    return f"{start} het jaar tot {say_date(high)}"


def _placed(said: str, words: str, before: str) -> str:
    """A period's words as they stand in a sentence: "in het najaar van 2021".

    What the word before it says already is not said again.
    """
    first = said.split(" ", 1)[0]
    is_part = first in PARTS_OF_A_YEAR
    if is_part and before != "het":
        said = f"het {said}"
    if (is_part or first in MONTHS or first.isdigit()) and before not in LEADS:
        said = f"in {said}"
    return said[:1].upper() + said[1:] if words[:1].isupper() else said


def _dates_in(words: str) -> str:
    """Words such as "voor de zomer van 2022" with the whole dates and years in fields."""
    parts, at = [], 0
    for found in DAY.finditer(words):
        for day in find_periods(found[0], None)[:1]:
            if day.value.earliest:
                parts.append(words[at : found.start()] + f"[[date:{day.value.earliest}]]")
                at = found.end()
    rest = YEAR.sub(lambda year: f"[[date:{year[0]}]]", words[at:])
    return "".join(parts) + rest


def _rest(text: str, entry: int) -> str:
    """What no date or paper took: names keep their digits, other numbers are cited."""
    parts, at = [], 0
    for name in NAME_WITH_DIGIT.finditer(text):
        parts.append(_cited(text[at : name.start()], entry) + f"[[name:{name[0]}]]")
        at = name.end()
    return "".join(parts) + _cited(text[at:], entry)


def _cited(text: str, entry: int) -> str:
    return NUMBER.sub(lambda number: f"[[cited:{entry}:{number[0]}]]", text)
