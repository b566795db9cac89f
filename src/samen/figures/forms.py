"""Forms of this room: define a way to count, choose years, propose a release."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.core.terms import Direction, FigureMethod, RegistrationKind
from samen.figures import limits
from samen.figures.actions import LIMITED_BY
from samen.figures.labels import FIELDS, METHODS
from samen.figures.models import Count
from samen.figures.queries_of_releases import State
from samen.figures.together import as_kept, as_said, codes_in, read_together
from samen.figures.values import SOURCES, YEAR, Asked, Proposal, QueryFacts, TableFacts
from samen.programme.labels import DIRECTIONS
from samen.programme.queries import all_figures, indicators
from samen.programme.values import IndicatorFacts
from samen.register.labels import KINDS
from samen.work import clock

FIRST, LAST = 1990, 2100
COUNTED_BY = [(name, label) for name, label in FIELDS.items() if name not in (YEAR, SOURCES)]
SHORT_NAME = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SHOWS, HIDES = "shows", "hides"
SEVERAL = forms.CheckboxSelectMultiple


class IndicatorForm(forms.Form):
    """An indicator: what is counted, by whom and from when; a new one, or a new definition."""

    indicator = forms.TypedChoiceField(label=_("Indicator"), coerce=int, required=False)
    title = forms.CharField(
        label=_("Name"), max_length=200, required=False,
        help_text=_("Of a new indicator. One that is there keeps its name."),
    )  # fmt: skip
    definition = forms.CharField(
        label=_("What is counted"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Who or what counts, and when it does not."),
    )  # fmt: skip
    counted_by = forms.CharField(label=_("Counted by"), max_length=200)
    since = forms.DateField(
        label=_("Counted so from"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    unit = forms.CharField(label=_("Unit"), max_length=60, initial=_("persons"), required=False)
    direction = forms.ChoiceField(
        label=_("Aimed at"), choices=[(str(d), _(DIRECTIONS[d])) for d in Direction],
        initial=Direction.NEITHER, required=False,
    )  # fmt: skip
    source = forms.CharField(label=_("Source"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(number, name) for number, _code, name in indicators()]
        self.fields["indicator"] = forms.TypedChoiceField(
            label=_("Indicator"), coerce=int, required=False, empty_value=None,
            choices=[("", _("a new one")), *known],
            help_text=_("Of one that is there, this makes the next version of its definition."),
        )  # fmt: skip

    def facts(self) -> IndicatorFacts:
        given = self.cleaned_data
        return IndicatorFacts(
            unit=given["unit"], direction=Direction(given["direction"] or Direction.NEITHER),
            source_organisation=given["source"], definition=given["definition"],
            counted_by=given["counted_by"], since=given["since"],
        )  # fmt: skip


class DefineForm(forms.Form):
    """A way to count."""

    title = forms.CharField(label=_("What is counted"), max_length=200)
    name = forms.RegexField(
        SHORT_NAME, label=_("Short name"), max_length=80,
        help_text=_(
            "Lowercase letters, digits and hyphens, such as victims-by-year. The same name again "
            "makes the next version."
        ),
        error_messages={
            "invalid": _(
                "A short name has lowercase letters, digits and hyphens only, such as "
                "victims-by-year."
            )
        },
    )  # fmt: skip
    indicator = forms.TypedChoiceField(label=_("For indicator"), coerce=int)
    about = forms.ChoiceField(
        label=_("Of whom"),
        choices=[(str(k), KINDS[k]) for k in (RegistrationKind.VICTIM, RegistrationKind.SUSPECT)],
    )
    persons = forms.TypedChoiceField(
        label=_("Counted are"), coerce=lambda word: word == "persons",
        choices=[("persons", _("persons, each once a year")), ("rows", _("registrations"))],
    )  # fmt: skip
    method = forms.ChoiceField(
        label=_("How"),
        choices=[(str(m), METHODS[m]) for m in (FigureMethod.COUNTED, FigureMethod.ESTIMATED)],
    )
    by = forms.MultipleChoiceField(
        label=_("By, beside the year"), choices=COUNTED_BY, required=False, widget=SEVERAL
    )
    only_sex = forms.MultipleChoiceField(
        label=_("Only of sex"), required=False, widget=SEVERAL,
        help_text=_(
            "What is chosen here limits who is counted. Without a choice everybody counts. Of each "
            "person counts what is known first in a year."
        ),
    )  # fmt: skip
    only_age = forms.MultipleChoiceField(label=_("Only of age"), required=False, widget=SEVERAL)
    only_exploitation = forms.MultipleChoiceField(
        label=_("Only of form of exploitation"), required=False, widget=SEVERAL
    )
    only_organisation = forms.MultipleChoiceField(
        label=_("Only registered by"), required=False, widget=SEVERAL
    )
    only_region = forms.CharField(
        label=_("Only of region"), required=False, max_length=500,
        help_text=_("Codes or names as they are registered, with commas between: PE03, GM0344."),
    )  # fmt: skip

    def __init__(self, *args: Any, partners: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        """partners: the organisations that register, by number and name."""
        super().__init__(*args, **kwargs)
        offered: dict[str, Any] = {
            name: limits.choices(name) for name in ("sex", "age", "exploitation")
        }
        offered["organisation"] = [(str(number), name) for number, name in partners]
        for name, codes in offered.items():
            field = self.fields[f"only_{name}"]
            if isinstance(field, forms.ChoiceField):
                field.choices = codes
        self.fields["indicator"] = forms.TypedChoiceField(
            label=_("For indicator"), coerce=int,
            choices=[(number, name) for number, _code, name in indicators()],
        )  # fmt: skip

    def facts(self) -> QueryFacts:
        given = self.cleaned_data
        return QueryFacts(
            given["name"], given["title"], given["indicator"], RegistrationKind(given["about"]),
            given["persons"], tuple(given["by"]), FigureMethod(given["method"]),
            only={name: tuple(given[f"only_{name}"]) for name in LIMITED_BY
                  if given[f"only_{name}"]},
        )  # fmt: skip

    def clean_only_region(self) -> tuple[str, ...]:
        known, others = limits.regions_in(self.cleaned_data["only_region"])
        if others:
            words = gettext("No region is called so: %(words)s.")
            raise forms.ValidationError(words % {"words": ", ".join(others)[:200]})
        return known


class YearsForm(forms.Form):
    """From and until which year is counted."""

    first = forms.IntegerField(label=_("From"), min_value=FIRST, max_value=LAST)
    last = forms.IntegerField(label=_("Until"), min_value=FIRST, max_value=LAST)


class ProposalForm(forms.Form):
    """What is to be released together: a table or two of one count, estimates, published values."""

    title = forms.CharField(label=_("Title"), max_length=200)
    count = forms.ChoiceField(label=_("Make tables of"), required=False)
    by = forms.MultipleChoiceField(
        label=_("A table by year and"), choices=COUNTED_BY, required=False, widget=SEVERAL
    )
    also_by = forms.MultipleChoiceField(
        label=_("A second table by year and"), choices=COUNTED_BY, required=False, widget=SEVERAL
    )
    hide = forms.ChoiceField(
        label=_("Cells"),
        choices=[(SHOWS, _("show them all")), (HIDES, _("let the gate hide what must be hidden"))],
    )
    together = forms.CharField(
        label=_("Combine codes"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "One per line, such as: form of exploitation: remaining = forced begging, forced "
            "criminality"
        ),
    )  # fmt: skip
    threshold = forms.IntegerField(
        label=_("A cell of fewer people than this is small"), initial=5, min_value=1, max_value=1000
    )
    estimates = forms.MultipleChoiceField(label=_("Estimates"), required=False, widget=SEVERAL)
    reported = forms.MultipleChoiceField(
        label=_("Published figures of"), required=False, widget=SEVERAL,
        help_text=_(
            "All figures of an indicator that stand in the programme are published with it."
        ),
    )  # fmt: skip
    replaces = forms.ChoiceField(label=_("Replaces"), required=False)

    def __init__(
        self, *args: Any, counts: Iterable[Count], releases: Iterable[State], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._known = known = list(counts)
        self._choose("count", [("", "–"), *((str(c.pk), _called(c)) for c in known
                                           if c.answer is None)])  # fmt: skip
        self._choose("estimates", [(str(c.pk), _called(c)) for c in known if c.answer is not None])
        made_by = {name for c in known if c.answer is None for name in codes_in(c)}
        offered = [(name, str(label)) for name, label in COUNTED_BY if name in made_by]
        self._choose("by", offered)
        self._choose("also_by", offered)
        self._choose("reported", [(str(n), name) for n, _code, name in indicators()])
        out = [each for each in releases if each.is_out and not each.is_withdrawn]
        self._choose("replaces", [("", "–"), *((str(s.release.pk), str(s.release)) for s in out)])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Fields and codes are those of the count that was chosen."""
        given = super().clean() or self.cleaned_data
        count = self.chosen
        if count is None:
            return given
        known = codes_in(count)
        for name in ("by", "also_by"):
            if strange := [FIELDS[each] for each in given.get(name, ()) if each not in known]:
                self.add_error(name, gettext("This was not counted by %(words)s.")
                               % {"words": ", ".join(map(str, strange))})  # fmt: skip
        try:
            given["groups"] = read_together(given.get("together", ""), known)
        except SamenError as error:
            self.add_error("together", in_words(error))
        return given

    @property
    def chosen(self) -> Count | None:
        """The count of which tables are asked."""
        wanted = self.cleaned_data.get("count")
        return next((each for each in self._known if str(each.pk) == wanted), None)

    def proposal(self) -> Proposal:
        given = self.cleaned_data
        replaces = UUID(given["replaces"]) if given["replaces"] else None
        chosen = {int(number) for number in given["reported"]}
        reported = tuple(each.id for each in all_figures() if each.indicator in chosen)
        return Proposal(
            given["title"], tuple(self._tables()), tuple(map(UUID, given["estimates"])), reported,
            given["threshold"], replaces,
        )  # fmt: skip

    def asked(self) -> Asked:
        """What was filled in, to fill it in again: no word of it is of one language."""
        given = self.cleaned_data | {"together": as_kept(self.cleaned_data.get("groups", {}))}
        found = {name: given[name] if isinstance(given[name], list) else [str(given[name])]
                 for name in self.fields}  # fmt: skip
        return {name: values for name, values in found.items() if any(values)}

    def _tables(self) -> Iterable[TableFacts]:
        given = self.cleaned_data
        hidden: frozenset[tuple[str, ...]] | None = None if given["hide"] == HIDES else frozenset()
        wanted = [given["by"]] + [given["also_by"]] * bool(given["also_by"])
        for fields in wanted if given["count"] else ():
            groups = {name: wide for name, wide in given["groups"].items() if name in fields}
            yield TableFacts(
                UUID(given["count"]), given["title"], tuple(fields), groups, hidden
            )  # fmt: skip


def filled(asked: Asked, *, counts: Iterable[Count], releases: Iterable[State]) -> ProposalForm:
    """The form as it was filled in, with the lines that take codes together in the reader's
    words."""
    form = ProposalForm(MultiValueDict(asked), counts=counts, releases=releases)
    if form.is_valid() and "together" in asked:
        words = as_said(form.cleaned_data["groups"])
        form.data = MultiValueDict(asked | {"together": [words]})
    return form


def _called(count: Count) -> str:
    day = f"{clock.day_of(count.at):%d-%m-%Y} {localtime(count.at):%H:%M}"
    return f"{count.query.title}, {count.years} ({count.query}, {day})"
