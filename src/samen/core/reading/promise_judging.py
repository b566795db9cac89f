"""Whether a sentence makes Parliament a promise, and how that stands."""

import re

from samen.core.reading import promise_papers as papers
from samen.core.reading import promise_questions as questions
from samen.core.reading import promise_words as words
from samen.core.reading.actor_roles import Role
from samen.core.reading.actors import actors_in
from samen.core.reading.context import Context
from samen.core.reading.councils import is_to_council
from samen.core.reading.promise_chance import features_of, foremost
from samen.core.reading.promise_days import due_of
from samen.core.reading.promise_sequels import agrees_to_tell
from samen.core.reading.promise_weights import WEIGHTS
from samen.core.reading.promisers import PROMISERS, promiser_of, speaks_itself
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import BlockKind
from samen.core.terms import CommitmentStatus

type Judged = tuple[CommitmentStatus, float, str]
"""Status, confidence and reason."""
_ASKED_AND_GIVEN = re.compile(
    r"\b(?:zal|zullen)\b[^.;]{0,20}\b(?:aan\s+(?:dit|dat|uw|hun|haar)\s+verzoek\s+(?:voldoen|tegemoet)"
    r"|(?:dit|dat|uw)\s+verzoek\s+inwilligen|gehoor\s+geven\s+aan\s+(?:dit|dat|uw)\s+verzoek)",
    re.IGNORECASE,
)
"""What was asked for, and is promised in so many words."""
_WILL_BE_KEPT = re.compile(
    r"\b(?:wordt|worden|zal|zullen)\b[^.;]{0,40}\b(?:gestand\s+gedaan|nagekomen|ingelost|afgedaan)\b"
    r"|\b(?:verwacht|hoop|streef|probeer|voornemens)\b[^.;]{0,60}"
    r"\b(?:gestand\s+te\s+doen|na\s+te\s+komen|in\s+te\s+lossen)\b",
    re.IGNORECASE,
)
_TO_MEMBER = re.compile(
    r"\b(?:(?:ik|wij)\s+(?:zal|zullen)|(?:zal|zullen)\s+(?:ik|wij))\s+(?:aan\s+)?"
    r"(?:het\s+lid|de\s+leden|mevrouw|de\s+heer|de\s+(?:fractie|commissie))\s",
    re.IGNORECASE,
)
"""A member to whom something will be told or sent."""
_KEPT_HEREBY = re.compile(
    r"\b(?:hiermee|hierbij|daarmee|met\s+(?:deze|dit|bijgaand\w*))\b", re.IGNORECASE
)
_GAVE_WORD = re.compile(
    r"\b(?:heeft|hebben|had|hadden)\s+(?!toegezegd|beloofd)(?:[^.;]){1,160}\b(?:toegezegd|beloofd)\b"
    r"|\bzeg(?:de(?:n)?|t)\s+(?!toe\b)[^.;]{1,80}\btoe\b",
    re.IGNORECASE,
)
"""Somebody who promised somebody else something, whoever they are."""
_TO_OTHERS = re.compile(
    r"\b(?:heeft|hebben)\s+(?:(?:de|het)\s+(?!(?:raad|Kamer|Staten|leden|lid|commissie|fractie|Tweede"
    r"|Eerste)\b)|(?:haar|zijn|hun|alle)\s+)[\w-]+\s+(?:toegezegd|beloofd)\b"
)
"""Others than Parliament who were promised something: "heeft haar leden beloofd"."""
_SHORT = re.compile(r"\b(?:a\.s|jl|c\.s|d\.d|nr|t\.a\.v)\.", re.IGNORECASE)
_LIKELY = 0.3
"""The chance from which a sentence that no turn of phrase tells is taken for a promise."""
BY_WORDS = 0.45
"""How sure such a promise is: less than any that a turn of phrase tells."""
_FRONT = 2
"""Blocks of a letter that say what it is about."""


def judge(said: str, context: Context, sentence: Sentence) -> Judged | None:
    """Status, confidence and reason of the promise in a sentence; None if it holds none."""
    said = _without_stops(said)
    if said.rstrip().endswith("?") or words.NO_PROMISE.search(said):
        return None
    if sentence.block.kind is BlockKind.FOOTNOTE and words.CITED.match(said):
        return None
    if questions.OWED.search(said):
        return CommitmentStatus.OPEN, 0.8, "een antwoord dat de Kamer nog te goed heeft"
    if questions.ANSWERS.search(said):
        return CommitmentStatus.OPEN, 0.7, "een antwoord dat de Kamer nog te goed heeft"
    if words.PROMISED.search(said) and not words.only_names(said):
        if not _is_to_parliament(context, sentence, said):
            return None
        return _earlier(said, has_day=due_of(context, sentence) is not None)
    if words.DELIVERED.search(said) and not words.ASKED.search(said):
        return CommitmentStatus.KEPT, 0.5, "zegt dat de Kamer een stuk heeft gekregen"
    return _ahead(said, context, sentence)


def judge_by_words(said: str, context: Context, sentence: Sentence) -> Judged | None:
    """The same for a sentence that no turn of phrase tells, where its words are those of promises.

    How that stands is told by the turns of phrase all the same.
    """
    said = _without_stops(said)
    if _is_refused(said, context, sentence):
        return None
    features = features_of(context, sentence)
    if WEIGHTS.chance(features) < _LIKELY:
        return None
    beside = ", ".join(f"“{word}”" for word in foremost(features))
    return _stands(said, context, sentence), BY_WORDS, f"woorden van toezeggingen: {beside}"


def _is_refused(said: str, context: Context, sentence: Sentence) -> bool:
    """Whether a turn of phrase tells that a sentence is no promise, whatever its words.

    It asks, refuses, only names promises, tells of those of others, or of what this letter gives,
    what was given before or what Parliament asks.
    """
    if said.rstrip().endswith("?") or words.NO_PROMISE.search(said) or words.only_names(said):
        return True
    if words.PROMISED.search(said):
        return not _is_to_parliament(context, sentence, said)
    if words.THIS_LETTER.search(said) or _opens_letter(said, context, sentence):
        return True
    if papers.OF_ITSELF.match(said):
        return True
    ahead = words.PAST.sub(" ", words.ONCE.sub(" ", said))
    is_past = ahead != said and not words.AHEAD.search(ahead)
    return bool(is_past or (words.ASKED.search(said) and not words.SPEAKS_AHEAD.search(ahead)))


def _stands(said: str, context: Context, sentence: Sentence) -> CommitmentStatus:
    """How a promise stands that no turn of phrase tells."""
    if words.PROMISED.search(said):
        return _earlier(said, has_day=due_of(context, sentence) is not None)[0]
    if words.NOT_YET.search(said):
        return CommitmentStatus.OPEN
    return CommitmentStatus.KEPT if words.KEPT.search(said) else _new(said)[0]


def _without_stops(said: str) -> str:
    """A sentence without the stops of its abbreviations, which end no clause."""
    return _SHORT.sub(lambda found: found[0].replace(".", ""), said)


def _ahead(said: str, context: Context, sentence: Sentence) -> Judged | None:
    """The same for a sentence that recalls no earlier promise."""
    ahead = words.PAST.sub(" ", words.ONCE.sub(" ", said))
    if _ASKED_AND_GIVEN.search(ahead):
        return _new(said)
    if papers.NEXT_HOLDS.search(ahead) or papers.NEXT_APPEARS.search(ahead):
        return _new(said, 0.7)
    if words.THIS_LETTER.search(ahead) or _opens_letter(ahead, context, sentence):
        return None
    is_named = (
        _TO_MEMBER.search(ahead)
        or words.PARLIAMENT.search(ahead)
        or (is_to_council(context) and words.TO_COUNCIL.search(ahead))
    )
    told = is_named and words.INFORM.search(ahead)
    only_asked = words.ASKED.search(said) and not words.SPEAKS_AHEAD.search(ahead)
    is_told = told and words.AHEAD.search(ahead) and not only_asked
    is_answered = questions.QUESTIONS.search(ahead) and questions.ASKERS.search(said)
    is_given = words.RETURN.search(ahead) or words.HANDS_OVER.search(ahead)
    if is_answered and questions.ANSWERED.search(ahead):
        return CommitmentStatus.OPEN, 0.9, "een antwoord dat de Kamer nog te goed heeft"
    if is_told or is_answered or is_given or agrees_to_tell(context, sentence):
        return _new(said)
    is_other = words.ASKED.search(said) or papers.OF_ITSELF.match(said)
    is_loose = papers.LOOSE.search(ahead) and not is_other
    if is_loose and (speaks_itself(said) or not _is_done_by_others(context, sentence)):
        return _new(said, 0.7)
    return _implicit(ahead, context, sentence)


def _opens_letter(said: str, context: Context, sentence: Sentence) -> bool:
    """Whether a sentence at the front says what this letter does: "Wij informeren u over ..."."""
    blocks = context.letter.blocks[:_FRONT]
    if sentence.block not in blocks:
        return False
    has_day = bool(context.periods_in(sentence.start, sentence.end))
    is_now = not has_day and words.TELLS_NOW.match(said) is not None
    return is_now or papers.FRONT.match(said) is not None


def _is_to_parliament(context: Context, sentence: Sentence, said: str) -> bool:
    """Whether a promise was made by the government, and not to somebody else than Parliament."""
    if words.PARLIAMENT.search(said):
        return True
    if _TO_OTHERS.search(said):
        return False
    if _GAVE_WORD.search(said):
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


def _is_done_by_others(context: Context, sentence: Sentence) -> bool:
    """Whether a body that makes Parliament no promises is what a sentence is about."""
    actors = actors_in(context, sentence.start, sentence.end)
    leading = [actor for actor in actors if actor.role is Role.SUBJECT]
    return bool(leading) and all(actor.kind not in PROMISERS for actor in leading)


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
    is_to_come = _WILL_BE_KEPT.search(said) and not _KEPT_HEREBY.search(said)
    if is_to_come or (has_day and words.KEPT_LATER.search(said)):
        return CommitmentStatus.REPEATED, 0.85, "zegt wanneer een toezegging wordt nagekomen"
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
