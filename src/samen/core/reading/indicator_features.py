"""What speaks for and against a number being an indicator, where no rule knows its sentence.

Each feature is a key by which `indicator_weights` weighs it. They say how large the number is,
what sort of thing it counts, what stands beside it, what its clause does and which numbers around
it are indicators: never a name.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samen.core.reading import indicator_words as said
from samen.core.reading.context import Context, within
from samen.core.reading.indicator_clauses import clause_of, most, part_of
from samen.core.reading.indicator_tellings import tells_of_the_past
from samen.core.reading.quantities import Quantity
from samen.core.reading.sentences import Sentence
from samen.core.reading.series import COUNTED, PARTITIVE
from samen.core.reading.text import BlockKind
from samen.core.reading.words import word_set
from samen.core.terms import Found, Precision

_SIZES = (1, 2, 5, 9, 19, 99, 999)
"""Up to which numbers weigh alike."""
_SHORT = 80
"""In characters, of a sentence that says little else."""
_SEVERAL = 3
_PERSONS = re.compile(
    r"(?:mensen|persoon|personen|vrouwen|mannen|meisjes|jongens|kinderen|jongeren|minderjarigen"
    r"|slachtoffers?|verdachten?|gezinnen|[a-z]+(?:ers|eurs|isten|[ai]?[aë]nten|enten|aren|lingen"
    r"|gangers|genoten|houders|ouders))$",
    re.IGNORECASE,
)
_CASES = re.compile(
    r"(?:signalen|zaken|onderzoeken|aangiften?|controles|boetes|gesprekken|aanvragen|besluiten"
    r"|vonnissen|dossiers|gevallen|[a-z]+(?:ingen|ties))$",
    re.IGNORECASE,
)
_IS_PLURAL = re.compile(r"(?:en|s)$")
_PREPOSITIONS = word_set(
    "in van met voor op tot naar uit bij tussen na aan door over onder per tegen binnen om vanaf "
    "dan als of en"
)
_DETERMINERS = word_set(
    "de het deze die dit dat onze alle beide andere eerste laatste een overige elke ieder"
)
_COUNT_VERBS = word_set(
    """
    zijn is was waren werd werden telt telde telden kent kende heeft had hebben hadden kreeg
    kregen deed deden bedroeg bedraagt ontving ontvingen nam namen meldde meldden registreerde
    kwamen kwam gaat gaan wordt worden blijft bleef lag ligt staan stonden liep lopen gingen ging
    vond vonden volgen volgden steeg daalde groeide
    """
)
_ADVERBS = word_set(
    "er nog al nu slechts ruim circa bijna ongeveer minstens minimaal maximaal gemiddeld daarvan "
    "waarvan samen totaal inmiddels landelijk jaarlijks meer minder daar toen maar alleen zeker"
)
_LEADING = word_set("in met om op")
"""Prepositions that weigh each in its own way."""
_PARTICIPLE = re.compile(r"(?:ge|be|ver|ont|her|aange|opge|uitge|afge)[a-zë]+(?:d|t|en)")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_IN_CLAUSE = (
    ("plans", re.compile(
        r"\b(?:zal|zullen|ga(?:at|an)|wil|willen|word(?:en|t)|komt er|komen er|krijg(?:t|en)"
        r"|breidt|stelt|werft|start|starten|opent|volgt|ontwikkel\w+|leid(?:t|en))\b", re.I)),
    ("obliges", re.compile(
        r"\b(?:moet|moeten|dient|dienen|verplicht\w*|vereist|recht op|maximum|minimum|ten hoogste"
        r"|hoogstens|ten minste)\b", re.I)),
    ("aims", re.compile(
        r"\b(?:doel\w*|stre(?:ef|ven)\w*|ambitie\w*|inzet|uiterlijk|norm|beoog\w*|afgesproken"
        r"|afspraak|gerekend|verwacht\w*|gepland|voorzien)\b", re.I)),
    ("is_now", re.compile(
        r"\b(?:nu|thans|momenteel|inmiddels|op (?:dit|het) moment|huidige|tot nu toe|tot op heden"
        r"|sinds)\b", re.I)),
)  # fmt: skip
_COUNTS = re.compile(
    r"\b(?:geteld|tel(?:t|de|den)|geregistreerd|registreerd\w+|gemeld|meldde\w*|ontving\w*"
    r"|ontvangen|bedroeg|bedraagt|ken(?:t|de)|aantal\w*|totaal|samen|waarvan|daarvan|percentage"
    r"|aandeel|gemiddeld\w*|capaciteit|formatie|bezetting|beschikbaar|instroom|uitstroom)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a letter in order, and those of them that rules read as indicators."""

    all: Sequence[Found[Quantity]]
    taken: Sequence[Found[Quantity]]


def features_of(
    context: Context, found: Found[Quantity], sentence: Sentence, numbers: Numbers
) -> frozenset[str]:
    """The features of a number in its sentence."""
    return frozenset([
        *_of_number(found.value),
        *_before(context.text, found, sentence),
        *_behind(context.text, found, sentence),
        *_of_clause(context, found, sentence),
        *_of_time(context, sentence),
        *_beside(context, sentence, numbers),
    ])  # fmt: skip


def _of_number(quantity: Quantity) -> Iterator[str]:
    """How large it is, how it is written, and what it counts."""
    many, unit = most(quantity), quantity.unit
    yield next((f"to_{limit}" for limit in _SIZES if many <= limit), "thousands")
    if quantity.is_percent:
        yield "percent"
    if COUNTED.search(unit) and quantity.words[:1].isdigit():
        yield "counted"
    if said.TIME_UNIT.match(unit):
        yield "length_of_time"
    if _PERSONS.search(unit):
        yield "persons"
    elif _CASES.search(unit):
        yield "cases"
    if _IS_PLURAL.search(unit):
        yield "plural"


def _before(text: str, found: Found[Quantity], sentence: Sentence) -> Iterator[str]:
    """The word before it, and whether a part or a whole is told of."""
    lead = text[max(sentence.start, found.start - 60) : found.start].rstrip()
    if not lead:
        yield "opens"
        return
    words = _WORD.findall(lead) if lead[-1].isalpha() else []
    last = words[-1].lower() if words else ""
    if last in _PREPOSITIONS:
        yield f"behind_{last}" if last in _LEADING else "behind_preposition"
    elif last in _DETERMINERS:
        is_led = len(words) > 1 and words[-2].lower() in _PREPOSITIONS
        yield "behind_preposition_and_article" if is_led else "behind_article"
    elif last in _COUNT_VERBS:
        yield "behind_verb"
    elif last and not found.value.unit and last not in _ADVERBS:
        yield "behind_label"
    if said.PARTS_BEFORE.search(lead):
        yield "part_of_before"


def _behind(text: str, found: Found[Quantity], sentence: Sentence) -> Iterator[str]:
    rest = text[found.end : min(sentence.end, found.end + 60)]
    if rest[:1] in (",", ")"):
        yield "comma_behind" if rest[0] == "," else "bracket_behind"
    word = _WORD.match(rest.strip()) if rest[:1] == " " else None
    if word and word[0] in ("in", "van"):
        yield f"before_{word[0]}"
    elif word and _PARTICIPLE.fullmatch(word[0]):
        yield "before_participle"
    if said.PARTS_AFTER.match(text, found.end):
        yield "part_of_behind"


def _of_clause(context: Context, found: Found[Quantity], sentence: Sentence) -> Iterator[str]:
    """What the clause does: plans, obliges, aims, counts, tells."""
    start, end = clause_of(context, found, sentence)
    clause, whole = context.text[start:end], context.text[sentence.start : sentence.end]
    yield from (key for key, words in _IN_CLAUSE if words.search(clause))
    if _COUNTS.search(clause):
        yield "counts"
    elif _COUNTS.search(whole):
        yield "sentence_counts"
    if tells_of_the_past(clause):
        yield "past"
    if said.AVERAGE.search(whole):
        yield "average"
    if PARTITIVE.search(whole):
        yield "share_of"
    if part_of(context, found, sentence):
        yield "some_of_a_whole"
    if len(whole) < _SHORT:
        yield "short"


def _of_time(context: Context, sentence: Sentence) -> Iterator[str]:
    told = context.periods_in(sentence.start, sentence.end)
    if not any(each.value.earliest or each.value.latest for each in told):
        yield "no_time"
    if any(each.value.precision is Precision.DAY for each in told):
        yield "day"


def _beside(context: Context, sentence: Sentence, numbers: Numbers) -> Iterator[str]:
    """The numbers around it, and which of them are indicators."""
    beside = len(within(numbers.all, sentence.start, sentence.end))
    if beside < _SEVERAL:
        yield "alone" if beside == 1 else "one_beside"
    if sentence.block.kind is BlockKind.LIST_ITEM:
        yield "list_item"
    before = context.sentences_in(sentence.block.start, sentence.start)[-1:]
    if before and within(numbers.taken, before[0].start, before[0].end):
        yield "told_before"
    blocks = context.letter.blocks
    index = bisect_right(blocks, sentence.start, key=lambda block: block.start) - 1
    near = (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2])
    if any(within(numbers.taken, block.start, block.end) for block in near):
        yield "told_around"
