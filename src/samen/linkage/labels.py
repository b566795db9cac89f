"""What pages call answers, changes and their reasons, and the lists for review."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.core.matching.vocabulary import ChangeReason, EntityChange, PairAnswer
from samen.linkage.queries_of_review import ReviewList

ANSWERS: dict[str, Promise] = {
    PairAnswer.SAME: _("the same person"),
    PairAnswer.DIFFERENT: _("different persons"),
    PairAnswer.UNSURE: _("cannot tell"),
}
CHANGES: dict[str, Promise] = {
    EntityChange.BORN: _("got their first number"),
    EntityChange.MERGED: _("made one"),
    EntityChange.SPLIT: _("taken apart"),
    EntityChange.MOVED: _("moved"),
    EntityChange.RETIRED: _("nothing left"),
    EntityChange.UNDONE: _("undone"),
}
REASONS: dict[str, Promise] = {
    ChangeReason.RUN: _("by a run, under its standing decision"),
    ChangeReason.JUDGEMENT: _("by somebody's judgement"),
    ChangeReason.UNDO: _("an earlier change was undone"),
    ChangeReason.DESTROYED: _("registrations were destroyed"),
}
LISTS: dict[str, Promise] = {
    ReviewList.SUGGESTIONS: _("Suggestions, least sure first"),
    ReviewList.WEAK: _("Persons that hang on a weak link"),
    ReviewList.SAMPLE: _("Sample, to see how well is linked"),
}
TABLES = {"answer": ANSWERS, "change": CHANGES, "reason": REASONS, "list": LISTS}


def label(table: str, word: str) -> str:
    """A stored word as people read it; one that has no entry stands as it is."""
    return str(TABLES[table].get(word, word))
