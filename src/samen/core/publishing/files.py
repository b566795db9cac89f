"""A dataset as files: CSV on the Web, Excel, OpenDocument and JSON. Same values, same bytes."""

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from samen.core.csv_rows import plain_cell
from samen.core.publishing.nouns import Dataset, Definition, Series, Target, Words
from samen.core.publishing.table import COLUMNS, Cell, about, citation, in_order, rows, status
from samen.core.sheets.ods import as_ods_book
from samen.core.sheets.sheet import Sheet, Value
from samen.core.sheets.stable import stable
from samen.core.sheets.xlsx import as_xlsx_book

FORM = "samen-figures/1"
_SHEETS = {
    "figures": Words("Cijfers", "Figures"),
    "definitions": Words("Definities", "Definitions"),
    "targets": Words("Doelen", "Targets"),
    "about": Words("Over dit bestand", "About this file"),
}


def to_csv(dataset: Dataset, *, dutch: bool = True) -> bytes:
    """UTF-8 with commas and points, as CSV on the Web has it; the columns have short names."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in COLUMNS])
    writer.writerows([_plain(cell) for cell in row] for row in rows(dataset, dutch=dutch))
    return text.getvalue().encode()


def to_csv_metadata(dataset: Dataset, *, address: str, dutch: bool = True) -> bytes:
    """What the columns of the CSV mean, as CSV on the Web has it. address: of the CSV file.

    Its own name is that of the CSV and -metadata.json. Source: W3C Recommendation
    "Metadata Vocabulary for Tabular Data" (2015).
    """
    return _json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl" if dutch else "en"}],
            "@id": dataset.identifier,
            "url": address,
            "dc:title": dataset.title.said(dutch),
            "dc:description": dataset.description.said(dutch),
            "dc:publisher": dataset.publisher.name,
            "dc:license": {"@id": dataset.licence},
            "dc:issued": {"@value": dataset.issued.isoformat(), "@type": "xsd:date"},
            "dc:modified": {"@value": dataset.modified.isoformat(), "@type": "xsd:date"},
            "dc:bibliographicCitation": citation(dataset, dutch=dutch),
            "notes": [{"name": name, "words": words} for name, words in _notes(dataset, dutch)],
            "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
            "tableSchema": {"columns": [_csv_column(each.name) for each in COLUMNS]},
        }
    )


def to_xlsx(dataset: Dataset, *, dutch: bool = True) -> bytes:
    """A workbook with the figures, definitions, targets and how to cite them."""
    book = as_xlsx_book(
        _sheets(dataset, dutch), title=dataset.title.said(dutch), on=dataset.modified
    )
    return stable(book, dataset.modified)


def to_ods(dataset: Dataset, *, dutch: bool = True) -> bytes:
    """The same as an OpenDocument spreadsheet."""
    return stable(as_ods_book(_sheets(dataset, dutch)), dataset.modified)


def to_json(dataset: Dataset, *, dutch: bool = True) -> bytes:
    """Everything for machines; numbers as decimals in words, so that none is rounded."""
    return _json(
        {
            "form": FORM,
            "identifier": dataset.identifier,
            "title": dataset.title.said(dutch),
            "description": dataset.description.said(dutch),
            "publisher": dataset.publisher.name,
            "licence": dataset.licence,
            "issued": dataset.issued.isoformat(),
            "modified": dataset.modified.isoformat(),
            "version": dataset.version,
            "withdrawn": dataset.withdrawn,
            "citation": citation(dataset, dutch=dutch),
            "series": [series_form(each, dutch=dutch) for each in dataset.series],
        }
    )


def series_form(series: Series, *, dutch: bool = True) -> dict[str, Any]:
    """A series as it stands in JSON, of a file and of the API."""
    return {
        "code": series.code,
        "title": series.title.said(dutch),
        "unit": series.unit.said(dutch),
        "direction": str(series.direction),
        "source": series.source,
        "definitions": [_definition(each, dutch) for each in series.definitions],
        "targets": [_target(each) for each in series.targets],
        "points": [
            {"status": status(p), "year": p.year, "untilYear": p.until or None,
             "breakdown": p.breakdown, "value": _number(p.value), "low": _number(p.low),
             "high": _number(p.high), "words": p.words, "method": str(p.method),
             "definition": p.definition or None, "vintage": p.vintage,
             "publishedOn": _day(p.published_on), "source": p.source or series.source}
            for p in in_order(series)
        ],
    }  # fmt: skip


def _sheets(dataset: Dataset, dutch: bool) -> list[Sheet]:
    heads = {
        "definitions": ("Reeks|Definitie|Vanaf|Tot en met|Wat geteld is|Toelichting|Bron",
                        "Series|Definition|Since|Until|What is counted|Note|Source"),
        "targets": ("Reeks|Jaar|Doel|In woorden|Wie|Besloten op|Vervangen",
                    "Series|Year|Target|In words|Who|Decided on|Replaced"),
        "about": ("Wat|Inhoud", "What|Content"),
    }  # fmt: skip
    head = {name: tuple(both[not dutch].split("|")) for name, both in heads.items()}
    titles = {name: words.said(dutch) for name, words in _SHEETS.items()}
    return [
        Sheet(titles["figures"], tuple(column.title.said(dutch) for column in COLUMNS),
              tuple(tuple(map(_value, row)) for row in rows(dataset, dutch=dutch)),
              tuple(column.width for column in COLUMNS)),
        Sheet(titles["definitions"], head["definitions"], _definitions(dataset, dutch),
              (20, 10, 10, 10, 60, 40, 40)),
        Sheet(titles["targets"], head["targets"], _targets(dataset, dutch),
              (20, 8, 12, 30, 30, 14, 12)),
        Sheet(titles["about"], head["about"], tuple(about(dataset, dutch=dutch)), (22, 90)),
    ]  # fmt: skip


def _definitions(dataset: Dataset, dutch: bool) -> tuple[tuple[Value, ...], ...]:
    return tuple(
        (series.code, each.version, each.since or None, each.until or None, each.words.said(dutch),
         each.note.said(dutch), each.source)
        for series in dataset.series for each in series.definitions
    )  # fmt: skip


def _targets(dataset: Dataset, dutch: bool) -> tuple[tuple[Value, ...], ...]:
    yes = "ja" if dutch else "yes"
    return tuple(
        (series.code, each.year, each.value, each.words, each.set_by, _day(each.decided_on),
         yes if each.replaced else "")
        for series in dataset.series for each in series.targets
    )  # fmt: skip


def _notes(dataset: Dataset, dutch: bool) -> list[tuple[str, str]]:
    """About the file, and what each definition counts."""
    word = "definitie" if dutch else "definition"
    counted = [
        (f"{series.code}, {word} {each.version}", each.words.said(dutch))
        for series in dataset.series for each in series.definitions
    ]  # fmt: skip
    return [*about(dataset, dutch=dutch), *counted]


def _csv_column(name: str) -> dict[str, Any]:
    column = next(each for each in COLUMNS if each.name == name)
    return {
        "name": column.name,
        "titles": {"und": column.name},
        "dc:description": {"nl": column.title.nl, "en": column.title.en},
        "datatype": column.kind,
        "required": column.name in ("series", "period", "year", "status"),
    }


def _definition(each: Definition, dutch: bool) -> Mapping[str, Any]:
    return {"version": each.version, "since": each.since or None,
            "until": each.until or None, "words": each.words.said(dutch),
            "note": each.note.said(dutch), "source": each.source}  # fmt: skip


def _target(each: Target) -> Mapping[str, Any]:
    return {"year": each.year, "value": _number(each.value), "words": each.words,
            "setBy": each.set_by, "decidedOn": _day(each.decided_on),
            "replaced": each.replaced}  # fmt: skip


def _plain(cell: Cell) -> str:
    """A field of CSV: words that no spreadsheet runs, numbers with a point, days as ISO."""
    if isinstance(cell, str):
        return plain_cell(cell)
    return f"{cell:f}" if isinstance(cell, Decimal) else "" if cell is None else str(cell)


def _value(cell: Cell) -> Value:
    return cell.isoformat() if isinstance(cell, date) else cell


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _json(form: Mapping[str, Any]) -> bytes:
    return json.dumps(form, ensure_ascii=False, indent=1).encode() + b"\n"
