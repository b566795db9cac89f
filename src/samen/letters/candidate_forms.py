"""The forms of the review: a file, the date of a letter, and the fields of a candidate."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samen.core.terms import CandidateKind
from samen.letters.labels import CHOICES, FIELDS, KINDS
from samen.letters.models import Candidate
from samen.letters.typed import Visible

K = CandidateKind
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class UploadForm(forms.Form):
    """A letter that is to be read."""

    file = forms.FileField(
        label=_("The letter"),
        help_text=_("Word, PDF, web page, OpenDocument or plain text, at most 50 MB."),
    )


class DateForm(forms.Form):
    """The date of a letter in which none was found."""

    on = forms.DateField(label=_("Date of the letter"), widget=DAY)


class BatchForm(forms.Form):
    """Which candidates are taken over together."""

    kind = forms.ChoiceField(label=_("Kind"), choices=list(KINDS.items()))
    least = forms.FloatField(min_value=0, max_value=1, widget=forms.HiddenInput)


class Names(Visible):
    """Names, one a line; given and returned as a list."""

    widget = forms.Textarea(attrs={"rows": 2})

    def prepare_value(self, value: object) -> object:
        return "\n".join(map(str, value)) if isinstance(value, list | tuple) else value

    def clean(self, value: object) -> list[str]:
        return _lines(str(super().clean(value)))

    def has_changed(self, initial: object, data: object) -> bool:
        before = [str(name) for name in initial] if isinstance(initial, list) else []
        return _lines(str(data or "")) != before


def _lines(text: str) -> list[str]:
    return [name for line in text.splitlines() if (name := " ".join(line.split()))]


class Day(forms.DateField):
    """A day; what was read of it is an ISO string."""

    def has_changed(self, initial: object, data: object) -> bool:
        return super().has_changed(self.to_python(str(initial or "")), data)


class Flag(forms.BooleanField):
    """Yes or no."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{**given, "required": False})


def _short(**given: Any) -> forms.Field:
    return Visible(max_length=300, **given)


def _long(**given: Any) -> forms.Field:
    return Visible(max_length=5000, widget=forms.Textarea(attrs={"rows": 3}), **given)


def _day(**given: Any) -> forms.Field:
    return Day(widget=DAY, **given)


def _year(**given: Any) -> forms.Field:
    return forms.IntegerField(min_value=1800, max_value=2200, **given)


def _number(**given: Any) -> forms.Field:
    return forms.DecimalField(max_digits=18, decimal_places=4, localize=True, **given)


def _choice(name: str) -> Callable[..., forms.Field]:
    def make(**given: Any) -> forms.Field:
        choices = [("", "–"), *CHOICES[name].items()]
        return forms.ChoiceField(choices=choices, **given)

    return make


FIELDS_OF: Mapping[str, Mapping[str, Callable[..., forms.Field]]] = {
    K.THEME: {"name": _short},
    K.ACTION: {
        "what": _long, "owners": Names, "status": _choice("action"), "due": _day, "theme": _short,
    },
    K.COMMITMENT: {
        "about": _long, "by": _short, "to": _short, "status": _choice("commitment"), "due": _day,
        "theme": _short,
    },
    K.MOTION: {
        "movers": Names, "cum_suis": Flag, "dossier": _short, "suffix": _short, "number": _short,
        "tabled": _day, "status": _choice("motion"), "theme": _short,
    },
    K.INDICATOR: {
        "name": _short, "year": _year, "value": _number, "words": _short,
        "value_kind": _choice("value_kind"), "unit": _short, "theme": _short,
    },
    K.QUANTITY: {
        "value": _number, "low": _number, "high": _number, "unit": _short, "year": _year,
        "words": _short,
    },
    K.AMOUNT: {
        "value_eur": _number, "from": _year, "until": _year,
        "recurrence": _choice("recurrence"), "funded": _choice("funded"), "theme": _short,
    },
    K.LEGAL: {"name": _short, "regime": _short, "article": _short, "version": _short},
    K.PARLIAMENTARY_REF: {
        "dossier": _short, "suffix": _short, "number": _short, "session_year": _short,
    },
    K.PUBLICATION: {"name": _short, "theme": _short},
    K.ORGANISATION: {"name": _short, "type": _choice("organisation")},
    K.PERSON: {"name": _short, "role": _short},
    K.PROGRAMME: {"name": _short},
    K.REGION: {"name": _short, "type": _choice("region")},
    K.DATE: {"earliest": _day, "latest": _day},
    K.FOOTNOTE: {"text": _long},
}  # fmt: skip
"""The fields of each kind that a reviewer may mend."""


class CandidateForm(forms.Form):
    """The fields of one candidate, as they were read."""

    def __init__(self, candidate: Candidate, data: Any = None) -> None:
        self.candidate = candidate
        self.given = {**candidate.detail, "theme": candidate.theme}
        initial = {name: self.given.get(name) for name in FIELDS_OF[candidate.kind]}
        super().__init__(data, initial=initial)
        for name, make in FIELDS_OF[candidate.kind].items():
            self.fields[name] = make(label=FIELDS[name], required=False)

    @property
    def first_field(self) -> str:
        """The name of the first field on the page, for the key that goes there."""
        return self[next(iter(self.fields))].id_for_label

    def edited(self) -> dict[str, Any]:
        """The fields that were changed, ready to be stored. Only after `is_valid`."""
        return {name: _stored(self.cleaned_data[name], self.given.get(name))
                for name in self.changed_data}  # fmt: skip


def _stored(value: Any, before: Any) -> Any:
    """A value as a candidate keeps it: days as ISO strings, numbers as numbers."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if value in (None, ""):
        return "" if isinstance(before, str) else None
    return value
