"""What was released of indicators as series and datasets, in the language of the reader.

What was not released is not in it, and cannot be told from what does not exist.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from samen.core.publishing.charts import groups
from samen.core.publishing.nouns import Dataset, Point, Sender, Series, Words
from samen.core.terms import FigureMethod
from samen.figures.labels import FIELDS
from samen.figures.queries_of_releases import (
    Published,
    State,
    catalogue,
    published,
    released,
)
from samen.figures.templatetags.figures_terms import breakdown
from samen.figures.values import TOTAL
from samen.programme.queries import definitions_since, indicator_facts, targets_of
from samen.programme.series import as_series
from samen.work import clock


@dataclass(frozen=True, slots=True)
class Told:
    """An indicator of which something was released. values: withdrawn ones too.

    issued, modified: the day of the first release and the last day on which one came or went.
    """

    series: Series
    values: tuple[Published, ...]
    releases: tuple[int, ...]
    issued: date
    modified: date

    @property
    def code(self) -> str:
        return self.series.code

    @property
    def title(self) -> str:
        return self.series.title.nl

    @property
    def is_withdrawn(self) -> bool:
        """Whether all that was released of it was withdrawn."""
        return all(each.is_withdrawn for each in self.values)


def told(code: str) -> Told | None:
    """An indicator with what was released of it; None when that is nothing."""
    values = published(code)
    if not values:
        return None
    number = values[0].figure.indicator
    targets = targets_of(indicator=number)
    title, facts = indicator_facts(indicator=number)
    states = [each for each in released() if each.release.pk in {v.release.pk for v in values}]
    days = [clock.day_of(step.at) for state in states for step in state.steps if step.is_public]
    series = as_series(
        title, facts, figures=[each.figure for each in values if not each.is_withdrawn],
        targets=targets, definitions=definitions_since(indicator=number),
        intervals={each.figure.id: (each.low, each.high) for each in values},
        hidden=tuple(_hidden(code, states)), say=breakdown,
    )  # fmt: skip
    numbers = tuple(sorted(state.release.number for state in states))
    return Told(series, tuple(values), numbers, min(days), max(days))


@dataclass(frozen=True, slots=True)
class Grouped:
    """The groups of one field, such as sexes, as a series; year: the latest that tells of them."""

    field: str
    series: Series
    year: int

    @property
    def points(self) -> list[Point]:
        return groups(self.series, self.year)


def grouped(series: Series) -> list[Grouped]:
    """What a series tells by group, a field each, in the language of the reader."""
    found = []
    for field, label in FIELDS.items():
        lead = f"{label}: "
        points = tuple(replace(each, breakdown=each.breakdown.removeprefix(lead))
                       for each in series.points if each.breakdown.startswith(lead))  # fmt: skip
        years = [each.year for each in points if each.value is not None]
        if years:
            nl, en = (f"{series.title.said(dutch)}, {label}" for dutch in (True, False))
            found.append(Grouped(field, replace(series, title=Words(nl, en), points=points),
                                 max(years)))  # fmt: skip
    return found


def all_told() -> list[Told]:
    """Every indicator of which something was released, by title."""
    found = (told(code) for code, _title in catalogue())
    return [each for each in found if each is not None]


def _hidden(code: str, states: list[State]) -> Iterator[Point]:
    """The cells of standing releases by year, and by year and one code, that are not shown."""
    for state in states:
        if state.is_withdrawn or state.released_at is None:
            continue
        for table in state.content["tables"]:
            for codes, n in table["rows"] if table["indicator"] == code else ():
                by = [(name, each) for name, each in zip(table["by"], codes[1:], strict=True)
                      if each != TOTAL]  # fmt: skip
                if n is None and len(by) <= 1:
                    yield Point(
                        int(codes[0]), breakdown="".join(breakdown(f"{a}: {b}") for a, b in by),
                        vintage=f"vrijgave {state.release.number}",
                        published_on=clock.day_of(state.released_at), method=FigureMethod.COUNTED,
                        definition=table["definition_version"], suppressed=True,
                    )  # fmt: skip


def dataset(of: Told, base: str) -> Dataset:
    """An indicator as a dataset of its own. base: the address of the site."""
    page = base.rstrip("/") + reverse("figures:indicator", args=(of.code,))
    words = of.series.definitions[-1].words if of.series.definitions else of.series.title
    return Dataset(
        page, of.series.title, words, publisher(base), settings.LICENCE, of.issued, of.modified,
        (of.series,), page=page, keywords=(Words("mensenhandel", "human trafficking"),),
        version=".".join(map(str, of.releases)), withdrawn=of.is_withdrawn,
    )  # fmt: skip


def publisher(base: str) -> Sender:
    """Who publishes: as the settings say, or the site itself."""
    name, uri, email = settings.PUBLISHER
    return Sender(name or _("The programme against human trafficking"), uri or base, email, base)
