"""What pages call answers, changes and their reasons, and the lists for review."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.core.matching.vocabulary import ChangeReason, EntityChange, PairAnswer
from samen.linkage.queries_of_review import ReviewList
from samen.linkage.side_by_side import Compared

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
    ChangeReason.JUDGEMENT: _("as people judged"),
    ChangeReason.UNDO: _("an earlier change was undone"),
    ChangeReason.DESTROYED: _("registrations were destroyed"),
}
LISTS: dict[str, Promise] = {
    ReviewList.SUGGESTIONS: _("Suggestions, least sure first"),
    ReviewList.WEAK: _("Persons that hang on a weak link"),
    ReviewList.SAMPLE: _("Sample, to see how well is linked"),
}
COMPARED: dict[str, Promise] = {
    Compared.SAME: _("the same"),
    Compared.FITS: _("fits; one says less"),
    Compared.DIFFERS: _("differs"),
}
LINES: dict[str, Promise] = {"whole_name": _("name"), "whole_address": _("address")}
RULES: dict[str, Promise] = {
    "document": _("document"),
    "document but for a sign": _("document but for a sign"),
    "phone": _("phone"),
    "phone and name": _("phone and name"),
    "birth date and name": _("birth date and name"),
    "name": _("name"),
    "names": _("given and family name, in any order"),
    "name and birth year": _("name and birth year"),
    "names and birth year": _("given and family name, in any order, and birth year"),
    "consonants": _("consonants of the name"),
    "consonants and birth year": _("consonants of the name, and birth year"),
    "beginnings and birth year": _("beginnings of the names, and birth year"),
    "beginnings and birth day": _("beginnings of the names, and birthday"),
    "beginnings and place": _("beginnings of the names, and city"),
    "birth month and name": _("month and year of birth, and a name"),
    "birth year, day and name": _("year and day of birth, and a name"),
    "birth day, month and name": _("birthday and a name"),
    "birth date, day and month swapped, and name": _(
        "birth date with day and month swapped, and a name"
    ),
    "birth date and initial": _("birth date and initial"),
    "address and name": _("address and name"),
    "street, house number and name": _("street, house number and name"),
    "address and initial": _("address and initial"),
    "street, house number and initial": _("street, house number and initial"),
    "address and birth year": _("address and birth year"),
    "postcode and birth date": _("postcode and birth date"),
    "city and birth date": _("city and birth date"),
    "family name and initial": _("family name and initial"),
    "family name, initial and birth year": _("family name, initial and birth year"),
    "family name, initial and place": _("family name, initial and city"),
    "letters": _("letters of the name"),
    "letters and birth year": _("letters of the name, and birth year"),
    "consonants and about the birth year": _("consonants of the name, and about the birth year"),
    "consonants and two parts of the birth date": _(
        "consonants of the name, and two parts of the birth date"
    ),
    "consonants and place": _("consonants of the name, and city"),
    "employer and name": _("employer and name"),
}
TABLES = {
    "answer": ANSWERS, "change": CHANGES, "reason": REASONS, "list": LISTS, "rule": RULES,
    "compared": COMPARED, "line": LINES,
}  # fmt: skip


def label(table: str, word: str) -> str:
    """A stored word as people read it; one that has no entry stands as it is."""
    return str(TABLES[table].get(word, word))
