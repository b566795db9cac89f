"""Published series come in from a file: looked at first, then taken in whole or not at all."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput
from samen.core.publishing.doubts import Doubt, doubts
from samen.core.publishing.nouns import Series
from samen.programme.actions.figures import record_figure
from samen.programme.actions.wording import Actor
from samen.programme.figures_file import Line, read_figures
from samen.programme.models import Definition, Figure
from samen.programme.queries.figures import (
    figures_of,
    indicator_facts,
    indicator_with_code,
    targets_of,
)
from samen.programme.queries.life import definitions_since
from samen.programme.series import WHOLE, as_series
from samen.programme.values import FigureFacts


@dataclass(frozen=True, slots=True)
class Look:
    """What a file comes to. added: values that were not there yet; doubts: by title of a series."""

    lines: int
    added: int
    doubts: dict[str, list[Doubt]]

    @property
    def doubted(self) -> int:
        return sum(map(len, self.doubts.values()))


def look_at_figures(content: bytes, *, by: Actor, now: datetime) -> Look:
    """What the file would come to; nothing of it stays. Raises BadInput with the line and why."""
    with transaction.atomic():
        look = take_in_figures(content, by=by, now=now)
        transaction.set_rollback(True)
    return look


@transaction.atomic
def take_in_figures(content: bytes, *, by: Actor, now: datetime) -> Look:
    """Record every value of the file. What is doubted is taken in as its source says it."""
    lines, before = read_figures(content), Figure.objects.count()
    by_code: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        number = _indicator(line.code)
        figure = _as_known(number, _defined(number, line))
        record_figure(indicator=number, figure=figure, by=by, now=now)
        by_code[line.code].append(line)
    found = dict(_doubted(code, of) for code, of in by_code.items())
    return Look(len(lines), Figure.objects.count() - before, {k: v for k, v in found.items() if v})


def _doubted(code: str, lines: Iterable[Line]) -> tuple[str, list[Doubt]]:
    """What is doubted of a series as it then stands, as far as it is about the lines' years."""
    series = series_with(_indicator(code))
    years = {year for line in lines for year in (line.figure.year, line.figure.until_year)}
    bases = {line.base: series_with(_indicator(line.base)) for line in lines if line.base}
    found = [doubt for base in (*bases.values(), None) for doubt in doubts(series, base)]
    unique = {(doubt.kind, *doubt.values.values()): doubt for doubt in found}
    return series.title.nl, [each for each in unique.values() if years & {*each.years}]


def series_with(indicator: int) -> Series:
    """All that was published of an indicator and stands."""
    title, facts = indicator_facts(indicator=indicator)
    return as_series(
        title, facts, figures=figures_of(indicator=indicator),
        targets=targets_of(indicator=indicator),
        definitions=definitions_since(indicator=indicator),
    )  # fmt: skip


def _indicator(code: str) -> int:
    number = indicator_with_code(code=code)
    if number is None:
        raise BadInput(
            _("There is no indicator {code}."),
            _("A file names indicators by the code in their address."),
            _("Record the indicator first, or correct the code."),
            code=code[:80],
        )
    return number


def _as_known(indicator: int, figure: FigureFacts) -> FigureFacts:
    """A total by the name that its publication's value of the same period has here already."""
    if figure.breakdown not in WHOLE:
        return figure
    known = Figure.objects.filter(
        indicator_id=indicator, year=figure.year, until_year=figure.until_year or figure.year,
        publication=figure.publication, vintage=figure.vintage, breakdown__in=WHOLE,
    ).order_by("pk").first()  # fmt: skip
    return replace(figure, breakdown=known.breakdown if known else "")


def _defined(indicator: int, line: Line) -> FigureFacts:
    if not line.definition:
        return line.figure
    row = Definition.objects.filter(indicator_id=indicator, version=line.definition).first()
    if row is None:
        raise BadInput(
            _("Indicator {code} has no definition {version}."), "",
            _("Record that definition first, or correct the number."),
            code=line.code, version=line.definition,
        )  # fmt: skip
    return replace(line.figure, definition=row.pk)
