"""Figures beside each other: two series, regions on a map, the few numbers that matter."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from samen.core.publishing.comparison import beside, compare, difference
from samen.core.publishing.finding import finding
from samen.core.publishing.maps import draw_map, map_in_words, map_rows
from samen.figures.kept import kept
from samen.figures.queries_of_releases import catalogue
from samen.figures.regional import Placed, Regional, placed, regional_tables
from samen.figures.series import Told, told

UNKNOWN = "unknown"
"""What a table calls a region that nobody told."""


@require_GET
@kept
def two(request: HttpRequest) -> HttpResponse:
    """Two series: first why they may not tell the same, then their numbers."""
    codes = [request.GET.get(name, "") for name in ("een", "ander")]
    given: dict[str, object] = {"indicators": catalogue(), "one": codes[0], "other": codes[1]}
    if all(codes) and codes[0] != codes[1]:
        left, right = (told(code) for code in codes)
        if left is None or right is None:
            raise Http404
        given |= _compared(left, right)
    return render(request, "figures/compare.html", given)


def _compared(one: Told, other: Told) -> dict[str, object]:
    dutch = get_language() == "nl"
    found = compare(one.series, other.series, dutch=dutch)
    said = [f"{each.title}: {finding(each.series, dutch=dutch)}" for each in (one, other)]
    rows = [
        (year, left and left.value, right and right.value, difference(left, right))
        for year, left, right in found.rows
    ]
    return {
        "both": (one, other), "rows": rows, "warnings": found.warnings,
        "together": beside(one.series, other.series), "said": " ".join(said),
        "is_subtracted": one.series.unit == other.series.unit,
    }  # fmt: skip


@require_GET
@kept
def on_a_map(request: HttpRequest) -> HttpResponse:
    """A released table by region on a map, and as a table that says the same."""
    tables = regional_tables()
    chosen = next((each for each in tables if each.key == request.GET.get("tabel")), None)
    if chosen is None and request.GET.get("tabel"):
        raise Http404
    chosen = chosen or next(iter(tables), None)
    given: dict[str, object] = {"tables": tables, "chosen": chosen}
    if chosen is not None:
        year = _year(request, chosen)
        values = chosen.values(year)
        found = placed(values, year)
        unknown, total = values.get(UNKNOWN), chosen.total(year)
        is_said = bool(unknown and total)
        others = found.others if found else {}
        given |= {
            "year": year, "values": values, "placed": found, "unknown": unknown, "total": total,
            "others": {name: n for name, n in others.items() if name != UNKNOWN or not is_said},
        }  # fmt: skip
        given |= _mapped(found, chosen, year) if found else {}
    return render(request, "figures/map.html", given)


def _year(request: HttpRequest, table: Regional) -> int:
    asked = request.GET.get("jaar", "")
    known = {str(year): year for year in table.years}
    if asked and asked not in known:
        raise Http404
    return known.get(asked, table.years[-1])


def _mapped(found: Placed, table: Regional, year: int) -> dict[str, object]:
    """The map where its regions have places, its words, and the rows of its table."""
    dutch, title = get_language() == "nl", str(table.content["title"])
    of = (found.regions, found.values, year)
    svg = ""
    if found.shapes.paths:
        svg = draw_map(*of, found.shapes, name="kaart", title=title, dutch=dutch)
    return {
        "map": svg, "said": map_in_words(*of, title=title, dutch=dutch),
        "rows": map_rows(*of, dutch=dutch), "level": found.regions.level,
    }  # fmt: skip
