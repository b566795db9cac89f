"""Takes words that were changed outside over into a body, keeping its fields fields."""

import re

from samen.core.writing.draft import FieldKind, fields_in
from samen.core.writing.facts import Facts
from samen.core.writing.render import Renderer

BLOCK_END = re.compile(r"(\n\s*\n|\n(?=- ))")
SILENT = (FieldKind.ENTRY, FieldKind.PAPER, FieldKind.NOTE)
"""Fields that print nothing in the line itself."""


def take_over(body: str, before: str, after: str, facts: Facts) -> str | None:
    """The body with the paragraph that reads `before` changed to `after`.

    before "" adds a paragraph at the end, after "" takes the paragraph out. None when no
    paragraph reads like that any more.
    """
    after = _without_markup(after)
    if not before:
        return f"{body.rstrip()}\n\n{after}"
    pieces = BLOCK_END.split(body)
    for place in range(0, len(pieces), 2):
        if _printed(pieces[place], facts) == before:
            pieces[place] = _with_fields(pieces[place], after, facts) if after else ""
            return re.sub(r"\n{3,}", "\n\n", "".join(pieces)).strip()
    return None


def _without_markup(words: str) -> str:
    """Words in which no two brackets touch: what is typed outside never becomes a field."""
    return re.sub(r"\[(?=\[)|\](?=\])", lambda bracket: f"{bracket[0]} ", words)


def _printed(block: str, facts: Facts) -> str:
    words = block.strip().removeprefix("- ")
    return " ".join("".join(run.printed for run in Renderer(facts).runs(words)).split())


def _with_fields(block: str, after: str, facts: Facts) -> str:
    """The new words, with each field's words turned back into its markup, in order.

    Footnotes and ties to entries, which print no words in the line, go to the end.
    """
    done, rest, silent = "", after, ""
    for found in fields_in(block):
        runs = list(Renderer(facts).runs(found.markup))
        shown = "".join(run.printed for run in runs)
        if shown not in rest:
            shown = "".join(run.text for run in runs)
        if found.kind in SILENT or shown not in rest:
            silent += found.markup if found.kind in SILENT else ""
            continue
        words, _, rest = rest.partition(shown)
        done += words + found.markup
    mark = "- " if block.lstrip().startswith("- ") else ""
    return f"{mark}{done}{rest}{silent}"
