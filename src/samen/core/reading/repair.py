"""Repair: from the lines of a file to a `Letter` of blocks that maps back to them."""

from collections.abc import Sequence

from samen.core.reading.blocks import Draft, draft_blocks
from samen.core.reading.footnotes import Note, lift_footnotes
from samen.core.reading.furniture import furniture_of, mark_furniture
from samen.core.reading.rows import rows_of
from samen.core.reading.source import Source
from samen.core.reading.stitch import Stitcher, Vocabulary
from samen.core.reading.text import Block, BlockKind, Letter, Marker


def repair(source: Source) -> Letter:
    """The letter in a source: furniture out, notes lifted, sentences rejoined.

    Never raises, whatever the text; what it is unsure of stands in `Letter.notes`.
    """
    rows = rows_of(source)
    mark_furniture(rows)
    notes = lift_footnotes(rows, source.layout)
    drafts = draft_blocks(rows, source.layout)
    drafts += [
        Draft(
            BlockKind.FOOTNOTE,
            [rows[place] for place in note.rows],
            annex=_annex_of(note, drafts),
            number=note.number,
            note=index,
        )
        for index, note in enumerate(notes)
    ]
    stitcher = Stitcher(Vocabulary(source.text))
    blocks = _lay_blocks(drafts, stitcher)
    return Letter(
        original=source.text,
        text="".join(stitcher.parts),
        origin=stitcher.origin,
        blocks=tuple(blocks),
        markers=tuple(_ordered(stitcher.markers)),
        furniture=furniture_of(rows),
        notes=(*source.notes, *_doubts(notes)),
    )


def _lay_blocks(drafts: Sequence[Draft], stitcher: Stitcher) -> list[Block]:
    blocks: list[Block] = []
    for draft in drafts:
        stitcher.part_blocks()
        start, end = stitcher.lay(draft.rows)
        if start < end:
            blocks.append(Block(draft.kind, start, end, draft.level, draft.annex, draft.number))
        else:
            stitcher.unpart_blocks()
    return blocks


def _annex_of(note: Note, drafts: Sequence[Draft]) -> int:
    """The annex that a note's marker, or else the note itself, stands in."""
    place = note.marker.row if note.marker else note.rows[0]
    annex = 0
    for draft in drafts:
        if draft.rows[0].index > place:
            break
        annex = draft.annex
    return annex


def _ordered(markers: Sequence[tuple[int, Marker]]) -> list[Marker]:
    return [marker for _, marker in sorted(markers, key=lambda pair: pair[1].position)]


def _doubts(notes: Sequence[Note]) -> list[str]:
    lost = [str(note.number) for note in notes if note.marker is None]
    if not lost:
        return []
    return [f"No place in the text was found for footnote {', '.join(lost)}."]
