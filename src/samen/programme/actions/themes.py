"""A theme goes up in another one, and is parted from it again."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop as _

from samen.core.errors import Conflict, Refused
from samen.programme.actions.documents import restore_theme, withdraw_theme
from samen.programme.models import Entry, Theme
from samen.programme.queries.states import themes_under


@dataclass(frozen=True, slots=True)
class MovedOver:
    """What a merge of themes moved: the entries, and the themes that stood under it."""

    entries: tuple[int, ...]
    themes: tuple[int, ...]


@transaction.atomic
def merge_themes(*, theme: int, into: int, reason: str, now: datetime) -> MovedOver:
    """Move what a theme holds to another theme and withdraw it; the trail keeps each move."""
    standing = Theme.objects.select_for_update().filter(withdrawn_at__isnull=True)
    rows = {row.pk: row for row in standing.filter(pk__in=(theme, into)).order_by("pk")}
    if theme == into:
        raise Refused(_("A theme cannot be merged into itself."), "", _("Choose another theme."))
    if len(rows) < 2:
        raise Conflict(_("This theme is not in the lists."), "", _("Look at the themes again."))
    if into in themes_under(theme):
        raise Refused(
            _("“{into}” stands under “{theme}”."),
            _("A theme goes up in one beside it or above it."),
            _("Merge the other way round."),
            into=rows[into].name,
            theme=rows[theme].name,
        )
    moved = MovedOver(
        tuple(Entry.objects.filter(theme=theme).values_list("pk", flat=True)),
        tuple(Theme.objects.filter(parent=theme).values_list("pk", flat=True)),
    )
    _move(moved, theme, into)
    withdraw_theme(theme=theme, reason=reason, now=now)
    return moved


@transaction.atomic
def part_themes(*, theme: int, into: int, moved: MovedOver) -> None:
    """Undo a merge: the theme stands again with what was moved and was not moved on since."""
    restore_theme(theme=theme)
    _move(moved, into, theme)


def _move(what: MovedOver, from_theme: int, to_theme: int) -> None:
    Entry.objects.filter(pk__in=what.entries, theme=from_theme).update(theme=to_theme)
    Theme.objects.filter(pk__in=what.themes, parent=from_theme).update(parent=to_theme)
