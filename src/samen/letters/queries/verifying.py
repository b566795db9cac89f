"""Whether a frozen letter is still what it was: its files, its hash and every figure in it."""

import hashlib
from collections.abc import Iterator

from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.writing.facts import FigureFact
from samen.letters.forms_of_letter import MAKERS
from samen.letters.models import OutgoingLetter
from samen.letters.queries.kept_facts import from_json
from samen.letters.queries.writing import Desk
from samen.programme import queries as programme

REMADE = ("brief.json", "brief.html", "resultatentabel.csv")
"""Files whose bytes follow from the kept facts alone, so they are made again and compared."""


def verify_letter(letter: OutgoingLetter) -> list[str]:
    """Every difference, in words; empty when all holds. Raises Refused for a draft."""
    if letter.state != "frozen":
        raise Refused(
            _("This letter is a draft."), _("Only a frozen letter is verified."), _("Freeze it.")
        )
    return [*_files(letter), *_figures(letter)]


def frozen_files(letter: OutgoingLetter) -> dict[str, bytes]:
    """The files of a frozen letter by name; none of a draft."""
    return {file.name: bytes(file.content) for file in letter.files.order_by("name")}


def _files(letter: OutgoingLetter) -> Iterator[str]:
    on_desk = Desk(letter, from_json(letter.facts))
    lines = ""
    for file in letter.files.order_by("name"):
        content = bytes(file.content)
        digest = hashlib.sha256(content).hexdigest()
        lines += f"{file.name} {digest}\n"
        if digest != file.sha256:
            yield f"{file.name}: its hash is {digest}, not {file.sha256}"
        if file.name in REMADE and MAKERS[file.name](on_desk.rendered) != content:
            yield f"{file.name}: made again from the kept facts it differs"
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


def _name(fact: FigureFact) -> str:
    return f"{fact.indicator} {fact.year} {fact.breakdown}".strip()
