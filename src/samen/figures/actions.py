"""The acts of counting: define a way to count, count, and count again to compare."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext_noop as _

from samen import __version__
from samen.core.errors import BadInput, Refused
from samen.core.terms import FigureMethod, LogAct
from samen.figures.counting import Counted, count_all, count_changed, counting_of, within
from samen.figures.estimating import estimates
from samen.figures.models import Count, CountingQuery
from samen.figures.queries import count_with, may_count
from samen.figures.values import (
    Progress,
    QueryFacts,
    Told,
    canonical,
    cells_of,
    digest,
    rows_of,
    say_nothing,
)
from samen.linkage import queries_of_counts
from samen.linkage.queries_of_counts import FIELDS
from samen.linkage.values import NEVER
from samen.programme.actions import define_indicator, record_indicator
from samen.programme.actions.wording import Actor
from samen.programme.queries import definitions_by_version
from samen.programme.values import IndicatorFacts, Wording
from samen.purposes.inside import Purpose
from samen.register.actions import bound
from samen.work.actions import start_work

JOB = "figures.count"
MOST_FIELDS = 4
LIMITED_BY = ("sex", "age", "exploitation", "region", "organisation")
"""Of what only some may count; never of nationality."""


class Replay(StrEnum):
    """What came of counting again."""

    SAME = "same"
    INPUTS_CHANGED = "inputs_changed"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of counting again: of `differs` the code is another, or the count was not right.

    parts: how many of the 256 parts of all persons have other inputs than they had.
    """

    outcome: Replay
    sha256: str
    parts: int = 0


@transaction.atomic
def describe(purpose: Purpose, facts: IndicatorFacts, *, indicator: int, title: str,
             now: datetime) -> int:  # fmt: skip
    """A new indicator of this title, or, of one that is there, the next version of what it counts;
    its number. Raises Refused without a name, and Conflict for a name that is taken."""
    require_counting(purpose)
    if not indicator:
        return record_indicator(
            wording=Wording(title=title), indicator=facts, by=purpose.membership.user, now=now
        )
    define_indicator(indicator=indicator, words=facts.definition, counted_by=facts.counted_by,
                     since=facts.since)  # fmt: skip
    return indicator


@transaction.atomic
def define_query(facts: QueryFacts, *, by: Actor, now: datetime) -> CountingQuery:
    """A way to count under a name: the first version of it, or the next one.

    The same again is the version that there is. Raises BadInput for what cannot be counted, and
    Refused for an indicator that does not say what it counts.
    """
    name = slugify(facts.name)
    if not name or not facts.title.strip():
        raise BadInput(
            _("A way to count has no name or no title."), _("Both are needed."), _("Give them.")
        )
    _refuse_fields(facts)
    known = definitions_by_version(indicator=facts.indicator)
    if not known:
        raise Refused(
            _("The indicator has no definition."),
            _("A count says what it counts."),
            _("Write the definition first."),
        )
    number = known.get(facts.definition or max(known))
    if number is None:
        raise BadInput(
            _("The indicator has no definition {version}."),
            _("It has {known}."),
            _("Choose one of these."),
            version=facts.definition, known=", ".join(map(str, sorted(known))),
        )  # fmt: skip
    wanted = {
        "title": facts.title.strip()[:200], "indicator_id": facts.indicator,
        "definition_id": number, "method": facts.method, "about": facts.about,
        "persons": facts.persons, "by": list(facts.by),
        "only": {name: sorted(codes) for name, codes in sorted(facts.only.items())},
    }  # fmt: skip
    versions = CountingQuery.objects.filter(name=name)
    same = versions.filter(**wanted).order_by("-version").first()
    last = versions.aggregate(last=Max("version"))["last"] or 0
    if same is not None and same.version == last:
        return same
    return CountingQuery.objects.create(
        name=name, version=last + 1, created_at=now, created_by_id=by.pk, **wanted
    )


def order_count(
    purpose: Purpose, query: CountingQuery, *, years: tuple[int, int], now: datetime
) -> int:
    """Ask for a count as long work, which an estimate is; the number of the work."""
    require_counting(purpose)
    work = start_work(
        title=_("Estimating {query}"), job=JOB, started_by=purpose.membership.user_id, now=now,
        query=query.title,
        arguments={
            "membership": str(purpose.membership.pk), "user": purpose.membership.user_id,
            "ground": str(purpose.ground), "query": query.pk, "years": list(years),
        },
    )  # fmt: skip
    return work.pk


def count(
    purpose: Purpose, query: CountingQuery, *, years: tuple[int, int], now: datetime,
    told: Progress = say_nothing,
) -> Count:  # fmt: skip
    """Count, from the first to the last of `years`; only what changed is looked at again.

    told: how far an estimate is.
    """
    require_counting(purpose)
    found = count_changed(purpose, counting_of(query, *years))
    ours = within(found.cells, query)
    if not ours:
        raise Refused(
            _("There is nobody to count in {first} to {last}."),
            _("A count has at least one person or registration."),
            _("Choose other years, or take in a partner's file first."),
            first=years[0], last=years[1],
        )  # fmt: skip
    answer = estimates(ours, told) if query.method == FigureMethod.ESTIMATED else None
    purpose.renew()
    made = Count.objects.create(
        **bound(purpose, NEVER), query=query, first_year=years[0], last_year=years[1], at=now,
        code_version=_code(), inputs=dict(found.inputs), inputs_sha256=found.inputs_sha256,
        cells=rows_of(found.cells), answer=answer, cells_sha256=_hash(query, years, found, answer),
    )  # fmt: skip
    purpose.note(LogAct.WRITE, [made.pk], ["count"])
    return made


def recompute(purpose: Purpose, number: UUID) -> Replayed:
    """Count all of a run again, from the registrations themselves, and compare the bytes.

    What changed in the register since is told as that; the same inputs give the same bytes.
    """
    require_counting(purpose)
    before = count_with(purpose, number)
    if before is None:
        raise Refused(_("There is no such count here."), "", _("Choose one of the list of counts."))
    years = (before.first_year, before.last_year)
    found = count_all(purpose, counting_of(before.query, *years))
    if found.inputs_sha256 != before.inputs_sha256:
        parts = {name for name in {*found.inputs, *before.inputs}
                 if found.inputs.get(name) != before.inputs.get(name)}  # fmt: skip
        return Replayed(Replay.INPUTS_CHANGED, found.inputs_sha256, len(parts))
    again = (
        estimates(within(cells_of(before.cells), before.query))
        if before.answer is not None
        else None
    )
    purpose.renew()
    sha256 = _hash(before.query, years, found, again)
    is_same = sha256 == before.cells_sha256
    return Replayed(Replay.SAME if is_same else Replay.DIFFERS, sha256)


def _hash(
    query: CountingQuery, years: tuple[int, int], found: Counted,
    answer: Mapping[str, Told] | None,
) -> str:  # fmt: skip
    """SHA-256 of a count: what was asked and all that came out."""
    return digest(canonical({
        "query": query.name, "version": query.version, "years": list(years),
        "cells": rows_of(found.cells), "answer": answer,
    }))  # fmt: skip


def _code() -> str:
    return f"samen {__version__}, {queries_of_counts.code()[:16]}"


def require_counting(purpose: Purpose) -> None:
    if not may_count(purpose):
        raise Refused(
            _("Only a statistician who sees the whole of a processing counts in it."),
            _("Others see rows, or a part of them."),
            _("Open the purpose as one, or ask its controller."),
        )


def _refuse_fields(facts: QueryFacts) -> None:
    wrong = sorted(set(facts.by) - set(FIELDS))
    if wrong:
        raise BadInput(
            _("There is no {wrong} to count by."),
            _("Counts are by the year and {fields}."),
            _("Choose from these."),
            wrong=", ".join(wrong), fields=", ".join(FIELDS),
        )  # fmt: skip
    _refuse_only(facts)
    if len(facts.by) + len(facts.only) > MOST_FIELDS or len(set(facts.by)) < len(facts.by):
        raise BadInput(
            _("The count is by {many} fields beside the year, those of which only some count too."),
            _("By at most {most}, each once: else every cell is one person."),
            _("Leave some out."),
            many=len(facts.by) + len(facts.only), most=MOST_FIELDS,
        )  # fmt: skip
    if facts.method == FigureMethod.ESTIMATED and not facts.persons:
        raise BadInput(
            _("An estimate is asked of registrations."),
            _("Estimated is how many persons nobody registered."),
            _("Count persons."),
        )


def _refuse_only(facts: QueryFacts) -> None:
    wrong = sorted(set(facts.only) - set(LIMITED_BY))
    if wrong or not all(facts.only.values()):
        raise BadInput(
            _("A count cannot be of some codes of {wrong} only."),
            _("It can be of codes of {fields}."),
            _("Choose from these."),
            wrong=", ".join(wrong) or "-", fields=", ".join(LIMITED_BY),
        )  # fmt: skip
    if facts.method == FigureMethod.ESTIMATED and "organisation" in facts.only:
        raise BadInput(
            _("An estimate is asked of some organisations only."),
            _("It compares all organisations that registered."),
            _("Leave the limit out, or count instead."),
        )
    twice = sorted(set(facts.only) & set(facts.by))
    if twice:
        raise BadInput(
            _("The count is by {twice}, and of some codes of it only."),
            _("A field splits what is counted, or limits it."),
            _("Choose one of the two."),
            twice=", ".join(twice),
        )
