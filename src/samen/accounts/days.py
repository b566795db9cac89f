"""The days that the register holds: a year outside them is a slip of the keys."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2100, 12, 31)


def is_held(day: date) -> bool:
    """Whether the register can hold a day; a moment counts as its day."""
    return FIRST_DAY.year <= day.year <= LAST_DAY.year


def refuse_far(*days: date | None) -> None:
    """Raise BadInput for a day that the register cannot hold; None is no day."""
    for day in days:
        if day is not None and not is_held(day):
            raise BadInput(
                _("The year {year} is too far away."),
                _("Dates lie from 1900 to 2100."),
                _("Change the year."),
                year=day.year,
            )


def validate_held(day: date) -> None:
    """Raise ValidationError, for a form, for a day that the register cannot hold."""
    if not is_held(day):
        raise ValidationError(gettext("Dates lie from 1900 to 2100."))
