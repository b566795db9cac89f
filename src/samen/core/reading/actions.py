"""Actions: what the government or a partner does, did, plans or proposes.

Each clause gets points for the verb of work in it, for who acts and for when, and loses
points for findings, wishes, conditions, law texts and remarks about the letter itself. The
points become a confidence; the reason names what weighed. Who acts is read in `owners`.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samen.core.reading import action_words as words
from samen.core.reading.action_status import due_of, status_of
from samen.core.reading.candidates import Candidate
from samen.core.reading.clauses import (
    AUXILIARIES,
    Form,
    VerbHit,
    main_clauses,
    tokens_of,
    verb_hits,
)
from samen.core.reading.commitments import commitments_of
from samen.core.reading.context import Context, build_context, candidate
from samen.core.reading.owners import (
    Actor,
    Role,
    actors_in,
    heading_owners,
    mentioned_owners,
    nearest_owners,
    owners_of,
    signing_offices,
)
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import BlockKind, Letter
from samen.core.terms import CandidateKind, OrganisationKind

_OUTSIDE = frozenset({
    OrganisationKind.COMPANY, OrganisationKind.AUDIT_OFFICE, OrganisationKind.RAPPORTEUR,
})  # fmt: skip
"""Bodies whose own work is seldom part of the approach that a letter reports on."""
_FORM_POINTS = {
    Form.ACTIVE: 1.6, Form.PASSIVE: 1.7, Form.PERFECT: 1.6, Form.INTENDED: 1.6,
    Form.PAST: 1.1, Form.POSSIBLE: 0.4, Form.NEEDED: 0.3, Form.AIM: 0.4,
    Form.SUBORDINATE: 0.2, Form.RELATIVE: 0.8,
}  # fmt: skip
_NEGATIVES = (
    (words.FINDING, -1.3, "bevinding of cijfer"),
    (words.WISH, -1.0, "wens of doel"),
    (words.CONDITION, -1.2, "voorwaarde"),
    (words.ASKS, -1.8, "vraag van de Kamer"),
    (words.ABOUT_LETTER, -2.0, "gaat over de brief zelf"),
    (words.MONEY, -0.7, "gaat over geld"),
    (words.SETTLED, -1.5, "gaat over een motie"),
    (words.LAW_TEXT, -0.5, "beschrijft de wet"),
    (words.REASONING, -0.7, "redenering"),
    (words.MOTION, -0.3, "gaat over een motie"),
    (words.MOTION_ROW, -1.5, "gaat over een motie"),
)
_WORD_BEFORE = re.compile(r"\b([a-zà-ÿ]{3,}t)\s+(?:(?:de|het)\s+)?$")
_NEXT_WORD = re.compile(r"\s+([a-zà-ÿ]+(?:t|en))\b")
THRESHOLD = 0.53
_BASE = -1.45


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A clause with its points and what weighed most."""

    start: int
    end: int
    points: float
    grounds: tuple[str, ...]

    @property
    def confidence(self) -> float:
        return 1 / (1 + math.exp(-self.points))


def find_actions(letter: Letter, anchor: date | None) -> list[Candidate]:
    """Every action in a letter. anchor: the date of the letter."""
    return actions_of(build_context(letter, anchor))


def actions_of(context: Context) -> list[Candidate]:
    """Every action, from what was already worked out."""
    promises = {c.start: c.confidence for c in commitments_of(context)}
    found: list[Candidate] = []
    for sentence in context.sentences:
        if sentence.block.kind in (BlockKind.HEADING, BlockKind.SIGNATURE):
            continue
        if promises.get(sentence.start, 0.0) >= 0.7:
            continue  # a promise to tell Parliament something is no action besides
        for clause in _kept_clauses(context, sentence):
            found.append(_candidate(context, sentence, clause))
    return found


def _kept_clauses(context: Context, sentence: Sentence) -> Iterator[_Weighed]:
    """The clauses of a sentence that tell of an action; the sentence whole where only one does
    and no other main clause stands beside it."""
    weighed = [
        _weigh(context, sentence, low, high) for low, high in _with_sequels(context.text, sentence)
    ]
    kept = [clause for clause in weighed if clause.confidence >= THRESHOLD]
    if not kept and len(weighed) > 1:
        whole = _weigh(context, sentence, sentence.start, sentence.end)
        kept = [whole] if whole.confidence >= THRESHOLD else []
    yield from kept


def _with_sequels(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    """The clauses of a sentence; one that says when the work is ready stays with the work."""
    spans: list[tuple[int, int]] = []
    for low, high in main_clauses(text, sentence.start, sentence.end):
        is_short = len(text[low:high].split()) <= 14
        if spans and is_short and words.SEQUEL.search(text, low, high):
            spans[-1] = (spans[-1][0], high)
        else:
            spans.append((low, high))
    return spans


def _weigh(context: Context, sentence: Sentence, start: int, end: int) -> _Weighed:
    said = context.text[start:end]
    points, grounds = _BASE, list[str]()
    for value, ground in (
        *_verb_points(context, start, end),
        *_actor_points(context, sentence, start, end),
        *_time_points(context, start, end, said),
        *_place_points(context, sentence, said),
        *((value, ground) for pattern, value, ground in _NEGATIVES if pattern.search(said)),
    ):
        points += value
        grounds.append(ground)
    if len(said.split()) < 5 or said.rstrip().endswith(("?", ":")):
        points -= 1.5
    return _Weighed(start, end, points, tuple(grounds))


def _verb_points(context: Context, start: int, end: int) -> Iterator[tuple[float, str]]:
    """Points for the verbs of work: the best counts whole, a second one a little."""
    hits = sorted(verb_hits(tokens_of(context.text, start, end)), key=_worth, reverse=True)
    phrase = words.PHRASE.search(context.text, start, end)
    if hits:
        yield _worth(hits[0]), f"werkwoord “{hits[0].verb.infinitive}”"
    if len(hits) > 1:
        yield 0.25 * _worth(hits[1]), f"werkwoord “{hits[1].verb.infinitive}”"
    if not hits and phrase is None and _subject_acts(context, start, end):
        yield 0.8, "een partner doet iets"
    elif not hits and phrase is None and words.SOME_PARTICIPLE.search(context.text, start, end):
        yield 0.9, "er is of wordt iets gedaan"
    if phrase is not None:
        yield (0.7 if hits and _worth(hits[0]) > 1 else 1.6), f"zegt “{_short(phrase.group())}”"


def _subject_acts(context: Context, start: int, end: int) -> bool:
    """Whether a verb of no list follows a subject of ours: "Nidos en COA melden ..."."""
    subjects = [a for a in actors_in(context, start, end) if a.role is Role.SUBJECT]
    if not subjects or not _is_ours(subjects[-1]):
        return False
    following = _NEXT_WORD.match(context.text, subjects[-1].end)
    before = _WORD_BEFORE.search(context.text, start, subjects[0].start)
    beside = [hit.group(1) for hit in (following, before) if hit is not None]
    return any(word not in AUXILIARIES for word in beside)


def _worth(hit: VerbHit) -> float:
    return _FORM_POINTS[hit.form] * hit.verb.weight


def _short(words_found: str) -> str:
    parts = words_found.split()
    return " ".join(parts if len(parts) <= 5 else [*parts[:2], "…", *parts[-2:]])


def _actor_points(
    context: Context, sentence: Sentence, start: int, end: int
) -> Iterator[tuple[float, str]]:
    actors = actors_in(context, start, end)
    leading = [a for a in actors if a.role in (Role.SUBJECT, Role.AGENT)]
    if any(_is_ours(actor) for actor in leading):
        yield 0.9, f"{leading[0].name} handelt"
    elif leading:
        yield -0.6, f"{leading[0].name} staat buiten de aanpak"
    elif words.NAME_ACTS.match(context.text[start:end]):
        yield 0.6, "begint met een naam die iets doet"
    elif re.search(r"\b(?:ik|wij|we)\b", context.text[start:end], re.IGNORECASE):
        yield 0.4, "het kabinet spreekt zelf"
    elif start > sentence.start and owners_of(context, sentence.start, start):
        yield 0.6, "zelfde onderwerp als de zin ervoor"
    elif actors:
        yield 0.3, f"noemt {actors[0].name}"
    if words.PARTNERED.search(context.text, start, end):
        yield 0.4, "samenwerking"


def _is_ours(actor: Actor) -> bool:
    is_union = actor.kind is OrganisationKind.EUROPEAN and actor.name.startswith("Europe")
    return actor.kind not in _OUTSIDE and not (is_union and not actor.name.startswith("Europol"))


def _time_points(context: Context, start: int, end: int, said: str) -> Iterator[tuple[float, str]]:
    if context.periods_in(start, end):
        yield 0.3, "noemt een tijdstip"
    if words.NOW.search(said):
        yield 0.25, "zegt dat het nu speelt"
    if words.RESULT.search(said):
        yield 1.0, "kondigt een uitkomst aan"
    if words.READY.search(said):
        yield 1.2, "noemt wanneer het gereed is"


def _place_points(context: Context, sentence: Sentence, said: str) -> Iterator[tuple[float, str]]:
    if sentence.block.kind is BlockKind.LIST_ITEM:
        yield 0.4, "opsomming van maatregelen"
        has_day = bool(context.periods_in(sentence.start, sentence.end))
        if has_day and words.NOUN_ROW.search(said):
            yield 1.6, "regel van een planning"
    if words.STATUS_ROW.match(said) and not words.NO_ROW.match(said):
        yield 2.2, "regel die begint met de stand van zaken"
    if sentence.block.kind is BlockKind.FOOTNOTE:
        yield -0.6, "voetnoot"
    if words.PROPOSED.search(said) or words.UNDECIDED.search(said):
        yield 0.8, "voorstel of open besluit"


def _owners(context: Context, sentence: Sentence, clause: _Weighed) -> tuple[list[str], str]:
    """Who acts, and how that was known where the clause itself does not say it."""
    whole = (sentence.start, sentence.end)
    own = owners_of(context, clause.start, clause.end) or owners_of(context, *whole)
    if own:
        return own, ""
    near = nearest_owners(context, sentence.start, sentence.block.start)
    if near:
        return near, "eigenaar uit de zinnen ervoor"
    named = mentioned_owners(context, *whole)
    if named:
        return named, "eigenaar is wie de zin verder noemt"
    headed = heading_owners(context, sentence.start)
    if headed:
        return headed, "eigenaar uit het kopje erboven"
    offices = signing_offices(context)
    if len(offices) == 1:
        return offices, "geen eigenaar genoemd: de ondertekenaar"
    return [], ""


def _candidate(context: Context, sentence: Sentence, clause: _Weighed) -> Candidate:
    owners, whence = _owners(context, sentence, clause)
    grounds = [*clause.grounds, *([whence] if whence else [])]
    said = context.text[clause.start : clause.end]
    status = status_of(context, clause.start, clause.end)
    due = due_of(context, clause.start, clause.end)
    detail = {
        "owners": owners,
        "what": " ".join(said.split()),
        "status": status.value,
        "due": due.isoformat() if due else None,
    }
    span = (clause.start, clause.end)
    reason = "; ".join(grounds)
    return candidate(context, CandidateKind.ACTION, span, clause.confidence, reason, detail)
