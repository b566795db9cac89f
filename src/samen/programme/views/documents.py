"""One paper: what it says of the programme, and its text with those passages marked."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samen.programme import queries
from samen.programme.passages import Marked, marked_lines, place_of
from samen.programme.views.common import number_in
from samen.work import clock


def document_page(request: HttpRequest, number: int) -> HttpResponse:
    """A paper whose lines have addresses (#regel-12); `passage` in the address is lit up."""
    document = queries.document_with(document=number)
    if document is None:
        raise Http404
    given = {
        "document": document,
        "told": queries.entries_of_document(document=number, on=clock.today()),
        "lines": marked_lines(document.text, _marks(number, document.text)),
        "passages": queries.passages_of_document(document=number),
        "lit": number_in(request.GET, "passage"),
    }
    return render(request, "programme/document.html", given)


def _marks(number: int, text: str) -> list[Marked]:
    marks = {}
    for row in queries.passages_of_document(document=number):
        place = place_of(text, row.quote, row.start, row.end, row.lines)
        if place is not None:
            marks[row.passage] = Marked(row.passage, place.start, place.end)
    return list(marks.values())
