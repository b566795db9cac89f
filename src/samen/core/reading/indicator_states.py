"""Counts in a sentence without a time of its own: what there is now, or what was done."""

import re

from samen.core.reading import indicator_words as said
from samen.core.reading.context import Context
from samen.core.reading.indicator_clauses import most, part_of
from samen.core.reading.indicator_readings import Reading
from samen.core.reading.indicator_tellings import is_told, says_what_was
from samen.core.reading.indicator_years import names_a_time
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import report_year, this_year
from samen.core.reading.sentences import Sentence
from samen.core.reading.series import COUNTED, PARTITIVE
from samen.core.terms import Found

_NEAR = 12
"""Numbers of a paragraph among which its year is looked for."""
_JOINED, _LEAD = 90, 400
_MANY, _SPELT_OUT = 10, 1000
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_IN_BRACKETS = re.compile(rf"[^.;()]{{0,60}}\((?:in |stand |eind |ultimo )?{_YEAR}:? [^()]*\d")
"""Behind a number, the one of the year before: "214 dagen (2022: 231 dagen)"."""
_OLDER = re.compile(
    r"[,(] ?(?:tegen(?:over)? |waar |en |maar )?(?:[^\W\d_]+ ){0,3}$"
    r"|\b(?:dan|opzichte van|vergeleken met|tegen(?:over)?)\b[^;]{0,50}$"
)
_WHO_STAND = (
    r"(?:wachten|staan|verblijven|wonen|werken|doen|nemen|beschikken|voldoen|krijgen"
    r"|ontvangen|volgen|zitten|ontbreken|missen|lopen|bieden|gebruiken|vallen|leven|kampen)"
)
_STANDS_BEFORE = re.compile(
    rf"(?<!te )\b{_WHO_STAND}(?: (?:er|zich|nog|al|landelijk|samen|ruim|circa|bijna|ongeveer))* $",
    re.IGNORECASE,
)
_STANDS_BEHIND = re.compile(
    rf"(?: (?:nog|al|daarvan|samen))? (?:{_WHO_STAND}|hebben|zijn)\b(?! (?:worden|om)\b)"
    r"(?![^.;,]*\bge[a-z]+d\b)"
)
"""Verbs whose subject is a count of those who are in a state now: "er wonen 64 vrouwen"."""
_LACKS = re.compile(r"\b(?:[Vv]an|[Bb]ij|[Ii]n) (?:nog )?$")
_LACKING = re.compile(r"\b(?:ontbreekt|ontbreken)\b")
_SUBJECT = re.compile(
    r"(?:^|[.;:,] |\b(?:dat|of|en|maar|waar) )(?:ruim |bijna |circa |ongeveer |nog |slechts )*$"
)
_PREDICATE = re.compile(
    r"\b(?:is|was|bedraagt|bedroeg|(?:ligt|lag)(?: (?:die|dat|dit|deze))? op)"
    r" (?:ruim |circa |ongeveer |bijna |slechts |nu )*$"
)
_HAS_DONE = re.compile(
    r"[^.;,]{0,80}\b(?:[a-z]{0,6}ge[a-zë]{3,}(?:d|t|en)|(?:be|ver|ont|her)[a-zë]{3,}(?:d|t))(?=[.,;])"
)
"""Behind "heeft er twee" where it is the helper of what was done."""
_CONSISTS = re.compile(r"\b(?:bestaat|bestaan|bestond(?:en)?) (?:er )?voor (?:[^\W\d_]+ )?$")
_LEADS = re.compile(
    rf"(?:\b(?:cijfers|gegevens|herkomst|verdeling|aantallen|meldingen|signalen|registraties"
    rf"|resultaten|verslag|overzicht)\b[^.;\d]{{0,60}} (?:over|van|uit|in)"
    rf"|(?:^|[.:] )(?:In|Over)) (?:heel |het jaar )?{_YEAR}\b(?![^.;]*\b(?:19|20)\d\d\b)",
)
"""A sentence that says of which year the figures behind it are."""


def year_of_state(
    context: Context, found: Found[Quantity], sentence: Sentence, before: list[Reading]
) -> int | None:
    """The year of a share, a part or a count of what there is now, in a sentence without a time.

    That of the figures before it in the paragraph, of the sentence or heading that leads in,
    else that of the letter. A time that only an older number has, is none of its own.
    """
    text, now = context.text, this_year(context)
    if now is None:
        return None
    low = text.rfind(";", sentence.start, found.start)
    high = text.find(";", found.end, sentence.end)
    part = (max(low, sentence.start), high if high > 0 else sentence.end)
    if said.NOT_SO.search(text, *part):
        return None
    has_time = names_a_time(context, *part) and not _is_of_older(context, found, part)
    if has_time or not _is_state(context, found, sentence):
        return None
    near = [r.year for r in before[-_NEAR:] if r.sentence.block is sentence.block and r.year]
    years = [year for year in near if year <= now]
    bracket = _IN_BRACKETS.match(text, found.end, part[1])
    if bracket and not years:
        years = [min(int(bracket["year"]) + 1, now)]
    told = led_in(context, sentence) or _told_above(context, sentence, before) or now
    return report_year(context) or max(years, default=told)


def _told_above(context: Context, sentence: Sentence, before: list[Reading]) -> int | None:
    """The year of the last figures under the same heading, for what a sentence says was done."""
    text = context.text[sentence.start : sentence.end]
    last = before[-1] if before else None
    if last is None or not says_what_was(text) or last.year is None:
        return None
    is_under = context.heading_at(last.sentence.start) == context.heading_at(sentence.start)
    is_past = context.anchor is not None and last.year <= context.anchor.year
    return last.year if is_under and is_past else None


def _is_of_older(context: Context, found: Found[Quantity], part: tuple[int, int]) -> bool:
    """Whether the times of a sentence stand behind a number, at an older one: "7, in 2021 9"."""
    behind = [p for p in context.periods_in(found.start, part[1]) if p.value.earliest]
    if not behind or names_a_time(context, part[0], found.start):
        return False
    day, start = behind[0].value.earliest, behind[0].start
    is_back = day is not None and context.anchor is not None and day < context.anchor
    between = context.text[max(found.end, start - _JOINED) : start]
    return is_back and _OLDER.search(between) is not None


def led_in(context: Context, sentence: Sentence) -> int | None:
    """The year that a sentence before in the paragraph, or the heading, says the figures are of."""
    before = context.text[max(sentence.block.start, sentence.start - _LEAD) : sentence.start]
    leads = [*_LEADS.finditer(before)]
    heading = context.heading_at(sentence.start)
    title = context.letter.block_text(heading) if heading else ""
    years = [int(leads[-1]["year"])] if leads else [int(y) for y in re.findall(_YEAR, title)]
    is_one = len(years) == 1 and context.anchor is not None and years[0] <= context.anchor.year
    return years[0] if is_one else None


def _is_state(context: Context, found: Found[Quantity], sentence: Sentence) -> bool:
    quantity, text = found.value, context.text
    if quantity.is_percent:
        return not quantity.direction and bool(
            PARTITIVE.search(text, sentence.start, sentence.end)
            or quantity.unit
            or _SUBJECT.search(text[sentence.start : found.start])
            or _CONSISTS.search(text, sentence.start, found.start)
            or _PREDICATE.search(text, sentence.start, found.start)
            or _beside_its_whole(text, found, sentence)
            or said.MEASURES.search(text, sentence.start, found.start)
        )
    ways = (is_hoped_for, _is_grade, _is_aimed_at, _is_result, is_told)
    if part_of(context, found, sentence) or any(way(text, found, sentence) for way in ways):
        return True
    near = (max(sentence.start, found.start - 30), found.start)
    if said.TIME_UNIT.match(quantity.unit):
        return True
    if quantity.words[:1].isdigit() and quantity.unit and said.ON_AVERAGE.search(text, *near):
        return True
    is_counted = quantity.words[:1].isdigit() and COUNTED.search(quantity.unit)
    if is_counted and most(quantity) >= _SPELT_OUT:
        return said.ESTIMATED.search(text, sentence.start, sentence.end) is not None
    if is_counted and most(quantity) >= _MANY and _is_of_now(text, found, sentence):
        return True
    holds = said.HOLDS.search(text, max(sentence.start, found.start - 60), found.start)
    holds = holds or said.IS_THERE.match(text, found.end)
    if holds and _HAS_DONE.match(text, found.end, sentence.end):
        return False
    is_plain = quantity.words[:1].isdigit() or most(quantity) < _SPELT_OUT
    is_kept = quantity.unit and not said.NO_RESULT.search(quantity.unit)
    return bool(holds and is_kept and is_plain and most(quantity) > 1)


def _beside_its_whole(text: str, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a share stands in brackets behind whose it is: "de meeste bewoners (64%) zijn"."""
    lead = text[max(sentence.start, found.start - 40) : found.start]
    is_bracketed = lead.endswith("(") and text.startswith(")", found.end)
    return is_bracketed and COUNTED.search(lead[:-1].rstrip()) is not None


def _is_of_now(text: str, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a count is of those who are in a state now, or lack something."""
    near = (max(sentence.start, found.start - 40), found.start)
    if _LACKS.search(text, *near):
        return _LACKING.search(text, sentence.start, sentence.end) is not None
    is_first = _SUBJECT.search(text[sentence.start : found.start]) is not None
    is_behind = is_first and _STANDS_BEHIND.match(text, found.end)
    return bool(is_behind or _STANDS_BEFORE.search(text, *near))


def is_hoped_for(text: str, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a number is what was reckoned on, and so an aim: "wij hadden op 40 gerekend"."""
    reckoned = said.RECKONED.search(text, sentence.start, found.start)
    is_aim = reckoned and said.RECKONED_ON.match(text, found.start, found.end + _JOINED)
    return bool(is_aim or said.FORESEEN.match(text, found.end))


def _is_grade(text: str, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a number is a mark from one to ten: "zij gaven het huis een 7,9"."""
    quantity, near = found.value, (max(sentence.start, found.start - 30), found.start)
    is_mark = not quantity.unit and re.fullmatch(r"\d,\d|10", quantity.words)
    is_given = said.MARK_BEFORE.search(text, *near)
    return bool(is_mark and is_given and said.MARKS.search(text, sentence.start, sentence.end))


def _is_aimed_at(text: str, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a count in figures is an aim: "ik streef ernaar dat jaarlijks 60 inspecties ..."."""
    is_counted = found.value.words[:1].isdigit() and COUNTED.search(found.value.unit)
    return bool(is_counted and said.AIMS.search(text, sentence.start, found.start))


def _is_result(text: str, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a count is one of what an office did: "twee panden heb ik gesloten"."""
    quantity = found.value
    is_thing = quantity.unit or said.TIMES.match(text, found.end)
    is_none = said.TIME_UNIT.match(quantity.unit) or said.NO_RESULT.search(quantity.unit)
    is_of_another = text.endswith(" van ", sentence.start, found.start)
    if not is_thing or is_none or is_of_another or most(quantity) < 2:
        return False
    works = said.RESULT if most(quantity) >= _MANY else said.DECIDED
    return works.search(text, sentence.start, sentence.end) is not None
