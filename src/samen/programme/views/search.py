"""One box over everything in the programme. Asked by POST: somebody may type a name in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samen.accounts.permissions import requires
from samen.programme import queries
from samen.programme.labels import KIND_ADDRESSES


@requires()
@require_http_methods(["GET", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """What was found; a paper's number leads to its page at once. What an address says is not
    looked for: addresses stay in histories and logs."""
    found = queries.search(query=request.POST.get("q", ""))
    if found.exact is not None:
        kind = KIND_ADDRESSES[found.exact.kind]
        return redirect(reverse("programme:entry", args=[kind, found.exact.id]))
    return render(request, "programme/search.html", {"found": found})
