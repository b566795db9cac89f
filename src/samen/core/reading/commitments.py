"""Commitments: what the government promises Parliament, kept, repeated or new.

That Parliament was told something before is no promise; a promise without a day is one. The
due date is the end of the period that the sentence gives, never a day that lies before the
letter.
"""

import re
from datetime import date

from samen.core.reading import promise_words as words
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, build_context, candidate
from samen.core.reading.owners import Role, actors_in, signing_office, signing_offices
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import BlockKind, Letter
from samen.core.terms import CandidateKind, CommitmentStatus, OrganisationKind, Precision

_MINE = re.compile(r"\b(?:ik|mijn)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:wij|we|ons)\b", re.IGNORECASE)
_SENATE = re.compile(
    r"Voorzitter\s+van\s+de\s+Eerste\s+Kamer|^\s*Eerste\s+Kamer\s+der", re.I | re.M
)
_PROMISERS = frozenset({OrganisationKind.MINISTRY, OrganisationKind.CABINET, None})
_LETTER_WORD = re.compile(r"[a-zà-ÿ]{7,}")
_HEAD = 1500
"""Characters of the original in which a letter says to whom it goes."""
_NO_DEADLINE = frozenset({Precision.VAGUE, Precision.RECURRING, Precision.AFTER})


def find_commitments(letter: Letter, anchor: date | None) -> list[Candidate]:
    """Every promise to Parliament in a letter. anchor: the date of the letter."""
    return commitments_of(build_context(letter, anchor))


def commitments_of(context: Context) -> list[Candidate]:
    """Every promise, from what was already worked out."""
    found: list[Candidate] = []
    separate: list[str] = []
    for sentence in context.sentences:
        if sentence.block.kind in (BlockKind.HEADING, BlockKind.SIGNATURE):
            continue
        said = context.text[sentence.start : sentence.end]
        judged = _judge(said, context, sentence)
        if judged is None:
            continue
        status, confidence, reason = judged
        if words.SEPARATE.search(said):
            if status is CommitmentStatus.NEW and any(_alike(said, each) for each in separate):
                status, reason = CommitmentStatus.REPEATED, "dezelfde brief is al eerder beloofd"
            separate.append(said)
        found.append(_candidate(context, sentence, status, confidence, reason))
    return found


def _judge(
    said: str, context: Context, sentence: Sentence
) -> tuple[CommitmentStatus, float, str] | None:
    """Status, confidence and reason of the promise in a sentence; None if it holds none."""
    if said.rstrip().endswith("?"):
        return None
    if words.PROMISED.search(said) and not _only_names(said):
        return _earlier(said)
    if words.PAST.search(said) or words.THIS_LETTER.search(said):
        return None
    told = words.PARLIAMENT.search(said) and words.INFORM.search(said)
    only_asked = words.ASKED.search(said) and not words.SPEAKS_AHEAD.search(said)
    if told and words.AHEAD.search(said) and not only_asked:
        if words.AGAIN.search(said):
            return CommitmentStatus.REPEATED, 0.85, "belooft de Kamer opnieuw te informeren"
        return _new(said)
    if words.RETURN.search(said):
        return _new(said)
    if words.LOOSE.search(said):
        return CommitmentStatus.NEW, 0.7, "kondigt een stuk aan de Kamer aan"
    return _implicit(said, context, sentence)


def _new(said: str) -> tuple[CommitmentStatus, float, str]:
    if re.search(r"\bte\s+zijner\s+tijd\b", said, re.IGNORECASE):
        return CommitmentStatus.OPEN, 0.85, "belooft de Kamer te informeren, zonder termijn"
    return CommitmentStatus.NEW, 0.9, "belooft de Kamer te informeren"


def _earlier(said: str) -> tuple[CommitmentStatus, float, str]:
    if words.FIRMLY_KEPT.search(said):
        return CommitmentStatus.KEPT, 0.9, "zegt dat een toezegging is nagekomen"
    if words.AGAIN.search(said):
        return CommitmentStatus.REPEATED, 0.85, "herhaalt een eerdere toezegging"
    if words.KEPT.search(said):
        return CommitmentStatus.KEPT, 0.9, "zegt dat een toezegging is nagekomen"
    return CommitmentStatus.REPEATED, 0.8, "noemt een eerdere toezegging"


def _only_names(said: str) -> bool:
    """Whether a sentence has the word "toezegging" but says nothing of one: a list or a title."""
    bare = re.search(
        r"\bmoties\s+en\s+toezeggingen\b|\btoezeggingenregister\b", said, re.IGNORECASE
    )
    return bare is not None and len(said) < 400 and not re.search(r"\btoegezegd\b|gestand", said)


def _implicit(
    said: str, context: Context, sentence: Sentence
) -> tuple[CommitmentStatus, float, str] | None:
    """A promise to do something later, of which Parliament is not named."""
    if not (words.IMPLICIT.search(said) and words.LATER.search(said)):
        return None
    by = _promiser(context, sentence)
    is_passive = re.search(r"\bworden\b", said) is not None
    if not (by or is_passive):
        return None
    return CommitmentStatus.NEW, 0.5, "kondigt aan iets later te doen, zonder termijn"


def _alike(one: str, other: str) -> bool:
    """Whether two promises of a separate letter speak of the same subject."""
    mine = set(_LETTER_WORD.findall(one.lower()))
    theirs = set(_LETTER_WORD.findall(other.lower()))
    return bool((mine & theirs) - {"separate", "geïnformeerd", "geinformeerd", "afzonderlijke"})


def _candidate(
    context: Context, sentence: Sentence, status: CommitmentStatus, confidence: float, reason: str
) -> Candidate:
    span = (sentence.start, sentence.end)
    due = None if status is CommitmentStatus.KEPT else _due(context, sentence)
    detail = {
        "by": _promiser(context, sentence),
        "to": _addressee(context, sentence),
        "due": due.isoformat() if due else None,
        "status": status.value,
        "about": _about(context.text[sentence.start : sentence.end]),
    }
    return candidate(context, CandidateKind.COMMITMENT, span, confidence, reason, detail)


def _promiser(context: Context, sentence: Sentence) -> str:
    """The office that promises: named in the sentence, or the one that signs where it says "ik"."""
    actors = actors_in(context, sentence.start, sentence.end)
    said = context.text[sentence.start : sentence.end]
    able = [a for a in actors if a.kind in _PROMISERS and a.role in (Role.SUBJECT, Role.AGENT)]
    if able:
        return able[0].name
    if _MINE.search(said):
        return signing_office(context)
    if _OURS.search(said):
        return "kabinet"
    held = [a for a in actors if a.kind in _PROMISERS and a.role is Role.HOLDER]
    if held:
        return held[0].name
    offices = signing_offices(context)
    return offices[0] if len(offices) == 1 else ""


def _addressee(context: Context, sentence: Sentence) -> str:
    said = context.text[sentence.start : sentence.end]
    named = re.search(r"\b(Tweede|Eerste)\s+Kamer\b", said)
    if named is not None:
        return f"{named.group(1)} Kamer"
    is_senate = _SENATE.search(context.letter.original[:_HEAD]) is not None
    return "Eerste Kamer" if is_senate else "Tweede Kamer"


def _due(context: Context, sentence: Sentence) -> date | None:
    """The end of the last period of a sentence that does not lie before the letter."""
    ends = [
        found.value.latest
        for found in context.periods_in(sentence.start, sentence.end)
        if found.value.latest is not None
        and found.value.precision not in _NO_DEADLINE
        and not found.value.in_name
        and (context.anchor is None or found.value.latest >= context.anchor)
    ]
    return ends[-1] if ends else None


def _about(said: str) -> str:
    """The words that say what the promise is about; else the sentence itself."""
    purpose = words.PURPOSE.search(said)
    if purpose is not None:
        words_of_it = purpose["about"] or purpose["rest"] or ""
        if len(words_of_it.split()) > 2:
            return words_of_it.strip(" ,")
    abouts = [m["about"] for m in words.ABOUT.finditer(said)]
    longest = max(abouts, key=len, default="")
    return (longest or said).strip(" ,.")
