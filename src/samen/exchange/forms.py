"""Forms for agreements, for asking, and for answering."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from samen.accounts.queries import organisations
from samen.core.exchange.vocabulary import HitAnswer
from samen.core.terms import RegistrationKind
from samen.exchange.labels import ANSWERS
from samen.exchange.queries import SeenPeer
from samen.exchange.values import LONGEST_REASON, Agreement
from samen.register.labels import KINDS

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
ASKED = (RegistrationKind.VICTIM, RegistrationKind.SUSPECT)


class AgreementForm(forms.Form):
    """What is agreed with another organisation."""

    organisation = forms.ChoiceField(label=_("With which organisation"))
    goal = forms.CharField(
        label=_("What for"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    article = forms.CharField(label=_("On which article"), max_length=200)
    decision = forms.CharField(
        label=_("Reference of the written decision"), max_length=200,
        help_text=_("Both organisations decide; this is the reference of yours."),
    )  # fmt: skip
    start = forms.DateField(label=_("First day"), widget=DAY)
    until = forms.DateField(label=_("Last day"), widget=DAY, help_text=_("Two years at most."))

    def __init__(
        self, data: Mapping[str, object] | None, *, own: int, initial: dict[str, object]
    ) -> None:
        super().__init__(data, initial=initial)
        field = self.fields["organisation"]
        if isinstance(field, forms.ChoiceField):
            others = [(str(each.pk), each.name) for each in organisations() if each.pk != own]
            field.choices = [("", "–"), *others]

    def agreement(self) -> Agreement:
        """What was filled in."""
        given = self.cleaned_data
        return Agreement(**{**given, "organisation": int(given["organisation"])})


class LineForm(forms.Form):
    """Where the other organisation is, and its key."""

    address = forms.CharField(label=_("Address of the other organisation"), max_length=300)
    key = forms.CharField(label=_("Key of the other organisation"), max_length=64, min_length=64)


class AskForm(forms.Form):
    """Whom is asked, and about which registrations."""

    peer = forms.ChoiceField(label=_("Which organisation"))
    kinds = forms.MultipleChoiceField(
        label=_("About whom"), choices=[(kind.value, KINDS[kind]) for kind in ASKED],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    since = forms.DateField(
        label=_("Registered since"), widget=DAY,
        help_text=_("Who was asked about less than 90 days ago is left out by itself."),
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, object] | None, *, peers: Iterable[SeenPeer],
        initial: dict[str, object],
    ) -> None:  # fmt: skip
        super().__init__(data, initial=initial)
        field = self.fields["peer"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(each.pk), each.organisation.name) for each in peers]


class AnswerForm(forms.Form):
    """What a person says of a hit."""

    answer = forms.ChoiceField(
        label=_("Your answer"), widget=forms.RadioSelect,
        choices=[(each.value, ANSWERS[each]) for each in HitAnswer],
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Why"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("This goes to the other organisation. Name nobody, and no facts of a case."),
    )  # fmt: skip
