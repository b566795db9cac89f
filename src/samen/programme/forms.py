"""The forms of the programme: a new entry, its words, its status, a round, an answer."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samen.accounts.forms import DayField
from samen.core.terms import EntryKind, EvidenceRole, LinkRole
from samen.core.workflow import next_statuses
from samen.programme.labels import label
from samen.programme.queries import Askable, papers_with_text, themes
from samen.programme.values import Standing, Wording

LADDER_KINDS = (EntryKind.ACTION, EntryKind.COMMITMENT, EntryKind.MOTION, EntryKind.DECISION)


def _themes() -> list[tuple[str, str]]:
    return [("", "–"), *((str(pk), name) for pk, name, _parent in themes())]


def _statuses(kind: EntryKind, before: str | None) -> list[tuple[str, str]]:
    """The statuses that may follow, none of them chosen beforehand."""
    named = [(status.value, label("status", status)) for status in next_statuses(kind, before)]
    return [("", "–"), *named]


def _choose(form: forms.Form, choices: list[tuple[str, str]]) -> None:
    field = form.fields["status"]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


class FiguresForm(forms.Form):
    """A file of published figures, or its text."""

    file = forms.FileField(label=_("A CSV file"), required=False)
    text = forms.CharField(
        label=_("or its text"), required=False,
        widget=forms.Textarea({"rows": 8, "class": "wide", "spellcheck": "false"}),
    )  # fmt: skip

    def clean(self) -> dict[str, object]:
        """Either will do; a file goes first."""
        given = self.cleaned_data
        if not given.get("file") and not given.get("text"):
            raise forms.ValidationError(gettext("Choose a file, or paste its text."))
        return given

    def content(self) -> bytes:
        """The bytes of a form that is valid."""
        file = self.cleaned_data["file"]
        return bytes(file.read()) if file else str(self.cleaned_data["text"]).encode()


class WordingForm(forms.Form):
    """What an entry is called, under which theme, and who answers for it."""

    title = forms.CharField(
        label=_("What it is about"), max_length=2000, widget=forms.TextInput({"class": "wide"})
    )
    detail = forms.CharField(label=_("More about it"), widget=forms.Textarea, required=False)
    theme = forms.ChoiceField(label=_("Theme"), choices=_themes, required=False)
    owners = forms.CharField(
        label=_("Who answers for it"),
        help_text=_("One office or organisation a line."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def wording(self) -> Wording:
        """The words of a form that is valid."""
        given = self.cleaned_data
        return Wording(
            title=given["title"],
            detail=given["detail"],
            theme=int(given["theme"]) if given["theme"] else None,
            owners=tuple(given["owners"].splitlines()),
        )


class StandingForm(forms.Form):
    """A status from a day on, with its term."""

    status = forms.ChoiceField(label=_("Status"))
    on = DayField(label=_("It is so since"))
    due = DayField(label=_("Last day of the term"), required=False)
    due_words = forms.CharField(
        label=_("The term in words"),
        help_text=_("As the letter says it, for example: before the summer."),
        max_length=200,
        required=False,
    )
    note = forms.CharField(
        label=_("What happened"), widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
    link = forms.URLField(label=_("Evidence (web address)"), required=False, assume_scheme="https")

    def standing(self) -> Standing:
        """The standing of a form that is valid."""
        return Standing(**{name: self.cleaned_data[name] for name in _STANDING})


_STANDING = ("status", "on", "due", "due_words", "note", "link")


class StatusForm(StandingForm):
    """A status appended to an entry that the writer has before them."""

    last_seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def set_choices(self, kind: EntryKind, before: str | None) -> None:
        _choose(self, _statuses(kind, before))


class NewEntryForm(WordingForm, StandingForm):
    """A new entry with its first status."""

    field_order = ("title", "detail", "theme", "owners", "status", "on")

    def set_kind(self, kind: EntryKind) -> None:
        _choose(self, _statuses(kind, None))


class RoundForm(forms.Form):
    """A round of questions, and who is asked."""

    title = forms.CharField(label=_("Title"), max_length=200)
    due = DayField(label=_("Answer before or on"))
    owners = forms.MultipleChoiceField(
        label=_("Who is asked"),
        help_text=_("Only who is ticked gets a link. The number says how much is open."),
        widget=forms.CheckboxSelectMultiple,
    )

    def set_owners(self, owners: Iterable[Askable]) -> None:
        """Offer these owners; those that are asked as a rule are ticked."""
        rows = list(owners)
        field = self.fields["owners"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(row.owner, f"{row.owner} ({row.open})") for row in rows]
            field.initial = [row.owner for row in rows if row.is_usual]


class AnswerForm(forms.Form):
    """One answer of an owner; left as it was, it is no answer."""

    status = forms.ChoiceField(label=_("Where does it stand?"))
    note = forms.CharField(
        label=_("What happened?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
    )
    due = DayField(label=_("New date"), required=False)
    link = forms.URLField(
        label=_("Evidence (web address)"), max_length=500, required=False, assume_scheme="https"
    )

    def set_choices(self, choices: Iterable[str]) -> None:
        named = [(choice, label("status", choice)) for choice in choices]
        _choose(self, [("", "–"), *named])


class NameForm(forms.Form):
    """Who answers."""

    answered_by = forms.CharField(label=_("Your name"), max_length=120, required=False)


class SheetForm(NameForm):
    """A filled-in sheet that comes back."""

    sheet = forms.FileField(label=_("The sheet (.xlsx)"))
    field_order = ("sheet", "answered_by")


class ImportForm(forms.Form):
    """A register, or motions and commitments of the House, to take in."""

    file = forms.FileField(label=_("File (JSON, zip or .xlsx)"))


class ReasonForm(forms.Form):
    """Why something is rejected or withdrawn."""

    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ThemeForm(forms.Form):
    """The name of a theme."""

    name = forms.CharField(label=_("Name of the theme"), max_length=200)


class ThemeMergeForm(ReasonForm):
    """The theme that another one goes up in."""

    into = forms.ChoiceField(label=_("Into which theme?"), choices=_themes)
    field_order = ("into", "reason")


class MergeForm(forms.Form):
    """Two entries that are one, and which of the two stays."""

    met = forms.IntegerField(widget=forms.HiddenInput)
    stays = forms.ChoiceField(label=_("Which one stays?"), widget=forms.RadioSelect)

    def set_choices(self, one: tuple[int, str], other: tuple[int, str]) -> None:
        field = self.fields["stays"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(pk), title) for pk, title in (one, other)]


def _link_roles() -> list[tuple[str, str]]:
    """Each kind of link in both directions, as a sentence with a gap."""
    from_here = gettext("This one %(role)s the other")
    to_here = gettext("The other %(role)s this one")
    return [
        (f"{role}:{way}", words % {"role": label("link", role)})
        for role in (LinkRole.CARRIES_OUT, *(r for r in LinkRole if r != LinkRole.CARRIES_OUT))
        for way, words in (("from", from_here), ("to", to_here))
    ]


class LinkForm(forms.Form):
    """A tie to another entry."""

    role = forms.ChoiceField(label=_("How they hang together"), choices=_link_roles)
    met = forms.IntegerField(widget=forms.HiddenInput)

    def tie(self, entry: int) -> tuple[int, int, LinkRole]:
        """The entry that hangs, the one it hangs on, and how."""
        role, way = self.cleaned_data["role"].split(":")
        other = self.cleaned_data["met"]
        pair = (entry, other) if way == "from" else (other, entry)
        return (*pair, LinkRole(role))


def _papers() -> list[tuple[str, str]]:
    return [(str(pk), title) for pk, title in papers_with_text()]


class PassageForm(forms.Form):
    """Lines of a paper that say something of an entry."""

    document = forms.ChoiceField(label=_("Document"), choices=_papers)
    line = forms.IntegerField(label=_("First line"), min_value=1)
    line_end = forms.IntegerField(label=_("Last line"), min_value=1, required=False)
    role = forms.ChoiceField(
        label=_("What it does"),
        choices=lambda: [(role.value, label("role", role)) for role in EvidenceRole],
    )


class AsOfForm(forms.Form):
    """The two clocks of a list: as it was, and as we knew it."""

    stand = DayField(label=_("As it was on"), required=False)
    bekend = DayField(label=_("As we knew it on"), required=False)

    def day(self, today: date) -> date:
        given = self.cleaned_data.get("stand") if self.is_valid() else None
        return given or today
