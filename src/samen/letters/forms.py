"""Forms of this room."""

from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from samen.core.terms import DocumentKind
from samen.letters.actions.writing import LetterPlan
from samen.letters.queries.writing import is_frozen_in, newest_letter_before
from samen.letters.typed import Printed
from samen.programme import queries as programme


def _letters(before: date | None) -> list[tuple[str, str]]:
    """The letters of the register from before a day, each with its number and its day."""
    letters = [
        (str(paper.pk), f"{' · '.join(filter(None, told))} ({date_format(paper.date, 'j F Y')})")
        for paper in programme.documents()
        if paper.kind == DocumentKind.LETTER and paper.date and (not before or paper.date < before)
        for told in [(paper.title, paper.paper_id, paper.reference)]
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
        has_left = is_frozen_in(today.year)
        before = date(today.year + 1, 1, 1) if has_left else today
        initial = {
            "on": None if has_left else today,
            "year": today.year + has_left,
            "previous": newest_letter_before(before),
        }
        super().__init__(data, initial=initial)
        previous = self.fields["previous"]
        if isinstance(previous, forms.ChoiceField):
            previous.choices = _letters(before=None if data else before)

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
