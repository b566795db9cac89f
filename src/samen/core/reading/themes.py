"""Themes: the headings of a letter and its annexes, nested by their level."""

from collections.abc import Iterator

from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.text import BlockKind
from samen.core.terms import CandidateKind

CLOSINGS = frozenset({"tot slot", "tenslotte", "ten slotte", "slot", "slotwoord", "afsluiting"})
"""Headings that end a letter, in small letters: they name no theme."""


def is_closing(name: str) -> bool:
    """Whether a heading only ends a letter."""
    return name.strip(" .:").casefold() in CLOSINGS


def find_themes(context: Context) -> Iterator[Candidate]:
    """One candidate a heading. detail: name, level (1 an annex title), annex (0 the body).

    A heading that only ends the letter is told with little certainty: people decide.
    """
    for block in context.letter.blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        name = context.theme_at(block.start)
        ends = is_closing(name)
        reason = "titel van een bijlage" if block.level == 1 else "kop in de brief"
        if ends:
            reason = "kop die de brief afsluit"
        detail = {"name": name, "level": block.level, "annex": block.annex}
        span = (block.start, block.end)
        yield candidate(context, CandidateKind.THEME, span, 0.3 if ends else 0.95, reason, detail)
