"""Pages for the privacy officer: who looked at what and why, and which days are unusual."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

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
    """Who looked at one registration: a line for each member and day, which leads to the looks."""
    require(purpose, OFFICERS)
    form = NumberForm(request.GET)
    if not form.is_valid():
        return shown(request, purpose, "register/who_looked.html", HTTPStatus.BAD_REQUEST,
                     form=form)  # fmt: skip
    number = form.cleaned_data["number"]
    rows = _by_day(purpose, queries.looks_at(purpose, [number]))
    return shown(request, purpose, "register/who_looked.html", form=form, number=number,
                 page=_page(request, rows), query=urlencode({"number": number}))  # fmt: skip


def _by_day(purpose: Purpose, looks: list[Any]) -> list[dict[str, Any]]:
    """The looks of each member on each day together, latest first, with how often each act."""
    parts = {part.pk: part for part in parts_of(purpose.membership.processing_id)}
    found: dict[tuple[date, UUID], list[Any]] = {}
    for each in looks:
        found.setdefault((timezone.localdate(each.at), each.membership), []).append(each)
    return [
        {
            "day": day, "membership": membership, "part": parts.get(membership),
            "by": done[0].user, "looks": len(done),
            "acts": list(Counter(each.act for each in done).items()),
            "grounds": list(dict.fromkeys(each.ground for each in done)),
            "fields": [name for each in done for name in each.fields],
        }
        for (day, membership), done in found.items()
    ]  # fmt: skip


@require_GET
@in_trace
def one_day(request: HttpRequest, purpose: Purpose, member: UUID, day: str) -> HttpResponse:
    """The looks of one member on one day, each with its moment; of one registration only where
    its number is asked for. At whom the others were, the log knows by pseudonyms."""
    require(purpose, OFFICERS)
    form, asked = NumberForm(request.GET), DayForm({"since": day})
    if not asked.is_valid() or (request.GET.get("number") and not form.is_valid()):
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    on = asked.cleaned_data["since"]
    number = form.cleaned_data["number"] if form.is_valid() else None
    looks = (queries.looks_at(purpose, [number]) if number
             else queries.looks_on(purpose, membership=member, day=on))  # fmt: skip
    found = [each for each in looks
             if each.membership == member and timezone.localdate(each.at) == on]  # fmt: skip
    part = next((each for each in parts_of(purpose.membership.processing_id)
                 if each.pk == member), None)  # fmt: skip
    return shown(
        request, purpose, "register/looks_of_day.html", day=on, of=part, number=number,
        member=member,
        by=found[0].user if found else 0, page=_page(request, found),
        query=urlencode({"number": number}) if number else "",
    )  # fmt: skip


def _page[Row](request: HttpRequest, rows: Sequence[Row]) -> Page[Row]:
    return Paginator(rows, PAGE_SIZE).get_page(request.GET.get("pagina"))
