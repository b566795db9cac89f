"""The words for the states of work and for a time that is left."""

from datetime import timedelta

from django import template
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_noop as _

register = template.Library()
STATES = {
    "waiting": _("waiting"),
    "running": _("running"),
    "done": _("done"),
    "failed": _("stopped"),
}


@register.filter
def work_state(state: str) -> str:
    return gettext(STATES.get(state, state))


@register.filter
def in_words(left: timedelta) -> str:
    """A duration as people say it: seconds below a minute, else whole minutes."""
    seconds = max(1, round(left.total_seconds()))
    if seconds < 60:
        return ngettext("%(n)d second", "%(n)d seconds", seconds) % {"n": seconds}
    minutes = round(seconds / 60)
    return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
