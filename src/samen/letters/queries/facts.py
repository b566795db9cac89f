"""What the register says on a day, as the values that a draft is held against."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from samen.accounts import queries as accounts
from samen.core.publishing.workbook_chart import as_chart
from samen.core.references import find_laws, session_year
from samen.core.terms import CandidateKind, EntryKind, LetterState
from samen.core.writing.draft import FieldKind, fields_in, id_in
from samen.core.writing.facts import AmountFact, EntryFact, Facts, FigureFact, PaperFact
from samen.core.writing.signs import visible
from samen.figures.queries_of_releases import intervals, revised
from samen.figures.series import told
from samen.letters.models import OutgoingLetter
from samen.letters.queries.kept_facts import from_json
from samen.programme import queries as programme
from samen.programme.values import EntryState, FigureState, TargetState

type Whole = tuple[str, int, str]
"""What parts belong to: indicator, year and publication."""
type Told = dict[tuple[str, int, str, str], list[Decimal]]
"""The values of an earlier letter, by indicator, year, breakdown and how they came about."""

WITHDRAWN = "[ingetrokken]"
PERCENT = ("procent", "percent", "%")
TOLD = {
    EntryKind.ACTION: CandidateKind.ACTION,
    EntryKind.COMMITMENT: CandidateKind.COMMITMENT,
    EntryKind.MOTION: CandidateKind.MOTION,
}


def facts_on(
    *, on: date, previous_document: int | None = None, known_at: datetime | None = None
) -> Facts:
    """The register on a day. previous_document: the letter before, to see what it told."""
    told = _told_in(previous_document, on)
    states = programme.entries_as_of(on=on, known_at=known_at)
    return Facts(
        today=on,
        entries={s.id: _visible(_entry(s, told)) for s in states if s.kind in TOLD},
        figures={f.id: _visible(f) for f in _with_parts([*_figures(previous_document, on)])},
        amounts={
            amount.id: AmountFact(
                amount.id,
                visible(amount.title),
                amount.value_eur,
                amount.from_year,
                amount.until_year,
                amount.recurrence,
                amount.funded,
            )
            for amount in programme.amounts()
        },
        papers=_papers(on),
        previous=_date_of(previous_document),
        abbreviations=_abbreviations(),
        laws=tuple(_laws(states)),
    )


def _told_in(document: int | None, on: date) -> set[int]:
    """The entries that the letter before told of: of one frozen here, those that it names."""
    if document is None:
        return set()
    if frozen := frozen_as(document):
        keys = _keys(frozen, FieldKind.ENTRY, FieldKind.DUE)
        return {id_in(key) for key in keys}
    return {state.id for state in programme.entries_of_document(document=document, on=on)}


def frozen_as(document: int) -> OutgoingLetter | None:
    """The letter that was frozen here and became a document of the register."""
    row = programme.document_with(document=document)
    if row is None or not row.file_hash:
        return None
    frozen = OutgoingLetter.objects.filter(state=LetterState.FROZEN, sha256=row.file_hash)
    return frozen.first()


def _keys(letter: OutgoingLetter, *kinds: FieldKind) -> set[str]:
    fields = (f for section in letter.sections.all() for f in fields_in(section.body))
    return {field.key for field in fields if field.kind in kinds}


def _date_of(document: int | None) -> date | None:
    row = programme.document_with(document=document) if document else None
    return row.date if row else None


def _entry(state: EntryState, told: set[int]) -> EntryFact:
    return EntryFact(
        id=state.id,
        kind=TOLD[state.kind],
        title=state.detail if state.title.endswith("…") and state.detail else state.title,
        theme=state.theme,
        owners=tuple(map(visible, state.owners)),
        status=state.status,
        closed=not programme.is_open(state),
        proven=state.proven,
        due=state.due,
        due_words=state.due_words,
        told_last=state.id in told,
        number=state.paper_id,
        said=state.note,
        quote=f"{state.detail} {state.source.quote if state.source else ''}".strip(),
        on=state.status_on,
        said_on=state.source.date if state.source else None,
    )


def _figures(previous: int | None, on: date) -> Iterable[FigureFact]:
    """Current figures and targets, as far as they were published or decided on that day."""
    told = _figures_told(previous)
    units = {}
    known = programme.all_figures()
    within, newer = intervals(figure.id for figure in known), revised()
    for figure in known:
        units[figure.indicator] = figure.unit
        if _is_out(figure, on) and figure.id not in newer:
            yield _figure(figure, told, within.get(figure.id))
    for indicator, _, name in programme.indicators():
        targets = {target.id: target for target in programme.targets_of(indicator=indicator)}
        for target in targets.values():
            if target.replaced_by is None and (not target.decided_on or target.decided_on <= on):
                yield _target(target, name, units.get(indicator, ""), targets)


def _with_parts(figures: list[FigureFact]) -> list[FigureFact]:
    """Figures tied to the total of their publication where the parts exceed it.

    Parts that stay under their total are no fault: a publication may leave parts out, and
    two ways of splitting stand side by side in it.
    """
    totals = {_whole(f): f for f in figures if not f.breakdown and f.value is not None}
    sums: dict[Whole, Decimal] = defaultdict(Decimal)
    for figure in figures:
        if figure.breakdown and figure.value is not None:
            sums[_whole(figure)] += figure.value
    over = {
        whole: total.id
        for whole, total in totals.items()
        if total.value is not None and sums[whole] > total.value
    }
    return [replace(f, parts_of=over.get(_whole(f))) if f.breakdown else f for f in figures]


def _whole(figure: FigureFact) -> Whole:
    return figure.indicator, figure.year, figure.publication


def _is_out(figure: FigureState, on: date) -> bool:
    """Whether a figure was published on a day; without a date: in the year after its own."""
    if figure.published_on:
        return figure.published_on <= on
    return figure.until_year < on.year


def _figures_told(document: int | None) -> Told:
    """What the letter before said: indicator, year and breakdown to value."""
    if document is None:
        return {}
    if frozen := frozen_as(document):
        kept = from_json(frozen.facts).figures
        said = (kept[key] for key in _keys(frozen, FieldKind.FIGURE) if key in kept)
        values = (((f.indicator, f.year, f.breakdown, f.method), f.value) for f in said
                  if f.kind != "target")  # fmt: skip
    else:
        values = ((_about(f), f.value) for f in programme.all_figures() if f.document == document)
    told: Told = defaultdict(list)
    for about, value in values:
        if value is not None:
            told[about].append(value)
    return told


def _about(figure: FigureState) -> tuple[str, int, str, str]:
    return visible(figure.name), figure.year, _part(figure.breakdown), str(figure.method)


def _told_last(figure: FigureState, told: Told) -> Decimal | None:
    """What the letter before said; of several values the one that still holds, if any."""
    values = told.get(_about(figure), [])
    if figure.value in values:
        return figure.value
    return values[-1] if values else None


def _part(breakdown: str) -> str:
    """The part of the whole that a figure counts; "" for the whole, however it is called."""
    return "" if breakdown.lower().startswith(("totaal", "total", "respons")) else breakdown


def _figure(figure: FigureState, told: Told, within: tuple[int, int] | None) -> FigureFact:
    return FigureFact(
        id=str(figure.id),
        indicator=figure.name,
        year=figure.year,
        breakdown=_part(figure.breakdown),
        value=figure.value,
        words=figure.words,
        unit="percent" if figure.unit in PERCENT else figure.unit,
        publication=figure.publication,
        published_on=figure.published_on,
        definition=figure.definition_version or 1,
        method=figure.method,
        told_last=_told_last(figure, told),
        until=figure.until_year if figure.until_year > figure.year else 0,
        interval=within,
        vintage=figure.vintage,
        note=figure.definition,
    )


def with_replaced(facts: Facts, keys: Iterable[str]) -> Facts:
    """The facts with what now stands in the fields of figures that stand no more."""
    gone = {key: figure for key in keys if key not in facts.figures
            if (figure := programme.figure_with_id(figure=id_in(key))) is not None}  # fmt: skip
    newer = revised() if gone else {}
    found = {}
    for key, old in gone.items():
        now = programme.current_figure(figure=newer.get(old.id, old.id))
        fact = facts.figures.get(str(now.id)) if now else None
        if fact is not None:
            found[key] = replace(fact, id=key, was=old.value, successor=fact.id)
        elif old.withdrawn_at is not None:
            blank = replace(_figure(old, {}, None), value=None, words=WITHDRAWN, was=old.value)
            found[key] = _visible(blank)
    return replace(facts, replaced=found)


def with_charts(facts: Facts, keys: Iterable[str]) -> Facts:
    """The facts with a chart of each indicator that these figures tell of and that was released."""
    numbers = set(map(id_in, keys))
    codes = {each.code for each in programme.all_figures() if each.id in numbers}
    found = (told(code) for code in sorted(codes))
    charts = (as_chart(each.series) for each in found if each is not None)
    return replace(facts, charts=tuple(each for each in charts if each is not None))


def _target(
    target: TargetState, name: str, unit: str, targets: dict[int, TargetState]
) -> FigureFact:
    before = targets.get(target.replaces) if target.replaces else None
    return FigureFact(
        id=f"doel-{target.id}",
        indicator=name,
        year=target.year,
        breakdown="",
        value=target.value,
        words=target.words,
        unit="percent" if unit in PERCENT else unit,
        publication=target.set_by or target.source,
        published_on=target.decided_on,
        kind="target",
        moved_from=before.value if before else None,
    )


def _papers(on: date) -> dict[str, PaperFact]:
    found = {}
    for document in programme.documents():
        if document.paper_id and (document.date is None or document.date <= on):
            session = document.session_year or (
                session_year(document.date) if document.date else ""
            )
            found[document.paper_id] = PaperFact(
                document.paper_id, document.title, document.date, session
            )
    return found


def _laws(states: Iterable[EntryState]) -> Iterable[str]:
    """The articles of law that stand in the register by themselves."""
    titles = [state.title for state in states if state.kind is EntryKind.LEGAL]
    found = (law.value for title in titles for law in find_laws(title))
    return dict.fromkeys(f"{law.regime} {law.article}" for law in found)


def _abbreviations() -> dict[str, str]:
    return {o.abbreviation: o.name for o in accounts.organisations() if o.abbreviation}


def _visible[Fact: EntryFact | FigureFact](fact: Fact) -> Fact:
    """A fact whose words fit in a file: what a register or a letter read in hid is out."""
    held = {field.name: getattr(fact, field.name) for field in fields(fact)}
    words: dict[str, Any] = {name: visible(v) for name, v in held.items() if type(v) is str}
    return replace(fact, **words)
