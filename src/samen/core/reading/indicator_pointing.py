"""Years told by pointing at those of other counts: the same years, the year before, that plan.

"In 2021 en 2022 kwamen er 40 en 52 binnen; in diezelfde jaren zijn 31 en 33 afgedaan." "Wij telden
52 controles, waar dat in 2021 nog 40 was." A year that stands at another count is none of its own.
"""

import re

from samen.core.numerals import parse_number
from samen.core.reading.context import Context
from samen.core.reading.indicator_lines import lead_of
from samen.core.reading.indicator_readings import Reading
from samen.core.reading.indicator_tallies import bare_end, told_years
from samen.core.reading.indicator_words import TIME_UNIT
from samen.core.reading.indicator_years import RELATIVE, single_year
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import report_year, this_year
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import BlockKind
from samen.core.terms import Found, Precision

_ABOUT = r"(?:nog |slechts |zelfs |ruim |circa |bijna )?"
_LINK = re.compile(rf"(?: ?%| [^\W\d_]+){{0,2}}?(?:,|,? en| via| naar| tot) {_ABOUT}")
"""Between two numbers of a row: "139, 131 en 198", "van 38 via 29 naar 24"."""
_POINTS = re.compile(
    r"\b(?:in|over) (?:die|deze|diezelfde|dezelfde|beide|genoemde) (?:[a-z]+ )?"
    r"(?:jaren|jaargangen)\b"
    r"|\bachtereenvolgens\b|\bonderscheidenlijk\b|\brespectievelijk\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?: [^\W\d_]+){0,2}? en ")
_WHOLE = re.compile(
    r" van de (?:beoogde|geplande|begrote|geraamde|afgesproken|toegezegde|benodigde) "
)
_IN_BRACKETS = re.compile(
    r"(?: [^\W\d_]+)? \((?:in |eind |over )?(?P<year>20\d\d) ?:? ?\d[\d.,]*(?: ?%)?\)"
)
_OF_A_PLAN = re.compile(
    r"\b(?:[Jj]aarplan|[Ww]erkplan|[Jj]aarprogramma|[Jj]aaragenda|[Aa]ctieplan|[Uu]itvoeringsplan)"
    r" (?P<year>20\d\d)\b(?![-–/])[^.;\d]{0,60}$"
)
_TOEN = re.compile(r"\b(?P<year>(?:19|20)\d\d),? (?:en )?toen\b[^.;,]{0,60}$")
_INSERTED = re.compile(
    r"\b(?P<year>(?:19|20)\d\d), toen (?:[^.;,]|\.(?=\d)){3,60}, [^.;,\d]{0,40}$"
)
"""Before a number whose year stands before an inserted clause: "in 2023, toen ..., bij 27%"."""
_OF_NOW = re.compile(r"\b(?:nu|thans|inmiddels)\b|\bvan (?:ruim |circa |bijna )?$")
"""Before a number of now, or the one that a rise starts from."""
_YEAR = re.compile(r"\b20\d\d\b")
_OF_WHOLE = re.compile(
    r"(?:^| |\b)(?:van|bij|onder|uit) (?:de|deze|die) (?P<whole>[1-9]\d[\d.]*)(?=[ ,])", re.I
)
_NEAR_WHOLE = 20
_MOST_OF_LEAD = 140
_HALF_A_YEAR = r"\bhalf jaar (?:daarvoor|ervoor|eerder)\b"
_AFTER_HALF = re.compile(rf"{_HALF_A_YEAR}[^\d,;]{{0,20}}$", re.IGNORECASE)
_BEFORE_HALF = re.compile(rf"[^\d;]{{0,40}}{_HALF_A_YEAR}(?![^\d,;]{{0,20}}\d)", re.IGNORECASE)
_ON_THE_DAY = (Precision.DAY, Precision.MONTH, Precision.SPAN)


def year_pointed_at(
    context: Context,
    sentence: Sentence,
    found: Found[Quantity],
    counts: list[Found[Quantity]],
    before: list[Reading],
) -> int | None:
    """The year of a number that is told with another count, in its row or right beside it, or None.

    counts: the numbers of the sentence, in order. before: the counts read before it.
    """
    in_row = _in_those_years(context, sentence, found, counts, before)
    return in_row or _beside(context, sentence, found, counts, before)


def year_by_words(context: Context, sentence: Sentence, found: Found[Quantity]) -> int | None:
    """The year of a number that the words near it or above its list give, or None."""
    return _by_words_near(context, sentence, found) or _aimed_at_above(context, sentence, found)


def _in_those_years(
    context: Context,
    sentence: Sentence,
    found: Found[Quantity],
    counts: list[Found[Quantity]],
    before: list[Reading],
) -> int | None:
    """The year that stands where a number stands in its row, of as many years told before."""
    if not _POINTS.search(context.text, sentence.start, sentence.end):
        return None
    row = _row_of(context.text, found, counts)
    if len(row) < 2:
        return None
    others = [e for e in counts if e not in row and not TIME_UNIT.match(e.value.unit)]
    start = max([sentence.start, *(each.end for each in others if each.end <= row[0].start)])
    end = min([sentence.end, *(each.start for each in others if each.start >= row[-1].end)])
    if not _POINTS.search(context.text, start, end):
        return None
    named = [p for p in context.periods_in(start, end) if p.value.precision is Precision.YEAR]
    if named:
        return None
    years = _years_told(context, sentence, before, len(row))
    return years[row.index(found)] if years else None


def _row_of(
    text: str, found: Found[Quantity], counts: list[Found[Quantity]]
) -> list[Found[Quantity]]:
    """The numbers that stand in one row with a number."""
    row: list[Found[Quantity]] = []
    for each in counts:
        if row and not _LINK.fullmatch(text, bare_end(row[-1]), each.start):
            if found in row:
                break
            row = []
        row.append(each)
    return row if found in row else []


def _years_told(
    context: Context, sentence: Sentence, before: list[Reading], many: int
) -> list[int]:
    """As many years as asked, in the order told: those of the counts before, else of a period."""
    is_item = sentence.block.kind is BlockKind.LIST_ITEM
    near = [
        each
        for each in before
        if each.sentence.block is sentence.block
        or (is_item and each.sentence.block.kind is BlockKind.LIST_ITEM)
    ]
    own = [each.year for each in near if each.sentence is sentence and each.year]
    last = [each for each in near if each.sentence is not sentence]
    theirs = [each.year for each in last if each.sentence is last[-1].sentence and each.year]
    all_near = [each.year for each in last[-many * 2 :] if each.year]
    for years in (own, theirs, sorted(all_near), _named_before(context, sentence)):
        told = list(dict.fromkeys(years))
        if len(told) == many:
            return sorted(told) if is_item else told
    span = told_years(context, sentence.start)
    is_as_long = span is not None and span[1] - span[0] + 1 == many
    return list(range(span[0], span[1] + 1)) if span and is_as_long else []


def _named_before(context: Context, sentence: Sentence) -> list[int]:
    """The years that the sentence before in the paragraph names, in order."""
    said = context.sentences_in(sentence.block.start, sentence.start)[-1:]
    return [
        period.value.earliest.year
        for each in said
        for period in context.periods_in(each.start, each.end)
        if period.value.precision is Precision.YEAR and period.value.earliest is not None
    ]


def _beside(
    context: Context,
    sentence: Sentence,
    found: Found[Quantity],
    counts: list[Found[Quantity]],
    before: list[Reading],
) -> int | None:
    """The year of the count right before, for its second number or the whole that was aimed at:
    "een jaar eerder 11 en 22", "6.800 van de beoogde 10.000 plekken"."""
    last = before[-1] if before and before[-1].sentence is sentence else None
    if last is None or last.year is None or not last.found.end <= found.start:
        return None
    text, stop = context.text, bare_end(last.found)
    if _WHOLE.fullmatch(text, stop, found.start):
        return last.year
    if not _JOINED.fullmatch(text, stop, found.start):
        return None
    behind = min([sentence.end, *(e.start for e in counts if e.start >= found.end)])
    has_time = any(p.value.earliest for p in context.periods_in(last.clause[0], behind))
    is_pointing = RELATIVE.search(text, last.clause[0], last.found.start)
    return last.year if is_pointing and not has_time else None


def year_of_whole(
    context: Context, sentence: Sentence, found: Found[Quantity], before: list[Reading]
) -> int | None:
    """The year of the figures that a number is a part of: "van de 512 werden er 174 teruggezien",
    where 512 was told before."""
    text = context.text
    whole = _OF_WHOLE.search(text, sentence.start, found.start) or _OF_WHOLE.match(
        text, bare_end(found), min(sentence.end, bare_end(found) + _NEAR_WHOLE)
    )
    value = parse_number(whole["whole"]) if whole else None
    if value is None or any(
        p.value.earliest for p in context.periods_in(sentence.start, found.end)
    ):
        return None
    told = (r.year for r in reversed(before) if r.found.value.value == value and r.year)
    return next(told, None)


def _by_words_near(context: Context, sentence: Sentence, found: Found[Quantity]) -> int | None:
    """The year that stands at a clause inserted before a number, at its plan, or behind it at the
    number of the year before."""
    text = context.text
    lead = text[max(sentence.start, found.start - _MOST_OF_LEAD) : found.start]
    for words in (_TOEN, _INSERTED, _OF_A_PLAN):
        if named := words.search(lead):
            return int(named["year"])
    bracket = _IN_BRACKETS.match(text, bare_end(found), sentence.end)
    if bracket is None or single_year(context, sentence.start, found.start) is not None:
        return None
    now = report_year(context) or this_year(context)
    year = int(bracket["year"])
    return year + 1 if now is not None and year < now else None


def _aimed_at_above(context: Context, sentence: Sentence, found: Found[Quantity]) -> int | None:
    """The year to come that the words above a list name, for what an item says should be then."""
    if sentence.block.kind is not BlockKind.LIST_ITEM or context.anchor is None:
        return None
    lead = context.text[sentence.start : found.start]
    is_of_now = _OF_NOW.search(lead) or context.periods_in(sentence.start, found.end)
    if is_of_now:
        return None
    years = {int(year) for year in _YEAR.findall(lead_of(context, sentence))}
    year = years.pop() if len(years) == 1 else None
    return year if year is not None and year > context.anchor.year else None


def half_a_year_before(context: Context, sentence: Sentence, found: Found[Quantity]) -> int | None:
    """The year of "28.900 een half jaar daarvoor", from the month named before it."""
    before, behind = (max(sentence.start, found.start - 40), found.start), (found.end, sentence.end)
    if not (_AFTER_HALF.search(context.text, *before) or _BEFORE_HALF.match(context.text, *behind)):
        return None
    for period in reversed(context.periods_in(sentence.start, found.start)):
        day = period.value.earliest
        if day is not None and period.value.precision in _ON_THE_DAY:
            return day.year if day.month > 6 else day.year - 1
    return None
