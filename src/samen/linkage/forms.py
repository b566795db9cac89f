"""Forms for judging, taking apart, deciding, and looking at a day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samen.core.matching.acting import STRICT
from samen.core.matching.vocabulary import PairAnswer
from samen.linkage.saying import LONGEST_NOTE

DAY = {"type": "date"}


class JudgementForm(forms.Form):
    """What somebody says of two registrations."""

    answer = forms.ChoiceField(choices=[(each.value, each.value) for each in PairAnswer])
    note = forms.CharField(max_length=LONGEST_NOTE, required=False)
    blind = forms.BooleanField(required=False)


class DecisionForm(forms.Form):
    """A standing decision: which links act by themselves, why, and how long."""

    reason = forms.CharField(
        label=_("Why links may act by themselves"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Such as: needed to count persons once in the thematic analysis."),
    )  # fmt: skip
    strict = forms.FloatField(
        label=_("Chance from which a link acts"), initial=STRICT, min_value=0.9, max_value=0.999999,
        widget=forms.NumberInput(attrs={"step": "any"}),
        help_text=_("At least 0.9. A link by the same document acts too."),
    )  # fmt: skip
    needs_two = forms.BooleanField(
        label=_("Every merge by people takes two of them"), required=False,
        help_text=_("Where a victim is touched it always does."),
    )  # fmt: skip
    until = forms.DateField(
        label=_("Last day"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        help_text=_("At most a year from today."),
    )  # fmt: skip


class KnownOnForm(forms.Form):
    """The day of which is asked how things were known."""

    on = forms.DateField(
        label=_("As it was known at the end of"),
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )


class ReasonForm(forms.Form):
    """Why something is changed."""

    note = forms.CharField(label=_("Why"), max_length=LONGEST_NOTE)
