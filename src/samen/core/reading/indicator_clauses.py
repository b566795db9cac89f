"""The clause of a count, and what it says that is counted."""

import re
from decimal import Decimal

from samen.core.reading import indicator_words as said
from samen.core.reading.context import Context
from samen.core.reading.quantities import Quantity
from samen.core.reading.sentences import Sentence
from samen.core.reading.series import COUNTED
from samen.core.reading.words import FINITE_VERBS, FUNCTION_WORDS
from samen.core.terms import Found

_NAME_ENDS = re.compile(
    r"(?:steeg|stegen|stijgt|daal\w*|nam|nemen|neemt|liep|lag|bedr\w+|groei\w*|in|bij|met|op)$"
)
_JOINT = re.compile(r"\s(?:en|maar|waarvan|van wie|onder wie|tegen|tegenover)\s")
_NEXT_YEAR = re.compile(r"\s(?:en|maar)\s(?=(?:in|over|eind|begin|voor) (?:19|20)\d\d\b)")
"""Where a clause ends before the year of the next number."""
_NEXT_IN_WORDS = re.compile(rf"{_NEXT_YEAR.pattern}(?=[a-z]+ (?:19|20)\d\d (?:nog|al|slechts)\b)")
"""The same where what follows is told in words: "en in 2021 nog een derde"."""
_YEAR_OF_LAST = re.compile(
    r"(?: [^\W\d_]+){0,2} (?:in|over|eind|begin|per) (?:19|20)\d\d,? (?:en|tegen|naar|tot) "
)
_OWN_TIME = re.compile(
    r"(?: [^\W\d_]+){0,2} (?:(?:in|over) (?:het jaar|de eerste|de laatste|dit jaar|vorig jaar"
    r"|het voorgaande|het voorafgaande|het daaraan)\b"
    r"|(?:een|twee|drie|vier|vijf) jaar eerder\b)"
)
"""Behind a number with a time of its own, before which the year of the last number stands."""
_CUT_BEFORE = re.compile(r"[,;–]\s|\(")
CUT = re.compile(r"[,;:–]\s|\s(?:terwijl|waarmee|maar)\s|\)|\s\((?=(?:in |eind )?20\d\d: )")


_LARGE = 1000
_MILLIONS = re.compile(r"\b(?:miljoen|mln|miljard|mld|million|billion)\b", re.IGNORECASE)


def is_sum(text: str, found: Found[Quantity]) -> bool:
    """Whether millions of nothing that a programme counts are a sum of money: "2,5 mln. voor"."""
    quantity = found.value
    is_counted = quantity.is_percent or COUNTED.search(quantity.unit)
    is_counted = is_counted or said.TIMES.match(text, found.end)
    is_counted = is_counted or said.PARTS_AFTER.match(text, found.end)
    return bool(_MILLIONS.search(quantity.words)) and not is_counted


def is_share_in_words(quantity: Quantity) -> bool:
    """Whether a number is a fraction in words, which tells of no measured value: "een kwart"."""
    is_fraction = quantity.value is not None and 0 < quantity.value < 1
    return is_fraction and not re.search(r"\d", quantity.words)


def is_no_measure(context: Context, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether what is counted is no measure: a length of time, a handful, the whole of a part,
    a fraction in words."""
    unit, text = found.value.unit, context.text
    if is_share_in_words(found.value):
        return True
    differs = said.DIFFERENCE.match(text, found.end)
    if said.TIME_UNIT.match(unit):
        if differs or said.NO_LENGTH.match(text, found.end):
            return True
        return not said.AVERAGE.search(text, sentence.start, sentence.end)
    if said.NO_MEASURE.match(unit) or (said.FEW.match(unit) and most(found.value) < 20):
        return not part_of(context, found, sentence)
    if not unit and re.fullmatch(r"(?:19|20)\d\d", found.value.words):
        return True
    near = (max(sentence.start, found.start - 30), found.start)
    moves = said.MOVE_FROM.search(text, *near) and said.MOVE_TO.match(text, found.end)
    if moves and not said.DIFFERS.search(text, sentence.start, found.start):
        return True
    if found.value.is_percent:
        return False
    is_whole = said.OUT_OF.search(text, *near) and not said.OF_A_YEAR.match(text, found.end)
    return bool(differs or is_whole)


def own_clause(
    context: Context, found: Found[Quantity], sentence: Sentence, counts: list[Found[Quantity]]
) -> tuple[int, int]:
    """The clause of a number, up to the numbers beside it."""
    start, end = clause_of(context, found, sentence)
    text, before = context.text, [each for each in counts if each.end <= found.start]
    ends = [each.end for each in before if not said.NO_LENGTH.match(text, each.end)]
    starts = [other.start for other in counts if other.start >= found.end]
    end = min([end, *starts])
    joint = _JOINT.search(context.text, found.end, end) if starts and end == starts[0] else None
    next_year = _NEXT_YEAR if starts else _NEXT_IN_WORDS
    joint = joint or next_year.search(context.text, found.end, end)
    if ends and (led := _YEAR_OF_LAST.match(text, max(ends), found.start)):
        ends.append(led.end() if _OWN_TIME.match(text, found.end) else start)
    to = said.RISES_TO.search(context.text, max([start, *ends]), found.start) if ends else None
    return to.start() if to else max([start, *ends]), joint.start() if joint else end


def part_of(context: Context, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a number is how many of a whole do something: "van de 42 hadden er 17 ..."."""
    text = context.text
    if said.ONE_OF.match(text, found.end):
        return True
    if found.value.is_percent:
        return False
    near = (max(sentence.start, found.start - 100), found.start)
    if most(found.value) > 1 and said.PART_RIGHT_BEHIND.search(text, *near):
        return True
    whole = said.PART_OF.search(text, sentence.start, found.start)
    return whole is not None and bool(re.match(r".{0,40}\ber\b", text[whole.end() : found.start]))


def is_in_figures(quantity: Quantity) -> bool:
    """Whether a number is written in figures, or so large that words are for style only."""
    return quantity.words[:1].isdigit() or most(quantity) >= _LARGE


def most(quantity: Quantity) -> Decimal:
    """The number, or the high end of a range."""
    return next((v for v in (quantity.value, quantity.high) if v is not None), Decimal(0))


def name_of(text: str, quantity: Quantity) -> str:
    """What is counted, in the words of the sentence."""
    found = re.search(
        r"\b(?:aantal|totaal|percentage|aandeel|tekort)\s+(?:aan\s+|van\s+)?(?:de\s+|het\s+)?"
        r"(?:[\w-]+\s+){0,2}[\w-]+",
        text,
    )
    if found is not None and (name := _up_to_verb(found.group().split())):
        return name
    of = re.search(r"(?:%|procent)\s+van\s+(?:de|het|alle)\s+((?:[\w-]+\s*){1,3})", text)
    return of[1].strip() if of and quantity.is_percent else quantity.unit


def _up_to_verb(words: list[str]) -> str:
    """The words of a name, up to a verb, a number or a word that leads on; "" for one alone."""
    kept = words[:1]
    for word in words[1:]:
        if word in FINITE_VERBS or _NAME_ENDS.match(word) or word[0].isdigit():
            break
        kept.append(word)
    while kept[-1] in FUNCTION_WORDS:
        kept.pop()
    return " ".join(kept) if len(kept) > 1 else ""


def clause_of(context: Context, found: Found[Quantity], sentence: Sentence) -> tuple[int, int]:
    """The clause of a number: from the cut before it to the cut after it."""
    before = [m.end() for m in _CUT_BEFORE.finditer(context.text, sentence.start, found.start)]
    after = CUT.search(context.text, found.end, sentence.end)
    return (
        before[-1] if before else sentence.start,
        after.start() if after else sentence.end,
    )
