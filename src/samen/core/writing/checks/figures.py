"""Checks on figures, targets and amounts: one home, one vintage, sums that hold."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from samen.core.numerals import say_number
from samen.core.terms import Funded
from samen.core.writing.checks.findings import Check, Finding
from samen.core.writing.draft import FieldKind, Section, Sentence, id_in, sentences_of
from samen.core.writing.facts import Facts, FigureFact

COMPARING = re.compile(
    r"\b(van|dan|ten opzichte van|vergeleken|daling|stijging|gedaald|gestegen|afname|toename|"
    r"meer|minder|than|compared|rise|fall)\b",
    re.IGNORECASE,
)
TOLERANCE = Decimal("0.5")
"""Half a percentage point: what rounding to a whole percentage may cost."""


def check_figures(sections: Sequence[Section], facts: Facts) -> Iterator[Finding]:
    """Everything about figures and amounts."""
    used: set[str] = set()
    for section in sections:
        for sentence in sentences_of(section):
            figures = _figures(sentence, facts)
            used.update(figure.id for figure in figures)
            yield from _compared(sentence, figures)
            yield from _percentage(sentence, figures)
            yield from _changed(sentence, figures)
            yield from _amounts(sentence, facts)
    yield from _parts(facts, used)


def _figures(sentence: Sentence, facts: Facts) -> list[FigureFact]:
    keys = sentence.keys(FieldKind.FIGURE)
    return [figure for figure in map(facts.figure, keys) if figure is not None]


def _compared(sentence: Sentence, figures: list[FigureFact]) -> Iterator[Finding]:
    """Two years of one indicator in one comparison: one publication, one definition."""
    if len(figures) < 2 or not COMPARING.search(sentence.text):
        return
    series: dict[tuple[str, str, str], list[FigureFact]] = defaultdict(list)
    for figure in figures:
        series[figure.indicator, figure.breakdown, figure.kind].append(figure)
    for (indicator, _, _), members in series.items():
        publications = sorted({figure.publication for figure in members})
        definitions = sorted({str(figure.definition) for figure in members})
        if len(publications) > 1:
            values = {"indicator": indicator, "publications": "; ".join(publications)}
            yield _at(sentence, Check.MIXED_VINTAGES, values)
        if len(definitions) > 1:
            values = {"indicator": indicator, "definitions": "; ".join(definitions)}
            yield _at(sentence, Check.MIXED_DEFINITIONS, values)


def _percentage(sentence: Sentence, figures: list[FigureFact]) -> Iterator[Finding]:
    """A percentage beside two figures of one series must follow from them."""
    said = [f.value for f in figures if f.unit == "percent" and f.value is not None]
    counts = [(f.indicator, f.year, f.value) for f in figures if f.unit != "percent" and f.value]
    if len(said) != 1 or len(counts) != 2 or counts[0][0] != counts[1][0]:
        return
    (_, _, before), (_, _, after) = sorted(counts, key=lambda count: count[1])
    right = (after - before) / before * 100
    if abs(abs(right) - abs(said[0])) > TOLERANCE:
        values = {
            "said": say_number(said[0]),
            "before": say_number(before),
            "after": say_number(after),
            "right": say_number(right.quantize(Decimal(1))),
        }
        yield _at(sentence, Check.PERCENTAGE_DOES_NOT_FOLLOW, values)


def _changed(sentence: Sentence, figures: list[FigureFact]) -> Iterator[Finding]:
    """A figure the last letter gave otherwise, one that was replaced, or a target that moved."""
    for figure in figures:
        if figure.value is None:
            if figure.was is not None:
                values = {"indicator": figure.indicator, "year": figure.years,
                          "before": say_number(figure.was)}  # fmt: skip
                yield _at(sentence, Check.FIGURE_WITHDRAWN, values)
            continue
        about = {
            "indicator": figure.indicator,
            "year": figure.years,
            "value": say_number(figure.value),
        }
        if figure.was is not None and figure.was != figure.value:
            values = about | {"before": say_number(figure.was), "publication": figure.publication,
                              "figure": figure.id}  # fmt: skip
            yield _at(sentence, Check.FIGURE_REPLACED, values)
        if figure.told_last is not None and figure.told_last != figure.value:
            values = about | {"before": say_number(figure.told_last)}
            yield _at(sentence, Check.FIGURE_CHANGED, values)
        if figure.moved_from is not None and figure.moved_from != figure.value:
            values = about | {"before": say_number(figure.moved_from)}
            yield _at(sentence, Check.TARGET_MOVED, values)


def _parts(facts: Facts, used: set[str]) -> Iterator[Finding]:
    """Parts of a used total, from the same publication, must add up to it."""
    parts: dict[str, list[FigureFact]] = defaultdict(list)
    for figure in facts.figures.values():
        if figure.parts_of is not None and figure.value is not None:
            parts[figure.parts_of].append(figure)
    for total_id, members in parts.items():
        total = facts.figures.get(total_id)
        if total is None or total.value is None or not used & {total_id, *(p.id for p in members)}:
            continue
        found = sum((part.value for part in members if part.value is not None), Decimal(0))
        if found != total.value:
            values = {
                "indicator": total.indicator,
                "year": total.years,
                "sum": say_number(found),
                "total": say_number(total.value),
            }
            yield Finding(Check.PARTS_DO_NOT_ADD_UP, values=values)


def _amounts(sentence: Sentence, facts: Facts) -> Iterator[Finding]:
    for key in sentence.keys(FieldKind.AMOUNT):
        amount = facts.amounts.get(id_in(key))
        if amount is None:
            continue
        values = {"title": amount.title}
        if amount.from_year is None and amount.until_year is None:
            yield _at(sentence, Check.AMOUNT_WITHOUT_PERIOD, values)
        if amount.funded is not Funded.YES:
            yield _at(sentence, Check.AMOUNT_WITHOUT_COVER, values)


def _at(sentence: Sentence, check: Check, values: dict[str, str]) -> Finding:
    return Finding(
        check, sentence.section.key, sentence.start, sentence.end, sentence.text, values=values
    )
