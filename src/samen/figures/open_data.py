"""All that was released as open data: catalogue, feed, sitemap, one file of it all."""

from datetime import date

from django.urls import reverse
from django.utils import translation

from samen.core.publishing import catalogue as dcat
from samen.core.publishing.bulk import as_zip
from samen.core.publishing.feeds import Entry, atom, sitemap
from samen.core.publishing.nouns import Words
from samen.figures.files import CSV_METADATA, as_file, distributions
from samen.figures.queries_of_releases import State, released
from samen.figures.series import all_told, dataset, publisher
from samen.work import clock

TITLE = Words("Cijfers over mensenhandel", "Figures on human trafficking")
CATALOGUES = {"ttl": "text/turtle", "jsonld": "application/ld+json"}
IN_BULK = ("csv", CSV_METADATA, "json")
README = Words(
    "Alle cijfers die zijn vrijgegeven. In elke map: een reeks als CSV, wat de kolommen zijn, en "
    "JSON. In vrijgaven/: de bytes die zijn ondertekend. Een lege waarde met toestand not_shown "
    "is geen nul.\n",
    "All figures that were released. In each folder: a series as CSV, what its columns are, and "
    "JSON. In vrijgaven/: the bytes that were signed. An empty value with status not_shown is no "
    "zero.\n",
)


def last_day(states: list[State], otherwise: date) -> date:
    """The last day on which something was released or withdrawn."""
    return max((_days(each)[1] for each in states), default=otherwise)


def feed(base: str, *, today: date) -> bytes:
    """The releases, as Atom, in the language of the page."""
    return atom(
        entries(base), address=_at(base, "figures:feed"), page=_at(base, "figures:catalogue"),
        title=TITLE, publisher=publisher(base), since=today,
        dutch=translation.get_language() == "nl",
    )  # fmt: skip


def entries(base: str) -> list[Entry]:
    """Each release that was published, for a feed and for the API."""
    return [
        Entry(_at(base, "figures:released", state.release.number), Words(state.release.title),
              Words("; ".join(t["title"] for t in state.content["tables"]) or state.release.title),
              *_days(state), state.is_withdrawn)
        for state in released()
    ]  # fmt: skip


def catalogue(base: str, notation: str) -> bytes:
    """The catalogue after DCAT-AP-NL. notation: of CATALOGUES."""
    node = dcat.dcat(
        [(dataset(each, base), distributions(each, base)) for each in all_told()],
        address=_at(base, "figures:open_data"), title=TITLE, publisher=publisher(base),
    )  # fmt: skip
    return dcat.to_turtle(node) if notation == "ttl" else dcat.to_jsonld(node)


def bulk(base: str, *, today: date) -> bytes:
    """Everything in one file; what was not changed since gives the same bytes."""
    states = released()
    files = {
        f"{each.code}/cijfers.{form}": as_file(each, form, base)
        for each in all_told() for form in IN_BULK
    }  # fmt: skip
    files |= {f"vrijgaven/{each.release.number}.json": bytes(each.release.content)
              for each in states}  # fmt: skip
    files["catalogus.ttl"] = catalogue(base, "ttl")
    files["LEESMIJ.txt"] = README.said(translation.get_language() == "nl").encode()
    return as_zip(files, last_day(states, today))


def all_pages(base: str, *, today: date) -> bytes:
    """The sitemap: every public page of figures with the day on which it changed."""
    states = released()
    last = last_day(states, today)
    fixed = ("figures:catalogue", "figures:open_data")
    return sitemap([
        *((_at(base, name), last) for name in fixed),
        *((_at(base, "figures:indicator", each.code), each.modified) for each in all_told()),
        *((_at(base, "figures:released", each.release.number), _days(each)[1]) for each in states),
    ])  # fmt: skip


def _days(state: State) -> tuple[date, date]:
    """The day of its release, and of the last that happened to it in public."""
    days = [clock.day_of(step.at) for step in state.steps if step.is_public]
    return min(days), max(days)


def _at(base: str, name: str, *values: object) -> str:
    return base.rstrip("/") + reverse(name, args=values)
