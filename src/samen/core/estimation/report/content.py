"""What a report says, in one language: the words and figures that page and paper both show."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from samen.core.estimation.estimate import Estimate
from samen.core.estimation.report.checked import Checked, checked
from samen.core.estimation.report.choices import choices
from samen.core.estimation.report.forest import forest
from samen.core.estimation.report.groups import Group, groups
from samen.core.estimation.report.language import Language
from samen.core.estimation.report.overlaps import Overlaps, Shown, overlaps_of
from samen.core.estimation.report.references import references
from samen.core.estimation.report.svg import Drawing
from samen.core.estimation.report.twins import holds_small
from samen.core.estimation.report.withheld import Degree, told
from samen.core.estimation.rounding import in_parts
from samen.core.estimation.table import CaptureTable
from samen.core.estimation.verdict import Use

YEARS = ("year", "jaar")
LEFT_OUT = {
    Degree.NOTHING: "nothing_left_out",
    Degree.CHOICE: "without_choice",
    Degree.ALL_BUT_LIMITS: "only_limits",
    Degree.ALL_BUT_POWERS: "only_limits",
    Degree.EVERYTHING: "nothing_left_out",
}


@dataclass(frozen=True)
class Content:
    """notice: what is not to be done with it; inside: with its groups and checks. account:
    paragraphs on the method. record: names with values that let it be repeated.

    A refused estimate has no assumption, no drawings and no checks: they would be read as a number.
    """

    language: Language
    data: str
    notice: str
    inside: str
    headline: str
    use: Use
    reasons: tuple[str, ...]
    assumption: str
    forest: Drawing | None
    overlaps: Overlaps
    choices: Drawing | None
    groups: tuple[Group, ...]
    checked: Checked | None
    account: tuple[str, ...]
    references: tuple[str, ...]
    record: tuple[tuple[str, str], ...]

    def word(self, name: str) -> str:
        return self.language.words[name]


def content(found: Estimate, language: Language, versions: Mapping[str, str], on: date,
            public: Degree | None = None, notice: str = "") -> Content:  # fmt: skip
    """versions: of the software, by name. on: the date that the report bears. public: what is left
    out of the sheet that may be published; None for the whole report. notice: the name of the words
    that warn.
    """
    overlaps = overlaps_of(found.table)
    unsought = _has_parts(found) and holds_small(found.table, found.plan.by)
    if public is not None:
        found = told(found, public)
        if unsought:
            found = replace(found, covariates=None, sensitivity=None, validation=None)
    limits = public is not None and public >= Degree.ALL_BUT_LIMITS
    given = found.judgement.use is not Use.REFUSE
    registered = found.table.n_observed
    answers = tuple(found.answers.values())
    n_lists = len(found.table.lists)
    kind = "lcmcr" if found.answer.name == "lcmcr" else "loglinear"
    reasons = [language.reason(reason) for reason in found.judgement.reasons]
    return Content(
        language,
        _data(found.table, language),
        notice and language.words[notice].format(file=language.words["public_file"]),
        language.words["inside_only"] if unsought else "",
        _headline(found, language, limits=limits) if given else _without(found, language),
        found.judgement.use,
        tuple(reasons) or (language.words["agreed"],),
        language.assumptions[kind] if given else "",
        forest(answers, found.answer.name, registered, language) if given and not limits else None,
        overlaps,
        choices(found.draws, n_lists, language) if given and found.draws else None,
        groups(found.by, language) if given else (),
        checked(found, language, sizes=overlaps.shown is Shown.SIZES) if given else None,
        _account(found, language, public, given=given, unsought=unsought),
        references(tuple(found.answers) if given else (found.answer.name,), found.answer.kind),
        _record(found, language, versions, on, given=given),
    )


def _has_parts(found: Estimate) -> bool:
    return any((found.covariates, found.sensitivity, found.validation))


def _data(table: CaptureTable, language: Language) -> str:
    said = language.words["data"].format(
        persons=language.persons(table.n_observed),
        n=len(table.lists),
        lists=", ".join(f"{at} {name}" for at, name in enumerate(table.lists, 1)),
    )
    years = [each.levels for each in table.covariates if each.name.lower() in YEARS]
    if not years:
        return said
    first, last = min(years[0]), max(years[0])
    period = first if first == last else f"{first} – {last}"
    return f"{said} {language.words['period'].format(period=period)}"


def _headline(found: Estimate, language: Language, *, limits: bool) -> str:
    total, low, high = in_parts(found.answer, language.thousands)
    form = "headline" if low else "headline_bare"
    if high == "∞":
        form = "headline_open"
    if limits:
        form = "headline_limits"
    return language.words[form].format(
        persons=language.persons(found.table.n_observed), total=total, low=low, high=high
    )


def _without(found: Estimate, language: Language) -> str:
    persons = language.persons(found.table.n_observed)
    return language.words["headline_refused"].format(persons=persons)


def _account(found: Estimate, language: Language, public: Degree | None, *,
             given: bool, unsought: bool) -> tuple[str, ...]:  # fmt: skip
    words = language.words
    last = words["hash"].format(file=words["json"])
    if public is not None:
        parts = words["parts_left_out"] if unsought else ""
        last = " ".join(filter(None, (words["audited"], words[LEFT_OUT[public]], parts)))
    if not given:
        return language.methods[found.answer.name], words["existence"], last
    how = f"{language.methods[found.answer.name]} {language.intervals[found.answer.kind]}"
    beside = f"{words['beside']} " if len(found.answers) > 1 else ""
    return how, f"{words['existence']} {beside}{words['low']}", f"{words['digits']} {last}"


def _record(found: Estimate, language: Language, versions: Mapping[str, str], on: date, *,
            given: bool) -> tuple[tuple[str, str], ...]:  # fmt: skip
    words = language.words
    rows = [(words["date"], language.day(on)),
            (words["asked"], language.estimators[found.answer.name])]  # fmt: skip
    if found.answer.model:
        rows.append((words["model"], found.answer.model))
    if found.draws:
        share = found.draws.without_estimate
        rows += [
            (words["replicates"], language.whole(found.draws.totals.size)),
            (words["no_estimate"],
             words["share"].format(share=_hundredths(share)) if share else words["nowhere"]),
        ]  # fmt: skip
    if found.intervals and given:
        low, high = (_error(error, language) for error in found.intervals[-1].errors)
        rows.append((words["error"], words["errors"].format(low=low, high=high)))
    seeds = [(words["seed"], str(found.plan.seed))]
    said = ", ".join(f"{name} {version}" for name, version in versions.items())
    return (*rows, *seeds, (words["versions"], said))


def _error(error: float, language: Language) -> str:
    """The power of ten above it: more digits would tell the table."""
    return language.whole(10.0 ** max(1, math.ceil(math.log10(max(error, 1)))))


def _hundredths(share: float) -> str:
    """In whole percents; below that it is only said to be less than 1%."""
    return "<1%" if share < 0.01 else f"{round(100 * share)}%"
