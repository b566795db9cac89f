"""Every stored value of the vocabulary reaches a page in the reader's words, in both languages."""

import re
from collections.abc import Iterator
from enum import StrEnum

import pytest
from django.template import Context, Template
from django.utils.translation import override

from samen.core import terms
from samen.core.terms import CandidateKind
from samen.letters.candidate_forms import FIELDS_OF
from samen.letters.labels import ACTS, choices_of
from samen.letters.models import Candidate
from samen.work.models import WorkState

BY_FILTER: dict[str, tuple[type[StrEnum], ...]] = {
    'programme_terms %}{{ value|term:"kind" }}': (terms.EntryKind,),
    'programme_terms %}{{ value|term:"status" }}': (terms.ActionStatus, terms.PromiseStatus),
    'programme_terms %}{{ value|term:"role" }}': (terms.EvidenceRole,),
    'programme_terms %}{{ value|term:"link" }}': (terms.LinkRole,),
    'programme_terms %}{{ value|term:"method" }}': (terms.FigureMethod,),
    'programme_terms %}{{ value|term:"answer" }}': (terms.AnswerState,),
    'programme_terms %}{{ value|fact:"funded" }}': (terms.Funded,),
    'programme_terms %}{{ value|fact:"recurrence" }}': (terms.Recurrence,),
    'programme_terms %}{{ value|fact:"direction" }}': (terms.Direction,),
    "accounts_terms %}{{ value|role_name }}": (terms.Role,),
    "accounts_terms %}{{ value|organisation_kind }}": (terms.OrganisationKind,),
    "work_terms %}{{ value|work_state }}": (WorkState,),
    "letters_terms %}{{ value|candidate_kind }}": (terms.CandidateKind,),
    "letters_terms %}{{ value|candidate_state }}": (terms.Judgement,),
}
BY_FIELD: dict[tuple[CandidateKind, str], type[StrEnum]] = {
    (CandidateKind.ACTION, "status"): terms.ActionStatus,
    (CandidateKind.COMMITMENT, "status"): terms.CommitmentStatus,
    (CandidateKind.MOTION, "status"): terms.MotionStatus,
    (CandidateKind.INDICATOR, "value_kind"): terms.ValueKind,
    (CandidateKind.AMOUNT, "recurrence"): terms.Recurrence,
    (CandidateKind.AMOUNT, "funded"): terms.Funded,
    (CandidateKind.ORGANISATION, "type"): terms.OrganisationKind,
    (CandidateKind.REGION, "type"): terms.RegionKind,
}
SAME_IN_DUTCH = {"open", "rapporteur", "trend", "indicator", "project"}
"""Words that a Dutch page may have in the very letters in which they are stored."""


def shown(template: str, value: object) -> str:
    return Template("{% load " + template).render(Context({"value": value}))


def by_filter() -> Iterator[tuple[str, str]]:
    for template, tables in BY_FILTER.items():
        yield from ((template, value.value) for table in tables for value in table)


def of_field(kind: CandidateKind, name: str, value: str) -> str:
    """A value as the review shows it once it was decided on."""
    row = Candidate(kind=kind, detail={name: value})
    template = "letters_terms %}{% for n, v in value|read_fields %}{{ v }}{% endfor %}"
    return shown(template, row)


def by_field() -> Iterator[tuple[CandidateKind, str, str]]:
    for (kind, name), table in BY_FIELD.items():
        yield from ((kind, name, value.value) for value in table)


def is_said(value: str, dutch: str, english: str) -> bool:
    """Whether the words differ from what is stored, and from each other."""
    if value in SAME_IN_DUTCH:
        return bool(dutch and english)
    return dutch.casefold() not in (value, english.casefold(), "") and "_" not in english


@pytest.mark.parametrize(("template", "value"), list(by_filter()))
def test_a_stored_word_is_shown_in_the_readers_language(template: str, value: str) -> None:
    with override("nl"):
        dutch = shown(template, value)
    with override("en"):
        english = shown(template, value)
    assert is_said(value, dutch, english), (dutch, english)


@pytest.mark.parametrize(("kind", "name", "value"), list(by_field()))
def test_a_field_of_a_candidate_is_shown_in_the_readers_language(
    kind: CandidateKind, name: str, value: str
) -> None:
    with override("nl"):
        dutch = of_field(kind, name, value)
    with override("en"):
        english = of_field(kind, name, value)
    assert is_said(value, dutch, english), (dutch, english)


def test_no_field_with_stored_words_is_left_out() -> None:
    with_words = {(k, n) for k in CandidateKind for n in FIELDS_OF[k] if choices_of(k, n)}
    assert with_words == set(BY_FIELD)
    assert set(ACTS) == set(terms.ReviewAct)


def test_no_page_shows_a_stored_word_bare() -> None:
    """Templates put kinds, statuses, states and sorts through a filter, or in no visible text."""
    from samen.site.texts import PACKAGE

    bare = re.compile(r">[^<>]*\{\{ [\w.]*\.(?:kind|status|state|type|role|method) \}\}")
    faults = [
        (file.name, found.group())
        for file in PACKAGE.glob("*/templates/**/*.html")
        for found in bare.finditer(re.sub(r"\{%.*?%\}", "", file.read_text()))
    ]
    assert faults == []
