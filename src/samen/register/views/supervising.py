"""Pages for the privacy officer: who looked at what and why, and which days are unusual."""

from datetime import date, datetime, time, timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samen.purposes.inside import Purpose
from samen.purposes.queries import last_changes, parts_of
from samen.register import queries_of_keeping as queries
from samen.register.forms_of_keeping import DayForm, NumberForm
from samen.register.unusual import Member, MembersDay, days_of
from samen.register.views.common import OFFICERS, in_trace, require, shown

WEEK, BEFORE = 7, 28
PAGE_SIZE = 200


@require_GET
@in_trace
def days(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Each member's day of looks, with in words what is unusual about it."""
    require(purpose, OFFICERS)
    last = min(purpose.day, purpose.membership.processing.end or purpose.day)
    asked = DayForm(request.GET or {"since": last - timedelta(days=WEEK - 1)})
    if not asked.is_valid():
        return shown(request, purpose, "register/supervision.html", HTTPStatus.BAD_REQUEST,
                     form=asked, number_form=NumberForm())  # fmt: skip
    since = asked.cleaned_data["since"]
    return shown(
        request, purpose, "register/supervision.html", form=asked, number_form=NumberForm(),
        page=_page(request, _days(purpose, since)), query=urlencode({"since": since.isoformat()}),
    )  # fmt: skip


def _days(purpose: Purpose, since: date) -> list[dict[str, Any]]:
    parts = {part.pk: part for part in parts_of(purpose.membership.processing_id)}
    changed = last_changes(parts)
    members = {
        pk: Member(part.organisation_id, part.end, changed.get(pk)) for pk, part in parts.items()
    }
    looks = queries.looks(purpose, since=_midnight(since - timedelta(days=BEFORE)))
    colleagues = {} if purpose.has_ended else queries.of_colleagues(purpose)
    found = days_of(looks, members, colleagues, since=since)
    return [{"day": each, "part": parts.get(each.membership), "remarks": _words(each)}
            for each in found]  # fmt: skip


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _words(day: MembersDay) -> list[str]:
    return [gettext(each.sentence).format(**each.values) for each in day.remarks()]


@require_GET
@in_trace
def one(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Who looked at one registration, when, as what, and on what ground."""
    require(purpose, OFFICERS)
    form = NumberForm(request.GET)
    if not form.is_valid():
        return shown(request, purpose, "register/who_looked.html", HTTPStatus.BAD_REQUEST,
                     form=form)  # fmt: skip
    parts = {part.pk: part for part in parts_of(purpose.membership.processing_id)}
    number = form.cleaned_data["number"]
    looks = [{"entry": entry, "part": parts.get(entry.membership)}
             for entry in queries.looks_at(purpose, [number])]  # fmt: skip
    return shown(request, purpose, "register/who_looked.html", form=form,
                 page=_page(request, looks), query=urlencode({"number": number}))  # fmt: skip


def _page(request: HttpRequest, rows: list[dict[str, Any]]) -> Page[dict[str, Any]]:
    return Paginator(rows, PAGE_SIZE).get_page(request.GET.get("pagina"))
