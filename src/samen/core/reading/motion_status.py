"""Where a letter says that a motion stands: settled, worked on, or not said.

"Afgedaan" and words as plain settle a motion; "uitvoering gegeven", "ter uitvoering van" and
the like do not: they tell of progress.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from samen.core.reading import motion_states as states
from samen.core.reading import motion_words as words
from samen.core.reading.clauses import Form, tokens_of, verb_hits
from samen.core.reading.context import Context
from samen.core.reading.headings import has_verb
from samen.core.reading.motion_mentions import Mention, Motion
from samen.core.reading.owners import owners_of
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import Block, BlockKind
from samen.core.terms import MotionStatus

_TURN = re.compile(
    r"(?:^\W*|[;,]\s+(?:en\s+|maar\s+)?|\ben\s+)(?:(?:aan|voor|op|over|met|van)\s+)?"
    r"de\s+(?P<which>eerste|tweede|derde|vierde|laatste)(?:\s+motie)?"
    r"(?:,|\s+(?=(?:van\s+(?:deze|die|de)\s+moties|is|wordt|heb|beschouw|zal|geldt|kom|acht"
    r"|loopt|ligt|staat|blijft|geef|heeft)\b))",
    re.IGNORECASE,
)
"""Where a sentence goes on to one of the motions that were named together."""
_TURNS = ("eerste", "tweede", "derde", "vierde")
_TELLING_WORD = re.compile(r"[a-zà-ÿ]{6,}")
_LONG_WORD = re.compile(r"[a-zà-ÿ]{7,}")
_THIS = re.compile(r"(?:deze|dit|die|dat|het|de)\s+(?P<what>[a-zà-ÿ]{7,})\s")
_THAT_PART = re.compile(r"\b(?:deze|dit|die|dat)\s+(?P<what>[a-zà-ÿ]{5,})\b")
_TELLS_ON = re.compile(r"[:;]\s+|,\s+(?=waar(?:omtrent|toe|voor|mee|aan)\s)")
"""Between what a motion asks and what is done with it, in one sentence."""
_NOT_NOW = re.compile(
    r"\b(?:volg(?:t|en)|moet(?:en)?|nog|pas|eerst|wacht(?:en)?|zodra|zou(?:den)?)\b"
)
_SECTION = 8
"""Sentences under a heading that names a motion, in which its state may be told."""
_NEAR, _FAR = 2, 5
_PARAGRAPHS = 3
"""Paragraphs behind that of a mention in which what was done with it may be told."""
_ANSWER = 900
"""Characters behind a question in which its answer stands."""
_ITEMS = 60
"""Items of a list to look back for what leads it in."""
_SURE = 0.9
"""A verb of this weight tells of work whoever does it."""
_DOING = frozenset({Form.ACTIVE, Form.PASSIVE, Form.PERFECT, Form.INTENDED})


def status_of(context: Context, motion: Motion) -> tuple[MotionStatus, Sentence | None]:
    """Where the whole letter says that a motion stands, and the sentence that settles it.

    What it says of a motion in its turn is of that motion alone, and decides.
    """
    in_turn = [turn for mention in motion.mentions for turn in _turns_of(context, mention)]
    return _status_in_turn(context, in_turn) if in_turn else _status_told(context, motion)


def _status_told(context: Context, motion: Motion) -> tuple[MotionStatus, Sentence | None]:
    """The same of a motion that nothing is told of in turn."""
    for mention in motion.mentions:
        for sentence in [*_speaking(context, mention, _FAR), *_at_the_mark(context, mention)]:
            if _settles(_said(context, mention, sentence)):
                return MotionStatus.SETTLED, sentence
    by_number = _settled_by_number(context, motion)
    if by_number is not None:
        return MotionStatus.SETTLED, by_number
    over = _words_over(context, motion.mentions[0]) if motion.mentions else ""
    is_idle = any(states.NOT_BEGUN.search(_own_words(context, m)) for m in motion.mentions)
    if not is_idle and (states.settles(over) or states.HEAD_SETTLED.search(over)):
        return MotionStatus.SETTLED, motion.mentions[0].sentence
    is_refused = any(states.REFUSED.search(_own_words(context, m)) for m in motion.mentions)
    runs = any(_is_said_to_run(context, mention) for mention in motion.mentions)
    runs = runs or bool(not is_idle and (_progresses(over) or states.HEAD_RUNS.search(over)))
    if is_refused or runs:
        return MotionStatus.OPEN if is_refused else MotionStatus.IN_PROGRESS, None
    if not is_idle and any(_is_worked_on(context, mention) for mention in motion.mentions):
        return MotionStatus.IN_PROGRESS, None
    return MotionStatus.OPEN, None


def _own_turn(context: Context, mention: Mention, sentence: Sentence) -> tuple[int, int] | None:
    """The part of a sentence that tells of a motion, where it deals with several in turn:
    "de eerste is uitgevoerd; de tweede loopt". Empty where none is; None for another sentence."""
    at, many = mention.turn
    said = context.text[sentence.start : sentence.end]
    found = [*_TURN.finditer(said)] if many > 1 else []
    turns = [
        many - 1 if f["which"] == "laatste" else _TURNS.index(f["which"].lower()) for f in found
    ]
    if not turns:
        return None
    if at not in turns:
        return sentence.start, sentence.start
    mine = turns.index(at)
    end = found[mine + 1].start() if mine + 1 < len(found) else len(said)
    return sentence.start + found[mine].start(), sentence.start + end


def _turns_of(context: Context, mention: Mention) -> Iterator[Sentence]:
    """The parts of the sentences of a paragraph that tell of a motion in its turn."""
    own = mention.sentence
    for sentence in [own, *context.sentences_in(own.end, own.block.end)]:
        turn = _own_turn(context, mention, sentence)
        if turn is not None and turn[0] < turn[1]:
            yield replace(sentence, start=turn[0], end=turn[1])


def _status_in_turn(
    context: Context, in_turn: list[Sentence]
) -> tuple[MotionStatus, Sentence | None]:
    text = context.text
    settled = next((s for s in in_turn if _settles(text[s.start : s.end])), None)
    if settled is not None:
        return MotionStatus.SETTLED, settled
    clauses = [
        replace(s, start=s.start + part.start(), end=s.start + part.end())
        for s in in_turn
        for part in re.finditer(r"[^;]+", text[s.start : s.end])
    ]
    told = [(clause, text[clause.start : clause.end]) for clause in clauses]
    still = (states.STALLED, states.REPORTS)
    works = [(c, said) for c, said in told if not any(form.search(said) for form in still)]
    runs = any(
        _progresses(said) or states.RUNS.search(said) or _tells_of_work(context, clause, set())
        for clause, said in works
    )
    is_refused = any(states.REFUSED.search(said) for _, said in told)
    is_running = runs and not is_refused
    return MotionStatus.IN_PROGRESS if is_running else MotionStatus.OPEN, None


def _words_over(context: Context, mention: Mention) -> str:
    """What leads in the list of which a motion is an item: a heading, or words with a colon."""
    block = mention.sentence.block
    blocks = context.letter.blocks
    if block.kind is not BlockKind.LIST_ITEM:
        return ""
    at = bisect_right(blocks, block.start, key=lambda each: each.start) - 1
    least = max(0, at - _ITEMS)
    while at > least and blocks[at].kind is BlockKind.LIST_ITEM:
        at -= 1
    said = context.letter.block_text(blocks[at]).rstrip()
    last = said.rsplit(". ", 1)[-1]
    leads = blocks[at].kind is BlockKind.HEADING or last.endswith(":")
    return last.rstrip(":") if leads and words.SEVERAL.search(last) else ""


def _settles(said: str) -> bool:
    """Whether words settle a motion, and nothing else that may be owed."""
    is_other = states.OTHER_DEBT.search(said) and not words.MENTION.search(said)
    return states.settles(said) and not is_other


def _progresses(said: str) -> bool:
    """Whether words tell of work that has begun or will be done."""
    if states.PARTLY.search(said) or states.ROW_RUNS.search(said):
        return True
    hits = states.IN_PROGRESS.finditer(said)
    return any(
        not states.NOT_YET.search(said[max(0, hit.start() - 50) : hit.end()]) for hit in hits
    )


def _said(context: Context, mention: Mention, sentence: Sentence) -> str:
    """The words of a sentence; of one that tells of several motions, the clause of this one."""
    text = context.text
    if turn := _own_turn(context, mention, sentence):
        return states.ASIDE.sub("", text[slice(*turn)])
    start, end = sentence.start, sentence.end
    is_own = start <= mention.start < end
    if is_own and len(words.MENTION.findall(text, start, end)) > 1:
        before = [
            m.start() + 1 for m in states.NEXT_MOTION.finditer(text, start, mention.start + 5)
        ]
        after = states.NEXT_MOTION.search(text, mention.end, end)
        start, end = max([start, *before]), after.start() if after else end
    return states.ASIDE.sub("", text[start:end])


def _settled_by_number(context: Context, motion: Motion) -> Sentence | None:
    """A sentence elsewhere that settles the paper, without the word "motie"."""
    for place in context.places_of(motion.paper) if motion.paper else ():
        for sentence in context.sentences_around(place):
            said = context.text[slice(*_stretch_of(context, sentence, place))]
            lead = context.text[sentence.start : place]
            is_named = words.MENTION.search(said) or words.NOT_ITS_PAPER.search(lead)
            if _settles(said) and not is_named:
                return sentence
    return None


def _stretch_of(context: Context, sentence: Sentence, place: int) -> tuple[int, int]:
    """The stretch of a sentence that is of the paper cited at a place, not of others in it."""
    papers = context.papers_in(sentence.start, sentence.end)
    own = next((each.value for each in papers if each.start == place), None)
    others = [each.start for each in papers if each.value != own]
    start = place if any(other < place for other in others) else sentence.start
    return start, min([other for other in others if other > place], default=sentence.end)


def _speaking(context: Context, mention: Mention, reach: int = _NEAR) -> list[Sentence]:
    """The sentence of a mention, and the next ones that go on about it until another motion.

    reach: how many sentences of its own paragraph.
    """
    found = [mention.sentence]
    for sentence in _following(context, mention, reach):
        if words.MENTION.search(context.text, sentence.start, sentence.end):
            break
        turn = _own_turn(context, mention, sentence)
        if turn is None or turn[0] < turn[1]:
            found.append(sentence)
    return found


def _at_the_mark(context: Context, mention: Mention) -> list[Sentence]:
    """The sentence that the note of a mention hangs at."""
    is_note = mention.sentence.block.kind is BlockKind.FOOTNOTE
    place = context.hangs_at(mention.start) - 1
    return [*context.sentences_around(place)[:1]] if is_note else []


def _following(context: Context, mention: Mention, reach: int) -> Iterator[Sentence]:
    """The next sentences of the block and on the same; behind a head or a question, of all."""
    own = mention.sentence
    if context.text[own.start : own.end].rstrip().endswith("?"):
        answer = context.sentences_in(own.end, own.end + _ANSWER)
        yield from [each for each in answer if each.block.kind is not BlockKind.HEADING][:reach]
        return
    if own.block.kind is BlockKind.HEADING or _is_title(context, mention):
        end = context.section_end(mention.start)
        yield from context.sentences_in(own.end, end)[:_SECTION]
        return
    yield from context.sentences_in(own.end, own.block.end)[:reach]
    if own.block.kind is BlockKind.LIST_ITEM and _is_led_in(context, own.block):
        yield from _items_below(context, own.block)
    if own.block.kind is BlockKind.PARAGRAPH:
        yield from _next_paragraphs(context, own)


def _is_led_in(context: Context, block: Block) -> bool:
    return context.letter.block_text(block).rstrip().endswith(":")


def _items_below(context: Context, block: Block) -> Iterator[Sentence]:
    """The sentences of the items of a list that an item leads in, up to the next motion."""
    blocks = context.letter.blocks
    at = bisect_right(blocks, block.start, key=lambda each: each.start)
    for below in blocks[at : at + _SECTION]:
        said = context.letter.block_text(below)
        if below.kind is not BlockKind.LIST_ITEM or words.MENTION.search(said):
            return
        yield from context.sentences_in(below.start, below.end)


def _is_title(context: Context, mention: Mention) -> bool:
    """Whether a line only names a motion ("Motie Zandstra (nr. 77)") and not where it stands."""
    own = mention.sentence
    said = context.text[own.start : own.end]
    is_whole = len(said) == own.block.end - own.block.start
    papers = context.papers_in(mention.start, own.end)
    rest = context.text[max(mention.end, papers[-1].end if papers else 0) : own.end]
    is_name = bool(re.match(r"\W*(?:(?:over|inzake)\b|$)", rest)) or not papers
    return is_whole and is_name and said[-1:] != "." and not has_verb(said)


def _next_paragraphs(context: Context, own: Sentence) -> Iterator[Sentence]:
    """The sentences of the next paragraphs, as long as they speak of what was asked."""
    asked = _asked(context.text[own.start : own.end])
    index = bisect_right(context.letter.blocks, own.start, key=lambda block: block.start)
    for block in context.letter.blocks[index : index + _PARAGRAPHS]:
        said = context.letter.block_text(block)
        goes_on = states.BACK.match(said) or states.STATE.match(said) or asked & _asked(said)
        is_other = block.kind is not BlockKind.PARAGRAPH or states.OTHER_DEBT.search(said)
        if is_other or not goes_on:
            return
        yield from context.sentences_in(block.start, block.end)


def _asked(said: str) -> set[str]:
    """The words that tell what a paragraph is about."""
    return {word for word in _TELLING_WORD.findall(said.lower()) if word not in words.COMMON}


def _own_words(context: Context, mention: Mention) -> str:
    return _said(context, mention, mention.sentence)


def _is_said_to_run(context: Context, mention: Mention) -> bool:
    """Whether plain words say that the motion is worked on."""
    following = _speaking(context, mention)[1:]
    said = [_own_words(context, mention), *(_said(context, mention, s) for s in following)]
    return any(_progresses(each) for each in said)


def _is_worked_on(context: Context, mention: Mention) -> bool:
    """Whether the sentences after a mention tell of work on what it asks.

    Behind one that says that it stands still, only what somebody named does is.
    """
    text = context.text
    following = _speaking(context, mention)[1:]
    spoken = [mention.sentence, *following]
    stalled = [at for at, s in enumerate(spoken) if states.STALLED.search(text, s.start, s.end)]
    if stalled:
        return any(_somebody_works(context, s) for s in spoken[stalled[-1] + 1 :])
    asked = _subjects(text, mention.sentence)
    following = [*_told_behind(context, mention), *following]
    return any(
        _goes_on(text[s.start : s.end])
        or _names_work(text[s.start : s.end])
        or _is_about(text[s.start : s.end].lower(), asked)
        or _tells_of_work(context, s, asked)
        for s in following
    )


def _told_behind(context: Context, mention: Mention) -> list[Sentence]:
    """What the sentence of a motion tells behind its name: "...: NOC*NSF rolt het pakket uit"."""
    own = mention.sentence
    parted = _TELLS_ON.search(context.text, mention.end, own.end)
    if parted is None:
        return []
    is_to_come = _NOT_NOW.search(context.text, mention.end, own.end)
    is_to_come = is_to_come or states.ASKS.search(context.text, parted.end(), own.end)
    return [] if is_to_come else [replace(own, start=parted.end())]


def _goes_on(said: str) -> bool:
    """Whether a sentence says that something is done about it, or only that more will be told."""
    is_labelled = states.STATE.match(said) and not said.rstrip().endswith(":")
    return bool(is_labelled or states.WORKED_ON.search(said)) and not states.REPORTS.search(said)


def _names_work(said: str) -> bool:
    """Whether a sentence has a word of work, and does not say what a motion asks."""
    return states.WORK.search(said) is not None and states.ASKS.search(said) is None


def _is_about(said: str, asked: set[str]) -> bool:
    """Whether a sentence begins with what was asked for: "Deze campagne is van start gegaan"."""
    subject = _THIS.match(said)
    part = _THAT_PART.search(said)
    is_part = part is not None and any(word.endswith(part["what"]) for word in asked)
    return is_part or (subject is not None and subject["what"] in asked)


def _subjects(text: str, sentence: Sentence) -> set[str]:
    """The longer words of a sentence: what it is about."""
    return set(_LONG_WORD.findall(text[sentence.start : sentence.end].lower()))


def _does_work(context: Context, sentence: Sentence) -> list[float]:
    """How surely each verb of what a sentence tells is one of work."""
    hits = verb_hits(tokens_of(context.text, sentence.start, sentence.end))
    return [hit.verb.weight for hit in hits if hit.verb.weight > 0.5 and hit.form in _DOING]


def _somebody_works(context: Context, sentence: Sentence) -> bool:
    """Whether somebody who is named does something, and does not only tell of it later."""
    stretch = (sentence.start, sentence.end)
    if states.REPORTS.search(context.text, *stretch) or states.ASKS.search(context.text, *stretch):
        return False
    return bool(_does_work(context, sentence)) and bool(owners_of(context, *stretch))


def _tells_of_work(context: Context, sentence: Sentence, asked: set[str]) -> bool:
    """Whether a sentence tells what somebody does, or what is done with what was asked for."""
    does = _does_work(context, sentence)
    is_asked = not asked.isdisjoint(_subjects(context.text, sentence))
    is_plain = is_asked or max(does, default=0) > _SURE
    return bool(does) and (is_plain or bool(owners_of(context, sentence.start, sentence.end)))
