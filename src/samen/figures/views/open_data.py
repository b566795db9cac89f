"""What others build on: an indicator as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from samen.figures.files import FORMS, as_file, base_of, headers, in_asked_language
from samen.figures.kept import kept
from samen.figures.series import told


@require_GET
@kept
@in_asked_language
def file(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """An indicator as a file."""
    found = told(code) if form in FORMS else None
    if found is None:
        raise Http404
    return HttpResponse(
        as_file(found, form, base_of(request)), content_type=FORMS[form].media_type,
        headers=headers(code, form),
    )  # fmt: skip
