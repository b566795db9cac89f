"""Every table says in words what a row is, when it comes and goes, and whose data it holds.

An inspector, a records manager and a new colleague ask the same three questions; the answer
stands at the table itself, where it is read when the table is changed.
"""

import ast
import re

import pytest

from tests.house.tree import model_classes

MODELS = model_classes()
PERSONAL = re.compile(r"Personal data: (none\.|[^;.]+; kept: [^;]+; source: [^;]+\.)$")


def docstring(name: str) -> str:
    return " ".join((ast.get_docstring(MODELS[name]) or "").split())


def test_models_are_found() -> None:
    """The tests below mean nothing when the search for tables finds none."""
    assert {"Organisation", "Entry", "Motion", "IncomingLetter", "Work"} <= set(MODELS)


@pytest.mark.parametrize("name", sorted(MODELS))
def test_a_model_says_what_a_row_is_and_when_it_appears(name: str) -> None:
    words = docstring(name)
    assert words.split(".")[0].strip(), f"{name} has no docstring"
    assert re.search(r"\b[Rr]ows? appears?\b|\bappears? (when|at|with)\b", words), (
        f"the docstring of {name} does not say when a row appears"
    )


@pytest.mark.parametrize("name", sorted(MODELS))
def test_a_model_has_its_personal_data_line(name: str) -> None:
    """`Personal data: none.` or `Personal data: …; kept: …; source: ….`, as the last words."""
    assert PERSONAL.search(docstring(name)), f"the docstring of {name} lacks its line"
