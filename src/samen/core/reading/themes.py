"""Themes: the headings of a letter and its annexes, nested by their level."""

from collections.abc import Iterator

from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.text import BlockKind
from samen.core.terms import CandidateKind


def find_themes(context: Context) -> Iterator[Candidate]:
    """One candidate a heading. detail: name, level (1 an annex title), annex (0 the body)."""
    for block in context.letter.blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        name = context.theme_at(block.start)
        reason = "titel van een bijlage" if block.level == 1 else "kop in de brief"
        detail = {"name": name, "level": block.level, "annex": block.annex}
        span = (block.start, block.end)
        yield candidate(context, CandidateKind.THEME, span, 0.95, reason, detail)
