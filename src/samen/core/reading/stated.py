"""What a letter states outright: papers, articles of law, dates, amounts, quantities, notes.

The finding is done elsewhere; here a find becomes a candidate.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from samen.core.periods import Period
from samen.core.periods.passage import fold
from samen.core.reading.amount_cover import cover_of
from samen.core.reading.amounts import Amount, find_amounts
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.money import table_size
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import report_year
from samen.core.reading.text import BlockKind
from samen.core.reading.unsure_numbers import broken_spans
from samen.core.references import LegalRef, find_laws
from samen.core.terms import CandidateKind, Found, Funded, Precision, Recurrence

_SUM_OF_A_LINE = re.compile(r"€ ?\d")
_NUMBER_OF_LAW = re.compile(r"\d/\d|\b[IVX]{2,4}$")
_LONGEST_CODE = 6
"""In characters, of the code of a law."""
TIMES = {
    Precision.DAY: "een dag",
    Precision.MONTH: "een maand",
    Precision.QUARTER: "een kwartaal",
    Precision.HALF: "een half jaar",
    Precision.SEASON: "een jaargetijde",
    Precision.YEAR: "een jaar",
    Precision.SPAN: "een periode",
    Precision.BEFORE: "een uiterste moment",
    Precision.AFTER: "een begin zonder einde",
    Precision.UNTIL: "een einde zonder begin",
    Precision.MONTHS: "een aantal maanden",
    Precision.VAGUE: "een onbepaald moment",
    Precision.RECURRING: "iets dat terugkeert",
}
"""What a reason calls a period of each precision."""


def paper_candidates(context: Context) -> Iterator[Candidate]:
    for found in context.papers:
        paper = found.value
        detail = {
            "id": paper.id,
            "chamber": paper.chamber.value,
            "dossier": paper.dossier,
            "suffix": paper.suffix,
            "number": paper.number,
            "session_year": paper.session_year,
        }
        reason = "verwijzing naar een Kamerstuk"
        span = (found.start, found.end)
        yield candidate(context, CandidateKind.PARLIAMENTARY_REF, span, 0.95, reason, detail)


def legal_candidates(laws: list[Found[LegalRef]], context: Context) -> Iterator[Candidate]:
    """Articles, and acts named without one (less sure: they are often only mentioned).

    An act by name counts once, and where no article of it was cited before; by its code alone
    ("de Wmo") it is a mere mention. One with its number ("Richtlijn 2011/36/EU") always counts.
    """
    named: set[str] = set()
    for found in laws:
        law = found.value
        said = context.text[found.start : found.end]
        is_numbered = _NUMBER_OF_LAW.search(said) is not None
        is_mere = law.regime in named or len(said) <= _LONGEST_CODE
        named.add(law.regime)
        if not law.article and is_mere and not is_numbered:
            continue
        detail = {
            "regime": law.regime,
            "article": law.article,
            "part": law.part,
            "version": law.version,
            "name": law.name,
        }
        reason = "artikel van een wet" if law.article else "wet bij naam"
        confidence = 0.95 if law.article else 0.6
        span = (found.start, found.end)
        yield candidate(context, CandidateKind.LEGAL, span, confidence, reason, detail)


def date_candidates(context: Context) -> Iterator[Candidate]:
    """Dates and periods; recurrences, lengths of time and years in a name are none."""
    for found in context.periods:
        period = found.value
        if period.in_name or period.precision in (Precision.RECURRING, Precision.MONTHS):
            continue
        detail = {
            "earliest": _iso(period.earliest),
            "latest": _iso(period.latest),
            "precision": period.precision.value,
            "anchor": _iso(period.anchor),
            "approximate": period.approximate,
        }
        span = (found.start, found.end)
        reason = _why(period, " ".join(context.text[span[0] : span[1]].split()))
        yield candidate(context, CandidateKind.DATE, span, _sureness(period), reason, detail)


def _why(period: Period, words: str) -> str:
    """Which words give the time, what sort of time it is, and what was needed besides them."""
    reason = f"“{words}” noemt {TIMES[period.precision]}"
    if period.anchor is not None and not re.search(r"\d{4}", words):
        day = period.anchor
        reason += f"; geteld vanaf de brief van {day.day}-{day.month}-{day.year}"
    return reason + ("; de grenzen zijn bij benadering" if period.approximate else "")


_JOINT = re.compile(r" {0,2}(?:-|–|(?<= )(?:à|a|tot en met|tot|en|to|and)(?= )) {0,2}")
"""Between the two ends of a range of money."""


def amount_candidates(
    context: Context, tables: Sequence[tuple[int, int]] = ()
) -> Iterator[Candidate]:
    """Sums of money in running text. tables: rows that were read already, in order."""
    heading, lead = "", ""
    broken = list(broken_spans(context.letter))
    for block in context.letter.blocks:
        text = context.letter.block_text(block)
        lead = lead if block.kind is BlockKind.LIST_ITEM else _leads_in(text)
        if block.kind is BlockKind.HEADING:
            heading = text  # it may give the unit of the table below ("x € 1.000")
            if not _SUM_OF_A_LINE.search(text) or table_size(heading.lower()):
                continue
        for found in find_amounts(text, context.anchor, heading.lower()):
            span = (block.start + found.start, block.start + found.end)
            if _is_inside(tables, span[0]) or any(a < span[1] and span[0] < b for a, b in broken):
                continue
            amount = found.value
            year = _year_of_report(context, span, amount)
            detail = {
                "low": number(amount.low),
                "high": number(amount.high),
                "from": amount.from_.year if amount.from_ else year,
                "until": amount.until.year if amount.until else year,
                "recurrence": amount.recurrence.value,
                "funded": cover_of(amount.funded, lead, fold(heading)).value,
                "words": amount.words,
            }
            confidence = 0.95 if amount.unit_stated else 0.75
            reason = "bedrag" if amount.unit_stated else "bedrag waarvan de eenheid niet is genoemd"
            for value, place in _ends(amount, context.text, span):
                own = {"value_eur": number(value)} | detail
                yield candidate(context, CandidateKind.AMOUNT, place, confidence, reason, own)


def _ends(
    amount: Amount, text: str, span: tuple[int, int]
) -> Iterator[tuple[Decimal, tuple[int, int]]]:
    """The sum and its place; of a range each end with its own."""
    joint = _JOINT.search(text, *span) if amount.high is not None else None
    if amount.high is None or joint is None:
        yield from ((each, span) for each in (amount.value, amount.high) if each is not None)
        return
    yield amount.value, (span[0], joint.start())
    yield amount.high, (joint.end(), span[1])


def _year_of_report(context: Context, span: tuple[int, int], amount: Amount) -> int | None:
    """The year of a yearly report, for what it spent or received in a sentence without a time."""
    is_open = amount.from_ is None and amount.until is None
    is_spent = amount.funded is Funded.YES and amount.recurrence is Recurrence.UNKNOWN
    around = context.sentences_around(span[0])
    if not (is_open and is_spent and around):
        return None
    told = context.periods_in(around[0].start, around[0].end)
    return None if any(each.value.earliest for each in told) else report_year(context)


def _leads_in(text: str) -> str:
    """The sentence that a list follows ("Hiervoor is uitgetrokken:"), folded; else ""."""
    if not text.endswith(":"):
        return ""
    return fold(text[text.rfind(". ") + 1 :])


def _is_inside(spans: Sequence[tuple[int, int]], place: int) -> bool:
    index = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return index >= 0 and place < spans[index][1]


def quantity_candidates(quantities: list[Found[Quantity]], context: Context) -> Iterator[Candidate]:
    for found in quantities:
        quantity = found.value
        detail = {
            "value": number(quantity.value),
            "low": number(quantity.low),
            "high": number(quantity.high),
            "unit": quantity.unit or ("procent" if quantity.is_percent else ""),
            "year": quantity.year,
            "base_year": quantity.base_year,
            "direction": quantity.direction,
            "qualifier": quantity.qualifier,
            "words": quantity.words,
        }
        span = (found.start, found.end)
        reason = "aantal of aandeel"
        yield candidate(context, CandidateKind.QUANTITY, span, 0.8, reason, detail)


def footnote_candidates(context: Context) -> Iterator[Candidate]:
    for block in context.letter.footnotes():
        text = context.letter.block_text(block)
        detail = {"number": block.number, "text": text}
        span = (block.start, block.end)
        yield candidate(context, CandidateKind.FOOTNOTE, span, 0.95, "voetnoot", detail)


def laws_of(context: Context) -> list[Found[LegalRef]]:
    return find_laws(context.text)


def number(value: Decimal | None) -> int | float | None:
    """A number as JSON writes it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _sureness(period: Period) -> float:
    if period.precision is Precision.VAGUE or period.earliest is period.latest is None:
        return 0.6
    return 0.8 if period.approximate else 0.95
