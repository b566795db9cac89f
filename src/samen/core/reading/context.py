"""What every extractor needs from a letter, worked out once.

Positions are offsets in `Letter.text`. A footnote belongs to the place where its marker
hangs: its theme is the heading there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from samen.core.periods import Period, find_periods
from samen.core.reading.candidates import Candidate
from samen.core.reading.gazetteer import Organisation, find_organisations
from samen.core.reading.headings import ANNEX, without_number
from samen.core.reading.sentences import Sentence, sentences
from samen.core.reading.signatures import columns
from samen.core.reading.text import Block, BlockKind, Letter
from samen.core.references import Paper, find_papers
from samen.core.terms import CandidateKind, Found


@dataclass(frozen=True, slots=True)
class Context:
    """A letter with its sentences, papers, periods and organisations, each in reading order.

    anchor: the date of the letter, or None where it is not known.
    """

    letter: Letter
    anchor: date | None
    sentences: tuple[Sentence, ...]
    papers: tuple[Found[Paper], ...]
    periods: tuple[Found[Period], ...]
    organisations: tuple[Found[Organisation], ...]
    signature_lines: tuple[tuple[str, str], ...] = ()
    """Each line of the signatures, with the block after it: an office may run on."""
    _headings: tuple[Block, ...] = ()
    _themes: dict[int, str] = field(default_factory=dict)
    """What each heading is called, by where it begins."""
    _paper_places: dict[Paper, tuple[int, ...]] = field(default_factory=dict)
    _asked: dict[Hashable, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.letter.text

    def once[T](self, what: Hashable, work: Callable[[], T]) -> T:
        """What `work` gives, worked out the first time that a letter is asked for it."""
        if what not in self._asked:
            self._asked[what] = work()
        found: T = self._asked[what]
        return found

    def papers_in(self, start: int, end: int) -> list[Found[Paper]]:
        return within(self.papers, start, end)

    def periods_in(self, start: int, end: int) -> list[Found[Period]]:
        return within(self.periods, start, end)

    def organisations_in(self, start: int, end: int) -> list[Found[Organisation]]:
        return within(self.organisations, start, end)

    def sentences_in(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that begin in a stretch."""
        first = bisect_left(self.sentences, start, key=lambda each: each.start)
        last = bisect_left(self.sentences, end, key=lambda each: each.start)
        return self.sentences[first:last]

    def sentences_around(self, position: int) -> tuple[Sentence, ...]:
        """The sentence that holds a position, if one does."""
        index = bisect_right(self.sentences, position, key=lambda each: each.start) - 1
        held = index >= 0 and position < self.sentences[index].end
        return self.sentences[index : index + 1] if held else ()

    def places_of(self, paper: Paper) -> tuple[int, ...]:
        """Where a letter cites a paper."""
        return self._paper_places.get(paper, ())

    def block_at(self, position: int) -> Block | None:
        """The block that holds a position; by halving, for letters of thousands of blocks."""
        blocks = self.letter.blocks
        index = bisect_right(blocks, position, key=lambda block: block.start) - 1
        return blocks[index] if index >= 0 and position < blocks[index].end else None

    def markers_in(self, start: int, end: int) -> list[int]:
        """Numbers of the footnotes that hang in or at the end of a stretch."""
        return [m.number for m in self.letter.markers if start <= m.position <= end]

    def hangs_at(self, position: int) -> int:
        """The position itself; inside a footnote, where its marker hangs."""
        block = self.block_at(position)
        if block is None or block.kind is not BlockKind.FOOTNOTE:
            return position
        places = (m.position for m in self.letter.markers if m.number == block.number)
        return next(places, position)

    def theme_at(self, position: int) -> str:
        """The name of the heading that a position stands under, or "".

        An annex that works out a theme of the letter ("Bijlage 2: Toezicht") has its name.
        """
        heading = self.heading_at(position)
        return self._themes[heading.start] if heading is not None else ""

    def section_end(self, position: int) -> int:
        """Where the next heading begins, or the text ends."""
        later = bisect_right(self._headings, position, key=lambda b: b.start)
        return self._headings[later].start if later < len(self._headings) else len(self.text)

    def heading_at(self, position: int) -> Block | None:
        """The block of the heading that a position stands under."""
        index = bisect_right(self._headings, self.hangs_at(position), key=lambda b: b.start) - 1
        return self._headings[index] if index >= 0 else None


def within[T](found: Sequence[Found[T]], start: int, end: int) -> list[Found[T]]:
    """The finds that lie wholly in a stretch; `found` stands in order without overlap."""
    first = bisect_left(found, start, key=lambda each: each.start)
    last = bisect_right(found, end, key=lambda each: each.end)
    return list(found[first:last])


def build_context(letter: Letter, anchor: date | None) -> Context:
    """Everything that the extractors share, worked out from a repaired letter."""
    papers = tuple(find_papers(letter.text))
    places: dict[Paper, tuple[int, ...]] = {}
    for found in papers:
        places[found.value] = (*places.get(found.value, ()), found.start)
    headings = tuple(b for b in letter.blocks if b.kind is BlockKind.HEADING)
    return Context(
        letter=letter,
        anchor=anchor,
        sentences=tuple(sentences(letter)),
        papers=papers,
        periods=tuple(find_periods(letter.text, anchor)),
        organisations=tuple(find_organisations(letter.text)),
        _paper_places=places,
        signature_lines=tuple(_signature_lines(letter)),
        _headings=headings,
        _themes=_theme_names(letter, headings),
    )


def _theme_names(letter: Letter, headings: Iterable[Block]) -> dict[int, str]:
    """The names of headings, without the numbers that change from letter to letter.

    An annex on a theme of the letter has the name of that theme.
    """
    known: dict[str, str] = {}
    names: dict[int, str] = {}
    for heading in headings:
        said = without_number(letter.block_text(heading).strip())
        annex = ANNEX.fullmatch(said)
        title = annex["title"].strip().casefold() if annex else ""
        names[heading.start] = known.get(title, said)
        known.setdefault(said.casefold(), said)
    return names


def _signature_lines(letter: Letter) -> Iterator[tuple[str, str]]:
    texts = [letter.block_text(block) for block in letter.blocks]
    for block, (_, after) in zip(letter.blocks, pairwise([*texts, ""]), strict=True):
        if block.kind is BlockKind.SIGNATURE:
            for line in columns(letter.original_lines(block)):
                yield line, after


def candidate(
    context: Context,
    kind: CandidateKind,
    span: tuple[int, int],
    confidence: float,
    reason: str,
    detail: dict[str, Any],
) -> Candidate:
    """A candidate for a stretch of the text, with its quote, lines and theme."""
    start, end = span
    line, line_end = context.letter.lines(start, end)
    return Candidate(
        kind=kind,
        start=start,
        end=end,
        quote=context.letter.quote(start, end),
        line=line,
        line_end=line_end,
        confidence=round(confidence, 2),
        reason=reason,
        theme=context.theme_at(start),
        detail=detail,
    )
