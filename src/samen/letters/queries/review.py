"""What can be asked about letters that came in and the candidates that were read in them."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse

from samen.core.terms import CandidateKind, EntryKind, Judgement, ReviewAct
from samen.letters.models import Candidate, Decision, IncomingLetter
from samen.letters.wording import label_of
from samen.programme import queries as register

SURE, FAIRLY_SURE = 0.8, 0.6
"""From where a confidence is called high, and from where middling."""

ORDER = ("start", "position")
"""Candidates in the order of the text; those of a later reading between the others."""

OTHER = "kandidaat-"
"""Before the id of a candidate that another one is merged with."""

_MOST_LIKE = 5
_MOST_FOUND = 10
_SEARCHED = 200
_LONGEST_QUESTION = 180
_FEWEST_SHARED = 0.5
_ENTRY_KINDS = {kind.value for kind in EntryKind}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a letter is decided on."""

    decided: int
    total: int

    @property
    def percent(self) -> int:
        return self.decided * 100 // self.total if self.total else 0

    @property
    def is_done(self) -> bool:
        return self.decided == self.total


@dataclass(frozen=True, slots=True)
class Like:
    """An entry of the register that a candidate looks like, or an open candidate beside it.

    same_paper: by its number. candidate: the id of the open candidate, which has no entry yet.
    """

    entry: int
    title: str
    theme: str
    same_paper: bool = False
    candidate: int = 0

    @property
    def choice(self) -> str:
        """How the page names it when it is chosen."""
        return f"{OTHER}{self.candidate}" if self.candidate else str(self.entry)


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many candidates of a kind are still open, and how many of those are sure."""

    kind: CandidateKind
    total: int
    open: int
    sure: int


def letters() -> list[IncomingLetter]:
    """Every letter, newest first, with how many of its candidates are decided."""
    rows = IncomingLetter.objects.defer("content", "original").select_related("uploaded_by")
    counted = rows.annotate(
        total=Count("candidates"),
        decided=Count("candidates", filter=~Q(candidates__state=Judgement.OPEN)),
    )
    return list(counted.order_by(F("date").desc(nulls_last=True), "-uploaded_at"))


def letter_with(letter: int) -> IncomingLetter | None:
    """One letter, without its file."""
    return IncomingLetter.objects.defer("content").filter(pk=letter).first()


def letter_of_file(content: bytes) -> IncomingLetter | None:
    """The letter that was read from this very file, without it."""
    rows = IncomingLetter.objects.defer("content", "original").select_related("uploaded_by")
    return rows.filter(sha256=hashlib.sha256(content).hexdigest()).first()


def letter_of(candidate: int) -> int | None:
    """The id of the letter that a candidate was read in."""
    return Candidate.objects.filter(pk=candidate).values_list("letter_id", flat=True).first()


def review_address(letter: int) -> str:
    """Where a letter is reviewed."""
    return reverse("letters:review", args=[letter])


def progress(letter: int) -> Progress:
    states = Candidate.objects.filter(letter=letter).values_list("state", flat=True)
    return Progress(sum(state != Judgement.OPEN for state in states), len(states))


def candidates_of(
    letter: int, *, kind: CandidateKind | None = None, state: Judgement | None = None
) -> QuerySet[Candidate]:
    """The candidates of a letter in the order of its text, of one kind or state if given."""
    rows = Candidate.objects.filter(letter=letter)
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(state=state) if state else rows
    return rows.select_related("decided_by").order_by(*ORDER)


def candidate_in(letter: int, candidate: int) -> Candidate | None:
    """One candidate of a letter."""
    return candidates_of(letter).filter(pk=candidate).first()


def next_open(letter: int, *, after: int | None = None) -> int | None:
    """The first open candidate after this one in the text; past the end, from the start."""
    ids = list(candidates_of(letter).values_list("pk", "state"))
    places = [pk for pk, _state in ids]
    start = places.index(after) + 1 if after in places else 0
    turned = ids[start:] + ids[:start]
    return next((pk for pk, state in turned if state == Judgement.OPEN), None)


def next_letter(letter: int) -> IncomingLetter | None:
    """Another letter with something to decide, the one that waits longest first."""
    waits = IncomingLetter.objects.filter(candidates__state=Judgement.OPEN).exclude(pk=letter)
    return waits.order_by("uploaded_at", "pk").first()


def neighbours(letter: int, candidate: int) -> tuple[int | None, int | None]:
    """The candidate before and the one after, decided or not."""
    ids = list(candidates_of(letter).values_list("pk", flat=True))
    at = ids.index(candidate)
    return (ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None)


def counts_by_kind(letter: int, *, least_confidence: float = SURE) -> list[KindCount]:
    """The kinds of candidates of a letter, in the order of the vocabulary."""
    is_open = Q(state=Judgement.OPEN)
    rows = Candidate.objects.filter(letter=letter).values("kind").order_by("kind")
    counted = {
        row["kind"]: row
        for row in rows.annotate(
            total=Count("id"),
            open=Count("id", filter=is_open),
            sure=Count("id", filter=is_open & Q(confidence__gte=least_confidence)),
        )
    }
    return [
        KindCount(kind, row["total"], row["open"], row["sure"])
        for kind in CandidateKind
        if (row := counted.get(kind.value))
    ]


def becomes_entry(candidate: Candidate) -> bool:
    """Whether accepting makes an entry, which can be merged with another."""
    return candidate.kind in _ENTRY_KINDS


def like(candidate: Candidate) -> list[Like]:
    """Entries of the same kind with the same paper, or with nearly the same words."""
    if not becomes_entry(candidate):
        return []
    found = [*_same_paper(candidate), *_similar(candidate)]
    once = {each.entry: each for each in reversed(found) if each.entry != candidate.entry_id}
    return list(reversed(once.values()))[:_MOST_LIKE]


def to_merge_into(candidate: Candidate, asked: str) -> list[Like]:
    """Entries, and open candidates of the letter, of the same kind that the words find."""
    if not becomes_entry(candidate):
        return []
    found = register.search(query=asked, most=_SEARCHED)
    hits = [*([found.exact] if found.exact else []), *found.hits]
    once = {
        hit.id: Like(hit.id, hit.title, hit.theme)
        for hit in hits
        if hit.kind == candidate.kind and hit.id != candidate.entry_id
    }
    return [*list(once.values())[:_MOST_FOUND], *_open_beside(candidate, asked)]


def _open_beside(candidate: Candidate, asked: str) -> list[Like]:
    """Other open candidates of the same kind in the letter with all the words that were asked."""
    words = asked.lower().split()
    kind = CandidateKind(candidate.kind)
    rows = candidates_of(candidate.letter_id, kind=kind, state=Judgement.OPEN)
    found = [
        Like(0, label_of(row), row.theme, candidate=row.pk)
        for row in rows.exclude(pk=candidate.pk)
        if all(word in f"{label_of(row)} {row.quote}".lower() for word in words)
    ]
    return found[:_MOST_FOUND]


def _same_paper(candidate: Candidate) -> Iterable[Like]:
    detail: dict[str, Any] = candidate.detail
    if candidate.kind != CandidateKind.MOTION or not detail.get("number"):
        return
    entry = register.motion_with(
        dossier=detail["dossier"], number=detail["number"], suffix=detail.get("suffix", "")
    )
    life = register.life_of(entry=entry) if entry is not None else None
    if life is not None and life.withdrawn_at is None:
        yield Like(life.id, life.title, life.theme, same_paper=True)


def _similar(candidate: Candidate) -> Iterable[Like]:
    """What the search of the programme finds for any of the words, and shares half of them."""
    words = _words(label_of(candidate))
    asked = " or ".join(sorted(words, key=len, reverse=True))[:_LONGEST_QUESTION]
    for hit in register.search(query=asked).hits:
        shared = words & _words(hit.title)
        fewest = min(len(words), len(_words(hit.title)))
        if hit.kind == candidate.kind and len(shared) >= _FEWEST_SHARED * fewest > 0:
            yield Like(hit.id, hit.title, hit.theme)


def _words(text: str) -> set[str]:
    """The words of a title that say something: four letters or more, and numbers."""
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 3 or word.isdigit()}


def decisions_since(
    letter: int, since: int, *, by_others_than: int | None = None
) -> list[Decision]:
    """The acts in a letter after the one with this id, newest first."""
    rows = Decision.objects.filter(candidate__letter=letter, pk__gt=since)
    if by_others_than is not None:
        rows = rows.exclude(by=by_others_than)
    return list(rows.select_related("by", "candidate"))


def last_decision(letter: int) -> int:
    """The id of the latest act in a letter, 0 when there is none."""
    rows = Decision.objects.filter(candidate__letter=letter)
    return rows.values_list("pk", flat=True).first() or 0


def history_of(candidate: Candidate) -> list[Decision]:
    """Everything that was done with a candidate, newest first."""
    return list(candidate.decisions.select_related("by"))


def last_act(candidate: Candidate) -> Decision | None:
    """The last act on a candidate that was not taken back."""
    return _standing(Decision.objects.filter(candidate=candidate)).first()


def acts_by(letter: int, person: int) -> QuerySet[Decision]:
    """What a person did in a letter and was not taken back, the latest first."""
    return _standing(Decision.objects.filter(candidate__letter=letter)).filter(by=person)


def done_at_once(letter: int, person: int) -> list[Decision]:
    """What a person did last in a letter: one act, or all those of one batch."""
    mine = acts_by(letter, person)
    last = mine.first()
    return [] if last is None else list(mine.filter(at=last.at))


def _standing(acts: QuerySet[Decision]) -> QuerySet[Decision]:
    """Of acts those that are no undo, and that no undo among them takes back."""
    undos = acts.filter(act=ReviewAct.UNDO).values_list("after", flat=True)
    return acts.exclude(act=ReviewAct.UNDO).exclude(pk__in=[each["undoes"] for each in undos])


def as_rows(letter: int) -> list[dict[str, object]]:
    """The candidates of a letter in the flat form of `./samen read --json`, with decisions."""
    return [
        {
            "kind": row.kind,
            "quote": row.quote,
            "line": row.line,
            "line_end": row.line_end,
            "confidence": row.confidence,
            "reason": row.reason,
            "theme": row.theme,
            "state": row.state,
            "decided_by": row.decided_by.name if row.decided_by else "",
            "decided_at": _iso(row.decided_at),
            "entry": row.entry_id,
            **row.detail,
        }
        for row in candidates_of(letter)
    ]


def _iso(moment: datetime | date | None) -> str:
    return moment.isoformat() if moment else ""
