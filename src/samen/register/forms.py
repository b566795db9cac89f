"""Forms of this room."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samen.accounts.sentences import in_words
from samen.core.errors import BadInput
from samen.core.registration.columns import Batch
from samen.core.registration.dates import DateOrder, order_matters
from samen.core.registration.fields import Field
from samen.core.registration.guess import Guess, counted_values, distinct_values
from samen.core.registration.kinds import NO, YES, Converter, read_value
from samen.core.registration.mapping import EMPTY_MEANS, MOST_SIGNS, MappedColumn, Mapping
from samen.core.registration.own_law import laws_said
from samen.core.registration.own_words import IN_WORDS, marks, own_words
from samen.core.registration.problems import Language
from samen.core.registration.whole_names import WHOLE, NameParts, telling_names
from samen.core.terms import Regime, RegistrationKind, ValueForm, ValueState
from samen.register.actions_of_files import Reading, read_reading
from samen.register.known_fields import fields
from samen.register.labels import KINDS, REGIMES, STATES
from samen.register.templatetags.register_terms import code_name
from samen.register.values import brought

PREVIEWED = 5
MOST_ASKED = 50
"""Words of one column whose meaning is asked for; the rest are found among the rows to mend."""
MOST_SPLIT = 8
SEEN = "names-seen"
"""Says that the page had whole names in their parts."""
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
        help_text=_("A mapping that was kept for earlier files. Where none is chosen, one that "
                    "fits is taken, else it is guessed."),
    )  # fmt: skip

    profile_file = forms.FileField(
        label=_("Profile from a file"), required=False, allow_empty_file=True,
        help_text=_("A profile in JSON, as another organisation or a simulated nation has it. It "
                    "is kept under the name of the file, in place of an earlier one."),
    )  # fmt: skip

    def __init__(
        self, data: QueryDict | None = None,
        files: "MultiValueDict[str, UploadedFile[bytes]] | None" = None, *, profiles: Iterable[str],
    ) -> None:  # fmt: skip
        super().__init__(data, files)
        field = self.fields["profile"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "–"), *((name, name) for name in profiles)]

    def clean_profile_file(self) -> tuple[str, Reading] | None:
        """The name of a profile that was given as a file, and how it reads."""
        file = self.cleaned_data["profile_file"]
        if not file:
            return None
        try:
            reading = read_reading(file.read(MOST_SIGNS).decode("utf-8-sig", "replace"))
        except BadInput as error:
            raise forms.ValidationError(in_words(error)) from error
        return PurePath(file.name).stem[:80], reading


class MappingForm(forms.Form):
    """Which column is which field. The fields of the form are named by the column's place."""

    kind = forms.ChoiceField(
        label=_("What the rows are of"), choices=list(KINDS.items()),
        help_text=_("Where a column says it for each row, that counts."),
    )  # fmt: skip
    empty = forms.ChoiceField(
        label=_("An empty cell means"), choices=[(each, STATES[each]) for each in EMPTY_MEANS]
    )
    provided = forms.BooleanField(
        label=_("They were provided for this purpose, under an article of that law"),
        help_text=_("Police data go to others only under articles 16 to 20 of the Wpg."),
    )  # fmt: skip
    keep = forms.CharField(
        label=_("Keep as profile"), max_length=80, required=False,
        help_text=_("A name under which this mapping serves the next file."),
    )  # fmt: skip

    def __init__(
        self, data: QueryDict | None, *, guesses: Sequence[Guess], batch: Batch | None,
        regime: Regime, kind: str = RegistrationKind.VICTIM, empty: str = ValueState.NOT_ASKED,
    ) -> None:  # fmt: skip
        super().__init__(data, initial={"kind": kind, "empty": empty})
        self.other_laws = [REGIMES[law] for law in sorted(laws_said(batch) - {regime})]
        if not self.other_laws:
            del self.fields["provided"]
        self._guesses, self._batch = guesses, batch
        self._words: dict[int, list[str]] = {}
        self.split: list[tuple[str, NameParts]] = []
        choices = [("", _("leave out")), *((each.name, _name(each)) for each in fields().values())]
        for place, guess in enumerate(guesses):
            self.fields[f"field-{place}"] = forms.ChoiceField(
                label=guess.column, choices=choices, initial=guess.field, required=False
            )
            name = guess.field if data is None else data.get(f"field-{place}", guess.field)
            if field := fields().get(name or ""):
                self._ask_more(place, guess, field)

    def _ask_more(self, place: int, guess: Guess, field: Field) -> None:
        """What has to be known besides which field it is: an order of dates that matters, own
        words, and whether whole names fall into the right parts."""
        values = distinct_values(self._batch, guess.column)
        if field.name == WHOLE:
            self.split = telling_names(values)[:MOST_SPLIT]
        if field.form is ValueForm.DATE and order_matters(values):
            self.fields[f"order-{place}"] = forms.ChoiceField(
                label=_("Order in the date"), choices=list(ORDERS.items()), required=False,
                initial=guess.converter.dates,
            )  # fmt: skip
        is_words = field.form in IN_WORDS
        words = own_words(values, field, guess.converter) if is_words else marks(
            counted_values(self._batch, guess.column), field, guess.converter)  # fmt: skip
        self._words[place] = words[:MOST_ASKED]
        for number, word in enumerate(self._words[place]):
            self.fields[_of_word(place, field.name, number)] = forms.ChoiceField(
                label=word, choices=_meanings(field), required=False,
                initial="" if is_words else str(ValueState.UNKNOWN),
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

    def words(self) -> list[dict[str, object]]:
        """Columns with words of the partner's own, and for each word the field of the form."""
        return [
            {
                "column": self._guesses[place].column,
                "field": self._chosen(place),
                "asked": [self[_of_word(place, self._chosen(place), number)]
                          for number in range(len(words))],
            }
            for place, words in self._words.items() if words
        ]  # fmt: skip

    def clean(self) -> dict[str, object]:
        """Words that nobody was asked about yet, as the field is another one now, are asked; names
        that nobody saw in parts are shown."""
        given = super().clean() or {}
        if self.split and SEEN not in self.data:
            self.add_error(None, _(
                "Below stands how whole names fall into parts. Look whether that is right, and go "
                "on."
            ))  # fmt: skip
        if any(_of_word(place, self._chosen(place), 0) not in self.data
               for place, words in self._words.items() if words):  # fmt: skip
            self.add_error(None, _(
                "Below are words that the list of the field you chose does not have. Say what they"
                " mean, or leave them, and go on."
            ))  # fmt: skip
        return given

    def reading(self) -> Reading:
        """How the file is read, as a person decided."""
        given, empty = self.cleaned_data, ValueState(self.cleaned_data["empty"])
        columns = []
        for place, guess in enumerate(self._guesses):
            if name := given[f"field-{place}"]:
                order = given.get(f"order-{place}") or guess.converter.dates
                codes = {**guess.converter.codes, **self._meant(place, name)}
                converter = Converter(DateOrder(order), codes, empty)
                columns.append(MappedColumn(guess.column, name, converter))
        kind = RegistrationKind(given["kind"])
        return Reading(Mapping(tuple(columns)), kind, given.get("provided", False))

    def brought(self) -> set[str]:
        """The fields that are chosen, as far as the form stands."""
        chosen = {self._chosen(place) for place in range(len(self._guesses))} - {""}
        return brought({"columns": [{"field": name} for name in chosen]})

    def _chosen(self, place: int) -> str:
        return str(self[f"field-{place}"].value())

    def _meant(self, place: int, name: str) -> dict[str, str]:
        """Words of a column to our codes, of those that were given a meaning."""
        words = enumerate(self._words.get(place, []))
        meant = {word: self.cleaned_data[_of_word(place, name, number)] for number, word in words}
        return {word: code for word, code in meant.items() if code}


def _of_word(place: int, field: str, number: int) -> str:
    """How the form calls the meaning of a word. With the field: another has other meanings."""
    return f"word-{place}-{field}-{number}"


def _meanings(field: Field) -> list[tuple[str, object]]:
    """What a word may mean: an answer of the field, or that there is none."""
    none = [(str(state), STATES[state]) for state in EMPTY_MEANS]
    if field.form not in IN_WORDS:
        return [("", _("what it says")), *none]
    codes = [YES, NO] if field.form is ValueForm.YES_NO else list(field.codes.codes)
    answers: list[tuple[str, object]] = [(code, code_name(code, field.name)) for code in codes]
    return [("", _("leave it: its rows are to be mended")), *answers, *none]


def _name(field: Field) -> str:
    return field.nl if get_language() == "nl" else field.en


def first_values(batch: Batch | None, column: str) -> list[str]:
    """What stands in the first rows of a column; "" for nothing."""
    if batch is None:
        return []
    return [each or "" for each in batch.cells[column][:PREVIEWED].to_pylist()]
