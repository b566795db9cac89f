"""Forms for what is kept longer, provided, and asked for by the person whom it is about."""

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samen.accounts.forms import DayField
from samen.accounts.queries import organisations
from samen.register.actions_of_access import Person
from samen.register.actions_of_provision import Wanted
from samen.register.labels import ABOUT, NO_NEED

LONG = forms.Textarea(attrs={"rows": 3})


class HoldForm(forms.Form):
    """Why a registration is not destroyed yet."""

    reason = forms.CharField(
        label=_("Why it is not destroyed yet"), widget=LONG, max_length=2000,
        help_text=_("Such as: a complaint is being handled. Name nobody."),
    )  # fmt: skip


class NoNeedForm(forms.Form):
    """Why a registration is no longer necessary."""

    why = forms.ChoiceField(label=_("Why"), choices=list(NO_NEED.items()), widget=forms.RadioSelect)


class ReleaseForm(forms.Form):
    """Why a hold ends."""

    reason = forms.CharField(
        label=_("Why the hold ends"), widget=LONG, max_length=2000,
        help_text=_("Such as: the complaint was handled. Name nobody: this stays as the account."),
    )  # fmt: skip


class ShelterForm(forms.Form):
    """Where somebody is sheltered."""

    address = forms.CharField(
        label=_("Address"), max_length=200,
        help_text=_("It is kept sealed, and goes with the registration. What it was before is "
                    "kept nowhere."),
    )  # fmt: skip


class ProvisionForm(forms.Form):
    """To whom data go, which, and what for."""

    recipient = forms.ChoiceField(label=_("To which organisation"))
    about = forms.MultipleChoiceField(
        label=_("Which data"), choices=list(ABOUT.items()), widget=forms.CheckboxSelectMultiple
    )
    goal = forms.CharField(label=_("What for"), widget=LONG, max_length=2000)
    decision = forms.CharField(
        label=_("Reference of the written decision"), max_length=200, required=False,
        help_text=_("Where the law asks for one."),
    )  # fmt: skip

    def __init__(self, data: QueryDict | None = None, *, own: int) -> None:
        super().__init__(data)
        field = self.fields["recipient"]
        if isinstance(field, forms.ChoiceField):
            others = [(str(each.pk), each.name) for each in organisations() if each.pk != own]
            field.choices = [("", "–"), *others]

    def wanted(self, registrations: Iterable[UUID]) -> Wanted:
        """What was asked for."""
        given = self.cleaned_data
        return Wanted(
            recipient=int(given["recipient"]), registrations=tuple(registrations),
            about=frozenset(given["about"]), goal=given["goal"], decision=given["decision"],
        )  # fmt: skip


class AccessForm(forms.Form):
    """Who asks what is held about them."""

    given_names = forms.CharField(label=_("Given names"), max_length=200, required=False)
    family_name = forms.CharField(label=_("Family name"), max_length=200)
    birth = forms.DateField(
        label=_("Date of birth"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    document_number = forms.CharField(
        label=_("Number of a document"), max_length=60, required=False
    )
    reference = forms.CharField(
        label=_("Reference"), max_length=80, help_text=_("Of the letter or message of the person.")
    )
    identified_by = forms.CharField(
        label=_("How it was made sure who asks"), max_length=200,
        help_text=_("Such as: passport shown at the desk."),
    )  # fmt: skip
    received = forms.DateField(
        label=_("Received on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The law's term for an answer counts from this day."),
    )  # fmt: skip

    def person(self) -> Person:
        """Who asks."""
        return Person(**self.cleaned_data)


class DayForm(forms.Form):
    """The first day of the looks that are shown."""

    since = DayField(label=_("From"))


class NumberForm(forms.Form):
    """The number of a registration, as it stands in its address."""

    number = forms.UUIDField(
        label=_("Number in Samen"),
        help_text=_(
            "Such as 2f1c7a4e-5b0d-4c39-9e68-d1a7b3f0c582. It stands on the page of the "
            "registration, and in the JSON file of the overview for the person. It is not the "
            "number that the partner gave."
        ),
        error_messages={
            "invalid": _(
                "This is not a number in Samen: that has 32 digits and letters from a to f, in "
                "five groups. The number that the partner gave cannot be asked for here."
            )
        },
    )
