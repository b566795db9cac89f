"""The report as data: the contract of `./samen estimate --json` and of `estimate.json`."""

import math
from collections.abc import Mapping
from typing import Any

from samen.core.estimation.answer import Answer
from samen.core.estimation.by import Row
from samen.core.estimation.checks import Sensitivity, Validation
from samen.core.estimation.coverage import Coverage
from samen.core.estimation.estimate import Estimate
from samen.core.estimation.outcomes import Outcome
from samen.core.estimation.sensitivity import Dependence
from samen.core.estimation.validation import KnownList


def as_json(found: Estimate, versions: Mapping[str, str]) -> dict[str, Any]:
    """The contract; numbers as they were computed, not rounded. versions: of the software."""
    answer = found.answer
    interval = {"level": 0.95, "low": answer.low, "high": answer.high, "kind": answer.kind}
    return {
        "n_observed": found.table.n_observed,
        "estimate": answer.total,
        "hidden": None if answer.total is None else answer.total - found.table.n_observed,
        "interval": None if answer.low is None else _finite(interval),
        "model": answer.model or None,
        "status": answer.status.value,
        "verdict": found.judgement.use.value,
        "reasons": [str(reason) for reason in found.judgement.reasons],
        "estimators": {name: _answer(each) for name, each in found.answers.items()},
        "intervals": [
            _finite({"kind": each.kind, "level": each.level, "low": each.low, "high": each.high,
                     "low_error": each.errors[0], "high_error": each.errors[1]})
            for each in found.intervals
        ],
        "replicates": found.plan.replicates if found.draws else 0,
        "without_estimate": found.draws.without_estimate if found.draws else None,
        "lists": list(found.table.lists),
        "by": [_row(row) for row in found.by],
        "seed": found.plan.seed,
        "input": found.table.fingerprint,
        "sensitivity": found.sensitivity and _sensitivity(found.sensitivity),
        "validation": found.validation and _validation(found.validation),
        "versions": {**versions},
    }  # fmt: skip


def _row(row: Row) -> dict[str, Any]:
    limits = {
        name: (each.low, each.high) if each else (None, None)
        for name, each in (("", row.interval), ("ratio_", row.ratio_interval),
                           ("change_", row.change_interval))
    }  # fmt: skip
    told: dict[str, Any] = {
        "values": dict(zip(row.covariates, row.values, strict=True)),
        "registered": row.registered,
        "estimate": row.estimate,
        "ratio": row.ratio,
        "change": row.change,
        "without_estimate": row.without,
    }
    for name, (low, high) in limits.items():
        told |= {f"{name}low": low, f"{name}high": high}
    return _finite(told)


def _answer(answer: Answer) -> dict[str, Any]:
    return _finite(
        {
            "estimate": answer.total,
            "low": answer.low,
            "high": answer.high,
            "kind": answer.kind or None,
            "model": answer.model or None,
            "status": answer.status.value,
            "reasons": [str(reason) for reason in answer.reasons],
        }
    )


def _finite(values: dict[str, Any]) -> dict[str, Any]:
    """JSON knows no infinity: a limit that is not finite is null."""
    return {
        key: None if isinstance(value, float) and value in (float("inf"), -float("inf")) else value
        for key, value in values.items()
    }


def _sensitivity(found: Sensitivity) -> dict[str, Any]:
    return {
        "without_list": [{"list": each.left_out} | _outcome(each.outcome)
                         for each in found.without],
        "merged": [{"lists": list(each.merged)} | _outcome(each.outcome)
                   for each in found.merged],
        "thresholds": [{"threshold": each.threshold} | _outcome(each.outcome)
                       for each in found.thresholds],
        "all_lists": _dependence(found.whole),
        "pairs": [_dependence(each) for each in found.pairs],
        "links": [{"missed": each.missed, "false": each.false} | _outcome(each.outcome)
                  for each in found.links],
    }  # fmt: skip


def _dependence(found: Dependence) -> dict[str, Any]:
    """With odds ratios, which are read more easily than their logarithms."""
    return {
        "lists": list(found.lists),
        "own": math.exp(found.own),
        "points": [{"odds_ratio": math.exp(at)} | _outcome(each) for at, each in found.points],
        "tipping": [
            {
                "target": each.target,
                "odds_ratio": None if each.log_odds is None else math.exp(each.log_odds),
            }
            for each in found.tipping
        ],
    }


def _outcome(found: Outcome) -> dict[str, Any]:
    return {
        "n_observed": found.n_observed,
        "estimate": found.total,
        "model": str(found.model) if found.model else None,
        "status": found.status.value,
        "reason": str(found.reason) if found.reason else None,
    }


def _validation(found: Validation) -> dict[str, Any]:
    known, moved = found.consistency, found.trajectories
    return {
        "lists": [_known(each) for each in known.lists],
        "mean_log_bias": known.mean_log_bias,
        "coverage": known.coverage,
        "without_limit": known.without_limit,
        "replicates": known.replicates,
        "by_lists": [{"lists": list(lists)} | _outcome(each) for lists, each in moved.by_lists],
        "by_persons": [
            {"share": each.share, "median": each.median, "totals": list(each.totals),
             "without_estimate": each.without_estimate}
            for each in moved.by_persons
        ],
        "worlds": found.coverage and _worlds(found.coverage),
    }  # fmt: skip


def _known(each: KnownList) -> dict[str, Any]:
    low, high = (each.interval.low, each.interval.high) if each.interval else (None, None)
    limits = {"low": low, "high": high, "ratio": each.ratio, "covered": each.covered}
    return _finite({"list": each.name, "known": each.known} | _outcome(each.outcome) | limits)


def _worlds(found: Coverage) -> dict[str, Any]:
    return {
        "n": found.totals.size,
        "truth": found.truth,
        "without_estimate": _known_mean(found.without_estimate),
        "log_bias": _known_mean(found.log_bias),
        "rmse": _known_mean(found.rmse),
        "replicates": found.replicates,
        "intervals": [
            _finite({"kind": each.kind, "coverage": each.coverage, "error": each.error,
                     "truth_below": each.truth_below, "truth_above": each.truth_above,
                     "width": each.width})
            for each in found.kinds
        ],
    }  # fmt: skip


def _known_mean(value: float) -> float | None:
    """JSON knows no number for the mean of nothing either."""
    return None if math.isnan(value) else value
