"""Indicators, their targets and every value that was published."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_noop as _

from samen.core.errors import Conflict, Refused
from samen.core.terms import EntryKind
from samen.programme.actions.documents import passage_at
from samen.programme.actions.entries import keep_entry
from samen.programme.actions.status import locked_entry
from samen.programme.actions.wording import Actor, needed, plain, plain_facts
from samen.programme.models import Definition, Figure, Indicator, Target
from samen.programme.queries.figures import code_of
from samen.programme.values import FigureFacts, IndicatorFacts, Place, TargetFacts, Wording


@transaction.atomic
def record_indicator(
    *,
    wording: Wording,
    indicator: IndicatorFacts,
    by: Actor,
    now: datetime,
    place: Place | None = None,
) -> int:
    """The id of a new indicator with the first version of its definition.

    Raises Conflict when its code is taken.
    """
    code = code_of(indicator.code or wording.title)
    if not code:
        raise Refused(_("The indicator has no name."), "", _("Give it a title."))
    if known := Indicator.objects.filter(code=code).first():
        raise Conflict(
            _("Indicator {code} is in the register as entry {entry}."),
            "",
            _("Use that one."),
            code=code,
            entry=known.pk,
        )
    row = Indicator(
        kind=EntryKind.INDICATOR,
        code=code,
        unit=plain(indicator.unit)[:60],
        direction=indicator.direction,
        source_organisation=plain(indicator.source_organisation)[:200],
    )
    pk = keep_entry(row, wording, None, place, by, now)
    if plain(indicator.definition):
        define_indicator(
            indicator=pk, words=indicator.definition, counted_by=indicator.counted_by,
            since=indicator.since,
        )  # fmt: skip
    return pk


@transaction.atomic
def define_indicator(
    *, indicator: int, words: str, counted_by: str = "", since: date | None = None
) -> int:
    """The id of the next version of what an indicator counts; the same words stay one.

    counted_by, since: who counts, and from which day they count so.
    """
    locked_entry(indicator)
    text = needed(words, "definition")
    versions = Definition.objects.filter(indicator_id=indicator)
    facts = {"words": text, "counted_by": plain(counted_by)[:200], "since": since}
    same = versions.filter(**facts).first()
    if same is not None:
        return same.pk
    number = versions.count() + 1
    return Definition.objects.create(indicator_id=indicator, version=number, **facts).pk


@transaction.atomic
def record_figure(
    *,
    indicator: int,
    figure: FigureFacts,
    by: Actor,
    now: datetime,
    place: Place | None = None,
    reason: str = "",
) -> int:
    """The id of a published value. A value that differs supersedes the one before it, of the same
    method.

    The same value of the same publication again is the same figure, unless it was withdrawn:
    then it is recorded anew. reason: why a value of
    one publication changed. Raises Refused without a value and without words.
    """
    locked_entry(indicator)
    _refuse_empty(figure)
    until = figure.until_year or figure.year
    last = _last_figure(indicator, figure, until)
    stands = _standing_figure(last)
    if stands is not None and (stands.value, stands.words) == (figure.value, figure.words):
        return stands.pk
    facts = plain_facts(figure) | {"until_year": until, "definition_id": figure.definition}
    del facts["definition"]
    row = Figure.objects.create(
        indicator_id=indicator,
        supersedes=last,
        passage=passage_at(place) if place else None,
        reason=plain(reason)[:300],
        created_at=now,
        created_by_id=by.pk,
        **facts,
    )
    return row.pk


@transaction.atomic
def set_target(
    *, indicator: int, target: TargetFacts, by: Actor, now: datetime, place: Place | None = None
) -> int:
    """The id of the target for a year. Another value replaces the target before it.

    A target that was withdrawn is recorded anew.
    """
    locked_entry(indicator)
    if target.value is None and not target.words:
        raise Refused(_("The target has no value and no words."), "", _("Give one of the two."))
    last = Target.objects.filter(
        indicator_id=indicator, year=target.year, replaced_by__isnull=True
    ).first()
    stands = _standing_target(last)
    if stands is not None and (stands.value, stands.words) == (target.value, target.words):
        return stands.pk
    row = Target.objects.create(
        indicator_id=indicator,
        replaces=last,
        passage=passage_at(place) if place else None,
        created_at=now,
        created_by_id=by.pk,
        **plain_facts(target),
    )
    return row.pk


def _last_figure(indicator: int, figure: FigureFacts, until: int) -> Figure | None:
    return Figure.objects.filter(
        indicator_id=indicator,
        year=figure.year,
        until_year=until,
        breakdown=figure.breakdown,
        publication=figure.publication,
        vintage=figure.vintage,
        # an estimate of who was not seen is no other value of the count beside it
        method=figure.method,
        superseded_by__isnull=True,
    ).first()


def _standing_figure(last: Figure | None) -> Figure | None:
    """The last of a row of values that was not withdrawn."""
    while last is not None and last.withdrawals.filter(ended_at__isnull=True).exists():
        last = last.supersedes
    return last


def _standing_target(last: Target | None) -> Target | None:
    while last is not None and last.withdrawals.filter(ended_at__isnull=True).exists():
        last = last.replaces
    return last


def _refuse_empty(figure: FigureFacts) -> None:
    if figure.value is None and not figure.words:
        raise Refused(_("The figure has no value and no words."), "", _("Give one of the two."))
    if not figure.publication:
        raise Refused(_("The figure has no publication."), "", _("Name where it was published."))
    if figure.until_year is not None and figure.until_year < figure.year:
        raise Refused(
            _("The period runs from {first} to {last}."),
            _("The last year is not before the first."),
            _("Turn the years round."),
            first=figure.year,
            last=figure.until_year,
        )
