"""Whether a draft still says what the register says: the status words before an entry's mark.

A draft puts the status of an entry in fixed words and binds them with `[[entry:ID]]`. When
the register goes on, those words stay behind; here they are held against it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from samen.core.terms import ActionStatus, CandidateKind, PromiseStatus
from samen.core.writing.checks.findings import Check, Finding
from samen.core.writing.compose import ACTION_WORDS, MOTION_WORDS, PROMISE_WORDS
from samen.core.writing.draft import FieldKind, Section, fields_in, id_in
from samen.core.writing.facts import EntryFact, Facts

ITEM = re.compile(r"\n\s*\n|\n(?=- )")
SENTENCE_START = re.compile(r"(?:\A|(?<=[.?!])\s+|\]\]\s*|\n)(?:- )?")


def check_statuses(sections: Sequence[Section], facts: Facts) -> Iterator[Finding]:
    """Every place where the words of a status are not those of the register."""
    for section in sections:
        for start, end, entry in _told(section, facts):
            said = _said(section.body[start:end], _words(entry))
            if said and said[1] not in _allowed(entry) and not _is_owners(said[1], entry):
                low = start + said[0]
                values = {"title": entry.title, "said": said[1], "known": _known(entry)}
                yield Finding(
                    Check.STATUS_DIFFERS,
                    section.key,
                    low,
                    end,
                    section.body[low:end].strip(),
                    entry=entry.id,
                    values=values,
                )


def _told(section: Section, facts: Facts) -> Iterator[tuple[int, int, EntryFact]]:
    """Each stretch that tells of one entry: from the mark or item before it to its own mark."""
    cuts = [found.end() for found in ITEM.finditer(section.body)]
    start = 0
    for field in fields_in(section.body):
        if field.kind is not FieldKind.ENTRY:
            continue
        start = max([start, *(cut for cut in cuts if cut <= field.start)])
        entry = facts.entries.get(id_in(field.key))
        if entry is not None:
            yield start, field.start, entry
        start = field.end


def _said(text: str, words: Mapping[str, str]) -> tuple[int, str] | None:
    """The first status words at the start of a sentence, and where they stand."""
    for found in SENTENCE_START.finditer(text):
        rest = text[found.end() :]
        for phrase in sorted(words.values(), key=len, reverse=True):
            if re.match(rf"{re.escape(phrase)}(?!\w)", rest):
                return found.end(), phrase
    return None


def _words(entry: EntryFact) -> Mapping[str, str]:
    """The words of every status that an entry of its kind can have."""
    if entry.kind is CandidateKind.ACTION:
        return {str(status): words for status, words in ACTION_WORDS.items()}
    told = MOTION_WORDS if entry.kind is CandidateKind.MOTION else PROMISE_WORDS
    return {str(status): words for status, words in told.items()}


def _known(entry: EntryFact) -> str:
    first = ActionStatus.RUNNING if entry.kind is CandidateKind.ACTION else PromiseStatus.NEW
    return _words(entry).get(entry.status or first, "")


def _is_owners(phrase: str, entry: EntryFact) -> bool:
    """Whether these are the owner's own words, which stand in place of the status."""
    return entry.said.lower().startswith(phrase.lower())


def _allowed(entry: EntryFact) -> set[str]:
    """The words that hold; what is kept but not proven may still be told as under way."""
    allowed = {_known(entry)}
    if entry.status == PromiseStatus.KEPT and not entry.proven:
        allowed.add(_words(entry)[PromiseStatus.RUNNING])
    return allowed
