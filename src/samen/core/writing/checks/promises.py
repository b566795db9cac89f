"""Checks on what was promised: nothing due, open or running may fall silent."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from samen.core.terms import ActionStatus, CandidateKind
from samen.core.writing.checks.findings import Check, Finding
from samen.core.writing.draft import FieldKind, Section, Sentence, id_in, sentences_of
from samen.core.writing.facts import EntryFact, Facts

SETTLING_WORDS = ("afgedaan", "nagekomen", "voldaan", "settled", "fulfilled")
LIKENESS = 0.7
"""Share of words in common from which two promises look like one."""


def check_promises(sections: Sequence[Section], facts: Facts) -> Iterator[Finding]:
    """Everything about promises, actions and motions."""
    mentioned = {
        id_in(key)
        for section in sections
        for sentence in sentences_of(section)
        for key in sentence.keys(FieldKind.ENTRY, FieldKind.DUE)
    }
    for entry in facts.entries.values():
        yield from _silence(entry, facts, mentioned)
        yield from _terms(entry, facts, mentioned)
    for section in sections:
        for sentence in sentences_of(section):
            yield from _settled(sentence, facts)
    yield from _twins(facts)


def _silence(entry: EntryFact, facts: Facts, mentioned: set[int]) -> Iterator[Finding]:
    """Due promise, last letter's action or open motion that the letter does not name."""
    if entry.id in mentioned or entry.closed:
        return
    about = {"title": entry.title}
    if entry.kind is CandidateKind.COMMITMENT and entry.due and entry.due <= facts.today:
        values = about | {"due": entry.due.isoformat()}
        yield Finding(Check.PROMISE_DUE_UNMENTIONED, entry=entry.id, values=values)
    if entry.kind is CandidateKind.ACTION and entry.told_last:
        yield Finding(Check.ACTION_DROPPED, entry=entry.id, values=about)
    if entry.kind is CandidateKind.MOTION:
        values = about | {"number": entry.number or "–"}
        yield Finding(Check.MOTION_UNMENTIONED, entry=entry.id, values=values)


def _terms(entry: EntryFact, facts: Facts, mentioned: set[int]) -> Iterator[Finding]:
    """A term that passed, or a promise that has none."""
    if entry.closed:
        return
    if entry.due and entry.is_overdue(facts.today) and entry.id in mentioned:
        values = {"title": entry.title, "due": entry.due.isoformat()}
        yield Finding(Check.DEADLINE_PASSED, entry=entry.id, values=values)
    if entry.kind is CandidateKind.COMMITMENT and not entry.due:
        values = {"title": entry.title}
        yield Finding(Check.PROMISE_WITHOUT_DEADLINE, entry=entry.id, values=values)


def _settled(sentence: Sentence, facts: Facts) -> Iterator[Finding]:
    """An entry called settled or done that no accepted evidence settles.

    Only for what was promised to the House it blocks.
    """
    low = sentence.text.lower()
    is_settled = any(word in low for word in SETTLING_WORDS) and " niet " not in low
    for key in sentence.keys(FieldKind.ENTRY):
        entry = facts.entries.get(id_in(key))
        if entry is None or entry.proven:
            continue
        if entry.kind is CandidateKind.ACTION and entry.status == ActionStatus.DONE:
            yield _unproven(sentence, entry, Check.DONE_WITHOUT_EVIDENCE)
        if entry.kind is not CandidateKind.ACTION and is_settled:
            yield _unproven(sentence, entry, Check.SETTLED_WITHOUT_EVIDENCE)


def _unproven(sentence: Sentence, entry: EntryFact, check: Check) -> Finding:
    return Finding(
        check,
        section=sentence.section.key,
        start=sentence.start,
        end=sentence.end,
        excerpt=sentence.text,
        entry=entry.id,
        values={"title": entry.title},
    )


def _twins(facts: Facts) -> Iterator[Finding]:
    promises = [
        (entry, words_of(entry.title))
        for entry in facts.entries.values()
        if entry.kind is CandidateKind.COMMITMENT and not entry.closed
    ]
    for (one, ours), (other, theirs) in combinations(promises, 2):
        if ours and theirs and len(ours & theirs) / len(ours | theirs) >= LIKENESS:
            values = {"title": one.title, "other": other.title}
            yield Finding(Check.SAME_PROMISE_TWICE, entry=other.id, values=values)


def words_of(text: str) -> set[str]:
    """The words of a title that carry meaning: four letters or more."""
    return {word for word in text.lower().replace(",", " ").split() if len(word) > 3}
