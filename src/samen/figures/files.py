"""An indicator as a file: one address for each form, in Dutch, or in English with `?taal=en`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from samen.core.publishing import files
from samen.core.publishing.catalogue import File
from samen.core.publishing.charts import draw_bars, draw_line
from samen.core.publishing.drawn import png
from samen.core.publishing.nouns import Dataset, Words
from samen.figures.series import Told, dataset, grouped

type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]
CSV_METADATA = "csv-metadata.json"
DRAWN = ("svg", "png")
BY = "naar"
"""In an address: the field of which the bars are asked."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of file. kind: its name in the EU's list of file types. is_shown: in a browser."""

    media_type: str
    kind: str
    title: Words
    make: Callable[[Dataset, str, bool], bytes]
    is_shown: bool = False


def _metadata(of: Dataset, base: str, dutch: bool) -> bytes:
    return files.to_csv_metadata(of, address=_address(of.series[0].code, "csv", base), dutch=dutch)


def _svg(of: Dataset, _base: str, dutch: bool) -> bytes:
    return draw_line(of.series[0], dutch=dutch).encode()


FORMS = {
    "csv": Form("text/csv", "CSV", Words("Tabel (CSV)", "Table (CSV)"),
                lambda of, _base, dutch: files.to_csv(of, dutch=dutch)),
    CSV_METADATA: Form("application/csvm+json", "JSON_LD",
                       Words("Wat de kolommen van de CSV zijn (CSV on the Web)",
                             "What the columns of the CSV are (CSV on the Web)"), _metadata, True),
    "xlsx": Form("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX",
                 Words("Werkmap (Excel)", "Workbook (Excel)"),
                 lambda of, _base, dutch: files.to_xlsx(of, dutch=dutch)),
    "ods": Form("application/vnd.oasis.opendocument.spreadsheet", "ODS",
                Words("Werkmap (OpenDocument)", "Workbook (OpenDocument)"),
                lambda of, _base, dutch: files.to_ods(of, dutch=dutch)),
    "json": Form("application/json", "JSON", Words("Alles voor programma's (JSON)",
                                                   "Everything for programs (JSON)"),
                 lambda of, _base, dutch: files.to_json(of, dutch=dutch), True),
    "svg": Form("image/svg+xml", "SVG", Words("Grafiek (SVG)", "Chart (SVG)"), _svg, True),
    "png": Form("image/png", "PNG", Words("Grafiek (PNG)", "Chart (PNG)"),
                lambda of, base, dutch: png(_svg(of, base, dutch).decode()), True),
}  # fmt: skip


def in_asked_language[**P](view: View[P]) -> View[P]:
    """A view whose address says its language: Dutch, or English with `?taal=en`."""

    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        language = "en" if request.GET.get("taal") == "en" else "nl"
        with translation.override(language):
            answer = view(request, *args, **kwargs)
        answer["Content-Language"] = language
        return answer

    return answered


def base_of(request: HttpRequest) -> str:
    """The address of the site as this reader knows it."""
    return request.build_absolute_uri("/")


def as_file(of: Told, form: str, base: str) -> bytes:
    """An indicator in one of FORMS, in the language of the page."""
    dutch = translation.get_language() == "nl"
    return FORMS[form].make(dataset(of, base), base, dutch)


def as_bars(of: Told, field: str, form: str) -> bytes | None:
    """The bars of a field as a drawing; None where nothing was released by it."""
    dutch = translation.get_language() == "nl"
    found = next((each for each in grouped(of.series) if each.field == field), None)
    if found is None or form not in DRAWN:
        return None
    drawing = draw_bars(found.series, found.year, dutch=dutch)
    return png(drawing) if form == "png" else drawing.encode()


def distributions(of: Told, base: str) -> list[File]:
    """The files of an indicator, for a catalogue."""
    return [
        File(_address(of.code, form, base), each.media_type, each.kind, each.title)
        for form, each in FORMS.items()
    ]


def _address(code: str, form: str, base: str) -> str:
    return base.rstrip("/") + reverse("figures:file", args=(code, form))


def headers(code: str, form: str) -> dict[str, str]:
    """What goes with a file: a name to save it under, and that any site may read it."""
    how = "inline" if FORMS[form].is_shown else "attachment"
    said = {
        "Content-Disposition": f'{how}; filename="{code}.{form}"',
        "Access-Control-Allow-Origin": "*",
    }
    if form == "csv":
        said["Link"] = f'<cijfers.{CSV_METADATA}>; rel="describedby"; type="application/csvm+json"'
    return said
