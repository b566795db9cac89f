"""Actions: what the government or a partner does, did, plans or proposes.

Each clause is weighed by its features: the verb of work in it, who acts and when, and what
speaks against it, such as findings, wishes and conditions. The weight becomes a confidence;
the reason names what weighed. Who acts is read in `owners`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samen.core.reading import action_words as words
from samen.core.reading import promise_papers, promise_words
from samen.core.reading.action_features import Feature, features_of
from samen.core.reading.action_status import due_of, status_of
from samen.core.reading.action_tables import listed_actions
from samen.core.reading.action_weights import WEIGHTS
from samen.core.reading.candidates import Candidate
from samen.core.reading.clauses import (
    Form,
    main_clauses,
    opens_with_verb,
    tokens_of,
    verb_hits,
)
from samen.core.reading.commitments import commitments_of
from samen.core.reading.context import Context, build_context, candidate
from samen.core.reading.councils import council_writer, is_to_council
from samen.core.reading.offices import signing_offices
from samen.core.reading.owner_labels import (
    Led,
    is_led_in_ahead,
    lead_in_owners,
    leaders_at,
    led_stretches,
)
from samen.core.reading.owners import (
    heading_owners,
    mentioned_owners,
    owners_of,
    partners_in,
    sending_bodies,
)
from samen.core.reading.owners_before import each_by_name, nearest_owners
from samen.core.reading.promise_judging import BY_WORDS
from samen.core.reading.promisers import speaks_itself
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import BlockKind, Letter
from samen.core.reading.weighing import chance_of
from samen.core.terms import ActionStatus, CandidateKind

THRESHOLD = 0.42
_CLAUSES = 2
"""Clauses of a sentence of which one may be a promise and another an action."""
_OF_PROMISES = (
    promise_words.PROMISED,
    promise_words.REFERS_BACK,
    promise_words.RETURN,
    promise_words.THEREIN,
    promise_papers.LOOSE,
)
_POINTS_BACK = re.compile(
    r"\W*(?:zij|hij|ze|beide|dat|die|dit|deze|daar\w*|op\s+basis\s+daarvan)\b"
)
_FINITE = frozenset({Form.ACTIVE, Form.PASSIVE, Form.PERFECT, Form.PAST})


@dataclass(frozen=True, slots=True)
class Weighed:
    """A clause with its points and what weighed most."""

    start: int
    end: int
    points: float
    features: tuple[Feature, ...]

    @property
    def confidence(self) -> float:
        return chance_of(self.points)


def find_actions(letter: Letter, anchor: date | None) -> list[Candidate]:
    """Every action in a letter. anchor: the date of the letter."""
    context = build_context(letter, anchor)
    return actions_of(context, commitments_of(context))


def actions_of(context: Context, promises: list[Candidate]) -> list[Candidate]:
    """Every action that is surely no promise, from what was already worked out."""
    listed = listed_actions(context)
    led = led_stretches(context)
    told = [
        _candidate(context, sentence, clause, led)
        for sentence, clauses in weighed_clauses(context, promises)
        for clause in _kept(context, sentence, clauses)
        if not any(row.start < clause.end and clause.start < row.end for row in listed)
    ]
    return [*listed, *told]


def weighed_clauses(
    context: Context, promises: list[Candidate]
) -> Iterator[tuple[Sentence, list[Weighed]]]:
    """Every sentence that may tell of an action, with its clauses weighed."""
    # what is promised is told once, and with its deadline: as a promise; an unsure one as both
    promised = [(each.start, each.end) for each in promises if each.confidence > BY_WORDS]
    for sentence in context.sentences:
        if sentence.block.kind in (BlockKind.HEADING, BlockKind.SIGNATURE):
            continue
        if context.text[sentence.start : sentence.end].rstrip().endswith("?"):
            continue
        spans = _with_sequels(context.text, sentence)
        if any(low <= sentence.start < high for low, high in promised):
            spans = _beside_promise(context.text, spans)
        yield sentence, [_weigh(context, sentence, low, high) for low, high in spans]


def _kept(context: Context, sentence: Sentence, clauses: list[Weighed]) -> list[Weighed]:
    """The clauses that tell of an action; the sentence whole where none does by itself."""
    kept = [clause for clause in clauses if clause.confidence >= THRESHOLD]
    if not kept and len(clauses) > 1:
        whole = _weigh(context, sentence, sentence.start, sentence.end)
        kept = [whole] if whole.confidence >= THRESHOLD else []
    return kept


def _with_sequels(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    """The clauses of a sentence; one that says when the work is ready stays with the work."""
    spans: list[tuple[int, int]] = []
    for low, high in main_clauses(text, sentence.start, sentence.end):
        is_short = len(text[low:high].split()) <= 14
        if spans and is_short and words.SEQUEL.search(text[low:high]):
            spans[-1] = (spans[-1][0], high)
        else:
            spans.append((low, high))
    return spans


def _beside_promise(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The clauses of a sentence that makes a promise which tell of something else than that."""
    if len(spans) < _CLAUSES:
        return []
    return [span for span in spans if not _speaks_of_promise(text[slice(*span)])]


def _speaks_of_promise(said: str) -> bool:
    whom = promise_words.PARLIAMENT.search(said) or speaks_itself(said)
    is_told = promise_words.INFORM.search(said) is not None and bool(whom)
    return is_told or any(form.search(said) for form in _OF_PROMISES)


def _weigh(context: Context, sentence: Sentence, start: int, end: int) -> Weighed:
    features = features_of(context, sentence, start, end)
    points = WEIGHTS.points({feature.key: feature.strength for feature in features})
    return Weighed(start, end, points, tuple(features))


def _owners(
    context: Context, sentence: Sentence, clause: Weighed, led: list[Led]
) -> tuple[list[str], str]:
    """Who acts, and how that was known where the clause itself does not say it."""
    text = context.text
    low = max(text.rfind(";", sentence.start, clause.start) + 1, sentence.start)
    high = text.find(";", clause.end, sentence.end)
    whole = (low, high if high >= 0 else sentence.end)
    headed = heading_owners(context, sentence.start)
    is_row = (
        words.STATUS_ROW.match(text[clause.start : clause.end])
        and " door " not in text[slice(*whole)]
    )
    if headed and is_row:
        return headed, "eigenaar uit het kopje erboven"
    own, whence = _owners_by_words(context, sentence, clause, whole)
    if own:
        return own, whence
    goes_on = _goes_on(context.text, sentence, clause)
    if goes_on and (ahead := owners_of(context, sentence.start, clause.start)):
        return ahead, "eigenaar uit het eerste deel van de zin"
    near = nearest_owners(context, sentence)
    if near:
        return near, "eigenaar uit de zinnen ervoor"
    leading = leaders_at(led, clause.start)
    if leading:
        return leading, "eigenaar uit het label erbij"
    named = mentioned_owners(context, *whole)
    if named:
        return named, "eigenaar is wie de zin verder noemt"
    if headed:
        return headed, "eigenaar uit het kopje erboven"
    return _writing(context)


def _owners_by_words(
    context: Context, sentence: Sentence, clause: Weighed, whole: tuple[int, int]
) -> tuple[list[str], str]:
    """Who acts by the words of a clause, or of the line over the list that it is an item of."""
    over, whence = lead_in_owners(context, sentence), "eigenaar uit de regel boven de lijst"
    is_led = is_led_in_ahead(context, sentence) and not _has_finite_verb(context.text, clause)
    if over and (is_led or opens_with_verb(context.text, clause.start, clause.end)):
        beside = partners_in(context, clause.start, clause.end)
        return list(dict.fromkeys([*over, *beside])), whence
    own = owners_of(context, clause.start, clause.end) or owners_of(context, *whole)
    return (own, "") if own else (over, whence if over else "")


def _goes_on(text: str, sentence: Sentence, clause: Weighed) -> bool:
    """Whether a clause behind others speaks of their subject; behind a ";" it has to say so."""
    before = text[sentence.start : clause.start].rstrip()
    if not before.endswith(";"):
        return bool(before)
    points = _POINTS_BACK.match(text, clause.start, clause.end)
    return points is not None or opens_with_verb(text, clause.start, clause.end)


def _has_finite_verb(text: str, clause: Weighed) -> bool:
    """Whether a clause says itself who does it or what is done, and goes on from no lead."""
    hits = verb_hits(tokens_of(text, clause.start, clause.end))
    return any(hit.form in _FINITE for hit in hits)


def _writing(context: Context) -> tuple[list[str], str]:
    """Who writes a text, where that is one, and how that was known."""
    offices = signing_offices(context)
    if len(offices) == 1:
        return [*offices], "geen eigenaar genoemd: de ondertekenaar"
    if is_to_council(context):
        return [council_writer(context, alone=True)], "geen eigenaar genoemd: wie de raad schrijft"
    bodies = [] if offices else sending_bodies(context)
    if len(bodies) == 1:
        return bodies, "geen eigenaar genoemd: wie verslag doet"
    return [], ""


def _candidate(context: Context, sentence: Sentence, clause: Weighed, led: list[Led]) -> Candidate:
    owners, whence = _owners(context, sentence, clause, led)
    owners = each_by_name(context, sentence, owners)
    grounds = [*(feature.said for feature in clause.features), *([whence] if whence else [])]
    said = context.text[clause.start : clause.end]
    status = status_of(context, clause.start, clause.end)
    if status is ActionStatus.RUNNING and is_led_in_ahead(context, sentence):
        status = ActionStatus.PLANNED
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
