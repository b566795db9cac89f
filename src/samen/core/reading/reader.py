"""A letter in, its candidates out: the assembly of all extractors."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from samen.core.reading.actions import actions_of
from samen.core.reading.candidates import Candidate, Masthead, Reading
from samen.core.reading.commitments import commitments_of
from samen.core.reading.context import Context, build_context
from samen.core.reading.formats import open_letter
from samen.core.reading.indicator_trends import find_word_indicators
from samen.core.reading.indicators import find_indicators
from samen.core.reading.masthead import read_masthead
from samen.core.reading.motions import motions_of
from samen.core.reading.organisations import organisation_candidates
from samen.core.reading.persons import find_persons
from samen.core.reading.programmes import find_programmes
from samen.core.reading.publications import find_publications
from samen.core.reading.quantities import Quantity, find_quantities
from samen.core.reading.regions import region_candidates
from samen.core.reading.repair import repair
from samen.core.reading.sentences import Sentence
from samen.core.reading.stated import (
    amount_candidates,
    date_candidates,
    footnote_candidates,
    laws_of,
    legal_candidates,
    paper_candidates,
    quantity_candidates,
)
from samen.core.reading.table_values import read_tables
from samen.core.reading.text import BlockKind
from samen.core.reading.themes import find_themes
from samen.core.reading.unsure_numbers import broken_spans
from samen.core.references import LegalRef, find_other_papers
from samen.core.terms import CandidateKind, Chamber, Found

_ONE_A_PLACE = frozenset(
    {
        CandidateKind.THEME,
        CandidateKind.PUBLICATION,
        CandidateKind.ORGANISATION,
        CandidateKind.PERSON,
        CandidateKind.PROGRAMME,
        CandidateKind.REGION,
        CandidateKind.DATE,
        CandidateKind.AMOUNT,
        CandidateKind.QUANTITY,
    }
)
"""Kinds of which no two candidates share words."""
_LONGEST_SENTENCE = 1_000
"""In characters. Letters stay below 500; rules that look back take its square in time."""


def read_letter(content: bytes, name: str) -> Reading:
    """What a letter holds, as candidates in the order of the text.

    name: of the file; its ending counts. Raises BadInput when the file cannot be read.
    """
    source = open_letter(content, name)
    letter = repair(source)
    masthead = read_masthead(letter)
    anchor = date.fromisoformat(masthead.date) if masthead.date else None
    context = _with_short_sentences(build_context(letter, anchor))
    notes = [*letter.notes]
    if anchor is None:
        notes.append("No date of the letter was found; relative dates stay open.")
    candidates = _in_order(_for_this_house(masthead, _all(context, masthead)))
    return Reading(masthead, tuple(candidates), tuple(notes))


def _with_short_sentences(context: Context) -> Context:
    """The context with endless sentences (lists and tables without stops) cut between words."""
    text = context.text
    pieces = (piece for each in context.sentences for piece in _pieces(text, each))
    return replace(context, sentences=tuple(pieces))


def _pieces(text: str, sentence: Sentence) -> Iterator[Sentence]:
    start = sentence.start
    while sentence.end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        end = space + 1 if space > start else start + _LONGEST_SENTENCE
        yield replace(sentence, start=start, end=end)
        start = end
    yield replace(sentence, start=start)


def _all(context: Context, masthead: Masthead) -> Iterator[Candidate]:
    laws = laws_of(context)
    tables = read_tables(context)
    quantities = list(quantities_of(context, laws, tables.spans))
    indicators, others = find_indicators(context, quantities)
    yield from find_themes(context)
    promises = commitments_of(context)
    yield from promises
    yield from actions_of(context, promises)
    motions = motions_of(context)
    yield from motions
    yield from indicators
    counted = sorted([*indicators, *tables.indicators], key=lambda each: each.start)
    yield from find_word_indicators(context, counted)
    yield from quantity_candidates(others, context)
    yield from tables.indicators
    yield from tables.amounts
    yield from amount_candidates(context, tables.spans)
    yield from legal_candidates(laws, context)
    yield from paper_candidates(context)
    yield from find_publications(context)
    yield from organisation_candidates(context)
    yield from find_persons(context, masthead, motions)
    yield from find_programmes(context)
    yield from region_candidates(context)
    yield from date_candidates(context)
    yield from footnote_candidates(context)


def quantities_of(
    context: Context, laws: list[Found[LegalRef]], tables: Sequence[tuple[int, int]]
) -> Iterator[Found[Quantity]]:
    """Counts and shares, block by block; numbers of papers, articles, titles, tables left out."""
    closed = [(found.start, found.end) for found in [*context.papers, *laws]]
    closed += [(found.start, found.end) for found in find_other_papers(context.text)]
    closed += [(found.start, found.end) for found in context.organisations]
    closed += tables
    closed += broken_spans(context.letter)
    closed.sort()
    for block in context.letter.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.SIGNATURE):
            continue
        first, last = bisect_left(closed, (block.start, 0)), bisect_left(closed, (block.end, 0))
        inside = [(start - block.start, end - block.start) for start, end in closed[first:last]]
        text = context.letter.block_text(block)
        for found in find_quantities(text, context.anchor, inside):
            yield Found(found.start + block.start, found.end + block.start, found.value)


def _for_this_house(masthead: Masthead, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """ "Uw Kamer" is the chamber that the letter is written to."""
    is_senate = masthead.house == Chamber.SENATE.value
    for each in found:
        is_yours = each.kind is CandidateKind.ORGANISATION and each.quote.lower() == "uw kamer"
        if is_senate and is_yours:
            yield replace(each, detail=each.detail | {"name": "Eerste Kamer"})
        else:
            yield each


def _same_row(one: Candidate, other: Candidate | None) -> bool:
    """Whether two amounts are cells of one row of a table, which both are quoted with."""
    is_amount = other is not None and one.kind is CandidateKind.AMOUNT
    return is_amount and other is not None and (one.start, one.end) == (other.start, other.end)


def _in_order(found: Iterable[Candidate]) -> list[Candidate]:
    """By place; of two of one kind on the same words the surer one, then the longer."""
    kept: list[Candidate] = []
    last: dict[CandidateKind, Candidate] = {}
    seen: set[tuple[object, ...]] = set()
    for each in sorted(found, key=lambda c: (c.start, -c.confidence, -c.end, c.kind.value)):
        before = last.get(each.kind)
        key = (each.kind, each.start, each.end, repr(sorted(each.detail.items())))
        overlaps = before is not None and each.start < before.end
        overlaps = overlaps and not _same_row(each, before)
        if not each.quote or key in seen or (each.kind in _ONE_A_PLACE and overlaps):
            continue
        seen.add(key)
        last[each.kind] = each
        kept.append(each)
    return kept
