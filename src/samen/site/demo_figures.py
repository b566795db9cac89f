"""The demo's figures: two statisticians define, count, meet the gate and release.

The counts are of an invented nation that is as large as was published. Beside them goes the series
that CoMensha published, so that a reader sees two figures of one year with what each counts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from samen.core.terms import FigureMethod, MemberRole
from samen.figures.actions import count, define_query
from samen.figures.actions_of_releases import approve, propose
from samen.figures.queries import Run
from samen.figures.values import Proposal, QueryFacts, TableFacts
from samen.programme import actions as programme
from samen.programme import queries as register
from samen.programme.actions.wording import Actor
from samen.programme.values import IndicatorFacts, Wording
from samen.site.demo_counting import NAME
from samen.site.demo_register import TAKEN_IN, Member, opened

YEARS = (2016, 2021)
CODE = "slachtoffers-gezamenlijk-beeld"
PUBLISHED = "comensha-meldingen"
INDICATOR = IndicatorFacts(
    code=CODE, unit="personen", source_organisation="CoMensha",
    counted_by="CoMensha, met vijf partners", since=date(2016, 1, 1),
    definition="Personen die politie, marechaussee, inspectie, opvang of gemeenten in het jaar als "
    "mogelijk slachtoffer registreerden, elk één keer per jaar. Registraties worden gekoppeld: een "
    "koppeling die niet is gevonden telt iemand twee keer, een koppeling die niet klopt telt twee "
    "mensen als één. Het demoland is verzonnen.",
)  # fmt: skip
TITLE = "Mogelijke slachtoffers in het gezamenlijk beeld, 2016-2021"
ESTIMATED_YEAR = 2020
TABLES = {"sex": "geslacht", "exploitation": "vorm van uitbuiting", "region": "politie-eenheid"}
STEPS = 5
type Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Told:
    """What the demo says of its figures."""

    totals: dict[str, int]
    release: int


def make_figures(members: list[Member], *, by: Actor, report: Report) -> Told:
    """Everything from the indicator to a release that two persons made.

    members: of the processing that is counted.
    """
    first, second = (each for each in members if each.role is MemberRole.STATISTICIAN)
    indicator = programme.record_indicator(
        wording=Wording(title="Mogelijke slachtoffers in het gezamenlijk beeld"),
        indicator=INDICATOR, by=by, now=TAKEN_IN,
    )  # fmt: skip
    report(1, STEPS)
    with opened(first, NAME) as purpose:
        query = define_query(_facts(indicator), by=by, now=TAKEN_IN)
        counted = count(purpose, query, years=YEARS, now=TAKEN_IN)
        report(2, STEPS)
        guessed = count(purpose, define_query(_estimate(indicator), by=by, now=TAKEN_IN),
                        years=(ESTIMATED_YEAR, ESTIMATED_YEAR), now=TAKEN_IN)  # fmt: skip
        report(3, STEPS)
        made = propose(purpose, _proposal(counted, guessed), now=_after(1))
    report(4, STEPS)
    with opened(second, NAME) as purpose:
        approve(purpose, made.number, now=_after(2))
    report(STEPS, STEPS)
    totals: dict[str, int] = {}
    for codes, n in counted.cells:
        totals[codes[0]] = totals.get(codes[0], 0) + n
    return Told(totals, made.number)


def _facts(indicator: int) -> QueryFacts:
    fields = ("sex", "age", "exploitation", "region")
    return QueryFacts("slachtoffers", "Mogelijke slachtoffers", indicator, by=fields)


def _estimate(indicator: int) -> QueryFacts:
    return QueryFacts("slachtoffers-geschat", "Mogelijke slachtoffers, ook wie niemand zag",
                      indicator, method=FigureMethod.ESTIMATED)  # fmt: skip


def _proposal(counted: Run, guessed: Run) -> Proposal:
    tables = tuple(
        TableFacts(counted.pk, f"Naar jaar en {words}", (field,)) for field, words in TABLES.items()
    )
    number = register.indicator_with_code(code=PUBLISHED)
    reported = tuple(each.id for each in register.all_figures()
                     if each.indicator == number and each.is_out(TAKEN_IN.date()))  # fmt: skip
    return Proposal(TITLE, tables, (guessed.pk,), reported)


def _after(hours: int) -> datetime:
    return TAKEN_IN + timedelta(hours=hours)
