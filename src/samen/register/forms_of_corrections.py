"""The form with which a field of a registration is corrected by hand."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samen.core.registration.problems import Language
from samen.register.access_values import value_lines
from samen.register.corrections import correctable, corrected
from samen.register.models import Registration
from samen.register.templatetags.register_terms import field_name


class CorrectionForm(forms.Form):
    """Which field says what now."""

    field = forms.ChoiceField(label=_("Field"))
    value = forms.CharField(
        label=_("What it has to be"), max_length=4000,
        help_text=_("As in a file of a partner: a word of the list, a date as 17-05-1988. Write "
                    "onbekend where it is not known, geweigerd where it was refused, niet gevraagd "
                    "where it was not asked."),
    )  # fmt: skip

    def __init__(self, data: QueryDict | None = None, *, row: Registration, today: date) -> None:
        super().__init__(data)
        self._row, self._today = row, today
        self.changes: dict[str, Any] = {}
        language: Language = "nl" if get_language() == "nl" else "en"
        self._language = language
        field = self.fields["field"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "–"), *((name, self._now(name)) for name in correctable())]

    def _now(self, name: str) -> str:
        """What a field is called, with what it says now."""
        says = dict(value_lines({name: self._row.said[name]} if name in self._row.said else {}))
        return ": ".join([field_name(name), *says.values()])

    def clean(self) -> dict[str, Any]:
        """What changes; in words why it may not."""
        given = super().clean() or {}
        if "field" not in given or "value" not in given:
            return given
        self.changes, errors = corrected(
            self._row, given["field"], given["value"], today=self._today
        )
        for name, fault in errors:
            told = field_name(name) if name else self.fields["value"].label
            self.add_error("value", f"{told}: {fault.sentence(self._language, of_typed=True)}")
        if not errors and not self.changes:
            self.add_error("value", _("It says so already."))
        return given
