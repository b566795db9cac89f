"""Commitments: what the government promises Parliament, kept, repeated or new.

That Parliament was told something before is no promise; a promise without a day is one. The
due date is the end of the period that the sentence gives, never a day that lies before the
letter.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date

from samen.core.reading import promise_papers as papers
from samen.core.reading import promise_words as words
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, build_context, candidate
from samen.core.reading.promise_days import due_of
from samen.core.reading.promise_judging import Judged, judge, judge_by_words
from samen.core.reading.promise_sequels import (
    ALSO_KEPT,
    KEPT_HERE,
    Sequel,
    alike,
    goes_on_about,
    joined,
    promised_list,
    sequel_of,
)
from samen.core.reading.promise_tables import read_promise_tables
from samen.core.reading.promisers import addressee_of, promiser_of
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import BlockKind, Letter
from samen.core.terms import CandidateKind, CommitmentStatus

_TO_MEMBER = re.compile(
    r"(?:Toezegging aan|(?:[A-Z]{1,3}\d{0,4}-?\d+\s+)?Aan) (?:het lid|de leden|de heer|mevrouw)\b"
)
"""How an item of a list of promises begins: "T25-03 Aan mevrouw Tamminga (SP): ..."."""
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE)
_OPENING = 50
"""Characters at the front of a sentence that tell what it goes on about."""
_ENDS_WITHIN = 300
"""Characters behind a promise in which it may be said to be kept."""


def find_commitments(letter: Letter, anchor: date | None) -> list[Candidate]:
    """Every promise to Parliament in a letter. anchor: the date of the letter."""
    return commitments_of(build_context(letter, anchor))


def commitments_of(context: Context) -> list[Candidate]:
    """Every promise, from what was already worked out."""
    tables = read_promise_tables(context)
    running = (each for each in context.sentences if each.block.kind in _RUNNING)
    told = tables.outside(running)
    promises = _Promises(context)
    for at, sentence in enumerate(told):
        promises.take(sentence, told[at + 1 : at + 4])
    return [*tables.rows, *promises.found]


@dataclass(slots=True)
class _Promises:
    """The promises of a letter up to a sentence, in reading order.

    separate: what was said of separate letters. listed_to: where a list of promises ends that a
    sentence led in. told_to: where the last promise ends that took in more than its sentence.
    """

    context: Context
    found: list[Candidate] = field(default_factory=list)
    separate: list[str] = field(default_factory=list)
    listed_to: int = 0
    told_to: int = 0

    def take(self, sentence: Sentence, following: list[Sentence]) -> None:
        """Add the promise of a sentence, or what it says of the last one."""
        if sentence.start < self.told_to:
            return
        promise = self._whole_item(sentence) or self._promise(sentence, following)
        if promise is not None:
            self.found.append(promise)
            self.told_to = promise.end

    def _whole_item(self, sentence: Sentence) -> Candidate | None:
        """The promise of an item under the heading "Toezeggingen", which says where it stands."""
        item = _item(self.context, sentence)
        listed = _listed(self.context, item) if item else None
        return _candidate(self.context, item, *listed) if item and listed else None

    def _promise(self, sentence: Sentence, following: list[Sentence]) -> Candidate | None:
        """The promise of a running sentence; None where it tells more of the last, or of none."""
        context, said = self.context, self.context.text[sentence.start : sentence.end]
        if " " not in said.strip():
            return None  # the head of a part of a table
        judged = judge(said, context, sentence)
        self.listed_to = promised_list(context, sentence) or self.listed_to
        is_listed = sentence.start < self.listed_to
        if sentence.end < self.listed_to and sentence.block.kind is not BlockKind.LIST_ITEM:
            return None
        if judged is None and is_listed and sentence.start == sentence.block.start:
            judged = CommitmentStatus.NEW, 0.7, "staat in een lijst van wat wordt toegezegd"
        if _goes_with_last(context, sentence, judged, self.found):
            return None
        is_ahead = judged and judged[0] in (CommitmentStatus.NEW, CommitmentStatus.OPEN)
        if is_ahead and self._is_told_when(sentence):
            return None
        judged = judged or judge_by_words(said, context, sentence)
        if judged is None or _is_taken_up(context, sentence, following[:1]):
            return None
        again = _once_more(said, judged, self.separate)
        return self._led_in(_with_sequel(context, sentence, following, again), sentence)

    def _led_in(self, promise: Candidate, sentence: Sentence) -> Candidate:
        """A promise with the sentence before it that says what was promised or asked."""
        context, said = self.context, self.context.text[sentence.start : sentence.end]
        before = context.sentences_in(sentence.block.start, sentence.start)[-1:]
        is_kept = bool(before) and _is_taken_up(context, before[0], [sentence])
        if not before or not (is_kept or words.GIVES_WORD.match(said)):
            return promise
        whole = replace(sentence, start=before[0].start, end=promise.end)
        longer = _candidate(
            context, whole, CommitmentStatus.NEW, promise.confidence, promise.reason
        )
        by = promiser_of(context, before[0]) if is_kept else ""
        own = {"by": by or promise.detail["by"], "about": longer.detail["about"]}
        return replace(longer, detail=promise.detail | own)

    def _is_told_when(self, sentence: Sentence) -> bool:
        """Whether a sentence says when the promise recalled before it is kept, which it joins."""
        last = self.found[-1] if self.found else None
        if last is None or not _is_recalled(last):
            return False
        if last.detail["due"] or not goes_on_about(self.context, (last.start, last.end), sentence):
            return False
        first = replace(sentence, start=last.start, end=last.end)
        by = promiser_of(self.context, sentence)
        if by and last.detail["by"] and by != last.detail["by"]:
            return False
        due = due_of(self.context, sentence)
        if due is None and last.detail["status"] == CommitmentStatus.OPEN.value:
            return False
        status = CommitmentStatus.REPEATED if due else CommitmentStatus.OPEN
        whole = _candidate(
            self.context, joined(first, sentence), status, last.confidence, last.reason
        )
        detail = last.detail | {"status": status.value, "due": due.isoformat() if due else None}
        self.found[-1] = replace(whole, detail=detail)
        return True


def _is_recalled(promise: Candidate) -> bool:
    """Whether a promise was made before, and is still to be kept."""
    if promise.detail["status"] == CommitmentStatus.REPEATED.value:
        return True
    is_open = promise.detail["status"] == CommitmentStatus.OPEN.value
    return is_open and words.PROMISED.search(promise.quote) is not None


def _goes_with_last(
    context: Context, sentence: Sentence, judged: Judged | None, found: list[Candidate]
) -> bool:
    """Whether a sentence tells more of the promise just found: what it holds, that it was kept."""
    if judged is None and _is_held_in(context, sentence, found):
        found.append(_held_in(context, sentence, found[-1]))
        return True
    if judged is None and _has_stalled(context, sentence, found):
        found[-1] = replace(
            found[-1],
            detail=found[-1].detail | {"status": CommitmentStatus.OPEN.value, "due": None},
        )
        return True
    if judged and judged[0] is CommitmentStatus.OPEN and _ends_last(context, sentence, found):
        found[-1] = replace(found[-1], detail=found[-1].detail | {"status": judged[0].value})
        return True
    is_yet_to_be = words.YET_TO_BE.search(context.text, sentence.start, sentence.end)
    if judged and is_yet_to_be and _ends_last(context, sentence, found):
        return True
    if judged and judged[0] is CommitmentStatus.KEPT and _ends_last(context, sentence, found):
        kept = {"status": CommitmentStatus.KEPT.value, "due": None}
        found[-1] = replace(found[-1], detail=found[-1].detail | kept, reason=judged[2])
        return True
    return False


def _once_more(said: str, judged: Judged, separate: list[str]) -> Judged:
    """How a promise is judged when a separate letter on the same was promised before."""
    if not words.SEPARATE.search(said):
        return judged
    is_again = judged[0] is CommitmentStatus.NEW and any(alike(said, each) for each in separate)
    separate.append(said)
    if not is_again:
        return judged
    return CommitmentStatus.REPEATED, judged[1], "dezelfde brief is al eerder beloofd"


def _with_sequel(
    context: Context,
    sentence: Sentence,
    following: list[Sentence],
    judged: Judged,
) -> Candidate:
    """The promise of a sentence, with what the sentences behind it say of its day or its end."""
    status, confidence, reason = judged
    sequel = None
    if status is not CommitmentStatus.KEPT:
        has_day = due_of(context, sentence) is not None
        sequel = sequel_of(context, sentence, following, has_day=has_day)
    if sequel is None:
        return _candidate(context, sentence, status, confidence, reason)
    what, after = sequel
    if what is Sequel.KEPT:
        if status is CommitmentStatus.NEW:
            return _candidate(context, sentence, status, confidence, reason)
        reason = "een volgende zin levert wat is toegezegd"
        return _candidate(context, sentence, CommitmentStatus.KEPT, confidence, reason)
    due = due_of(context, after)
    if due is None:
        return _candidate(context, sentence, status, confidence, reason)
    if status is CommitmentStatus.OPEN:
        status = CommitmentStatus.REPEATED
    whole = _candidate(context, joined(sentence, after), status, confidence, reason)
    by = promiser_of(context, sentence)
    return replace(whole, detail=whole.detail | {"due": due.isoformat(), "by": by})


def _ends_last(context: Context, sentence: Sentence, found: list[Candidate]) -> bool:
    """Whether a sentence says that the promise just told is kept: "Daarmee is die ... af"."""
    if not found or not sentence.block.start <= found[-1].start < sentence.start:
        return False
    said = context.text[sentence.start : sentence.end]
    is_old = found[-1].detail["status"] != CommitmentStatus.NEW.value
    is_near = sentence.start - found[-1].end < _ENDS_WITHIN
    is_that = words.THAT_THING.match(said) and words.REFERS_BACK.search(said)
    is_that = is_that or KEPT_HERE.match(said) or ALSO_KEPT.search(said)
    return bool(is_old and is_near and (is_that or words.REFERS_BACK.search(said[:_OPENING])))


def _has_stalled(context: Context, sentence: Sentence, found: list[Candidate]) -> bool:
    """Whether a sentence says that the promise recalled right before it was not kept yet."""
    if not found or not sentence.block.start <= found[-1].start < sentence.start:
        return False
    said, last = context.text[sentence.start : sentence.end], found[-1].detail
    is_next = not context.text[found[-1].end : sentence.start].strip()
    is_recalled = last["status"] == CommitmentStatus.REPEATED.value and last["due"] is None
    is_recalled = is_recalled or papers.WOULD.search(found[-1].quote) is not None
    opens = papers.OF_IT.match(said)
    return bool(is_next and is_recalled and opens and papers.STALLED.search(said))


def _is_held_in(context: Context, sentence: Sentence, found: list[Candidate]) -> bool:
    """Whether a sentence tells what the paper just promised will hold: "Daarin ga ik in op"."""
    if not found or not sentence.block.start <= found[-1].start < sentence.start:
        return False
    said = context.text[sentence.start : sentence.end]
    is_next = not context.text[found[-1].end : sentence.start].strip()
    return bool(is_next and words.THEREIN.search(said) and words.TELLS.search(said))


def _held_in(context: Context, sentence: Sentence, before: Candidate) -> Candidate:
    """That promise, by the day of the paper."""
    reason = "belooft waarop de toegezegde brief ingaat"
    promise = _candidate(context, sentence, CommitmentStatus.NEW, 0.8, reason)
    due = promise.detail["due"] or before.detail["due"]
    return replace(promise, detail=promise.detail | {"due": due})


def _is_taken_up(context: Context, sentence: Sentence, following: list[Sentence]) -> bool:
    """Whether the next sentence of the paragraph says that this promise is kept: it counts."""
    if not following or following[0].block is not sentence.block:
        return False
    said = context.text[sentence.start : sentence.end]
    after = context.text[following[0].start : following[0].end]
    if words.YET_TO_BE.search(after):
        return False
    is_old = words.PROMISED.search(said) and not words.KEPT.search(said)
    is_new = words.PROMISED.search(after) is not None
    return bool(
        is_old
        and is_new
        and words.REFERS_BACK.search(after[:_OPENING])
        and words.KEPT.search(after)
    )


def _item(context: Context, sentence: Sentence) -> Sentence | None:
    """The whole item that a sentence opens, under the heading "Toezeggingen"."""
    block = sentence.block
    opens = _TO_MEMBER.match(context.text, sentence.start, block.end)
    starts = sentence.start == block.start and not context.text.startswith("Motie", block.start)
    is_titled = context.text.startswith("Toezegging aan", sentence.start)
    said = context.text[sentence.start : sentence.end]
    is_prose = block.kind is BlockKind.PARAGRAPH and words.PROMISED.search(said) and not is_titled
    if is_prose or not (opens or (starts and block.kind is BlockKind.LIST_ITEM)):
        return None
    over = f"{context.theme_at(sentence.start)} {_lead_of_list(context, sentence)}"
    if not words.HEADS_LIST.search(over):
        return None
    later = _TO_MEMBER.search(context.text, opens.end() if opens else block.end, block.end)
    return replace(sentence, end=later.start() if later else block.end)


def _lead_of_list(context: Context, sentence: Sentence) -> str:
    """The words that lead in the list that a sentence stands in, or ""."""
    blocks = context.letter.blocks
    at = bisect_right(blocks, sentence.start, key=lambda block: block.start) - 1
    while at > 0 and blocks[at].kind is BlockKind.LIST_ITEM:
        at -= 1
    lead = context.letter.block_text(blocks[at]).rstrip()
    is_lead = blocks[at].kind is not BlockKind.LIST_ITEM and lead.endswith(":")
    return lead.rsplit(". ", 1)[-1] if is_lead else ""


def _listed(context: Context, item: Sentence) -> Judged | None:
    """The promise of an item in a list of promises: "Onderwerp: waar het staat"."""
    said = context.text[item.start : item.end]
    if words.PROMISES_NOW.search(said):
        return CommitmentStatus.NEW, 0.7, "staat in een lijst van toezeggingen"
    stated = words.STATE_LABEL.search(said) or words.STATED.search(said)
    if stated is None:
        return None
    state, reason = said[stated.end() :], "staat in een lijst van toezeggingen"
    has_day = due_of(context, item) is not None
    is_again = has_day and words.AHEAD.search(state)
    if words.NOT_DONE.search(state) and not is_again:
        return CommitmentStatus.OPEN, 0.7, reason
    is_kept = (words.KEPT.search(state) or words.DONE.search(state)) and not is_again
    return CommitmentStatus.KEPT if is_kept else CommitmentStatus.REPEATED, 0.7, reason


def _candidate(
    context: Context, sentence: Sentence, status: CommitmentStatus, confidence: float, reason: str
) -> Candidate:
    span = (sentence.start, sentence.end)
    ended = status is CommitmentStatus.KEPT or words.NOT_YET.search(
        context.text, sentence.start, sentence.end
    )
    due = None if ended else due_of(context, sentence)
    detail = {
        "by": promiser_of(context, sentence),
        "to": addressee_of(context, sentence.start, sentence.end),
        "due": due.isoformat() if due else None,
        "status": status.value,
        "about": _about(context.text[sentence.start : sentence.end]),
    }
    return candidate(context, CandidateKind.COMMITMENT, span, confidence, reason, detail)


def _about(said: str) -> str:
    """The words that say what the promise is about; else the sentence itself."""
    purpose = words.PURPOSE.search(said)
    if purpose is not None:
        words_of_it = purpose["goal"] or purpose["about"] or purpose["rest"] or ""
        if len(words_of_it.split()) > 2:
            return words_of_it.strip(" ,")
    abouts = [m["about"] for m in words.ABOUT.finditer(said)]
    longest = max(abouts, key=len, default="")
    return (longest or said).strip(" ,.")
