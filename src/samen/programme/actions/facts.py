"""The programme's own facts come into an empty or a filled register; again changes nothing."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.db import transaction

from samen.accounts import queries as accounts
from samen.accounts.actions import add_office
from samen.core.references.papers import chamber_of_number
from samen.core.terms import Direction, DocumentKind, Funded, Recurrence
from samen.programme.actions.documents import add_document, add_theme
from samen.programme.actions.entries import record_amount
from samen.programme.actions.figures import record_figure, record_indicator, set_target
from samen.programme.actions.owners import known_owner
from samen.programme.actions.wording import Actor
from samen.programme.models import Amount, Definition, Document, Indicator
from samen.programme.published import part_sum_notes, read_published
from samen.programme.values import (
    AmountFacts,
    DocumentFacts,
    FigureFacts,
    IndicatorFacts,
    TargetFacts,
    Wording,
)


@dataclass(slots=True)
class Loaded:
    """How much the files hold, and what does not add up in them."""

    themes: int = 0
    organisations: int = 0
    offices: int = 0
    indicators: int = 0
    figures: int = 0
    targets: int = 0
    amounts: int = 0
    documents: int = 0
    notes: list[str] = field(default_factory=list)


@transaction.atomic
def load_programme_facts(*, by: Actor, now: datetime, folder: Path | None = None) -> Loaded:
    """Load themes, organisations, offices, indicators, figures, targets, amounts, papers.

    folder: where `programme/` and `figures/` stand; the project's `data/` if None.
    """
    data = folder or Path(settings.ROOT) / "data"
    done = Loaded()
    _load_themes(done, data)
    _load_organisations(done, data)
    _load_documents(done, data, by, now)
    _load_indicators(done, data, by, now)
    _load_figures(done, data, by, now)
    _load_targets(done, data, by, now)
    _load_amounts(done, data, by, now)
    return done


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _load_themes(done: Loaded, data: Path) -> None:
    known: dict[str, int] = {}
    for row in _rows(data / "programme/themes.csv"):
        done.themes += 1
        known[row["name"]] = add_theme(
            name=row["name"], parent=known.get(row["parent"]), position=done.themes
        )


def _load_organisations(done: Loaded, data: Path) -> None:
    for row in _rows(data / "programme/organisations.csv"):
        done.organisations += known_owner(row["name"])[1] is not None
    for row in _rows(data / "programme/offices.csv"):
        done.offices += 1
        _office, organisation = known_owner(row["organisation"])
        if organisation is not None and accounts.office_by_title(row["title"]) is None:
            add_office(title=row["title"], organisation=organisation, short=row["short"])


def _load_documents(done: Loaded, data: Path, by: Actor, now: datetime) -> None:
    for row in _rows(data / "programme/documents.csv"):
        done.documents += 1
        number, on = row["number"], date.fromisoformat(row["date"])
        if not number and Document.objects.filter(title=row["title"], date=on).exists():
            continue
        facts = DocumentFacts(
            title=row["title"],
            kind=DocumentKind(row["kind"]),
            date=on,
            chamber=chamber_of_number(number) if number else "",
            dossier=row["dossier"],
            number=number,
            session_year=row["session_year"],
            reference=row["reference"],
            url=row["url"],
            note=row["note"],
        )
        add_document(document=facts, by=by, now=now)


def _load_indicators(done: Loaded, data: Path, by: Actor, now: datetime) -> None:
    for row in _rows(data / "programme/indicators.csv"):
        done.indicators += 1
        if Indicator.objects.filter(code=row["code"]).exists():
            continue
        facts = IndicatorFacts(
            code=row["code"],
            unit=row["unit"],
            direction=Direction(row["direction"]),
            source_organisation=row["source_organisation"],
            definition=row["definition"],
        )
        record_indicator(wording=Wording(title=row["name"]), indicator=facts, by=by, now=now)


def _load_figures(done: Loaded, data: Path, by: Actor, now: datetime) -> None:
    codes = {
        series: (row["code"], row["name"])
        for row in _rows(data / "programme/indicators.csv")
        for series in row["series"].split("|")
        if series
    }
    by_name: dict[str, list[FigureFacts]] = {}
    loaded: set[tuple[object, ...]] = set()
    for row in _rows(data / "figures/national.csv"):
        if row["indicator"] not in codes or row["certainty"].startswith("onzeker"):
            continue  # targets and amounts have files of their own; what is unsure stays out
        figure = read_published(row).figure
        code, name = codes[row["indicator"]]
        indicator = Indicator.objects.get(code=code)
        key = (code, figure.year, figure.until_year, figure.breakdown, figure.publication,
               figure.vintage)  # fmt: skip
        if key in loaded or not _is_known(indicator, figure):
            loaded.add(key)
            record_figure(
                indicator=indicator.pk, figure=_defined(indicator, figure), by=by, now=now
            )
        by_name.setdefault(name, []).append(figure)
        done.figures += 1
    done.notes += [
        note for name, all_of in by_name.items() for note in part_sum_notes(name, all_of)
    ]


def _is_known(indicator: Indicator, figure: FigureFacts) -> bool:
    """Whether the publication's value is there, also when it was mended or withdrawn since."""
    return indicator.figures.filter(
        year=figure.year,
        until_year=figure.until_year or figure.year,
        breakdown=figure.breakdown,
        publication=figure.publication,
        vintage=figure.vintage,
    ).exists()


def _defined(indicator: Indicator, figure: FigureFacts) -> FigureFacts:
    """The figure under the first definition, unless its publication counts otherwise."""
    if "definitie" in figure.vintage or "definitie" in figure.certainty:
        return figure
    first = Definition.objects.filter(indicator=indicator, version=1).first()
    return replace(figure, definition=first.pk if first else None)


def _load_targets(done: Loaded, data: Path, by: Actor, now: datetime) -> None:
    """Targets in the order in which they were decided; a year loaded before is left."""
    loaded: set[tuple[str, str]] = set()
    for row in _rows(data / "programme/targets.csv"):
        done.targets += 1
        key = (row["indicator"], row["year"])
        indicator = Indicator.objects.get(code=row["indicator"])
        if key not in loaded and indicator.targets.filter(year=int(row["year"])).exists():
            continue
        loaded.add(key)
        decided = row["decided_on"]
        facts = TargetFacts(
            year=int(row["year"]),
            value=Decimal(row["value"]) if row["value"] else None,
            words=row["words"],
            set_by=row["set_by"],
            decided_on=date.fromisoformat(decided) if decided else None,
            source=row["source"],
            certainty=row["certainty"],
        )
        set_target(indicator=indicator.pk, target=facts, by=by, now=now)


def _load_amounts(done: Loaded, data: Path, by: Actor, now: datetime) -> None:
    """Amounts; one whose paper is of a later day was not yet granted, and is left out."""
    dates = {
        f"kst-{row['dossier']}-{row['number']}": row["date"]
        for row in _rows(data / "programme/documents.csv")
    }
    for row in _rows(data / "programme/amounts.csv"):
        if dates.get(row["source"], "") > now.date().isoformat():
            continue
        done.amounts += 1
        if Amount.objects.filter(title=row["title"]).exists():
            continue
        facts = AmountFacts(
            value_eur=Decimal(row["value_eur"]),
            from_year=int(row["from_year"]) if row["from_year"] else None,
            until_year=int(row["until_year"]) if row["until_year"] else None,
            recurrence=Recurrence(row["recurrence"]),
            funded=Funded(row["funded"]),
            payer=row["payer"],
        )
        wording = Wording(title=row["title"], detail=f"Bron: {row['source']}")
        record_amount(wording=wording, amount=facts, by=by, now=now)
