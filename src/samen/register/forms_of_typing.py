"""The form with which one registration is typed: the fields of a file's columns, in groups.

What a field of the form gives is written as a cell of a file is, and is checked as one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samen.core.registration.fields import Field
from samen.core.registration.own_law import laws_said
from samen.core.registration.problems import Language
from samen.core.terms import Ground, RegistrationKind, ValueForm
from samen.register.known_fields import fields
from samen.register.labels import KINDS, REGIMES, STATES
from samen.register.templatetags.register_terms import YES_NO, field_name
from samen.register.typed_rows import WRITTEN, TypedRow, typed_row

COUNTRY, COUNTRIES = "country", "landen"
"""The list of countries, and how a page calls it: several are typed, with the list to help."""
PARTS = frozenset({"family_name_prefix", "initials", "partner_name", "alias", "house_number",
                   "house_number_addition"})  # fmt: skip
"""What goes with another field, which says why it is not known."""
ASKED = ("person", "origin", "address", "victim", "suspect")
"""What fields are about that a person was asked for, or refused to tell."""
WHY_NOT = [("", _("or why not …")),
           *((WRITTEN[state], STATES[state]) for state in WRITTEN)]  # fmt: skip
NO_ANSWER = (_("no answer"), WHY_NOT[1:])
HELP = {
    "source_id": _("The number by which your organisation knows this registration."),
    "nationality": _("More than one with ; between."),
    "exploitation_country": _("More than one with ; between."),
    "shelter_address": _("It is sealed; only your team can look at it, on a page of its own."),
}
DATES = _("As exact as it is known: 2021, 05-2021 or 17-05-2021.")
KEYBOARDS = {ValueForm.PHONE: "tel", ValueForm.EMAIL: "email", ValueForm.NUMBER: "numeric"}


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, the fields that are often filled in, and those that fold away below them."""

    title: Promise
    first: tuple[str, ...]
    more: tuple[str, ...]


GROUPS = (
    Group(_("The registration"), ("source_id", "registration_date", "consent"),
          ("reporting_organisation", "case_number")),
    Group(_("The person"),
          ("given_names", "family_name_prefix", "family_name", "birth_date", "sex", "nationality"),
          ("initials", "partner_name", "alias", "age", "birth_country", "birth_place",
           "marital_status", "children", "language", "deceased", "document_kind",
           "document_number", "bank_account")),
    Group(_("Address and contact"),
          ("street", "house_number", "house_number_addition", "postcode", "city", "phone", "email",
           "shelter_address"), ("municipality", "country")),
    Group(_("Exploitation and what happened"),
          ("exploitation", "exploitation_start", "exploitation_end", "exploitation_city",
           "shelter_needed", "reflection_period", "complaint_filed", "note"),
          ("victim_status", "status_decided_by", "sexual_exploitation", "sector", "recruitment",
           "control", "vulnerabilities", "relation_to_trafficker", "age_when_exploited",
           "exploitation_country", "suspect_role")),
    Group(_("Work, organisation and vehicle"), (),
          ("employer", "organisation_name", "organisation_kind", "chamber_number",
           "licence_plate")),
)  # fmt: skip
NAMES = tuple(name for group in GROUPS for name in (*group.first, *group.more))
"""All fields but the kind, which is chosen on top, and whole names, which are typed in parts."""


class TypingForm(forms.Form):
    """One registration. What is wrong is told at its field, in the sentences of a file."""

    kind = forms.ChoiceField(label=_("What the registration is of"), choices=list(KINDS.items()))

    def __init__(self, data: QueryDict | None = None, *, today: date, ground: Ground) -> None:
        super().__init__(data, initial={"kind": RegistrationKind.VICTIM})
        self._today, self._ground = today, ground
        self.other_laws: list[Promise] = []
        self.row: TypedRow | None = None
        for name in NAMES:
            field = fields()[name]
            self.fields[name] = as_asked(field)
            if _has_state_beside(field):
                label = _("{field}: why there is no answer").format(
                    field=capfirst(field_name(name))
                )
                self.fields[_of_state(name)] = forms.ChoiceField(
                    label=label, choices=WHY_NOT, required=False
                )
        self.fields["provided"] = forms.BooleanField(
            label=_("They were provided for this purpose, under an article of that law"),
            required=False,
        )  # fmt: skip

    def groups(self) -> Iterator[dict[str, Any]]:
        """Each group for the page, with its fields and what stands beside them; what folds away
        is open where something stands in it or is wrong with it."""
        for group in GROUPS:
            more = [self._shown(name) for name in group.more]
            yield {
                "title": group.title,
                "first": [self._shown(name) for name in group.first],
                "more": more,
                "is_open": any(
                    each.value() or each.errors for pair in more for each in pair if each
                ),
            }

    def _shown(self, name: str) -> tuple[BoundField, BoundField | None]:
        state = _of_state(name)
        return self[name], self[state] if state in self.fields else None

    def clean(self) -> dict[str, Any]:
        """The row as it is checked; in words what is wrong with it."""
        given = super().clean() or {}
        cells = {name: said for name in NAMES if (said := self._cell(given, name))}
        if not cells:
            if not self.errors:
                self.add_error(None, _("Nothing is filled in. Fill in what is known."))
            return given
        row = typed_row(cells, today=self._today, ground=self._ground)
        for name, fault in row.faults(refusing=True):
            self.add_error(name, fault.sentence(_language(), of_typed=True))
        laws = laws_said(row.checked.batch) - {self._ground.regime}
        self.other_laws = [REGIMES[law] for law in sorted(laws)]
        if laws and not given["provided"]:
            self.add_error("provided", _("The registration says that it is under another law than "
                                         "this ground. Choose another ground, or say that it was "
                                         "provided for this purpose."))  # fmt: skip
        self.row = row
        return given

    def _cell(self, given: dict[str, Any], name: str) -> str:
        """What a cell of a file would say; "" for nothing."""
        said, why = given.get(name, ""), given.get(_of_state(name), "")
        if said and why:
            self.add_error(name, _("There is an answer, and beside it that there is none. Empty "
                                   "one of the two."))  # fmt: skip
            return ""
        return (";".join(said) if isinstance(said, list) else said) or why

    def remarks(self) -> list[str]:
        """What is odd about a row that is taken in all the same."""
        found = self.row.faults(refusing=False) if self.row else []
        return [f"{capfirst(field_name(name))}: {fault.sentence(_language(), of_typed=True)}"
                for name, fault in found]  # fmt: skip


def as_asked(field: Field) -> forms.Field:
    """A field of the list as a field of the form; the words of a list are those of a cell."""
    label = capfirst(field_name(field.name))
    if field.form is ValueForm.CODES and field.codes.name != COUNTRY:
        return forms.MultipleChoiceField(
            label=label, choices=_answers(field), required=False,
            widget=forms.CheckboxSelectMultiple,
        )  # fmt: skip
    if field.form in (ValueForm.CODE, ValueForm.YES_NO):
        choices = [("", "–"), *_answers(field), NO_ANSWER]
        return forms.ChoiceField(label=label, choices=choices, required=False)
    if field.form is ValueForm.NOTE:
        return forms.CharField(label=label, required=False, widget=forms.Textarea({"rows": 5}))
    help_text = DATES if field.form is ValueForm.DATE else HELP.get(field.name, "")
    widget = forms.TextInput({"inputmode": KEYBOARDS.get(field.form, "text")})
    if field.codes.name == COUNTRY:
        widget.attrs["list"] = COUNTRIES
    return forms.CharField(label=label, required=False, help_text=help_text, widget=widget)


def _answers(field: Field) -> list[tuple[str, str]]:
    if field.form is ValueForm.YES_NO:
        return [(nl, _in(nl, en)) for nl, en in YES_NO.values()]
    answers = [(each.nl, _in(each.nl, each.en)) for each in field.codes.codes.values()]
    return sorted(answers, key=lambda each: each[1]) if field.codes.name == COUNTRY else answers


def _has_state_beside(field: Field) -> bool:
    """Whether a choice stands beside it: a list of one answer has these among its own."""
    in_list = field.form in (ValueForm.CODE, ValueForm.YES_NO)
    return field.about in ASKED and field.name not in PARTS and not in_list


def _of_state(name: str) -> str:
    return f"{name}-why"


def _language() -> Language:
    return "nl" if get_language() == "nl" else "en"


def _in(nl: str, en: str) -> str:
    return nl if _language() == "nl" else en
