"""What the sentences around a promise say of it: when, that it was kept, what was asked.

"Ik heb u dat toegezegd. U ontvangt het in mei." is one promise, by the end of May.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import takewhile

from samen.core.reading import promise_questions as questions
from samen.core.reading import promise_words as words
from samen.core.reading.context import Context
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import BlockKind

_REACH = 2
"""Sentences behind a promise that may go on about it."""
_GIVES_DAY = re.compile(
    r"(?:Dat\s+blijft\s+zo:\s+)?(?:(?:[Uu]|Uw\s+(?:Kamer|raad)|De\s+Kamer)\s+(?:ontvangt|krijgt|hoort|kunt|kan)|(?:Dat|Die|Dit|Deze)\s+(?:\w+\s+)?"
    r"(?:volgt|verschijnt|komt|krijgt|ontvangt|wordt|stuur|zend|is)"
    r"|(?:De|Het)\s+(?:nieuwe\s+)?(?:eerste|streven|planning|streefdatum|verwachting)|Ik\s+(?:streef|verwacht|had)"
    r"|Naar\s+verwachting)\b"
)
_MORE = re.compile(r"\b(?:ook|daarnaast|tevens|voorts|verder)\b", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:het|haar|hem|ze|deze|die|dit|dat|daarvan|ervan|hiervan|hierover|daarover|uitkomst(?:en)?|resultaten|eerste"
    r"|verslag|rapport|streven|planning|streefdatum|verwachting)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?:De|Het)\s+eerste\b")
_LEADS_IN = re.compile(
    r"\b(?:kunt|kan|mag)\s+(?:u|uw\s+(?:Kamer|raad))\b.*\bverwachten\b|\bzeg(?:gen)?\s+(?:ik|wij)\b.*\btoe\b"
    r"|\b(?:u|uw\s+(?:Kamer|raad))\s+(?:ontvangt|krijgt|kunt\b.*\bverwachten)\b"
    r"|\b(?:ontvangt|krijgt)\s+(?:u|uw\s+(?:Kamer|raad))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-zà-ÿ]{7,}")
_STEM, _ROOT, _COMPOUND = 6, 5, 9
_QUESTION = 900
"""Characters before an answer in which its question stands."""
_OPENING = 40
"""Characters at the front of a sentence that tell what it goes on about."""


KEPT_HERE = re.compile(
    r"(?:Met|In)\s+(?:deze|dit)\s+(?:\w+\s+)?(?:brief|rapportage|schrijven|verslag)\b[^;]*"
    r"\b(?:de|die|deze|mijn|onze)\s+(?:toezegging|belofte)\b"
)
"""This letter keeps what was promised: "Met deze brief, die ..., los ik die toezegging in"."""
ALSO_KEPT = re.compile(r"\book\s+deze\s+(?:toezegging|belofte)\b")
_DONE_THAT = re.compile(r"\W*(?:Ik\s+heb|Wij\s+hebben)\s+(?:dat|dit)\s+(?:inmiddels\s+)?gedaan\b")
_SAYS_NOTHING = frozenset({"minis", "staat", "kamer", "toege", "toeze", "infor", "beloo"})
"""Stems that two promises share whatever they are about."""
_ABOUT_IT = re.compile(
    r"\b(?:hier|daar)(?:over|op|van|aan|bij|in|naar)\b"
    r"|\b(?:uitkomst(?:en)?|resultaten|bevindingen|voortgang|(?:eind)?rapport|(?:eind)?verslag)\b",
    re.IGNORECASE,
)
"""What goes on about a promise recalled in the sentence before."""


class Sequel(StrEnum):
    """What a sentence says of the promise before it."""

    DAY = "day"
    FIRST_DAY = "first_day"
    KEPT = "kept"


def sequel_of(
    context: Context, promise: Sentence, following: Sequence[Sentence], *, has_day: bool
) -> tuple[Sequel, Sentence] | None:
    """The first sentence behind a promise, in its paragraph, that says how it stands."""
    said = context.text[promise.start : promise.end]
    near = [each for each in following[:_REACH] if each.block is promise.block]
    for at, sentence in enumerate(near):
        after = context.text[sentence.start : sentence.end]
        if words.PROMISED.search(after) and not words.KEPT.search(after) and at == 0:
            continue
        if _hands_over(said, after):
            return Sequel.KEPT, sentence
        if _MORE.search(after[:_OPENING]):
            return None
        if _GIVES_DAY.match(after) and _BACK.search(after):
            if _FIRST.match(after):
                return Sequel.FIRST_DAY, sentence
            return None if has_day else (Sequel.DAY, sentence)
    return None


def agrees_to_tell(context: Context, sentence: Sentence) -> bool:
    """Whether an answer says yes to a question that asks to tell the House something."""
    if not questions.AGREES.search(context.text[sentence.start : sentence.end]):
        return False
    before = context.sentences_in(max(0, sentence.start - _QUESTION), sentence.start)
    asked = [context.text[each.start : each.end] for each in before]
    asked = [each for each in asked if each.rstrip().endswith("?")][-1:]
    return any(words.PARLIAMENT.search(each) and words.INFORM.search(each) for each in asked)


def promised_list(context: Context, sentence: Sentence) -> int:
    """Where the list ends that a sentence leads in with a promise; 0 where it leads in none.

    "U kunt van mij het volgende verwachten: ..."
    """
    said = context.text[sentence.start : sentence.end].rstrip()
    if not said.endswith(":") or _LEADS_IN.search(said) is None:
        return 0
    blocks = context.letter.blocks
    at = bisect_right(blocks, sentence.start, key=lambda block: block.start)
    items = takewhile(lambda block: block.kind is BlockKind.LIST_ITEM, blocks[at:])
    return max((block.end for block in items), default=0)


def goes_on_about(context: Context, promise: tuple[int, int], sentence: Sentence) -> bool:
    """Whether a sentence that promises to tell tells when the promise just recalled is kept."""
    is_next = not context.text[promise[1] : sentence.start].strip()
    if promise[0] < sentence.block.start or not is_next:
        return False
    recalled = context.text[promise[0] : promise[1]]
    said = context.text[sentence.start : sentence.end]
    if _MORE.search(said[:_OPENING]) or words.PROMISED.search(said):
        return False
    shared = {word[:_ROOT] for word in _WORD.findall(said.lower())}
    shared &= {word[:_ROOT] for word in _WORD.findall(recalled.lower())}
    return bool(_ABOUT_IT.search(said) or shared - _SAYS_NOTHING)


def joined(promise: Sentence, sequel: Sentence) -> Sentence:
    """A promise with all up to its sequel, as one stretch."""
    return replace(promise, end=sequel.end)


def _hands_over(said: str, after: str) -> bool:
    """Whether a sentence gives what was promised: "Dat treft u aan", "De vergelijking is ..."."""
    is_done = words.KEPT.search(after) or words.HAPPENED.search(after) or _DONE_THAT.match(after)
    if not is_done or words.NOT_DONE.search(after):
        return False
    if words.YET_TO_BE.search(after):
        return False
    opening = {word[:_STEM] for word in _WORD.findall(after[:_OPENING].lower())}
    promised = {word[:_STEM] for word in _WORD.findall(said.lower())}
    refers = words.THAT_THING.match(after) or words.REFERS_BACK.search(after[:_OPENING])
    refers = refers or _DONE_THAT.match(after)
    return bool(refers or opening & promised or _is_part(after, said))


def _is_part(after: str, said: str) -> bool:
    """Whether a sentence opens with the last part of a word of the promise: "Het protocol"."""
    opening = _WORD.findall(after[:_OPENING].lower())
    compounds = [word for word in _WORD.findall(said.lower()) if len(word) > _COMPOUND]
    return any(long.endswith(word) for word in opening for long in compounds)


def alike(one: str, other: str) -> bool:
    """Whether two promises of a separate letter speak of the same subject."""
    mine = set(_WORD.findall(one.lower()))
    theirs = set(_WORD.findall(other.lower()))
    return bool((mine & theirs) - {"separate", "geïnformeerd", "geinformeerd", "afzonderlijke"})
