"""Figures by vintage, targets by history, amounts with their cover."""

from django.db.models import QuerySet

from samen.core.terms import FigureMethod, Funded, LinkRole, Recurrence
from samen.programme.models import Amount, Figure, Indicator, Link, Target
from samen.programme.values import AmountState, FigureState, TargetState


def figures_of(*, indicator: int, with_superseded: bool = True) -> list[FigureState]:
    """Every value of an indicator by year, breakdown and date of publication."""
    rows = _figures().filter(indicator_id=indicator)
    if not with_superseded:
        rows = rows.filter(superseded_by__isnull=True)
    return [_as_figure(row) for row in rows]


def all_figures() -> list[FigureState]:
    """Every value that no later one supersedes, of every indicator."""
    return [_as_figure(row) for row in _figures().filter(superseded_by__isnull=True)]


def figure_with_id(*, figure: int) -> FigureState | None:
    """One figure with all that must stand beside it."""
    row = _figures().filter(pk=figure).first()
    return _as_figure(row) if row else None


def current_figure(*, figure: int) -> FigureState | None:
    """The figure that now stands for this one: itself, or the last that supersedes it."""
    state = figure_with_id(figure=figure)
    while state is not None and state.superseded_by is not None:
        state = figure_with_id(figure=state.superseded_by)
    return state


def other_vintages(*, figure: int) -> list[FigureState]:
    """The values that other publications give for the same year and breakdown."""
    row = Figure.objects.filter(pk=figure).first()
    if row is None:
        return []
    same = _figures().filter(
        indicator_id=row.indicator_id,
        year=row.year,
        until_year=row.until_year,
        breakdown=row.breakdown,
        superseded_by__isnull=True,
    )
    return [_as_figure(other) for other in same.exclude(pk=figure)]


def targets_of(*, indicator: int) -> list[TargetState]:
    """Every target of an indicator by year, the replaced ones included, oldest first."""
    rows = Target.objects.filter(indicator_id=indicator).select_related("replaced_by")
    return [_as_target(row) for row in rows]


def target_with_id(*, target: int) -> TargetState | None:
    """One target with its place in its history."""
    row = Target.objects.filter(pk=target).select_related("replaced_by").first()
    return _as_target(row) if row else None


def indicators() -> list[tuple[int, str, str]]:
    """The id, code and name of every indicator."""
    rows = Indicator.objects.filter(withdrawn_at__isnull=True, merged_into__isnull=True)
    return [(row.pk, row.code, row.title) for row in rows.order_by("title")]


def indicator_with_code(*, code: str) -> int | None:
    """The id of the indicator with this code."""
    return Indicator.objects.filter(code=code).values_list("pk", flat=True).first()


def amounts(*, hangs_on: int | None = None) -> list[AmountState]:
    """Every amount, or those that hang on one entry."""
    rows = Amount.objects.filter(withdrawn_at__isnull=True, merged_into__isnull=True)
    if hangs_on is not None:
        rows = rows.filter(links__other_id=hangs_on, links__role=LinkRole.BELONGS_TO)
    return [_as_amount(row) for row in rows.order_by("id").distinct()]


def amount_with_id(*, amount: int) -> AmountState | None:
    """One amount with its cover."""
    row = Amount.objects.filter(pk=amount).first()
    return _as_amount(row) if row else None


def _figures() -> QuerySet[Figure]:
    return Figure.objects.select_related("indicator", "definition", "superseded_by", "passage")


def _as_figure(row: Figure) -> FigureState:
    later = getattr(row, "superseded_by", None)
    return FigureState(
        id=row.pk,
        indicator=row.indicator_id,
        code=row.indicator.code,
        name=row.indicator.title,
        unit=row.indicator.unit,
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
        supersedes=row.supersedes_id,
        superseded_by=later.pk if later else None,
        document=row.passage.document_id if row.passage else None,
    )


def _as_target(row: Target) -> TargetState:
    later = getattr(row, "replaced_by", None)
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
        replaces=row.replaces_id,
        replaced_by=later.pk if later else None,
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
