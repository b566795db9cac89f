"""Bare numbers that go on about the count told before: its aim, its rest, the same of others.

"In 2023 zijn 312 scholen bezocht. Het doel was 250. Bij 31 was er niets, bij 4 te weinig." What
such a number counts and, where its own words give none, its year are those of the count before.
"""

import re

from samen.core.reading.action_verbs import verb_forms
from samen.core.reading.context import Context, within
from samen.core.reading.indicator_clauses import most
from samen.core.reading.indicator_readings import Reading, told_before
from samen.core.reading.indicator_tellings import tells_of_the_past
from samen.core.reading.indicator_words import PARTS_AFTER, REACHED, TIME_UNIT
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import this_year
from samen.core.reading.sentences import Sentence
from samen.core.reading.words import FINITE_VERBS, FUNCTION_WORDS
from samen.core.terms import Found

_NEAR = 6
"""Numbers of a paragraph among which the year of an aim is looked for."""
_REACH = 260
"""How far behind a count a sentence goes on about it."""
_ABOUT = r"(?:ruim |bijna |circa |nog |al |slechts |ten hoogste |hooguit |maximaal |minstens )*"
_AIM = re.compile(
    r"\b(?:\w*doel(?:en|stelling\w*)?|plan|norm|maximum|minimum|\w*stre(?:ef|ven)\w*|inzet|lat|afspraak|ambitie|verplichting|quot(?:um|a)"
    r"|prognose|raming|verwachting|opdracht|teller|stand|plafond|ondergrens|bovengrens"
    r"|begroot|geraamd|gepland|beoogde?|gewenste|geplande|geraamde|begrote|verwachte|voorziene"
    r"|afgesproken|benodigde"
    r"|ga(?:an)? (?:[^\W\d_]+ )?uit van|reken\w* \w* ?op|mik(?:t|ken)? \w* ?op)\b"
    rf"[^.,;:\d]{{0,60}}[ :]{{1,2}}{_ABOUT}$",
    re.IGNORECASE,
)
"""Before a number that is what was aimed at, or how far that is."""
_OF_IT = re.compile(
    r"\b(?:(?:zijn|waren|blijven|bleven) (?:d[ai]t |het |nu )?er|(?:dat|dit|het) (?:zijn|waren) er"
    rf"|(?:dat|dit|het) (?:moest|moet|had) (?:[^\W\d_]+ )?(?:zijn|worden):?) {_ABOUT}$"
    rf"|\b(?:d[ia]t|het) (?:aantal|aandeel|percentage|getal|cijfer)\b[^.;,]{{0,60}}"
    rf"\b(?:onder|boven|op|tot|naar) (?:de )?{_ABOUT}$"
    rf"|\b[^\W\d_]+ er (?:op dit moment |thans |nu |inmiddels )?{_ABOUT}$",
    re.IGNORECASE,
)
"""Before a number of what the count before it is of: "waren er vier", "neemt er 23 over"."""
_REACHED = re.compile(r"(?:teller|stand)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:zijn (?:dat |dit |het )?er|blijf(?:t|ven)|staat|is)\b", re.IGNORECASE)
_BY_NOW = re.compile(r" (?:daarvan|hiervan)\b[^.;]{0,40}\b(?:inmiddels|nu|thans|al)\b")
_LED = re.compile(
    rf"(?:^|[ (])(?P<to>aan|bij|door|in|met|naar|op|uit|van|voor|tegen) {_ABOUT}$", re.I
)
_JOINED = re.compile(rf"(?:,| en| maar) {_ABOUT}$")
_CLAUSE = re.compile(
    r" (?:is|zijn|was|waren|werd|werden|niet|wel|deels|[a-z]{4,}lijk|[a-z]{3,}en)\b"
)
"""Behind a number that is what a new clause is about: "zeven lopen en twee zijn vervallen"."""


def year_of_sequel(
    context: Context, found: Found[Quantity], sentence: Sentence, before: list[Reading]
) -> int | None:
    """The year of a sequel whose words give none: of now if it tells of now, else of the count."""
    is_near = _NOW.search(context.text, max(sentence.start, found.start - 30), found.start)
    is_aim = is_aim_of_told(context.text, found, sentence) and not is_near
    if is_aim or _is_reached(context.text, found):
        near = [each.year for each in before[-_NEAR:] if each.sentence.block is sentence.block]
        return max((year for year in near if year), default=None)
    is_now = _NOW.search(context.text, sentence.start, found.start)
    is_now = is_now or _BY_NOW.match(context.text, found.end)
    told = told_before(sentence, before)
    return this_year(context) if is_now or told is None else told.year


def is_aim_of_told(text: str, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a bare number is what was aimed at: "het plan was 24", "ik ga uit van 400"."""
    near = (max(sentence.start, found.start - 90), found.start)
    aim = _AIM.search(text, *near)
    return aim is not None and _REACHED.match(aim[0]) is None


def _is_reached(text: str, found: Found[Quantity]) -> bool:
    """Whether a number says how far the aim before it was reached: "is met 187 net gehaald"."""
    return text.endswith(" met ", 0, found.start) and REACHED.match(text, found.end) is not None


def is_sequel(
    context: Context,
    found: Found[Quantity],
    sentence: Sentence,
    before: list[Reading],
    quantities: list[Found[Quantity]],
) -> bool:
    """Whether a bare number tells more of the count before it in the paragraph."""
    told, is_reached = told_before(sentence, before), _is_reached(context.text, found)
    if not (_is_bare(found) or is_reached):
        return False
    text, near = context.text, (max(sentence.start, found.start - 90), found.start)
    goes_on = bool(_AIM.search(text, *near) or _OF_IT.search(text, *near))
    is_part = PARTS_AFTER.match(text, found.end) and tells_of_the_past(
        text[found.end : min(sentence.end, found.end + _REACH)]
    )
    goes_on = goes_on or bool(is_part) or is_reached
    if told is None or sentence.start - told.found.end > _REACH:
        return goes_on and _is_after_a_count(found, sentence, quantities)
    if found.value.is_percent != told.found.value.is_percent:
        return False
    return goes_on or (told.sentence is sentence and _is_beside(text, told, found))


def _is_after_a_count(
    found: Found[Quantity], sentence: Sentence, quantities: list[Found[Quantity]]
) -> bool:
    """Whether a number of things, though none that is followed, stands before in the paragraph."""
    near = within(quantities, max(sentence.block.start, found.start - _REACH), found.start)
    return any(each.value.unit and not TIME_UNIT.match(each.value.unit) for each in near)


def _is_bare(found: Found[Quantity]) -> bool:
    """Whether no thing is counted: nothing, or a word of a clause, follows the number."""
    word = found.value.unit.lower()
    if not word or word in FUNCTION_WORDS:
        return True
    if found.value.is_percent:
        return word == "procent"
    is_right_behind = found.value.words.lower().endswith(word)
    is_of_clause = word in FINITE_VERBS or word in verb_forms().participles
    return not is_right_behind or is_of_clause or word.endswith("lijk")


def _is_beside(text: str, told: Reading, found: Found[Quantity]) -> bool:
    """Whether a number is told in the words of the one before: "bij 38 ... en bij 21 ..."."""
    between = text[told.found.end : found.start]
    if len(between) > 120 or re.search(r"[.;:]\s", between):
        return False
    if _JOINED.search(between) and _CLAUSE.match(text, found.end - _of_unit(found)):
        return most(found.value) <= most(told.found.value)
    mine, theirs = (
        _LED.search(text[: found.start][-24:]),
        _LED.search(text[: told.found.start][-24:]),
    )
    if mine and theirs:
        return mine["to"].lower() == theirs["to"].lower()
    return False


def _of_unit(found: Found[Quantity]) -> int:
    """How many characters of a number's words are its unit."""
    unit = found.value.unit
    is_behind = bool(unit) and found.value.words.endswith(unit)
    return len(unit) + 1 if is_behind else 0
