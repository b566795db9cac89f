"""Lists of entries as files that people keep: CSV, workbook, JSON, calendar."""

import json
from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from icalendar import Calendar, Event

from samen.core.workflow import DUE_ENDS
from samen.programme.labels import KIND_ADDRESSES, label
from samen.programme.sheets import Cells, as_csv, as_workbook
from samen.programme.values import EntryState

_BYTE_ORDER_MARK = "\ufeff"
"""Makes Excel read a CSV as UTF-8."""


_HEAD = (
    _("Number"), _("Kind"), _("Paper"), _("What it is about"), _("Theme"), _("Owners"),
    _("Status"), _("Since"), _("Term"), _("Term in words"), _("What happened"), _("Source"),
    _("Line"),
)  # fmt: skip


def _head() -> list[str]:
    return [gettext(word) for word in _HEAD]


def _row(state: EntryState) -> Cells:
    source = state.source
    return (
        state.id,
        label("kind", state.kind),
        state.paper_id,
        state.title,
        state.theme,
        "; ".join(state.owners),
        label("status", state.status) if state.status else "",
        state.status_on,
        state.due,
        state.due_words,
        state.note,
        source.title if source else "",
        source.line if source else None,
    )


def as_csv_list(states: Iterable[EntryState]) -> str:
    """A list as CSV."""
    return _BYTE_ORDER_MARK + as_csv(_head(), [_row(state) for state in states])


def as_xlsx_list(states: Iterable[EntryState]) -> bytes:
    """A list as a workbook."""
    return as_workbook([(gettext("Programme"), _head(), [_row(state) for state in states])])


def as_json_list(states: Iterable[EntryState]) -> str:
    """A list as JSON, with the stored words."""
    rows = [
        {
            "id": state.id,
            "kind": state.kind,
            "paper": state.paper_id,
            "title": state.title,
            "theme": state.theme,
            "owners": list(state.owners),
            "status": state.status,
            "since": _iso(state.status_on),
            "due": _iso(state.due),
            "due_words": state.due_words,
            "note": state.note,
        }
        for state in states
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_calendar(states: Iterable[EntryState], *, now: datetime, root: str) -> bytes:
    """The terms of what is open, each a day in a calendar. root: the site's address.

    A day without an end is a whole day (RFC 5545, 3.6.1).
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Samen//Termijnen//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", gettext("Terms of the programme"))
    for state in states:
        if state.due is None or state.status in DUE_ENDS:
            continue
        event = Event()
        event.add("uid", f"entry-{state.id}@samen")
        event.add("dtstamp", now)
        event.add("dtstart", state.due)
        event.add("summary", f"{label('kind', state.kind)}: {state.title[:200]}")
        told = (label("kind", state.kind), state.theme, "; ".join(state.owners))
        event.add("description", " · ".join(filter(None, told)))
        event.add("url", f"{root}/programma/{KIND_ADDRESSES[state.kind]}/{state.id}/")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
