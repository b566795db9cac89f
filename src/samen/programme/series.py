"""An indicator of the programme as a series to draw, to compare and to hand out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from samen.core.publishing.nouns import TOTAL, Definition, Point, Series, Target, Words
from samen.core.terms import Direction
from samen.programme.values import FigureState, IndicatorFacts, TargetState

WHOLE = ("", "totaal")
"""How publications call a value that counts everything."""
type Interval = tuple[int | None, int | None]


def as_series(
    title: str, facts: IndicatorFacts, *, figures: Iterable[FigureState],
    targets: Iterable[TargetState], definitions: Sequence[tuple[int, str, int]],
    intervals: Mapping[int, Interval] | None = None, hidden: Sequence[Point] = (),
    say: Callable[[str], str] = str,
) -> Series:  # fmt: skip
    """The series of what stands: superseded and withdrawn values are not in it.

    definitions: version, words, and the year from which it counts (0: not told).
    intervals: of figures that have one, by id. hidden: points that are not shown. say: how a
    breakdown is called. Of two values that one publication gives alike, the later stands.
    """
    there = [each for each in figures if each.superseded_by is None and each.withdrawn_at is None]
    points = [_point(each, (intervals or {}).get(each.id, (None, None)), say) for each in there]
    told = {(each.period, each.breakdown, each.line): each for each in (*hidden, *points)}
    return Series(
        facts.code, Words(title), Words(facts.unit), Direction(facts.direction),
        tuple(_definition(version, words, since, told.values())
              for version, words, since in definitions),
        tuple(told.values()),
        tuple(_target(each) for each in targets if each.withdrawn_at is None),
        facts.source_organisation,
    )  # fmt: skip


def _point(figure: FigureState, interval: Interval, say: Callable[[str], str]) -> Point:
    is_whole = figure.breakdown in WHOLE
    low, high = interval if figure.value is not None else (None, None)
    return Point(
        figure.year, _plain(figure.value),
        until=0 if figure.until_year == figure.year else figure.until_year,
        breakdown=TOTAL if is_whole else say(figure.breakdown), words=figure.words,
        low=None if low is None else Decimal(low), high=None if high is None else Decimal(high),
        vintage=figure.vintage or figure.publication,
        published_on=figure.published_on, method=figure.method,
        definition=figure.definition_version or 0,
        source="; ".join(dict.fromkeys(filter(None, (figure.publication, figure.source)))),
    )  # fmt: skip


def _plain(value: Decimal | None) -> Decimal | None:
    """A number without the zeros that a column of the database adds."""
    if value is None or value != value.to_integral_value():
        return value and value.normalize()
    return value.quantize(Decimal(1))


def _definition(version: int, words: str, since: int, points: Iterable[Point]) -> Definition:
    """Where nobody told since when: since the first year that it or a later one counted."""
    years = [each.year for each in points if each.definition >= version]
    return Definition(version, Words(words), since or min(years, default=0))


def _target(target: TargetState) -> Target:
    return Target(
        target.year, target.value, target.words, target.set_by, target.decided_on,
        replaced=target.replaced_by is not None,
    )  # fmt: skip
