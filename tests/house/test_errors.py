"""What people are told when something is refused: whole sentences that have their Dutch.

A number put into a sentence before it is translated makes a sentence that no catalogue
knows, and the reader of a Dutch page gets English. So numbers are values beside it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from samen.core.errors import BadInput
from samen.site.texts import error_sentences
from tests.house.tree import PACKAGE, files, parsed, short

SOURCES = [path for path in files(PACKAGE) if path.suffix == ".py"]
COMMAND_LINE = PACKAGE / "site"
"""Its errors are for who runs the house, on a terminal, in English."""


def dutch() -> set[str]:
    """Every sentence with a translation."""
    known: set[str] = set()
    for file in PACKAGE.glob("*/locale/nl/LC_MESSAGES/django.po"):
        with file.open("rb") as text:
            known |= {str(message.id) for message in read_po(text, locale="nl") if message.string}
    return known


def errors_of(path: Path) -> Iterator[str | ast.expr]:
    return error_sentences(parsed(path))


def test_errors_are_found_in_all_their_shapes() -> None:
    """The tests below mean nothing when the search finds no sentence, or only plain ones."""
    source = ast.parse(
        'KNOWN = "By name."\n'
        'TABLE = {1: _("From a table.")}\n'
        'BadInput(KNOWN, _("Marked."), "Plain.")\n'
        "Refused(TABLE[kind])\n"
        'EMPTY = {2: (_("One."), "Two.")}\n'
        "Refused(*EMPTY[kind])\n"
        'chosen = _("Either.") if kind else _("Or.")\n'
        "Refused(chosen)\n"
        'TooBig(f"{n} parts.", found)\n'
    )
    read = list(error_sentences(source))
    assert [each for each in read if isinstance(each, str)] == [
        *("By name.", "Marked.", "Plain.", "From a table.", "One.", "Two.", "Either.", "Or."),
    ]
    unread = [ast.unparse(each) for each in read if isinstance(each, ast.expr)]
    assert unread == ["f'{n} parts.'", "found"]


def test_no_error_is_raised_with_a_sentence_put_together() -> None:
    found = [
        f"{short(path)}:{each.lineno} {ast.unparse(each)[:60]}"
        for path in SOURCES
        for each in errors_of(path)
        if isinstance(each, ast.expr)
    ]
    assert found == [], "give the sentence {places} and the values by name"


def test_every_error_of_a_page_has_its_dutch() -> None:
    known = dutch()
    found = {
        f"{short(path)}: {each}"
        for path in SOURCES
        if COMMAND_LINE not in path.parents
        for each in errors_of(path)
        if isinstance(each, str) and each and each not in known
    }
    assert found == set()


@pytest.mark.parametrize(("words", "told"), [("Er zijn {n}.", "Er zijn 3."), ("Veel.", "Veel.")])
def test_a_sentence_is_filled_in_after_it_is_translated(words: str, told: str) -> None:
    error = BadInput("There are {n}.", n=3)
    assert str(error) == "There are 3."
    assert error.in_words({"There are {n}.": words}.__getitem__) == told
