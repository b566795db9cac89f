"""Whether a frozen letter is still what it was: its files, its hash and every figure in it.

Held is what was frozen, the bytes and the facts; that a later version of the house would print
them otherwise is no difference.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.numerals import find_numbers
from samen.core.writing.draft import FieldKind
from samen.core.writing.facts import FigureFact
from samen.letters.models import OutgoingLetter
from samen.letters.queries.kept_facts import from_json
from samen.programme import queries as programme

MACHINE_FORM = "brief.json"


def verify_letter(letter: OutgoingLetter) -> list[str]:
    """Every difference, in words; empty when all holds. Raises Refused for a draft."""
    if letter.state != "frozen":
        raise Refused(
            _("This letter is a draft."), _("Only a frozen letter is verified."), _("Freeze it.")
        )
    return [*_files(letter), *_printed(letter), *_figures(letter)]


def frozen_files(letter: OutgoingLetter) -> dict[str, bytes]:
    """The files of a frozen letter by name; none of a draft."""
    return {file.name: bytes(file.content) for file in letter.files.order_by("name")}


def _files(letter: OutgoingLetter) -> Iterator[str]:
    """Every kept file against its hash, and the hash over all; no file is made again."""
    lines = ""
    for file in letter.files.order_by("name"):
        digest = hashlib.sha256(bytes(file.content)).hexdigest()
        lines += f"{file.name} {digest}\n"
        if digest != file.sha256:
            yield f"{file.name}: its hash is {digest}, not {file.sha256}"
    if hashlib.sha256(lines.encode()).hexdigest() != letter.sha256:
        yield "The hash over all files differs"


def _figures(letter: OutgoingLetter) -> Iterator[str]:
    """Every figure against the register's own row: rows are never overwritten."""
    for fact in from_json(letter.facts).figures.values():
        if fact.kind == "target":
            target = programme.target_with_id(target=int(fact.id.removeprefix("doel-")))
            found = target.value if target else None
        else:
            figure = programme.figure_with_id(figure=int(fact.id))
            found = figure.value if figure else None
        if found != fact.value:
            yield f"{_name(fact)}: {fact.value} in the letter, {found} in the register"


def _printed(letter: OutgoingLetter) -> Iterator[str]:
    """Every figure that the kept machine form prints, against the kept facts."""
    facts = from_json(letter.facts)
    for source, text in _runs(json.loads(frozen_files(letter)[MACHINE_FORM])):
        kind, _sep, key = source.partition(":")
        if kind != FieldKind.FIGURE:
            continue
        fact = facts.figure(key)
        if fact is None or not _says(text, fact):
            yield f"{MACHINE_FORM}: “{text}” is not figure {key}"


def _runs(part: Any) -> Iterator[tuple[str, str]]:
    """The runs of a machine form, wherever they stand in it: source and text."""
    if isinstance(part, dict):
        if "source" in part and "text" in part:
            yield part["source"], part["text"]
        part = list(part.values())
    for each in part if isinstance(part, list) else ():
        yield from _runs(each)


def _says(text: str, fact: FigureFact) -> bool:
    if fact.value is None:
        return text == fact.words
    return [number.value for number in find_numbers(text)] == [fact.value]


def _name(fact: FigureFact) -> str:
    return f"{fact.indicator} {fact.year} {fact.breakdown}".strip()
