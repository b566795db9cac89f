"""Whether the procedure finds what is known: each list as a population, and trajectories."""

from dataclasses import dataclass
from math import exp, isinf, log

from samen.core.estimation.answer import Answer
from samen.core.estimation.checks import Validation
from samen.core.estimation.coverage import Coverage
from samen.core.estimation.existence import Status
from samen.core.estimation.report import svg
from samen.core.estimation.report.language import FEWEST, Language
from samen.core.estimation.report.lines import Axis, Line, drawing, path_said
from samen.core.estimation.rounding import as_said, beside, number_of, said
from samen.core.estimation.validation import Accrual, Consistency, KnownList

LONGEST = 30


@dataclass(frozen=True)
class Known:
    """A table in words. heads: of the columns. rows: of each list."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def known_lists(found: Consistency, language: Language, *, sizes: bool) -> Known:
    """sizes: whether the sizes of the lists may be told (see `overlaps`); else ratios alone."""
    words = language.words
    whole = ("size_known", "estimated") if sizes else ()
    heads = tuple(words[name] for name in ("list", *whole, "ratio", "inside"))
    return Known(heads, tuple(_row(each, language, sizes=sizes) for each in found.lists))


def _row(each: KnownList, language: Language, *, sizes: bool) -> tuple[str, ...]:
    if each.outcome.total is None or each.ratio is None or each.known < FEWEST:
        size = (language.whole(each.known), "–") if sizes else ()
        return (each.name, *size, language.words["none"], "–")
    low, high = (each.interval.low, each.interval.high) if each.interval else (None, None)
    told = said(Answer("", Status.OK, each.outcome.total, low, high), language.thousands)
    size = (language.whole(each.known), told) if sizes else ()
    return (each.name, *size, language.ratio(each.ratio), language.words[_inside(each)])


def _inside(each: KnownList) -> str:
    if each.interval and isinf(each.interval.high) and each.covered:
        return "yes_open"
    return "yes" if each.covered else "no"


def bias_said(found: Consistency, language: Language) -> str:
    """By how much the estimates of known lists are too low or too high, on average."""
    if found.mean_log_bias is None:
        return language.words["no_known"]
    share = round(100 * (exp(found.mean_log_bias) - 1))
    words = "on_average" if share == 0 else "too_low" if share < 0 else "too_high"
    ratios = [each.ratio for each in found.lists if each.ratio]
    off = exp(sum(abs(log(ratio)) for ratio in ratios) / len(ratios))
    typical = language.words["typical"].format(
        factor=language.ratio(off), without=len(found.lists) - len(ratios), lists=len(found.lists)
    )
    return f"{language.words[words].format(share=abs(share))} {typical}"


def coverage_said(found: Coverage, language: Language) -> str:
    """How often the reported interval holds the truth in simulated populations."""
    if not found.kinds:
        return language.words["no_worlds"]
    reported = found.kinds[-1]
    return language.words["covered"].format(
        worlds=language.whole(found.totals.size),
        share=language.share(reported.coverage),
        error=language.share(reported.error),
    )


def by_lists(found: Validation, answer: Answer, language: Language) -> svg.Drawing:
    """The estimate as lists come in, the largest two first. answer: with its interval."""
    plain = as_said(answer)
    lines = []
    before: tuple[str, ...] = ()
    for names, outcome in found.trajectories.by_lists:
        name = " + ".join(each for each in names if each not in before)
        told = beside(answer, outcome.total, language.thousands) if outcome.total else ""
        lines.append(Line(_cut(f"+ {name}" if before else name), told or language.words["none"],
                          number_of(told) if told else None))  # fmt: skip
        before = names
    totals = [line.value for line in lines if line.value]
    axis = Axis(min([plain / 2, *totals]), max([2 * plain, *totals]))
    return drawing("by-lists", lines, axis, plain, language, path_said(lines, language))


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def by_persons(found: Validation, answer: Answer, language: Language) -> svg.Drawing:
    """The estimate as tenths of the persons come in; the interval holds all orders."""
    plain = as_said(answer)
    lines = [_part(each, answer, language) for each in found.trajectories.by_persons]
    ends = [end for line in lines for end in (line.low, line.value) if end]
    axis = Axis(min([plain / 2, *ends]), 2 * max([plain, *(line.value or 0 for line in lines)]))
    return drawing("by-persons", lines, axis, plain, language, path_said(lines, language))


def _part(each: Accrual, answer: Answer, language: Language) -> Line:
    name = f"{round(100 * each.share)}%"
    if each.median is None:
        return Line(name, language.words["none"])
    star = "*" if each.without_estimate else ""
    told, low, high = (beside(answer, value, language.thousands)
                       for value in (each.median, each.totals[0], each.totals[-1]))  # fmt: skip
    return Line(name, told + star, number_of(told), number_of(low), number_of(high))
