"""One call from a table to an estimate with its interval, the other estimators and a verdict."""

from dataclasses import dataclass, replace

import numpy as np

from samen.core.errors import BadInput, SamenError
from samen.core.estimation import bounds
from samen.core.estimation.answer import Answer
from samen.core.estimation.bootstrap import (
    REPLICATES,
    Draws,
    Progress,
    bootstrap,
    jackknife,
    observed,
)
from samen.core.estimation.bounds import NORMAL_95, SimpleEstimate
from samen.core.estimation.by import Row, by
from samen.core.estimation.checks import (
    Sensitivity,
    Validation,
    refuse_many_lists,
    sensitivity,
    stretches,
    validation,
)
from samen.core.estimation.covariate_bootstrap import CovariateBootstrap, bootstrap_covariates
from samen.core.estimation.covariate_selection import forward
from samen.core.estimation.decomposable import average_over_graphs
from samen.core.estimation.existence import Status
from samen.core.estimation.intervals import Interval, bca, calibrated, percentile
from samen.core.estimation.latent_classes import latent_classes
from samen.core.estimation.models import Model
from samen.core.estimation.poisson import Ints
from samen.core.estimation.posterior import Verdict
from samen.core.estimation.procedures import Choice, Fixed, Procedure, Searched, Stepwise, main
from samen.core.estimation.rounding import as_said, limits_as_said
from samen.core.estimation.table import CaptureTable
from samen.core.estimation.verdict import Judgement, judged, no_estimate

METHODS = ("main", "stepwise", "bic", "aic", "average", "fixed", "lcmcr", "dga", "all")
BAYESIAN = ("lcmcr", "dga")
AVERAGED_WITHIN = 10.0
SEARCHES = ("bic", "aic", "average")
MOST_SEARCHED = 6
LISTS_OF_GRAPHS = range(3, 7)


@dataclass(frozen=True)
class Plan:
    """What is asked. model: for the method `fixed`. order: of the largest term in a search.

    replicates: of the bootstrap; 0 gives the point estimate alone. by: covariates to split by, with
    a bootstrap of their own, of `by_replicates`, which takes far longer each. sensitivity,
    validate: whether to check the estimate; worlds: simulated ones for its coverage (see `checks`).
    searches: whether the searches of all models stand beside the method.
    """

    method: str = "stepwise"
    model: Model | None = None
    order: int = 3
    replicates: int = REPLICATES
    seed: int = 1
    workers: int = 1
    by: tuple[str, ...] = ()
    by_replicates: int = 1000
    sensitivity: bool = False
    validate: bool = False
    worlds: int = 0
    searches: bool = True


@dataclass(frozen=True, eq=False)
class Estimate:
    """answer: of the method asked for. answers: of every estimator, by name.

    intervals: of each kind, the reported one last. choice and draws: None for a Bayesian method.
    covariates: the model by covariates, whose rows are in `by`, its own total first. It knows more
    than the pooled table, so its total is not that of `answer`. sensitivity, validation: None when
    not asked for.
    """

    table: CaptureTable
    plan: Plan
    answer: Answer
    answers: dict[str, Answer]
    judgement: Judgement
    intervals: tuple[Interval, ...] = ()
    choice: Choice | None = None
    draws: Draws | None = None
    covariates: CovariateBootstrap | None = None
    sensitivity: Sensitivity | None = None
    validation: Validation | None = None

    @property
    def by(self) -> tuple[Row, ...]:
        """Rows by the covariates asked for, then by every pair of them."""
        return by(self.covariates, self.plan.by) if self.covariates else ()


def estimate(table: CaptureTable, plan: Plan, on_progress: Progress = lambda _: None) -> Estimate:
    """Estimate the persons on no list.

    The method asked for gets its interval from bootstrap replicates, each put through the whole
    procedure; the other estimators stand beside it with simpler intervals.
    """
    if plan.sensitivity or plan.validate:
        _refuse_checks(table, plan)
    pooled, split, swayed, tested = stretches(on_progress, _costs(table, plan))
    found, procedure = _pooled(table, plan, pooled), procedure_of(plan, len(table.lists))
    reasons = (*found.judgement.reasons, *table.notes)
    found = replace(found, judgement=replace(found.judgement, reasons=reasons))
    if plan.by:
        way = forward(table)
        found = replace(found, covariates=bootstrap_covariates(
            table, way, plan.by_replicates, seed=plan.seed, workers=plan.workers,
            on_progress=split))  # fmt: skip
    if plan.sensitivity:
        found = replace(found, sensitivity=sensitivity(table, procedure, swayed))
    if plan.validate:
        found = replace(found, validation=validation(table, procedure, plan.worlds, plan.seed,
                                                     plan.workers, tested))  # fmt: skip
    return found


def _refuse_checks(table: CaptureTable, plan: Plan) -> None:
    """Before the long work, not after it."""
    refuse_many_lists(table)
    if plan.method in BAYESIAN:
        raise BadInput("The method {method} has no checks.",
                       "Sensitivity and validation are of log-linear methods.",
                       "Choose another method, or leave them out.",
                       method=plan.method)  # fmt: skip


def _costs(table: CaptureTable, plan: Plan) -> tuple[float, float, float, float]:
    """About how long each part takes beside the others, so that the time left can be told."""
    pooled = plan.replicates / 1000 + 1
    split = 30 * plan.by_replicates / 1000 if plan.by else 0
    tested = len(table.lists) + 10 * plan.worlds if plan.validate else 0
    return pooled, split, 5.0 * plan.sensitivity, tested


def _pooled(table: CaptureTable, plan: Plan, on_progress: Progress) -> Estimate:
    """All covariates together."""
    counts = table.by_history()
    answers = {answer.name: answer for answer in _beside(counts, plan)}
    if plan.method in BAYESIAN:
        answer = _bayesian(plan.method, counts, plan)
        return Estimate(table, plan, answer, answers | {answer.name: answer},
                        _judged(counts, answer, answers, 0.0))  # fmt: skip
    procedure = procedure_of(plan, len(table.lists))
    choice = procedure.choose(counts)
    intervals, draws = _intervals(counts, procedure, choice, plan, on_progress)
    answer = _answer(procedure.name, choice, intervals)
    return Estimate(
        table,
        plan,
        answer,
        answers | {answer.name: answer},
        _judged(counts, answer, answers, draws.without_estimate if draws else 0.0),
        intervals,
        choice,
        draws,
    )


def procedure_of(plan: Plan, n_lists: int) -> Procedure:
    """The procedure that a plan names; `all` leads with the stepwise one."""
    if plan.method == "fixed" and plan.model:
        return Fixed(plan.model)
    if plan.method == "main":
        return main(n_lists)
    if plan.method == "average":
        return Searched("bic", plan.order, AVERAGED_WITHIN)
    if plan.method in ("bic", "aic", "aicc"):
        return Searched(plan.method, plan.order)
    return Stepwise()


def _intervals(
    counts: Ints, procedure: Procedure, choice: Choice, plan: Plan, on_progress: Progress
) -> tuple[tuple[Interval, ...], Draws | None]:
    """Percentile, BCa and calibrated; nothing without an estimate or without replicates."""
    if choice.total is None or not plan.replicates:
        return (), None
    draws = bootstrap(observed(counts), procedure, counts, plan.replicates, plan.seed,
                      plan.workers, on_progress)  # fmt: skip
    return (
        percentile(draws),
        bca(draws, choice.total, jackknife(counts, procedure)),
        calibrated(draws, int(counts[1:].sum()), choice.total),
    ), draws


def _answer(name: str, choice: Choice, intervals: tuple[Interval, ...]) -> Answer:
    model = str(choice.model) if choice.model else ""
    if choice.total is None:
        return Answer(name, choice.status, model=model, reasons=no_estimate(choice.status).reasons)
    if intervals:
        last = intervals[-1]
        return Answer(name, Status.OK, choice.total, last.low, last.high, last.kind, model,
                      errors=last.errors)  # fmt: skip
    return Answer(name, Status.OK, choice.total, model=model)


def _given_model(name: str, choice: Choice) -> Answer:
    """With the normal interval on the logarithm of the hidden number, the model held fixed."""
    best = choice.models[0][0] if len(choice.models) == 1 else None
    if best is None or best.hidden is None or best.log_hidden_error is None:
        return Answer(name, choice.status, choice.total, model=str(choice.model or ""))
    factor = float(np.exp(min(NORMAL_95 * best.log_hidden_error, 700)))
    n = best.n_observed
    return Answer(name, choice.status, choice.total, n + best.hidden / factor,
                  n + best.hidden * factor, "given_model", str(best.model))  # fmt: skip


def _beside(counts: Ints, plan: Plan) -> list[Answer]:
    """Every other estimator that is quick, and with `all` the Bayesian ones too."""
    n_lists = counts.size.bit_length() - 1
    methods = ["main", "stepwise"]
    if plan.searches and n_lists <= MOST_SEARCHED:
        methods += SEARCHES
    found = []
    for method in methods:
        choice = procedure_of(Plan(method, order=plan.order), n_lists).choose(counts)
        if choice.total is None:
            found.append(_answer(method, choice, ()))
        else:
            found.append(_given_model(method, choice))
    found += [_simple(name, formula(counts)) for name, formula in _FORMULAS.items()]
    if n_lists == 2:
        found.append(_simple("lincoln_petersen", bounds.lincoln_petersen(counts, 0, 1)))
        found.append(_simple("chapman", bounds.chapman(counts, 0, 1)))
    if plan.method == "all":
        found += [_bayesian(name, counts, plan) for name in BAYESIAN]
    return found


_FORMULAS = {
    "chao": bounds.chao_lower_bound,
    "zelterman": bounds.zelterman,
    "sample_coverage": bounds.lee_chao,
}


def _simple(name: str, found: SimpleEstimate) -> Answer:
    low, high = found.interval or (None, None)
    reasons = (found.reason,) if found.reason else ()
    return Answer(name, found.status, found.estimate, low, high, "lognormal", reasons=reasons)


def _bayesian(name: str, counts: Ints, plan: Plan) -> Answer:
    """Latent classes or decomposable graphs, with the middle 95% of the posterior."""
    try:
        found: Verdict = (
            average_over_graphs(counts).verdict
            if name == "dga"
            else latent_classes(counts, seed=plan.seed, workers=plan.workers).verdict
        )
    except SamenError as error:
        return Answer(name, Status.REFUSED, reasons=(error,))
    if found.quantiles is None:
        return Answer(name, found.status, reasons=found.reasons)
    low, high = found.quantiles.interval
    return Answer(name, found.status, found.quantiles.estimate, low, high, "posterior")


def _judged(counts: Ints, answer: Answer, answers: dict[str, Answer], without: float) -> Judgement:
    if answer.total is None:
        return Judgement(no_estimate(answer.status).use, answer.reasons)
    others = [answers[name] for name in ("main", "stepwise", "bic", "aic", "average")
              if name in answers]  # fmt: skip
    return judged(counts, as_said(answer), limits_as_said(answer), without,
                  [as_said(each) for each in others if each.total is not None])  # fmt: skip
