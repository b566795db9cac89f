"""The forms with which a field of a registration is corrected by hand: first which, then how."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samen.core.registration.fields import Field
from samen.core.registration.problems import Language
from samen.core.terms import ValueForm, ValueState
from samen.register.access_values import value_lines
from samen.register.corrections import correctable, corrected
from samen.register.forms_of_typing import WHY_NOT, as_asked
from samen.register.models import Registration
from samen.register.templatetags.register_terms import YES_NO, field_name
from samen.register.typed_rows import WRITTEN

CHOSEN = "veld"
"""In the address: the field that is corrected, never what it says."""


class FieldForm(forms.Form):
    """Which field is corrected; each with what it says now."""

    veld = forms.ChoiceField(label=_("Field"))

    def __init__(self, data: Mapping[str, Any] | None = None, *, row: Registration) -> None:
        super().__init__(data)
        field = self.fields[CHOSEN]
        if isinstance(field, forms.ChoiceField):
            names = ((name, now(row, name)) for name in correctable())
            field.choices = [("", "–"), *names]


class CorrectionForm(forms.Form):
    """What a field has to say, asked as where a registration is typed: a list as its answers."""

    def __init__(
        self, data: QueryDict | None = None, *, row: Registration, name: str, today: date
    ) -> None:
        field, said = correctable()[name], row.said.get(name, {})
        super().__init__(data, initial=_initial(field, said))
        self._row, self._today, self._name = row, today, name
        self.changes: dict[str, Any] = {}
        self.fields["value"] = as_asked(field)
        self.fields["value"].label = capfirst(field_name(name))
        if not _is_list(field):
            self.fields["why"] = forms.ChoiceField(
                label=_("Why there is no answer"), choices=WHY_NOT, required=False
            )

    def clean(self) -> dict[str, Any]:
        """What changes; in words why it may not."""
        given = super().clean() or {}
        if "value" not in given:
            return given
        value, why = given["value"], given.get("why", "")
        cell = ";".join(value) if isinstance(value, list) else value
        if cell and why and {"value", "why"} <= set(self.changed_data):
            self.add_error("value", _("There is an answer, and beside it that there is none. Empty "
                                      "one of the two."))  # fmt: skip
        elif not (cell or why):
            self.add_error("value", _("Give an answer, or choose why there is none."))
        else:
            # Of the two, what stood there already gives way.
            self._correct(cell if not why or (cell and "value" in self.changed_data) else why)
        return given

    def _correct(self, cell: str) -> None:
        language: Language = "nl" if get_language() == "nl" else "en"
        self.changes, errors = corrected(self._row, self._name, cell, today=self._today)
        for name, fault in errors:
            told = field_name(name or self._name)
            self.add_error("value", f"{told}: {fault.sentence(language, of_typed=True)}")
        if not errors and not self.changes:
            self.add_error("value", _("It says so already."))


def now(row: Registration, name: str) -> str:
    """What a field is called, with what it says now."""
    says = dict(value_lines({name: row.said[name]} if name in row.said else {}))
    return ": ".join([field_name(name), *says.values()])


def _initial(field: Field, said: Mapping[str, str]) -> dict[str, object]:
    """What stands in the form at first: what the field says, as it is typed."""
    state = ValueState(said.get("state", ValueState.NOT_ASKED))
    if not said or state is not ValueState.KNOWN:
        written = WRITTEN[state] if said else ""
        return {"value" if _is_list(field) else "why": written}
    value = said["value"]
    if field.form is ValueForm.DATE:
        return {"value": "-".join(reversed(value.split("-")))}
    if field.form is ValueForm.YES_NO:
        return {"value": YES_NO[value][0] if value in YES_NO else ""}
    codes = field.codes.codes
    if not codes:
        return {"value": value}
    words = [codes[code].nl for code in value.split(";") if code in codes]
    is_several = isinstance(as_asked(field), forms.MultipleChoiceField)
    return {"value": words if is_several else ";".join(words)}


def _is_list(field: Field) -> bool:
    """Whether the field is a list of one answer, which has the reasons for none among its own."""
    return field.form in (ValueForm.CODE, ValueForm.YES_NO)
