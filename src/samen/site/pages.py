"""The pages that belong to no room: home, language, keys, health, and the error pages."""

import logging
from http import HTTPStatus

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

import samen
from samen.accounts import queries as accounts
from samen.accounts.permissions import public, roles_today
from samen.core.terms import LetterState, Role
from samen.letters.queries import review as letters
from samen.letters.queries.writing import desk, letters_out
from samen.programme import queries as programme
from samen.purposes.queries import memberships_of, to_decide
from samen.site.demo_day import demo_day
from samen.site.middleware import META_NAME
from samen.site.waiting import waiting
from samen.work import clock
from samen.work import queries as work

app_name = "site"
log = logging.getLogger(__name__)
MOST_SHOWN = 5
ROBOTS = """User-agent: *
Allow: /cijfers/
Disallow: /cijfers/maken/
Disallow: /
Sitemap: {sitemap}
"""


@public
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The first page: what this is; for who is signed in, what is due and what waits for them."""
    roles = roles_today(request)
    given: dict[str, object] = {
        "work": work.latest(request.user.pk) if request.user.is_authenticated else []
    }
    if request.user.is_authenticated:
        given |= _in_processings(request)
    if roles:
        given |= _due(request, roles)
    if Role.PROGRAMME_TEAM in roles:
        given |= _to_decide()
    if Role.APPROVER in roles:
        given |= _to_freeze()
    return render(request, "site/home.html", given)


def _in_processings(request: HttpRequest) -> dict[str, object]:
    """What waits in the processings in which somebody takes part, and what to approve of them."""
    user, today = request.user.pk or 0, clock.today()
    parts = memberships_of(user, on=today)
    named = parts.order_by("processing__name").values_list("processing__name", flat=True)
    return {
        "parts": parts.count(),
        "processings": named.distinct(),
        "waiting": waiting(user, on=today, request=str(request.META.get(META_NAME, ""))),
        "resolutions": to_decide(user, on=today),
    }


def _due(request: HttpRequest, roles: frozenset[Role]) -> dict[str, object]:
    """Terms that passed or end soon; who only owns actions sees those of their organisation."""
    is_owner = Role.ACTION_OWNER in roles and Role.PROGRAMME_TEAM not in roles
    person = accounts.person(request.user.pk or 0) if is_owner else None
    organisation = person.organisation if person else None
    today = clock.today()
    return {
        "terms": programme.terms(on=today, organisation=organisation.pk if organisation else None),
        "of_organisation": organisation,
        "today": today,
        "most": MOST_SHOWN,
    }


def _to_decide() -> dict[str, object]:
    """What the programme team decides: rounds, evidence, candidates, letters on the desk."""
    read = [letter for letter in letters.letters() if getattr(letter, "total", 0)]
    return {
        "decides": True,
        "rounds_running": programme.running_rounds(),
        "evidence": programme.proposed_evidence(),
        "in_review": [one for one in read if getattr(one, "decided", 0) < getattr(one, "total", 0)],
        "drafts": [one for one in letters_out() if one.state == LetterState.DRAFT],
    }


def _to_freeze() -> dict[str, object]:
    """What the approver decides: the letters on the desk that no check holds back."""
    drafts = [one for one in letters_out() if one.state == LetterState.DRAFT]
    return {"decides": True, "to_freeze": [one for one in drafts if not desk(one).blocking]}


@csrf_exempt
@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remember the language that a reader chose, and go back to where they were.

    Nothing is at stake, and a page without a cookie can be kept and shared.
    """
    chosen = request.POST.get("language", "")
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=365 * 24 * 3600,
            samesite="Lax",
            secure=settings.BEHIND_TLS,
            httponly=True,
        )
    return response


@public
@require_GET
def keys(request: HttpRequest) -> HttpResponse:
    """Every key of the keyboard that does something."""
    return render(request, "site/keys.html")


@public
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Whether the database answers, and which version this is; 503 when it does not.

    A page for people, which asks nothing of the database; JSON for what watches the site.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
        answers = True
    except Error:
        answers = False
    status = HTTPStatus.OK if answers else HTTPStatus.SERVICE_UNAVAILABLE
    told = {"database": answers, "version": samen.__version__}
    if request.get_preferred_type(["application/json", "text/html"]) != "text/html":
        return JsonResponse(told, status=status)
    words = told | {"language": get_language()}
    page = render(None, "site/health.html", words, status=status)
    patch_vary_headers(page, ["Accept", "Cookie"])
    return page


@public
@require_GET
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri(reverse("open_data:sitemap"))
    return HttpResponse(ROBOTS.format(sitemap=sitemap), content_type="text/plain")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _in_words(request, "400.html", HTTPStatus.BAD_REQUEST, exception)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _in_words(request, "403.html", HTTPStatus.FORBIDDEN, exception)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _in_words(request, "404.html", HTTPStatus.NOT_FOUND, exception)


def _in_words(
    request: HttpRequest, template: str, status: HTTPStatus, exception: Exception
) -> HttpResponse:
    log.info("%s: %s", status.value, type(exception).__name__)
    return render(request, template, status=status)


def stale_form(request: HttpRequest, **_why: str) -> HttpResponse:
    """The page for a form that was open too long, or that came from elsewhere."""
    return render(request, "403_csrf.html", status=HTTPStatus.FORBIDDEN)


def broken(request: HttpRequest) -> HttpResponse:
    """The page for a fault of ours. It asks nothing of the database."""
    given = {"request_id": request.META.get(META_NAME, "")}
    return HttpResponse(
        render(None, "500.html", given).content, status=HTTPStatus.INTERNAL_SERVER_ERROR
    )


urlpatterns = [
    path("", home, name="home"),
    path("taal", language, name="language"),
    path("toetsen", keys, name="keys"),
    path("gezond", health, name="health"),
    path("demo/dag", demo_day, name="demo_day"),
    path("robots.txt", robots, name="robots"),
]
