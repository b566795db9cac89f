"""Forms of this room."""

from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from samen.core.terms import DocumentKind
from samen.letters.actions.writing import LetterPlan
from samen.letters.queries.writing import newest_letter_before
from samen.letters.typed import Printed
from samen.programme import queries as programme


def _letters(before: date | None) -> list[tuple[str, str]]:
    """The letters of the register from before a day, which one of that day may answer to."""
    letters = [
        (str(paper.pk), f"{paper.title} ({date_format(paper.date)})")
        for paper in programme.documents()
        if paper.kind == DocumentKind.LETTER and paper.date and (not before or paper.date < before)
    ]
    return [("", "–"), *letters]


class LetterForm(forms.Form):
    """What is settled before the first word of a letter."""

    year = forms.IntegerField(label=_("Year"), min_value=2018, max_value=2100)
    on = forms.DateField(
        label=_("Date of the letter"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    subject = Printed(label=_("Subject"), max_length=300)
    sender = Printed(label=_("Ministry that sends it"), max_length=200)
    reference = Printed(label=_("Reference"), max_length=60, required=False)
    sequence = forms.IntegerField(
        label=_("Which letter in the row"),
        help_text=_("The third progress letter: 3."),
        min_value=1,
        max_value=999,
        required=False,
    )
    previous = forms.ChoiceField(
        label=_("The letter before it"),
        help_text=_("What stood in it may not silently disappear."),
        required=False,
    )
    signatures = Printed(
        label=_("Who signs"),
        help_text=_("One a line: office; name."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, data: QueryDict | None = None, *, today: date) -> None:
        before = newest_letter_before(today)
        initial = {"on": today, "year": today.year, "previous": before}
        super().__init__(data, initial=initial)
        previous = self.fields["previous"]
        if isinstance(previous, forms.ChoiceField):
            previous.choices = _letters(before=None if data else today)

    def plan(self) -> LetterPlan:
        given = self.cleaned_data
        lines = [line.partition(";") for line in given["signatures"].splitlines() if line.strip()]
        return LetterPlan(
            year=given["year"],
            on=given["on"],
            subject=given["subject"],
            sender=given["sender"],
            reference=given["reference"],
            sequence=given["sequence"] or 0,
            signatures=tuple((office.strip(), name.strip()) for office, _sep, name in lines),
            previous_document=int(given["previous"]) if given["previous"] else None,
        )


class WordForm(forms.Form):
    """A Word file that comes back from outside."""

    word = forms.FileField(label=_("Word file"), help_text=_("A .docx made from this letter."))
