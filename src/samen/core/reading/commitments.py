"""Commitments: what the government promises Parliament, kept, repeated or new.

That Parliament was told something before is no promise; a promise without a day is one. The
due date is the end of the period that the sentence gives, never a day that lies before the
letter.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from samen.core.periods import Period
from samen.core.reading import promise_papers as papers
from samen.core.reading import promise_words as words
from samen.core.reading.actor_roles import Role
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, build_context, candidate
from samen.core.reading.councils import is_to_council
from samen.core.reading.owners import actors_in
from samen.core.reading.promise_sequels import (
    Sequel,
    agrees_to_tell,
    alike,
    joined,
    promised_list,
    sequel_of,
)
from samen.core.reading.promise_tables import read_promise_tables
from samen.core.reading.promisers import PROMISERS, addressee_of, promiser_of, speaks_itself
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import BlockKind, Letter
from samen.core.terms import CandidateKind, CommitmentStatus, Precision

_TO_MEMBER = re.compile(
    r"(?:Toezegging aan|(?:[A-Z]{1,3}\d{0,4}-?\d+\s+)?Aan) (?:het lid|de leden|de heer|mevrouw)\b"
)
"""How an item of a list of promises begins: "T25-03 Aan mevrouw Tamminga (SP): ..."."""
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE)
_FRONT = 2
"""Blocks of a letter that say what it is about."""
_OPENING = 50
"""Characters at the front of a sentence that tell what it goes on about."""
_ENDS_WITHIN = 300
"""Characters behind a promise in which it may be said to be kept."""
_WIDE = frozenset({Precision.YEAR, Precision.SPAN})
_NO_DEADLINE = frozenset({Precision.VAGUE, Precision.RECURRING, Precision.AFTER})

type Judged = tuple[CommitmentStatus, float, str]
"""Status, confidence and reason."""


def find_commitments(letter: Letter, anchor: date | None) -> list[Candidate]:
    """Every promise to Parliament in a letter. anchor: the date of the letter."""
    return commitments_of(build_context(letter, anchor))


def commitments_of(context: Context) -> list[Candidate]:
    """Every promise, from what was already worked out."""
    tables = read_promise_tables(context)
    found: list[Candidate] = []
    separate: list[str] = []
    running = (each for each in context.sentences if each.block.kind in _RUNNING)
    told = tables.outside(running)
    told_as_one = listed_to = 0
    for at, sentence in enumerate(told):
        if sentence.start < told_as_one:
            continue
        item = _item(context, sentence)
        listed = _listed(context, item) if item else None
        if item and listed:
            found.append(_candidate(context, item, *listed))
            told_as_one = item.end
            continue
        following = told[at + 1 : at + 4]
        judged = _judge(context.text[sentence.start : sentence.end], context, sentence)
        listed_to = promised_list(context, sentence) or listed_to
        if sentence.end < listed_to and sentence.block.kind is not BlockKind.LIST_ITEM:
            continue
        if judged is None and sentence.start < listed_to and sentence.start == sentence.block.start:
            judged = CommitmentStatus.NEW, 0.7, "staat in een lijst van wat wordt toegezegd"
        if _goes_with_last(context, sentence, judged, found):
            continue
        if judged is None or _is_taken_up(context, sentence, following[:1]):
            continue
        judged = _once_more(context.text[sentence.start : sentence.end], judged, separate)
        promise = _with_sequel(context, sentence, following, judged)
        found.append(promise)
        told_as_one = promise.end
    return [*tables.rows, *found]


def _goes_with_last(
    context: Context, sentence: Sentence, judged: Judged | None, found: list[Candidate]
) -> bool:
    """Whether a sentence tells more of the promise just found: what it holds, that it was kept."""
    if judged is None and _is_held_in(context, sentence, found):
        found.append(_held_in(context, sentence, found[-1]))
        return True
    if judged and judged[0] is CommitmentStatus.OPEN and _ends_last(context, sentence, found):
        found[-1] = replace(found[-1], detail=found[-1].detail | {"status": judged[0].value})
        return True
    if judged and judged[0] is CommitmentStatus.KEPT and _ends_last(context, sentence, found):
        if words.YET_TO_BE.search(context.text[sentence.start : sentence.end]):
            return True
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
        has_day = _due(context, sentence) is not None
        sequel = sequel_of(context, sentence, following, has_day=has_day)
    if sequel is None:
        return _candidate(context, sentence, status, confidence, reason)
    what, after = sequel
    if what is Sequel.KEPT:
        if status is CommitmentStatus.NEW:
            return _candidate(context, sentence, status, confidence, reason)
        reason = "een volgende zin levert wat is toegezegd"
        return _candidate(context, sentence, CommitmentStatus.KEPT, confidence, reason)
    due = _due(context, after)
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
    return bool(is_old and is_near and words.REFERS_BACK.search(said[:_OPENING]))


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


def _judge(said: str, context: Context, sentence: Sentence) -> Judged | None:
    """Status, confidence and reason of the promise in a sentence; None if it holds none."""
    if said.rstrip().endswith("?") or words.NO_PROMISE.search(said):
        return None
    if sentence.block.kind is BlockKind.FOOTNOTE and words.CITED.match(said):
        return None
    if words.OWED.search(said):
        return CommitmentStatus.OPEN, 0.8, "een antwoord dat de Kamer nog te goed heeft"
    if words.PROMISED.search(said) and not words.only_names(said):
        if not _is_to_parliament(context, sentence, said):
            return None
        return _earlier(said, has_day=_due(context, sentence) is not None)
    if words.DELIVERED.search(said) and not words.ASKED.search(said):
        return CommitmentStatus.KEPT, 0.5, "zegt dat de Kamer een stuk heeft gekregen"
    return _ahead(said, context, sentence)


def _ahead(said: str, context: Context, sentence: Sentence) -> Judged | None:
    """The same for a sentence that recalls no earlier promise."""
    ahead = words.PAST.sub(" ", words.ONCE.sub(" ", said))
    if papers.NEXT_HOLDS.search(ahead):
        return _new(said, 0.7)
    if words.THIS_LETTER.search(ahead) or _opens_letter(ahead, context, sentence):
        return None
    is_named = words.PARLIAMENT.search(ahead) or (
        is_to_council(context) and words.TO_COUNCIL.search(ahead)
    )
    told = is_named and words.INFORM.search(ahead)
    only_asked = words.ASKED.search(said) and not words.SPEAKS_AHEAD.search(ahead)
    is_told = told and words.AHEAD.search(ahead) and not only_asked
    is_answered = words.QUESTIONS.search(ahead) and words.ASKERS.search(said)
    is_given = words.RETURN.search(ahead) or words.HANDS_OVER.search(ahead)
    if is_told or is_answered or is_given or agrees_to_tell(context, sentence):
        return _new(said)
    if papers.LOOSE.search(ahead) and not words.ASKED.search(said):
        return _new(said, 0.7)
    return _implicit(ahead, context, sentence)


def _opens_letter(said: str, context: Context, sentence: Sentence) -> bool:
    """Whether a sentence at the front says what this letter does: "Wij informeren u over ..."."""
    blocks = context.letter.blocks[:_FRONT]
    has_day = bool(context.periods_in(sentence.start, sentence.end))
    return sentence.block in blocks and not has_day and bool(words.TELLS_NOW.match(said))


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
    if not words.HEADS_LIST.search(context.theme_at(sentence.start)):
        return None
    later = _TO_MEMBER.search(context.text, opens.end() if opens else block.end, block.end)
    return replace(sentence, end=later.start() if later else block.end)


def _listed(context: Context, item: Sentence) -> Judged | None:
    """The promise of an item in a list of promises: "Onderwerp: waar het staat"."""
    said = context.text[item.start : item.end]
    stated = words.STATE_LABEL.search(said) or words.STATED.search(said)
    if stated is None:
        return None
    state, reason = said[stated.end() :], "staat in een lijst van toezeggingen"
    has_day = _due(context, item) is not None
    is_again = has_day and words.AHEAD.search(state)
    if words.NOT_DONE.search(state) and not is_again:
        return CommitmentStatus.OPEN, 0.7, reason
    is_kept = (words.KEPT.search(state) or words.DONE.search(state)) and not is_again
    return CommitmentStatus.KEPT if is_kept else CommitmentStatus.REPEATED, 0.7, reason


def _is_to_parliament(context: Context, sentence: Sentence, said: str) -> bool:
    """Whether a promise was made by the government, and not to somebody else than Parliament."""
    if words.PARLIAMENT.search(said):
        return True
    if words.OTHERS.search(said):
        return False
    actors = actors_in(context, sentence.start, sentence.end)
    if speaks_itself(said) or any(actor.kind in PROMISERS for actor in actors):
        return True
    if own := words.PROMISE_ITSELF.search(said):
        place = sentence.start + own.end()
        return not any(actor.start == place for actor in actors if own["whose"])
    return not any(actor.role is Role.SUBJECT for actor in actors)


def _new(said: str, confidence: float = 0.9) -> Judged:
    if words.SAID_BEFORE.search(said) and words.DELAYED.search(said):
        return CommitmentStatus.OPEN, confidence, "zegt dat een aangekondigd stuk later komt"
    if words.OPEN_ENDED.search(said):
        return CommitmentStatus.OPEN, confidence, "belooft de Kamer te informeren, zonder termijn"
    if words.SAID_BEFORE.search(said):
        return CommitmentStatus.REPEATED, confidence, "belooft de Kamer opnieuw te informeren"
    return CommitmentStatus.NEW, confidence, "belooft de Kamer te informeren"


def _earlier(said: str, *, has_day: bool) -> Judged:
    if words.PROMISES_NOW.search(said):
        return CommitmentStatus.NEW, 0.9, "zegt de Kamer iets toe"
    if words.NOT_YET.search(said) or (words.DELAYED.search(said) and not has_day):
        return CommitmentStatus.OPEN, 0.85, "zegt dat een toezegging nog openstaat"
    is_whole = not (words.ONCE_MORE.search(said) or words.PARTLY.search(said))
    if (words.KEPT.search(said) or words.DONE_BEHIND.search(said)) and is_whole:
        return CommitmentStatus.KEPT, 0.9, "zegt dat een toezegging is nagekomen"
    if words.AGAIN.search(said):
        return CommitmentStatus.REPEATED, 0.85, "herhaalt een eerdere toezegging"
    return CommitmentStatus.REPEATED, 0.8, "noemt een eerdere toezegging"


def _implicit(said: str, context: Context, sentence: Sentence) -> Judged | None:
    """A promise to do something later, of which Parliament is not named."""
    if not (words.IMPLICIT.search(said) and words.LATER.search(said)):
        return None
    by = promiser_of(context, sentence)
    is_passive = re.search(r"\bworden\b", said) is not None
    if not (by or is_passive):
        return None
    return CommitmentStatus.NEW, 0.5, "kondigt aan iets later te doen, zonder termijn"


def _candidate(
    context: Context, sentence: Sentence, status: CommitmentStatus, confidence: float, reason: str
) -> Candidate:
    span = (sentence.start, sentence.end)
    ended = status is CommitmentStatus.KEPT or words.NOT_YET.search(
        context.text, sentence.start, sentence.end
    )
    due = None if ended else _due(context, sentence)
    detail = {
        "by": promiser_of(context, sentence),
        "to": addressee_of(context, sentence.start, sentence.end),
        "due": due.isoformat() if due else None,
        "status": status.value,
        "about": _about(context.text[sentence.start : sentence.end]),
    }
    return candidate(context, CandidateKind.COMMITMENT, span, confidence, reason, detail)


def _due(context: Context, sentence: Sentence) -> date | None:
    """The end of the last period of a sentence that does not lie before the letter.

    A day stands above a year; what follows from it (", zodat ...") and what is counted from
    another event ("waarna ... binnen zes weken") gives no day.
    """
    said = context.text[sentence.start : sentence.end]
    after = words.FOLLOWS.search(said)
    end = sentence.start + after.start() if after else sentence.end
    periods = context.periods_in(sentence.start, end) or context.periods_in(
        sentence.start, sentence.end
    )
    if words.COUNTED_ON.search(said):
        return None
    periods = [
        found
        for found in periods
        if not words.OF_A_PAPER.search(context.text, sentence.start, found.start)
    ]
    ends = [found.value for found in periods if _is_deadline(context, found.value)]
    if not ends and words.THEN.search(said):
        ends = _deadlines_before(context, sentence)
    exact = [value for value in ends if value.precision not in _WIDE]
    last = (exact or ends)[-1:]
    place = next((found.start for found in periods if last and found.value is last[0]), None)
    if place is not None and words.BEFORE_MEETING.search(context.text, sentence.start, place):
        return last[0].latest - timedelta(days=1) if last[0].latest else None
    return last[0].latest if last else None


def _deadlines_before(context: Context, sentence: Sentence) -> list[Period]:
    """The deadlines of the sentence before, in the same paragraph."""
    before = context.sentences_in(sentence.block.start, sentence.start)[-1:]
    found = [context.periods_in(each.start, each.end) for each in before]
    return [
        each.value for periods in found for each in periods if _is_deadline(context, each.value)
    ]


def _is_deadline(context: Context, value: Period) -> bool:
    if value.latest is None or value.precision in _NO_DEADLINE or value.in_name:
        return False
    return context.anchor is None or value.latest >= context.anchor


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
