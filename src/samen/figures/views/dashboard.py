"""The programme in a few numbers, for who works in it: also values that were not released."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samen.accounts.permissions import requires
from samen.core.publishing.nouns import Series
from samen.figures.key_numbers import key_numbers
from samen.figures.queries_of_releases import intervals, released
from samen.programme import queries
from samen.programme.series import as_series
from samen.work import clock

MOST_NUMBERS, MOST_RELEASES = 6, 3


@requires()
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """What asks for attention, the numbers that matter, and what was last released."""
    today = clock.today()
    asks = queries.attention(queries.entries_as_of(on=today), on=today)
    all_series = [_series(number) for number, _code, _title in queries.indicators()]
    given = {
        "asks": {name: len(rows) for name, rows in asks.items()},
        "numbers": key_numbers(all_series, MOST_NUMBERS), "releases": released()[:MOST_RELEASES],
    }  # fmt: skip
    return render(request, "figures/dashboard.html", given)


def _series(indicator: int) -> Series:
    title, facts = queries.indicator_facts(indicator=indicator)
    figures = queries.figures_of(indicator=indicator, with_superseded=False)
    told = [each for each in figures if each.year <= clock.today().year]
    return as_series(
        title, facts, figures=told, targets=queries.targets_of(indicator=indicator),
        definitions=queries.definitions_since(indicator=indicator),
        intervals=intervals(each.id for each in told),
    )  # fmt: skip
