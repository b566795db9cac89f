"""Forms about processings and who takes part in them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samen.accounts.forms import DayField
from samen.accounts.queries import organisations, people
from samen.core.terms import Ground, MemberRole, Regime, Scope
from samen.purposes.actions import Part, Plan
from samen.purposes.labels import GROUNDS, LAWS, ROLES, SCOPES

type Given = Mapping[str, Any] | None
LONG = forms.Textarea(attrs={"rows": 3})


def _reason(help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=_("Why"), widget=LONG, max_length=2000, help_text=help_text)


def _grounds() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """The grounds by their law."""
    return [(LAWS[law], [(ground.value, GROUNDS[ground]) for ground in Ground
                         if ground.regime is law]) for law in Regime]  # fmt: skip


def _people() -> list[tuple[str, str]]:
    open_accounts = people().filter(is_active=True)
    named = [(str(one.pk), f"{one.name} ({one.email})") for one in open_accounts]
    return [("", "–"), *named]


def _bodies() -> list[tuple[str, str]]:
    found = organisations().filter(ended_on__isnull=True)
    return [(str(each.pk), each.name) for each in found]


class OpeningForm(forms.Form):
    """A processing as it is to be, and who is to supervise it."""

    name = forms.CharField(label=_("Name"), max_length=200)
    goal = forms.CharField(
        label=_("Goal"), widget=LONG, max_length=2000,
        help_text=_("What the data are needed for, so exactly that one can see what is not."),
    )  # fmt: skip
    grounds = forms.MultipleChoiceField(
        label=_("Grounds"), choices=_grounds, widget=forms.CheckboxSelectMultiple,
        help_text=_("The law follows from the ground. A purpose is opened on one of them."),
    )  # fmt: skip
    controllers = forms.MultipleChoiceField(
        label=_("Controllers"), choices=_bodies, widget=forms.CheckboxSelectMultiple,
        help_text=_("With several it is a joint project, which has a last day."),
    )  # fmt: skip
    start = DayField(label=_("First day"))
    review = DayField(label=_("Day of review"))
    end = DayField(
        label=_("Last day"), required=False,
        help_text=_("The day after, nobody sees what is in it and it is destroyed."),
    )  # fmt: skip
    kept_months = forms.IntegerField(
        label=_("Months that data are kept"), required=False, min_value=1, max_value=1200,
        help_text=_("Where the law has no term for the ground, or to keep them shorter."),
    )  # fmt: skip
    officer = forms.ChoiceField(
        label=_("Privacy officer"), choices=_people,
        help_text=_("Supervises the processing, and opens it by approving this."),
    )  # fmt: skip
    officer_for = forms.ChoiceField(
        label=_("For which controller the officer acts"), choices=lambda: [("", "–"), *_bodies()]
    )
    reason = _reason()

    def plan(self) -> Plan:
        """What the processing is to be."""
        given = self.cleaned_data
        return Plan(
            given["name"], given["goal"], frozenset(Ground(each) for each in given["grounds"]),
            frozenset(int(each) for each in given["controllers"]), given["start"],
            given["review"], given["end"], given["kept_months"],
        )  # fmt: skip


class ChangeForm(forms.Form):
    """Another goal or day of review."""

    goal = forms.CharField(label=_("Goal"), widget=LONG, max_length=2000)
    review = DayField(label=_("Day of review"))
    reason = _reason()


class ProlongForm(forms.Form):
    """A later last day."""

    end = DayField(label=_("New last day"))
    reason = _reason(_("What was found at the review, and why the goal still stands."))


class JoinForm(forms.Form):
    """An organisation that is to answer for the processing too."""

    organisation = forms.ChoiceField(
        label=_("Organisation"), choices=lambda: [("", "–"), *_bodies()]
    )
    reason = _reason()


class MemberForm(forms.Form):
    """Who is to take part, for whom, as what, how far, and until when."""

    user = forms.ChoiceField(label=_("Who"), choices=_people)
    organisation = forms.ChoiceField(label=_("For which controller"))
    role = forms.ChoiceField(label=_("Role"))
    scope = forms.ChoiceField(label=_("Sees"), choices=[("", "–"), *SCOPES.items()])
    team = forms.CharField(
        label=_("Team"), max_length=120, required=False,
        help_text=_("For who sees a team. A new name makes a new team."),
    )  # fmt: skip
    region = forms.CharField(
        label=_("Region"), max_length=80, required=False,
        help_text=_("For who sees a region: its code, as PE01 for the police unit "
                    "Noord-Nederland."),
    )  # fmt: skip
    start = DayField(label=_("First day"))
    end = DayField(label=_("Last day"), required=False)
    reason = _reason()

    def __init__(
        self, data: Given = None, *, controllers: Iterable[tuple[int, str]],
        roles: Iterable[MemberRole], initial: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(data, initial=initial)
        self._offer("organisation", ((str(number), name) for number, name in controllers))
        self._offer("role", ((role, ROLES[role]) for role in roles))

    def _offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "–"), *choices]

    def part(self) -> Part:
        """What the member is to be; the team stands beside it, by its name."""
        given = self.cleaned_data
        start: date = given["start"]
        return Part(
            int(given["organisation"]), MemberRole(given["role"]), Scope(given["scope"]), start,
            given["end"], None, given["region"],
        )  # fmt: skip


class EndForm(forms.Form):
    """That a processing ends now: what cannot be undone is said twice."""

    sure = forms.BooleanField(
        label=_("I know that nobody sees its data any more and that they are destroyed.")
    )


class RefusalForm(forms.Form):
    """Why something is not approved."""

    note = forms.CharField(label=_("Why not"), widget=LONG, max_length=2000)
