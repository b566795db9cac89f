"""Figures by vintage, targets by history, amounts with their cover."""

from datetime import datetime

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.text import slugify

from samen.core.terms import Direction, FigureMethod, Funded, LinkRole, Recurrence
from samen.programme.models import Amount, Figure, Indicator, Link, Target, Withdrawal
from samen.programme.queries.chains import Turn, turns, withdrawn_figures, withdrawn_targets
from samen.programme.values import AmountState, FigureState, IndicatorFacts, TargetState

EDITION = """
    SELECT (SELECT max(id) FROM programme_figure), (SELECT max(id) FROM programme_target),
           (SELECT max(id) FROM programme_definition),
           (SELECT max(pgh_id) FROM programme_withdrawalevent),
           (SELECT max(pgh_id) FROM programme_indicatorevent),
           (SELECT max(pgh_id) FROM programme_entryevent)
"""


def figures_of(
    *,
    indicator: int,
    with_superseded: bool = True,
    with_withdrawn: bool = False,
    known_at: datetime | None = None,
) -> list[FigureState]:
    """Every value of an indicator by year, breakdown and date of publication.

    Those of an indicator that was merged into it are told with it. with_withdrawn: also what
    was taken out of what holds. known_at: as the register knew it then (None: now).
    """
    told = Q(indicator=indicator) | Q(indicator__merged_into=indicator)
    states = _figure_states(_figures().filter(told), known_at)
    return [
        state
        for state in states
        if (with_superseded or state.superseded_by is None)
        and (with_withdrawn or state.withdrawn_at is None)
    ]


def all_figures(*, known_at: datetime | None = None) -> list[FigureState]:
    """Every value that stood at a moment (None: now), of every indicator that stood.

    Left out is what a later value supersedes and what was withdrawn.
    """
    standing = Q(indicator__withdrawn_at__isnull=True)
    if known_at is not None:
        standing |= Q(indicator__withdrawn_at__gt=known_at)
    states = _figure_states(_figures().filter(standing), known_at)
    return [s for s in states if s.superseded_by is None and s.withdrawn_at is None]


def figure_with_id(*, figure: int) -> FigureState | None:
    """One figure with all that must stand beside it, also when it was withdrawn."""
    row = Figure.objects.filter(pk=figure).first()
    if row is None:
        return None
    states = _figure_states(_figures().filter(indicator_id=row.indicator_id), None)
    return next(state for state in states if state.id == figure)


def current_figure(*, figure: int) -> FigureState | None:
    """The figure that now stands for this one: itself, the last that supersedes it, or the
    one before it when it was withdrawn. None where nothing stands.
    """
    state = figure_with_id(figure=figure)
    if state is not None and state.withdrawn_at is not None and state.superseded_by is None:
        return figure_with_id(figure=state.supersedes) if state.supersedes else None
    while state is not None and state.superseded_by is not None:
        state = figure_with_id(figure=state.superseded_by)
    return state


def other_vintages(*, figure: int) -> list[FigureState]:
    """The values that other publications give for the same year and breakdown."""
    row = Figure.objects.filter(pk=figure).first()
    if row is None:
        return []
    period = (row.year, row.until_year, row.breakdown)
    return [
        state
        for state in figures_of(indicator=row.indicator_id, with_superseded=False)
        if (state.year, state.until_year, state.breakdown) == period and state.id != figure
    ]


def targets_of(
    *, indicator: int, with_withdrawn: bool = False, known_at: datetime | None = None
) -> list[TargetState]:
    """Every target of an indicator by year, the replaced ones included, oldest first.

    with_withdrawn: also what was taken out of what holds. known_at: as the register knew it
    then (None: now).
    """
    told = Q(indicator=indicator) | Q(indicator__merged_into=indicator)
    states = _target_states(Target.objects.filter(told), known_at)
    return [state for state in states if with_withdrawn or state.withdrawn_at is None]


def target_with_id(*, target: int) -> TargetState | None:
    """One target with its place in its history, also when it was withdrawn."""
    row = Target.objects.filter(pk=target).first()
    if row is None:
        return None
    states = _target_states(Target.objects.filter(indicator_id=row.indicator_id), None)
    return next(state for state in states if state.id == target)


def indicators() -> list[tuple[int, str, str]]:
    """The id, code and name of every indicator."""
    rows = Indicator.objects.filter(withdrawn_at__isnull=True, merged_into__isnull=True)
    return [(row.pk, row.code, row.title) for row in rows.order_by("title")]


def indicator_with_code(*, code: str) -> int | None:
    """The id of the indicator with this code, or of one that stands and whose name makes it.

    So a letter that names an indicator of the programme finds it, whatever its code is.
    """
    known = Indicator.objects.filter(code=code).values_list("pk", flat=True).first()
    if known is not None:
        return known
    return next((pk for pk, _code, name in indicators() if code_of(name) == code), None)


def indicator_facts(*, indicator: int) -> tuple[str, IndicatorFacts]:
    """The title of an indicator and what it is, without its definitions."""
    row = Indicator.objects.get(pk=indicator)
    return row.title, IndicatorFacts(
        row.code, row.unit, Direction(row.direction), row.source_organisation
    )


def edition_of_figures() -> str:
    """A mark that is another after any change of a figure, a target, a definition or a title."""
    with connection.cursor() as cursor:
        cursor.execute(EDITION)
        return "/".join(map(str, cursor.fetchone() or ()))


def code_of(name: str) -> str:
    """The name of an indicator as it stands in an address."""
    return slugify(name)[:80].strip("-")


def amounts(*, hangs_on: int | None = None) -> list[AmountState]:
    """Every amount, or those that hang on one entry or on one merged into it."""
    rows = Amount.objects.filter(withdrawn_at__isnull=True, merged_into__isnull=True)
    if hangs_on is not None:
        family = Q(links__other=hangs_on) | Q(links__other__merged_into=hangs_on)
        rows = rows.filter(family, links__role=LinkRole.BELONGS_TO)
    return [_as_amount(row) for row in rows.order_by("id").distinct()]


def amount_with_id(*, amount: int) -> AmountState | None:
    """One amount with its cover."""
    row = Amount.objects.filter(pk=amount).first()
    return _as_amount(row) if row else None


def _figures() -> QuerySet[Figure]:
    return Figure.objects.select_related(
        "indicator__merged_into__indicator", "definition", "passage"
    )


def _figure_states(rows: QuerySet[Figure], known_at: datetime | None) -> list[FigureState]:
    if known_at is not None:
        rows = rows.filter(created_at__lte=known_at)
    there, gone = list(rows), withdrawn_figures(known_at)
    turn_of = turns({row.pk: row.supersedes_id for row in there}, gone)
    return [_as_figure(row, turn_of[row.pk], gone.get(row.pk), known_at) for row in there]


def _target_states(rows: QuerySet[Target], known_at: datetime | None) -> list[TargetState]:
    if known_at is not None:
        rows = rows.filter(created_at__lte=known_at)
    there, gone = list(rows), withdrawn_targets(known_at)
    turn_of = turns({row.pk: row.replaces_id for row in there}, gone)
    return [_as_target(row, turn_of[row.pk], gone.get(row.pk)) for row in there]


def _told_with(row: Indicator, known_at: datetime | None) -> Indicator:
    """The indicator itself, or the one that it had gone up in at a moment."""
    into = row.merged_into
    if into is None or (known_at and row.merged_at and row.merged_at > known_at):
        return row
    return into.indicator


def _as_figure(
    row: Figure, turn: Turn, gone: Withdrawal | None, known_at: datetime | None
) -> FigureState:
    indicator = _told_with(row.indicator, known_at)
    return FigureState(
        id=row.pk,
        indicator=indicator.pk,
        code=indicator.code,
        name=indicator.title,
        unit=indicator.unit,
        year=row.year,
        until_year=row.until_year,
        breakdown=row.breakdown,
        value=row.value,
        words=row.words,
        publication=row.publication,
        published_on=row.published_on,
        vintage=row.vintage,
        definition=row.definition.words if row.definition else "",
        definition_version=row.definition.version if row.definition else None,
        method=FigureMethod(row.method),
        certainty=row.certainty,
        source=row.source,
        supersedes=turn.before,
        superseded_by=turn.after,
        document=row.passage.document_id if row.passage else None,
        withdrawn_at=gone.at if gone else None,
        withdrawn_reason=gone.reason if gone else "",
    )


def _as_target(row: Target, turn: Turn, gone: Withdrawal | None) -> TargetState:
    return TargetState(
        id=row.pk,
        indicator=row.indicator_id,
        year=row.year,
        value=row.value,
        words=row.words,
        set_by=row.set_by,
        decided_on=row.decided_on,
        source=row.source,
        certainty=row.certainty,
        replaces=turn.before,
        replaced_by=turn.after,
        withdrawn_at=gone.at if gone else None,
        withdrawn_reason=gone.reason if gone else "",
    )


def _as_amount(row: Amount) -> AmountState:
    ties = Link.objects.filter(entry_id=row.pk, role=LinkRole.BELONGS_TO)
    return AmountState(
        id=row.pk,
        title=row.title,
        value_eur=row.value_eur,
        from_year=row.from_year,
        until_year=row.until_year,
        recurrence=Recurrence(row.recurrence),
        funded=Funded(row.funded),
        budget_article=row.budget_article,
        payer=row.payer,
        payee=row.payee,
        hangs_on=tuple(ties.values_list("other_id", flat=True)),
    )
