"""How far the estimate moves under other assumptions: the widest first, so that they hang as a
tornado does."""

from collections.abc import Callable, Iterable
from math import exp, isfinite, log

from samen.core.estimation.checks import Sensitivity
from samen.core.estimation.outcomes import Outcome
from samen.core.estimation.report import svg
from samen.core.estimation.report.language import Language
from samen.core.estimation.report.lines import Axis, Line, drawing
from samen.core.estimation.rounding import number_of

MOST_SHOWN = 8
ODDS = log(2) + 1e-9
LINKS = 0.05
BEYOND = 20.0


def tornado(found: Sensitivity, told: Callable[[float], str],
            language: Language) -> svg.Drawing | None:  # fmt: skip
    """None without an estimate. A star tells that some of the settings give none.

    told: a number of persons, in words; what is drawn tells no more digits.
    """
    if found.plain.total is None:
        return None
    plain = number_of(told(found.plain.total))
    lines = [_line(name, outcomes, plain, told, language)
             for name, outcomes in _settings(found, language) if outcomes]  # fmt: skip
    lines.sort(key=_width, reverse=True)
    ends = [end for line in lines for end in (line.low, line.high) if end]
    axis = Axis(min([plain, *ends]), min(max([plain, *ends]), BEYOND * plain))
    found_most = language.words["tornado_found"].format(name=lines[0].name, said=lines[0].said)
    return drawing("tornado", lines, axis, plain, language, found_most)


def _settings(found: Sensitivity, language: Language) -> list[tuple[str, list[Outcome]]]:
    """Each other assumption with what it makes of the estimate, at all of its settings."""
    words = language.words
    left_out = [(words["without_list"].format(name=each.left_out), [each.outcome])
                for each in found.without]  # fmt: skip
    if len(left_out) > MOST_SHOWN:
        left_out = [(words["without_a_list"], [each.outcome for each in found.without])]
    loose = [at for pair in found.pairs if pair.own == 0 for at in pair.points]
    return [
        *left_out,
        (words["two_as_one"], [each.outcome for each in found.merged]),
        (words["threshold"], [each.outcome for each in found.thresholds]),
        (words["all_depend"], _within(found.whole.points)),
        (words["two_depend"], _within(loose)),
        (words["missed"], [each.outcome for each in found.links
                           if each.false == 0 and each.missed <= LINKS]),
        (words["false"], [each.outcome for each in found.links
                          if each.missed == 0 and each.false <= LINKS]),
    ]  # fmt: skip


def _within(points: Iterable[tuple[float, Outcome]]) -> list[Outcome]:
    return [outcome for log_odds, outcome in points if abs(log_odds) <= ODDS]


def _line(name: str, outcomes: list[Outcome], plain: float, told: Callable[[float], str],
          language: Language) -> Line:  # fmt: skip
    totals = [each.total for each in outcomes if each.total is not None]
    if not totals:
        return Line(name, language.words["none"])
    low, high = told(min(totals)), told(max(totals))
    said = low if low == high else f"{low} – {high}"
    star = "*" if len(totals) < len(outcomes) else ""
    ends = number_of(low), number_of(high), plain
    return Line(name, said + star, None, min(ends), max(ends))


def _width(line: Line) -> float:
    return log(line.high / line.low) if line.low and line.high and isfinite(line.high) else 0.0


def tipping_said(found: Sensitivity, told: Callable[[float], str], language: Language) -> str:
    """Which two lists have to depend on each other how much for half or twice the estimate."""
    if found.tipping is None:
        return language.words["no_tipping"]
    pair, tipping = found.tipping
    words = "doubles" if tipping.target > (found.plain.total or 0) else "halves"
    return language.words[words].format(
        total=told(tipping.target),
        one=pair.lists[0],
        other=pair.lists[1],
        odds=language.ratio(exp(tipping.log_odds or 0.0)),
        own=language.ratio(exp(pair.own)),
    )
