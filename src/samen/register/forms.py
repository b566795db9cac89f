"""Forms of this room."""

from collections.abc import Iterable, Sequence

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samen.core.registration.columns import Batch
from samen.core.registration.dates import DateOrder
from samen.core.registration.fields import Field
from samen.core.registration.guess import Guess
from samen.core.registration.kinds import Converter, read_value
from samen.core.registration.mapping import EMPTY_MEANS, MappedColumn, Mapping
from samen.core.registration.problems import Language
from samen.core.terms import RegistrationKind, ValueForm, ValueState
from samen.register.actions_of_files import Reading
from samen.register.known_fields import fields
from samen.register.labels import KINDS, STATES

PREVIEWED = 5
ORDERS = {
    DateOrder.DAY_FIRST: _("the day comes first"),
    DateOrder.MONTH_FIRST: _("the month comes first"),
}


class SearchForm(forms.Form):
    """What a registration is looked for by; all that is given must fit."""

    name = forms.CharField(
        label=_("Name"), max_length=200, required=False,
        help_text=_("Or the beginning of it. Spelling and accents make little difference."),
    )  # fmt: skip
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    document = forms.CharField(label=_("Number of a document"), max_length=60, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=12, required=False)

    def asked(self) -> dict[str, str]:
        """What was given, as the register writes it; as it came where it is no such value."""
        given = self.cleaned_data
        read = {"phone": "phone", "document": "document_number", "postcode": "postcode"}
        return {"name": given["name"]} | {
            name: read_value(given[name], fields()[field]).normal or given[name]
            for name, field in read.items()
        }


class UploadForm(forms.Form):
    """A partner's file, with the profile by which it is read."""

    file = forms.FileField(
        label=_("File"), allow_empty_file=True,
        help_text=_("CSV, XLSX, JSON or Parquet, with the names of the columns in the first row."),
    )  # fmt: skip
    profile = forms.ChoiceField(
        label=_("Profile"), required=False,
        help_text=_("A mapping that was kept for earlier files. Without one it is guessed."),
    )  # fmt: skip

    def __init__(
        self, data: QueryDict | None = None,
        files: "MultiValueDict[str, UploadedFile[bytes]] | None" = None, *, profiles: Iterable[str],
    ) -> None:  # fmt: skip
        super().__init__(data, files)
        field = self.fields["profile"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "–"), *((name, name) for name in profiles)]


class MappingForm(forms.Form):
    """Which column is which field. The fields of the form are named by the column's place."""

    kind = forms.ChoiceField(
        label=_("What the rows are of"), choices=list(KINDS.items()),
        help_text=_("Where a column says it for each row, that counts."),
    )  # fmt: skip
    empty = forms.ChoiceField(
        label=_("An empty cell means"), choices=[(each, STATES[each]) for each in EMPTY_MEANS]
    )
    keep = forms.CharField(
        label=_("Keep as profile"), max_length=80, required=False,
        help_text=_("A name under which this mapping serves the next file."),
    )  # fmt: skip

    def __init__(
        self, data: QueryDict | None, *, guesses: Sequence[Guess], batch: Batch | None,
        kind: str = RegistrationKind.VICTIM, empty: str = ValueState.NOT_ASKED,
    ) -> None:  # fmt: skip
        super().__init__(data, initial={"kind": kind, "empty": empty})
        self._guesses, self._batch = guesses, batch
        choices = [("", _("leave out")), *((each.name, _name(each)) for each in fields().values())]
        for place, guess in enumerate(guesses):
            self.fields[f"field-{place}"] = forms.ChoiceField(
                label=guess.column, choices=choices, initial=guess.field, required=False
            )
            if guess.field and fields()[guess.field].form is ValueForm.DATE:
                self.fields[f"order-{place}"] = forms.ChoiceField(
                    label=_("Order in the date"), choices=list(ORDERS.items()),
                    initial=guess.converter.dates,
                )  # fmt: skip

    def columns(self) -> list[dict[str, object]]:
        """Each column for the page: its name, first values, fields of the form, and the reason."""
        language: Language = "nl" if get_language() == "nl" else "en"
        names = set(self.fields)
        return [
            {
                "guess": guess,
                "why": guess.sentence(language),
                "values": first_values(self._batch, guess.column),
                "field": self[f"field-{place}"],
                "order": self[f"order-{place}"] if f"order-{place}" in names else None,
            }
            for place, guess in enumerate(self._guesses)
        ]

    def reading(self) -> Reading:
        """How the file is read, as a person decided."""
        given, empty = self.cleaned_data, ValueState(self.cleaned_data["empty"])
        columns = []
        for place, guess in enumerate(self._guesses):
            if name := given[f"field-{place}"]:
                order = given.get(f"order-{place}") or guess.converter.dates
                converter = Converter(DateOrder(order), guess.converter.codes, empty)
                columns.append(MappedColumn(guess.column, name, converter))
        return Reading(Mapping(tuple(columns)), RegistrationKind(given["kind"]))


def _name(field: Field) -> str:
    return field.nl if get_language() == "nl" else field.en


def first_values(batch: Batch | None, column: str) -> list[str]:
    """What stands in the first rows of a column; "" for nothing."""
    if batch is None:
        return []
    return [each or "" for each in batch.cells[column][:PREVIEWED].to_pylist()]
