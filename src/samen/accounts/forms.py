"""The forms about people, organisations and offices."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from samen.accounts.days import validate_held
from samen.accounts.models import Organisation, User
from samen.accounts.templatetags.accounts_terms import organisation_kind, role_name
from samen.core.terms import OrganisationKind, Role


class DayField(forms.DateField):
    """A date, typed or chosen: 2022-07-08 or 08-07-2022."""

    def __init__(self, **given: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        formats = ["%Y-%m-%d", "%d-%m-%Y"]
        super().__init__(widget=widget, input_formats=formats, validators=[validate_held], **given)


def _roles() -> list[tuple[str, str]]:
    """Every role; none is chosen beforehand, for some may do much."""
    return [("", "–"), *((role.value, role_name(role)) for role in Role)]


def _kinds() -> list[tuple[str, str]]:
    return sorted(((k.value, organisation_kind(k)) for k in OrganisationKind), key=lambda k: k[1])


class InvitationForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("Work address"), help_text=_("The name to sign in with."))
    organisation = forms.ModelChoiceField(
        Organisation.objects.filter(ended_on__isnull=True), label=_("Organisation"), required=False
    )
    role = forms.ChoiceField(label=_("First role"), choices=_roles)
    same_as = forms.ModelChoiceField(
        User.objects.filter(emptied_on__isnull=True), label=_("Has an account already"),
        required=False, help_text=_("Which, if it is the same person. Nobody decides on what they "
                                    "asked themselves, whatever account they use."),
    )  # fmt: skip


class SamePersonForm(forms.Form):
    """Whose account it is, where one person has more than one."""

    same_as = forms.ModelChoiceField(
        User.objects.none(), label=_("Is the same person as"), required=False,
        empty_label=_("nobody else"),
    )  # fmt: skip

    def __init__(self, data: Mapping[str, str] | None = None, *, of: User) -> None:
        super().__init__(data, initial={"same_as": of.same_as_id})
        others = self.fields["same_as"]
        if isinstance(others, forms.ModelChoiceField):
            others.queryset = User.objects.filter(emptied_on__isnull=True).exclude(pk=of.pk)


class GrantForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=_roles)
    start = DayField(label=_("First day"))
    end = DayField(label=_("Last day"), required=False)


class PasswordForm(forms.Form):
    """A first password, checked against the person it is for."""

    password = forms.CharField(
        label=_("New password"),
        help_text=_("At least 12 signs. A few words in a row are easy to keep."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, data: Mapping[str, str] | None = None, *, user: User) -> None:
        super().__init__(data)
        self.user = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password


class OrganisationForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    abbreviation = forms.CharField(label=_("Abbreviation"), max_length=20, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=_kinds)
    email = forms.EmailField(
        label=_("Address for questions"),
        help_text=_("Where questions of a round go."),
        required=False,
    )


class OfficeForm(forms.Form):
    title = forms.CharField(
        label=_("Title"), max_length=200, help_text=_("As it stands under a letter.")
    )
    short = forms.CharField(label=_("Short title"), max_length=60, required=False)
    organisation = forms.ModelChoiceField(Organisation.objects.all(), label=_("Organisation"))


class TenureForm(forms.Form):
    holder = forms.CharField(label=_("Name of the holder"), max_length=120)
    start = DayField(label=_("First day"))
    end = DayField(label=_("Last day"), required=False)


class TrailForm(forms.Form):
    """What to show of the trail."""

    person = forms.ModelChoiceField(User.objects.all(), label=_("Who"), required=False)
    since = DayField(label=_("From"), required=False)
    until = DayField(label=_("Up to and including"), required=False)
